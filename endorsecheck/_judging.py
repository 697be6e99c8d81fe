"""The verdict on each endorsement of one person, received from them or given to them.

A person is identified and weighed once, however many endorsements there are.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

import attrs

from endorsecheck import _counterfactual
from endorsecheck._deferred import maker
from endorsecheck._groups import F, Given
from endorsecheck._known import known, known_near
from endorsecheck._merging import Conflict
from endorsecheck._text import fold
from endorsecheck.codes import Reason, Remedy, Standing, Verdict
from endorsecheck.dates import DateLike, DateMark, PartialDate
from endorsecheck.evidence import Case, Evidence, Weigher
from endorsecheck.models import (
    Endorsement,
    Person,
    Profile,
)
from endorsecheck.people import Directory, Identity, Who, name_key, url_key
from endorsecheck.waivers import Waiver

__all__: list[str] = []

MOST_EVIDENCE = 10
"""Pieces of evidence that a finding keeps, the best first."""

_HOPES = {Standing.FIRM: Verdict.CAN_ATTEST, Standing.OPEN: Verdict.MIGHT_ATTEST}
"""What evidence allows, the best first."""

_NOTHING_SHARED = (Reason.NO_SHARED_ORGANIZATION,)
_REASONS = {reason: number for number, reason in enumerate(Reason)}


class Opinion(NamedTuple):
    """What is said of all endorsements by one person that nothing tells apart.

    The first fields of a finding, in their order.
    """

    verdict: Verdict
    reasons: tuple[Reason, ...]
    person: Person | None = None
    evidence: tuple[Evidence, ...] = ()
    considered: int = 0
    counterfactual: str | None = None


@attrs.define(eq=False)
class Docket:
    """What was judged, in the order of the findings, which are made when somebody asks for them.

    Attributes:
        endorsements: Received by the owner, or given.
        opinions: The opinion on each of them.
        conflicts: Where sources contradict each other.
        remedies: What the owner can do about each.
        waivers: Those that mark a finding, by its number.
    """

    endorsements: list[Given] = attrs.field(factory=list)
    opinions: list[Opinion] = attrs.field(factory=list)
    conflicts: list[tuple[Person, Conflict]] = attrs.field(factory=list)
    remedies: Sequence[tuple[Remedy, ...]] = ()
    waivers: Mapping[int, Waiver] = attrs.field(factory=dict)

    @property
    def cases(self) -> Iterator[tuple[Opinion, Given]]:
        """Each endorsement after the opinion on it."""
        return zip(self.opinions, self.endorsements, strict=True)

    def findings(self, make: type[F]) -> Iterator[F]:
        """The findings, one after the other, none of them kept."""
        build = _builder(make)
        for opinion, remedies, given, waiver in self._rows():
            yield build(opinion, remedies, given, waiver)

    def shared(self, make: type[F]) -> Iterator[tuple[F, Given]]:
        """Each endorsement after its finding, or after the one before if that says the same.

        How much too early somebody endorsed depends on the day.
        """
        build = _builder(make)
        finding: F | None = None
        last: Opinion | None = None
        did: tuple[Remedy, ...] = ()
        for opinion, remedies, given, waiver in self._rows():
            is_same = opinion is last and remedies is did and waiver is None
            if finding is None or not is_same or _TOO_EARLY in opinion.reasons:
                finding = build(opinion, remedies, given, waiver)
            last, did = (opinion, remedies) if waiver is None else (None, ())
            yield finding, given

    def _rows(self) -> Iterator[tuple[Opinion, tuple[Remedy, ...], Given, Waiver | None]]:
        waivers = map(self.waivers.get, range(len(self.opinions)))
        return zip(self.opinions, self.remedies, self.endorsements, waivers, strict=True)


_TOO_EARLY = Reason.ENDORSED_BEFORE_OVERLAP


def _builder(make: type[F]) -> Callable[..., F]:
    """Makes a finding of an opinion, remedies, an endorsement and a waiver, if it takes one."""
    names = [field.name for field in attrs.fields(make)]
    build = maker(make, *names)
    if "waiver" in names:
        return lambda opinion, *others: build(*opinion, *others)
    return lambda opinion, remedies, given, _: build(*opinion, remedies, given)


def judged(
    profile: Profile,
    endorsements: Iterable[Given],
    people: Iterable[Person],
    weigher: Weigher,
) -> Docket:
    """The opinion on each endorsement, in order; and where sources contradict.

    Ordered by the other side's folded name and URL, then as :class:`_Order` says.

    Args:
        profile: The owner and the day the data speak for.
        endorsements: Received by the owner, or given.
        people: What is known of the people on the other side.
        weigher: The owner, ready to be compared with.
    """
    groups: dict[int, list[Given]] = {}
    for each in endorsements:
        who = id(each.counterpart)
        if who in groups:
            groups[who].append(each)
        else:
            groups[who] = [each]
    others = [group[0].counterpart for group in groups.values()]
    directory = Directory(profile.owner, people, others)
    docket = Docket()
    order = _Order()
    for same in _in_order(others):
        found: list[tuple[Opinion, Given]] = []
        for other in same:
            judge = Judge(weigher, profile, other, directory.identify(other))
            found += judge.cases(groups[id(other)])
            docket.conflicts += ((other, conflict) for conflict in judge.conflicts)
        if len(found) > 1:
            found.sort(key=order)
        for opinion, given in found:
            docket.opinions.append(opinion)
            docket.endorsements.append(given)
    return docket


def _in_order(people: Sequence[Person]) -> Iterator[list[Person]]:
    """Those of one folded name and URL together, ordered by these."""
    keys = ((name_key(each.name), url_key(each.url) or "") for each in people)
    ordered = sorted((*key, i) for i, key in enumerate(keys))
    for _, same in groupby(ordered, itemgetter(0, 1)):
        yield [people[i] for _, _, i in same]


class _Order:
    """Sort key: the skill, day, status, time of day, then as they are spelled."""

    def __init__(self) -> None:
        self._days: dict[int, tuple[DateLike, str]] = {}
        self._skills: dict[str, str] = {}

    def __call__(self, case: tuple[Opinion, Given]) -> tuple[str, ...]:
        given = case[1]
        date, skill = given.date, given.skill
        _, day = self._days.get(id(date)) or self._days.setdefault(id(date), (date, str(date)))
        key = self._skills.get(skill) or self._skills.setdefault(skill, fold(skill))
        time = (given.given_at or "") if isinstance(given, Endorsement) else ""
        return key, day, given.status._value_, time, skill, given.counterpart.name


class Judge:
    """Gives the verdicts on the endorsements of one person on the other side.

    Args:
        weigher: The owner, ready to be compared with.
        profile: The owner and the day the data speak for.
        counterpart: The endorser or endorsee, as on the endorsement.
        identity: Who that is.
    """

    __slots__ = (
        *("_case", "_has_history", "_is_far", "_is_plain", "_known", "_memo", "_profile", "_who"),
        "conflicts",
    )

    def __init__(
        self,
        weigher: Weigher,
        profile: Profile,
        counterpart: Person,
        identity: Identity,
    ) -> None:
        self._profile = profile
        self._who = identity.who
        records = identity.records
        near = None
        if not weigher.has_withheld:
            near = known_near(records, counterpart, profile.as_of, weigher.far)
        self._known = near or known(records, counterpart, profile.as_of)
        self.conflicts = self._known.conflicts
        self._has_history = near is not None or bool(self._known.history)
        self._case: Case = weigher.weigh(self._known.history, self._known.person.relationships)
        self._is_plain = near is not None and not self._case.hides_employers
        self._is_far = self._is_plain and self._case.is_empty
        self._memo: dict[object, Opinion] = {}

    def cases(self, endorsements: Iterable[Given]) -> Iterator[tuple[Opinion, Given]]:
        """Each endorsement after its opinion; those that nothing tells apart share one."""
        memo = self._memo
        for each in endorsements:
            key = self._key(each.date, each.skill)
            opinion = memo.get(key)
            if opinion is None:
                memo[key] = opinion = self._opinion(each)
            yield opinion, each

    def _key(self, date: DateLike, skill: str) -> object:
        """What tells an endorsement from others by the same person."""
        if self._is_far:
            return self._covers(date)
        if self._is_plain:
            return self._covers(date), self._case.view_of(date, skill)
        return date, skill

    def _opinion(self, endorsement: Given) -> Opinion:
        if self._who is Who.OWNER:
            return _opinion(Verdict.CANNOT_ATTEST, [Reason.SELF_ENDORSEMENT])
        if self._who is Who.AMBIGUOUS:
            fact = f"the profile URL of {endorsement.counterpart.name}"
            return _opinion(Verdict.UNKNOWN, [Reason.AMBIGUOUS_PERSON], counterfactual=fact)
        complete = self._covers(endorsement.date)
        owners = self._profile.owner.history
        if self._is_far and complete and owners.complete and owners.engagements:
            return Opinion(Verdict.CANNOT_ATTEST, _NOTHING_SHARED, self._known.person)
        evidence = self._case.evidence(endorsement.date, endorsement.skill, complete=complete)
        verdict, reasons = self._verdict(evidence, endorsement.date, complete=complete)
        return _opinion(
            verdict,
            reasons,
            person=self._known.person,
            evidence=evidence[:MOST_EVIDENCE],
            considered=len(evidence),
            counterfactual=self._counterfactual(endorsement, reasons, evidence),
        )

    def _covers(self, date: DateLike) -> bool:
        """Whether the other side's history is complete up to the day of an endorsement."""
        until = self._known.complete_until
        if until is None:
            return False
        if isinstance(date, PartialDate) and date.latest <= until:
            return True
        return last_day(date, self._profile.as_of) <= until

    def _verdict(
        self, evidence: Sequence[Evidence], date: DateLike, *, complete: bool
    ) -> tuple[Verdict, list[Reason]]:
        best = evidence[0].standing if evidence else Standing.RULED_OUT
        if best is not Standing.RULED_OUT:
            return _HOPES[best], _reasons(evidence, best)
        against = _reasons(evidence, Standing.RULED_OUT)
        if Reason.NOT_A_WORK_RELATIONSHIP in against:
            return Verdict.CANNOT_ATTEST, against
        if gaps := self._gaps(date, complete=complete):
            return Verdict.UNKNOWN, gaps
        if not any(each.overlap for each in evidence):
            against.append(Reason.NO_SHARED_ORGANIZATION)
        return Verdict.CANNOT_ATTEST, against

    def _gaps(self, date: DateLike, *, complete: bool) -> list[Reason]:
        """What is missing before everything can be ruled out."""
        owners = self._profile.owner.history
        if not self._has_history or not owners.engagements:
            return [Reason.NO_HISTORY]
        gaps = [] if complete and owners.complete else [Reason.INCOMPLETE_HISTORY]
        return gaps + [Reason.WITHHELD_EMPLOYER] * self._case.is_withheld(date)

    def _counterfactual(
        self,
        endorsement: Given,
        reasons: Sequence[Reason],
        evidence: Sequence[Evidence],
    ) -> str | None:
        owner = self._profile.owner.name or "the owner"
        other = _counterfactual.name_of_counterpart(endorsement)
        if evidence and evidence[0].standing is Standing.OPEN:
            return _counterfactual.of_open(evidence[0], endorsement, owner)
        if Reason.NO_HISTORY in reasons:
            lacking = owner if self._has_history else other
            return f"the work history of {lacking}"
        if Reason.INCOMPLETE_HISTORY in reasons:
            until = self._known.complete_until
            lacking = other if self._profile.owner.history.complete else owner
            since = f" after {until}" if until else ""
            return f"the rest of the work history of {lacking}{since}"
        if Reason.WITHHELD_EMPLOYER in reasons:
            return "the name of the withheld employer"
        return None


def last_day(date: DateLike, as_of: dt.date) -> dt.date:
    """The last day on which an endorsement in data of that day can have been given."""
    if isinstance(date, DateMark):
        return as_of
    return max(date.earliest, min(date.latest, as_of))


def _reasons(evidence: Iterable[Evidence], standing: Standing) -> list[Reason]:
    found = {reason for each in evidence if each.standing is standing for reason in each.reasons}
    return sorted(found, key=_REASONS.__getitem__) if len(found) > 1 else [*found]


@lru_cache(maxsize=1_024)
def _shared(reasons: tuple[Reason, ...]) -> tuple[Reason, ...]:
    """The reasons, one tuple for all findings that have them."""
    return reasons


def _opinion(
    verdict: Verdict,
    reasons: Iterable[Reason],
    *,
    person: Person | None = None,
    evidence: Sequence[Evidence] = (),
    considered: int = 0,
    counterfactual: str | None = None,
) -> Opinion:
    ordered = _shared(tuple(sorted(reasons, key=_REASONS.__getitem__)))
    return Opinion(verdict, ordered, person, tuple(evidence), considered, counterfactual)
