"""The audits: one verdict per endorsement received, and one per endorsement given.

Works person by person: each is identified and weighed once, however many endorsements there
are, so the cost grows with the number of endorsements and people, not their product.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property

from endorsecheck._deferred import maker
from endorsecheck._docket import Docket
from endorsecheck._judging import judged
from endorsecheck._ledger import Ledger, Listed, received, urls_of
from endorsecheck._merging import Conflict
from endorsecheck._remedies import remedies, remedies_given
from endorsecheck.codes import ObservationCode, Verdict
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
    ledger = received(profile)
    urls = urls_of(ledger)
    docket = judged(profile, ledger, urls, known, weigher)
    given = tuple(waivers)
    remarks: Sequence[Observation] = ()
    if given:
        from endorsecheck._waiving import waived  # noqa: PLC0415 # few owners have waivers

        docket.waivers, remarks = waived(docket, given, profile.as_of, weigher.skill_names)
    docket.remedies = remedies(docket, urls)
    held = _Audited(docket, profile, known, rules, remarks, was_waived=bool(given))
    return _result(profile.owner, profile.as_of, rules, held)


class _Audited:
    """What was judged; the records of a result are made of it when somebody asks for them."""

    def __init__(
        self,
        docket: Docket,
        profile: Profile,
        people: Sequence[Person],
        criteria: Criteria,
        remarks: Sequence[Observation],
        *,
        was_waived: bool,
    ) -> None:
        self._docket = docket
        self._profile = profile
        self._people = people
        self._criteria = criteria
        self._remarks = remarks
        self._codes = (ObservationCode.CONFLICTING_RECORDS, *(_OF_WAIVERS if was_waived else ()))

    def said(self, say: Callable[[Finding], str]) -> tuple[Ledger, Sequence[int], Iterator[str]]:
        """What is said of each finding, after the endorsements and their rows in that order."""
        docket = self._docket
        return docket.ledger, docket.order, docket.said(Finding, say)

    @property
    def verdicts(self) -> Iterator[tuple[Verdict, EndorsementStatus]]:
        """The verdict on each endorsement, and whether that is shown."""
        return self._docket.verdicts

    def each_finding(self) -> Iterator[Finding]:
        """The findings, one after the other; none of them is kept unless all are."""
        made: Sequence[Finding] | None = vars(self).get("findings")
        if made is not None:
            return iter(made)
        docket = self._docket
        return docket.findings(Finding, map(docket.ledger.record, docket.order))

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """The findings, made once."""
        return tuple(self._docket.findings(Finding, self._docket.records))

    @cached_property
    def _observed(self) -> tuple[tuple[Observation, ...], tuple[ObservationCode, ...]]:
        from endorsecheck import patterns  # noqa: PLC0415 # not everybody asks for them

        return patterns.observe(
            self._profile, self.findings, self._people, criteria=self._criteria
        )

    @property
    def observations(self) -> tuple[Observation, ...]:
        """The patterns that were seen."""
        return (*self._observed[0], *_disagreements(self._docket.conflicts), *self._remarks)

    @property
    def patterns_run(self) -> tuple[ObservationCode, ...]:
        """The patterns that were looked for."""
        return (*self._observed[1], *self._codes)


_result = maker(AuditResult, "owner", "as_of", "criteria", "_later")


def _disagreements(conflicts: Iterable[tuple[Person, Conflict]]) -> list[Observation]:
    """Where the sources on one person contradict each other about a job that could matter."""
    from endorsecheck._observing import by_name  # noqa: PLC0415 # as of patterns

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
    ledger = Listed(profile.given)
    docket = judged(profile, ledger, urls_of(ledger), people, weigher)
    docket.remedies = remedies_given(docket)
    return GivenResult(
        owner=profile.owner,
        as_of=profile.as_of,
        criteria=rules,
        findings=docket.findings(GivenFinding, docket.records),
    )
