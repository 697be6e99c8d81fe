"""The engagements of one person that several sources tell of, put together.

Two engagements are one job if they come from two sources (readers, or files of one reader) and
agree in kind, canonical organization, project and title, as far as both name them, and if their
periods could share a day. Of three or more, each has to agree with each; where one could be
either of two, nothing is put together. Engagements of one source, and those without a
provenance, always stay apart.

- A period that says nothing but what another says more precisely gives way to it.
- Dates that contradict each other leave only what they have in common: the year or month, else
  ``UNKNOWN``. Each such conflict is told, none is settled by choice.
- What two sources know in part each (one the start, one the end) is not combined.
- What a complete history tells gives way to no history that is complete for a shorter time.

So no period comes out finer than one source has it. Who can attest by the merged history can by
that of a single source, and who cannot, cannot by that of a single source or by all of them side
by side. These laws are tested as properties.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import NamedTuple

import attrs

from endorsecheck._organizations.ids import id_key
from endorsecheck._text import fold
from endorsecheck.dates import DateLike, DateMark, PartialDate, Period, overlap_of
from endorsecheck.exceptions import DateError
from endorsecheck.models import Engagement, Project
from endorsecheck.organizations import canonical_name

__all__: list[str] = []


class Told(NamedTuple):
    """An engagement as one source tells of it.

    Attributes:
        engagement: The engagement, with its provenance.
        day: When it was recorded.
        complete: Whether its history is complete up to that day.
    """

    engagement: Engagement
    day: dt.date
    complete: bool = False

    @property
    def recorded(self) -> tuple[Engagement, dt.date]:
        """The engagement and the day."""
        return self.engagement, self.day

    @property
    def source(self) -> tuple[str, str | None] | None:
        """What tells of it; ``None`` if that is not known."""
        where = self.engagement.provenance
        return (where.source, where.file) if where is not None else None


class Conflict(NamedTuple):
    """One job of which sources contradict each other about the dates.

    Attributes:
        engagements: The job as each source has it, in a stated order.
        period: What they have in common, which is what counts.
    """

    engagements: tuple[Engagement, ...]
    period: Period


class Merged(NamedTuple):
    """All engagements that are known of one person, and where the sources are at odds."""

    history: tuple[tuple[Engagement, dt.date], ...]
    conflicts: tuple[Conflict, ...] = ()


NOTHING = Merged(())
"""What is known where nothing is told."""


def merge(told: Iterable[Told]) -> Merged:
    """Put together what several sources tell of one person; their order makes no difference."""
    history = tuple(told)
    if len(history) == 1:
        return Merged((history[0].recorded,))
    if len({each.source for each in history} - {None}) < _SEVERAL:
        return Merged(_distinct(history))
    found: list[Told] = []
    conflicts: list[Conflict] = []
    for group in _grouped(history):
        for job in _jobs(group):
            kept, conflict = _settled(job)
            found += kept
            conflicts += [conflict] if conflict is not None else []
    return Merged(_distinct(found), tuple(sorted(conflicts, key=repr)))


def _distinct(told: Sequence[Told]) -> tuple[tuple[Engagement, dt.date], ...]:
    """The engagements with their days; of equal ones the first in a stated order."""
    found = dict.fromkeys(each.recorded for each in told)
    if len(found) < len(told):
        found = dict.fromkeys(each.recorded for each in sorted(told, key=_order))
    return tuple(found)


_SEVERAL = 2


def _order(told: Told) -> tuple[str, ...]:
    return repr(told.recorded), repr(told.engagement.provenance), repr(told.complete)


def _grouped(history: Sequence[Told]) -> Iterable[list[Told]]:
    """The engagements by kind and place, in a stated order; equal ones of one source are one."""
    groups: dict[tuple[str | None, ...], list[Told]] = {}
    for told in history:
        groups.setdefault(_place(told.engagement), []).append(told)
    for group in groups.values():
        ordered = sorted(group, key=_order) if len(group) > 1 else group
        distinct: dict[object, Told] = {}
        for told in ordered:
            distinct.setdefault((told, told.source), told)
        yield list(distinct.values())


def _place(engagement: Engagement) -> tuple[str | None, ...]:
    name, project = engagement.organization, None
    if isinstance(engagement, Project):
        project = fold(engagement.name)
    return engagement.kind, canonical_name(name) if name else None, project


def _jobs(group: Sequence[Told]) -> Iterable[list[Told]]:
    """Those of a group that are one job each; alone, what could be part of two."""
    linked = {i: {i} for i in range(len(group))}
    for i, j in combinations(range(len(group)), 2):
        if _is_one_job(group[i], group[j]):
            linked[i].add(j)
            linked[j].add(i)
    for i, others in linked.items():
        agreed = all(linked[j] == others for j in others)
        if not agreed:
            yield [group[i]]
        elif i == min(others):
            yield [group[j] for j in sorted(others)]


def _is_one_job(one: Told, other: Told) -> bool:
    a, b = one.engagement, other.engagement
    sources = {one.source, other.source}
    if None in sources or len(sources) < _SEVERAL:
        return False
    titles = {fold(title) for title in (_title(a), _title(b)) if title}
    ids = {id_key(each.organization_id) for each in (a, b)} - {None}
    return len(titles) < _SEVERAL and len(ids) < _SEVERAL and _could_meet(one, other)


def _title(engagement: Engagement) -> str | None:
    return None if isinstance(engagement, Project) else engagement.title


def _could_meet(one: Told, other: Told) -> bool:
    try:
        a, b = (told.engagement.period.bounds(told.day) for told in (one, other))
    except DateError:
        return False
    return overlap_of(a, b).max_days != 0


def _settled(job: Sequence[Told]) -> tuple[list[Told], Conflict | None]:
    """What remains of the tellings of one job, and what they are at odds about."""
    ends = [(told.engagement.period.end, told.day) for told in job]
    starts = [(told.engagement.period.start, told.day) for told in job]
    if not (_are_at_odds(starts) or _are_at_odds(ends)):
        return _folded(job), None
    period, day = Period(_common(starts), _common(ends)), max(told.day for told in job)
    tellings = tuple(told.engagement for told in job)
    kept = [Told(attrs.evolve(each, period=period), day) for each in tellings]
    return _folded(kept), Conflict(tellings, period)


def _folded(job: Sequence[Told]) -> list[Told]:
    """The telling that says most, with those that say something else beside it."""
    best = max(job, key=lambda told: [_says(told, other) for other in job].count(True))
    others = [told for told in job if told is not best]
    rest = [told for told in others if not _says(best, told)]
    said = [told.engagement for told in others if _says(best, told)]
    return [best._replace(engagement=_with_others(best.engagement, said)), *rest]


Dated = tuple[DateLike, dt.date]
"""A date, and the day on which it was recorded."""


def _says(told: Told, other: Told) -> bool:
    """Whether the one says all that matters of what the other says."""
    mine, theirs = told.engagement, other.engagement
    return (
        _refines((mine.period.start, told.day), (theirs.period.start, other.day))
        and _refines((mine.period.end, told.day), (theirs.period.end, other.day))
        and set(theirs.skills) <= set(mine.skills)
        and all(
            getattr(theirs, fact) in (None, getattr(mine, fact))
            for fact in ("team", "location", "headcount", "organization_id")
        )
        and (not other.complete or (told.complete and told.day >= other.day))
    )


def _refines(mine: Dated, theirs: Dated) -> bool:
    """Whether a date says what another says, or more."""
    (one, day), (other, other_day) = mine, theirs
    if isinstance(one, PartialDate):
        if isinstance(other, PartialDate):
            return other.earliest <= one.earliest and one.latest <= other.latest
        return other is DateMark.UNKNOWN or one.latest >= other_day
    if one is DateMark.ONGOING:
        return other is DateMark.UNKNOWN or (other is DateMark.ONGOING and other_day <= day)
    return other is DateMark.UNKNOWN and other_day <= day


def _are_at_odds(dates: Sequence[Dated]) -> bool:
    return any(not (_refines(a, b) or _refines(b, a)) for a, b in combinations(dates, 2))


def _common(dates: Sequence[Dated]) -> DateLike:
    """What several dates have in common: the coarsest of them, or what is coarser than all."""
    known = [date for date, _ in dates if isinstance(date, PartialDate)]
    if len(known) < len(dates):
        marks = {date for date, _ in dates}
        return DateMark.ONGOING if marks == {DateMark.ONGOING} else DateMark.UNKNOWN
    year, month, day = (_agreed(part) for part in zip(*map(_parts, known), strict=True))
    if year is None:
        return DateMark.UNKNOWN
    return PartialDate(year, month, day if month is not None else None)


def _parts(date: PartialDate) -> tuple[int, int | None, int | None]:
    return date.year, date.month, date.day


def _agreed(parts: tuple[int | None, ...]) -> int | None:
    return parts[0] if len(set(parts)) == 1 else None


def _with_others(engagement: Engagement, others: Sequence[Engagement]) -> Engagement:
    """The engagement with the title of another, if it has none, and all places it is told at."""
    where = engagement.provenance
    if not others or where is None:
        return engagement
    places = ", ".join(sorted({str(other.provenance) for other in others}))
    note = "; ".join(filter(None, (where.note, f"also {places}")))
    told = attrs.evolve(engagement, provenance=attrs.evolve(where, note=note))
    if isinstance(told, Project) or told.title:
        return told
    return attrs.evolve(told, title=next(filter(None, map(_title, others)), None))
