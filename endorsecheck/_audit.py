"""The audit: one verdict per endorsement.

Works endorser by endorser: each is identified and weighed once, however many endorsements
they gave, so the cost grows with the number of endorsements and people, not their product.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

import attrs

from endorsecheck import _counterfactual
from endorsecheck._text import fold
from endorsecheck.codes import Reason, Remedy, Standing, Verdict
from endorsecheck.dates import DateLike, DateMark
from endorsecheck.evidence import Case, Evidence, Recorded, Weigher
from endorsecheck.findings import AuditResult, Finding
from endorsecheck.models import (
    Criteria,
    Endorsement,
    EndorsementStatus,
    Person,
    Profile,
    WorkHistory,
)
from endorsecheck.organizations import OrganizationRegistry
from endorsecheck.people import Directory, Identity, Who, name_key, url_key

__all__ = ["audit"]

MOST_EVIDENCE = 10
"""Pieces of evidence that a finding keeps, the best first."""

_REASONS = {reason: number for number, reason in enumerate(Reason)}


def audit(
    profile: Profile,
    people: Iterable[Person] = (),
    *,
    criteria: Criteria | None = None,
    organizations: OrganizationRegistry | None = None,
) -> AuditResult:
    """Tell for each endorsement whether the endorser was in a position to attest.

    Pure: reads no file and no clock, changes no input, gives the same result whatever the
    order of endorsements, people and engagements, and never raises on what it finds.

    Args:
        profile: The owner, the endorsements, and the day the data speak for.
        people: What is known of endorsers from elsewhere. Records of one person are joined.
        criteria: The rules; ``Criteria()`` if not given.
        organizations: What is known of organizations; the built-in knowledge if not given.

    Returns:
        One finding per endorsement, in a stated order, with evidence and remedies.

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
    weigher = Weigher(profile.owner, as_of=profile.as_of, criteria=rules, organizations=registry)
    endorsers = {id(each.endorser): each.endorser for each in profile.endorsements}
    directory = Directory(profile.owner, people, endorsers.values())
    judges = {
        key: _Judge(weigher, profile, endorser, directory.identify(endorser))
        for key, endorser in endorsers.items()
    }
    findings = [judges[id(each.endorser)].finding(each) for each in profile.endorsements]
    return AuditResult(
        owner=profile.owner,
        as_of=profile.as_of,
        criteria=rules,
        findings=_with_remedies(sorted(findings, key=_order)),
    )


@attrs.frozen
class _Known:
    """What all records say of one person together."""

    person: Person
    history: tuple[Recorded, ...]
    complete_until: dt.date | None

    def covers(self, day: dt.date) -> bool:
        """Whether the history is complete up to a day."""
        return self.complete_until is not None and self.complete_until >= day


class _Judge:
    """Gives the verdicts on the endorsements of one endorser."""

    def __init__(
        self, weigher: Weigher, profile: Profile, endorser: Person, identity: Identity
    ) -> None:
        self._profile = profile
        self._who = identity.who
        self._known = _known(identity.records, endorser, profile.as_of)
        self._case: Case = weigher.weigh(self._known.history, self._known.person.relationships)
        self._memo: dict[tuple[DateLike, str], Finding] = {}

    def finding(self, endorsement: Endorsement) -> Finding:
        """The finding for one endorsement; those of one day and skill share the work."""
        key = (endorsement.date, endorsement.skill)
        known = self._memo.get(key)
        if known is None:
            self._memo[key] = known = self._judged(endorsement)
        same = known.endorsement is endorsement
        return known if same else attrs.evolve(known, endorsement=endorsement)

    def _judged(self, endorsement: Endorsement) -> Finding:
        if self._who is Who.OWNER:
            return _finding(endorsement, Verdict.CANNOT_ATTEST, [Reason.SELF_ENDORSEMENT])
        if self._who is Who.AMBIGUOUS:
            fact = f"the profile URL of {endorsement.endorser.name}"
            return _finding(
                endorsement, Verdict.UNKNOWN, [Reason.AMBIGUOUS_PERSON], counterfactual=fact
            )
        complete = self._known.covers(_last_day(endorsement.date, self._profile.as_of))
        evidence = self._case.evidence(endorsement.date, endorsement.skill, complete=complete)
        verdict, reasons = self._verdict(evidence, endorsement.date, complete=complete)
        return _finding(
            endorsement,
            verdict,
            reasons,
            person=self._known.person,
            evidence=evidence[:MOST_EVIDENCE],
            considered=len(evidence),
            counterfactual=self._counterfactual(endorsement, reasons, evidence),
        )

    def _verdict(
        self, evidence: Sequence[Evidence], date: DateLike, *, complete: bool
    ) -> tuple[Verdict, list[Reason]]:
        for standing, verdict in (
            (Standing.FIRM, Verdict.CAN_ATTEST),
            (Standing.OPEN, Verdict.MIGHT_ATTEST),
        ):
            if found := _reasons(evidence, standing):
                return verdict, found
        against = _reasons(evidence, Standing.RULED_OUT)
        if Reason.NOT_A_WORK_RELATIONSHIP in against:
            return Verdict.CANNOT_ATTEST, against
        if gaps := self._gaps(date, complete=complete):
            return Verdict.UNKNOWN, gaps
        if not any(each.overlap for each in evidence):
            against.append(Reason.NO_SHARED_ORGANIZATION)
        return Verdict.CANNOT_ATTEST, against

    def _gaps(self, date: DateLike, *, complete: bool) -> list[Reason]:
        """What is missing before an endorser can be ruled out."""
        owners = self._profile.owner.history
        if not self._known.history or not owners.engagements:
            return [Reason.NO_HISTORY]
        gaps = [] if complete and owners.complete else [Reason.INCOMPLETE_HISTORY]
        return gaps + [Reason.WITHHELD_EMPLOYER] * self._case.is_withheld(date)

    def _counterfactual(
        self, endorsement: Endorsement, reasons: Sequence[Reason], evidence: Sequence[Evidence]
    ) -> str | None:
        owner = self._profile.owner.name or "the owner"
        endorser = endorsement.endorser.name or "the endorser"
        if evidence and evidence[0].standing is Standing.OPEN:
            return _counterfactual.of_open(evidence[0], endorsement, owner)
        if Reason.NO_HISTORY in reasons:
            lacking = endorser if not self._known.history else owner
            return f"the work history of {lacking}"
        if Reason.INCOMPLETE_HISTORY in reasons:
            until = self._known.complete_until
            lacking = endorser if self._profile.owner.history.complete else owner
            since = f" after {until}" if until else ""
            return f"the rest of the work history of {lacking}{since}"
        if Reason.WITHHELD_EMPLOYER in reasons:
            return "the name of the withheld employer"
        return None


