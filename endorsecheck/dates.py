"""Dates that leave something out, periods between them, and how surely two periods overlap.

A partial date is never its first day: it stands for every day that it could mean. A reading of
a period is a first day and a last day that its two dates allow, both of them worked. Whatever is
said about two periods is said over every reading of the one with every reading of the other.
"""

import datetime as dt

import attrs

from endorsecheck._date_text import shown
from endorsecheck._deferred import maker
from endorsecheck._overlaps import Bounds, Certainty, Overlap, Timing, Window, overlap_of
from endorsecheck._partial_dates import DateLike, DateMark, PartialDate, check_date, parse_date
from endorsecheck.exceptions import DateError

__all__ = [
    "Bounds",
    "Certainty",
    "DateLike",
    "DateMark",
    "Overlap",
    "PartialDate",
    "Period",
    "Timing",
    "Window",
    "overlap_of",
    "parse_date",
]


@attrs.frozen
class Period:
    """Two partial dates, either of which may be unknown; the end may be ongoing.

    ``str()`` gives ISO 8601 dates with the word "to" between them, ``2015 to 2019-03``.

    Attributes:
        start: The first day, worked.
        end: The last day, worked.

    Raises:
        DateError: The end is certainly before the start, or the start is ongoing.

    Example:
        >>> import endorsecheck as ec
        >>> print(ec.Period(ec.PartialDate(2015), ec.DateMark.ONGOING))
        2015 to ongoing
    """

    start: DateLike = DateMark.UNKNOWN
    end: DateLike = DateMark.UNKNOWN

    def __attrs_post_init__(self) -> None:
        _check_end("start", self.start)
        _check_end("end", self.end)
        if self.start is DateMark.ONGOING:
            msg = f"period '{self}': expected a start that is a date or unknown"
            raise DateError(msg)
        if isinstance(self.start, DateMark) or isinstance(self.end, DateMark):
            return
        if self.end.latest < self.start.earliest:
            msg = f"period '{self}': expected an end on or after the start"
            raise DateError(msg)

    def __str__(self) -> str:
        return f"{self.start} to {self.end}"

    @classmethod
    def parse(cls, start: str, end: str, *, dayfirst: bool | None = None) -> "Period":
        """Read the two cells of a period, each as :func:`parse_date` does.

        Args:
            start: The cell with the first day; a blank is unknown.
            end: The cell with the last day; a blank is unknown, not ongoing.
            dayfirst: The hint of :func:`parse_date`.

        Raises:
            DateError: A cell is no date, or no period begins and ends so.

        Example:
            >>> import endorsecheck as ec
            >>> print(ec.Period.parse("2015", "Mar 2019"))
            2015 to 2019-03
        """
        return cls(parse_date(start, dayfirst=dayfirst), parse_date(end, dayfirst=dayfirst))

    def bounds(self, as_of: dt.date) -> Bounds:
        """Say which first and last days the period allows.

        Args:
            as_of: The day on which the history was recorded: the last day of an ongoing period,
                the latest last day of one with an unknown end.

        Raises:
            DateError: The period is ongoing or of unknown end, and starts after ``as_of``; or
                ``as_of`` is no date.

        Example:
            >>> from datetime import date
            >>> import endorsecheck as ec
            >>> ec.Period().bounds(date(1, 1, 9))
            Bounds(first_earliest=None, first_latest=9, last_earliest=None, last_latest=9)
        """
        check_date("as_of", as_of)
        last_earliest, last_latest = self._last_days(as_of)
        if not isinstance(self.start, PartialDate):
            return _bounds(None, last_latest, last_earliest, last_latest)
        first_earliest = self.start.earliest.toordinal()
        first_latest = self.start.latest.toordinal()
        if first_earliest > last_latest:
            msg = f"period '{self}': expected a start on or before {as_of}, when it was recorded"
            raise DateError(msg)
        if last_earliest is None or last_earliest < first_earliest:
            last_earliest = first_earliest
        return _bounds(first_earliest, min(first_latest, last_latest), last_earliest, last_latest)

    def overlap(self, other: "Period", *, as_of: dt.date) -> Overlap:
        """Say how surely this period and another share a day, and how many.

        Args:
            other: The other period.
            as_of: The day on which both histories were recorded. Where these are two days, use
                ``overlap_of`` on the bounds of each.

        Raises:
            DateError: One of the periods allows no reading as of that day.

        Example:
            >>> from datetime import date
            >>> import endorsecheck as ec
            >>> one, other = ec.Period.parse("2015", "2018"), ec.Period.parse("2019", "2021")
            >>> shared = one.overlap(other, as_of=date(2026, 6, 30))
            >>> shared.certainty, shared.gap_days
            (<Certainty.IMPOSSIBLE: 'impossible'>, 0)
        """
        return overlap_of(self.bounds(as_of), other.bounds(as_of))

    def _last_days(self, as_of: dt.date) -> tuple[int | None, int]:
        """Give the earliest and latest last day, as the end alone allows them."""
        if isinstance(self.end, PartialDate):
            return self.end.earliest.toordinal(), self.end.latest.toordinal()
        recorded = as_of.toordinal()
        return (recorded if self.end is DateMark.ONGOING else None), recorded


_bounds = maker(Bounds, "first_earliest", "first_latest", "last_earliest", "last_latest")


def _check_end(place: str, date: object) -> None:
    """Refuse what cannot stand at the start or the end of a period."""
    if not isinstance(date, PartialDate | DateMark):
        found = shown(date)
        msg = f"Period.{place}: expected a PartialDate or a DateMark, found {found}"
        raise DateError(msg)
