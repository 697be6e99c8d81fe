"""Endorsements column by column are those that stand in the records."""

from __future__ import annotations

import copy
import csv
import datetime as dt
import io
import pickle
from collections.abc import Callable
from itertools import permutations
from pathlib import Path

import attrs
import pytest

import endorsecheck as ec
from endorsecheck import report
from endorsecheck._ledger import Coded, Listed, in_order, runs_of, urls_of
from endorsecheck._packing import packed, unpacked
from endorsecheck.readers import linkedin

AS_OF = dt.date(2026, 6, 30)
DAY = ec.PartialDate(2020, 1, 4)
HERE = ec.Position("Acme", period=ec.Period.parse("2015", "2019"))
HEADER = (
    "Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name,"
    "Endorser Public Url,Endorsement Status\n"
)
FIRST = """\
2018/10/01 08:16:46 UTC,Python,Ravi,Shah,linkedin.com/in/ravi,ACCEPTED
2018/10/02 09:00:00 UTC,Go,Lena,Vogt,,HIDDEN
2018/10/02 09:00:00 UTC,Art,Lena,Vogt,,odd
2018/10/03 09:00:00 UTC,,Omar,Ito,,ACCEPTED
"""
SECOND = """\
some day,Go,Omar,Haddad,,ACCEPTED
2019/10/01 08:16:46 UTC,Go,Ravi,Shah,linkedin.com/in/ravi,ACCEPTED
2019/10/02 07:00:00 UTC,Python,Lena,Vogt,linkedin.com/in/lena,PENDING
"""
"""An export's endorsements in two files, rows that are not plain among them."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An export with both parts."""
    positions = "Company Name,Title,Started On,Finished On\nAcme,Clerk,2015,2019\n"
    (tmp_path / "Positions.csv").write_text(positions, "utf-8")
    for number, rows in enumerate((FIRST, SECOND), 1):
        name = f"Endorsement_Received_Info_{number}.csv"
        (tmp_path / name).write_text(HEADER + rows, "utf-8")
    return tmp_path


def written(result: ec.AuditResult) -> str:
    """The table of a result."""
    file = io.StringIO()
    report.write_csv(result, file)
    return file.getvalue()


def test_records_of_an_export_are_those_of_its_tables(folder: Path) -> None:
    """Of all parts, in their order, with their time stamps and where they stand."""
    names = sorted(folder.glob("Endorsement*"))
    expected = [each for name in names for each in linkedin.read_table(name).records]
    found = linkedin.read_export(folder, as_of=AS_OF).profile.endorsements
    assert expected == list(found)
    stamps = [each.given_at for each in found]
    assert stamps[0] == "2018-10-01T08:16:46Z"
    assert stamps == [each.given_at for each in expected]
    assert [each.provenance for each in expected] == [each.provenance for each in found]


def test_people_of_an_export_are_those_of_its_connections(folder: Path) -> None:
    """Also those whose rows are not plain; of each since when they are connected."""
    rows = (
        "Ravi,Shah,linkedin.com/in/ravi,Acme,Clerk,04 May 2015\n"
        "Lena,Vogt,,Borealis,,soon\n,,,,,soon\nOmar,Ito,,,,12 Jun 2019\n"
    )
    header = "First Name,Last Name,URL,Company,Position,Connected On\n"
    (folder / "Connections.csv").write_text(header + rows, "utf-8")
    export = linkedin.read_export(folder, as_of=AS_OF)
    days = ec.PartialDate(2015, 5, 4), ec.DateMark.UNKNOWN, ec.PartialDate(2019, 6, 12)
    assert [(each.person.name, each.connected_on) for each in export.profile.connections] == [
        *zip(("Ravi Shah", "Lena Vogt", "Omar Ito"), days, strict=True)
    ]
    assert [each.person for each in export.profile.connections] == list(export.people)
    assert {each.history.recorded_on for each in export.people} == {AS_OF}


def test_people_of_an_export_have_the_address_of_their_row(folder: Path) -> None:
    """Whether or not it says where they work."""
    rows = (
        "Ravi,Shah,linkedin.com/in/ravi,Acme,,\nLena,Vogt,linkedin.com/in/lena,,,\n"
        "Omar,Ito,,Acme,,\nAnn,Lee,,,,\n"
    )
    header = "First Name,Last Name,URL,Company,Position,Connected On\n"
    (folder / "Connections.csv").write_text(header + rows, "utf-8")
    people = linkedin.read_export(folder, as_of=AS_OF).people
    assert [each.url for each in people] == [
        *("linkedin.com/in/ravi", "linkedin.com/in/lena", None, None)
    ]


