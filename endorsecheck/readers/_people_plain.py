"""The plain rows of a people file, nearly all: a position and nothing that has to be reported.

What rows repeat (names of organizations, periods, answers) is read once. The positions are made
when somebody asks for the person's history.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from itertools import chain, compress, count, islice
from operator import itemgetter, ne, or_
from typing import NamedTuple, TypeAlias

from endorsecheck._deferred import maker
from endorsecheck.dates import Period
from endorsecheck.exceptions import DateError
from endorsecheck.models import Person, Position, Provenance, WorkHistory
from endorsecheck.readers._blocks import Columns
from endorsecheck.readers._layout import folded
from endorsecheck.readers._people_rows import COLUMNS, NO, YES

__all__: list[str] = []

_READ = ("Name", "URL", "Organization", "Title", "Started On", "Finished On", "Complete")


class Block(NamedTuple):
    """What a block of plain rows says, column by column.

    Attributes:
        line: The line of the first row.
        places: Organizations.
        titles: Job titles, perhaps empty.
        periods: Numbers of the periods.
        answers: Whether the history is complete, where a row says so.
    """

    line: int
    places: Sequence[str]
    titles: Sequence[str]
    periods: Sequence[int]
    answers: Sequence[bool | None]


class Run(NamedTuple):
    """Rows of one person that stand together in a block: from the first to before the end."""

    block: Block
    first: int
    end: int

    @property
    def answers(self) -> Sequence[bool | None]:
        """Whether the history is complete, where a row says so."""
        return self.block.answers[self.first : self.end]


Who: TypeAlias = tuple[str, str]
"""A name and a profile address, one of which may be empty."""


class PlainReader:
    """Reads blocks of plain rows.

    Args:
        places: Numbers of the cells of the columns that there are.
        clean: What is done to each cell.
        dayfirst: The hint for dates of numbers.

    Attributes:
        periods: The periods, by their numbers.
    """

    def __init__(
        self, places: dict[str, int], clean: Callable[[str], str], *, dayfirst: bool | None
    ) -> None:
        self._places = [places.get(name) for name in _READ]
        self._others = [at for name, at in places.items() if name in COLUMNS.keys() - _READ]
        self._clean = clean
        self._dayfirst = dayfirst
        self._texts: dict[str, str] = {}
        self._numbers: dict[tuple[str, str], int] = {}
        self.periods: list[Period] = []
        self._answers: dict[str, bool | None] = {}

    def read(self, line: int, columns: Columns) -> list[tuple[Who, Run]] | None:
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
            line,
            [*map(self._texts.__getitem__, places)],
            [*map(self._texts.__getitem__, titles)],
            [*map(self._numbers.__getitem__, zip(starts, ends, strict=True))],
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
            if not (is_told and (start, end) in self._numbers and answer in self._answers):
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
        for start, end in periods.difference(self._numbers):
            with suppress(DateError):
                period = Period.parse(self._text(start), self._text(end), dayfirst=self._dayfirst)
                self._numbers[start, end] = len(self.periods)
                self.periods.append(period)
        for text in texts.difference(self._texts):
            self._texts[text] = self._text(text)
        return self._answers.keys() >= answers and self._numbers.keys() >= periods

    def _runs(
        self, names: Sequence[str], urls: Sequence[str], block: Block
    ) -> Iterator[tuple[Who, Run]]:
        """Those who have rows that stand together, and these."""
        others = map(or_, *(map(ne, each, islice(each, 1, None)) for each in (names, urls)))
        firsts = [0, *compress(count(1), others)]
        for first, end in zip(firsts, [*firsts[1:], len(names)], strict=True):
            yield (self._text(names[first]), self._text(urls[first])), Run(block, first, end)

    def _text(self, cell: str) -> str:
        return self._clean(cell.strip())


_position = maker(
    Position,
    *("organization", "title", "period", "skills", "team", "location", "headcount"),
    *("organization_id", "provenance"),
)
_person = maker(Person, "name", "url", "relationships", "_later")
_provenance = maker(Provenance, "source", "file", "row", "path", "note")


class PlainHistory:
    """The history of somebody of whom all rows are plain.

    Args:
        run: The first rows that stand together.
        more: Others that do.
        periods: The periods, by their numbers.
        complete: Whether the history is complete.
        place: The kind of source, and the name of the file.
    """

    __slots__ = ("_more", "_periods", "_place", "_run", "complete")

    recorded_on: dt.date | None = None

    def __init__(
        self,
        run: Run,
        more: Sequence[Run],
        periods: Sequence[Period],
        *,
        complete: bool,
        place: tuple[str, str],
    ) -> None:
        self._run = run
        self._more = more
        self._periods = periods
        self.complete = complete
        self._place = place

    @property
    def size(self) -> int:
        """The number of engagements."""
        return sum(end - first for _, first, end in (self._run, *self._more))

    def places(self) -> Sequence[str]:
        """The organizations of all engagements."""
        block, first, end = self._run
        places = block.places[first:end]
        if not self._more:
            return places
        rest = (run.block.places[run.first : run.end] for run in self._more)
        return [*places, *chain.from_iterable(rest)]

    def engagements(self, is_wanted: Callable[[str], bool]) -> list[Position]:
        """The engagements at organizations that are wanted."""
        return [
            self._position(block, i)
            for block, first, end in (self._run, *self._more)
            for i in range(first, end)
            if is_wanted(block.places[i])
        ]

    def history(self) -> WorkHistory:
        """The history, made now."""
        return WorkHistory(self.engagements(lambda _: True), complete=self.complete)

    def _position(self, block: Block, i: int) -> Position:
        """The position that a row is."""
        period = self._periods[block.periods[i]]
        where = _provenance(*self._place, block.line + i, None, None)
        title = block.titles[i] or None
        return _position(block.places[i], title, period, (), None, None, None, None, where)

    def provenance(self) -> Provenance:
        """Where the first row stands."""
        block, first, _ = self._run
        return _provenance(*self._place, block.line + first, None, None)

    def person(self, name: str, url: str | None) -> Person:
        """The person whose history it is."""
        return _person(name, url, (), self)
