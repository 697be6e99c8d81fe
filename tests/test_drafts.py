"""Texts to answer or send an invitation with."""

from __future__ import annotations

import pytest
from inviting import (
    BOTH,
    COARSE,
    COLLEAGUE,
    OMAR,
    PARTLY,
    SENT,
    TOGETHER,
    finding,
    person,
    project,
    stay,
    tied,
)

import endorsecheck as ec
from endorsecheck._invitations.drafts import introduction


@pytest.mark.parametrize(
    ("message", "other", "suggestion", "draft"),
    [
        pytest.param(TOGETHER, COLLEAGUE, "keep", None, id="says-it"),
        pytest.param(
            None,
            COLLEAGUE,
            "personalize",
            f"{BOTH} from 2014 to 2016. Let's stay in touch. Dana",
            id="no-note",
        ),
        pytest.param(
            None,
            COARSE,
            "personalize",
            "Hi Omar, were you at Norvane Systems when I was there? Let's stay in touch. Dana",
            id="possible",
        ),
        pytest.param(None, OMAR, "personalize", None, id="nothing-to-mention"),
        pytest.param(TOGETHER, ec.Person("Omar"), "keep", None, id="claimed-by-the-owner"),
        pytest.param(TOGETHER, OMAR, "personalize", None, id="contradicted"),
        pytest.param(
            "It has been long. " * 20 + "Ruth Abara",
            OMAR,
            "personalize",
            "Hi Omar, how do you know Ruth Abara? Let's stay in touch. Dana",
            id="too-long",
        ),
        pytest.param(
            None,
            person("Omar", stay("Norvane Systems", "Mar 2014", "May 2014")),
            "personalize",
            "Hi Omar, we both were at Norvane Systems in 2014. Let's stay in touch. Dana",
            id="one-year",
        ),
        pytest.param(
            None,
            person("Omar", project("Apollo Ledger", "Oct 2013", "Mar 2014")),
            "personalize",
            "Hi Omar, we both worked on Apollo Ledger from 2013 to 2014. "
            "Let's stay in touch. Dana",
            id="project",
        ),
        pytest.param(
            None,
            tied(ec.RelationshipKind.CLIENT, "Brightwater"),
            "personalize",
            "Hi Omar, we know each other from Brightwater. Let's stay in touch. Dana",
            id="client",
        ),
        pytest.param(
            None,
            tied(ec.RelationshipKind.FRIEND),
            "personalize",
            None,
            id="friend",
        ),
    ],
)
def test_invitation_that_was_sent(
    message: str | None, other: ec.Person, suggestion: str, draft: str | None
) -> None:
    """Is left as it is, or made personal with the dots that it could mention."""
    found = finding(message, other, SENT)
    assert (found.suggestion.value, found.draft) == (suggestion, draft)


@pytest.mark.parametrize(
    ("length", "draft"),
    [
        pytest.param(85, f"{BOTH} from 2014 to 2016. Let's stay in touch. Dana", id="whole"),
        pytest.param(84, f"{BOTH} from 2014 to 2016. Dana", id="shorter"),
        pytest.param(60, "We both were at Norvane Systems from 2014 to 2016.", id="bare"),
        pytest.param(49, f"{BOTH}. Dana", id="undated"),
        pytest.param(33, "We both were at Norvane Systems.", id="shortest"),
        pytest.param(10, None, id="none-fits"),
    ],
)
def test_draft_fits_the_limit(length: int, draft: str | None) -> None:
    """It says what matters most in the characters there are."""
    criteria = ec.Criteria(note_length=length)
    assert finding(None, COLLEAGUE, SENT, criteria=criteria).draft == draft


@pytest.mark.parametrize(
    ("message", "other", "draft"),
    [
        pytest.param(
            TOGETHER,
            PARTLY,
            "Hi Omar, thank you for the invitation. Were you at Norvane Systems when I was there? "
            "How do we know each other?",
            id="place",
        ),
        pytest.param(
            "You know Apollo Ledger and Ruth Abara. We met at PyCon.",
            PARTLY,
            "Hi Omar, thank you for the invitation. Did you work on Apollo Ledger when I did? "
            "How do you know Ruth Abara? How do we know each other?",
            id="project-and-person",
        ),
        pytest.param(
            "Hello!",
            ec.Person("", "linkedin.com/in/omar"),
            "Hi, thank you for the invitation. How do we know each other?",
            id="no-name",
        ),
    ],
)
def test_question_mentions_the_dots(message: str, other: ec.Person, draft: str) -> None:
    """Those that may hold."""
    assert finding(message, other).draft == draft


def test_question_fits_the_limit() -> None:
    """It drops dots and thanks first."""
    drafts = [
        finding(TOGETHER, PARTLY, criteria=ec.Criteria(note_length=most)).draft
        for most in (80, 70, 30, 5)
    ]
    assert drafts == [
        "Were you at Norvane Systems when I was there? How do we know each other?",
        "Hi Omar, thank you for the invitation. How do we know each other?",
        "How do we know each other?",
        None,
    ]


def test_contradicted_invitation_with_another_possible_tie_is_asked_about() -> None:
    """The sender may have mixed up two places."""
    omar = person("Omar", stay("Kestrel Freight", "2018", "2021"))
    found = finding(TOGETHER, omar)
    assert (found.verdict.value, found.suggestion.value) == ("contradicted", "ask")
    assert found.draft is not None
    assert "Kestrel Freight" in found.draft


def test_shared_stay_of_unknown_years_is_told_without_them() -> None:
    """In results that were made elsewhere."""
    basis = ec.Evidence(standing=ec.Standing.FIRM, reasons=[ec.Reason.SHARED_EMPLOYER])
    dot = ec.Dot(
        kind=ec.DotKind.ORGANIZATION,
        name="Acme",
        standing=ec.Standing.FIRM,
        reason=ec.InvitationReason.SHARED_PLACE,
        evidence=basis,
    )
    text = introduction(ec.Person("Dana"), ec.Person("Omar"), [dot], most=300)
    assert text == "Hi Omar, we both were at Acme. Let's stay in touch. Dana"
