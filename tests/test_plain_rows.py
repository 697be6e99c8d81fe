"""Plain rows read quickly are the same as rows read one by one, whatever stands in the others."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterator
from contextlib import contextmanager
from unittest import mock

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import endorsecheck as ec
from endorsecheck import report
from endorsecheck.readers import Limits, linkedin, table
from endorsecheck.readers._sheet import Sheet

AS_OF = dt.date(2026, 6, 30)

NAMES = ["Ravi Shah", "Lena Vogt", " Lena Vogt", "", "'=Ito", "' =Ito", "Zoë Ω"]
URLS = ["www.linkedin.com/in/ravi", "https://www.linkedin.com/in/lena/", "", "example.com"]
PLACES = ["Acme Corp", "Acme Corp ", "Borealis", "", "'@Home", "⟦U+000A⟧", "Stealth"]
DATES = ["Jan 2015", "2019", "", "Mar 2012", "Present", "never", "03/04/2019"]
ANSWERS = ["yes", "no", "", "perhaps", "YES"]
STAMPS = [
    *("2018/10/01 08:16:46 UTC", "2018/10/01 28:16:46 UTC", "2018/13/01 08:16:46 UTC"),
    *("2018-10-01", "", "2018/10/01 08:16:46 UTC ", "7/11/22, 5:40 PM"),
]
STATUSES = ["ACCEPTED", "HIDDEN", "accepted", "", "odd"]
EVENTS = ["04 May 2015", "12-Jun-19", "", "soon", "Present"]

PEOPLE = ("Name", "URL", "Organization", "Title", "Started On", "Finished On", "Complete")
RECEIVED = (
    *("Endorsement Date", "Skill Name", "Endorser First Name", "Endorser Last Name"),
    *("Endorser Public Url", "Endorsement Status"),
)
CONNECTIONS = ("First Name", "Last Name", "URL", "Company", "Position", "Connected On")


def rows(*columns: list[str]) -> st.SearchStrategy[list[tuple[str, ...]]]:
    """Give a few rows of cells, each from the values of its column."""
    return st.lists(st.tuples(*map(st.sampled_from, columns)), max_size=8)


def text(header: tuple[str, ...], body: list[tuple[str, ...]]) -> bytes:
    """A file of such rows, blank ones among them."""
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(header)
    writer.writerows(body)
    return file.getvalue().encode()


@contextmanager
def one_by_one() -> Iterator[None]:
    """Have every row read as one that is not plain."""
    with mock.patch.object(Sheet, "_is_plain", return_value=False):
        yield


def places(people: tuple[ec.Person, ...]) -> list[object]:
    """Where people and their engagements were read, which is no part of their value."""
    return [
        (person.provenance, [each.provenance for each in person.history.engagements])
        for person in people
    ]


@given(
    rows(NAMES, URLS, PLACES, ["Engineer", ""], DATES, DATES, ANSWERS),
    st.booleans(),
    st.sampled_from([None, True]),
)
def test_people_are_the_same(
    body: list[tuple[str, ...]],
    complete: bool,  # noqa: FBT001
    dayfirst: bool | None,  # noqa: FBT001
) -> None:
    """So are their provenance, the diagnostics and the counts."""
    data = text(PEOPLE, body)
    with one_by_one():
        expected = table.read_people(data, complete=complete, dayfirst=dayfirst)
    found = table.read_people(data, complete=complete, dayfirst=dayfirst)
    assert expected == found
    assert places(expected.people) == places(found.people)


@given(rows(NAMES, PLACES, ["project", "", "job"], DATES, ["manager", "", "odd"]))
def test_people_with_other_columns_are_the_same(body: list[tuple[str, ...]]) -> None:
    """Rows in which a column is filled that plain ones leave blank, and columns that lack."""
    data = text(("Name", "Organization", "Kind", "Started On", "Relationship"), body)
    with one_by_one():
        expected = table.read_people(data)
    found = table.read_people(data)
    assert expected == found
    assert places(expected.people) == places(found.people)


@given(rows(STAMPS, ["Python", " Go", ""], ["Ravi", ""], ["Shah", ""], URLS, STATUSES))
def test_endorsements_are_the_same(body: list[tuple[str, ...]]) -> None:
    """So are their provenance, the diagnostics and the counts."""
    data = text(RECEIVED, body)
    with one_by_one():
        expected = linkedin.read_table(data)
    found = linkedin.read_table(data)
    assert expected == found
    given = [each.provenance for each in found.records]
    assert [each.provenance for each in expected.records] == given


@given(rows(["Ravi", " "], ["Shah", ""], URLS, PLACES, ["Engineer", ""], EVENTS))
def test_connections_are_the_same(body: list[tuple[str, ...]]) -> None:
    """So are the people, their provenance, the diagnostics and the counts."""
    data = text(CONNECTIONS, body)
    with one_by_one():
        expected = linkedin.read_table(data)
    found = linkedin.read_table(data)
    assert expected == found
    theirs = tuple(each.person for each in expected.records)
    assert places(theirs) == places(tuple(each.person for each in found.records))


@given(
    rows(NAMES, URLS, PLACES, ["Engineer", ""], DATES, DATES, ANSWERS),
    rows(["Ravi", "Lena"], ["Shah", "Vogt"], URLS, PLACES, ["Engineer", ""], EVENTS),
    rows(STAMPS, ["Python", "Go"], ["Ravi", "Lena"], ["Shah", "Vogt"], URLS, STATUSES),
    st.sampled_from([("Acme Corp",), ("Acme Corp", "Borealis"), ("Stealth Startup", "Acme")]),
)
def test_audit_is_the_same_of_histories_made_before(
    told: list[tuple[str, ...]],
    connected: list[tuple[str, ...]],
    received: list[tuple[str, ...]],
    owned: tuple[str, ...],
) -> None:
    """Whether a history is there or made when asked for, nothing in the result differs."""
    jobs = [ec.Position(name, period=ec.Period.parse("2014", "2018")) for name in owned]
    people = [
        *table.read_people(text(PEOPLE, told), complete=True).people,
        *(each.person for each in linkedin.read_table(text(CONNECTIONS, connected)).records),
    ]
    profile = ec.Profile(
        owner=ec.Person("Dana Reyes", history=ec.WorkHistory(jobs)),
        as_of=AS_OF,
        endorsements=linkedin.read_table(text(RECEIVED, received)).records,
    )
    found = ec.audit(profile, people)
    expected = ec.audit(profile, [attrs.evolve(each) for each in people])
    written, anew = io.StringIO(), io.StringIO()
    report.write_csv(expected, written)
    report.write_csv(found, anew)
    assert written.getvalue() == anew.getvalue()
    assert expected == found
    assert expected.to_dict() == found.to_dict()


def test_person_of_a_finding_serves_in_another_audit() -> None:
    """One put together when asked for is weighed like any other."""
    text_of = "Name,URL,Company,From,To,Complete\nRavi,example.com/ravi,{},2015,2016,yes\n"
    acme, borealis = (
        table.read_people(text_of.format(name).encode()).people for name in ("Acme", "Borealis")
    )
    job = ec.Position("Acme", period=ec.Period.parse("2014", "2018"))
    ravi = ec.Person("R. Shah", "example.com/ravi")
    profile = ec.Profile(
        owner=ec.Person("Dana Reyes", history=ec.WorkHistory([job])),
        as_of=AS_OF,
        endorsements=[ec.Endorsement("Python", ravi, ec.PartialDate(2020))],
    )
    (apart,) = ec.audit(profile, borealis).findings
    assert apart.person is not None
    assert ec.Verdict.CANNOT_ATTEST is apart.verdict
    (met,) = ec.audit(profile, [apart.person, *acme]).findings
    assert ec.Verdict.CAN_ATTEST is met.verdict
    elsewhere = ec.Position("Borealis", period=ec.Period.parse("2014", "2018"))
    other = attrs.evolve(profile, owner=ec.Person("Kira Ito", history=ec.WorkHistory([elsewhere])))
    (again,) = ec.audit(profile, borealis).findings
    assert again.person is not None
    assert ec.Verdict.CAN_ATTEST is ec.audit(other, [again.person]).findings[0].verdict


def test_row_of_somebody_else_is_found_again_by_its_line() -> None:
    """Rows that contradict each other are reported on the line of the one that denies."""
    found = table.read_people(
        b"Name,Organization,Complete\nRavi Shah,Acme Corp,yes\n\nRavi Shah,Borealis,no\n"
    )
    assert [(each.row, each.column, each.value) for each in found.diagnostics] == [
        (4, "Complete", "no")
    ]
    assert not found.people[0].history.complete


@pytest.mark.parametrize("header", [RECEIVED, CONNECTIONS])
def test_table_without_a_column_is_read_row_by_row(header: tuple[str, ...]) -> None:
    """A column that is not required may lack."""
    short = tuple(name for name in header if name not in ("Endorser Public Url", "Company"))
    cells = {"Endorsement Date": "2018/10/01 08:16:46 UTC", "Endorsement Status": "ACCEPTED"}
    row = tuple(cells.get(name, "Vogt") for name in short)
    assert len(linkedin.read_table(text(short, [row])).records) == 1


def plain_audit() -> ec.AuditResult:
    """Endorsements with a day and without by somebody whose history is made when asked for."""
    people = table.read_people(
        b"Name,URL,Company,From,To,Complete\n"
        b"Ravi Shah,example.com/ravi,Acme Corp,2015-03-01,2016-05-31,yes\n"
        b"Ravi Shah,example.com/ravi,Borealis,2017,2018,yes\n"
    ).people
    stay = ec.Position("Acme Corp", period=ec.Period.parse("2014-01-01", "2018-12-31"))
    ravi = ec.Person("Ravi Shah", "example.com/ravi")
    days = (ec.DateMark.UNKNOWN, ec.PartialDate(2014), ec.PartialDate(2017))
    profile = ec.Profile(
        owner=ec.Person("Dana Reyes", history=ec.WorkHistory([stay])),
        as_of=AS_OF,
        endorsements=[ec.Endorsement("Python", ravi, day) for day in days],
    )
    return ec.audit(profile, people)


def test_endorsement_without_a_day_is_told_from_others() -> None:
    """It may have been given before they met."""
    found = {str(each.endorsement.date): each.verdict.name for each in plain_audit().findings}
    assert found == {
        "2014": "CANNOT_ATTEST",
        "2017": "CAN_ATTEST",
        "unknown": "MIGHT_ATTEST",
    }


def test_names_that_are_not_kept_are_judged_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only so many names of organizations are kept."""
    expected = plain_audit()
    monkeypatch.setattr("endorsecheck._matching._MOST_LOOKED_UP", 0)
    assert expected == plain_audit()


