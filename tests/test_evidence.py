"""What is weighed of an endorser, seen through the findings of an audit."""

from __future__ import annotations

import datetime as dt

import attrs
import pytest

import endorsecheck as ec
from endorsecheck import Reason, RelationshipKind, Standing, Verdict

AS_OF = dt.date(2026, 6, 30)
DAY = ec.PartialDate(2023)
HERE = ec.Position("Norvane Systems", period=ec.Period.parse("2015", "2019"))


def finding(
    theirs: ec.WorkHistory,
    *ties: ec.Relationship,
    mine: ec.Engagement = HERE,
    organizations: ec.OrganizationRegistry | None = None,
    day: ec.PartialDate = DAY,
) -> ec.Finding:
    """What is found of an endorsement of 2023 by somebody with this history."""
    profile = ec.Profile(
        owner=ec.Person("Dana Reyes", history=ec.WorkHistory([mine])),
        as_of=AS_OF,
        endorsements=[ec.Endorsement("Python", ec.Person("Ravi Shah", None, theirs, ties), day)],
    )
    return ec.audit(profile, organizations=organizations).findings[0]


def test_stay_that_begins_after_it_was_recorded_is_no_firm_basis() -> None:
    """Something in the record is wrong, though the other side's is sound."""
    later = ec.Position("Norvane Systems", period=ec.Period.parse("2018-01-01", "Present"))
    recorded = ec.WorkHistory([later], recorded_on=dt.date(2017, 5, 1))
    found = finding(recorded)
    assert found.verdict is Verdict.MIGHT_ATTEST
    assert [each.overlap and each.overlap.min_days for each in found.evidence] == [0]


@pytest.mark.parametrize(
    ("verdict", "reason", "organization"),
    [
        pytest.param(
            Verdict.CAN_ATTEST, Reason.DECLARED_RELATIONSHIP, "Norvane Systems", id="shared"
        ),
        pytest.param(
            Verdict.CANNOT_ATTEST, Reason.CONTRADICTED_RELATIONSHIP, "Borealis", id="not-shared"
        ),
    ],
)
def test_tie_at_an_organization_holds_where_the_histories_share_it(
    verdict: Verdict, reason: Reason, organization: str
) -> None:
    """Studies at the place are no basis of their own, but they contradict no tie there."""
    study = ec.Education("Norvane Systems", period=ec.Period.parse("2016", "2018"))
    mine = ec.Education("Norvane Systems", period=ec.Period.parse("2015", "2019"))
    tie = ec.Relationship(RelationshipKind.MANAGER, organization)
    found = finding(ec.WorkHistory([study]), tie, mine=mine)
    tied = [each for each in found.evidence if each.relationship is not None]
    assert [(each.reasons, each.standing.value) for each in tied] == [
        ((reason,), "firm" if verdict is Verdict.CAN_ATTEST else "ruled-out")
    ]


def test_near_miss_is_shown_once_though_the_names_changed_their_relation() -> None:
    """Related before a merger and the same after it: one pair of stays, one near miss."""
    registry = ec.OrganizationRegistry().extended(
        mergers=[("Fennick Optics", "Norvane Systems", dt.date(2021, 1, 1))]
    )
    before = ec.Position("Fennick Optics", period=ec.Period.parse("2005", "2007"))
    found = finding(ec.WorkHistory([before]), organizations=registry)
    assert [each.reasons for each in found.evidence] == [(Reason.DISJOINT_PERIODS,)]


def test_work_for_oneself_is_no_employer_that_is_withheld() -> None:
    """Whatever the owner's withheld employer is, it is not that."""
    own = ec.Position("Self-employed", period=HERE.period)
    mine = ec.Position("Stealth Startup", period=HERE.period)
    assert finding(ec.WorkHistory([own]), mine=mine).verdict is Verdict.CANNOT_ATTEST


@pytest.mark.parametrize(
    ("start", "month", "reason"),
    [
        pytest.param("2023", 5, Reason.DECLARED_RELATIONSHIP, id="some-day-of-the-year"),
        pytest.param("2023-05-31", 5, Reason.DECLARED_RELATIONSHIP, id="last-day-of-the-month"),
        pytest.param("Jun 2023", 5, Reason.ENDORSED_BEFORE_OVERLAP, id="month-after"),
        pytest.param("Jun 2023", None, Reason.DECLARED_RELATIONSHIP, id="endorsed-that-year"),
    ],
)
def test_tie_is_ruled_out_only_if_it_certainly_began_later(
    start: str, month: int | None, reason: Reason
) -> None:
    """As far as the dates tell."""
    tie = ec.Relationship(RelationshipKind.CLIENT, None, ec.Period.parse(start, "Present"))
    found = finding(ec.WorkHistory(), tie, day=ec.PartialDate(2023, month))
    assert [each.reasons for each in found.evidence] == [(reason,)]


def test_nearest_miss_comes_first() -> None:
    """A stay that begins the day after is nearer than one that ended the day before the last."""
    before = ec.Position("Norvane Systems", "A", period=ec.Period.parse("2014", "2014-12-30"))
    after = ec.Position("Norvane Systems", "B", period=ec.Period.parse("2020", "2021"))
    found = finding(ec.WorkHistory([before, after]))
    assert [each.overlap and each.overlap.gap_days for each in found.evidence] == [0, 1]


def test_invitation_is_about_no_skill() -> None:
    """Though the owner's stays name some."""
    mine = attrs.evolve(HERE, skills=["Welding"])
    theirs = ec.Person("Ravi Shah", history=ec.WorkHistory([HERE]))
    profile = ec.Profile(
        owner=ec.Person("Dana Reyes", history=ec.WorkHistory([mine])),
        as_of=AS_OF,
        invitations=[ec.Invitation(theirs, ec.Direction.INCOMING, ec.PartialDate(2023))],
    )
    (found,) = ec.audit_invitations(profile).findings
    (dot,) = found.unnamed
    assert dot.standing is Standing.FIRM


def test_tie_at_an_organization_that_became_the_shared_one_is_not_contradicted() -> None:
    """It is enough that the names belonged together on some days."""
    registry = ec.OrganizationRegistry().extended(
        parents=[("Norvane Systems", "Fennick Optics", "2017-01-01", None)]
    )
    tie = ec.Relationship(RelationshipKind.MANAGER, "Fennick Optics")
    found = finding(ec.WorkHistory([HERE]), tie, organizations=registry)
    tied = [each.reasons for each in found.evidence if each.relationship is not None]
    assert tied == [(Reason.DECLARED_RELATIONSHIP,)]
