"""Whatever is said about two periods holds for every reading of both, counted one by one."""

import datetime as dt
import pickle

import pytest
import strategies
from hypothesis import given

from endorsecheck.dates import (
    Bounds,
    Certainty,
    DateLike,
    DateMark,
    Overlap,
    PartialDate,
    Timing,
    Window,
    overlap_of,
)

FLOOR = strategies.BASE_DAY - 3
"""Stands in for the first of all days: earlier than any limit that the strategies give."""

MARCH = dt.date(2019, 3, 1).toordinal()


def readings(bounds: Bounds) -> list[tuple[int, int]]:
    """List the first and last days that the bounds allow, none before the floor."""
    earliest = FLOOR if bounds.first_earliest is None else bounds.first_earliest
    ends = range(
        FLOOR if bounds.last_earliest is None else bounds.last_earliest, bounds.last_latest + 1
    )
    starts = range(earliest, bounds.first_latest + 1)
    return [(start, end) for start in starts for end in ends if start <= end]


def shared_days(a: Bounds, b: Bounds, window: Window) -> list[range]:
    """List the days that each pair of readings shares inside the window."""
    opens = FLOOR if window[0] is None else window[0]
    closes = a.last_latest if window[1] is None else window[1]
    return [
        range(max(start, other_start, opens), min(end, other_end, closes) + 1)
        for start, end in readings(a)
        for other_start, other_end in readings(b)
    ]


def enumerated(a: Bounds, b: Bounds, window: Window) -> Overlap:
    """Weigh two periods by looking at every pair of readings."""
    shared = shared_days(a, b, window)
    firsts = [days.start for days in shared if days]
    no_limit = {a.first_earliest, b.first_earliest, window[0]} == {None}
    if not firsts:
        apart = min(
            max(start, other_start) - min(end, other_end) - 1
            for start, end in readings(a)
            for other_start, other_end in readings(b)
        )
        return Overlap(min_days=0, max_days=0, gap_days=apart if apart >= 0 else None)
    return Overlap(
        min_days=min(map(len, shared)),
        max_days=None if no_limit else max(map(len, shared)),
        first_day_earliest=None if no_limit else dt.date.fromordinal(min(firsts)),
        first_day_latest=dt.date.fromordinal(max(firsts)),
    )


@given(strategies.bounds(), strategies.bounds())
def test_overlap_is_that_of_all_readings(a: Bounds, b: Bounds) -> None:
    """Days, first days and gap are those found by enumerating all pairs of readings."""
    assert enumerated(a, b, (None, None)) == overlap_of(a, b)


@given(strategies.bounds(), strategies.bounds(), strategies.windows())
def test_overlap_in_a_window_is_that_of_all_readings(a: Bounds, b: Bounds, window: Window) -> None:
    """The same holds where the shared days are cut to a window, be it empty."""
    assert enumerated(a, b, window) == overlap_of(a, b, window=window)


@given(strategies.bounds(), strategies.bounds(), strategies.windows())
def test_certainty_is_that_of_all_readings(a: Bounds, b: Bounds, window: Window) -> None:
    """Certain is every pair of readings, impossible is none, possible is the rest."""
    sharing = [bool(days) for days in shared_days(a, b, window)]
    firm = Certainty.CERTAIN if all(sharing) else Certainty.IMPOSSIBLE
    expected = Certainty.POSSIBLE if len(set(sharing)) > 1 else firm
    assert expected is overlap_of(a, b, window=window).certainty


@given(strategies.bounds(), strategies.bounds(), strategies.windows())
def test_overlap_is_symmetric(a: Bounds, b: Bounds, window: Window) -> None:
    """It does not matter which period is named first."""
    assert overlap_of(b, a, window=window) == overlap_of(a, b, window=window)


@given(strategies.bounds(), strategies.bounds(), strategies.windows())
def test_least_days_are_never_more_than_the_most(a: Bounds, b: Bounds, window: Window) -> None:
    """So whatever is certain is possible."""
    overlap = overlap_of(a, b, window=window)
    assert overlap.max_days is None or overlap.min_days <= overlap.max_days


@given(strategies.bounds(), strategies.bounds(), strategies.windows())
def test_a_window_adds_no_day(a: Bounds, b: Bounds, window: Window) -> None:
    """Cutting the shared days never makes them more."""
    assert overlap_of(a, b, window=window).min_days <= overlap_of(a, b).min_days


@given(strategies.bounds(), strategies.bounds(), strategies.nearby_dates())
def test_timing_is_that_of_all_readings(a: Bounds, b: Bounds, date: PartialDate) -> None:
    """A date is before, or not before, if each of its days is, in every sharing pair."""
    firsts = [days.start for days in shared_days(a, b, (None, None)) if days]
    no_limit = a.first_earliest is None and b.first_earliest is None
    expected = Timing.UNCLEAR
    if firsts and date.earliest.toordinal() >= max(firsts):
        expected = Timing.NOT_BEFORE
    elif firsts and not no_limit and date.latest.toordinal() < min(firsts):
        expected = Timing.BEFORE
    assert expected is overlap_of(a, b).timing(date)


