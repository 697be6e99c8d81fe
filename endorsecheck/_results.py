"""What an audit says: of one endorsement, of one given, and of patterns among many."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, ClassVar

import attrs

from endorsecheck import _checks as check
from endorsecheck._deferred import Deferred
from endorsecheck.codes import ObservationCode, Reason, Remedy, Standing, Verdict
from endorsecheck.dates import DateMark, PartialDate
from endorsecheck.evidence import Evidence
from endorsecheck.models import Endorsement, EndorsementStatus, GivenEndorsement, Person
from endorsecheck.waivers import Waiver

__all__: list[str] = []


def _reasons(items: Iterable[Reason]) -> tuple[Reason, ...]:
    return check.to_tuple(items)


def _evidence(items: Iterable[Evidence]) -> tuple[Evidence, ...]:
    return check.to_tuple(items)


def _remedies(items: Iterable[Remedy]) -> tuple[Remedy, ...]:
    return check.to_tuple(items)


def _people(items: Iterable[Person]) -> tuple[Person, ...]:
    return check.to_tuple(items)


@attrs.frozen(kw_only=True, init=False, eq=False, repr=False)  # nobody makes one
class Judged(Deferred):
    """What a finding says beside the endorsement that it is about.

    Attributes:
        verdict: Whether somebody was in a position to attest.
        reasons: Why, in the order of the enumeration.
        person: The other side as known from all sources; ``None`` where that is not one person.
        evidence: What was weighed, the best first; near misses too.
        considered: How many pairs and ties were weighed; ``evidence`` holds the best of them.
        counterfactual: The one missing or coarse fact that would settle it, in words;
            ``None`` where the verdict is firm.
        remedies: What the owner can do, the least destructive first.
    """

    verdict: Verdict = attrs.field(validator=check.is_a(Verdict))
    reasons: tuple[Reason, ...] = attrs.field(converter=_reasons, validator=check.tuple_of(Reason))
    person: Person | None = None
    evidence: tuple[Evidence, ...] = attrs.field(
        default=(), converter=_evidence, validator=check.tuple_of(Evidence)
    )
    considered: int = attrs.field(default=0, validator=check.is_count)
    counterfactual: str | None = attrs.field(default=None, validator=check.is_optional_text)
    remedies: tuple[Remedy, ...] = attrs.field(
        default=(), converter=_remedies, validator=check.tuple_of(Remedy)
    )

    _makers: ClassVar[Mapping[str, Callable[[Any], object]]] = {
        "endorsement": lambda place: place[0].record(place[1]),
        "person": lambda place: place[0].person_at(place[1]),
    }

    @property
    def telling(self) -> Evidence | None:
        """The piece of evidence that tells most, a near miss where all is ruled out.

        The first firm one, which has the smallest shared unit; else the first with the first
        reason.
        """
        if not self.evidence:
            return None
        if self.verdict is Verdict.CAN_ATTEST:
            return next((each for each in self.evidence if each.standing is Standing.FIRM), None)
        first = self.reasons[0] if self.reasons else None
        return next((each for each in self.evidence if first in each.reasons), None)


@attrs.frozen(kw_only=True)
class Finding(Judged):
    """One endorsement with its verdict and what it rests on.

    Attributes:
        endorsement: The endorsement, as given.
        verdict: Whether the endorser was in a position to attest.
        reasons: Why, in the order of the enumeration.
        person: The endorser as known from all sources; ``None`` where that is not one person.
        evidence: What was weighed, the best first; near misses too.
        considered: How many pairs and ties were weighed; ``evidence`` holds the best of them.
        counterfactual: The one missing or coarse fact that would settle it, in words;
            ``None`` where the verdict is firm.
        remedies: What the owner can do, the least destructive first.
        waiver: The owner's decision to keep the endorsement as it is; ``None`` if there is none.

    Example:
        >>> import datetime as dt
        >>> import endorsecheck as ec
        >>> profile = ec.Profile(
        ...     owner=ec.Person("Dana Reyes"),
        ...     as_of=dt.date(2026, 6, 30),
        ...     endorsements=[ec.Endorsement("Python", ec.Person("Ravi Shah"))],
        ... )
        >>> ec.audit(profile).findings[0].counterfactual
        'the work history of Ravi Shah'
    """

    endorsement: Endorsement = attrs.field(validator=check.is_a(Endorsement))
    waiver: Waiver | None = attrs.field(
        default=None, validator=attrs.validators.optional(check.is_a(Waiver))
    )

    @property
    def is_shown(self) -> bool:
        """Whether the endorsement is shown on the profile; others are left out of the counts."""
        return self.endorsement.status is EndorsementStatus.ACCEPTED

    @property
    def is_waived(self) -> bool:
        """Whether the owner decided to keep the endorsement as it is."""
        return self.waiver is not None


@attrs.frozen(kw_only=True)
class GivenFinding(Judged):
    """One endorsement that the owner gave: could the owner attest to that person's work?

    Attributes:
        endorsement: The endorsement, as given.
        verdict: Whether the owner was in a position to attest.
        reasons: Why, in the order of the enumeration.
        person: The endorsee as known from all sources; ``None`` where that is not one person.
        evidence: What was weighed, the best first; near misses too. Its endorser's side is that
            of the endorsee.
        considered: How many pairs and ties were weighed; ``evidence`` holds the best of them.
        counterfactual: The one missing or coarse fact that would settle it, in words;
            ``None`` where the verdict is firm.
        remedies: What the owner can do, the least destructive first.

    Example:
        >>> import datetime as dt
        >>> import endorsecheck as ec
        >>> profile = ec.Profile(
        ...     owner=ec.Person("Dana Reyes"),
        ...     as_of=dt.date(2026, 6, 30),
        ...     given=[ec.GivenEndorsement("Welding", ec.Person("Lena Vogt"))],
        ... )
        >>> ec.audit_given(profile).findings[0].remedies[0].value
        'keep'
    """

    endorsement: GivenEndorsement = attrs.field(validator=check.is_a(GivenEndorsement))

    @property
    def is_shown(self) -> bool:
        """Whether it is shown on the endorsee's profile; others are left out of the counts."""
        return self.endorsement.status is EndorsementStatus.ACCEPTED

    @property
    def is_waived(self) -> bool:
        """Whether the owner decided to keep it as it is; there are no waivers for these."""
        return False


