"""Relationships and people of the people table, and the worksheet."""

from __future__ import annotations

import csv
import datetime as dt
import io
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from shared_checks import report_checks
from test_table import COLUMNS, URL, one, read, said

import endorsecheck as ec
from endorsecheck.readers import Limits, TableCount, table
from endorsecheck.readers._guard import guarded, unguarded

DAY = dt.date(2026, 6, 30)


# ---- relationships -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("manager", "MANAGER"),
        ("my boss", "MANAGER"),
        ("Line Manager", "MANAGER"),
        ("direct report", "REPORT"),
        ("same-team", "SAME_TEAM"),
        ("Colleague", "SAME_TEAM"),
        ("team mate", "SAME_TEAM"),
        ("customer", "CLIENT"),
        ("supplier", "VENDOR"),
        ("coach", "MENTOR"),
        ("Professor", "TEACHER"),
        ("sister-in-law", None),
        ("My brother", "FAMILY"),
        ("a friend", "FRIEND"),
    ],
)
def test_relationship_by_the_words_people_use(text: str, kind: str | None) -> None:
    """Those that are not known are reported."""
    found = read({"Relationship": text})
    kinds = [tie.kind.name for each in found.people for tie in each.relationships]
    assert kinds == ([kind] if kind else [])
    assert bool(found.diagnostics) is (kind is None)


def test_relationship_has_a_place_and_a_time_and_is_no_engagement() -> None:
    """A client was not at the owner's workplace."""
    row = {"Relationship": "client", "Organization": "Acme", "Started On": "2015"}
    person, diagnostics = one(row)
    tie = ec.Relationship(ec.RelationshipKind.CLIENT, "Acme", period=ec.Period.parse("2015", ""))
    assert (person.relationships, person.history.engagements) == ((tie,), ())
    assert (str(person.relationships[0].provenance), diagnostics) == ("data row 2", [])


def test_relationship_with_a_title_is_an_engagement_too() -> None:
    """The row says what the person was there."""
    person, _ = one({"Relationship": "manager", "Organization": "Acme", "Title": "Head"})
    assert person.history.engagements == (ec.Position("Acme", "Head"),)
    assert [tie.kind for tie in person.relationships] == [ec.RelationshipKind.MANAGER]


def test_row_of_kind_relationship_is_no_engagement() -> None:
    """Even with a title."""
    row = {"Kind": "relationship", "Relationship": "mentor", "Title": "Head"}
    person, _ = one(row | {"Organization": "Acme"})
    assert (person.history.engagements, len(person.relationships)) == ((), 1)


def test_relationship_that_is_not_known_makes_nobody_complete() -> None:
    """The engagement is used; but who knows what the tie was."""
    row = {"Relationship": "penfriend", "Organization": "Acme", "Complete": "yes"}
    person, diagnostics = one(row)
    assert person.history == ec.WorkHistory([ec.Position("Acme")], complete=False)
    assert diagnostics[0].startswith("row 2, 'Relationship': 'penfriend' is not one of manager,")


# ---- people --------------------------------------------------------------------------------


def test_rows_of_one_address_are_one_person() -> None:
    """However it is spelt; the first name and spelling count."""
    found = read(
        {"URL": URL, "Name": "", "Organization": "Acme"},
        {"URL": "linkedin.com/in/Ravi-Shah-example/", "Organization": "Bolt"},
        {"URL": URL, "Name": "R. Shah", "Relationship": "client"},
    )
    history = ec.WorkHistory([ec.Position("Acme"), ec.Position("Bolt")], complete=False)
    tie = ec.Relationship(ec.RelationshipKind.CLIENT)
    assert found.people == (ec.Person("Ravi Shah", URL, history, [tie]),)
    assert str(found.people[0].provenance) == "data row 2"


def test_rows_of_one_name_without_address_are_one_person() -> None:
    """Not one of the same name with an address: that is for the audit to say."""
    found = read(
        {"Organization": "Acme"},
        {"Name": "RAVI  shah", "Organization": "Bolt"},
        {"URL": URL, "Organization": "Cog"},
    )
    assert [(each.name, each.url, len(each.history.engagements)) for each in found.people] == [
        ("Ravi Shah", None, 2),
        ("Ravi Shah", URL, 1),
    ]


