"""Endorsements received as the export has them: blocks of rows, column by column.

The record of a row is made when somebody asks for it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate, count, repeat
from operator import attrgetter, itemgetter
from typing import Any

from endorsecheck._deferred import maker
from endorsecheck._ledger import Coded
from endorsecheck.dates import DateLike
from endorsecheck.models import Endorsement, EndorsementStatus, Person
from endorsecheck.readers._blocks import Batch

__all__: list[str] = []

_STAMP = len("2022/07/11 17:41:30 UTC\n")
"""Characters of a time stamp and the end of its line."""
_SECOND = len("2022/07/11 17:41:30")

_endorsement = maker(Endorsement, "skill", "endorser", "date", "status", "given_at", "_later")


class Stamps:
    """The time stamps of a block of plain rows, and where these stand.

    Args:
        place: The kind of source, and the name of the file.
        line: Of the first row.
        text: The time stamps, one after the other, each with the end of its line.
    """

    __slots__ = ("_line", "_place", "_text")

    def __init__(self, place: tuple[str, str], line: int, text: str) -> None:
        self._place = place
        self._line = line
        self._text = text

    def __len__(self) -> int:
        return len(self._text) // _STAMP

    def given_at(self, row: int) -> str:
        """The time stamp of a row in ISO 8601."""
        start = row * _STAMP
        text = self._text[start : start + _SECOND]
        return f"{text.replace('/', '-').replace(' ', 'T')}Z"

    def records(self, columns: Iterable[Coded[Any]], rows: slice) -> Iterator[Endorsement]:
        """The endorsements of all rows.

        Args:
            columns: Skills, people, days and statuses.
            rows: Where the rows are in the columns.
        """
        said = [map(each.values.__getitem__, each.codes[rows]) for each in columns]
        places = zip(*map(repeat, self._place), count(self._line), strict=False)
        return map(_endorsement, *said, map(self.given_at, range(len(self))), places)

    def record(self, row: int, *said: object) -> Endorsement:
        """The endorsement of a row that says this."""
        return _endorsement(*said, self.given_at(row), (*self._place, self._line + row))


class Block:
    """A block of plain rows.

    Args:
        columns: Skills, people, days and statuses.
        stamps: The time stamps.
    """

    __slots__ = ("columns", "stamps")

    def __init__(
        self,
        columns: tuple[Coded[str], Coded[Person], Coded[DateLike], Coded[EndorsementStatus]],
        stamps: Stamps,
    ) -> None:
        self.columns = columns
        self.stamps = stamps

    def __len__(self) -> int:
        return len(self.stamps)

    def __iter__(self) -> Iterator[Endorsement]:
        return self.stamps.records(self.columns, slice(None))


_SAID = attrgetter("skill", "endorser", "date", "status")


class Roll:
    """All endorsements received, those of blocks and others.

    Args:
        batches: In the order of the file.
    """

    def __init__(self, batches: Iterable[Batch[Endorsement]]) -> None:
        filled = [each for each in batches if len(each)]
        self._starts = [0, *accumulate(map(len, filled))]
        self._parts = [each.stamps if isinstance(each, Block) else [*each] for each in filled]
        self.skills: Coded[str] = _column(filled, 0)
        self.people: Coded[Person] = _column(filled, 1)
        self.days: Coded[DateLike] = _column(filled, 2)
        self.statuses: Coded[EndorsementStatus] = _column(filled, 3)

    @cached_property
    def records(self) -> tuple[Endorsement, ...]:
        """All endorsements, made once."""
        parts = zip(self._parts, map(slice, self._starts, self._starts[1:]), strict=True)
        return tuple(
            each
            for part, rows in parts
            for each in (part.records(self._columns, rows) if isinstance(part, Stamps) else part)
        )

    @property
    def _columns(self) -> tuple[Coded[Any], ...]:
        return self.skills, self.people, self.days, self.statuses

    def record(self, row: int) -> Endorsement:
        """The endorsement of a row, the same as in the records if somebody asked for them."""
        made: Sequence[Endorsement] | None = vars(self).get("records")
        if made is not None:
            return made[row]
        part, at = self._place(row)
        if isinstance(part, Stamps):
            return part.record(at, *(each[row] for each in self._columns))
        return part[at]

    def given_at(self, row: int) -> str:
        """The time stamp of a row, empty if there is none."""
        part, at = self._place(row)
        return part.given_at(at) if isinstance(part, Stamps) else part[at].given_at or ""

    def _place(self, row: int) -> tuple[Stamps | list[Endorsement], int]:
        """The part in which a row is, and where."""
        number = bisect_right(self._starts, row) - 1
        return self._parts[number], row - self._starts[number]


def _column(batches: Iterable[Batch[Endorsement]], place: int) -> Coded[Any]:
    """One column of all blocks, each file of which has values of its own, and of others."""
    columns = [each.columns[place] for each in batches if isinstance(each, Block)]
    lists = {id(each.values): each.values for each in columns}
    values = [value for found in lists.values() for value in found]
    starts = dict(zip(lists, accumulate(map(len, lists.values()), initial=0), strict=False))
    known = {id(value): code for code, value in enumerate(values)}
    codes: list[int] = []
    for batch in batches:
        if isinstance(batch, Block):
            column = batch.columns[place]
            start = starts[id(column.values)]
            codes += [start + code for code in column.codes] if start else column.codes
            continue
        for value in map(itemgetter(place), map(_SAID, batch)):
            if id(value) not in known:
                known[id(value)] = len(values)
                values.append(value)
            codes.append(known[id(value)])
    return Coded(values, codes).without_unused()
