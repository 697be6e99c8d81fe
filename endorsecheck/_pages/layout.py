"""The parts of the page: summary with filters, overview, rules, people, observations.

Only elements and attributes that carry no action are written; pictures stand inside as SVG.
"""

from __future__ import annotations

from endorsecheck._by_person import by_person
from endorsecheck._pages.markup import element, icon, sample, text
from endorsecheck._pages.patterns_seen import Seen
from endorsecheck._pages.person import card
from endorsecheck._pages.ties import Ties
from endorsecheck._pictures import legend, overview_svg
from endorsecheck._pictures.mark_shapes import words_of
from endorsecheck._timeline import Overview
from endorsecheck.codes import Verdict
from endorsecheck.findings import AuditResult
from endorsecheck.models import Criteria, Profile

__all__: list[str] = []

_TILES = (Verdict.CANNOT_ATTEST, Verdict.UNKNOWN, Verdict.MIGHT_ATTEST, Verdict.CAN_ATTEST)
_ROWS = 40
"""People in the overview."""

_WIDE, _NARROW = 920, 360
"""Widths in px at which the overview is drawn, for screens and for phones."""


def title(result: AuditResult) -> str:
    """The title of the page."""
    return text(f"Endorsements of {_owner(result)}")


def body(result: AuditResult, profile: Profile | None) -> str:
    """All that is seen."""
    people = by_person(result)
    ties, seen = Ties.of(profile), Seen.of(result)
    cards = [card(each, result, ties, seen) for each in people]
    parts = [
        *(element("span", id=verdict.value, cls="anchor") for verdict in _TILES),
        _tiles(result, len(people)),
        _overview(result, len(people)),
        element("h2", text("People to review"), id="people"),
        _list(cards, result) if cards else _nothing(),
        seen.section(people),
    ]
    return (
        f"{_header(result)}\n{element('main', chr(10).join(parts), id='all')}\n{_footer(result)}\n"
    )


def _owner(result: AuditResult) -> str:
    return result.owner.name or result.owner.url or ""


def _header(result: AuditResult) -> str:
    name = element("span", text(_owner(result)), dir="auto")
    total = sum(result.counts.values())
    told = f"Who was in a position to attest? {total} shown on the profile, as of {result.as_of}."
    return element("header", element("h1", f"Endorsements of {name}") + element("p", text(told)))


def _tiles(result: AuditResult, people: int) -> str:
    """The counts, each a link that leaves only the people with that verdict; a way back then."""
    tiles = [_tile(verdict, result.counts[verdict]) for verdict in _TILES]
    if people:
        tiles.append(element("small", "Choose a verdict to see its people alone.", cls="hint"))
        tiles.append(element("a", "Show everyone", href="#all", cls="everyone"))
    return element("div", "\n".join(tiles), cls="tiles")


def _tile(verdict: Verdict, count: int) -> str:
    inner = (
        element("strong", f"{icon(verdict)}{count}")
        + element("span", words_of(verdict))
        + element("small", text(verdict.explanation))
    )
    return element("a", inner, href=f"#{verdict.value}", cls=f"tile {verdict.value}")


def _overview(result: AuditResult, people: int) -> str:
    if not people:
        return ""
    overview = Overview(result=result, limit=_ROWS)
    pictures = [
        element("div", overview_svg.inset(overview, width), cls=look)
        for width, look in ((_WIDE, "wide"), (_NARROW, "narrow"))
    ]
    return element("section", element("h2", "At a glance") + "\n".join(pictures), cls="overview")


def _key_line(result: AuditResult) -> str:
    """What the marks in the pictures mean."""
    items = legend.samples(result.as_of, legend.SHARED_BAND)
    return element("p", "\n".join(sample(*item) for item in items), cls="key")


def _list(cards: list[str], result: AuditResult) -> str:
    """The people, and before them the key of their pictures."""
    return _key_line(result) + "\n" + element("ol", "\n".join(cards), cls="people")


def _nothing() -> str:
    return element("p", "No endorsements to audit.", cls="nothing")


def _footer(result: AuditResult) -> str:
    return element(
        "footer",
        element("p", text(_rules(result.criteria)))
        + element(
            "p",
            "“Cannot attest” means that no shared period is on record. It says nothing of "
            "anybody’s honesty or skill, and is no ground for decisions about employment.",
        )
        + element("p", "Made by endorsecheck. This page loads nothing and sends nothing."),
    )


def _rules(criteria: Criteria) -> str:
    days = criteria.min_overlap_days
    unit = "day" if days == 1 else "days"
    return (
        f"Rules of this audit: at least {days} {unit} certainly shared; to share an organization "
        f"of more than {criteria.large_organization} people is not enough without a shared team "
        "or place."
    )
