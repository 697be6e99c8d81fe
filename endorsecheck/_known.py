"""What all records say of one person together, worked out in full only where it matters.

Most endorsers were never where the owner was. Their records are told so by the names of their
organizations alone, and are put together when somebody asks for the person's history.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import NamedTuple, Protocol, TypeAlias

from endorsecheck._deferred import Later, later
from endorsecheck._histories import NO_HISTORY, person_later
from endorsecheck._matching import are_apart, canonical
from endorsecheck._merging import Conflict, Merged, Told, merge
from endorsecheck.evidence import Recorded
from endorsecheck.models import Engagement, Person, Position, Provenance, WorkHistory

__all__: list[str] = []


class Known(NamedTuple):
    """What all records say of one person together.

    Attributes:
        history: Each engagement with the day on which it was recorded.
        complete_until: The day up to which that is all; ``None`` if it is not.
        conflicts: Where sources contradict each other.
        size: How many engagements somebody has who was nowhere near, where that is plain; none
            if no history is known.
    """

    history: tuple[Recorded, ...]
    complete_until: dt.date | None
    conflicts: tuple[Conflict, ...] = ()
    size: int | None = None

    def covers(self, day: dt.date) -> bool:
        """Whether the history is complete up to a day."""
        return self.complete_until is not None and self.complete_until >= day


def known(records: Sequence[Person], as_of: dt.date) -> Known:
    """The union of all records: complete if any record is, to the day that it was recorded."""
    days = [(each.history, each.history.recorded_on or as_of) for each in records]
    merged = merge(
        Told(engagement, day, history.complete)
        for history, day in days
        for engagement in history.engagements
    )
    complete = [day for history, day in days if history.complete and history.engagements]
    return Known(merged.history, max(complete, default=None), merged.conflicts)


def known_near(records: Iterable[Person], as_of: dt.date, far: Far) -> Known | None:
    """The same with no more of the history than could matter; ``None`` if that is not plain.

    Left out is what is at organizations that nothing of the owner's is at, unless it could be
    one job with something that is not left out.

    Args:
        records: What is known of the person.
        as_of: The day the data speak for.
        far: Tells of names of organizations which could not matter.
    """
    sources = _plain(records)
    if sources is None:
        return None
    until, places = _complete_until(sources, as_of), _places(sources)
    near, is_each_one = far.near_and_apart(places)
    if not near:
        return Known((), until, (), len(places) if is_each_one else None)
    if is_each_one:
        return Known((*_at(near, sources, as_of),), until)
    merged = _merged_near(sources, as_of, far)
    return Known(merged.history, until, merged.conflicts)


def person_of(records: Sequence[Person], as_of: dt.date, far: Far | None = None) -> Person:
    """One record for a person of whom there may be several, the first one's name and URL.

    Args:
        records: What is known of the person.
        as_of: The day the data speak for.
        far: Tells names of organizations apart that it was asked about before.
    """
    first = records[0]
    if len(records) == 1:
        return first
    url = first.url or next((each.url for each in records if each.url), None)
    if _plain(records):
        return person_later(first.name, url, _Joined(records, as_of, far))
    ties = dict.fromkeys(tie for each in records for tie in each.relationships)
    return Person(first.name, url, _history(records, as_of), sorted(ties, key=repr))


def _history(records: Sequence[Person], as_of: dt.date) -> WorkHistory:
    """The history of a person of whom there are several records."""
    found = known(records, as_of)
    return WorkHistory(
        sorted(dict.fromkeys(engagement for engagement, _ in found.history), key=repr),
        complete=found.complete_until is not None,
        recorded_on=found.complete_until,
    )


class Far(Protocol):
    """Tells which organizations nothing of the owner's could be at."""

    def near(self, names: Sequence[str]) -> list[str]:
        """The names but for those of organizations of which the owner was at none."""

    def are_plainly_apart(self, names: Sequence[str]) -> bool:
        """Whether names are told apart by their first words."""

    def near_and_apart(self, names: Sequence[str]) -> tuple[list[str], bool]:
        """What :meth:`near` and :meth:`are_plainly_apart` say."""

    def share_a_name(self, some: Sequence[str], others: Sequence[str]) -> bool:
        """Whether of names that were looked up one is among others in another spelling."""


