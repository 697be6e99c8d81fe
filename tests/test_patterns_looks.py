"""Patterns of names and addresses that look like others, and all patterns together."""

from __future__ import annotations

import random

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_patterns import AS_OF, LENA, at_acme, audit, colleague, endorsed, one, seen, stranger

import endorsecheck as ec
from endorsecheck import ObservationCode, patterns

# ---- looks -------------------------------------------------------------------------------------


def test_name_that_looks_like_another_is_observed_with_both() -> None:
    """The endorser first, a connection of the same look after."""
    fake = ec.Person("lvo Myth", "linkedin.com/in/fake")
    real = ec.Person("Ivo Myth", "linkedin.com/in/real")
    found = one(
        audit(endorsed("Go", fake), connections=[ec.Connection(real)]),
        ObservationCode.LOOKALIKE_NAME,
    )
    assert found.people == (fake, real)
    assert found.text == "2 people have names that look the same"


def test_one_name_at_two_addresses_is_observed() -> None:
    """Two endorsers who bear one name; who has no address is nobody else."""
    twin = ec.Person("RAVI Shah", "linkedin.com/in/twin")
    known = [ec.Person("Ravi Shah"), ec.Person("Ravi Shah", "linkedin.com/in/ravi/")]
    found = one(
        audit(endorsed("Go"), endorsed("C", twin), people=known), ObservationCode.LOOKALIKE_NAME
    )
    assert found.text == "2 people bear one name"
    assert found.count == 2


def test_names_are_linked_over_case_and_look() -> None:
    """A chain of likenesses is one observation."""
    names = ["IVO MYTH", "ivo myth", "1VO MYTH", "Other"]
    given = [endorsed("Go", ec.Person(name, f"a.example/{n}")) for n, name in enumerate(names)]
    found = one(audit(*given), ObservationCode.LOOKALIKE_NAME)
    assert len(found.people) == 3


@pytest.mark.parametrize(
    "known",
    [
        pytest.param([ec.Person("Ravi Shah")], id="no-address"),
        pytest.param([ec.Person("Ravi Sháh", "linkedin.com/in/ravi")], id="same-address"),
        pytest.param([ec.Person("", "linkedin.com/in/other")], id="no-name"),
        pytest.param([LENA, ec.Person("Lena Vogt", "a.example/2")], id="no-endorser-among-them"),
    ],
)
def test_no_likeness(known: list[ec.Person]) -> None:
    """One person under two records, or people who endorsed nothing."""
    assert seen(audit(endorsed("Go"), people=known), ObservationCode.LOOKALIKE_NAME) == []


def test_endorser_who_looks_like_the_owner_is_observed() -> None:
    """Names of the owner are compared too."""
    found = one(audit(endorsed("Go", ec.Person("Dana Reyеs"))), ObservationCode.LOOKALIKE_NAME)
    assert [each.name for each in found.people] == ["Dana Reyеs", "Dana Reyes"]


def test_spellings_of_one_name_are_one_group() -> None:
    """However many looks it has: a capital I is a small L, a small I is not."""
    names = ["II Ito", "Ii Ito", "iI Ito", "ii Ito", "lI Ito"]
    twins = [ec.Person(name, f"linkedin.com/in/i{i}") for i, name in enumerate(names)]
    found = one(audit(*(endorsed("Go", each) for each in twins)), ObservationCode.LOOKALIKE_NAME)
    assert found.text == "5 people have names that look the same"


def test_one_name_in_three_spellings_is_linked_once() -> None:
    """A capital I looks like a small L, so that the first spelling has a look of its own."""
    names = ("RAVI Shah", "Ravi Shah", "RaVi Shah")
    twins = [ec.Person(name, f"linkedin.com/in/i{i}") for i, name in enumerate(names)]
    found = one(audit(*(endorsed("Go", each) for each in twins)), ObservationCode.LOOKALIKE_NAME)
    assert found.text == "3 people bear one name"


def test_hidden_characters_are_observed_in_names_and_skills() -> None:
    """One observation for each name, one for each skill."""
    names = [ec.Person("Bar\u202etolo", "a.example/1"), ec.Person("کتاب\u200cخوان", "a.example/2")]
    found = seen(
        audit(endorsed("Go", names[0]), endorsed("Go", names[1]), endorsed("G\u200bo")),
        ObservationCode.HIDDEN_CHARACTERS,
    )
    assert [(each.people[0].name, each.text) for each in found] == [
        ("Bar\u202etolo", "in the endorser's name"),
        ("Ravi Shah", "in the name of the skill"),
    ]


