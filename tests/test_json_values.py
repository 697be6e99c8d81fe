"""Values of documents, and whatever else comes as one."""

from __future__ import annotations

import json
import sys
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_json import log, names, node, read, told

from endorsecheck._safe import is_plain
from endorsecheck.dates import DateMark, PartialDate, Period
from endorsecheck.exceptions import ReadError
from endorsecheck.readers import (
    Limits,
    json_resume,
    orcid,
    people_data_labs,
)
from endorsecheck.readers import open_badges as badges
from endorsecheck.readers._documents import objects
from endorsecheck.readers._node import Node, is_shown

READERS = (
    json_resume.read_people,
    people_data_labs.read_people,
    orcid.read_people,
    badges.read_endorsements,
    badges.read_ler_rs,
)


# ---- values ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "expected", "notices"),
    [
        pytest.param("  Acme ", "Acme", [], id="blanks"),
        pytest.param("Zoë", "Zoë", [], id="latin"),
        pytest.param("株式会社", "株式会社", [], id="japanese"),
        pytest.param(None, "", [], id="null"),
        pytest.param("", "", [], id="empty"),
        pytest.param(17, "", ["data name: '17' is not a text"], id="number"),
        pytest.param(True, "", ["data name: 'True' is not a text"], id="true"),
        pytest.param(["Acme"], "", ["data name: '['Acme']' is not a text"], id="list"),
        pytest.param(
            "Ac\ud800me",
            "Ac\ufffdme",
            ["data name: half a surrogate pair: 'Ac⟦U+D800⟧me'"],
            id="surrogate",
        ),
        pytest.param(
            "Ac\x1bme",
            "Ac\x1bme",
            ["data name: holds characters that do not show as themselves: 'Ac⟦U+001B⟧me'"],
            id="escape",
        ),
    ],
)
def test_text_is_read(value: object, expected: str, notices: list[str]) -> None:
    """Without outer blanks; what is none is reported with its path."""
    each = node(name=value)
    assert expected == each.text("name")
    assert notices == told(each)


def test_characters_passed_unseen_show_as_themselves() -> None:
    """Alone and side by side, whatever the script."""
    passed = [chr(code) for code in range(sys.maxunicode + 1) if is_shown(chr(code))]
    assert {"a", "é", "ж", "株", "한", "’"} <= set(passed)
    assert is_plain("".join(passed))


def test_older_key_is_read_where_there_is_no_newer_one() -> None:
    """Older drafts called things otherwise."""
    assert node(company="Acme", name="").text("name", "company") == "Acme"


def test_overlong_text_is_cut() -> None:
    """A name of megabytes helps nobody."""
    each = node(name="a" * 100_001)
    assert len(each.text("name")) == 100_000
    assert "longer than 100000 characters" in told(each)[0]


def test_stray_bytes_are_read_as_the_old_encoding_of_windows() -> None:
    """And reported where they stand."""
    found = read('{"basics": {"name": "José Marín"}}'.encode("cp1252"))
    assert names(found) == ["José Marín"]
    assert [
        part
        for part in ("cells reported are read", "basics.name: bytes that are no UTF-8")
        if any(part in str(each) for each in found.diagnostics)
    ] == ["cells reported are read", "basics.name: bytes that are no UTF-8"]


def test_object_that_is_none_is_empty() -> None:
    """Reported if something else stands there."""
    each = node(basics=17)
    assert (each.node("basics").data, each.node("meta").data) == ({}, {})
    assert told(each) == ["data basics: '17' is not an object"]


JOB = "start", "end"


