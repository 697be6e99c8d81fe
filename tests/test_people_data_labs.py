"""The reader of People Data Labs' persons."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from endorsecheck.exceptions import ReadError
from endorsecheck.models import Education, Person
from endorsecheck.readers import PeopleRead, TableCount, people_data_labs

EXAMPLE = Path(__file__).parents[1] / "examples" / "data" / "people-data-labs.json"
RAVI: dict[str, Any] = {"full_name": "ravi shah"}
JOB: dict[str, Any] = {"company": {"name": "acme"}, "start_date": "2016-05", "end_date": "2019"}


def read(document: Any, **options: Any) -> PeopleRead:
    """What is read of a document."""
    return people_data_labs.read_people(json.dumps(document).encode(), **options)


def job(**entry: Any) -> Any:
    """The position of an entry of ``experience``."""
    (ravi,) = read({**RAVI, "experience": [{**JOB, **entry}]}).people
    return ravi.history.engagements[0]


def told(found: PeopleRead) -> list[str]:
    """What was noticed, in words."""
    return [str(each) for each in found.diagnostics]


@pytest.mark.parametrize(
    "document",
    [
        pytest.param(RAVI, id="bare"),
        pytest.param({"status": 200, "likelihood": 9, "data": RAVI}, id="answer"),
        pytest.param({"status": 200, "data": [RAVI], "total": 1}, id="search-answer"),
        pytest.param([{"status": 200, "data": RAVI}], id="bulk-answer"),
        pytest.param({"matches": [{"data": RAVI, "match_score": 99}]}, id="identify-answer"),
        pytest.param([RAVI], id="list"),
    ],
)
def test_person_is_found_in_every_envelope(document: Any) -> None:
    """Of the kinds of answers."""
    assert [each.name for each in read(document).people] == ["ravi shah"]


def test_example_is_read() -> None:
    """Two persons of a search answer, one of them with a section withheld."""
    found = people_data_labs.read_people(EXAMPLE)
    assert [each.name for each in found.people] == ["colin ashby", "kwame boateng"]
    assert [each.history.complete for each in found.people] == [True, False]
    assert found.diagnostics == ()


def test_person_not_found_is_reported() -> None:
    """As a bulk answer has one for each that was asked for."""
    found = read([{"status": 404, "error": {}}, {"status": 200, "data": RAVI}])
    assert told(found) == ["data [0]: expected a person with 'full_name' or 'linkedin_url'"]
    assert found.tables[0] == TableCount("persons", 2, 1, 1)


def test_item_that_is_no_person_is_reported() -> None:
    """With its path, and counted."""
    found = read({"data": [17, RAVI]})
    assert told(found) == ["data data[0]: '17' is not an object"]
    assert found.tables[0] == TableCount("persons", 2, 1, 1)


def test_document_without_a_person_is_refused() -> None:
    """If there is no other."""
    with pytest.raises(ReadError, match="data: data: expected a person"):
        read({"data": {"full_name": True}})


@pytest.mark.parametrize(
    ("person", "name", "url"),
    [
        pytest.param(RAVI, "ravi shah", None, id="name"),
        pytest.param({"first_name": "ravi", "last_name": "shah"}, "ravi shah", None, id="parts"),
        pytest.param({"linkedin_url": "linkedin.com/in/r"}, "", "linkedin.com/in/r", id="url"),
        pytest.param({"linkedin_username": "r"}, "", "linkedin.com/in/r", id="username"),
        pytest.param(
            {**RAVI, "linkedin_url": True, "profiles": [None, {"url": "linkedin.com/in/r"}]},
            "ravi shah",
            "linkedin.com/in/r",
            id="profiles",
        ),
    ],
)
def test_person_is_known_by_name_or_address(
    person: dict[str, Any], name: str, url: str | None
) -> None:
    """Whichever is not withheld."""
    (found,) = read(person).people
    assert (name, url) == (found.name, found.url)


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        pytest.param({}, "2016-05 to 2019", id="dated"),
        pytest.param({"end_date": None}, "2016-05 to unknown", id="no-end"),
        pytest.param({"end_date": None, "is_primary": True}, "2016-05 to ongoing", id="primary"),
        pytest.param({"end_date": False, "is_primary": True}, "2016-05 to ongoing", id="false"),
        pytest.param({"end_date": True, "is_primary": True}, "2016-05 to unknown", id="withheld"),
        pytest.param({"is_primary": True}, "2016-05 to 2019", id="ended-primary"),
        pytest.param({"start_date": True}, "unknown to 2019", id="withheld-start"),
        pytest.param(
            {"start_date": None, "end_date": None, "is_primary": True},
            "unknown to ongoing",
            id="primary-without-start",
        ),
    ],
)
def test_position_is_current_only_if_primary(entry: dict[str, Any], expected: str) -> None:
    """A blank end of another one is unknown, and so is a withheld date."""
    assert expected == str(job(**entry).period)


@pytest.mark.parametrize(
    ("company", "expected"),
    [
        pytest.param({"linkedin_id": "1035", "website": "acme.com"}, "linkedin:1035", id="both"),
        pytest.param({"linkedin_id": 1035}, "linkedin:1035", id="number"),
        pytest.param({"linkedin_id": True, "website": "a.com"}, "domain:a.com", id="withheld"),
        pytest.param({"linkedin_id": ["1035"]}, None, id="list"),
        pytest.param({}, None, id="none"),
    ],
)
def test_company_id_is_kept(company: dict[str, Any], expected: str | None) -> None:
    """LinkedIn's number, else the website."""
    assert expected == job(company={"name": "acme", **company}).organization_id


