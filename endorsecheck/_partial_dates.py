"""Partial dates, and the reading of them.

A partial date is never its first day: it stands for every day that it could mean.
"""

import datetime as dt
import enum
import functools
from typing import Literal, TypeAlias

import attrs

from endorsecheck._date_text import MAX_LENGTH, calendar_fault, days_in, read, shown
from endorsecheck.exceptions import DateError

__all__ = ["DateLike", "DateMark", "PartialDate", "check_date", "parse_date"]


class DateMark(enum.Enum):
    """What stands in the place of a date where there is none.

    ``ONGOING`` runs to the day on which the history was recorded and says nothing after it.
    ``UNKNOWN`` may be any day, an unknown end any day up to the day of recording.

    Example:
        >>> import endorsecheck as ec
        >>> ec.parse_date("Present")
        <DateMark.ONGOING: 'ongoing'>
        >>> print(ec.DateMark.UNKNOWN)
        unknown
    """

    ONGOING = "ongoing"
    UNKNOWN = "unknown"

    def __str__(self) -> str:
        return self.value


@functools.total_ordering
@attrs.frozen
class PartialDate:
    """A year, a year and month, or a full date: a closed range of days.

    Partial dates are ordered by their earliest day, then by their latest.

    Attributes:
        year: From 1900 to 2100.
        month: From 1 to 12; ``None`` if not known.
        day: Day of the month; ``None`` if not known, as it must be without a month.
        earliest: The first day that it could mean.
        latest: The last day that it could mean.

    Raises:
        DateError: The calendar has no such date.

    Example:
        >>> import endorsecheck as ec
        >>> leap = ec.PartialDate(2020, 2)
        >>> print(leap, leap.precision, leap.earliest, leap.latest)
        2020-02 month 2020-02-01 2020-02-29
    """

    year: int
    month: int | None = None
    day: int | None = None
    earliest: dt.date = attrs.field(init=False, eq=False, repr=False)
    latest: dt.date = attrs.field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        _check_whole_numbers(self)
        year, month, day = self.year, self.month, self.day
        if fault := calendar_fault((year, month, day)):
            msg = f"PartialDate: {fault}"
            raise DateError(msg)
        last_month = month or 12
        last_day = day or days_in(year, last_month)
        object.__setattr__(self, "earliest", dt.date(year, month or 1, day or 1))
        object.__setattr__(self, "latest", dt.date(year, last_month, last_day))

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, PartialDate):
            return NotImplemented
        return (self.earliest, self.latest) < (other.earliest, other.latest)

    def __str__(self) -> str:
        if self.month is None:
            return f"{self.year:04}"
        month = f"{self.year:04}-{self.month:02}"
        return month if self.day is None else f"{month}-{self.day:02}"

    @classmethod
    def of(cls, date: dt.date) -> "PartialDate":
        """Make a full date of a ``datetime.date``; of a ``datetime`` the day as written counts.

        Args:
            date: A day from 1900 to 2100.

        Raises:
            DateError: It is no date, or outside these years.

        Example:
            >>> from datetime import date
            >>> import endorsecheck as ec
            >>> print(ec.PartialDate.of(date(2019, 3, 12)))
            2019-03-12
        """
        check_date("PartialDate.of", date)
        return cls(date.year, date.month, date.day)

    @property
    def precision(self) -> Literal["year", "month", "day"]:
        """The finest part that is known."""
        if self.month is None:
            return "year"
        return "month" if self.day is None else "day"


DateLike: TypeAlias = PartialDate | DateMark
"""What stands at either end of a period."""


def parse_date(text: str, *, dayfirst: bool | None = None) -> DateLike:
    """Read a date as people write it in work histories, in ten languages.

    The whole text must be one date, or a word for "ongoing" or for "unknown" (as a blank is).
    Years have four digits. Seasons, quarters and halves keep their year only.

    Args:
        text: The cell as it stands, at most 64 characters between outer blanks.
        dayfirst: Whether the day comes before the month where both are numbers before the year.
            Without this hint ``03/04/2019`` is refused and ``03.04.2019`` is 3 April.

    Returns:
        The date in the precision it was written with, or the mark.

    Raises:
        DateError: It is no date; the message says what was expected.

    Example:
        >>> import endorsecheck as ec
        >>> ec.parse_date("mar. de 2020")
        PartialDate(year=2020, month=3, day=None)
        >>> print(ec.parse_date("03/04/2019", dayfirst=True))
        2019-04-03
    """
    fits = type(text) is str and len(text) <= MAX_LENGTH
    outcome = _outcome(text if fits else _bare(text), dayfirst)
    if isinstance(outcome, str):
        raise DateError(outcome)
    return outcome


def check_date(place: str, date: object) -> None:
    """Refuse what is not a ``datetime.date``, an argument called ``place``."""
    if not isinstance(date, dt.date):
        msg = f"{place}: expected a datetime.date, found {shown(date)}"
        raise DateError(msg)


def _bare(text: object) -> str:
    """Cut off outer blanks; refuse what is too long without them, or no text, before reading."""
    if not isinstance(text, str):
        msg = f"expected a date as text, found {shown(text)}"
        raise DateError(msg)
    bare = text.strip()
    if len(bare) > MAX_LENGTH:
        found = f"expected at most {MAX_LENGTH} characters, found {len(bare)}"
        msg = f"{shown(bare)} is not a date: {found}"
        raise DateError(msg)
    return bare


@functools.lru_cache(maxsize=8192)
def _outcome(text: str, dayfirst: bool | None) -> DateLike | str:  # noqa: FBT001
    """Read a text that was not seen lately; what is wrong with it is an outcome, as a message."""
    try:
        found = read(text, dayfirst=dayfirst)
    except DateError as error:
        return f"{shown(text)} is not a date: {error}"
    return DateMark(found) if isinstance(found, str) else PartialDate(*found)


def _check_whole_numbers(date: PartialDate) -> None:
    for place, number in (("year", date.year), ("month", date.month), ("day", date.day)):
        missing = number is None and place != "year"
        if not missing and (isinstance(number, bool) or not isinstance(number, int)):
            found = shown(number)
            msg = f"PartialDate.{place}: expected a whole number, found {found}"
            raise DateError(msg)
