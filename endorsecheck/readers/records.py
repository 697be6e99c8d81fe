"""Plain records: the rows of a data frame, a database cursor, a CRM's API answer.

Anything that iterates as mappings goes in; the way out is ``AuditResult.to_records()``.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Protocol

import attrs

from endorsecheck._checks import shortened
from endorsecheck.exceptions import ReadError
from endorsecheck.readers._diagnostics import Diagnostic, excerpt
from endorsecheck.readers._people_rows import LAYOUT
from endorsecheck.readers.table import PeopleFile, read_people

__all__ = ["Record", "people_from_records"]


class Record(Protocol):
    """What iterates as a mapping: a dict, a row of a database.

    Example:
        >>> import sqlite3
        >>> rows = sqlite3.connect(":memory:")
        >>> rows.row_factory = sqlite3.Row
        >>> rows.execute("select 'Ravi Shah' as name").fetchone().keys()
        ['name']
        >>> rows.close()
    """

    def keys(self) -> Iterable[str]:
        """The names of the values."""
        ...

    def __getitem__(self, key: str, /) -> Any:  # noqa: ANN401 # any value
        """The value of a name."""
        ...


def people_from_records(
    rows: Iterable[Record],
    columns: Mapping[str, str] | None = None,
    *,
    complete: bool = False,
    dayfirst: bool | None = None,
) -> PeopleFile:
    """Read people from records, one engagement or declared relationship each.

    The keys are those of the people file (:func:`endorsecheck.readers.table.read_people`) and
    its synonyms. Values may be texts, numbers, dates and ``None``; what a data frame writes for
    a missing value (``nan``, ``NaT``) is missing; an object with parts, bytes and what has no
    end is reported and left out. The rows of a diagnostic count from 2, as in a
    sheet with a heading.

    Args:
        rows: The records: dicts, rows of ``sqlite3.Row``, anything with ``keys``; the keys may
            differ from row to row.
        columns: Keys of the records that are called otherwise, and the column that they are:
            ``{"employer_name": "Organization"}``.
        complete: Whether a history is complete of which no record says so.
        dayfirst: Whether 03/04/2019 is 3 April; without it such a date is reported.

    Raises:
        ReadError: A row is no mapping, or a column that is needed is missing.

    Example:
        >>> from endorsecheck.readers import records
        >>> rows = [{"who": "Ravi Shah", "Company": "Acme Corp", "Start": 2016, "End": None}]
        >>> (ravi,) = records.people_from_records(rows, {"who": "Name"}).people
        >>> print(ravi.history.engagements[0].period)
        2016 to unknown
    """
    named = dict(columns or {})
    renamed = [_renamed(row, i, named) for i, row in enumerate(rows)]
    header = list(dict.fromkeys(key for row in renamed for key in row)) or ["Name", "Organization"]
    noticed: list[Diagnostic] = []
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(_cells(row, header, i, noticed) for i, row in enumerate(renamed, 2))
    text = file.getvalue().encode("utf-8", "surrogatepass")
    found = read_people(text, complete=complete, dayfirst=dayfirst)
    return attrs.evolve(found, diagnostics=(*noticed, *found.diagnostics)) if noticed else found


def _renamed(row: Record, i: int, columns: Mapping[str, str]) -> dict[str, object]:
    """A record under the names of the columns; rows of a database have ``keys`` too."""
    if not hasattr(row, "keys"):
        msg = f"records[{i}]: expected a mapping, found {excerpt(shortened(row))}"
        raise ReadError(msg)
    keys = list(row.keys())
    found = {columns.get(key, str(key)): row[key] for key in keys}
    if len(found) < len(keys):
        msg = f"records[{i}]: two keys stand for one column, expected one for each"
        raise ReadError(msg)
    return found


def _cells(
    row: Mapping[str, object], header: Iterable[str], line: int, noticed: list[Diagnostic]
) -> Iterator[str]:
    """The cells of a record; a value that is none of a cell is blank, and noticed."""
    for key in header:
        value = row.get(key)
        is_misplaced = isinstance(value, bool) and LAYOUT.match([key]).keys() - {_ANSWER}
        cell = None if is_misplaced else _cell_or_none(value)
        if cell is None:
            noticed.append(
                Diagnostic(_FILE, line, key, value=shortened(value), expected=_EXPECTED)
            )
        yield cell or ""


_FILE = "data"
"""The name that the reader of tables gives to what has none."""
_EXPECTED = "a text, a number, a date or a list of them"
_ANSWER = "Complete"
"""The column that takes a yes or no."""


def _cell_or_none(value: object) -> str | None:
    try:
        return _cell(value)
    except (TypeError, ValueError, RecursionError):
        return None


def _cell(value: object) -> str:
    """The text of a value; a missing one is empty.

    Raises:
        TypeError: It has parts, as an object of JSON does, or is bytes.
        ValueError: It is a number of thousands of digits.
        RecursionError: It is a list that holds itself.
    """
    if isinstance(value, (list, tuple, set, frozenset)):
        cells = map(_cell, value)
        return "; ".join(cells if isinstance(value, (list, tuple)) else sorted(cells))
    if isinstance(value, (Mapping, bytes, bytearray, memoryview)):
        raise TypeError
    if value is None or _is_missing(value):
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dt.date):
        return value.isoformat()[:10]
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return " ".join(str(value).splitlines())


def _is_missing(value: object) -> bool:
    """Whether a value stands for none: not-a-number is unlike itself, others are neither."""
    try:
        return bool(value != value)  # noqa: PLR0124 # the very test
    except (TypeError, ValueError):
        return True
