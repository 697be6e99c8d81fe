"""The audit: rules that the shared scenarios do not show, and laws that all results obey."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scenarios import audited, scenarios

import endorsecheck as ec
from endorsecheck.codes import Reason, Remedy, Standing, Verdict

AS_OF = dt.date(2026, 6, 30)
SCENARIOS = {each["id"]: each for each in scenarios()}


def stay(organization: str, start: str = "2015", end: str = "2019", **more: Any) -> ec.Position:
    """A position."""
    return ec.Position(organization, period=ec.Period.parse(start, end), **more)


def person(
    *stays: ec.Engagement, name: str = "Ravi Shah", complete: bool = True, **more: Any
) -> ec.Person:
    """A person with these engagements."""
    return ec.Person(name, history=ec.WorkHistory(stays, complete=complete), **more)


def audit(
    endorser: ec.Person,
    *owners: ec.Engagement,
    date: str = "2023-05-04",
    people: tuple[ec.Person, ...] = (),
    **criteria: Any,
) -> ec.Finding:
    """The one finding for an endorsement of Python by the endorser."""
    profile = ec.Profile(
        owner=person(*(owners or (stay("Acme"),)), name="Dana Reyes"),
        as_of=AS_OF,
        endorsements=[ec.Endorsement("Python", endorser, ec.parse_date(date))],
    )
    return ec.audit(profile, people, criteria=ec.Criteria(**criteria)).findings[0]


def verdict(endorser: ec.Person, *owners: ec.Engagement, **more: Any) -> tuple[str, set[str]]:
    """Name of the verdict and codes of the reasons."""
    found = audit(endorser, *owners, **more)
    return found.verdict.name, {reason.value for reason in found.reasons}


def test_withheld_employer_stands_in_the_way_of_cannot() -> None:
    """It might have been the shared one, on either side."""
    expected = ("UNKNOWN", {"withheld-employer"})
    assert expected == verdict(person(stay("Stealth Startup", "2016", "2017")))
    assert expected == verdict(person(stay("Castellan")), stay("Stealth Startup"))
    found = audit(person(stay("Stealth Startup", "2016", "2017")))
    assert found.counterfactual == "the name of the withheld employer"


@pytest.mark.parametrize(
    ("endorser", "date"),
    [
        pytest.param(person(stay("Stealth Startup", "2020", "2021")), "2023-05-04", id="apart"),
        pytest.param(
            person(stay("Stealth Startup", "2018", "2019")), "2017-01-01", id="too-early"
        ),
        pytest.param(person(stay("Self-employed"), stay("Castellan")), "2023-05-04", id="none"),
        pytest.param(person(ec.Project("Tidewrack Scheduler")), "2023-05-04", id="no-employer"),
    ],
)
def test_withheld_employer_that_cannot_be_shared_is_in_nobodys_way(
    endorser: ec.Person, date: str
) -> None:
    """Too late, too early, or no employer at all."""
    assert verdict(endorser, date=date)[0] == "CANNOT_ATTEST"


def test_owner_without_any_engagement_leaves_everything_unknown() -> None:
    """Without the owner's own history nobody can be ruled out."""
    profile = ec.Profile(
        owner=ec.Person("Dana Reyes"),
        as_of=AS_OF,
        endorsements=[ec.Endorsement("Python", person(stay("Acme")))],
    )
    found = ec.audit(profile).findings[0]
    assert (
        found.verdict.name,
        found.counterfactual,
    ) == ("UNKNOWN", "the work history of Dana Reyes")


def test_owner_whose_history_lacks_something_leaves_open_what_it_was() -> None:
    """A reader that could not use a row of the owner's history says so."""
    partial = ec.WorkHistory([stay("Castellan")], complete=False)
    profile = ec.Profile(
        owner=ec.Person("Dana Reyes", history=partial),
        as_of=AS_OF,
        endorsements=[ec.Endorsement("Python", person(stay("Acme")))],
    )
    found = ec.audit(profile).findings[0]
    assert found.reasons == (Reason.INCOMPLETE_HISTORY,)
    assert (found.counterfactual or "").startswith("the rest of the work history of Dana Reyes")


def test_endorsement_without_a_date_is_never_firmly_yes() -> None:
    """It may have come before the first shared day."""
    assert ("MIGHT_ATTEST", {"unclear-timing"}) == verdict(person(stay("Acme")), date="")
    assert audit(person(stay("Acme")), date="").counterfactual == "the day of the endorsement"


def test_endorsement_without_a_date_can_be_firmly_no() -> None:
    """It was given by the as-of day, which a complete history of that day covers."""
    assert verdict(person(stay("Castellan")), date="")[0] == "CANNOT_ATTEST"


