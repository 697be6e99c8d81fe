"""Plain resumes, read at once: as the reader reads them that looks at each cell."""

from __future__ import annotations

import copy
import json
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import endorsecheck as ec
from endorsecheck.exceptions import ReadError
from endorsecheck.models import Person
from endorsecheck.readers._node import Log, Node
from endorsecheck.readers._resume_plain import plain_person
from endorsecheck.readers.json_resume import reported_person

DATA = Path(__file__).parent / "data" / "resumes"
SAMPLES = ("career-changer", "new-grad", "sample", "senior-engineer")


def node(resume: dict[str, Any], path: str = "") -> Node:
    """A resume with a fresh log."""
    return Node(resume, path, Log("data", "json-resume", "documents", row=7))


def places(person: Person) -> list[object]:
    """Where the person and the engagements were read from, which equality leaves out."""
    stays = person.history.engagements
    return [person.provenance, *(each.provenance for each in stays)]


def assert_same(resume: dict[str, Any], path: str = "") -> None:
    """Both readers make the same person, and neither reports anything."""
    one, other = node(resume, path), node(resume, path)
    person, expected = plain_person(one, complete=True), reported_person(other, complete=True)
    assert expected == person
    assert places(expected) == places(person)
    assert (other.log.counts, []) == (one.log.counts, other.log.diagnostics)


def ravi(**sections: Any) -> dict[str, Any]:
    """A resume of Ravi Shah."""
    return {"basics": {"name": "Ravi Shah"}, **sections}


@pytest.mark.parametrize("path", ["", "[3]"])
@pytest.mark.parametrize("name", SAMPLES)
def test_sample_is_plain(name: str, path: str) -> None:
    """Those of the schema are read at once, wherever they stand."""
    assert_same(json.loads((DATA / f"{name}.json").read_text("utf-8")), path)


@pytest.mark.parametrize(
    "resume",
    [
        pytest.param(ravi(), id="name-only"),
        pytest.param(ravi(work=[], education=[]), id="empty-sections"),
        pytest.param(ravi(work=[{"company": " Acme "}]), id="older-name"),
        pytest.param(ravi(work=[{"name": "", "company": "Acme"}]), id="blank-name"),
        pytest.param(ravi(volunteer=[{"name": "Choir"}]), id="older-volunteer"),
        pytest.param(ravi(work=[{"name": "Acme", "position": None}]), id="null-title"),
        pytest.param(
            ravi(work=[{"name": "Acme", "startDate": "2016", "endDate": None}]), id="null-end"
        ),
        pytest.param(
            ravi(work=[{"name": "Acme", "startDate": None, "endDate": "2016"}]), id="null-start"
        ),
        pytest.param(
            ravi(education=[{"institution": "W", "area": "Physics"}]), id="area-without-degree"
        ),
        pytest.param(ravi(projects=[{"name": "Apollo", "entity": "  "}]), id="blank-entity"),
        pytest.param(ravi(meta={}), id="no-day"),
        pytest.param(ravi(meta={"lastModified": " 2020-01-02T00:00:00Z"}), id="padded-day"),
        pytest.param({"basics": {"name": "", "url": " linkedin.com/in/r "}}, id="url-only"),
        pytest.param({"basics": {"name": "R", "website": "linkedin.com/in/r"}}, id="website"),
        pytest.param({"basics": {"name": "株式会社 Ко"}}, id="other-scripts"),
        pytest.param(
            {"basics": {"name": "R", "profiles": [{"network": "X", "url": "x.example"}]}},
            id="other-network",
        ),
    ],
)
def test_resume_is_plain(resume: dict[str, Any]) -> None:
    """Read as cell by cell."""
    assert_same(resume)


