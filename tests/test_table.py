"""People in a spreadsheet, and the worksheet to gather them with."""

from __future__ import annotations

import csv
import datetime as dt
import io
from pathlib import Path
from typing import Any

import pytest

import endorsecheck as ec
from endorsecheck.readers import Severity, TableCount, table

COLUMNS = (
    *("Name", "URL", "Kind", "Organization", "School", "Title", "Project", "Started On"),
    *("Finished On", "Complete", "Recorded On", "Relationship", "Skills", "Team", "Location"),
    "Headcount",
)
URL = "https://www.linkedin.com/in/ravi-shah-example"
LONG = "row 2, 'Started On': no date, expected at most 64 characters, found 70"


def sheet(*rows: dict[str, str]) -> bytes:
    """A file with all columns; the keys are those of ``COLUMNS`` in short."""
    file = io.StringIO()
    writer = csv.DictWriter(file, COLUMNS, restval="")
    writer.writeheader()
    writer.writerows({"Name": "Ravi Shah"} | row for row in rows)
    return file.getvalue().encode()


def read(*rows: dict[str, str], **options: Any) -> table.PeopleFile:
    """The people of such a file."""
    return table.read_people(sheet(*rows), **options)


def one(row: dict[str, str], **options: Any) -> tuple[ec.Person, list[str]]:
    """The person of a single row, and what was said."""
    found = read(row, **options)
    assert found.tables == (TableCount("data", rows=1, used=1, reported=0),)
    return found.people[0], said(found)


def said(found: table.PeopleFile) -> list[str]:
    """The diagnostics as text, without the name of the file."""
    return [str(each).removeprefix("data").lstrip(": ") for each in found.diagnostics]


# ---- columns -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "header",
    [
        pytest.param("Name,URL,Organization,Title,Started On,Finished On", id="as-documented"),
        pytest.param("NAME,url,organization,TITLE,started_on,FinishedOn", id="letters-alone"),
        pytest.param("Person,Person Url,Company,Job Title,Start,End", id="person-and-company"),
        pytest.param("Full Name,Profile URL,Employer,Role,From,To", id="employer-and-role"),
        pytest.param("Contact,LinkedIn,Organisation,Position,Since,Until", id="since-and-until"),
        pytest.param("Colleague;Profile;Firm;Job Title;Joined;Left", id="semicolons"),
        pytest.param("\ufeffPerson\tLinkedIn URL\tOrg\tRole\tBegin\tTill", id="mark-and-tabs"),
    ],
)
def test_columns_go_by_many_names(header: str) -> None:
    """Whatever a person is likely to write above them, between whatever delimiter."""
    delimiter = next(mark for mark in ",;\t" if mark in header)
    row = delimiter.join(("Ravi Shah", URL, "Acme Corp", "Welder", "2015", "Mar 2019"))
    job = ec.Position("Acme Corp", "Welder", period=ec.Period.parse("2015", "Mar 2019"))
    history = ec.WorkHistory([job], complete=False)
    found = table.read_people(f"{header}\n{row}\n".encode())
    assert (found.people, found.diagnostics) == ((ec.Person("Ravi Shah", URL, history),), ())


def test_first_and_last_name_make_a_name() -> None:
    """As other programs write them."""
    found = table.read_people(b"First Name,Surname,Company\nRavi,Shah,Acme\n,Cher,Acme\n")
    assert [each.name for each in found.people] == ["Ravi Shah", "Cher"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Person Url,Start,End\n",
            "row 1: a header without 'Organization' or 'Organisation' or 'Company' or 'Employer' "
            "or 'Project' or 'Relationship' or 'School'",
            id="no-place",
        ),
        pytest.param(
            "Company,Start\n", "row 1: a header without 'Name' or 'Person'", id="no-name"
        ),
        pytest.param("%PDF-1.7\n", "no header, expected one with 'Name'", id="no-table"),
        pytest.param("Name,Company,Name\n", "row 1: two columns are called 'Name'", id="twice"),
    ],
)
def test_column_that_is_needed_and_missing_is_an_error(text: str, expected: str) -> None:
    """It is named with the other headings it may have."""
    with pytest.raises(ec.ReadError) as caught:
        table.read_people(text.encode())
    assert f"data: {expected}" in str(caught.value).replace("data row", "data: row")


