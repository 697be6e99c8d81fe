"""From text to records: every line accounted for, no quote trusted blindly."""

from __future__ import annotations

import csv
import io
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from endorsecheck.readers._csv import Record, Tokenizer

WIDTH = 3


def is_row(cells: list[str]) -> bool:
    """Whether cells are a row of a table whose first column holds numbers."""
    return len(cells) == WIDTH and cells[0].isdigit()


def records(text: str, delimiter: str = ",") -> list[tuple[int, list[str], tuple[int, ...]]]:
    """Line, cells and stray quotes of each record."""
    found = Tokenizer(text, delimiter).records(0, is_row)
    return [(each.line, each.cells, each.strays) for each in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a,b\nc,d\n", [(1, ["a", "b"], ()), (2, ["c", "d"], ())], id="plain"),
        pytest.param("a\r\nb\rc\nd", [(n, [c], ()) for n, c in enumerate("abcd", 1)], id="ends"),
        pytest.param("a\n\n  \nb", [(1, ["a"], ()), (4, ["b"], ())], id="empty-lines-are-none"),
        pytest.param(",\n", [(1, ["", ""], ())], id="blank-cells-are-a-record"),
        pytest.param('"a,b",c', [(1, ["a,b", "c"], ())], id="quoted"),
        pytest.param('"a ""b""",c', [(1, ['a "b"', "c"], ())], id="doubled"),
        pytest.param('"",""', [(1, ["", ""], ())], id="quoted-and-empty"),
        pytest.param('"a\nb",c\nd', [(1, ["a\nb", "c"], ()), (3, ["d"], ())], id="two-lines"),
        pytest.param('"a\r\nb"\r\nc', [(1, ["a\r\nb"], ()), (3, ["c"], ())], id="line-end-kept"),
        pytest.param('"a\nb",\nc', [(1, ["a\nb", ""], ()), (3, ["c"], ())], id="empty-last-cell"),
        pytest.param('x,"a\n""b""\nc"', [(1, ["x", 'a\n"b"\nc'], ())], id="doubled-over-lines"),
        pytest.param('Bart "B" F,c', [(1, ['Bart "B" F', "c"], ())], id="quotes-inside"),
        pytest.param('"B" Bart,c', [(1, ['"B" Bart', "c"], ())], id="text-after-the-quote"),
        pytest.param('5" pipe,c', [(1, ['5" pipe', "c"], (0,))], id="inch-mark"),
        pytest.param('a,"b\nc', [(1, ["a", "b"], (1,)), (2, ["c"], ())], id="never-closed"),
        pytest.param(
            '1,"b,c\n2,d,e\n3,f,g\n',
            [(1, ["1", "b", "c"], (1,)), (2, ["2", "d", "e"], ()), (3, ["3", "f", "g"], ())],
            id="never-closed-before-rows",
        ),
        pytest.param(
            '1,"b,c\n2,d,e\n3,f",g\n',
            [(1, ["1", "b", "c"], (1,)), (2, ["2", "d", "e"], ()), (3, ["3", "f", "g"], (1,))],
            id="closed-by-chance-rows-later",
        ),
        pytest.param(
            '1,"b,c\n2,d",e\n',
            [(1, ["1", "b", "c"], (1,)), (2, ["2", "d", "e"], (1,))],
            id="closed-by-chance-in-the-next-row",
        ),
        pytest.param(
            '1,"b,c\n2,d","e, f"\n',
            [(1, ["1", "b", "c"], (1,)), (2, ["2", "d", "e, f"], (1,))],
            id="closed-by-chance-in-a-row-with-another-quoted-cell",
        ),
        pytest.param(
            '1,"b,c\n2,"d, e",f\n',
            [(1, ["1", "b", "c"], (1,)), (2, ["2", "d, e", "f"], ())],
            id="closed-by-the-opening-of-another",
        ),
        pytest.param(
            'x,"b\n1, 2\nz",g',
            [(1, ["x", "b\n1, 2\nz", "g"], ())],
            id="running-text-is-no-row",
        ),
        pytest.param(
            'x,"1\n2,""c"",d\nz",g',
            [(1, ["x", "1"], (1,)), (2, ["2", '""c""', "d"], ()), (3, ["z", "g"], (0,))],
            id="a-row-with-quotes-of-its-own-is-swallowed",
        ),
    ],
)
def test_records_and_the_lines_they_start_on(
    text: str, expected: list[tuple[int, list[str], tuple[int, ...]]]
) -> None:
    """Cells come out as they went in, and quotes that swallow rows are found out."""
    assert expected == records(text)


def test_records_start_where_they_are_asked_to() -> None:
    """The line after a header is given by its record."""
    tokens = Tokenizer('a,"b\nc"\nd,e\n', ",")
    header = next(tokens.records())
    assert header == Record(1, ["a", "b\nc"], 2)
    assert [each.cells for each in tokens.records(header.after)] == [["d", "e"]]


def test_a_long_line_is_split_without_the_module_csv() -> None:
    """The size limit of the module csv, a global, does not matter."""
    cell = "x" * 200_000
    assert records(f'"{cell}","b"') == [(1, [cell, "b"], ())]


cells = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=9)
tables = st.lists(st.lists(cells | st.text('",\n\r;', max_size=5), min_size=2, max_size=4))


@given(tables, st.sampled_from(",;\t"), st.sampled_from(["\n", "\r\n", "\r"]))
def test_what_the_module_csv_writes_is_read_back(
    rows: list[list[str]], delimiter: str, end: str
) -> None:
    """Quoting by the standard, any delimiter and line end: no cell changes."""
    file = io.StringIO()
    writer = csv.writer(file, delimiter=delimiter, lineterminator=end, quoting=csv.QUOTE_ALL)
    writer.writerows(rows)
    found = [record.cells for record in Tokenizer(file.getvalue(), delimiter).records()]
    assert rows == found


@given(st.text(st.sampled_from('ab1",\n\r ')))
def test_lines_are_counted_whatever_the_quotes(text: str) -> None:
    """Every record starts on a line of its own, in order, and no line is lost."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    found = list(Tokenizer(text, ",").records(0, is_row))
    assert sorted({each.line for each in found}) == [each.line for each in found]
    spans = {line for each in found for line in range(each.line, each.after + 1)}
    assert {n for n, line in enumerate(lines, 1) if line.strip(" ")} <= spans


@pytest.mark.parametrize(
    "line",
    [
        pytest.param('1,"b,c', id="an-open-quote-in-each-row"),
        pytest.param('"""', id="three-quotes"),
        pytest.param('"a""', id="never-closed"),
        pytest.param('1,"b"",c', id="doubled"),
        pytest.param('"' * 41 + ",x", id="many-quotes"),
    ],
)
def test_time_grows_with_the_text(line: str) -> None:
    """Crafted quotes make no quadratic work: ten times the lines, not a hundred times the time."""

    def seconds(count: int) -> float:
        start = time.perf_counter()
        for _ in Tokenizer(f"{line}\n" * count, ",").records(0, is_row):
            pass
        return time.perf_counter() - start

    small = min(seconds(2_000) for _ in range(3))
    assert seconds(20_000) < 40 * small + 0.05
