"""The reader of ORCID records."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import pytest

from endorsecheck.exceptions import ReadError
from endorsecheck.models import Education, Position, Volunteering
from endorsecheck.readers import Limits, PeopleRead, TableCount, orcid

EXAMPLE = Path(__file__).parents[1] / "examples" / "data" / "orcid.json"
SUMMARIES = {
    "employments": ("employment-summary", Position),
    "invited-positions": ("invited-position-summary", Position),
    "educations": ("education-summary", Education),
    "services": ("service-summary", Volunteering),
}


def name(given: str | None = "Gail", family: str | None = "Petrov", credit: Any = None) -> Any:
    """The name of a person, each part in an object or null."""
    parts = {"given-names": given, "family-name": family, "credit-name": credit}
    return {key: {"value": part} if part else None for key, part in parts.items()}


def job(**entry: Any) -> dict[str, Any]:
    """An affiliation."""
    fields = {key.replace("_", "-"): value for key, value in entry.items()}
    return {"organization": {"name": "Brightwater Labs"}, **fields}


def day(*parts: str | None) -> dict[str, Any]:
    """A date of year, month and day."""
    return {
        key: {"value": part} if part else None
        for key, part in zip(("year", "month", "day"), parts, strict=False)
    }


def record(*entries: Any, section: str = "employments", **more: Any) -> dict[str, Any]:
    """A record of version 3 with these entries in one section."""
    summary, _ = SUMMARIES[section]
    groups = [{"summaries": [{summary: entry}]} for entry in entries]
    return {
        "orcid-identifier": {"uri": "https://orcid.org/0000-0000-0000-0000"},
        "person": {"name": name()},
        "activities-summary": {section: {"affiliation-group": groups}},
        **more,
    }


def read(document: Any, **options: Any) -> PeopleRead:
    """What is read of a record."""
    return orcid.read_people(json.dumps(document).encode(), **options)


def first(**entry: Any) -> Any:
    """The engagement of the only entry."""
    (gail,) = read(record(job(**entry))).people
    return gail.history.engagements[0]


def told(found: PeopleRead) -> list[str]:
    """What was noticed, in words."""
    return [str(each) for each in found.diagnostics]


def test_example_is_read() -> None:
    """With its day, its profile, and who asserts what."""
    found = orcid.read_people(EXAMPLE)
    (gail,) = found.people
    assert found.diagnostics == ()
    assert (gail.name, gail.url) == (
        "Gail Petrov",
        "https://www.linkedin.com/in/gail-petrov-example",
    )
    assert gail.history.recorded_on == dt.date(2026, 6, 1)
    assert [each.provenance and each.provenance.path for each in gail.history.engagements] == [
        "activities-summary.employments.affiliation-group[0].summaries[0].employment-summary",
        "activities-summary.educations.affiliation-group[0].summaries[0].education-summary",
    ]
    assert [each.provenance and each.provenance.note for each in gail.history.engagements] == [
        "asserted by Brightwater Labs",
        "self-asserted",
    ]


@pytest.mark.parametrize("section", SUMMARIES)
def test_section_is_read(section: str) -> None:
    """Employments, invited positions, educations and services, each as what it is."""
    found = read(record(job(), section=section))
    (stay,) = found.people[0].history.engagements
    assert SUMMARIES[section][1].__name__ == type(stay).__name__
    assert TableCount(section, 1, 1, 0) in found.tables


def test_record_of_version_2_is_read() -> None:
    """It lacks the level of affiliation groups."""
    activities = {"employments": {"employment-summary": [job()]}}
    more: dict[str, Any] = {"activities-summary": activities}
    (gail,) = read(record(**more)).people
    assert [each.organization for each in gail.history.engagements] == ["Brightwater Labs"]


def test_history_is_incomplete_unless_told_otherwise() -> None:
    """People list what they choose; what could not be read is missing in any case."""
    assert not read(record(job())).people[0].history.complete
    assert read(record(job()), complete=True).people[0].history.complete
    assert not read(record(job(), None), complete=True).people[0].history.complete


@pytest.mark.parametrize(
    ("person", "expected"),
    [
        pytest.param(name(credit="G. Petrov"), "Gail Petrov", id="full"),
        pytest.param(name(family=None, credit="Gail P."), "Gail P.", id="credit"),
        pytest.param(name(family=None), "Gail", id="given"),
        pytest.param(name(given=None), "Petrov", id="family"),
    ],
)
def test_full_name_is_read(person: Any, expected: str) -> None:
    """The one to be credited with only where a part is missing."""
    (gail,) = read(record(person={"name": person})).people
    assert expected == gail.name


def test_address_is_the_linkedin_profile_alone() -> None:
    """An ORCID iD is no key by which endorsers are known."""
    links = [{"url": {"value": "https://gail.example"}}, 7, {"url": "linkedin.com/in/gail"}]
    person = {"name": name(), "researcher-urls": {"researcher-url": links}}
    assert [read(each).people[0].url for each in (record(), record(person=person))] == [
        None,
        "linkedin.com/in/gail",
    ]


def test_record_without_a_name_is_refused() -> None:
    """Nobody could be told by it."""
    with pytest.raises(ReadError, match="expected an ORCID record with a name"):
        read(record(person=None))


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        pytest.param(day("2016"), None, "2016 to ongoing", id="year"),
        pytest.param(day("2016", "05"), day("2019", "3", "2"), "2016-05 to 2019-03-02", id="fine"),
        pytest.param(day("2016", None, "12"), None, "2016 to ongoing", id="no-month"),
        pytest.param(None, day("2019"), "unknown to 2019", id="no-start"),
        pytest.param({"year": 2016}, None, "2016 to ongoing", id="number"),
    ],
)
def test_date_is_read_as_precise_as_it_is(start: Any, end: Any, expected: str) -> None:
    """No end is the present."""
    assert expected == str(first(start_date=start, end_date=end).period)


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        pytest.param(day("2016", "13"), "start-date: '2016-13' is not a year", id="month-13"),
        pytest.param(day(None), "start-date: '' is not a year", id="empty"),
        pytest.param(day("soon"), "start-date.year: 'soon' is not a number", id="word"),
        pytest.param({"year": True}, "start-date.year: 'True' is not a number", id="true"),
        pytest.param(day("1" * 900), "start-date: '11111' is not a year", id="digits"),
        pytest.param(17, "start-date: '17' is not an object", id="no-object"),
    ],
)
def test_date_that_cannot_be_read_is_reported(date: Any, expected: str) -> None:
    """And unknown."""
    found = read(record(job(start_date=date)))
    (stay,) = found.people[0].history.engagements
    assert str(stay.period) == "unknown to ongoing"
    assert expected in told(found)[0]


@pytest.mark.parametrize(
    ("source", "number", "expected"),
    [
        pytest.param("ROR", "https://ror.org/04fa4r544", "ror:04fa4r544", id="ror"),
        pytest.param("GRID", "grid.270240.3", "grid:grid.270240.3", id="grid"),
        pytest.param("RINGGOLD", "1438", "ringgold:1438", id="ringgold"),
        pytest.param("LEI", "5493001KJTIIGC8Y1R12", "lei:5493001KJTIIGC8Y1R12", id="lei"),
        pytest.param("FUNDREF", "10.13039/1", None, id="other"),
        pytest.param("ROR", None, None, id="no-number"),
    ],
)
def test_organization_id_is_kept(source: str, number: str | None, expected: str | None) -> None:
    """Of the registries that are known."""
    known = {
        "disambiguation-source": source,
        "disambiguated-organization-identifier": number,
    }
    organization = {"name": "Brightwater Labs", "disambiguated-organization": known}
    assert expected == first(organization=organization).organization_id


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param(None, "self-asserted", id="none"),
        pytest.param({"source-orcid": {"path": "0"}}, "self-asserted", id="person"),
        pytest.param({"source-client-id": {"path": "A"}}, "asserted by an organization", id="b"),
        pytest.param(
            {"source-client-id": {"path": "A"}, "assertion-origin-orcid": {"path": "0"}},
            "self-asserted",
            id="on-behalf",
        ),
    ],
)
def test_who_asserts_it_is_noted(source: Any, expected: str) -> None:
    """The person, also by the hand of an organization, or an organization."""
    assert expected == first(source=source).provenance.note


def test_role_and_department_are_title_and_team() -> None:
    """The city is that of the organization, and not read."""
    organization = {"name": "Brightwater Labs", "address": {"city": "Hull"}}
    stay = first(role_title="Chemist", department_name="Chemistry", organization=organization)
    assert (stay.title, stay.team, stay.location) == ("Chemist", "Chemistry", None)


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        pytest.param(job(organization=None), "not an entry with 'organization.name'", id="none"),
        pytest.param(
            job(start_date=day("2019"), end_date=day("2016")),
            "period '2019 to 2016': expected an end on or after the start",
            id="backwards",
        ),
    ],
)
@pytest.mark.parametrize("section", SUMMARIES)
def test_entry_that_does_not_fit_is_reported(entry: Any, expected: str, section: str) -> None:
    """With its path, and counted."""
    found = read(record(entry, section=section))
    assert expected in told(found)[0]
    assert TableCount(section, 1, 0, 1) in found.tables


def test_group_that_is_none_is_reported() -> None:
    """And what stands in the place of its summaries."""
    groups = [None, {"summaries": [7]}, {"summaries": [{"employment-summary": job()}]}]
    more: dict[str, Any] = {"activities-summary": {"employments": {"affiliation-group": groups}}}
    found = read(record(**more))
    assert TableCount("employments", 3, 1, 2) in found.tables
    assert len(told(found)) == 2


@pytest.mark.parametrize(
    "activities",
    [
        pytest.param("none", id="all"),
        pytest.param({"employments": "none"}, id="section"),
        pytest.param({"employments": {"affiliation-group": "none"}}, id="groups"),
    ],
)
def test_what_cannot_be_read_of_the_activities_leaves_the_history_incomplete(
    activities: Any,
) -> None:
    """Also where the caller says that records tell the whole career."""
    found = read(record(**{"activities-summary": activities}), complete=True)
    assert not found.people[0].history.complete
    assert len(found.diagnostics) == 1


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param(1780272000000, dt.date(2026, 6, 1), id="milliseconds"),
        pytest.param("2026-06-01T10:00:00Z", dt.date(2026, 6, 1), id="text"),
        pytest.param(None, None, id="none"),
        pytest.param(10**30, None, id="huge"),
        pytest.param("soon", None, id="word"),
        pytest.param(1.5, None, id="fraction"),
        pytest.param(True, None, id="true"),
    ],
)
def test_day_of_recording_is_that_of_the_last_change(value: Any, expected: Any) -> None:
    """One that cannot be read is reported."""
    found = read(record(history={"last-modified-date": {"value": value}}))
    assert expected == found.people[0].history.recorded_on
    assert bool(found.diagnostics) == (expected is None and value is not None)


# ---- XML ---------------------------------------------------------------------------------------

XML = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<record:record path="/0000-0000-0000-0000"
    xmlns:record="http://www.orcid.org/ns/record" xmlns:common="http://www.orcid.org/ns/common"
    xmlns:person="http://www.orcid.org/ns/person" xmlns:history="http://www.orcid.org/ns/history"
    xmlns:personal-details="http://www.orcid.org/ns/personal-details"
    xmlns:researcher-url="http://www.orcid.org/ns/researcher-url"
    xmlns:activities="http://www.orcid.org/ns/activities"
    xmlns:employment="http://www.orcid.org/ns/employment">
  <common:orcid-identifier><common:uri>https://orcid.org/0</common:uri></common:orcid-identifier>
  <history:history>
    <common:last-modified-date>2026-06-01T10:00:00.000Z</common:last-modified-date>
  </history:history>
  <person:person>
    <person:name>
      <personal-details:given-names>Zoë</personal-details:given-names>
      <personal-details:family-name>Petrov</personal-details:family-name>
    </person:name>
    <researcher-url:researcher-urls>
      <researcher-url:researcher-url>
        <researcher-url:url>https://www.linkedin.com/in/zoe-petrov</researcher-url:url>
      </researcher-url:researcher-url>
    </researcher-url:researcher-urls>
  </person:person>
  <activities:activities-summary>
    <activities:employments>
      <activities:affiliation-group>
        <employment:employment-summary>
          <common:source><common:source-orcid><common:path>0</common:path></common:source-orcid>
          </common:source>
          <common:role-title>Chemist</common:role-title>
          <common:start-date><common:year>2011</common:year><common:month>04</common:month>
          </common:start-date>
          <common:organization><common:name>Brightwater Labs</common:name>
            <common:disambiguated-organization>
              <common:disambiguated-organization-identifier>https://ror.org/04fa4r544
              </common:disambiguated-organization-identifier>
              <common:disambiguation-source>ROR</common:disambiguation-source>
            </common:disambiguated-organization>
          </common:organization>
        </employment:employment-summary>
      </activities:affiliation-group>
    </activities:employments>
  </activities:activities-summary>
</record:record>
"""


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(XML.encode(), id="utf-8"),
        pytest.param(b"\xef\xbb\xbf" + XML.encode(), id="marked"),
        pytest.param(XML.encode("utf-16"), id="utf-16"),
        pytest.param(XML.encode("cp1252"), id="windows"),
    ],
)
def test_xml_is_read_as_json_is(data: bytes) -> None:
    """In any encoding that can be told."""
    (zoe,) = orcid.read_people(data).people
    (stay,) = zoe.history.engagements
    assert (zoe.name, zoe.url) == ("Zoë Petrov", "https://www.linkedin.com/in/zoe-petrov")
    assert zoe.history.recorded_on == dt.date(2026, 6, 1)
    assert (str(stay.period), stay.organization_id) == ("2011-04 to ongoing", "ror:04fa4r544")
    assert stay.provenance is not None
    assert stay.provenance.note == "self-asserted"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(XML[:-20], "no XML: ", id="cut"),
        pytest.param("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "declares entities", id="entity"),
        pytest.param("<a>" * 70 + "</a>" * 70, "nested deeper than 64 levels", id="deep"),
        pytest.param(f"<a>{escape('<')}\x00</a>", "no XML: ", id="null-character"),
        pytest.param("<record/>", "expected an ORCID record with a name", id="other"),
    ],
)
def test_other_xml_is_refused(text: str, expected: str) -> None:
    """With the name of the file."""
    with pytest.raises(ReadError, match=expected):
        orcid.read_people(text.encode())


def test_xml_is_as_deep_as_the_limit_says() -> None:
    """One level more is refused."""
    limits = Limits(max_depth=8)
    assert len(orcid.read_people(XML.encode(), limits=limits).people) == 1
    with pytest.raises(ReadError, match="nested deeper"):
        orcid.read_people(XML.encode(), limits=Limits(max_depth=7))
