"""Results in notebooks."""

from __future__ import annotations

import re

import attrs
from pictured import LENA, RESULT, endorsed, markup_faults, result_of

import endorsecheck as ec


def test_result_is_shown_with_summary_table_and_pictures() -> None:
    """The overview and the first people of whom anything is on file."""
    shown = RESULT._repr_html_()
    assert "as of 2026-06-30" in shown
    assert shown.count("<table>") == 1
    assert len(re.findall("<desc>", shown)) == 1 + 5


def test_people_who_are_not_drawn_are_counted() -> None:
    """And how to see them is said."""
    assert "and 1 more people with a history" in RESULT._repr_html_()
    assert "more people" not in result_of(endorsed("Go", LENA, "2023"))._repr_html_()


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