@pytest.mark.parametrize(
    ("expected", "window"),
    [
        pytest.param(31, (None, None), id="open"),
        pytest.param(11, (MARCH + 20, None), id="opens-on-the-21st"),
        pytest.param(21, (None, MARCH + 20), id="closes-on-the-21st"),
        pytest.param(1, (MARCH + 20, MARCH + 20), id="a-single-day"),
        pytest.param(1, (MARCH + 30, None), id="opens-on-the-last-day"),
        pytest.param(1, (None, MARCH), id="closes-on-the-first-day"),
        pytest.param(0, (MARCH + 31, None), id="opens-the-day-after"),
        pytest.param(0, (None, MARCH - 1), id="closes-the-day-before"),
        pytest.param(0, (MARCH + 21, MARCH + 20), id="empty"),
    ],
)
def test_shared_days_are_cut_to_the_window(expected: int, window: Window) -> None:
    """Both ends of the window count, and days outside do not."""
    march = Bounds(MARCH, MARCH, MARCH + 30, MARCH + 30)
    assert expected == overlap_of(march, march, window=window).min_days


@pytest.mark.parametrize(
    ("expected", "start"),
    [
        pytest.param(0, MARCH + 1, id="neighbours"),
        pytest.param(1, MARCH + 2, id="a-day-apart"),
        pytest.param(30, MARCH + 31, id="a-month-apart"),
        pytest.param(None, MARCH, id="meeting"),
    ],
)
def test_gap_counts_the_days_between(expected: int | None, start: int) -> None:
    """Two periods that cannot meet have the days strictly between them as their gap."""
    day = Bounds(MARCH, MARCH, MARCH, MARCH)
    assert expected == overlap_of(day, Bounds(start, start, start, start)).gap_days


def test_window_alone_leaves_no_gap() -> None:
    """Two periods that a window keeps from counting are not apart."""
    day = Bounds(MARCH, MARCH, MARCH, MARCH)
    assert Overlap(min_days=0, max_days=0) == overlap_of(day, day, window=(MARCH + 1, None))


@pytest.mark.parametrize(
    ("expected", "date"),
    [
        pytest.param(Timing.BEFORE, PartialDate(2019, 2, 28), id="the-day-before"),
        pytest.param(Timing.BEFORE, PartialDate(2018), id="the-year-before"),
        pytest.param(Timing.UNCLEAR, PartialDate(2019, 3, 1), id="the-earliest-first-day"),
        pytest.param(Timing.UNCLEAR, PartialDate(2019, 3), id="the-same-month"),
        pytest.param(Timing.UNCLEAR, PartialDate(2019), id="the-same-year"),
        pytest.param(Timing.NOT_BEFORE, PartialDate(2019, 3, 31), id="the-latest-first-day"),
        pytest.param(Timing.NOT_BEFORE, PartialDate(2019, 4), id="the-month-after"),
        pytest.param(Timing.UNCLEAR, DateMark.UNKNOWN, id="unknown"),
        pytest.param(Timing.UNCLEAR, DateMark.ONGOING, id="ongoing"),
    ],
)
def test_timing_holds_for_every_day(expected: Timing, date: DateLike) -> None:
    """A date is before the first shared day, or not before it, or that is unclear."""
    overlap = overlap_of(
        Bounds(MARCH, MARCH + 30, MARCH + 60, MARCH + 60),
        Bounds(MARCH - 9, MARCH, MARCH + 99, MARCH + 99),
    )
    assert expected is overlap.timing(date)


def test_timing_is_unclear_without_a_shared_day() -> None:
    """Where no day is shared there is no first one to be before."""
    assert Timing.UNCLEAR is Overlap(min_days=0, max_days=0).timing(PartialDate(2019))


@given(strategies.bounds(), strategies.bounds())
def test_bounds_and_overlaps_survive_pickling(a: Bounds, b: Bounds) -> None:
    """Both may travel to another process."""
    pair = (a, overlap_of(a, b))
    assert pair == pickle.loads(pickle.dumps(pair))


@pytest.mark.parametrize(
    ("bounds", "window"),
    [
        pytest.param(Bounds(10, 10, 20, 40), (30, None), id="opens-after-the-certain-days"),
        pytest.param(Bounds(10, 30, 40, 40), (None, 20), id="closes-before-the-certain-days"),
    ],
)
def test_certain_days_beside_the_window_do_not_count(bounds: Bounds, window: Window) -> None:
    """One limit is enough to leave them out; the days that are only possible may reach in."""
    found = overlap_of(bounds, bounds, window=window)
    assert (found.min_days, found.max_days) == (0, 11)


def test_period_passed_within_itself_still_touches_the_other() -> None:
    """Some day of a month, whichever it is, lies in what begins on the first of it, or before."""
    inside, around = Bounds(1, 31, 1, 31), Bounds(1, 1, 90, 90)
    assert (
        overlap_of(inside, around).min_days,
        overlap_of(around, inside).min_days,
    ) == (1, 1)
