"""What all records say of one person together, worked out in full only where it matters.

Most endorsers were never where the owner was. Their records are told so by the names of their
organizations alone, and are put together when somebody asks for the person's history.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import Protocol

import attrs

from endorsecheck._deferred import Later, later, maker
from endorsecheck._histories import NO_HISTORY
from endorsecheck._matching import are_apart, canonical
from endorsecheck._merging import NOTHING, Conflict, Told, merge
from endorsecheck.evidence import Recorded
from endorsecheck.models import Engagement, Person, Position, Provenance, WorkHistory

__all__: list[str] = []


@attrs.frozen
class Known:
    """What all records say of one person together."""

    person: Person
    history: tuple[Recorded, ...]
    complete_until: dt.date | None
    conflicts: tuple[Conflict, ...] = ()

    def covers(self, day: dt.date) -> bool:
        """Whether the history is complete up to a day."""
        return self.complete_until is not None and self.complete_until >= day


def known(records: Sequence[Person], counterpart: Person, as_of: dt.date) -> Known:
    """The union of all records: complete if any record is, to the day that it was recorded."""
    days = [(each.history, each.history.recorded_on or as_of) for each in records]
    merged = merge(
        Told(engagement, day, history.complete)
        for history, day in days
        for engagement in history.engagements
    )
    complete = [day for history, day in days if history.complete and history.engagements]
    until = max(complete, default=None)
    person = counterpart
    if any(each is not counterpart for each in records):
        person = _joined(records, merged.history, until)
    return Known(person, merged.history, until, merged.conflicts)


def _joined(
    records: Sequence[Person], recorded: Sequence[Recorded], until: dt.date | None
) -> Person:
    """One record for a person of whom there are several, the first one's name and URL."""
    engagements = sorted(dict.fromkeys(engagement for engagement, _ in recorded), key=repr)
    ties = dict.fromkeys(tie for each in records for tie in each.relationships)
    url = next((each.url for each in records if each.url), None)
    return Person(
        records[0].name,
        url,
        WorkHistory(engagements, complete=until is not None, recorded_on=until),
        sorted(ties, key=repr),
    )


def known_near(
    records: Sequence[Person], counterpart: Person, as_of: dt.date, far: Far
) -> Known | None:
    """The same with no more of the history than could matter; ``None`` if that is not plain.

    Plain are people without declared ties whose engagements are positions without identifiers
    and skills. Left out is what is at organizations that nothing of the owner's is at, unless
    it could be one job with something that is not left out.

    Args:
        records: What is known of the person.
        counterpart: The record on the endorsement.
        as_of: The day the data speak for.
        far: Tells of names of organizations which could not matter.
    """
    until = None
    told: list[Sequence[str]] = []
    sources = [later(each) for each in records]
    for each, source in zip(records, sources, strict=True):
        if each.relationships:
            return None
        history = each.history if source is None else source
        if history is NO_HISTORY:
            continue
        found = _positions(each) if source is None else source.places()
        if found is None:
            return None
        if not found:
            continue
        told.append(found)
        if history.complete:
            day = history.recorded_on or as_of
            until = day if until is None else max(until, day)
    if not told:
        return None
    near = [name for places in told for name in far.near(places)]
    merged = merge(_at(records, sources, _alike(told, near), as_of)) if near else NOTHING
    if all(each is counterpart for each in records):
        return Known(counterpart, merged.history, until, merged.conflicts)
    url = next((each.url for each in records if each.url), None)
    joined = _Joined(records, counterpart, as_of, until)
    person = _person(records[0].name, url, (), joined)
    return Known(person, merged.history, until, merged.conflicts)


class Far(Protocol):
    """Tells which organizations nothing of the owner's could be at."""

    def near(self, names: Sequence[str]) -> list[str]:
        """The names but for those of organizations of which the owner was at none."""


def _alike(told: Sequence[Sequence[str]], near: Iterable[str]) -> frozenset[str]:
    """The places that are near, and those that could be one of them by another spelling.

    What one source tells stays apart, so its own spellings matter only if another has some too.
    """
    found = frozenset(near)
    others = [each for each in told if found.isdisjoint(each)]
    if len(told) == 1 or (len(others) == len(told) - 1 and not _names(others) & _names([found])):
        return found
    names = _names([found])
    return frozenset(place for places in told for place in places if canonical(place) in names)


def _names(told: Iterable[Iterable[str]]) -> set[str]:
    return {canonical(place) for places in told for place in places}


def _at(
    records: Sequence[Person],
    sources: Sequence[Later | None],
    near: Collection[str],
    as_of: dt.date,
) -> Iterator[Told]:
    """What the records say of some organizations."""
    is_near = near.__contains__
    for each, source in zip(records, sources, strict=True):
        history = source or each.history
        day = history.recorded_on or as_of
        held = each.history.engagements if source is None else source.engagements(is_near)
        for engagement in held:
            if source is not None or is_near(engagement.organization or ""):
                yield Told(engagement, day, history.complete)


def _places(person: Person) -> Sequence[str] | None:
    """The organizations of a person's positions; ``None`` if there is anything else."""
    source = later(person)
    return _positions(person) if source is None else source.places()


def _positions(person: Person) -> Sequence[str] | None:
    """The same of somebody whose history is there."""
    places = []
    for each in person.history.engagements:
        if type(each) is not Position or each.organization_id or each.skills:
            return None
        places.append(each.organization)
    return places


def number_of_engagements(person: Person) -> int:
    """How many engagements a person has, the same job told by two sources counted once."""
    source = later(person)
    size: int = len(person.history.engagements) if source is None else source.size
    return size


class _Joined:
    """The history of a person of whom there are several records."""

    __slots__ = ("_as_of", "_counterpart", "_records", "recorded_on")

    def __init__(
        self,
        records: Sequence[Person],
        counterpart: Person,
        as_of: dt.date,
        until: dt.date | None,
    ) -> None:
        self._records = records
        self._counterpart = counterpart
        self._as_of = as_of
        self.recorded_on = until

    @property
    def complete(self) -> bool:
        return self.recorded_on is not None

    @property
    def size(self) -> int:
        places = self.places()
        return len(places) if are_apart(places) else len(self.history().engagements)

    def places(self) -> Sequence[str]:
        return [place for each in self._records for place in _places(each) or ()]

    def engagements(self, is_wanted: Callable[[str], bool]) -> Sequence[Engagement]:
        wanted = self.history().engagements
        return [each for each in wanted if is_wanted(each.organization or "")]

    def history(self) -> WorkHistory:
        return known(self._records, self._counterpart, self._as_of).person.history

    def provenance(self) -> Provenance | None:
        return None


_person: Callable[[str, str | None, tuple[()], Later], Person] = maker(
    Person, "name", "url", "relationships", "_later"
)
