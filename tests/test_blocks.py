"""Rows taken many at a time are those that would be taken one by one."""

from __future__ import annotations

import re
from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

import endorsecheck as ec
from endorsecheck.readers import _csv, _people_groups, table
from endorsecheck.readers._blocks import Numbered, columns_of, stretches
from endorsecheck.readers._csv import Lines, Tokenizer
from endorsecheck.readers._decode import decode
from endorsecheck.readers._limits import Limits
from endorsecheck.readers._people_plain import PlainReader
from endorsecheck.readers._people_rows import LAYOUT
from endorsecheck.readers._sheet import Sheet

CELLS = st.sampled_from(["a", "", " b ", '"c, d"', '"e ""f"""', 'g"h', '"i', "'", '"j"k'])
LINES = st.lists(st.lists(CELLS, min_size=1, max_size=3).map(",".join), min_size=1, max_size=4)


def text_of(lines: list[str]) -> str:
    """Lines with what ends each of them."""
    return "".join(f"{line}\n" for line in lines)


@given(LINES)
def test_columns_are_those_of_records_of_one_line_each(lines: list[str]) -> None:
    """What the tokenizer reads otherwise, or over several lines, is left to it."""
    columns = columns_of(text_of(lines), ",", 2)
    if columns is not None:
        records = [each.cells for each in Tokenizer("\n".join(lines), ",").records()]
        assert [list(row) for row in zip(*columns, strict=True)] == records


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(["a,b", "c"], id="ragged"),
        pytest.param(["a,b", ""], id="blank"),
        pytest.param(["a", "b"], id="short-ones-that-make-up-for-each-other"),
        pytest.param(["a", "b,c,d"], id="a-long-one-that-makes-up-for-a-short-one"),
        pytest.param(['"a,b', 'c",d'], id="a-cell-over-two-lines"),
        pytest.param(['"a"b"c",d'], id="more-after-a-closing-quote"),
        pytest.param(['"' + "a" * 9_997 + '",b'], id="long-and-quoted"),
        pytest.param(['"a",b', "c" * 9_999 + ",d"], id="long-beside-a-quoted-one"),
        pytest.param(['"a",b', 'c"d,e'], id="stray-quote-in-one-of-two"),
    ],
)
def test_lines_that_are_not_plainly_rows_have_no_columns(lines: list[str]) -> None:
    """They are read with more care."""
    assert columns_of(text_of(lines), ",", 2) is None


def test_lines_that_are_plainly_rows_have_columns() -> None:
    """The cells of each column together."""
    assert columns_of("a,b\nc,d\n", ",", 2) == [["a", "c"], ["b", "d"]]


def test_quoted_lines_have_columns_up_to_ten_thousand_characters() -> None:
    """Longer ones are read with more care."""
    cell = "a" * 9_996
    assert columns_of(f'"{cell}",b\n', ",", 2) == [(cell,), ("b",)]


def test_quoted_cells_of_one_line_have_columns() -> None:
    """Names with a comma are frequent."""
    assert columns_of('"Shah, Ravi",b\nc,d\n', ",", 2) == [("Shah, Ravi", "c"), ("b", "d")]


def test_column_holds_what_each_different_cell_says_once() -> None:
    """Also over several blocks, of which one that is not plain says nothing."""
    read: list[str] = []

    def says(cell: str) -> str:
        read.append(cell)
        return cell.strip()

    numbered = Numbered(says)
    blocks = ["a", "b ", "a"], [""], ["b ", "c"]
    first, odd, second = map(numbered.column, blocks)
    assert first is not None
    assert second is not None
    assert odd is None
    assert (first.of(range(3)), second.of(range(2))) == (["a", "b", "a"], ["b", "c"])
    assert read == ["a", "b ", "", "c"]


HEADER = "Name,URL,Organization,Title,Started On,Finished On,Complete,Kind,Team"
PLAIN = [
    "Ravi Shah,,Acme,Clerk,2015,2019,yes,,",
    ",linkedin.com/in/ravi,Acme,,,,,,",
    "Ravi Shah,linkedin.com/in/ravi,Acme,Clerk,2015,Present,no,,",
]
ODD = [
    ",,Acme,Clerk,2015,2019,yes,,",
    "Ravi Shah,,,Clerk,2015,2019,yes,,",
    "Ravi Shah,,Acme,Clerk,never,2019,yes,,",
    "Ravi Shah,,Acme,Clerk,2015,never,yes,,",
    "Ravi Shah,,Acme,Clerk,2015,2019,perhaps,,",
    "Ravi Shah,,Acme,Clerk,2015,2019,yes,project,",
    "Ravi Shah,,Acme,Clerk,2015,2019,yes,,Boats",
]


def plain_reader(header: str = HEADER) -> PlainReader:
    """A reader of the plain rows below a header."""
    text = decode(f"{header}\n".encode(), "people.csv")
    sheet = Sheet(text, LAYOUT, Limits(), source="people-table")
    return PlainReader(sheet, dayfirst=None, complete=False)


