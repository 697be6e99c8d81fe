"""Pictures of a whole result."""

from __future__ import annotations

import pytest
from pictured import (
    DANA,
    RESULT,
    SVG,
    TOMAS,
    endorsed,
    markup_faults,
    parsed,
    person,
    result_of,
    stay,
    texts,
    told,
    with_class,
)

import endorsecheck as ec
from endorsecheck._pictures import elements


def written(result: ec.AuditResult, **options: int) -> list[str]:
    """All that is written in the picture."""
    return texts(parsed(ec.overview(result, **options).to_svg()))


def test_every_endorser_has_a_row_in_the_order_of_review() -> None:
    """Below the owner's career."""
    names = [each.text for each in with_class(parsed(ec.overview(RESULT).to_svg()), "ec-label")]
    assert names[5:10] == ["Lena Vogt", "Omar Haddad", "Ravi Shah", "Tomás Ibarra", "Mia Sørensen"]


def test_headline_counts_the_verdicts() -> None:
    """Of what is shown, each with its icon."""
    found = written(RESULT)
    assert "Endorsements of Dana Reyes" in found
    assert found[-11:-7] == ["4 can", "2 might", "4 cannot", "1 unknown"]


@pytest.mark.parametrize(
    ("limit", "expected"),
    [
        pytest.param(7, [], id="all"),
        pytest.param(6, ["and 1 more endorser"], id="one-more"),
        pytest.param(0, ["and 7 more endorsers"], id="none-drawn"),
    ],
)
def test_rows_beyond_the_limit_are_counted(limit: int, expected: list[str]) -> None:
    """Below the last row, and in the description."""
    assert expected == [text for text in written(RESULT, limit=limit) if "more" in text]
    description = told(parsed(ec.overview(RESULT, limit=limit).to_svg()))
    assert bool(expected) == ("more endorser" in description)


def test_counts_without_room_stand_in_a_second_line() -> None:
    """A narrow picture of many endorsements grows by it, and nothing leaves the picture."""
    many = result_of(*[endorsed("Go", TOMAS, "2020-02-02")] * 1_000)
    places = [
        (float(each.get("x", 0)), float(each.get("y", 0)), each.text or "")
        for each in with_class(parsed(ec.overview(many).to_svg(width=280)), "ec-muted")
    ]
    counts = [(x, y, text) for x, y, text in places if text[0].isdigit() and " " in text]
    assert [y for _, y, _ in counts] == [48, 48, 48, 67]
    assert all(x + elements.width_of(text, 11) <= 280 - 14 for x, _, text in counts)


def test_career_of_many_jobs_at_once_is_one_faint_column() -> None:
    """Columns on one another would be dark."""
    busy = person("Dana", *(stay(f"Job {year}", "2000", str(year)) for year in range(2005, 2015)))
    (column,) = with_class(parsed(ec.overview(result_of(owner=busy)).to_svg()), "ec-column")
    assert column is not None


def test_long_name_of_the_owner_is_cut_before_the_rim() -> None:
    """The letters of a headline are wide."""
    owner = ec.Person("Konstantinopolitanska " * 5)
    (headline,) = with_class(parsed(ec.overview(result_of(owner=owner)).to_svg()), "ec-big")
    assert (headline.text or "").endswith("…")
    assert elements.width_of(headline.text or "", elements.BIG) <= 720 - 28


def test_row_shows_what_is_shared_in_the_colour_of_its_worth() -> None:
    """Certain stretches solid, possible ones hatched, gaps as a broken line."""
    tree = parsed(ec.overview(RESULT).to_svg(width=639))
    rows = {
        each.findtext(f"{SVG}title", "").split(":")[0]: each
        for each in tree.iter(f"{SVG}g")
        if each.find(f"{SVG}title") is not None
    }
    assert with_class(with_class(rows["Ravi Shah"], "ec-can")[1], "ec-fill") != []
    assert with_class(with_class(rows["Priya Nair"], "ec-might")[1], "ec-hatch") != []
    assert with_class(rows["Lena Vogt"], "ec-gap") != []
    assert with_class(rows["Tomás Ibarra"], "ec-endorser") == []


def test_row_marks_the_endorsements_whose_day_is_known() -> None:
    """One small shape for each day and verdict."""
    tree = parsed(ec.overview(RESULT).to_svg(width=639))
    assert len(with_class(tree, "ec-small-mark")) == 8


def test_description_tells_every_row() -> None:
    """Name, verdicts, and what is shared."""
    description = told(parsed(ec.overview(RESULT).to_svg()))
    assert "Omar Haddad: cannot attest." in description
    assert (
        "Lena Vogt: cannot attest (Acme Corp and Acme Corp: at least 1 year 1 month apart)."
        in description
    )


def test_result_without_endorsements_shows_the_career() -> None:
    """And nobody else."""
    assert "Acme Corp 2015 to 2019-03" in written(result_of())
    assert "4 can" not in written(result_of())


def test_owner_without_a_career_is_named() -> None:
    """There is room for the name."""
    assert "Dana Reyes" in written(result_of(owner=ec.Person("Dana Reyes")))


def test_bars_of_the_career_that_are_not_drawn_are_counted() -> None:
    """Those that matter for a row are drawn."""
    busy = person(
        "Dana", *(stay(f"Job {year}", str(year), str(year)) for year in range(1990, 2010))
    )
    early = person("Mia", stay("Job 1990", "1990", "1990"))
    found = written(result_of(endorsed("Go", early, "2000"), owner=busy))
    assert "8 not drawn" in found
    assert "Job 1990 1990 to 1990" in found


def test_key_is_left_out_of_narrow_pictures() -> None:
    """Below 640 px."""
    assert "unknown end" in written(RESULT)
    assert "unknown end" not in ec.overview(RESULT).to_svg(width=639)


@pytest.mark.parametrize("width", [280, 720, 2_000])
def test_picture_holds_nothing_active(width: int) -> None:
    """No script, link, identifier, style attribute or reference."""
    svg = ec.overview(RESULT).to_svg(width=width)
    assert markup_faults(svg) == []
    assert [name for name in ("id=", "href", "url(", "style=") if name in svg] == []


def test_width_and_limit_out_of_range_are_refused() -> None:
    """With what was expected."""
    with pytest.raises(ec.ModelError, match="width: expected a whole number of px"):
        ec.overview(RESULT).to_svg(width=10)
    with pytest.raises(ec.ModelError, match=r"Overview\.limit: expected a whole number from 0"):
        ec.overview(RESULT, limit=-1)


def test_notebook_shows_the_picture() -> None:
    """As SVG."""
    overview = ec.overview(RESULT)
    assert overview.to_svg() == overview._repr_svg_()


def test_overview_keeps_what_it_is_given() -> None:
    """Records, compared by value."""
    assert ec.Overview(result=RESULT, limit=3) == ec.overview(RESULT, limit=3)
    assert RESULT.owner == DANA
