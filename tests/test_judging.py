"""Endorsements that share what is said of them, and the order in which they are judged."""

from __future__ import annotations

import csv
import datetime as dt
import io

import attrs
import pytest

import endorsecheck as ec
from endorsecheck import Reason, report
from endorsecheck.findings import said_by

AS_OF = dt.date(2026, 6, 30)
HERE = ec.Position("Acme", period=ec.Period.parse("2015", "2019"))
LENA = ec.Person("Lena Vogt")
RAVI = ec.Person("Ravi Shah", "linkedin.com/in/ravi", ec.WorkHistory([HERE]))


def audit(*given: ec.Endorsement) -> ec.AuditResult:
    """What is found of endorsements of Dana, who was at Acme."""
    owner = ec.Person("Dana Reyes", history=ec.WorkHistory([HERE]))
    return ec.audit(ec.Profile(owner=owner, as_of=AS_OF, endorsements=given))


def written(result: ec.AuditResult) -> str:
    """The table of a result."""
    file = io.StringIO()
    report.write_csv(result, file)
    return file.getvalue()


def test_rows_that_say_how_much_too_early_somebody_was_are_those_of_each_day() -> None:
    """Though everything else about them is the same, and written before findings are made."""
    days = [ec.PartialDate(2012, 5, 4), ec.PartialDate(2013, 5, 4)]
    result = audit(*(ec.Endorsement("Go", RAVI, day) for day in days))
    at_once = written(result)
    found = [each.reasons for each in result.findings]
    assert found == [(Reason.ENDORSED_BEFORE_OVERLAP,)] * 2
    assert at_once == written(result)
    why = [report.COLUMNS["why"](each) for each in result.findings]
    assert len(set(why)) == 2
    assert [row["why"] for row in csv.DictReader(io.StringIO(at_once))] == why


def test_of_rows_judged_as_one_the_same_is_said_once() -> None:
    """But for those of somebody of whom a waiver marks one."""
    given = [ec.Endorsement(skill, each) for each in (RAVI, LENA) for skill in ("Art", "Go")]
    whole = ec.Profile(owner=ec.Person("Dana Reyes"), as_of=AS_OF, endorsements=given)
    waivers = [ec.Waiver(name="Lena Vogt", skill="Art", why="met at a fair")]
    asked: list[ec.Finding] = []

    def say(finding: ec.Finding) -> str:
        asked.append(finding)
        return str(len(asked))

    ledger, rows, said = said_by(ec.audit(whole, waivers=waivers), say)
    words = [*zip(map(ledger.record, rows), said, strict=True)]
    assert words == [(given[2], "1"), (given[3], "2"), (given[0], "3"), (given[1], "3")]
    assert [each.waiver for each in asked] == [waivers[0], None, None]
    assert [each.person for each in asked] == [LENA, LENA, RAVI]


def test_of_people_who_were_elsewhere_the_same_is_said_once() -> None:
    """If the same number of engagements is known of them, and the same can be done."""
    elsewhere = ec.Position("Castellan Boats", period=HERE.period)
    twice = [elsewhere, ec.Position("Dunmore Foods", period=HERE.period)]
    people = [
        ec.Person(name, f"linkedin.com/in/{name}", ec.WorkHistory(stays))
        for name, stays in (("a", [elsewhere]), ("b", twice), ("c", [elsewhere]))
    ]
    asked: list[ec.Finding] = []
    result = audit(*(ec.Endorsement("Go", each) for each in people))

    def say(finding: ec.Finding) -> str:
        asked.append(finding)
        return report.COLUMNS["why"](finding)

    *_, said = said_by(result, say)
    found = "nothing in common with the {} on file"
    one, two = found.format("1 engagement"), found.format("2 engagements")
    assert ([*said], len(asked)) == ([one, two, one], 2)
    assert [each.person for each in result.findings] == people


def test_each_day_is_held_against_a_declared_tie() -> None:
    """Endorsements by somebody with a tie are judged one by one."""
    tie = ec.Relationship(ec.RelationshipKind.CLIENT, None, ec.Period.parse("2020", "Present"))
    client = ec.Person("Lena Vogt", relationships=[tie])
    given = [ec.Endorsement("Go", client, ec.PartialDate(year)) for year in (2018, 2023)]
    found = [each.evidence[0].reasons for each in audit(*given).findings]
    assert found == [(Reason.ENDORSED_BEFORE_OVERLAP,), (Reason.DECLARED_RELATIONSHIP,)]


def test_each_day_is_held_against_the_shared_stay() -> None:
    """Too early, in the year of the first day, and after it."""
    given = [ec.Endorsement("Go", RAVI, ec.PartialDate(year)) for year in (2012, 2015, 2023)]
    found = [each.verdict.name for each in audit(*given).findings]
    assert found == ["CANNOT_ATTEST", "MIGHT_ATTEST", "CAN_ATTEST"]


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        pytest.param(["2016-03-14", "2016-03-15"], ["CANNOT_ATTEST", "CAN_ATTEST"], id="days"),
        pytest.param(
            ["Feb 2016", "Mar 2016", "Apr 2016"],
            ["CANNOT_ATTEST", "MIGHT_ATTEST", "CAN_ATTEST"],
            id="months",
        ),
    ],
)
def test_date_is_held_against_the_first_shared_day(dates: list[str], expected: list[str]) -> None:
    """The month of that day may lie on either side of it."""
    stay = ec.Position("Acme", period=ec.Period.parse("2016-03-15", "2019"))
    endorser = attrs.evolve(RAVI, history=ec.WorkHistory([stay]))
    result = audit(*(ec.Endorsement("Go", endorser, ec.parse_date(each)) for each in dates))
    assert [each.verdict.name for each in result.findings] == expected


