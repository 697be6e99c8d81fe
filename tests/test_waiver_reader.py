"""Waivers from files: what is understood becomes a waiver, the rest is reported."""

from __future__ import annotations

import datetime as dt
import importlib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import endorsecheck as ec
from endorsecheck.readers import Limits, waivers

TOML = b"""\
[[waiver]]
url = "www.linkedin.com/in/omar"
skill = "Chess"
why = "we play every Thursday"
until = 2027-01-31

[[waiver]]
name = "Lena Vogt"
reason = "disjoint-periods"
why = "she taught me"
until = "Feb 2027"
"""
CSV = b"""\
Endorser,Profile URL,Skill Name,Reason Code,Because,Valid Until
,www.linkedin.com/in/omar,Chess,,we play every Thursday,2027-01-31
Lena Vogt,,,Disjoint Periods,she taught me,Feb 2027
"""
EXPECTED = (
    ec.Waiver(
        url="www.linkedin.com/in/omar",
        skill="Chess",
        why="we play every Thursday",
        until=dt.date(2027, 1, 31),
    ),
    ec.Waiver(
        name="Lena Vogt",
        reason=ec.Reason.DISJOINT_PERIODS,
        why="she taught me",
        until=dt.date(2027, 2, 28),
    ),
)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(TOML, id="toml"),
        pytest.param(TOML.replace(b"\n", b"\r\n"), id="toml-crlf"),
        pytest.param(b"\xef\xbb\xbf" + TOML, id="toml-with-a-mark"),
        pytest.param(CSV, id="csv"),
        pytest.param(CSV.replace(b",", b";"), id="csv-semicolons"),
    ],
)
def test_both_forms_say_the_same(content: bytes) -> None:
    """Every row is used, and nothing is reported."""
    read = waivers.read_waivers(content)
    assert read.waivers == EXPECTED
    assert read.diagnostics == ()
    assert [(each.rows, each.used) for each in read.tables] == [(2, 2)]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        pytest.param("kept.toml", TOML, id="toml"),
        pytest.param("kept.csv", CSV, id="csv"),
    ],
)
def test_file_is_read_by_its_name(tmp_path: Path, name: str, content: bytes) -> None:
    """And the diagnostics call it so."""
    path = tmp_path / name
    path.write_bytes(content)
    read = waivers.read_waivers(path)
    assert read.waivers == EXPECTED
    assert read.tables[0].file == name


def test_empty_toml_has_no_waivers(tmp_path: Path) -> None:
    """Nor anything to report."""
    path = tmp_path / "none.toml"
    path.write_bytes(b"# none yet\n")
    assert waivers.read_waivers(path).waivers == ()


@pytest.mark.parametrize(
    ("row", "message"),
    [
        pytest.param(
            "Ravi,,no such,x,", "data row 2, 'Reason': 'no such' is not one of", id="code"
        ),
        pytest.param("Ravi,,,x,soon", "data row 2, 'Until': 'soon' is not a date", id="date"),
        pytest.param("Ravi,,,x,Present", "data row 2, 'Until': 'Present' is not", id="ongoing"),
        pytest.param("Ravi,,,x,n/a", "data row 2, 'Until': 'n/a' is not a date", id="unknown"),
        pytest.param("Ravi,,,,", "data row 2: Waiver.why: expected a text", id="no-why"),
        pytest.param(",,,x,", "data row 2: Waiver: expected a url, a name, a skill", id="all"),
    ],
)
def test_row_that_is_not_understood_makes_no_waiver(row: str, message: str) -> None:
    """The report has its place; the rest of the file is read."""
    text = f"Name,Skill,Reason,Why,Until\n{row}\nLena Vogt,,,y,\n"
    read = waivers.read_waivers(text.encode())
    assert [each.name for each in read.waivers] == ["Lena Vogt"]
    assert str(read.diagnostics[0]).startswith(message)
    assert (read.tables[0].used, read.tables[0].reported) == (1, 1)


def test_filled_cell_under_an_unknown_heading_makes_no_waiver() -> None:
    """It may be a misspelt condition, without which the waiver would cover more."""
    read = waivers.read_waivers(b"Name,Skil,Why\nRavi,Go,x\nLena,,y\n")
    assert [each.name for each in read.waivers] == ["Lena"]
    assert [str(each) for each in read.diagnostics] == [
        "data row 2: not used, as the column 'Skil' is not known"
    ]


