"""ORCID records 3.0, as JSON or XML (https://info.orcid.org/documentation/api-tutorials).

Read are employments, invited positions, educations and services, also of records of version 2
that lack the level of affiliation groups. People list what they choose, so a history is never
complete by itself. Ids of ROR, GRID, Ringgold and LEI are kept and decide before names do.
Whether an entry is asserted by the person or by an organization is kept as a note.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from types import NoneType
from typing import Any

from endorsecheck.dates import DateLike, DateMark, PartialDate
from endorsecheck.exceptions import DateError
from endorsecheck.models import Education, Engagement, Person, Position, Volunteering, WorkHistory
from endorsecheck.readers._documents import (
    Entries,
    Form,
    PeopleRead,
    objects,
    profile_url,
    read_entries,
)
from endorsecheck.readers._limits import Limits
from endorsecheck.readers._node import Log, Node
from endorsecheck.readers._orcid_xml import is_xml, record_of
from endorsecheck.readers._source import Source

__all__ = ["read_people"]

_SCHEMES = frozenset(("ror", "grid", "ringgold", "lei"))


def read_people(
    source: Source, *, complete: bool = False, limits: Limits | None = None
) -> PeopleRead:
    """Read records: one document of JSON or XML, an array, JSON Lines, or a folder.

    Args:
        source: Path of a file or folder, its bytes, or a file open for reading.
        complete: Whether a record tells of the whole career; by its nature it does not.
        limits: How much is taken in; ``Limits()`` if not given, but with 256 MiB to a file.

    Raises:
        ReadError: The source, or the only record in it, cannot be read.

    Example:
        >>> from endorsecheck.readers import orcid
        >>> text = b'''{"person": {"name": {"credit-name": {"value": "Ravi Shah"}}},
        ...     "activities-summary": {"employments": {"employment-summary": [
        ...         {"organization": {"name": "Acme Institute"},
        ...          "start-date": {"year": {"value": "2016"}}}]}}}'''
        >>> (ravi,) = orcid.read_people(text).people
        >>> print(ravi.history.engagements[0].period)
        2016 to ongoing
    """

    def read(node: Node) -> Iterator[Person]:
        yield _person(node, complete=complete)

    return PeopleRead(*Form("orcid", "records", read, _records).gather(source, limits))


def _records(data: bytes, log: Log, limits: Limits) -> Iterator[Node]:
    if is_xml(data):
        yield Node(record_of(data, log, limits), "", log)
    else:
        yield from objects(data, log, limits)


def _person(node: Node, *, complete: bool) -> Person:
    person = node.node("person")
    name, url = _name(person.node("name")), _profile(person)
    if not name and url is None:
        node.log.fail("expected an ORCID record with a name", node.path)
    activities = node.node("activities-summary")
    found, whole = read_entries(node.log, [_section(activities, key) for key in _SUMMARIES])
    whole = whole and _is_object(node, "activities-summary")
    history = WorkHistory(found, complete=complete and whole, recorded_on=_recorded_on(node))
    return Person(name, url, history, provenance=node.log.provenance(person.path))


def _name(name: Node) -> str:
    """The full name, or the one to be credited with if a part of the full one is not shown."""
    given, family = _value(name, "given-names"), _value(name, "family-name")
    if given and family:
        return f"{given} {family}"
    return _value(name, "credit-name") or given or family


def _value(node: Node, key: str) -> str:
    """A text that stands by itself, or in an object as its ``value``."""
    if isinstance(node.data.get(key), dict):
        return node.node(key).text("value")
    return node.text(key)


def _profile(person: Node) -> str | None:
    links = person.node("researcher-urls").nodes("researcher-url")
    return profile_url(_value(each, "url") for each in links if each is not None)


def _recorded_on(node: Node) -> dt.date | None:
    """The day of the last change: milliseconds since 1970 in JSON, ISO 8601 in XML."""
    changed = node.node("history").node("last-modified-date")
    value = changed.data.get("value")
    try:
        if type(value) is int:
            return (_EPOCH + dt.timedelta(milliseconds=value)).date()
        return dt.date.fromisoformat(value[:10]) if value is not None else None
    except (TypeError, ValueError, OverflowError):
        node.log.report(changed.place("value"), value=value, expected="a time")
        return None


_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.timezone.utc)


def _section(activities: Node, key: str) -> Entries:
    """The entries of a section; one that is no object, reported, is an entry not used."""
    summary, read = _SUMMARIES[key]
    entries = list(_summaries(activities.node(key), summary))
    return key, read, entries if _is_object(activities, key) else [None]


def _is_object(node: Node, key: str) -> bool:
    """Whether a value is an object, or missing."""
    return isinstance(node.data.get(key), dict | NoneType)


def _summaries(section: Node, summary: str) -> Iterator[Node | None]:
    """The summaries of a section: in groups (3.0; JSON has one more level) or not (2.0)."""
    yield from section.nodes(summary)
    for group in section.nodes("affiliation-group"):
        if group is None:
            yield None
            continue
        yield from group.nodes(summary)
        for held in group.nodes("summaries"):
            yield held.node(summary) if held is not None else None


def _date(entry: Node, key: str, *, missing: DateMark) -> DateLike:
    """A date of year, month and day, each in an object of its own or null."""
    if entry.data.get(key) is None:
        return missing
    date = entry.node(key)
    parts = [_number(date, part) for part in ("year", "month", "day")]
    known = parts[: parts.index(None)] if None in parts else parts
    try:
        return PartialDate(*known)  # type: ignore[arg-type] # none is None, one may be missing
    except (DateError, TypeError):
        shown = "-".join(str(part) for part in parts if part is not None)
        entry.log.report(date.path, value=shown, expected="a year, a month or a day")
        return DateMark.UNKNOWN


def _number(date: Node, part: str) -> int | None:
    inner = date.data.get(part)
    value = inner.get("value") if isinstance(inner, dict) else inner
    if isinstance(value, str) and value.isascii() and value.isdecimal():
        return int(value[:5])
    if value is not None and (not isinstance(value, int) or isinstance(value, bool)):
        date.log.report(date.place(part), value=value, expected="a number")
        return None
    return value


def _identifier(organization: Node) -> str | None:
    known = organization.node("disambiguated-organization")
    scheme = _value(known, "disambiguation-source").casefold()
    number = _value(known, "disambiguated-organization-identifier").rpartition("/")[2]
    return f"{scheme}:{number}" if scheme in _SCHEMES and number else None


def _asserted_by(entry: Node) -> str:
    """Who says so: the person, also by the hand of an organization, or an organization."""
    source = entry.node("source")
    is_own = source.data.get("assertion-origin-orcid") or not source.data.get("source-client-id")
    name = _value(source, "source-name") or "an organization"
    return "self-asserted" if is_own else f"asserted by {name}"


def _fields(entry: Node) -> dict[str, Any] | None:
    """What all kinds of engagements have; ``None`` if there is no organization or no period."""
    organization = entry.node("organization")
    name = _value(organization, "name")
    if not name:
        entry.log.report(entry.path, expected="an entry with 'organization.name'")
        return None
    start = _date(entry, "start-date", missing=DateMark.UNKNOWN)
    period = entry.between(start, _date(entry, "end-date", missing=DateMark.ONGOING))
    if period is None:
        return None
    return {
        "organization": name,
        "title": _value(entry, "role-title"),
        "period": period,
        "team": _value(entry, "department-name"),
        "organization_id": _identifier(organization),
        "provenance": entry.log.provenance(entry.path, _asserted_by(entry)),
    }


def _position(entry: Node) -> Engagement | None:
    fields = _fields(entry)
    return Position(**fields) if fields is not None else None


def _education(entry: Node) -> Engagement | None:
    fields = _fields(entry)
    return Education(**fields) if fields is not None else None


def _service(entry: Node) -> Engagement | None:
    fields = _fields(entry)
    return Volunteering(**fields) if fields is not None else None


_SUMMARIES: dict[str, tuple[str, Callable[[Node], Engagement | None]]] = {
    "employments": ("employment-summary", _position),
    "invited-positions": ("invited-position-summary", _position),
    "educations": ("education-summary", _education),
    "services": ("service-summary", _service),
}
