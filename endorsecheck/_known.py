"""What all records say of one person together, worked out in full only where it matters.

Most endorsers were never where the owner was. Their records are told so by the names of their
organizations alone, and are put together when somebody asks for the person's history.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence

import attrs

from endorsecheck._deferred import Later, later, maker
from endorsecheck._merging import Conflict, Told, merge
from endorsecheck.evidence import Recorded
from endorsecheck.models import Person, Position, Provenance, WorkHistory

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


def known_apart(
    records: Sequence[Person],
    counterpart: Person,
    as_of: dt.date,
    is_apart: Callable[[Iterable[str]], bool],
) -> Known | None:
    """The same of somebody who was never where the owner was; ``None`` if that is not plain.

    Plain are people without declared ties whose engagements are positions without identifiers.
    The history of what comes back is left empty, as nothing in it can matter.
    """
    until = None
    places: list[str] = []
    for each in records:
        found = _places(each)
        if found is None or each.relationships:
            return None
        places += found
        source = later(each) or each.history
        if found and source.complete:
            day = source.recorded_on or as_of
            until = day if until is None else max(until, day)
    if not places or not is_apart(places):
        return None
    if all(each is counterpart for each in records):
        return Known(counterpart, (), until)
    url = next((each.url for each in records if each.url), None)
    source = _Joined(records, counterpart, as_of, places, until)
    return Known(_person(records[0].name, url, (), source), (), until)


def _places(person: Person) -> Sequence[str] | None:
    """The organizations of a person's positions; ``None`` if there is anything else."""
    source = later(person)
    if source is not None:
        return source.places()
    engagements = person.history.engagements
    places = [each.organization for each in engagements if type(each) is Position]
    is_plain = len(places) == len(engagements)
    return places if is_plain and not any(each.organization_id for each in engagements) else None


class _Joined:
    """The history of a person of whom there are several records."""

    __slots__ = ("_as_of", "_counterpart", "_places", "_records", "recorded_on")

    def __init__(
        self,
        records: Sequence[Person],
        counterpart: Person,
        as_of: dt.date,
        places: Sequence[str],
        until: dt.date | None,
    ) -> None:
        self._records = records
        self._counterpart = counterpart
        self._as_of = as_of
        self._places = places
        self.recorded_on = until

    @property
    def complete(self) -> bool:
        return self.recorded_on is not None

    def places(self) -> Sequence[str]:
        return self._places

    def history(self) -> WorkHistory:
        return known(self._records, self._counterpart, self._as_of).person.history

    def provenance(self) -> Provenance | None:
        return None


_person: Callable[[str, str | None, tuple[()], Later], Person] = maker(
    Person, "name", "url", "relationships", "_later"
)
