"""Results as text: tables, a summary, and files for other tools.

Every cell is made safe first: what a terminal would obey is shown as a visible stand-in, and
what a format would read as markup is escaped. The only module that imports tabulate.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, TextIO

from endorsecheck import _cells, _safe, _tables
from endorsecheck._plain import to_plain
from endorsecheck._tables import (
    AnyResult,
    by_reason,
    counts_line,
    table,
    titled,
    verdict_name,
)
from endorsecheck.codes import Verdict
from endorsecheck.exceptions import ModelError
from endorsecheck.findings import Finding, GivenFinding, GivenResult, said_by

__all__ = [
    "COLUMNS",
    "FORMATS",
    "format_comparison",
    "format_invitations",
    "format_observations",
    "format_review",
    "format_summary",
    "format_table",
    "write_csv",
    "write_jsonl",
]

_HOMES = {
    "format_comparison": "_review",
    "format_invitations": "_invitation_text",
    "format_observations": "_review",
    "format_review": "_review",
}
"""Where functions are defined that are imported when they are asked for."""

if TYPE_CHECKING:
    from endorsecheck._invitation_text import format_invitations
    from endorsecheck._review import format_comparison, format_observations, format_review
else:

    def __getattr__(name: str) -> object:
        """Import a function when it is first asked for."""
        if name not in _HOMES:
            msg = f"module {__name__!r} has no attribute {name!r}"
            raise AttributeError(msg, name=name)
        found = getattr(import_module(f"endorsecheck.{_HOMES[name]}"), name)
        globals()[name] = found
        return found


_FRAMES = ("outline", "simple_outline", "rounded_outline", "heavy_outline", "mixed_outline")
_GRIDS = ("grid", "simple_grid", "rounded_grid", "heavy_grid", "mixed_grid", "double_grid")
_MORE = ("double_outline", "fancy_outline", "fancy_grid", "presto", "pretty", "psql")
_MARKUP = ("html", "latex", "latex_booktabs", "latex_longtable")  # tabulate escapes these
_ESCAPES: dict[str, Callable[[str], str]] = {
    **dict.fromkeys(("simple", "plain", *_GRIDS, *_FRAMES, *_MORE, *_MARKUP), _safe.visible),
    "github": _safe.markdown,
    "pipe": _safe.markdown,
    "rst": _safe.restructured,
    "orgtbl": _safe.org,
    "tsv": _safe.cell,
}
FORMATS = tuple(_ESCAPES)
"""The formats of :func:`format_table`: those of tabulate for which escaping is known."""

COLUMNS: Mapping[str, Callable[[Finding | GivenFinding], str]] = _tables.COLUMNS
"""The columns of :func:`format_table` and what each shows of a finding.

