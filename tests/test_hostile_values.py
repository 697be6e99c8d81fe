"""Values written to deceive or to break: plain data, registries, waivers and records."""

from __future__ import annotations

import copy
import datetime as dt
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import endorsecheck as ec
from endorsecheck._safe import is_plain
from endorsecheck.readers import records, waivers

REGISTRY = ec.OrganizationRegistry()
HUGE = 10**6_000
"""Python refuses to show a number of more than 4,300 digits."""
HEX = "0x" + "f" * 6_000
"""A number as long, which TOML takes."""
DOTTED = ".".join(["a"] * 990)
"""A key of TOML that makes 990 levels without any bracket; some parsers allow 1,000 parts."""
NESTED = r"(<dict>|\{'a'.*\.\.\.) is not"
"""How such levels are shown; from Python 3.12 on their text is made and cut."""
ENDLESS = ".".join(["a"] * 5_000)
"""One of 5,000 levels, which some parsers refuse and some take."""


def nested(levels: int) -> Any:
    """Lists within lists, deeper than Python shows."""
    found: list[Any] = []
    for _ in range(levels):
        found = [found]
    return found


class Liar:
    """An object that shows itself right to left."""

    def __repr__(self) -> str:
        return "\u202e" * 5


HOSTILE = [
    pytest.param(HUGE, id="huge-number"),
    pytest.param(-HUGE, id="huge-negative-number"),
    pytest.param(2**63, id="number-of-65-bits"),
    pytest.param(nested(100_000), id="deep"),
    pytest.param({"a": nested(100_000)}, id="deep-mapping"),
    pytest.param(float("nan"), id="nan"),
    pytest.param(float("inf"), id="infinite"),
    pytest.param(1.0, id="float"),
    pytest.param(b"2026", id="bytes"),
    pytest.param({1, 2}, id="set"),
    pytest.param(Liar(), id="object-that-lies"),
    pytest.param(dt.datetime(2026, 6, 30, tzinfo=dt.timezone.utc), id="time"),
]


def history(team: str | None = None) -> ec.WorkHistory:
    """A history in which most fields are filled."""
    period = ec.Period.parse("2015", "2019")
    read = ec.Provenance("people-table", file="colleagues.csv", row=7)
    job = ec.Position("Acme Corp", "Clerk", period=period, team=team, headcount=9, provenance=read)
    return ec.WorkHistory(
        [job, ec.Project("Apollo", period=period)], recorded_on=dt.date(2026, 1, 31)
    )


def result() -> ec.AuditResult:
    """A result in which most fields are filled."""
    tie = ec.Relationship(
        ec.RelationshipKind.MANAGER, "Acme Corp", ec.Period.parse("2016", "2017")
    )
    ravi = ec.Person("Ravi Shah", "www.linkedin.com/in/ravi", history("Oak"), relationships=[tie])
    given = ec.Endorsement("Python", ravi, ec.parse_date("2018"))
    owner = ec.Person("Dana Reyes", history=history("Oak"))
    profile = ec.Profile(owner=owner, as_of=dt.date(2026, 6, 30), endorsements=[given])
    waiver = ec.Waiver(name="Ravi Shah", why="my mentor", until=dt.date(2027, 1, 31))
    return ec.audit(profile, waivers=[waiver])


DATA = result().to_dict()


