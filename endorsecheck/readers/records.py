"""Plain records: the rows of a data frame, a database cursor, a CRM's API answer.

Anything that iterates as mappings goes in; the way out is ``AuditResult.to_records()``.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping

from endorsecheck.readers.table import PeopleFile, read_people

__all__ = ["people_from_records"]


def people_from_records(
    rows: Iterable[Mapping[str, object]],
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
        rows: The records; keys may differ from row to row.
        columns: Keys of the records that are called otherwise, and the column that they are:
            ``{"employer_name": "Organization"}``.
        complete: Whether a history is complete of which no record says so.
        dayfirst: Whether 03/04/2019 is 3 April; without it such a date is reported.

    Raises:
        ReadError: A column that is needed is missing.

    Example:
        >>> from endorsecheck.readers import records
        >>> rows = [{"who": "Ravi Shah", "Company": "Acme Corp", "Start": 2016, "End": None}]
        >>> (ravi,) = records.people_from_records(rows, {"who": "Name"}).people
        >>> print(ravi.history.engagements[0].period)
        2016 to unknown
    """
    named = dict(columns or {})
    renamed = [{named.get(key, key): value for key, value in row.items()} for row in rows]
    header = list(dict.fromkeys(key for row in renamed for key in row)) or ["Name", "Organization"]
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([_cell(row.get(key)) for key in header] for row in renamed)
    text = file.getvalue().encode("utf-8", "surrogatepass")
    return read_people(text, complete=complete, dayfirst=dayfirst)


def _cell(value: object) -> str:
    """The text of a value; a missing one is empty."""
    if value is None or value != value:  # noqa: PLR0124 # not-a-number is unlike itself
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, (list, tuple, set, frozenset)):
        return "; ".join(
            sorted(map(str, value)) if isinstance(value, (set, frozenset)) else map(str, value)
        )
    return " ".join(str(value).splitlines())