def test_place_of_an_endorsement_is_told_though_no_record_was_asked_for(folder: Path) -> None:
    """It is that of its own row."""
    first, second = (linkedin.read_export(folder, as_of=AS_OF).profile for _ in range(2))
    found = [str(each.endorsement.provenance) for each in ec.audit(first).each_finding()]
    assert sorted(found) == sorted(str(each.provenance) for each in second.endorsements)


def test_findings_are_the_same_whether_records_were_asked_for_before(folder: Path) -> None:
    """Each is about the record that the profile has."""
    first, second = (linkedin.read_export(folder, as_of=AS_OF).profile for _ in range(2))
    assert len(second.endorsements) == 6
    results = [ec.audit(each) for each in (first, second)]
    assert len({written(each) for each in results}) == 1
    streamed = [list(each.each_finding()) for each in results]
    assert {id(each.endorsement) for each in streamed[1]} == {*map(id, second.endorsements)}
    assert streamed[0] == streamed[1] == list(results[0].findings)
    held = {*map(id, second.endorsements)}
    assert {id(each.endorsement) for each in results[1].findings} == held
    assert [*map(id, results[1].each_finding())] == [*map(id, results[1].findings)]


def test_a_row_that_is_not_used_says_nothing_of_its_endorser(folder: Path) -> None:
    """Nobody is a namesake of somebody who is on no endorsement."""
    export = linkedin.read_export(folder, as_of=AS_OF)
    assert sorted({each.endorser.name for each in export.profile.endorsements}) == [
        *("Lena Vogt", "Omar Haddad", "Ravi Shah")
    ]
    assert "Omar Ito" not in written(ec.audit(export.profile))


def test_endorsements_of_one_day_in_an_export_are_ordered_by_the_time() -> None:
    """Those without one come first, and the others wherever blanks stand around it."""
    stamps = [f"2018/10/02 {time}" for time in ("17:00:00 UTC", "12:00:00 UTC ", "09:00:00 UTC")]
    rows = "".join(f"{each},Go,Lena,Vogt,,ACCEPTED\n" for each in (*stamps, "2018-10-02"))
    profile = linkedin.read_export((HEADER + rows).encode(), as_of=AS_OF).profile
    found = [each.endorsement.given_at for each in ec.audit(profile).findings]
    assert found == [None, *(f"2018-10-02T{time}:00:00Z" for time in ("09", "12", "17"))]


def test_newest_day_of_an_export_is_one_of_a_row_that_is_used() -> None:
    """A day that only stands in a row without a skill is left out."""
    used, lost = "2018/10/01 08:16:46 UTC,Go", "2024/10/01 08:16:46 UTC,"
    rows = f"{used},Lena,Vogt,,ACCEPTED\n{lost},Lena,Vogt,,ACCEPTED\n"
    export = linkedin.read_export((HEADER + rows).encode())
    assert export.profile.as_of == dt.date(2018, 10, 1)


def test_order_does_not_depend_on_that_of_the_input() -> None:
    """Also where two endorsements differ in nothing but how an address is spelled."""
    urls = "linkedin.com/in/ravi", "www.linkedin.com/in/ravi"
    people = [ec.Person("Ravi Shah", url) for url in urls]
    given = [ec.Endorsement("Go", each, DAY) for each in (*people, ec.Person("ravi shah"))]
    found = set()
    for order in permutations(given):
        ledger = Listed(order)
        ordered = [ledger.record(row).counterpart for row in in_order(ledger, urls_of(ledger))]
        found.add(tuple((each.name, each.url) for each in ordered))
    assert found == {(("ravi shah", None), ("Ravi Shah", urls[0]), ("Ravi Shah", urls[1]))}


