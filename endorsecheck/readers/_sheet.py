"""One table under way: where its header stands, its rows, and what was said about them.

Every record after the header is either used or reported with its place; the counts are kept
here, so that no reader can lose a row.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Generator, Iterator, Sequence
from itertools import chain, islice
from typing import TypeVar

from endorsecheck._safe import visible
from endorsecheck.exceptions import EndorsecheckError, ReadError
from endorsecheck.models import Person
from endorsecheck.readers._blocks import MOST, Batch, Bulk, Columns, columns_of, stretches
from endorsecheck.readers._csv import Record, Tokenizer
from endorsecheck.readers._decode import Text, is_stray, repaired
from endorsecheck.readers._diagnostics import Diagnostic, Severity, TableCount
from endorsecheck.readers._header import find_header
from endorsecheck.readers._layout import Layout, folded
from endorsecheck.readers._limits import Limits
from endorsecheck.readers._row import Row

__all__: list[str] = []

T = TypeVar("T")

_LINES_A_ROW = 4
_DATE_LIKE = re.compile(r"(?=.*[0-9])[^\s\"]+(?: [^\s\"]+){0,4}")
_LONGEST_DATE = 40
_NUL = "\0"
_FEWER = 8
"""By which a block gets smaller that is not plain."""


class Sheet:
    """One table: its columns, its rows and their accounts.

    Args:
        text: The content of the file.
        layout: The columns it may have.
        limits: How much may be read.
        source: The kind of source, for the provenance of the records.
        clean: What is done to each cell that is asked for, its outer blanks being removed; it
            leaves none.

    Attributes:
        places: Number of the cell of each column that the header has.
        diagnostics: What was noticed so far.
        lost: Rows that say something and could not be used; records where they are not whole.

    Raises:
        ReadError: No header with the required columns, or one of them twice.
    """

    def __init__(
        self,
        text: Text,
        layout: Layout,
        limits: Limits,
        *,
        source: str,
        clean: Callable[[str], str] = str,
    ) -> None:
        self.file = visible(text.file)
        self.source = source
        self.clean = clean
        self.people: dict[tuple[str, str], Person] = {}
        self.diagnostics: list[Diagnostic] = list(text.diagnostics)
        self.lost: list[Row | Record] = []
        self._rows = self._used = 0
        self._layout = layout
        self._limits = limits
        self._has_nul = _NUL in text.content
        self._has_strays = text.has_strays
        self.delimiter, header = find_header(text.content, layout, self.file)
        self._tokens = Tokenizer(text.content, self.delimiter)
        self._check_lines(text.content)
        self._after = header.after
        self.header: Sequence[str] = ()
        self.places: dict[str, int] = {}
        self._take_header(header)
        self._plain_places = self.places
        for name in layout.usual:
            if name not in self.places:
                self.report(header.line, problem=f"no column '{name}'", severity=Severity.INFO)

    def person(self, name: str, url: str) -> Person:
        """The person of that name and address, one record however often they are named."""
        known = self.people.get((name, url))
        if known is None:
            self.people[name, url] = known = Person(name, url or None)
        return known

    # ---- reporting -----------------------------------------------------------------------------

    def report(
        self,
        line: int | None,
        column: str | None = None,
        *,
        value: str | None = None,
        expected: str | None = None,
        problem: str | None = None,
        severity: Severity = Severity.WARNING,
    ) -> None:
        """Add a diagnostic; a column is named as the header spells it.

        Raises:
            ReadError: There are more than the limits allow.
        """
        if len(self.diagnostics) >= self._limits.max_diagnostics:
            msg = f"{self.file}: more than {len(self.diagnostics)} faults, expected a table"
            raise ReadError(msg)
        place = self.places.get(column) if column is not None else None
        heading = column if place is None else self.header[place].strip()
        self.diagnostics.append(
            Diagnostic(
                self.file,
                line,
                heading,
                value=value,
                expected=expected,
                problem=problem,
                severity=severity,
            )
        )

    @property
    def count(self) -> TableCount:
        """What became of the rows so far."""
        return TableCount(self.file, self._rows, self._used, self._rows - self._used)

    # ---- the header ----------------------------------------------------------------------------

    def _check_lines(self, text: str) -> None:
        most = _LINES_A_ROW * self._limits.max_rows
        is_long = len(self._tokens.lines) > most
        if is_long and text.count("\n") + text.count("\r") > 2 * most:  # CRLF is one line
            msg = f"{self.file}: more than {most} lines, expected fewer"
            raise ReadError(msg)

    def _take_header(self, header: Record) -> None:
        found = self._layout.match(header.cells)
        for places in found.values():
            headings = [visible(header.cells[place].strip()) for place in places[:2]]
            if len(headings) == 1:
                continue
            if folded(headings[0]) == folded(headings[1]):
                msg = f"{self.file} row {header.line}: two columns are called '{headings[0]}'"
                raise ReadError(msg)
            problem = f"not read, as '{headings[0]}' says the same"
            self.report(header.line, headings[1], problem=problem)
        self.header = header.cells
        self._headings = frozenset(header.cells)
        self.places = {name: places[0] for name, places in found.items()}
        self._first = min(self.places.values())
        self._report_strays(header)

    # ---- the rows ------------------------------------------------------------------------------

    def read(self, make: Callable[[Row], T | None]) -> list[T]:
        """The records of :meth:`batches`, all at once."""
        return [*chain.from_iterable(self.batches(make))]

    def batches(
        self, make: Callable[[Row], T | None], bulk: Bulk[T] | None = None
    ) -> Iterator[Batch[T]]:
        """A record for each row; a row for which there is none has been reported.

        Args:
            make: Gives the record; ``None`` if the row has none, and then reports on it.
            bulk: Is asked first, about blocks of rows in which nothing has to be repaired.

        Raises:
            ReadError: More rows than the limits allow.
        """
        at = self._after
        if bulk is not None and self._is_plain():
            at = yield from self._in_blocks(make, bulk)
        for record in self._tokens.records(at, self._is_row):
            yield self._of_record(record, make)

    def _in_blocks(
        self, make: Callable[[Row], T | None], bulk: Bulk[T]
    ) -> Generator[Batch[T], None, int]:
        """The records up to the next header, if any comes; gives the index of the line after it.

        Where a line of a block is no row, smaller blocks are tried, down to that one line.
        """
        at, size, header, lines = self._after, MOST, self.header, self._tokens.lines
        while at < lines.filled and self.header is header:
            block = lines.block(at, size)
            columns = self._columns(block)
            if columns is not None:
                yield from self._in_bulk(at + 1, columns, make, bulk)
                at, size = at + len(columns[0]), min(2 * size, MOST)
            elif (count := block.count("\n")) > 1:
                size = count // _FEWER or 1
            else:
                record = next(self._tokens.records(at, self._is_row), None)
                if record is None:
                    return lines.filled
                at, size = record.after, _FEWER
                yield self._of_record(record, make)
        return at

    def _columns(self, block: str) -> Columns | None:
        """The cells of a block, column by column; ``None`` unless each line is a plain row."""
        most = self._limits.max_cell
        if len(block) > most and max(map(len, block.split("\n"))) > most:
            return None
        columns = columns_of(block, self.delimiter, len(self.header))
        if columns is None or not self._headings.isdisjoint(columns[self._first]):
            return None
        return columns

    def _in_bulk(
        self, line: int, columns: Columns, make: Callable[[Row], T | None], bulk: Bulk[T]
    ) -> Iterator[Batch[T]]:
        """The records of a block, those of rows that are not plain one by one."""
        whole = bulk(line, columns)
        if whole is not None:
            yield self._used_all(whole)
            return
        for first, end in stretches(bulk.odd(columns), len(columns[0])):
            part = [column[first:end] for column in columns]
            made = bulk(line + first, part) if end - first > 1 else None
            if made is not None:
                yield self._used_all(made)
                continue
            for at, cells in enumerate(zip(*part, strict=True), line + first):
                yield self._of_record(Record(at, [*cells], at), make)

    def _used_all(self, made: Batch[T]) -> Batch[T]:
        self._count(len(made))
        self._used += len(made)
        return made

    def _count(self, rows: int) -> None:
        self._rows += rows
        most = self._limits.max_rows
        if self._rows > most:
            msg = f"{self.file}: more than {most} rows, expected fewer"
            raise ReadError(msg)

    def _of_record(self, record: Record, make: Callable[[Row], T | None]) -> Batch[T]:
        """The record of one row, if it has one."""
        self._count(1)
        row = self._row(record)
        made = self._made(row, make) if row is not None else None
        if made is None:
            return ()
        self._used += 1
        return (made,)

    def _is_plain(self) -> bool:
        """Whether no cell of the table has to be repaired."""
        return not (self._has_nul or self._has_strays)

    def _made(self, row: Row, make: Callable[[Row], T | None]) -> T | None:
        """The record of a row; one for which there is none is reported."""
        before = len(self.diagnostics)
        try:
            record = make(row)
        except EndorsecheckError as error:
            self.report(row.line, problem=str(error))
            record = None
        if record is not None:
            return record
        if len(self.diagnostics) == before:
            row.report(problem="not used")
        if row.is_lost:
            self.lost.append(row)
        return None

    def row_at(self, line: int) -> Row:
        """The row on a line once more, of those that were read in blocks."""
        (record,) = islice(self._tokens.records(line - 1, self._is_row), 1)
        return Row(self, self._plain_places, line, record.cells)

    def _row(self, record: Record) -> Row | None:
        """The row that a record is; ``None`` if it is not whole, and then it is reported."""
        line, cells = record.line, record.cells
        is_ragged = len(cells) != len(self.header)
        if is_ragged or not "".join(cells).strip() or self._is_header(record):
            self._set_aside(record)
            return None
        if max(map(len, cells)) > self._limits.max_cell:
            self._set_aside_long(record)
            return None
        self._report_strays(record)
        if self._has_nul or self._has_strays:
            cells = self._mended(line, cells)
        return Row(self, self.places, line, cells)

    def _is_header(self, record: Record) -> bool:
        first = record.cells[self._first]
        return first in self.header and not self._layout.missing(self._layout.match(record.cells))

    def _set_aside(self, record: Record) -> None:
        """Report a record that is no row: blank, ragged, or a header once more."""
        line, cells = record.line, record.cells
        if not any(cell.strip() for cell in cells):
            self.report(line, problem="a blank row", severity=Severity.INFO)
        elif self._layout.may_be_header(cells) and not self._layout.missing(
            self._layout.match(cells)
        ):
            self.report(line, problem="the header once more")
            self._take_header(record)
        else:
            width = len(self.header)
            self.report(line, problem=f"{len(cells)} cells", expected=f"{width} as in the header")
            self.lost.append(record)

    def _set_aside_long(self, record: Record) -> None:
        most = self._limits.max_cell
        for place, cell in enumerate(record.cells):
            if len(cell) > most:
                problem = f"{len(cell)} characters, expected at most {most}"
                self._report_cell(record.line, place, record.cells, problem)
        self.lost.append(Row(self, self.places, record.line, record.cells))

    def _mended(self, line: int, cells: list[str]) -> list[str]:
        """The cells with stray bytes repaired; those and the ones with a NUL are reported."""
        for place, cell in enumerate(cells):
            if self._has_strays and is_stray(cell):
                cells[place] = repaired(cell)
                self._report_cell(line, place, cells, "not UTF-8, read as cp1252")
            if _NUL in cell:
                self._report_cell(line, place, cells, "a NUL character")
        return cells

    def _report_strays(self, record: Record) -> None:
        for place in record.strays:
            self._report_cell(record.line, place, record.cells, "a quote that no other closes")

    def _report_cell(self, line: int, place: int, cells: Sequence[str], problem: str) -> None:
        """Report on a cell by its number, with its value if the column is one that is read."""
        name = next((name for name, at in self.places.items() if at == place), None)
        heading = name if name is not None else self.header[place].strip() or None
        value = cells[place] if name is not None else None
        self.report(line, heading, value=value, problem=problem)

    def _is_row(self, cells: list[str]) -> bool:
        """Whether cells could be a row of this table, not a line of running text."""
        if len(cells) != len(self.header) or any(cell.startswith(" ") for cell in cells[1:]):
            return False
        layout = self._layout
        cell_of = {name: cells[place].strip() for name, place in self.places.items()}
        dates = [cell_of[name] for name in layout.dates if cell_of.get(name)]
        names = [group for group in layout.required if not set(group) <= set(layout.dates)]
        filled = all(any(cell_of.get(name) for name in group) for group in names)
        return filled and all(
            len(date) <= _LONGEST_DATE and _DATE_LIKE.fullmatch(date) for date in dates
        )
