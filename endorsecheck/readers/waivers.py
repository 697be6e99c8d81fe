r"""Waivers from a file: TOML tables called ``waiver``, or the rows of a CSV file.

Both name the endorser (``url`` or ``name``), the ``skill`` and the ``reason`` that a waiver is
for, all of which a finding must fit, ``why`` it is given, and ``until`` when it holds. What is
not understood is reported and never left out of a waiver: that would make it cover more.
"""

from __future__ import annotations

import datetime as dt
import importlib
import re
from collections.abc import Mapping
from typing import Any

import attrs

from endorsecheck._safe import visible
from endorsecheck.codes import Reason
from endorsecheck.dates import DateMark, PartialDate, parse_date
from endorsecheck.exceptions import DateError, EndorsecheckError, ReadError
from endorsecheck.readers._decode import Text, decode
from endorsecheck.readers._diagnostics import Diagnostic, TableCount
from endorsecheck.readers._guard import bare
from endorsecheck.readers._layout import Layout
from endorsecheck.readers._limits import Limits
from endorsecheck.readers._row import Row
from endorsecheck.readers._sheet import Sheet
from endorsecheck.readers._source import Kind, Source, open_bundle
from endorsecheck.waivers import Waiver

__all__ = ["WaiverFile", "read_waivers"]

_LAYOUT = Layout(
    {
        "URL": ("Profile URL", "Endorser URL", "LinkedIn URL", "Profile", "Link"),
        "Name": ("Endorser", "Full Name", "Person"),
        "Skill": ("Skill Name",),
        "Reason": ("Reason Code", "Code"),
        "Why": ("Because", "Explanation", "Justification"),
        "Until": ("Valid Until", "Expires", "Expires On", "Ends"),
    },
    (("Why",), ("URL", "Name", "Skill", "Reason")),
)
_KEYS = ("url", "name", "skill", "reason", "why", "until")
_TABLE = re.compile(r"^\s*\[\[\s*waiver\s*\]\]", re.MULTILINE)


@attrs.frozen
class WaiverFile:
    r"""The waivers of a file.

    Attributes:
        waivers: In the order of the file.
        diagnostics: What was noticed. A row or table that is reported made no waiver.
        tables: Rows or tables of the file, and what became of them.

    Example:
        >>> from endorsecheck.readers import waivers
        >>> waivers.read_waivers(b"Name,Why\nRavi Shah,my mentor\n").tables[0].used
        1
    """

    waivers: tuple[Waiver, ...]
    diagnostics: tuple[Diagnostic, ...]
    tables: tuple[TableCount, ...]


def read_waivers(source: Source, *, limits: Limits | None = None) -> WaiverFile:
    r"""Read waivers from a TOML or CSV file, for ``endorsecheck.audit(..., waivers=...)``.

    A file named ``.toml``, or that has a line ``[[waiver]]``, is TOML; any other is CSV with
    the columns ``URL``, ``Name``, ``Skill``, ``Reason``, ``Why`` and ``Until``. A month or year
    in ``until`` stands for its last day.

    Args:
        source: Path of the file, its bytes, or a file open for reading.
        limits: How much is taken in; ``Limits()`` if not given.

    Raises:
        ReadError: It cannot be read, is no TOML, or lacks a column that is needed; or it is
            TOML, and on Python 3.10 the package tomli is missing.
        TypeError: ``source`` is none of these kinds.

    Example:
        >>> from endorsecheck.readers import waivers
        >>> text = b'[[waiver]]\nname = "Ravi Shah"\nwhy = "my mentor"\nuntil = 2027-01-31\n'
        >>> (waiver,) = waivers.read_waivers(text).waivers
        >>> print(waiver.name, waiver.until)
        Ravi Shah 2027-01-31
    """
    bounds = limits or Limits()
    with open_bundle(source, bounds) as bundle:
        if bundle.kind is not Kind.FILE:
            msg = f"{visible(bundle.name)}: expected a TOML or CSV file"
            raise ReadError(msg)
        (entry,) = bundle.entries
        text = decode(bundle.read(entry), entry.name)
    name = text.file.lower()
    is_toml = name.endswith(".toml") or (not name.endswith(".csv") and _TABLE.search(text.content))
    return _of_toml(text, bounds) if is_toml else _of_csv(text, bounds)


class _FieldError(Exception):
    """One field that can't be understood."""

    def __init__(self, *, field: str, expected: str) -> None:
        super().__init__(field, expected)
        self.field = field
        self.expected = expected


def _waiver(cells: Mapping[str, str]) -> Waiver:
    """The waiver of fields given as text, by lower-case name; a blank says nothing."""
    return Waiver(
        why=cells["why"],
        url=cells["url"],
        name=cells["name"],
        skill=cells["skill"],
        reason=_reason(cells["reason"]),
        until=_until(cells["until"]),
    )


