"""Resumes in JSON Resume 1.0 (https://jsonresume.org/schema, also its older drafts).

Read are ``basics`` (name, the LinkedIn profile among ``profiles`` or as ``url``), ``work`` (its
``name``, or ``company`` as older drafts had it), ``volunteer``, ``projects``, ``education``, and
``meta.lastModified`` as the day of recording. An entry without ``endDate`` is current.
``references`` name no time and no place, so they say nothing of a shared one and are not read.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from endorsecheck.dates import DateMark, Period
from endorsecheck.exceptions import ReadError
from endorsecheck.models import (
    Education,
    Engagement,
    Person,
    Position,
    Project,
    Volunteering,
    WorkHistory,
)
from endorsecheck.people import url_key
from endorsecheck.readers._documents import PeopleRead, engagements, logs, objects
from endorsecheck.readers._json import Log, Node
from endorsecheck.readers._limits import Limits
from endorsecheck.readers._source import Source

__all__ = ["read_people", "read_resume"]

SOURCE = "json-resume"
"""What the provenance of every record calls the source."""


def read_people(
    source: Source, *, complete: bool = True, limits: Limits | None = None
) -> PeopleRead:
    """Read resumes: one document, an array of them, JSON Lines, or a folder of documents.

    Args:
        source: Path of a file or folder, its bytes, or a file open for reading.
        complete: Whether a resume tells of the whole career, as it does by its nature. One of
            which an entry could not be used is never complete.
        limits: How much is taken in; ``Limits()`` if not given.

    Raises:
        ReadError: A file cannot be read or is no JSON, or its top level is no resume.

    Example:
        >>> from endorsecheck.readers import json_resume
        >>> text = b'''{"basics": {"name": "Ravi Shah"},
        ...     "work": [{"name": "Acme Corp", "startDate": "2016-05", "endDate": "2019"}]}'''
        >>> (ravi,) = json_resume.read_people(text).people
        >>> print(ravi.history.engagements[0].period)
        2016-05 to 2019
    """
    people: list[Person] = []
    read: list[Log] = []
    for data, log in logs(source, limits or Limits(), SOURCE):
        for node in objects(data, log, limits or Limits()):
            person = _person(node, complete=complete)
            log.count("documents", used=person is not None)
            people += [person] if person is not None else []
        read.append(log)
    return PeopleRead(
        tuple(people),
        tuple(each for log in read for each in log.diagnostics),
        tuple(count for log in read for count in log.tables),
    )


def read_resume(
    source: Source, *, complete: bool = True, limits: Limits | None = None
) -> PeopleRead:
    """Read one resume, and refuse what holds none or several.

    Args:
        source: Path of the file, its bytes, or a file open for reading.
        complete: Whether a resume tells of the whole career.
        limits: How much is taken in; ``Limits()`` if not given.

    Raises:
        ReadError: It cannot be read, is no JSON, or is not one resume.

    Example:
        >>> from endorsecheck.readers import json_resume
        >>> json_resume.read_resume(b'{"basics": {"name": "Ravi Shah"}}').people[0].name
        'Ravi Shah'
    """
    for data, log in logs(source, limits or Limits(), SOURCE):
        if data.lstrip().startswith(b"["):
            msg = f"{log.file}: expected one resume, found an array"
            raise ReadError(msg)
    found = read_people(source, complete=complete, limits=limits)
    if len(found.people) != 1:
        msg = f"{found.diagnostics[0].file if found.diagnostics else 'data'}: expected one resume"
        raise ReadError(msg)
    return found


def _person(node: Node, *, complete: bool) -> Person | None:
    """The person of one resume; ``None`` if it is none, reported."""
    basics = node.node("basics")
    name, url = basics.text("name"), _profile(basics)
    if not name and url is None:
        expected = "a resume with a name or a LinkedIn profile in 'basics'"
        node.log.report(node.path or None, expected=expected)
        return None
    found, whole = engagements(node, _SECTIONS)
    history = WorkHistory(found, complete=complete and whole, recorded_on=_recorded_on(node))
    return Person(name, url, history, provenance=node.log.provenance(node.path or "basics"))


def _profile(basics: Node) -> str | None:
    """The LinkedIn profile; another site is no address under which endorsers are known."""
    candidates = [each for each in basics.nodes("profiles") if each is not None]
    urls = [each.text("url") for each in candidates] + [basics.text("url")]
    names = [each.text("username") for each in candidates if _is_linkedin(each.text("network"))]
    linkedin = [url for url in urls if (url_key(url) or "").startswith("linkedin.com/in/")]
    return next(iter(linkedin + [f"www.linkedin.com/in/{name}" for name in names if name]), None)


def _is_linkedin(network: str) -> bool:
    return network.casefold().replace(" ", "") == "linkedin"


def _recorded_on(node: Node) -> dt.date | None:
    text = node.node("meta").text("lastModified")
    if not text:
        return None
    try:
        return dt.date.fromisoformat(text[:10])
    except ValueError:
        node.log.report(node.place("meta.lastModified"), value=text, expected="an ISO 8601 day")
        return None


def _stay(entry: Node, *keys: str) -> tuple[str, Period] | None:
    """Name and period of an entry; ``None`` if it lacks the name or ends before it starts."""
    name = entry.text(*keys)
    if not name:
        entry.log.report(entry.path, problem="without a name", expected=f"'{keys[0]}'")
        return None
    end = entry.date("endDate", missing=DateMark.ONGOING)
    period = entry.period(entry.date("startDate"), end)
    return (name, period) if period is not None else None


def _position(entry: Node) -> Engagement | None:
    stay = _stay(entry, "name", "company")
    if stay is None:
        return None
    return Position(
        stay[0],
        entry.text("position") or None,
        period=stay[1],
        location=entry.text("location") or None,
        provenance=entry.log.provenance(entry.path),
    )


def _volunteering(entry: Node) -> Engagement | None:
    stay = _stay(entry, "organization", "name")
    if stay is None:
        return None
    title, provenance = entry.text("position") or None, entry.log.provenance(entry.path)
    return Volunteering(stay[0], title, period=stay[1], provenance=provenance)


def _education(entry: Node) -> Engagement | None:
    stay = _stay(entry, "institution")
    if stay is None:
        return None
    title = " ".join(filter(None, (entry.text("studyType"), entry.text("area")))) or None
    return Education(stay[0], title, period=stay[1], provenance=entry.log.provenance(entry.path))


def _project(entry: Node) -> Engagement | None:
    """A project; one without any date is undated, since a finished one is often left so."""
    stay = _stay(entry, "name")
    if stay is None:
        return None
    name, period = stay
    if "startDate" not in entry.data and "endDate" not in entry.data:
        period = Period()
    entity, provenance = entry.text("entity") or None, entry.log.provenance(entry.path)
    return Project(name, entity, period=period, provenance=provenance)


_SECTIONS: tuple[tuple[str, Callable[[Node], Engagement | None]], ...] = (
    ("work", _position),
    ("volunteer", _volunteering),
    ("projects", _project),
    ("education", _education),
)
