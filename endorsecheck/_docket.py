"""What was judged, and the findings that are made of it when somebody asks for them."""

from __future__ import annotations

import datetime as dt
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, groupby, islice, repeat, starmap
from operator import is_not, or_
from typing import NamedTuple

import attrs

from endorsecheck._deferred import maker
from endorsecheck._groups import F
from endorsecheck._known import Far, person_of
from endorsecheck._ledger import Given, Ledger, runs_of
from endorsecheck._merging import Conflict
from endorsecheck.codes import Reason, Remedy, Verdict
from endorsecheck.evidence import Evidence
from endorsecheck.models import EndorsementStatus, Person
from endorsecheck.waivers import Waiver

__all__: list[str] = []

_TOO_EARLY = Reason.ENDORSED_BEFORE_OVERLAP
"""How much too early depends on the day of each endorsement."""


class Opinion(NamedTuple):
    """What is said of all endorsements by one person that nothing tells apart.

    Fields of a finding. Several people have one opinion where the same is said of all of them.
    """

    verdict: Verdict
    reasons: tuple[Reason, ...]
    evidence: tuple[Evidence, ...] = ()
    considered: int = 0
    counterfactual: str | None = None

    @property
    def is_common(self) -> bool:
        """Whether nothing is said that is said of one person only."""
        return not self.evidence and self.counterfactual is None


class Docket:
    """What was judged, in the order of the findings, which are made when somebody asks for them.

    Args:
        ledger: What the owner received, or gave.
        order: Its rows in the order of the findings.
        as_of: The day the data speak for.
        far: Tells names of organizations apart.

    Attributes:
        opinions: The opinion on each, in order.
        remedies: What the owner can do about each.
        waivers: Those that mark a finding, by its number.
        conflicts: Where sources contradict each other.
    """

    def __init__(self, ledger: Ledger, order: Sequence[int], *, as_of: dt.date, far: Far) -> None:
        self.ledger = ledger
        self.order = order
        self.as_of = as_of
        self.far = far
        self.opinions: list[Opinion] = []
        self.remedies: Sequence[tuple[Remedy, ...]] = ()
        self.waivers: Mapping[int, Waiver] = {}
        self.conflicts: list[tuple[Person, Conflict]] = []
        self._known: list[Person] = []
        nothing = bytes(8 * len(ledger.people.values))
        self._firsts, self._ends = array("q", nothing), array("q", nothing)

    @property
    def records(self) -> Iterator[Given]:
        """The endorsements, all of which are made."""
        return map(self.ledger.records.__getitem__, self.order)

    @property
    def people(self) -> list[int]:
        """The number of the person on the other side of each."""
        return [*map(self.ledger.people.codes.__getitem__, self.order)]

    @property
    def verdicts(self) -> Iterator[tuple[Verdict, EndorsementStatus]]:
        """The verdict on each endorsement, and whether that is shown."""
        verdicts = (opinion.verdict for opinion in self.opinions)
        return zip(verdicts, self.ledger.statuses.of(self.order), strict=True)

    def record(self, at: int) -> Given:
        """The endorsement of a finding."""
        return self.ledger.record(self.order[at])

    def keep(self, who: int, records: Sequence[Person]) -> None:
        """Keep what is known of somebody on the other side; nothing if it can't be told who."""
        self._firsts[who] = len(self._known)
        self._known += records
        self._ends[who] = len(self._known)

    def known(self, who: int) -> Sequence[Person]:
        """What is known of somebody on the other side."""
        return self._known[self._firsts[who] : self._ends[who]]

    def person(self, who: int) -> Person | None:
        """Somebody on the other side as known from all sources, if that is one person."""
        records = self.known(who)
        return person_of(records, self.as_of, self.far) if records else None

    def person_at(self, at: int) -> Person | None:
        """The same of a finding."""
        return self.person(self.ledger.people.codes[self.order[at]])

    def findings(self, make: type[F], records: Iterable[Given]) -> Iterator[F]:
        """The findings on endorsements that are given in their order, none of them kept."""
        build = _builder(make, "endorsement", "person")
        people = chain.from_iterable(starmap(self._each, groupby(self.people)))
        waivers = map(self.waivers.get, range(len(self.order)))
        return map(build, self.opinions, self.remedies, records, people, waivers)

    def _each(self, who: int, rows: Iterable[object]) -> Iterator[Person | None]:
        """Somebody on the other side, once for each of some rows."""
        person = self.person(who)
        return (person for _ in rows)

    def said(self, make: type[F], say: Callable[[F], str]) -> Iterator[str]:
        """What a function says of each finding, in order.

        Args:
            make: The kind of finding. Endorsement and person are made when they are asked for.
            say: Puts a finding into words, from what is the same wherever the opinion is, and
                of the endorsement from the day.
        """
        build = _builder(make, "_later")
        common: dict[tuple[int, int], str] = {}
        for first, end in runs_of(self._changes(), len(self.order)):
            opinion, remedies = self.opinions[first], self.remedies[first]
            key = id(opinion), id(remedies)
            is_waived = self.waivers and not self.waivers.keys().isdisjoint(range(first, end))
            step = 1 if is_waived or _TOO_EARLY in opinion.reasons else end - first
            for at in range(first, end, step):
                waiver = self.waivers.get(at)
                words = None if waiver else common.get(key)
                if words is None:
                    words = say(build(opinion, remedies, (self, at), waiver))
                    if opinion.is_common and waiver is None:
                        common[key] = words
                yield from repeat(words, step)

    def _changes(self) -> Iterator[bool]:
        """For each row but the last, whether of the next another thing is said."""
        opinions, remedies = (
            map(is_not, each, islice(each, 1, None)) for each in (self.opinions, self.remedies)
        )
        return map(or_, opinions, remedies)


def _builder(make: type[F], *given: str) -> Callable[..., F]:
    """Makes a finding of an opinion, remedies, what is given, and a waiver if it takes one.

    Args:
        make: The kind of finding.
        given: The fields that tell of which endorsement by whom.
    """
    fields = (*Opinion._fields, "remedies", *given)
    if "waiver" in attrs.fields_dict(make):
        waived = maker(make, *fields, "waiver")
        return lambda opinion, *others: waived(*opinion, *others)
    build = maker(make, *fields)
    return lambda opinion, *others: build(*opinion, *others[:-1])
