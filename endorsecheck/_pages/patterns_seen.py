"""The observations on the page: what was seen of a person beside them, the rest by itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import attrs

from endorsecheck._by_person import OnPerson
from endorsecheck._groups import key_of
from endorsecheck._pages.markup import element, text
from endorsecheck.codes import ObservationCode
from endorsecheck.findings import AuditResult, Observation

__all__: list[str] = []

_MOST_LISTED = 50
"""Observations that are listed under one pattern."""


@attrs.frozen
class Seen:
    """All observations of a result, by the people they name."""

    result: AuditResult
    by_key: dict[tuple[str, str], list[Observation]]

    @classmethod
    def of(cls, result: AuditResult) -> Seen:
        """The observations of a result."""
        by_key: dict[tuple[str, str], list[Observation]] = {}
        for each in result.observations:
            for key in {key_of(person) for person in each.people}:
                by_key.setdefault(key, []).append(each)
        return cls(result, by_key)

    def of_person(self, on: OnPerson) -> str:
        """What was seen of a person, as a line."""
        found = dict.fromkeys(each for key in sorted(on.keys) for each in self.by_key.get(key, ()))
        if not found:
            return ""
        counts = Counter(f"{each.code.value} ({each.text})" for each in found)
        words = "; ".join(f"{told}, {n} times" if n > 1 else told for told, n in counts.items())
        return element("p", element("strong", "Seen:") + " " + text(words, 2_000), cls="seen")

    def section(self, people: Iterable[OnPerson]) -> str:
        """Which patterns there are, what they usually mean, and what no person's card says."""
        told = {key for on in people for key in on.keys}
        codes = dict.fromkeys(each.code for each in self.result.observations)
        items = [self._pattern(code, told) for code in codes]
        parts = [element("ul", "\n".join(items))] * bool(items) + self._not_seen(set(codes))
        if not parts:
            return ""
        heading = element("h2", "Patterns") + element("p", "They change no verdict.", cls="muted")
        return element("section", heading + "\n".join(parts), cls="patterns")

    def _pattern(self, code: ObservationCode, told: set[tuple[str, str]]) -> str:
        seen = [each for each in self.result.observations if each.code is code]
        words = f" {len(seen)}: {code.explanation}. Often harmless: {code.innocent}."
        alone = [each for each in seen if not told.intersection(map(key_of, each.people))]
        return element("li", element("code", text(code.value)) + text(words) + _listed(alone))

    def _not_seen(self, found: set[ObservationCode]) -> list[str]:
        names = [code.value for code in self.result.patterns_run if code not in found]
        words = f"Looked for and not seen: {', '.join(names)}."
        return [element("p", text(words), cls="muted")] * bool(names)


def _listed(observations: Sequence[Observation]) -> str:
    """What was seen of nobody who has a card: of a skill, or of people who endorsed nothing."""
    if not observations:
        return ""
    items = [element("li", text(_told(each))) for each in observations[:_MOST_LISTED]]
    left = len(observations) - len(items)
    more = [element("li", f"and {left} more")] if left else []
    return element("ul", "\n".join([*items, *more]))


def _told(observation: Observation) -> str:
    """An observation with whom and which skills it concerns."""
    people = [person.name or person.url or "" for person in observation.people]
    concerned = ", ".join([*people, *observation.skills])
    return f"{concerned}: {observation.text}" if concerned else observation.text
