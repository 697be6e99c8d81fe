"""What the owner gave: the same rules with the sides changed."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import attrs
import pytest
from audit_strategies import AS_OF as DRAWN_AS_OF
from audit_strategies import Scene, scenes
from hypothesis import given, settings

import endorsecheck as ec
from endorsecheck import Remedy, Verdict, report

AS_OF = dt.date(2026, 6, 30)


def stay(organization: str, start: str = "2015", end: str = "2018", **more: Any) -> ec.Position:
    """A position."""
    return ec.Position(organization, period=ec.Period.parse(start, end), **more)


def person(*stays: ec.Engagement, name: str = "Lena Vogt", **more: Any) -> ec.Person:
    """A person with a complete history."""
    return ec.Person(name, history=ec.WorkHistory(stays), **more)


def gave(endorsee: ec.Person, skill: str = "Welding", **more: Any) -> ec.GivenEndorsement:
    """An endorsement by the owner."""
    return ec.GivenEndorsement(skill, endorsee, ec.parse_date("2020-01-04"), **more)


def audit(*given: ec.GivenEndorsement, owner: ec.Person | None = None) -> ec.GivenResult:
    """The audit of what Dana, who was at Acme, gave."""
    dana = owner or person(stay("Acme"), name="Dana Reyes")
    return ec.audit_given(ec.Profile(owner=dana, as_of=AS_OF, given=given))


STRANGER = person(stay("Castellan"), name="Omar Haddad")
COLLEAGUE = person(stay("Acme"))


@pytest.mark.parametrize(
    ("endorsee", "verdict", "reason", "remedy"),
    [
        pytest.param(COLLEAGUE, "can-attest", "shared-employer", "keep", id="colleague"),
        pytest.param(
            STRANGER, "cannot-attest", "no-shared-organization", "withdraw", id="stranger"
        ),
        pytest.param(ec.Person("Lena Vogt"), "unknown", "no-history", "keep", id="no-history"),
        pytest.param(
            ec.Person("Omar Haddad", history=ec.WorkHistory([stay("Castellan")], complete=False)),
            "unknown",
            "incomplete-history",
            "keep",
            id="incomplete",
        ),
        pytest.param(
            person(stay("Acme", "2018", "2020")),
            "might-attest",
            "possible-overlap",
            "keep",
            id="coarse-dates",
        ),
        pytest.param(
            ec.Person("Dana Reyes"), "cannot-attest", "self-endorsement", "withdraw", id="self"
        ),
    ],
)
def test_verdict_reason_and_remedy(
    endorsee: ec.Person, verdict: str, reason: str, remedy: str
) -> None:
    """The endorsee's history has to be complete before anything is withdrawn."""
    (finding,) = audit(gave(endorsee)).findings
    assert finding.verdict.value == verdict
    assert reason in {each.value for each in finding.reasons}
    assert [each.value for each in finding.remedies] == [remedy]


def test_owner_whose_history_is_incomplete_withdraws_nothing() -> None:
    """As the owner may have been there too."""
    dana = ec.Person("Dana Reyes", history=ec.WorkHistory([stay("Acme")], complete=False))
    (finding,) = audit(gave(STRANGER), owner=dana).findings
    assert finding.verdict is Verdict.UNKNOWN
    assert finding.counterfactual == "the rest of the work history of Dana Reyes"


@pytest.mark.parametrize(
    ("status", "remedy"),
    [
        pytest.param(ec.EndorsementStatus.PENDING, Remedy.WITHDRAW, id="may-yet-appear"),
        pytest.param(ec.EndorsementStatus.REJECTED, Remedy.KEEP, id="never-appeared"),
    ],
)
def test_what_is_not_shown_is_withdrawn_only_while_pending(
    status: ec.EndorsementStatus, remedy: Remedy
) -> None:
    """And it is left out of the counts."""
    result = audit(gave(STRANGER, status=status))
    assert result.findings[0].remedies == (remedy,)
    assert not result.findings[0].is_shown
    assert sum(result.counts.values()) == 0


