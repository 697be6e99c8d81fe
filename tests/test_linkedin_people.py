"""Endorsements and other people of a LinkedIn export, and single tables of it."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from test_linkedin import (
    CONNECTIONS,
    END,
    ENDORSED,
    HELD,
    INVITATIONS,
    INVITED,
    POS,
    WRITTEN,
    files,
    read,
    said,
    zipped,
)
from test_linkedin_history import table

import endorsecheck as ec
from endorsecheck.readers import linkedin

NOTE = 'Notes:\n"When exporting your connection data, you may notice that ..."\n\n'
RAVI = ec.Person("Ravi Shah", "www.linkedin.com/in/ravi-shah-example")


# ---- endorsements --------------------------------------------------------------------------


def test_endorsement_with_all_it_says() -> None:
    """Skill, endorser, day, time and line."""
    (found,) = read().profile.endorsements
    assert found == ec.Endorsement(
        "Welding", RAVI, ec.PartialDate(2022, 7, 11), given_at="2022-07-11T17:41:30Z"
    )
    assert found.provenance == ec.Provenance("linkedin-export", END, 2)


def test_endorsements_of_before_2023_have_no_url() -> None:
    """The name is all there is, and that is nothing to report."""
    lines = [line.split(",") for line in ENDORSED.splitlines()]
    text = "\n".join(",".join(line[:4] + line[5:]) for line in lines)
    found = table(END, text)
    assert (found.records[0].endorser, found.diagnostics) == (ec.Person("Ravi Shah"), ())


@pytest.mark.parametrize(
    ("text", "status", "diagnostics"),
    [
        pytest.param("ACCEPTED", "ACCEPTED", [], id="accepted"),
        pytest.param("Rejected ", "REJECTED", [], id="rejected"),
        pytest.param("PENDING", "PENDING", [], id="pending"),
        pytest.param("HIDDEN", "HIDDEN", [], id="hidden"),
        pytest.param(
            "ACCEPT",
            "HIDDEN",
            ["'ACCEPT' is not one of ACCEPTED, PENDING, REJECTED, HIDDEN"],
            id="not-known",
        ),
        pytest.param("", "HIDDEN", ["not one of ACCEPTED, PENDING, REJECTED, HIDDEN"], id="blank"),
    ],
)
def test_status_that_is_not_known_counts_as_not_shown(
    text: str, status: str, diagnostics: list[str]
) -> None:
    """The row is kept, and reported."""
    found = table(END, ENDORSED.replace("ACCEPTED", text))
    assert found.records[0].status is ec.EndorsementStatus[status]
    assert said(found) == [f"{END} row 2, 'Endorsement Status': {each}" for each in diagnostics]


def test_endorsements_without_a_status_are_accepted() -> None:
    """The column that is missing is said."""
    text = "\n".join(line.rpartition(",")[0] for line in ENDORSED.splitlines())
    found = table(END, text)
    assert found.records[0].status is ec.EndorsementStatus.ACCEPTED
    assert said(found) == [f"{END} row 1: no column 'Endorsement Status'"]


@pytest.mark.parametrize(
    ("old", "new", "used", "diagnostic"),
    [
        pytest.param(
            "2022/07/11 17:41:30 UTC",
            "now",
            1,
            "'Endorsement Date': 'now' is not a time such as 2022/07/11 17:41:30 UTC",
            id="date",
        ),
        pytest.param("Welding", "", 0, "'Skill Name': blank, expected a name", id="no-skill"),
        pytest.param(
            "Ravi,Shah,www.linkedin.com/in/ravi-shah-example",
            ",,",
            0,
            "'Endorser First Name': neither name nor URL",
            id="nobody",
        ),
    ],
)
def test_endorsement_that_says_too_little(old: str, new: str, used: int, diagnostic: str) -> None:
    """Without a day it is kept with an unknown one; without skill or endorser it is reported."""
    for who, name in (("Endorser", END), ("Endorsee", "Endorsement_Given_Info.csv")):
        found = table(name, ENDORSED.replace(old, new).replace("Endorser", who))
        assert said(found) == [f"{name} row 2, {diagnostic.replace('Endorser', who)}"]
        assert [each.date for each in found.records] == [ec.DateMark.UNKNOWN] * used


@pytest.mark.parametrize("name", ["Endorsement_Given_Info", "Endorsements"])
def test_endorsements_given(name: str) -> None:
    """Under the name of today and of 2019."""
    found = read(**{name: ENDORSED.replace("Endorser", "Endorsee").replace("ACCEPTED", "PENDING")})
    assert found.profile.given == (
        ec.GivenEndorsement(
            "Welding", RAVI, ec.PartialDate(2022, 7, 11), ec.EndorsementStatus.PENDING
        ),
    )
    assert len(found.profile.endorsements) == 1


# ---- other people --------------------------------------------------------------------------

LENA = (
    f'{CONNECTIONS}Lena,"Vogt, PhD",https://www.linkedin.com/in/lena,,Acme Corp ,Welder,'
    "12 Jan 2020\n"
)


def test_connections_are_people_with_a_current_company() -> None:
    """Undated, ongoing on the day of the export, and never complete."""
    found = read(Connections=LENA.removesuffix("\n"))
    job = ec.Position("Acme Corp", "Welder", period=ec.Period(end=ec.DateMark.ONGOING))
    history = ec.WorkHistory([job], complete=False, recorded_on=dt.date(2022, 7, 11))
    lena = ec.Person("Lena Vogt, PhD", "https://www.linkedin.com/in/lena", history)
    assert found.people == (lena,)
    assert found.profile.connections == (ec.Connection(lena, ec.PartialDate(2020, 1, 12)),)
    assert str(found.people[0].provenance) == "Connections.csv row 2"


@pytest.mark.parametrize(
    ("head", "row", "used", "diagnostics"),
    [
        pytest.param(NOTE, "A,B,u,,,,12 Jan 2020", 1, [], id="preamble"),
        pytest.param("Notes:,,,,,,\n", "A,B,u,,,,12-Jan-20", 1, [], id="padded-preamble"),
        pytest.param("", 'A,B,u,,,,"1/12/20, 4:05 PM"', 1, [], id="of-2018"),
        pytest.param("", "A,B,u,,,,", 1, [], id="no-date"),
        pytest.param(
            "",
            "A,B,u,,,,soon",
            1,
            ["row 2, 'Connected On': 'soon' is not a day, month and year"],
            id="bad-date",
        ),
        pytest.param(
            "",
            ",,,,,,12 Jan 2020",
            0,
            ["row 2: neither name nor URL: a member who left or is hidden"],
            id="hidden-member",
        ),
        pytest.param(
            "",
            "A,B, PhD,u,,,,12 Jan 2020",
            0,
            ["row 2: 8 cells, expected 7 as in the header"],
            id="comma-not-quoted",
        ),
    ],
)
def test_connections_as_they_come(head: str, row: str, used: int, diagnostics: list[str]) -> None:
    """Preambles, old shapes, members who left, and a comma too many."""
    found = table("Connections.csv", f"{head}{CONNECTIONS}{row}\n")
    assert said(found) == [f"Connections.csv {each}" for each in diagnostics]
    assert [each.person.name for each in found.records] == ["A B"] * used


def test_connections_without_a_company_have_no_history() -> None:
    """Nor do those of an export before 2023 have a URL."""
    text = "First Name,Last Name,Email Address,Company,Position,Connected On\nA,B,,,,12 Jan 2020\n"
    (found,) = table("Connections.csv", text).records
    assert found.person == ec.Person("A B")


def test_invitations_name_the_other_side() -> None:
    """In or out, with the note, the day, and single blanks in the name."""
    found = table("Invitations.csv", INVITED).records
    assert found == (
        ec.Invitation(
            ec.Person("Ann Lee", "https://www.linkedin.com/in/ann-lee-example"),
            ec.Direction.INCOMING,
            ec.PartialDate(2022, 7, 11),
            "Hello",
        ),
        ec.Invitation(
            ec.Person("Bo Fry", "https://www.linkedin.com/in/bo-fry-example"),
            ec.Direction.OUTGOING,
            ec.PartialDate(2022, 7, 9),
        ),
    )


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        pytest.param(
            "A,B,,,SIDEWAYS,,", "'Direction': 'SIDEWAYS' is not INCOMING or OUTGOING", id="way"
        ),
        pytest.param(
            ",B,,,INCOMING,,", "neither name nor URL: a member who left or is hidden", id="hidden"
        ),
    ],
)
def test_invitation_that_says_too_little(row: str, expected: str) -> None:
    """It is reported."""
    found = table("Invitations.csv", f"{INVITATIONS}{row}\n")
    assert found.records == ()
    assert [each.rpartition("row 2")[2].lstrip(":, ") for each in said(found)] == [expected]


def test_recommendations_both_ways() -> None:
    """Hidden ones are told from visible ones, and given ones carry no status."""
    words = f'{WRITTEN}Ravi,Shah,Acme,Welder,"Good, very","07/11/22, 05:40 PM",'
    found = read(
        Recommendations_Received=f"{words}VISIBLE\nAnn,Lee,,,x,,HIDDEN\nBo,Fry,,,,,MAYBE\n,,,,x,,\n",
        Recommendations_Given=f"{words}\n",
    )
    ravi, into, out = ec.Person("Ravi Shah"), ec.Direction.INCOMING, ec.Direction.OUTGOING
    day, status = ec.PartialDate(2022, 7, 11), ec.RecommendationStatus
    unknown = ec.DateMark.UNKNOWN
    assert found.profile.recommendations == (
        ec.Recommendation(ravi, into, "Good, very", day, status.VISIBLE),
        ec.Recommendation(ec.Person("Ann Lee"), into, "x", unknown, status.HIDDEN),
        ec.Recommendation(ec.Person("Bo Fry"), into, "", unknown, status.UNKNOWN),
        ec.Recommendation(ravi, out, "Good, very", day, status.UNKNOWN),
    )
    assert said(found) == [
        "Recommendations_Received.csv row 4, 'Status': 'MAYBE' is not one of VISIBLE, HIDDEN",
        "Recommendations_Received.csv row 5, 'Last Name': no name",
    ]


# ---- files saved again ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        pytest.param(lambda text: text.replace("\n", "\r\n").encode(), [], id="crlf"),
        pytest.param(
            lambda text: text.replace(",", ";").encode(),
            [f"{END}: cells stand between semicolons, expected commas"],
            id="semicolons",
        ),
        pytest.param(
            lambda text: text.replace(",", "\t").encode("utf-16"),
            [
                f"{END}: read as UTF-16, expected UTF-8",
                f"{END}: cells stand between tabs, expected commas",
            ],
            id="unicode-text",
        ),
        pytest.param(
            lambda text: text.encode("cp1252"),
            [
                f"{END}: not all of it is UTF-8; the cells reported are read as cp1252",
                f"{END} row 2, 'Endorser Last Name': not UTF-8, read as cp1252: 'Größl'",
            ],
            id="cp1252",
        ),
    ],
)
def test_table_saved_again_by_a_spreadsheet(change: Any, expected: list[str]) -> None:
    """It is read, and what was changed is said."""
    found = read(Endorsement_Received_Info=change(ENDORSED.replace("Shah", "Größl")))
    assert [each.endorser.name for each in found.profile.endorsements] == ["Ravi Größl"]
    assert said(found) == expected


# ---- a single table ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "name", "record"),
    [
        pytest.param(ENDORSED, END, None, id="endorsements"),
        pytest.param(HELD, POS, None, id="positions"),
        pytest.param(LENA, "Connections.csv", None, id="connections"),
        pytest.param("Name\nWelding\n", "Skills.csv", "Welding", id="skills"),
        pytest.param(
            "First Name,Last Name\nDana,Reyes\n", "Profile.csv", "Dana Reyes", id="profile"
        ),
    ],
)
def test_single_table_is_known_by_its_columns(text: str, name: str, record: str | None) -> None:
    """Whatever its file is called."""
    found = linkedin.read_table(text.encode())
    assert found.table == name
    assert record in (None, *found.records)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param(b"a,b\n", "data: no header of a table of a LinkedIn export", id="other"),
        pytest.param(zipped(files()), "data: expected a single table", id="archive"),
    ],
)
def test_what_is_no_single_table_is_refused(source: bytes, expected: str) -> None:
    """A file of other columns, or more than one."""
    with pytest.raises(ec.ReadError, match=expected):
        linkedin.read_table(source)


def test_export_of_a_single_table_misses_nothing() -> None:
    """Connections alone are people."""
    found = linkedin.read_export(LENA.encode())
    assert [each.name for each in found.people] == ["Lena Vogt, PhD"]
    assert (found.profile.as_of, found.diagnostics) == (dt.date(2020, 1, 12), ())