def places(data: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Where every value of plain data stands."""
    items = data.items() if isinstance(data, dict) else enumerate(data)
    for key, value in items:
        yield (*path, key)
        if isinstance(value, (dict, list)):
            yield from places(value, (*path, key))


def changed(path: tuple[Any, ...], value: Any) -> dict[str, Any]:
    """The plain data with another value in one place."""
    data = copy.deepcopy(DATA)
    inner: Any = data
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = value
    return data


# ---- plain data --------------------------------------------------------------------------------


@pytest.mark.parametrize("value", HOSTILE)
def test_no_value_of_plain_data_breaks_its_reading(value: Any) -> None:
    """In every place there is, a value that does not fit is refused by an error that is shown."""
    for path in places(DATA):
        with pytest.raises(ec.ModelError) as refused:
            ec.AuditResult.from_dict(changed(path, value))
        assert is_plain(str(refused.value))
        assert len(str(refused.value)) < 1_000


@pytest.mark.parametrize(
    "key",
    [
        pytest.param("\u202eskill", id="right-to-left"),
        pytest.param("kind\u3164", id="filler"),
        pytest.param("k" * 100_000, id="long"),
        pytest.param("\ud800", id="half-a-surrogate-pair"),
        pytest.param(HUGE, id="huge-number"),
        pytest.param(None, id="none"),
        pytest.param(("a", 1), id="tuple"),
    ],
)
def test_unknown_key_at_every_level_is_refused(key: Any) -> None:
    """With a text that can be shown, whatever the key is."""
    levels = [(), *(path for path in places(DATA) if isinstance(_at(path), dict))]
    for path in levels:
        with pytest.raises(ec.ModelError, match="no such key") as refused:
            ec.AuditResult.from_dict(changed((*path, key), HUGE))
        assert is_plain(str(refused.value))
        assert len(str(refused.value)) < 1_000


def _at(path: tuple[Any, ...]) -> Any:
    found: Any = DATA
    for key in path:
        found = found[key]
    return found


def test_number_that_no_report_can_show_is_refused() -> None:
    """By the records as by plain data."""
    with pytest.raises(ec.ModelError, match=r"Position\.headcount: expected a number of 64 bits"):
        ec.Position("Acme Corp", headcount=HUGE)


def test_largest_number_is_read_and_shown() -> None:
    """One of 63 bits, as databases hold it."""
    job = ec.Position("Acme Corp", headcount=2**63 - 1)
    owner = ec.Person("Dana Reyes", history=ec.WorkHistory([job]))
    found = ec.audit(ec.Profile(owner=owner, as_of=dt.date(2026, 6, 30)))
    assert found == ec.AuditResult.from_dict(json.loads(json.dumps(found.to_dict())))


def test_owner_of_a_result_shows_as_nothing_else() -> None:
    """``repr`` itself leaves letters that show as blanks, and piles of marks."""
    owner = ec.Person("Dana\u3164" + "\u0301" * 9)
    assert is_plain(repr(ec.audit(ec.Profile(owner=owner, as_of=dt.date(2026, 6, 30)))))


# ---- registries --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(f"same = {HEX}", "same: <int> is not a list of lists", id="huge-same"),
        pytest.param(f"same = [{HEX}]", "same entry 1: <int> is not a list", id="huge-entry"),
        pytest.param(f"aliases = [[{HEX}, 'A']]", "aliases entry 1: <int>", id="huge-name"),
        pytest.param(f"aliases = {HEX}", "aliases: <int> is not a list", id="huge-list"),
        pytest.param(f"aliases = [{HEX}]", "aliases entry 1: <int> is not", id="huge-alias"),
        pytest.param(
            f"renames = [{{ old = 'A', new = 'B', on = {HEX} }}]",
            "renames entry 1, 'on': <int> is not a date",
            id="huge-date",
        ),
        pytest.param(f"aliases.{DOTTED} = 1", f"aliases: {NESTED}", id="dotted"),
        pytest.param(
            f"aliases.{ENDLESS} = 1", f"(aliases: {NESTED}|not a readable TOML)", id="endless"
        ),
        pytest.param(
            f"[[aliases]]\nname.{DOTTED} = 1\nother = 'B'",
            f"aliases entry 1: {NESTED}",
            id="dotted-in",
        ),
        pytest.param("same = " + "[" * 20_000, "not a readable TOML file", id="brackets"),
        pytest.param("same = " + "{a=" * 20_000, "not a readable TOML file", id="braces"),
        pytest.param("same = [[nan, 'A']]", "aliases entry 1: nan is not a name", id="nan"),
        pytest.param("'\u202e' = 1", "'.u202e' is not known", id="right-to-left"),
        pytest.param("'\u3164' = 1", "'⟦U.3164⟧' is not known", id="filler"),
        pytest.param(f"'{'k' * 9_999}' = 1", r"'kkk.*\.\.\. is not known", id="long-key"),
        pytest.param(
            f"distinct = [{[f'Nm{i}' for i in range(500)]}]",
            "distinct: more than 100000 pairs of names",
            id="pairs-without-end",
        ),
    ],
)
def test_hostile_registry_is_refused(tmp_path: Path, text: str, expected: str) -> None:
    """By an error of this library that names the file and the place."""
    path = tmp_path / "mine.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ec.RegistryError, match=f"mine.toml: {expected}") as refused:
        REGISTRY.extended_from_toml(path)
    assert is_plain(str(refused.value))
    assert len(str(refused.value)) < 1_000


def test_registry_of_too_many_bytes_is_refused(tmp_path: Path) -> None:
    """Before it is taken in."""
    path = tmp_path / "mine.toml"
    with path.open("wb") as file:
        file.truncate(2**24 + 1)
    with pytest.raises(ec.RegistryError, match="not a readable TOML file: more than 16777216"):
        REGISTRY.extended_from_toml(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_pipe_as_a_registry_is_not_waited_for(tmp_path: Path) -> None:
    """Nor is a device."""
    os.mkfifo(tmp_path / "mine.toml")
    with pytest.raises(ec.RegistryError, match="expected a plain file"):
        REGISTRY.extended_from_toml(tmp_path / "mine.toml")


def test_registry_may_begin_with_a_mark(tmp_path: Path) -> None:
    """As some editors write it."""
    path = tmp_path / "mine.toml"
    path.write_text("same = [['Norvane', 'NVN Labs']]", encoding="utf-8-sig")
    found = REGISTRY.extended_from_toml(path).compare("NVN Labs", "Norvane")
    assert found.relation is ec.Relation.SAME


# ---- waivers -----------------------------------------------------------------------------------


@pytest.mark.parametrize("key", ["url", "name", "skill", "reason", "why", "until", "whence"])
@pytest.mark.parametrize(
    ("value", "shown"),
    [
        pytest.param(f"= {HEX}", "int", id="huge-number"),
        pytest.param(f".{DOTTED} = 1", ("dict", "{'a': {"), id="dotted"),
        pytest.param("= nan", "nan", id="nan"),
        pytest.param("= " + "[" * 90 + "]" * 90, "[[[", id="nested"),
    ],
)
def test_hostile_field_of_a_waiver_is_reported(
    key: str, value: str, shown: str | tuple[str, ...]
) -> None:
    """Where it stands, and the other waivers are read."""
    given = {"name": "= 'Ravi Shah'", "why": "= 'my mentor'"} | {key: value}
    fields = "\n".join(f"{name} {text}".replace(" .", ".") for name, text in given.items())
    good = "[[waiver]]\nname = 'Lena Vogt'\nwhy = 'she taught me'\n"
    read = waivers.read_waivers(f"[[waiver]]\n{fields}\n{good}".encode())
    assert [each.name for each in read.waivers] == ["Lena Vogt"]
    assert [each.path for each in read.diagnostics] == [f"waiver[0].{key}"]
    assert str(read.diagnostics[0].value).startswith(shown)


def test_endless_key_of_a_waiver_is_refused_or_reported() -> None:
    """As the parser of TOML has it; other waivers are read if it takes the key."""
    text = f"[[waiver]]\nname.{ENDLESS} = 1\n[[waiver]]\nname = 'Lena Vogt'\nwhy = 'taught me'\n"
    try:
        read = waivers.read_waivers(text.encode())
    except ec.ReadError as error:
        assert is_plain(str(error))
        return
    assert [each.name for each in read.waivers] == ["Lena Vogt"]


def test_long_key_of_a_waiver_file_is_cut() -> None:
    """The error stays a line."""
    with pytest.raises(ec.ReadError, match=r"found 'k{60}'"):
        waivers.read_waivers(f"'{'k' * 9_999}' = 1\n[[waiver]]\n".encode())


# ---- records -----------------------------------------------------------------------------------


@pytest.mark.parametrize("value", [pytest.param(HUGE, id="huge"), pytest.param([HUGE], id="list")])
@pytest.mark.parametrize("column", ["Name", "Headcount"])
def test_record_with_a_value_without_text_is_named(column: str, value: Any) -> None:
    """With its row, and the other records are read."""
    rows = [
        {"Name": "Lena", "Company": "Acme"},
        {"Name": "Ravi", "Company": "Acme", column: value},
    ]
    read = records.people_from_records(rows)
    assert read.people[0].name == "Lena"
    assert (3, column) == (read.diagnostics[0].row, read.diagnostics[0].column)


def test_record_with_a_value_nested_without_end_is_named() -> None:
    """The same for lists within lists."""
    first = records.people_from_records([{"Name": nested(100_000), "Company": "A"}]).diagnostics[0]
    assert (first.row, first.column, first.value) == (2, "Name", "<list>")


def test_row_that_is_a_huge_number_is_no_mapping() -> None:
    """And the error can be shown."""
    rows: Any = [HUGE]
    with pytest.raises(ec.ReadError, match=r"records\[0\]: expected a mapping, found <int>"):
        records.people_from_records(rows)
