"""JSON from strangers: documents, arrays of them, JSON Lines; every fault with its place.

Refused are ``NaN`` and its like, text behind the end, too deep nesting and numbers of thousands
of digits. A key that stands twice in an object is reported and its first value kept.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, NoReturn

import attrs

from endorsecheck._safe import is_plain, visible
from endorsecheck.dates import DateLike, DateMark, Period, parse_date
from endorsecheck.exceptions import DateError, ReadError
from endorsecheck.models import Provenance
from endorsecheck.readers._decode import decode
from endorsecheck.readers._diagnostics import Diagnostic, Severity, TableCount, excerpt
from endorsecheck.readers._limits import Limits

__all__: list[str] = []

_SURROGATE = re.compile("[\ud800-\udfff]")


@attrs.define(eq=False)
class Log:
    """What was noticed in one file, and what became of its rows.

    Attributes:
        file: Name of the file without its folder.
        source: What the provenance of its records calls the source.
        row: Line of the document under way, where one document stands on a line.
    """

    file: str
    source: str
    row: int | None = None
    diagnostics: list[Diagnostic] = attrs.field(factory=list)
    _counts: dict[str, list[int]] = attrs.field(factory=dict)

    def report(
        self,
        path: str | None,
        *,
        value: object = None,
        expected: str | None = None,
        problem: str | None = None,
        severity: Severity = Severity.WARNING,
    ) -> None:
        """Say what is wrong at a place of the document."""
        shown = (
            None if value is None else excerpt(value if isinstance(value, str) else repr(value))
        )
        self.diagnostics.append(
            Diagnostic(
                self.file,
                self.row,
                path=path,
                value=shown,
                expected=expected,
                problem=problem,
                severity=severity,
            )
        )

    def count(self, section: str, *, used: bool) -> None:
        """Count one row of a section as used or as reported."""
        self._counts.setdefault(section, [0, 0])[not used] += 1

    def open_section(self, section: str) -> None:
        """Count a section that may have no row."""
        self._counts.setdefault(section, [0, 0])

    def provenance(self, path: str, note: str | None = None) -> Provenance:
        """Where a record stands."""
        return Provenance(self.source, self.file, self.row, path, note)

    @property
    def tables(self) -> tuple[TableCount, ...]:
        """The counts, one for each section."""
        return tuple(
            TableCount(section, used + reported, used, reported)
            for section, (used, reported) in self._counts.items()
        )


@attrs.frozen(eq=False)
class Node:
    """An object of a document, and where it stands."""

    data: dict[str, Any]
    path: str
    log: Log

    def place(self, key: str) -> str:
        """The path of one of its values."""
        return f"{self.path}.{key}" if self.path else key

    def text(self, *keys: str) -> str:
        """The first of these values that is there, as text without outer blanks; else empty."""
        for key in keys:
            value = self.data.get(key)
            if value is not None and value is not False and value is not True:
                return self._text(key, value)
        return ""

    def _text(self, key: str, value: object) -> str:
        if not isinstance(value, str):
            self.log.report(self.place(key), value=value, expected="a text")
            return ""
        text = value.strip()
        if text and not (text.isascii() and text.isprintable()):
            text = self._cleaned(key, text)
        return text

    def _cleaned(self, key: str, text: str) -> str:
        if len(text) > _LONGEST_TEXT:
            problem = f"longer than {_LONGEST_TEXT} characters, cut"
            self.log.report(self.place(key), value=text, problem=problem)
            text = text[:_LONGEST_TEXT]
        if _SURROGATE.search(text):
            self.log.report(self.place(key), value=text, problem="half a surrogate pair")
            return _SURROGATE.sub("\ufffd", text)
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

    def nodes(self, key: str) -> Iterator[Node | None]:
        """The objects of a list among its values; ``None`` for one that is no object, reported.

        Raises:
            ReadError: The value is no list.
        """
        value = self.data.get(key)
        if value is None:
            return
        if not isinstance(value, list):
            place = f"{visible(self.log.file)}: {self.place(key)}"
            msg = f"{place}: expected a list, found {excerpt(repr(value))}"
            raise ReadError(msg)
        for i, item in enumerate(value):
            place = f"{self.place(key)}[{i}]"
            if isinstance(item, dict):
                yield Node(item, place, self.log)
            else:
                self.log.report(
                    place, value="null" if item is None else item, expected="an object"
                )
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
        if value not in (True, False):
            self.log.report(self.place(key), value=value, expected="a date")
        return DateMark.UNKNOWN

    def period(self, start: DateLike, end: DateLike) -> Period | None:
        """A period; ``None`` if it ends before it starts, reported."""
        try:
            return Period(start if start is not DateMark.ONGOING else DateMark.UNKNOWN, end)
        except DateError as error:
            self.log.report(self.path, problem=str(error))
            return None


_LONGEST_TEXT = 100_000


def documents(data: bytes, log: Log, limits: Limits) -> Iterator[object]:
    """The documents of a file: the one, or one on each line (JSON Lines).

    Raises:
        ReadError: The file as a whole is no JSON; a broken line of JSON Lines is reported.
    """
    text = decode(data, log.file)
    log.diagnostics.extend(text.diagnostics)
    if not text.content.strip():
        msg = f"{visible(log.file)}: expected JSON, found an empty file"
        raise ReadError(msg)
    if not _is_lines(text.content):
        yield _parsed(text.content, log, limits)
        return
    for number, line in enumerate(text.content.split("\n"), 1):
        log.row = number
        if line.strip():
            try:
                yield _parsed(line, log, limits)
            except ReadError as error:
                log.report(None, problem=str(error).partition(": ")[2])
                log.count("documents", used=False)
    log.row = None


def _is_lines(text: str) -> bool:
    """Whether the first line is an object of its own, and more follows."""
    first, _, rest = text.lstrip().partition("\n")
    return bool(rest.strip()) and first.startswith("{") and first.rstrip().endswith("}")


def _parsed(text: str, log: Log, limits: Limits) -> object:
    def pairs(items: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(items)
        if len(found) < len(items):
            return _first_of_each(items, log)
        return found

    try:
        value = json.loads(text, object_pairs_hook=pairs, parse_constant=_refuse)
    except RecursionError:
        reason = f"nested deeper than {limits.max_depth} levels"
    except ValueError as error:
        reason = f"no JSON: {error}"
    else:
        if _depth_within(value, limits.max_depth):
            return value
        reason = f"nested deeper than {limits.max_depth} levels"
    msg = f"{visible(log.file)}: {reason}"
    raise ReadError(msg)


def _refuse(constant: str) -> NoReturn:
    msg = f"{constant} is no number"
    raise ValueError(msg)


def _first_of_each(items: list[tuple[str, Any]], log: Log) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in items:
        if key in found:
            log.report(key, problem="the key stands twice in one object; the first one counts")
        else:
            found[key] = value
    return found


def _depth_within(value: object, most: int) -> bool:
    level = [value]
    while level and most:
        most -= 1
        level = [
            item
            for each in level
            if isinstance(each, (dict, list))
            for item in (each.values() if isinstance(each, dict) else each)
            if isinstance(item, (dict, list))
        ]
    return not level
