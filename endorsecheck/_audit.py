"""The audits: one verdict per endorsement received, and one per endorsement given.

Works person by person: each is identified and weighed once, however many endorsements there
are, so the cost grows with the number of endorsements and people, not their product.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import attrs

from endorsecheck import patterns
from endorsecheck._deferred import amend
from endorsecheck._groups import PersonKeys
from endorsecheck._judging import judged
from endorsecheck._merging import Conflict
from endorsecheck._observing import by_name
from endorsecheck._waiving import waived
from endorsecheck.codes import ObservationCode, Reason, Remedy, Verdict
from endorsecheck.evidence import Weigher
from endorsecheck.findings import (
    AuditResult,
    Finding,
    GivenFinding,
    GivenResult,
    Observation,
)
from endorsecheck.models import Criteria, Direction, EndorsementStatus, Person, Profile
from endorsecheck.organizations import OrganizationRegistry
from endorsecheck.people import name_key
from endorsecheck.waivers import Waiver

__all__ = ["audit", "audit_given"]


def audit(
    profile: Profile,
    people: Iterable[Person] = (),
    *,
    criteria: Criteria | None = None,
    organizations: OrganizationRegistry | None = None,
    waivers: Iterable[Waiver] = (),
) -> AuditResult:
    """Tell for each endorsement whether the endorser was in a position to attest.

    Pure: reads no file and no clock, changes no input, gives the same result whatever the
    order of endorsements, people and engagements, and never raises on what it finds.

    Args:
        profile: The owner, the endorsements, and the day the data speak for.
        people: What is known of endorsers from elsewhere. Records of one person are joined.
        criteria: The rules; ``Criteria()`` if not given.
        organizations: What is known of organizations; the built-in knowledge if not given.
        waivers: Which endorsements the owner decided to keep as they are. Their findings stay,
            are counted, and are marked.

    Returns:
        One finding per endorsement, in a stated order, with evidence and remedies; and the
        patterns observed in them.

    Example:
        >>> import datetime as dt
        >>> import endorsecheck as ec
        >>> stay = ec.Position("Acme Corp", period=ec.Period.parse("2015", "Mar 2019"))
        >>> ravi = ec.Person("Ravi Shah", history=ec.WorkHistory([stay]))
        >>> profile = ec.Profile(
        ...     owner=ec.Person("Dana Reyes", history=ec.WorkHistory([stay])),
        ...     as_of=dt.date(2026, 6, 30),
        ...     endorsements=[ec.Endorsement("Python", ravi, ec.parse_date("2020-01-04"))],
        ... )
        >>> ec.audit(profile).findings[0].verdict.value
        'can-attest'
    """
    rules = criteria if criteria is not None else Criteria()
    registry = organizations if organizations is not None else OrganizationRegistry()
    known = tuple(people)
    weigher = Weigher(profile.owner, as_of=profile.as_of, criteria=rules, organizations=registry)
    findings, conflicts = judged(
        profile,
        profile.endorsements,
        known,
        weigher=weigher,
        make=Finding,
        remedies=_REMEDIES,
    )
    decisions = tuple(waivers)
    findings, remarks = waived(findings, decisions, profile.as_of, weigher.skill_names)
    _with_remedies(findings)
    observed, run = patterns.observe(profile, findings, known, criteria=rules)
    return AuditResult(
        owner=profile.owner,
        as_of=profile.as_of,
        criteria=rules,
        findings=findings,
        observations=(*observed, *_disagreements(conflicts), *remarks),
        patterns_run=(
            *run,
            ObservationCode.CONFLICTING_RECORDS,
            *(_OF_WAIVERS if decisions else ()),
        ),
    )


def _disagreements(conflicts: Iterable[tuple[Person, Conflict]]) -> list[Observation]:
    """Where the sources on one person contradict each other about a job that could matter."""
    found = {
        (by_name(person), repr(conflict)): Observation(
            code=ObservationCode.CONFLICTING_RECORDS,
            text=(
                f"{len(conflict.engagements)} records of one job differ in its dates; "
                f"what they have in common counts: {conflict.period}"
            ),
            people=[Person(person.name, person.url)],
        )
        for person, conflict in conflicts
    }
    return [found[key] for key in sorted(found)]


_OF_WAIVERS = (ObservationCode.WAIVER_EXPIRED, ObservationCode.WAIVER_UNUSED)


def audit_given(
    profile: Profile,
    people: Iterable[Person] = (),
    *,
    criteria: Criteria | None = None,
    organizations: OrganizationRegistry | None = None,
) -> GivenResult:
    """Tell for each endorsement that the owner gave whether they could attest to that work.

    The rules are those of :func:`audit` with the sides changed: the owner is the endorser, and
    where engagements name skills, those of the endorsee count. "Cannot attest" asks for a
    complete history of the endorsee, and of the owner.

    Args:
        profile: The owner, the endorsements given, and the day the data speak for.
        people: What is known of the endorsees. Records of one person are joined.
        criteria: The rules; ``Criteria()`` if not given.
        organizations: What is known of organizations; the built-in knowledge if not given.

    Returns:
        One finding per endorsement given, in a stated order; the remedy is to withdraw it.

    Example:
        >>> import datetime as dt
        >>> import endorsecheck as ec
        >>> here = ec.Position("Acme Corp", period=ec.Period.parse("2015", "Mar 2019"))
        >>> there = ec.Position("Borealis", period=ec.Period.parse("2012", "2016"))
        >>> lena = ec.Person("Lena Vogt", history=ec.WorkHistory([there]))
        >>> profile = ec.Profile(
        ...     owner=ec.Person("Dana Reyes", history=ec.WorkHistory([here])),
        ...     as_of=dt.date(2026, 6, 30),
        ...     given=[ec.GivenEndorsement("Welding", lena, ec.parse_date("2016-05-04"))],
        ... )
        >>> (finding,) = ec.audit_given(profile).findings
        >>> finding.verdict.value, finding.remedies[0].value
        ('cannot-attest', 'withdraw')
    """
    rules = criteria if criteria is not None else Criteria()
    weigher = Weigher(
        profile.owner,
        as_of=profile.as_of,
        criteria=rules,
        organizations=organizations if organizations is not None else OrganizationRegistry(),
        direction=Direction.OUTGOING,
    )
    findings, _ = judged(
        profile,
        profile.given,
        people,
        weigher=weigher,
        make=GivenFinding,
        remedies=_REMEDIES_GIVEN,
    )
    return GivenResult(
        owner=profile.owner,
        as_of=profile.as_of,
        criteria=rules,
        findings=[_if_it_stands(each) for each in findings],
    )


_REMEDIES: Mapping[Verdict, tuple[Remedy, ...]] = {
    Verdict.CAN_ATTEST: (Remedy.KEEP,),
    Verdict.MIGHT_ATTEST: (Remedy.KEEP, Remedy.ASK),
    Verdict.UNKNOWN: (Remedy.ASK,),
    Verdict.CANNOT_ATTEST: (Remedy.HIDE,),
}


_REMEDIES_GIVEN: Mapping[Verdict, tuple[Remedy, ...]] = {
    **dict.fromkeys(Verdict, (Remedy.KEEP,)),
    Verdict.CANNOT_ATTEST: (Remedy.WITHDRAW,),
}

_STANDING = (EndorsementStatus.ACCEPTED, EndorsementStatus.PENDING)
"""Whether an endorsement that was given is on the other profile, or may yet appear there."""


def _if_it_stands(finding: GivenFinding) -> GivenFinding:
    """The finding; one that appears nowhere needs no withdrawal."""
    stands = finding.endorsement.status in _STANDING
    return finding if stands else attrs.evolve(finding, remedies=[Remedy.KEEP])


def _with_remedies(findings: Sequence[Finding]) -> None:
    """Give fresh findings their remedies: removal only where nothing shown can be attested.

    What is waived is kept, and so is the connection. So is that of somebody whose name is on an
    endorsement that is shown and of which it can't be told who gave it.
    """
    keys = PersonKeys()
    shown: list[Finding] = []
    hopeless: list[Finding] = []
    for each in findings:
        if not each.is_shown or each.is_waived:
            amend(each, "remedies", (Remedy.KEEP,))
        if each.is_shown:
            is_hopeful = each.verdict is not Verdict.CANNOT_ATTEST or each.is_waived
            (shown if is_hopeful else hopeless).append(each)
    kept = {keys.of(each) for each in shown}
    kept |= {("name", _name(each)) for each in shown if Reason.AMBIGUOUS_PERSON in each.reasons}
    named = {name for kind, name in kept if kind == "name"}
    for each in hopeless:
        is_kept = keys.of(each) in kept or (bool(named) and _name(each) in named)
        if not is_kept and Reason.SELF_ENDORSEMENT not in each.reasons:
            amend(each, "remedies", _REMOVAL)


_REMOVAL = (Remedy.HIDE, Remedy.REMOVE_CONNECTION)


def _name(finding: Finding) -> str:
    return name_key(finding.endorsement.endorser.name)
