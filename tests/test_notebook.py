"""Results in notebooks."""

from __future__ import annotations

import re

import attrs
from pictured import LENA, PEOPLE, RESULT, endorsed, markup_faults, result_of

import endorsecheck as ec


def test_result_is_shown_with_summary_table_and_pictures() -> None:
    """The overview and the first people of whom anything is on file."""
    shown = RESULT._repr_html_()
    assert "as of 2026-06-30" in shown
    assert shown.count("<table>") == 1
    assert len(re.findall("<desc>", shown)) == 1 + 5


def test_people_who_are_not_drawn_are_counted() -> None:
    """And how to see them is said."""
    assert "and 1 more person with a history" in RESULT._repr_html_()
    twice = [
        attrs.evolve(each, name=f"{each.name} {i}", url=None) for each in PEOPLE for i in range(2)
    ]
    many = result_of(*(endorsed("Go", each, "2023") for each in twice))
    assert "and 7 more people with a history" in many._repr_html_()
    assert "with a history" not in result_of(endorsed("Go", LENA, "2023"))._repr_html_()


def test_lines_below_the_table_are_not_run_together() -> None:
    """How many rows are left out, and the counts."""
    many = result_of(*(endorsed(f"Skill {i}", LENA, "2023") for i in range(30)))
    found = re.findall(r"<p>([^<]*)</p>", many._repr_html_().partition("</table>")[2])
    assert found[0] == "... and 10 more"
    assert found[1].startswith("30 of 30 endorsements can't attest")


def test_shown_result_holds_nothing_active() -> None:
    """Elements of text, tables and pictures."""
    assert markup_faults(RESULT._repr_html_()) == []


def test_empty_result_says_so() -> None:
    """In a sentence."""
    assert "No endorsements to audit." in result_of()._repr_html_()


def test_representation_is_short() -> None:
    """Whose, of when, and the counts."""
    expected = (
        "<AuditResult of 'Dana Reyes' as of 2026-06-30: "
        "4 can attest, 2 might attest, 4 cannot attest, 1 unknown>"
    )
    assert expected == repr(RESULT)


def test_representation_cuts_and_escapes_the_name() -> None:
    """Nothing that a terminal would obey."""
    owner = ec.Person("\u202e" + "Dana " * 50)
    shown = repr(attrs.evolve(RESULT, owner=owner))
    assert shown.startswith("<AuditResult of '\\u202eDana Dana")
    assert len(shown) < 180
