"""The reader of LinkedIn exports: every age, layout and state of repair."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from pathlib import Path
from typing import Any

import pytest

import endorsecheck as ec
from endorsecheck.readers import Limits, Severity, TableCount, linkedin

END = "Endorsement_Received_Info.csv"
POS = "Positions.csv"
ENDORSED = (
    "Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name,Endorser Public Url,"
    "Endorsement Status\n"
    "2022/07/11 17:41:30 UTC,Welding,Ravi,Shah,www.linkedin.com/in/ravi-shah-example,ACCEPTED\n"
)
POSITIONS = "Company Name,Title,Description,Location,Started On,Finished On\n"
HELD = f"{POSITIONS}Acme Corp,Welder,,Leeds,Mar 2015,\n"
CONNECTIONS = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
NOTE = 'Notes:\n"When exporting your connection data, you may notice that ..."\n\n'
INVITATIONS = "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n"
WRITTEN = "First Name,Last Name,Company,Job Title,Text,Creation Date,Status\n"
RAVI = ec.Person("Ravi Shah", "www.linkedin.com/in/ravi-shah-example")
DAY = dt.date(2026, 6, 30)


def files(**tables: str | bytes) -> dict[str, bytes]:
    """Names and contents: the two required tables, and those given by name without ``.csv``."""
    base: dict[str, str | bytes] = {END: ENDORSED, POS: HELD}
    base |= {f"{name}.csv": content for name, content in tables.items()}
    return {
        name: content.encode() if isinstance(content, str) else content
        for name, content in base.items()
        if content
    }


def zipped(contents: dict[str, bytes]) -> bytes:
    """An archive of these files."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in contents.items():
            archive.writestr(name, content)
    return file.getvalue()


def read(**tables: str | bytes) -> linkedin.LinkedInExport:
    """The export with these tables."""
    return linkedin.read_export(zipped(files(**tables)))


def table(name: str, text: str) -> linkedin.TableRead:
    """One table under its name."""
    stream = io.BytesIO(text.encode())
    stream.name = name
    return linkedin.read_table(stream)


def said(found: Any) -> list[str]:
    """The diagnostics as text."""
    return [str(each) for each in found.diagnostics]


# ---- the archive ---------------------------------------------------------------------------


def unpack(folder: Path, contents: dict[str, bytes]) -> Path:
    """The files in a folder."""
    for name, content in contents.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


def test_archive_folder_and_list_of_tables_hold_the_same(tmp_path: Path) -> None:
    """However the export is handed over."""
    expected = read()
    folder = unpack(tmp_path / "x", files())
    deep = unpack(tmp_path / "y", {f"Complete/in/{k}": v for k, v in files().items()})
    archive = tmp_path / "Basic.zip.zip"
    archive.write_bytes(zipped(files()))
    with archive.open("rb") as stream:
        assert linkedin.read_export(stream) == expected
    for source in (folder, str(deep), archive, [folder / END, folder / POS]):
        assert linkedin.read_export(source) == expected
    assert expected.tables == (
        TableCount(POS, rows=1, used=1, reported=0),
        TableCount(END, rows=1, used=1, reported=0),
    )
    assert expected.diagnostics == ()


@pytest.mark.parametrize(
    "name",
    [
        "endorsement_received_info.csv",
        "Endorsement Received Info.csv",
        "Endorsement-Received-Info.CSV",
        "Endorsement_Received_Info_1158443584.csv",
        "jobs\\Endorsement_Received_Info.csv",
    ],
)
def test_names_of_tables_compare_by_their_letters(name: str) -> None:
    """Case, blanks, underscores, hyphens, folders and the number of a part do not matter."""
    found = linkedin.read_export(zipped({name: ENDORSED.encode(), POS: HELD.encode()}))
    assert [each.skill for each in found.profile.endorsements] == ["Welding"]


def test_parts_of_a_table_are_read_one_after_the_other() -> None:
    """In the order of their numbers."""
    row = ENDORSED.splitlines()[1]
    parts = {
        f"Endorsement_Received_Info_{n}": ENDORSED.replace("Welding", f"Skill {n}")
        for n in (10, 9, 1)
    }
    found = read(**parts)
    assert row in ENDORSED
    assert [each.skill for each in found.profile.endorsements] == [
        *("Welding", "Skill 1", "Skill 9", "Skill 10")
    ]
    assert len(found.tables) == 5


def test_one_table_twice_with_one_content_is_read_once() -> None:
    """An export unpacked into itself is no reason to refuse it."""
    found = linkedin.read_export(zipped({**files(), f"again/{END}": ENDORSED.encode()}))
    assert len(found.profile.endorsements) == 1
    assert said(found) == [f"{END}: there twice with one content, read once (again/{END})"]
    assert found.diagnostics[0].severity is Severity.INFO