@pytest.mark.parametrize(
    "resume",
    [
        pytest.param({}, id="no-basics"),
        pytest.param({"basics": []}, id="basics-list"),
        pytest.param({"basics": {"name": " "}}, id="nobody"),
        pytest.param({"basics": {"name": 17}}, id="name-number"),
        pytest.param({"basics": {"name": "Ra\x1bvi"}}, id="escape"),
        pytest.param({"basics": {"name": "R", "profiles": {}}}, id="profiles-object"),
        pytest.param(
            {"basics": {"name": "R", "profiles": [{"network": "Linked In", "username": "r"}]}},
            id="profile-by-name",
        ),
        pytest.param(ravi(work={}), id="work-object"),
        pytest.param(ravi(work=None), id="work-null"),
        pytest.param(ravi(work=["Acme"]), id="entry-text"),
        pytest.param(ravi(work=[{}]), id="entry-nameless"),
        pytest.param(ravi(work=[{"name": " "}]), id="entry-blank"),
        pytest.param(ravi(work=[{"name": 0, "company": "Acme"}]), id="entry-zero"),
        pytest.param(ravi(work=[{"name": "Acme", "position": 0}]), id="title-zero"),
        pytest.param(ravi(work=[{"name": "Acme", "endDate": 0}]), id="end-zero"),
        pytest.param(ravi(work=[{"name": "Acme", "endDate": []}]), id="end-list"),
        pytest.param(ravi(work=[{"name": "Acme", "startDate": "2020-13"}]), id="month-13"),
        pytest.param(ravi(work=[{"name": "Acme", "startDate": "now"}]), id="start-now"),
        pytest.param(
            ravi(work=[{"name": "Acme", "startDate": "2019", "endDate": "2016"}]), id="backwards"
        ),
        pytest.param(ravi(meta={"lastModified": "yesterday"}), id="no-such-day"),
        pytest.param(ravi(meta={"lastModified": 0}), id="day-zero"),
        pytest.param(ravi(meta=None), id="meta-null"),
    ],
)
def test_resume_is_not_plain(resume: dict[str, Any]) -> None:
    """It is left to the other reader, and nothing is counted."""
    each = node(resume)
    assert plain_person(each, complete=True) is None
    assert (each.log.counts, each.log.diagnostics) == ({}, [])


@pytest.mark.parametrize(
    "copied",
    [
        pytest.param(lambda each: pickle.loads(pickle.dumps(each)), id="pickled"),
        pytest.param(copy.deepcopy, id="copied-deeply"),
        pytest.param(copy.copy, id="copied"),
        pytest.param(attrs.evolve, id="evolved"),
    ],
)
def test_copy_of_a_history_has_its_engagements(copied: Callable[[Any], Any]) -> None:
    """And needs nothing of what they were made from."""
    person = plain_person(node(ravi(work=[{"name": "Acme"}])), complete=True)
    assert person is not None
    history = copied(person.history)
    assert ec.WorkHistory([ec.Position("Acme")]) == history
    assert str(history.engagements[0].provenance) == "data row 7 work[0]"
    assert not hasattr(history, "_later")


TEXTS = st.sampled_from(
    ["Acme", " Acme", "", " ", "Ko", "Ra\x1b", "Zoë", "\u202e", "linkedin.com/in/r", "LinkedIn"]
)
DATES = st.sampled_from(["2016", "2016-05", "2016-05-07", "2020-13", "Present", "", "?", "x" * 70])
ODD: st.SearchStrategy[Any] = st.sampled_from([None, 0, False, 17, [], {}, ["Acme"]])
CELLS: st.SearchStrategy[Any] = st.one_of(TEXTS, TEXTS, TEXTS, ODD)
DAYS: st.SearchStrategy[Any] = st.one_of(DATES, DATES, DATES, ODD)
ENTRIES = st.dictionaries(
    st.sampled_from(
        [
            "name",
            "company",
            "position",
            "location",
            "organization",
            "institution",
            "entity",
            "area",
        ]
    ),
    CELLS,
).flatmap(
    lambda cells: st.dictionaries(st.sampled_from(["startDate", "endDate"]), DAYS).map(
        lambda days: {"name": "Acme", "organization": "B", "institution": "C", **cells, **days}
    )
)
LISTS: st.SearchStrategy[Any] = st.lists(ENTRIES | ODD, max_size=2) | st.lists(ENTRIES) | ODD
PROFILES = st.lists(
    st.dictionaries(st.sampled_from(["network", "username", "url"]), CELLS) | ODD, max_size=3
)
RESUMES = st.fixed_dictionaries(
    {
        "basics": st.fixed_dictionaries(
            {"name": CELLS},
            optional={"url": CELLS, "website": CELLS, "profiles": PROFILES | ODD},
        )
    },
    optional={
        "work": LISTS,
        "volunteer": LISTS,
        "projects": LISTS,
        "education": LISTS,
        "meta": st.fixed_dictionaries({}, optional={"lastModified": DAYS}) | ODD,
    },
)


@settings(max_examples=300, deadline=None)
@given(RESUMES)
def test_whatever_is_plain_is_read_as_cell_by_cell(resume: dict[str, Any]) -> None:
    """The same person, the same places, the same counts, and nothing to report."""
    if plain_person(node(resume), complete=True) is not None:
        assert_same(resume)


@settings(max_examples=300, deadline=None)
@given(RESUMES)
def test_what_has_to_be_reported_is_not_plain(resume: dict[str, Any]) -> None:
    """Nor is what is refused."""
    other = node(resume)
    try:
        reported_person(other, complete=True)
    except ReadError:
        assert plain_person(node(resume), complete=True) is None
    else:
        is_plain = plain_person(node(resume), complete=True) is not None
        assert not (is_plain and other.log.diagnostics)
