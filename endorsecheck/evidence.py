"""Owner times endorser: every pair of engagements, and every declared tie, weighed.

For endorsements that the owner gave it is owner times endorsee, and the skills that count are
the endorsee's. The owner is indexed once (:class:`Weigher`), the other person is weighed once
(:meth:`Weigher.weigh`), and only what depends on the single endorsement, its day and its
skill, is judged per endorsement (:meth:`Case.evidence`).
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from math import inf
from typing import NamedTuple

import attrs

from endorsecheck._deferred import maker
from endorsecheck._evidence import Evidence, alike
from endorsecheck._matching import Matcher, Spans
from endorsecheck._skills import SkillNames
from endorsecheck._stays import Spelled, Stay, joined
from endorsecheck.codes import Reason, Standing
from endorsecheck.dates import (
    Certainty,
    DateLike,
    DateMark,
    Overlap,
    PartialDate,
    Period,
    Timing,
    overlap_of,
)
from endorsecheck.models import (
    Criteria,
    Direction,
    Education,
    Engagement,
    Person,
    Project,
    Relationship,
    Volunteering,
)
from endorsecheck.organizations import OrganizationRegistry, Relation, RelationSpan

__all__ = ["Case", "Evidence", "Recorded", "Weigher"]


Recorded = tuple[Engagement, dt.date]
"""An engagement, and the day on which it was recorded."""


class _Pair(NamedTuple):
    """A pair of engagements in one stretch of time, before any endorsement is looked at."""

    owner: int
    stay: Stay
    span: RelationSpan
    overlap: Overlap
    doubts: tuple[Reason, ...]


class Weigher:
    """The owner, made ready to be compared with one endorser after the other."""

    def __init__(
        self,
        owner: Person,
        *,
        as_of: dt.date,
        criteria: Criteria,
        organizations: OrganizationRegistry,
        direction: Direction = Direction.INCOMING,
    ) -> None:
        recorded_on = owner.history.recorded_on or as_of
        self.as_of = as_of
        self.criteria = criteria
        self.registry = organizations
        self.direction = direction
        self.skill_names: SkillNames = SkillNames(criteria.skill_aliases)
        stays = joined(Stay(each, recorded_on) for each in owner.history.engagements)
        self._stays = sorted(stays, key=lambda stay: repr(stay.engagement))
        self.engagements: tuple[Engagement, ...] = tuple(stay.engagement for stay in self._stays)
        self._matcher = Matcher(self.engagements, organizations)
        self.all_skills: frozenset[str] = self.skills(self.engagements)

    @cached_property
    def _nothing(self) -> Case:
        """The case of somebody of whom nothing can matter."""
        return Case(self, (), (), ())

    @cached_property
    def _withheld(self) -> list[Stay]:
        return [each for each in self._stays if self._matcher.is_withheld(each.engagement)]

    @cached_property
    def _employers(self) -> list[Stay]:
        return [each for each in self._stays if self._matcher.is_employer(each.engagement)]

    def weigh(self, history: Sequence[Recorded], relationships: Sequence[Relationship]) -> Case:
        """Compare another person's history with the owner's; ties are judged per endorsement.

        Args:
            history: Each engagement of the person with the day it was recorded.
            relationships: How the owner says that the person stands to them.
        """
        if not history and not relationships:
            return self._nothing
        matches = self._matcher.matches
        near = [(Stay(*each), found) for each in history if (found := matches(each[0]))]
        if len(near) > 1:
            near = [(stay, matches(stay.engagement)) for stay in joined(stay for stay, _ in near)]
        pairs = [pair for stay, found in near for pair in self._pairs(stay, found)]
        if len(pairs) > 1:
            pairs.sort(key=_strength)
        return Case(self, pairs, history, sorted(relationships, key=repr))

    @property
    def has_withheld(self) -> bool:
        """Whether an employer of the owner is withheld, which might have been any."""
        return bool(self._withheld)

    @property
    def far(self) -> Matcher:
        """Tells which organizations nothing of the owner's could be at."""
        return self._matcher

    def _pairs(self, stay: Stay, found: Iterable[tuple[int, Spans]]) -> Iterator[_Pair]:
        for i, spans in found:
            pairs = [self._pair(i, stay, span) for span in spans if span.relation in _COUNTING]
            met = [pair for pair in pairs if pair.overlap.max_days != 0]
            yield from met or [pair for pair in pairs if pair.overlap.gap_days is not None][:1]

    def _pair(self, i: int, stay: Stay, span: RelationSpan) -> _Pair:
        owners = self._stays[i]
        overlap = overlap_of(owners.bounds, stay.bounds, window=_window(span))
        if not (owners.is_consistent and stay.is_consistent):
            overlap = attrs.evolve(overlap, min_days=0)
        doubts = self._doubts(i, stay, span, overlap) if overlap.max_days != 0 else ()
        return _Pair(i, stay, span, overlap, doubts)

    def _doubts(
        self, i: int, stay: Stay, span: RelationSpan, overlap: Overlap
    ) -> tuple[Reason, ...]:
        """Why the pair is no firm basis, whatever the endorsement."""
        mine, theirs = self.engagements[i], stay.engagement
        doubts = []
        if overlap.certainty is Certainty.POSSIBLE:
            is_dated = _UNDATED not in (mine.period, theirs.period)
            doubts.append(Reason.POSSIBLE_OVERLAP if is_dated else Reason.UNDATED)
        if 0 < overlap.min_days < self.criteria.min_overlap_days:
            doubts.append(Reason.BRIEF_OVERLAP)
        if span.relation is not Relation.SAME:
            is_related = span.relation is Relation.RELATED
            doubts.append(Reason.RELATED_ORGANIZATION if is_related else Reason.SIMILAR_NAME)
        if _both(Education, mine, theirs):
            doubts.append(Reason.STUDIED_TOGETHER)
        if self._is_large(mine, theirs):
            doubts.append(Reason.LARGE_ORGANIZATION)
        return tuple(doubts)

    def _is_large(self, mine: Engagement, theirs: Engagement) -> bool:
        headcount = max(mine.headcount or 0, theirs.headcount or 0)
        if headcount <= self.criteria.large_organization or _both(Project, mine, theirs):
            return False
        return not (alike(mine.team, theirs.team) or alike(mine.location, theirs.location))

    def skills(self, engagements: Iterable[Engagement]) -> frozenset[str]:
        """The keys of the skills that engagements name."""
        key = self.skill_names.key
        return frozenset(key(each) for engagement in engagements for each in engagement.skills)

    def is_hiding(self, history: Sequence[Recorded]) -> bool:
        """Whether an employer in a history is withheld."""
        return any(self._matcher.is_withheld(engagement) for engagement, _ in history)

    def could_be_shared(self, history: Sequence[Recorded], date: DateLike) -> bool:
        """Whether an employer that is not named could have been a shared one by that day."""
        return any(
            overlap.max_days != 0 and overlap.timing(date) is not Timing.BEFORE
            for overlap in self._withheld_overlaps(history)
        )

    def _withheld_overlaps(self, history: Sequence[Recorded]) -> Iterator[Overlap]:
        """What the owner's stays share with those of the history, where one is withheld."""
        for engagement, recorded_on in history:
            hidden = self._matcher.is_withheld(engagement)
            candidates = self._employers if hidden else self._withheld
            if candidates and self._matcher.is_employer(engagement):
                stay = Stay(engagement, recorded_on)
                for owners in candidates:
                    yield overlap_of(owners.bounds, stay.bounds)

    def common_organization(self, pairs: Sequence[_Pair], name: str | None) -> list[_Pair]:
        """The pairs at an organization, the same, related or similar; all if none is named."""
        if name is None:
            return list(pairs)
        return [pair for pair in pairs if self._is_at(self.engagements[pair.owner], name)]

    def _is_at(self, engagement: Engagement, name: str) -> bool:
        if engagement.organization is None:
            return False
        spans = self.registry.spans(engagement.organization, name)
        return any(span.relation in _COUNTING for span in spans)