def _reason(text: str) -> Reason | None:
    codes = {str(reason.value): reason for reason in Reason}
    reason = codes.get("-".join(text.lower().split()))
    if text and reason is None:
        raise _FieldError(field="reason", expected=f"one of {', '.join(codes)}")
    return reason


def _until(text: str) -> dt.date | None:
    try:
        date = parse_date(text)
    except DateError:
        date = DateMark.ONGOING
    if isinstance(date, PartialDate):
        return date.latest
    if date is DateMark.UNKNOWN and not text:
        return None
    raise _FieldError(field="until", expected="a date, or blank")


# ---- CSV ---------------------------------------------------------------------------------------


def _of_csv(text: Text, limits: Limits) -> WaiverFile:
    sheet = Sheet(text, _LAYOUT, limits, source="waivers", clean=bare)
    waivers = sheet.read(lambda row: _of_row(row, sheet))
    return WaiverFile(tuple(waivers), tuple(sheet.diagnostics), (sheet.count,))


def _of_row(row: Row, sheet: Sheet) -> Waiver | None:
    known = set(sheet.places.values())
    filled = [place for place, cell in enumerate(row.cells) if cell.strip()]
    strange = [sheet.header[place].strip() for place in filled if place not in known]
    if strange:
        problem = f"not used, as the column '{visible(strange[0][:40])}' is not known"
        row.report(problem=problem)
        return None
    try:
        return _waiver({key: row[_column(key)] for key in _KEYS})
    except _FieldError as fault:
        row.report(_column(fault.field), expected=fault.expected)
        return None


def _column(key: str) -> str:
    return "URL" if key == "url" else key.capitalize()


# ---- TOML --------------------------------------------------------------------------------------


def _of_toml(text: Text, limits: Limits) -> WaiverFile:
    file = visible(text.file)
    tables = _tables(text, file)
    if len(tables) > limits.max_rows:
        msg = f"{file}: more than {limits.max_rows} waivers, expected fewer"
        raise ReadError(msg)
    waivers: list[Waiver] = []
    diagnostics: list[Diagnostic] = list(text.diagnostics)
    for number, table in enumerate(tables):
        place = f"waiver[{number}]"
        try:
            waivers.append(_waiver(_cells(table)))
        except _FieldError as fault:
            at = f"{place}.{fault.field}" if fault.field else place
            value = table.get(fault.field) if isinstance(table, dict) else table
            found = Diagnostic(file, path=at, value=_shown(value), expected=fault.expected)
            diagnostics.append(found)
        except EndorsecheckError as error:
            diagnostics.append(Diagnostic(file, path=place, problem=str(error)))
    used = len(waivers)
    count = TableCount(file, len(tables), used, len(tables) - used)
    return WaiverFile(tuple(waivers), tuple(diagnostics), (count,))


def _shown(value: object) -> str:
    """A value as text; of what has none (a huge number, endless nesting) its kind."""
    try:
        return str(value)
    except (ValueError, RecursionError):
        return type(value).__name__


def _tables(text: Text, file: str) -> list[Any]:
    """The tables called waiver."""
    if text.has_strays:
        msg = f"{file}: not UTF-8, as TOML has to be"
        raise ReadError(msg)
    try:
        data: dict[str, Any] = _parser(file).loads(text.content.replace("\r\n", "\n"))
    except (ValueError, RecursionError) as error:
        msg = f"{file}: not TOML: {visible(str(error))}"
        raise ReadError(msg) from None
    tables = data.pop("waiver", [])
    if data or not isinstance(tables, list):
        found = next(iter(data), "waiver")
        msg = f"{file}: expected tables called [[waiver]] alone, found {visible(found[:60])!r}"
        raise ReadError(msg)
    return tables


def _parser(file: str) -> Any:  # noqa: ANN401 # one of two modules with one interface
    for name in ("tomllib", "tomli"):
        try:
            return importlib.import_module(name)
        except ModuleNotFoundError:  # noqa: PERF203 # two rounds at most
            continue
    msg = f"{file}: TOML on Python 3.10 needs the package tomli: install endorsecheck[toml]"
    raise ReadError(msg)


def _cells(table: object) -> dict[str, str]:
    """The fields of a table as text."""
    if not isinstance(table, dict):
        raise _FieldError(field="", expected="a table")
    cells = dict.fromkeys(_KEYS, "")
    for key, value in table.items():
        if key not in cells:
            raise _FieldError(field=key, expected=f"one of the keys {', '.join(_KEYS)}")
        is_day = isinstance(value, dt.date) and not isinstance(value, dt.datetime)
        if not isinstance(value, str) and not (key == "until" and is_day):
            raise _FieldError(field=key, expected="a date" if key == "until" else "a text")
        cells[key] = str(value).strip()
    return cells
