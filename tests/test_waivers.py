"""Waivers: what they cover, what they leave, and when they end."""

from __future__ import annotations

import datetime as dt
import io
import random
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import endorsecheck as ec
from endorsecheck import ObservationCode, Reason, Remedy, report

AS_OF = dt.date(2026, 6, 30)
ELSEWHERE = ec.WorkHistory([ec.Position("Castellan", period=ec.Period.parse("2010", "2024"))])
OMAR = ec.Person("Omar Haddad", "linkedin.com/in/omar", ELSEWHERE)
LENA = ec.Person("Lena Vogt", "linkedin.com/in/lena")


def audit(*waivers: ec.Waiver, **more: Any) -> ec.AuditResult:
    """Omar, who was elsewhere, endorsed Go and Chess; nothing is known of Lena, who did too."""
    stay = ec.Position("Acme", period=ec.Period.parse("2015", "2018"))
    day = ec.parse_date("2020-01-04")
    given = more.pop("endorsements", None) or [
        ec.Endorsement(skill, endorser, day) for endorser in (OMAR, LENA) for skill in ("Go", "JS")
    ]
    profile = ec.Profile(
        owner=ec.Person("Dana Reyes", history=ec.WorkHistory([stay])),
        as_of=AS_OF,
        endorsements=given,
    )
    return ec.audit(profile, waivers=waivers, **more)


def waived(result: ec.AuditResult) -> list[tuple[str, str]]:
    """Endorser and skill of the findings that are waived."""
    return [(each.endorsement.endorser.name, each.endorsement.skill) for each in result.waived]


def waiver(**fields: Any) -> ec.Waiver:
    """A waiver with a reason."""
    return ec.Waiver(why="we play chess", **fields)


ALL = [("Lena Vogt", "Go"), ("Lena Vogt", "JS"), ("Omar Haddad", "Go"), ("Omar Haddad", "JS")]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        pytest.param({"url": "https://www.linkedin.com/in/OMAR/"}, ALL[2:], id="address"),
        pytest.param({"name": "omar  HADDAD"}, ALL[2:], id="name"),
        pytest.param({"skill": "JavaScript"}, [ALL[1], ALL[3]], id="skill-by-an-alias"),
        pytest.param({"reason": Reason.NO_HISTORY}, ALL[:2], id="reason"),
        pytest.param({"name": "Omar Haddad", "skill": "Go"}, [ALL[2]], id="name-and-skill"),
        pytest.param({"url": LENA.url, "name": "Omar Haddad"}, ALL[:2], id="address-before-name"),
        pytest.param({"name": "Omar Haddad", "reason": Reason.NO_HISTORY}, [], id="no-such"),
        pytest.param({"skill": "Go", "until": AS_OF}, [ALL[0], ALL[2]], id="last-day"),
    ],
)
def test_waiver_covers_what_fits_all_it_names(
    fields: dict[str, Any], expected: list[tuple[str, str]]
) -> None:
    """Endorser, skill and reason, each if it is named."""
    assert waived(audit(waiver(**fields))) == expected


def test_waived_finding_stays_and_is_counted() -> None:
    """With its verdict; only the remedies change, and the connection is kept."""
    plain, result = audit(), audit(waiver(skill="Go"))
    assert result.counts == plain.counts
    assert [each.remedies for each in plain.cannot_attest] == [
        (Remedy.HIDE, Remedy.REMOVE_CONNECTION),
        (Remedy.HIDE, Remedy.REMOVE_CONNECTION),
    ]
    assert [each.remedies for each in result.cannot_attest] == [(Remedy.KEEP,), (Remedy.HIDE,)]
    assert [each.waiver for each in result.waived] == [waiver(skill="Go")] * 2
    assert ec.AuditResult.from_dict(result.to_dict()) == result


