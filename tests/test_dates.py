"""Periods: which readings they allow, and the shared cases on overlap and timing."""

import datetime as dt
import json
import pathlib
import pickle
from typing import Any

import pytest
import strategies
from hypothesis import given, settings
from hypothesis import strategies as st

from endorsecheck.dates import (
    Bounds,
    Certainty,
    DateLike,
    DateMark,
    Overlap,
    PartialDate,
    Period,
    Timing,
    parse_date,
)
from endorsecheck.exceptions import DateError

DATA = pathlib.Path(__file__).parent / "data" / "dates"
AS_OF = dt.date(2026, 6, 30)
FLOOR = dt.date(2018, 12, 1).toordinal()
"""Stands in for the first of all days: earlier than any date that the strategies give."""


def cases(name: str) -> list[Any]:
    """Load a file of shared cases, one parameter each."""
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [pytest.param(case, id=case["id"]) for case in map(json.loads, lines)]


def overlap(case: dict[str, Any]) -> Overlap:
    """Weigh the two periods of a shared case."""
    one = Period.parse(case["a_start"], case["a_end"])
    other = Period.parse(case["b_start"], case["b_end"])
    return one.overlap(other, as_of=dt.date.fromisoformat(case["as_of"]))


def is_error(case: dict[str, Any]) -> bool:
    """Tell whether a shared case allows no answer."""
    return bool(case["verdict"] == "error")


OVERLAPS = cases("overlap_dev.jsonl")


@pytest.mark.parametrize("case", [it for it in OVERLAPS if not is_error(it.values[0])])
def test_shared_overlap_case(case: dict[str, Any]) -> None:
    """The verdict and the days are those of the shared case."""
    found = overlap(case)
    expected = (Certainty(case["verdict"]), case["min_days"], case["max_days"])
    assert expected == (found.certainty, found.min_days, found.max_days)


@pytest.mark.parametrize("case", [it for it in OVERLAPS if is_error(it.values[0])])
def test_shared_overlap_case_without_a_reading(case: dict[str, Any]) -> None:
    """A cell that is no date and a period without a reading are errors."""
    with pytest.raises(DateError):
        overlap(case)


@pytest.mark.parametrize("case", cases("timing_dev.jsonl"))
def test_shared_timing_case(case: dict[str, Any]) -> None:
    """The timing and the limits of the first shared day are those of the shared case."""
    found = overlap(case)
    firsts = (found.first_day_earliest, found.first_day_latest)
    timing = found.timing(parse_date(case["endorsed"])).value.replace("-", "_")
    impossible = found.certainty is Certainty.IMPOSSIBLE
    assert (case["timing"], case["first_day_min"], case["first_day_max"]) == (
        "no_overlap" if impossible else timing,
        *(first and first.isoformat() for first in firsts),
    )


def meanings(date: DateLike, as_of: dt.date) -> range:
    """List the days that an end of a period could mean, none before the floor."""
    if isinstance(date, PartialDate):
        return range(date.earliest.toordinal(), date.latest.toordinal() + 1)
    only = as_of.toordinal()
    return range(only if date is DateMark.ONGOING else FLOOR, only + 1)


@settings(max_examples=50)
@given(strategies.periods(), strategies.as_of_days())
def test_bounds_are_those_of_all_readings(period: Period, as_of: dt.date) -> None:
    """The limits of the first and the last day are those found by enumerating the readings."""
    starts, ends = meanings(period.start, as_of), meanings(period.end, as_of)
    firsts = [start for start in starts if any(start <= end for end in ends)]
    lasts = [end for end in ends if any(start <= end for start in starts)]
    open_start = period.start is DateMark.UNKNOWN
    open_end = open_start and period.end is DateMark.UNKNOWN
    assert period.bounds(as_of) == Bounds(
        None if open_start else firsts[0],
        firsts[-1],
        None if open_end else lasts[0],
        lasts[-1],
    )


@given(st.data(), strategies.periods(), strategies.periods(), strategies.as_of_days())
def test_narrowing_a_date_refines_the_overlap(
    data: st.DataObject, period: Period, other: Period, as_of: dt.date
) -> None:
    """Firm answers stay, and the days and first days of a narrower period lie within the old."""
    coarse = period.overlap(other, as_of=as_of)
    narrow = data.draw(strategies.narrowed_periods(period)).overlap(other, as_of=as_of)
    assert coarse.certainty in {Certainty.POSSIBLE, narrow.certainty}
    assert coarse.min_days <= narrow.min_days
    assert coarse.max_days is None or (narrow.max_days or 0) <= coarse.max_days
    assert coarse.first_day_earliest is None or (
        coarse.first_day_earliest <= (narrow.first_day_earliest or dt.date.max)
    )
    assert (narrow.first_day_latest or dt.date.min) <= (coarse.first_day_latest or dt.date.min)