def test_findings_are_ordered_by_name_then_skill_then_day_then_status() -> None:
    """What comes first decides, however far apart the rest is."""
    names, skills = ("Lena Vogt", "Omar Ito", "Ravi Shah"), ("Art", "Go", "Python")
    days = [ec.PartialDate(year) for year in (2018, 2019, 2020)]
    expected = [
        ec.Endorsement(skill, ec.Person(name), day, status)
        for name in names
        for skill in skills
        for day in days
        for status in (ec.EndorsementStatus.ACCEPTED, ec.EndorsementStatus.HIDDEN)
    ]
    whole = ec.Profile(owner=ec.Person("Dana Reyes"), as_of=AS_OF, endorsements=expected[::-1])
    assert [each.endorsement for each in ec.audit(whole).findings] == expected


def test_all_endorsements_that_differ_in_spelling_alone_are_ordered() -> None:
    """Those of one person after the other, though there are several of one spelling."""
    people = [
        ec.Person(name, f"{start}linkedin.com/in/{name[:4]}")
        for name in ("Lena Vogt", "Ravi Shah")
        for start in ("", "www.")
    ]
    expected = [ec.Endorsement("Go", each, DAY) for each in people for _ in range(2)]
    ledger = Listed(expected[::-1])
    found = [ledger.record(row).counterpart for row in in_order(ledger, urls_of(ledger))]
    assert found == [each.counterpart for each in expected]


def test_spellings_of_one_endorser_are_judged_alike() -> None:
    """Rows of one may stand between those of another, since the skill goes before spelling."""
    people = [
        ec.Person(name, "linkedin.com/in/ravi", ec.WorkHistory([HERE]))
        for name in ("Ravi Shah", "RAVI SHAH")
    ]
    given = [
        ec.Endorsement(skill, people[number % 2], DAY)
        for number, skill in enumerate(("Art", "Go", "Python", "Welding"))
    ]
    owner = ec.Person("Dana Reyes", history=ec.WorkHistory([HERE]))
    result = ec.audit(ec.Profile(owner=owner, as_of=AS_OF, endorsements=given))
    assert [each.endorsement for each in result.findings] == given
    assert {each.verdict for each in result.findings} == {ec.Verdict.CAN_ATTEST}
    rows = list(csv.reader(io.StringIO(written(result))))
    assert [row[0] for row in rows[1:]] == ["Ravi Shah", "RAVI SHAH"] * 2


def test_column_without_what_no_row_says() -> None:
    """The rows say what they said."""
    column = Coded(["a", "b", "c"], [2, 0, 2])
    fewer = column.without_unused()
    assert (fewer.values, fewer.of(range(3))) == (["a", "c"], ["c", "a", "c"])


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param([], [(0, 1)], id="one-row"),
        pytest.param([False, True, False], [(0, 2), (2, 4)], id="two-runs"),
        pytest.param([True, True], [(0, 1), (1, 2), (2, 3)], id="each-alone"),
    ],
)
def test_runs_hold_all_rows(changes: list[bool], expected: list[tuple[int, int]]) -> None:
    """Each ends where the next one begins."""
    assert list(runs_of(changes, len(changes) + 1)) == expected


def test_no_rows_are_no_run() -> None:
    """Not even an empty one."""
    assert list(runs_of([], 0)) == []


@pytest.mark.parametrize(
    "again",
    [
        pytest.param(lambda each: pickle.loads(pickle.dumps(each)), id="pickled"),
        pytest.param(copy.copy, id="copied"),
        pytest.param(copy.deepcopy, id="deeply-copied"),
        pytest.param(lambda each: attrs.evolve(each, skills=each.skills), id="evolved"),
        pytest.param(lambda each: unpacked(packed(each)), id="sent-to-a-worker"),
    ],
)
def test_profile_of_an_export_is_a_record_like_any_other(
    folder: Path, again: Callable[[ec.Profile], ec.Profile]
) -> None:
    """Though its endorsements and connections are made when somebody asks for them."""
    (folder / "Connections.csv").write_text(
        "First Name,Last Name,URL,Company,Position,Connected On\nRavi,Shah,,Acme,,04 May 2015\n"
    )
    first, second = (linkedin.read_export(folder, as_of=AS_OF).profile for _ in range(2))
    found = again(first)
    assert (found, hash(found), repr(found)) == (second, hash(second), repr(second))
    assert ec.audit(found) == ec.audit(second)
    assert [str(each.connected_on) for each in found.connections] == ["2015-05-04"]
