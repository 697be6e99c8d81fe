"""Results as text."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from typing import Any

import pytest
from scenarios import audited, scenarios

import endorsecheck as ec
from endorsecheck import report

AS_OF = dt.date(2026, 6, 30)
SCENARIOS = {each["id"]: each for each in scenarios()}


def stay(organization: str, start: str, end: str, **more: Any) -> ec.Position:
    """A position."""
    return ec.Position(organization, period=ec.Period.parse(start, end), **more)


def result(*endorsements: ec.Endorsement, **criteria: Any) -> ec.AuditResult:
    """An audit of Dana, who was at Acme from 2015 to March 2019, and at a start-up later."""
    history = ec.WorkHistory(
        [
            stay("Acme", "2015", "Mar 2019", skills=["Go"]),
            stay("Borealis", "2020", "2021", skills=["Chess"]),
        ]
    )
    profile = ec.Profile(
        owner=ec.Person("Dana Reyes", history=history), as_of=AS_OF, endorsements=endorsements
    )
    return ec.audit(profile, criteria=ec.Criteria(**criteria))


def endorsed(
    *stays: ec.Engagement,
    name: str = "Ravi Shah",
    skill: str = "Go",
    date: str = "2023-05-04",
    complete: bool = True,
    **more: Any,
) -> ec.Endorsement:
    """An endorsement by somebody with these engagements."""
    person = ec.Person(name, history=ec.WorkHistory(stays, complete=complete), **more)
    return ec.Endorsement(skill, person, ec.parse_date(date))


STRANGER = endorsed(stay("Castellan", "2012", "2020"), name="Omar Haddad")
LATECOMER = endorsed(stay("Acme", "May 2020", "2022"), name="Lena Vogt")


def test_table_lists_those_who_cannot_attest() -> None:
    """The table, an empty line, and one line of counts."""
    expected = """\
Endorser     Skill    Endorsed    Why
-----------  -------  ----------  -----------------------------------------------------------
Lena Vogt    Go       2023-05-04  Acme, but you left at least 1 year 1 month before they came
Omar Haddad  Go       2023-05-04  nothing in common with the 1 engagement on file

2 of 3 endorsements can't attest; 0 can; 0 might; 1 unknown: no history on file"""
    text = report.format_table(result(STRANGER, LATECOMER, endorsed(name="Priya Nair")))
    lines, wanted = text.splitlines(), expected.splitlines()
    assert [line for i, line in enumerate(wanted) if i != 1] == [
        line for i, line in enumerate(lines) if i != 1
    ]


def test_table_of_several_verdicts_names_them() -> None:
    """The verdict stands beside the reason."""
    text = report.format_table(result(STRANGER), verdicts=set(ec.Verdict))
    assert "cannot attest" in text


def test_table_without_rows_is_the_line_of_counts() -> None:
    """An audit without anybody to list says so."""
    text = report.format_table(result(endorsed(stay("Acme", "2016", "2018"))))
    assert text == "0 of 1 endorsements can't attest; 1 can; 0 might; 0 unknown"


def test_empty_result_says_so_in_words() -> None:
    """In the table and in the summary."""
    assert report.format_table(result()) == "No endorsements to audit."
    assert report.format_summary(result()) == "No endorsements to audit."


def test_table_with_a_limit_says_how_many_more_there_are() -> None:
    """Nothing is left out silently."""
    text = report.format_table(result(STRANGER, LATECOMER), limit=1)
    assert "... and 1 more" in text
    assert "Omar Haddad" not in text


def test_table_by_endorser_has_a_row_per_person() -> None:
    """Skills are gathered, the remedy is named."""
    again = endorsed(*STRANGER.endorser.history.engagements, name="Omar Haddad", skill="Rust")
    text = report.format_table(result(STRANGER, again), by="endorser")
    assert "Go, Rust" in text
    assert "remove connection" in text


def test_columns_can_be_chosen() -> None:
    """By name, in the order given."""
    text = report.format_table(result(STRANGER), columns=["reasons", "remedy"], tablefmt="plain")
    assert text.splitlines()[0].split() == ["Reasons", "Remedy"]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        pytest.param({"tablefmt": "unsafehtml"}, "tablefmt: expected one of", id="unsafehtml"),
        pytest.param({"tablefmt": "latex_raw"}, "tablefmt: expected one of", id="latex-raw"),
        pytest.param({"tablefmt": "nope"}, "tablefmt: expected one of", id="unknown-format"),
        pytest.param({"columns": ["colour"]}, "columns: expected names of", id="unknown-column"),
        pytest.param({"by": "colour"}, "by: expected", id="unknown-grouping"),
    ],
)
def test_unknown_option_is_refused(options: dict[str, Any], message: str) -> None:
    """With what there is to choose from."""
    with pytest.raises(ec.ModelError, match=message):
        report.format_table(result(STRANGER), **options)