class _Made:
    """A history that is there, told of as one that is yet to be made.

    Args:
        history: Positions without identifiers and skills, one at least.
        places: Their organizations.
    """

    __slots__ = ("_history", "_places", "complete", "recorded_on")

    def __init__(self, history: WorkHistory, places: Sequence[str]) -> None:
        self._history = history
        self._places = places
        self.complete = history.complete
        self.recorded_on = history.recorded_on

    def places(self) -> Sequence[str]:
        return self._places

    def engagements(self, is_wanted: Callable[[str | None], bool]) -> Sequence[Engagement]:
        return [each for each in self._history.engagements if is_wanted(each.organization)]


_Source: TypeAlias = Later | _Made


def _plain(records: Iterable[Person]) -> list[_Source] | None:
    """Where the history of each record that has one comes from; ``None`` if one is not plain.

    Plain are people without declared ties whose engagements are positions without identifiers
    and skills.
    """
    sources: list[_Source] = []
    for each in records:
        if each.relationships:
            return None
        source = later(each)
        if source is None and each.history is not NO_HISTORY:
            places = _positions(each.history)
            if places is None:
                return None
            source = _Made(each.history, places) if places else None
        if source is not None:
            sources.append(source)
    return sources


def _positions(history: WorkHistory) -> Sequence[str] | None:
    """The organizations of the positions of a history; ``None`` if there is anything else."""
    places = []
    for each in history.engagements:
        if type(each) is not Position or each.organization_id or each.skills:
            return None
        places.append(each.organization)
    return places


def _places(sources: Sequence[_Source]) -> Sequence[str]:
    """The organizations of all engagements."""
    if len(sources) == 1:
        return sources[0].places()
    return [place for each in sources for place in each.places()]


def _complete_until(sources: Iterable[_Source], as_of: dt.date) -> dt.date | None:
    """The day up to which a history is complete, the last where several are."""
    days = [each.recorded_on or as_of for each in sources if each.complete]
    return max(days) if days else None


def _at(near: Collection[str], sources: Iterable[_Source], as_of: dt.date) -> Iterator[Recorded]:
    """The engagements at some places, with the days on which they were recorded."""
    for each in sources:
        if found := each.engagements(near.__contains__):
            day = each.recorded_on or as_of
            yield from ((engagement, day) for engagement in found)


def _merged_near(sources: Sequence[_Source], as_of: dt.date, far: Far) -> Merged:
    """What records say together of the places that could matter."""
    near = [(each, names) for each in sources if (names := far.near(each.places()))]
    one, names = near[0]
    others = [place for each in sources if each is not one for place in each.places()]
    if len(near) == 1 and not (others and far.share_a_name(names, others)):
        # How a record spells a place matters to others only if they name the place too.
        return merge(_told(one, names, as_of))
    wanted = {canonical(place) for _, names in near for place in names}
    alike = {place for place in _places(sources) if canonical(place) in wanted}
    return merge(told for each in sources for told in _told(each, alike, as_of))


def _told(source: _Source, near: Collection[str], as_of: dt.date) -> Iterator[Told]:
    """What one source tells of some places."""
    for engagement in source.engagements(near.__contains__):
        yield Told(engagement, source.recorded_on or as_of, source.complete)


def number_of_engagements(person: Person) -> int:
    """How many engagements a person has, the same job told by two sources counted once."""
    source = later(person)
    size: int = len(person.history.engagements) if source is None else source.size
    return size


class _Joined:
    """The history of a plain person of whom there are several records."""

    __slots__ = ("_as_of", "_far", "_records", "_size")

    def __init__(self, records: Sequence[Person], as_of: dt.date, far: Far | None) -> None:
        self._records = records
        self._as_of = as_of
        self._far = far
        self._size: int | None = None

    @property
    def _sources(self) -> list[_Source]:
        return _plain(self._records) or []

    @property
    def recorded_on(self) -> dt.date | None:
        return _complete_until(self._sources, self._as_of)

    @property
    def complete(self) -> bool:
        return self.recorded_on is not None

    @property
    def size(self) -> int:
        if self._size is None:
            places, far = self.places(), self._far
            is_each_one = (far is not None and far.are_plainly_apart(places)) or are_apart(places)
            self._size = len(places if is_each_one else self.history().engagements)
        return self._size

    def places(self) -> Sequence[str]:
        return _places(self._sources)

    def engagements(self, is_wanted: Callable[[str | None], bool]) -> Sequence[Engagement]:
        wanted = self.history().engagements
        return [each for each in wanted if is_wanted(each.organization)]

    def history(self) -> WorkHistory:
        return _history(self._records, self._as_of)

    def provenance(self) -> Provenance | None:
        return None
