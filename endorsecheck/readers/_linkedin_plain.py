"""The plain rows of the two long tables of an export: endorsements received, and connections.

Nearly all rows are as LinkedIn writes them. Their cells are taken as they stand, what they
repeat is read once, and of a connection no more is made than the name and the address.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from operator import itemgetter

from endorsecheck._deferred import maker
from endorsecheck._histories import NO_HISTORY
from endorsecheck.dates import DateMark, PartialDate
from endorsecheck.models import Endorsement, EndorsementStatus, Person
from endorsecheck.readers import _linkedin_dates as dates
from endorsecheck.readers._linkedin_rows import Contact
from endorsecheck.readers._sheet import Quick, Sheet

__all__: list[str] = []

_TIME = re.compile(r" ((?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d) UTC", re.ASCII)
_DAY = 10
"""Characters of a day."""
_STATUSES = {status.name: status for status in EndorsementStatus}

_endorsement = maker(Endorsement, "skill", "endorser", "date", "status", "given_at", "_later")
_person = maker(Person, "name", "url", "history", "relationships", "provenance", _later=None)


def endorsements(sheet: Sheet) -> Quick[Endorsement] | None:
    """Makes an endorsement of a plain row; ``None`` if the table lacks a column for it."""
    names = (
        *("Endorsement Date", "Skill Name", "Endorser First Name", "Endorser Last Name"),
        *("Endorser Public Url", "Endorsement Status"),
    )
    if not sheet.places.keys() >= set(names):
        return None
    pick = itemgetter(*map(sheet.places.__getitem__, names))
    days: dict[str, tuple[PartialDate, str] | None] = {}
    skills: dict[str, str] = {}

    def quick(line: int, cells: Sequence[str]) -> Endorsement | None:
        moment, skill, first, last, url, status = pick(cells)
        written, time = moment[:_DAY], _TIME.fullmatch(moment, _DAY)
        if written not in days:
            days[written] = _day(written)
        day, skill = days[written], skill.strip()
        name, url = f"{first.strip()} {last.strip()}".strip(), url.strip()
        if not (day and time and skill and (name or url)) or status not in _STATUSES:
            return None
        endorser = sheet.people.get((name, url))
        if endorser is None:
            endorser = _person(name, url or None, NO_HISTORY, (), None)
            sheet.people[name, url] = endorser
        return _endorsement(
            skills.setdefault(skill, skill),
            endorser,
            day[0],
            _STATUSES[status],
            f"{day[1]}T{time[1]}Z",
            (sheet.source, sheet.file, line),
        )

    return quick


def _day(text: str) -> tuple[PartialDate, str] | None:
    """The day of a time stamp, and the same in ISO 8601."""
    found = dates.stamp(f"{text} 00:00:00 UTC")
    if found is None or not isinstance(found[0], PartialDate) or found[1] is None:
        return None
    return found[0], found[1][:_DAY]


def contacts(sheet: Sheet) -> Quick[Contact] | None:
    """Makes a contact of a plain row; ``None`` if the table lacks a column for it."""
    names = ("First Name", "Last Name", "URL", "Company", "Position", "Connected On")
    if not sheet.places.keys() >= set(names):
        return None
    pick = itemgetter(*map(sheet.places.__getitem__, names))
    texts: dict[str, str] = {}

    def quick(line: int, cells: Sequence[str]) -> Contact | None:
        first, last, url, company, title, day = map(str.strip, pick(cells))
        name = f"{first} {last}".strip()
        date = dates.event(day) if day else DateMark.UNKNOWN
        if not (name or url) or date is None or (day and isinstance(date, DateMark)):
            return None
        company, title = texts.setdefault(company, company), texts.setdefault(title, title)
        return Contact(name, url, company, title, date, sheet.source, sheet.file, line)

    return quick
