"""The records: who endorsed whom for what, and who spent which time where.

All records are frozen, compared by value, hashable and picklable; lists given to them are
kept as tuples. Building one never parses: texts are turned into records by the readers and
by ``parse_...`` functions. ``attrs.evolve`` makes changed copies.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from enum import Enum
from operator import methodcaller
from typing import Any, ClassVar

import attrs

from endorsecheck import _checks as check
from endorsecheck._deferred import Deferred
from endorsecheck._histories import (
    Education,
    Engagement,
    Person,
    Position,
    Project,
    Provenance,
    Relationship,
    RelationshipKind,
    Volunteering,
    WorkHistory,
)
from endorsecheck.dates import DateMark, PartialDate

__all__ = [
    "Connection",
    "Criteria",
    "Direction",
    "Education",
    "Endorsement",
    "EndorsementStatus",
    "Engagement",
    "GivenEndorsement",
    "Invitation",
    "Person",
    "Position",
    "Profile",
    "Project",
    "Provenance",
    "Recommendation",
    "RecommendationStatus",
    "Relationship",
    "RelationshipKind",
    "Volunteering",
    "WorkHistory",
]


class EndorsementStatus(Enum):
    """Whether an endorsement is shown on the profile; only accepted ones are.

    The values are those of the export column ``Endorsement Status``, in lower case.

    Example:
        >>> import endorsecheck as ec
        >>> ec.EndorsementStatus("accepted").name
        'ACCEPTED'
    """

    ACCEPTED = "accepted"
    PENDING = "pending"
    REJECTED = "rejected"
    HIDDEN = "hidden"


class RecommendationStatus(Enum):
    """Whether a written recommendation is shown; given ones carry no status in an export.

    Example:
        >>> import endorsecheck as ec
        >>> ec.RecommendationStatus("visible").name
        'VISIBLE'
    """

    VISIBLE = "visible"
    HIDDEN = "hidden"
    UNKNOWN = "unknown"


class Direction(Enum):
    """Whether something came to the owner or went out from them.

    Example:
        >>> import endorsecheck as ec
        >>> ec.Direction("incoming").name
        'INCOMING'
    """

    INCOMING = "incoming"
    OUTGOING = "outgoing"


@attrs.frozen
class Endorsement(Deferred):
    """One endorser vouching for one skill of the owner.

    Attributes:
        skill: Name of the skill as the source spells it.
        endorser: Who gave it.
        date: The day, as precise as the source says; the time of day is dropped.
        status: Whether it is shown on the profile.
        given_at: Full time stamp of the source, ISO 8601 in UTC, where there is one; used to
            tell bursts, never for a verdict.
        provenance: Where it was read from; no part of the value.

    Raises:
        ModelError: A field has the wrong type, or the skill is empty.

    Example:
        >>> import endorsecheck as ec
        >>> given = ec.Endorsement("Python", ec.Person("Ravi Shah"), ec.parse_date("2018-01-04"))
        >>> given.status.name
        'ACCEPTED'
    """

    skill: str = attrs.field(converter=check.strip, validator=check.is_text)
    endorser: Person = attrs.field(validator=check.is_a(Person))
    date: PartialDate | DateMark = attrs.field(default=DateMark.UNKNOWN, validator=check.is_moment)
    status: EndorsementStatus = attrs.field(
        default=EndorsementStatus.ACCEPTED, validator=check.is_a(EndorsementStatus)
    )
    given_at: str | None = attrs.field(
        default=None, kw_only=True, validator=check.is_optional_text
    )
    provenance: Provenance | None = attrs.field(default=None, eq=False, repr=False, kw_only=True)

    _makers: ClassVar[Mapping[str, Callable[[Any], object]]] = {
        "provenance": lambda place: Provenance(*place)
    }

    @property
    def counterpart(self) -> Person:
        """The person on the other side from the owner, here the endorser."""
        return self.endorser


@attrs.frozen
class GivenEndorsement:
    """An endorsement that the owner gave to somebody else.

    Attributes:
        skill: Name of the skill as the source spells it.
        endorsee: Who was endorsed.
        date: The day, as precise as the source says.
        status: Whether it is shown on the endorsee's profile.
        provenance: Where it was read from; no part of the value.

    Raises:
        ModelError: A field has the wrong type, or the skill is empty.

    Example:
        >>> import endorsecheck as ec
        >>> ec.GivenEndorsement("Welding", ec.Person("Lena Vogt")).endorsee.name
        'Lena Vogt'
    """

    skill: str = attrs.field(converter=check.strip, validator=check.is_text)
    endorsee: Person = attrs.field(validator=check.is_a(Person))
    date: PartialDate | DateMark = attrs.field(default=DateMark.UNKNOWN, validator=check.is_moment)
    status: EndorsementStatus = attrs.field(
        default=EndorsementStatus.ACCEPTED, validator=check.is_a(EndorsementStatus)
    )
    provenance: Provenance | None = attrs.field(default=None, eq=False, repr=False, kw_only=True)

    @property
    def counterpart(self) -> Person:
        """The person on the other side from the owner, here the endorsee."""
        return self.endorsee


@attrs.frozen
class Connection:
    """A first-degree connection of the owner.

    Attributes:
        person: Who; the current company, if known, is an incomplete history.
        connected_on: The day, as precise as the source says.

    Raises:
        ModelError: A field has the wrong type.

    Example:
        >>> import endorsecheck as ec
        >>> ec.Connection(ec.Person("Lena Vogt"), ec.parse_date("12 Mar 2019")).person.name
        'Lena Vogt'
    """

    person: Person = attrs.field(validator=check.is_a(Person))
    connected_on: PartialDate | DateMark = attrs.field(
        default=DateMark.UNKNOWN, validator=check.is_moment
    )


@attrs.frozen
class Invitation:
    """An invitation to connect, received or sent by the owner.

    Attributes:
        person: The other side.
        direction: Whether it came in or went out.
        sent_on: The day, as precise as the source says.
        message: The note that came with it; ``None`` if there was none.
        provenance: Where it was read from; no part of the value.

    Raises:
        ModelError: A field has the wrong type.

    Example:
        >>> import endorsecheck as ec
        >>> ec.Invitation(ec.Person("Lena Vogt"), ec.Direction.INCOMING).message
    """

    person: Person = attrs.field(validator=check.is_a(Person))
    direction: Direction = attrs.field(validator=check.is_a(Direction))
    sent_on: PartialDate | DateMark = attrs.field(
        default=DateMark.UNKNOWN, validator=check.is_moment
    )
    message: str | None = attrs.field(
        default=None, converter=check.strip_or_none, validator=check.is_optional_text
    )
    provenance: Provenance | None = attrs.field(default=None, eq=False, repr=False, kw_only=True)


@attrs.frozen
class Recommendation:
    """A written recommendation, received or given by the owner.

    Attributes:
        person: The other side.
        direction: Whether it came in or went out.
        text: What was written.
        date: The day, as precise as the source says.
        status: Whether it is shown.
        provenance: Where it was read from; no part of the value.

    Raises:
        ModelError: A field has the wrong type.

    Example:
        >>> import endorsecheck as ec
        >>> ec.Recommendation(ec.Person("Lena Vogt"), ec.Direction.INCOMING).status.name
        'UNKNOWN'
    """

    person: Person = attrs.field(validator=check.is_a(Person))
    direction: Direction = attrs.field(validator=check.is_a(Direction))
    text: str = attrs.field(default="", converter=check.strip, validator=check.is_any_text)
    date: PartialDate | DateMark = attrs.field(default=DateMark.UNKNOWN, validator=check.is_moment)
    status: RecommendationStatus = attrs.field(
        default=RecommendationStatus.UNKNOWN, validator=check.is_a(RecommendationStatus)
    )
    provenance: Provenance | None = attrs.field(default=None, eq=False, repr=False, kw_only=True)


def _endorsements(items: Iterable[Endorsement]) -> tuple[Endorsement, ...]:
    return check.to_tuple(items)


def _connections(items: Iterable[Connection]) -> tuple[Connection, ...]:
    return check.to_tuple(items)


def _invitations(items: Iterable[Invitation]) -> tuple[Invitation, ...]:
    return check.to_tuple(items)


def _recommendations(items: Iterable[Recommendation]) -> tuple[Recommendation, ...]:
    return check.to_tuple(items)


def _given(items: Iterable[GivenEndorsement]) -> tuple[GivenEndorsement, ...]:
    return check.to_tuple(items)


@attrs.frozen(kw_only=True)
class Profile(Deferred):
    """The owner, what is said of them, and the day the data speak for.

    Attributes:
        owner: Whose profile it is, with a complete history.
        as_of: The day the data speak for. The clock is never read.
        endorsements: Received, in any order.
        connections: First-degree connections.
        invitations: Received and sent.
        recommendations: Received and given.
        given: Endorsements that the owner gave.
        skills: The skills listed on the profile.

    Raises:
        ModelError: A field has the wrong type.

    Example:
        >>> import datetime as dt
        >>> import endorsecheck as ec
        >>> profile = ec.Profile(owner=ec.Person("Dana Reyes"), as_of=dt.date(2026, 6, 30))
        >>> profile.endorsements
        ()
    """

    owner: Person = attrs.field(validator=check.is_a(Person))
    as_of: dt.date = attrs.field(validator=check.is_day)
    endorsements: tuple[Endorsement, ...] = attrs.field(
        default=(), converter=_endorsements, validator=check.tuple_of(Endorsement)
    )
    connections: tuple[Connection, ...] = attrs.field(
        default=(), converter=_connections, validator=check.tuple_of(Connection)
    )
    invitations: tuple[Invitation, ...] = attrs.field(
        default=(), converter=_invitations, validator=check.tuple_of(Invitation)
    )
    recommendations: tuple[Recommendation, ...] = attrs.field(
        default=(), converter=_recommendations, validator=check.tuple_of(Recommendation)
    )
    given: tuple[GivenEndorsement, ...] = attrs.field(
        default=(), converter=_given, validator=check.tuple_of(GivenEndorsement)
    )
    skills: tuple[str, ...] = attrs.field(
        default=(), converter=check.texts, validator=check.tuple_of(str)
    )

    _makers: ClassVar[Mapping[str, Callable[[Any], object]]] = {
        "endorsements": methodcaller("endorsements"),
        "connections": methodcaller("connections"),
    }


@attrs.frozen(kw_only=True)
class Criteria:
    """The rules an audit is run with; they travel with its result.

    Attributes:
        min_overlap_days: Least number of certainly shared days, in days, that makes a basis firm.
        large_organization: Headcount, in people, above which sharing the organization alone
            (no team, no place) is no firm basis.
        burst_seconds: Most seconds between two endorsements of one burst, inclusive.
        swap_days: Most days between an endorsement and one given in return, inclusive.
        stale_days: Days before the as-of day after which a last shared day is called stale;
            five years if not given.
        note_length: Most characters of the note of an invitation, inclusive; the platform has
            allowed 200 and 300.
        skill_aliases: Groups of names that are one skill each, such as
            ``[("K8s", "Kubernetes")]``, beside those the package knows.

    Raises:
        ModelError: A field is not a whole number from 0, or no list of lists of texts.

    Example:
        >>> import endorsecheck as ec
        >>> ec.Criteria(min_overlap_days=90).large_organization
        1000
    """

    min_overlap_days: int = attrs.field(default=1, validator=check.is_count)
    large_organization: int = attrs.field(default=1_000, validator=check.is_count)
    burst_seconds: int = attrs.field(default=60, validator=check.is_count)
    swap_days: int = attrs.field(default=7, validator=check.is_count)
    stale_days: int = attrs.field(default=1_826, validator=check.is_count)
    note_length: int = attrs.field(default=300, validator=check.is_count)
    skill_aliases: tuple[tuple[str, ...], ...] = attrs.field(
        default=(), converter=check.groups_of_texts, validator=check.tuples_of_text
    )
