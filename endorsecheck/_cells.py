"""The cells of many findings, row by row, where most say what a row before them said.

Findings stand person by person, so what is shown of the person is kept until the next one;
days, skills and codes are few, and what is shown of each is kept for good.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from endorsecheck import _safe
from endorsecheck._tables import COLUMNS, AnyFinding

__all__: list[str] = []

_Show = Callable[[AnyFinding], str]
_Part = Callable[[AnyFinding], object]
_MOST = 2**14
"""Different days or skills of which is kept what is shown."""

_FEW: dict[str, _Part] = {
    "skill": lambda each: each.endorsement.skill,
    "endorsed": lambda each: each.endorsement.date,
    "status": lambda each: each.endorsement.status,
    "verdict": lambda each: each.verdict,
    "remedy": lambda each: each.remedies,
}
"""Columns that show a part of which there are few, and that part."""

_LIKE_THE_LAST: dict[str, _Part] = {
    "endorser": lambda each: each.endorsement.counterpart,
    "url": lambda each: each.endorsement.counterpart,
    "reasons": lambda each: each.reasons,
    "to settle it": lambda each: each.counterfactual,
}
"""Columns that show a part which findings that follow each other share, and that part."""

_OF_EVIDENCE = ("why", "source")
"""Columns that, without evidence and waiver, show no more than reasons and person."""


def rows(findings: Iterable[AnyFinding]) -> Iterator[list[str]]:
    """All columns of each finding, made safe for spreadsheets."""
    cells = [_cell(name, show) for name, show in COLUMNS.items()]
    for finding in findings:
        yield [cell(finding) for cell in cells]


def _cell(name: str, show: _Show) -> _Show:
    if name in _FEW:
        return _kept(show, _FEW[name])
    if name in _LIKE_THE_LAST:
        return _like_the_last(show, _LIKE_THE_LAST[name])
    return _of_evidence(show) if name in _OF_EVIDENCE else lambda each: _safe.cell(show(each))


def _kept(show: _Show, part: _Part) -> _Show:
    """The cell, made once for each part (the parts are held, so that none takes another's id)."""
    known: dict[int, tuple[object, str]] = {}

    def cell(finding: AnyFinding) -> str:
        shown = part(finding)
        found = known.get(id(shown))
        if found is None:
            found = shown, _safe.cell(show(finding))
            if len(known) < _MOST:
                known[id(shown)] = found
        return found[1]

    return cell


def _like_the_last(show: _Show, part: _Part) -> _Show:
    """The cell, made anew where the part is not that of the finding before."""
    last: object = _NOTHING
    text = ""

    def cell(finding: AnyFinding) -> str:
        nonlocal last, text
        shown = part(finding)
        if shown is not last:
            last, text = shown, _safe.cell(show(finding))
        return text

    return cell


_NOTHING = object()


def _of_evidence(show: _Show) -> _Show:
    """The cell, made anew where there is evidence or the person or reasons are others."""
    person: object = _NOTHING
    reasons: object = _NOTHING
    text = ""

    def cell(finding: AnyFinding) -> str:
        nonlocal person, reasons, text
        if finding.evidence or finding.is_waived:
            return _safe.cell(show(finding))
        if finding.person is not person or finding.reasons is not reasons:
            person, reasons = finding.person, finding.reasons
            text = _safe.cell(show(finding))
        return text

    return cell
