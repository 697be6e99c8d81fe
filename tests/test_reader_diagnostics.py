"""Diagnostics, counts and limits: what every reader hands back besides its records."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shared_checks import report_checks

from endorsecheck.exceptions import ModelError
from endorsecheck.readers import Diagnostic, Limits, Severity, TableCount


@pytest.mark.parametrize(
    ("expected", "fields"),
    [
        pytest.param(
            "Positions.csv row 7, 'Started On': '13/2019' is not a month and year",
            {"row": 7, "column": "Started On", "value": "13/2019", "expected": "a month and year"},
            id="cell",
        ),
        pytest.param(
            "Positions.csv row 7, 'Started On': not a month and year",
            {"row": 7, "column": "Started On", "expected": "a month and year"},
            id="cell-without-its-value",
        ),
        pytest.param(
            "Positions.csv row 3: 4 cells, expected 6 as in the header",
            {"row": 3, "problem": "4 cells", "expected": "6 as in the header"},
            id="row",
        ),
        pytest.param(
            "Positions.csv: read as UTF-16, expected UTF-8",
            {"problem": "read as UTF-16", "expected": "UTF-8"},
            id="file",
        ),
        pytest.param(
            "Positions.csv row 2, 'Title': a NUL character: 'Clerk⟦U+0000⟧'",
            {"row": 2, "column": "Title", "problem": "a NUL character", "value": "Clerk\0"},
            id="problem-with-a-value",
        ),
        pytest.param(
            "Positions.csv work[2].startDate: 'soon' is not a date",
            {"path": "work[2].startDate", "value": "soon", "expected": "a date"},
            id="place-in-a-document",
        ),
    ],
)
def test_diagnostic_names_place_value_and_expectation(
    expected: str, fields: dict[str, Any]
) -> None:
    """The text says where, what was found and what was expected."""
    assert expected == str(Diagnostic("Positions.csv", **fields))


def test_masked_diagnostic_keeps_the_place_and_drops_the_value() -> None:
    """Nothing personal is left but the place."""
    found = Diagnostic("a.csv", 2, "Name", value="Ravi Shah", problem="twice")
    assert str(found.masked()) == "a.csv row 2, 'Name': twice"


@pytest.mark.parametrize(
    ("expected", "problem"),
    [
        pytest.param("a name, found '...'", "a name, found 'Ravi Shah'", id="quoted"),
        pytest.param("found '...' and 3", 'found "O\'Hara" and 3', id="double-quotes"),
        pytest.param("found '...'", r"found 'a\'b \"c'", id="quote-within"),
        pytest.param("can't be told: '...'", "can't be told: 'Ravi'", id="apostrophe"),
    ],
)
def test_masked_diagnostic_drops_what_the_problem_quotes(expected: str, problem: str) -> None:
    """A problem may be the text of an error, which quotes the value."""
    assert str(Diagnostic("a.csv", problem=problem).masked()) == f"a.csv: {expected}"


@given(st.text())
def test_diagnostic_shows_no_character_that_does_not_print(text: str) -> None:
    """File names, headings and cells are made visible."""
    found = Diagnostic(text, 2, text, path=text, value=text, expected="a name")
    assert report_checks.control_chars(str(found)) == []


def test_diagnostic_cuts_a_long_value() -> None:
    """Sixty characters of a cell are enough to find it."""
    assert Diagnostic("a.csv", value="4" * 200_000).value == "4" * 57 + "..."


def test_diagnostics_matter_unless_they_are_for_information() -> None:
    """Without a word a diagnostic is a warning."""
    assert Diagnostic("a.csv").severity is Severity.WARNING


def test_count_refuses_rows_that_vanished() -> None:
    """Rows in are rows used and rows reported."""
    with pytest.raises(ModelError, match=r"expected 2 used and 1 reported, found 4"):
        TableCount("a.csv", rows=4, used=2, reported=1)


@pytest.mark.parametrize(
    ("value", "found"),
    [
        pytest.param(0, "expected a whole number from 1, found 0", id="zero"),
        pytest.param(-1, "expected a whole number from 0, found -1", id="negative"),
        pytest.param("10", "expected a whole number from 0, found '10'", id="text"),
    ],
)
def test_limit_refuses_what_is_no_limit(value: Any, found: str) -> None:
    """A limit is a whole number from 1."""
    with pytest.raises(ModelError, match=f"Limits.max_rows: {found}"):
        Limits(max_rows=value)


def test_very_long_path_is_cut() -> None:
    """A place in a document is shown as it is, but for one that nobody would read."""
    assert str(Diagnostic("a.json", path="x." * 5_000, expected="a date")).endswith("not a date")
    assert len(Diagnostic("a.json", path="x." * 5_000, expected="a date").path or "") < 5_000