def test_one_table_twice_and_different_is_refused() -> None:
    """Nobody guesses which of two exports is meant."""
    other = ENDORSED.replace("Welding", "Sales").encode()
    with pytest.raises(ec.ReadError, match=f"^{END}: there twice and different"):
        linkedin.read_export(zipped({**files(), f"again/{END}": other}))


@pytest.mark.parametrize(
    ("contents", "expected"),
    [
        pytest.param({}, f"data: no {END} and no {POS}, found no file", id="nothing"),
        pytest.param({END: b"x"}, f"data: no {POS}, found {END}", id="no-positions"),
        pytest.param({POS: b"x"}, f"data: no {END}, found {POS}", id="no-endorsements"),
        pytest.param(
            {"Endorsements.csv": b"x", POS: b"x"},
            f"data: no {END}, found Endorsements.csv, {POS}",
            id="endorsements-given-are-no-endorsements-received",
        ),
        pytest.param(
            {f"{n:02}": b"x" for n in range(14)},
            "found 00, 01, 02, 03, 04, 05, 06, 07, 08, 09, 10, 11 and 2 more",
            id="many-others",
        ),
    ],
)
def test_missing_table_is_an_error_that_names_what_is_there(
    contents: dict[str, bytes], expected: str
) -> None:
    """Endorsements received and positions are needed."""
    with pytest.raises(ec.ReadError) as caught:
        linkedin.read_export(zipped(contents))
    assert expected in str(caught.value)


def test_table_that_can_be_missed_may_be_broken() -> None:
    """It is reported, and the owner's history is no longer taken to be complete."""
    found = read(Projects=b"\xff", Connections="x,y\n")
    assert said(found) == [
        "Projects.csv: not read: no header, expected one with 'Title'",
        "Connections.csv: not read: no header, expected one with 'First Name', 'Last Name'",
    ]
    assert found.profile.owner.history.complete is False


def test_broken_table_that_is_needed_is_an_error() -> None:
    """The rows of another table are no endorsements."""
    with pytest.raises(ec.ReadError, match=f"^{END}: no header, expected one with"):
        read(Endorsement_Received_Info=HELD)


def test_files_that_are_named_and_not_read_are_said(tmp_path: Path) -> None:
    """One that the caller names, and the old recommendations that do not say which way."""
    folder = unpack(tmp_path, files(Recommendations=WRITTEN, Notes="x"))
    found = linkedin.read_export(sorted(folder.iterdir()))
    assert said(found) == [
        "Notes.csv: not read: not the name of a table of an export",
        "Recommendations.csv: not read: it does not say whether they were received or given",
    ]
    assert said(linkedin.read_export(folder)) == said(found)[1:]


def test_limits_are_the_callers() -> None:
    """They hold for every table."""
    with pytest.raises(ec.ReadError, match=r"more than 10 bytes"):
        linkedin.read_export(zipped(files()), limits=Limits(max_bytes=10))


# ---- the day and the owner -----------------------------------------------------------------


def test_day_is_found_without_a_clock(tmp_path: Path) -> None:
    """The caller, the name, the data: and which of them is said."""
    archive = tmp_path / "Basic_LinkedInDataExport_06-30-2026.zip"
    archive.write_bytes(zipped(files()))
    cases: list[tuple[dict[str, Any], tuple[dt.date, str]]] = [
        ({"as_of": dt.date(2025, 1, 1)}, (dt.date(2025, 1, 1), "as given")),
        ({}, (DAY, "date in the name of the export")),
    ]
    for options, expected in cases:
        found = linkedin.read_export(archive, **options)
        assert expected == (found.profile.as_of, found.as_of_source)
    assert (read().profile.as_of, read().as_of_source) == (
        *(dt.date(2022, 7, 11), "newest date in the data"),
    )


@pytest.mark.parametrize(
    ("tables", "expected"),
    [
        pytest.param(
            {"Connections": f"{CONNECTIONS}A,B,,,,,12 Jan 2023\n"}, (2023, 1, 12), id="connection"
        ),
        pytest.param(
            {"Invitations": f'{INVITATIONS}A,B,"2/3/24, 5:40 PM",,INCOMING,,\n'},
            (2024, 2, 3),
            id="invitation",
        ),
        pytest.param(
            {"Recommendations_Given": f'{WRITTEN}A,B,,,x,"02/03/25, 05:40 PM",\n'},
            (2025, 2, 3),
            id="recommendation",
        ),
        pytest.param(
            {
                "Endorsement_Given_Info": ENDORSED.replace("Endorser", "Endorsee").replace(
                    "2022", "2026"
                )
            },
            (2026, 7, 11),
            id="endorsement-given",
        ),
        pytest.param(
            {"Education": "School Name,Start Date,End Date\nWestmarch,2023,2030\n"},
            (2022, 7, 11),
            id="not-a-school",
        ),
    ],
)
def test_newest_date_of_any_event_is_the_day(
    tables: dict[str, str], expected: tuple[int, int, int]
) -> None:
    """Dates that LinkedIn writes count, plans for a degree do not."""
    assert dt.date(*expected) == read(**tables).profile.as_of


