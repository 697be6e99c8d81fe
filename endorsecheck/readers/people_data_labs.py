"""People Data Labs person JSON: bare persons, API answers, search answers, JSON Lines.

Read are the name, ``linkedin_url``, ``experience[]`` and ``education[]``; never
``job_history[]``, which repeats titles without dates. A value that is ``true`` or ``false``
stands for one that the package withholds: nothing is known then. Company ids (LinkedIn's, else
the website) are kept and decide before names do. Names are lower-cased by the source. Seat and
size of a company are those of today and of the whole, so they are not read.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any

from endorsecheck.dates import DateMark
from endorsecheck.models import Education, Engagement, Person, Position, WorkHistory
from endorsecheck.readers._documents import Form, PeopleRead, engagements, objects, profile_url
from endorsecheck.readers._limits import Limits
from endorsecheck.readers._node import Log, Node
from endorsecheck.readers._source import Source

__all__ = ["read_people"]


def read_people(
    source: Source,
    *,
    complete: bool = True,
    recorded_on: dt.date | None = None,
    limits: Limits | None = None,
) -> PeopleRead:
    """Read persons: bare, in answers (``data``, ``matches``), in a list or JSON Lines.

    Args:
        source: Path of a file or folder, its bytes, or a file open for reading.
        complete: Whether a record tells of the whole career, as it does by its nature. One of
            which an entry could not be used, or is withheld, is never complete.
        recorded_on: The day the records speak for, as they carry none.
        limits: How much is taken in; ``Limits()`` if not given, but with 256 MiB to a file.

    Raises:
        ReadError: The source, or the only person in it, cannot be read.

    Example:
        >>> from endorsecheck.readers import people_data_labs
        >>> text = b'''{"full_name": "ravi shah", "experience": [
        ...     {"company": {"name": "acme", "linkedin_id": "1035"}, "start_date": "2016-05"}]}'''
        >>> (ravi,) = people_data_labs.read_people(text).people
        >>> ravi.history.engagements[0].organization_id
        'linkedin:1035'
    """

    def read(node: Node) -> Iterator[Person]:
        yield _person(node, complete=complete, recorded_on=recorded_on)

    form = Form("people-data-labs", "persons", read, _persons)
    return PeopleRead(*form.gather(source, limits))


def _persons(data: bytes, log: Log, limits: Limits) -> Iterator[Node]:
    """The persons themselves, out of the envelopes of the answers."""
    for node in objects(data, log, limits):
        key = "matches" if "matches" in node.data else "data"
        if isinstance(node.data.get(key), list):
            yield from map(_unwrapped, _counted(node.nodes(key), log))
        else:
            yield _unwrapped(node)


def _counted(nodes: Iterator[Node | None], log: Log) -> Iterator[Node]:
    """The nodes; what is none was reported, and counts as a person not read."""
    for node in nodes:
        if node is not None:
            yield node
        else:
            log.count(log.section, used=False)


def _unwrapped(node: Node) -> Node:
    return node.node("data") if isinstance(node.data.get("data"), dict) else node


def _person(node: Node, *, complete: bool, recorded_on: dt.date | None) -> Person:
    shown = Node(_shown(node.data), node.path, node.log)
    name = shown.text("full_name") or f"{shown.text('first_name')} {shown.text('last_name')}"
    url = _profile(shown)
    if not name.strip() and url is None:
        node.log.fail("expected a person with 'full_name' or 'linkedin_url'", node.path)
    withheld = any(isinstance(node.data.get(section), bool) for section, _ in _SECTIONS)
    found, whole = engagements(shown, _SECTIONS)
    complete = complete and whole and not withheld
    history = WorkHistory(found, complete=complete, recorded_on=recorded_on)
    return Person(name, url, history, provenance=node.log.provenance(node.path or "person"))


def _shown(value: Any) -> Any:  # noqa: ANN401 # any value of a document
    """The value without what is withheld, but for the mark of the current position."""
    if isinstance(value, list):
        return [_shown(each) for each in value]
    if not isinstance(value, dict):
        return value
    shown = {key: _shown(each) for key, each in value.items() if not isinstance(each, bool)}
    if value.get("is_primary") is True and value.get("end_date") is not True:
        shown["is_current"] = True
    return shown


def _profile(person: Node) -> str | None:
    profiles = [each for each in person.nodes("profiles") if each is not None]
    username = person.text("linkedin_username")
    addresses = [person.text("linkedin_url"), *(each.text("url") for each in profiles)]
    return profile_url([*addresses, f"linkedin.com/in/{username}" if username else ""])


def _identifier(company: Node) -> str | None:
    """The company's id with its scheme: LinkedIn's number, else its website's domain."""
    number, website = company.data.get("linkedin_id"), company.text("website")
    known = str(number) if isinstance(number, int) else company.text("linkedin_id")
    if known:
        return f"linkedin:{known}"
    return f"domain:{website}" if website else None


def _position(entry: Node) -> Engagement | None:
    company = entry.node("company")
    name = company.text("name")
    if not name:
        entry.log.report(entry.path, expected="an entry with 'company.name'")
        return None
    missing = DateMark.ONGOING if "is_current" in entry.data else DateMark.UNKNOWN
    period = entry.period("start_date", "end_date", missing=missing)
    if period is None:
        return None
    return Position(
        name,
        entry.node("title").text("name"),
        period=period,
        location=_place(entry),
        organization_id=_identifier(company),
        provenance=entry.log.provenance(entry.path),
    )


def _place(entry: Node) -> str | None:
    """Where the person worked, if it was one place."""
    names = entry.data.get("location_names") or []
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        entry.log.report(entry.place("location_names"), value=names, expected="a list of texts")
        return None
    return names[0] if len(names) == 1 else None


def _education(entry: Node) -> Engagement | None:
    school = entry.node("school")
    name = school.text("name")
    if not name:
        entry.log.report(entry.path, expected="an entry with 'school.name'")
        return None
    period = entry.period("start_date", "end_date")
    if period is None:
        return None
    provenance, identifier = entry.log.provenance(entry.path), _identifier(school)
    return Education(name, period=period, organization_id=identifier, provenance=provenance)


_SECTIONS: tuple[tuple[str, Callable[[Node], Engagement | None]], ...] = (
    ("experience", _position),
    ("education", _education),
)