def test_deceptive_address_is_observed_as_it_was_given() -> None:
    """With what is wrong."""
    sly = ec.Person("Omar Haddad", "https://linkedin.com.example.org/in/omar")
    result = audit(endorsed("Go", sly), endorsed("Go"), endorsed("Go", ec.Person("Lena Vogt")))
    found = one(result, ObservationCode.DECEPTIVE_ADDRESS)
    assert (found.people, found.text) == ((sly,), "looks like linkedin.com, and is another")


# ---- all together ------------------------------------------------------------------------------


def test_rules_without_their_data_are_not_said_to_have_run() -> None:
    """No time of day, no endorsements given, no connections, no skills, no start."""
    result = audit(endorsed("Go"), owner=ec.Person("Dana Reyes"))
    assert set(ObservationCode) - set(result.patterns_run) == {
        ObservationCode.BURST,
        ObservationCode.SWAP,
        ObservationCode.ON_CONNECTING,
        ObservationCode.UNLISTED_SKILL,
        ObservationCode.BEFORE_CAREER,
        ObservationCode.WAIVER_EXPIRED,
        ObservationCode.WAIVER_UNUSED,
    }


def test_observations_change_no_verdict() -> None:
    """Each has an innocent explanation."""
    assert all(code.innocent and code.explanation for code in ObservationCode)
    assert ObservationCode["SWAP"].value == "swap"


PEOPLE = [
    *(ec.Person(name, url) for name in ("Ivo Myth", "lvo Myth") for url in (None, "a.ex/1", "b")),
    ec.Person("Dana Reyes"),
    stranger("Omar \u202eHaddad"),
    colleague(at_acme("2015", "2016")),
]
DAYS = ("", "2014", "2022-07-11", "2022-07-12", "2022-07-11T17:40:30Z", "2022-07-11T17:41:00Z")


@st.composite
def profiles(draw: st.DrawFn) -> ec.Profile:
    """Give profiles of one owner, with few people and days, so that all patterns occur."""
    people, skills = st.sampled_from(PEOPLE), st.sampled_from(["Go", "go", "JS", "C\u200b"])
    dates = st.sampled_from([ec.parse_date(day[:10]) for day in DAYS])
    statuses = st.sampled_from(ec.EndorsementStatus)
    received = st.builds(endorsed, skills, people, st.sampled_from(DAYS), status=statuses)
    stay = ec.Position("Acme", period=ec.Period.parse("Mar 2015", "2018"))
    return ec.Profile(
        owner=ec.Person("Dana Reyes", history=ec.WorkHistory([stay])),
        as_of=AS_OF,
        endorsements=draw(st.lists(received, max_size=12)),
        connections=draw(st.lists(st.builds(ec.Connection, people, dates), max_size=3)),
        given=draw(st.lists(st.builds(ec.GivenEndorsement, skills, people, dates), max_size=3)),
        skills=draw(st.lists(skills, max_size=1)),
    )


@given(profiles(), st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_order_of_the_input_changes_no_observation(
    profile: ec.Profile, chance: random.Random
) -> None:
    """Nor their order, nor the rules that ran; and plain data brings them back."""
    result = ec.audit(profile)
    mixed = attrs.evolve(
        profile,
        endorsements=chance.sample(profile.endorsements, len(profile.endorsements)),
        connections=chance.sample(profile.connections, len(profile.connections)),
        given=chance.sample(profile.given, len(profile.given)),
    )
    again = ec.audit(mixed)
    assert again.observations == result.observations
    assert again.patterns_run == result.patterns_run
    assert ec.AuditResult.from_dict(result.to_dict()) == result


def test_observe_takes_the_criteria() -> None:
    """The public function is what the audit calls."""
    given = [endorsed("Go", at="2022-07-11T17:40:30Z"), endorsed("C", at="2022-07-11T17:42:30Z")]
    profile = ec.Profile(owner=ec.Person("Dana Reyes"), as_of=AS_OF, endorsements=given)
    findings = ec.audit(profile).findings
    wide = ec.Criteria(burst_seconds=3_600)
    codes = {each.code for each in patterns.observe(profile, findings, criteria=wide)[0]}
    assert codes == {ObservationCode.BURST}
