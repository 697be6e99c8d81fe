"""Pictures of two people on one line of time."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
from pathlib import Path

import attrs
import pytest
from audit_strategies import Scene, profile, scenes
from hypothesis import given, settings
from hypothesis import strategies as st
from pictured import (
    AS_OF,
    DANA,
    JONAS,
    LENA,
    OMAR,
    PEOPLE,
    PRIYA,
    PROFILE,
    RAVI,
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


def drawn(someone: ec.Person, *, width: int = 720) -> str:
    """The picture of Dana and somebody."""
    return ec.timeline(DANA, someone, RESULT).to_svg(width=width)


def written(someone: ec.Person, *, width: int = 720) -> str:
    """All that is written in it."""
    return "\n".join(texts(parsed(drawn(someone, width=width))))


# ---- what is drawn -----------------------------------------------------------------------------


def test_result_gives_the_findings_on_the_endorser() -> None:
    """All of them, and the day the data speak for."""
    timeline = ec.timeline(DANA, RAVI, RESULT)
    assert {RAVI} == {each.endorsement.endorser for each in timeline.findings}
    assert len(timeline.findings) == 4
    assert timeline.as_of == AS_OF


def test_finding_gives_itself() -> None:
    """The day is the latest that the records name."""
    finding = RESULT.cannot_attest[0]
    timeline = ec.timeline(DANA, LENA, finding)
    assert timeline.findings == (finding,)
    assert timeline.as_of == dt.date(2023, 5, 4)


@pytest.mark.parametrize(
    ("owner", "endorser", "date", "expected"),
    [
        pytest.param(
            person("Dana", stay("Acme", "2015", "present")),
            person("Ravi", stay("Acme", "2016", "present")),
            "2017",
            AS_OF,
            id="last-shared-day",
        ),
        pytest.param(
            attrs.evolve(DANA, history=ec.WorkHistory([], recorded_on=dt.date(2025, 1, 1))),
            ec.Person("Ravi"),
            "2017",
            dt.date(2025, 1, 1),
            id="day-of-recording",
        ),
        pytest.param(
            ec.Person("Dana"), ec.Person("Ravi"), "2017", dt.date(2017, 12, 31), id="endorsement"
        ),
        pytest.param(ec.Person("Dana"), JONAS, "2010", dt.date(2014, 12, 31), id="declared-tie"),
        pytest.param(
            ec.Person("Dana"), ec.Person("Ravi"), "", dt.date(2000, 1, 1), id="no-day-at-all"
        ),
    ],
)
def test_finding_alone_speaks_for_the_latest_day_named(
    owner: ec.Person, endorser: ec.Person, date: str, expected: dt.date
) -> None:
    """By a history, an endorsement, a tie, or a shared stretch."""
    (finding,) = result_of(endorsed("Go", endorser, date), owner=owner).findings
    assert expected == ec.timeline(owner, endorser, finding).as_of


def test_endorser_without_engagements_is_drawn_as_known() -> None:
    """From the history that the audit found elsewhere."""
    bare = ec.Person("R. Shah", "linkedin.com/in/ravi-shah")
    result = ec.audit(attrs.evolve(PROFILE, endorsements=[endorsed("Go", bare, "2018")]), [RAVI])
    for outcome in (result, result.findings[0]):
        known = ec.timeline(DANA, bare, outcome).endorser
        assert RAVI.history.engagements == known.history.engagements


def test_known_person_is_found_where_the_endorsement_has_the_name_alone() -> None:
    """The record with the profile URL and the name on the endorsement are one person."""
    named = endorsed("Go", ec.Person("Ravi Shah"), "2018")
    result = ec.audit(attrs.evolve(PROFILE, endorsements=[named]), [RAVI])
    for someone in (RAVI, named.endorser):
        assert result.findings == ec.timeline(DANA, someone, result).findings


def test_stranger_to_the_result_is_drawn_without_findings() -> None:
    """Nobody endorsed anything."""
    timeline = ec.timeline(DANA, person("Noor", stay("Acme Corp", "2016", "2017")), RESULT)
    assert timeline.findings == ()
    assert "No endorsements" in texts(parsed(timeline.to_svg()))


def test_notebook_shows_the_picture() -> None:
    """As SVG."""
    timeline = ec.timeline(DANA, RAVI, RESULT)
    assert timeline.to_svg() == timeline._repr_svg_()


# ---- what is seen ------------------------------------------------------------------------------


def test_owner_stands_above_the_endorser() -> None:
    """Both by name, with what is known of the endorser's history."""
    heads = [
        (float(each.get("y", "")), "".join(each.itertext()))
        for each in with_class(parsed(drawn(PRIYA)), "ec-bold")
        if each.find(f"{SVG}tspan") is not None
    ]
    assert sorted(heads) == heads
    expected = ["Dana Reyesowner", "Priya Nairendorser · history incomplete"]
    assert expected == [words for _, words in heads]


