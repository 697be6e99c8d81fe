"""Results as text: tables, a summary, and files for other tools.

Every cell is made safe first: what a terminal would obey is shown as a visible stand-in, and
what a format would read as markup is escaped. The only module that imports tabulate.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import TextIO

import tabulate

from endorsecheck import _safe, _wording
from endorsecheck.codes import Reason, Verdict
from endorsecheck.exceptions import ModelError
from endorsecheck.findings import AuditResult, Finding
from endorsecheck.people import name_key, url_key

__all__ = [
    "COLUMNS",
    "FORMATS",
    "format_summary",
    "format_table",
    "write_csv",
    "write_jsonl",
]

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

_MOST_CELL = 120
"""Characters of a table cell; longer ones are cut, the last character being an ellipsis."""


def _verdict(finding: Finding) -> str:
    return finding.verdict.name.lower().replace("_", " ")


COLUMNS: Mapping[str, Callable[[Finding], str]] = {
    "endorser": lambda each: each.endorsement.endorser.name or each.endorsement.endorser.url or "",
    "url": lambda each: _safe.web_address(each.endorsement.endorser.url) or "",
    "skill": lambda each: each.endorsement.skill,
    "endorsed": lambda each: str(each.endorsement.date),
    "status": lambda each: each.endorsement.status.value,
    "verdict": _verdict,
    "reasons": lambda each: ", ".join(reason.value for reason in each.reasons),
    "why": _wording.sentence,
    "to settle it": lambda each: each.counterfactual or "",
    "remedy": lambda each: each.remedies[-1].value.replace("-", " ") if each.remedies else "",
}
"""The columns of :func:`format_table` and what each shows of a finding."""

_DEFAULT = ("endorser", "skill", "endorsed", "why")
_DEFAULT_MIXED = ("endorser", "skill", "endorsed", "verdict", "why")


def format_table(
    result: AuditResult,
    *,
    verdicts: Collection[Verdict] = (Verdict.CANNOT_ATTEST,),
    by: str = "endorsement",
    tablefmt: str = "simple",
    columns: Sequence[str] | None = None,
    limit: int | None = None,
) -> str:
    """A table of findings, and below it one line with the counts.

    Args:
        result: What :func:`endorsecheck.audit` gave.
        verdicts: Which findings are listed; those that can't attest if not given.
        by: ``"endorsement"`` for a row each, ``"endorser"`` for a row per person.
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
    listed = result.with_verdict(*verdicts)
    header, rows = _rows(listed, by=by, columns=columns, mixed=len(set(verdicts)) > 1)
    parts = [_table(header, rows[:limit], escape, tablefmt)] if rows else []
    if limit is not None and len(rows) > limit:
        parts.append(f"... and {len(rows) - limit} more")
    return "\n".join([*parts, *[""] * bool(parts), escape(_counts_line(result))])


def format_summary(result: AuditResult) -> str:
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
    lines = [f"Endorsements of {owner}, as of {result.as_of}:"]
    for verdict, count in result.counts.items():
        lines.append(f"{count:>7} {verdict.value.replace('-', ' ')}: {verdict.explanation}")
        lines += [f"{n:>11} {reason.value}" for reason, n in _by_reason(result, verdict)]
    hidden = sum(not each.is_shown for each in result.findings)
    lines += [f"{hidden:>7} not shown on the profile, left out above"] * bool(hidden)
    return "\n".join(lines)


def write_csv(result: AuditResult, file: TextIO) -> None:
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
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(COLUMNS)
    for finding in result.findings:
        writer.writerow([_safe.cell(show(finding)) for show in COLUMNS.values()])


def write_jsonl(result: AuditResult, file: TextIO) -> None:
    """Write all findings as JSON Lines in ASCII, one object each, as ``to_dict`` has them.

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
    file.writelines(
        json.dumps(finding, sort_keys=True) + "\n"
        for finding in result.to_dict().get("findings", ())
    )


def _escape_of(tablefmt: str) -> Callable[[str], str]:
    try:
        return _ESCAPES[tablefmt]
    except KeyError:
        msg = f"tablefmt: expected one of {', '.join(FORMATS)}, found {tablefmt!r}"
        raise ModelError(msg) from None


def _rows(
    findings: Sequence[Finding], *, by: str, columns: Sequence[str] | None, mixed: bool
) -> tuple[Sequence[str], list[list[str]]]:
    if by == "endorser":
        return _BY_ENDORSER, list(_endorser_rows(findings))
    if by != "endorsement":
        msg = f"by: expected 'endorsement' or 'endorser', found {by!r}"
        raise ModelError(msg)
    names = columns if columns is not None else (_DEFAULT_MIXED if mixed else _DEFAULT)
    for name in names:
        if name not in COLUMNS:
            msg = f"columns: expected names of {', '.join(COLUMNS)}, found {name!r}"
            raise ModelError(msg)
    return names, [[COLUMNS[name](each) for name in names] for each in findings]


_BY_ENDORSER = ("endorser", "skills", "why", "remedy")


def _endorser_rows(findings: Iterable[Finding]) -> Iterator[list[str]]:
    groups: dict[str, list[Finding]] = {}
    for each in findings:
        endorser = each.endorsement.endorser
        key = url_key(endorser.url) or name_key(endorser.name)
        groups.setdefault(key, []).append(each)
    for group in groups.values():
        skills = ", ".join(each.endorsement.skill for each in group)
        first = group[0]
        yield [
            COLUMNS["endorser"](first),
            skills,
            _wording.sentence(first),
            COLUMNS["remedy"](first),
        ]


def _table(
    header: Sequence[str], rows: Sequence[Sequence[str]], escape: Callable[[str], str], fmt: str
) -> str:
    titles = [name.capitalize() for name in header]
    cells = [[_cell(text, escape) for text in row] for row in rows]
    return tabulate.tabulate(cells, titles, tablefmt=fmt, disable_numparse=True)


def _cell(text: str, escape: Callable[[str], str]) -> str:
    return escape(_safe.shortened(" ".join(text.split(" ")), _MOST_CELL))


def _counts_line(result: AuditResult) -> str:
    counts = result.counts
    total = sum(counts.values())
    parts = [
        f"{counts[Verdict.CANNOT_ATTEST]} of {total} endorsements can't attest",
        f"{counts[Verdict.CAN_ATTEST]} can",
        f"{counts[Verdict.MIGHT_ATTEST]} might",
        f"{counts[Verdict.UNKNOWN]} unknown{_why_unknown(result)}",
    ]
    return "; ".join(parts)


_MISSING = {
    Reason.NO_HISTORY: "no history on file",
    Reason.INCOMPLETE_HISTORY: "incomplete history",
    Reason.WITHHELD_EMPLOYER: "withheld employer",
    Reason.AMBIGUOUS_PERSON: "ambiguous person",
}


def _why_unknown(result: AuditResult) -> str:
    reasons = _by_reason(result, Verdict.UNKNOWN)
    if len(reasons) == 1:
        return f": {_MISSING[reasons[0][0]]}"
    named = ", ".join(f"{n} {_MISSING[reason]}" for reason, n in reasons)
    return f": {named}" if named else ""


def _by_reason(result: AuditResult, verdict: Verdict) -> list[tuple[Reason, int]]:
    """The first reasons of the findings shown with a verdict, the most frequent first."""
    counts: dict[Reason, int] = {}
    for each in result.findings:
        if each.is_shown and each.verdict is verdict:
            counts[each.reasons[0]] = counts.get(each.reasons[0], 0) + 1
    order = list(Reason)
    return sorted(counts.items(), key=lambda item: (-item[1], order.index(item[0])))
