"""The one missing or coarse fact that would settle a finding, in words."""

from __future__ import annotations

import datetime as dt

from endorsecheck._matching import name_of
from endorsecheck.codes import Reason
from endorsecheck.dates import DateLike, DateMark, PartialDate
from endorsecheck.evidence import Evidence
from endorsecheck.models import Endorsement, Engagement, GivenEndorsement, Person

__all__: list[str] = []

_FINER = {"year": "the month in which", "month": "the day on which"}
_UNKNOWN = "the day on which"


_Given = Endorsement | GivenEndorsement


def called(counterpart: Person, *, is_given: bool) -> str:
    """What the other side is called, of what the owner received or gave."""
    return counterpart.name or ("the endorsee" if is_given else "the endorser")


def _called(endorsement: _Given) -> str:
    is_given = isinstance(endorsement, GivenEndorsement)
    return called(endorsement.counterpart, is_given=is_given)


def of_open(evidence: Evidence, endorsement: _Given, owner: str) -> str:
    """The fact that would settle an open piece of evidence, by the first doubt it carries."""
    mine, theirs = evidence.owner_engagement, evidence.endorser_engagement
    if mine is None or theirs is None:  # a declared tie is never open
        return "how they know each other"
    place, other = name_of(mine), name_of(theirs)
    endorser = _called(endorsement)
    user, used_at = (owner, place)
    if isinstance(endorsement, GivenEndorsement):
        user, used_at = (endorser, other)
    reason = evidence.reasons[0]
    if reason is Reason.UNDATED:
        undated = endorser if theirs.period.start is theirs.period.end else owner
        return f"when {undated} was at {other if undated == endorser else place}"
    if reason in (Reason.POSSIBLE_OVERLAP, Reason.BRIEF_OVERLAP):
        return _date_to_learn(mine, theirs, owner, endorser)
    return {
        Reason.RELATED_ORGANIZATION: f"whether {place} and {other} were one workplace",
        Reason.SIMILAR_NAME: f"whether {place} and {other} are one",
        Reason.STUDIED_TOGETHER: f"any work that {endorser} and {owner} shared",
        Reason.LARGE_ORGANIZATION: f"the team or place in which {endorser} worked at {other}",
        Reason.UNCLEAR_TIMING: _timing_to_learn(mine, theirs, endorsement, owner),
        Reason.SKILL_ELSEWHERE: f"whether {user} used {endorsement.skill} at {used_at}",
    }[reason]


def _date_to_learn(mine: Engagement, theirs: Engagement, owner: str, endorser: str) -> str:
    """The coarser of the two dates between which the overlap is undecided."""
    handovers = (
        (
            (owner, "left", mine, mine.period.end),
            (endorser, "joined", theirs, theirs.period.start),
        ),
        (
            (endorser, "left", theirs, theirs.period.end),
            (owner, "joined", mine, mine.period.start),
        ),
    )
    undecided = min(handovers, key=lambda pair: _slack(pair[0][3], pair[1][3]))
    name, event, engagement, date = max(undecided, key=lambda event: _width(event[3]))
    return f"{_precise(date)} {name} {event} {name_of(engagement)}"


def _timing_to_learn(mine: Engagement, theirs: Engagement, endorsement: _Given, owner: str) -> str:
    date = endorsement.date
    if isinstance(date, DateMark) or date.precision != "day":
        return "the day of the endorsement"
    endorser = _called(endorsement)
    later = max((owner, mine), (endorser, theirs), key=lambda who: _latest(who[1].period.start))
    return f"{_precise(later[1].period.start)} {later[0]} joined {name_of(later[1])}"


def _slack(end: DateLike, start: DateLike) -> int:
    """Days by which an end certainly lies behind a start; unknown dates are never certain."""
    if end is DateMark.ONGOING:
        return 10**7
    if isinstance(end, DateMark) or isinstance(start, DateMark):
        return -(10**7)
    return (end.earliest - start.latest).days


def _latest(start: DateLike) -> dt.date:
    return start.latest if isinstance(start, PartialDate) else dt.date.max


def _width(date: DateLike) -> int:
    """Days that a date could mean; an ongoing end is one, an unknown date any number."""
    if isinstance(date, PartialDate):
        return (date.latest - date.earliest).days
    return 0 if date is DateMark.ONGOING else 10**7


def _precise(date: DateLike) -> str:
    return _FINER.get(date.precision, _UNKNOWN) if isinstance(date, PartialDate) else _UNKNOWN