@pytest.mark.parametrize("row", [*PLAIN, *ODD])
def test_row_is_read_at_once_unless_it_is_odd(row: str) -> None:
    """One in which something is missing, not understood, or more than plain rows say."""
    columns = columns_of(text_of([row]), ",", HEADER.count(",") + 1)
    assert columns is not None
    is_odd = row in ODD
    assert (plain_reader().read(2, columns) is None) is is_odd
    assert list(plain_reader().odd(columns)) == [0] * is_odd


def test_rows_of_a_block_are_read_by_those_whose_they_are() -> None:
    """In the order of the rows, each with what it says and where it stands."""
    rows = ["Ravi Shah,Acme,2015,2019", "Ravi Shah,Borealis,2020,", "Lena Vogt,Acme,2015,2019"]
    columns = columns_of(text_of(rows), ",", 4)
    assert columns is not None
    found = plain_reader("Name,Organization,Started On,Finished On").read(7, columns)
    assert found is not None
    assert (found.names, found.urls) == (["Ravi Shah", "Lena Vogt"], ["", ""])
    jobs = [job for told in found.told for job in told.history().engagements]
    periods = [ec.Period.parse("2015", "2019"), ec.Period.parse("2020", "")]
    assert jobs == [
        ec.Position("Acme", period=periods[0]),
        ec.Position("Borealis", period=periods[1]),
        ec.Position("Acme", period=periods[0]),
    ]
    assert [job.provenance and job.provenance.row for job in jobs] == [7, 8, 9]


def test_odd_rows_of_a_block_are_told_by_their_numbers() -> None:
    """Also where the table has no more columns than plain rows fill."""
    rows = ["Ravi Shah,Acme", ",Acme", "Lena Vogt,Acme", "Lena Vogt,"]
    columns = columns_of(text_of(rows), ",", 2)
    assert columns is not None
    assert list(plain_reader("Name,Organization").odd(columns)) == [1, 3]


@pytest.mark.parametrize(
    ("odd", "expected"),
    [
        pytest.param([], [(0, 3)], id="none"),
        pytest.param([0], [(0, 1), (1, 3)], id="the-first"),
        pytest.param([2], [(0, 2), (2, 3)], id="the-last"),
        pytest.param([0, 1, 2], [(0, 1), (1, 2), (2, 3)], id="all"),
    ],
)
def test_stretches_hold_each_row_once(odd: list[int], expected: list[tuple[int, int]]) -> None:
    """Odd rows stand alone."""
    assert list(stretches(odd, 3)) == expected


def test_more_rows_than_the_limit_are_refused_within_a_block() -> None:
    """As row by row."""
    text = "Name,Company\n" + "Ravi Shah,Acme Corp\n" * 3
    assert table.read_people(text.encode(), limits=Limits(max_rows=3)).tables[0].used == 3
    with pytest.raises(ec.ReadError, match="more than 2 rows"):
        table.read_people(text.encode(), limits=Limits(max_rows=2))


@pytest.mark.parametrize(("odd", "expected"), [([], 0), ([2], 1), ([0, 4], 2)])
def test_rows_but_for_odd_ones_are_read_at_once(odd: list[int], expected: int) -> None:
    """Also where the longest cell allowed is shorter than all of them together."""
    rows = [f"Ravi,{'never' if i in odd else 2015},Acme\n" for i in range(5)]
    text = f"Name,Started On,Company\n{''.join(rows)}".encode()
    with (
        mock.patch.object(Sheet, "_in_bulk", autospec=True, side_effect=Sheet._in_bulk) as blocks,
        mock.patch.object(Sheet, "_of_record", autospec=True, side_effect=Sheet._of_record) as one,
    ):
        assert table.read_people(text, limits=Limits(max_cell=30)).tables[0].used == 5
    assert (blocks.call_count, one.call_count) == (1, expected)


def test_a_row_that_only_looks_plain_is_read_by_itself() -> None:
    """A lone apostrophe guards nothing and names somebody."""
    read = table.read_people(b"Name,Company\n',Acme Corp\nRavi Shah,Acme Corp\n,Acme Corp\n")
    assert (read.tables[0].rows, read.tables[0].used) == (3, 2)
    assert [each.name for each in read.people] == ["'", "Ravi Shah"]


def test_an_address_of_two_lines_is_not_taken_for_two() -> None:
    """A guarded end of a line is one once more, and the next row has no plain address."""
    start = "linkedin.com/in/"
    rows = f"Ravi,{start}a⟦U+000A⟧{start}b,Acme\nLena,example.com/lena,Acme\nKira,{start}b,Acme\n"
    people = table.read_people(f"Name,URL,Company\n{rows}".encode()).people
    assert [(each.name, each.url) for each in people] == [
        ("Ravi", f"{start}a\n{start}b"),
        ("Lena", "example.com/lena"),
        ("Kira", f"{start}b"),
    ]


