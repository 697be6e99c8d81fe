"""What an audit gives back: one finding per endorsement, and their sum."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from endorsecheck import _checks as check
from endorsecheck import _plain
from endorsecheck.codes import Reason, Remedy, Verdict
from endorsecheck.evidence import Evidence
from endorsecheck.models import Criteria, Endorsement, EndorsementStatus, Person

__all__ = ["SCHEMA_VERSION", "AuditResult", "Finding", "Observation"]

SCHEMA_VERSION = 1
"""Version of the plain data that ``AuditResult.to_dict`` gives."""


def _reasons(items: Iterable[Reason]) -> tuple[Reason, ...]:
    return check.to_tuple(items)


def _evidence(items: Iterable[Evidence]) -> tuple[Evidence, ...]:
    return check.to_tuple(items)


def _remedies(items: Iterable[Remedy]) -> tuple[Remedy, ...]:
    return check.to_tuple(items)


@attrs.frozen(kw_only=True)
class Finding:
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

    @property
    def is_shown(self) -> bool:
        """Whether the endorsement is shown on the profile; others are left out of the counts."""
        return self.endorsement.status is EndorsementStatus.ACCEPTED


@attrs.frozen(kw_only=True)
class Observation:
    """A pattern in the endorsements; it changes no verdict.

    Attributes:
        code: Kebab-case code of the pattern.
        text: What was seen, in one sentence.

    Example:
        >>> import endorsecheck as ec
        >>> ec.Observation(code="burst", text="3 skills within 60 s").code
        'burst'
    """

    code: str = attrs.field(validator=check.is_text)
    text: str = attrs.field(validator=check.is_text)


def _findings(items: Iterable[Finding]) -> tuple[Finding, ...]:
    return check.to_tuple(items)


def _observations(items: Iterable[Observation]) -> tuple[Observation, ...]:
    return check.to_tuple(items)


@attrs.frozen(kw_only=True)
class AuditResult:
    """All findings of one audit, with the rules it was run with.

    The findings are ordered by the endorser's folded name, then URL, skill, day and status;
    the order of the inputs changes nothing.

    Attributes:
        owner: Whose profile was audited.
        as_of: The day the data speak for.
        criteria: The rules.
        findings: One per endorsement.
        observations: Patterns that change no verdict.

    Example:
        >>> import datetime as dt
        >>> import endorsecheck as ec
        >>> profile = ec.Profile(owner=ec.Person("Dana Reyes"), as_of=dt.date(2026, 6, 30))
        >>> ec.audit(profile).counts[ec.Verdict.UNKNOWN]
        0
    """

    owner: Person = attrs.field(validator=check.is_a(Person))
    as_of: dt.date = attrs.field(validator=check.is_day)
    criteria: Criteria = attrs.field(validator=check.is_a(Criteria))
    findings: tuple[Finding, ...] = attrs.field(
        default=(), converter=_findings, validator=check.tuple_of(Finding)
    )
    observations: tuple[Observation, ...] = attrs.field(
        default=(), converter=_observations, validator=check.tuple_of(Observation)
    )

    def __repr__(self) -> str:
        counted = [f"{self.counts[each]} {each.value.replace('-', ' ')}" for each in Verdict]
        owner = check.shortened(self.owner.name or self.owner.url)
        return f"<AuditResult of {owner} as of {self.as_of}: {', '.join(counted)}>"

    def _repr_html_(self) -> str:
        """What a notebook shows: summary, overview, table and timelines, all text escaped."""
        # Drawing stands above this layer and is imported only where a notebook asks for it.
        from endorsecheck import _notebook  # noqa: PLC0415

        return _notebook.fragment(self)

    def with_verdict(self, *verdicts: Verdict) -> tuple[Finding, ...]:
        """The findings with one of the verdicts, shown or not, in their order."""
        return tuple(each for each in self.findings if each.verdict in verdicts)

    @property
    def can_attest(self) -> tuple[Finding, ...]:
        """The findings whose endorser can attest."""
        return self.with_verdict(Verdict.CAN_ATTEST)

    @property
    def might_attest(self) -> tuple[Finding, ...]:
        """The findings whose endorser might attest."""
        return self.with_verdict(Verdict.MIGHT_ATTEST)

    @property
    def cannot_attest(self) -> tuple[Finding, ...]:
        """The findings whose endorser cannot attest."""
        return self.with_verdict(Verdict.CANNOT_ATTEST)

    @property
    def unknown(self) -> tuple[Finding, ...]:
        """The findings about whose endorser too little is known."""
        return self.with_verdict(Verdict.UNKNOWN)

    @property
    def counts(self) -> dict[Verdict, int]:
        """How many endorsements that are shown have each verdict; all four are named."""
        counts = dict.fromkeys(Verdict, 0)
        for each in self.findings:
            if each.is_shown:
                counts[each.verdict] += 1
        return counts

    def to_dict(self) -> dict[str, Any]:
        """Plain data (dicts, lists, texts, numbers) for JSON; :meth:`from_dict` is its inverse.

        Fields that hold their default are left out.

        Example:
            >>> import datetime as dt
            >>> import endorsecheck as ec
            >>> profile = ec.Profile(owner=ec.Person("Dana Reyes"), as_of=dt.date(2026, 6, 30))
            >>> ec.audit(profile).to_dict()["as_of"]
            '2026-06-30'
        """
        return {"schema_version": SCHEMA_VERSION, **_plain.to_plain(self)}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> AuditResult:
        """The result that :meth:`to_dict` wrote.

        Raises:
            ModelError: The version is another, a key is not known or a value does not fit; the
                message names its path, such as ``findings[3].verdict``.

        Example:
            >>> import datetime as dt
            >>> import endorsecheck as ec
            >>> profile = ec.Profile(owner=ec.Person("Dana Reyes"), as_of=dt.date(2026, 6, 30))
            >>> result = ec.audit(profile)
            >>> ec.AuditResult.from_dict(result.to_dict()) == result
            True
        """
        fields = _plain.versioned(data, SCHEMA_VERSION)
        return _plain.from_plain(cls, fields)
