"""Cells that are kept are those that would be made anew."""

from __future__ import annotations

import datetime as dt

import attrs
import pytest
from audit_strategies import AS_OF, SKILLS, profile, scenes
from hypothesis import given
from hypothesis import strategies as st

import endorsecheck as ec
from endorsecheck import _cells, _safe, report

PEOPLE = [
    ec.Person("=Ravi Shah", "www.linkedin.com/in/ravi"),
    ec.Person("Lena Vogt", "example.com/\u202elena"),
    ec.Person("Omar Ito"),
]


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
    assert expected == list(_cells.rows(result.findings))


def test_only_so_many_parts_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """What comes after them is made anew each time."""
    monkeypatch.setattr(_cells, "_MOST", 1)
    given = [ec.Endorsement(skill, PEOPLE[2]) for skill in ("-Go", "Art", "-Go", "Art")]
    whole = ec.Profile(owner=ec.Person("Dana Reyes"), as_of=AS_OF, endorsements=given)
    skill = list(report.COLUMNS).index("skill")
    found = [row[skill] for row in _cells.rows(ec.audit(whole).findings)]
    assert found == ["'-Go", "'-Go", "Art", "Art"]


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
    assert [row[column] for row in _cells.rows(findings)] == ["met at a fair", "a mentor"]
