"""One row of a table under way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from endorsecheck.models import Person, Provenance
from endorsecheck.readers._diagnostics import Severity

if TYPE_CHECKING:
    from endorsecheck.readers._sheet import Sheet

__all__: list[str] = []


class Row:
    """One row: its cells by the name of their column, and a way to report on them.

    Args:
        sheet: The table.
        places: Number of the cell of each column, under the header that was above the row.
        line: Where it stands.
        cells: What it says.
    """

    __slots__ = ("_provenance", "_sheet", "_texts", "cells", "is_lost", "line")

    def __init__(
        self, sheet: Sheet, places: Mapping[str, int], line: int, cells: Sequence[str]
    ) -> None:
        self._sheet = sheet
        self.cells = cells
        self.line = line
        self.is_lost = True
        self._provenance: Provenance | None = None
        clean = sheet.clean
        self._texts = {name: clean(cells[at].strip()) for name, at in places.items()}

    def __getitem__(self, column: str) -> str:
        """The cell without outer blanks; empty if there is no such column."""
        return self._texts.get(column, "")

    def has(self, column: str) -> bool:
        """Whether the table has the column."""
        return column in self._texts

    def report(
        self,
        column: str | None = None,
        *,
        expected: str | None = None,
        problem: str | None = None,
        severity: Severity = Severity.WARNING,
    ) -> None:
        """Say what is wrong with the row, or with one cell of it."""
        self._sheet.report(
            self.line,
            column,
            value=(self[column] or None) if column is not None else None,
            expected=expected,
            problem=problem,
            severity=severity,
        )

    def skip(self, problem: str) -> None:
        """Say why there is no record, though nothing is lost by it."""
        self.is_lost = False
        self.report(problem=problem, severity=Severity.INFO)

    @property
    def place(self) -> tuple[str, str, int]:
        """Kind of source, file and line."""
        return self._sheet.source, self._sheet.file, self.line

    @property
    def provenance(self) -> Provenance:
        """Where the row stands."""
        if self._provenance is None:
            self._provenance = Provenance(*self.place)
        return self._provenance

    def person(self, name: str, url: str) -> Person:
        """The person of that name and address, one record however often they are named."""
        return self._sheet.person(name, url)
