"""Plain records: the rows of a data frame, a database cursor, a CRM's API answer.

Anything that iterates as mappings goes in; the way out is ``AuditResult.to_records()``.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from endorsecheck._checks import shortened
from endorsecheck.exceptions import ReadError
from endorsecheck.readers._diagnostics import excerpt
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
    a missing value (``nan``, ``NaT``) is missing. The rows of a diagnostic count from 2, as in a
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
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(_cells(row, header, i) for i, row in enumerate(renamed))
    text = file.getvalue().encode("utf-8", "surrogatepass")
    return read_people(text, complete=complete, dayfirst=dayfirst)


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


def _cells(row: Mapping[str, object], header: Iterable[str], i: int) -> list[str]:
    try:
        return [_cell(row.get(key)) for key in header]
    except (ValueError, RecursionError):
        msg = f"records[{i}]: a value without end, expected texts, numbers, dates and lists"
        raise ReadError(msg) from None


def _cell(value: object) -> str:
    """The text of a value; a missing one is empty."""
    if isinstance(value, (list, tuple, set, frozenset)):
        cells = map(_cell, value)
        return "; ".join(cells if isinstance(value, (list, tuple)) else sorted(cells))
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
