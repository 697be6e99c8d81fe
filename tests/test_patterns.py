"""Patterns in the endorsements: what each rule observes, and what it leaves alone."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

import endorsecheck as ec
from endorsecheck import ObservationCode

AS_OF = dt.date(2026, 6, 30)
RAVI = ec.Person("Ravi Shah", "linkedin.com/in/ravi")
LENA = ec.Person("Lena Vogt", "linkedin.com/in/lena")
CASTELLAN = ec.Position("Castellan", period=ec.Period.parse("2010", "2024"))


def endorsed(skill: str, endorser: ec.Person = RAVI, at: str = "", **more: Any) -> ec.Endorsement:
    """An endorsement, on a day or at a moment such as ``2022-07-11T17:40:30Z``."""
    moment = at if "T" in at else None
    return ec.Endorsement(skill, endorser, ec.parse_date(at[:10]), given_at=moment, **more)


def audit(*endorsements: ec.Endorsement, **more: Any) -> ec.AuditResult:
    """An audit of Dana, who was at Acme from March 2015 to 2018."""
    owner = more.pop("owner", None)
    people, criteria = more.pop("people", ()), more.pop("criteria", None)
    stay = ec.Position("Acme", period=ec.Period.parse("Mar 2015", "2018"))
    profile = ec.Profile(
        owner=owner or ec.Person("Dana Reyes", history=ec.WorkHistory([stay])),
        as_of=AS_OF,
        endorsements=endorsements,
        **more,
    )
    return ec.audit(profile, people, criteria=criteria)


def seen(result: ec.AuditResult, code: ObservationCode) -> list[ec.Observation]:
    """The observations with a code."""
    assert code in result.patterns_run
    return [each for each in result.observations if each.code is code]


def one(result: ec.AuditResult, code: ObservationCode) -> ec.Observation:
    """The one observation with a code."""
    (found,) = seen(result, code)
    return found


# ---- bursts ------------------------------------------------------------------------------------


def test_burst_says_who_what_when_and_how_many() -> None:
    """One observation for each endorser, however many bursts."""
    result = audit(
        endorsed("Go", at="2022-07-11T17:40:30Z"),
        endorsed("Rust", at="2022-07-11T17:41:30Z"),
        endorsed("Chess", at="2022-07-11T17:42:31Z"),
        endorsed("Typing", at="2022-08-01T00:00:30+00:00"),
        endorsed("Filing", at="2022-07-31T23:59:59.5Z"),
    )
    expected = ec.Observation(
        code=ObservationCode.BURST,
        text="4 of 5 endorsements in 2 bursts, each within 60 s of another",
        people=[RAVI],
        skills=["Filing", "Go", "Rust", "Typing"],
        count=4,
        first=ec.PartialDate(2022, 7, 11),
        last=ec.PartialDate(2022, 8, 1),
    )
    assert one(result, ObservationCode.BURST) == expected


@pytest.mark.parametrize(
    "endorsements",
    [
        pytest.param(
            [endorsed("Go", at="2022-07-11T17:40:30Z"), endorsed("C", at="2022-07-11T17:41:31Z")],
            id="a-second-too-far-apart",
        ),
        pytest.param(
            [
                endorsed("Go", at="2022-07-11T17:40:30Z"),
                endorsed("C", LENA, at="2022-07-11T17:40:30Z"),
            ],
            id="two-endorsers",
        ),
        pytest.param(
            [endorsed("Go", at="2022-07-11T17:40:30Z"), endorsed("go", at="2022-07-11T17:40:30Z")],
            id="one-skill-twice",
        ),
        pytest.param(
            [
                ec.Endorsement("Go", RAVI, given_at="2022-13-11T17:40:30Z"),
                ec.Endorsement("C", RAVI, given_at="2022-13-11T17:40:30Z"),
                ec.Endorsement("D", RAVI, given_at="soon"),
            ],
            id="no-such-moment",
        ),
    ],
)
def test_no_burst(endorsements: list[ec.Endorsement]) -> None:
    """The rule ran and found nothing."""
    assert seen(audit(*endorsements), ObservationCode.BURST) == []


def test_threshold_of_bursts_is_in_the_criteria() -> None:
    """Seconds, inclusive."""
    given = [endorsed("Go", at="2022-07-11T17:40:30Z"), endorsed("C", at="2022-07-11T17:40:40Z")]
    assert seen(audit(*given, criteria=ec.Criteria(burst_seconds=10)), ObservationCode.BURST)
    assert not seen(audit(*given, criteria=ec.Criteria(burst_seconds=9)), ObservationCode.BURST)


# ---- swaps and connecting ----------------------------------------------------------------------


def swapped(received: ec.Person, endorsee: ec.Person, day: str, **more: Any) -> ec.AuditResult:
    """An endorsement on 11 July 2022, and one given on another day."""
    back = ec.GivenEndorsement("Welding", endorsee, ec.parse_date(day))
    return audit(endorsed("Go", received, "2022-07-11"), given=[back], **more)


@pytest.mark.parametrize("day", ["2022-07-04", "2022-07-11", "2022-07-18"])
def test_swap_is_observed_within_days(day: str) -> None:
    """Before or after, both ends inclusive."""
    found = one(swapped(RAVI, RAVI, day), ObservationCode.SWAP)
    assert found.text == "1 endorsement within 7 days of one that the owner gave to them"
    assert found.people == (RAVI,)


@pytest.mark.parametrize(
    ("received", "endorsee", "day"),
    [
        pytest.param(RAVI, RAVI, "2022-07-19", id="too-late"),
        pytest.param(RAVI, RAVI, "Jul 2022", id="day-not-known"),
        pytest.param(RAVI, LENA, "2022-07-11", id="somebody-else"),
        pytest.param(RAVI, ec.Person("Ravi Shah", "a.example/2"), "2022-07-11", id="namesake"),
    ],
)
def test_no_swap(received: ec.Person, endorsee: ec.Person, day: str) -> None:
    """Only what is certain is observed."""
    assert seen(swapped(received, endorsee, day), ObservationCode.SWAP) == []


def test_swap_of_an_endorsement_without_a_day_is_not_observed() -> None:
    """An unknown day is near to none."""
    back = ec.GivenEndorsement("Welding", RAVI, ec.PartialDate(2022, 7, 11))
    assert seen(audit(endorsed("Go"), given=[back]), ObservationCode.SWAP) == []


@pytest.mark.parametrize("without_url", [0, 1])
def test_swap_by_name_needs_one_side_without_url(without_url: int) -> None:
    """As everywhere: the same name, if nobody else bears it."""
    sides = [RAVI, RAVI]
    sides[without_url] = ec.Person("ravi shah")
    assert seen(swapped(sides[0], sides[1], "2022-07-11"), ObservationCode.SWAP)
    namesake = endorsed("Go", ec.Person("Ravi Shah", "a.example/2"))
    back = ec.GivenEndorsement("Welding", sides[1], ec.parse_date("2022-07-11"))
    crowded = audit(endorsed("Go", sides[0], "2022-07-11"), namesake, given=[back])
    assert seen(crowded, ObservationCode.SWAP) == []


def connected(*people: ec.Person) -> list[ec.Connection]:
    """Connections made on 11 July 2022 and the days after it."""
    return [
        ec.Connection(each, ec.PartialDate(2022, 7, 11 + number))
        for number, each in enumerate(people)
    ]


def test_endorsement_on_the_day_of_connecting_is_observed() -> None:
    """The day of both, to the day."""
    given = [endorsed("Go", at="2022-07-11"), endorsed("C", at="2022-07-12")]
    found = one(audit(*given, connections=connected(RAVI)), ObservationCode.ON_CONNECTING)
    assert found.skills == ("Go",)


@pytest.mark.parametrize(
    "connections",
    [
        pytest.param(connected(LENA, RAVI), id="another-day"),
        pytest.param([ec.Connection(RAVI, ec.PartialDate(2022, 7))], id="coarse-day"),
        pytest.param(connected(ec.Person("Ravi Shah"), ec.Person("Ravi Shah")), id="namesakes"),
    ],
)
def test_no_day_of_connecting(connections: list[ec.Connection]) -> None:
    """Only what is certain is observed."""
    result = audit(endorsed("Go", at="2022-07-11"), connections=connections)
    assert seen(result, ObservationCode.ON_CONNECTING) == []


# ---- skills and careers ------------------------------------------------------------------------


def test_skill_that_is_not_listed_is_observed_once() -> None:
    """Under all of its endorsers; a listed alias is listed."""
    given = [endorsed("Go"), endorsed("JS"), endorsed("Chess"), endorsed("chess", LENA)]
    found = one(audit(*given, skills=["Golang", "JavaScript"]), ObservationCode.UNLISTED_SKILL)
    assert found.people == (LENA, RAVI)
    assert (found.skills, found.count) == (("Chess", "chess"), 2)


def test_endorsement_before_the_career_is_observed() -> None:
    """Where no reading of either date lies after the first start."""
    given = [endorsed("Go", at="Feb 2015"), endorsed("C", at="2015"), endorsed("D")]
    found = one(audit(*given), ObservationCode.BEFORE_CAREER)
    assert found.skills == ("Go",)
    assert found.text == ("1 endorsement before 2015-03, when the first engagement on file began")


def test_endorsement_after_the_start_is_not_before_the_career() -> None:
    """The rule ran and found nothing."""
    assert seen(audit(endorsed("C", at="2015")), ObservationCode.BEFORE_CAREER) == []


def test_self_endorsement_is_observed() -> None:
    """Besides being a verdict."""
    found = one(audit(endorsed("Go", ec.Person("Dana Reyes"))), ObservationCode.SELF_ENDORSEMENT)
    assert found.text == "1 endorsement of the owner by the owner"


def test_duplicates_are_observed() -> None:
    """Of one skill as the profile spells it, on any day."""
    given = [endorsed("Go", at="2020"), endorsed("go "), endorsed("Golang"), endorsed("Go", LENA)]
    found = one(audit(*given), ObservationCode.DUPLICATE)
    assert (found.people, found.count) == ((RAVI,), 2)
    assert found.text == "1 skill endorsed 2 times"


def test_ambiguous_person_is_observed() -> None:
    """With the name that several bear."""
    people = [RAVI, ec.Person("Ravi Shah", "a.example/2")]
    found = one(
        audit(endorsed("Go", ec.Person("Ravi Shah")), people=people),
        ObservationCode.AMBIGUOUS_PERSON,
    )
    assert found.text == "1 endorsement under a name that several known people bear"


def stranger(name: str) -> ec.Person:
    """Somebody who was elsewhere all the time."""
    return ec.Person(name, history=ec.WorkHistory([CASTELLAN]))


def test_skill_endorsed_by_strangers_alone_is_observed() -> None:
    """What is not shown does not count."""
    hidden = endorsed("Go", RAVI, "2020", status=ec.EndorsementStatus.HIDDEN)
    given = [
        endorsed("Go", stranger("Omar Haddad"), "2020"),
        endorsed("go", stranger("Priya Nair"), "2020"),
        endorsed("C", stranger("Priya Nair"), "2020"),
        endorsed("C", RAVI, "2020"),
    ]
    found = one(audit(*given, hidden), ObservationCode.ONLY_ENDORSER)
    assert (found.skills, found.count) == (("Go", "go"), 2)
    assert found.text == "none of 2 endorsements is by somebody who can attest"


# ---- long ago ----------------------------------------------------------------------------------


def colleague(*engagements: ec.Engagement, **more: Any) -> ec.Person:
    """Somebody with a history."""
    return ec.Person("Ravi Shah", history=ec.WorkHistory(engagements), **more)


def at_acme(start: str, end: str) -> ec.Position:
    """A position at Acme."""
    return ec.Position("Acme", period=ec.Period.parse(start, end))


def test_long_ago_is_observed_with_the_last_day() -> None:
    """The day on which the first of the two left, at the latest."""
    result = audit(endorsed("Go", colleague(at_acme("2015", "2016-04")), "2020"))
    found = one(result, ObservationCode.STALE)
    assert found.text == "no day together after 2016-04-30"
    assert result.findings[0].verdict is ec.Verdict.CAN_ATTEST


@pytest.mark.parametrize(
    ("endorser", "more"),
    [
        pytest.param(colleague(at_acme("2015", "2016")), {"stale_days": 9_000}, id="not-so-long"),
        pytest.param(stranger("Omar Haddad"), {}, id="cannot-attest"),
        pytest.param(
            colleague(relationships=[ec.Relationship(ec.RelationshipKind.MENTOR)]),
            {},
            id="tie-without-end",
        ),
    ],
)
def test_nothing_is_long_ago(endorser: ec.Person, more: dict[str, int]) -> None:
    """Only what is certain, of those who can attest."""
    result = audit(endorsed("Go", endorser, "2020"), criteria=ec.Criteria(**more))  # type: ignore[arg-type] # numbers
    assert seen(result, ObservationCode.STALE) == []


def test_endorsement_that_is_not_shown_is_not_called_stale() -> None:
    """There is nothing to look at again."""
    given = endorsed(
        "Go", colleague(at_acme("2015", "2016")), "2020", status=ec.EndorsementStatus.HIDDEN
    )
    assert seen(audit(given), ObservationCode.STALE) == []


def test_evidence_that_was_left_out_may_be_recent() -> None:
    """A finding keeps the best pieces; where all of them are firm there may be others."""
    stays = [
        ec.Position("Acme", period=ec.Period.parse(f"2015-{n:02}", f"2016-{n:02}"), team=f"T{n}")
        for n in range(1, 13)
    ]
    result = audit(endorsed("Go", colleague(*stays), "2020"))
    assert result.findings[0].considered > len(result.findings[0].evidence)
    assert seen(result, ObservationCode.STALE) == []