@attrs.frozen(kw_only=True)
class Observation:
    """A pattern in the endorsements; it changes no verdict.

    Attributes:
        code: Which pattern. ``code.innocent`` is its usual innocent explanation.
        text: What was seen, in one sentence that names nobody.
        people: Who: names and profile URLs as on the endorsements, without their histories.
            The endorser first, those compared with after; of a waiver, whom it names.
        skills: The skills concerned, in alphabetical order.
        count: Endorsements concerned, shown or not.
        first: Day of the first of these; unknown if none has a date.
        last: Day of the last of these.

    Example:
        >>> import endorsecheck as ec
        >>> burst = ec.ObservationCode.BURST
        >>> ec.Observation(code=burst, text="3 endorsements within 60 s", count=3).code.value
        'burst'
    """

    code: ObservationCode = attrs.field(validator=check.is_a(ObservationCode))
    text: str = attrs.field(validator=check.is_text)
    people: tuple[Person, ...] = attrs.field(
        default=(), converter=_people, validator=check.tuple_of(Person)
    )
    skills: tuple[str, ...] = attrs.field(
        default=(), converter=check.texts, validator=check.tuple_of(str)
    )
    count: int = attrs.field(default=0, validator=check.is_count)
    first: PartialDate | DateMark = attrs.field(
        default=DateMark.UNKNOWN, validator=check.is_moment
    )
    last: PartialDate | DateMark = attrs.field(default=DateMark.UNKNOWN, validator=check.is_moment)
