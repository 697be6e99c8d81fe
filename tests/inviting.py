"""Dana, people who invite her, and shorthands for the tests of invitations."""

from __future__ import annotations

import datetime as dt
from typing import Any

import endorsecheck as ec

AS_OF = dt.date(2026, 6, 30)


RECEIVED, SENT = ec.Direction.INCOMING, ec.Direction.OUTGOING


def project(name: str, start: str, end: str, **more: Any) -> ec.Project:
    """A project."""
    return ec.Project(name, period=ec.Period.parse(start, end), **more)


def school(start: str, end: str) -> ec.Education:
    """Years at Westmarch College."""
    return ec.Education("Westmarch College", period=ec.Period.parse(start, end))


def tied(kind: ec.RelationshipKind, organization: str | None = None) -> ec.Person:
    """Omar, with a declared tie and no history."""
    return ec.Person("Omar", relationships=[ec.Relationship(kind, organization)])


def stay(organization: str, start: str = "2015", end: str = "2018", **more: Any) -> ec.Position:
    """A position."""
    return ec.Position(organization, period=ec.Period.parse(start, end), **more)


def person(name: str, *stays: ec.Engagement, complete: bool = True, **more: Any) -> ec.Person:
    """A person with a history."""
    return ec.Person(name, history=ec.WorkHistory(stays, complete=complete), **more)


DANA = person(
    "Dana Reyes",
    stay("Norvane Systems", "2011", "2018"),
    stay("Kestrel Freight", "Oct 2021", "Present"),
    stay("Bolt", "2019", "2020"),
    project("Apollo Ledger", "2013", "2014", organization="Norvane Systems"),
    project("Website", "2013", "2014"),
    school("2004", "2008"),
)


OMAR = person("Omar Haddad", stay("Castellan Robotics", "2004", "2022"))


RUTH = ec.Person("Ruth Abara", "linkedin.com/in/ruth")


def result(*invitations: ec.Invitation, **more: Any) -> ec.InvitationsResult:
    """The audit of Dana's invitations."""
    people = more.pop("people", ())
    criteria = more.pop("criteria", None)
    profile = {
        "owner": DANA,
        "as_of": AS_OF,
        "connections": [ec.Connection(RUTH), ec.Connection(ec.Person("Priya"))],
    }
    return ec.audit_invitations(
        ec.Profile(**{**profile, **more}, invitations=invitations), people, criteria=criteria
    )


def finding(
    message: str | None,
    other: ec.Person = OMAR,
    direction: ec.Direction = RECEIVED,
    sent_on: str = "2026-06-01",
    **more: Any,
) -> ec.InvitationFinding:
    """The finding on one invitation."""
    day = ec.parse_date(sent_on) if sent_on else ec.DateMark.UNKNOWN
    assert not isinstance(day, ec.DateMark) or day is ec.DateMark.UNKNOWN
    return result(ec.Invitation(other, direction, day, message), **more).findings[0]


def codes(found: ec.InvitationFinding) -> list[str]:
    """The reasons' codes."""
    return [reason.value for reason in found.reasons]


def told(found: ec.InvitationFinding) -> list[str]:
    """The dots named: kind, name, standing, reason."""
    return [f"{d.kind.value} {d.name}: {d.standing.value} {d.reason.value}" for d in found.named]


COLLEAGUE = person("Omar Haddad", stay("Norvane Systems", "2014", "2016"))


LATER = person("Omar Haddad", stay("Norvane Systems", "2020", "2022"))


PARTLY = person("Omar Haddad", stay("Castellan Robotics"), complete=False)


COARSE = person("Omar Haddad", stay("Norvane Systems", "2018", "2020"))


TOGETHER = "Hi Dana, we worked together at Norvane Systems."


AT_KESTREL = "We worked together at Kestrel Freight"


HIDDEN = stay("Stealth", "2019", "2020")


BOTH = "Hi Omar, we both were at Norvane Systems"
