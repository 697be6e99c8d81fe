"""Texts and tables to work from: the review, the observations, rows by person and skill."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from scenarios import audited, scenarios

import endorsecheck as ec
from endorsecheck import Verdict, report

AS_OF = dt.date(2026, 6, 30)
DAY = ec.parse_date("2020-01-04")
ALL = set(Verdict)


def stay(
    organization: str, start: str = "2015", end: str = "Mar 2019", **more: Any
) -> ec.Position:
    """A position."""
    return ec.Position(organization, period=ec.Period.parse(start, end), **more)


def person(name: str, *stays: ec.Engagement, **more: Any) -> ec.Person:
    """Somebody with a complete history."""
    return ec.Person(name, history=ec.WorkHistory(stays), **more)


def endorsed(endorser: ec.Person, *skills: str, **more: Any) -> list[ec.Endorsement]:
    """Endorsements by one endorser on one day."""
    return [ec.Endorsement(skill, endorser, DAY, **more) for skill in skills]


def audit(*endorsements: ec.Endorsement, **more: Any) -> ec.AuditResult:
    """An audit of Dana, who was at Acme from 2015 to March 2019."""
    profile = ec.Profile(
        owner=person("Dana Reyes", stay("Acme")), as_of=AS_OF, endorsements=endorsements
    )
    return ec.audit(profile, **more)


OMAR = person("Omar Haddad", stay("Castellan"), url="www.linkedin.com/in/omar")
LENA = person("Lena Vogt", stay("Acme", "Mar 2019", "2022"))
ADA = person("Ada Lind", stay("Acme", "2016", "2018"), url="a.example/ada")
SLY = ec.Person("Sly Fox", "https://linkedin.com.example.org/in/fox")
GIVEN = [
    *endorsed(OMAR, "Go", "Rust"),
    *endorsed(OMAR, "Chess", status=ec.EndorsementStatus.HIDDEN),
    *endorsed(LENA, "Go"),
    *endorsed(ADA, "Go"),
    *endorsed(SLY, "Go"),
]


def test_review_has_a_block_for_each_endorser() -> None:
    """Address, verdict, evidence, what would settle it, remedies with what they undo."""
    expected = """\
1. Omar Haddad
   https://www.linkedin.com/in/omar
   cannot attest to Go, Rust: nothing in common with the 1 engagement on file
   -> hide this endorsement: undoes nothing else, and can be shown again
   or remove the connection: withdraws what both wrote; only the remover can invite again
   cannot attest to Chess (hidden, not shown): nothing in common with the 1 engagement on file
   -> keep it: nothing changes

2. Sly Fox
   (address not shown: looks like linkedin.com, and is another)
   unknown for Go: no engagement is on file
     to settle it: the work history of Sly Fox
   -> ask how they know the skill, or for a written recommendation: undoes nothing

3. Lena Vogt
   might attest to Go: Acme: the dates are too coarse or incomplete to tell whether they shared \
a day
     to settle it: the day on which Dana Reyes left Acme
   -> keep it: nothing changes
   or ask how they know the skill, or for a written recommendation: undoes nothing

2 of 5 endorsements can't attest; 1 can; 1 might; 1 unknown: no history on file"""
    assert report.format_review(audit(*GIVEN)) == expected


def test_review_can_list_all_and_be_cut() -> None:
    """How many more there are is said."""
    text = report.format_review(audit(*GIVEN), verdicts=ALL, limit=3)
    assert "... and 1 more" in text
    text = report.format_review(audit(*GIVEN), verdicts=[Verdict.CAN_ATTEST])
    assert text.startswith("1. Ada Lind\n   https://a.example/ada\n   can attest to Go: Acme: tog")


def test_review_marks_what_is_waived() -> None:
    """With the reason, and until when."""
    waivers = [
        ec.Waiver(name="Omar Haddad", skill="Go", why="my mentor", until=dt.date(2027, 1, 31)),
        ec.Waiver(name="Sly Fox", why="my uncle"),
    ]
    result = audit(*GIVEN, waivers=waivers)
    text = report.format_review(result)
    assert "     waived until 2027-01-31: my mentor\n" in text
    assert "     waived: my uncle\n" in text
    assert text.endswith("no history on file; 2 waived")
    table = report.format_table(result, verdicts=ALL, columns=["endorser", "why", "waiver"])
    assert "on file (waived)" in table
    assert "my mentor (until 2027-01-31)" in table
    assert "my uncle" in table


def test_review_of_nothing_says_so() -> None:
    """In words."""
    assert report.format_review(audit()) == "No endorsements to audit."
    assert report.format_review(audit(*endorsed(ADA, "Go"))).startswith("0 of 1 endorsements")


def test_review_shortens_long_lists_and_names() -> None:
    """A line stays a line."""
    many = endorsed(person("B" * 300, stay("Castellan")), *(f"S{n:02}" for n in range(15)))
    lines = report.format_review(audit(*many)).splitlines()
    assert lines[0] == f"1. {'B' * 199}…"
    assert lines[1].startswith("   cannot attest to S00, ")
    assert "S11, 3 more: " in lines[1]


def test_review_of_somebody_without_a_name_shows_the_address_once() -> None:
    """As the heading, and not again below it."""
    nameless = ec.Person(url="https://a.example/x")
    lines = report.format_review(audit(*endorsed(nameless, "Go"))).splitlines()
    assert lines[0] == "1. https://a.example/x"
    assert lines[1].startswith("   unknown for Go")


