"""The lines of a CSV of many findings, where most say what a line before them said.

Findings stand person by person, so what is shown of the person and of the judgement is kept
until another comes; skills, days and statuses are few, and what is shown of each is kept for good.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

from endorsecheck import _safe
from endorsecheck._ledger import Ledger
from endorsecheck._tables import COLUMNS, OF_PARTS, AnyFinding

__all__: list[str] = []

_WHO = ("endorser", "url")
"""Columns that are made once for one person."""
_FEW = ("verdict", "reasons", "remedy")
"""Columns of a judgement of which there are few different cells."""
_MOST = 256
"""Cells of these that are kept."""

_USUAL = re.compile(r"(?:[A-Za-z0-9][ !#-+\--~]*)?(?:,(?:[A-Za-z0-9][ !#-+\--~]*)?)*")
"""Cells that neither a spreadsheet nor the module ``csv`` would take for anything else."""


def lines(ledger: Ledger, said: Iterable[tuple[str, Sequence[int]]]) -> Iterator[str]:
    """All columns of each finding as a line of CSV, made safe for spreadsheets.

    Args:
        ledger: The endorsements.
        said: The cells from the verdict on, with the rows that have these.
    """
    people, last, who = ledger.people.codes, -1, ""
    skills, days, statuses = ledger.skills.codes, ledger.days.codes, ledger.statuses.codes
    skill = _cells("skill", ledger.skills.values)
    day = _cells("endorsed", ledger.days.values)
    status = _cells("status", ledger.statuses.values)
    for end, rows in said:
        for row in rows:
            if people[row] != last:
                last = people[row]
                who = joined([OF_PARTS[name](ledger.people.values[last]) for name in _WHO])
            few = f"{skill[skills[row]]},{day[days[row]]},{status[statuses[row]]}"
            yield f"{who},{few},{end}\n"


def _cells(column: str, values: Sequence[object]) -> list[str]:
    """What a column shows of each of its values."""
    texts = [*map(OF_PARTS[column], values)]
    cells = joined(texts).split(",")
    return cells if len(cells) == len(texts) else [joined([text]) for text in texts]


def judgements() -> Callable[[AnyFinding], str]:
    """Gives the cells from the verdict on, which are the same for rows judged as one."""
    verdict, reasons, remedy = (lru_cache(_MOST)(OF_PARTS[name]) for name in _FEW)
    why, fact, waiver, source = (
        COLUMNS[name] for name in ("why", "to settle it", "waiver", "source")
    )

    def cells(of: AnyFinding) -> str:
        about = verdict(of.verdict), reasons(of.reasons), why(of), fact(of)
        return joined((*about, remedy(of.remedies), waiver(of), source(of)))

    return cells


def joined(texts: Sequence[str]) -> str:
    """Cells of a CSV, made safe for spreadsheets; none holds the end of a line."""
    line = ",".join(texts)
    if line.count(",") == len(texts) - 1 and _USUAL.fullmatch(line):
        return line
    return ",".join([text and _quoted(_safe.cell(text)) for text in texts])


def _quoted(cell: str) -> str:
    """A cell as the module ``csv`` would write it among others."""
    if '"' in cell:
        cell = cell.replace('"', '""')
    elif "," not in cell:
        return cell
    return f'"{cell}"'
