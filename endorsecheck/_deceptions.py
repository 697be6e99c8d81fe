"""Patterns of looks: names that look like others, hidden characters, deceptive addresses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from endorsecheck import _addresses
from endorsecheck._confusables import skeleton
from endorsecheck._observing import Observed, Scene, by_name, gathered, observation
from endorsecheck._results import Finding, Observation
from endorsecheck._safe import is_plain
from endorsecheck._text import fold
from endorsecheck.codes import ObservationCode
from endorsecheck.models import Person
from endorsecheck.people import name_key, url_key

__all__: list[str] = []


def hidden_characters(scene: Scene) -> Observed:
    """Names and skills with characters that do not show as themselves."""
    code = ObservationCode.HIDDEN_CHARACTERS
    plain = cache(is_plain)
    names = [each for each in scene.findings if not plain(each.endorsement.endorser.name)]
    skills = [each for each in scene.findings if not plain(each.endorsement.skill)]
    bearers = gathered(names, lambda each: _spelling(each.endorsement.endorser))
    called = gathered(skills, lambda each: fold(each.endorsement.skill))
    return [
        *(observation(code, each, "in the endorser's name") for each in bearers.values()),
        *(observation(code, each, "in the name of the skill") for each in called.values()),
    ]


def deceptive_addresses(scene: Scene) -> Observed:
    """Profile addresses that are not plainly a web address, or look like another."""
    found = []
    for url, group in gathered(scene.findings, lambda each: each.endorsement.endorser.url).items():
        fault = _addresses.fault(url) if url is not None else None
        if fault is not None:
            found.append(observation(ObservationCode.DECEPTIVE_ADDRESS, group, fault))
    return found


def lookalikes(scene: Scene) -> Observed:
    """Endorsers whose name looks like that of another endorser, a colleague or the owner."""
    by_endorser = gathered(scene.findings, lambda each: id(each.endorsement.endorser))
    endorsers: dict[tuple[str, str | None], list[Finding]] = {}
    for group in by_endorser.values():
        endorsers.setdefault(_spelling(group[0].endorsement.endorser), []).extend(group)
    bearers = [
        *(_Bearer(each) for each in _others(scene)),
        *(_Bearer(group[0].endorsement.endorser, group) for group in endorsers.values()),
    ]
    return [
        _lookalike(group)
        for group in _alike([each for each in bearers if each.person.name])
        if any(each.findings for each in group) and _are_several(group)
    ]


class _Bearer(NamedTuple):
    """Somebody with a name, and the findings on what they endorsed under it."""

    person: Person
    findings: Sequence[Finding] = ()


def _others(scene: Scene) -> Iterable[Person]:
    """Everybody known who need not be an endorser, under each of their names once."""
    known = (
        scene.profile.owner,
        *(each.person for each in scene.profile.connections),
        *scene.people,
    )
    return {_spelling(each): each for each in known}.values()


def _spelling(person: Person) -> tuple[str, str | None]:
    return person.name, person.url


def _alike(bearers: Sequence[_Bearer]) -> Iterable[list[_Bearer]]:
    """The bearers in groups: a link is one name but for case and blanks, or one look."""
    looks: dict[str, str] = {}
    ends: dict[str, str] = {}
    for name in dict.fromkeys(each.person.name for each in bearers):
        look = skeleton(name)
        one, other = _end(ends, looks.setdefault(name_key(name), look)), _end(ends, look)
        if one != other:
            ends[one] = other
    groups: dict[str, list[_Bearer]] = {}
    for each in bearers:
        groups.setdefault(_end(ends, looks[name_key(each.person.name)]), []).append(each)
    return groups.values()


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
