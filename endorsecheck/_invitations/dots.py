"""The dots between the owner and one person: those that a note names, and the others.

Places come from the pairs of engagements that the evidence holds, so that the two names of one
organization are one dot; to them the note adds the places that only one history holds, people
and occasions.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

import attrs

from endorsecheck._invitations.naming import Hit, Names, PeopleNames
from endorsecheck._invitations.notes import Note
from endorsecheck._invitations.records import Dot
from endorsecheck._judging import last_day
from endorsecheck._known import Known
from endorsecheck._matching import ANOTHER_PROJECT, name_of
from endorsecheck._text import fold
from endorsecheck.codes import DotKind, InvitationReason, Reason, Standing
from endorsecheck.dates import DateMark, PartialDate, Period
from endorsecheck.evidence import Case, Evidence, Weigher
from endorsecheck.models import Education, Engagement, Person, Position, Project, Relationship
from endorsecheck.people import name_key

__all__: list[str] = []

_STANDINGS = tuple(Standing)
_KINDS = tuple(DotKind)


@attrs.frozen
class Owners:
    """The owner's side of all dots, made ready once.

    Attributes:
        weigher: The owner, ready to be compared with.
        is_complete: Whether the owner's history is.
        name: The owner's folded name.
        places: The names of the owner's places.
        connections: The names of the owner's connections.
        kinds: What each place is, by its folded name.
    """

    weigher: Weigher
    is_complete: bool
    name: str
    places: Names
    connections: PeopleNames
    kinds: dict[str, DotKind]


class Dots:
    """The dots between the owner and one person.

    Args:
        owners: The owner's side.
        person: The other person, as known from all sources.
        known: What all sources say of them together.
    """

    def __init__(self, owners: Owners, person: Person, known: Known) -> None:
        self._owners = owners
        self._person = person
        self._known = known
        self._case: Case = owners.weigher.weigh(known.history, person.relationships)
        self._names: Names | None = None

    @property
    def has_histories(self) -> bool:
        """Whether an engagement of each side is on file."""
        return bool(self._known.history and self._owners.weigher.engagements)

    def is_complete(self, date: PartialDate) -> bool:
        """Whether both histories are complete up to a day."""
        until = last_day(date, self._owners.weigher.as_of)
        return self._owners.is_complete and self._known.covers(until)

    def is_withheld(self, date: PartialDate) -> bool:
        """Whether an employer that is not named could have been a shared one by that day."""
        return self._case.is_withheld(date)

    def is_known(self, date: PartialDate) -> bool:
        """Whether enough is on file to rule a place out."""
        return self.has_histories and self.is_complete(date) and not self.is_withheld(date)

    def shared(self, date: PartialDate) -> list[Lead]:
        """The dots that the histories and the owner know; of a place the best evidence."""
        evidence = self._case.evidence(date, None, complete=self.is_complete(date))
        known = self.is_known(date)
        leads: dict[tuple[DotKind, str], Lead] = {}
        for lead in (*_ties(evidence), *_places(evidence, known=known)):
            key = (lead.dot.kind, fold(lead.dot.name))
            leads[key] = leads[key].joined(lead) if key in leads else lead
        return list(leads.values())

    def named(self, note: Note, date: PartialDate) -> tuple[list[Dot], list[Dot]]:
        """The dots that a note names, and the others that hold or may hold."""
        hits = self._hits(note)
        named: list[Dot] = []
        unnamed: list[Dot] = []
        used: set[str] = set()
        for lead in self.shared(date):
            used |= lead.names
            hit = _best(hits, lead.names)
            if hit is not None:
                named.append(self._dated(attrs.evolve(lead.dot, quoted=hit.quoted), note, hit))
            elif _may_hold(lead.dot):
                unnamed.append(lead.dot)
        rest = [hit for key, hit in hits.items() if key not in used]
        named += [dot for hit in rest for dot in self._one_sided(note, hit, date)]
        named += _events(note, [dot.quoted or "" for dot in named])
        return ordered([*named, *self._people(note)]), ordered(unnamed)

    def _hits(self, note: Note) -> dict[str, Hit]:
        """The names that the note holds, of the owner's places and of theirs."""
        if self._names is None:
            ties = [each.organization for each in self._person.relationships]
            stays = [name for each, _ in self._known.history for name in places_of(each)]
            theirs = [*stays, *(name for name in ties if name)]
            self._names = Names(theirs, self._owners.weigher.registry)
        hits = self._names.hits(note)
        for key, hit in self._owners.places.hits(note).items():
            if key not in hits or hit.is_exact:
                hits[key] = hit
        return hits

    def _one_sided(self, note: Note, hit: Hit, date: PartialDate) -> Iterator[Dot]:
        """A place that one history holds.

        Theirs alone is a dot only if the note hints at a past there, and so is a loose hit.
        """
        kind = self._owners.kinds.get(fold(hit.name))
        if not (note.hints_at_a_past or (hit.is_exact and kind)):
            return
        if kind is None:
            reason = InvitationReason.THEIR_PLACE
            yield _named(DotKind.ORGANIZATION, hit, Standing.OPEN, reason)
            return
        out = self.is_known(date) and hit.is_exact
        reason = InvitationReason.NOT_THERE if out else InvitationReason.UNCHECKED_PLACE
        standing = Standing.RULED_OUT if out else Standing.OPEN
        yield self._dated(_named(kind, hit, standing, reason), note, hit)

    def _dated(self, dot: Dot, note: Note, hit: Hit) -> Dot:
        """The dot as the note's other words leave it: a meeting, a year."""
        if dot.standing is Standing.FIRM or dot.kind is DotKind.RELATIONSHIP:
            return dot
        if not hit.is_exact:
            reason = InvitationReason.UNCHECKED_PLACE
            return attrs.evolve(dot, standing=Standing.OPEN, reason=_softened(dot, reason))
        if note.says_met:
            reason = InvitationReason.MET_THERE
            return attrs.evolve(dot, standing=Standing.OPEN, reason=_softened(dot, reason))
        year = note.year_after(hit.end)
        if year is None or not note.says_together or self._was_there(dot, year):
            return dot
        reason = InvitationReason.NOT_THERE_THEN
        return attrs.evolve(dot, standing=Standing.RULED_OUT, reason=reason)

    def _was_there(self, dot: Dot, year: int) -> bool:
        """Whether the owner may have been at a place in a year."""
        as_of = self._owners.weigher.as_of
        if not self._owners.is_complete or year > as_of.year:
            return True
        period = Period(PartialDate(year), PartialDate(year))
        day = max(as_of, dt.date(year, 12, 31))
        stay: Engagement = Position(dot.name, period=period)
        if dot.kind is DotKind.PROJECT:
            stay = Project(dot.name, period=period)
        if dot.kind is DotKind.SCHOOL:
            stay = Education(dot.name, period=period)
        case = self._owners.weigher.weigh([(stay, day)], ())
        found = case.evidence(DateMark.UNKNOWN, None, complete=True)
        open_ = any(each.standing is not Standing.RULED_OUT for each in found)
        return open_ or not found or case.is_withheld(DateMark.UNKNOWN)

    def _people(self, note: Note) -> list[Dot]:
        own = {self._owners.name, name_key(self._person.name)}
        hits = {hit.name: hit for hit in self._owners.connections.hits(note)}
        return [
            _named(DotKind.PERSON, hit, Standing.OPEN, InvitationReason.NAMED_PERSON)
            for name, hit in hits.items()
            if name_key(name) not in own
        ]


