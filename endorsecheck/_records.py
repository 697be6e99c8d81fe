"""A result as flat records, which data frames take as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from endorsecheck._matching import name_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from endorsecheck.findings import AuditResult, Finding
    from endorsecheck.models import Engagement

__all__: list[str] = []

Record = dict[str, str | int]


def records_of(result: AuditResult) -> list[Record]:
    """One record for each finding, in their order; all have the same keys in the same order."""
    return [_record(finding) for finding in result.findings]


def _record(finding: Finding) -> Record:
    given, best = finding.endorsement, finding.telling
    return {
        "endorser": given.endorser.name,
        "url": given.endorser.url or "",
        "skill": given.skill,
        "endorsed": str(given.date),
        "status": given.status.value,
        "verdict": finding.verdict.value,
        "reasons": _joined(reason.value for reason in finding.reasons),
        "owner_at": _place(best.owner_engagement if best else None),
        "endorser_at": _place(best.endorser_engagement if best else None),
        "shared_days": best.overlap.min_days if best and best.overlap else 0,
        "source": (best.source if best else None) or "",
        "to_settle": finding.counterfactual or "",
        "remedies": _joined(remedy.value for remedy in finding.remedies),
        "waiver": finding.waiver.why if finding.waiver else "",
    }


def _joined(codes: Iterable[str]) -> str:
    return ", ".join(codes)


def _place(engagement: Engagement | None) -> str:
    if engagement is None:
        return ""
    return f"{name_of(engagement)}, {engagement.period}"
