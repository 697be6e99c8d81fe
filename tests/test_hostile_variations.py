"""Further hostile files and texts of our own, of the kinds in the corpus."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import hostile_audit
import hostile_variations as variations
import pytest

import endorsecheck as ec
from endorsecheck._safe import is_plain
from endorsecheck.readers import (
    json_resume,
    linkedin,
    open_badges,
    orcid,
    people_data_labs,
    table,
)

READERS: dict[str, tuple[Callable[[Path], Any], str, dict[str, variations.Variation]]] = {
    "endorsements": (linkedin.read_table, variations.ENDORSED, variations.ENDORSEMENTS),
    "people": (table.read_people, "histories.csv", variations.PEOPLE),
    "archive": (linkedin.read_export, "x.zip", variations.ARCHIVES),
}
DOCUMENTS: dict[str, Callable[[bytes], Any]] = {
    "resume": json_resume.read_people,
    "orcid": orcid.read_people,
    "people-data": people_data_labs.read_people,
    "badge": open_badges.read_endorsements,
    "ler-rs": open_badges.read_ler_rs,
}


@pytest.mark.parametrize(
    ("reader", "name"),
    [
        pytest.param(reader, name, id=f"{reader}-{name}")
        for reader, (_, _, cases) in READERS.items()
        for name in cases
    ],
)
def test_variation_is_read_or_refused_as_expected(tmp_path: Path, reader: str, name: str) -> None:
    """Every row is used or reported, and what is reported names its place."""
    read, file, cases = READERS[reader]
    case = cases[name]
    path = tmp_path / file
    path.write_bytes(case.content)
    try:
        found = read(path)
    except ec.ReadError as error:
        assert not case.used
        assert case.told[0] in str(error)
        return
    assert case.used, "read, expected an error"
    counts = {each.file: each for each in found.tables}
    assert case.used == {file: counts[file].used for file in case.used}
    assert case.rows == {file: counts[file].rows for file in case.rows}
    told = [str(each) for each in found.diagnostics]
    assert all(any(text in each for each in told) for text in case.told), told
    assert bool(told) == bool(case.told)


# ---- documents ---------------------------------------------------------------------------------


@pytest.mark.parametrize("reader", DOCUMENTS)
@pytest.mark.parametrize(
    ("content", "told"),
    [
        pytest.param("[" * 100_000 + "]" * 100_000, "deeper than 64 levels", id="lists"),
        pytest.param('{"a":' * 50_000 + "1" + "}" * 50_000, "deeper than 64", id="objects"),
        pytest.param('{"person":NaN}', "NaN is no number", id="nan"),
        pytest.param('{"person":-Infinity}', "-Infinity is no number", id="infinity"),
        pytest.param('{"a":' + "9" * 5_000 + "}", "no JSON", id="number-of-5000-digits"),
        pytest.param("null", "expected an object", id="null"),
        pytest.param('{"work":[', "no JSON", id="cut"),
        pytest.param("\x00" * 99, "data: ", id="zeros"),
    ],
)
def test_document_is_refused_whatever_the_reader(reader: str, content: str, told: str) -> None:
    """By an error that can be shown."""
    with pytest.raises(ec.ReadError, match=told) as refused:
        DOCUMENTS[reader](content.encode())
    assert is_plain(str(refused.value))


def test_line_nested_too_deep_costs_no_other_line() -> None:
    """In JSON Lines each line stands for itself."""
    deep = "[" * 100_000 + "]" * 100_000
    lines = ['{"full_name":"Ada Quill"}', deep, '{"full_name":"Bo Nib"}']
    read = people_data_labs.read_people("\n".join(lines).encode())
    assert [each.name for each in read.people] == ["Ada Quill", "Bo Nib"]
    assert [each.row for each in read.diagnostics] == [2]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        pytest.param("<a>" * 90_000 + "</a>" * 90_000, "deeper than 64 levels", id="deep"),
        pytest.param("<record><![CDATA[", "no XML", id="open-section"),
        pytest.param(f'<record xmlns="{"x" * 99_999}"/>', "expected an ORCID", id="long-name"),
        pytest.param(
            "<record " + " ".join(f'a{i}="1"' for i in range(9_999)) + "/>",
            "expected an ORCID record",
            id="attributes",
        ),
        pytest.param('<?xml-stylesheet href="//dv.invalid"?><record/>', "ORCID", id="style"),
        pytest.param('<?xml version="1.0" encoding="utf-7"?><record/>', "ORCID", id="utf-7"),
    ],
)
def test_hostile_xml_is_refused(content: str, told: str) -> None:
    """Nothing is fetched, and nothing recursed into."""
    with pytest.raises(ec.ReadError, match=told):
        orcid.read_people(content.encode())


def test_document_type_in_utf_16_is_seen() -> None:
    """The encoding hides no entity."""
    text = '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "b">]><record>&a;</record>'
    with pytest.raises(ec.ReadError, match="declares entities"):
        orcid.read_people(text.encode("utf-16"))


@pytest.mark.parametrize(
    "url",
    ["http://[::1", "https://[v1.x]:99999999/in/%ff%00", "//[", "http://a\u2100b/in/x", "x://[]]"],
)
def test_address_that_breaks_urlsplit_costs_no_resume(url: str) -> None:
    """Neither as the person's own nor as that of a profile."""
    basics = {"name": "Ada Quill", "url": url, "profiles": [{"network": "LinkedIn", "url": url}]}
    data = {"basics": basics, "work": [{"name": "Acme", "startDate": "2016"}]}
    read = json_resume.read_people(json.dumps(data).encode())
    assert [each.name for each in read.people] == ["Ada Quill"]


