"""Tables read in blocks are the same as row by row, however plain and odd rows are mixed."""

from __future__ import annotations

from itertools import chain
from typing import Any
from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_plain_rows import CONNECTIONS, PEOPLE, RECEIVED, one_by_one, places

import endorsecheck as ec
from endorsecheck.readers import _csv, _sheet, linkedin, table

PEOPLE_LINES = [
    ",".join(PEOPLE),
    "Ravi Shah,linkedin.com/in/ravi,Acme Corp,Engineer,2015,2019,yes",
    '"Ravi Shah",linkedin.com/in/ravi,"Castellan",Clerk,2010,2011,yes',
    "Ravi Shah,linkedin.com/in/ravi,Borealis,Engineer,Mar 2012,Dec 2014,yes",
    "Ravi Shah,linkedin.com/in/ravi,Acme Corp,Engineer,2015,2019,no",
    "Lena Vogt,,Acme Corp,,2016,Present,",
    'Lena "L Vogt,,Acme Corp,,2016,Present,',
    '"Vogt, Lena",,"Acme ""Corp""",,2016,,',
    "Zoë Ω,linkedin.com/in/zoe,Acme Corp,Clerk,never,2019,perhaps",
    "URL,Name,Organization,Title,Finished On,Started On,Complete",
    "Name,URL,Complete,Title,Started On,Finished On,Organization",
    "Organization,Name,URL,Title,Location,Team,Started On,Finished On,Complete",
]
RECEIVED_LINES = [
    ",".join(RECEIVED),
    "2018/10/01 08:16:46 UTC,Python,Ravi,Shah,linkedin.com/in/ravi,ACCEPTED",
    '2018/10/02 08:16:46 UTC,"Go",Lena,Vogt,,HIDDEN',
    '2018/10/03 08:16:46 UTC,"Welding, MIG",Lena,Vogt,linkedin.com/in/lena,ACCEPTED',
    "2018/13/01 08:16:46 UTC,Go,Lena,Vogt,linkedin.com/in/lena,ACCEPTED",
    '2018/10/02 08:16:46 UTC,Go "1,Lena,Vogt,,HIDDEN',
    ",Go,,,,odd",
]
CONNECTIONS_LINES = [
    ",".join(CONNECTIONS),
    "Ravi,Shah,linkedin.com/in/ravi,Acme Corp,Engineer,04 May 2015",
    'Lena,Vogt,linkedin.com/in/lena,"Borealis",,12 Jun 2019',
    'Lena,Vogt,linkedin.com/in/lena,"Borealis, Inc.",,12 Jun 2019',
    'Lena,Vogt,linkedin.com/in/lena,Borealis "B,,12 Jun 2019',
    ",,,,,soon",
    "Zoë,Ω,,Acme Corp,Clerk,",
]
STRAY = [
    "",
    "  ",
    ",,,,,,",
    ",,,,,",
    "one,two",
    "a,b,c,d,e,f,g,h",
    "a,b,c,d,e,f,g,h,i",
    '"',
    'Ravi "R,x',
    '"open, and so on',
    'x",y',
]
"""Lines that no table is made of: blank, ragged, and with quotes that nothing closes."""


def bodies(lines: list[str]) -> st.SearchStrategy[list[str]]:
    """Plain lines and others, some of them several times, so that whole blocks are odd."""
    line = st.sampled_from(lines[1:4]) | st.sampled_from([*lines[1:], *STRAY, lines[0]])
    runs = st.lists(st.tuples(line, st.sampled_from([1, 1, 2, 5])), max_size=8)
    return runs.map(lambda found: [line for line, count in found for _ in range(count)])


def files(lines: list[str]) -> st.SearchStrategy[bytes]:
    """Such lines below the first one, with ends of one kind, perhaps cut short."""
    ends = st.sampled_from(["\n", "\r\n", "\r"])
    lasts = st.sampled_from(["", "\n", "\n\n", ","])
    return st.builds(
        lambda body, end, last: (end.join([lines[0], *body]) + last).encode(),
        bodies(lines),
        ends,
        lasts,
    )


def people(data: bytes) -> tuple[object, object]:
    """The people of a table and where they were read."""
    found = table.read_people(data)
    return found, places(found.people)


def rows(data: bytes) -> tuple[object, object]:
    """The records of a table of LinkedIn's and where they were read."""
    found = linkedin.read_table(data)
    told: list[Any] = [getattr(each, "person", each) for each in found.records]
    jobs = [getattr(each, "history", ec.WorkHistory()).engagements for each in told]
    return found, [each.provenance for each in (*told, *chain(*jobs))]


@pytest.mark.parametrize(
    ("read", "lines"),
    [
        pytest.param(people, PEOPLE_LINES, id="people"),
        pytest.param(rows, RECEIVED_LINES, id="endorsements"),
        pytest.param(rows, CONNECTIONS_LINES, id="connections"),
    ],
)
@given(
    data=st.data(),
    size=st.sampled_from([1, 2, 3, 9, 17]),
    stretch=st.sampled_from([1, 30, 200, 10_000]),
)
def test_blocks_are_the_same_as_rows(
    read: Any, lines: list[str], data: st.DataObject, size: int, stretch: int
) -> None:
    """So are provenance, diagnostics, counts, and the error where there is one."""
    file = data.draw(files(lines))
    with one_by_one():
        expected = attempt(read, file)
    with mock.patch.object(_sheet, "MOST", size), mock.patch.object(_csv, "_STRETCH", stretch):
        found = attempt(read, file)
    assert expected == found


def attempt(read: Any, data: bytes) -> object:
    """What is read, or the text of the error."""
    try:
        return read(data)
    except ec.EndorsecheckError as error:
        return str(error)
