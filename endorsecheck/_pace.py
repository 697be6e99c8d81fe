"""Patterns of time: bursts, swaps, endorsed on connecting, before the career, long after it."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from operator import sub

from endorsecheck._observing import Observed, Scene, observation, plural
from endorsecheck._results import Finding
from endorsecheck._text import fold
from endorsecheck.codes import ObservationCode, Standing, Verdict
from endorsecheck.dates import PartialDate, Period
from endorsecheck.evidence import Evidence

__all__: list[str] = []

_MOMENT = re.compile(
    r"(\d{4}-\d\d-\d\d)[T ](\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:Z|[+-]00:?00)?", re.ASCII
)
_DAY = 10
"""Characters of a day in ISO 8601."""
_DAY_SECONDS = 86_400


def bursts(scene: Scene) -> Observed:
    """Endorsements of several skills by one endorser, each within moments of the next."""
    if scene.findings and not any(each.endorsement.given_at for each in scene.findings):
        return None
    limit = scene.criteria.burst_seconds
    found = []
    for group in scene.by_person.values():
        if len(group) == 1 or not _are_near(group, limit):
            continue
        runs = list(_runs(group, limit))
        members = [each for run in runs for each in run]
        if members:
            text = (
                f"{len(members)} of {plural(len(group), 'endorsement')} in "
                f"{plural(len(runs), 'burst')}, each within {limit} s of another"
            )
            found.append(observation(ObservationCode.BURST, members, text))
    return found


def _are_near(group: Sequence[Finding], limit: int) -> bool:
    """Whether two of the findings could be within a limit, as far as their days tell."""
    stamps = [each.endorsement.given_at for each in group]
    days = sorted([day for at in stamps if at and (day := _day_number(at[:_DAY]))])
    most = 1 + limit // _DAY_SECONDS
    return any(map(most.__ge__, map(sub, days[1:], days)))


def _runs(group: Iterable[Finding], limit: int) -> Iterator[list[Finding]]:
    """The runs of findings that follow each other within a limit and name several skills."""
    timed = [(_moment(each.endorsement.given_at), i, each) for i, each in enumerate(group)]
    stamped = sorted((moment, i, each) for moment, i, each in timed if moment is not None)
    run: list[Finding] = []
    last = 0
    for moment, _, each in stamped:
        if run and moment - last > limit:
            yield from _several(run)
            run = []
        run.append(each)
        last = moment
    yield from _several(run)


def _several(run: list[Finding]) -> list[list[Finding]]:
    return [run] if len({fold(each.endorsement.skill) for each in run}) > 1 else []


def _moment(text: str | None) -> int | None:
    """Seconds since a fixed moment; ``None`` if it is no time in UTC."""
    found = _MOMENT.fullmatch(text) if text is not None else None
    day = _day_number(found[1]) if found is not None else None
    if found is None or day is None:
        return None
    return day * _DAY_SECONDS + int(found[2]) * 3600 + int(found[3]) * 60 + int(found[4])


@lru_cache(maxsize=16_384)
def _day_number(text: str) -> int | None:
    try:
        return dt.date.fromisoformat(text).toordinal()
    except ValueError:
        return None


def swaps(scene: Scene) -> Observed:
    """Endorsements a few days before or after one that the owner gave to the endorser."""
    given = scene.profile.given
    if not given:
        return None
    limit = scene.criteria.swap_days
    days = scene.theirs((each.endorsee, _ordinal(each.date)) for each in given)
    found = []
    for key, their_days in days.items():
        group = scene.by_person[key]
        theirs = sorted(day for day in their_days if day is not None)
        near = [each for each in group if _is_near(_ordinal(each.endorsement.date), theirs, limit)]
        if near:
            text = (
                f"{plural(len(near), 'endorsement')} within {plural(limit, 'day')} of one "
                "that the owner gave to them"
            )
            found.append(observation(ObservationCode.SWAP, near, text))
    return found


def _ordinal(date: object) -> int | None:
    """The number of a full date; coarser ones are not compared."""
    if isinstance(date, PartialDate) and date.day is not None:
        return date.earliest.toordinal()
    return None


def _is_near(day: int | None, days: Sequence[int], limit: int) -> bool:
    if day is None:
        return False
    place = bisect_left(days, day)
    return any(abs(each - day) <= limit for each in days[max(place - 1, 0) : place + 1])


def on_connecting(scene: Scene) -> Observed:
    """Endorsements on the day on which owner and endorser connected."""
    connections = scene.profile.connections
    if not connections:
        return None
    days = scene.theirs((each.person, each.connected_on) for each in connections)
    found = []
    for key, dates in days.items():
        since = {_ordinal(date) for date in dates}
        if len(since) != 1 or None in since:
            continue
        group = scene.by_person[key]
        same = [each for each in group if _ordinal(each.endorsement.date) in since]
        if same:
            text = f"{plural(len(same), 'endorsement')} on the day of connecting"
            found.append(observation(ObservationCode.ON_CONNECTING, same, text))
    return found


def before_career(scene: Scene) -> Observed:
    """Endorsements that were certainly given before any engagement with a start began."""
    periods = [each.period for each in scene.profile.owner.history.engagements]
    starts = [each.start for each in periods if isinstance(each.start, PartialDate)]
    if not starts:
        return None
    first = min(starts)
    found = []
    for group in scene.by_person.values():
        early = [each for each in group if _is_before(each.endorsement.date, first.earliest)]
        if early:
            text = (
                f"{plural(len(early), 'endorsement')} before {first}, when the first engagement "
                "on file began"
            )
            found.append(observation(ObservationCode.BEFORE_CAREER, early, text))
    return found


def _is_before(date: object, first: dt.date) -> bool:
    return isinstance(date, PartialDate) and date.latest < first


def stale(scene: Scene) -> Observed:
    """Endorsements by people who can attest, from a time that is certainly long ago."""
    limit = scene.profile.as_of.toordinal() - scene.criteria.stale_days
    found = []
    for group in scene.by_person.values():
        able = [each for each in group if each.verdict is Verdict.CAN_ATTEST and each.is_shown]
        lasts = [(_last_day(each), each) for each in able]
        old = [(day, each) for day, each in lasts if day is not None and day.toordinal() < limit]
        if old:
            text = f"no day together after {max(day for day, _ in old)}"
            found.append(observation(ObservationCode.STALE, [each for _, each in old], text))
    return found


def _last_day(finding: Finding) -> dt.date | None:
    """The latest that the last day together can be; ``None`` if it may go on."""
    firm = [each for each in finding.evidence if each.standing is Standing.FIRM]
    if len(firm) == len(finding.evidence) < finding.considered:
        return None
    days = [_last_shared(each) for each in firm]
    return None if None in days else max(day for day in days if day is not None)


def _last_shared(evidence: Evidence) -> dt.date | None:
    sides = (evidence.relationship, evidence.owner_engagement, evidence.endorser_engagement)
    days = [_last(each.period) for each in sides if each is not None]
    return min((day for day in days if day is not None), default=None)


def _last(period: Period) -> dt.date | None:
    return period.end.latest if isinstance(period.end, PartialDate) else None
