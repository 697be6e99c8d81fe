"""The objects of a document from strangers: typed access to their values, faults with a path."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any, NoReturn, TypeGuard

import attrs

from endorsecheck._deferred import maker
from endorsecheck._safe import is_plain, visible
from endorsecheck.dates import DateLike, DateMark, PartialDate, Period, parse_date
from endorsecheck.exceptions import DateError, ReadError
from endorsecheck.models import Provenance
from endorsecheck.readers._decode import is_stray, repaired
from endorsecheck.readers._diagnostics import Diagnostic, Severity, excerpt
from endorsecheck.readers._limits import ROOMY, Limits

__all__: list[str] = []

_LONGEST = 100_000
"""Characters of a text that are kept."""
_LETTERS = (
    *("\u00a1-\u00ac\u00ae-\u024f", "\u0391-\u03a1\u03a3-\u03ff"),  # Latin, Greek
    *("\u0400-\u0482\u048a-\u052f", "\u05d0-\u05ea", "\u0621-\u063a\u0641-\u064a"),
    *("\u1e00-\u1eff", "\u2010-\u2027", "\u20ac", "\u2122"),  # Vietnamese, dashes, quotes, signs
    *("\u3041-\u3096\u30a1-\u30fe", "\u4e00-\u9fa5", "\uac00-\ud7a3"),  # Kana, Han, Hangul
)
"""Letters and signs that show as themselves, one by one and side by side."""
_SHOWN = re.compile(f"[ -~{''.join(_LETTERS)}]*")
"""A text of which every character shows as itself, as most do."""
_LONGEST_DATE = 64
"""Characters of a date that is worth remembering."""


class DocumentError(ReadError):
    """What makes a document unreadable, and where in it that is."""

    place: tuple[str, str] = ("", "")
    """The path in the document, and what is wrong there."""


class LimitError(ReadError):
    """There is more of something than is taken in, so nothing of the source is."""


@attrs.define(eq=False)
class Log:
    """What was noticed in one file, and what became of its rows.

    Attributes:
        file: Name of the file without its folder.
        source: What the provenance of its records calls the source.
        section: What one record of the file is counted under.
        row: Line of the document under way, where one document stands on a line.
        has_strays: Whether bytes that are no UTF-8 are lone surrogates in its texts.
        limits: How much is taken in.
        counts: Rows used and rows reported, by section.
        failures: Why files or documents were not read.
    """

    file: str
    source: str
    section: str
    row: int | None = None
    has_strays: bool = False
    limits: Limits = ROOMY
    diagnostics: list[Diagnostic] = attrs.field(factory=list)
    counts: dict[str, list[int]] = attrs.field(factory=dict)
    failures: list[ReadError] = attrs.field(factory=list)

    def report(
        self,
        path: str | None,
        *,
        value: object = None,
        expected: str | None = None,
        problem: str | None = None,
        severity: Severity = Severity.WARNING,
    ) -> None:
        """Say what is wrong at a place of the document.

        Raises:
            ReadError: There is more to say than the limits allow.
        """
        self.refuse_more(len(self.diagnostics) + 1, self.limits.max_diagnostics, "faults")
        shown = value if isinstance(value, str) or value is None else repr(value)
        self.diagnostics.append(
            Diagnostic(
                self.file,
                self.row,
                path=path or None,
                value=shown,
                expected=expected,
                problem=problem,
                severity=severity,
            )
        )

    def count(self, section: str, *, used: bool) -> None:
        """Count one row of a section as used or as reported."""
        self.counts.setdefault(section, [0, 0])[not used] += 1

    def refuse_more(self, number: int, most: int, what: str) -> None:
        """Raise an error if there are more of something than the limits allow."""
        if number > most:
            msg = f"{visible(self.file)}: more than {most} {what}, expected fewer"
            raise LimitError(msg)

    def open_section(self, section: str) -> None:
        """Count a section that may have no row."""
        self.counts.setdefault(section, [0, 0])

    def fault(self, reason: str, path: str = "") -> DocumentError:
        """The error for what cannot be read, with the name of the file and the place in it."""
        file, place = visible(self.file), f"{path}: " if path else ""
        fault = DocumentError(f"{file}: {place}{reason}")
        fault.place = (path, reason)
        return fault

    def fail(self, reason: str, path: str = "") -> NoReturn:
        """Raise :meth:`fault`."""
        raise self.fault(reason, path)

    def refuse(self, error: ReadError) -> None:
        """Report a file or document that was not read, and count it."""
        self.failures.append(error)
        path, reason = error.place if isinstance(error, DocumentError) else ("", str(error))
        self.report(path, problem=reason.removeprefix(f"{visible(self.file)}: "))
        self.count(self.section, used=False)

    def provenance(self, path: str, note: str | None = None) -> Provenance:
        """Where a record stands."""
        return made_provenance(self.source, self.file, self.row, path, note)


made_provenance: Callable[[str, str, int | None, str, str | None], Provenance] = maker(
    Provenance, "source", "file", "row", "path", "note"
)


@attrs.define(eq=False)
class Node:
    """An object of a document, and where it stands."""

    data: dict[str, Any]
    path: str
    log: Log

    def place(self, key: str) -> str:
        """The path of one of its values."""
        return f"{self.path}.{key}" if self.path else key

    def text(self, key: str, older: str | None = None) -> str:
        """A value that is a text, without outer blanks; empty if there is none.

        Args:
            key: Where it stands.
            older: Where else it may stand, if there is nothing under the key.
        """
        value = self.data.get(key)
        if value is None or value == "":
            return self.text(older) if older is not None else ""
        if not isinstance(value, str):
            self.log.report(self.place(key), value=value, expected="a text")
            return ""
        if is_shown(value):
            return value.strip()
        return self._cleaned(key, value.strip())

    def _cleaned(self, key: str, text: str) -> str:
        if len(text) > _LONGEST:
            problem = f"longer than {_LONGEST} characters, cut"
            self.log.report(self.place(key), value=text, problem=problem)
            text = text[:_LONGEST].rstrip()
        if is_stray(text):
            problem = "bytes that are no UTF-8" if self.log.has_strays else "half a surrogate pair"
            self.log.report(self.place(key), value=text, problem=problem)
            return repaired(text) if self.log.has_strays else _replaced(text)
        if not is_plain(text):
            problem = "holds characters that do not show as themselves"
            self.log.report(self.place(key), value=text, problem=problem)
        return text

    def node(self, key: str) -> Node:
        """An object among its values; an empty one if there is none."""
        value = self.data.get(key)
        if isinstance(value, dict):
            return Node(value, self.place(key), self.log)
        if value is not None:
            self.log.report(self.place(key), value=value, expected="an object")
        return Node({}, self.place(key), self.log)

    def entries(self, key: str) -> list[Node | None]:
        """The same as :meth:`nodes`, of a list without which the document makes no sense.

        Raises:
            ReadError: The value is no list.
        """
        value = self.data.get(key)
        if value is not None and not isinstance(value, list):
            self.log.fail(f"expected a list, found {excerpt(repr(value))}", self.place(key))
        return list(self.nodes(key))

    def nodes(self, key: str) -> Iterator[Node | None]:
        """The objects of a list among its values; ``None`` for one that is no object, reported.

        Something else than a list is one such item.
        """
        value = self.data.get(key)
        if value is None:
            return
        if not isinstance(value, list):
            self.log.report(self.place(key), value=value, expected="a list")
            yield None
            return
        for i, item in enumerate(value):
            place = f"{self.place(key)}[{i}]"
            if isinstance(item, dict):
                yield Node(item, place, self.log)
            else:
                shown = "null" if item is None else item
                self.log.report(place, value=shown, expected="an object")
                yield None

    def date(self, key: str, *, missing: DateMark = DateMark.UNKNOWN) -> DateLike:
        """A date; what is not readable is unknown and reported."""
        value = self.data.get(key)
        if value is None or value == "":
            return missing
        if isinstance(value, str):
            try:
                return parse_date(value)
            except DateError:
                pass
        self.log.report(self.place(key), value=value, expected="a date")
        return DateMark.UNKNOWN

    def period(
        self, start: str, end: str, *, missing: DateMark = DateMark.UNKNOWN
    ) -> Period | None:
        """The period between two dates; ``None`` if it ends before it starts, reported.

        Args:
            start: Key of the first day.
            end: Key of the last day.
            missing: What a blank end means.
        """
        first, last = self.data.get(start), self.data.get(end)
        last = "" if last is None else last
        if is_short(first) and is_short(last):
            plain = _plain_period(first, last, missing)
            if plain is not None:
                return plain
        return self.between(self._first_day(start), self.date(end, missing=missing))

    def _first_day(self, key: str) -> DateLike:
        found = self.date(key)
        if found is not DateMark.ONGOING:
            return found
        self.log.report(self.place(key), value=self.data[key], expected="a date")
        return DateMark.UNKNOWN

    def between(self, start: DateLike, end: DateLike) -> Period | None:
        """A period; ``None`` if it ends before it starts, reported."""
        try:
            return Period(start, end)
        except DateError as error:
            self.log.report(self.path, problem=str(error))
            return None


def is_shown(text: str) -> bool:
    """Whether a text is of common length, and certainly of characters that show as themselves."""
    if len(text) > _LONGEST:
        return False
    return (text.isascii() and text.isprintable()) or _SHOWN.fullmatch(text) is not None


def is_short(cell: object) -> TypeGuard[str]:
    """Whether a value is a text that may be a date."""
    return isinstance(cell, str) and len(cell) <= _LONGEST_DATE


@lru_cache(maxsize=8_192)
def _plain_period(start: str, end: str, missing: DateMark) -> Period | None:
    """The period of two cells of which nothing has to be reported, else ``None``."""
    try:
        first, last = parse_date(start), parse_date(end) if end else missing
        return Period(first, last) if isinstance(first, PartialDate) else None
    except DateError:
        return None


def _replaced(text: str) -> str:
    """The text with a mark for each half of a surrogate pair."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