def test_plain_addresses_tell_people_apart_all_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """None of them is looked at by itself."""
    monkeypatch.setattr(_people_groups, "_key", None)
    urls = "linkedin.com/in/ravi", "https://www.linkedin.com/in/lena/", "www.linkedin.com/in/ravi"
    rows = "".join(f"Ravi,{url},Acme\n" for url in urls)
    found = table.read_people(f"Name,URL,Company\n{rows}".encode())
    assert [each.url for each in found.people] == [*urls[:2]]


@pytest.mark.parametrize(
    "team", [pytest.param("", id="in-a-plain-row"), pytest.param("Boats", id="in-another")]
)
def test_outer_blanks_that_were_guarded_do_not_count(team: str) -> None:
    """Of a name, an address and a place; what holds nothing else is empty."""
    rows = f"' =Ito,⟦U+000A⟧,⟦U+000A⟧Acme,{team}\n⟦U+000A⟧,,Acme,{team}\n"
    found = table.read_people(f"Name,URL,Organization,Team\n{rows}".encode())
    assert [(each.name, each.url) for each in found.people] == [("=Ito", None)]
    assert [job.organization for job in found.people[0].history.engagements] == ["Acme"]
    assert (found.tables[0].used, found.tables[0].reported) == (1, 1)


@pytest.mark.parametrize(
    "later",
    [
        pytest.param("Name,Organization,Complete,Title\nRavi,Borealis,yes,no\n", id="other-order"),
        pytest.param("Name,Organization\nRavi,Borealis\n", id="narrower"),
        pytest.param("Name,Organization,Title,URL,Complete\nRavi,Borealis,,,\n", id="wider"),
    ],
)
def test_answer_of_a_row_is_under_the_header_above_it(later: str) -> None:
    """Also where the person has rows under another one too."""
    text = f"Name,Organization,Title,Complete\nRavi,Acme,yes,no\n{later}"
    (person,) = table.read_people(text.encode(), complete=True).people
    assert [job.organization for job in person.history.engagements] == ["Acme", "Borealis"]
    assert not person.history.complete


def test_whose_a_lost_row_is_stands_under_the_header_above_it() -> None:
    """Not under one that comes later."""
    rows = "Name,URL,Organization,From\nRavi,,Acme,2015\nRavi,,,2020\n"
    later = "URL,Name,Organization,From\n,Lena,Acme,2015\n"
    people = table.read_people((rows + later).encode(), complete=True).people
    assert {each.name: each.history.complete for each in people} == {"Ravi": False, "Lena": True}


@given(
    st.text(st.sampled_from("ab\r\n")),
    st.sampled_from([1, 2, 5]),
    st.lists(st.integers(0, 20), max_size=5),
)
def test_lines_held_a_stretch_at_a_time_are_all_lines(
    text: str, stretch: int, order: list[int]
) -> None:
    """In whatever order they are asked for, with what ends them."""
    pieces = re.split("(\r\n|\r|\n)", text)
    with mock.patch.object(_csv, "_STRETCH", stretch):
        lines = Lines(text)
        assert [lines[number] for number in range(len(lines))] == pieces[::2]
        asked = [number for number in order if number < len(lines)]
        assert [lines[number] for number in asked] == [pieces[2 * number] for number in asked]
        ended = [number for number in order if number < len(lines) - 1]
        assert [lines.end(number) for number in ended] == [pieces[2 * n + 1] for n in ended]


def test_end_of_a_line_is_told_whatever_was_asked_before() -> None:
    """Of lines of other stretches than the last one held."""
    with mock.patch.object(_csv, "_STRETCH", 1):
        lines = Lines("a\r\nb\rc\nd")
        assert [lines.end(number) for number in (2, 0, 1, 0, 2)] == [
            *("\n", "\r\n", "\r", "\r\n", "\n")
        ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_block_of_lines_ends_with_its_stretch(end: str) -> None:
    """However many lines are asked for, and whatever ends them."""
    with mock.patch.object(_csv, "_STRETCH", 2):
        lines = Lines(end.join(["ab", "cd", "ef", ""]))
        assert [lines.block(number, 9) for number in range(3)] == ["ab\n", "cd\n", "ef\n"]


@given(st.text(st.sampled_from("ab\r\n"), min_size=1), st.integers(0, 20), st.integers(1, 5))
def test_block_of_lines_begins_where_it_was_asked_to(text: str, start: int, most: int) -> None:
    """And holds one line at least, no more than asked for, each with LF behind it."""
    whole = re.split("\r\n|\r|\n", text)
    with mock.patch.object(_csv, "_STRETCH", 3):
        lines = Lines(text)
        assert lines.filled == len(whole) - (not whole[-1])
        start = min(start, lines.filled - 1)
        block = lines.block(start, most)
    *found, rest = block.split("\n")
    assert rest == ""
    assert 1 <= len(found) <= most
    assert found == whole[start : start + len(found)]
