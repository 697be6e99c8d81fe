"""What was judged, and the findings that are made of it when somebody asks for them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from operator import is_not, or_
from typing import NamedTuple

import attrs

from endorsecheck._deferred import maker
from endorsecheck._groups import F
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

    The first fields of a finding, in their order.
    """

    verdict: Verdict
    reasons: tuple[Reason, ...]
    person: Person | None = None
    evidence: tuple[Evidence, ...] = ()
    considered: int = 0
    counterfactual: str | None = None


@attrs.define(eq=False)
class Docket:
    """What was judged, in the order of the findings, which are made when somebody asks for them.

    Attributes:
        ledger: What the owner received, or gave.
        order: Its rows in the order of the findings; in that order is all that follows.
        opinions: The opinion on each.
        conflicts: Where sources contradict each other.
        remedies: What the owner can do about each.
        waivers: Those that mark a finding, by its number.
    """

    ledger: Ledger
    order: Sequence[int]
    opinions: list[Opinion] = attrs.field(factory=list)
    conflicts: list[tuple[Person, Conflict]] = attrs.field(factory=list)
    remedies: Sequence[tuple[Remedy, ...]] = ()
    waivers: Mapping[int, Waiver] = attrs.field(factory=dict)

    @property
    def records(self) -> Iterator[Given]:
        """The endorsements, all of which are made."""
        return map(self.ledger.records.__getitem__, self.order)

    @property
    def cases(self) -> Iterator[tuple[Opinion, Given]]:
        """Each endorsement after the opinion on it."""
        return zip(self.opinions, self.records, strict=True)

    @property
    def verdicts(self) -> Iterator[tuple[Verdict, EndorsementStatus]]:
        """The verdict on each endorsement, and whether that is shown."""
        verdicts = (opinion.verdict for opinion in self.opinions)
        return zip(verdicts, self.ledger.statuses.of(self.order), strict=True)

    def findings(self, make: type[F], records: Iterable[Given]) -> Iterator[F]:
        """The findings on endorsements that are given in their order, none of them kept."""
        waivers = map(self.waivers.get, range(len(self.order)))
        build = _builder(make, "endorsement")
        return map(build, self.opinions, self.remedies, records, waivers)

    def shared(self, make: type[F]) -> Iterator[tuple[F, Sequence[int]]]:
        """Findings with the rows of which they say the same; each row is there once, in order.

        Their endorsement, that of the first row, is made when somebody asks for it.
        """
        build = _builder(make, "_later")
        for first, end in runs_of(self._changes(), len(self.order)):
            opinion, remedies = self.opinions[first], self.remedies[first]
            is_waived = self.waivers and not self.waivers.keys().isdisjoint(range(first, end))
            step = 1 if is_waived or _TOO_EARLY in opinion.reasons else end - first
            for at in range(first, end, step):
                rows = self.order[at : at + step]
                place = self.ledger, rows[0]
                yield build(opinion, remedies, place, self.waivers.get(at)), rows

    def _changes(self) -> Iterator[bool]:
        """For each row but the last, whether of the next another thing is said."""
        opinions, remedies = (
            map(is_not, each, islice(each, 1, None)) for each in (self.opinions, self.remedies)
        )
        return map(or_, opinions, remedies)


def _builder(make: type[F], given: str) -> Callable[..., F]:
    """Makes a finding of an opinion, remedies, what is given, and a waiver if it takes one."""
    names = [field.name for field in attrs.fields(make)]
    names[names.index("endorsement")] = given
    build = maker(make, *names)
    if "waiver" in names:
        return lambda opinion, *others: build(*opinion, *others)
    return lambda opinion, remedies, record, _: build(*opinion, remedies, record)
