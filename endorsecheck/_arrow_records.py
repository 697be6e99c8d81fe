"""Rows of plain values, as Arrow hands them to Python, to records and back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum
from functools import lru_cache
from typing import Any, TypeVar

from endorsecheck._checks import shortened
from endorsecheck.dates import DateLike, DateMark, PartialDate, Period, parse_date
from endorsecheck.exceptions import DateError, ModelError
from endorsecheck.models import (
    Education,
    Endorsement,
    EndorsementStatus,
    Engagement,
    Person,
    Position,
    Profile,
    Project,
    Provenance,
    Relationship,
    RelationshipKind,
    Volunteering,
    WorkHistory,
)

__all__: list[str] = []

Row = Mapping[str, Any]
E = TypeVar("E", bound=Enum)

_COMMON = ("skills", "team", "location", "headcount", "organization_id")
_NAMES: Mapping[type, tuple[str, ...]] = {
    Position: ("organization", "title", *_COMMON),
    Project: ("name", "organization", *_COMMON),
    Volunteering: ("organization", "title", *_COMMON),
    Education: ("organization", "title", *_COMMON),
}
_KINDS: Mapping[str, type[Engagement]] = {
    "position": Position,
    "project": Project,
    "volunteering": Volunteering,
    "education": Education,
}


def case_of(row: Row) -> tuple[Profile, list[Person]]:
    """The profile of a row, and the people known beside it.

    Raises:
        EndorsecheckError: A value does not fit; the message names its place in the row.
    """
    endorsers: dict[tuple[str | None, str | None], Person] = {}
    profile = Profile(
        owner=_person(row["owner"], "owner", complete=True),
        as_of=row["as_of"],
        endorsements=[
            _endorsement(each, f"endorsements[{i}]", endorsers)
            for i, each in enumerate(row["endorsements"] or ())
        ],
    )
    listed = enumerate(row["people"] or ())
    return profile, [_person(each, f"people[{i}]", complete=False) for i, each in listed]


def _endorsement(
    row: Row | None, place: str, endorsers: dict[tuple[str | None, str | None], Person]
) -> Endorsement:
    given = _struct(row, place)
    key = (given.get("name"), given.get("url"))
    if key not in endorsers:
        endorsers[key] = Person(key[0] or "", key[1])
    status = given.get("status")
    return Endorsement(
        given.get("skill") or "",
        endorsers[key],
        _date(given.get("date"), f"{place}.date"),
        EndorsementStatus.ACCEPTED
        if status is None
        else _member(EndorsementStatus, status, f"{place}.status"),
        given_at=given.get("given_at"),
    )


def _person(row: Row | None, place: str, *, complete: bool) -> Person:
    given = _struct(row, place)
    stays = enumerate(given.get("engagements") or ())
    ties = enumerate(given.get("relationships") or ())
    said = given.get("complete")
    return Person(
        given.get("name") or "",
        given.get("url"),
        WorkHistory(
            [_engagement(each, f"{place}.engagements[{i}]") for i, each in stays],
            complete=complete if said is None else said,
            recorded_on=given.get("recorded_on"),
        ),
        [_relationship(each, f"{place}.relationships[{i}]") for i, each in ties],
        provenance=Provenance(given["source"]) if given.get("source") else None,
    )


def _engagement(row: Row | None, place: str) -> Engagement:
    given = _struct(row, place)
    kind = given.get("kind") or "position"
    if kind not in _KINDS:
        where = f"{place}.kind"
        raise _fault(where, f"one of {', '.join(_KINDS)}", kind)
    cls = _KINDS[kind]
    values = {name: given[name] for name in _NAMES[cls] if given.get(name) is not None}
    first = _NAMES[cls][0]
    if first not in values:
        where = f"{place}.{first}"
        raise _fault(where, "a text", None)
    return cls(**values, period=_period(given, place))


def _relationship(row: Row | None, place: str) -> Relationship:
    given = _struct(row, place)
    kind = _member(RelationshipKind, given.get("kind"), f"{place}.kind")
    return Relationship(kind, given.get("organization"), _period(given, place))


def _period(row: Row, place: str) -> Period:
    return Period(_date(row.get("start"), f"{place}.start"), _date(row.get("end"), f"{place}.end"))


def _date(text: str | None, place: str) -> DateLike:
    if text is None:
        return DateMark.UNKNOWN
    try:
        return _parsed(text)
    except DateError as error:
        msg = f"{place}: {error}"
        raise DateError(msg) from None


_parsed = lru_cache(maxsize=65_536)(parse_date)
"""The date of a text; there are few different ones."""


def _member(kinds: type[E], value: object, place: str) -> E:
    try:
        return kinds(value)
    except ValueError:
        expected = ", ".join(str(each.value) for each in kinds)
        raise _fault(place, f"one of {expected}", value) from None


def _struct(row: Row | None, place: str) -> Row:
    if row is None:
        raise _fault(place, "a value", None)
    return row


def _fault(place: str, expected: str, found: object) -> ModelError:
    return ModelError(f"{place}: expected {expected}, found {shortened(found)}")


def row_of(profile: Profile, people: Iterable[Person]) -> dict[str, Any]:
    """The row of a profile; what endorsements say of their endorsers stands among the people."""
    endorsers = {id(each.endorser): each.endorser for each in profile.endorsements}
    told = [each for each in endorsers.values() if each.history.engagements or each.relationships]
    return {
        "as_of": profile.as_of,
        "owner": _person_row(profile.owner),
        "endorsements": [
            {
                "skill": each.skill,
                "name": each.endorser.name or None,
                "url": each.endorser.url,
                "date": text_of(each.date),
                "status": each.status.value,
                "given_at": each.given_at,
            }
            for each in profile.endorsements
        ],
        "people": [_person_row(each) for each in (*people, *told)],
    }


def text_of(date: PartialDate | DateMark) -> str | None:
    """A date as a text, ISO 8601 in the precision that is known; ``None`` if unknown."""
    return None if date is DateMark.UNKNOWN else str(date)


def _person_row(person: Person) -> dict[str, Any]:
    return {
        "name": person.name or None,
        "url": person.url,
        "engagements": [_engagement_row(each) for each in person.history.engagements],
        "complete": person.history.complete,
        "recorded_on": person.history.recorded_on,
        "relationships": [
            {
                "kind": each.kind.value,
                "organization": each.organization,
                **_period_row(each.period),
            }
            for each in person.relationships
        ],
        "source": person.provenance.source if person.provenance else None,
    }


def _engagement_row(engagement: Engagement) -> dict[str, Any]:
    return {
        "kind": engagement.kind,
        **{name: getattr(engagement, name) for name in _NAMES[type(engagement)]},
        **_period_row(engagement.period),
    }


def _period_row(period: Period) -> dict[str, Any]:
    return {"start": text_of(period.start), "end": text_of(period.end)}