def test_each_day_is_held_against_an_employer_that_is_withheld() -> None:
    """It could be the shared one from its first day on, whatever else is known."""
    stays = [
        ec.Position(place, period=ec.Period.parse(start, end))
        for place, start, end in (("Acme", "2021", "2022"), ("Stealth Startup", "2018", "2019"))
    ]
    endorser = attrs.evolve(RAVI, history=ec.WorkHistory(stays))
    given = [ec.Endorsement("Go", endorser, ec.PartialDate(year)) for year in (2016, 2020)]
    found = [each.verdict.name for each in audit(*given).findings]
    assert found == ["CANNOT_ATTEST", "UNKNOWN"]


def test_skills_without_a_day_are_held_against_the_shared_stay_each() -> None:
    """One was used there, the other elsewhere."""
    here = attrs.evolve(HERE, skills=["Go"])
    later = ec.Position("Borealis", period=ec.Period.parse("2020", "2022"), skills=["Chess"])
    profile = ec.Profile(
        owner=ec.Person("Dana Reyes", history=ec.WorkHistory([here, later])),
        as_of=AS_OF,
        endorsements=[ec.Endorsement(skill, RAVI) for skill in ("Chess", "Go")],
    )
    found = [each.reasons for each in ec.audit(profile).findings]
    unclear = Reason.UNCLEAR_TIMING
    assert sorted(found, key=len) == [(unclear,), (unclear, Reason.SKILL_ELSEWHERE)]


def test_endorsements_of_one_day_are_ordered_by_the_time() -> None:
    """Those without one come first."""
    day = ec.PartialDate(2022, 7, 11)
    times = ["2022-07-11T17:41:30Z", "2022-07-11T08:00:00Z", None]
    result = audit(*(ec.Endorsement("Go", RAVI, day, given_at=time) for time in times))
    assert [each.endorsement.given_at for each in result.findings] == times[::-1]


def test_what_is_said_of_one_endorser_is_there_once() -> None:
    """Though rows of another spelling of the name stand between."""
    spelled = attrs.evolve(RAVI, name="RAVI SHAH")
    given = [
        ec.Endorsement(skill, spelled if skill == "Go" else RAVI, ec.PartialDate(2023))
        for skill in ("Art", "Go", "Python", "Welding")
    ]
    found = audit(*given).findings
    assert [each.endorsement for each in found] == given
    assert found[0].evidence
    assert found[0].evidence is found[2].evidence is found[3].evidence


@pytest.mark.parametrize(
    ("complete", "expected"),
    [
        pytest.param(False, "", id="incomplete"),
        pytest.param(True, " after 2020-01-04", id="complete-until-a-day"),
    ],
)
def test_missing_fact_is_the_rest_of_the_history_of_the_endorser(
    complete: bool,  # noqa: FBT001
    expected: str,
) -> None:
    """From the day on up to which it is complete, if it is."""
    elsewhere = ec.Position("Castellan", period=HERE.period)
    history = ec.WorkHistory([elsewhere], complete=complete, recorded_on=dt.date(2020, 1, 4))
    (found,) = audit(ec.Endorsement("Go", attrs.evolve(RAVI, history=history))).findings
    assert found.reasons == (Reason.INCOMPLETE_HISTORY,)
    assert found.counterfactual == f"the rest of the work history of Ravi Shah{expected}"


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2022-05-04", "CANNOT_ATTEST"), ("2022-05-05", "UNKNOWN")],
    ids=["last-day", "day-after"],
)
def test_history_speaks_for_the_day_on_which_it_was_recorded(day: str, expected: str) -> None:
    """Of somebody who left before the owner came, and might have come back later."""
    before = ec.Position("Acme", period=ec.Period.parse("2010", "2012"))
    history = ec.WorkHistory([before], recorded_on=dt.date(2022, 5, 4))
    endorser = attrs.evolve(RAVI, history=history)
    (found,) = audit(ec.Endorsement("Go", endorser, ec.parse_date(day))).findings
    assert found.verdict.name == expected


def test_nothing_is_considered_of_somebody_who_was_elsewhere() -> None:
    """Their stays are not weighed at all."""
    elsewhere = ec.Position("Castellan", period=HERE.period)
    stranger = ec.Person("Lena Vogt", history=ec.WorkHistory([elsewhere]))
    (found,) = audit(ec.Endorsement("Go", stranger)).findings
    assert (found.evidence, found.considered) == ((), 0)


def test_endorser_without_an_address_comes_before_a_namesake_with_one() -> None:
    """Whatever the address begins with."""
    given = [ec.Person("Ravi Shah", "1.example/ravi"), ec.Person("Ravi Shah")]
    result = audit(*(ec.Endorsement("Go", each) for each in given))
    assert [each.endorsement.counterpart for each in result.findings] == given[::-1]
