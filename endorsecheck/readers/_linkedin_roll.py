"""Endorsements received as the export has them: blocks of rows, column by column.

The record of a row is made when somebody asks for it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate, count, repeat
from operator import attrgetter
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


class Block:
    """A block of plain rows.

    Args:
        place: The kind of source, and the name of the file.
        line: Of the first row.
        columns: People, skills, days and statuses.
        stamps: The time stamps, one after the other, each with the end of its line.
    """

    __slots__ = ("_line", "_place", "_stamps", "days", "people", "skills", "statuses")

    def __init__(
        self,
        place: tuple[str, str],
        line: int,
        columns: tuple[Coded[Person], Coded[str], Coded[DateLike], Coded[EndorsementStatus]],
        stamps: str,
    ) -> None:
        self._place = place
        self._line = line
        self.people, self.skills, self.days, self.statuses = columns
        self._stamps = stamps

    def __len__(self) -> int:
        return len(self._stamps) // _STAMP

    def __iter__(self) -> Iterator[Endorsement]:
        columns = self.skills, self.people, self.days, self.statuses
        said = [map(each.values.__getitem__, each.codes) for each in columns]
        places = zip(*map(repeat, self._place), count(self._line), strict=False)
        return map(_endorsement, *said, map(self.given_at, range(len(self))), places)

    def record(self, row: int) -> Endorsement:
        """The endorsement of a row."""
        columns = self.skills, self.people, self.days, self.statuses
        said = [each.values[each.codes[row]] for each in columns]
        return _endorsement(*said, self.given_at(row), (*self._place, self._line + row))

    def given_at(self, row: int) -> str:
        """The time stamp of a row in ISO 8601."""
        start = row * _STAMP
        text = self._stamps[start : start + _SECOND]
        return f"{text.replace('/', '-').replace(' ', 'T')}Z"


class Roll:
    """All endorsements received, those of blocks and others.

    Args:
        batches: In the order of the file.
    """

    def __init__(self, batches: Iterable[Batch[Endorsement]]) -> None:
        self._batches = [each for each in batches if len(each)]
        self._starts = [0, *accumulate(map(len, self._batches))]
        self.people: Coded[Person] = self._column("people", attrgetter("endorser"))
        self.skills: Coded[str] = self._column("skills", attrgetter("skill"))
        self.days: Coded[DateLike] = self._column("days", attrgetter("date"))
        self.statuses: Coded[EndorsementStatus] = self._column("statuses", attrgetter("status"))

    @cached_property
    def records(self) -> tuple[Endorsement, ...]:
        """All endorsements, made once."""
        return tuple(each for batch in self._batches for each in batch)

    def record(self, row: int) -> Endorsement:
        """The endorsement of a row, the same as in the records if somebody asked for them."""
        made: Sequence[Endorsement] | None = vars(self).get("records")
        if made is not None:
            return made[row]
        batch, at = self._place(row)
        return batch.record(at) if isinstance(batch, Block) else next(iter(batch))

    def given_at(self, row: int) -> str:
        """The time stamp of a row, empty if there is none."""
        batch, at = self._place(row)
        return batch.given_at(at) if isinstance(batch, Block) else next(iter(batch)).given_at or ""

    def _place(self, row: int) -> tuple[Batch[Endorsement], int]:
        """The batch in which a row is, and where; what is no block is one record."""
        number = bisect_right(self._starts, row) - 1
        return self._batches[number], row - self._starts[number]

    def _column(self, name: str, of: Callable[[Endorsement], Any]) -> Coded[Any]:
        """One column of all blocks, each file of which has values of its own, and of others."""
        blocks = [each for each in self._batches if isinstance(each, Block)]
        lists = {id(found): found for found in (getattr(each, name).values for each in blocks)}
        values = [value for found in lists.values() for value in found]
        starts = dict(zip(lists, accumulate(map(len, lists.values()), initial=0), strict=False))
        known = {id(value): code for code, value in enumerate(values)}
        codes: list[int] = []
        for batch in self._batches:
            if isinstance(batch, Block):
                column = getattr(batch, name)
                start = starts[id(column.values)]
                codes += [start + code for code in column.codes] if start else column.codes
                continue
            for value in map(of, batch):
                if id(value) not in known:
                    known[id(value)] = len(values)
                    values.append(value)
                codes.append(known[id(value)])
        return Coded(values, codes).without_unused()
