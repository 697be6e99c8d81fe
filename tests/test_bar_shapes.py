"""Engagements as bars."""

from __future__ import annotations

import datetime as dt
import itertools
from xml.etree import ElementTree as ET

import pytest
from audit_strategies import AS_OF, engagements
from hypothesis import given, settings
from hypothesis import strategies as st
from pictured import parsed, person, stay, texts, with_class, xs

import endorsecheck as ec
from endorsecheck._pictures import bar_shapes, elements
from endorsecheck._pictures.time_axis import Axis

RECORDED = dt.date(2026, 6, 30)
LINE = Axis.of([dt.date(2010, 1, 1).toordinal(), RECORDED.toordinal()], 40, 700)


def bar(start: str, end: str) -> bar_shapes.Bar:
    """The bar of a position."""
    (found,) = bar_shapes.bars_of(person("Ravi Shah", stay("Acme Corp", start, end)), RECORDED)
    return found


def drawn(start: str, end: str) -> ET.Element:
    """The bar as a tree."""
    return parsed(elements.group(bar_shapes.shape(bar(start, end), LINE, 20)))


def day(text: str) -> float:
    """Where a day begins."""
    return LINE.x(dt.date.fromisoformat(text).toordinal())


def boxes(tree: ET.Element) -> list[tuple[float, float]]:
    """From where to where the uncertain stretches reach."""
    found = [
        (float(e.get("x", "")), float(e.get("width", ""))) for e in with_class(tree, "ec-soft")
    ]
    return [(x, x + width) for x, width in found]


def test_certain_days_are_solid_and_reach_to_the_end_of_the_last() -> None:
    """With nothing hatched beside them."""
    tree = drawn("2015-01-01", "2019-03-31")
    (solid,) = with_class(tree, "ec-solid")
    places = xs(solid.get("d", ""))
    assert (min(places), max(places)) == pytest.approx(
        (day("2015-01-01"), day("2019-04-01")), abs=0.1
    )
    assert with_class(tree, "ec-hatch") == []


def test_days_that_a_coarse_date_could_mean_are_hatched() -> None:
    """Before and after what is certain."""
    tree = drawn("2015", "2019")
    before, after = boxes(tree)
    assert before == pytest.approx((day("2015-01-01"), day("2015-12-31")), abs=0.2)
    assert after == pytest.approx((day("2019-01-02"), day("2020-01-01")), abs=0.2)
    assert len(with_class(tree, "ec-hatch")) == 2


def test_period_without_a_certain_day_is_hatched_all_over() -> None:
    """No solid part."""
    tree = drawn("2019", "2019")
    assert with_class(tree, "ec-solid") == []
    assert boxes(tree) == [pytest.approx((day("2019-01-01"), day("2020-01-01")), abs=0.2)]


def test_stretch_too_narrow_for_lines_is_faint() -> None:
    """Less than three px."""
    line = Axis.of([LINE.first, LINE.last], 40, 400)
    tree = parsed(elements.group(bar_shapes.shape(bar("2015-01-01", "2019-01"), line, 20)))
    assert len(boxes(tree)) == 1
    assert with_class(tree, "ec-hatch") == []


@pytest.mark.parametrize(
    ("start", "end", "marks", "upright"),
    [
        pytest.param("2015", "", 1, 1, id="unknown-end"),
        pytest.param("", "2015", 1, 1, id="unknown-start"),
        pytest.param("", "", 2, 0, id="nothing-known"),
        pytest.param("2015", "2015", 0, 2, id="both-known"),
    ],
)
def test_unknown_ends_are_open_and_marked(start: str, end: str, marks: int, upright: int) -> None:
    """No line closes them; a question mark stands beside each."""
    tree = drawn(start, end)
    assert ["?"] * marks == [each.text for each in tree.iter("text")]
    assert upright == sum(each.get("d", "").count("V") for each in with_class(tree, "ec-edge"))


def test_ongoing_stretch_ends_in_an_arrow_on_the_day_of_recording() -> None:
    """Its tip does not go beyond."""
    (solid,) = with_class(drawn("2015-01-01", "present"), "ec-solid")
    path = solid.get("d", "")
    assert path.count("L") == 2
    assert max(xs(path)) == pytest.approx(day("2026-07-01"), abs=0.1)


