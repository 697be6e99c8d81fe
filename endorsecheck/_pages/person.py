"""One person on the page: what was found, why, what to do, and the picture beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from endorsecheck import _safe, _wording
from endorsecheck._by_person import OnPerson
from endorsecheck._pages.markup import element, icon, text
from endorsecheck._pages.patterns_seen import Seen
from endorsecheck._pages.ties import Ties
from endorsecheck._pictures import timeline_svg
from endorsecheck._pictures.mark_shapes import words_of
from endorsecheck._timeline import Timeline
from endorsecheck.codes import Remedy
from endorsecheck.dates import PartialDate
from endorsecheck.findings import AuditResult, Finding
from endorsecheck.waivers import Waiver

__all__: list[str] = []

_WIDTH = 340
"""Width in px at which a timeline is drawn; it grows and shrinks with the page."""

_MOST_SKILLS = 50
"""Skills that are named in one list."""


def card(on: OnPerson, result: AuditResult, ties: Ties, seen: Seen) -> str:
    """The person as one item of the list."""
    verdicts = dict.fromkeys(each.verdict.value for each in on.findings)
    blocks = [_block(group) for group in _alike(on.findings)]
    parts = [_name(on), *blocks, _also(on, ties), seen.of_person(on)]
    words = element("div", "\n".join(part for part in parts if part), cls="words")
    return element("li", words + _picture(on, result), cls=f"person {' '.join(verdicts)}")


def _name(on: OnPerson) -> str:
    name = element("span", text(on.name, 200), dir="auto")
    url = _safe.web_address(on.person.url or on.findings[0].endorsement.endorser.url)
    link = ""
    if url is not None:
        link = " " + element("a", "profile", href=text(url, 2_000), rel="noopener noreferrer")
    return element("h3", name + link)


def _alike(findings: Iterable[Finding]) -> list[list[Finding]]:
    """The findings in groups that differ in nothing but skill and day."""
    groups: dict[object, list[Finding]] = {}
    for each in findings:
        why = _wording.sentence(each)
        decided = (each.is_shown, each.waiver, each.remedies)
        key = (each.verdict, why, each.counterfactual, *decided)
        groups.setdefault(key, []).append(each)
    return list(groups.values())


def _block(findings: Sequence[Finding]) -> str:
    """What was found of some endorsements, why, and what to do."""
    first = findings[0]
    hidden = "" if first.is_shown else ", not shown on the profile"
    verdict = f"{icon(first.verdict)} {element('strong', text(words_of(first.verdict)))}"
    parts = [
        element("p", f"{verdict}{hidden}", cls="verdict"),
        _skills(findings),
        element("p", text(_wording.sentence(first)), cls="why"),
        _settle(first.counterfactual),
        _waived(first.waiver),
        _remedies(first.remedies),
    ]
    return element("div", "\n".join(part for part in parts if part), cls="block")


def _skills(findings: Sequence[Finding]) -> str:
    items = [element("li", _skill(each)) for each in findings[:_MOST_SKILLS]]
    left = len(findings) - len(items)
    more = [element("li", f"and {left} more")] if left else []
    return element("ul", "\n".join([*items, *more]), cls="skills")


def _skill(finding: Finding) -> str:
    date = finding.endorsement.date
    when = str(date) if isinstance(date, PartialDate) else "date unknown"
    skill = element("span", text(finding.endorsement.skill, 120), dir="auto")
    return f"{skill} {element('small', text(when))}"


def _settle(fact: str | None) -> str:
    if fact is None:
        return ""
    return element("p", element("strong", "Would settle it:") + " " + text(fact), cls="settle")


def _waived(waiver: Waiver | None) -> str:
    """The owner's decision to keep the endorsements."""
    if waiver is None:
        return ""
    until = f", until {waiver.until}" if waiver.until else ""
    told = element("strong", "Kept by your decision:") + " " + text(f"{waiver.why}{until}")
    return element("p", told, cls="waived")


def _remedies(remedies: Sequence[Remedy]) -> str:
    """What the owner can do, the gentlest first."""
    if remedies in ((), (Remedy.KEEP,)):
        return ""
    items = [element("li", text(_sentence(each))) for each in remedies]
    return element("ul", "\n".join(items), cls="remedies")


def _sentence(remedy: Remedy) -> str:
    return remedy.explanation[:1].upper() + remedy.explanation[1:]


def _also(on: OnPerson, ties: Ties) -> str:
    """What else ties the two, so that nobody undoes it unawares."""
    told = ties.with_keys(on.keys)
    if not told:
        return ""
    return element("p", text(f"Also between you: {'; '.join(told)}."), cls="also")


def _picture(on: OnPerson, result: AuditResult) -> str:
    """The timeline, where anything is on file that could be drawn."""
    if not (on.person.history.engagements or on.person.relationships):
        return ""
    drawn = Timeline(
        owner=result.owner, endorser=on.person, findings=on.findings, as_of=result.as_of
    )
    return element("div", timeline_svg.inset(drawn, _WIDTH), cls="picture")
