"""Where two stays meet, or how far apart they lie."""

from __future__ import annotations

import datetime as dt

import attrs
import pytest
from audit_strategies import Scene, profile, scenes
from hypothesis import given, settings
from pictured import (
    AS_OF,
    DANA,
    LENA,
    PRIYA,
    RAVI,
    RESULT,
    endorsed,
    parsed,
    person,
    result_of,
    stay,
    texts,
    with_class,
)

import endorsecheck as ec
from endorsecheck._pictures import band_shapes, bar_shapes, elements
from endorsecheck._pictures.time_axis import Axis

LINE = Axis.of([dt.date(2010, 1, 1).toordinal(), AS_OF.toordinal()], 40, 700)


def bands(result: ec.AuditResult) -> list[band_shapes.Band]:
    """The bands of all findings, which are on one person."""
    found = result.findings
    someone = found[0].person
    assert someone is not None
    mine, theirs = (bar_shapes.bars_of(each, result.as_of) for each in (result.owner, someone))
    return band_shapes.bands_of(band_shapes.telling(band_shapes.weighed(found)), mine, theirs)


def on(
    someone: ec.Person, *, owner: ec.Person = DANA, date: str = "2023"
) -> list[band_shapes.Band]:
    """The bands between Dana and somebody."""
    return bands(result_of(endorsed("Go", someone, date), owner=owner))


def days(*texts: str) -> tuple[int, ...]:
    """Day numbers."""
    return tuple(dt.date.fromisoformat(each).toordinal() for each in texts)


def test_shared_stretch_names_certain_and_possible_days() -> None:
    """Ravi came in June 2016 and left in 2018; Dana was there on all of these days."""
    best = on(RAVI)[0]
    assert days("2016-06-30", "2018-01-01") == best.certain
    assert days("2016-06-01", "2018-12-31") == best.possible
    assert (best.tint, best.text) == ("can", "at least 1 year 6 months shared")


def test_possible_stretch_has_no_certain_days() -> None:
    """Priya left Borealis in 2019, in which Dana came."""
    (band,) = on(PRIYA)
    assert band.certain is None
    assert days("2019-05-01", "2019-12-31") == band.possible
    assert (band.tint, band.text) == ("might", "perhaps shared")


def test_unlimited_stretch_begins_before_the_axis() -> None:
    """Where neither start is known."""
    unknown = stay("Acme Corp", "", "2016")
    (band,) = on(person("Mia", unknown), owner=person("Dana", unknown))
    assert band.possible == (None, *days("2016-12-31"))


def test_gap_lies_between_the_two_stays() -> None:
    """From the day after the one left to the day before the other came."""
    (band,) = on(LENA)
    assert band.is_gap
    assert days("2019-04-01", "2020-04-30") == band.possible
    assert (band.tint, band.text) == ("cannot", "at least 1 year 1 month apart")


def test_gap_is_told_where_the_endorser_left_first() -> None:
    """It lies before the owner's stay."""
    (band,) = on(person("Mia", stay("Borealis Analytics", "2012", "2015-06-30")))
    assert days("2015-07-01", "2019-04-30") == band.possible


def test_neighbours_share_no_day() -> None:
    """There is no gap to be measured."""
    (band,) = on(person("Mia", stay("Acme Corp", "2019-04", "2020")))
    assert band.text == "no day shared"


def test_certain_day_without_a_place_is_not_drawn_as_certain() -> None:
    """Both were there in one month, one of them all of it: which day it was is not known."""
    (band,) = on(
        person("Mia", stay("Acme Corp", "2019-03", "2019-03")),
        owner=person("Dana", stay("Acme Corp", "2019-03-01", "2019-03-31")),
    )
    assert band.certain is None
    assert band.text == "at least 1 day shared"


def test_pair_is_drawn_once_in_its_best_standing() -> None:
    """Endorsed once before the shared time and once after it."""
    early, late = endorsed("Go", RAVI, "2015-01-01"), endorsed("Go", RAVI, "2020-01-01")
    assert {"can"} == {band.tint for band in bands(result_of(early, late))}