class Case:
    """One endorser against the owner: what does not depend on the single endorsement."""

    def __init__(
        self,
        weigher: Weigher,
        pairs: Sequence[_Pair],
        history: Sequence[Recorded],
        relationships: Sequence[Relationship],
    ) -> None:
        self._weigher = weigher
        self._pairs = pairs
        self._relationships = relationships
        self._history = history
        self._skills = weigher.all_skills
        if weigher.direction is Direction.OUTGOING:
            self._skills = weigher.skills(engagement for engagement, _ in history)

    def evidence(self, date: DateLike, skill: str | None, *, complete: bool) -> list[Evidence]:
        """Everything weighed for an endorsement of that day and skill, the best first.

        Args:
            date: Day of the endorsement.
            skill: The skill endorsed; ``None`` for an invitation, which is about none.
            complete: Whether the endorser's history is complete up to that day.
        """
        key = None
        if skill is not None and self._skills:
            key = self._weigher.skill_names.key(skill)
        found = [self._weighed(pair, date, key) for pair in self._pairs]
        found += [self._tie(each, date, complete=complete) for each in self._relationships]
        return sorted(found, key=_worth) if len(found) > 1 else found

    @property
    def is_empty(self) -> bool:
        """Whether nothing was weighed, whatever the endorsement."""
        return not (self._pairs or self._relationships)

    @property
    def hides_employers(self) -> bool:
        """Whether an employer in the endorser's history is withheld."""
        return self._weigher.is_hiding(self._history)

    @property
    def knows_skills(self) -> bool:
        """Whether any skill is known to have been used anywhere, so that skills matter."""
        return bool(self._skills)

    def views(self, dates: Iterable[DateLike]) -> Iterator[object]:
        """All that tells each day of endorsements by somebody without declared ties from others.

        How it stands in time to each pair, and how precise it is.
        """
        turns = self._turning_days()
        for date in dates:
            if not turns or not isinstance(date, PartialDate):
                yield None
            elif date.day is not None:
                yield bisect_right(turns, date.earliest)
            else:
                first, last = bisect_right(turns, date.earliest), bisect_right(turns, date.latest)
                yield date.precision, first, last

    def _turning_days(self) -> list[dt.date]:
        """The days, in order, on which an endorsement comes to stand otherwise to a pair."""
        found: set[dt.date | None] = set()
        for pair in self._pairs:
            found |= {pair.overlap.first_day_earliest, pair.overlap.first_day_latest}
        return sorted(day for day in found if day is not None)

    def _weighed(self, pair: _Pair, date: DateLike, skill: str | None) -> Evidence:
        timing = pair.overlap.timing(date)
        standing, reasons = self._judged(pair, timing, skill)
        mine, theirs = self._weigher.engagements[pair.owner], pair.stay.engagement
        span, overlap = pair.span, pair.overlap
        return _evidence(
            standing, reasons, mine, theirs, span.relation, span.reason, overlap, timing
        )

    def _judged(
        self, pair: _Pair, timing: Timing, skill: str | None
    ) -> tuple[Standing, tuple[Reason, ...]]:
        if pair.overlap.max_days == 0:
            return Standing.RULED_OUT, (Reason.DISJOINT_PERIODS,)
        if timing is Timing.BEFORE:
            return Standing.RULED_OUT, (Reason.ENDORSED_BEFORE_OVERLAP,)
        doubts = pair.doubts
        if timing is Timing.UNCLEAR:
            doubts += (Reason.UNCLEAR_TIMING,)
        if skill is not None and skill in self._skills and self._is_elsewhere(pair, skill):
            doubts += (Reason.SKILL_ELSEWHERE,)
        if doubts:
            return Standing.OPEN, doubts
        return Standing.FIRM, _basis(self._weigher.engagements[pair.owner], pair.stay.engagement)

    def _is_elsewhere(self, pair: _Pair, skill: str) -> bool:
        """Whether the one endorsed used the skill, by the record, but not in the shared stay."""
        incoming = self._weigher.direction is Direction.INCOMING
        shared = self._weigher.engagements[pair.owner] if incoming else pair.stay.engagement
        here = self._weigher.skills([shared])
        return bool(here) and skill not in here

    def _tie(self, tie: Relationship, date: DateLike, *, complete: bool) -> Evidence:
        standing, reason = self._judged_tie(tie, date, complete=complete)
        return Evidence(standing=standing, reasons=(reason,), relationship=tie)

    def _judged_tie(
        self, tie: Relationship, date: DateLike, *, complete: bool
    ) -> tuple[Standing, Reason]:
        if _began_after(tie.period, date):
            return Standing.RULED_OUT, Reason.ENDORSED_BEFORE_OVERLAP
        if not tie.kind.is_work:
            return Standing.RULED_OUT, Reason.NOT_A_WORK_RELATIONSHIP
        if tie.kind.needs_one_workplace and complete:
            common = self._weigher.common_organization(self._pairs, tie.organization)
            met = [pair for pair in common if pair.overlap.max_days != 0]
            if not met and not self._weigher.could_be_shared(self._history, DateMark.UNKNOWN):
                return Standing.RULED_OUT, Reason.CONTRADICTED_RELATIONSHIP
            if met and all(pair.overlap.timing(date) is Timing.BEFORE for pair in met):
                return Standing.RULED_OUT, Reason.ENDORSED_BEFORE_OVERLAP
        return Standing.FIRM, Reason.DECLARED_RELATIONSHIP

    def is_withheld(self, date: DateLike) -> bool:
        """Whether an employer that is not named could have been a shared one by that day."""
        return self._weigher.could_be_shared(self._history, date)