@pytest.mark.parametrize(
    ("table", "message"),
    [
        pytest.param('name = "A"\nskil = "b"', "waiver[0].skil: 'b' is not one of", id="key"),
        pytest.param("name = 3", "waiver[0].name: '3' is not a text", id="number"),
        pytest.param("until = 2027-01-31T10:00:00", "waiver[0].until: '2027", id="moment"),
        pytest.param('until = "soon"', "waiver[0].until: 'soon' is not a date", id="no-date"),
        pytest.param('reason = "x"', "waiver[0].reason: 'x' is not one of", id="code"),
        pytest.param('why = "x"', "waiver[0]: Waiver: expected a url", id="all"),
    ],
)
def test_table_that_is_not_understood_makes_no_waiver(table: str, message: str) -> None:
    """The report has its path; the rest of the file is read."""
    text = f'[[waiver]]\n{table}\n[[waiver]]\nname = "Lena"\nwhy = "y"\n'
    read = waivers.read_waivers(text.encode())
    assert [each.name for each in read.waivers] == ["Lena"]
    assert str(read.diagnostics[0]).startswith(f"data {message}")
    assert (read.tables[0].used, read.tables[0].reported) == (1, 1)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param(b"[[waiver]]\nname =", "data: not TOML: ", id="syntax"),
        pytest.param(b"[[waiver]]\nn = " + b"[" * 9_000, "data: not TOML: ", id="too-deep"),
        pytest.param(b'[[waiver]]\nname = "\xff"', "data: not UTF-8", id="encoding"),
        pytest.param(b"x = 1\n[[waiver]]\n", "data: expected tables called", id="other-key"),
        pytest.param(b"Name,Skill\nRavi,Go\n", "data row 1: a header without 'Why'", id="column"),
        pytest.param(b"", "data: empty, expected a header with 'Why'", id="nothing"),
    ],
)
def test_file_that_is_none_is_refused(content: bytes, message: str) -> None:
    """As a whole, with its name."""
    with pytest.raises(ec.ReadError) as caught:
        waivers.read_waivers(content)
    assert str(caught.value).startswith(message)


def test_file_that_holds_something_else_is_refused(tmp_path: Path) -> None:
    """A list of texts is no list of tables, a folder no file, and there is a limit."""
    path = tmp_path / "kept.toml"
    path.write_text('waiver = "all"', "utf-8")
    with pytest.raises(ec.ReadError, match=r"kept\.toml: expected tables called \[\[waiver\]\]"):
        waivers.read_waivers(path)
    path.write_text('waiver = ["all"]', "utf-8")
    (found,) = waivers.read_waivers(path).diagnostics
    assert str(found) == "kept.toml waiver[0]: 'all' is not a table"
    with pytest.raises(ec.ReadError, match="expected a TOML or CSV file"):
        waivers.read_waivers(tmp_path)
    with pytest.raises(ec.ReadError, match="more than 1 waivers, expected fewer"):
        waivers.read_waivers(TOML, limits=Limits(max_rows=1))


def test_missing_parser_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Python 3.10 has none of its own."""
    import_module = importlib.import_module

    def without_toml(name: str, *more: Any) -> Any:
        if name.startswith("toml"):
            raise ModuleNotFoundError(name)
        return import_module(name, *more)

    monkeypatch.setattr(importlib, "import_module", without_toml)
    with pytest.raises(ec.ReadError, match=r"needs the package tomli: install endorsecheck\[toml"):
        waivers.read_waivers(TOML)


@given(st.text(max_size=80), st.booleans())
@settings(max_examples=60)
def test_any_text_is_read_or_refused(text: str, is_toml: bool) -> None:  # noqa: FBT001 # drawn
    """Nothing but the library's own error, and every row is accounted for."""
    head = "[[waiver]]\nname = " if is_toml else "Name,Why\n"
    try:
        read = waivers.read_waivers((head + text).encode("utf-8", "surrogatepass"))
    except ec.ReadError:
        return
    assert len(read.waivers) == read.tables[0].used