def test_owner_without_engagements_is_told() -> None:
    """So nobody takes the empty rows for a slip of the picture."""
    (finding,) = result_of(endorsed("Go", RAVI, "2020"), owner=ec.Person("Dana Reyes")).findings
    heads = texts(parsed(ec.timeline(ec.Person("Dana Reyes"), RAVI, finding).to_svg()))
    assert "Dana Reyesowner · no history on file" in heads


def test_numbers_beside_names_that_run_from_the_right_keep_their_place() -> None:
    """Each part of a line is laid out by itself."""
    assert ".ec-picture tspan{unicode-bidi:isolate}" in drawn(RAVI)


def test_headline_says_verdict_and_why() -> None:
    """The most hopeful verdict has its icon, all are named."""
    found = written(RAVI)
    assert "3 can attest, 1 cannot attest" in found
    assert "Acme Corp: together for at least 1 year 6 months" in found


def test_words_of_the_shared_stretch_stand_between_the_two() -> None:
    """Certain, possible, or how far apart."""
    assert "at least 1 year 6 months shared" in written(RAVI)
    assert "perhaps shared" in written(PRIYA)
    assert "at least 1 year 1 month apart" in written(LENA)


def test_bars_that_matter_for_no_finding_are_dimmed() -> None:
    """Where others do."""
    names = [
        each.findtext(f"{SVG}title", "") for each in with_class(parsed(drawn(LENA)), "ec-dim")
    ]
    assert [name.split(",")[0].split(":")[0] for name in names] == [
        "Norvane Systems",
        "Harbour Street Choir",
        "Apollo",
        "Borealis Analytics",
        "Westmarch Mills",
    ]
    assert with_class(parsed(drawn(OMAR)), "ec-dim") == []


def test_declared_tie_is_a_bar_of_the_endorser() -> None:
    """With its own period."""
    assert "declared mentor 2012 to 2014" in written(JONAS)


def test_key_and_headline_are_left_out_of_narrow_pictures() -> None:
    """A page says both once."""
    assert "unknown end" in written(RAVI, width=640)
    assert "unknown end" not in written(RAVI, width=639)
    assert "can attest" not in written(RAVI, width=639)


def test_picture_says_how_much_is_not_drawn() -> None:
    """Bars and marks beyond what fits."""
    busy = person(
        "Mia", *(stay(f"Job {year}", str(year), str(year)) for year in range(1980, 2000))
    )
    result = result_of(*(endorsed("Go", busy, f"{year}-05-05") for year in range(2000, 2010)))
    found = "\n".join(texts(parsed(ec.timeline(DANA, busy, result).to_svg())))
    assert "8 not drawn" in found
    assert "and 4 more: cannot attest" in found


def test_day_the_data_speak_for_is_marked() -> None:
    """By a line that tells itself, and in the key."""
    assert "as of 2026-06-30" in [t.text for t in parsed(drawn(RAVI)).iter(f"{SVG}title")]
    assert "as of 2026-06-30" in written(RAVI)


def test_same_engagement_on_both_sides_is_drawn_on_both() -> None:
    """Equal records keep their own places."""
    both = stay("Acme Corp", "2015", "2019")
    owner, endorser = person("Dana", both), person("Ravi", both)
    result = result_of(endorsed("Go", endorser, "2020"), owner=owner)
    tree = parsed(ec.timeline(owner, endorser, result).to_svg())
    band = with_class(tree, "ec-sure")[0]
    assert float(band.get("height", "")) > 40


def test_description_tells_all_that_is_drawn() -> None:
    """For those who cannot see it."""
    expected = (
        "Dana Reyes, owner: Norvane Systems, Junior engineer: 2010-09 to 2014-02; "
        "Acme Corp, Engineer: 2015 to 2019-03; "
        "Harbour Street Choir, volunteering: 2016 to unknown; "
        "Apollo, project at Acme Corp: 2017-02 to 2018-06; "
        "Borealis Analytics, Lead engineer: 2019-05 to ongoing. "
        "Lena Vogt, endorser: Westmarch Mills: 2012 to 2020-04; "
        "Acme Corp, Engineer: 2020-05 to 2022-08-15. "
        "Acme Corp and Acme Corp: at least 1 year 1 month apart. "
        "Endorsed for Python, SQL 2023-05-04: cannot attest. "
        "As of 2026-06-30."
    )
    assert expected == told(parsed(drawn(LENA)))
    assert parsed(drawn(LENA)).findtext(f"{SVG}title") == "Dana Reyes and Lena Vogt: cannot attest"


