"""Many rows of a table at a time, column by column: nearly all rows need nothing repaired."""

from __future__ import annotations

import csv
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from itertools import repeat
from typing import Generic, Protocol, TypeAlias, TypeVar

from endorsecheck._ledger import Coded

__all__: list[str] = []

K = TypeVar("K", bound=Hashable)
T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

MOST = 2_048
"""Lines of a block."""
_SHORT = 10_000
"""Characters of a line for which the limit of the module ``csv`` is no matter."""

Columns: TypeAlias = Sequence[Sequence[str]]
"""The cells of a block, column by column."""


class Batch(Protocol[T_co]):
    """Records of rows that follow each other, perhaps made when somebody asks for them."""

    def __len__(self) -> int:
        """How many there are."""

    def __iter__(self) -> Iterator[T_co]:
        """One after the other."""


class Bulk(Protocol[T_co]):
    """Makes records of many rows at once, if these are as plain as it expects."""

    def __call__(self, line: int, columns: Columns) -> Batch[T_co] | None:
        """A record for each row; ``None`` if not all are plain, and nothing is kept of them.

        Args:
            line: Of the first row.
            columns: The cells of all rows.
        """

    def odd(self, columns: Columns) -> Iterable[int]:
        """The numbers of the rows that are not plain, from 0 and in order."""


class Numbered(Generic[K, T]):
    """The cells of a column, each different one read once.

    Args:
        read: Gives what a cell says, nothing if that is not plain.

    Attributes:
        values: What they say, in the order in which it came.
    """

    def __init__(self, read: Callable[[K], T | None]) -> None:
        self._read = read
        self._codes: dict[K, int] = {}
        self.values: list[T] = []

    def column(self, cells: Sequence[K]) -> Coded[T] | None:
        """What cells say; ``None`` if one of them is not plain."""
        codes = self._codes
        for cell in dict.fromkeys(cells):
            if cell not in codes:
                value = self._read(cell)
                if not value:
                    return None
                codes[cell] = len(self.values)
                self.values.append(value)
        return Coded(self.values, [*map(codes.__getitem__, cells)])


def stretches(odd: Iterable[int], count: int) -> Iterator[tuple[int, int]]:
    """The rows of a block in stretches, from the first to before the end; odd rows alone."""
    start = 0
    for row in odd:
        if start < row:
            yield start, row
        yield row, row + 1
        start = row + 1
    if start < count:
        yield start, count


def columns_of(lines: Sequence[str], delimiter: str, width: int) -> Columns | None:
    """The cells of lines, column by column; ``None`` unless each line is one row of that width.

    Args:
        lines: At least one, without their ends.
        delimiter: One character between cells.
        width: The number of cells.
    """
    whole = delimiter.join(lines)
    if '"' in whole:
        rows = _quoted(lines, delimiter)
        is_even = rows is not None and set(map(len, rows)) == {width}
        return [*zip(*rows or (), strict=True)] if is_even else None
    if set(map(str.count, lines, repeat(delimiter))) != {width - 1}:
        return None
    cells = whole.split(delimiter)  # a list for each row would keep the collector busy
    return [cells[place::width] for place in range(width)]


def _quoted(lines: Sequence[str], delimiter: str) -> list[list[str]] | None:
    """The cells of lines whose quotes are beyond doubt, each line by itself."""
    if any(line.count('"') % 2 or len(line) > _SHORT for line in lines):
        return None
    try:
        rows = list(csv.reader(lines, delimiter=delimiter, strict=True))
    except csv.Error:
        return None
    return rows if len(rows) == len(lines) else None
