"""One table: its header, its rows, and the accounts of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from endorsecheck.exceptions import ModelError, ReadError
from endorsecheck.readers import Limits, Severity, _header
from endorsecheck.readers._decode import decode
from endorsecheck.readers._header import find_header
from endorsecheck.readers._layout import Layout, folded
from endorsecheck.readers._row import Row
from endorsecheck.readers._sheet import Sheet

LAYOUT = Layout(
    {"Name": ("Person",), "Place": ("Company", "Employer"), "Day": ()},
    (("Name",), ("Place", "Day")),
    usual=("Day",),
    dates=("Day",),
)


def sheet(text: str | bytes, limits: Limits | None = None) -> Sheet:
    """A table."""
    data = text.encode() if isinstance(text, str) else text
    return Sheet(decode(data, "a.csv"), LAYOUT, limits or Limits(), source="test")


def name(row: Row) -> str | None:
    """The record of a row: the name."""
    if not row["Name"]:
        row.report("Name", problem="blank")
    return row["Name"] or None


def read(
    text: str | bytes, limits: Limits | None = None
) -> tuple[list[str], list[str], tuple[int, int, int]]:
    """Names, diagnostics, and rows in, used and reported."""
    found = sheet(text, limits)
    records = found.read(name)
    count = found.count
    said = [str(each).removeprefix("a.csv ") for each in found.diagnostics]
    return records, said, (count.rows, count.used, count.reported)


# ---- the header --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "heading",
    ["Exit On", "exit_on", "EXIT ON", "Exit-On", " ExitOn\ufeff", "Ｅxit\x1f\u3000On"],
)
def test_headings_compare_by_their_letters(heading: str) -> None:
    """Case, blanks, underscores, hyphens, marks and width do not matter."""
    assert folded(heading) == "exiton"


def test_headings_compare_by_a_hundred_characters() -> None:
    """No more are looked at."""
    assert folded("a" * 100 + "b") == "a" * 100


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Name,Place,Day\nAnn,Acme,3\n", ["Ann"], id="first-line"),
        pytest.param("Day;Place;Name\n3;Acme;Ann\n", ["Ann"], id="semicolons-and-other-order"),
        pytest.param("Person\tEmployer\tDay\nAnn\tAcme\t3\n", ["Ann"], id="tabs-and-synonyms"),
        pytest.param('Notes:\n"a\nb"\n\nName,Place,Day\nAnn,,\n', ["Ann"], id="preamble"),
        pytest.param("Notes:,,,,\nName,Place,Day\nAnn,,\n", ["Ann"], id="padded-preamble"),
        pytest.param('"an open note\nName,Place,Day\nAnn,,\n', ["Ann"], id="open-preamble"),
        pytest.param("Name,Other,Day\nAnn,x,\n", ["Ann"], id="one-of-a-group"),
        pytest.param("Name,Place,Day\n", [], id="header-only"),
        pytest.param("x\n" * 49 + "Name,Place,Day\nAnn,,\n", ["Ann"], id="long-preamble"),
    ],
)
def test_header_is_the_first_record_with_the_columns_required(
    text: str, expected: list[str]
) -> None:
    """Whatever stands before it, between its cells or in which order."""
    assert (expected, []) == read(text)[:2]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", "a.csv: empty, expected a header with 'Name' or 'Person'", id="empty"),
        pytest.param(b"\xef\xbb\xbf\n\0\0", "a.csv: empty", id="marks-and-zeros"),
        pytest.param(
            "x,y\n",
            "a.csv: no header, expected one with 'Name' or 'Person', 'Place' or 'Company' or",
            id="other",
        ),
        pytest.param(
            "\nName,Title\n",
            "a.csv row 2: a header without 'Place' or 'Company' or 'Employer' or 'Day'",
            id="lacking",
        ),
        pytest.param("Name,x\nName,y\n", "row 1: a header without", id="the-first-of-such-rows"),
        pytest.param("x\nName,y\nDay,Place\n", "row 3: a header without", id="the-nearest-row"),
        pytest.param("X", "a.csv: no header", id="a-letter"),
        pytest.param("Name,Place".encode("utf-16-le"), "perhaps UTF-16", id="utf-16-bare"),
        pytest.param(b"\0" * 9 + b"a" * 31, "a.csv: no header", id="a-few-zeros"),
        pytest.param("x\n" * 50 + "Name,Place\n", "no header", id="too-far-down"),
        pytest.param("," * 50_000, "no header", id="wide"),
        pytest.param("Name,Place,name\n", "row 1: two columns are called 'Name'", id="twice"),
    ],
)
def test_no_header_is_an_error_that_says_what_is_lacking(text: str | bytes, expected: str) -> None:
    """The file is named, and the row where there is one; its cells are not told."""
    with pytest.raises(ReadError) as caught:
        sheet(text)
    assert expected in str(caught.value)


def test_usual_column_that_is_missing_is_said() -> None:
    """It loses nothing, so it is for information."""
    found = sheet("Name,Place\n")
    assert [str(each) for each in found.diagnostics] == ["a.csv row 1: no column 'Day'"]
    assert found.diagnostics[0].severity is Severity.INFO


def test_second_heading_for_one_column_is_said() -> None:
    """The likeliest heading counts, wherever it stands."""
    found = sheet("Employer,Person,Name,Place,Day\nb,x,Ann,a,\n")
    assert found.read(lambda row: (row["Name"], row["Place"])) == [("Ann", "a")]
    assert [str(each) for each in found.diagnostics] == [
        "a.csv row 1, 'Employer': not read, as 'Place' says the same",
        "a.csv row 1, 'Person': not read, as 'Name' says the same",
    ]


# ---- the rows ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rows", "names", "said", "counts"),
    [
        pytest.param("Ann,a,\nBo,b,\n", ["Ann", "Bo"], [], (2, 2, 0), id="whole"),
        pytest.param(
            "Ann,a\nBo,b,,\nCy,c,\n",
            ["Cy"],
            [
                "row 2: 2 cells, expected 3 as in the header",
                "row 3: 4 cells, expected 3 as in the header",
            ],
            (3, 1, 2),
            id="ragged",
        ),
        pytest.param(
            ",,\n ,,\n,\n", [], [f"row {n}: a blank row" for n in (2, 3, 4)], (3, 0, 3), id="blank"
        ),
        pytest.param(",a,\n", [], ["row 2, 'Name': blank"], (1, 0, 1), id="no-record"),
        pytest.param(
            "Name,Place,Day\nAnn,a,\n",
            ["Ann"],
            ["row 2: the header once more"],
            (2, 1, 1),
            id="header-once-more",
        ),
        pytest.param(
            "Day,Name\n3,Ann\n",
            ["Ann"],
            ["row 2: the header once more"],
            (2, 1, 1),
            id="another-header",
        ),
        pytest.param(
            "x,y,Day,Name\n,,3,Ann\n",
            ["Ann"],
            ["row 2: the header once more"],
            (2, 1, 1),
            id="header-from-the-third-cell-on",
        ),
        pytest.param(
            "x,y,z,Day,Name\n",
            [],
            ["row 2: 5 cells, expected 3 as in the header"],
            (1, 0, 1),
            id="header-further-on",
        ),
        pytest.param("Name,a,\n", ["Name"], [], (1, 1, 0), id="a-person-called-name"),
        pytest.param(
            "Name,a\n",
            [],
            ["row 2: 2 cells, expected 3 as in the header"],
            (1, 0, 1),
            id="a-person-called-name-in-a-short-row",
        ),
        pytest.param(
            'Ann,"a,\n',
            ["Ann"],
            ["row 2, 'Place': a quote that no other closes: 'a'"],
            (1, 1, 0),
            id="open-quote",
        ),
        pytest.param(
            "An\0n,a,\n",
            ["An\0n"],
            ["row 2, 'Name': a NUL character: 'An⟦U+0000⟧n'"],
            (1, 1, 0),
            id="nul",
        ),
    ],
)
def test_every_row_is_used_or_reported(
    rows: str, names: list[str], said: list[str], counts: tuple[int, int, int]
) -> None:
    """Records, diagnostics and counts."""
    assert (names, said, counts) == read(f"Name,Place,Day\n{rows}")


@pytest.mark.parametrize(
    ("rows", "names"),
    [
        pytest.param('Ann,"a,1\nBo,b",2\n', ["Ann", "Bo"], id="rows"),
        pytest.param('Ann,"a,\nBo,b",\n', ["Ann", "Bo"], id="rows-without-a-date"),
        pytest.param('Ann,"a\nBo,b,1\nc",\n', ["Bo"], id="a-row-within"),
        pytest.param('Ann,"a\nBo,b\nc",\n', ["Ann"], id="too-few-cells-within"),
        pytest.param('Ann,"a\nBo, b, 1\nc",\n', ["Ann"], id="running-text-within"),
        pytest.param('Ann,"a\nBo,b,soon\nc",\n', ["Ann"], id="no-date-within"),
        pytest.param(f'Ann,"a\nBo,b,{"1" * 41}\nc",\n', ["Ann"], id="no-date-but-long"),
        pytest.param('Ann,"a\n,b,1\nc",\n', ["Ann"], id="no-name-within"),
    ],
)
def test_a_cell_over_several_lines_is_one_unless_rows_stand_in_it(
    rows: str, names: list[str]
) -> None:
    """Descriptions may have lines; quotes that pair up by chance must not swallow rows."""
    assert names == read(f"Name,Place,Day\n{rows}")[0]


def test_stray_bytes_are_repaired_where_they_stand() -> None:
    """Good UTF-8 of other cells and rows is left as it is."""
    found = read("Name,Place,Day\nZoë,a,\n".encode() + b"Ren\xe9,b,\n")
    assert found[0] == ["Zoë", "René"]
    assert found[1][1:] == ["row 3, 'Name': not UTF-8, read as cp1252: 'René'"]


def test_a_row_with_a_huge_cell_is_set_aside() -> None:
    """The cell is reported by its column, the rest is read."""
    limits = Limits(max_cell=50)
    found = read(f"Name,Place,Day\nAnn,{'x' * 51},\nBo,{'x' * 50},\n", limits)
    said = f"row 2, 'Place': 51 characters, expected at most 50: '{'x' * 51}'"
    assert found == (["Bo"], [said], (2, 1, 1))


def test_a_cell_that_is_not_read_keeps_its_value_to_itself() -> None:
    """Its column is named as the file spells it."""
    found = read("Name,Day,Birth Date,\nAnn,1,\0,\0\n")[1]
    assert found == [
        "row 2, 'Birth Date': a NUL character",
        "row 2: a NUL character",
    ]


def test_too_many_rows_are_an_error() -> None:
    """The limit is checked while reading."""
    with pytest.raises(ReadError, match=r"^a\.csv: more than 2 rows, expected fewer$"):
        read("Name,Place,Day\n" + "Ann,a,\n" * 3, Limits(max_rows=2))


@pytest.mark.parametrize(
    ("rows", "limits", "expected"),
    [
        pytest.param("x\n" * 5, Limits(max_diagnostics=4), "more than 4 faults", id="faults"),
        pytest.param("\n" * 50, Limits(max_rows=3), "more than 12 lines", id="empty-lines"),
        pytest.param(",,\n" * 5, Limits(max_diagnostics=4), "more than 4 faults", id="blank"),
    ],
)
def test_a_file_that_is_no_table_is_given_up(rows: str, limits: Limits, expected: str) -> None:
    """A small file must not make a host of diagnostics."""
    with pytest.raises(ReadError, match=rf"^a\.csv: {expected}, expected"):
        read(f"Name,Place,Day\n{rows}", limits)


def test_faults_within_a_record_are_counted_too() -> None:
    """The limit holds wherever the diagnostic comes from."""
    with pytest.raises(ReadError, match="more than 1 faults"):
        read("Name,Place,Day\n,a,\n,a,\n", Limits(max_diagnostics=1))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Name,Place,Day\n" + "Ann,a,\n" * 40_000, 40_000, id="long"),
        pytest.param("Name,Place,Day\r" + "Ann,a,\r" * 40_000, 40_000, id="long-with-returns"),
        pytest.param(f"Name,Place,Day\nAnn,{'x' * 2**18},\n", 1, id="long-row"),
        pytest.param(f"Name,Place,Day,{'x' * 2**18}\nAnn,a,,\n", 1, id="long-header"),
    ],
)
def test_header_is_looked_for_in_the_first_lines_only(text: str, expected: int) -> None:
    """A long table is not searched thrice for a header it does not have."""
    assert len(sheet(text).read(name)) == expected


@pytest.mark.parametrize("end", ["\n", "\r"])
def test_header_stands_on_a_whole_line_of_the_first_characters(
    monkeypatch: pytest.MonkeyPatch, end: str
) -> None:
    """One that is cut off is none."""
    head, rest = f"x{end}Name,Place{end}", f"Ann,a{end}"
    monkeypatch.setattr(_header, "_HEAD", len(head))
    for text in (head + rest, f"x{head[:-1]}"):
        assert find_header(text, LAYOUT, "a.csv")[1].cells == ["Name", "Place"]
    with pytest.raises(ReadError, match="no header"):
        find_header(f"x{head}{rest}", LAYOUT, "a.csv")


def test_a_row_without_record_or_reason_is_reported_all_the_same() -> None:
    """No reader can lose a row."""
    found = sheet("Name,Place,Day\nAnn,a,\n")
    assert found.read(lambda _: None) == []
    assert [str(each) for each in found.diagnostics] == ["a.csv row 2: not used"]


def test_what_a_record_refuses_is_reported() -> None:
    """An error of the library that a record raises is a diagnostic."""

    def refuse(_: Row) -> str:
        msg = "Person.name: expected a text"
        raise ModelError(msg)

    found = sheet("Name,Place,Day\nAnn,a,\n")
    assert found.read(refuse) == []
    assert [str(each) for each in found.diagnostics] == [
        "a.csv row 2: Person.name: expected a text"
    ]


def test_lost_rows_are_those_that_say_something() -> None:
    """Blank rows, headers and rows that a reader skips lose nothing."""

    def skip(row: Row) -> str | None:
        if row["Name"] == "Bo":
            row.skip("hidden")
            return None
        return name(row)

    found = sheet("Name,Place,Day\n,,\nName,Place,Day\nBo,b,\n,a,\nAnn\n")
    found.read(skip)
    assert [(each.line, each.cells) for each in found.lost] == [(5, ["", "a", ""]), (6, ["Ann"])]


def test_rows_know_their_columns_and_place() -> None:
    """A column that is not there is an empty cell."""
    (row,) = sheet("Name,Place\n Ann ,a\n").read(lambda row: row)
    assert (row["Name"], row["Day"], row.has("Day"), row.has("Name")) == ("Ann", "", False, True)
    assert str(row.provenance) == "a.csv row 2"


def test_one_person_is_one_record() -> None:
    """However often they are named."""
    people = sheet("Name,Place\nAnn,a\nAnn,b\n").read(lambda row: row.person(row["Name"], ""))
    assert people[0] is people[1]


@given(st.text(st.sampled_from('Name,Place;Day"\n\r\t\0 a1') | st.characters(codec="utf-8")))
def test_the_accounts_always_add_up(rows: str) -> None:
    """Rows in are rows used and rows reported, and each reported one has a diagnostic."""
    found = sheet(f"Name,Place,Day\n{rows}")
    records = found.read(name)
    assert len(records) == found.count.used
    assert len({each.row for each in found.diagnostics}) >= found.count.reported