def test_person_of_whom_nothing_is_on_file_is_told_so() -> None:
    """In the picture and in its description."""
    assert "no history on file" in written(TOMAS)
    assert "Tomás Ibarra, endorser: nothing on file." in told(parsed(drawn(TOMAS)))


def test_day_of_recording_is_told() -> None:
    """Where the history has one."""
    old = attrs.evolve(RAVI, history=attrs.evolve(RAVI.history, recorded_on=dt.date(2024, 1, 31)))
    svg = ec.timeline(DANA, old, result_of(endorsed("Go", old, "2018"))).to_svg()
    assert "history complete to 2024-01-31" in svg


# ---- what must not be --------------------------------------------------------------------------


@pytest.mark.parametrize("width", [279, 2_001, 300.5, "wide", True])
def test_width_out_of_range_is_refused(width: int) -> None:
    """With what was expected."""
    with pytest.raises(ec.ModelError, match="width: expected a whole number of px from 280 to"):
        ec.timeline(DANA, RAVI, RESULT).to_svg(width=width)


@pytest.mark.parametrize("someone", PEOPLE, ids=lambda each: each.name)
@pytest.mark.parametrize("width", [280, 720, 2_000])
def test_picture_holds_nothing_active(someone: ec.Person, width: int) -> None:
    """No script, link, identifier, style attribute or reference."""
    svg = drawn(someone, width=width)
    assert markup_faults(svg) == []
    assert [name for name in ("id=", "href", "url(", "style=") if name in svg] == []


@settings(max_examples=40, deadline=None)
@given(st.text(st.characters() | st.sampled_from("<>&\"'\u202e\u200d\u0301")).filter(str.strip))
def test_names_are_text_whatever_they_are(name: str) -> None:
    """In every place where one is written."""
    odd = person(name, ec.Position(name, name, period=ec.Period.parse("2016", "")))
    result = result_of(endorsed(name, odd, "2020"), owner=odd)
    svg = ec.timeline(odd, odd, result).to_svg()
    assert markup_faults(svg.replace("\n", "")) == []
    parsed(svg)


@settings(max_examples=40, deadline=None)
@given(scenes(most=6), st.sampled_from([280, 720]))
def test_everything_stays_inside_the_picture(scene: Scene, width: int) -> None:
    """Whatever the periods and the endorsement."""
    given_profile = profile(scene)
    result = ec.audit(given_profile)
    endorser = given_profile.endorsements[0].endorser
    tree = parsed(ec.timeline(result.owner, endorser, result).to_svg(width=width))
    height = float(tree.get("height", ""))
    for each in tree.iter(f"{SVG}rect"):
        x, y = float(each.get("x", "")), float(each.get("y", ""))
        assert 0 <= x <= x + float(each.get("width", "")) <= width
        assert 0 <= y <= y + float(each.get("height", "")) <= height


@pytest.mark.parametrize("seed", ["0", "1", "4711"])
def test_bytes_are_the_same_in_every_process(seed: str) -> None:
    """Whatever the seed of hashes, the locale and the time zone."""
    code = (
        "import sys\n"
        "from pictured import RAVI, DANA, RESULT\n"
        "import endorsecheck as ec\n"
        "sys.stdout.buffer.write(ec.timeline(DANA, RAVI, RESULT).to_svg().encode())\n"
        "sys.stdout.buffer.write(ec.overview(RESULT).to_svg().encode())\n"
    )
    settings = {"PYTHONHASHSEED": seed, "LC_ALL": "tr_TR.UTF-8", "TZ": "Pacific/Kiritimati"}
    path = os.pathsep.join(
        [str(Path(__file__).parent), str(Path(ec.__file__).parent.parent), *sys.path]
    )
    run = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, **settings, "PYTHONPATH": path},
        check=True,
        capture_output=True,
    )
    expected = drawn(RAVI) + ec.overview(RESULT).to_svg()
    assert expected.encode() == run.stdout


def test_extreme_days_are_drawn() -> None:
    """From the first year that a date may have to the last, and an as-of day far off."""
    long = person("Mia", stay("Acme Corp", "1900", "2100"))
    for as_of in (dt.date.min, dt.date.max):
        timeline = ec.Timeline(owner=DANA, endorser=long, as_of=as_of)
        assert parsed(timeline.to_svg()).get("role") == "img"
