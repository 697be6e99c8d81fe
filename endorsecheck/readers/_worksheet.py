"""The worksheet: what is to be found out about whom, as rows to fill in."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from typing import IO, TYPE_CHECKING

from endorsecheck.codes import Verdict
from endorsecheck.dates import PartialDate
from endorsecheck.models import Connection, Engagement, Project
from endorsecheck.people import name_key, url_key
from endorsecheck.readers._guard import guarded

if TYPE_CHECKING:
    from endorsecheck.findings import AuditResult, Finding
    from endorsecheck.models import Person

__all__: list[str] = []

COLUMNS = (
    *("Name", "URL", "Skills Endorsed", "Known"),
    *("Kind", "Organization", "Title", "Project", "Started On", "Finished On"),
    *("Complete", "Recorded On", "Relationship", "Skills", "Team", "Location", "Headcount"),
)
"""The columns, those that are filled in already first."""

_OPEN = (Verdict.UNKNOWN, Verdict.MIGHT_ATTEST)
_MOST_KNOWN = 5
"""Engagements that are shown as known."""


def write(result: AuditResult, stream: IO[str], connections: Iterable[Connection]) -> None:
    """Write the header, and a row for each endorser with an open verdict that is shown."""
    since = {url_key(each.person.url): each.connected_on for each in connections}
    writer = csv.writer(stream)
    writer.writerow(COLUMNS)
    for findings in _by_endorser(result):
        endorser = findings[0].endorsement.endorser
        known = _known(findings[0].person, since.get(url_key(endorser.url)))
        skills = sorted({each.endorsement.skill for each in findings})
        filled = (endorser.name, endorser.url or "", "; ".join(skills), known)
        blank = [""] * (len(COLUMNS) - len(filled))
        writer.writerow([*map(guarded, filled), *blank])


def _by_endorser(result: AuditResult) -> Iterable[list[Finding]]:
    """The open findings that are shown, in their order, endorser by endorser."""
    groups: dict[tuple[str | None, str], list[Finding]] = {}
    for each in result.findings:
        if each.verdict in _OPEN and each.is_shown:
            endorser = each.endorsement.endorser
            url = url_key(endorser.url)
            groups.setdefault((url, "" if url else name_key(endorser.name)), []).append(each)
    return groups.values()


def _known(person: Person | None, since: object) -> str:
    """What is on file of a person, in words."""
    engagements = person.history.engagements if person is not None else ()
    parts = [_stay(each) for each in engagements[:_MOST_KNOWN]]
    if len(engagements) > _MOST_KNOWN:
        parts.append(f"{len(engagements) - _MOST_KNOWN} more")
    if isinstance(since, PartialDate):
        parts.append(f"connected {since}")
    return "; ".join(parts)


def _stay(engagement: Engagement) -> str:
    what = engagement.name if isinstance(engagement, Project) else engagement.title
    names = ", ".join(filter(None, (what, engagement.organization)))
    return f"{names} ({engagement.period})"