def test_expired_waiver_covers_nothing_and_is_observed() -> None:
    """The day the data speak for decides."""
    late = waiver(name="Omar Haddad", skill="Go", until=dt.date(2026, 6, 29))
    result = audit(late)
    assert result.waived == ()
    (found,) = [
        each for each in result.observations if each.code is ObservationCode.WAIVER_EXPIRED
    ]
    assert found.text == "ended on 2026-06-29: we play chess"
    assert (found.people, found.skills) == ((ec.Person("Omar Haddad"),), ("Go",))


def unused(result: ec.AuditResult) -> list[str]:
    """What is said of waivers that cover nothing."""
    codes = (ObservationCode.WAIVER_UNUSED, ObservationCode.WAIVER_EXPIRED)
    return [each.text for each in result.observations if each.code in codes]


def test_waiver_that_covers_nothing_is_observed() -> None:
    """A person who is not there; one beside it that covers something is not observed."""
    result = audit(waiver(name="Priya Nair"), waiver(reason=Reason.NO_HISTORY), waiver(skill="Go"))
    assert unused(result) == ["covers nothing: we play chess"]


def test_waiver_is_not_said_to_have_ended_on_its_last_day() -> None:
    """It covers on that day, and nothing else is said of it."""
    result = audit(waiver(skill="Go", until=AS_OF))
    assert (len(result.waived), unused(result)) == (2, [])


@pytest.mark.parametrize(
    ("fields", "people", "skills"),
    [
        pytest.param({"url": "x.example/1"}, [ec.Person(url="x.example/1")], [], id="address"),
        pytest.param({"skill": "Chess"}, [], ["Chess"], id="skill"),
    ],
)
def test_observation_of_a_waiver_names_what_the_waiver_names(
    fields: dict[str, Any], people: list[ec.Person], skills: list[str]
) -> None:
    """Be it an address without a name, or nobody at all."""
    (found,) = [
        each
        for each in audit(waiver(**fields)).observations
        if each.code is ObservationCode.WAIVER_UNUSED
    ]
    assert (list(found.people), list(found.skills)) == (people, skills)


def test_name_that_several_endorsers_bear_covers_nobody() -> None:
    """An impostor gains nothing by a name; the address tells whom it is for."""
    twin = attrs.evolve(LENA, name="Omar Haddad")
    given = [ec.Endorsement("Go", each) for each in (OMAR, twin)]
    result = audit(waiver(name="Omar Haddad"), endorsements=given)
    assert waived(result) == []
    assert unused(result) == ["covers nothing, as several endorsers bear the name: we play chess"]
    assert len(audit(waiver(url=OMAR.url), endorsements=given).waived) == 1


def test_ambiguous_name_covers_nobody() -> None:
    """It can't be told who that is."""
    known = [ec.Person("Omar Haddad", "a.example/1"), ec.Person("Omar Haddad", "a.example/2")]
    given = [ec.Endorsement("Go", ec.Person("Omar Haddad"))]
    result = audit(waiver(name="Omar Haddad"), endorsements=given, people=known)
    assert waived(result) == []


def test_address_finds_an_endorser_who_is_known_by_name() -> None:
    """Where the audit could tell who that is."""
    given = [ec.Endorsement("Go", ec.Person("Lena Vogt"))]
    result = audit(waiver(url=LENA.url), endorsements=given, people=[LENA])
    assert waived(result) == [("Lena Vogt", "Go")]


def test_endorser_without_name_is_found_by_address_alone() -> None:
    """An empty name fits no waiver."""
    given = [ec.Endorsement("Go", ec.Person(url="linkedin.com/in/nobody"))]
    result = audit(waiver(url="linkedin.com/in/nobody"), endorsements=given)
    assert len(result.waived) == 1


def test_waiver_that_names_most_marks_the_finding() -> None:
    """And those that it outdoes are used all the same."""
    wide = waiver(skill="Go", until=dt.date(2030, 1, 1))
    close = waiver(skill="Go", name="Omar Haddad")
    result = audit(wide, close)
    assert [each.waiver for each in result.waived] == [wide, close]
    assert unused(audit(wide, close, waiver(skill="Go"))) == []
    assert {ObservationCode.WAIVER_EXPIRED, ObservationCode.WAIVER_UNUSED} <= set(
        result.patterns_run
    )