def test_workbook_is_an_error_that_says_what_to_do(tmp_path: Path) -> None:
    """It is an archive, as is an export; a folder is no table either."""
    for source in (b"PK\x05\x06" + bytes(18), tmp_path):
        with pytest.raises(ec.ReadError, match="a workbook has to be saved as CSV first"):
            table.read_people(source)


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        pytest.param(
            "Name,Orgnisation,Company,",
            ["columns that are not known and not read: 'Orgnisation'"],
            id="misspelt",
        ),
        pytest.param(
            "Name,Company,a,b,c,d,e,f,g",
            ["columns that are not known and not read: 'a', 'b', 'c', 'd', 'e' and 2 more"],
            id="many",
        ),
        pytest.param("Name,Company,Skills Endorsed,Known", [], id="those-of-the-worksheet"),
    ],
)
def test_columns_that_are_not_read_are_said(header: str, expected: list[str]) -> None:
    """In case one is misspelt."""
    found = table.read_people(f"{header}\n".encode())
    assert said(found) == expected
    assert all(each.severity is Severity.INFO for each in found.diagnostics)


# ---- engagements ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        pytest.param({"Organization": "Acme"}, ec.Position("Acme"), id="position-by-default"),
        pytest.param(
            {"Organization": "Acme", "Kind": "Job", "Title": "Welder"},
            ec.Position("Acme", "Welder"),
            id="position",
        ),
        pytest.param(
            {"Organization": "Acme", "Headcount": ""}, ec.Position("Acme"), id="headcount-not-said"
        ),
        pytest.param(
            {"Organization": "Acme", "Project": "Apollo"},
            ec.Project("Apollo", "Acme"),
            id="project-by-its-column",
        ),
        pytest.param({"Project": "Apollo"}, ec.Project("Apollo"), id="project-alone"),
        pytest.param(
            {"Kind": "project", "Organization": "Acme", "Title": "Apollo"},
            ec.Project("Apollo", "Acme"),
            id="project-by-its-title",
        ),
        pytest.param(
            {"Kind": "Volunteer", "Organization": "Choir", "Title": "Alto"},
            ec.Volunteering("Choir", "Alto"),
            id="volunteering",
        ),
        pytest.param(
            {"Kind": "education", "Organization": "Westmarch", "Title": "BSc"},
            ec.Education("Westmarch", "BSc"),
            id="education",
        ),
        pytest.param({"School": "Westmarch"}, ec.Education("Westmarch"), id="school"),
        pytest.param(
            {"School": "Westmarch", "Kind": "position"}, ec.Position("Westmarch"), id="school-job"
        ),
        pytest.param(
            {
                "Organization": "Acme",
                "Skills": "Python; C++ |Go;",
                "Team": "Night",
                "Location": "Leeds",
                "Headcount": "250",
            },
            ec.Position(
                "Acme",
                skills=["Python", "C++", "Go"],
                team="Night",
                location="Leeds",
                headcount=250,
            ),
            id="details",
        ),
    ],
)
def test_engagement(row: dict[str, str], expected: ec.Engagement) -> None:
    """Its kind by the column, or by what the row says."""
    person, diagnostics = one(row)
    assert (person.history.engagements, diagnostics) == ((expected,), [])
    assert person.history.engagements[0].provenance == ec.Provenance("people-table", "data", 2)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1,000", 1_000),
        ("10.001+", 10_001),
        ("51-200 employees", 200),
        ("1 001 – 5 000", 5_000),
        ("12 people", 12),
        ("0", 0),
    ],
)
def test_headcount(text: str, expected: int) -> None:
    """Thousands, open ends, and the upper end of a range."""
    person, _ = one({"Organization": "Acme", "Headcount": text})
    assert person.history.engagements[0].headcount == expected


