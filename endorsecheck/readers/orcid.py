"""ORCID records 3.0, as JSON or XML (https://info.orcid.org/documentation/api-tutorials).

Read are employments, invited positions, educations and services, also of records of version 2
that lack the level of affiliation groups. People list what they choose, so a history is never
complete by itself. Ids of ROR, GRID, Ringgold and LEI are kept and decide before names do.
Whether an entry is asserted by the person or by the organization is kept as a note.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any
from xml.etree import ElementTree as ET

from endorsecheck._safe import visible
from endorsecheck.dates import DateLike, DateMark, PartialDate
from endorsecheck.exceptions import DateError, ReadError
from endorsecheck.models import (
    Education,
    Engagement,
    Person,
    Position,
    Volunteering,
    WorkHistory,
)
from endorsecheck.people import url_key
from endorsecheck.readers._decode import decode
from endorsecheck.readers._documents import PeopleRead, logs, objects, read_or_none
from endorsecheck.readers._json import Log, Node
from endorsecheck.readers._limits import Limits
from endorsecheck.readers._source import Source

__all__ = ["read_people"]

SOURCE = "orcid"
"""What the provenance of every record calls the source."""

_SCHEMES = {"ror": "ror", "grid": "grid", "ringgold": "ringgold", "lei": "lei"}


def read_people(
    source: Source, *, complete: bool = False, limits: Limits | None = None
) -> PeopleRead:
    """Read records: one document of JSON or XML, an array, JSON Lines, or a folder.

    Args:
        source: Path of a file or folder, its bytes, or a file open for reading.
        complete: Whether a record tells of the whole career; by its nature it does not.
        limits: How much is taken in; ``Limits()`` if not given.

    Raises:
        ReadError: A file cannot be read, or is neither JSON nor XML.

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
    people: list[Person] = []
    read: list[Log] = []
    for data, log in logs(source, limits or Limits(), SOURCE):
        for node in _records(data, log, limits or Limits()):
            person = _person(node, complete=complete)
            log.count("records", used=person is not None)
            people += [person] if person is not None else []
        read.append(log)
    return PeopleRead(
        tuple(people),
        tuple(each for log in read for each in log.diagnostics),
        tuple(count for log in read for count in log.tables),
    )


def _records(data: bytes, log: Log, limits: Limits) -> Iterator[Node]:
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        yield Node(_of_xml(data, log, limits), "", log)
    else:
        yield from objects(data, log, limits)


def _of_xml(data: bytes, log: Log, limits: Limits) -> dict[str, Any]:
    """The record of an XML document, in the shape of the JSON one."""
    text = decode(data, log.file).content
    if "<!DOCTYPE" in text[:10_000] or "<!ENTITY" in text:
        msg = f"{visible(log.file)}: declares entities, expected a plain ORCID record"
        raise ReadError(msg)
    try:
        root = ET.fromstring(text.encode())  # noqa: S314 # without entities nothing expands
    except (ET.ParseError, ValueError) as error:
        msg = f"{visible(log.file)}: no XML: {error}"
        raise ReadError(msg) from None
    found = _plain(root, limits.max_depth)
    if found is None:
        msg = f"{visible(log.file)}: nested deeper than {limits.max_depth} levels"
        raise ReadError(msg)
    return found


def _plain(element: ET.Element, depth: int) -> dict[str, Any] | None:
    """An element as a mapping: children by their local name, repeated ones as a list."""
    if not depth:
        return None
    found: dict[str, Any] = {"value": (element.text or "").strip()}
    for child in element:
        inner = _plain(child, depth - 1)
        if inner is None:
            return None
        key = child.tag.rpartition("}")[2]
        if key in _LISTS:
            found.setdefault(key, []).append(inner)
        else:
            found[key] = inner
    return found


_LISTS = frozenset(
    (
        *("affiliation-group", "summaries", "researcher-url"),
        *("employment-summary", "invited-position-summary"),
        *("education-summary", "service-summary"),
    )
)


