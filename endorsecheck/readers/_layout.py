"""What a table may look like: the columns that are read, and the headings they stand under."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from functools import cached_property

__all__: list[str] = []

_LONGEST_HEADING = 100
_LOOKED_AT = 3
"""Cells by which a header among the rows is told from a row."""
_DROPPED = dict.fromkeys(map(ord, "_-\u200b\u2060\ufeff\u200e\u200f"))


def folded(heading: str) -> str:
    """The form under which names of files and columns compare: no case, blank, ``_`` or ``-``."""
    plain = unicodedata.normalize("NFKC", heading[:_LONGEST_HEADING])
    return "".join(plain.translate(_DROPPED).split()).casefold()


class Layout:
    """The columns that a table may have.

    Attributes:
        columns: Name of each column that is read, and the other headings it may stand under,
            the likeliest first.
        required: Groups of names, from each of which the header must have one.
        usual: Columns whose absence is reported.
        dates: Columns that hold dates; they tell a row from running text.
    """

    def __init__(
        self,
        columns: Mapping[str, Sequence[str]],
        required: tuple[tuple[str, ...], ...],
        usual: tuple[str, ...] = (),
        dates: tuple[str, ...] = (),
    ) -> None:
        self.columns = columns
        self.required = required
        self.usual = usual
        self.dates = dates

    @cached_property
    def _names(self) -> dict[str, tuple[int, str]]:
        return {
            folded(heading): (rank, name)
            for name, others in self.columns.items()
            for rank, heading in enumerate((name, *others))
        }

    def match(self, cells: Sequence[str]) -> dict[str, list[int]]:
        """The places of each column among the cells of a header, the likeliest first."""
        found: dict[str, list[tuple[int, int]]] = {}
        for place, cell in enumerate(cells):
            known = self._names.get(folded(cell)) if cell else None
            if known is not None:
                found.setdefault(known[1], []).append((known[0], place))
        return {name: [place for _, place in sorted(ranked)] for name, ranked in found.items()}

    def may_be_header(self, cells: Sequence[str]) -> bool:
        """Whether one of the first cells is a heading that is known."""
        return any(folded(cell) in self._names for cell in cells[:_LOOKED_AT] if cell)

    def missing(self, found: Mapping[str, object]) -> list[tuple[str, ...]]:
        """The groups of required columns of which none was found."""
        return [group for group in self.required if not any(name in found for name in group)]