@given(st.data(), strategies.periods(), strategies.periods(), strategies.partial_dates())
def test_narrowing_a_date_keeps_firm_timing(
    data: st.DataObject, period: Period, other: Period, date: PartialDate
) -> None:
    """Before and not before stay what they are if the date of the endorsement is narrower."""
    shared = period.overlap(other, as_of=AS_OF)
    narrow = data.draw(strategies.narrowed_dates(date))
    assert shared.timing(date) in {Timing.UNCLEAR, shared.timing(narrow)}


@given(strategies.periods(), strategies.periods(), strategies.as_of_days())
def test_overlap_is_symmetric(period: Period, other: Period, as_of: dt.date) -> None:
    """It does not matter which period is asked."""
    assert other.overlap(period, as_of=as_of) == period.overlap(other, as_of=as_of)


@given(strategies.periods())
def test_text_of_a_period_reads_back(period: Period) -> None:
    """What ``str`` writes is read as the same period."""
    assert period == Period.parse(*str(period).split(" to "))


@given(strategies.periods())
def test_period_survives_pickling(period: Period) -> None:
    """A period may travel to another process, and equals its copy."""
    assert {period} == {pickle.loads(pickle.dumps(period))}


def test_period_is_unknown_where_nothing_is_said() -> None:
    """Without dates both ends are unknown."""
    assert Period(DateMark.UNKNOWN, DateMark.UNKNOWN) == Period()


def test_period_passes_the_hint_on() -> None:
    """The hint decides both cells."""
    expected = Period(PartialDate(2019, 4, 3), PartialDate(2019, 6, 5))
    assert expected == Period.parse("03/04/2019", "05/06/2019", dayfirst=True)


@pytest.mark.parametrize(
    ("expected", "start", "end"),
    [
        pytest.param(
            "period '2019-03 to 2019-02': expected an end on or after the start",
            *(PartialDate(2019, 3), PartialDate(2019, 2)),
            id="ends-before-it-starts",
        ),
        pytest.param(
            "period 'ongoing to 2019': expected a start that is a date or unknown",
            *(DateMark.ONGOING, PartialDate(2019)),
            id="starts-ongoing",
        ),
        pytest.param(
            "Period.start: expected a PartialDate or a DateMark, found '2019'",
            *("2019", DateMark.UNKNOWN),
            id="text-for-a-start",
        ),
        pytest.param(
            "Period.end: expected a PartialDate or a DateMark, found a value of type NoneType",
            *(PartialDate(2019), None),
            id="none-for-an-end",
        ),
    ],
)
def test_period_is_refused(expected: str, start: Any, end: Any) -> None:
    """What can be no period is refused when it is made."""
    with pytest.raises(DateError) as caught:
        Period(start, end)
    assert expected == str(caught.value)


@pytest.mark.parametrize("end", [pytest.param(mark, id=mark.value) for mark in DateMark])
def test_period_that_starts_after_its_recording_has_no_bounds(end: DateMark) -> None:
    """Nobody can have started after the day on which that was written down."""
    period = Period(PartialDate(2026, 7), end)
    expected = (
        f"period '2026-07 to {end}': expected a start on or before 2026-06-30, "
        "when it was recorded"
    )
    with pytest.raises(DateError) as caught:
        period.bounds(AS_OF)
    assert expected == str(caught.value)


def test_written_end_after_the_recording_is_taken_as_stated() -> None:
    """A day of recording limits ends that are not written out, and no others."""
    end = dt.date(2027, 12, 31).toordinal()
    assert end == Period(PartialDate(2027), PartialDate(2027)).bounds(AS_OF).last_latest


@pytest.mark.parametrize(
    "period",
    [
        pytest.param(Period(), id="unknown"),
        pytest.param(Period(PartialDate(2019), PartialDate(2020)), id="dated"),
    ],
)
def test_day_of_recording_must_be_a_date(period: Period) -> None:
    """A text is not taken for a day, be the day needed or not."""
    text: Any = "2026-06-30"
    with pytest.raises(DateError) as caught:
        period.bounds(text)
    assert str(caught.value) == "as_of: expected a datetime.date, found '2026-06-30'"
