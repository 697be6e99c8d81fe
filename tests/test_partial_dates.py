"""Partial dates: what they stand for, what they refuse, and the reading of them."""

import calendar
import copy
import datetime as dt
import enum
import pickle
from typing import Any

import pytest
import strategies
from hypothesis import given
from hypothesis import strategies as st

from endorsecheck.dates import DateMark, PartialDate, parse_date
from endorsecheck.exceptions import DateError


@pytest.mark.parametrize(
    ("expected", "date"),
    [
        pytest.param(("2019", "year", "2019-01-01", "2019-12-31"), PartialDate(2019), id="year"),
        pytest.param(
            ("2020-02", "month", "2020-02-01", "2020-02-29"), PartialDate(2020, 2), id="month"
        ),
        pytest.param(
            ("2019-03-09", "day", "2019-03-09", "2019-03-09"), PartialDate(2019, 3, 9), id="day"
        ),
        pytest.param(
            ("2100-12", "month", "2100-12-01", "2100-12-31"), PartialDate(2100, 12), id="last"
        ),
    ],
)
def test_partial_date_says_what_it_stands_for(
    expected: tuple[str, ...], date: PartialDate
) -> None:
    """Text, precision and both limits follow from the parts that are known."""
    assert expected == (str(date), date.precision, str(date.earliest), str(date.latest))


def test_date_shows_the_parts_it_was_made_of() -> None:
    """And not the limits that follow from them."""
    assert repr(PartialDate(2019, 3)) == "PartialDate(year=2019, month=3, day=None)"


@given(strategies.partial_dates())
def test_precision_is_that_of_the_range(date: PartialDate) -> None:
    """The range is one day, the month's days, or the year's days."""
    month_days = calendar.monthrange(date.year, date.month or 1)[1]
    year_days = 366 if calendar.isleap(date.year) else 365
    expected = {"day": 1, "month": month_days, "year": year_days}[date.precision]
    assert expected == (date.latest - date.earliest).days + 1


@given(strategies.partial_dates(), strategies.partial_dates())
def test_dates_are_ordered_by_their_limits(one: PartialDate, other: PartialDate) -> None:
    """The earlier earliest day comes first, then the earlier latest day."""
    expected = (one.earliest, one.latest) < (other.earliest, other.latest)
    assert expected == (one < other) == (other > one) == (not one >= other)


def test_dates_are_not_ordered_with_other_things() -> None:
    """Comparing with what is no partial date is a mistake of the caller."""
    other: Any = dt.date(2019, 1, 1)
    with pytest.raises(TypeError):
        sorted([PartialDate(2019), other])


@given(strategies.partial_dates())
def test_text_of_a_date_reads_back(date: PartialDate) -> None:
    """What ``str`` writes is read as the same date, whatever the hint."""
    assert date == parse_date(str(date)) == parse_date(str(date), dayfirst=True)


@pytest.mark.parametrize("mark", [pytest.param(mark, id=mark.value) for mark in DateMark])
def test_text_of_a_mark_reads_back(mark: DateMark) -> None:
    """The words for the two marks are among those that are read."""
    assert mark is parse_date(str(mark))


@given(strategies.partial_dates())
def test_date_survives_copying(date: PartialDate) -> None:
    """Copies are equal, hash alike and keep their limits."""
    pickled = pickle.loads(pickle.dumps(date))
    assert {date} == {pickled, copy.copy(date), copy.deepcopy(date)}
    assert (date.earliest, date.latest) == (pickled.earliest, pickled.latest)


@given(st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31)), st.times())
def test_date_is_made_of_a_day_with_or_without_a_time(day: dt.date, time: dt.time) -> None:
    """The time of a moment is dropped."""
    expected = PartialDate(day.year, day.month, day.day)
    assert expected == PartialDate.of(day) == PartialDate.of(dt.datetime.combine(day, time))


def test_date_is_made_of_nothing_else() -> None:
    """A text is for ``parse_date``."""
    text: Any = "2019-03-12"
    with pytest.raises(DateError) as caught:
        PartialDate.of(text)
    assert str(caught.value) == "PartialDate.of: expected a datetime.date, found '2019-03-12'"


class Month(enum.IntEnum):
    """Whole numbers under another name."""

    MARCH = 3


def test_whole_numbers_of_other_types_are_taken() -> None:
    """An integer of a derived type is an integer."""
    assert str(PartialDate(2019, Month.MARCH)) == "2019-03"


