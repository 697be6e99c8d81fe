"""The plain rows of a people file, nearly all: a position and nothing that has to be reported.

What rows repeat (names of organizations, periods, answers) is read once. The positions are made
when somebody asks for the person's history.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import Enum
from functools import partial
from itertools import chain, compress, count, islice, repeat
from operator import ne
from typing import ClassVar, NamedTuple, TypeAlias

from endorsecheck._deferred import maker
from endorsecheck._histories import person_later
from endorsecheck._ledger import Coded
from endorsecheck.dates import DateLike, Period, parse_date
from endorsecheck.exceptions import DateError
from endorsecheck.models import Person, Position, Provenance, WorkHistory
from endorsecheck.readers._blocks import Columns, Numbered, Once, apart, together
from endorsecheck.readers._guard import may_be_guarded
from endorsecheck.readers._layout import folded
from endorsecheck.readers._people_rows import COLUMNS, NO, YES
from endorsecheck.readers._sheet import Sheet

__all__: list[str] = []

_READ = ("Name", "URL", "Organization", "Title", "Started On", "Finished On", "Complete")


class Answer(Enum):
    """What a row says of whether the history is complete."""

    YES = True
    NO = False
    NONE = None


Answers: TypeAlias = frozenset[Answer]


class Block(NamedTuple):
    """What a block of plain rows says, column by column.

    Attributes:
        place: The kind of source, and the name of the file.
        line: The line of the first row.
        places: Organizations.
        titles: Job titles, perhaps empty.
        periods: When.
    """

    place: tuple[str, str]
    line: int
    places: Sequence[str]
    titles: Sequence[str]
    periods: Coded[Period]


class Runs(NamedTuple):
    """Those who have rows of a block that stand together, and these rows.

    Attributes:
        names: Who they are, perhaps empty.
        urls: Their profile addresses, perhaps empty where there is a name.
        told: What the rows say.
    """

    names: Sequence[str]
    urls: Sequence[str]
    told: Sequence[PlainHistory]


class PlainReader:
    """Reads blocks of plain rows.

    Args:
        sheet: The table.
        dayfirst: The hint for dates of numbers.
        complete: Whether histories are complete of which no row says so or denies it.
    """

    def __init__(self, sheet: Sheet, *, dayfirst: bool | None, complete: bool) -> None:
        columns = sheet.places
        self._place = sheet.source, sheet.file
        self._places = [columns.get(name) for name in _READ]
        self._others = [at for name, at in columns.items() if name in COLUMNS.keys() - _READ]
        self._clean = sheet.clean
        self._text = text = partial(_text, sheet.clean)
        self._texts = Once(text)
        dates: Once[str, DateLike | None] = Once(lambda cell: _date(text(cell), dayfirst=dayfirst))
        self._periods = Numbered(lambda cells: _period(*dates.column(apart(cells))))
        self._answers = Numbered(lambda cell: answer_of(text(cell)))
        self._sets: Once[Answers, Answers] = Once(lambda answers: answers)
        self._complete = Once(partial(_is_complete, unsaid=complete))

    def read(self, line: int, columns: Columns) -> Runs | None:
        """The rows by those whose they are; ``None`` if not all of them are plain.

        Args:
            line: Of the first row.
            columns: The cells of all of them.
        """
        if any(any(columns[place]) for place in self._others):
            return None
        names, urls, organizations, titles, starts, ends, said = self._columns(columns)
        places = self._texts.column(organizations)
        periods = self._periods.column(together(starts, ends))
        answers = self._answers.column(said)
        if periods is None or answers is None or not all(places):
            return None
        block = Block(self._place, line, places, self._texts.column(titles), periods)
        return self._runs(names, urls, answers, block)

    def odd(self, columns: Columns) -> Iterator[int]:
        """The rows that are not plain."""
        others = [columns[place] for place in self._others] or [("",) * len(columns[0])]
        names, urls, places, _, starts, ends, answers = self._columns(columns)
        pairs = [*together(starts, ends)]
        unread = self._periods.odd(pairs), self._answers.odd(answers)
        rows = zip(zip(*others, strict=True), names, urls, places, pairs, answers, strict=True)
        for i, (rest, name, url, place, pair, answer) in enumerate(rows):
            is_told = self._texts[place] and (self._text(name) or self._text(url))
            if not is_told or any(rest) or pair in unread[0] or answer in unread[1]:
                yield i

    def _columns(self, columns: Columns) -> list[Sequence[str]]:
        nothing = ("",) * len(columns[0])
        return [nothing if place is None else columns[place] for place in self._places]

    def _runs(
        self, names: Sequence[str], urls: Sequence[str], answers: Coded[Answer], block: Block
    ) -> Runs | None:
        """Those who have rows that stand together, and these; ``None`` if somebody is nobody."""
        starts = [0, *sorted({*changes(names), *changes(urls)})]
        names, urls = (self._told(map(each.__getitem__, starts)) for each in (names, urls))
        if not all(map(any, zip(names, urls, strict=True))):
            return None
        ends = [*starts[1:], len(block.places)]
        said = self._said(answers, starts, ends)
        complete = self._complete.column(said)
        return Runs(names, urls, [*map(_run, repeat(block), starts, ends, said, complete)])

    def _said(
        self, answers: Coded[Answer], starts: Sequence[int], ends: Sequence[int]
    ) -> list[Answers]:
        """What each run says of whether the history is complete."""
        if len({*answers.codes}) == 1:
            return [self._sets[frozenset((answers[0],))]] * len(starts)
        runs = map(range, starts, ends)
        return self._sets.column(frozenset(answers.of(run)) for run in runs)

    def _told(self, cells: Iterable[str]) -> list[str]:
        """What cells say that are different ones."""
        texts = [*map(str.strip, cells)]
        return [*map(self._clean, texts)] if may_be_guarded("".join(texts)) else texts


def changes(cells: Sequence[str]) -> Iterator[int]:
    """The numbers of the cells that differ from the one before."""
    return compress(count(1), map(ne, cells, islice(cells, 1, None)))


def _text(clean: Callable[[str], str], cell: str) -> str:
    return clean(cell.strip())


def _date(text: str, *, dayfirst: bool | None) -> DateLike | None:
    """The date in a cell; ``None`` if it is no plain one."""
    try:
        return parse_date(text, dayfirst=dayfirst)
    except DateError:
        return None


def _period(start: DateLike | None, end: DateLike | None) -> Period | None:
    """From when to when; ``None`` if that is not plain."""
    if start is None or end is None:
        return None
    try:
        return Period(start, end)
    except DateError:
        return None


def _is_complete(answers: Answers, *, unsaid: bool) -> bool:
    return Answer.YES in answers or (unsaid and Answer.NO not in answers)


def answer_of(text: str) -> Answer | None:
    """Whether a history is complete; ``None`` if that is not plain."""
    says = folded(text)
    if says in YES | NO:
        return Answer(says in YES)
    return None if says else Answer.NONE


_position = maker(
    Position,
    *("organization", "title", "period", "skills", "team", "location", "headcount"),
    *("organization_id", "provenance"),
)
_provenance = maker(Provenance, "source", "file", "row", "path", "note")


class PlainHistory:
    """Rows of one person that stand together in a block, and perhaps others: a history.

    Attributes:
        answers: What the rows say of whether the history is complete.
        complete: Whether it is.
        more: Other rows of that person that stand together.
    """

    __slots__ = ("_block", "_end", "_first", "answers", "complete", "more")

    _block: Block
    _first: int
    _end: int
    answers: Answers
    complete: bool
    more: Sequence[PlainHistory]
    recorded_on: ClassVar[dt.date | None] = None

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

    def rows(self) -> Iterator[tuple[int, Position]]:
        """The line of each row and its engagement."""
        for i in range(self._first, self._end):
            yield self._block.line + i, self._position(i)

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


_run = maker(PlainHistory, "_block", "_first", "_end", "answers", "complete", more=())
