"""The verdict on each invitation of one person, why, and what to do about it.

A person is identified and weighed once, however many invitations there are.
"""

from __future__ import annotations

import attrs

from endorsecheck._invitations import drafts
from endorsecheck._invitations.dots import Dots, Owners, ordered
from endorsecheck._invitations.notes import Note
from endorsecheck._invitations.records import Dot, InvitationFinding
from endorsecheck._known import known, person_of
from endorsecheck.codes import (
    InvitationReason,
    InvitationSuggestion,
    InvitationVerdict,
    NoteKind,
    Standing,
)
from endorsecheck.dates import PartialDate
from endorsecheck.models import Direction, Invitation, Person
from endorsecheck.people import Identity, Who

__all__: list[str] = []

_REASONS = tuple(InvitationReason)


@attrs.frozen
class _Reading:
    """What one invitation says, read against the histories.

    Attributes:
        invitation: The invitation.
        note: Its note; empty if there is none.
        kind: What kind of note that is.
        named: The dots that it names.
        unnamed: The others that hold or may hold.
    """

    invitation: Invitation
    note: Note
    kind: NoteKind
    named: list[Dot]
    unnamed: list[Dot]

    @property
    def dots(self) -> list[Dot]:
        """All dots, those that hold first."""
        return ordered([*self.named, *self.unnamed])

    @property
    def verdict(self) -> InvitationVerdict:
        """A firm dot connects; an open one that is named is a claim; what is ruled out, none."""
        if any(dot.standing is Standing.FIRM for dot in self.dots):
            return InvitationVerdict.CONNECTED
        if any(dot.standing is Standing.OPEN for dot in self.named):
            return InvitationVerdict.CLAIMED
        if self.named and self.note.says_together:
            return InvitationVerdict.CONTRADICTED
        return InvitationVerdict.NO_DOTS

    @property
    def lack(self) -> InvitationReason:
        """Why the note names no dot."""
        if self.kind is NoteKind.NONE:
            return InvitationReason.NO_NOTE
        if self.kind is NoteKind.STOCK:
            return InvitationReason.STOCK_NOTE
        hints = self.note.hints_at_a_past
        return InvitationReason.NO_PLACE_NAMED if hints else InvitationReason.NOTHING_NAMED


