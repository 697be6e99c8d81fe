"""Rows of the two long tables of LinkedIn's that are plain are read at once."""

from __future__ import annotations

from typing import Any

import pytest
from test_plain_rows import CONNECTIONS, RECEIVED

import endorsecheck as ec
from endorsecheck.readers import _linkedin_tables as tables
from endorsecheck.readers._blocks import Bulk, Columns, columns_of
from endorsecheck.readers._decode import decode
from endorsecheck.readers._limits import Limits
from endorsecheck.readers._sheet import Sheet

STAMP = "2018/10/01 08:16:46 UTC"
ENDORSED = [
    f"{STAMP},Python,Ravi,Shah,linkedin.com/in/ravi,ACCEPTED",
    "2020/02/29 23:59:59 UTC, Go ,Lena,,,HIDDEN",
    f"{STAMP},Go,,,linkedin.com/in/lena,PENDING",
]
ODDLY_ENDORSED = [
    pytest.param(f"{STAMP},,Ravi,Shah,,ACCEPTED", id="no-skill"),
    pytest.param(f"{STAMP},Go, ,,,ACCEPTED", id="nobody"),
    pytest.param(f"{STAMP},Go,Ravi,Shah,,odd", id="status-not-known"),
    pytest.param(",Go,Ravi,Shah,,ACCEPTED", id="no-day"),
    pytest.param("2018/10/01 28:16:46 UTC,Go,Ravi,Shah,,ACCEPTED", id="no-such-hour"),
    pytest.param("2019/02/29 08:16:46 UTC,Go,Ravi,Shah,,ACCEPTED", id="no-such-day"),
    pytest.param(f"{STAMP} ,Go,Ravi,Shah,,ACCEPTED", id="blank-behind-the-day"),
]
CONNECTED = [
    "Ravi,Shah,linkedin.com/in/ravi,Acme,Clerk,04 May 2015",
    "Lena,,,, ,",
    ",,linkedin.com/in/kira,Acme,,12-Jun-19",
]
ODDLY_CONNECTED = [
    pytest.param(", ,,Acme,Clerk,04 May 2015", id="nobody"),
    pytest.param("Ravi,Shah,,Acme,Clerk,soon", id="no-day"),
    pytest.param("Ravi,Shah,,Acme,Clerk,31 Jun 2015", id="no-such-day"),
    pytest.param("Ravi,Shah,,Acme,Clerk,n/a", id="unknown-in-words"),
]


def bulk(table: tables.Table, header: tuple[str, ...]) -> Bulk[Any]:
    """What reads plain rows below a header."""
    text = decode(f"{','.join(header)}\n".encode(), table.name)
    made = table.bulk(Sheet(text, table.layout, Limits(), source="linkedin"))
    assert made is not None
    return made


def columns(*rows: str) -> Columns:
    """The columns of rows."""
    found = columns_of("".join(f"{row}\n" for row in rows), ",", rows[0].count(",") + 1)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("table", "header", "rows"),
    [
        pytest.param(tables.RECEIVED, RECEIVED, ENDORSED, id="endorsements"),
        pytest.param(tables.CONNECTIONS, CONNECTIONS, CONNECTED, id="connections"),
    ],
)
def test_rows_that_are_plain_are_read_at_once(
    table: tables.Table, header: tuple[str, ...], rows: list[str]
) -> None:
    """None of them is odd."""
    made = bulk(table, header)(2, columns(*rows))
    assert made is not None
    assert len(made) == len(list(made)) == len(rows)
    assert list(bulk(table, header).odd(columns(*rows))) == []


@pytest.mark.parametrize("row", ODDLY_ENDORSED)
def test_endorsement_that_is_not_plain_is_told(row: str) -> None:
    """Nothing is read where there is one."""
    rows = columns(ENDORSED[0], row, ENDORSED[1])
    assert bulk(tables.RECEIVED, RECEIVED)(2, rows) is None
    assert list(bulk(tables.RECEIVED, RECEIVED).odd(rows)) == [1]


@pytest.mark.parametrize("row", ODDLY_CONNECTED)
def test_connection_that_is_not_plain_is_told(row: str) -> None:
    """Nothing is read where there is one."""
    rows = columns(CONNECTED[0], row, CONNECTED[1])
    assert bulk(tables.CONNECTIONS, CONNECTIONS)(2, rows) is None
    assert list(bulk(tables.CONNECTIONS, CONNECTIONS).odd(rows)) == [1]


def test_endorser_of_several_plain_rows_is_one_record() -> None:
    """Wherever blanks stand around the name."""
    rows = [ENDORSED[0], ENDORSED[0].replace("Ravi", " Ravi"), ENDORSED[0]]
    made = bulk(tables.RECEIVED, RECEIVED)(2, columns(*rows))
    assert made is not None
    people = [each.endorser for each in made]
    assert people == [ec.Person("Ravi Shah", "linkedin.com/in/ravi")] * 3
    assert len({*map(id, people)}) == 1