def test_what_starts_after_it_was_recorded_is_drawn() -> None:
    """It may end on any later day, which widens no axis."""
    late = bar("2027", "present")
    assert late.bounds.last_latest == dt.date.max.toordinal()
    assert max(late.days()) < dt.date(2028, 1, 1).toordinal()


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        pytest.param(ec.Position("Acme Corp", "Lead"), "Acme Corp, Lead", id="position"),
        pytest.param(ec.Position("Acme Corp"), "Acme Corp", id="without-title"),
        pytest.param(ec.Project("Apollo"), "Apollo, project", id="project"),
        pytest.param(ec.Project("Apollo", "Acme"), "Apollo, project at Acme", id="placed-project"),
        pytest.param(ec.Education("Westmarch"), "Westmarch, education", id="school"),
        pytest.param(
            ec.Relationship(ec.RelationshipKind.SAME_TEAM, "Acme"),
            "declared same team at Acme",
            id="tie",
        ),
        pytest.param(ec.Relationship(ec.RelationshipKind.FRIEND), "declared friend", id="friend"),
    ],
)
def test_bar_is_told_in_words(subject: ec.Engagement | ec.Relationship, expected: str) -> None:
    """Name, what else is known, and the period."""
    someone = (
        ec.Person("Ravi Shah", relationships=[subject])
        if isinstance(subject, ec.Relationship)
        else person("Ravi Shah", subject)
    )
    assert [f"{expected}: unknown to unknown"] == [
        b.told for b in bar_shapes.bars_of(someone, RECORDED)
    ]


def test_current_company_is_left_out_where_its_start_is_known() -> None:
    """It says no more than the other; another end or another place does."""
    someone = person(
        "Ravi Shah",
        stay("Acme Corp", "", "present"),
        stay("ACME Corp", "2015", "present"),
        stay("Acme Corp", "", "2012"),
        stay("Castellan", "", "present"),
    )
    assert [each.told for each in bar_shapes.bars_of(someone, RECORDED)] == [
        "Acme Corp: unknown to 2012",
        "Castellan: unknown to ongoing",
        "ACME Corp: 2015 to ongoing",
    ]


def test_matched_and_latest_bars_are_drawn_where_there_are_too_many() -> None:
    """In the order of time."""
    someone = person("Ravi Shah", *(stay(f"Job {y}", str(y), str(y)) for y in range(1990, 2010)))
    bars = bar_shapes.bars_of(someone, RECORDED)
    chosen = bar_shapes.most_telling(bars, {bars[0].subject})
    assert len(chosen) == bar_shapes.MOST_BARS
    assert chosen == [bars[0], *bars[-11:]]


@settings(max_examples=50, deadline=None)
@given(st.lists(engagements(), max_size=8), st.sampled_from([240, 600]))
def test_bars_and_labels_in_one_row_stay_apart(stays: list[ec.Engagement], width: int) -> None:
    """Whatever their periods."""
    someone = ec.Person("Ravi Shah", history=ec.WorkHistory(stays))
    bars = bar_shapes.bars_of(someone, AS_OF)
    line = Axis.of([day for each in bars for day in each.days()] or [1], 40, 40 + width)
    rows: dict[int, list[tuple[float, float]]] = {}
    for lane in bar_shapes.packed(bars, line):
        x0, x1 = line.stretch(lane.bar.bounds.first_earliest, lane.bar.bounds.last_latest)
        text = lane.text_at + elements.width_of(
            f"{lane.name} {lane.when}".rstrip(), bar_shapes.LABEL
        )
        rows.setdefault(lane.row, []).append((min(x0, lane.text_at), max(x1, text)))
    for row in rows.values():
        assert all(one[1] < other[0] for one, other in itertools.pairwise(sorted(row)))


def test_label_of_a_wide_picture_holds_the_period() -> None:
    """In a narrow one there is the name alone."""
    narrow = Axis(first=LINE.first, last=LINE.last, left=40, right=300)
    labels = [
        bar_shapes.label(bar_shapes.packed([bar("2015", "Mar 2019")], line)[0], "ec-label", 0)
        for line in (LINE, narrow)
    ]
    assert ["".join(parsed(each).itertext()) for each in labels] == [
        "Acme Corp 2015 to 2019-03",
        "Acme Corp",
    ]


def test_bar_tells_itself_where_a_pointer_rests() -> None:
    """In a title of its own."""
    (lane,) = bar_shapes.packed([bar("2015", "Mar 2019")], LINE)
    tree = parsed(bar_shapes.draw(lane, "ec-owner", LINE, 0))
    assert tree.findtext("title") == "Acme Corp: 2015 to 2019-03"
    assert texts(tree) == []