@pytest.mark.parametrize(
    ("start", "end", "expected", "notices"),
    [
        pytest.param("2016-05", "2019", "2016-05 to 2019", [], id="both"),
        pytest.param("2016", None, "2016 to ongoing", [], id="no-end"),
        pytest.param("2016", "", "2016 to ongoing", [], id="blank-end"),
        pytest.param("2016", "Present", "2016 to ongoing", [], id="word"),
        pytest.param(None, "2019", "unknown to 2019", [], id="no-start"),
        pytest.param(None, None, "unknown to ongoing", [], id="neither"),
        pytest.param("2020-13", "2021", "unknown to 2021", ["start: '2020-13'"], id="month-13"),
        pytest.param("2020", "2021-02-39", "2020 to unknown", ["end: '2021-02-39'"], id="day-39"),
        pytest.param(2016, "2019", "unknown to 2019", ["start: '2016'"], id="number"),
        pytest.param("2016", 0, "2016 to unknown", ["end: '0'"], id="zero"),
        pytest.param("2016", False, "2016 to unknown", ["end: 'False'"], id="false"),
        pytest.param("2016", [], "2016 to unknown", ["end: '[]'"], id="empty-list"),
        pytest.param("2016", 7, "2016 to unknown", ["end: '7'"], id="number-end"),
        pytest.param("2016", {"y": 1}, "2016 to unknown", ["end: '{'y': 1}'"], id="object"),
        pytest.param(
            "Present", "2019", "unknown to 2019", ["start: 'Present'"], id="present-start"
        ),
        pytest.param("1" * 900, None, "unknown to ongoing", ["start: '1111"], id="digits"),
    ],
)
def test_period_is_read(start: object, end: object, expected: str, notices: list[str]) -> None:
    """A date that cannot be read is unknown and reported."""
    each = node(start=start, end=end)
    assert expected == str(each.period(*JOB, missing=DateMark.ONGOING))
    assert [notice in text for notice, text in zip(notices, told(each), strict=True)] == [
        True for _ in notices
    ]


def test_period_that_ends_before_it_starts_is_none() -> None:
    """And reported with its path."""
    each = Node({"start": "2019", "end": "2016"}, "work[3]", log())
    assert each.period(*JOB) is None
    assert told(each)[0].startswith("data work[3]: period '2019 to 2016': expected an end")


def test_period_of_two_dates_is_their_period() -> None:
    """The general form, for dates that are no texts."""
    assert Period(PartialDate(2016)) == node().between(PartialDate(2016), DateMark.UNKNOWN)


# ---- whatever comes ----------------------------------------------------------------------------


def outcome(reader: Any, data: bytes) -> Any:
    """What was read, or the text of the error; nothing else may be raised."""
    try:
        return reader(data)
    except ReadError as error:
        return str(error)


def reported(found: Any) -> int:
    """How many rows were not used."""
    return sum(each.reported for each in found.tables)


KEYS = st.sampled_from(
    [
        *("basics", "name", "profiles", "url", "work", "volunteer", "education", "projects"),
        *("startDate", "endDate", "meta", "lastModified", "data", "experience", "company"),
        *("full_name", "linkedin_url", "person", "activities-summary", "employments"),
        *("affiliation-group", "summaries", "employment-summary", "organization", "start-date"),
        *("year", "value", "history", "last-modified-date", "type", "issuer", "validFrom"),
        *("credentialSubject", "skills", "endorsers", "communication", "web", "matches"),
    ]
)
LEAVES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=8)
    | st.sampled_from(["2016-05", "Acme", "EndorsementCredential", "linkedin.com/in/ravi"])
)
VALUES = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=5)
)


@pytest.mark.parametrize("reader", READERS)
@settings(max_examples=150, deadline=None)
@given(value=VALUES)
def test_any_value_is_read_or_refused(reader: Any, value: object) -> None:
    """Nothing but a ReadError is raised, and every row is used or reported."""
    found = outcome(reader, json.dumps(value).encode())
    assert isinstance(found, str) or found.diagnostics or not reported(found)


@pytest.mark.parametrize("reader", READERS)
@settings(max_examples=100, deadline=None)
@given(
    data=st.binary(max_size=60)
    | st.sampled_from([b"{", b"<", b"["]).flatmap(
        lambda start: st.binary(max_size=30).map(lambda rest: start + rest)
    )
)
def test_any_bytes_are_read_or_refused(reader: Any, data: bytes) -> None:
    """Nothing but a ReadError is raised."""
    found = outcome(reader, data)
    assert not isinstance(found, str) or found.startswith("data: ")


@given(st.lists(VALUES, max_size=4))
def test_array_and_lines_hold_the_same(values: list[Any]) -> None:
    """The objects of an array are those of its items line by line."""
    whole = [each.data for each in objects(json.dumps(values).encode(), log(), Limits())]
    assert whole == [each for each in values if isinstance(each, dict)]
