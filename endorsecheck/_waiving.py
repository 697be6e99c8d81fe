"""Waivers put to what was judged: which cover which, which ended, which cover nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import product

from endorsecheck._docket import Docket, Opinion
from endorsecheck._ledger import Given
from endorsecheck._results import Observation
from endorsecheck._skills import SkillNames
from endorsecheck.codes import ObservationCode, Reason, Verdict
from endorsecheck.models import Person
from endorsecheck.people import name_key, url_key
from endorsecheck.waivers import Waiver

__all__: list[str] = []

Case = tuple[Opinion, Given, Person | None]
"""An opinion, the endorsement it is on, and the endorser as known from all sources."""

_Key = tuple[tuple[str, str] | None, str | None, Reason | None]
"""The endorser, skill and reason that a waiver names, each in the form that compares."""


def waived(
    docket: Docket,
    waivers: Iterable[Waiver],
    as_of: dt.date,
    skills: SkillNames,
) -> tuple[dict[int, Waiver], list[Observation]]:
    """The waiver of each case that is covered, by its number, and what to say of the waivers.

    Of several waivers that cover a case the one that names most marks it. The cost grows
    with the number of cases and waivers, not their product.
    """
    given = sorted(dict.fromkeys(waivers), key=_order)
    ended = [each for each in given if each.until is not None and each.until < as_of]
    rest = [each for each in given if each.until is None or each.until >= as_of]
    if not rest:
        return {}, [_expired(each) for each in ended]
    index: dict[_Key, list[Waiver]] = {}
    for each in rest:
        index.setdefault(_key(each, skills), []).append(each)
    ranks = {each: rank for rank, each in enumerate(rest)}
    cases = [*_cases(docket)]
    shared = _shared_names(cases)
    used: set[_Key] = set()
    marked = {}
    for i, case in enumerate(cases):
        keys = [key for key in _keys(case, skills, shared) if key in index]
        used.update(keys)
        if keys:
            marked[i] = min((index[key][0] for key in keys), key=ranks.__getitem__)
    unused = [_unused(each, shared) for each in rest if _key(each, skills) not in used]
    return marked, [*map(_expired, ended), *unused]


def _cases(docket: Docket) -> Iterator[Case]:
    people = {who: docket.person(who) for who in {*docket.people}}
    for at, (opinion, who) in enumerate(zip(docket.opinions, docket.people, strict=True)):
        yield opinion, docket.record(at), people[who]


def _key(waiver: Waiver, skills: SkillNames) -> _Key:
    skill = None if waiver.skill is None else skills.key(waiver.skill)
    return _person(waiver.url, waiver.name), skill, waiver.reason


def _keys(case: Case, skills: SkillNames, shared: frozenset[str]) -> Iterator[_Key]:
    """The keys of all waivers that cover a case; none if there is nothing to waive."""
    opinion, given, person = case
    if opinion.verdict is Verdict.CAN_ATTEST:
        return
    endorser = given.counterpart
    urls = {url_key(each.url) for each in (endorser, person) if each and each.url}
    people: list[tuple[str, str] | None] = [None, *(("url", url or "") for url in urls)]
    name = name_key(endorser.name)
    if name and name not in shared:
        people.append(("name", name))
    skill = skills.key(given.skill)
    yield from product(people, (None, skill), (None, *opinion.reasons))


def _person(url: str | None, name: str | None) -> tuple[str, str] | None:
    if url is not None:
        return ("url", url_key(url) or "")
    return None if name is None else ("name", name_key(name))


def _shared_names(cases: Iterable[Case]) -> frozenset[str]:
    """The folded names that endorsers at different addresses bear, or that are ambiguous."""
    addresses: dict[str, set[str | None]] = {}
    ambiguous = set()
    for opinion, given, person in cases:
        endorser = given.counterpart
        name = name_key(endorser.name)
        known = person.url if person is not None else endorser.url
        addresses.setdefault(name, set()).add(url_key(known))
        if Reason.AMBIGUOUS_PERSON in opinion.reasons:
            ambiguous.add(name)
    return frozenset(ambiguous | {name for name, urls in addresses.items() if len(urls) > 1})


def _order(waiver: Waiver) -> tuple[object, ...]:
    """Sort key: the waivers that name most first, those that hold longest, then a stated order."""
    named = (waiver.url or waiver.name, waiver.skill, waiver.reason)
    until = (waiver.until or dt.date.max).toordinal()
    return (-sum(each is not None for each in named), -until, repr(waiver))


def _expired(waiver: Waiver) -> Observation:
    text = f"ended on {waiver.until}: {waiver.why}"
    return _observation(ObservationCode.WAIVER_EXPIRED, waiver, text)


def _unused(waiver: Waiver, shared: frozenset[str]) -> Observation:
    text = f"covers nothing: {waiver.why}"
    if waiver.url is None and waiver.name is not None and name_key(waiver.name) in shared:
        text = f"covers nothing, as several endorsers bear the name: {waiver.why}"
    return _observation(ObservationCode.WAIVER_UNUSED, waiver, text)


def _observation(code: ObservationCode, waiver: Waiver, text: str) -> Observation:
    is_somebody = waiver.name is not None or waiver.url is not None
    return Observation(
        code=code,
        text=text,
        people=[Person(waiver.name or "", waiver.url)] if is_somebody else (),
        skills=() if waiver.skill is None else [waiver.skill],
    )