def places_of(engagement: Engagement) -> list[str]:
    """The names of the places that an engagement is at: project and organization."""
    names = [name_of(engagement)]
    if isinstance(engagement, Project) and engagement.organization:
        names.append(engagement.organization)
    return names


def kinds_of(engagements: Iterable[Engagement]) -> dict[str, DotKind]:
    """What the places of some engagements are, by their folded names.

    Of a name that stands for several kinds the first in the order of the kinds is told.
    """
    found: dict[str, DotKind] = {}
    for each in engagements:
        kind = DotKind.SCHOOL if isinstance(each, Education) else DotKind.ORGANIZATION
        for name in places_of(each):
            is_project = isinstance(each, Project) and name == each.name
            told = DotKind.PROJECT if is_project else kind
            key = fold(name)
            found[key] = min(told, found.get(key, told), key=_KINDS.index)
    return found


@attrs.frozen
class Lead:
    """A dot, and the folded names under which a note may name it."""

    dot: Dot
    names: frozenset[str]

    def joined(self, other: Lead) -> Lead:
        """The better of two dots, the first of equals, under the names of both."""
        better = other if _worth(other.dot) < _worth(self.dot) else self
        return attrs.evolve(better, names=self.names | other.names)


def _places(evidence: Iterable[Evidence], *, known: bool) -> Iterator[Lead]:
    """The places of all pairs of engagements."""
    for each in evidence:
        mine, theirs = each.owner_engagement, each.endorser_engagement
        if mine is not None and theirs is not None:
            kind, names = _kind_and_names(mine, theirs, each.match)
            standing, reason = _judged(each, known=known)
            dot = Dot(kind=kind, name=names[0], standing=standing, reason=reason, evidence=each)
            yield Lead(dot, frozenset(map(fold, names)))


