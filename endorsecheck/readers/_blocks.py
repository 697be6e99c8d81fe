"""Many rows of a table at a time, column by column: nearly all rows need nothing repaired."""

from __future__ import annotations

import csv
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from operator import methodcaller
from typing import Generic, Protocol, TypeAlias, TypeVar

from endorsecheck._ledger import Coded

__all__: list[str] = []

K = TypeVar("K", bound=Hashable)
T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

MOST = 2**17
"""Lines of a block; it ends with the stretch of the text that is split at a time."""
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


class Once(dict[K, T]):
    """What cells say, each different one read once.

    Args:
        read: Gives what a cell says.
    """

    def __init__(self, read: Callable[[K], T]) -> None:
        self._read = read

    def __missing__(self, cell: K) -> T:
        self[cell] = value = self._read(cell)
        return value

    def column(self, cells: Iterable[K]) -> list[T]:
        """What cells say."""
        return [*map(self.__getitem__, cells)]


class Numbered(dict[str, int], Generic[T]):
    """The cells of a column, each different one read once.

    Args:
        read: Gives what a cell says, nothing if that is not plain.

    Attributes:
        values: What they say, in the order in which it came.
    """

    def __init__(self, read: Callable[[str], T | None]) -> None:
        self._read = read
        self.said: list[T] = []

    def __missing__(self, cell: str) -> int:
        value = self._read(cell)
        if not value:
            raise KeyError(cell)
        self[cell] = code = len(self)
        self.said.append(value)
        return code

    def column(self, cells: Iterable[str]) -> Coded[T] | None:
        """What cells say; ``None`` if one of them is not plain."""
        try:
            return Coded(self.said, [*map(self.__getitem__, cells)])
        except KeyError:
            return None

    def odd(self, cells: Iterable[str]) -> set[str]:
        """The cells that are not plain."""
        return {cell for cell in {*cells} if cell not in self and not self._read(cell)}


def together(*columns: Iterable[str]) -> Iterator[str]:
    """The cells of columns that are read together, as one text for each row.

    It is quicker to look up than several texts.
    """
    return map("\n".join, zip(*columns, strict=True))


def apart(cells: str) -> list[str]:
    """The cells again; none of them goes over the end of a line."""
    return cells.split("\n")


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


def columns_of(text: str, delimiter: str, width: int) -> Columns | None:
    """The cells of lines, column by column; ``None`` unless each line is one row of that width.

    Args:
        text: At least one line, each with LF behind it.
        delimiter: One character between cells.
        width: The number of cells.
    """
    if '"' in text:
        rows = _quoted(text.split("\n")[:-1], delimiter)
        is_even = rows is not None and set(map(len, rows)) == {width}
        return [*zip(*rows or (), strict=True)] if is_even else None
    spread = text.replace("\n", f"{delimiter}\n{delimiter}")
    count = (len(spread) - len(text)) // 2
    cells = spread.split(delimiter)  # a list for each row would keep the collector busy
    ends = cells[width :: width + 1]
    if len(cells) != count * (width + 1) + 1 or ends != ["\n"] * count:
        return None
    cells.pop()
    return [cells[place :: width + 1] for place in range(width)]


def _quoted(lines: Sequence[str], delimiter: str) -> list[list[str]] | None:
    """The cells of lines whose quotes are beyond doubt, each line by itself."""
    if max(map(len, lines)) > _SHORT or any(count % 2 for count in map(_quotes, lines)):
        return None
    try:
        rows = list(csv.reader(lines, delimiter=delimiter, strict=True))
    except csv.Error:
        return None
    return rows if len(rows) == len(lines) else None


_quotes = methodcaller("count", '"')