def test_day_before_the_newest_date_is_said() -> None:
    """The caller may audit the past, and should know it."""
    found = linkedin.read_export(zipped(files()), as_of=dt.date(2020, 1, 1))
    assert said(found) == [
        "data: as of 2020-01-01, though the newest date in the data is 2022-07-11"
    ]


def test_no_date_at_all_asks_for_the_day() -> None:
    """An empty table has none."""
    with pytest.raises(ec.ReadError, match="expected the argument as_of"):
        linkedin.read_export(ENDORSED.splitlines()[0].encode())
    found = linkedin.read_export(ENDORSED.splitlines()[0].encode(), as_of=DAY)
    assert found.profile == ec.Profile(
        owner=ec.Person("the owner", history=ec.WorkHistory()), as_of=DAY
    )


INVITED = (
    f'{INVITATIONS}Ann  Lee,Dana Reyes,"7/11/22, 5:40 PM",Hello,INCOMING,'
    "https://www.linkedin.com/in/ann-lee-example,https://www.linkedin.com/in/dana-example\n"
    'Dana  Reyes,Bo Fry,"7/9/22, 5:40 PM",,OUTGOING,'
    "https://linkedin.com/in/dana-example/,https://www.linkedin.com/in/bo-fry-example\n"
)


@pytest.mark.parametrize(
    ("tables", "options", "expected"),
    [
        pytest.param({}, {}, ("the owner", None), id="nothing-is-known"),
        pytest.param(
            {"Profile": "First Name,Last Name,Birth Date\nDana,Reyes,Jan 1\n"},
            {},
            ("Dana Reyes", None),
            id="profile",
        ),
        pytest.param(
            {"Invitations": INVITED},
            {},
            ("Dana Reyes", "https://www.linkedin.com/in/dana-example"),
            id="all-invitations-agree",
        ),
        pytest.param(
            {
                "Invitations": INVITED.replace("Bo Fry", "Dana Reyes")
                .replace("Dana  R", "D. R")
                .replace("linkedin.com/in/dana-example/", "linkedin.com/in/x")
            },
            {},
            ("the owner", None),
            id="invitations-disagree",
        ),
        pytest.param(
            {"Profile": "First Name,Last Name\n,\n ,\nDana,Reyes\nAnn,Lee\n"},
            {"owner_url": "linkedin.com/in/d"},
            ("Dana Reyes", "linkedin.com/in/d"),
            id="first-name-there-is",
        ),
        pytest.param(
            {"Profile": "First Name,Last Name\nDana,Reyes\n"},
            {"owner_name": "D. Reyes"},
            ("D. Reyes", None),
            id="the-caller-knows-better",
        ),
    ],
)
def test_owner(
    tables: dict[str, str], options: dict[str, Any], expected: tuple[str, str | None]
) -> None:
    """The caller, the profile, the invitations; else nobody guesses."""
    owner = linkedin.read_export(zipped(files(**tables)), **options).profile.owner
    assert expected == (owner.name, owner.url)


def test_nothing_but_the_name_is_taken_from_the_profile() -> None:
    """Birth date and address are in no record and no diagnostic."""
    found = read(
        Profile="First Name,Last Name,Address,Birth Date\nDana,Reyes,12 Elm Row,Jan 1\n,,12 Elm,\n"
    )
    assert said(found) == ["Profile.csv row 3: no name"]
    assert "Elm" not in repr(found)


