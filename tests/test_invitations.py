"""Invitations: what they name, whether that holds, and what to do."""

from __future__ import annotations

import pytest
from inviting import (
    AT_KESTREL,
    COARSE,
    COLLEAGUE,
    HIDDEN,
    LATER,
    OMAR,
    PARTLY,
    TOGETHER,
    codes,
    finding,
    person,
    project,
    school,
    stay,
    tied,
    told,
)

import endorsecheck as ec
from endorsecheck import InvitationVerdict


@pytest.mark.parametrize(
    ("message", "other", "verdict", "reasons", "suggestion"),
    [
        pytest.param(TOGETHER, COLLEAGUE, "connected", "shared-place", "accept", id="named-tie"),
        pytest.param(
            None, COLLEAGUE, "connected", "shared-place unnamed-tie no-note", "accept", id="found"
        ),
        pytest.param(
            TOGETHER,
            ec.Person("Omar Haddad"),
            "claimed",
            "unchecked-place no-history",
            "ask",
            id="named-and-no-history",
        ),
        pytest.param(
            TOGETHER,
            PARTLY,
            "claimed",
            "unchecked-place incomplete-history",
            "ask",
            id="named-and-incomplete",
        ),
        pytest.param(TOGETHER, COARSE, "claimed", "possible-place", "ask", id="coarse-dates"),
        pytest.param(TOGETHER, OMAR, "contradicted", "not-there", "decline", id="never-there"),
        pytest.param(
            TOGETHER, LATER, "contradicted", "never-together", "decline", id="never-together"
        ),
        pytest.param(
            "Your work at Norvane Systems is great.",
            OMAR,
            "no-dots",
            "not-there no-claim nothing-shared",
            "ask",
            id="named-and-nothing-claimed",
        ),
        pytest.param(
            "Did we work together at Norvane Systems? I did not know.",
            OMAR,
            "no-dots",
            "not-there no-claim nothing-shared",
            "ask",
            id="a-question-is-no-claim",
        ),
        pytest.param(
            "Hello again! We worked together.",
            ec.Person("Omar Haddad"),
            "no-dots",
            "no-place-named no-history",
            "ask",
            id="together-and-no-place",
        ),
        pytest.param(
            "I sell insurance.",
            OMAR,
            "no-dots",
            "nothing-named nothing-shared",
            "ask",
            id="personal-stranger",
        ),
        pytest.param(None, OMAR, "no-dots", "no-note nothing-shared", "decline", id="stranger"),
        pytest.param(
            "Hi Dana, I'd like to join your LinkedIn network.",
            OMAR,
            "no-dots",
            "stock-note nothing-shared",
            "decline",
            id="stock-text-of-a-stranger",
        ),
        pytest.param(
            "We worked together at Kestrel Freight in 2019, remember?",
            ec.Person("Omar Haddad"),
            "contradicted",
            "not-there-then",
            "decline",
            id="owner-was-not-there-then",
        ),
        pytest.param(
            "We met at Norvane Systems.", OMAR, "claimed", "met-there", "ask", id="met-there"
        ),
        pytest.param(
            "We met at PyCon 2019, at the badge desk.",
            OMAR,
            "claimed",
            "named-event",
            "ask",
            id="event",
        ),
        pytest.param(
            "Ruth Abara gave me your name.", OMAR, "claimed", "named-person", "ask", id="person"
        ),
        pytest.param(
            "We worked together at Castellan Robotics.",
            OMAR,
            "claimed",
            "their-place",
            "ask",
            id="their-place",
        ),
        pytest.param(
            "I work at Castellan Robotics.",
            OMAR,
            "no-dots",
            "nothing-named nothing-shared",
            "ask",
            id="their-place-and-no-claim",
        ),
        pytest.param(
            "We worked together at Norvane Systems and Castellan Robotics.",
            OMAR,
            "claimed",
            "their-place not-there",
            "ask",
            id="one-of-two-is-ruled-out",
        ),
    ],
)
def test_verdict_reasons_and_suggestion(
    message: str | None, other: ec.Person, verdict: str, reasons: str, suggestion: str
) -> None:
    """Of a received invitation; both firm verdicts are certain."""
    found = finding(message, other)
    assert found.verdict.value == verdict
    assert found.verdict.is_firm == (verdict in ("connected", "contradicted"))
    assert codes(found) == reasons.split()
    assert found.suggestion.value == suggestion