In a table of endorsements that the owner gave, the first is called "endorsee".
"""

_ESCAPE = r"\\(?:ud[89ab]..\\ud[c-f]..|(ud[89a-f]..)|.)"
"""An escape in JSON; the group is half a surrogate pair without the other half."""

_PADDING = r" +(?=</t[dh]>)"
"""What aligns the source of a page and is not seen; how much depends on wcwidth being there."""

_MOST_CELL = 120
"""Characters of a table cell; longer ones are cut, the last character being an ellipsis."""


def format_table(
    result: AnyResult,
    *,
    verdicts: Collection[Verdict] = (Verdict.CANNOT_ATTEST,),
    by: str = "endorsement",
    tablefmt: str = "simple",
    columns: Sequence[str] | None = None,
    limit: int | None = None,
) -> str:
    """A table of findings, and below it one line with the counts.

    Args:
        result: What :func:`endorsecheck.audit` or :func:`endorsecheck.audit_given` gave.
        verdicts: Which findings are listed; those that can't attest if not given.
        by: ``"endorsement"`` for a row each, ``"endorser"`` for a row per person (``"endorsee"``
            for what the owner gave), ``"skill"`` or ``"engagement"`` for a row each with counts;
            the rows most worth acting on first, as in ``result.by_endorser()``.
        tablefmt: One of :data:`FORMATS`.
        columns: Names from :data:`COLUMNS`, in the order wanted (by endorsement only).
        limit: The most rows shown; how many more there are is said below the table.

    Raises:
        ModelError: A format, column or grouping that is not known.

    Example:
        >>> import datetime as dt
        >>> import endorsecheck as ec
        >>> from endorsecheck import report
        >>> profile = ec.Profile(owner=ec.Person("Dana Reyes"), as_of=dt.date(2026, 6, 30))
        >>> print(report.format_table(ec.audit(profile)))
        No endorsements to audit.
    """
    escape = _escape_of(tablefmt)
    if not result.findings:
        return "No endorsements to audit."
    header, rows = table(result, verdicts, by=by, columns=columns)
    parts = [_table(header, rows[:limit], escape, tablefmt)] if rows else []
    if limit is not None and len(rows) > limit:
        parts.append(f"... and {len(rows) - limit} more")
    return "\n".join([*parts, *[""] * bool(parts), escape(counts_line(result))])


def format_summary(result: AnyResult) -> str:
    """The counts of all verdicts, and under each its reasons, as lines of text.

    Example:
        >>> import datetime as dt
        >>> import endorsecheck as ec
        >>> from endorsecheck import report
        >>> profile = ec.Profile(owner=ec.Person("Dana Reyes"), as_of=dt.date(2026, 6, 30))
        >>> print(report.format_summary(ec.audit(profile)))
        No endorsements to audit.
    """
    if not result.findings:
        return "No endorsements to audit."
    owner = _safe.visible(result.owner.name or "the owner")
    what = "given by" if isinstance(result, GivenResult) else "of"
    lines = [f"Endorsements {what} {owner}, as of {result.as_of}:"]
    for verdict, count in result.counts.items():
        lines.append(f"{count:>7} {verdict_name(verdict)}: {verdict.explanation}")
        lines += [f"{n:>11} {reason.value}" for reason, n in by_reason(result, verdict)]
    hidden = sum(not each.is_shown for each in result.findings)
    lines += [f"{hidden:>7} not shown on the profile, left out above"] * bool(hidden)
    return "\n".join(lines)


def write_csv(result: AnyResult, file: TextIO) -> None:
    """Write all findings as CSV, one row each, with all columns of :data:`COLUMNS`.

    Cells that a spreadsheet would run are guarded by an apostrophe. Open the file with
    ``newline=""`` and UTF-8.

    Example:
        >>> import datetime as dt, io
        >>> import endorsecheck as ec
        >>> from endorsecheck import report
        >>> profile = ec.Profile(owner=ec.Person("Dana Reyes"), as_of=dt.date(2026, 6, 30))
        >>> file = io.StringIO()
        >>> report.write_csv(ec.audit(profile), file)
        >>> file.getvalue().split(",")[:2]
        ['endorser', 'url']
    """
    file.write(_cells.joined(titled(tuple(COLUMNS), result)) + "\n")
    file.writelines(_cells.lines(*said_by(result, _cells.judgements())))


def write_jsonl(result: AnyResult, file: TextIO) -> None:
    """Write all findings as JSON Lines in ASCII, one object each, as ``to_dict`` has them.

    Half a surrogate pair, which strict readers of JSON refuse, is written as U+FFFD.

    Example:
        >>> import datetime as dt, io
        >>> import endorsecheck as ec
        >>> from endorsecheck import report
        >>> profile = ec.Profile(owner=ec.Person("Dana Reyes"), as_of=dt.date(2026, 6, 30))
        >>> file = io.StringIO()
        >>> report.write_jsonl(ec.audit(profile), file)
        >>> file.getvalue()
        ''
    """
    import json  # noqa: PLC0415 # only this needs it

    file.writelines(
        re.sub(_ESCAPE, _whole, json.dumps(to_plain(finding), sort_keys=True)) + "\n"
        for finding in result.each_finding()
    )


def _escape_of(tablefmt: str) -> Callable[[str], str]:
    try:
        return _ESCAPES[tablefmt]
    except KeyError:
        msg = f"tablefmt: expected one of {', '.join(FORMATS)}, found {tablefmt!r}"
        raise ModelError(msg) from None


def _table(
    header: Sequence[str], rows: Sequence[Sequence[str]], escape: Callable[[str], str], fmt: str
) -> str:
    import tabulate  # noqa: PLC0415 # costs more than all else here, and only tables need it

    titles = [name.capitalize() for name in header]
    cells = [[_cell(text, escape) for text in row] for row in rows]
    text = tabulate.tabulate(cells, titles, tablefmt=fmt, disable_numparse=True)
    return re.sub(_PADDING, "", text) if fmt == "html" else text


def _cell(text: str, escape: Callable[[str], str]) -> str:
    return escape(_safe.shortened(" ".join(text.split(" ")), _MOST_CELL))


def _whole(escape: re.Match[str]) -> str:
    return "\\ufffd" if escape[1] else escape[0]