def test_near_miss_is_left_out_where_there_is_more() -> None:
    """Ravi's other time at Acme is no news."""
    twice = person("Mia", stay("Acme Corp", "2016", "2017"), stay("Acme Corp", "2021", "2022"))
    assert not any(band.is_gap for band in on(twice))


def test_bands_of_bars_that_are_not_drawn_are_left_out() -> None:
    """There is nothing they could reach to."""
    evidence = RESULT.can_attest[0].evidence
    assert band_shapes.bands_of(evidence, [], []) == []


def test_band_within_another_to_the_same_bar_is_not_drawn_twice() -> None:
    """The project lies within the job."""
    found = on(RAVI)
    assert [band.mine.name for band in found] == ["Acme Corp", "Apollo"]
    assert [band.mine.name for band in band_shapes.distinct(found)] == ["Acme Corp"]


def test_lesser_band_within_a_better_one_is_not_drawn() -> None:
    """Two colours on one another would be a third one."""
    best = on(RAVI)[0]
    first, last = best.possible
    lesser = attrs.evolve(best, tint="might", possible=((first or 0) + 9, last - 9))
    assert band_shapes.distinct([best, lesser]) == [best]
    assert band_shapes.distinct([lesser, best]) == [lesser, best]


def test_bands_to_two_bars_are_both_drawn() -> None:
    """Two stays, two bands."""
    twice = person(
        "Mia", stay("Acme Corp", "2016", "2017"), stay("Norvane Systems", "2012", "2013")
    )
    assert len(band_shapes.distinct(on(twice))) >= 2


def test_drawn_band_shows_certain_days_strong() -> None:
    """Within the faint stretch of possible ones."""
    tree = parsed(band_shapes.draw(on(RAVI)[0], LINE, 10, 90))
    (faint,), (strong,) = with_class(tree, "ec-maybe"), with_class(tree, "ec-sure")
    assert float(faint.get("width", "")) > float(strong.get("width", ""))
    assert with_class(parsed(band_shapes.draw(on(PRIYA)[0], LINE, 10, 90)), "ec-sure") == []


@pytest.mark.parametrize(
    ("someone", "solid", "hatched", "gap"),
    [
        pytest.param(RAVI, True, True, False, id="certain"),
        pytest.param(PRIYA, False, True, False, id="possible"),
        pytest.param(LENA, False, False, True, id="apart"),
    ],
)
def test_band_as_a_bar_shows_what_is_certain(
    someone: ec.Person, *, solid: bool, hatched: bool, gap: bool
) -> None:
    """Solid, hatched, or a broken line."""
    tree = parsed(elements.group([band_shapes.bar(on(someone)[0], LINE, 20)]))
    widths = [float(each.get("width", "")) for each in with_class(tree, "ec-fill")]
    assert solid == any(widths)
    assert hatched == bool(with_class(tree, "ec-hatch"))
    assert gap == bool(with_class(tree, "ec-gap"))


def test_captions_do_not_collide() -> None:
    """The first one's words are kept."""
    found = on(RAVI)
    assert texts(parsed(elements.group(band_shapes.captions(found, LINE, 5)))) == [found[0].text]


@pytest.mark.parametrize(
    ("apart", "expected"),
    [pytest.param(4, 1, id="would-touch"), pytest.param(16, 2, id="apart")],
)
def test_captions_without_air_between_them_are_not_both_written(apart: int, expected: int) -> None:
    """Else two would read as one."""
    one = on(RAVI)[0]
    width = elements.width_of(one.text, elements.BOLD) + apart
    shift = round(width * LINE.days / (LINE.right - LINE.left))
    first, last = one.certain or (0, 0)
    beside = attrs.evolve(one, certain=(first + shift, last + shift))
    assert expected == len(band_shapes.captions([one, beside], LINE, 5))


@settings(max_examples=50, deadline=None)
@given(scenes())
def test_certain_days_lie_within_possible_ones_and_within_both_stays(scene: Scene) -> None:
    """Whatever the periods."""
    for band in bands(ec.audit(profile(scene))):
        first, last = band.possible
        if band.certain:
            assert first is None or first <= band.certain[0]
            assert band.certain[1] <= last
            for bar in (band.mine, band.theirs):
                assert bar.certain is not None
                assert bar.certain[0] <= band.certain[0] <= band.certain[1] <= bar.certain[1]