@pytest.mark.parametrize(
    ("other", "message", "named"),
    [
        pytest.param(
            person("Omar", project("Apollo Ledger", "2013", "2014")),
            "We worked together on Apollo Ledger.",
            ["project Apollo Ledger: firm shared-place"],
            id="project",
        ),
        pytest.param(
            person("Omar", project("Zephyr", "2018", "2020", organization="Norvane Systems")),
            "Norvane Systems!",
            ["organization Norvane Systems: open possible-place"],
            id="another-project-of-the-organization",
        ),
        pytest.param(
            person("Omar", school("2005", "2007")),
            "We studied together, Westmarch College 2007",
            ["school Westmarch College: firm shared-place"],
            id="school",
        ),
        pytest.param(
            tied(ec.RelationshipKind.CLIENT, "Kestrel Freight"),
            "Kestrel Freight was a good supplier.",
            ["relationship client at Kestrel Freight: firm declared-tie"],
            id="declared-tie-names-its-organization",
        ),
        pytest.param(
            person("Omar", stay("Norvane Systems Ltd", "2014", "2016")),
            "Old days at NORVANE SYSTEMS LTD.",
            ["organization Norvane Systems: firm shared-place"],
            id="legal-form",
        ),
        pytest.param(
            ec.Person("Omar"),
            "I left Norvane Systems, Inc. last year.",
            ["organization Norvane Systems: open unchecked-place"],
            id="known-under-another-form",
        ),
    ],
)
def test_dots_that_are_named(other: ec.Person, message: str, named: list[str]) -> None:
    """By the names in both histories."""
    assert named == told(finding(message, other))


@pytest.mark.parametrize(
    "message",
    [
        pytest.param("We are hiring! Your work at Norvane Systems is great.", id="no-past"),
        pytest.param("Bob and I worked together at Norvane Systems.", id="third-person"),
        pytest.param("As suppliers we worked together at Norvane Systems.", id="two-employers"),
        pytest.param("We worked together with Norvane Systems.", id="with-and-not-at"),
        pytest.param("Great working with you on the Norvane Systems account.", id="account"),
        pytest.param("I hope to say: we worked together at Norvane Systems.", id="wish"),
        pytest.param("Hätten wir zusammengearbeitet bei Norvane Systems!", id="german-wish"),
        pytest.param("We worked together at norvane systems.", id="not-written-as-a-name"),
    ],
)
def test_note_that_may_mean_something_else_is_not_contradicted(message: str) -> None:
    """Whatever the histories say."""
    assert not finding(message).verdict.is_firm


@pytest.mark.parametrize(
    "message",
    [
        pytest.param("It was great working with you at Norvane Systems.", id="pleasure"),
        pytest.param("This is your former colleague at Norvane Systems.", id="colleague"),
    ],
)
def test_claim_is_understood_in_other_words(message: str) -> None:
    """Polite forms say the same."""
    assert finding(message).verdict is InvitationVerdict.CONTRADICTED


@pytest.mark.parametrize(
    "message",
    [
        pytest.param("Wir haben zusammen bei Norvane Systems gearbeitet.", id="german"),
        pytest.param("Nous avons travaillé ensemble chez Norvane Systems.", id="french"),
        pytest.param("Trabajamos juntos en Norvane Systems.", id="spanish"),
        pytest.param("Мы работали вместе в Norvane Systems.", id="russian"),
    ],
)
def test_claim_is_understood_in_other_languages(message: str) -> None:
    """By the phrases of the data file."""
    assert finding(message).verdict is InvitationVerdict.CONTRADICTED


@pytest.mark.parametrize(
    ("message", "verdict"),
    [
        pytest.param(f"{AT_KESTREL} in 2022.", "claimed", id="was-there"),
        pytest.param(f"{AT_KESTREL} (2019)", "contradicted", id="bracket"),
        pytest.param(f"{AT_KESTREL} back in 2019", "contradicted", id="back-in"),
        pytest.param(f"{AT_KESTREL}. In 2019 I left.", "claimed", id="sentence"),
        pytest.param(f"{AT_KESTREL} until 2019", "claimed", id="until"),
        pytest.param(f"{AT_KESTREL} 2019 to 2020", "claimed", id="two-years"),
        pytest.param(f"In 2019 I left. {AT_KESTREL}", "claimed", id="before"),
        pytest.param(f"Never, though {AT_KESTREL} in 2019", "claimed", id="doubt"),
        pytest.param(f"{AT_KESTREL} in 2031", "claimed", id="to-come"),
        pytest.param("We worked together on Apollo Ledger in 2017", "contradicted", id="project"),
        pytest.param("We studied together, Westmarch College 2011", "contradicted", id="school"),
        pytest.param("We worked together at Kestrel in 2019", "claimed", id="shortened"),
        pytest.param("We met at Kestrel Freight in 2019", "claimed", id="met"),
    ],
)
def test_year_behind_a_place(message: str, verdict: str) -> None:
    """Is checked with the owner's own history, where it can mean nothing else."""
    assert finding(message, ec.Person("Omar Haddad")).verdict.value == verdict


@pytest.mark.parametrize(
    "owner",
    [
        pytest.param(person("Dana", stay("Kestrel Freight"), complete=False), id="incomplete"),
        pytest.param(
            person("Dana", stay("Kestrel Freight", "2022", "2023"), HIDDEN),
            id="withheld",
        ),
    ],
)
def test_year_proves_nothing_if_the_owner_may_have_been_there(owner: ec.Person) -> None:
    """Under a name that is not told, or in an engagement that is not on file."""
    found = finding("We worked together at Kestrel Freight in 2019", OMAR, owner=owner)
    assert found.verdict is not InvitationVerdict.CONTRADICTED


