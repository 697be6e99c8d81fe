"""The reader of resumes in JSON Resume."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import attrs
import jsonschema
import pytest

from endorsecheck._matching import name_of
from endorsecheck.exceptions import ReadError
from endorsecheck.models import Education, Position, Project, Volunteering
from endorsecheck.readers import PeopleRead, TableCount, json_resume

DATA = Path(__file__).parent / "data" / "resumes"
EXAMPLES = Path(__file__).parents[1] / "examples" / "data" / "resumes"
SCHEMA = json.loads((DATA / "schema.json").read_text("utf-8"))
SAMPLES = [DATA / f"{name}.json" for name in ("career-changer", "new-grad", "sample")]
SAMPLES += [DATA / "senior-engineer.json", *sorted(EXAMPLES.glob("*.json"))]


def read(resume: dict[str, Any], **options: Any) -> PeopleRead:
    """What is read of a resume of Ravi Shah with these sections."""
    text = json.dumps({"basics": {"name": "Ravi Shah"}, **resume})
    return json_resume.read_people(text.encode(), **options)


def first(section: str, **entry: Any) -> Any:
    """The engagement of the only entry of a section."""
    (ravi,) = read({section: [entry]}).people
    return ravi.history.engagements[0]


def told(found: PeopleRead) -> list[str]:
    """What was noticed, in words."""
    return [str(each) for each in found.diagnostics]


# ---- the schema's own samples ------------------------------------------------------------------


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_records_are_as_their_classes_make_them(path: Path) -> None:
    """Those of a resume skip the checks that its cells have passed."""
    (person,) = json_resume.read_people(path).people
    stays = person.history.engagements
    assert stays
    assert [attrs.evolve(each) for each in stays] == list(stays)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_sample_is_valid(path: Path) -> None:
    """By the schema of JSON Resume, also what it lets pass (a month 13)."""
    jsonschema.validate(json.loads(path.read_text("utf-8")), SCHEMA)


@pytest.mark.parametrize(
    ("name", "person", "url", "expected", "recorded_on"),
    [
        pytest.param(
            "sample",
            "Richard Hendriks",
            None,
            [
                "Pied Piper 2013-12-01 to 2014-12-01",
                "CoderDojo 2012-01-01 to 2013-01-01",
                "Miss Direction 2016-08-24 to 2016-08-24",
                "University of Oklahoma 2011-06-01 to 2014-01-01",
            ],
            dt.date(2017, 12, 24),
            id="sample",
        ),
        pytest.param(
            "new-grad",
            "Maya Okonkwo",
            "https://www.linkedin.com/in/maya-okonkwo",
            [
                "Outreach 2024-06-01 to 2024-09-01",
                "Allen Institute for AI 2023-06-01 to 2023-09-01",
                "DormSwap 2024-09-01 to 2025-05-01",
                "gradient-viz 2024-01-01 to 2024-03-01",
                "University of Washington 2021-09-01 to 2025-06-01",
            ],
            dt.date(2025, 6, 15),
            id="new-grad",
        ),
        pytest.param(
            "career-changer",
            "Daniel Reyes",
            "https://www.linkedin.com/in/danielreyesdata",
            [
                "Freelance 2024-08-01 to 2025-04-01",
                "Salt & Cedar Restaurant Group 2018-03-01 to 2024-07-01",
                "Café Lumen 2016-01-01 to 2018-02-01",
                "Central Texas Food Bank 2024-02-01 to 2025-03-01",
                "Austin Free-Net 2023-09-01 to 2024-06-01",
                "Austin Community College 2012-09-01 to 2014-05-01",
            ],
            dt.date(2025, 4, 20),
            id="career-changer",
        ),
        pytest.param(
            "senior-engineer",
            "Dr. Lena Vasquez",
            "https://www.linkedin.com/in/lena-vasquez-eng",
            [
                "Confluent 2020-02-01 to ongoing",
                "Dropbox 2015-06-01 to 2020-01-01",
                "Rackspace 2011-08-01 to 2015-05-01",
                "raft-lab 2019-01-01 to ongoing",
                "University of Texas at Austin 2006-09-01 to 2011-06-01",
                "University of Texas at Austin 2002-09-01 to 2006-05-01",
            ],
            dt.date(2025, 3, 2),
            id="senior-engineer",
        ),
    ],
)
def test_sample_is_read_whole(
    name: str, person: str, url: str | None, expected: list[str], recorded_on: dt.date
) -> None:
    """Who, where, when, and of what day; nothing to report."""
    found = json_resume.read_resume(DATA / f"{name}.json")
    (who,) = found.people
    assert expected == [f"{name_of(each)} {each.period}" for each in who.history.engagements]
    assert (person, url, recorded_on) == (who.name, who.url, who.history.recorded_on)
    assert who.history.complete
    assert found.diagnostics == ()


# ---- sections ----------------------------------------------------------------------------------


def test_work_is_a_position() -> None:
    """With title and place, and where it stands."""
    found = first("work", name="Acme", position="Clerk", location="Leeds", startDate="2016")
    assert (Position, "Acme", "Clerk", "Leeds") == (
        type(found),
        found.organization,
        found.title,
        found.location,
    )
    assert str(found.provenance) == "data work[0]"


def test_volunteer_is_volunteering() -> None:
    """With the role."""
    found = first("volunteer", organization="Choir", position="Alto")
    assert Volunteering("Choir", "Alto") == found


def test_education_is_education() -> None:
    """With degree and subject."""
    found = first("education", institution="Westmarch College", studyType="BSc", area="Physics")
    assert Education("Westmarch College", "BSc Physics") == found


def test_project_has_the_entity_it_was_done_for() -> None:
    """Its organization."""
    assert Project("Apollo", "Acme") == first("projects", name="Apollo", entity="Acme")


@pytest.mark.parametrize(
    ("section", "entry"),
    [
        pytest.param("work", {"company": "Acme"}, id="work-company"),
        pytest.param("work", {"name": "", "company": "Acme"}, id="work-both"),
        pytest.param("volunteer", {"name": "Acme"}, id="volunteer-name"),
    ],
)
def test_older_names_are_read(section: str, entry: dict[str, str]) -> None:
    """As earlier drafts of the schema had them."""
    assert first(section, **entry).organization == "Acme"


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        pytest.param({"startDate": "2016"}, "2016 to ongoing", id="no-end"),
        pytest.param({"startDate": "2016", "endDate": ""}, "2016 to ongoing", id="blank-end"),
        pytest.param({"endDate": "2016"}, "unknown to 2016", id="no-start"),
        pytest.param({}, "unknown to unknown", id="undated"),
        pytest.param({"startDate": "about 2016"}, "unknown to ongoing", id="unreadable-start"),
    ],
)
def test_no_end_is_the_present(dates: dict[str, str], expected: str) -> None:
    """Where there is a start; without any date nothing is known."""
    assert expected == str(first("work", name="Acme", **dates).period)


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        pytest.param(None, "data work[0]: 'null' is not an object", id="null"),
        pytest.param("Acme", "data work[0]: 'Acme' is not an object", id="text"),
        pytest.param({}, "data work[0]: without a name, expected 'name'", id="nameless"),
        pytest.param(
            {"name": "Acme", "startDate": "2019", "endDate": "2016"},
            "data work[0]: period '2019 to 2016': expected an end on or after the start",
            id="backwards",
        ),
    ],
)
@pytest.mark.parametrize("section", ["work"])
def test_entry_that_does_not_fit_is_reported(section: str, entry: Any, expected: str) -> None:
    """And the history is complete no more."""
    found = read({section: [entry, {"name": "Northgate"}]})
    assert [expected] == told(found)
    assert found.tables[1] == TableCount(section, 2, 1, 1)
    assert not found.people[0].history.complete


@pytest.mark.parametrize("section", ["volunteer", "projects", "education"])
def test_nameless_entry_is_reported(section: str) -> None:
    """In every section."""
    assert [f"data {section}[0]: without a name"] == [
        text.partition(",")[0] for text in told(read({section: [{}]}))
    ]


@pytest.mark.parametrize("date", ["2020-13", "2020-02-39", "2999"])
def test_date_that_the_pattern_lets_pass_is_reported(date: str) -> None:
    """The schema accepts it, the calendar does not; the entry stays."""
    jsonschema.validate({"work": [{"startDate": date}]}, SCHEMA)
    found = read({"work": [{"name": "Acme", "startDate": date}]})
    assert [f"data work[0].startDate: '{date}' is not a date"] == told(found)
    assert found.people[0].history.complete


# ---- who and when ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("basics", "expected"),
    [
        pytest.param({"url": "https://ravi.example"}, None, id="other-site"),
        pytest.param({"url": "linkedin.com/in/ravi/"}, "linkedin.com/in/ravi/", id="url"),
        pytest.param({"website": "linkedin.com/in/ravi"}, "linkedin.com/in/ravi", id="older-url"),
        pytest.param(
            {"profiles": [{"network": "X", "url": "x.example/r"}, {"url": "linkedin.com/in/r"}]},
            "linkedin.com/in/r",
            id="profile",
        ),
        pytest.param(
            {"profiles": [{"network": "Linked In", "username": "ravi"}]},
            "www.linkedin.com/in/ravi",
            id="username",
        ),
        pytest.param({"profiles": [{"network": "LinkedIn"}]}, None, id="no-username"),
        pytest.param({"profiles": [{"network": "X", "username": "ravi"}]}, None, id="other"),
        pytest.param({"url": "https://linkedin.com/company/acme"}, None, id="company"),
    ],
)
def test_linkedin_profile_is_the_address(basics: dict[str, Any], expected: str | None) -> None:
    """Other sites are no key by which endorsers are known."""
    (ravi,) = read({"basics": {"name": "Ravi Shah", **basics}}).people
    assert expected == ravi.url


def test_profile_that_is_none_is_reported() -> None:
    """And the others are looked at."""
    found = read({"basics": {"profiles": [17, {"url": "linkedin.com/in/ravi"}]}})
    assert found.people[0].url == "linkedin.com/in/ravi"
    assert told(found) == ["data basics.profiles[0]: '17' is not an object"]


def test_unreadable_day_of_recording_is_reported() -> None:
    """And not known."""
    found = read({"meta": {"lastModified": "yesterday"}})
    assert found.people[0].history.recorded_on is None
    assert told(found) == ["data meta.lastModified: 'yesterday' is not an ISO 8601 day"]


def test_caller_may_say_that_resumes_are_incomplete() -> None:
    """Some tell of the last ten years only."""
    assert not read({}, complete=False).people[0].history.complete


# ---- one resume --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(b"[]", "expected one resume, found 0 documents", id="empty-array"),
        pytest.param(b'[{"basics": {"name": "R"}}]', "found an array", id="array"),
        pytest.param(b'{"basics": {"name": "R"}}\n{}', "found 2 documents", id="lines"),
        pytest.param(b"{}", "expected a resume with a name or a LinkedIn", id="no-resume"),
    ],
)
def test_other_than_one_resume_is_refused(text: bytes, expected: str) -> None:
    """By the reader of a single one."""
    with pytest.raises(ReadError, match=expected):
        json_resume.read_resume(text)
