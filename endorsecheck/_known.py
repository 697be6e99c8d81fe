"""What all records say of one person together, worked out in full only where it matters.

Most endorsers were never where the owner was. Their records are told so by the names of their
organizations alone, and are put together when somebody asks for the person's history.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import NamedTuple, Protocol

from endorsecheck._deferred import Later, later
from endorsecheck._histories import NO_HISTORY, person_later
from endorsecheck._matching import are_apart, canonical
from endorsecheck._merging import NOTHING, Conflict, Merged, Told, merge
from endorsecheck.evidence import Recorded
from endorsecheck.models import Engagement, Person, Position, Provenance, WorkHistory

__all__: list[str] = []


class Known(NamedTuple):
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
    told: list[_Told] = []
    for each in records:
        if each.relationships:
            return None
        source = later(each)
        history = each.history if source is None else source
        if history is NO_HISTORY:
            continue
        places = _positions(each) if source is None else source.places()
        if places is None:
            return None
        if not places:
            continue
        day = history.recorded_on or as_of
        told.append(_Told(history, day, places))
        if history.complete:
            until = max(until or day, day)
    if not told:
        return None
    merged = _merged_near(told, far)
    if len(records) == 1:
        return Known(counterpart, merged.history, until, merged.conflicts)
    url = counterpart.url or next((each.url for each in records if each.url), None)
    joined = _Joined(records, counterpart, as_of, until)
    if merged is NOTHING:
        joined.count(told, far)
    person = person_later(records[0].name, url, joined)
    return Known(person, merged.history, until, merged.conflicts)


class Far(Protocol):
    """Tells which organizations nothing of the owner's could be at."""

    def near(self, names: Sequence[str]) -> list[str]:
        """The names but for those of organizations of which the owner was at none."""

    def are_plainly_apart(self, names: Sequence[str]) -> bool:
        """Whether names that were looked up are told apart by their first words."""

    def share_a_name(self, some: Sequence[str], others: Sequence[str]) -> bool:
        """Whether of names that were looked up one is among others in another spelling."""


class _Told(NamedTuple):
    """What one record tells: the history or what it is made from, its day, and all places."""

    source: WorkHistory | Later
    day: dt.date
    places: Sequence[str]

    def at(self, near: Collection[str]) -> Iterable[Engagement]:
        """The engagements at some places."""
        if not isinstance(self.source, WorkHistory):
            return self.source.engagements(near.__contains__)
        return (each for each in self.source.engagements if each.organization in near)


def _merged_near(told: Sequence[_Told], far: Far) -> Merged:
    """What records say together of the places that could matter."""
    found = [(each, near) for each in told if (near := far.near(each.places))]
    if not found:
        return NOTHING
    one, near = found[0]
    others = [place for each in told if each is not one for place in each.places]
    if len(found) == 1 and not (others and far.share_a_name(near, others)):
        # How a record spells a place matters to others only if they name the place too.
        history = [*one.at({*near})]
        if len(history) == 1:
            return Merged(((history[0], one.day),))
        return merge(Told(each, one.day, one.source.complete) for each in history)
    names = {canonical(place) for _, places in found for place in places}
    alike = {place for each in told for place in each.places if canonical(place) in names}
    return merge(
        Told(engagement, each.day, each.source.complete)
        for each in told
        for engagement in each.at(alike)
    )


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

    __slots__ = ("_as_of", "_count", "_counterpart", "_records", "recorded_on")

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
        self._count: int | None = None
        self.recorded_on = until

    def count(self, told: Iterable[_Told], far: Far) -> None:
        """Count the engagements while their places are at hand, if that is plain."""
        places = [place for each in told for place in each.places]
        if far.are_plainly_apart(places):
            self._count = len(places)

    @property
    def complete(self) -> bool:
        return self.recorded_on is not None

    @property
    def size(self) -> int:
        if self._count is None:
            places = self.places()
            is_each_one = are_apart(places)
            self._count = len(places if is_each_one else self.history().engagements)
        return self._count

    def places(self) -> Sequence[str]:
        return [place for each in self._records for place in _places(each) or ()]

    def engagements(self, is_wanted: Callable[[str | None], bool]) -> Sequence[Engagement]:
        wanted = self.history().engagements
        return [each for each in wanted if is_wanted(each.organization)]

    def history(self) -> WorkHistory:
        return known(self._records, self._counterpart, self._as_of).person.history

    def provenance(self) -> Provenance | None:
        return None