def test_endorsement_is_not_later_than_the_data_it_stands_in() -> None:
    """Of the days that "2026" could mean, those after the as-of day did not happen yet."""
    assert verdict(person(stay("Castellan")), date="2026")[0] == "CANNOT_ATTEST"
    assert ("UNKNOWN", {"incomplete-history"}) == verdict(
        person(stay("Castellan")), date="2026-07-02"
    )


def test_stay_that_begins_after_its_recording_is_never_certain() -> None:
    """The data contradict themselves, so nothing firm rests on them."""
    late = stay("Acme", "2027", "Present")
    assert ("MIGHT_ATTEST", {"possible-overlap"}) == verdict(person(late), late, date="2030-01-01")
    assert {"disjoint-periods"} == verdict(person(late), stay("Acme"), date="2026-01-01")[1]


def test_school_of_one_and_employer_of_the_other_is_a_work_basis() -> None:
    """Only education on both sides is no work."""
    school = ec.Education("Westmarch College", period=ec.Period.parse("2015", "2019"))
    assert ("CAN_ATTEST", {"shared-employer"}) == verdict(
        person(school), stay("Westmarch College")
    )


def test_volunteer_and_employee_of_one_organization_share_it() -> None:
    """Both codes are given."""
    volunteer = ec.Volunteering("Acme", period=ec.Period.parse("2015", "2019"))
    expected = ("CAN_ATTEST", {"shared-employer", "shared-volunteering"})
    assert expected == verdict(person(volunteer))


def test_project_at_an_organization_is_a_stay_there() -> None:
    """A project of one and a position of the other meet in the organization."""
    project = ec.Project("Apollo", "Acme", period=ec.Period.parse("2016", "2018"))
    assert ("CAN_ATTEST", {"shared-employer"}) == verdict(person(project))


def test_two_projects_of_one_organization_are_related() -> None:
    """Both were there, on different work."""
    owners = ec.Project("Hermes", "Acme", period=ec.Period.parse("2016", "2018"))
    theirs = ec.Project("Apollo", "Acme", period=ec.Period.parse("2016", "2018"))
    assert ("MIGHT_ATTEST", {"related-organization"}) == verdict(person(theirs), owners)


def test_project_of_a_freelancer_names_no_organization() -> None:
    """A placeholder beside a project is as good as no organization."""
    owners = ec.Project("Tidewrack", "Acme", period=ec.Period.parse("2016", "2018"))
    theirs = ec.Project("Tidewrack", "Freelance", period=ec.Period.parse("2016", "2018"))
    assert ("CAN_ATTEST", {"shared-project"}) == verdict(person(theirs), owners)


def test_large_organization_does_not_matter_for_a_shared_project() -> None:
    """A project is the smaller unit."""
    project = ec.Project("Apollo", "Acme", period=ec.Period.parse("2016", "2018"), headcount=9_000)
    assert verdict(person(project), project)[0] == "CAN_ATTEST"


@pytest.mark.parametrize(
    ("tie", "date", "expected"),
    [
        pytest.param("Acme", "2017-01-01", "endorsed-before-overlap", id="met-after-it"),
        pytest.param(None, "2017-01-01", "endorsed-before-overlap", id="no-place-named"),
        pytest.param("Castellan", "2023-01-01", "shared-employer", id="another-place"),
    ],
)
def test_tie_that_needs_one_workplace_is_held_against_the_histories(
    tie: str | None, date: str, expected: str
) -> None:
    """A manager cannot have managed before the first common day."""
    relationship = ec.Relationship(ec.RelationshipKind.MANAGER, tie)
    endorser = person(stay("Acme", "2019", "2020"), relationships=[relationship])
    assert expected in verdict(endorser, stay("Acme", "2018", "2022"), date=date)[1]


def test_tie_is_not_contradicted_where_an_employer_is_withheld() -> None:
    """The withheld employer may be the one of the tie."""
    relationship = ec.Relationship(ec.RelationshipKind.MANAGER, "Acme")
    endorser = person(stay("Stealth Startup"), relationships=[relationship])
    assert ("CAN_ATTEST", {"declared-relationship"}) == verdict(endorser)


def test_tie_at_a_project_without_organization_is_contradicted() -> None:
    """A shared project is not the organization that the tie names."""
    project = ec.Project("Tidewrack", period=ec.Period.parse("2016", "2018"))
    relationship = ec.Relationship(ec.RelationshipKind.MANAGER, "Acme")
    found = audit(person(project, relationships=[relationship]), project)
    ruled_out = [each for each in found.evidence if each.standing is Standing.RULED_OUT]
    assert ruled_out[0].reasons == (Reason.CONTRADICTED_RELATIONSHIP,)