@pytest.mark.parametrize("tablefmt", report.FORMATS)
def test_every_format_shows_names_as_they_stand(tablefmt: str) -> None:
    """Nothing is turned into a number, and no character is lost."""
    names = ["007", "2e9", "NaN", "1.50"]
    given = [endorsed(stay("Castellan", "2012", "2020"), name=name) for name in names]
    text = report.format_table(result(*given), tablefmt=tablefmt)
    assert [name for name in names if name not in text] == []


@pytest.mark.parametrize("tablefmt", report.FORMATS)
def test_every_format_neutralises_control_characters(tablefmt: str) -> None:
    """A visible stand-in takes their place."""
    hostile = endorsed(stay("Castellan", "2012", "2020"), name="Bar\x1b[2J\u202e\ntolo")
    text = report.format_table(result(hostile), tablefmt=tablefmt)
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "U+001B" in text


def test_long_cells_are_cut() -> None:
    """A name of 20,000 letters does not make a line of 20,000 letters."""
    hostile = endorsed(stay("Castellan", "2012", "2020"), name="Ba" * 10_000)
    assert max(map(len, report.format_table(result(hostile)).splitlines())) < 300


def test_summary_counts_verdicts_reasons_and_hidden_ones() -> None:
    """Each verdict with its explanation, its reasons, and what is left out."""
    hidden = ec.Endorsement("Go", ec.Person("Priya Nair"), status=ec.EndorsementStatus.HIDDEN)
    expected = """\
Endorsements of Dana Reyes, as of 2026-06-30:
      0 can attest: one basis holds on every reading of the data
      0 might attest: a basis is possible, none is certain
      2 cannot attest: no reading of the data leaves a basis
          1 no-shared-organization
          1 disjoint-periods
      0 unknown: too little is on file to tell
      1 not shown on the profile, left out above"""
    assert expected == report.format_summary(result(STRANGER, LATECOMER, hidden))


def test_counts_line_names_every_reason_for_unknown() -> None:
    """The most frequent first."""
    unknown = [endorsed(name=name) for name in ("A", "B")]
    partial = endorsed(stay("Castellan", "2012", "2013"), complete=False)
    text = report.format_table(result(*unknown, partial))
    assert text.endswith("3 unknown: 2 no history on file, 1 incomplete history")


def written(audit: ec.AuditResult) -> list[list[str]]:
    """The rows of the CSV."""
    file = io.StringIO(newline="")
    report.write_csv(audit, file)
    return list(csv.reader(io.StringIO(file.getvalue(), newline="")))


def test_csv_has_a_row_per_finding_with_guarded_cells() -> None:
    """A formula in a name is text to a spreadsheet."""
    rows = written(result(endorsed(name="=1+1"), STRANGER))
    assert list(report.COLUMNS) == rows[0]
    assert [row[0] for row in rows[1:]] == ["'=1+1", "Omar Haddad"]


def test_json_lines_hold_the_findings() -> None:
    """Each line is one finding as plain data, in ASCII."""
    file = io.StringIO()
    audit = result(endorsed(name="Zoë"), STRANGER)
    report.write_jsonl(audit, file)
    lines = file.getvalue().splitlines()
    assert audit.to_dict()["findings"] == [json.loads(line) for line in lines]
    assert file.getvalue().isascii()


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param(
            endorsed(stay("Acme", "2016", "2018")),
            "Acme: together for at least 1 year",
            id="together",
        ),
        pytest.param(
            endorsed(stay("Acme", "2010", "2012")),
            "Acme, but they left at least 2 years before you came",
            id="they-left-first",
        ),
        pytest.param(
            endorsed(stay("Acme", "Apr 2019", "2022")),
            "Acme, but you left shortly before they came",
            id="handover",
        ),
        pytest.param(
            endorsed(stay("Acme", "2022", "")),
            "Acme, but you left at least 2 years 9 months before they came",
            id="their-end-unknown",
        ),
        pytest.param(
            endorsed(stay("Acme", "", "2012")),
            "Acme, but they left at least 2 years before you came",
            id="their-start-unknown",
        ),
        pytest.param(
            endorsed(stay("Acme", "2018", "2020"), date="2017-01-01"),
            "Acme, but endorsed at least 1 year before you could have met",
            id="too-early",
        ),
        pytest.param(
            endorsed(stay("Acme", "2019", "2020")),
            "Acme: the dates are too coarse or incomplete to tell whether they shared a day",
            id="possible",
        ),
        pytest.param(
            endorsed(relationships=[ec.Relationship(ec.RelationshipKind.SAME_TEAM, "Acme")]),
            "declared same team at Acme",
            id="declared",
        ),
        pytest.param(
            endorsed(relationships=[ec.Relationship(ec.RelationshipKind.MENTOR)]),
            "declared mentor",
            id="declared-without-place",
        ),
        pytest.param(
            endorsed(relationships=[ec.Relationship(ec.RelationshipKind.FAMILY)]),
            "the owner declares family or friend, and there is no other basis",
            id="family",
        ),
        pytest.param(endorsed(name="Dana Reyes"), "the endorser is the owner", id="self"),
        pytest.param(endorsed(), "no engagement is on file", id="no-history"),
    ],
)
def test_sentence_says_why(given: ec.Endorsement, expected: str) -> None:
    """One sentence, addressed to the owner."""
    finding = result(given).findings[0]
    assert expected == report.COLUMNS["why"](finding)


