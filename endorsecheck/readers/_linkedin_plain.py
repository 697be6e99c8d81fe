"""The plain rows of the two long tables of an export: endorsements received, and connections.

Nearly all rows are as LinkedIn writes them. They are read in blocks, column by column; what they
repeat is read once, and of a connection no more is made than the name and the address.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from operator import itemgetter

from endorsecheck._deferred import maker
from endorsecheck._histories import NO_HISTORY
from endorsecheck.dates import DateLike, DateMark
from endorsecheck.models import Endorsement, EndorsementStatus, Person
from endorsecheck.readers import _linkedin_dates as dates
from endorsecheck.readers._blocks import Bulk, Columns, Numbered, Once, apart, together
from endorsecheck.readers._linkedin_contacts import Contact, Contacts
from endorsecheck.readers._linkedin_roll import Block, Stamps
from endorsecheck.readers._sheet import Sheet

__all__: list[str] = []

_STAMPS = re.compile(r"(?:\d{4}/\d\d/\d\d (?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d UTC\n)+", re.ASCII)
_DAY = itemgetter(slice(10))
"""Where a time stamp has it."""
_STATUSES = {status.name: status for status in EndorsementStatus}

_endorser = maker(
    Person, "name", "url", history=NO_HISTORY, relationships=(), provenance=None, _later=None
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
        self._days: Numbered[DateLike] = Numbered(dates.day)
        self._skills = Numbered(str.strip)
        self._endorsers = Numbered(partial(_endorser_of, sheet))
        self._statuses = Numbered(_STATUSES.get)

    def __call__(self, line: int, columns: Columns) -> Block | None:
        stamps, skills, *who, statuses = (columns[place] for place in self._places)
        lines = "\n".join([*stamps, ""])
        if not _STAMPS.fullmatch(lines):
            return None
        people = self._endorsers.column(together(*who))
        named = self._skills.column(skills)
        days = self._days.column(map(_DAY, stamps))
        shown = self._statuses.column(statuses)
        if people is None or named is None or days is None or shown is None:
            return None
        place = self._sheet.source, self._sheet.file
        return Block((named, people, days, shown), Stamps(place, line, lines))

    def odd(self, columns: Columns) -> Iterator[int]:
        """The rows without a day, skill or endorser, and those with a status that is not known."""
        picked = zip(*(columns[place] for place in self._places), strict=True)
        for i, (stamp, skill, *who, status) in enumerate(picked):
            is_told = skill.strip() and "".join(who).strip() and status in _STATUSES
            if (
                not is_told
                or not _STAMPS.fullmatch(f"{stamp}\n")
                or dates.day(_DAY(stamp)) is None
            ):
                yield i


def _endorser_of(sheet: Sheet, cells: str) -> Person | None:
    """One record for all that one person endorsed; ``None`` if somebody is nobody."""
    first, last, url = map(str.strip, apart(cells))
    name = f"{first} {last}".strip()
    if not (name or url):
        return None
    person = sheet.people.get((name, url))
    if person is None:
        sheet.people[name, url] = person = _endorser(name, url or None)
    return person


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
        self._texts = Once(str.strip)
        self._days = Once(_event)

    def odd(self, columns: Columns) -> Iterator[int]:
        """The rows of nobody, and those with a day that is not plainly one."""
        *who, _, _, days = (columns[place] for place in self._places)
        for i, (day, *names) in enumerate(zip(days, *who, strict=True)):
            if self._days[day] is None or not "".join(names).strip():
                yield i

    def __call__(self, line: int, columns: Columns) -> Contacts | None:
        firsts, lasts, urls, companies, titles, days = (columns[place] for place in self._places)
        parts = zip(map(str.strip, firsts), map(str.strip, lasts), strict=True)
        who = [*map(str.strip, map(" ".join, parts))], [*map(str.strip, urls)]
        dated = [day for day in self._days.column(days) if day is not None]
        is_told = all(who[0]) or all(map(any, zip(*who, strict=True)))
        if not is_told or len(dated) < len(days):
            return None
        jobs = self._texts.column(companies), self._texts.column(titles)
        return Contacts((self._sheet.source, self._sheet.file), line, who, jobs, dated)


def _event(cell: str) -> DateLike | None:
    """The day of a connection, unknown if it is not told; ``None`` if that is not plain."""
    day = cell.strip()
    date = dates.event(day) if day else DateMark.UNKNOWN
    return None if day and isinstance(date, DateMark) else date
