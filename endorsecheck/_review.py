"""Results as plain text to work from: the review, the observations, a comparison."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from endorsecheck import _addresses, _safe, _wording
from endorsecheck._comparison import Comparison
from endorsecheck._tables import (
    AnyFinding,
    AnyGroup,
    AnyResult,
    address,
    counts_line,
    people,
    verdict_name,
)
from endorsecheck.codes import ObservationCode, Remedy, Verdict
from endorsecheck.findings import AuditResult, Finding, Observation
from endorsecheck.models import Person

__all__: list[str] = []

_MOST_NAMED = 12
"""Skills or people that one line names."""
_MOST_TEXT = 200
"""Characters of a name or sentence; longer ones are cut, the last being an ellipsis."""

_REMEDIES = tuple(Remedy)

_OPEN = (Verdict.CANNOT_ATTEST, Verdict.UNKNOWN, Verdict.MIGHT_ATTEST)


def format_review(
    result: AnyResult,
    *,
    verdicts: Collection[Verdict] = _OPEN,
    limit: int | None = None,
) -> str:
    """The text a person works from: a block for each endorser, most worth acting on first.

    A block has the name and the profile URL (only one that is plainly what it looks like), for
    each verdict the skills, the evidence or near miss in one sentence and the fact that would
    settle it, and the remedies, the least destructive first, with what else they undo. Below
    the blocks stands one line with the counts.

    Args:
        result: What :func:`endorsecheck.audit` or :func:`endorsecheck.audit_given` gave.
        verdicts: Which findings are listed; all but "can attest" if not given.
        limit: The most blocks shown; how many more there are is said below them.

    Example:
        >>> import datetime as dt
        >>> import endorsecheck as ec
        >>> from endorsecheck import report
        >>> profile = ec.Profile(
        ...     owner=ec.Person("Dana Reyes"),
        ...     as_of=dt.date(2026, 6, 30),
        ...     endorsements=[ec.Endorsement("Python", ec.Person("Ravi Shah"))],
        ... )
        >>> print(report.format_review(ec.audit(profile)))
        1. Ravi Shah
           unknown for Python: no engagement is on file
             to settle it: the work history of Ravi Shah
           -> ask how they know the skill, or for a written recommendation: undoes nothing
        <BLANKLINE>
        0 of 1 endorsements can't attest; 0 can; 0 might; 1 unknown: no history on file
    """
    if not result.findings:
        return "No endorsements to audit."
    blocks = [block for group in people(result) if (block := _block(group, verdicts))]
    shown = [f"{number}. " + "\n   ".join(lines) for number, lines in enumerate(blocks[:limit], 1)]
    if limit is not None and len(blocks) > limit:
        shown.append(f"... and {len(blocks) - limit} more")
    return "\n\n".join([*shown, counts_line(result)])


def _text(text: str) -> str:
    return _safe.visible(_safe.shortened(text, _MOST_TEXT))


def _block(group: AnyGroup, verdicts: Collection[Verdict]) -> list[str]:
    """The lines of one person; none if no finding is listed."""
    listed = [each for each in group.findings if each.verdict in verdicts]
    if not listed or group.person is None:
        return []
    lines = [_text(group.label), *_address_lines(group.person)]
    for remedies in sorted({each.remedies for each in listed}, key=_reach, reverse=True):
        lines += _paragraphs([each for each in listed if each.remedies == remedies])
        lines += [
            f"{'or' if number else '->'} {remedy.explanation}"
            for number, remedy in enumerate(remedies)
        ]
    return lines


def _reach(remedies: Sequence[Remedy]) -> list[int]:
    """Sort key: how far the farthest of the remedies goes."""
    return sorted(map(_REMEDIES.index, remedies), reverse=True)


def _paragraphs(findings: Iterable[AnyFinding]) -> Iterator[str]:
    """What is said of findings with the same remedies, those of which the same is said once."""
    paragraphs: dict[tuple[str, ...], list[str]] = {}
    for each in findings:
        paragraphs.setdefault(_paragraph(each), []).append(each.endorsement.skill)
    for (verdict, remark, why, *more), skills in paragraphs.items():
        yield f"{verdict} {_named(skills)}{remark}: {_text(why)}"
        yield from (f"  {_text(line)}" for line in more)


def _address_lines(person: Person) -> list[str]:
    """The profile URL, or why it is not shown."""
    if person.url is None:
        return []
    if shown := address(person.url):
        return [shown] * (person.name != "" or shown != person.url)
    return [f"(address not shown: {_addresses.fault(person.url) or 'no web address'})"]


_WORDS = {
    Verdict.CAN_ATTEST: "can attest to",
    Verdict.MIGHT_ATTEST: "might attest to",
    Verdict.CANNOT_ATTEST: "cannot attest to",
    Verdict.UNKNOWN: "unknown for",
}


def _paragraph(finding: AnyFinding) -> tuple[str, ...]:
    """What is said of a finding: verdict, remark, sentence, and the lines below."""
    verdict = _WORDS[finding.verdict]
    if not isinstance(finding, Finding) and finding.verdict is not Verdict.UNKNOWN:
        verdict = f"you {verdict}"
    remark = "" if finding.is_shown else f" ({finding.endorsement.status.value}, not shown)"
    more = [f"to settle it: {finding.counterfactual}"] if finding.counterfactual else []
    if isinstance(finding, Finding) and finding.waiver is not None:
        until = f" until {finding.waiver.until}" if finding.waiver.until else ""
        more.append(f"waived{until}: {finding.waiver.why}")
    return (verdict, remark, _wording.sentence(finding), *more)


def _named(names: Iterable[str]) -> str:
    """Names in a row, each once, the first ones if there are many."""
    distinct = list(dict.fromkeys(names))
    shown = [_text(name) for name in distinct[:_MOST_NAMED]]
    if len(distinct) > _MOST_NAMED:
        shown.append(f"{len(distinct) - _MOST_NAMED} more")
    return ", ".join(shown)


def format_observations(result: AuditResult) -> str:
    """The patterns observed, each with its usual innocent explanation, as lines of text.

    Below them stand the patterns that were looked for and not found, and those that could not
    be looked for, as the profile lacks what they need.

    Example:
        >>> import datetime as dt
        >>> import endorsecheck as ec
        >>> from endorsecheck import report
        >>> dana = ec.Person("Dana Reyes")
        >>> profile = ec.Profile(
        ...     owner=dana, as_of=dt.date(2026, 6, 30), endorsements=[ec.Endorsement("Go", dana)]
        ... )
        >>> print(report.format_observations(ec.audit(profile)).splitlines()[0])
        self-endorsement: the endorser is the owner
    """
    seen: dict[ObservationCode, list[Observation]] = {}
    for each in result.observations:
        seen.setdefault(each.code, []).append(each)
    lines = [line for code in ObservationCode if code in seen for line in _seen(code, seen[code])]
    found_none = [code for code in result.patterns_run if code not in seen]
    lines += _codes("looked for and not found", found_none)
    others = [code for code in ObservationCode if code not in result.patterns_run]
    lines += _codes("not looked for", others)
    return "\n".join(lines)


def _seen(code: ObservationCode, observations: Sequence[Observation]) -> Iterator[str]:
    yield f"{code.value}: {code.explanation}"
    for each in observations:
        who = _named(_who(person, code) for person in each.people)
        skills = _named(each.skills)
        where = "; ".join(part for part in (who, skills, _days(each)) if part)
        yield f"  {where}: {_text(each.text)}" if where else f"  {_text(each.text)}"
    yield f"  innocent: {code.innocent}"


def _who(person: Person, code: ObservationCode) -> str:
    """The name, with the address where names do not tell people apart."""
    name = person.name or person.url or ""
    if code is not ObservationCode.LOOKALIKE_NAME or not person.name:
        return name
    return f"{name} ({address(person.url) or 'no plain address'})"


def _days(observation: Observation) -> str:
    first, last = observation.first, observation.last
    if observation.count == 0:
        return ""
    return str(first) if first == last else f"{first} to {last}"


def _codes(title: str, codes: Sequence[ObservationCode]) -> list[str]:
    return [f"{title}: {', '.join(code.value for code in codes)}"] if codes else []


def format_comparison(comparison: Comparison) -> str:
    """What is new, gone and changed between two audits, as lines of text.

    Example:
        >>> import datetime as dt
        >>> import endorsecheck as ec
        >>> from endorsecheck import report
        >>> profile = ec.Profile(owner=ec.Person("Dana Reyes"), as_of=dt.date(2026, 6, 30))
        >>> result = ec.audit(profile)
        >>> print(report.format_comparison(ec.compare(result, result)))
        From 2026-06-30 to 2026-06-30: 0 new, 0 gone, 0 changed, 0 unchanged
    """
    counts = f"{len(comparison.new)} new, {len(comparison.gone)} gone, "
    counts += f"{len(comparison.changed)} changed, {len(comparison.unchanged)} unchanged"
    lines = [f"From {comparison.before} to {comparison.after}: {counts}"]
    for title, findings in (("new", comparison.new), ("gone", comparison.gone)):
        lines += [f"{title}: {_of(each)}, {_state(each)}" for each in findings]
    lines += [
        f"changed: {_of(each.after)}, {_state(each.before)} -> {_state(each.after)}"
        f" ({_text(_wording.sentence(each.after))})"
        for each in comparison.changed
    ]
    return "\n".join(lines)


def _of(finding: Finding) -> str:
    endorser = finding.endorsement.endorser
    return f"{_text(endorser.name or endorser.url or '')} for {_text(finding.endorsement.skill)}"


def _state(finding: Finding) -> str:
    status = "" if finding.is_shown else f" ({finding.endorsement.status.value})"
    return verdict_name(finding.verdict) + status