@pytest.mark.parametrize("scenario", [pytest.param(each, id=each["id"]) for each in scenarios()])
def test_review_names_every_endorsement(scenario: dict[str, Any]) -> None:
    """None is lost, whatever the case."""
    result = audited(scenario)
    text = report.format_review(result, verdicts=ALL)
    assert [each for each in result.findings if each.endorsement.skill not in text] == []


def test_observations_are_listed_with_their_innocent_explanation() -> None:
    """Then what was looked for and not found, then what could not be looked for."""
    twin = ec.Person("Ada Lind", "a.example/twin")
    result = audit(*endorsed(ADA, "Go"), *endorsed(twin, "Go", "C"), *endorsed(SLY, "Go"))
    expected = """\
lookalike-name: people at different addresses have names that look the same
  Ada Lind (https://a.example/ada), Ada Lind (https://a.example/twin); C, Go; 2020-01-04: \
2 people bear one name
  innocent: namesakes, or one person with two accounts
stale: the last day at one place lies long ago
  Ada Lind; Go; 2020-01-04: no day together after 2018-12-31
  innocent: the skill has not changed since, or they stayed in touch
deceptive-address: the profile address is not plainly a web address, or looks like another
  Sly Fox; Go; 2020-01-04: looks like linkedin.com, and is another
  innocent: a slip in a table filled in by hand
looked for and not found: before-career, self-endorsement, duplicate, ambiguous-person, \
only-endorser, hidden-characters, conflicting-records
not looked for: burst, swap, on-connecting, unlisted-skill, waiver-expired, waiver-unused"""
    assert report.format_observations(result) == expected


def test_observations_tell_several_days_and_waivers() -> None:
    """A waiver has no day; one for a reason names nobody."""
    later = ec.Endorsement("Go", ec.Person("Dana Reyes"), ec.parse_date("2021"))
    waiver = ec.Waiver(reason=ec.Reason.DISJOINT_PERIODS, why="long story")
    result = audit(*endorsed(ec.Person("Dana Reyes"), "Go"), later, waivers=[waiver])
    lines = report.format_observations(result).splitlines()
    assert (
        "  Dana Reyes; Go; 2020-01-04 to 2021: 2 endorsements of the owner by the owner" in lines
    )
    assert "  covers nothing: long story" in lines


def test_lookalike_without_address_is_told_so() -> None:
    """A name alone tells nobody apart."""
    result = audit(*endorsed(ec.Person("Ada Llnd"), "Go"), *endorsed(ec.Person("Ada lInd"), "Go"))
    assert "(no plain address)" in report.format_observations(result)
    nameless = ec.Person(url="https://linkedin.com.example.org/in/x")
    assert "  https://linkedin.com.example.org/in/x; Go" in report.format_observations(
        audit(*endorsed(nameless, "Go"))
    )


def rows(result: ec.AuditResult, **options: Any) -> list[list[str]]:
    """The cells of a table."""
    text = report.format_table(result, tablefmt="tsv", **options)
    return [[cell.strip() for cell in line.split("\t")] for line in text.splitlines()[:-2]]


def test_table_by_endorser_starts_with_the_one_to_act_on() -> None:
    """Skills once, every sentence, all remedies."""
    assert rows(audit(*GIVEN), by="endorser", verdicts=ALL) == [
        ["Endorser", "Skills", "Verdict", "Why", "Remedy"],
        [
            "Omar Haddad",
            "Chess, Go, Rust",
            "cannot attest",
            "nothing in common with the 1 engagement on file",
            "hide or remove connection",
        ],
        ["Sly Fox", "Go", "unknown", "no engagement is on file", "ask"],
        [
            "Lena Vogt",
            "Go",
            "might attest",
            "Acme: the dates are too coarse or incomplete to tell whether they shared a day",
            "keep or ask",
        ],
        ["Ada Lind", "Go", "can attest", "Acme: together for at least 1 year", "keep"],
    ]


def test_table_by_skill_and_engagement_counts() -> None:
    """What is shown, and what is waived; only rows with one of the verdicts."""
    result = audit(*GIVEN, waivers=[ec.Waiver(skill="Rust", why="x")])
    header = ["Cannot attest", "Can attest", "Might attest", "Unknown", "Waived"]
    assert rows(result, by="skill") == [
        ["Skill", *header],
        ["Go", "1", "1", "1", "1", "0"],
        ["Chess", "0", "0", "0", "0", "0"],
        ["Rust", "1", "0", "0", "0", "1"],
    ]
    assert rows(result, by="engagement", verdicts=ALL) == [
        ["Engagement", *header],
        ["no shared engagement", "2", "0", "0", "1", "1"],
        ["Acme, 2015 to 2019-03", "0", "1", "1", "0", "0"],
    ]


def test_address_is_shown_only_if_it_is_what_it_looks_like() -> None:
    """In tables too."""
    shown = rows(audit(*GIVEN), columns=["url", "skill"], verdicts=ALL)[1:]
    assert [row[0] for row in shown] == [
        "https://a.example/ada",
        "",
        *["https://www.linkedin.com/in/omar"] * 3,
        "",
    ]
