"""Statements about organizations: what a user or a file of the package says, and when it holds."""

import datetime as dt
import importlib
import itertools
import os
import re
import stat
import sys
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

import attrs

from endorsecheck._checks import shortened
from endorsecheck.dates import PartialDate, parse_date
from endorsecheck.exceptions import DateError, RegistryError

__all__ = ["KINDS", "Statement", "Stretch", "read_toml", "statements_of", "stretch_of"]

KINDS = {
    "aliases": ("name", "other"),
    "renames": ("old", "new", "on"),
    "mergers": ("absorbed", "into", "on"),
    "parents": ("child", "parent", "since", "until"),
    "distinct": ("name", "other"),
}
"""For each kind of statement its keys, in the order in which a tuple gives them."""

_ISO = r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?"
_FILE_KEYS = {*KINDS, "same", "source"}
MAX_BYTES = 16 * 2**20
"""Bytes of a file of statements; a larger one is refused."""
MAX_PAIRS = 100_000
"""Pairs of names that the entries of ``distinct`` make, each name with every other of its own."""


class Stretch(NamedTuple):
    """The days that a date may mean, both inclusive."""

    earliest: dt.date
    latest: dt.date


@attrs.frozen(kw_only=True)
class Statement:
    """One thing said about two names.

    Attributes:
        kind: One of ``KINDS``.
        name: The old, absorbed or lower name.
        other: The new, absorbing or upper name.
        first: When it began; ``None`` if that is not said.
        last: When it ended; ``None`` if it did not.
        origin: File that says so; ``None`` for an argument.
    """

    kind: str
    name: str
    other: str
    first: Stretch | None = None
    last: Stretch | None = None
    origin: str | None = attrs.field(default=None, eq=False)

    def __str__(self) -> str:
        said = ", ".join(f"{value!r}" for value in (self.name, self.other))
        dated = "".join(
            f" {word} {_shown_stretch(stretch)}"
            for word, stretch in (("from", self.first), ("until", self.last))
            if stretch is not None
        )
        return f"{self.kind} ({said}){dated}" + (f" in {self.origin}" if self.origin else "")


def statements_of(
    kind: str, entries: Iterable[Any], *, origin: str | None = None
) -> tuple[Statement, ...]:
    """Read the statements of one kind, one of ``KINDS``.

    Raises:
        RegistryError: An entry has the wrong shape, or a date in it is none.
    """
    if isinstance(entries, str | Mapping) or not isinstance(entries, Iterable):
        msg = f"{kind}: {shortened(entries)} is not a list of entries"
        raise RegistryError(msg)
    return tuple(
        _statement(kind, entry, place=f"{kind} entry {number}", origin=origin)
        for number, entry in enumerate(entries, start=1)
    )


def stretch_of(date: object, place: str) -> Stretch:
    """Read a date given as a text, a day or a partial date.

    Raises:
        RegistryError: It is none of these, or names no day.
    """
    if isinstance(date, dt.datetime):
        date = date.date()
    if isinstance(date, dt.date):
        return Stretch(date, date)
    if isinstance(date, str):
        return _read_date(date, place)
    if isinstance(date, PartialDate):
        return Stretch(date.earliest, date.latest)
    msg = f"{place}: {shortened(date)} is not a date: expected a text, a date or a PartialDate"
    raise RegistryError(msg)


def read_toml(path: str | os.PathLike[str]) -> tuple[Statement, ...]:
    """Read the statements of a TOML file.

    Raises:
        RegistryError: The file cannot be read, or says something else.
    """
    shown = str(os.fspath(path))
    try:
        data = _parser().loads(_content(path).decode("utf-8-sig"))
    except (OSError, ValueError, RecursionError) as error:
        msg = f"{shown}: not a readable TOML file: {error}"
        raise RegistryError(msg) from error
    return _statements_in(data, shown)


def _content(path: str | os.PathLike[str]) -> bytes:
    """The bytes of a plain file; no pipe or device is waited for, and nothing huge is taken in."""
    if not stat.S_ISREG(os.stat(path).st_mode):  # noqa: PTH116 # any path-like, no copy of it
        msg = "expected a plain file"
        raise ValueError(msg)
    with open(path, "rb") as file:  # noqa: PTH123 # any path-like, no second error type
        content = file.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        msg = f"more than {MAX_BYTES} bytes"
        raise ValueError(msg)
    return content


def _parser() -> Any:  # noqa: ANN401  # one of two modules with the same functions
    name = "tomllib" if sys.version_info >= (3, 11) else "tomli"
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as error:
        msg = "reading TOML on Python 3.10 needs the package tomli: install endorsecheck[toml]"
        raise RegistryError(msg) from error


