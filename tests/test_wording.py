"""Findings in one sentence: which unit it names, and what it says where little is known."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

import endorsecheck as ec
from endorsecheck import Reason, Standing, Verdict
from endorsecheck._counterfactual import of_open
from endorsecheck._wording import sentence, stretch

AS_OF = dt.date(2026, 6, 30)
PERIOD = ec.Period.parse("2015", "2018")


def at_acme(**more: Any) -> ec.Position:
    """A position at Acme."""
    return ec.Position("Acme", period=PERIOD, **more)


def said(mine: ec.Engagement, theirs: ec.Engagement | None = None, date: str = "2020") -> str:
    """What is said of an endorsement by somebody with this engagement."""
    history = ec.WorkHistory([theirs or mine])
    profile = ec.Profile(
        owner=ec.Person("Dana Reyes", history=ec.WorkHistory([mine])),
        as_of=AS_OF,
        endorsements=[
            ec.Endorsement("Go", ec.Person("Ravi Shah", history=history), ec.parse_date(date))
        ],
    )
    return sentence(ec.audit(profile).findings[0])


@pytest.mark.parametrize(
    ("mine", "place"),
    [
        pytest.param(at_acme(), "Acme", id="organization"),
        pytest.param(at_acme(location="Lisbon"), "Acme, Lisbon", id="place"),
        pytest.param(at_acme(location="Lisbon", team="Billing"), "Acme, team Billing", id="team"),
        pytest.param(ec.Project("Apollo", "Acme", period=PERIOD), "Apollo at Acme", id="project"),
        pytest.param(ec.Project("Apollo", period=PERIOD), "Apollo", id="project-alone"),
    ],
)
def test_sentence_names_the_smallest_shared_unit(mine: ec.Engagement, place: str) -> None:
    """Of what both sides name alike."""
    assert said(mine) == f"{place}: together for at least 2 years"


def test_sentence_does_not_name_a_unit_of_one_side() -> None:
    """A team or project that only one of the two names is shared by nobody."""
    assert said(at_acme(team="Billing"), at_acme(team="Sales")).startswith("Acme: together")
    project = ec.Project("Apollo", "Acme", period=PERIOD)
    assert said(project, at_acme()).startswith("Apollo: together")


@pytest.mark.parametrize(
    ("mine", "theirs", "expected"),
    [
        pytest.param(("2019", ""), ("2015", ""), "they left at least 6 months", id="both-go-on"),
        pytest.param(("", "2012"), ("2014", "2016"), "you left at least 1 year", id="you-undated"),
        pytest.param(("2014", ""), ("", "2012"), "they left at least 1 year", id="they-undated"),
        pytest.param(
            ("2015", "Mar 2015"),
            ("Jun 2015", "2016"),
            "you left at least 2 months",
            id="you-coarse",
        ),
        pytest.param(
            ("Jun 2015", "2016"),
            ("2015", "Mar 2015"),
            "they left at least 2 months",
            id="they-coarse",
        ),
    ],
)
def test_sentence_tells_who_left_before_the_other_came(
    mine: tuple[str, str], theirs: tuple[str, str], expected: str
) -> None:
    """Where not all dates are known, or what is known of somebody is of an early day."""
    owners, others = (
        ec.Position("Acme", period=ec.Period.parse(start, end or "Present"))
        for start, end in (mine, theirs)
    )
    history = ec.WorkHistory([others], recorded_on=dt.date(2018, 6, 1))
    profile = ec.Profile(
        owner=ec.Person("Dana Reyes", history=ec.WorkHistory([owners])),
        as_of=AS_OF,
        endorsements=[
            ec.Endorsement("Go", ec.Person("Ravi Shah", history=history), ec.parse_date("2018-03"))
        ],
    )
    assert sentence(ec.audit(profile).findings[0]).startswith(f"Acme, but {expected} before ")


def test_endorsement_of_a_coarse_date_is_too_early_by_what_is_certain() -> None:
    """From the last day that it could mean."""
    assert said(at_acme(), date="2013") == (
        "Acme, but endorsed at least 1 year before you could have met"
    )


def test_tie_that_began_too_late_is_named() -> None:
    """With its organization, as there are no days to count."""
    tie = ec.Relationship(ec.RelationshipKind.CLIENT, "Acme", ec.Period.parse("2022", ""))
    ravi = ec.Person("Ravi Shah", history=ec.WorkHistory([at_acme()]), relationships=[tie])
    profile = ec.Profile(
        owner=ec.Person("Dana Reyes", history=ec.WorkHistory([ec.Position("Borealis")])),
        as_of=AS_OF,
        endorsements=[ec.Endorsement("Go", ravi, ec.parse_date("2020"))],
    )
    finding = ec.audit(profile).findings[0]
    reasons = [each.value for each in finding.reasons]
    assert reasons == ["no-shared-organization", "endorsed-before-overlap"]
    assert sentence(finding) == "nothing in common with the 1 engagement on file"


def test_declared_tie_that_the_histories_rule_out_is_not_passed_over() -> None:
    """Its owner declared it, and reads that there is nothing in common."""
    tie = ec.Relationship(ec.RelationshipKind.SAME_TEAM, "Acme")
    elsewhere = ec.WorkHistory([ec.Position("Borealis", period=PERIOD)])
    profile = ec.Profile(
        owner=ec.Person("Dana Reyes", history=ec.WorkHistory([at_acme()])),
        as_of=AS_OF,
        endorsements=[
            ec.Endorsement("Go", ec.Person("Ravi Shah", history=elsewhere, relationships=[tie]))
        ],
    )
    assert sentence(ec.audit(profile).findings[0]) == (
        "nothing in common with the 1 engagement on file, contrary to what is declared"
    )


def bare(reason: Reason, **more: Any) -> str:
    """What is said of a finding that was made with hardly any evidence."""
    evidence = ec.Evidence(standing=Standing.RULED_OUT, reasons=[reason], **more)
    finding = ec.Finding(
        endorsement=ec.Endorsement("Go", ec.Person("Ravi Shah"), ec.parse_date("2020")),
        verdict=Verdict.CANNOT_ATTEST,
        reasons=[reason],
        evidence=[evidence],
    )
    return sentence(finding)


@pytest.mark.parametrize(
    ("reason", "more"),
    [
        pytest.param(Reason.DISJOINT_PERIODS, {}, id="disjoint"),
        pytest.param(Reason.BRIEF_OVERLAP, {}, id="brief"),
        pytest.param(Reason.ENDORSED_BEFORE_OVERLAP, {}, id="before"),
        pytest.param(Reason.DECLARED_RELATIONSHIP, {}, id="declared"),
        pytest.param(Reason.NO_SHARED_ORGANIZATION, {}, id="nobody-known"),
        pytest.param(
            Reason.ENDORSED_BEFORE_OVERLAP, {"owner_engagement": at_acme()}, id="before-one-side"
        ),
        pytest.param(
            Reason.DISJOINT_PERIODS, {"owner_engagement": at_acme()}, id="disjoint-one-side"
        ),
        pytest.param(
            Reason.ENDORSED_BEFORE_OVERLAP,
            {"relationship": ec.Relationship(ec.RelationshipKind.CLIENT)},
            id="tie-without-place",
        ),
    ],
)
def test_finding_with_little_evidence_is_explained_by_its_reason(
    reason: Reason, more: dict[str, Any]
) -> None:
    """Results may be built by hand, or be read from elsewhere."""
    assert bare(reason, **more) == reason.explanation


def test_finding_without_dates_is_explained_by_its_reason() -> None:
    """Where they were comes first."""
    undated = {"owner_engagement": at_acme(), "endorser_engagement": ec.Position("Acme")}
    overlap = ec.Overlap(min_days=0, max_days=0)
    assert bare(Reason.DISJOINT_PERIODS, **undated, overlap=overlap) == (
        f"Acme: {Reason.DISJOINT_PERIODS.explanation}"
    )
    tie = ec.Relationship(ec.RelationshipKind.CLIENT, "Acme")
    assert bare(Reason.ENDORSED_BEFORE_OVERLAP, relationship=tie) == (
        f"Acme: {Reason.ENDORSED_BEFORE_OVERLAP.explanation}"
    )


def test_open_evidence_without_engagements_asks_how_they_know_each_other() -> None:
    """An audit gives no such piece; one made by hand gets an answer too."""
    evidence = ec.Evidence(standing=Standing.OPEN, reasons=[Reason.DECLARED_RELATIONSHIP])
    given = ec.Endorsement("Go", ec.Person("Ravi Shah"))
    assert of_open(evidence, given, "Dana Reyes") == "how they know each other"


@given(
    st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31)),
    st.integers(min_value=0, max_value=40_000),
)
def test_stretch_is_that_of_the_calendar(until: dt.date, days: int) -> None:
    """As dateutil counts years, months and days."""
    gap = relativedelta(until, until - dt.timedelta(days=days))
    units = [("year", gap.years), ("month", gap.months)]
    shown = [each for each in units if each[1]] or [("day", gap.days)]
    words = [f"{n} {unit}" if n == 1 else f"{n} {unit}s" for unit, n in shown if n]
    assert stretch(until, days) == (" ".join(words) or "no day")


@pytest.mark.parametrize(
    ("until", "days", "expected"),
    [
        pytest.param(dt.date(2021, 2, 28), 28, "1 month", id="last-day-of-a-short-month"),
        pytest.param(dt.date(2021, 3, 30), 58, "1 month", id="day-before-the-second-is-over"),
        pytest.param(dt.date(2020, 2, 29), 366, "1 year", id="leap-day"),
        pytest.param(dt.date(2021, 5, 1), 1, "1 day", id="day"),
        pytest.param(dt.date(2021, 5, 1), 0, "no day", id="nothing"),
    ],
)
def test_stretch_names_days_only_below_a_month(until: dt.date, days: int, expected: str) -> None:
    """A month is over on the last day where it has no such day."""
    assert stretch(until, days) == expected


@pytest.mark.parametrize("day", [dt.date.min, dt.date.max], ids=["first", "last"])
@pytest.mark.parametrize("start", ["2015", ""], ids=["dated", "undated"])
def test_audit_as_of_the_ends_of_the_calendar_is_put_into_words(day: dt.date, start: str) -> None:
    """As a sentence, and on the page of a notebook."""
    stay = ec.Position("Acme", period=ec.Period.parse(start, "Present"))
    history = ec.WorkHistory([stay])
    profile = ec.Profile(
        owner=ec.Person("Dana Reyes", history=history),
        as_of=day,
        endorsements=[ec.Endorsement("Go", ec.Person("Ravi Shah", history=history))],
    )
    result = ec.audit(profile)
    assert sentence(result.findings[0]) in result._repr_html_()  # as Jupyter does
