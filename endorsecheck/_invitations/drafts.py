"""Short texts to answer or send an invitation with, in English, within a limit of characters."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from endorsecheck._invitations.records import Dot
from endorsecheck.codes import DotKind, Standing
from endorsecheck.evidence import Evidence
from endorsecheck.models import Person

__all__: list[str] = []

_MOST_DOTS = 2


def question(person: Person, dots: Sequence[Dot], *, most: int) -> str | None:
    """A question to somebody who sent an invitation, with the dots to mention.

    Args:
        person: Who sent it.
        dots: What to mention, the most telling first.
        most: Characters that it may have.
    """
    asked = [text for text in map(_asked, dots) if text]
    texts = (
        _joined(opening, *asked[:count], "How do we know each other?")
        for count in range(min(len(asked), _MOST_DOTS), -1, -1)
        for opening in (f"{_greeting(person)}, thank you for the invitation.", "")
    )
    return _first_fitting(texts, most)


def introduction(owner: Person, person: Person, dots: Sequence[Dot], *, most: int) -> str | None:
    """A note to send with an invitation; ``None`` if there is no dot to mention.

    Args:
        owner: Who sends it.
        person: To whom.
        dots: What to mention, the most telling first.
        most: Characters that it may have.
    """
    firm = [dot for dot in dots if dot.standing is Standing.FIRM and _told(dot)]
    return _first_fitting(_introductions(owner, person, firm or dots), most)


def _introductions(owner: Person, person: Person, dots: Sequence[Dot]) -> Iterator[str]:
    greeting, name = _greeting(person), _first_name(owner)
    said = [(_told(dot, dated=dated), _asked(dot)) for dated in (True, False) for dot in dots]
    for told, asked in said:
        text = f"{told}." if told else asked
        if text:
            inner = text[0].lower() + text[1:]
            yield _joined(f"{greeting},", inner, "Let's stay in touch.", name)
            yield _joined(f"{greeting},", inner, name)
            yield text[0].upper() + text[1:]


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)


def _first_fitting(texts: Iterable[str], most: int) -> str | None:
    return next((text for text in texts if len(text) <= most), None)


def _greeting(person: Person) -> str:
    return _joined("Hi", _first_name(person))


def _first_name(person: Person) -> str:
    return person.name.split()[0] if person.name else ""


def _told(dot: Dot, *, dated: bool = True) -> str:
    """A firm dot as a statement; empty if there is nothing to say of it."""
    evidence = dot.evidence
    if dot.standing is not Standing.FIRM or evidence is None:
        return ""
    if dot.kind is DotKind.RELATIONSHIP:
        tie = evidence.relationship
        known = tie is not None and tie.organization
        return f"we know each other from {known}" if known else ""
    verb = "worked on" if dot.kind is DotKind.PROJECT else "were at"
    return f"we both {verb} {dot.name}" + (_years(evidence) if dated else "")


def _years(evidence: Evidence) -> str:
    """The years that both certainly spent there."""
    overlap = evidence.overlap
    if overlap is None or overlap.first_day_latest is None:
        return ""
    first = overlap.first_day_latest
    last = first + dt.timedelta(days=max(overlap.min_days - 1, 0))
    if first.year == last.year:
        return f" in {first.year}"
    return f" from {first.year} to {last.year}"


def _asked(dot: Dot) -> str:
    """A dot as a question; empty if there is nothing to ask of it."""
    if dot.kind is DotKind.PERSON:
        return f"How do you know {dot.name}?"
    if dot.kind in (DotKind.EVENT, DotKind.RELATIONSHIP):
        return ""
    if dot.kind is DotKind.PROJECT:
        return f"Did you work on {dot.name} when I did?"
    return f"Were you at {dot.name} when I was there?"
