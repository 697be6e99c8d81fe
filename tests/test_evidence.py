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
    criteria: ec.Criteria | None = None,
) -> ec.Finding:
    """What is found of an endorsement of 2023 by somebody with this history."""
    profile = ec.Profile(
        owner=ec.Person("Dana Reyes", history=ec.WorkHistory([mine])),
        as_of=AS_OF,
        endorsements=[ec.Endorsement("Python", ec.Person("Ravi Shah", None, theirs, ties), day)],
    )
    return ec.audit(profile, organizations=organizations, criteria=criteria).findings[0]


def stays(*periods: tuple[str, str], team: str | None = None) -> list[ec.Engagement]:
    """Stays at the place where the owner was."""
    parsed = [ec.Period.parse(start, end) for start, end in periods]
    return [ec.Position("Norvane Systems", period=each, team=team) for each in parsed]


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


def test_tie_holds_from_the_first_of_several_shared_stays_on() -> None:
    """Though another was yet to come."""
    tie = ec.Relationship(RelationshipKind.MANAGER)
    theirs = ec.WorkHistory(stays(("2015", "2016"), ("2018", "2019")))
    found = finding(theirs, tie, day=ec.PartialDate(2017, 6))
    tied = [each.reasons for each in found.evidence if each.relationship is not None]
    assert tied == [(Reason.DECLARED_RELATIONSHIP,)]


@pytest.mark.parametrize(
    ("periods", "verdict", "days"),
    [
        pytest.param(
            [("2016-01-01", "2016-01-31"), ("2017-01-01", "2017-12-31")],
            Verdict.CAN_ATTEST,
            [365, 31],
            id="certain-days",
        ),
        pytest.param(
            [("2019-10-01", "2022"), ("2019-03-01", "2021")],
            Verdict.MIGHT_ATTEST,
            [306, 92],
            id="possible-days",
        ),
    ],
)
def test_longest_shared_stay_comes_first(
    periods: list[tuple[str, str]], verdict: Verdict, days: list[int]
) -> None:
    """Of those that are as firm and as broad."""
    found = finding(ec.WorkHistory(stays(*periods)))
    assert found.verdict is verdict
    assert [each.overlap and each.overlap.max_days for each in found.evidence] == days


def test_stay_in_one_team_comes_before_a_longer_one() -> None:
    """The smaller what they shared, the more it tells."""
    longer, shorter = stays(("2015", "2017")), stays(("2018-02", "2018"), team="Lenses")
    mine = attrs.evolve(HERE, team="Lenses")
    found = finding(ec.WorkHistory([*longer, *shorter]), mine=mine)
    teams = [each.endorser_engagement and each.endorser_engagement.team for each in found.evidence]
    assert teams == ["Lenses", None]


@pytest.mark.parametrize(
    ("mine", "theirs", "match"),
    [
        pytest.param(
            ("Tidewrack", "Acme"), ("Lanternfish", "Acme"), "another project", id="other"
        ),
        pytest.param(("Website", None), ("Website", None), "generic-project", id="generic"),
    ],
)
def test_projects_that_are_hardly_one_are_open_for_a_stated_reason(
    mine: tuple[str, str | None], theirs: tuple[str, str | None], match: str
) -> None:
    """They have but their organization in common, or a name that many projects bear."""
    one, other = (ec.Project(*each, period=HERE.period) for each in (mine, theirs))
    found = finding(ec.WorkHistory([other]), mine=one)
    assert found.verdict is Verdict.MIGHT_ATTEST
    assert [each.match for each in found.evidence] == [match]


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [("Website", "Tidewrack Portal"), ("Tidewrack Portal", "Website")],
    ids=["of-the-owner", "of-the-endorser"],
)
def test_generic_name_of_one_project_leaves_open_whether_the_two_are_one(
    mine: str, theirs: str
) -> None:
    """Though they are known to be one name."""
    registry = ec.OrganizationRegistry().extended(aliases=[("Website", "Tidewrack Portal")])
    one, other = (ec.Project(name, period=HERE.period) for name in (mine, theirs))
    found = finding(ec.WorkHistory([other]), mine=one, organizations=registry)
    assert [each.match for each in found.evidence] == ["generic-project"]


@pytest.mark.parametrize(
    ("day", "days"),
    [
        pytest.param("2018-01-01", [730, 1826, 1096], id="years-later"),
        pytest.param("2015-01-02", [1825, 1826, 1], id="the-day-after"),
    ],
)
def test_projects_are_as_close_as_the_weaker_of_their_two_relations(
    day: str, days: list[int]
) -> None:
    """Their names became one in 2015, their organizations later: one, related, related."""
    registry = ec.OrganizationRegistry().extended(
        mergers=[
            ("Tidewrack Scheduler", "Lanternfish Queue", "2015-01-01"),
            ("Norvane Systems", "Brightwater Logistics", day),
        ]
    )
    mine, theirs = (
        ec.Project(name, at, period=ec.Period.parse("2010-01-01", "2019-12-31"))
        for name, at in (
            ("Tidewrack Scheduler", "Norvane Systems"),
            ("Lanternfish Queue", "Brightwater Logistics"),
        )
    )
    found = finding(ec.WorkHistory([theirs]), mine=mine, organizations=registry)
    assert [each.overlap and each.overlap.min_days for each in found.evidence] == days