@pytest.mark.parametrize(
    ("cells", "default", "expected", "diagnostics"),
    [
        pytest.param([""], False, False, [], id="not-said"),
        pytest.param([""], True, True, [], id="not-said-but-by-the-caller"),
        pytest.param(["yes"], False, True, [], id="yes"),
        pytest.param(["X", ""], False, True, [], id="said-once"),
        pytest.param(["no"], True, False, [], id="no"),
        pytest.param(
            ["Yes", "No"],
            True,
            False,
            [
                (
                    "row 3, 'Complete': other rows of this person say otherwise, "
                    "expected one answer: 'No'"
                )
            ],
            id="yes-and-no",
        ),
        pytest.param(
            ["maybe"], True, False, ["row 2, 'Complete': 'maybe' is not yes or no"], id="maybe"
        ),
    ],
)
def test_complete(
    cells: list[str],
    default: bool,  # noqa: FBT001
    expected: bool,  # noqa: FBT001
    diagnostics: list[str],
) -> None:
    """A history is complete if a row says so and none denies it."""
    rows = [{"Organization": "Acme", "Complete": cell} for cell in cells]
    found = read(*rows, complete=default)
    assert (found.people[0].history.complete, said(found)) == (expected, diagnostics)


@pytest.mark.parametrize(
    ("cells", "expected", "complete", "diagnostics"),
    [
        pytest.param([""], None, True, [], id="not-said"),
        pytest.param(["2024-05-06"], dt.date(2024, 5, 6), True, [], id="day"),
        pytest.param(["May 2024"], dt.date(2024, 5, 1), True, [], id="month-from-its-first-day"),
        pytest.param(["2024-05-06", "", "2023-01-02"], dt.date(2023, 1, 2), True, [], id="oldest"),
        pytest.param(
            ["today"], None, False, ["row 2, 'Recorded On': 'today' is not a date"], id="today"
        ),
        pytest.param(
            ["soon"],
            None,
            False,
            ["row 2, 'Recorded On': no date, expected a four-digit year: 'soon'"],
            id="words",
        ),
    ],
)
def test_recorded_on(
    cells: list[str],
    expected: dt.date | None,
    complete: bool,  # noqa: FBT001
    diagnostics: list[str],
) -> None:
    """The oldest day of a person's rows; one that cannot be read makes nothing complete."""
    rows = [{"Organization": "Acme", "Complete": "yes", "Recorded On": cell} for cell in cells]
    found = read(*rows)
    history = found.people[0].history
    assert (expected, complete) == (history.recorded_on, history.complete)
    assert said(found) == diagnostics


WHOLE = (
    "Name,URL,Organization,Started On,Complete\n"
    f"Ravi Shah,{URL},Acme,2015,yes\n"
    "Lena Vogt,,Bolt,2015,yes\n"
)


@pytest.mark.parametrize(
    ("row", "complete"),
    [
        pytest.param(f"Ravi Shah,{URL},,2015,\n", [False, True], id="by-address"),
        pytest.param(",https://linkedin.com/in/x,,2015,\n", [True, True], id="of-a-stranger"),
        pytest.param("Lena Vogt,,,2015,\n", [True, False], id="by-name"),
        pytest.param("Ann Lee,,,2015,\n", [True, True], id="of-another-name"),
        pytest.param(f"Shah, Ravi,{URL},Cog,2016,\n", [False, True], id="ragged-by-address"),
        pytest.param("Lena Vogt,Cog,2016\n", [True, False], id="ragged-by-name"),
        pytest.param("Vogt, Lena,,Cog,2016,\n", [False, False], id="whose-it-is-can't-be-told"),
        pytest.param(",,Cog,2016,\n", [False, False], id="nobody's"),
        pytest.param(",,,,\n", [True, True], id="blank"),
    ],
)
def test_history_with_a_lost_row_is_not_complete(row: str, complete: list[bool]) -> None:
    """The lost one might be the shared one; where it is nobody's, it might be anybody's."""
    found = table.read_people((WHOLE + row).encode())
    assert [each.history.complete for each in found.people] == complete
    told = "row 4: whose row it is can't be told, so no history in this file is complete"
    assert (complete == [False, False]) is (told in said(found))


