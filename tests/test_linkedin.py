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
INVITATIONS = "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n"
WRITTEN = "First Name,Last Name,Company,Job Title,Text,Creation Date,Status\n"
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
