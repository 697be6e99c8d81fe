"""From the rows of a people file to its people: who is one person, whose history is complete."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from endorsecheck._deferred import later
from endorsecheck.models import Person, WorkHistory
from endorsecheck.people import PLAIN, name_key, url_key
from endorsecheck.readers._blocks import Columns
from endorsecheck.readers._csv import Record
from endorsecheck.readers._people_plain import Answer, PlainHistory, PlainReader, Runs, answer_of
from endorsecheck.readers._people_rows import Line, RowReader, identity
from endorsecheck.readers._row import Row
from endorsecheck.readers._sheet import Sheet

__all__: list[str] = []

_Key: TypeAlias = str | tuple[str, str]
"""A profile address, or a name where there is none."""
_PLAIN = re.compile(f"^{PLAIN}$", re.MULTILINE)
Who: TypeAlias = tuple[str, str]
"""A name and a profile address, one of which may be empty."""
_LONGEST = 2_000
"""Characters of a cell in which a name or address is looked for."""


class _Group:
    """The rows of one person of whom there are others than plain ones that stand together."""

    def __init__(self, who: Who, line: Line | PlainHistory) -> None:
        self.names = {who: None}
        self.has_lost_rows = False
        self._lines = [line]

    def add(self, who: Who, line: Line | PlainHistory) -> None:
        """Add what is told under a name and address."""
        self.names[who] = None
        self._lines.append(line)

    def person(self, sheet: Sheet, *, complete: bool) -> Person:
        """The person, as far as possible without a look at the single rows."""
        name = next((name for name, _ in self.names if name), "")
        url = next((url for _, url in self.names if url), None)
        runs = [each for each in self._lines if isinstance(each, PlainHistory)]
        said = frozenset[Answer]().union(*(run.answers for run in runs)) - {Answer.NONE}
        if len(said) > 1 or len(runs) < len(self._lines):
            lines = [line for each in self._lines for line in _lines(each, sheet)]
            return _person(name, url, lines, complete=self._is_complete(lines, complete=complete))
        history, *history.more = runs
        history.complete = (Answer.YES in said if said else complete) and not self.has_lost_rows
        return history.person(name, url)

    def _is_complete(self, lines: Sequence[Line], *, complete: bool) -> bool:
        """Complete if a row says so and none denies it, or by the argument if none says."""
        said = {line.complete for line in lines} - {None}
        if {True, False} <= said:
            denied = next(line for line in lines if line.complete is False)
            denied.row.report(
                "Complete",
                problem="other rows of this person say otherwise",
                expected="one answer",
            )
        is_complete = False not in said if said else complete
        return is_complete and not self.has_lost_rows


def _lines(told: Line | PlainHistory, sheet: Sheet) -> Iterator[Line]:
    """The rows one by one."""
    if isinstance(told, Line):
        yield told
        return
    for at, job in told.rows():
        row = sheet.row_at(at)
        answer = answer_of(row["Complete"]) or Answer.NONE
        yield Line(*identity(row), job, None, answer.value, None, row)


def _person(name: str, url: str | None, lines: Sequence[Line], *, complete: bool) -> Person:
    days = [line.recorded_on for line in lines if line.recorded_on]
    history = WorkHistory(
        tuple(line.engagement for line in lines if line.engagement is not None),
        complete=complete,
        recorded_on=min(days, default=None),
    )
    return Person(
        name,
        url,
        history,
        tuple(line.tie for line in lines if line.tie is not None),
        provenance=lines[0].row.provenance,
    )


class Gathering:
    """Puts rows to those whose they are.

    One person for each profile address, or for each name where there is no address. Most have
    one run of plain rows under one name: that is their history as it stands.

    Args:
        sheet: The table whose rows they are.
        dayfirst: The hint for dates of numbers.
        complete: Whether histories are complete of which no row says so or denies it.
    """

    def __init__(self, sheet: Sheet, *, dayfirst: bool | None, complete: bool) -> None:
        self._sheet = sheet
        self._complete = complete
        self._rows = RowReader(dayfirst=dayfirst)
        self._plain = PlainReader(sheet, dayfirst=dayfirst, complete=complete)
        self._known: dict[_Key, Person | _Group] = {}

    def people(self) -> tuple[Person, ...]:
        """The people of all rows.

        A history from which a row was lost is not complete; where it can't be told whose row
        it was, no history of the file is.
        """
        deque(self._sheet.batches(self._add, _InBlocks(self._plain, self._put)), maxlen=0)
        if self._sheet.lost:
            self._mark_lost()
        sheet, complete = self._sheet, self._complete
        return tuple(
            each if isinstance(each, Person) else each.person(sheet, complete=complete)
            for each in self._known.values()
        )

    def _add(self, row: Row) -> Line | None:
        line = self._rows.line(row)
        if line is not None:
            who = line.name, line.url
            key = _key(*who)
            if key in self._known:
                self._group(key).add(who, line)
            else:
                self._known[key] = _Group(who, line)
        return line

    def _put(self, runs: Runs) -> None:
        """Put plain rows to those whose they are."""
        known, disputed = self._known, {Answer.YES, Answer.NO}
        keys = _keys(runs.names, runs.urls)
        for key, name, url, run in zip(keys, runs.names, runs.urls, runs.told, strict=True):
            if key in known:
                self._group(key).add((name, url), run)
            elif disputed <= run.answers:
                known[key] = _Group((name, url), run)
            else:
                known[key] = run.person(name, url or None)

    def _group(self, key: _Key) -> _Group:
        """The group of somebody, made of a single run if there was but one."""
        known = self._known[key]
        if isinstance(known, Person):
            self._known[key] = known = _Group((known.name, known.url or ""), later(known))
        return known

    def _mark_lost(self) -> None:
        """Mark those of whom a row was lost: by their name or address among its cells."""
        named: dict[str, list[_Key]] = {}
        for key, known in self._known.items():
            told = [known.name] if isinstance(known, Person) else [name for name, _ in known.names]
            for name in {name_key(name) for name in told if name}:
                named.setdefault(name, []).append(key)
        for lost in self._sheet.lost:
            owners = self._owners(lost, named)
            if owners is None:
                problem = "whose row it is can't be told, so no history in this file is complete"
                self._sheet.report(lost.line, problem=problem)
                owners = [*self._known]
            for key in owners:
                self._group(key).has_lost_rows = True

    def _owners(self, lost: Row | Record, named: dict[str, list[_Key]]) -> list[_Key] | None:
        """Those whose row it may be, nobody if of a stranger; ``None`` if it can't be told."""
        if isinstance(lost, Row):
            name, url = identity(lost)
            if url:
                return [key] if (key := _key(name, url)) in self._known else []
            return named.get(name_key(name), []) if name else None
        short = [cell.strip() for cell in lost.cells if len(cell) <= _LONGEST]
        keys = {url_key(cell) or "" for cell in short}
        found: list[_Key] = [key for key in keys if key in self._known]
        found += [key for cell in short for key in named.get(name_key(cell), [])]
        return found or None


class _InBlocks:
    """Puts blocks of plain rows to those whose they are.

    Args:
        reader: Reads the rows.
        put: Puts rows to those whose they are.
    """

    def __init__(self, reader: PlainReader, put: Callable[[Runs], None]) -> None:
        self._reader = reader
        self._put = put
        self.odd = reader.odd

    def __call__(self, line: int, columns: Columns) -> Sequence[object] | None:
        runs = self._reader.read(line, columns)
        if runs is None:
            return None
        self._put(runs)
        return columns[0]


def _keys(names: Sequence[str], urls: Sequence[str]) -> Sequence[_Key]:
    """What tells people apart, nearly always plain addresses."""
    text = "\n".join(urls)
    plain: list[_Key] = _PLAIN.findall(text)
    if len(plain) == len(urls) == text.count("\n") + 1:  # what was guarded may have had several
        return plain
    return [*map(_key, names, urls)]


def _key(name: str, url: str) -> _Key:
    return url_key(url) or url if url else ("name", name_key(name))
