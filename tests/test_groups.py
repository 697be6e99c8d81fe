"""Findings gathered by endorser, skill and engagement, and the order of the groups."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

import endorsecheck as ec
from endorsecheck import Remedy, Verdict

AS_OF = dt.date(2026, 6, 30)
DAY = ec.parse_date("2020-01-04")


def stay(organization: str, start: str = "2015", end: str = "2018", **more: Any) -> ec.Position:
    """A position."""
    return ec.Position(organization, period=ec.Period.parse(start, end), **more)


def person(name: str, *stays: ec.Engagement, **more: Any) -> ec.Person:
    """Somebody with a complete history."""
    return ec.Person(name, history=ec.WorkHistory(stays), **more)


def endorsed(endorser: ec.Person, *skills: str, **more: Any) -> list[ec.Endorsement]:
    """Endorsements by one endorser."""
    return [ec.Endorsement(skill, endorser, DAY, **more) for skill in skills]


def audit(*endorsements: ec.Endorsement, **more: Any) -> ec.AuditResult:
    """An audit of Dana, who was at Acme from 2015 to 2018 and at Borealis after it."""
    owner = person("Dana Reyes", stay("Acme"), stay("Borealis", "2019", "2021"))
    return ec.audit(
        ec.Profile(owner=owner, as_of=AS_OF, endorsements=endorsements),
        more.pop("people", ()),
        **more,
    )


COLLEAGUE = person("Ada Lind", stay("Acme"))
LIKELY = person("Bo Lind", stay("Acme", "2018", "2020"))
NOBODY = ec.Person("Cy Lind")
STRANGER = person("Di Lind", stay("Castellan"))
LATER = person("Ed Lind", stay("Acme"), stay("Castellan"))
BUSY = person("Fay Lind", stay("Castellan"))


def labels(groups: tuple[ec.Group[ec.Finding], ...]) -> list[str]:
    """What the groups are called."""
    return [group.label for group in groups]


def test_endorsers_most_worth_acting_on_come_first() -> None:
    """None of it, some of it, unknown, might, can; then what is not shown or waived."""
    early = ec.Endorsement("Chess", COLLEAGUE, ec.parse_date("2012"))
    mixed = [
        *endorsed(person("Ed Lind", stay("Acme")), "Go"),
        ec.Endorsement("C", person("Ed Lind", stay("Acme")), ec.parse_date("2012")),
    ]
    result = audit(
        *endorsed(COLLEAGUE, "Go"),
        *endorsed(LIKELY, "Go"),
        *endorsed(NOBODY, "Go"),
        *endorsed(STRANGER, "Go"),
        *mixed,
        *endorsed(BUSY, "Go", "C"),
        *endorsed(person("Gus Lind", stay("Castellan")), "Go"),
        *endorsed(person("Abe Lind", stay("X")), "Go", status=ec.EndorsementStatus.HIDDEN),
        waivers=[ec.Waiver(name="Gus Lind", why="kept")],
    )
    assert early.skill == "Chess"
    assert labels(result.by_endorser()) == [
        "Fay Lind",
        "Di Lind",
        "Ed Lind",
        "Cy Lind",
        "Bo Lind",
        "Ada Lind",
        "Abe Lind",
        "Gus Lind",
    ]


def test_group_of_an_endorser_says_what_can_be_done() -> None:
    """Counts of what is shown, waived ones, remedies, skills once."""
    hidden = endorsed(STRANGER, "Rust", status=ec.EndorsementStatus.HIDDEN)
    result = audit(*endorsed(STRANGER, "Go", "Go", "C"), *hidden)
    (group,) = result.by_endorser()
    assert group.person == STRANGER
    assert group.engagement is None
    assert group.counts == {
        Verdict.CAN_ATTEST: 0,
        Verdict.MIGHT_ATTEST: 0,
        Verdict.CANNOT_ATTEST: 3,
        Verdict.UNKNOWN: 0,
    }
    assert group.remedies == (Remedy.HIDE, Remedy.REMOVE_CONNECTION)
    assert group.skills == ("C", "Go", "Rust")
    assert group.waived == 0
    assert sum(len(each.findings) for each in result.by_endorser()) == len(result.findings)


def test_endorser_known_by_name_and_by_address_is_one() -> None:
    """Where the audit could tell; the label is the address if there is no name."""
    ravi = ec.Person("Ravi Shah", "linkedin.com/in/ravi")
    given = [*endorsed(ec.Person("Ravi Shah"), "Go"), *endorsed(ravi, "C")]
    assert len(audit(*given, people=[ravi]).by_endorser()) == 1
    nameless = audit(*endorsed(ec.Person(url="linkedin.com/in/x"), "Go"))
    assert labels(nameless.by_endorser()) == ["linkedin.com/in/x"]


def test_skills_are_gathered_as_the_profile_spells_them() -> None:
    """The skill that only strangers endorsed first."""
    result = audit(
        *endorsed(COLLEAGUE, "Go"), *endorsed(STRANGER, "go ", "C"), *endorsed(NOBODY, "Chess")
    )
    assert labels(result.by_skill()) == ["C", "Go", "Chess"]


def test_engagements_gather_what_rests_on_them() -> None:
    """Every finding once; ties and nothing at all are groups of their own."""
    mentor = ec.Person("Hu Lind", relationships=[ec.Relationship(ec.RelationshipKind.MENTOR)])
    later = person("Ida Lind", stay("Borealis", "2019", "2020"))
    near_miss = person("Jo Lind", stay("Acme", "2001", "2002"))
    result = audit(
        *endorsed(COLLEAGUE, "Go"),
        *endorsed(later, "Go"),
        *endorsed(mentor, "Go"),
        *endorsed(near_miss, "Go"),
        *endorsed(NOBODY, "Go"),
    )
    groups = result.by_engagement()
    assert [(group.label, len(group.findings)) for group in groups] == [
        ("no shared engagement", 2),
        ("Acme, 2015 to 2018", 1),
        ("Borealis, 2019 to 2021", 1),
        ("declared relationship", 1),
    ]
    assert groups[1].engagement == stay("Acme")


def test_smallest_shared_unit_tells_most() -> None:
    """A project before a team, a team before a place, a place before the organization."""
    period = ec.Period.parse("2015", "2018")
    units: list[ec.Engagement] = [
        stay("Acme"),
        stay("Acme", location="Lisbon"),
        stay("Acme", team="Platform", location="Lisbon"),
        ec.Project("Apollo", "Acme", period=period),
    ]
    breadths = []
    for number in range(len(units)):
        history = ec.WorkHistory(units[: number + 1])
        owner = ec.Person("Dana Reyes", history=history)
        given = endorsed(ec.Person("Ravi Shah", history=history), "Go")
        (finding,) = ec.audit(ec.Profile(owner=owner, as_of=AS_OF, endorsements=given)).findings
        assert finding.telling is not None
        breadths.append((finding.telling.breadth, finding.telling.shared_unit))
    assert breadths == [(3, None), (2, "Lisbon"), (1, "team Platform"), (0, "Apollo")]


def test_declared_tie_has_no_unit() -> None:
    """It is as broad as an organization."""
    tie = ec.Relationship(ec.RelationshipKind.MENTOR)
    (finding,) = audit(*endorsed(ec.Person("Hu Lind", relationships=[tie]), "Go")).findings
    assert finding.telling is not None
    assert (finding.telling.breadth, finding.telling.shared_unit) == (3, None)


def test_finding_without_evidence_tells_nothing() -> None:
    """Nor does one that was made without reasons."""
    (finding,) = audit(*endorsed(NOBODY, "Go")).findings
    assert finding.telling is None
    (endorsement,) = endorsed(NOBODY, "Go")
    bare = ec.Finding(endorsement=endorsement, verdict=Verdict.UNKNOWN, reasons=[])
    assert bare.telling is None


@pytest.mark.parametrize(
    ("removal", "more"),
    [
        pytest.param(True, [], id="all-shown-cannot"),
        pytest.param(False, endorsed(ec.Person("Di Lind"), "C"), id="one-ambiguous"),
    ],
)
def test_removal_is_suggested_only_where_nothing_could_be_theirs(
    removal: bool,  # noqa: FBT001 # an expectation
    more: list[ec.Endorsement],
) -> None:
    """An endorsement under their name of which nobody knows who gave it stands in the way."""
    known = [
        person("Di Lind", stay("Castellan"), url="a.example/1"),
        ec.Person("Di Lind", "a.example/2"),
    ]
    result = audit(*endorsed(known[0], "Go"), *more, people=known)
    finding = next(each for each in result.findings if each.endorsement.skill == "Go")
    assert (Remedy.REMOVE_CONNECTION in finding.remedies) is removal
