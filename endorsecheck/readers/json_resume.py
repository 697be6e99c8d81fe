"""Resumes in JSON Resume 1.0 (https://jsonresume.org/schema, also its older drafts).

Read are ``basics`` (name, the LinkedIn profile among ``profiles`` or as ``url``), ``work`` (its
``name``, or ``company`` as older drafts had it), ``volunteer``, ``projects`` (``name`` and
``entity``), ``education``, and ``meta.lastModified`` as the day of recording. An entry that has
a start and no ``endDate`` is current; one without any date is undated. ``references`` and the
``roles`` of projects name no time and no place, so they say nothing of a shared one.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from endorsecheck.dates import DateMark, Period
from endorsecheck.exceptions import ReadError
from endorsecheck.models import Engagement, Person, WorkHistory
from endorsecheck.readers._documents import Form, PeopleRead, engagements, profile_url
from endorsecheck.readers._limits import Limits
from endorsecheck.readers._node import Node
from endorsecheck.readers._resume_plain import (
    made_education,
    made_position,
    made_project,
    made_volunteering,
    plain_person,
)
from endorsecheck.readers._source import Source

__all__ = ["read_people", "read_resume"]


def read_people(
    source: Source, *, complete: bool = True, limits: Limits | None = None
) -> PeopleRead:
    """Read resumes: one document, an array of them, JSON Lines, or a folder of documents.

    Args:
        source: Path of a file or folder, its bytes, or a file open for reading.
        complete: Whether a resume tells of the whole career, as it does by its nature. One of
            which an entry could not be used is never complete.
        limits: How much is taken in; ``Limits()`` if not given, but with 256 MiB to a file.

    Raises:
        ReadError: The source, or the only resume in it, cannot be read.

    Example:
        >>> from endorsecheck.readers import json_resume
        >>> text = b'''{"basics": {"name": "Ravi Shah"},
        ...     "work": [{"name": "Acme Corp", "startDate": "2016-05", "endDate": "2019"}]}'''
        >>> (ravi,) = json_resume.read_people(text).people
        >>> print(ravi.history.engagements[0].period)
        2016-05 to 2019
    """

    def read(node: Node) -> list[Person]:
        return [_person(node, complete=complete)]

    return PeopleRead(*Form("json-resume", "documents", read).gather(source, limits))


def read_resume(
    source: Source, *, complete: bool = True, limits: Limits | None = None
) -> PeopleRead:
    """Read one resume, and refuse what holds none or several.

    Args:
        source: Path of the file, its bytes, or a file open for reading.
        complete: Whether a resume tells of the whole career.
        limits: How much is taken in; ``Limits()`` if not given, but with 256 MiB to a file.

    Raises:
        ReadError: It cannot be read, is no JSON, or is not one resume.

    Example:
        >>> from endorsecheck.readers import json_resume
        >>> json_resume.read_resume(b'{"basics": {"name": "Ravi Shah"}}').people[0].name
        'Ravi Shah'
    """

    def read(node: Node) -> list[Person]:
        if node.path:
            node.log.fail("expected one resume, found an array")
        return [_person(node, complete=complete)]

    found = PeopleRead(*Form("json-resume", "documents", read).gather(source, limits))
    if len(found.people) != 1 or found.tables[0].rows != 1:
        msg = f"expected one resume, found {found.tables[0].rows} documents"
        raise ReadError(msg)
    return found


def _person(node: Node, *, complete: bool) -> Person:
    """The person of one resume.

    Raises:
        ReadError: It is none.
    """
    return plain_person(node, complete=complete) or reported_person(node, complete=complete)


def reported_person(node: Node, *, complete: bool) -> Person:
    """The same, cell by cell, with everything reported that is unusual.

    Raises:
        ReadError: It is no resume.
    """
    basics = node.node("basics")
    name, url = basics.text("name"), _profile(basics)
    if not name and url is None:
        node.log.fail(_NO_RESUME, node.path)
    found, whole = engagements(node, _SECTIONS)
    history = WorkHistory(found, complete=complete and whole, recorded_on=_recorded_on(node))
    return Person(name, url, history, provenance=node.log.provenance(basics.path))


_NO_RESUME = "expected a resume with a name or a LinkedIn profile in 'basics'"


def _profile(basics: Node) -> str | None:
    """The LinkedIn profile: by its address, else by its name in the network."""
    profiles = [each for each in basics.nodes("profiles") if each is not None]
    url = profile_url(each.text("url") for each in profiles)
    if url is None:
        url = profile_url([basics.text("url", "website")])
    return url or next((each for each in map(_by_username, profiles) if each), None)


def _by_username(profile: Node) -> str | None:
    if profile.text("network").casefold().replace(" ", "") != "linkedin":
        return None
    name = profile.text("username")
    return f"www.linkedin.com/in/{name}" if name else None


def _recorded_on(node: Node) -> dt.date | None:
    meta = node.node("meta")
    text = meta.text("lastModified")
    try:
        return dt.date.fromisoformat(text[:10]) if text else None
    except ValueError:
        meta.log.report(meta.place("lastModified"), value=text, expected="an ISO 8601 day")
        return None


def _place(entry: Node, *keys: str) -> tuple[str, Period] | None:
    """Name and period of an entry; ``None`` if it lacks the name or ends before it starts."""
    name = entry.text(*keys)
    if not name:
        entry.log.report(entry.path, problem="without a name", expected=f"'{keys[0]}'")
        return None
    missing = DateMark.ONGOING if entry.data.get("startDate") else DateMark.UNKNOWN
    period = entry.period("startDate", "endDate", missing=missing)
    return (name, period) if period is not None else None


def _position(entry: Node) -> Engagement | None:
    if (found := _place(entry, "name", "company")) is None:
        return None
    title, location = entry.text("position") or None, entry.text("location") or None
    return made_position(*found, title, location, entry.log.provenance(entry.path))


def _volunteering(entry: Node) -> Engagement | None:
    if (found := _place(entry, "organization", "name")) is None:
        return None
    title = entry.text("position") or None
    return made_volunteering(*found, title, None, entry.log.provenance(entry.path))


def _education(entry: Node) -> Engagement | None:
    if (found := _place(entry, "institution")) is None:
        return None
    degree = entry.text("studyType"), entry.text("area")
    return made_education(*found, *degree, entry.log.provenance(entry.path))


def _project(entry: Node) -> Engagement | None:
    if (found := _place(entry, "name")) is None:
        return None
    entity = entry.text("entity") or None
    return made_project(*found, entity, None, entry.log.provenance(entry.path))


_SECTIONS: tuple[tuple[str, Callable[[Node], Engagement | None]], ...] = (
    ("work", _position),
    ("volunteer", _volunteering),
    ("projects", _project),
    ("education", _education),
)