@pytest.mark.parametrize(
    ("length", "complete"),
    [
        pytest.param(2_000, [False, True], id="of-two-thousand"),
        pytest.param(2_001, [False, False], id="longer"),
    ],
)
def test_whose_a_ragged_row_is_can_be_told_by_a_name_of_two_thousand_characters(
    length: int, complete: list[bool]
) -> None:
    """Longer cells are not looked at."""
    name = "Ravi ".ljust(length, "a")
    rows = f"{name},Acme,yes\nLena Vogt,Acme,yes\n{name}\n"
    found = table.read_people(f"Name,Company,Complete\n{rows}".encode())
    assert [each.history.complete for each in found.people] == complete
    assert found.tables == (TableCount("data", rows=3, used=2, reported=1),)


def test_limits_are_the_callers() -> None:
    """As for every reader."""
    with pytest.raises(ec.ReadError, match="more than 1 rows"):
        table.read_people(WHOLE.encode(), limits=Limits(max_rows=1))


@given(st.text(st.sampled_from(f'{WHOLE};\t"\r') | st.characters(codec="utf-8")))
def test_any_text_is_read_or_refused(text: str) -> None:
    """Nothing but our error escapes, and the accounts add up."""
    found = table.read_people((WHOLE + text).encode(), complete=True)
    (count,) = found.tables
    assert count.rows == count.used + count.reported
    assert len({each.row for each in found.diagnostics}) >= count.reported


# ---- the worksheet -------------------------------------------------------------------------


def result(*people: ec.Person, known: tuple[ec.Person, ...] = ()) -> ec.AuditResult:
    """An audit in which each of these people endorsed welding, and nobody else is known."""
    job = ec.Position("Acme", period=ec.Period.parse("2015", "2019"))
    profile = ec.Profile(
        owner=ec.Person("Dana Reyes", "linkedin.com/in/dana", ec.WorkHistory([job])),
        as_of=DAY,
        endorsements=[ec.Endorsement("Welding", each, ec.PartialDate(2020)) for each in people],
    )
    return ec.audit(profile, known)


def worksheet(audited: ec.AuditResult, **options: Any) -> str:
    """The worksheet as text."""
    file = io.StringIO(newline="")
    table.write_worksheet(audited, file, **options)
    return file.getvalue()


def rows(text: str) -> list[dict[str, str]]:
    """The cells by their headings."""
    return list(csv.DictReader(io.StringIO(text, newline="")))


def history(complete: bool, *stays: ec.Engagement) -> ec.WorkHistory:  # noqa: FBT001
    """A history."""
    return ec.WorkHistory(stays, complete=complete)


def test_worksheet_asks_about_those_whose_verdict_is_open() -> None:
    """Unknown and might; not those who can or cannot attest, nor what is not shown."""
    job = ec.Position("Acme", "Welder", period=ec.Period.parse("2014", "2019"))
    ravi = ec.Person("Ravi Shah", URL, history(True, job))
    lena = ec.Person("Lena Vogt", "linkedin.com/in/lena", history(True, ec.Position("Bolt")))
    hugo = ec.Person("Hugo Lind", None, history(False, ec.Position("Acme")))
    min_seo = ec.Person("Min Seo")
    profile = ec.Profile(
        owner=ec.Person("Dana Reyes", "linkedin.com/in/dana", history(True, job)),
        as_of=DAY,
        endorsements=[
            *(ec.Endorsement("Go", each, ec.PartialDate(2020)) for each in (ravi, lena, hugo)),
            ec.Endorsement("C++", hugo, ec.PartialDate(2020)),
            ec.Endorsement("Go", min_seo, status=ec.EndorsementStatus.HIDDEN),
        ],
    )
    found = rows(worksheet(ec.audit(profile)))
    assert [(each["Name"], each["Skills Endorsed"]) for each in found] == [
        ("Hugo Lind", "C++; Go")
    ]
    assert list(found[0]) == [
        *("Name", "URL", "Skills Endorsed", "Known", "Kind", "Organization", "Title", "Project"),
        *("Started On", "Finished On", "Complete", "Recorded On", "Relationship", "Skills"),
        *("Team", "Location", "Headcount"),
    ]