@pytest.mark.parametrize(
    ("expected", "fields"),
    [
        pytest.param(
            "PartialDate: expected a year from 1900 to 2100, found 1899", (1899,), id="y"
        ),
        pytest.param(
            "PartialDate: expected a year from 1900 to 2100, found 2101", (2101,), id="z"
        ),
        pytest.param(
            "PartialDate: expected a year from 1900 to 2100, found a value of type int",
            (10**5000,),
            id="huge-year",
        ),
        pytest.param(
            "PartialDate: expected a year from 1900 to 2100, found 1099511627775",
            (2**40 - 1,),
            id="largest-year-that-is-shown",
        ),
        pytest.param(
            "PartialDate: expected a month from 1 to 12, found 0", (2019, 0), id="month-zero"
        ),
        pytest.param(
            "PartialDate: expected a month from 1 to 12, found 13", (2019, 13), id="month-13"
        ),
        pytest.param(
            "PartialDate: expected a day from 1 to 28 in 2019-02, found 29",
            (2019, 2, 29),
            id="no-leap-year",
        ),
        pytest.param(
            "PartialDate: expected a day from 1 to 31 in 2019-03, found 0", (2019, 3, 0), id="day"
        ),
        pytest.param(
            "PartialDate: expected a month where there is a day", (2019, None, 3), id="no-month"
        ),
        pytest.param(
            "PartialDate.year: expected a whole number, found a value of type NoneType",
            (None,),
            id="no-year",
        ),
        pytest.param(
            "PartialDate.year: expected a whole number, found '2019'", ("2019",), id="text"
        ),
        pytest.param(
            "PartialDate.month: expected a whole number, found True", (2019, True), id="bool"
        ),
        pytest.param(
            "PartialDate.day: expected a whole number, found a value of type float",
            (2019, 3, 1.0),
            id="float",
        ),
    ],
)
def test_date_that_does_not_exist_is_refused(expected: str, fields: tuple[Any, ...]) -> None:
    """The message says which part and what was expected."""
    with pytest.raises(DateError) as caught:
        PartialDate(*fields)
    assert expected == str(caught.value)


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        pytest.param(
            "expected a date as text, found a value of type NoneType", None, id="nothing"
        ),
        pytest.param("expected a date as text, found 2019", 2019, id="number"),
        pytest.param("expected a date as text, found a value of type list", [], id="list"),
        pytest.param(
            f"'{'9' * 40}'... is not a date: expected at most 64 characters, found 200000",
            "9" * 200_000,
            id="far-too-long",
        ),
        pytest.param(
            f"'{'9' * 40}'... is not a date: expected at most 64 characters, found 65",
            f" {'9' * 65} ",
            id="just-too-long",
        ),
        pytest.param(
            f"'{'9' * 40}'... is not a date: expected a four-digit year",
            "9" * 64,
            id="just-not-too-long",
        ),
        pytest.param(
            f"'{'9' * 40}'... is not a date: expected a four-digit year",
            f" {'9' * 64} ",
            id="just-not-too-long-with-blanks",
        ),
        pytest.param(
            f"'{'9' * 40}' is not a date: expected a four-digit year",
            "9" * 40,
            id="shown-whole",
        ),
    ],
)
def test_what_is_no_short_text_is_refused(expected: str, text: Any) -> None:
    """The message is short whatever the value is."""
    with pytest.raises(DateError) as caught:
        parse_date(text)
    assert expected == str(caught.value)


def test_outer_blanks_do_not_count_for_the_length() -> None:
    """However many blanks stand around a date, it is read."""
    assert PartialDate(2019, 3) == parse_date(" " * 100_000 + "Mar 2019" + "\t" * 100_000)


class Cell(str):
    """Text under another name."""

    __slots__ = ()


def test_text_of_a_derived_type_is_read() -> None:
    """A derived text is text."""
    assert PartialDate(2019, 3) == parse_date(Cell("Mar 2019"))


def test_same_text_is_read_once() -> None:
    """A text seen before gives the very same date."""
    assert parse_date("12 Jan 2020") is parse_date("12 Jan 2020")


def test_same_text_fails_the_same_way_twice() -> None:
    """An error remembered is raised anew, not passed around."""
    errors = []
    for _ in range(2):
        with pytest.raises(DateError) as caught:
            parse_date("Mar 19")
        errors.append(caught.value)
    assert str(errors[0]) == str(errors[1]) == "'Mar 19' is not a date: expected a four-digit year"
    assert errors[0] is not errors[1]


@pytest.mark.parametrize(
    ("expected", "dayfirst"),
    [
        pytest.param(PartialDate(2019, 4, 3), True, id="day-first"),
        pytest.param(PartialDate(2019, 3, 4), False, id="month-first"),
    ],
)
def test_hint_is_part_of_what_is_remembered(expected: PartialDate, dayfirst: bool) -> None:  # noqa: FBT001
    """The same text with the other hint is another date."""
    assert expected == parse_date("03/04/2019", dayfirst=dayfirst)