def test_skills_of_the_endorsee_count() -> None:
    """Used elsewhere, but not where both were: the owner might not have seen it."""
    lena = person(
        stay("Acme", skills=["Filing"]), stay("Borealis", "2019", "2021", skills=["Welding"])
    )
    dana = person(stay("Acme", skills=["Chess"]), stay("X", skills=["Typing"]), name="Dana Reyes")
    findings = audit(
        gave(lena), gave(lena, "filing"), gave(lena, "Chess"), gave(lena, "Typing"), owner=dana
    ).findings
    verdicts = {each.endorsement.skill: each.verdict.value for each in findings}
    assert verdicts == {
        "Welding": "might-attest",
        "filing": "can-attest",
        "Chess": "can-attest",
        "Typing": "can-attest",
    }
    welding = next(each for each in findings if each.endorsement.skill == "Welding")
    assert welding.counterfactual == "whether Lena Vogt used Welding at Acme"


def test_endorsee_without_a_name_is_called_so() -> None:
    """In words, as elsewhere."""
    (finding,) = audit(gave(ec.Person(url="linkedin.com/in/lena"))).findings
    assert finding.counterfactual == "the work history of the endorsee"


def result() -> ec.GivenResult:
    """Endorsements of every kind."""
    return audit(gave(COLLEAGUE), gave(STRANGER), gave(STRANGER, "Go"), gave(ec.Person("Priya")))


def test_result_groups_and_lists() -> None:
    """By endorsee, by skill, by engagement."""
    found = result()
    assert [group.label for group in found.by_endorsee()] == ["Omar Haddad", "Priya", "Lena Vogt"]
    assert [group.label for group in found.by_skill()] == ["Go", "Welding"]
    assert [group.label for group in found.by_engagement()] == [
        "no shared engagement",
        "Acme, 2015 to 2018",
    ]
    assert [each.endorsement.endorsee.name for each in found.can_attest] == ["Lena Vogt"]
    assert (len(found.cannot_attest), len(found.unknown), len(found.might_attest)) == (2, 1, 0)


def test_result_survives_plain_data() -> None:
    """Through JSON too."""
    assert ec.GivenResult.from_dict(json.loads(json.dumps(result().to_dict()))) == result()


def test_reports_speak_of_the_owner_and_the_endorsee() -> None:
    """In tables, summaries and reviews."""
    table = report.format_table(result(), by="endorsee", tablefmt="plain")
    assert table.splitlines()[0].split() == ["Endorsee", "Skills", "Why", "Remedy"]
    assert table.endswith(
        "you can't attest to 2 of 4 endorsements you gave; 1 can; 0 might; "
        "1 unknown: no history on file"
    )
    assert report.format_table(result(), tablefmt="plain").startswith("Endorsee")
    assert report.format_summary(result()).startswith("Endorsements given by Dana Reyes")
    assert (
        report.format_review(result(), limit=2)
        == """\
1. Omar Haddad
   you cannot attest to Go, Welding: nothing in common with the 1 engagement on file
   -> withdraw what you gave: it goes from their profile, and undoes nothing else

2. Priya
   unknown for Welding: no engagement is on file
     to settle it: the work history of Priya
   -> keep it: nothing changes

you can't attest to 2 of 4 endorsements you gave; 1 can; 0 might; 1 unknown: no history on file"""
    )


def test_grouping_by_endorser_is_refused() -> None:
    """There is none but the owner."""
    with pytest.raises(ec.ModelError, match="by: expected one of 'endorsement', 'endorsee'"):
        report.format_table(result(), by="endorser")


@given(scenes())
@settings(max_examples=60, deadline=None)
def test_verdict_is_that_of_the_same_tie_seen_from_the_other_side(scene: Scene) -> None:
    """Without skills, who could attest to whom is one question."""
    mine = [attrs.evolve(each, skills=()) for each in scene.owners]
    theirs = [attrs.evolve(each, skills=()) for each in scene.theirs]
    dana = ec.Person("Dana Reyes", history=ec.WorkHistory(mine))
    history = ec.WorkHistory(theirs, complete=scene.complete, recorded_on=scene.recorded_on)
    ravi = ec.Person("Ravi Shah", history=history)
    received = ec.Profile(
        owner=dana, as_of=DRAWN_AS_OF, endorsements=[ec.Endorsement("Go", ravi, scene.date)]
    )
    gone_out = ec.Profile(
        owner=dana, as_of=DRAWN_AS_OF, given=[ec.GivenEndorsement("Go", ravi, scene.date)]
    )
    (one,), (other,) = ec.audit(received).findings, ec.audit_given(gone_out).findings
    assert (one.verdict, one.reasons) == (other.verdict, other.reasons)