def test_friend_who_came_later_is_no_reason() -> None:
    """A tie that began after the endorsement counts for nothing."""
    period = ec.Period.parse("2020", "")
    friend = ec.Person(
        "Ravi Shah", relationships=[ec.Relationship(ec.RelationshipKind.FRIEND, period=period)]
    )
    assert ("UNKNOWN", {"no-history"}) == verdict(friend, date="2016-01-01")


def test_records_of_several_sources_are_one_history() -> None:
    """Complete if any record is; the finding shows the union."""
    url = "linkedin.com/in/ravi"
    one = ec.Person("Ravi", url, ec.WorkHistory([stay("Castellan")]))
    two = ec.Person("Ravi", url, ec.WorkHistory([stay("Acme")], complete=False))
    found = audit(ec.Person("Ravi Shah", url), people=(one, two))
    assert found.verdict is Verdict.CAN_ATTEST
    assert found.person == ec.Person(
        "Ravi Shah", url, ec.WorkHistory([stay("Acme"), stay("Castellan")], recorded_on=AS_OF)
    )


def test_sources_that_contradict_each_other_are_told_and_settle_nothing() -> None:
    """One job with two ends: what they have in common counts, and an observation says so."""
    url = "linkedin.com/in/ravi"
    ends = (("a.csv", "2020-12"), ("b.csv", "2018-02"))
    people = [
        ec.Person(
            "Ravi",
            url,
            ec.WorkHistory(
                [stay("Acme", "2018-01", end, provenance=ec.Provenance("people-table", file, 2))]
            ),
        )
        for file, end in ends
    ]
    profile = ec.Profile(
        owner=person(stay("Acme", "2019", "2021"), name="Dana Reyes"),
        as_of=AS_OF,
        endorsements=[ec.Endorsement("Go", ec.Person("Ravi", url), ec.parse_date("2023-05-04"))],
    )
    result = ec.audit(profile, people)
    (told,) = [
        each for each in result.observations if each.code is ec.ObservationCode.CONFLICTING_RECORDS
    ]
    assert (ec.Person("Ravi", url),) == told.people
    assert "2 records of one job differ in its dates" in told.text
    assert Verdict.MIGHT_ATTEST is result.findings[0].verdict


def test_complete_record_without_engagements_completes_nothing() -> None:
    """An empty list is no history."""
    url = "linkedin.com/in/ravi"
    empty = ec.Person("Ravi", url, ec.WorkHistory([]))
    partial = ec.Person("Ravi", url, ec.WorkHistory([stay("Castellan")], complete=False))
    found = audit(ec.Person("Ravi", url), people=(empty, partial))
    assert found.reasons == (Reason.INCOMPLETE_HISTORY,)


def test_evidence_is_kept_best_first_and_capped() -> None:
    """The finding says how much was weighed."""
    stays = [stay("Acme", str(year), str(year + 1)) for year in range(1990, 2010)]
    found = audit(person(*stays, stay("Acme", "2015", "2016")))
    assert (len(found.evidence), found.considered) == (10, 21)
    assert found.evidence[0].standing is Standing.FIRM
    gaps = [each.overlap.gap_days or 0 for each in found.evidence[1:] if each.overlap]
    assert sorted(gaps) == gaps


@pytest.mark.parametrize(
    ("scenario", "expected"),
    [
        pytest.param("certain-month", (Remedy.KEEP,), id="can"),
        pytest.param("year-touch", (Remedy.KEEP, Remedy.ASK), id="might"),
        pytest.param("no-history", (Remedy.ASK,), id="unknown"),
        pytest.param("no-shared", (Remedy.HIDE, Remedy.REMOVE_CONNECTION), id="cannot"),
        pytest.param("self", (Remedy.HIDE,), id="nobody-removes-herself"),
        pytest.param("timing-three", (Remedy.HIDE,), id="one-of-the-persons-others-holds"),
        pytest.param("complaint-adviser", (Remedy.KEEP,), id="hidden-already"),
    ],
)
def test_remedies_come_least_destructive_first(
    scenario: str, expected: tuple[Remedy, ...]
) -> None:
    """Removal only where nothing shown of that person can be attested."""
    found = audited(SCENARIOS[scenario]).findings
    worst = min(found, key=lambda each: each.verdict is not Verdict.CANNOT_ATTEST)
    assert expected == worst.remedies


