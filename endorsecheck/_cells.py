"""The lines of a CSV of many findings, where most say what a line before them said.

What is shown of people, skills, days and statuses is made once for each, and what is shown of a
judgement once for the rows that are judged as one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from endorsecheck import _safe
from endorsecheck._ledger import Coded, Ledger
from endorsecheck._tables import COLUMNS, OF_PARTS, AnyFinding

__all__: list[str] = []

_OWN = ("why", "to settle it", "waiver", "source")
"""Columns of a judgement of which there may be many different cells."""
_TOGETHER = 64
"""Cells of a column that are looked at in one."""

_LETTERS = "A-Za-zÀ-ÖØ-öø-ňŊ-ž"
_CELL = rf"(?:[0-9{_LETTERS}][ !#-+\--~{_LETTERS}]*)?"
_USUAL = re.compile(f"{_CELL}(?:,{_CELL})*")
"""Cells that neither a spreadsheet nor the module ``csv`` would take for anything else."""


def lines(ledger: Ledger, rows: Sequence[int], ends: Iterable[str]) -> Iterator[str]:
    """All columns of each finding as a line of CSV, made safe for spreadsheets.

    Args:
        ledger: The endorsements.
        rows: Those of the findings, in order.
        ends: The cells of each from the verdict on, and the end of the line.
    """
    columns = (
        *(("endorser", ledger.people), ("url", ledger.people)),
        *(("skill", ledger.skills), ("endorsed", ledger.days), ("status", ledger.statuses)),
    )
    shown = (_shown(name, column, rows) for name, column in columns)
    return map(",".join, zip(*shown, ends, strict=True))


def _shown(name: str, column: Coded[Any], rows: Iterable[int]) -> Iterator[str]:
    """What a column shows of each row."""
    cells = _cells([*map(OF_PARTS[name], column.values)])
    return map(cells.__getitem__, map(column.codes.__getitem__, rows))


def _cells(texts: Sequence[str]) -> list[str]:
    """Each text as a cell."""
    cells: list[str] = []
    for first in range(0, len(texts), _TOGETHER):
        some = texts[first : first + _TOGETHER]
        cells += some if _usual(some) is not None else [joined([text]) for text in some]
    return cells


def judgements() -> Callable[[AnyFinding], str]:
    """Gives the cells from the verdict on, which are the same for rows judged as one."""
    why, fact, waiver, source = (COLUMNS[name] for name in _OWN)
    remedy = cache(OF_PARTS["remedy"])
    verdict, reasons = OF_PARTS["verdict"], OF_PARTS["reasons"]
    codes = cache(lambda *of: joined([verdict(of[0]), reasons(of[1])]))

    def cells(of: AnyFinding) -> str:
        words = joined((why(of), fact(of), remedy(of.remedies), waiver(of), source(of)))
        return f"{codes(of.verdict, of.reasons)},{words}\n"

    return cells


def joined(texts: Sequence[str]) -> str:
    """Cells of a CSV, made safe for spreadsheets; none holds the end of a line."""
    line = _usual(texts)
    if line is not None:
        return line
    return ",".join([text and _quoted(_safe.cell(text)) for text in texts])


def _usual(texts: Sequence[str]) -> str | None:
    """Cells that need neither quotes nor a guard, joined; ``None`` if not all are so."""
    line = ",".join(texts)
    is_usual = line.count(",") == len(texts) - 1 and _USUAL.fullmatch(line) is not None
    return line if is_usual else None


def _quoted(cell: str) -> str:
    """A cell as the module ``csv`` would write it among others."""
    if '"' in cell:
        cell = cell.replace('"', '""')
    elif "," not in cell:
        return cell
    return f'"{cell}"'
