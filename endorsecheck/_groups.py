"""Findings gathered by person, by skill or by engagement, what is most worth acting on first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from typing import Generic, TypeVar

import attrs

from endorsecheck._matching import name_of
from endorsecheck._results import Finding, GivenFinding
from endorsecheck._text import fold
from endorsecheck.codes import Remedy, Standing, Verdict
from endorsecheck.models import (
    EndorsementStatus,
    Engagement,
    Person,
)
from endorsecheck.people import name_key, url_key

__all__: list[str] = []

F = TypeVar("F", Finding, GivenFinding)

_REMEDIES = tuple(Remedy)


@attrs.frozen(kw_only=True)
class Group(Generic[F]):
    """Findings that belong together: those of one person, skill or engagement.

    Attributes:
        label: Name of the person (the profile URL if there is no name), skill or engagement.
        person: Who, as on the first endorsement; ``None`` unless gathered by person.
        engagement: The owner's engagement; ``None`` unless gathered by engagement, and there for
            findings that rest on none.
        findings: In the order of the result.

    Example:
        >>> import datetime as dt
        >>> import endorsecheck as ec
        >>> ravi = ec.Person("Ravi Shah")
        >>> profile = ec.Profile(
        ...     owner=ec.Person("Dana Reyes"),
        ...     as_of=dt.date(2026, 6, 30),
        ...     endorsements=[ec.Endorsement("Python", ravi), ec.Endorsement("Go", ravi)],
        ... )
        >>> (group,) = ec.audit(profile).by_endorser()
        >>> group.label, group.counts[ec.Verdict.UNKNOWN], group.remedies
        ('Ravi Shah', 2, (<Remedy.ASK: 'ask'>,))
    """

    label: str
    person: Person | None = None
    engagement: Engagement | None = None
    findings: tuple[F, ...]

    @property
    def counts(self) -> dict[Verdict, int]:
        """How many endorsements that are shown have each verdict; all four are named."""
        return counts((each.verdict, each.endorsement.status) for each in self.findings)

    @property
    def waived(self) -> int:
        """How many findings are waived."""
        return sum(each.is_waived for each in self.findings)

    @property
    def remedies(self) -> tuple[Remedy, ...]:
        """What the owner can do, the least destructive first.

        About what is shown and not waived; where there is no such finding, about the others.
        """
        return remedies(self.findings)

    @property
    def skills(self) -> tuple[str, ...]:
        """The skills, each once, in the order of the findings."""
        return tuple(dict.fromkeys(each.endorsement.skill for each in self.findings))


def counts(said: Iterable[tuple[Verdict, EndorsementStatus]]) -> dict[Verdict, int]:
    """How many endorsements that are shown have each verdict; all are named."""
    accepted = EndorsementStatus.ACCEPTED
    found = Counter(verdict for verdict, status in said if status is accepted)
    return {verdict: found[verdict] for verdict in Verdict}


def remedies(findings: Iterable[Finding | GivenFinding]) -> tuple[Remedy, ...]:
    """What the owner can do about findings that are shown and not waived, else about all."""
    listed = list(findings)
    pressing = [each for each in listed if each.is_shown and not each.is_waived]
    found = {remedy for each in pressing or listed for remedy in each.remedies}
    return tuple(remedy for remedy in _REMEDIES if remedy in found)


def by_person(findings: Iterable[F]) -> tuple[Group[F], ...]:
    """One group for each person on the other side."""
    return _ordered(
        Group(
            label=(who := group[0].endorsement.counterpart).name or who.url or "",
            person=who,
            findings=tuple(group),
        )
        for group in _gathered(findings, person_key)
    )


def by_skill(findings: Iterable[F]) -> tuple[Group[F], ...]:
    """One group for each skill, as the profile lists it."""
    groups = _gathered(findings, lambda each: fold(each.endorsement.skill))
    return _ordered(
        Group(label=group[0].endorsement.skill, findings=tuple(group)) for group in groups
    )


def by_engagement(findings: Iterable[F]) -> tuple[Group[F], ...]:
    """One group for each engagement of the owner that a finding rests on, and the rest."""
    return _ordered(
        Group(label=label, engagement=engagement, findings=tuple(group))
        for group in _gathered(findings, _basis)
        for label, engagement in [_basis(group[0])]
    )


def other_side(finding: Finding | GivenFinding) -> Person:
    """Who is on the other side, as known from all sources, else as the endorsement has them."""
    return finding.person or finding.endorsement.counterpart


def key_of(person: Person) -> tuple[str, str]:
    """What tells one person from another: the profile URL if any is known, else the name."""
    url = url_key(person.url)
    return ("url", url) if url is not None else ("name", name_key(person.name))


def person_key(finding: Finding | GivenFinding) -> tuple[str, str]:
    """What tells the other side of a finding from others."""
    return key_of(other_side(finding))


class PersonKeys:
    """The keys of :func:`person_key`, each worked out once for a person."""

    def __init__(self) -> None:
        self._keys: dict[int, tuple[Person, tuple[str, str]]] = {}

    def of(self, finding: Finding | GivenFinding) -> tuple[str, str]:
        """What tells the other side of a finding from others."""
        who = other_side(finding)
        known = self._keys.get(id(who))
        if known is None:
            self._keys[id(who)] = known = who, key_of(who)
        return known[1]


def _basis(finding: Finding | GivenFinding) -> tuple[str, Engagement | None]:
    telling = finding.telling
    if telling is None or telling.standing is Standing.RULED_OUT:
        return "no shared engagement", None
    engagement = telling.owner_engagement
    if engagement is None:
        return "declared relationship", None
    return f"{name_of(engagement)}, {engagement.period}", engagement


def _gathered(findings: Iterable[F], key: Callable[[F], Hashable]) -> Iterable[list[F]]:
    groups: dict[Hashable, list[F]] = {}
    for each in findings:
        groups.setdefault(key(each), []).append(each)
    return groups.values()


def _ordered(groups: Iterable[Group[F]]) -> tuple[Group[F], ...]:
    return tuple(sorted(groups, key=_order))


def _order(group: Group[F]) -> tuple[object, ...]:
    """Sort key: the groups most worth acting on first, then by label.

    Of what is shown and not waived: all of it can't be attested to, some of it can't, some of
    it is unknown, some of it might, the rest; within each, the more endorsements the earlier.
    """
    found = counts(
        (each.verdict, each.endorsement.status) for each in group.findings if not each.is_waived
    )
    cannot = found[Verdict.CANNOT_ATTEST]
    steps = (
        cannot if cannot == sum(found.values()) else 0,
        cannot,
        found[Verdict.UNKNOWN],
        found[Verdict.MIGHT_ATTEST],
        found[Verdict.CAN_ATTEST],
    )
    step = next((i for i, count in enumerate(steps) if count), len(steps))
    count = steps[step] if step < len(steps) else 0
    return (step, -count, fold(group.label), person_key(group.findings[0]))
