"""What the rules of the patterns look at, and how they say what they saw."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from functools import cached_property
from itertools import chain
from typing import TypeVar

from endorsecheck._groups import PersonKeys, person_key
from endorsecheck._results import Finding, Observation
from endorsecheck._skills import SkillNames
from endorsecheck._text import fold
from endorsecheck.codes import ObservationCode
from endorsecheck.dates import DateMark, PartialDate
from endorsecheck.models import Criteria, Person, Profile
from endorsecheck.people import name_key, url_key

__all__: list[str] = []

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)

PersonKey = tuple[str, str]
"""Whether by URL or by name, and which."""

Observed = list[Observation] | None
"""What a rule saw; ``None`` if the profile lacks what the rule needs."""


class Scene:
    """The findings of an audit and what they came from.

    Args:
        profile: The owner, and what is said of them.
        findings: Of all endorsements.
        people: What is known of people from elsewhere.
        criteria: The thresholds.
    """

    def __init__(
        self,
        profile: Profile,
        findings: Sequence[Finding],
        people: Sequence[Person],
        criteria: Criteria,
    ) -> None:
        self.profile = profile
        self.findings = findings
        self.people = people
        self.criteria = criteria

    @cached_property
    def skills(self) -> SkillNames:
        """Which names of skills are one skill."""
        return SkillNames(self.criteria.skill_aliases)

    @cached_property
    def by_endorser(self) -> list[list[Finding]]:
        """The findings by the endorser's record, as the endorsements have it."""
        groups = gathered(self.findings, lambda each: id(each.endorsement.endorser))
        return list(groups.values())

    @cached_property
    def by_skill(self) -> list[list[Finding]]:
        """The findings by the name of the skill, as it compares but for aliases."""
        keys: dict[str, str] = {}
        groups: dict[str, list[Finding]] = {}
        for each in self.findings:
            skill = each.endorsement.skill
            key = keys.get(skill)
            if key is None:
                keys[skill] = key = fold(skill)
            groups.setdefault(key, []).append(each)
        return list(groups.values())

    @cached_property
    def by_person(self) -> dict[PersonKey, list[Finding]]:
        """The findings endorser by endorser."""
        return gathered(self.findings, PersonKeys().of)

    def theirs(self, items: Iterable[tuple[Person, T]]) -> dict[PersonKey, list[T]]:
        """The items that belong to each endorser who has any, by profile URL.

        By name are compared only those of whom one has no URL, if nobody else bears the name.
        """
        told = list(items)
        keys = [_key(person) for person, _ in told]
        if any(kind == "name" for kind, _ in chain(self.by_person, keys)):
            return self._theirs_by_name(told)
        owned: dict[PersonKey, list[T]] = {}
        for key, (_, item) in zip(keys, told, strict=True):
            if key in self.by_person:
                owned.setdefault(key, []).append(item)
        return owned

    def _theirs_by_name(self, told: Sequence[tuple[Person, T]]) -> dict[PersonKey, list[T]]:
        """The same where not everybody has a URL."""
        owned: dict[PersonKey, list[T]] = {}
        bearers: dict[str, set[PersonKey]] = {}
        for person, item in told:
            key = _key(person)
            owned.setdefault(key, []).append(item)
            bearers.setdefault(name_key(person.name), set()).add(key)
        for key, group in self.by_person.items():
            bearers.setdefault(_name(group), set()).add(key)
        theirs = {
            key: [
                item for each in _one(key, bearers[_name(group)]) for item in owned.get(each, ())
            ]
            for key, group in self.by_person.items()
        }
        return {key: items for key, items in theirs.items() if items}


def _one(key: PersonKey, bearers: set[PersonKey]) -> list[PersonKey]:
    """The keys of one person, among those of all who bear the name."""
    is_pair = len(bearers) == 2 and any(kind == "name" for kind, _ in bearers)  # noqa: PLR2004 # a pair
    return sorted(bearers) if is_pair else [key]


def _key(person: Person) -> PersonKey:
    url = url_key(person.url)
    return ("name", name_key(person.name)) if url is None else ("url", url)


def _name(group: Sequence[Finding]) -> str:
    return name_key(group[0].endorsement.endorser.name)


def gathered(items: Iterable[T], key: Callable[[T], K]) -> dict[K, list[T]]:
    """The items in groups of one key, in their order."""
    groups: dict[K, list[T]] = {}
    for each in items:
        groups.setdefault(key(each), []).append(each)
    return groups


def plural(count: int, word: str) -> str:
    """A number and what it counts: "1 endorsement", "2 endorsements"."""
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


def observation(
    code: ObservationCode,
    findings: Sequence[Finding],
    text: str,
    *,
    others: Iterable[Person] = (),
) -> Observation:
    """What was seen in some findings.

    Args:
        code: Which pattern.
        findings: Those it was seen in; their endorsers are named, each once.
        text: What was seen.
        others: People named after them.
    """
    endorsers = {person_key(each): each.endorsement.endorser for each in findings}
    people = sorted(endorsers.values(), key=by_name)
    dates = [each.endorsement.date for each in findings]
    days = sorted({day for day in dates if isinstance(day, PartialDate)})
    return Observation(
        code=code,
        text=text,
        people=[bare(each) for each in (*people, *others)],
        skills=sorted({each.endorsement.skill for each in findings}),
        count=len(findings),
        first=days[0] if days else DateMark.UNKNOWN,
        last=days[-1] if days else DateMark.UNKNOWN,
    )


def bare(person: Person) -> Person:
    """A person's name and URL alone."""
    more = person.history.engagements or person.relationships or person.provenance
    return Person(person.name, person.url) if more else person


def by_name(person: Person) -> tuple[str, str, str]:
    """Sort key of people: folded name, URL, then the name as spelled."""
    return name_key(person.name), person.url or "", person.name