def test_projects_of_similar_names_are_similar_while_their_organizations_are_related() -> None:
    """Before and after that they are two."""
    registry = ec.OrganizationRegistry().extended(
        parents=[("Norvane Systems", "Brightwater Logistics", "2016", "2017")]
    )
    mine, theirs = (
        ec.Project(name, at, period=HERE.period)
        for name, at in (
            ("Tidewrack Scheduler", "Norvane Systems"),
            ("Tidewrak Scheduler", "Brightwater Logistics"),
        )
    )
    found = finding(ec.WorkHistory([theirs]), mine=mine, organizations=registry)
    assert found.reasons == (Reason.SIMILAR_NAME,)


@pytest.mark.parametrize(
    ("kind", "reasons"),
    [
        pytest.param(ec.Volunteering, (Reason.SHARED_VOLUNTEERING,), id="both"),
        pytest.param(
            ec.Position, (Reason.SHARED_EMPLOYER, Reason.SHARED_VOLUNTEERING), id="one-of-them"
        ),
    ],
)
def test_volunteering_at_one_place_is_a_basis(
    kind: type[ec.Position | ec.Volunteering], reasons: tuple[Reason, ...]
) -> None:
    """Of its own kind if both did."""
    theirs = ec.Volunteering("Norvane Systems", period=HERE.period)
    found = finding(ec.WorkHistory([theirs]), mine=kind("Norvane Systems", period=HERE.period))
    assert found.reasons == reasons


def test_nearest_miss_comes_first() -> None:
    """A stay that begins the day after is nearer than one that ended the day before the last."""
    before = ec.Position("Norvane Systems", "A", period=ec.Period.parse("2014", "2014-12-30"))
    after = ec.Position("Norvane Systems", "B", period=ec.Period.parse("2020", "2021"))
    found = finding(ec.WorkHistory([before, after]))
    assert [each.overlap and each.overlap.gap_days for each in found.evidence] == [0, 1]


def test_stays_of_the_endorser_that_adjoin_are_one() -> None:
    """A promotion splits no employment: each part alone would be too brief."""
    parts = [
        ec.Position("Norvane Systems", title, period=ec.Period.parse(start, end))
        for title, start, end in (
            ("Clerk", "2016-01-01", "2016-01-20"),
            ("Head Clerk", "2016-01-21", "2016-02-10"),
        )
    ]
    found = finding(ec.WorkHistory(parts), criteria=ec.Criteria(min_overlap_days=41))
    assert found.verdict is Verdict.CAN_ATTEST
    assert [each.overlap and each.overlap.min_days for each in found.evidence] == [41]


@pytest.mark.parametrize(
    ("kind", "least", "reason"),
    [
        pytest.param(ec.Position, 1, Reason.SHARED_EMPLOYER, id="enough"),
        pytest.param(ec.Position, 2, Reason.BRIEF_OVERLAP, id="too-brief"),
        pytest.param(ec.Education, 1, Reason.STUDIED_TOGETHER, id="at-school"),
    ],
)
def test_single_shared_day_is_weighed_like_any_other(
    kind: type[ec.Position | ec.Education], least: int, reason: Reason
) -> None:
    """One left on the day on which the other came."""
    mine, theirs = (
        kind("Norvane Systems", period=ec.Period.parse(start, end))
        for start, end in (("2015", "2019-06-28"), ("2019-06-28", "2021"))
    )
    rules = ec.Criteria(min_overlap_days=least)
    found = finding(ec.WorkHistory([theirs]), mine=mine, criteria=rules)
    assert found.reasons == (reason,)


@pytest.mark.parametrize(
    ("headcounts", "reason"),
    [
        pytest.param((None, None), Reason.SHARED_EMPLOYER, id="not-known"),
        pytest.param((1, None), Reason.LARGE_ORGANIZATION, id="of-the-owners"),
        pytest.param((None, 1), Reason.LARGE_ORGANIZATION, id="of-the-endorsers"),
    ],
)
def test_organization_is_large_only_if_its_headcount_is_known(
    headcounts: tuple[int | None, int | None], reason: Reason
) -> None:
    """Even where nobody at all is the limit."""
    mine, theirs = (attrs.evolve(HERE, headcount=each) for each in headcounts)
    rules = ec.Criteria(large_organization=0)
    found = finding(ec.WorkHistory([theirs]), mine=mine, criteria=rules)
    assert found.reasons == (reason,)


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
