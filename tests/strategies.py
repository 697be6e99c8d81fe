"""Hypothesis strategies that several test files share.

All dates lie in a few years, so that they often meet and every reading can be enumerated. Every
period allows a reading on every day of :func:`as_of_days`, which come after all of these years.
"""

import datetime as dt

from hypothesis import strategies as st

from endorsecheck.dates import Bounds, DateLike, DateMark, PartialDate, Period, Window

FIRST_YEAR = 2019
LAST_YEAR = 2020
BASE_DAY = dt.date(2019, 2, 25).toordinal()
"""First of the few day numbers that :func:`bounds` and :func:`windows` use."""


def full_dates() -> st.SearchStrategy[PartialDate]:
    """Give dates to the day."""
    first, last = dt.date(FIRST_YEAR, 1, 1), dt.date(LAST_YEAR, 12, 31)
    return st.dates(first, last).map(PartialDate.of)


def months() -> st.SearchStrategy[PartialDate]:
    """Give dates to the month."""
    return st.builds(PartialDate, st.integers(FIRST_YEAR, LAST_YEAR), st.integers(1, 12))


def years() -> st.SearchStrategy[PartialDate]:
    """Give dates to the year."""
    return st.builds(PartialDate, st.integers(FIRST_YEAR, LAST_YEAR))


def partial_dates() -> st.SearchStrategy[PartialDate]:
    """Give dates of every precision."""
    return years() | months() | full_dates()


def starts() -> st.SearchStrategy[DateLike]:
    """Give what may stand at the start of a period."""
    return partial_dates() | st.just(DateMark.UNKNOWN)


def ends() -> st.SearchStrategy[DateLike]:
    """Give what may stand at the end of a period."""
    return partial_dates() | st.sampled_from(DateMark)


@st.composite
def periods(draw: st.DrawFn) -> Period:
    """Give periods with ends of every kind, their dates swapped where they came out of order."""
    start, end = draw(starts()), draw(ends())
    if isinstance(start, PartialDate) and isinstance(end, PartialDate) and end < start:
        return Period(end, start)
    return Period(start, end)


def as_of_days() -> st.SearchStrategy[dt.date]:
    """Give days of recording, after every date of the other strategies."""
    return st.dates(dt.date(LAST_YEAR + 1, 1, 1), dt.date(LAST_YEAR + 1, 3, 1))


@st.composite
def narrowed_dates(draw: st.DrawFn, date: DateLike) -> DateLike:
    """Give dates that say as much as this one or more, each day of theirs one of its days.

    An ongoing end stays as it is, and so may anything else.
    """
    if date is DateMark.ONGOING:
        return date
    if isinstance(date, DateMark):
        return draw(starts())
    day = draw(st.dates(date.earliest, date.latest))
    finer = [date, PartialDate.of(day)]
    if date.day is None:
        finer.append(PartialDate(day.year, day.month))
    return draw(st.sampled_from(finer))


@st.composite
def narrowed_periods(draw: st.DrawFn, period: Period) -> Period:
    """Give periods with narrower dates, the same period where these came out of order."""
    start, end = draw(narrowed_dates(period.start)), draw(narrowed_dates(period.end))
    if isinstance(start, PartialDate) and isinstance(end, PartialDate):
        return period if end.latest < start.earliest else Period(start, end)
    return Period(start, end)


@st.composite
def bounds(draw: st.DrawFn) -> Bounds:
    """Give bounds within six days, the limits of the first and the last day often mixed."""
    days = st.integers(BASE_DAY, BASE_DAY + 5)
    first_earliest, lower, upper, last_latest = sorted(draw(st.tuples(days, days, days, days)))
    first_latest, last_earliest = draw(st.permutations([lower, upper]))
    limits = draw(st.sampled_from(["both", "last", "none"]))
    return Bounds(
        first_earliest if limits == "both" else None,
        first_latest,
        None if limits == "none" else last_earliest,
        last_latest,
    )


@st.composite
def nearby_dates(draw: st.DrawFn) -> PartialDate:
    """Give dates of every precision that lie around the days of :func:`bounds`."""
    day = dt.date.fromordinal(draw(st.integers(BASE_DAY - 3, BASE_DAY + 8)))
    fields = (day.year, day.month, day.day)
    return PartialDate(*fields[: draw(st.integers(1, 3))])


def windows() -> st.SearchStrategy[Window]:
    """Give windows around the days of :func:`bounds`, open, closed, and empty ones."""
    limits = st.none() | st.integers(BASE_DAY - 1, BASE_DAY + 6)
    return st.tuples(limits, limits)
