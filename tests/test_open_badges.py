"""The readers of endorsements as credentials."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from endorsecheck.exceptions import ReadError
from endorsecheck.readers import EndorsementsRead, TableCount, open_badges

DATA = Path(__file__).parents[1] / "examples" / "data"
BADGE: dict[str, Any] = {
    "type": ["VerifiableCredential", "EndorsementCredential"],
    "name": "Welding",
    "validFrom": "2019-05-04T10:00:00Z",
    "issuer": {"name": "Ravi Shah", "url": "https://www.linkedin.com/in/ravi-shah"},
    "credentialSubject": {"id": "did:example:dana", "type": ["EndorsementSubject"]},
}


def read(document: Any) -> EndorsementsRead:
    """What is read of credentials."""
    return open_badges.read_endorsements(json.dumps(document).encode())


def resume(*endorsers: Any, **skill: Any) -> EndorsementsRead:
    """What is read of a resume in which these endorse one skill."""
    skills = [{"name": "Welding", **skill, "endorsers": list(endorsers)}]
    return open_badges.read_ler_rs(json.dumps({"skills": skills}).encode())


def told(found: EndorsementsRead) -> list[str]:
    """What was noticed, in words."""
    return [str(each) for each in found.diagnostics]


def test_example_is_read() -> None:
    """Who endorsed what when, that no signature was verified, and what else is known."""
    found = open_badges.read_endorsements(DATA / "credentials.json")
    assert found.diagnostics == ()
    assert [(each.skill, each.endorser.name, str(each.date)) for each in found.endorsements] == [
        ("Python", "Ravi Shah", "2017-05-30"),
        ("Kubernetes", "Colin Ashby", "2020-09-09"),
    ]
    of = "unverified signature; of https://www.linkedin.com/in/dana-reyes-example; "
    assert [each.provenance and each.provenance.note for each in found.endorsements] == [
        of + "comment: We built the ledger together.",
        of + "valid until 2025-09-09",
    ]


@pytest.mark.parametrize(
    "document",
    [
        pytest.param(BADGE, id="alone"),
        pytest.param({**BADGE, "type": "EndorsementCredential"}, id="type-as-text"),
        pytest.param(
            {"type": ["VerifiablePresentation"], "verifiableCredential": [BADGE]},
            id="presentation",
        ),
        pytest.param({"type": ["OpenBadgeCredential"], "endorsement": [BADGE]}, id="of-badge"),
        pytest.param(
            {
                "type": ["AchievementCredential"],
                "credentialSubject": {"achievement": {"endorsement": [BADGE]}},
            },
            id="of-achievement",
        ),
    ],
)
def test_endorsement_is_found(document: Any) -> None:
    """Alone, in a badge and in a presentation."""
    assert [each.skill for each in read(document).endorsements] == ["Welding"]


@pytest.mark.parametrize(
    ("badge", "expected"),
    [
        pytest.param({}, "Welding", id="name"),
        pytest.param({"name": None}, "did:example:dana", id="subject"),
    ],
)
def test_skill_is_what_is_endorsed(badge: dict[str, Any], expected: str) -> None:
    """By the credential's name, else its subject."""
    assert expected == read({**BADGE, **badge}).endorsements[0].skill


def test_skill_of_a_badge_is_its_achievement() -> None:
    """Where its endorsement has no name."""
    subject = {"achievement": {"name": "Rigging"}}
    inner = {**BADGE, "name": ""}
    badge = {"type": "OpenBadgeCredential", "credentialSubject": subject, "endorsement": [inner]}
    assert read(badge).endorsements[0].skill == "Rigging"


@pytest.mark.parametrize(
    ("issuer", "name", "url"),
    [
        pytest.param({"name": "Ravi Shah"}, "Ravi Shah", None, id="name"),
        pytest.param({"givenName": "Ravi", "familyName": "Shah"}, "Ravi Shah", None, id="parts"),
        pytest.param({"name": "R", "url": "https://r.example"}, "R", None, id="other-site"),
        pytest.param({"name": "R", "id": "linkedin.com/in/r"}, "R", "linkedin.com/in/r", id="id"),
        pytest.param({"id": "did:example:r"}, "", "did:example:r", id="nameless"),
        pytest.param(
            {"id": "did:r", "url": "https://r.example"}, "", "https://r.example", id="url"
        ),
        pytest.param("https://issuer.example/7", "", "https://issuer.example/7", id="text"),
    ],
)
def test_issuer_is_the_endorser(issuer: Any, name: str, url: str | None) -> None:
    """By name and LinkedIn profile; by another address only where there is no name."""
    (found,) = read({**BADGE, "issuer": issuer}).endorsements
    assert (name, url) == (found.endorser.name, found.endorser.url)


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        pytest.param({}, "2019-05-04", id="valid-from"),
        pytest.param({"validFrom": None, "issuanceDate": "2018-01-02"}, "2018-01-02", id="older"),
        pytest.param({"validFrom": None}, "unknown", id="none"),
    ],
)
def test_date_is_that_of_validity(dates: dict[str, Any], expected: str) -> None:
    """Older credentials call it otherwise."""
    assert expected == str(read({**BADGE, **dates}).endorsements[0].date)


