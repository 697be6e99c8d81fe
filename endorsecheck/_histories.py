"""People and where they spent which time: engagements, histories, ties to the owner."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from enum import Enum
from operator import methodcaller
from typing import Any, ClassVar, TypeAlias

import attrs

from endorsecheck import _checks as check
from endorsecheck._deferred import Deferred, Later, maker
from endorsecheck.dates import Period
from endorsecheck.exceptions import ModelError

__all__ = [
    "Education",
    "Engagement",
    "Person",
    "Position",
    "Project",
    "Provenance",
    "Relationship",
    "RelationshipKind",
    "Volunteering",
    "WorkHistory",
]


class RelationshipKind(Enum):
    """How a person stands to the owner, as the owner declares it.

    Example:
        >>> import endorsecheck as ec
        >>> ec.RelationshipKind.FRIEND.is_work
        False
    """

    MANAGER = "manager"
    REPORT = "report"
    SAME_TEAM = "same-team"
    CLIENT = "client"
    VENDOR = "vendor"
    MENTOR = "mentor"
    TEACHER = "teacher"
    FAMILY = "family"
    FRIEND = "friend"

    @property
    def is_work(self) -> bool:
        """Whether the tie is one of work (all but family and friend are)."""
        return self not in (RelationshipKind.FAMILY, RelationshipKind.FRIEND)

    @property
    def needs_one_workplace(self) -> bool:
        """Whether both must have been at one organization (manager, report, same team)."""
        return self in (
            RelationshipKind.MANAGER,
            RelationshipKind.REPORT,
            RelationshipKind.SAME_TEAM,
        )


@attrs.frozen
class Provenance:
    """Where a record was read from.

    Two records that differ in nothing but their provenance are equal.

    Attributes:
        source: The kind of source, such as ``"linkedin-export"``.
        file: Name of the file without its folder.
        row: Physical line on which the record starts, the first being 1.
        path: Place inside a JSON or XML document, such as ``"work[2]"``.
        note: What else the source says of it, such as ``"self-asserted"``.

    Example:
        >>> import endorsecheck as ec
        >>> str(ec.Provenance("people-table", file="colleagues.csv", row=7))
        'colleagues.csv row 7'
    """

    source: str = attrs.field(validator=check.is_text)
    file: str | None = attrs.field(default=None, validator=check.is_optional_text)
    row: int | None = attrs.field(default=None, validator=check.is_optional_count)
    path: str | None = attrs.field(default=None, validator=check.is_optional_text)
    note: str | None = attrs.field(default=None, validator=check.is_optional_text)

    def __str__(self) -> str:
        place = [self.file or self.source]
        if self.row is not None:
            place.append(f"row {self.row}")
        if self.path is not None:
            place.append(self.path)
        return " ".join(place)


@attrs.frozen(kw_only=True, init=False, eq=False, repr=False)  # nobody makes one
class _Stay:
    """What every engagement may say besides its name.

    Attributes:
        period: First and last day, both inclusive, each as precise as the source says.
        skills: Skills used there, as the source spells them.
        team: Team or department.
        location: Place of work.
        headcount: Size of the organization in people.
        organization_id: Identifier with its scheme, such as ``"linkedin:1035"``,
            ``"ror:05dxps055"``, ``"lei:..."`` or ``"domain:acme.com"``; decides before names do.
        provenance: Where it was read from; no part of the value.
    """

    period: Period = attrs.field(default=Period(), validator=check.is_a(Period))
    skills: tuple[str, ...] = attrs.field(
        default=(), converter=check.texts, validator=check.tuple_of(str)
    )
    team: str | None = attrs.field(
        default=None, converter=check.strip_or_none, validator=check.is_optional_text
    )
    location: str | None = attrs.field(
        default=None, converter=check.strip_or_none, validator=check.is_optional_text
    )
    headcount: int | None = attrs.field(default=None, validator=check.is_optional_count)
    organization_id: str | None = attrs.field(
        default=None, converter=check.strip_or_none, validator=check.is_optional_text
    )
    provenance: Provenance | None = attrs.field(default=None, eq=False, repr=False)


@attrs.frozen
class Position(_Stay):
    """A job one person held at one organization.

    Attributes:
        organization: Name as the source spells it, outer blanks removed.
        title: Job title.

    Raises:
        ModelError: A field has the wrong type, or the organization is empty.

    Example:
        >>> import endorsecheck as ec
        >>> job = ec.Position("Acme Corp", "Engineer", period=ec.Period.parse("2015", "Mar 2019"))
        >>> job.organization
        'Acme Corp'
    """

    kind: ClassVar[str] = "position"
    organization: str = attrs.field(converter=check.strip, validator=check.is_text)
    title: str | None = attrs.field(
        default=None, converter=check.strip_or_none, validator=check.is_optional_text
    )


@attrs.frozen
class Project(_Stay):
    """A project one person worked on.

    Attributes:
        name: Name of the project.
        organization: Where it was done; ``None`` if the source is silent.

    Raises:
        ModelError: A field has the wrong type, or the name is empty.

    Example:
        >>> import endorsecheck as ec
        >>> ec.Project("Apollo", "Acme Corp").organization
        'Acme Corp'
    """

    kind: ClassVar[str] = "project"
    name: str = attrs.field(converter=check.strip, validator=check.is_text)
    organization: str | None = attrs.field(
        default=None, converter=check.strip_or_none, validator=check.is_optional_text
    )


@attrs.frozen
class Volunteering(_Stay):
    """Unpaid work one person did at one organization: a work basis like a job.

    Attributes:
        organization: Name as the source spells it, outer blanks removed.
        title: Role.

    Raises:
        ModelError: A field has the wrong type, or the organization is empty.

    Example:
        >>> import endorsecheck as ec
        >>> ec.Volunteering("Harbour Street Choir", "Alto").kind
        'volunteering'
    """

    kind: ClassVar[str] = "volunteering"
    organization: str = attrs.field(converter=check.strip, validator=check.is_text)
    title: str | None = attrs.field(
        default=None, converter=check.strip_or_none, validator=check.is_optional_text
    )


@attrs.frozen
class Education(_Stay):
    """Time one person spent at a school; alone it is no work basis.

    Attributes:
        organization: Name of the school.
        title: Degree or course.

    Raises:
        ModelError: A field has the wrong type, or the organization is empty.

    Example:
        >>> import endorsecheck as ec
        >>> ec.Education("Westmarch College", period=ec.Period.parse("2006", "2010")).title
    """

    kind: ClassVar[str] = "education"
    organization: str = attrs.field(converter=check.strip, validator=check.is_text)
    title: str | None = attrs.field(
        default=None, converter=check.strip_or_none, validator=check.is_optional_text
    )


Engagement: TypeAlias = Position | Project | Volunteering | Education
"""A stretch of time a person spent somewhere."""


def _engagements(items: Iterable[Engagement]) -> tuple[Engagement, ...]:
    return check.to_tuple(items)


@attrs.frozen
class WorkHistory(Deferred):
    """A person's engagements, the day they were recorded, and whether they are complete.

    Attributes:
        engagements: In any order.
        complete: Whether there was no other engagement until ``recorded_on``.
        recorded_on: The day the history speaks for; ``None`` is the profile's as-of day.

    Raises:
        ModelError: A field has the wrong type.

    Example:
        >>> import endorsecheck as ec
        >>> len(ec.WorkHistory([ec.Position("Acme Corp")]).engagements)
        1
    """

    engagements: tuple[Engagement, ...] = attrs.field(
        default=(),
        converter=_engagements,
        validator=check.tuple_of(Position, Project, Volunteering, Education),
    )
    complete: bool = attrs.field(default=True, kw_only=True, validator=check.is_bool)
    recorded_on: dt.date | None = attrs.field(
        default=None, kw_only=True, validator=check.is_optional_day
    )

    _makers: ClassVar[Mapping[str, Callable[[Any], object]]] = {
        "engagements": methodcaller("engagements"),
    }


@attrs.frozen
class Relationship:
    """A tie between the owner and another person, as the owner declares it.

    Attributes:
        kind: How the person stands to the owner: a ``MANAGER`` managed the owner.
        organization: Where the tie was; ``None`` if not said.
        period: When it was, both ends inclusive.
        provenance: Where it was read from; no part of the value.

    Raises:
        ModelError: A field has the wrong type.

    Example:
        >>> import endorsecheck as ec
        >>> ec.Relationship(ec.RelationshipKind.MANAGER, "Acme Corp").kind.is_work
        True
    """

    kind: RelationshipKind = attrs.field(validator=check.is_a(RelationshipKind))
    organization: str | None = attrs.field(
        default=None, converter=check.strip_or_none, validator=check.is_optional_text
    )
    period: Period = attrs.field(default=Period(), validator=check.is_a(Period))
    provenance: Provenance | None = attrs.field(default=None, eq=False, repr=False, kw_only=True)


def _relationships(items: Iterable[Relationship]) -> tuple[Relationship, ...]:
    return check.to_tuple(items)


NO_HISTORY = WorkHistory((), complete=False)
"""That of somebody of whom nothing is known."""


@attrs.frozen
class Person(Deferred):
    """A person: a name or a profile URL or both, a history, and ties to the owner.

    Attributes:
        name: Full name; may be empty where there is a URL.
        url: Address of the profile. Compared after normalization, see :mod:`endorsecheck.people`.
        history: Where the person spent which time; empty and incomplete if nothing is known.
        relationships: How the owner says that this person stands to the owner.
        provenance: Where the record was read from; no part of the value. One source lists
            a person once: two of its records with one name and no URL are two people.

    Raises:
        ModelError: A field has the wrong type, or there is neither name nor URL.

    Example:
        >>> import endorsecheck as ec
        >>> ec.Person("Ravi Shah", "www.linkedin.com/in/ravi-shah").history.complete
        False
    """

    name: str = attrs.field(default="", converter=check.strip, validator=check.is_any_text)
    url: str | None = attrs.field(
        default=None, converter=check.strip_or_none, validator=check.is_optional_text
    )
    history: WorkHistory = attrs.field(default=NO_HISTORY, validator=check.is_a(WorkHistory))
    relationships: tuple[Relationship, ...] = attrs.field(
        default=(), converter=_relationships, validator=check.tuple_of(Relationship)
    )
    provenance: Provenance | None = attrs.field(default=None, eq=False, repr=False, kw_only=True)

    _makers: ClassVar[Mapping[str, Callable[[Any], object]]] = {
        "history": methodcaller("history"),
        "provenance": methodcaller("provenance"),
    }

    @url.validator
    def _has_name_or_url(self, _: attrs.Attribute[str | None], url: str | None) -> None:
        if not self.name and url is None:
            msg = "Person.name: expected a name or a url, found neither"
            raise ModelError(msg)


person_later: Callable[[str, str | None, Later], Person] = maker(
    Person, "name", "url", "_later", relationships=()
)
"""Makes a person without declared ties whose history is made when somebody asks for it."""
