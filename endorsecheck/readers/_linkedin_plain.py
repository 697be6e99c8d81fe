"""The plain rows of the two long tables of an export: endorsements received, and connections.

Nearly all rows are as LinkedIn writes them. They are read in blocks, column by column; what they
repeat is read once, and of a connection no more is made than the name and the address.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import count, repeat

from endorsecheck._deferred import maker
from endorsecheck._histories import NO_HISTORY
from endorsecheck.dates import DateLike, DateMark, PartialDate
from endorsecheck.models import Endorsement, EndorsementStatus, Person
from endorsecheck.readers import _linkedin_dates as dates
from endorsecheck.readers._blocks import Bulk, Columns
from endorsecheck.readers._linkedin_rows import Contact
from endorsecheck.readers._sheet import Sheet

__all__: list[str] = []

_STAMPS = re.compile(r"(?:\d{4}/\d\d/\d\d (?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d UTC\n)+", re.ASCII)
_DAY, _TIME = slice(10), slice(11, 19)
"""Where a time stamp has them."""
_STATUSES = {status.name: status for status in EndorsementStatus}

_endorsement = maker(Endorsement, "skill", "endorser", "date", "status", "given_at", "_later")
_endorser = maker(
    Person, "name", "url", history=NO_HISTORY, relationships=(), provenance=None, _later=None
)
_contact = maker(
    Contact,
    *("name", "url", "company", "title", "connected_on", "line"),
    *("source", "file", "recorded_on"),
)


def endorsements(sheet: Sheet) -> Bulk[Endorsement] | None:
    """Makes endorsements of plain rows; ``None`` if the table lacks a column for it."""
    names = (
        *("Endorsement Date", "Skill Name", "Endorser First Name", "Endorser Last Name"),
        *("Endorser Public Url", "Endorsement Status"),
    )
    if not sheet.places.keys() >= set(names):
        return None
    return _Endorsements(sheet, [sheet.places[name] for name in names])


class _Endorsements:
    """Reads endorsements received."""

    def __init__(self, sheet: Sheet, places: Sequence[int]) -> None:
        self._sheet = sheet
        self._places = places
        self._days: dict[str, tuple[PartialDate, str] | None] = {}
        self._skills: dict[str, str] = {}
        self._endorsers: dict[tuple[str, str, str], Person] = {}

    def __call__(self, line: int, columns: Columns) -> Sequence[Endorsement] | None:
        stamps, skills, *who, statuses = (columns[place] for place in self._places)
        days = self._days_of(stamps)
        for skill in set(skills).difference(self._skills):
            self._skills[skill] = skill.strip()
        found = [*map(self._skills.__getitem__, skills)]
        endorsers = self._endorsers_of(who)
        if days is None or endorsers is None or not all(found) or set(statuses) - _STATUSES.keys():
            return None
        return [
            *map(
                _endorsement,
                found,
                endorsers,
                (day for day, _ in days),
                map(_STATUSES.__getitem__, statuses),
                (f"{day}T{stamp[_TIME]}Z" for (_, day), stamp in zip(days, stamps, strict=True)),
                zip(repeat(self._sheet.source), repeat(self._sheet.file), count(line)),
            )
        ]

    def odd(self, columns: Columns) -> Iterator[int]:
        """The rows without a day, skill or endorser, and those with a status that is not known."""
        picked = zip(*(columns[place] for place in self._places), strict=True)
        for i, (stamp, skill, *who, status) in enumerate(picked):
            is_plain = self._days_of([stamp]) and skill.strip() and "".join(who).strip()
            if not is_plain or status not in _STATUSES:
                yield i

    def _days_of(self, stamps: Sequence[str]) -> list[tuple[PartialDate, str]] | None:
        """The days of time stamps, each also in ISO 8601; ``None`` if one is no time stamp."""
        if not _STAMPS.fullmatch("\n".join([*stamps, ""])):
            return None
        days = [stamp[_DAY] for stamp in stamps]
        for day in set(days).difference(self._days):
            self._days[day] = _day(day)
        found = [day for day in map(self._days.__getitem__, days) if day is not None]
        return found if len(found) == len(days) else None

    def _endorsers_of(self, who: Sequence[Sequence[str]]) -> list[Person] | None:
        """One record for all that one person endorsed; ``None`` if somebody is nobody."""
        for key in set(zip(*who, strict=True)).difference(self._endorsers):
            first, last, url = map(str.strip, key)
            name = f"{first} {last}".strip()
            if not (name or url):
                return None
            person = self._sheet.people.get((name, url))
            if person is None:
                self._sheet.people[name, url] = person = _endorser(name, url or None)
            self._endorsers[key] = person
        return [*map(self._endorsers.__getitem__, zip(*who, strict=True))]


def _day(text: str) -> tuple[PartialDate, str] | None:
    """The day of a time stamp, and the same in ISO 8601."""
    found = dates.stamp(f"{text} 00:00:00 UTC")
    if found is None or not isinstance(found[0], PartialDate) or found[1] is None:
        return None
    return found[0], found[1][_DAY]


def contacts(sheet: Sheet) -> Bulk[Contact] | None:
    """Makes contacts of plain rows; ``None`` if the table lacks a column for it."""
    names = ("First Name", "Last Name", "URL", "Company", "Position", "Connected On")
    if not sheet.places.keys() >= set(names):
        return None
    return _Contacts(sheet, [sheet.places[name] for name in names])


class _Contacts:
    """Reads connections."""

    def __init__(self, sheet: Sheet, places: Sequence[int]) -> None:
        self._sheet = sheet
        self._places = places
        self._texts: dict[str, str] = {}
        self._days: dict[str, DateLike | None] = {}

    def odd(self, columns: Columns) -> Iterator[int]:
        """The rows of nobody, and those with a day that is not plainly one."""
        *who, _, _, days = (columns[place] for place in self._places)
        for i, (day, *names) in enumerate(zip(days, *who, strict=True)):
            if self._days[day] is None or not "".join(names).strip():
                yield i

    def __call__(self, line: int, columns: Columns) -> Sequence[Contact] | None:
        firsts, lasts, urls, companies, titles, days = (columns[place] for place in self._places)
        texts = self._texts
        for text in {*companies, *titles}.difference(texts):
            texts[text] = text.strip()
        written = set(days)
        for day in written.difference(self._days):
            self._days[day] = _event(day.strip())
        names = [
            f"{first.strip()} {last.strip()}".strip()
            for first, last in zip(firsts, lasts, strict=True)
        ]
        urls = [*map(str.strip, urls)]
        is_dated = all(self._days[day] is not None for day in written)
        if not (is_dated and all(map(str.__add__, names, urls))):
            return None
        jobs = (map(texts.__getitem__, column) for column in (companies, titles))
        rows = zip(names, urls, *jobs, map(self._days.__getitem__, days), count(line))
        place = self._sheet.source, self._sheet.file, None
        return [_contact(*row, *place) for row in rows]


def _event(day: str) -> DateLike | None:
    """The day of a connection, unknown if it is not told; ``None`` if that is not plain."""
    date = dates.event(day) if day else DateMark.UNKNOWN
    return None if day and isinstance(date, DateMark) else date