def test_withheld_employer_contradicts_nothing() -> None:
    """It may have been the place named."""
    omar = person("Omar Haddad", stay("Stealth Startup", "2010", "2020"))
    found = finding(TOGETHER, omar)
    assert (found.verdict.value, codes(found)) == (
        "claimed",
        ["unchecked-place", "withheld-employer"],
    )


def test_incomplete_history_contradicts_nothing() -> None:
    """There may have been another stay at the same place."""
    omar = person("Omar Haddad", stay("Norvane Systems", "2020", "2022"), complete=False)
    assert told(finding(TOGETHER, omar)) == ["organization Norvane Systems: open unchecked-place"]
    assert finding(None, omar).unnamed == ()


def test_invitation_from_before_the_first_shared_day() -> None:
    """Could not have named it."""
    found = finding(TOGETHER, COLLEAGUE, sent_on="2012-03-01")
    assert (found.verdict.value, codes(found)) == ("contradicted", ["too-early"])


def test_best_evidence_speaks_for_a_place() -> None:
    """Where several pairs of engagements are there, whatever their order."""
    stays = [stay("Norvane Systems", "2018", "2020"), stay("Norvane Systems", "2012", "2013")]
    for omar in (person("Omar", *stays), person("Omar", *reversed(stays))):
        (dot,) = finding(TOGETHER, omar).named
        assert dot.standing is ec.Standing.FIRM
        assert dot.evidence is not None


@pytest.mark.parametrize(
    ("kind", "verdict", "name"),
    [
        pytest.param("friend", "connected", "friend", id="friend"),
        pytest.param("manager", "no-dots", None, id="contradicted-manager"),
        pytest.param("mentor", "connected", "mentor", id="mentor"),
    ],
)
def test_declared_tie_connects(kind: str, verdict: str, name: str | None) -> None:
    """Friends and family too, unless the histories rule the tie out."""
    tie = ec.Relationship(ec.RelationshipKind(kind))
    omar = person("Omar Haddad", stay("Castellan Robotics", "2004", "2022"), relationships=[tie])
    found = finding(None, omar)
    assert found.verdict.value == verdict
    assert [dot.name for dot in found.unnamed] == ([name] if name else [])


def test_tie_that_began_later_is_none() -> None:
    """On the day of the invitation."""
    tie = ec.Relationship(ec.RelationshipKind.MENTOR, period=ec.Period.parse("2025", ""))
    omar = ec.Person("Omar Haddad", relationships=[tie])
    assert finding(None, omar, sent_on="2020-01-01").unnamed == ()


def test_several_dots_are_all_told_in_their_order() -> None:
    """Those that hold first, then by kind and name."""
    omar = person(
        "Omar Haddad",
        stay("Norvane Systems", "2012", "2014"),
        stay("Kestrel Freight", "2021", "2022"),
        project("Apollo Ledger", "2013", "2014"),
    )
    found = finding("Ruth Abara knows Kestrel Freight and Apollo Ledger. Omar", omar)
    assert told(found) == [
        "organization Kestrel Freight: firm shared-place",
        "project Apollo Ledger: firm shared-place",
        "person Ruth Abara: open named-person",
    ]
    assert [(dot.name, dot.is_named) for dot in found.unnamed] == [("Norvane Systems", False)]
    assert found.named[0].is_named


def test_occasion_is_quoted_up_to_the_next_stop() -> None:
    """And is the phrase itself if nothing follows; a place named in it is no occasion."""
    assert told(finding("We met at PyCon Sud, by the door")) == [
        "event PyCon Sud: open named-event"
    ]
    assert told(finding("It was nice to see where we met at.")) == [
        "event we met at: open named-event"
    ]
    long = "we met at " + "a b " * 9
    assert told(finding(long)) == ["event a b a b a b a b: open named-event"]


def test_people_are_those_of_all_sources() -> None:
    """People given, connections, and the invitation's own record are one person."""
    omar = ec.Person("Omar H.", "linkedin.com/in/omar")
    known = person("Omar Haddad", stay("Norvane Systems", "2014", "2016"), url=omar.url)
    for more in ({"people": [known]}, {"connections": [ec.Connection(known)]}):
        found = finding(TOGETHER, omar, **more)
        assert found.verdict is InvitationVerdict.CONNECTED
        assert found.person is not None
        assert len(found.person.history.engagements) == 1


def test_ambiguous_person_has_no_history() -> None:
    """Two of that name; nobody guesses."""
    others = [
        person("Omar Haddad", stay("Norvane Systems"), url=f"linkedin.com/in/{n}") for n in "ab"
    ]
    found = finding(TOGETHER, ec.Person("Omar Haddad"), people=others)
    assert (found.verdict.value, codes(found), found.person) == (
        "claimed",
        ["unchecked-place", "ambiguous-person"],
        None,
    )


@pytest.mark.parametrize("message", ["Hello me", None])
def test_own_account_is_left_alone(message: str | None) -> None:
    """A second account of the owner, or a slip."""
    found = finding(message, ec.Person("Dana Reyes"))
    assert (codes(found), found.suggestion.value, found.draft) == (["own-account"], "keep", None)
