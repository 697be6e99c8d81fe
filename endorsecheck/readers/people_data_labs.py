"""People Data Labs person JSON: bare persons, API answers, search answers, JSON Lines.

Read are ``full_name``, ``linkedin_url``, ``experience[]`` and ``education[]``; never
``job_history[]``, which repeats titles without dates. A value that is ``true`` or ``false``
stands for one that the package withholds: nothing is known then. Company ids (LinkedIn's, else
the website) are kept and decide before names do. Names are lower-cased by the source.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

from endorsecheck.dates import DateLike, DateMark
from endorsecheck.models import Education, Engagement, Person, Position, WorkHistory
from endorsecheck.readers._documents import PeopleRead, engagements, logs, objects
from endorsecheck.readers._json import Log, Node
from endorsecheck.readers._limits import Limits
from endorsecheck.readers._source import Source

__all__ = ["read_people"]

SOURCE = "people-data-labs"
"""What the provenance of every record calls the source."""


def read_people(
    source: Source,
    *,
    complete: bool = True,
    recorded_on: dt.date | None = None,
    limits: Limits | None = None,
) -> PeopleRead:
    """Read persons: a bare one, ``{"data": person}``, ``{"data": [...]}``, a list, JSON Lines.

    Args:
        source: Path of a file or folder, its bytes, or a file open for reading.
        complete: Whether a record tells of the whole career, as it does by its nature. One of
            which an entry could not be used, or is withheld, is never complete.
        recorded_on: The day the records speak for, as they carry none.
        limits: How much is taken in; ``Limits()`` if not given.

    Raises:
        ReadError: A file cannot be read or is no JSON.

    Example:
        >>> from endorsecheck.readers import people_data_labs
        >>> text = b'''{"full_name": "ravi shah", "experience": [
        ...     {"company": {"name": "acme", "linkedin_id": "1035"}, "start_date": "2016-05"}]}'''
        >>> (ravi,) = people_data_labs.read_people(text).people
        >>> ravi.history.engagements[0].organization_id
        'linkedin:1035'
    """
    people: list[Person] = []
    read: list[Log] = []
    for data, log in logs(source, limits or Limits(), SOURCE):
        for node in _persons(objects(data, log, limits or Limits())):
            person = _person(node, complete=complete, recorded_on=recorded_on)
            log.count("persons", used=person is not None)
            people += [person] if person is not None else []
        read.append(log)
    return PeopleRead(
        tuple(people),
        tuple(each for log in read for each in log.diagnostics),
        tuple(count for log in read for count in log.tables),
    )


def _persons(nodes: Iterator[Node]) -> Iterator[Node]:
    """The persons themselves, out of the envelopes of the two kinds of answers."""
    for node in nodes:
        inner = node.data.get("data")
        if isinstance(inner, dict):
            yield node.node("data")
        elif isinstance(inner, list):
            yield from (each for each in node.nodes("data") if each is not None)
        else:
            yield node


def _person(node: Node, *, complete: bool, recorded_on: dt.date | None) -> Person | None:
    name, url = node.text("full_name", "name"), node.text("linkedin_url")
    if not name and not url:
        node.log.report(node.path or None, expected="a person with 'full_name' or 'linkedin_url'")
        return None
    shown = {key: value for key, value in node.data.items() if not isinstance(value, bool)}
    withheld = any(section in node.data and section not in shown for section, _ in _SECTIONS)
    found, whole = engagements(Node(shown, node.path, node.log), _SECTIONS)
    history = WorkHistory(
        found, complete=complete and whole and not withheld, recorded_on=recorded_on
    )
    return Person(name, url or None, history, provenance=node.log.provenance(node.path or "data"))


def _end(entry: Node) -> DateLike:
    """The last day: ongoing only where the source says that the position is the current one."""
    current = entry.data.get("is_current") is True or (
        entry.data.get("is_primary") is True and not entry.data.get("end_date")
    )
    return entry.date("end_date", missing=DateMark.ONGOING if current else DateMark.UNKNOWN)


def _identifier(company: Node) -> str | None:
    """The company's id with its scheme: LinkedIn's number, else its website's domain."""
    number, website = company.text("linkedin_id"), company.text("website")
    if number:
        return f"linkedin:{number}"
    return f"domain:{website}" if website else None


def _position(entry: Node) -> Engagement | None:
    company = entry.node("company") if not isinstance(entry.data.get("company"), bool) else None
    name = company.text("name") if company is not None else ""
    if company is None or not name:
        entry.log.report(entry.path, expected="an entry with 'company.name'")
        return None
    period = entry.period(entry.date("start_date"), _end(entry))
    if period is None:
        return None
    return Position(
        name,
        entry.node("title").text("name") or None,
        period=period,
        location=company.node("location").text("name") or None,
        organization_id=_identifier(company),
        provenance=entry.log.provenance(entry.path),
    )


def _education(entry: Node) -> Engagement | None:
    school = entry.node("school")
    name = school.text("name")
    if not name:
        entry.log.report(entry.path, expected="an entry with 'school.name'")
        return None
    period = entry.period(entry.date("start_date"), entry.date("end_date"))
    if period is None:
        return None
    provenance, identifier = entry.log.provenance(entry.path), _identifier(school)
    return Education(name, period=period, organization_id=identifier, provenance=provenance)


_SECTIONS: tuple[tuple[str, Callable[[Node], Engagement | None]], ...] = (
    ("experience", _position),
    ("education", _education),
)