# ---- texts -------------------------------------------------------------------------------------

TEXTS = {
    "arabic-letter-mark": "a\u061cb",
    "right-to-left-mark": "Bar\u200ftolo",
    "embedding": "\u202ax\u202c",
    "isolate": "\u2067x\u2069",
    "grapheme-joiner": "a\u034fb",
    "vowel-separator": "a\u180eb",
    "swapping": "a\u206ab",
    "annotation": "a\ufff9b\ufffac\ufffb",
    "musical": "a\U0001d173b",
    "private-use": "a\ue000\U0010ffffb",
    "hieroglyph-control": "a\U00013430b",
    "variation": "a\ufe0e\U000e0100b",
    "hangul-filler": "\u115f\u1160",
    "braille-blank": "\u2800\u2800",
    "line-separator": "a\u2028b",
    "next-line": "a\x85b\x0bc",
    "command-string": "\x9d0;x\x9c\x90q\x9c",
    "marks-that-enclose": "a" + "\u0489" * 40,
    "formula-after-tabs": "\t\t=1+1",
    "formula-full-width": "\uff1d1+1",
    "formula-after-a-wide-blank": "\u3000\uff20SUM(A1)",
    "formula-after-a-mark": "\ufeff\u200e=1+1",
    "formula-after-a-break": "\n=1+1",
    "formula-after-a-filler": "\u115f\u2800+1",
    "formula-after-a-nul": "\0-1+1",
    "pipe-first": "|calc",
    "link-in-markdown": "a]](javascript:x)",
    "pipes-and-backslashes": "a\\|b\\\\|c`|`\\",
    "comment": "<!--",
    "section": "]]><script>",
    "attribute": "\"' onmouseover=x",
    "latex": "\\input{/etc/passwd} $x$ & # % _ { } ~ ^ \\end{tabular}",
    "restructured": "`x <javascript:y>`_ |x|_ .. raw:: html",
    "script-address": "javascript:alert(1)",
}


def everywhere(text: str) -> hostile_audit.Audited:
    """An audit in which the text stands in every place that has room for it."""
    period = ec.Period.parse("2015", "2019")
    job = ec.Position(text, text, period=period, team=text, location=text, skills=[text])
    project = ec.Project(text, text, period=period)
    volunteering, school = ec.Volunteering(text, period=period), ec.Education(text, period=period)
    history = ec.WorkHistory([job, project, volunteering, school])
    tie = ec.Relationship(ec.RelationshipKind.MANAGER, text, period)
    endorsers = [
        ec.Person(text, "https://www.linkedin.com/in/a", history, relationships=[tie]),
        ec.Person(text, "https://www.linkedin.com/in/b", ec.WorkHistory([])),
        ec.Person("Lena Vogt", text, history),
        ec.Person("Nobody"),
    ]
    given = [ec.Endorsement(text, each, ec.parse_date("2016-05-04")) for each in endorsers]
    owner = ec.Person(f"Dana {text}", history=history)
    profile = ec.Profile(owner=owner, as_of=dt.date(2026, 6, 30), endorsements=given)
    result = ec.audit(profile, waivers=[ec.Waiver(skill=text, why=text)])
    return hostile_audit.Audited(result, profile)


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in TEXTS.items()])
def test_no_report_obeys_a_text(text: str) -> None:
    """In whatever column it stands."""
    texts = hostile_audit.reports(everywhere(text))
    faults = [
        f"{name}: {fault}"
        for name, check in hostile_audit.REPORT_CHECKS.items()
        for fault in check(texts)
    ]
    assert faults == []
