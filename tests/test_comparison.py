"""Two results compared: every finding is new, gone, changed or unchanged."""

from __future__ import annotations

import datetime as dt
import json
import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import endorsecheck as ec
from endorsecheck import report

OWNER = ec.Person(
    "Dana Reyes",
    history=ec.WorkHistory([ec.Position("Acme", period=ec.Period.parse("2015", "2018"))]),
)
MENTOR = [ec.Relationship(ec.RelationshipKind.MENTOR)]
RAVI = ec.Person("Ravi Shah", "linkedin.com/in/ravi")
LENA = ec.Person("Lena Vogt")


def endorsed(
    endorser: ec.Person = RAVI, skill: str = "Go", date: str = "2020-01-04", **more: Any
) -> ec.Endorsement:
    """An endorsement."""
    return ec.Endorsement(skill, endorser, ec.parse_date(date), **more)


def result(*endorsements: ec.Endorsement, people: Any = (), day: int = 30) -> ec.AuditResult:
    """An audit on a day in June 2026."""
    profile = ec.Profile(owner=OWNER, as_of=dt.date(2026, 6, day), endorsements=endorsements)
    return ec.audit(profile, people)


def sizes(comparison: ec.Comparison) -> tuple[int, int, int, int]:
    """How many are new, gone, changed and unchanged."""
    return (
        len(comparison.new),
        len(comparison.gone),
        len(comparison.changed),
        len(comparison.unchanged),
    )


HIDDEN = ec.EndorsementStatus.HIDDEN


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        pytest.param([], [endorsed()], (1, 0, 0, 0), id="new"),
        pytest.param([endorsed()], [], (0, 1, 0, 0), id="gone"),
        pytest.param([endorsed()], [endorsed(skill=" GO")], (0, 0, 0, 1), id="case"),
        pytest.param([endorsed()], [endorsed(skill="Rust")], (1, 1, 0, 0), id="other-skill"),
        pytest.param([endorsed()], [endorsed(date="2020-01-05")], (1, 1, 0, 0), id="other-day"),
        pytest.param([endorsed()], [endorsed(status=HIDDEN)], (0, 0, 1, 0), id="taken-from-show"),
        pytest.param([endorsed()], [endorsed()] * 3, (2, 0, 0, 1), id="repeated"),
        pytest.param([endorsed()] * 3, [endorsed()], (0, 2, 0, 1), id="no-longer-repeated"),
        pytest.param(
            [endorsed(), endorsed(status=HIDDEN)],
            [endorsed(status=HIDDEN), endorsed(status=HIDDEN), endorsed()],
            (1, 0, 0, 2),
            id="those-that-agree-first",
        ),
        pytest.param(
            [endorsed()],
            [endorsed(ec.Person("R. Shah", "https://www.linkedin.com/in/ravi/"))],
            (0, 0, 0, 1),
            id="renamed",
        ),
        pytest.param(
            [endorsed(ec.Person("Ravi Shah"))], [endorsed()], (0, 0, 0, 1), id="address-now-known"
        ),
        pytest.param(
            [endorsed(ec.Person("Ravi Shah", "a.example/2"))],
            [endorsed()],
            (1, 1, 0, 0),
            id="namesake",
        ),
        pytest.param(
            [endorsed(ec.Person("Ravi Shah"))],
            [endorsed(), endorsed(ec.Person("Ravi Shah", "a.example/2"))],
            (2, 1, 0, 0),
            id="two-could-be-the-one",
        ),
        pytest.param(
            [endorsed(ec.Person(url="a.example/1"))],
            [endorsed(ec.Person(url="a.example/2"))],
            (1, 1, 0, 0),
            id="no-names",
        ),
    ],
)
def test_endorsement_is_the_same_by_endorser_skill_and_day(
    before: list[ec.Endorsement],
    after: list[ec.Endorsement],
    expected: tuple[int, int, int, int],
) -> None:
    """Whatever the order of the rows; repeated ones are counted."""
    assert sizes(ec.compare(result(*before), result(*after))) == expected


def test_change_has_both_findings() -> None:
    """Another verdict, because more is known now."""
    told = [ec.Person("Lena Vogt", relationships=MENTOR)]
    comparison = ec.compare(result(endorsed(LENA), day=1), result(endorsed(LENA), people=told))
    (change,) = comparison.changed
    assert (change.before.verdict, change.after.verdict) == (
        ec.Verdict.UNKNOWN,
        ec.Verdict.CAN_ATTEST,
    )
    assert (comparison.before.day, comparison.after.day) == (1, 30)


def changed() -> ec.Comparison:
    """Everything that can happen."""
    told = [ec.Person("Lena Vogt", relationships=MENTOR)]
    before = result(endorsed(), endorsed(LENA), endorsed(LENA, "Chess\x1b"), day=1)
    after = result(endorsed(status=HIDDEN), endorsed(LENA), endorsed(skill="Rust"), people=told)
    return ec.compare(before, after)


def test_comparison_survives_plain_data() -> None:
    """Of itself, and of the results it compares."""
    found = changed()
    assert ec.Comparison.from_dict(json.loads(json.dumps(found.to_dict()))) == found
    before = ec.AuditResult.from_dict(json.loads(json.dumps(result(endorsed()).to_dict())))
    assert sizes(ec.compare(before, result(endorsed(), endorsed(LENA)))) == (1, 0, 0, 1)


def test_report_lists_what_happened() -> None:
    """One line each, with the verdicts."""
    expected = """\
From 2026-06-01 to 2026-06-30: 1 new, 1 gone, 2 changed, 0 unchanged
new: Ravi Shah for Rust, unknown
gone: Lena Vogt for Chess⟦U+001B⟧, unknown
changed: Lena Vogt for Go, unknown -> can attest (declared mentor)
changed: Ravi Shah for Go, unknown -> unknown (hidden) (no engagement is on file)"""
    assert report.format_comparison(changed()) == expected


PEOPLE = [RAVI, LENA, ec.Person("Ravi Shah"), ec.Person("Lena Vogt", "a.example/2")]
ENDORSEMENTS = st.lists(
    st.builds(
        endorsed,
        st.sampled_from(PEOPLE),
        st.sampled_from(["Go", "go", "C"]),
        st.sampled_from(["2020", ""]),
        status=st.sampled_from([HIDDEN, ec.EndorsementStatus.ACCEPTED]),
    ),
    max_size=8,
)


@given(ENDORSEMENTS, ENDORSEMENTS, st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_every_finding_is_in_one_list_and_order_does_not_matter(
    before: list[ec.Endorsement], after: list[ec.Endorsement], chance: random.Random
) -> None:
    """Nothing is lost on either side."""
    found = ec.compare(result(*before), result(*after))
    new, gone, other, same = sizes(found)
    assert (gone + other + same, new + other + same) == (len(before), len(after))
    again = ec.compare(
        result(*chance.sample(before, len(before))), result(*chance.sample(after, len(after)))
    )
    assert again == found


@given(ENDORSEMENTS)
@settings(max_examples=30, deadline=None)
def test_result_compared_with_itself_is_unchanged(endorsements: list[ec.Endorsement]) -> None:
    """Nothing is new, gone or changed."""
    audit = result(*endorsements)
    assert ec.compare(audit, audit).unchanged == audit.findings
