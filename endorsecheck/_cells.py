"""The cells of many findings, row by row, where most say what a row before them said.

Findings stand person by person, so what is shown of the person and of the judgement is kept
until another comes; skills, days and statuses are few, and what is shown of each is kept for good.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from endorsecheck import _safe
from endorsecheck._tables import COLUMNS, AnyFinding
from endorsecheck.codes import Reason

__all__: list[str] = []

_WHO = ("endorser", "url")
_FEW = ("skill", "endorsed", "status")
_CODES = ("verdict", "reasons")
_WORDS = ("why", "to settle it")
_REST = ("waiver", "source")
"""All columns are these, in their order, with "remedy" before the last two."""

_MOST = 2**14
"""Different days or skills of which is kept what is shown."""


def rows(findings: Iterable[AnyFinding]) -> Iterator[list[str]]:
    """All columns of each finding, made safe for spreadsheets."""
    skills, days, statuses = map(_Kept, _FEW)
    verdicts, reasons = map(_Kept, _CODES)
    remedies = _Kept("remedy")
    last: AnyFinding | None = None
    who: list[str] = []
    said: list[str] = []
    for finding in findings:
        given = finding.endorsement
        if last is None or given.counterpart is not last.endorsement.counterpart:
            who = _cells(_WHO, finding)
        if last is None or not _say_the_same(finding, last):
            said = [
                verdicts.cell(finding.verdict, finding),
                reasons.cell(finding.reasons, finding),
                *_cells(_WORDS, finding),
                remedies.cell(finding.remedies, finding),
                *_cells(_REST, finding),
            ]
        few = (
            skills.cell(given.skill, finding),
            days.cell(given.date, finding),
            statuses.cell(given.status, finding),
        )
        yield [*who, *few, *said]
        last = finding


def _cells(names: Iterable[str], finding: AnyFinding) -> list[str]:
    texts = [COLUMNS[name](finding) for name in names]
    return [_safe.cell(text) if text else "" for text in texts]


def _say_the_same(one: AnyFinding, other: AnyFinding) -> bool:
    """Whether two findings were judged as one; how much too early depends on the day."""
    if (
        one.verdict is not other.verdict
        or one.reasons is not other.reasons
        or one.evidence is not other.evidence
        or one.person is not other.person
        or one.remedies is not other.remedies
        or one.counterfactual is not other.counterfactual
        or one.is_waived
        or other.is_waived
    ):
        return False
    return (
        Reason.ENDORSED_BEFORE_OVERLAP not in one.reasons
        or one.endorsement.date is other.endorsement.date
    )


class _Kept:
    """The cells of a column that shows a part of which there are few, made once for each.

    Args:
        name: The column.
    """

    def __init__(self, name: str) -> None:
        self._show = COLUMNS[name]
        self._known: dict[int, tuple[object, str]] = {}

    def cell(self, part: object, finding: AnyFinding) -> str:
        """The cell for a part (which is held, so that no other takes its id)."""
        found = self._known.get(id(part))
        if found is None:
            found = part, _safe.cell(self._show(finding))
            if len(self._known) < _MOST:
                self._known[id(part)] = found
        return found[1]
