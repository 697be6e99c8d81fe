"""What an audit of invitations gives back: dots, one finding per invitation, their sum."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from endorsecheck import _checks as check
from endorsecheck import _plain
from endorsecheck.codes import (
    DotKind,
    InvitationReason,
    InvitationSuggestion,
    InvitationVerdict,
    NoteKind,
    Standing,
)
from endorsecheck.evidence import Evidence
from endorsecheck.models import Criteria, Direction, Invitation, Person

__all__: list[str] = []

SCHEMA_VERSION = 1
"""Version of the plain data that ``InvitationsResult.to_dict`` gives."""


@attrs.frozen(kw_only=True)
class Dot:
    """Something that the owner and the other person have in common, or are said to have.

    Attributes:
        kind: What it is.
        name: As the owner's history, the other's history or the note spells it; of a
            relationship its kind and where it was.
        standing: Firm: a tie on every reading of the data. Open: on some. Ruled out: on none.
        reason: Why it stands so.
        quoted: The words of the note that name it; ``None`` if the note does not.
        evidence: The pair of engagements or the declared tie; ``None`` if there is none.

    Example:
        >>> import endorsecheck as ec
        >>> ec.Dot(
        ...     kind=ec.DotKind.EVENT,
        ...     name="PyCon",
        ...     standing=ec.Standing.OPEN,
        ...     reason=ec.InvitationReason.NAMED_EVENT,
        ... ).is_named
        False
    """

    kind: DotKind = attrs.field(validator=check.is_a(DotKind))
    name: str = attrs.field(validator=check.is_text)
    standing: Standing = attrs.field(validator=check.is_a(Standing))
    reason: InvitationReason = attrs.field(validator=check.is_a(InvitationReason))
    quoted: str | None = attrs.field(default=None, validator=check.is_optional_text)
    evidence: Evidence | None = attrs.field(
        default=None, validator=attrs.validators.optional(check.is_a(Evidence))
    )

    @property
    def is_named(self) -> bool:
        """Whether the note names it."""
        return self.quoted is not None


def _dots(items: Iterable[Dot]) -> tuple[Dot, ...]:
    return check.to_tuple(items)


def _reasons(items: Iterable[InvitationReason]) -> tuple[InvitationReason, ...]:
    return check.to_tuple(items)


@attrs.frozen(kw_only=True)
class InvitationFinding:
    """One invitation: does it connect the dots, and do they hold?

    Attributes:
        invitation: The invitation, as given.
        verdict: Whether a tie holds, is claimed, is contradicted, or none is there.
        reasons: Why, in the order of the enumeration.
        note: What kind of note came with it.
        named: The dots that the note names, those that hold first; then by kind and name.
        unnamed: The dots that hold or may hold and that it does not name, in the same order.
        suggestion: What the owner can do.
        draft: A short text in English to do it with, within ``criteria.note_length``
            characters: a question with the dots to mention, or a note for an invitation sent.
            ``None`` where nothing is to be written, there is nothing to mention, or none fits.
        person: The other person as known from all sources; ``None`` where that is not one.

    Example:
        >>> import datetime as dt
        >>> import endorsecheck as ec
        >>> ravi = ec.Invitation(ec.Person("Ravi Shah"), ec.Direction.INCOMING)
        >>> profile = ec.Profile(
        ...     owner=ec.Person("Dana Reyes"), as_of=dt.date(2026, 6, 30), invitations=[ravi]
        ... )
        >>> ec.audit_invitations(profile).findings[0].draft
        'Hi Ravi, thank you for the invitation. How do we know each other?'
    """

    invitation: Invitation = attrs.field(validator=check.is_a(Invitation))
    verdict: InvitationVerdict = attrs.field(validator=check.is_a(InvitationVerdict))
    reasons: tuple[InvitationReason, ...] = attrs.field(
        converter=_reasons, validator=check.tuple_of(InvitationReason)
    )
    note: NoteKind = attrs.field(validator=check.is_a(NoteKind))
    suggestion: InvitationSuggestion = attrs.field(validator=check.is_a(InvitationSuggestion))
    named: tuple[Dot, ...] = attrs.field(
        default=(), converter=_dots, validator=check.tuple_of(Dot)
    )
    unnamed: tuple[Dot, ...] = attrs.field(
        default=(), converter=_dots, validator=check.tuple_of(Dot)
    )
    draft: str | None = attrs.field(default=None, validator=check.is_optional_text)
    person: Person | None = attrs.field(
        default=None, validator=attrs.validators.optional(check.is_a(Person))
    )


def _findings(items: Iterable[InvitationFinding]) -> tuple[InvitationFinding, ...]:
    return check.to_tuple(items)


@attrs.frozen(kw_only=True)
class InvitationsResult:
    """All findings on the invitations, received and sent, with the rules used.

    The findings are ordered: received before sent, then by the other person's folded name, URL,
    day and note.

    Attributes:
        owner: Whose invitations they are.
        as_of: The day the data speak for.
        criteria: The rules.
        findings: One per invitation.

    Example:
        >>> import datetime as dt
        >>> import endorsecheck as ec
        >>> profile = ec.Profile(owner=ec.Person("Dana Reyes"), as_of=dt.date(2026, 6, 30))
        >>> ec.audit_invitations(profile).findings
        ()
    """

    owner: Person = attrs.field(validator=check.is_a(Person))
    as_of: dt.date = attrs.field(validator=check.is_day)
    criteria: Criteria = attrs.field(validator=check.is_a(Criteria))
    findings: tuple[InvitationFinding, ...] = attrs.field(
        default=(), converter=_findings, validator=check.tuple_of(InvitationFinding)
    )

    def with_verdict(self, *verdicts: InvitationVerdict) -> tuple[InvitationFinding, ...]:
        """The findings with one of the verdicts, in their order."""
        return tuple(each for each in self.findings if each.verdict in verdicts)

    @property
    def received(self) -> tuple[InvitationFinding, ...]:
        """The findings on invitations that came to the owner."""
        return self._going(Direction.INCOMING)

    @property
    def sent(self) -> tuple[InvitationFinding, ...]:
        """The findings on invitations that the owner sent."""
        return self._going(Direction.OUTGOING)

    def _going(self, direction: Direction) -> tuple[InvitationFinding, ...]:
        return tuple(each for each in self.findings if each.invitation.direction is direction)

    @property
    def counts(self) -> dict[InvitationVerdict, int]:
        """How many invitations have each verdict; all four are named."""
        found = [each.verdict for each in self.findings]
        return {verdict: found.count(verdict) for verdict in InvitationVerdict}

    def to_dict(self) -> dict[str, Any]:
        """Plain data (dicts, lists, texts, numbers) for JSON; ``from_dict`` is its inverse.

        Fields that hold their default are left out.

        Example:
            >>> import datetime as dt
            >>> import endorsecheck as ec
            >>> profile = ec.Profile(owner=ec.Person("Dana Reyes"), as_of=dt.date(2026, 6, 30))
            >>> ec.audit_invitations(profile).to_dict()["schema_version"]
            1
        """
        return {"schema_version": SCHEMA_VERSION, **_plain.to_plain(self)}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> InvitationsResult:
        """The result that :meth:`to_dict` wrote.

        Raises:
            ModelError: The version is another, a key is not known or a value does not fit; the
                message names its path, such as ``findings[3].verdict``.

        Example:
            >>> import datetime as dt
            >>> import endorsecheck as ec
            >>> profile = ec.Profile(owner=ec.Person("Dana Reyes"), as_of=dt.date(2026, 6, 30))
            >>> result = ec.audit_invitations(profile)
            >>> ec.InvitationsResult.from_dict(result.to_dict()) == result
            True
        """
        return _plain.from_plain(cls, _plain.versioned(data, SCHEMA_VERSION))
