"""The dates of a LinkedIn export: what each table writes, and what spreadsheets make of it.

=================  ==========================  =============================================
cell               as exported                 after a spreadsheet, or in an old export
=================  ==========================  =============================================
time stamp         2022/07/11 17:41:30 UTC
event              12 Jun 2019                 12-Jun-19; 7/11/22, 5:40 PM (month first)
month              May 2016, 2016              May-16
=================  ==========================  =============================================

Two-digit years are read by a fixed pivot. An event is 2003 to 2099, since LinkedIn opened in
2003; a month of a working life is 1950 to 2049.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache

from endorsecheck._date_text import FIRST_YEAR, LAST_YEAR
from endorsecheck._deferred import maker
from endorsecheck.dates import DateLike, DateMark, PartialDate, parse_date
from endorsecheck.exceptions import DateError
from endorsecheck.readers._diagnostics import Severity

__all__: list[str] = []

_OPENED = 3
_PIVOT = 50
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_NAME = f"(?P<name>{'|'.join(_MONTHS)})"

_STAMP = re.compile(r"(\d{4}/\d\d/\d\d) ((?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d) UTC", re.ASCII)
_EVENT = re.compile(rf"(?P<day>\d\d?) {_NAME} (?P<year>\d{{4}})", re.ASCII)
_NAMED_EVENT = re.compile(rf"(?P<day>\d\d?)-{_NAME}-(?P<year>\d\d)", re.ASCII)
_TIMED_EVENT = re.compile(
    r"(?P<month>\d\d?)/(?P<day>\d\d?)/(?P<year>\d\d(?:\d\d)?), \d\d?:[0-5]\d\s?[AP]M", re.ASCII
)
_MONTH = re.compile(rf"(?:{_NAME} )?(?P<year>\d{{4}})", re.ASCII)
_SHORT_MONTH = re.compile(rf"{_NAME}-(?P<year>\d\d)", re.ASCII)
_NARROW_BLANK = "\u202f"


def stamp(text: str) -> tuple[DateLike, str | None] | None:
    """The day of an endorsement and, where it is said, its time in ISO 8601.

    ``None`` if it is no date.
    """
    found = _STAMP.fullmatch(text)
    if found is None:
        date = event(text)
        return None if date is None else (date, None)
    date = day(found[1])
    return None if date is None else (date, f"{found[1].replace('/', '-')}T{found[2]}Z")


@lru_cache(maxsize=4_096)
def day(text: str) -> PartialDate | None:
    """The day of a time stamp, such as 2022/07/11; ``None`` if the calendar has none like it."""
    return _full(*map(int, text.split("/")))


@lru_cache(maxsize=16_384)
def event(text: str) -> DateLike | None:
    """The day of a connection, an invitation or a recommendation; ``None`` if it is no date."""
    short = text.replace(_NARROW_BLANK, " ")
    for form in (_EVENT, _NAMED_EVENT, _TIMED_EVENT):
        if found := form.fullmatch(short):
            break
    else:
        return _written(text)
    parts = found.groupdict()
    year = int(parts["year"])
    if len(parts["year"]) == 2:  # noqa: PLR2004 # digits
        if year < _OPENED:
            return None
        year += 2000
    month = _number(parts["name"]) if "name" in parts else int(parts["month"])
    return _full(year, month, int(parts["day"]))


def month(text: str) -> tuple[DateLike, Severity | None] | None:
    """The start or end of an engagement; ``None`` if it is no date.

    With it comes ``None`` if LinkedIn writes it so, ``INFO`` if spreadsheets make such a thing
    of it, ``WARNING`` if somebody wrote it by hand.
    """
    if found := _MONTH.fullmatch(text):
        name = found["name"]
        return _with(_real(int(found["year"]), _number(name) if name else None), None)
    if found := _SHORT_MONTH.fullmatch(text):
        year = int(found["year"])
        year += 2000 if year < _PIVOT else 1900
        return _with(_real(year, _number(found["name"])), Severity.INFO)
    date = _written(text)
    return _with(date, None if isinstance(date, DateMark) else Severity.WARNING)


def _with(
    date: DateLike | None, severity: Severity | None
) -> tuple[DateLike, Severity | None] | None:
    return None if date is None else (date, severity)


def _number(name: str) -> int:
    return _MONTHS.index(name) + 1


_day = maker(PartialDate, "year", "month", "day", "earliest", "latest")


def _full(year: int, month: int, day: int) -> PartialDate | None:
    try:
        found = dt.date(year, month, day)
    except ValueError:
        return None
    return _day(year, month, day, found, found) if FIRST_YEAR <= year <= LAST_YEAR else None


@lru_cache(maxsize=4_096)
def _real(year: int, month: int | None) -> PartialDate | None:
    try:
        return PartialDate(year, month)
    except DateError:
        return None


def _written(text: str) -> DateLike | None:
    try:
        return parse_date(text)
    except DateError:
        return None
