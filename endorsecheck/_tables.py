"""What the tables of a report show: columns, and rows of findings, people, skills, engagements."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from endorsecheck import _addresses, _safe, _wording
from endorsecheck._groups import remedies
from endorsecheck.codes import Reason, Remedy, Verdict
from endorsecheck.exceptions import ModelError
from endorsecheck.findings import AuditResult, Finding, GivenFinding, GivenResult, Group
from endorsecheck.models import Person

__all__: list[str] = []

AnyFinding = Finding | GivenFinding
AnyResult = AuditResult | GivenResult
AnyGroup = Group[Finding] | Group[GivenFinding]
Table = tuple[Sequence[str], list[list[str]]]
"""The names of the columns, and the rows."""


def verdict_name(verdict: Verdict) -> str:
    """A verdict as a table shows it."""
    code: str = verdict.value
    return code.replace("-", " ")


def address(url: str | None) -> str:
    """A profile URL, if it is plainly a web address and looks like no other; else nothing."""
    if url is None:
        return ""
    if _addresses.is_usual(url):
        return url if url.startswith("http") else f"https://{url}"
    if _addresses.fault(url) is not None:
        return ""
    return _safe.web_address(url) or ""


def _name(person: Person) -> str:
    return person.name or person.url or ""


def _why(finding: AnyFinding) -> str:
    return _wording.sentence(finding) + (" (waived)" if finding.is_waived else "")


def _waiver(finding: AnyFinding) -> str:
    waiver = finding.waiver if isinstance(finding, Finding) else None
    if waiver is None:
        return ""
    return waiver.why if waiver.until is None else f"{waiver.why} (until {waiver.until})"


def _source(finding: AnyFinding) -> str:
    telling = finding.telling
    return (telling.source if telling is not None else None) or ""


def _remedies(remedies: Sequence[Remedy]) -> str:
    return " or ".join(remedy.value.replace("-", " ") for remedy in remedies)


OF_PARTS: Mapping[str, Callable[[Any], str]] = {
    "endorser": _name,
    "url": lambda person: address(person.url),
    "skill": str,
    "endorsed": str,
    "status": lambda status: status.value,
    "verdict": verdict_name,
    "reasons": lambda reasons: ", ".join(reason.value for reason in reasons),
    "remedy": _remedies,
}
"""Columns that show a part of the endorsement or finding, and what each shows of that part."""

COLUMNS: Mapping[str, Callable[[AnyFinding], str]] = {
    "endorser": lambda each: OF_PARTS["endorser"](each.endorsement.counterpart),
    "url": lambda each: OF_PARTS["url"](each.endorsement.counterpart),
    "skill": lambda each: OF_PARTS["skill"](each.endorsement.skill),
    "endorsed": lambda each: OF_PARTS["endorsed"](each.endorsement.date),
    "status": lambda each: OF_PARTS["status"](each.endorsement.status),
    "verdict": lambda each: OF_PARTS["verdict"](each.verdict),
    "reasons": lambda each: OF_PARTS["reasons"](each.reasons),
    "why": _why,
    "to settle it": lambda each: each.counterfactual or "",
    "remedy": lambda each: OF_PARTS["remedy"](each.remedies),
    "waiver": _waiver,
    "source": _source,
}
"""The columns of a table of findings and what each shows of one."""

_DEFAULT = ("endorser", "skill", "endorsed", "why")
_DEFAULT_MIXED = ("endorser", "skill", "endorsed", "verdict", "why")


def titled(names: Sequence[str], result: AnyResult) -> tuple[str, ...]:
    """The names of columns as a table of that result has them."""
    first = "endorsee" if isinstance(result, GivenResult) else "endorser"
    return tuple(first if name == "endorser" else name for name in names)


def table(
    result: AnyResult,
    verdicts: Collection[Verdict],
    *,
    by: str,
    columns: Sequence[str] | None,
) -> Table:
    """The table of the findings with these verdicts, row by row or gathered.

    Raises:
        ModelError: A column or grouping that is not known.
    """
    person = "endorsee" if isinstance(result, GivenResult) else "endorser"
    tables: dict[str, Callable[[], Table]] = {
        "endorsement": lambda: _by_endorsement(result, verdicts, columns),
        person: lambda: _by_person(result, verdicts),
        "skill": lambda: _by("skill", result.by_skill(), verdicts),
        "engagement": lambda: _by("engagement", result.by_engagement(), verdicts),
    }
    if by not in tables:
        msg = f"by: expected one of {', '.join(map(repr, tables))}, found {by!r}"
        raise ModelError(msg)
    return tables[by]()


def _by_endorsement(
    result: AnyResult, verdicts: Collection[Verdict], columns: Sequence[str] | None
) -> Table:
    default = _DEFAULT_MIXED if len(set(verdicts)) > 1 else _DEFAULT
    names = columns if columns is not None else default
    for name in names:
        if name not in COLUMNS:
            msg = f"columns: expected names of {', '.join(COLUMNS)}, found {name!r}"
            raise ModelError(msg)
    listed = result.with_verdict(*verdicts)
    return titled(names, result), [[COLUMNS[name](each) for name in names] for each in listed]


def people(result: AnyResult) -> Sequence[AnyGroup]:
    """The findings person by person, those most worth acting on first."""
    return result.by_endorser() if isinstance(result, AuditResult) else result.by_endorsee()


def _by_person(result: AnyResult, verdicts: Collection[Verdict]) -> Table:
    names = ("endorser", "skills", *(("verdict",) if len(set(verdicts)) > 1 else ()))
    rows = []
    for group in people(result):
        listed = [each for each in group.findings if each.verdict in verdicts]
        if listed:
            skills = ", ".join(dict.fromkeys(each.endorsement.skill for each in listed))
            told = dict.fromkeys(verdict_name(each.verdict) for each in listed)
            reasons = dict.fromkeys(_why(each) for each in listed)
            verdict = [", ".join(told)] * (len(names) - 2)
            rows.append(
                [group.label, skills, *verdict, "; ".join(reasons), _remedies(remedies(listed))]
            )
    return titled((*names, "why", "remedy"), result), rows


_COUNTED = (
    Verdict.CANNOT_ATTEST,
    Verdict.CAN_ATTEST,
    Verdict.MIGHT_ATTEST,
    Verdict.UNKNOWN,
)


def _by(what: str, groups: Sequence[AnyGroup], verdicts: Collection[Verdict]) -> Table:
    """One row for each group that has such a finding, with the counts of what is shown."""
    rows = [
        [group.label, *(str(group.counts[verdict]) for verdict in _COUNTED), str(group.waived)]
        for group in groups
        if any(each.verdict in verdicts for each in group.findings)
    ]
    return (what, *map(verdict_name, _COUNTED), "waived"), rows


_MISSING = {
    Reason.NO_HISTORY: "no history on file",
    Reason.INCOMPLETE_HISTORY: "incomplete history",
    Reason.WITHHELD_EMPLOYER: "withheld employer",
    Reason.AMBIGUOUS_PERSON: "ambiguous person",
}


def counts_line(result: AnyResult) -> str:
    """How many endorsements have each verdict, in one line."""
    counts = result.counts
    total = sum(counts.values())
    what = f"{counts[Verdict.CANNOT_ATTEST]} of {total} endorsements"
    parts = [
        f"you can't attest to {what} you gave"
        if isinstance(result, GivenResult)
        else f"{what} can't attest",
        f"{counts[Verdict.CAN_ATTEST]} can",
        f"{counts[Verdict.MIGHT_ATTEST]} might",
        f"{counts[Verdict.UNKNOWN]} unknown{_why_unknown(result)}",
    ]
    waived = sum(each.is_waived for each in result.findings)
    return "; ".join(parts + [f"{waived} waived"] * bool(waived))


def _why_unknown(result: AnyResult) -> str:
    reasons = by_reason(result, Verdict.UNKNOWN)
    if len(reasons) == 1:
        return f": {_MISSING[reasons[0][0]]}"
    named = ", ".join(f"{n} {_MISSING[reason]}" for reason, n in reasons)
    return f": {named}" if named else ""


def by_reason(result: AnyResult, verdict: Verdict) -> list[tuple[Reason, int]]:
    """The first reasons of the findings shown with a verdict, the most frequent first."""
    counts: dict[Reason, int] = {}
    for each in result.findings:
        if each.is_shown and each.verdict is verdict:
            counts[each.reasons[0]] = counts.get(each.reasons[0], 0) + 1
    order = list(Reason)
    return sorted(counts.items(), key=lambda item: (-item[1], order.index(item[0])))
