"""Names found in notes: whole words, as a name is written."""

from __future__ import annotations

import pytest
from inviting import COLLEAGUE, DANA, OMAR, RUTH, finding, person, stay

import endorsecheck as ec


@pytest.mark.parametrize(
    ("message", "other", "named"),
    [
        pytest.param("We bolt doors.", OMAR, False, id="lower-case"),
        pytest.param("Bolt it?", OMAR, False, id="start-of-sentence"),
        pytest.param("Great. Bolt doors!", OMAR, False, id="start-of-second-sentence"),
        pytest.param("You were at Bolt then.", OMAR, True, id="as-written"),
        pytest.param("Bolt it? You were at Bolt.", OMAR, True, id="as-written-after-all"),
        pytest.param("You were at BOLT then.", OMAR, False, id="in-another-case"),
        pytest.param("We worked together at BOLT.", OMAR, True, id="in-another-case-and-a-past"),
        pytest.param("You were at Bolt Waters then.", OMAR, False, id="another-name-behind"),
        pytest.param("You were at Big Bolt then.", OMAR, False, id="another-name-before"),
        pytest.param("You know Bolt I guess.", OMAR, True, id="pronoun-behind"),
        pytest.param("Our website is up: Website.", OMAR, False, id="generic-project"),
        pytest.param("you know norvane systems", OMAR, False, id="lower-case-of-two-words"),
        pytest.param("you know norvane systems", COLLEAGUE, True, id="both-hold-it"),
        pytest.param("You know Kestrel, right?", OMAR, False, id="first-word"),
        pytest.param("We worked together at Kestrel, no?", OMAR, True, id="first-word-and-past"),
        pytest.param("We worked together. Kestrel is fun.", OMAR, False, id="first-word-starts"),
        pytest.param("Priya sent me.", OMAR, False, id="first-name-of-a-connection"),
        pytest.param("ruth abara sent me.", OMAR, False, id="lower-case-connection"),
        pytest.param("Best, Dana Reyes and Omar Haddad", OMAR, False, id="their-own-names"),
    ],
)
def test_names_that_are_ordinary_words(message: str, other: ec.Person, named: bool) -> None:  # noqa: FBT001
    """Count only as written, or where something else speaks for them."""
    connected = [ec.Connection(each) for each in (RUTH, other, ec.Person("Priya"), DANA)]
    assert bool(finding(message, other, connections=connected).named) == named


@pytest.mark.parametrize(
    ("company", "message", "named"),
    [
        pytest.param("X", "At X you did well.", False, id="one-letter"),
        pytest.param("apollo", "You flew with apollo then.", False, id="written-small"),
        pytest.param("apollo", "We worked together at apollo.", True, id="written-small-and-past"),
        pytest.param("LinkedIn", "I found you on LinkedIn.", False, id="the-platform"),
        pytest.param("LinkedIn", "We worked together at LinkedIn.", True, id="platform-and-past"),
        pytest.param("Self-employed", "You are Self-employed now.", False, id="placeholder"),
        pytest.param("楽天", "昔、楽天で働きました。", True, id="script-without-blanks"),
        pytest.param("The Acme", "You were at Acme then.", True, id="article"),
        pytest.param("Tallow & Wick", "You ran Tallow and Wick then.", True, id="ampersand"),
        pytest.param("International Business Machines", "You were at IBM then.", True, id="alias"),
        pytest.param("A.B.C. Works", "You ran A.B.C. Works then.", True, id="initials"),
        pytest.param("Ardıç A.Ş.", "You were at Ardıç then.", True, id="form-and-accents"),
        pytest.param("3M", "You were at 3M then.", True, id="digit"),
        pytest.param("word " * 30, "word " * 30, False, id="too-long"),
    ],
)
def test_name_of_a_company(company: str, message: str, named: bool) -> None:  # noqa: FBT001
    """Found in the note, or not."""
    owner = person("Dana Reyes", stay(company))
    assert bool(finding(message, owner=owner).named) == named