def test_company_id_of_another_type_is_reported() -> None:
    """With its path; the job stays."""
    company = {"name": "acme", "linkedin_id": 9.5}
    found = read({**RAVI, "experience": [{"company": company}]})
    assert told(found) == ["data experience[0].company.linkedin_id: '9.5' is not a text"]
    assert len(found.people[0].history.engagements) == 1


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        pytest.param(["leeds, united kingdom"], "leeds, united kingdom", id="one"),
        pytest.param(["leeds", "hull"], None, id="several"),
        pytest.param([17], None, id="number"),
        pytest.param("leeds", None, id="text"),
    ],
)
def test_place_of_work_is_the_persons(names: Any, expected: str | None) -> None:
    """Never the seat of the company, which all of its people share."""
    company = {"name": "acme", "location": {"name": "reno, nevada"}, "size": "10001+"}
    found = job(location_names=names, company=company)
    assert (expected, None) == (found.location, found.headcount)


@pytest.mark.parametrize("names", [[17], "leeds", {"leeds": 1}])
def test_places_of_another_kind_are_reported(names: Any) -> None:
    """With where they stand."""
    company = {"name": "acme"}
    job = {"company": company, "location_names": names}
    (told,) = read({**RAVI, "experience": [job]}).diagnostics
    assert "experience[0].location_names" in str(told)
    assert "is not a list of texts" in str(told)


def test_title_is_read() -> None:
    """As the source has it; a withheld one is none."""
    titles = ({"name": "clerk"}, True, None)
    assert [job(title=title).title for title in titles] == ["clerk", None, None]


def test_education_is_read() -> None:
    """With the id of the school."""
    school = {"name": "westmarch college", "website": "westmarch.example"}
    (ravi,) = read({**RAVI, "education": [{"school": school}]}).people
    expected = Education("westmarch college", organization_id="domain:westmarch.example")
    assert (expected,) == ravi.history.engagements


def test_job_history_is_never_read() -> None:
    """It has titles without dates."""
    (ravi,) = read({**RAVI, "job_history": [{"company_name": "acme"}]}).people
    assert ravi.history.engagements == ()


@pytest.mark.parametrize(
    ("section", "entry", "expected"),
    [
        pytest.param(
            "experience", {"company": True}, "not an entry with 'company.name'", id="company"
        ),
        pytest.param("education", {}, "not an entry with 'school.name'", id="school"),
        pytest.param("experience", None, "'null' is not an object", id="null"),
        pytest.param(
            "experience",
            {**JOB, "end_date": "2012"},
            "period '2016-05 to 2012': expected an end on or after the start",
            id="backwards",
        ),
        pytest.param(
            "education",
            {"school": {"name": "x"}, "start_date": "2019", "end_date": "2012"},
            "period '2019 to 2012': expected an end on or after the start",
            id="backwards-school",
        ),
    ],
)
def test_entry_that_does_not_fit_is_reported(section: str, entry: Any, expected: str) -> None:
    """And the history is complete no more."""
    found = read({**RAVI, section: [entry]})
    assert expected in told(found)[0]
    assert told(found)[0].startswith(f"data {section}[0]: ")
    assert not found.people[0].history.complete


@pytest.mark.parametrize("value", [True, False])
@pytest.mark.parametrize("section", ["experience", "education"])
def test_withheld_section_makes_a_history_incomplete(section: str, value: bool) -> None:  # noqa: FBT001 # the case
    """There is something that is not told."""
    assert not read({**RAVI, section: value}).people[0].history.complete


def test_caller_says_of_what_day_the_records_are() -> None:
    """And whether they are complete."""
    day = dt.date(2026, 3, 1)
    (ravi,) = read(RAVI, recorded_on=day, complete=False).people
    assert Person("ravi shah") == Person(ravi.name, ravi.url)
    assert (day, False) == (ravi.history.recorded_on, ravi.history.complete)
