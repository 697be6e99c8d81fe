"""The plain rows of a people file, nearly all: a position and nothing that has to be reported.

What rows repeat (names of organizations, periods, answers) is read once. The positions are made
when somebody asks for the person's history.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from itertools import chain, islice
from operator import itemgetter, ne, or_
from typing import NamedTuple, TypeAlias

from endorsecheck._deferred import maker
from endorsecheck._histories import person_later
from endorsecheck._ledger import runs_of
from endorsecheck.dates import Period
from endorsecheck.exceptions import DateError
from endorsecheck.models import Person, Position, Provenance, WorkHistory
from endorsecheck.readers._blocks import Columns
from endorsecheck.readers._layout import folded
from endorsecheck.readers._people_rows import COLUMNS, NO, YES
from endorsecheck.readers._sheet import Sheet

__all__: list[str] = []

_READ = ("Name", "URL", "Organization", "Title", "Started On", "Finished On", "Complete")


class Block(NamedTuple):
    """What a block of plain rows says, column by column.

    Attributes:
        place: The kind of source, and the name of the file.
        line: The line of the first row.
        places: Organizations.
        titles: Job titles, perhaps empty.
        periods: When.
        answers: Whether the history is complete, where a row says so.
    """

    place: tuple[str, str]
    line: int
    places: Sequence[str]
    titles: Sequence[str]
    periods: Sequence[Period]
    answers: Sequence[bool | None]


Who: TypeAlias = tuple[str, str]
"""A name and a profile address, one of which may be empty."""


class PlainReader:
    """Reads blocks of plain rows.

    Args:
        sheet: The table.
        dayfirst: The hint for dates of numbers.
    """

    def __init__(self, sheet: Sheet, *, dayfirst: bool | None) -> None:
        columns = sheet.places
        self._place = sheet.source, sheet.file
        self._places = [columns.get(name) for name in _READ]
        self._others = [at for name, at in columns.items() if name in COLUMNS.keys() - _READ]
        self._clean = sheet.clean
        self._dayfirst = dayfirst
        self._texts: dict[str, str] = {}
        self._periods: dict[tuple[str, str], Period] = {}
        self._answers: dict[str, bool | None] = {}

    def read(self, line: int, columns: Columns) -> list[tuple[Who, PlainHistory]] | None:
        """The rows by those whose they are; ``None`` if not all of them are plain.

        Args:
            line: Of the first row.
            columns: The cells of all of them.
        """
        if any(any(columns[place]) for place in self._others):
            return None
        names, urls, places, titles, starts, ends, answers = self._columns(columns)
        if not self._learn({*answers}, {*zip(starts, ends, strict=True)}, {*places, *titles}):
            return None
        block = Block(
            self._place,
            line,
            [*map(self._texts.__getitem__, places)],
            [*map(self._texts.__getitem__, titles)],
            [*map(self._periods.__getitem__, zip(starts, ends, strict=True))],
            [*map(self._answers.__getitem__, answers)],
        )
        if not all(block.places):
            return None
        runs = [*self._runs(names, urls, block)]
        return runs if all(map(any, map(itemgetter(0), runs))) else None

    def odd(self, columns: Columns) -> Iterator[int]:
        """The rows that are not plain."""
        others = [columns[place] for place in self._others] or [("",) * len(columns[0])]
        cells = self._columns(columns)
        names, urls, places, _, starts, ends, answers = cells
        self._learn({*answers}, {*zip(starts, ends, strict=True)}, {*names, *urls, *places})
        texts = self._texts
        rows = zip(zip(*others, strict=True), *cells, strict=True)
        for i, (rest, name, url, place, _, start, end, answer) in enumerate(rows):
            is_told = texts[place] and (texts[name] or texts[url]) and not any(rest)
            if not (is_told and (start, end) in self._periods and answer in self._answers):
                yield i

    def _columns(self, columns: Columns) -> list[Sequence[str]]:
        nothing = ("",) * len(columns[0])
        return [nothing if place is None else columns[place] for place in self._places]

    def _learn(self, answers: set[str], periods: set[tuple[str, str]], texts: set[str]) -> bool:
        """Read what is new; tell whether all of it could be read."""
        for cell in answers.difference(self._answers):
            says = folded(self._text(cell))
            if not says or says in YES | NO:
                self._answers[cell] = says in YES if says else None
        for start, end in periods.difference(self._periods):
            with suppress(DateError):
                period = Period.parse(self._text(start), self._text(end), dayfirst=self._dayfirst)
                self._periods[start, end] = period
        for text in texts.difference(self._texts):
            self._texts[text] = self._text(text)
        return self._answers.keys() >= answers and self._periods.keys() >= periods

    def _runs(
        self, names: Sequence[str], urls: Sequence[str], block: Block
    ) -> Iterator[tuple[Who, PlainHistory]]:
        """Those who have rows that stand together, and these."""
        others = map(or_, *(map(ne, each, islice(each, 1, None)) for each in (names, urls)))
        for first, end in runs_of(others, len(names)):
            who = self._text(names[first]), self._text(urls[first])
            yield who, PlainHistory(block, first, end)

    def _text(self, cell: str) -> str:
        return self._clean(cell.strip())


_position = maker(
    Position,
    *("organization", "title", "period", "skills", "team", "location", "headcount"),
    *("organization_id", "provenance"),
)
_provenance = maker(Provenance, "source", "file", "row", "path", "note")


class PlainHistory:
    """Rows of one person that stand together in a block, and perhaps others: a history.

    Args:
        block: Where the rows are.
        first: The first of them.
        end: The one before which they end.

    Attributes:
        more: Other rows of that person that stand together.
        complete: Whether the history is complete, once that is settled.
    """

    __slots__ = ("_block", "_end", "_first", "complete", "more")

    recorded_on: dt.date | None = None

    def __init__(self, block: Block, first: int, end: int) -> None:
        self._block = block
        self._first = first
        self._end = end
        self.more: Sequence[PlainHistory] = ()
        self.complete = False

    @property
    def answers(self) -> Sequence[bool | None]:
        """Whether the history is complete, where a row says so."""
        return self._block.answers[self._first : self._end]

    @property
    def size(self) -> int:
        """The number of engagements."""
        return self._end - self._first + sum(each.size for each in self.more)

    def places(self) -> Sequence[str]:
        """The organizations of all engagements."""
        places = self._block.places[self._first : self._end]
        if not self.more:
            return places
        return [*places, *chain.from_iterable(each.places() for each in self.more)]

    def engagements(self, is_wanted: Callable[[str], bool]) -> list[Position]:
        """The engagements at organizations that are wanted."""
        places = self._block.places
        rows = range(self._first, self._end)
        found = [self._position(i) for i in rows if is_wanted(places[i])]
        if not self.more:
            return found
        return [*found, *chain.from_iterable(each.engagements(is_wanted) for each in self.more)]

    def rows(self) -> Iterator[tuple[int, Position, bool | None]]:
        """The line of each row, its engagement, and whether the history is complete by it."""
        for i in range(self._first, self._end):
            yield self._block.line + i, self._position(i), self._block.answers[i]

    def history(self) -> WorkHistory:
        """The history, made now."""
        return WorkHistory(self.engagements(lambda _: True), complete=self.complete)

    def _position(self, i: int) -> Position:
        """The position that a row is."""
        block = self._block
        where = _provenance(*block.place, block.line + i, None, None)
        title, period = block.titles[i] or None, block.periods[i]
        return _position(block.places[i], title, period, (), None, None, None, None, where)

    def provenance(self) -> Provenance:
        """Where the first row stands."""
        block = self._block
        return _provenance(*block.place, block.line + self._first, None, None)

    def person(self, name: str, url: str | None) -> Person:
        """The person whose history it is."""
        return person_later(name, url, self)
