"""From the rows of a people file to its people: who is one person, whose history is complete."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence

from endorsecheck.dates import Period
from endorsecheck.models import Person, Position, WorkHistory
from endorsecheck.people import name_key, url_key
from endorsecheck.readers._blocks import Columns
from endorsecheck.readers._people_plain import PlainHistory, PlainReader, Run, Who
from endorsecheck.readers._people_rows import Line, RowReader, identity
from endorsecheck.readers._row import Row
from endorsecheck.readers._sheet import Sheet

__all__: list[str] = []

_Key = tuple[str, str]
_LONGEST = 2_000
"""Characters of a cell in which a name or address is looked for."""


class _Group:
    """The rows of one person, of whom most have one run of plain rows under one name.

    Such a person costs no list, and the collector has less to look after.
    """

    __slots__ = ("_lines", "_names", "has_lost_rows")

    def __init__(self, who: Who, line: Line | Run) -> None:
        self._names: Who | dict[Who, None] = who
        self._lines: Line | Run | list[Line | Run] = line
        self.has_lost_rows = False

    @property
    def names(self) -> Iterable[Who]:
        """The names and addresses, each once."""
        return (self._names,) if isinstance(self._names, tuple) else self._names

    @property
    def lines(self) -> Sequence[Line | Run]:
        """The rows."""
        return self._lines if isinstance(self._lines, list) else (self._lines,)

    def add(self, who: Who, line: Line | Run) -> None:
        """Add what is told under a name and address."""
        if isinstance(self._names, dict):
            self._names[who] = None
        elif who != self._names:
            self._names = {self._names: None, who: None}
        if not isinstance(self._lines, list):
            self._lines = [self._lines]
        self._lines.append(line)

    def person(self, sheet: Sheet, periods: Sequence[Period], *, complete: bool) -> Person:
        """The person, as far as possible without a look at the single rows."""
        name = next((name for name, _ in self.names if name), "")
        url = next((url for _, url in self.names if url), None)
        told = self.lines
        runs = [each for each in told if isinstance(each, Run)]
        said = {answer for run in runs for answer in run.answers} - {None}
        if len(said) > 1 or len(runs) < len(told):
            lines = [line for each in told for line in _lines(each, sheet, periods)]
            return _person(name, url, lines, complete=self._is_complete(lines, complete=complete))
        is_complete = (True in said if said else complete) and not self.has_lost_rows
        first, *more = runs
        history = PlainHistory(
            first, more or (), periods, complete=is_complete, place=(sheet.source, sheet.file)
        )
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


def _lines(told: Line | Run, sheet: Sheet, periods: Sequence[Period]) -> Iterator[Line]:
    """The rows one by one."""
    if isinstance(told, Line):
        yield told
        return
    block, first, end = told
    for i in range(first, end):
        row = sheet.row_at(block.line + i)
        job = Position(
            block.places[i],
            block.titles[i],
            period=periods[block.periods[i]],
            provenance=row.provenance,
        )
        yield Line(*identity(row), job, None, block.answers[i], None, row)


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

    One person for each profile address, or for each name where there is no address.

    Args:
        sheet: The table whose rows they are.
        dayfirst: The hint for dates of numbers.
    """

    def __init__(self, sheet: Sheet, *, dayfirst: bool | None) -> None:
        self._sheet = sheet
        self._rows = RowReader(dayfirst=dayfirst)
        self._plain = PlainReader(sheet.places, sheet.clean, dayfirst=dayfirst)
        self._groups: dict[_Key, _Group] = {}
        self._latest: tuple[Who, _Group] | None = None

    def people(self, *, complete: bool) -> tuple[Person, ...]:
        """The people of all rows.

        A history from which a row was lost is not complete; where it can't be told whose row
        it was, no history of the file is.

        Args:
            complete: Whether histories are complete of which no row says so or denies it.
        """
        deque(self._sheet.batches(self._add, _InBlocks(self._plain, self._put)), maxlen=0)
        _mark_lost(self._sheet, self._groups)
        return tuple(
            group.person(self._sheet, self._plain.periods, complete=complete)
            for group in self._groups.values()
        )

    def _add(self, row: Row) -> Line | None:
        line = self._rows.line(row)
        if line is not None:
            self._put((line.name, line.url), line)
        return line

    def _put(self, who: Who, line: Line | Run) -> None:
        """Put rows to those of a name and URL; rows of one person mostly stand together."""
        if self._latest is not None and who == self._latest[0]:
            self._latest[1].add(who, line)
            return
        key = _key(*who)
        group = self._groups.get(key)
        if group is None:
            self._groups[key] = group = _Group(who, line)
        else:
            group.add(who, line)
        self._latest = who, group


class _InBlocks:
    """Puts blocks of plain rows to those whose they are.

    Args:
        reader: Reads the rows.
        put: Puts rows to those of a name and URL.
    """

    def __init__(self, reader: PlainReader, put: Callable[[Who, Run], None]) -> None:
        self._reader = reader
        self._put = put
        self.odd = reader.odd

    def __call__(self, line: int, columns: Columns) -> Sequence[object] | None:
        runs = self._reader.read(line, columns)
        if runs is None:
            return None
        for who, run in runs:
            self._put(who, run)
        return columns[0]


def _key(name: str, url: str) -> _Key:
    return ("url", url_key(url) or url) if url else ("name", name_key(name))


def _mark_lost(sheet: Sheet, groups: dict[_Key, _Group]) -> None:
    """Mark those of whom a row was lost: by their name or address among its cells."""
    if not sheet.lost:
        return
    named: dict[str, list[_Group]] = {}
    for group in groups.values():
        for name in {name_key(name) for name, _ in group.names if name}:
            named.setdefault(name, []).append(group)
    for row, cells in sheet.lost:
        known = _owners(sheet, row, cells, groups, named)
        if known is None:
            problem = "whose row it is can't be told, so no history in this file is complete"
            sheet.report(row, problem=problem)
            known = list(groups.values())
        for group in known:
            group.has_lost_rows = True


def _owners(
    sheet: Sheet,
    line: int,
    cells: Sequence[str],
    groups: dict[_Key, _Group],
    named: dict[str, list[_Group]],
) -> list[_Group] | None:
    """Those whose row it may be, nobody if of a stranger; ``None`` if it can't be told."""
    if len(cells) == len(sheet.header):
        name, url = identity(Row(sheet, line, cells))
        if url:
            return [groups[key]] if (key := _key("", url)) in groups else []
        return named.get(name_key(name), []) if name else None
    short = [cell.strip() for cell in cells if 0 < len(cell) <= _LONGEST]
    keys = {("url", url_key(cell) or "") for cell in short}
    found = [groups[key] for key in keys if key in groups]
    found += [group for cell in short for group in named.get(name_key(cell), [])]
    return found or None
