"""The plain rows of a people file, nearly all: a position and nothing that has to be reported.

What rows repeat (names of organizations, periods, answers) is read once. The positions are made
when somebody asks for the person's history.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from operator import itemgetter
from typing import TypeAlias

from endorsecheck._deferred import maker
from endorsecheck.dates import Period
from endorsecheck.exceptions import DateError
from endorsecheck.models import Person, Position, Provenance, WorkHistory
from endorsecheck.readers._layout import folded
from endorsecheck.readers._people_rows import COLUMNS, NO, YES

__all__: list[str] = []

_READ = ("Name", "URL", "Organization", "Title", "Started On", "Finished On", "Complete")


Plain: TypeAlias = "tuple[str, str, int, bool | None, int]"
"""What a plain row says: organization, title, number of the period, whether the history is
complete, and the line. A tuple of texts and numbers costs the collector nothing."""

COMPLETE, LINE = 3, 4
"""Places in it."""


class PlainReader:
    """Reads plain rows.

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
        self._cells = itemgetter(*(places.get(name, -1) for name in _READ))
        self._is_padded = not all(name in places for name in _READ)
        self._others = [at for name, at in places.items() if name in COLUMNS.keys() - _READ]
        self._clean = clean
        self._dayfirst = dayfirst
        self._texts: dict[str, str] = {}
        self._numbers: dict[tuple[str, str], int] = {}
        self.periods: list[Period] = []
        self._answers: dict[str, bool | None] = {}
        self._written = self._who = ("", "")

    def read(self, line: int, cells: Sequence[str]) -> tuple[tuple[str, str], Plain] | None:
        """Name and URL, and what else the row says; ``None`` if it is not plain."""
        for place in self._others:
            if cells[place]:
                return None
        found = self._cells([*cells, ""] if self._is_padded else cells)
        name, url, where, title, start, end, answer = found
        if (name, url) != self._written:
            self._written = name, url
            self._who = self._text(name), self._text(url)
        try:
            plain = (
                self._texts[where],
                self._texts[title],
                self._numbers[start, end],
                self._answers[answer],
                line,
            )
        except KeyError:
            return self.read(line, cells) if self._learn(found) else None
        if not plain[0] or self._who == ("", ""):
            return None
        return self._who, plain

    def _learn(self, found: Sequence[str]) -> bool:
        """Read what is new in a row; tell whether there was nothing to report."""
        _, _, where, title, start, end, answer = found
        for cell in (where, title):
            if cell not in self._texts:
                self._texts[cell] = self._text(cell)
        if answer not in self._answers:
            says = folded(self._text(answer))
            if says and says not in YES | NO:
                return False
            self._answers[answer] = says in YES if says else None
        return (start, end) in self._numbers or self._learn_period(start, end)

    def _learn_period(self, start: str, end: str) -> bool:
        try:
            period = Period.parse(self._text(start), self._text(end), dayfirst=self._dayfirst)
        except DateError:
            return False
        self._numbers[start, end] = len(self.periods)
        self.periods.append(period)
        return True

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
        lines: The rows, at least one.
        periods: The periods, by their numbers.
        complete: Whether the history is complete.
        source: The kind of source.
        file: Name of the file.
    """

    __slots__ = ("_file", "_lines", "_periods", "_source", "complete")

    recorded_on: dt.date | None = None

    def __init__(
        self,
        lines: Sequence[Plain],
        periods: Sequence[Period],
        *,
        complete: bool,
        source: str,
        file: str,
    ) -> None:
        self._lines = lines
        self._periods = periods
        self.complete = complete
        self._source = source
        self._file = file

    @property
    def size(self) -> int:
        """The number of engagements."""
        return len(self._lines)

    def places(self) -> list[str]:
        """The organizations of all engagements."""
        return [line[0] for line in self._lines]

    def engagements(self, is_wanted: Callable[[str], bool]) -> list[Position]:
        """The engagements at organizations that are wanted."""
        return [self.position(line) for line in self._lines if is_wanted(line[0])]

    def history(self) -> WorkHistory:
        """The history, made now."""
        return WorkHistory(map(self.position, self._lines), complete=self.complete)

    def position(self, line: Plain) -> Position:
        """The position that a row is."""
        where, title, number, _, row = line
        period = self._periods[number]
        place = _provenance(self._source, self._file, row, None, None)
        return _position(where, title or None, period, (), None, None, None, None, place)

    def provenance(self) -> Provenance:
        """Where the first row stands."""
        return _provenance(self._source, self._file, self._lines[0][LINE], None, None)

    def person(self, name: str, url: str | None) -> Person:
        """The person whose history it is."""
        return _person(name, url, (), self)
