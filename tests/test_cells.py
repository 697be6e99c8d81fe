"""Cells that are kept are those that would be made anew."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Sequence

import attrs
import pytest
from audit_strategies import AS_OF, SKILLS, profile, scenes
from hypothesis import given
from hypothesis import strategies as st

import endorsecheck as ec
from endorsecheck import _cells, _safe, report
from endorsecheck._ledger import Listed

PEOPLE = [
    ec.Person("=Ravi Shah", "www.linkedin.com/in/ravi"),
    ec.Person("Lena Vogt", "example.com/\u202elena"),
    ec.Person("Omar Ito"),
]


def rows(findings: Sequence[ec.Finding]) -> list[list[str]]:
    """The cells of the lines, as the module ``csv`` reads them."""
    ledger = Listed(each.endorsement for each in findings)
    ends = map(_cells.judgements(), findings)
    return list(csv.reader(_cells.lines(ledger, range(len(findings)), ends)))


@given(
    st.lists(scenes(most=2), min_size=1, max_size=4),
    st.lists(st.sampled_from(PEOPLE), max_size=4),
    st.booleans(),
)
def test_rows_are_those_of_the_columns(
    found: list[object],
    strangers: list[ec.Person],
    waive: bool,  # noqa: FBT001
) -> None:
    """Whatever rows before them showed."""
    profiles = [profile(each) for each in found]  # type: ignore[arg-type] # scenes
    given = [each for one in profiles for each in one.endorsements]
    given += [ec.Endorsement(SKILLS[i % 2], each) for i, each in enumerate(strangers)]
    whole = ec.Profile(
        owner=profiles[0].owner, as_of=dt.date.max.replace(year=AS_OF.year), endorsements=given
    )
    waivers = [ec.Waiver(skill=SKILLS[0], why="-1")] if waive else []
    result = ec.audit(whole, waivers=waivers)
    expected = [
        [_safe.cell(show(each)) for show in report.COLUMNS.values()] for each in result.findings
    ]
    assert expected == rows(result.findings)


@given(st.lists(st.text(), min_size=2, max_size=4))
def test_cells_are_quoted_as_csv_quotes_them(texts: list[str]) -> None:
    """Line ends and the like are shown by stand-ins before."""
    file = io.StringIO()
    csv.writer(file, lineterminator="").writerow([_safe.cell(text) for text in texts])
    assert file.getvalue() == _cells.joined(texts)


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        pytest.param("Shah, Ravi", '"Shah, Ravi"', id="comma"),
        pytest.param("Shah, Ravi, PhD", '"Shah, Ravi, PhD"', id="two-commas"),
        pytest.param('Ravi "Rav" Shah', '"Ravi ""Rav"" Shah"', id="quotes"),
    ],
)
def test_cell_with_a_comma_or_a_quote_is_quoted(text: str, cell: str) -> None:
    """Alone too, where nothing else is odd."""
    assert _cells.joined([text]) == cell
    assert _cells.joined([text, "Go"]) == f"{cell},Go"


@pytest.mark.parametrize(
    "texts",
    [["Go"], ["", "Go"], ["Ravi Shah", "C++ (3)"], ["Zoë Łoś", "Ångström"]],
    ids=["one", "empty", "two", "other-letters"],
)
def test_cells_that_need_no_quotes_are_told_at_once(texts: list[str]) -> None:
    """Most are of this kind, and nothing is done to them."""
    assert _cells._usual(texts) == ",".join(texts)


def test_what_is_written_does_not_depend_on_who_asked_for_findings_before() -> None:
    """Findings are made one by one, or all at once."""
    given = [ec.Endorsement(skill, each) for skill in ("Go", "Art") for each in PEOPLE]
    whole = ec.Profile(owner=ec.Person("Omar Ito"), as_of=AS_OF, endorsements=given)
    waivers = [ec.Waiver(skill="Art", why="met at a fair")]
    texts = []
    for is_asked in (False, True):
        result = ec.audit(whole, waivers=waivers)
        assert not is_asked or result.findings
        file = io.StringIO()
        report.write_csv(result, file)
        texts.append(file.getvalue())
    assert texts[0] == texts[1]


def test_odd_cell_is_guarded_whatever_stands_around_it() -> None:
    """Among many plain ones, some of them in other letters than those of English."""
    names = [f"Zoë Łoś {i}" for i in range(200)]
    names[150] = "=Ravi, Shah"
    whole = ec.Profile(
        owner=ec.Person("Dana Reyes"),
        as_of=AS_OF,
        endorsements=[ec.Endorsement("Go", ec.Person(each)) for each in names],
    )
    shown = {row[0] for row in rows(ec.audit(whole).findings)}
    assert shown == {*names} - {"=Ravi, Shah"} | {"'=Ravi, Shah"}


def test_waivers_are_shown_one_by_one() -> None:
    """Also on findings that say the same but for them."""
    whole = ec.Profile(
        owner=ec.Person("Dana Reyes"),
        as_of=AS_OF,
        endorsements=[ec.Endorsement("Go", PEOPLE[2])],
    )
    (found,) = ec.audit(whole).findings
    waivers = [ec.Waiver(skill="Go", why=why) for why in ("met at a fair", "a mentor")]
    findings = [attrs.evolve(found, waiver=each) for each in waivers]
    column = list(report.COLUMNS).index("waiver")
    assert [row[column] for row in rows(findings)] == ["met at a fair", "a mentor"]
