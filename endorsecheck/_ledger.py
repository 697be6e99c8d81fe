"""Endorsements column by column: what rows say again and again is there once.

An audit works on columns. A reader gives them as it has them, and the record of a row is made
when somebody asks for it; of endorsements that are there as records the columns are made.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Hashable, Iterable, Iterator, Sequence
from functools import partial
from itertools import compress, islice
from itertools import count as counted
from operator import eq
from typing import Any, Generic, Protocol, TypeAlias, TypeVar

from endorsecheck._deferred import later
from endorsecheck._text import fold
from endorsecheck.dates import DateLike
from endorsecheck.models import (
    Endorsement,
    EndorsementStatus,
    GivenEndorsement,
    Person,
    Profile,
)
from endorsecheck.people import name_key, url_key

__all__: list[str] = []

T = TypeVar("T")

Given: TypeAlias = Endorsement | GivenEndorsement


class Coded(Generic[T]):
    """A column of which many rows say the same.

    Args:
        values: What there is.
        codes: For each row the place of its value.
    """

    __slots__ = ("codes", "values")

    def __init__(self, values: Sequence[T], codes: Sequence[int]) -> None:
        self.values = values
        self.codes = codes

    def __getitem__(self, row: int) -> T:
        return self.values[self.codes[row]]

    def without_unused(self) -> Coded[T]:
        """The column without values that no row says."""
        used = sorted(set(self.codes))
        if len(used) == len(self.values):
            return self
        codes = {code: place for place, code in enumerate(used)}
        values = [self.values[code] for code in used]
        return Coded(values, [*map(codes.__getitem__, self.codes)])

    def of(self, rows: Iterable[int]) -> list[T]:
        """What these rows say."""
        return [*map(self.values.__getitem__, map(self.codes.__getitem__, rows))]


class Ledger(Protocol):
    """Endorsements received, or given.

    Attributes:
        people: Who is on the other side.
        skills: What was endorsed.
        days: When.
        statuses: Whether that is shown.
    """

    people: Coded[Person]
    skills: Coded[str]
    days: Coded[DateLike]
    statuses: Coded[EndorsementStatus]

    @property
    def records(self) -> Sequence[Given]:
        """All endorsements, made once."""

    def record(self, row: int) -> Given:
        """The endorsement of a row."""

    def given_at(self, row: int) -> str:
        """The time stamp of a row, empty if there is none."""


class Listed:
    """The columns of endorsements that are there as records."""

    def __init__(self, records: Iterable[Given]) -> None:
        self.records = tuple(records)
        people = [each.counterpart for each in self.records]
        skills = [each.skill for each in self.records]
        days = [each.date for each in self.records]
        statuses = [each.status for each in self.records]
        self.people = _coded(people, map(id, people))
        self.skills = _coded(skills, skills)
        self.days = _coded(days, map(id, days))
        self.statuses = _coded(statuses, map(id, statuses))

    def record(self, row: int) -> Given:
        """The endorsement of a row."""
        return self.records[row]

    def given_at(self, row: int) -> str:
        """The time stamp of a row, empty if there is none."""
        record = self.records[row]
        return (isinstance(record, Endorsement) and record.given_at) or ""


def _coded(items: Sequence[T], keys: Iterable[Hashable]) -> Coded[T]:
    """The column of some items; those of one key are the same."""
    numbers: dict[Hashable, int] = {}
    codes = [numbers.setdefault(key, len(numbers)) for key in keys]
    values = dict(zip(codes, items, strict=True))
    return Coded([*values.values()], codes)


def received(profile: Profile) -> Ledger:
    """The endorsements that the owner received."""
    source = later(profile)
    ledger: Ledger = Listed(profile.endorsements) if source is None else source.ledger
    return ledger


# ---- the order of the rows ---------------------------------------------------------------------


def in_order(ledger: Ledger, urls: Iterable[str]) -> Sequence[int]:
    """The rows, ordered by the other side's folded name and URL, skill, day and status.

    What is the same in all of these is ordered by the time of day, then as it is spelled.

    Args:
        ledger: The rows.
        urls: Those of its people, see :func:`urls_of`.
    """
    people, skills, days, statuses = (
        ranks(zip((name_key(each.name) for each in ledger.people.values), urls, strict=True)),
        ranks(map(fold, ledger.skills.values)),
        ranks(map(str, ledger.days.values)),
        ranks(each.value for each in ledger.statuses.values),
    )
    places = [
        ((people[who] * len(skills) + skills[skill]) * len(days) + days[day]) * len(statuses)
        + statuses[status]
        for who, skill, day, status in zip(
            *(column.codes for column in (ledger.people, ledger.skills, ledger.days)),
            ledger.statuses.codes,
            strict=True,
        )
    ]
    order = sorted(range(len(places)), key=places.__getitem__)
    if len(set(places)) < len(places):
        _order_alike(ledger, order, places)
    return array("I", order)


def _order_alike(ledger: Ledger, order: list[int], keys: Sequence[int]) -> None:
    """Order rows of one key, which stand together, by what the key leaves out."""
    placed = [*map(keys.__getitem__, order)]
    done = 0
    for at in compress(counted(), map(eq, placed, islice(placed, 1, None))):
        if at < done:
            continue
        done = bisect_right(placed, placed[at], lo=at)
        order[at:done] = sorted(order[at:done], key=partial(_as_spelled, ledger))


def ranks(keys: Iterable[Any]) -> list[int]:
    """The place of each key among the different ones, in their order."""
    listed = list(keys)
    places = dict(zip(sorted(set(listed)), counted(), strict=False))
    return [*map(places.__getitem__, listed)]


def urls_of(ledger: Ledger) -> list[str]:
    """For each of its people the URL as it compares, empty if there is none."""
    return [url_key(each.url) or "" for each in ledger.people.values]


def _as_spelled(ledger: Ledger, row: int) -> tuple[str, ...]:
    """The time stamp, the skill as it is spelled, and the person."""
    person = ledger.people[row]
    return ledger.given_at(row), ledger.skills[row], person.name, str(person.url)


def runs_of(changes: Iterable[object], count: int) -> Iterator[tuple[int, int]]:
    """Runs of rows that belong together: the first, and the one before which they end.

    Args:
        changes: For each row but the last, whether the next one belongs to another.
        count: How many rows there are.
    """
    if count:
        firsts = [0, *compress(counted(1), changes)]
        yield from zip(firsts, [*firsts[1:], count], strict=True)
