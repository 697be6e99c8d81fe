"""Pictures in words: headlines, and what a screen reader says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from endorsecheck import _wording
from endorsecheck._by_person import OnPerson
from endorsecheck._pictures.band_shapes import Band
from endorsecheck._pictures.bar_shapes import Bar
from endorsecheck._pictures.mark_shapes import Mark, words_of
from endorsecheck.codes import Verdict
from endorsecheck.findings import Finding
from endorsecheck.models import Person

__all__: list[str] = []


def called(person: Person) -> str:
    """What to call a person: the name, else the URL."""
    return person.name or person.url or ""


def standing_of(person: Person, as_of: dt.date) -> str:
    """What is known of a person's history; the day it speaks for where that is another."""
    history = person.history
    if not history.engagements:
        return "no history on file"
    day = history.recorded_on or as_of
    until = f" to {day}" if day != as_of else ""
    return f"history {'' if history.complete else 'in'}complete{until}"


def verdicts(findings: Iterable[Finding]) -> str:
    """The verdicts on some endorsements, with numbers where there are several."""
    found = [each.verdict for each in findings]
    kinds = [verdict for verdict in Verdict if verdict in found]
    if len(kinds) == 1:
        return words_of(kinds[0])
    counted = [f"{found.count(kind)} {words_of(kind)}" for kind in kinds]
    return ", ".join(counted) or "no endorsements"


def headline(person: Person, findings: tuple[Finding, ...]) -> tuple[Verdict, str, str]:
    """The most hopeful verdict, all verdicts in words, and why: for the first one of it."""
    if not findings:
        return Verdict.UNKNOWN, "No endorsements", "nothing to attest"
    verdict = OnPerson(person=person, findings=findings).verdict
    first = next(each for each in findings if each.verdict is verdict)
    return verdict, verdicts(findings).capitalize(), _wording.sentence(first)


def title(owner: Person, endorser: Person, findings: Iterable[Finding]) -> str:
    """Who is drawn, and the verdicts."""
    return f"{called(owner)} and {called(endorser)}: {verdicts(findings)}"


def history(person: Person, role: str, bars: Sequence[Bar]) -> str:
    """One person's bars."""
    told = "; ".join(bar.told for bar in bars) or "nothing on file"
    return f"{called(person)}, {role}: {told}."


def meeting(band: Band) -> str:
    """What two stays share."""
    return f"{band.mine.name} and {band.theirs.name}: {band.text}."


def given(mark: Mark) -> str:
    """The endorsements of one day."""
    return f"{mark.told[:1].upper()}{mark.told[1:]}."