def test_waiver_that_names_most_marks_the_finding_though_it_ends_sooner() -> None:
    """A name counts as much as an address."""
    wide = waiver(skill="Go")
    for named in ({"name": OMAR.name}, {"url": OMAR.url}):
        close = waiver(skill="Go", until=dt.date(2030, 1, 1), **named)
        assert [each.waiver for each in audit(wide, close).waived] == [wide, close]


def test_nothing_is_waived_of_those_who_can_attest() -> None:
    """The waiver is no longer needed, and said to be unused."""
    mentor = ec.Relationship(ec.RelationshipKind.MENTOR)
    known = [attrs.evolve(LENA, relationships=[mentor])]
    assert unused(audit(waiver(name="Lena Vogt"), people=known)) == [
        "covers nothing: we play chess"
    ]


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        pytest.param({"why": "x"}, "Waiver: expected a url, a name, a skill or", id="all"),
        pytest.param({"why": "x", "name": " "}, "Waiver: expected a url", id="blank-name"),
        pytest.param({"why": " ", "name": "x"}, "Waiver.why: expected a text", id="no-why"),
        pytest.param({"why": "x", "reason": "no-history"}, "Waiver.reason", id="reason-as-text"),
        pytest.param({"why": "x", "name": "x", "until": "2020"}, "Waiver.until", id="no-day"),
    ],
)
def test_waiver_that_says_too_little_is_refused(fields: dict[str, Any], message: str) -> None:
    """It would cover everything, or nobody would know why."""
    with pytest.raises(ec.ModelError, match=message):
        ec.Waiver(**fields)


WAIVERS = st.lists(
    st.builds(
        ec.Waiver,
        why=st.sampled_from(["a", "b"]),
        name=st.sampled_from(["Omar Haddad", "Nobody"]),
        skill=st.sampled_from([None, "Go"]),
        reason=st.sampled_from([None, Reason.NO_HISTORY, Reason.NO_SHARED_ORGANIZATION]),
        until=st.sampled_from([None, dt.date(2026, 1, 1), dt.date(2027, 1, 1)]),
    ),
    max_size=5,
)


@given(WAIVERS, st.randoms(use_true_random=False))
@settings(max_examples=50, deadline=None)
def test_order_of_the_waivers_changes_nothing(
    waivers: list[ec.Waiver], chance: random.Random
) -> None:
    """And none is lost: each covers something or is observed."""
    result = audit(*waivers)
    assert audit(*chance.sample(waivers, len(waivers))) == result
    assert bool(result.waived) or len(unused(result)) == len(set(waivers))


@pytest.mark.parametrize("turned", [False, True], ids=["longest-last", "longest-first"])
def test_of_equal_waivers_the_one_that_holds_longest_is_shown(*, turned: bool) -> None:
    """So that nobody is reminded of one that is covered anyway."""
    both = [
        waiver(name="Omar Haddad", until=dt.date(2026, 7, 1)),
        waiver(name="Omar Haddad", until=dt.date(2027, 7, 1)),
    ]
    result = audit(*(reversed(both) if turned else both))
    assert {each.waiver for each in result.waived} == {both[1]}


@pytest.mark.parametrize("skill", ["Go", "JS"])
def test_waiver_of_one_finding_is_not_shown_for_its_neighbour(skill: str) -> None:
    """Though it says the same of the same person: both are hidden, one of them is waived."""
    day, hidden = ec.parse_date("2020-01-04"), ec.EndorsementStatus.HIDDEN
    given = [ec.Endorsement(each, OMAR, day, status=hidden) for each in ("Go", "JS")]
    at_once, made = audit(waiver(skill=skill), endorsements=given), io.StringIO()
    report.write_csv(at_once, made)
    assert len(at_once.findings) == 2
    again = io.StringIO()
    report.write_csv(at_once, again)
    assert made.getvalue() == again.getvalue()
    assert made.getvalue().count("we play chess") == 1