class Judge:
    """Gives the findings on the invitations of one person.

    Args:
        owners: The owner's side of all dots.
        owner: The owner.
        person: The other person, as on the invitation.
        identity: Who that is.
    """

    def __init__(self, owners: Owners, owner: Person, person: Person, identity: Identity) -> None:
        self._owner = owner
        self._who = identity.who
        self._criteria = owners.weigher.criteria
        as_of = owners.weigher.as_of
        self._person = Person(person.name, person.url)
        if self._who is Who.ONE:
            self._person = person_of(identity.records, as_of)
        self._dots = Dots(owners, self._person, known(identity.records, as_of))
        self._as_of = PartialDate(as_of.year, as_of.month, as_of.day)

    def finding(self, invitation: Invitation) -> InvitationFinding:
        """The finding on one invitation."""
        if self._who is Who.OWNER:
            return self._own(invitation)
        reading = self._reading(invitation)
        reasons = self._reasons(reading)
        suggestion = _suggestion(reading, reasons)
        return InvitationFinding(
            invitation=invitation,
            verdict=reading.verdict,
            reasons=sorted(reasons, key=_REASONS.index),
            note=reading.kind,
            named=reading.named,
            unnamed=reading.unnamed,
            suggestion=suggestion,
            draft=self._draft(suggestion, reading.dots),
            person=self._person if self._who is Who.ONE else None,
        )

    def _own(self, invitation: Invitation) -> InvitationFinding:
        return InvitationFinding(
            invitation=invitation,
            verdict=InvitationVerdict.NO_DOTS,
            reasons=[InvitationReason.OWN_ACCOUNT],
            note=self._kind(invitation, Note.of(invitation.message or "")),
            suggestion=InvitationSuggestion.KEEP,
        )

    def _reading(self, invitation: Invitation) -> _Reading:
        """The invitation against the histories; a stock text names nothing."""
        note = Note.of(invitation.message or "")
        kind = self._kind(invitation, note)
        said = note if kind is NoteKind.PERSONAL else Note.of("")
        named, unnamed = self._dots.named(said, self._day(invitation))
        return _Reading(invitation, note, kind, named, unnamed)

    def _day(self, invitation: Invitation) -> PartialDate:
        """When it was sent; if that is not known, the day the data speak for."""
        sent_on = invitation.sent_on
        return sent_on if isinstance(sent_on, PartialDate) else self._as_of

    def _kind(self, invitation: Invitation, note: Note) -> NoteKind:
        if invitation.message is None:
            return NoteKind.NONE
        return note.kind((self._owner.name, invitation.person.name, self._person.name))

    def _reasons(self, reading: _Reading) -> set[InvitationReason]:
        reasons = {dot.reason for dot in reading.dots}
        if any(dot.standing is Standing.FIRM for dot in reading.unnamed):
            reasons.add(InvitationReason.UNNAMED_TIE)
        if reading.verdict is InvitationVerdict.NO_DOTS and reading.named:
            reasons.add(InvitationReason.NO_CLAIM)
        if not reading.named:
            reasons.add(reading.lack)
        if len(reading.note.text) > self._criteria.note_length:
            reasons.add(InvitationReason.NOTE_TOO_LONG)
        return reasons if reading.verdict.is_firm else reasons | self._gaps(reading)

    def _gaps(self, reading: _Reading) -> set[InvitationReason]:
        """What is missing before a tie can be told; or that nothing is."""
        date = self._day(reading.invitation)
        if self._who is Who.AMBIGUOUS:
            return {InvitationReason.AMBIGUOUS_PERSON}
        if not self._dots.has_histories:
            return {InvitationReason.NO_HISTORY}
        if not self._dots.is_complete(date):
            return {InvitationReason.INCOMPLETE_HISTORY}
        if self._dots.is_withheld(date):
            return {InvitationReason.WITHHELD_EMPLOYER}
        is_open = any(dot.standing is Standing.OPEN for dot in reading.dots)
        return set() if is_open else {InvitationReason.NOTHING_SHARED}

    def _draft(self, suggestion: InvitationSuggestion, found: list[Dot]) -> str | None:
        person, most = self._person, self._criteria.note_length
        dots = [dot for dot in found if _is_worth_a_word(dot)]
        if suggestion is InvitationSuggestion.ASK:
            return drafts.question(person, dots, most=most)
        if suggestion is InvitationSuggestion.PERSONALIZE:
            return drafts.introduction(self._owner, person, dots, most=most)
        return None


def _suggestion(reading: _Reading, reasons: set[InvitationReason]) -> InvitationSuggestion:
    if reading.invitation.direction is Direction.OUTGOING:
        is_said = any(dot.standing is not Standing.RULED_OUT for dot in reading.named)
        is_fine = is_said and InvitationReason.NOTE_TOO_LONG not in reasons
        return InvitationSuggestion.KEEP if is_fine else InvitationSuggestion.PERSONALIZE
    if reading.verdict is InvitationVerdict.CONNECTED:
        return InvitationSuggestion.ACCEPT
    is_impersonal = reading.kind is not NoteKind.PERSONAL
    is_stranger = InvitationReason.NOTHING_SHARED in reasons and is_impersonal
    is_wrong = reading.verdict is InvitationVerdict.CONTRADICTED and not reading.unnamed
    return InvitationSuggestion.DECLINE if is_stranger or is_wrong else InvitationSuggestion.ASK


def _is_worth_a_word(dot: Dot) -> bool:
    is_own = dot.reason is not InvitationReason.THEIR_PLACE
    return is_own and dot.standing is not Standing.RULED_OUT
