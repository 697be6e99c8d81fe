"""Days on a line."""

from __future__ import annotations

import datetime as dt
import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from endorsecheck._pictures.time_axis import Axis

days = st.dates(dt.date.min, dt.date.max).map(dt.date.toordinal)
several = st.lists(days, min_size=1, max_size=5)


def axis(*texts: str, left: float = 0, right: float = 600) -> Axis:
    """The axis on which some days lie."""
    return Axis.of([dt.date.fromisoformat(each).toordinal() for each in texts], left, right)


@given(several, days, days)
def test_later_days_stand_further_right(shown: list[int], one: int, other: int) -> None:
    """And none beyond the ends."""
    line = Axis.of(shown, 10, 600)
    first, last = sorted((one, other))
    assert 10 <= line.x(first) <= line.x(last) <= 600


@given(several)
def test_all_days_given_are_shown(shown: list[int]) -> None:
    """The first and the last have their whole width on the axis."""
    line = Axis.of(shown, 10, 600)
    assert line.first <= min(shown)
    assert max(shown) <= line.last


@given(several, days, st.integers(0, 9_999))
def test_stretches_are_wide_enough_to_be_seen(shown: list[int], first: int, more: int) -> None:
    """Two px at least, and never beyond the ends."""
    line = Axis.of(shown, 10, 600)
    x0, x1 = line.stretch(first, first + more)
    assert x1 - x0 >= 1.99
    assert x0 >= 10
    assert x1 <= 600.01


def test_stretch_from_before_the_axis_begins_at_its_left() -> None:
    """``None`` stands for no limit."""
    line = axis("2015-01-01", "2019-01-01", left=30)
    assert line.stretch(None, line.last) == (30, 600)


@given(several, st.integers(150, 1_900))
def test_years_stand_apart(shown: list[int], width: int) -> None:
    """There is room for each number, in order."""
    places = [x for x, _ in Axis.of(shown, 0, width).ticks()]
    assert all(right - left >= 37 for left, right in itertools.pairwise(places))


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        pytest.param("2015-06-01", "2019-06-01", ["2016", "2017", "2018", "2019"], id="years"),
        pytest.param("1998-01-01", "2026-01-01", [str(y) for y in range(1998, 2027, 2)], id="two"),
        pytest.param("1900-06-01", "2100-06-01", [str(y) for y in range(1900, 2101, 20)], id="20"),
        pytest.param("2020-03-01", "2020-03-01", ["2020"], id="one-day"),
    ],
)
def test_years_are_round_numbers(first: str, last: str, expected: list[str]) -> None:
    """As many as there is room for."""
    assert expected == [year for _, year in axis(first, last).ticks()]


def test_lines_carry_their_years() -> None:
    """One upright line in one path for each number."""
    drawn = axis("2015-06-01", "2017-06-01").lines(5, 95)
    assert re.findall(r">(\d+)<", drawn) == ["2016", "2017"]
    assert drawn.count(" 5V95") == 2


def test_stretches_that_meet_are_one() -> None:
    """Also those that overlap or lie within one another."""
    line = Axis(first=1, last=100, left=0, right=100)
    assert line.stretches([(41, 50), (1, 10), (11, 20), (42, 45)]) == [(0, 20), (40, 50)]
