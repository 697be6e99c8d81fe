"""Stays: engagements as of the day they were recorded, those that adjoin joined to one."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterable, Iterator

import attrs

from endorsecheck.dates import Bounds, Period
from endorsecheck.exceptions import DateError
from endorsecheck.models import Engagement, Project

__all__: list[str] = []


class Stay:
    """An engagement and the day on which it was recorded: the last day of an ongoing one.

    Attributes:
        engagement: The engagement.
        recorded_on: The day its history speaks for.
        bounds: The days it allows; what starts after it was recorded may end on any later day.
        is_consistent: Whether it had begun when it was recorded.
    """

    __slots__ = ("bounds", "engagement", "is_consistent", "recorded_on")

    def __init__(self, engagement: Engagement, recorded_on: dt.date) -> None:
        self.engagement = engagement
        self.recorded_on = recorded_on
        self.bounds: Bounds
        self.is_consistent = True
        try:
            self.bounds = engagement.period.bounds(recorded_on)
        except DateError:
            self.bounds = engagement.period.bounds(dt.date.max)
            self.is_consistent = False

    @property
    def weight(self) -> tuple[object, ...]:
        """All that matters for a comparison but the period: a title makes no difference."""
        each = self.engagement
        name = each.name if isinstance(each, Project) else None
        place = (each.organization, each.organization_id, each.team, each.location)
        return (each.kind, name, *place, each.headcount, each.skills, self.recorded_on)


def joined(stays: Iterable[Stay]) -> list[Stay]:
    """The stays, where two that are alike but for period and title are one if they adjoin.

    Two adjoin if on every reading of their dates no day lies between them: a promotion on a
    known day splits no employment. Stays that weigh the same are one, too.
    """
    groups: dict[tuple[object, ...], list[Stay]] = {}
    for stay in stays:
        groups.setdefault(stay.weight, []).append(stay)
    return [stay for group in groups.values() for stay in _chained(group)]


def _chained(group: list[Stay]) -> Iterator[Stay]:
    """The stays of one group in the order of their days, each run of adjoining ones as one."""
    if len(group) == 1:
        yield group[0]
        return
    distinct: dict[Period, Stay] = {}
    for stay in sorted(group, key=_days):
        distinct.setdefault(stay.engagement.period, stay)
    run, *rest = distinct.values()
    for stay in rest:
        if _adjoin(run.bounds, stay.bounds):
            period = Period(run.engagement.period.start, stay.engagement.period.end)
            run = Stay(attrs.evolve(run.engagement, period=period), run.recorded_on)
        else:
            yield run
            run = stay
    yield run


def _days(stay: Stay) -> tuple[object, ...]:
    bounds = stay.bounds
    first = 0 if bounds.first_earliest is None else bounds.first_earliest
    return (first, bounds.first_latest, bounds.last_latest, repr(stay.engagement))


def _adjoin(one: Bounds, other: Bounds) -> bool:
    """Whether one stay certainly runs up to another and ends no later than it."""
    if one.last_earliest is None or other.first_earliest is None:
        return False
    no_gap = other.first_latest <= one.last_earliest + 1
    return no_gap and one.last_latest <= other.first_earliest


@functools.total_ordering
class Spelled:
    """Sorts engagements as they are spelled out, which is only done where nothing else decides."""

    def __init__(self, engagement: Engagement) -> None:
        self._engagement = engagement

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Spelled) and self._engagement == other._engagement

    def __lt__(self, other: Spelled) -> bool:
        return repr(self._engagement) < repr(other._engagement)

    __hash__ = None  # type: ignore[assignment] # it is no key