def test_worksheet_tells_what_is_known() -> None:
    """What is on file, and since when they are connected."""
    now = ec.Period(end=ec.DateMark.ONGOING)
    stays: list[ec.Engagement] = [
        ec.Position("Bolt", "Clerk", period=now),
        ec.Project("Apollo", "Bolt"),
    ]
    lena = ec.Person("Lena Vogt", "linkedin.com/in/lena", history(False, *stays))
    bo = ec.Person("Bo Fry", URL, history(False, *[ec.Position(f"Job {n}") for n in range(7)]))
    connections = [
        ec.Connection(
            ec.Person("L. Vogt", "https://www.linkedin.com/in/lena/"), ec.PartialDate(2019)
        ),
        ec.Connection(ec.Person("Bo Fry", URL)),
    ]
    found = rows(worksheet(result(lena, bo), connections=connections))
    assert [each["Known"] for each in found] == [
        "; ".join([*(f"Job {n} (unknown to unknown)" for n in range(5)), "2 more"]),
        "Clerk, Bolt (unknown to ongoing); Apollo, Bolt (unknown to unknown); connected 2019",
    ]


def test_worksheet_of_nobody_has_a_header() -> None:
    """There is nothing to fill in."""
    assert worksheet(result()).startswith("Name,URL,")
    assert rows(worksheet(result())) == []


def test_worksheet_in_a_file_is_read_by_spreadsheets_and_by_us(tmp_path: Path) -> None:
    """It has the mark without which spreadsheets take accents for something else."""
    path = tmp_path / "worksheet.csv"
    table.write_worksheet(result(ec.Person("Zoë Größl")), path)
    assert path.read_bytes().startswith(b"\xef\xbb\xbfName,URL")
    assert said(table.read_people(path)) == [": worksheet.csv row 2: not filled in".lstrip(": ")]


def test_filled_worksheet_settles_the_verdict() -> None:
    """Written, filled in, read back, audited again."""
    lena = ec.Person("Lena Vogt")
    (row,) = rows(worksheet(result(lena)))
    row |= {"Organization": "Acme", "Started On": "2014", "Finished On": "2020"}
    people = read({key: value for key, value in row.items() if key in COLUMNS}).people
    (found,) = result(lena, known=people).findings
    assert found.verdict is ec.Verdict.CAN_ATTEST


def has_surrogate(text: str) -> bool:
    """Whether half a pair stands in it."""
    return any("\ud800" <= char <= "\udfff" for char in text)


dangerous = st.text(st.sampled_from("=+-@|%'＝＋－＠\t\r\n \u2060⟦U+0041⟧") | st.characters())
names = dangerous.filter(lambda text: text.strip() and "⟦" not in text)


@given(names)
@example("'t Hart")
@example("''=1")
@example("-12")
@example("\x1b[31mBo")
@example("\ud800")
def test_worksheet_is_safe_to_open_and_read_back_unchanged(name: str) -> None:
    """No cell is computed or hidden, and the person is known again by the name."""
    person = ec.Person(name)
    text = worksheet(result(person))
    assert report_checks.formula_cells(text) == []
    assert report_checks.control_chars(text.replace("\r\n", "\n")) == []
    if has_surrogate(name):
        return  # half a character is shown as such, and stays so
    (row,) = rows(text)
    row |= {"Organization": "Acme"}
    found = read({key: value for key, value in row.items() if key in COLUMNS})
    assert [each.name for each in found.people] == [person.name]


@given(dangerous)
def test_guard_is_taken_off_again(text: str) -> None:
    """Guarded text comes back, and what was not guarded stays as it is."""
    shown = guarded(text)
    if not has_surrogate(text) and "⟦" not in text:
        assert unguarded(shown) == text


@pytest.mark.parametrize("letter", ["\ud7ff", "\ue000", "\U0010ffff"])
def test_stand_in_of_any_character_is_read(letter: str) -> None:
    """Up to the last, and on either side of the half pairs."""
    assert unguarded(f"⟦U+{ord(letter):04X}⟧") == letter


@pytest.mark.parametrize("text", ["⟦U+D800⟧", "⟦U+DFFF⟧", "⟦U+110000⟧", "⟦U+41⟧", "⟦"])
def test_what_stands_for_no_character_is_left(text: str) -> None:
    """Half a pair, or beyond Unicode."""
    assert unguarded(text) == text