# ---- the owner's history -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("row", "expected", "diagnostics"),
    [
        pytest.param(
            "Acme,Welder,,Leeds,Mar 2015,Apr 2016", ("Mar 2015", "Apr 2016"), [], id="month"
        ),
        pytest.param("Acme,Welder,,,2015,", ("2015", "Present"), [], id="blank-end-is-ongoing"),
        pytest.param("Acme,Welder,,,,", ("", "Present"), [], id="blank-start-is-unknown"),
        pytest.param("Acme,Welder,,,2015,Present", ("2015", "Present"), [], id="present"),
        pytest.param(
            "Acme,Welder,,,Mar-15,Apr-16",
            ("2015-03", "2016-04"),
            [
                "row 2, 'Started On': unusual, read as 2015-03: 'Mar-15'",
                "row 2, 'Finished On': unusual, read as 2016-04: 'Apr-16'",
            ],
            id="saved-again",
        ),
        pytest.param(
            "Acme,Welder,,,2015,soon",
            ("2015", ""),
            ["row 2, 'Finished On': 'soon' is not a month and year"],
            id="unreadable-end-is-unknown",
        ),
        pytest.param(
            "Acme,Welder,,,Present,",
            ("", "Present"),
            ["row 2, 'Started On': 'Present' is not a month and year"],
            id="ongoing-start-is-unknown",
        ),
        pytest.param(
            "Acme,Welder,,,Apr 2016,Jan 2010",
            ("", ""),
            [
                (
                    "row 2, 'Started On': ends 2010-01, before it starts"
                    ", expected an end on or after the start: 'Apr 2016'"
                )
            ],
            id="backwards-is-unknown",
        ),
    ],
)
def test_position(row: str, expected: tuple[str, str], diagnostics: list[str]) -> None:
    """A row with a company is used, however its dates are; unknown stays unknown."""
    found = table(POS, f"{POSITIONS}{row}\n")
    assert [each.period for each in found.records] == [ec.Period.parse(*expected)]
    assert [f"{POS} {each}" for each in diagnostics] == said(found)


def test_position_keeps_its_place_and_where_it_was_read() -> None:
    """Title, location, and the line."""
    (found,) = table(POS, HELD).records
    assert found == ec.Position(
        "Acme Corp", "Welder", period=ec.Period.parse("Mar 2015", "Present"), location="Leeds"
    )
    assert found.provenance == ec.Provenance("linkedin-export", POS, 2)


def test_jobs_that_stray_quotes_would_swallow_are_all_read() -> None:
    """Current ones too, whose end is blank."""
    jobs = "".join(f"{name},Clerk,,,Mar 2015,\n" for name in ('"Acme', "Bolt", 'Cog"', "Dee"))
    found = table(POS, POSITIONS + jobs)
    assert [each.organization for each in found.records] == ["Acme", "Bolt", "Cog", "Dee"]
    assert [each.row for each in found.diagnostics] == [2, 4]


def test_history_with_a_lost_row_is_not_complete() -> None:
    """A job that cannot be read might be the shared one."""
    whole, lost = read(), read(Positions=f"{HELD},Clerk,,,2010,2012\n")
    assert (whole.profile.owner.history.complete, lost.profile.owner.history.complete) == (
        *(True, False),
    )
    assert said(lost) == [f"{POS} row 3, 'Company Name': blank, expected a name"]


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        pytest.param(
            "Projects.csv",
            "Title,Description,Url,Started On,Finished On\n"
            "Apollo,x,,Feb 2013,\nTide,,,,\n,,,,2014\n",
            [
                ec.Project("Apollo", period=ec.Period.parse("Feb 2013", "Present")),
                ec.Project("Tide"),
            ],
            id="projects",
        ),
        pytest.param(
            "Projects.csv",
            "Title,Description,Url,Start Date,End Date\nApollo,x,,Feb 2013,Mar 2013\n",
            [ec.Project("Apollo", period=ec.Period.parse("Feb 2013", "Mar 2013"))],
            id="projects-of-2018",
        ),
        pytest.param(
            "Volunteering.csv",
            "Company Name,Role,Cause,Started On,Finished On,Description\n"
            "Choir,Alto,arts,Sep 2014,,\n,x,,,,\n",
            [ec.Volunteering("Choir", "Alto", period=ec.Period.parse("Sep 2014", "Present"))],
            id="volunteering",
        ),
        pytest.param(
            "Education.csv",
            "School Name,Start Date,End Date,Notes,Degree Name,Activities\n"
            "Westmarch,2004,,,BSc,\n,2008,,,,\n",
            [ec.Education("Westmarch", "BSc", period=ec.Period.parse("2004", ""))],
            id="education",
        ),
    ],
)
def test_other_engagements(name: str, text: str, expected: list[ec.Engagement]) -> None:
    """A blank end is ongoing where there is a start, but for a school, where it is unknown."""
    assert expected == list(table(name, text).records)


def test_engagements_of_all_kinds_are_the_owners_history() -> None:
    """Positions, projects, volunteering, education."""
    found = read(
        Projects="Title,Started On,Finished On\nApollo,,\n",
        Volunteering="Company Name,Role,Started On,Finished On\nChoir,,,\n",
        Education="School Name,Start Date,End Date\nWestmarch,,\n,,2004\n",
        Skills="Name\nWelding\nSoldering\n",
    )
    history = found.profile.owner.history
    assert [each.kind for each in history.engagements] == [
        *("position", "project", "volunteering", "education")
    ]
    assert history.complete
    assert found.profile.skills == ("Welding", "Soldering")
    assert said(found) == ["Education.csv row 3: no school"]


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
