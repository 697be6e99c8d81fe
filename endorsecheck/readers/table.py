"""People in a spreadsheet: a CSV of who was where when, and the worksheet to gather it with.

One row is one engagement or one declared relationship of one person. Headings compare without
case, blanks and ``_``, and the usual other names are known (``Company`` for ``Organization``,
``Start`` or ``From`` for ``Started On``, ...). Cells stand between commas, semicolons or tabs.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import IO, TYPE_CHECKING

import attrs

from endorsecheck._safe import visible
from endorsecheck.exceptions import ReadError
from endorsecheck.models import Connection, Person
from endorsecheck.readers import _worksheet
from endorsecheck.readers._decode import decode
from endorsecheck.readers._diagnostics import Diagnostic, Severity, TableCount
from endorsecheck.readers._guard import bare
from endorsecheck.readers._layout import folded
from endorsecheck.readers._limits import Limits
from endorsecheck.readers._people_groups import Gathering
from endorsecheck.readers._people_rows import FOR_INFORMATION, LAYOUT
from endorsecheck.readers._sheet import Sheet
from endorsecheck.readers._source import Kind, Source, open_bundle

if TYPE_CHECKING:
    from endorsecheck.findings import AuditResult

__all__ = ["PeopleFile", "read_people", "write_worksheet"]

SOURCE = "people-table"
"""What the provenance of every record calls the source."""

_MOST_NAMED = 5
_IGNORED = frozenset(map(folded, FOR_INFORMATION))


@attrs.frozen
class PeopleFile:
    r"""The people of a file.

    Attributes:
        people: One for each profile address, or name without one, in the order of the file.
        diagnostics: What was noticed.
        tables: Rows of the file, and what became of them.

    Example:
        >>> from endorsecheck.readers import table
        >>> table.read_people(b"Name,Company\nRavi Shah,Acme Corp\n").tables[0].used
        1
    """

    people: tuple[Person, ...]
    diagnostics: tuple[Diagnostic, ...]
    tables: tuple[TableCount, ...]


def read_people(
    source: Source,
    *,
    complete: bool = False,
    dayfirst: bool | None = None,
    limits: Limits | None = None,
) -> PeopleFile:
    r"""Read people and their histories from a CSV file.

    Needed are a column ``Name`` or ``URL`` and one of ``Organization``, ``Project`` and
    ``Relationship``; read are also ``Kind``, ``Title``, ``Started On``, ``Finished On``,
    ``Complete``, ``Recorded On``, ``Skills`` (between ``;`` or ``|``), ``Team``, ``Location``
    and ``Headcount``. A blank end is unknown; write "Present" for one that is ongoing. A row
    with a ``Relationship`` is a tie to the owner, and an engagement too if it has a kind,
    title or project.

    Args:
        source: Path of the file, its bytes, or a file open for reading.
        complete: Whether a history is complete of which the column ``Complete`` says nothing.
            One from which a row could not be read is never complete.
        dayfirst: Whether 03/04/2019 is 3 April; without it such a date is reported.
        limits: How much is taken in; ``Limits()`` if not given.

    Raises:
        ReadError: It cannot be read, or lacks a column that is needed.
        TypeError: ``source`` is none of these kinds.

    Example:
        >>> from endorsecheck.readers import table
        >>> text = b"Person,Company,From,To,Complete\nRavi Shah,Acme Corp,2016,Mar 2019,yes\n"
        >>> (ravi,) = table.read_people(text).people
        >>> print(ravi.history.engagements[0].period, ravi.history.complete)
        2016 to 2019-03 True
    """
    bounds = limits or Limits()
    with open_bundle(source, bounds) as bundle:
        if bundle.kind is not Kind.FILE:
            hint = "a workbook has to be saved as CSV first"
            msg = f"{visible(bundle.name)}: expected a CSV file ({hint})"
            raise ReadError(msg)
        (entry,) = bundle.entries
        sheet = Sheet(
            decode(bundle.read(entry), entry.name),
            LAYOUT,
            bounds,
            source=SOURCE,
            clean=bare,
        )
    _report_unread(sheet)
    people = Gathering(sheet, dayfirst=dayfirst, complete=complete).people()
    return PeopleFile(people, tuple(sheet.diagnostics), (sheet.count,))


def _report_unread(sheet: Sheet) -> None:
    """Say which columns are not known, in case one is misspelt."""
    read = set(sheet.places.values())
    unread = [
        visible(heading.strip())
        for place, heading in enumerate(sheet.header)
        if place not in read and heading.strip() and folded(heading) not in _IGNORED
    ]
    if unread:
        shown = ", ".join(f"'{heading[:40]}'" for heading in unread[:_MOST_NAMED])
        more = f" and {len(unread) - _MOST_NAMED} more" if len(unread) > _MOST_NAMED else ""
        problem = f"columns that are not known and not read: {shown}{more}"
        sheet.report(None, problem=problem, severity=Severity.INFO)


def write_worksheet(
    result: AuditResult,
    file: str | os.PathLike[str] | IO[str],
    *,
    connections: Iterable[Connection] = (),
) -> None:
    """Write a sheet to fill in: the endorsers whose verdict is unknown or might.

    One row for each, with name, profile address, the skills they endorsed and what is known,
    and blank columns for what is missing; rows may be added, one for each engagement.
    :func:`read_people` reads it back; cells that a spreadsheet would compute are guarded by an
    apostrophe, and read back without.

    Args:
        result: An audit.
        file: Path to write to (UTF-8 with the mark that spreadsheets look for), or a file open
            for writing text, opened with ``newline=""``.
        connections: The owner's, to tell since when they are connected.

    Raises:
        OSError: The file cannot be written.

    Example:
        >>> import datetime as dt
        >>> import io
        >>> import endorsecheck as ec
        >>> from endorsecheck.readers import table
        >>> profile = ec.Profile(
        ...     owner=ec.Person("Dana Reyes"),
        ...     as_of=dt.date(2026, 6, 30),
        ...     endorsements=[ec.Endorsement("Python", ec.Person("Ravi Shah"))],
        ... )
        >>> sheet = io.StringIO()
        >>> table.write_worksheet(ec.audit(profile), sheet)
        >>> print(*sheet.getvalue().splitlines()[1].split(",")[:3])
        Ravi Shah  Python
    """
    if isinstance(file, (str, os.PathLike)):
        with Path(file).open("w", encoding="utf-8-sig", newline="") as stream:
            _worksheet.write(result, stream, connections)
    else:
        _worksheet.write(result, file, connections)
