"""The reference of diagnostics: what the readers say is found in their code."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from endorsecheck.readers import PeopleRead, json_resume, table

sys.path.append(str(Path(__file__).parents[1] / "docs" / "_ext"))

import diagnostic_texts  # found by the path above

PERSON = b'{"basics": {"name": "Ravi Shah"}, "work": [{"startDate": "2018"}]}'


@pytest.mark.parametrize(
    ("reader", "found"),
    [
        pytest.param(
            "people",
            table.read_people(b"Name,Organization,Headcount\nRavi,Acme,many\n"),
            id="columns",
        ),
        pytest.param("json-resume", json_resume.read_people(PERSON), id="fields"),
    ],
)
def test_what_is_reported_stands_in_the_reference(reader: str, found: PeopleRead) -> None:
    """In the same words; what differs from file to file is left out."""
    listed = [said.partition("…")[0] for _, said in diagnostic_texts.of_reader(reader)]
    for each in found.diagnostics:
        said = str(each.masked()).partition(": ")[2]
        assert any(said.startswith(text) for text in listed), said


@pytest.mark.parametrize("reader", diagnostic_texts.MODULES)
def test_every_reader_reports_something(reader: str) -> None:
    """A table of the reference is never empty, and no text of it is cut to nothing."""
    found = diagnostic_texts.of_reader(reader)
    assert found
    assert all(said.strip("… ") for _, said in found)


@pytest.mark.parametrize(
    ("reader", "expected"),
    [
        pytest.param("people", ("Headcount", "not a number of people"), id="column"),
        pytest.param("waivers", ("until", "not a date, or blank"), id="field-of-an-error"),
        pytest.param("tables", ("", "a NUL character"), id="last-argument"),
        pytest.param("linkedin", ("", "not a month and year"), id="name-of-the-module"),
        pytest.param("documents", ("", "half a surrogate pair"), id="either-of-two"),
        pytest.param(
            "people",
            ("Started On", "ends …, before it starts, expected an end on or after the start"),
            id="variable",
        ),
    ],
)
def test_text_is_found_wherever_it_stands(reader: str, expected: tuple[str, str]) -> None:
    """With the column or field that it is about."""
    assert expected in diagnostic_texts.of_reader(reader)
