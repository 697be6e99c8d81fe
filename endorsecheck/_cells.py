"""The lines of a CSV of many findings, where most say what a line before them said.

Findings stand person by person, so what is shown of the person and of the judgement is kept
until another comes; skills, days and statuses are few, and what is shown of each is kept for good.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from endorsecheck import _safe
from endorsecheck._groups import Given
from endorsecheck._tables import COLUMNS, OF_PARTS, AnyFinding
from endorsecheck.codes import Reason

__all__: list[str] = []

_WHO = ("endorser", "url")
_WHY = ("why", "to settle it")
_REST = ("waiver", "source")
"""Columns that are made for one person, or for one judgement."""

_MOST = 2**14
"""Different days or skills of which is kept what is shown."""


def lines(cases: Iterable[tuple[AnyFinding, Given]]) -> Iterator[str]:
    """All columns of each finding as a line of CSV, made safe for spreadsheets.

    Args:
        cases: Findings and endorsements. Of those by one person that nothing tells apart one
            finding may stand for all.
    """
    skill, day, status, verdict, reasons, remedy = map(_kept, OF_PARTS.values())
    last: AnyFinding | None = None
    counterpart: object = None
    who = said = ""
    for finding, given in cases:
        if given.counterpart is not counterpart:
            counterpart = given.counterpart
            who = joined([COLUMNS[name](finding) for name in _WHO])
        if finding is not last and (last is None or not _say_the_same(finding, last)):
            codes = f"{verdict(finding.verdict)},{reasons(finding.reasons)}"
            why = joined([COLUMNS[name](finding) for name in _WHY])
            rest = joined([COLUMNS[name](finding) for name in _REST])
            said = f"{codes},{why},{remedy(finding.remedies)},{rest}"
        last = finding
        few = f"{skill(given.skill)},{day(given.date)},{status(given.status)}"
        yield f"{who},{few},{said}\n"


def joined(texts: Iterable[str]) -> str:
    """Cells of a CSV, made safe for spreadsheets; none holds the end of a line."""
    return ",".join([text and _quoted(_safe.cell(text)) for text in texts])


def _quoted(cell: str) -> str:
    """A cell as the module ``csv`` would write it among others."""
    if '"' in cell:
        cell = cell.replace('"', '""')
    elif "," not in cell:
        return cell
    return f'"{cell}"'


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


def _kept(show: Callable[[object], str]) -> Callable[[object], str]:
    """The cells for parts of which there are few, made once for each.

    A part is held, so that no other takes its id.
    """
    known: dict[int, tuple[object, str]] = {}

    def cell(part: object) -> str:
        found = known.get(id(part))
        if found is None:
            found = part, joined([show(part)])
            if len(known) < _MOST:
                known[id(part)] = found
        return found[1]

    return cell