@pytest.mark.parametrize(
    ("dates", "expected", "diagnostics"),
    [
        pytest.param(("2015", "Present"), ("2015", "Present"), [], id="ongoing"),
        pytest.param(("2015", ""), ("2015", ""), [], id="blank-end-is-unknown"),
        pytest.param(
            ("Mar 15", "2019"),
            ("", "2019"),
            ["row 2, 'Started On': no date, expected a four-digit year: 'Mar 15'"],
            id="no-century",
        ),
        pytest.param(
            ("2015", "03/04/2019"),
            ("2015", ""),
            [
                (
                    "row 2, 'Finished On': no date, expected the hint dayfirst, as both orders "
                    "of day and month are real days: '03/04/2019'"
                )
            ],
            id="either-order",
        ),
        pytest.param(
            ("now", ""),
            ("", ""),
            ["row 2, 'Started On': 'now' is not a date on which something started"],
            id="ongoing-start",
        ),
        pytest.param(
            ("2019", "2015"),
            ("", ""),
            [
                (
                    "row 2, 'Started On': ends 2015, before it starts"
                    ", expected an end on or after the start: '2019'"
                )
            ],
            id="backwards",
        ),
        pytest.param(
            ("9" * 70, ""),
            ("", ""),
            [f"{LONG}: '{'9' * 57}...'"],
            id="long",
        ),
    ],
)
def test_dates_that_cannot_be_read_are_unknown(
    dates: tuple[str, str], expected: tuple[str, str], diagnostics: list[str]
) -> None:
    """The row is used, and the cell reported."""
    row = {"Organization": "Acme", "Started On": dates[0], "Finished On": dates[1]}
    person, found = one(row)
    assert [each.period for each in person.history.engagements] == [ec.Period.parse(*expected)]
    assert diagnostics == found


def test_headcount_that_is_no_number_is_reported() -> None:
    """The rest of the row is used."""
    person, diagnostics = one({"Organization": "Acme", "Headcount": "large"})
    assert person.history.engagements == (ec.Position("Acme"),)
    assert diagnostics == ["row 2, 'Headcount': 'large' is not a number of people"]


def test_hint_settles_the_order_of_day_and_month() -> None:
    """It is handed to every date."""
    row = {"Organization": "Acme", "Started On": "03/04/2019", "Recorded On": "03/04/2020"}
    person, _ = one(row, dayfirst=True)
    assert person.history.engagements[0].period.start == ec.PartialDate(2019, 4, 3)
    assert person.history.recorded_on == dt.date(2020, 4, 3)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        pytest.param({"Kind": "job"}, "no organization, project or relationship", id="kind-alone"),
        pytest.param({"Title": "x"}, "no organization, project or relationship", id="title-alone"),
        pytest.param(
            {"Kind": "hobby", "Organization": "Acme"},
            "'Kind': 'hobby' is not position, project, volunteering or education",
            id="kind-not-known",
        ),
        pytest.param(
            {"Kind": "job", "Project": "Apollo"},
            "'Organization': blank, expected a name for a position",
            id="job-nowhere",
        ),
        pytest.param(
            {"Kind": "project", "Organization": "Acme"},
            "'Project': blank, expected a name for a project",
            id="project-without-a-name",
        ),
        pytest.param(
            {"School": "Westmarch", "Organization": "Acme"},
            "'School': a school and an organization in one row: 'Westmarch'",
            id="two-places",
        ),
        pytest.param({"Name": "", "Organization": "Acme"}, "neither name nor URL", id="nobody"),
        pytest.param(
            {"Kind": "relationship", "Organization": "Acme"},
            "'Relationship': blank, expected how you know them",
            id="tie-without-a-kind",
        ),
    ],
)
def test_row_that_cannot_be_used_is_reported(row: dict[str, str], expected: str) -> None:
    """With the cell that is to blame, where there is one."""
    found = read(row)
    assert found.people == ()
    assert found.tables == (TableCount("data", rows=1, used=0, reported=1),)
    assert [each.replace("row 2: ", "row 2, ") for each in said(found)][:1] == [
        f"row 2, {expected}"
    ]
    assert found.diagnostics[0].severity is Severity.WARNING


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        pytest.param({}, "row 2: not filled in", id="untouched"),
        pytest.param(
            {"Complete": "yes"},
            "row 2: nothing to be complete: no organization, project or relationship",
            id="a-flag-alone",
        ),
    ],
)
def test_row_that_was_not_filled_in_loses_nothing(row: dict[str, str], expected: str) -> None:
    """The person's other rows may still be the whole history."""
    found = read({"Organization": "Acme", "Complete": "yes"}, row)
    assert found.people[0].history.complete
    assert said(found) == [expected.replace("row 2", "row 3")]
    assert found.diagnostics[0].severity is Severity.INFO