_evidence = maker(
    Evidence,
    *("standing", "reasons", "owner_engagement", "endorser_engagement"),
    *("relation", "match", "overlap", "timing"),
    relationship=None,
)
_EMPLOYER = (Reason.SHARED_EMPLOYER,)
_COUNTING = (Relation.SAME, Relation.RELATED, Relation.SIMILAR)
_STANDINGS = (Standing.FIRM, Standing.OPEN, Standing.RULED_OUT)


def _worth(evidence: Evidence) -> tuple[int, int]:
    """Sort key: firm, open, ruled out; of firm pieces the smallest shared unit first."""
    standing = _STANDINGS.index(evidence.standing)
    return standing, standing or evidence.breadth


def _window(span: RelationSpan) -> tuple[int | None, int | None]:
    first, last = span.first, span.last
    return (
        first.toordinal() if first is not None else None,
        last.toordinal() if last is not None else None,
    )


_UNDATED = Period()


def _both(kind: type, mine: Engagement, theirs: Engagement) -> bool:
    return isinstance(mine, kind) and isinstance(theirs, kind)


def _basis(mine: Engagement, theirs: Engagement) -> tuple[Reason, ...]:
    if _both(Project, mine, theirs):
        return (Reason.SHARED_PROJECT,)
    kinds = {type(mine), type(theirs)} - {Education}
    if Volunteering not in kinds:
        return _EMPLOYER
    return (*(_EMPLOYER if len(kinds) > 1 else ()), Reason.SHARED_VOLUNTEERING)


def _began_after(period: Period, date: DateLike) -> bool:
    """Whether a tie certainly began after a day."""
    if isinstance(date, DateMark) or isinstance(period.start, DateMark):
        return False
    return period.start.earliest > date.latest


def _strength(pair: _Pair) -> tuple[object, ...]:
    """Sort key: relation, most days for certain, most days, least gap; then a stated order."""
    most = pair.overlap.max_days
    return (
        _COUNTING.index(pair.span.relation),
        -pair.overlap.min_days,
        -(most if most is not None else inf),
        pair.overlap.gap_days or 0,
        pair.owner,
        Spelled(pair.stay.engagement),
    )