def _statements_in(data: Mapping[str, Any], origin: str) -> tuple[Statement, ...]:
    unknown = sorted(set(data) - _FILE_KEYS)
    if unknown:
        msg = (
            f"{origin}: {shortened(unknown[0])} is not known: expected one of {sorted(_FILE_KEYS)}"
        )
        raise RegistryError(msg)
    found: tuple[Statement, ...] = ()
    try:
        same, distinct = _pairs_in(data)
        found += statements_of("aliases", same, origin=origin)
        found += statements_of("distinct", distinct, origin=origin)
        for kind in ("aliases", "renames", "mergers", "parents"):
            found += statements_of(kind, data.get(kind, []), origin=origin)
    except RegistryError as error:
        msg = f"{origin}: {error}"
        raise RegistryError(msg) from error
    return found


def _pairs_in(data: Mapping[str, Any]) -> tuple[list[tuple[Any, Any]], list[tuple[Any, Any]]]:
    """Write lists of names of one organization, and of several, as pairs of names."""
    same = _groups("same", data.get("same", []))
    distinct = _groups("distinct", data.get("distinct", []))
    if sum(len(names) * (len(names) - 1) // 2 for names in distinct) > MAX_PAIRS:
        msg = f"distinct: more than {MAX_PAIRS} pairs of names"
        raise RegistryError(msg)
    firsts = [(names[0], name) for names in same for name in names[1:] or names]
    return firsts, [pair for names in distinct for pair in itertools.combinations(names, 2)]


def _groups(kind: str, groups: object) -> list[list[Any]]:
    if not isinstance(groups, list):
        msg = f"{kind}: {shortened(groups)} is not a list of lists of names"
        raise RegistryError(msg)
    for number, names in enumerate(groups, start=1):
        if not isinstance(names, list) or not names:
            msg = f"{kind} entry {number}: {shortened(names)} is not a list of names"
            raise RegistryError(msg)
    return groups


def _statement(kind: str, entry: object, *, place: str, origin: str | None) -> Statement:
    values = _values(kind, entry, place)
    for key in KINDS[kind][:2]:
        if not isinstance(values.get(key), str):
            found = shortened(values.get(key))
            msg = f"{place}: {found} is not a name: expected a text as {key!r}"
            raise RegistryError(msg)
    dates = [
        stretch_of(values[key], f"{place}, {key!r}") if values.get(key) is not None else None
        for key in (*KINDS[kind][2:], "", "")[:2]
    ]
    first, last = dates
    if kind == "mergers" and first is None:
        msg = f"{place}, 'on': None is not a date: a merger needs its day, month or year"
        raise RegistryError(msg)
    if first and last and last.latest < first.earliest:
        msg = f"{place}: ends ({values['until']!r}) before it begins ({values['since']!r})"
        raise RegistryError(msg)
    name, other = (values[key] for key in KINDS[kind][:2])
    return Statement(kind=kind, name=name, other=other, first=first, last=last, origin=origin)


def _values(kind: str, entry: object, place: str) -> dict[str, Any]:
    keys = KINDS[kind]
    if isinstance(entry, Mapping):
        values = dict(entry)
        values.pop("source", None)
    elif isinstance(entry, tuple | list) and len(entry) <= len(keys):
        values = dict(zip(keys, entry, strict=False))
    else:
        values = {"": None}
    needed = keys if kind == "mergers" else keys[:2]
    if not set(needed) <= set(values) <= set(keys):
        msg = f"{place}: {shortened(entry)} is not a statement: expected ({', '.join(keys)})"
        raise RegistryError(msg)
    return values


def _read_date(text: str, place: str) -> Stretch:
    iso = re.fullmatch(_ISO, text.strip())
    try:
        if iso:
            return _iso_stretch(*(int(part) if part else None for part in iso.groups()))
        read = parse_date(text)
    except (DateError, ValueError) as error:
        msg = f"{place}: {shortened(text)} is not a date: {error}"
        raise RegistryError(msg) from error
    return stretch_of(read, place)


def _iso_stretch(year: int | None, month: int | None, day: int | None) -> Stretch:
    earliest = dt.date(year or 0, month or 1, day or 1)
    if day:
        return Stretch(earliest, earliest)
    following = dt.date(earliest.year + (month in {None, 12}), (month or 12) % 12 + 1, 1)
    return Stretch(earliest, following - dt.timedelta(days=1))


def _shown_stretch(stretch: Stretch) -> str:
    first, last = stretch.earliest, stretch.latest
    if first == last:
        return first.isoformat()
    return f"{first:%Y-%m}" if first.month == last.month else f"{first.year:04d}"