def _known(records: Sequence[Person], endorser: Person, as_of: dt.date) -> _Known:
    """The union of all records: complete if any record is, to the day that it was recorded."""
    days = [(each.history, each.history.recorded_on or as_of) for each in records]
    recorded = dict.fromkeys(
        (engagement, day) for history, day in days for engagement in history.engagements
    )
    complete = [day for history, day in days if history.complete and history.engagements]
    until = max(complete, default=None)
    person = endorser
    if any(each is not endorser for each in records):
        person = _joined(records, tuple(recorded), until)
    return _Known(person, tuple(recorded), until)


def _joined(
    records: Sequence[Person], recorded: Sequence[Recorded], until: dt.date | None
) -> Person:
    """One record for a person of whom there are several, the first one's name and URL."""
    engagements = sorted(dict.fromkeys(engagement for engagement, _ in recorded), key=repr)
    ties = dict.fromkeys(tie for each in records for tie in each.relationships)
    url = next((each.url for each in records if each.url), None)
    return Person(
        records[0].name,
        url,
        WorkHistory(engagements, complete=until is not None, recorded_on=until),
        sorted(ties, key=repr),
    )


def _last_day(date: DateLike, as_of: dt.date) -> dt.date:
    """The last day on which an endorsement in data of that day can have been given."""
    if isinstance(date, DateMark):
        return as_of
    return max(date.earliest, min(date.latest, as_of))


def _reasons(evidence: Iterable[Evidence], standing: Standing) -> list[Reason]:
    found = {reason for each in evidence if each.standing is standing for reason in each.reasons}
    return sorted(found, key=_REASONS.__getitem__)


def _finding(
    endorsement: Endorsement,
    verdict: Verdict,
    reasons: Sequence[Reason],
    *,
    person: Person | None = None,
    evidence: Sequence[Evidence] = (),
    considered: int = 0,
    counterfactual: str | None = None,
) -> Finding:
    return Finding(
        endorsement=endorsement,
        verdict=verdict,
        reasons=sorted(reasons, key=_REASONS.__getitem__),
        person=person,
        evidence=evidence,
        considered=considered,
        counterfactual=counterfactual,
    )


def _order(finding: Finding) -> tuple[str, ...]:
    """Sort key: endorser's folded name, URL, skill, day, status, time of day."""
    given = finding.endorsement
    return (
        name_key(given.endorser.name),
        url_key(given.endorser.url) or "",
        fold(given.skill),
        str(given.date),
        given.status.value,
        given.given_at or "",
        given.skill,
        given.endorser.name,
    )


_REMEDIES: Mapping[Verdict, tuple[Remedy, ...]] = {
    Verdict.CAN_ATTEST: (Remedy.KEEP,),
    Verdict.MIGHT_ATTEST: (Remedy.KEEP, Remedy.ASK),
    Verdict.UNKNOWN: (Remedy.ASK,),
    Verdict.CANNOT_ATTEST: (Remedy.HIDE,),
}


def _with_remedies(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings with their remedies: removal only where nothing shown can be attested."""
    hopeful = {_person(each) for each in findings if each.is_shown and _is_hopeful(each)}
    return tuple(attrs.evolve(each, remedies=_remedies(each, hopeful)) for each in findings)


def _remedies(finding: Finding, hopeful: set[str | None]) -> tuple[Remedy, ...]:
    if finding.endorsement.status is not EndorsementStatus.ACCEPTED:
        return (Remedy.KEEP,)
    remedies = _REMEDIES[finding.verdict]
    is_owner = Reason.SELF_ENDORSEMENT in finding.reasons
    if finding.verdict is not Verdict.CANNOT_ATTEST or is_owner or _person(finding) in hopeful:
        return remedies
    return (*remedies, Remedy.REMOVE_CONNECTION)


def _is_hopeful(finding: Finding) -> bool:
    return finding.verdict is not Verdict.CANNOT_ATTEST


def _person(finding: Finding) -> str | None:
    endorser = finding.endorsement.endorser
    return url_key(endorser.url) or name_key(endorser.name)
