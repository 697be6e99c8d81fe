"""Which file of an export is which table, whatever the export's age and layout.

Names compare without case, blanks, ``_`` and ``-``. Long tables may come in numbered parts
(``Positions_1.csv``), which are read one after the other. The old ``Endorsements.csv`` holds
endorsements *given*; the old ``Recommendations.csv`` does not say which way, and is not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any

from endorsecheck._safe import visible
from endorsecheck.exceptions import ReadError
from endorsecheck.readers import _linkedin_tables as tables
from endorsecheck.readers._blocks import Batch
from endorsecheck.readers._decode import decode
from endorsecheck.readers._diagnostics import Diagnostic, Severity, TableCount
from endorsecheck.readers._layout import folded
from endorsecheck.readers._limits import Limits
from endorsecheck.readers._linkedin_tables import Table
from endorsecheck.readers._sheet import Sheet
from endorsecheck.readers._source import Bundle, Entry, Kind

__all__: list[str] = []

SOURCE = "linkedin-export"
"""What the provenance of every record calls the source."""

_PART = re.compile(r"(?P<name>.+?)(?:[ _-](?P<part>\d{1,12}))?\.csv", re.IGNORECASE | re.ASCII)
_BY_NAME = {folded(table.name.removesuffix(".csv")): table for table in tables.TABLES}
_OLD_RECOMMENDATIONS = "recommendations.csv"
_MOST_NAMED = 12


class Reading:
    """What came of one table, or of several parts of it.

    Attributes:
        table: Which.
        batches: Records, one for each row used.
        counts: Rows of each file.
        diagnostics: What was noticed.
        is_whole: Whether every row that says something was used.
    """

    def __init__(
        self, table: Table, diagnostics: Iterable[Diagnostic] = (), *, is_whole: bool = True
    ) -> None:
        self.table = table
        self.batches: list[Batch[Any]] = []
        self.counts: list[TableCount] = []
        self.diagnostics = [*diagnostics]
        self.is_whole = is_whole

    @property
    def records(self) -> Iterator[Any]:
        """One after the other."""
        return chain.from_iterable(self.batches)

    def add(self, sheet: Sheet) -> None:
        """Read one file into this."""
        if sheet.delimiter != ",":
            what = "tabs" if sheet.delimiter == "\t" else "semicolons"
            sheet.report(None, problem=f"cells stand between {what}", expected="commas")
        self.batches += sheet.batches(self.table.make, self.table.bulk(sheet))
        self.diagnostics += sheet.diagnostics
        self.counts.append(sheet.count)
        self.is_whole = self.is_whole and not sheet.lost


def table_named(name: str) -> tuple[Table | None, int]:
    """The table that a file holds by its name, and the number of the part."""
    found = _PART.fullmatch(name)
    if found is None:
        return None, 0
    return _BY_NAME.get(folded(found["name"])), int(found["part"] or 0)


def sheet_of(data: bytes, name: str, table: Table, limits: Limits) -> Sheet:
    """The table in a file.

    Raises:
        ReadError: It is not that table.
    """
    return Sheet(decode(data, name), table.layout, limits, source=SOURCE)


def table_in(data: bytes, name: str, limits: Limits) -> tuple[Table, Sheet]:
    """The table in a single file: by its name, else the one most of whose columns it has.

    Raises:
        ReadError: No table of an export has such columns.
    """
    known, _ = table_named(name)
    if known is not None:
        return known, sheet_of(data, name, known, limits)
    found: list[tuple[int, Table, Sheet]] = []
    for table in tables.TABLES:
        try:
            sheet = sheet_of(data, name, table, limits)
        except ReadError:
            continue
        found.append((len(sheet.places), table, sheet))
    if not found:
        msg = f"{visible(name)}: no header of a table of a LinkedIn export"
        raise ReadError(msg)
    _, table, sheet = max(found, key=lambda each: each[0])
    return table, sheet


def find(bundle: Bundle) -> dict[Table, list[Entry]]:
    """The files of each table that is there, its parts in their order."""
    found: dict[Table, list[tuple[int, Entry]]] = {}
    for entry in bundle.entries:
        table, part = table_named(entry.name)
        if table is not None:
            found.setdefault(table, []).append((part, entry))
        elif problem := _unread(bundle, entry):
            note = Diagnostic(entry.name, problem=problem, severity=Severity.INFO)
            bundle.diagnostics += (note,)
    return {
        table: [entry for _, entry in sorted(parts, key=lambda each: each[0])]
        for table, parts in found.items()
    }


def _unread(bundle: Bundle, entry: Entry) -> str | None:
    """Why a file is not read, where its owner may wonder."""
    if folded(entry.name) == _OLD_RECOMMENDATIONS:
        return "not read: it does not say whether they were received or given"
    if bundle.kind is Kind.FILES:
        return "not read: not the name of a table of an export"
    return None


def check_required(found: Iterable[Table], bundle: Bundle) -> None:
    """Refuse an export without endorsements received or positions.

    Raises:
        ReadError: One is missing; the message names the files that are there.
    """
    missing = [table.name for table in tables.REQUIRED if table not in set(found)]
    if missing:
        found_names = _named(bundle.entries)
        msg = f"{visible(bundle.name)}: no {' and no '.join(missing)}, found {found_names}"
        raise ReadError(msg)


def _named(entries: Sequence[Entry]) -> str:
    names = sorted({visible(entry.name[:100]) for entry in entries})
    if not names:
        return "no file"
    more = len(names) - _MOST_NAMED
    return ", ".join(names[:_MOST_NAMED]) + (f" and {more} more" if more > 0 else "")


def read(bundle: Bundle, table: Table, entries: Sequence[Entry]) -> Reading:
    """The records of one table.

    Raises:
        ReadError: A file cannot be read, is not that table, or is there twice.
    """
    reading = Reading(table)
    for entry, data in _distinct(bundle, entries, reading):
        reading.add(sheet_of(data, entry.name, table, bundle.limits))
    return reading


def read_optional(bundle: Bundle, table: Table, entries: Sequence[Entry]) -> Reading:
    """The records of a table without which the audit can do; what cannot be read is reported."""
    try:
        return read(bundle, table, entries)
    except ReadError as error:
        file, _, problem = str(error).partition(": ")
        fault = Diagnostic(file, problem=f"not read: {problem}")
        return Reading(table, diagnostics=[fault], is_whole=False)


def _distinct(
    bundle: Bundle, entries: Sequence[Entry], reading: Reading
) -> Iterable[tuple[Entry, bytes]]:
    """The parts of a table with their content; two files of one name must not differ."""
    seen: dict[str, tuple[Entry, bytes]] = {}
    for entry in entries:
        data = bundle.read(entry)
        key = folded(entry.name)
        if key not in seen:
            seen[key] = entry, data
            yield entry, data
        elif seen[key][1] == data:
            problem = f"there twice with one content, read once ({visible(entry.path)})"
            note = Diagnostic(entry.name, problem=problem, severity=Severity.INFO)
            reading.diagnostics.append(note)
        else:
            paths = f"{visible(seen[key][0].path)} and {visible(entry.path)}"
            msg = (
                f"{visible(entry.name)}: there twice and different ({paths}), expected one export"
            )
            raise ReadError(msg)
