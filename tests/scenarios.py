"""The shared audit scenarios, turned into records and audited."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import endorsecheck as ec

FOLDER = Path(__file__).parent / "data" / "audit"
FILES = (FOLDER / "scenarios.jsonl", FOLDER / "scenarios_blind.jsonl")
KINDS: dict[str, type[ec.Position | ec.Volunteering | ec.Education]] = {
    "position": ec.Position,
    "volunteering": ec.Volunteering,
    "education": ec.Education,
}


def scenarios() -> list[dict[str, Any]]:
    """All scenarios, in the order of the files."""
    lines = (line for file in FILES for line in file.read_text("utf-8").splitlines())
    return [json.loads(line) for line in lines]


def period(data: dict[str, Any]) -> ec.Period:
    """The period of an engagement or a tie."""
    return ec.Period.parse(data.get("start", ""), data.get("end", ""))


def engagement(data: dict[str, Any]) -> ec.Engagement:
    """One engagement of a history."""
    common = {
        "period": period(data),
        "skills": data.get("skills", ()),
        "team": data.get("team"),
        "location": data.get("location"),
        "headcount": data.get("headcount"),
    }
    if data["kind"] == "project":
        return ec.Project(data["name"], data.get("organization"), **common)
    return KINDS[data["kind"]](data["organization"], data.get("title"), **common)


def person(data: dict[str, Any], *, complete: bool) -> ec.Person:
    """The owner or a known person."""
    recorded = data.get("recorded_on")
    history = ec.WorkHistory(
        [engagement(each) for each in data["history"]],
        complete=complete,
        recorded_on=dt.date.fromisoformat(recorded) if recorded else None,
    )
    return ec.Person(data["name"], data.get("url"), history)


def tie(data: dict[str, Any]) -> ec.Person:
    """A declared relationship, as a record of the person it is with."""
    kind = ec.RelationshipKind(data["kind"].replace("_", "-"))
    relationship = ec.Relationship(kind, data.get("organization"), period(data))
    return ec.Person(
        data.get("person_name", ""), data.get("person_url"), relationships=[relationship]
    )


def endorsement(data: dict[str, Any]) -> ec.Endorsement:
    """One endorsement."""
    status = ec.EndorsementStatus[data.get("status", "ACCEPTED")]
    endorser = ec.Person(data["name"], data.get("url"))
    return ec.Endorsement(data["skill"], endorser, ec.parse_date(data["date"]), status)


def registry(data: dict[str, Any]) -> ec.OrganizationRegistry:
    """The built-in knowledge and what the scenario adds to it."""
    return ec.OrganizationRegistry().extended(
        aliases=data.get("aliases", ()),
        renames=data.get("renames", ()),
        mergers=data.get("mergers", ()),
        parents=data.get("parents", ()),
    )


def stated(
    data: dict[str, Any],
) -> tuple[ec.Profile, list[ec.Person], dict[str, Any]]:
    """Profile, people and rules of the scenario."""
    profile = ec.Profile(
        owner=person(data["owner"], complete=True),
        as_of=dt.date.fromisoformat(data["as_of"]),
        endorsements=[endorsement(each) for each in data["endorsements"]],
    )
    people = [person(each, complete=each["complete"]) for each in data["people"]]
    ties = [tie(each) for each in data["owner"].get("relationships", ())]
    rules = {
        "criteria": ec.Criteria(**data.get("criteria", {})),
        "organizations": registry(data.get("organizations", {})),
    }
    return profile, [*people, *ties], rules


def audited(data: dict[str, Any]) -> ec.AuditResult:
    """The result of the scenario's audit."""
    profile, people, rules = stated(data)
    return ec.audit(profile, people, **rules)