def _value(node: Node, key: str) -> str:
    """A text that stands by itself, or in an object as its ``value``."""
    if isinstance(node.data.get(key), dict):
        return node.node(key).text("value")
    return node.text(key)


def _person(node: Node, *, complete: bool) -> Person | None:
    person = node.node("person")
    name = person.node("name")
    parts = (_value(name, "given-names"), _value(name, "family-name"))
    full = _value(name, "credit-name") or " ".join(filter(None, parts))
    url = _profile(person) or _value(node.node("orcid-identifier"), "uri")
    if not full and not url:
        node.log.report(node.path or None, expected="a record with a name or an ORCID iD")
        return None
    found = list(_engagements(node.node("activities-summary")))
    history = WorkHistory(found, complete=complete, recorded_on=_recorded_on(node))
    provenance = node.log.provenance(node.path or "person")
    return Person(full, _profile(person), history, provenance=provenance)


def _profile(person: Node) -> str | None:
    """The LinkedIn profile among the person's links."""
    urls = person.node("researcher-urls")
    links = [_value(each, "url") for each in urls.nodes("researcher-url") if each is not None]
    return next((url for url in links if (url_key(url) or "").startswith("linkedin.com/")), None)


def _recorded_on(node: Node) -> dt.date | None:
    """The day of the last change: milliseconds since 1970 in JSON, ISO 8601 in XML."""
    changed = node.node("history").node("last-modified-date").data.get("value")
    try:
        if isinstance(changed, int) and not isinstance(changed, bool):
            moment = dt.datetime(1970, 1, 1, tzinfo=dt.timezone.utc)
            return (moment + dt.timedelta(milliseconds=changed)).date()
        return dt.date.fromisoformat(changed[:10]) if isinstance(changed, str) else None
    except (ValueError, OverflowError):
        path = "history.last-modified-date"
        node.log.report(path, value=changed, expected="a day")
        return None


def _engagements(activities: Node) -> Iterator[Engagement]:
    for section, (summary, read) in _SUMMARIES.items():
        for entry in _entries(activities.node(section), summary):
            engagement = read_or_none(entry, read)
            activities.log.count(section, used=engagement is not None)
            if engagement is not None:
                yield engagement


def _entries(section: Node, summary: str) -> Iterator[Node | None]:
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
    if not entry.data.get(key):
        return missing
    date = entry.node(key)
    parts = [_value(date, part) for part in ("year", "month", "day")]
    try:
        known = (
            [int(part) for part in parts[: parts.index("")] if part]
            if "" in parts
            else [int(part) for part in parts]
        )
        return PartialDate(*known)
    except (DateError, TypeError, ValueError):
        shown = "-".join(filter(None, parts))
        entry.log.report(date.path, value=shown, expected="a year, a month or a day")
        return DateMark.UNKNOWN


def _identifier(organization: Node) -> str | None:
    known = organization.node("disambiguated-organization")
    scheme = _SCHEMES.get(_value(known, "disambiguation-source").casefold())
    number = _value(known, "disambiguated-organization-identifier")
    return f"{scheme}:{number}" if scheme and number else None


def _fields(entry: Node) -> dict[str, Any] | None:
    """What all kinds of engagements have; ``None`` if there is no organization or no period."""
    organization = entry.node("organization")
    name = _value(organization, "name")
    if not name:
        entry.log.report(entry.path, expected="an entry with 'organization.name'")
        return None
    start = _date(entry, "start-date", missing=DateMark.UNKNOWN)
    period = entry.period(start, _date(entry, "end-date", missing=DateMark.ONGOING))
    if period is None:
        return None
    by_client = entry.node("source").data.get("source-client-id")
    note = "asserted by an organization" if by_client else "self-asserted"
    return {
        "organization": name,
        "title": _value(entry, "role-title") or None,
        "period": period,
        "team": _value(entry, "department-name") or None,
        "organization_id": _identifier(organization),
        "provenance": entry.log.provenance(entry.path, note),
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
