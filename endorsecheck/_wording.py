"""Findings in words: one sentence each, addressed to the owner."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import lru_cache

from endorsecheck._date_text import days_in
from endorsecheck._known import number_of_engagements
from endorsecheck._matching import name_of
from endorsecheck.codes import Reason
from endorsecheck.dates import DateMark, Overlap, PartialDate, Period
from endorsecheck.evidence import Evidence
from endorsecheck.findings import Finding, GivenFinding
from endorsecheck.models import Project

__all__: list[str] = []

_Finding = Finding | GivenFinding

_LAST_DAY = dt.date.max.toordinal()
_OTHER_NAMES = frozenset({Reason.RELATED_ORGANIZATION, Reason.SIMILAR_NAME})
"""Reasons for which both names are told."""


@lru_cache(maxsize=4_096)
def stretch(until: dt.date, days: int) -> str:
    """A number of days that end on a day, as calendar years and months: "1 year 4 months".

    Days are named only where the stretch is shorter than a month. A month from a day that the
    last month does not have is over on its last day.
    """
    start = until - dt.timedelta(days=days)
    months = (until.year - start.year) * 12 + until.month - start.month
    if until.day < min(start.day, days_in(until.year, until.month)):
        months -= 1  # the last of them is not over
    years, rest = divmod(months, 12)
    parts = [(years, "year"), (rest, "month"), (0 if months else days, "day")]
    shown = [f"{n} {unit}{'s' if n > 1 else ''}" for n, unit in parts if n]
    return " ".join(shown) or "no day"


def stretch_from(first: dt.date, days: int) -> str:
    """The same of a number of days that begin with a day."""
    after = min(first.toordinal() + days, _LAST_DAY)
    return stretch(dt.date.fromordinal(after), days)


def sentence(finding: _Finding) -> str:
    """Why a finding has its verdict, in one sentence without a full stop."""
    reason, telling = finding.reasons[0], finding.telling
    wording = _WORDINGS.get(reason)
    if wording is not None and telling is not None:
        return wording(telling, finding)
    return _plain(reason, finding)


def _plain(reason: Reason, finding: _Finding) -> str:
    if reason is Reason.NO_SHARED_ORGANIZATION and finding.person is not None:
        count = number_of_engagements(finding.person)
        found = f"nothing in common with the {count} {_plural('engagement', count)} on file"
        is_contradicted = Reason.CONTRADICTED_RELATIONSHIP in finding.reasons
        return f"{found}, contrary to what is declared" if is_contradicted else found
    return reason.explanation


def _plural(word: str, count: int) -> str:
    return word if count == 1 else f"{word}s"


def _place(evidence: Evidence) -> str:
    mine, theirs = evidence.owner_engagement, evidence.endorser_engagement
    if mine is None or theirs is None:
        return evidence.relationship.organization or "" if evidence.relationship else ""
    one, other = name_of(mine), name_of(theirs)
    if not _OTHER_NAMES.isdisjoint(evidence.reasons):
        return f"{one} / {other}"
    unit = evidence.shared_unit
    if isinstance(mine, Project):
        return f"{one} at {mine.organization}" if unit and mine.organization else one
    return f"{one}, {unit}" if unit else one


def _shared(evidence: Evidence, _: _Finding) -> str:
    overlap = evidence.overlap
    if overlap is None or overlap.first_day_latest is None:
        return _declared(evidence, _)
    time = stretch_from(overlap.first_day_latest, overlap.min_days)
    return f"{_place(evidence)}: together for at least {time}"


def _declared(evidence: Evidence, _: _Finding) -> str:
    tie = evidence.relationship
    if tie is None:
        return evidence.reasons[0].explanation
    kind = tie.kind.value.replace("-", " ")
    return f"declared {kind}" + (f" at {tie.organization}" if tie.organization else "")


def _open(evidence: Evidence, finding: _Finding) -> str:
    return f"{_place(evidence)}: {finding.reasons[0].explanation}"


def _apart(evidence: Evidence, _: _Finding) -> str:
    mine, theirs, overlap = (
        evidence.owner_engagement,
        evidence.endorser_engagement,
        evidence.overlap,
    )
    if mine is None or theirs is None or overlap is None:
        return evidence.reasons[0].explanation
    first, then, later = ("they", "you", mine.period)
    if _is_before(mine.period, theirs.period):
        first, then, later = ("you", "they", theirs.period)
    if not isinstance(later.start, PartialDate) or overlap.gap_days is None:
        return f"{_place(evidence)}: {evidence.reasons[0].explanation}"
    gap = stretch(later.start.earliest, overlap.gap_days)
    return f"{_place(evidence)}, but {first} left {_at_least(overlap, gap)} before {then} came"


def _at_least(overlap: Overlap, gap: str) -> str:
    return f"at least {gap}" if overlap.gap_days else "shortly"


def _is_before(one: Period, other: Period) -> bool:
    """Whether of two periods that are certainly apart the one is the earlier."""
    if not isinstance(other.start, PartialDate):
        return False
    return not isinstance(one.start, PartialDate) or one.start.earliest < other.start.earliest


def _too_early(evidence: Evidence, finding: _Finding) -> str:
    date, overlap = finding.endorsement.date, evidence.overlap
    if overlap is None or overlap.first_day_earliest is None or isinstance(date, DateMark):
        return f"{_place(evidence)}: {evidence.reasons[0].explanation}".removeprefix(": ")
    days = (overlap.first_day_earliest - date.latest).days
    early = stretch(overlap.first_day_earliest, days)
    return f"{_place(evidence)}, but endorsed at least {early} before you could have met"


_WORDINGS: dict[Reason, Callable[[Evidence, _Finding], str]] = {
    Reason.SHARED_EMPLOYER: _shared,
    Reason.SHARED_PROJECT: _shared,
    Reason.SHARED_VOLUNTEERING: _shared,
    Reason.DECLARED_RELATIONSHIP: _declared,
    Reason.POSSIBLE_OVERLAP: _open,
    Reason.UNDATED: _open,
    Reason.RELATED_ORGANIZATION: _open,
    Reason.SIMILAR_NAME: _open,
    Reason.UNCLEAR_TIMING: _open,
    Reason.STUDIED_TOGETHER: _open,
    Reason.LARGE_ORGANIZATION: _open,
    Reason.SKILL_ELSEWHERE: _open,
    Reason.BRIEF_OVERLAP: _shared,
    Reason.DISJOINT_PERIODS: _apart,
    Reason.ENDORSED_BEFORE_OVERLAP: _too_early,
}