@given(st.data())
def test_order_of_the_inputs_changes_nothing(data: st.DataObject) -> None:
    """Endorsements, people and engagements may come in any order."""
    scenario = SCENARIOS[data.draw(st.sampled_from(sorted(SCENARIOS)))]
    turned = {
        **scenario,
        "endorsements": data.draw(st.permutations(scenario["endorsements"])),
        "people": data.draw(
            st.permutations(
                [
                    {**p, "history": data.draw(st.permutations(p["history"]))}
                    for p in scenario["people"]
                ]
            )
        ),
        "owner": {
            **scenario["owner"],
            "history": data.draw(st.permutations(scenario["owner"]["history"])),
        },
    }
    one, other = audited(scenario), audited(turned)
    shown = [(f.endorsement, f.verdict, f.reasons, f.remedies) for f in one.findings]
    assert shown == [(f.endorsement, f.verdict, f.reasons, f.remedies) for f in other.findings]


def test_people_of_findings_can_be_audited_again() -> None:
    """What one audit put together is a record like any other to the next."""
    url = "linkedin.com/in/ravi"
    people = (
        ec.Person("Ravi", url, ec.WorkHistory([stay("Acme"), stay("Dunmore Textiles")])),
        ec.Person("Ravi", url, ec.WorkHistory([stay("Castellan")], complete=False)),
    )
    first = audit(ec.Person("Ravi", url), people=people)
    assert first.person is not None
    again = audit(ec.Person("Ravi", url), people=(first.person,))
    assert (first.verdict, first.reasons) == (again.verdict, again.reasons)
    assert {"Acme", "Dunmore Textiles", "Castellan"} == {
        each.organization for each in first.person.history.engagements
    }


def test_projects_are_one_only_while_names_and_organizations_are() -> None:
    """Both mergers have to have happened."""
    registry = ec.OrganizationRegistry().extended(
        mergers=[
            ("Tidewrack Scheduler", "Lanternfish Queue", "2015-01-01"),
            ("Norvane Systems", "Brightwater Logistics", "2018-01-01"),
        ]
    )
    period = ec.Period.parse("2010-01", "2020-01")
    mine = ec.Project("Tidewrack Scheduler", "Norvane Systems", period=period)
    theirs = ec.Project("Lanternfish Queue", "Brightwater Logistics", period=period)
    profile = ec.Profile(
        owner=person(mine, name="Dana Reyes"),
        as_of=AS_OF,
        endorsements=[ec.Endorsement("Go", person(theirs), ec.parse_date("2023"))],
    )
    found = ec.audit(profile, organizations=registry).findings[0]
    assert found.verdict is Verdict.CAN_ATTEST
    assert found.evidence[0].overlap is not None
    assert dt.date(2018, 1, 1) == found.evidence[0].overlap.first_day_earliest


def test_endorsement_after_the_day_of_recording_is_judged_by_itself() -> None:
    """The history of somebody who was elsewhere is complete up to that day only."""
    history = ec.WorkHistory([stay("Castellan")], recorded_on=dt.date(2020, 6, 30))
    endorser = ec.Person("Ravi Shah", history=history)
    profile = ec.Profile(
        owner=person(stay("Acme"), name="Dana Reyes"),
        as_of=AS_OF,
        endorsements=[
            ec.Endorsement("Python", endorser, ec.parse_date(day))
            for day in ("2019-05-04", "2021-05-04")
        ],
    )
    found = [each.verdict for each in ec.audit(profile).findings]
    assert found == [Verdict.CANNOT_ATTEST, Verdict.UNKNOWN]


def test_owner_without_a_name_is_called_the_owner() -> None:
    """Where what lacks is theirs."""
    given = [ec.Endorsement("Python", person(stay("Acme")))]
    owner = ec.Person("", "example.com/dana")
    (found,) = ec.audit(ec.Profile(owner=owner, as_of=AS_OF, endorsements=given)).findings
    assert found.counterfactual == "the work history of the owner"


def test_findings_gone_through_one_by_one_are_made_anew_until_somebody_asks_for_them() -> None:
    """They are those of the result, and from then on the very same."""
    given = [ec.Endorsement(skill, ec.Person("Ravi Shah")) for skill in ("Go", "Art")]
    profile = ec.Profile(
        owner=ec.Person("Dana Reyes"), as_of=dt.date(2026, 6, 30), endorsements=given
    )
    result = ec.audit(profile)
    before = list(result.each_finding())
    assert before == list(result.findings)
    assert not any(a is b for a, b in zip(before, result.findings, strict=True))
    after = list(result.each_finding())
    assert all(a is b for a, b in zip(after, result.findings, strict=True))
    assert result.counts[ec.Verdict.UNKNOWN] == len(given)


def test_findings_of_what_was_given_are_gone_through_one_by_one_too() -> None:
    """They are there from the start."""
    given = [ec.GivenEndorsement("Go", ec.Person("Ravi Shah"))]
    profile = ec.Profile(owner=ec.Person("Dana Reyes"), as_of=dt.date(2026, 6, 30), given=given)
    result = ec.audit_given(profile)
    assert list(result.each_finding()) == list(result.findings)
