"""What a piece of evidence says of itself: the smallest shared unit, and where it was read."""

from __future__ import annotations

import datetime as dt

import pytest

import endorsecheck as ec

READ = ec.Provenance("people-table", file="colleagues.csv", row=7)
NOTED = ec.Provenance("orcid", file="ravi.json", path="employments[0]", note="self-asserted")


def evidence(
    mine: ec.Engagement | None = None,
    theirs: ec.Engagement | None = None,
    tie: ec.Relationship | None = None,
) -> ec.Evidence:
    """Evidence of two engagements, or of a tie."""
    return ec.Evidence(
        standing=ec.Standing.OPEN,
        reasons=[ec.Reason.UNDATED],
        owner_engagement=mine,
        endorser_engagement=theirs,
        relationship=tie,
    )


@pytest.mark.parametrize(
    ("expected", "mine", "theirs"),
    [
        pytest.param((0, "Apollo"), ec.Project("Apollo"), ec.Project("APOLLO"), id="project"),
        pytest.param(
            (1, "team Oak"),
            *(ec.Position("Acme", team="Oak", location="Reno"), ec.Position("Acme", team="oak")),
            id="team",
        ),
        pytest.param(
            (2, "Reno"),
            *(ec.Position("Acme", location="Reno"), ec.Position("Acme", location="reno")),
            id="place",
        ),
        pytest.param((3, None), ec.Position("Acme"), ec.Position("Acme"), id="organization"),
        pytest.param((3, None), ec.Position("Acme"), ec.Project("Apollo"), id="two-kinds"),
        pytest.param((3, None), None, ec.Position("Acme", team="Oak"), id="one-side"),
        pytest.param((3, None), ec.Position("Acme", team="Oak"), None, id="the-other-side"),
    ],
)
def test_smallest_unit_that_both_sides_name(
    expected: tuple[int, str | None], mine: ec.Engagement | None, theirs: ec.Engagement | None
) -> None:
    """A project before a team, a team before a place; only where both sides name it."""
    found = evidence(mine, theirs)
    assert expected == (found.breadth, found.shared_unit)


@pytest.mark.parametrize(
    ("expected", "theirs"),
    [
        pytest.param("colleagues.csv row 7", ec.Position("Acme", provenance=READ), id="row"),
        pytest.param(
            "ravi.json employments[0] (self-asserted)",
            ec.Position("Acme", provenance=NOTED),
            id="note",
        ),
        pytest.param(None, ec.Position("Acme"), id="not-read"),
        pytest.param(None, None, id="no-side"),
    ],
)
def test_source_is_that_of_the_endorsers_side(
    expected: str | None, theirs: ec.Engagement | None
) -> None:
    """With what its source notes."""
    assert expected == evidence(theirs=theirs).source


def test_source_of_a_tie_is_where_it_was_read() -> None:
    """As that of an engagement is."""
    tie = ec.Relationship(ec.RelationshipKind.MANAGER, provenance=READ)
    assert evidence(tie=tie).source == "colleagues.csv row 7"


def test_connection_is_kept_where_an_endorsement_may_be_from_the_same_person() -> None:
    """By the name: it cannot be told which of two bearers gave the other one."""
    stay = ec.Position("Acme", period=ec.Period.parse("2015", "2018"))
    elsewhere = ec.WorkHistory([ec.Position("Castellan", period=ec.Period.parse("2010", "2024"))])
    twins = [ec.Person("Omar Haddad", f"linkedin.com/in/omar-{n}", elsewhere) for n in (1, 2)]
    lena = ec.Person("Lena Vogt", "linkedin.com/in/lena", elsewhere)
    others = [ec.Person("Omar Haddad"), ec.Person("Omar Haddad", "linkedin.com/in/omar-3")]
    day = ec.parse_date("2020")
    given = [ec.Endorsement("Go", each, day) for each in (twins[0], lena, *others)]
    removed = []
    for endorsements in (given[:3], given[:2], [*given[:2], given[3]]):
        profile = ec.Profile(
            owner=ec.Person("Dana Reyes", history=ec.WorkHistory([stay])),
            as_of=dt.date(2026, 6, 30),
            endorsements=endorsements,
        )
        findings = ec.audit(profile, twins).findings
        removal = [each for each in findings if ec.Remedy.REMOVE_CONNECTION in each.remedies]
        removed.append([each.endorsement.endorser.name for each in removal])
    assert removed == [["Lena Vogt"], *[["Lena Vogt", "Omar Haddad"]] * 2]