def test_word_for_a_date_is_reported() -> None:
    """An endorsement is given on a day."""
    found = read({**BADGE, "validFrom": "present"})
    assert str(found.endorsements[0].date) == "unknown"
    assert told(found) == ["data validFrom: 'present' is not a date"]


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        pytest.param({"type": "Other"}, "data type: 'Other' is not a credential of", id="type"),
        pytest.param({**BADGE, "issuer": None}, "data: Person.name: expected a name", id="nobody"),
        pytest.param(
            {**BADGE, "name": None, "credentialSubject": {}},
            "data: Endorsement.skill: expected a text",
            id="nothing",
        ),
        pytest.param(
            {"type": "OpenBadgeCredential", "endorsement": ["eyJ"]},
            "data endorsement[0]: 'eyJ' is not an object",
            id="token",
        ),
    ],
)
def test_what_is_no_endorsement_is_reported(document: Any, expected: str) -> None:
    """And counted."""
    found = read(document)
    assert expected == told(found)[0][: len(expected)]
    assert found.tables == (TableCount("endorsements", 1, 0, 1),)


# ---- LER-RS ------------------------------------------------------------------------------------


def test_endorsers_of_a_resume_are_read() -> None:
    """With name, profile and day."""
    (given,) = open_badges.read_ler_rs(DATA / "ler-rs.json").endorsements
    assert (given.skill, str(given.date)) == ("SQL", "2022-11-11")
    assert given.endorser.name == "Yusuf Demir"
    assert given.endorser.url == "https://www.linkedin.com/in/yusuf-demir-example"
    assert given.provenance is not None
    assert given.provenance.note == open_badges.UNVERIFIED


@pytest.mark.parametrize(
    "endorser",
    [
        pytest.param({"person": {"name": {"formattedName": "Ravi Shah"}}}, id="formatted"),
        pytest.param({"person": {"name": {"given": "Ravi", "family": "Shah"}}}, id="parts"),
        pytest.param({"name": "Ravi Shah"}, id="plain"),
    ],
)
def test_endorser_is_named(endorser: Any) -> None:
    """In any of these forms."""
    assert [each.endorser.name for each in resume(endorser).endorsements] == ["Ravi Shah"]


def test_profile_stands_among_the_addresses() -> None:
    """Of the web or of networks."""
    addresses = {"web": [None, {"url": "r.example"}], "social": [{"uri": "linkedin.com/in/r"}]}
    found = resume({"name": "Ravi Shah", "communication": addresses})
    assert found.endorsements[0].endorser.url == "linkedin.com/in/r"


def test_resume_as_a_credential_is_read() -> None:
    """It is the subject then."""
    skills = [{"competencyName": "Welding", "endorsers": [{"name": "Ravi Shah"}]}]
    document = {"type": ["VerifiableCredential"], "credentialSubject": {"skills": skills}}
    found = open_badges.read_ler_rs(json.dumps(document).encode())
    assert [each.skill for each in found.endorsements] == ["Welding"]


def test_resume_without_skills_is_refused() -> None:
    """It is something else then."""
    with pytest.raises(ReadError, match="expected an LER-RS resume with 'skills'"):
        open_badges.read_ler_rs(b"{}")


def test_what_is_no_skill_or_endorser_is_reported() -> None:
    """Each counted in its section."""
    document = {"skills": [7, {"name": "Welding", "endorsers": [None, {"name": "Ravi Shah"}]}]}
    found = open_badges.read_ler_rs(json.dumps(document).encode())
    assert set(found.tables) == {
        TableCount("endorsements", 2, 1, 1),
        TableCount("skills", 2, 1, 1),
    }
    assert len(told(found)) == 2
