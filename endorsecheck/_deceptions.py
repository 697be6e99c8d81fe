"""Patterns of looks: names that look like others, hidden characters, deceptive addresses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from endorsecheck import _addresses
from endorsecheck._confusables import skeleton
from endorsecheck._observing import Observed, Scene, by_name, gathered, observation
from endorsecheck._results import Finding, Observation
from endorsecheck._safe import is_plain
from endorsecheck.codes import ObservationCode
from endorsecheck.models import Person
from endorsecheck.people import name_key, url_key

__all__: list[str] = []


def hidden_characters(scene: Scene) -> Observed:
    """Names and skills with characters that do not show as themselves."""
    code = ObservationCode.HIDDEN_CHARACTERS
    plain = cache(is_plain)
    names = [
        each
        for group in scene.by_endorser
        if not is_plain(group[0].endorsement.endorser.name)
        for each in group
    ]
    bearers = gathered(names, lambda each: _spelling(each.endorsement.endorser))
    called = [
        [each for each in group if not plain(each.endorsement.skill)] for group in scene.by_skill
    ]
    return [
        *(observation(code, each, "in the endorser's name") for each in bearers.values()),
        *(observation(code, each, "in the name of the skill") for each in called if each),
    ]


def deceptive_addresses(scene: Scene) -> Observed:
    """Profile addresses that are not plainly a web address, or look like another."""
    urls = dict.fromkeys(group[0].endorsement.endorser.url for group in scene.by_endorser)
    faults = {url: _addresses.fault(url) for url in urls if url is not None}
    faulty = {url: fault for url, fault in faults.items() if fault is not None}
    if not faulty:
        return []
    groups = gathered(scene.findings, lambda each: each.endorsement.endorser.url)
    return [
        observation(ObservationCode.DECEPTIVE_ADDRESS, groups[url], fault)
        for url, fault in faulty.items()
    ]


def lookalikes(scene: Scene) -> Observed:
    """Endorsers whose name looks like that of another endorser, a colleague or the owner."""
    endorsers: dict[tuple[str, str | None], list[Finding]] = {}
    for group in scene.by_endorser:
        endorsers.setdefault(_spelling(group[0].endorsement.endorser), []).extend(group)
    others = _others(scene)
    looks = _looks([each.name for each in others] + [name for name, _ in endorsers])
    doubtful = _doubtful(looks, others, endorsers)
    bearers: dict[str, list[_Bearer]] = {look: [] for look in doubtful}
    known = {_spelling(each): each for each in others if looks.get(each.name) in doubtful}
    for (name, _), person in known.items():
        bearers[looks[name]].append(_Bearer(person))
    for (name, _), group in endorsers.items():
        if looks.get(name) in doubtful:
            bearers[looks[name]].append(_Bearer(group[0].endorsement.endorser, group))
    return [_lookalike(group) for group in bearers.values() if _are_several(group)]


def _doubtful(
    looks: Mapping[str, str],
    others: Iterable[Person],
    endorsers: Iterable[tuple[str, str | None]],
) -> dict[str, None]:
    """The looks of endorsers' names that are not all borne at one address."""
    theirs: dict[str, str] = {}
    doubtful: dict[str, None] = {}
    for name, url in endorsers:
        key = url_key(url) or ""
        look = looks.get(name)
        if look is not None and (theirs.setdefault(look, key) != key or not key):
            doubtful[look] = None
    for each in others:
        seen = looks.get(each.name, "")
        at = theirs.get(seen)
        if at and seen not in doubtful and url_key(each.url) != at:
            doubtful[seen] = None
    return doubtful


class _Bearer(NamedTuple):
    """Somebody with a name, and the findings on what they endorsed under it."""

    person: Person
    findings: Sequence[Finding] = ()


def _others(scene: Scene) -> list[Person]:
    """Everybody known who need not be an endorser."""
    connected = [each.person for each in scene.profile.connections]
    return [scene.profile.owner, *connected, *scene.people]


def _spelling(person: Person) -> tuple[str, str | None]:
    return person.name, person.url


def _looks(names: Iterable[str]) -> dict[str, str]:
    """One look for all names that are linked: one name but for case and blanks, or one look.

    Nobody looks like somebody without a name.
    """
    firsts: dict[str, str] = {}
    ends: dict[str, str] = {}
    looks = {name: skeleton(name) for name in dict.fromkeys(names) if name}
    for name, look in looks.items():
        first = firsts.setdefault(name_key(name), look)
        if first != look:
            one, other = _end(ends, first), _end(ends, look)
            if one != other:
                ends[one] = other
    return {name: _end(ends, look) for name, look in looks.items()} if ends else looks


def _end(ends: dict[str, str], look: str) -> str:
    """The last of a chain of looks, the chain made shorter on the way."""
    while look in ends:
        further = ends[look]
        if further in ends:
            ends[look] = ends[further]
        look = further
    return look


def _are_several(group: Sequence[_Bearer]) -> bool:
    """Whether the bearers of names that look alike are more than one person."""
    if len(group) == 1:
        return False
    urls = {url_key(each.person.url) for each in group}
    return len(_distinct(group) if None in urls else urls) > 1


def _distinct(group: Iterable[_Bearer]) -> dict[tuple[str, str], Person]:
    """The people among bearers of names that look alike: by address, else by name.

    A name without an address is nobody else where somebody with an address bears it.
    """
    people: dict[tuple[str, str], Person] = {}
    bearers = sorted((each.person for each in group), key=by_name)
    named = {name_key(each.name) for each in bearers if each.url is not None}
    for each in bearers:
        url, name = url_key(each.url), name_key(each.name)
        if url is not None:
            people.setdefault(("url", url), each)
        elif name not in named:
            people.setdefault(("name", name), each)
    return people


def _lookalike(group: Sequence[_Bearer]) -> Observation:
    findings = [finding for each in group for finding in each.findings]
    people = _distinct(group)
    endorsers = _distinct([each for each in group if each.findings])
    others = sorted((people[key] for key in people if key not in endorsers), key=by_name)
    names = {name_key(each.person.name) for each in group}
    how = "bear one name" if len(names) == 1 else "have names that look the same"
    text = f"{len(people)} people {how}"
    return observation(ObservationCode.LOOKALIKE_NAME, findings, text, others=others)
