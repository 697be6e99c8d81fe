"""From the rows of a people file to its people: who is one person, whose history is complete."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from endorsecheck.models import Person, WorkHistory
from endorsecheck.people import name_key, url_key
from endorsecheck.readers._people_rows import Line, identity
from endorsecheck.readers._sheet import Row, Sheet

__all__: list[str] = []

_Key = tuple[str, str]
_LONGEST = 2_000
"""Characters of a cell in which a name or address is looked for."""


@attrs.define(eq=False)
class _Group:
    """The rows of one person."""

    lines: list[Line] = attrs.field(factory=list)
    has_lost_rows: bool = False

    def person(self, *, complete: bool) -> Person:
        days = [line.recorded_on for line in self.lines if line.recorded_on]
        history = WorkHistory(
            tuple(line.engagement for line in self.lines if line.engagement is not None),
            complete=self._is_complete(complete=complete),
            recorded_on=min(days, default=None),
        )
        return Person(
            next((line.name for line in self.lines if line.name), ""),
            next((line.url for line in self.lines if line.url), None),
            history,
            tuple(line.tie for line in self.lines if line.tie is not None),
            provenance=self.lines[0].row.provenance,
        )

    def _is_complete(self, *, complete: bool) -> bool:
        """Complete if a row says so and none denies it, or by the argument if none says."""
        said = {line.complete for line in self.lines} - {None}
        if {True, False} <= said:
            denied = next(line for line in self.lines if line.complete is False)
            denied.row.report(
                "Complete",
                problem="other rows of this person say otherwise",
                expected="one answer",
            )
        is_complete = False not in said if said else complete
        return is_complete and not self.has_lost_rows


def people(sheet: Sheet, lines: Iterable[Line], *, complete: bool) -> tuple[Person, ...]:
    """One person for each profile address, or for each name where there is no address.

    A history from which a row was lost is not complete; where it can't be told whose row it
    was, no history of the file is.

    Args:
        sheet: The table that the lines come from.
        lines: What its rows say.
        complete: Whether histories are complete of which no row says so or denies it.
    """
    groups: dict[_Key, _Group] = {}
    for line in lines:
        groups.setdefault(_key(line.name, line.url), _Group()).lines.append(line)
    _mark_lost(sheet, groups)
    return tuple(group.person(complete=complete) for group in groups.values())


def _key(name: str, url: str) -> _Key:
    return ("url", url_key(url) or url) if url else ("name", name_key(name))


def _mark_lost(sheet: Sheet, groups: dict[_Key, _Group]) -> None:
    """Mark those of whom a row was lost: by their name or address among its cells."""
    named: dict[str, list[_Group]] = {}
    for group in groups.values():
        for name in {name_key(line.name) for line in group.lines if line.name}:
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