def test_one_company_in_two_spellings_counts_as_one_job() -> None:
    """Of two sources; how many jobs somebody had is told without making them."""
    told = table.read_people(
        b"Name,URL,Company,From,To,Complete\n"
        b"Ravi Shah,linkedin.com/in/ravi,Acme Corp Ltd,2015,2016,yes\n"
        b"Ravi Shah,linkedin.com/in/ravi,Borealis Foods,2017,Present,yes\n"
        b"Lena Vogt,linkedin.com/in/lena,Borealis,2017,2019,yes\n"
        b"Ravi Shah,linkedin.com/in/ravi,Castellan Mills,2011,2012,yes\n"
    ).people
    connected = linkedin.read_table(
        b"First Name,Last Name,URL,Company,Position,Connected On\n"
        b'Ravi,Shah,https://www.linkedin.com/in/ravi,"Borealis Foods, Inc.",Clerk,04 May 2015\n'
        b"Lena,Vogt,https://www.linkedin.com/in/lena,Dunmore Games,Clerk,04 May 2015\n"
    ).records
    job = ec.Position("Elmwick", period=ec.Period.parse("2014", "2018"))
    profile = ec.Profile(
        owner=ec.Person("Dana Reyes", history=ec.WorkHistory([job])),
        as_of=AS_OF,
        endorsements=[
            ec.Endorsement("Go", ec.Person("Ravi Shah", "linkedin.com/in/ravi")),
            ec.Endorsement("Go", ec.Person("Lena Vogt", "linkedin.com/in/lena")),
        ],
    )
    file = io.StringIO()
    report.write_csv(ec.audit(profile, [*told, *(each.person for each in connected)]), file)
    assert "nothing in common with the 2 engagements on file" in file.getvalue()
    assert "nothing in common with the 3 engagements on file" in file.getvalue()


def test_block_with_a_cell_that_is_too_long_is_read_row_by_row() -> None:
    """Only that row is set aside."""
    lines = [f"Lena {n},,Acme Corp,Engineer,2015,2019,yes" for n in range(5)]
    lines[2] = lines[2].replace("Engineer", "x" * 60)
    read = table.read_people(
        "\n".join([",".join(PEOPLE), *lines]).encode(), limits=Limits(max_cell=50)
    )
    assert [each.name for each in read.people] == ["Lena 0", "Lena 1", "Lena 3", "Lena 4"]
    assert [each.row for each in read.diagnostics if each.severity.name == "WARNING"] == [4]
