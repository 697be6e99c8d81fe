"""Endorsements as marks."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pictured import AS_OF, OMAR, RAVI, RESULT, endorsed, parsed, result_of, with_class

import endorsecheck as ec
from endorsecheck._pictures import elements, mark_shapes
from endorsecheck._pictures.time_axis import Axis

LINE = Axis.of([dt.date(2010, 1, 1).toordinal(), AS_OF.toordinal()], 40, 330)


def marks(someone: ec.Person, *dates: str, skill: str = "Go") -> list[mark_shapes.Mark]:
    """The marks of endorsements on some days."""
    return mark_shapes.marks_of(result_of(*(endorsed(skill, someone, d) for d in dates)).findings)


def on(names: Iterable[str]) -> list[mark_shapes.Mark]:
    """The marks of all findings on some people."""
    return mark_shapes.marks_of(f for f in RESULT.findings if f.endorsement.endorser.name in names)


def test_endorsements_of_one_day_and_verdict_share_a_mark() -> None:
    """The earliest first."""
    early, late = on(["Ravi Shah"])
    assert early.told == "endorsed for Leadership 2015-06-02: cannot attest"
    assert late.told == "endorsed for Go, Kubernetes, Python 2018-01-04: can attest"


def test_hidden_endorsements_have_a_mark_of_their_own() -> None:
    """It says that the profile does not show them."""
    hidden, shown = on(["Omar Haddad"])
    assert hidden.told.endswith("Go 2021-02-02, not shown on the profile: cannot attest")
    assert shown.is_shown


def test_unknown_day_comes_last_and_is_told() -> None:
    """It has no days."""
    known, unknown = marks(RAVI, "", "2018-01-04")
    assert known.days == (dt.date(2018, 1, 4).toordinal(),) * 2
    assert unknown.days is None
    assert unknown.told == "endorsed for Go on an unknown day: might attest"


@pytest.mark.parametrize(
    ("date", "path"),
    [
        pytest.param("2018-01-04", "M{x} 110V5", id="day"),
        pytest.param("2018-01", "M{x} 110V5", id="month-too-narrow-for-two-lines"),
        pytest.param("2018", "M{left} 5V110H{right}V5", id="year"),
        pytest.param("", "", id="unknown"),
    ],
)
def test_stem_encloses_the_days_that_a_date_could_mean(date: str, path: str) -> None:
    """One line for a day, two for a coarse date, none for an unknown one."""
    (place,) = mark_shapes.placed(marks(RAVI, date), LINE)
    left, right = (LINE.x(dt.date(year, 1, 1).toordinal()) for year in (2018, 2019))
    numbers = {"x": place.x, "left": left, "right": right}
    expected = path.format(**{name: elements.number(x) for name, x in numbers.items()})
    drawn = mark_shapes.stem(place, LINE, 100, 5)
    assert expected == (parsed(drawn).get("d") if drawn else "")


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        pytest.param("2012-01-01", "2012-01-01 Go", id="early-on-the-right"),
        pytest.param("2026-01-01", "2026-01-01 Go", id="late-on-the-left"),
        pytest.param("", "date unknown Go", id="unknown"),
    ],
)
def test_label_tells_day_and_skill(date: str, expected: str) -> None:
    """Beside the mark, on the axis."""
    (place,) = mark_shapes.placed(marks(RAVI, date), LINE)
    assert expected == place.text
    assert LINE.left <= place.text_at
    assert place.text_at + elements.width_of(place.text, 11) <= LINE.right


def test_label_says_how_many_more_and_what_is_hidden() -> None:
    """The first skill is named."""
    places = mark_shapes.placed(on(["Ravi Shah", "Omar Haddad"]), LINE)
    found = [place.text for place in places]
    assert "2018-01-04 Go +2" in found
    assert "2021-02-02 Go, not shown" in found


def test_marks_that_are_drawn_show_every_verdict() -> None:
    """However many of one came first; in the order of time."""
    found = [
        mark_shapes.Mark(
            date=ec.PartialDate(2000 + i), verdict=verdict, is_shown=True, skills=("Go", "C")
        )
        for i, verdict in enumerate([ec.Verdict.CANNOT_ATTEST] * 8 + [ec.Verdict.CAN_ATTEST] * 2)
    ]
    drawn = mark_shapes.most_telling(found)
    assert [str(mark.date) for mark in drawn] == ["2000", "2001", "2002", "2003", "2008", "2009"]
    assert mark_shapes.rest_of(found, drawn) == "and 8 more: cannot attest"
    assert mark_shapes.rest_of(found, drawn[:5]) == "and 10 more: 2 can, 8 cannot"
    assert mark_shapes.rest_of(drawn, drawn) == ""


@pytest.mark.parametrize(
    ("date", "expected"),
    [pytest.param("2012-01-01", 0, id="on-the-right"), pytest.param("2026-01-01", 1, id="left")],
)
def test_label_stands_off_its_mark_in_any_font(date: str, expected: int) -> None:
    """It begins beside the mark, or ends there."""
    (place,) = mark_shapes.placed(marks(RAVI, date), LINE)
    tree = parsed(mark_shapes.draw(place, 10))
    ends = with_class(tree, "ec-end")
    assert expected == len(ends)
    (text,) = tree.iter("text")
    assert abs(float(text.get("x", "")) - place.x) == pytest.approx(11, abs=1)


@settings(max_examples=50, deadline=None)
@given(
    st.lists(st.dates(dt.date(2010, 1, 1), AS_OF).map(str), min_size=1, max_size=6, unique=True),
    st.text(min_size=1).filter(str.strip),
)
def test_marks_and_labels_stay_apart_and_on_the_axis(dates: list[str], skill: str) -> None:
    """Long skills are cut, never the day."""
    rows: dict[int, list[tuple[float, float]]] = {}
    for place in mark_shapes.placed(marks(OMAR, *dates, skill=skill), LINE):
        end = place.text_at + elements.width_of(place.text, 11)
        assert str(place.mark.date) in place.text
        assert place.text_at >= LINE.left - 1
        assert end <= LINE.right + 1
        rows.setdefault(place.row, []).append(
            (min(place.x - 6, place.text_at), max(place.x + 6, end))
        )
    for row in rows.values():
        places = sorted(row)
        assert all(one[1] <= other[0] for one, other in itertools.pairwise(places))


@pytest.mark.parametrize("verdict", ec.Verdict)
def test_icon_has_a_shape_and_a_sign(verdict: ec.Verdict) -> None:
    """The small one has the shape alone."""
    assert [each.get("class") for each in parsed(mark_shapes.icon(verdict))] == [
        "ec-shape",
        "ec-sign",
    ]
    assert [each.get("class") for each in parsed(mark_shapes.small(verdict, 5, 5))] == ["ec-shape"]
