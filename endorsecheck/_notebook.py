"""A result as a notebook shows it: summary, overview, table, and the first timelines."""

from __future__ import annotations

from endorsecheck import report
from endorsecheck._by_person import OnPerson, by_person
from endorsecheck._pages.markup import element, icon, text
from endorsecheck._pictures import overview_svg, timeline_svg
from endorsecheck._pictures.mark_shapes import words_of
from endorsecheck._pictures.style import STYLE
from endorsecheck._timeline import Overview, Timeline
from endorsecheck.codes import Verdict
from endorsecheck.findings import AuditResult

__all__: list[str] = []

_WIDTH = 720
_ROWS = 20
_TIMELINES = 5
"""Width of the pictures in px; the most rows of picture and table; the most timelines."""

_GAP = """\
.ec-shown{margin:0 0 10px;overflow-x:auto}
.ec-shown th,.ec-shown td{padding:3px 12px 3px 0;text-align:left;vertical-align:top}
.ec-shown td:nth-child(3){white-space:nowrap}
"""


def fragment(result: AuditResult) -> str:
    """The result as a piece of HTML: elements without action, and pictures."""
    if not result.findings:
        return element("div", element("p", "No endorsements to audit."))
    overview = Overview(result=result, limit=_ROWS)
    parts = [
        element("style", STYLE + _GAP),
        _summary(result),
        element("div", overview_svg.inset(overview, _WIDTH), cls="ec-shown"),
        _table(result),
        *_timelines(result),
    ]
    return element("div", "\n".join(parts))


def _summary(result: AuditResult) -> str:
    owner = element("strong", text(result.owner.name or result.owner.url or ""), dir="auto")
    counts = [f"{icon(each)} {n} {words_of(each)}" for each, n in result.counts.items()]
    return element("p", f"{owner}, as of {result.as_of}: {' · '.join(counts)}")


def _table(result: AuditResult) -> str:
    """The table, and each line below it as a paragraph."""
    written = report.format_table(result, verdicts=tuple(Verdict), tablefmt="html", limit=_ROWS)
    rows, end, rest = written.partition("</table>")
    lines = [element("p", line) for line in rest.splitlines() if line]
    return element("div", rows + end + "".join(lines), cls="ec-shown")


def _timelines(result: AuditResult) -> list[str]:
    """The first people of whom anything is on file, and how many more there are."""
    people = [each for each in by_person(result) if _is_known(each)]
    drawn = [_timeline(each, result) for each in people[:_TIMELINES]]
    left = len(people) - len(drawn)
    who = "person" if left == 1 else "people"
    more = element("p", f"and {left} more {who} with a history: endorsecheck.timeline draws each")
    return drawn + [more] * bool(left)


def _timeline(on: OnPerson, result: AuditResult) -> str:
    drawn = Timeline(
        owner=result.owner, endorser=on.person, findings=on.findings, as_of=result.as_of
    )
    return element("div", timeline_svg.inset(drawn, _WIDTH), cls="ec-shown")


def _is_known(on: OnPerson) -> bool:
    return bool(on.person.history.engagements or on.person.relationships)
