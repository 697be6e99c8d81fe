"""Many rows of a table at a time, column by column: nearly all rows need nothing repaired."""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from itertools import repeat
from typing import TypeAlias, TypeVar

__all__: list[str] = []

T = TypeVar("T")

MOST = 2**11
"""Lines of a block."""
_SHORT = 10_000
"""Characters of a line for which the limit of the module ``csv`` is no matter."""

Columns: TypeAlias = Sequence[Sequence[str]]
"""The cells of a block, column by column."""

Bulk: TypeAlias = Callable[[int, Columns], "Sequence[T] | None"]
"""Makes a record of each row of a block, the first of which stands on the line given.

``None`` if not all of them are as plain as it expects, and then it has kept nothing of them.
"""


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