def test_sentence_names_both_organizations_where_they_are_two() -> None:
    """Related or similar names are shown side by side."""
    finding = audited(SCENARIOS["subsidiary"]).findings[0]
    expected = (
        "Norvane Systems / Brightwater Logistics: the organizations are parent and subsidiary"
    )
    assert report.COLUMNS["why"](finding).startswith(expected)


@pytest.mark.parametrize(
    ("scenario", "expected"),
    [
        pytest.param("same-month", "the day on which Dana Reyes left Norvane Systems", id="month"),
        pytest.param(
            "year-touch", "the month in which Dana Reyes left Norvane Systems", id="year"
        ),
        pytest.param(
            "unknown-end-possible", "the day on which Ravi Shah left Norvane Systems", id="unknown"
        ),
        pytest.param("undated", "when Ravi Shah was at Norvane Systems", id="undated"),
        pytest.param(
            "undated-owner", "when Dana Reyes was at Norvane Systems", id="undated-owner"
        ),
        pytest.param(
            "endorsed-unclear", "the day on which Ravi Shah joined Norvane Systems", id="timing"
        ),
        pytest.param(
            "endorsed-unclear-year", "the day of the endorsement", id="coarse-endorsement"
        ),
        pytest.param(
            "slip", "whether Quarrystone Analytics and Quarystone Analytics are one", id="slip"
        ),
        pytest.param(
            "subsidiary",
            "whether Norvane Systems and Brightwater Logistics were one workplace",
            id="related",
        ),
        pytest.param("education", "any work that Ravi Shah and Dana Reyes shared", id="school"),
        pytest.param(
            "large", "the team or place in which Ravi Shah worked at Norvane Systems", id="large"
        ),
        pytest.param(
            "complaint-boss", "whether Dana Reyes used Training at Elmbridge Foods", id="skill"
        ),
        pytest.param("same-name", "the profile URL of Ravi Shah", id="ambiguous"),
        pytest.param("incomplete", "the rest of the work history of Ravi Shah", id="incomplete"),
        pytest.param(
            "recorded-elsewhere",
            "the rest of the work history of Ravi Shah after 2018-03-01",
            id="old",
        ),
        pytest.param("no-history", "the work history of Ravi Shah", id="no-history"),
        pytest.param("certain-month", None, id="can-attest"),
        pytest.param("no-shared", None, id="cannot-attest"),
    ],
)
def test_counterfactual_names_the_fact_that_would_settle_it(
    scenario: str, expected: str | None
) -> None:
    """The one missing or coarse fact; none where the verdict is firm."""
    assert expected == audited(SCENARIOS[scenario]).findings[0].counterfactual


@pytest.mark.parametrize(
    ("expected", "name"),
    [
        pytest.param("R\ufffd", "R\ud800", id="half"),
        pytest.param("\ufffd\ufffd", "\udc00\ud800", id="wrong-order"),
        pytest.param("R\U0001f600", "R\U0001f600", id="pair"),
        pytest.param("R\\ud800", "R\\ud800", id="a-backslash"),
    ],
)
def test_json_lines_hold_no_half_of_a_surrogate_pair(expected: str, name: str) -> None:
    """Strict readers of JSON refuse it."""
    profile = ec.Profile(
        owner=ec.Person("Dana Reyes"),
        as_of=dt.date(2026, 6, 30),
        endorsements=[ec.Endorsement("Python", ec.Person(name))],
    )
    file = io.StringIO()
    report.write_jsonl(ec.audit(profile), file)
    assert expected == json.loads(file.getvalue())["endorsement"]["endorser"]["name"]


def test_a_page_has_the_same_source_with_and_without_wcwidth(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Nothing in it is aligned by the width of a name."""
    given = endorsed(stay("Castellan", "2012", "2020"), name="Gus 🚀 王")
    texts = set()
    for on in (True, False):
        monkeypatch.setattr("tabulate.WIDE_CHARS_MODE", on)
        texts.add(report.format_table(result(STRANGER, given), tablefmt="html"))
    assert len(texts) == 1