def _judged(evidence: Evidence, *, known: bool) -> tuple[Standing, InvitationReason]:
    """What a pair of engagements is worth between two people.

    A shared school is firm though no work basis. What is ruled out is so only if nothing can be
    missing from the histories.
    """
    if evidence.standing is Standing.FIRM or evidence.reasons == (Reason.STUDIED_TOGETHER,):
        return Standing.FIRM, InvitationReason.SHARED_PLACE
    if evidence.standing is Standing.OPEN:
        return Standing.OPEN, InvitationReason.POSSIBLE_PLACE
    if not known:
        return Standing.OPEN, InvitationReason.UNCHECKED_PLACE
    late = Reason.ENDORSED_BEFORE_OVERLAP in evidence.reasons
    return Standing.RULED_OUT, (
        InvitationReason.TOO_EARLY if late else InvitationReason.NEVER_TOGETHER
    )


def _kind_and_names(
    mine: Engagement, theirs: Engagement, match: str | None
) -> tuple[DotKind, tuple[str, str]]:
    """What a pair of engagements has in common: a project, a school, else an organization."""
    are_projects = isinstance(mine, Project) and isinstance(theirs, Project)
    if are_projects and match != ANOTHER_PROJECT:
        return DotKind.PROJECT, (name_of(mine), name_of(theirs))
    are_schools = isinstance(mine, Education) and isinstance(theirs, Education)
    kind = DotKind.SCHOOL if are_schools else DotKind.ORGANIZATION
    return kind, (mine.organization or name_of(mine), theirs.organization or name_of(theirs))


def _ties(evidence: Iterable[Evidence]) -> Iterator[Lead]:
    """The declared ties that hold: family and friends are some here."""
    for each in evidence:
        tie = each.relationship
        is_private = Reason.NOT_A_WORK_RELATIONSHIP in each.reasons
        if tie is not None and (each.standing is Standing.FIRM or is_private):
            dot = Dot(
                kind=DotKind.RELATIONSHIP,
                name=_said(tie),
                standing=Standing.FIRM,
                reason=InvitationReason.DECLARED_TIE,
                evidence=each,
            )
            yield Lead(dot, frozenset([fold(tie.organization)] if tie.organization else ()))


def _said(tie: Relationship) -> str:
    kind = tie.kind.value.replace("-", " ")
    return f"{kind} at {tie.organization}" if tie.organization else kind


def _best(hits: dict[str, Hit], names: Iterable[str]) -> Hit | None:
    found = [hits[name] for name in sorted(names) if name in hits]
    return min(found, key=lambda hit: not hit.is_exact, default=None)


def _named(kind: DotKind, hit: Hit, standing: Standing, reason: InvitationReason) -> Dot:
    return Dot(kind=kind, name=hit.name, standing=standing, reason=reason, quoted=hit.quoted)


def _softened(dot: Dot, reason: InvitationReason) -> InvitationReason:
    return reason if dot.standing is Standing.RULED_OUT else dot.reason


def _events(note: Note, taken: Iterable[str]) -> Iterator[Dot]:
    """Where the note says that they met, unless that is a place named already."""
    for start, end in note.occasions():
        name = note.quoted(start, end)
        if not any(each in name for each in taken):
            yield Dot(
                kind=DotKind.EVENT,
                name=name,
                standing=Standing.OPEN,
                reason=InvitationReason.NAMED_EVENT,
                quoted=name,
            )


def _may_hold(dot: Dot) -> bool:
    doubtful = InvitationReason.UNCHECKED_PLACE
    return dot.standing is not Standing.RULED_OUT and dot.reason is not doubtful


def _worth(dot: Dot) -> int:
    return _STANDINGS.index(dot.standing)


def ordered(dots: Iterable[Dot]) -> list[Dot]:
    """Firm, open, ruled out; then by kind and name; each once."""
    return sorted(
        dict.fromkeys(dots),
        key=lambda dot: (_worth(dot), _KINDS.index(dot.kind), fold(dot.name), dot.name),
    )
