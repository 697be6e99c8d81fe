"""What an audit gives back: one finding per endorsement, and their sum."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import Any, ClassVar, Generic

import attrs

from endorsecheck import _checks as check
from endorsecheck import _groups, _plain
from endorsecheck._deferred import Deferred, later
from endorsecheck._groups import F, Group
from endorsecheck._ledger import Ledger, Listed
from endorsecheck._results import Finding, GivenFinding, Observation
from endorsecheck._safe import visible
from endorsecheck.codes import ObservationCode, Verdict
from endorsecheck.models import Criteria, Person

__all__ = [
    "SCHEMA_VERSION",
    "AuditResult",
    "Finding",
    "GivenFinding",
    "GivenResult",
    "Group",
    "Observation",
]

SCHEMA_VERSION = 1
"""Version of the plain data that ``to_dict`` gives."""


@attrs.frozen(kw_only=True, init=False, eq=False, repr=False)  # nobody makes one
class _Result(Deferred, Generic[F]):
    """What both kinds of result say."""

    owner: Person = attrs.field(validator=check.is_a(Person))
    as_of: dt.date = attrs.field(validator=check.is_day)
    criteria: Criteria = attrs.field(validator=check.is_a(Criteria))
    findings: tuple[F, ...]

    def each_finding(self) -> Iterator[F]:
        """The findings, one after the other; those that nobody asked for yet are not kept.

        For going once through very many, as the writers of files do.

        Example:
            >>> import datetime as dt
            >>> import endorsecheck as ec
            >>> profile = ec.Profile(
            ...     owner=ec.Person("Dana Reyes"),
            ...     as_of=dt.date(2026, 6, 30),
            ...     endorsements=[ec.Endorsement("Python", ec.Person("Ravi Shah"))],
            ... )
            >>> [each.verdict.value for each in ec.audit(profile).each_finding()]
            ['unknown']
        """
        source = later(self)
        return iter(self.findings) if source is None else source.each_finding()

    def with_verdict(self, *verdicts: Verdict) -> tuple[F, ...]:
        """The findings with one of the verdicts, shown or not, in their order."""
        return tuple(each for each in self.findings if each.verdict in verdicts)

    @property
    def can_attest(self) -> tuple[F, ...]:
        """The findings with the verdict "can attest"."""
        return self.with_verdict(Verdict.CAN_ATTEST)

    @property
    def might_attest(self) -> tuple[F, ...]:
        """The findings with the verdict "might attest"."""
        return self.with_verdict(Verdict.MIGHT_ATTEST)

    @property
    def cannot_attest(self) -> tuple[F, ...]:
        """The findings with the verdict "cannot attest"."""
        return self.with_verdict(Verdict.CANNOT_ATTEST)

    @property
    def unknown(self) -> tuple[F, ...]:
        """The findings for which too little is known."""
        return self.with_verdict(Verdict.UNKNOWN)

    @property
    def counts(self) -> dict[Verdict, int]:
        """How many endorsements that are shown have each verdict; all four are named."""
        source = later(self)
        if source is not None:
            return _groups.counts(source.verdicts)
        return _groups.counts((each.verdict, each.endorsement.status) for each in self.findings)

    def by_skill(self) -> tuple[Group[F], ...]:
        """The findings skill by skill, in the order of :meth:`AuditResult.by_endorser`.

        Skills are told apart as the profile spells them, but for case and blanks.
        """
        return _groups.by_skill(self.findings)

    def by_engagement(self) -> tuple[Group[F], ...]:
        """The findings by the owner's engagement that each rests on; every finding once.

        Those that rest on a declared relationship, and those that rest on nothing, are a group
        each. Ordered as :meth:`AuditResult.by_endorser`.
        """
        return _groups.by_engagement(self.findings)

    def to_dict(self) -> dict[str, Any]:
        """Plain data (dicts, lists, texts, numbers) for JSON; ``from_dict`` is its inverse.

        Fields that hold their default are left out.

        Example:
            >>> import datetime as dt
            >>> import endorsecheck as ec
            >>> profile = ec.Profile(owner=ec.Person("Dana Reyes"), as_of=dt.date(2026, 6, 30))
            >>> ec.audit(profile).to_dict()["as_of"]
            '2026-06-30'
        """
        return {"schema_version": SCHEMA_VERSION, **_plain.to_plain(self)}


def said_by(
    result: _Result[Any], say: Callable[[Any], str]
) -> tuple[Ledger, Sequence[int], Iterator[str]]:
    """What is said of each finding, after the endorsements and their rows in that order.

    Args:
        result: What an audit gave.
        say: Puts a finding into words, as :meth:`Docket.said` has it.
    """
    source = later(result)
    if source is None:
        ledger = Listed(each.endorsement for each in result.findings)
        return ledger, range(len(result.findings)), map(say, result.findings)
    said: tuple[Ledger, Sequence[int], Iterator[str]] = source.said(say)
    return said


def _findings(items: Iterable[Finding]) -> tuple[Finding, ...]:
    return check.to_tuple(items)


def _observations(items: Iterable[Observation]) -> tuple[Observation, ...]:
    return check.to_tuple(items)


def _codes(items: Iterable[ObservationCode]) -> tuple[ObservationCode, ...]:
    return check.to_tuple(items)


@attrs.frozen(kw_only=True)
class AuditResult(_Result[Finding]):
    """All findings of one audit, with the rules it was run with.

    The findings are ordered by the endorser's folded name, then URL, skill, day and status;
    the order of the inputs changes nothing.

    Attributes:
        owner: Whose profile was audited.
        as_of: The day the data speak for.
        criteria: The rules.
        findings: One per endorsement.
        observations: Patterns that change no verdict, in the order of their codes, then by
            person and skill.
        patterns_run: The patterns that were looked for, found or not. One that needs data which
            the profile lacks (a time of day, connections, a list of skills, any waivers) is not
            among them.

    Example:
        >>> import datetime as dt
        >>> import endorsecheck as ec
        >>> profile = ec.Profile(owner=ec.Person("Dana Reyes"), as_of=dt.date(2026, 6, 30))
        >>> ec.audit(profile).counts[ec.Verdict.UNKNOWN]
        0
    """

    findings: tuple[Finding, ...] = attrs.field(
        default=(), converter=_findings, validator=check.tuple_of(Finding)
    )
    observations: tuple[Observation, ...] = attrs.field(
        default=(), converter=_observations, validator=check.tuple_of(Observation)
    )
    patterns_run: tuple[ObservationCode, ...] = attrs.field(
        default=(), converter=_codes, validator=check.tuple_of(ObservationCode)
    )

    _makers: ClassVar[Mapping[str, Callable[[Any], object]]] = {
        name: attrgetter(name) for name in ("findings", "observations", "patterns_run")
    }

    def __repr__(self) -> str:
        counted = [f"{self.counts[each]} {each.value.replace('-', ' ')}" for each in Verdict]
        owner = visible(check.shortened(self.owner.name or self.owner.url))
        return f"<AuditResult of {owner} as of {self.as_of}: {', '.join(counted)}>"

    def _repr_html_(self) -> str:
        """What a notebook shows: summary, overview, table and timelines, all text escaped."""
        # Drawing stands above this layer and is imported only where a notebook asks for it.
        from endorsecheck import _notebook  # noqa: PLC0415

        return _notebook.fragment(self)

    @property
    def waived(self) -> tuple[Finding, ...]:
        """The findings that the owner decided to keep as they are, in their order."""
        return tuple(each for each in self.findings if each.is_waived)

    def to_records(self) -> list[dict[str, str | int]]:
        """One flat record for each finding, as pandas, polars and database drivers take them.

        All have the same keys: endorser, url, skill, endorsed, status, verdict, reasons, owner_at
        and endorser_at (place and period that tell most), shared_days (the fewest that these two
        share, in days), source (where the endorser's side was read), to_settle, remedies and
        waiver. A number is an ``int``; all else is a text, empty where there is nothing to say.

        Example:
            >>> import datetime as dt
            >>> import endorsecheck as ec
            >>> profile = ec.Profile(
            ...     owner=ec.Person("Dana Reyes"),
            ...     as_of=dt.date(2026, 6, 30),
            ...     endorsements=[ec.Endorsement("Python", ec.Person("Ravi Shah"))],
            ... )
            >>> ec.audit(profile).to_records()[0]["verdict"]
            'unknown'
        """
        from endorsecheck import _records  # noqa: PLC0415 # it stands above this layer

        return _records.records_of(self)

    def by_endorser(self) -> tuple[Group[Finding], ...]:
        """The findings endorser by endorser, those most worth acting on first.

        Of what is shown and not waived, first come endorsers who can attest to none of it, then
        to not all of it, then those of whom too little is known, who might attest, and the rest;
        in each of these steps the one with the most such endorsements, then by name.

        Example:
            >>> import datetime as dt
            >>> import endorsecheck as ec
            >>> profile = ec.Profile(
            ...     owner=ec.Person("Dana Reyes"),
            ...     as_of=dt.date(2026, 6, 30),
            ...     endorsements=[
            ...         ec.Endorsement("Python", ec.Person("Ravi Shah")),
            ...         ec.Endorsement("Python", ec.Person("Dana Reyes")),
            ...     ],
            ... )
            >>> [group.label for group in ec.audit(profile).by_endorser()]
            ['Dana Reyes', 'Ravi Shah']
        """
        return _groups.by_person(self.findings)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> AuditResult:
        """The result that ``to_dict`` wrote.

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


def _given(items: Iterable[GivenFinding]) -> tuple[GivenFinding, ...]:
    return check.to_tuple(items)


@attrs.frozen(kw_only=True)
class GivenResult(_Result[GivenFinding]):
    """All findings on the endorsements that the owner gave, with the rules used.

    The findings are ordered by the endorsee's folded name, then URL, skill, day and status.

    Attributes:
        owner: Who gave them.
        as_of: The day the data speak for.
        criteria: The rules.
        findings: One per endorsement.

    Example:
        >>> import datetime as dt
        >>> import endorsecheck as ec
        >>> profile = ec.Profile(owner=ec.Person("Dana Reyes"), as_of=dt.date(2026, 6, 30))
        >>> ec.audit_given(profile).findings
        ()
    """

    findings: tuple[GivenFinding, ...] = attrs.field(
        default=(), converter=_given, validator=check.tuple_of(GivenFinding)
    )

    def by_endorsee(self) -> tuple[Group[GivenFinding], ...]:
        """The findings endorsee by endorsee, ordered as :meth:`AuditResult.by_endorser`."""
        return _groups.by_person(self.findings)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> GivenResult:
        """The result that ``to_dict`` wrote.

        Raises:
            ModelError: As :meth:`AuditResult.from_dict` has it.

        Example:
            >>> import datetime as dt
            >>> import endorsecheck as ec
            >>> profile = ec.Profile(owner=ec.Person("Dana Reyes"), as_of=dt.date(2026, 6, 30))
            >>> result = ec.audit_given(profile)
            >>> ec.GivenResult.from_dict(result.to_dict()) == result
            True
        """
        fields = _plain.versioned(data, SCHEMA_VERSION)
        return _plain.from_plain(cls, fields)
