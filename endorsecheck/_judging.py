"""The verdict on each endorsement of one person, received from them or given to them.

A person is identified and weighed once, however many endorsements there are.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain, groupby, islice, repeat
from operator import ne
from typing import ClassVar

from endorsecheck import _counterfactual
from endorsecheck._docket import Docket, Opinion
from endorsecheck._known import Known, known, known_near
from endorsecheck._ledger import Ledger, in_order, runs_of
from endorsecheck._merging import Conflict
from endorsecheck.codes import Reason, Standing, Verdict
from endorsecheck.dates import DateLike, DateMark
from endorsecheck.evidence import Case, Evidence, Weigher
from endorsecheck.models import Direction, Person, Profile, Relationship
from endorsecheck.people import Directory, Identity, Who, identity_at

__all__: list[str] = []

MOST_EVIDENCE = 10
"""Pieces of evidence that a finding keeps, the best first."""

_HOPES = {Standing.FIRM: Verdict.CAN_ATTEST, Standing.OPEN: Verdict.MIGHT_ATTEST}
"""What evidence allows, the best first."""

_NOTHING_SHARED = (Reason.NO_SHARED_ORGANIZATION,)
_REASONS = {reason: number for number, reason in enumerate(Reason)}


def judged(
    profile: Profile,
    ledger: Ledger,
    urls: Sequence[str],
    people: Iterable[Person],
    weigher: Weigher,
) -> Docket:
    """The opinion on each endorsement, in order; and where sources contradict.

    Args:
        profile: The owner and the day the data speak for.
        ledger: What the owner received, or gave.
        urls: Those of the people on the other side, see :func:`urls_of`.
        people: What is known of the people on the other side.
        weigher: The owner, ready to be compared with.
    """
    others = ledger.people.values
    directory = Directory(profile.owner, people, others)
    bench = _Bench(profile, ledger, weigher)
    order = in_order(ledger, urls)
    docket = Docket(ledger, order, as_of=profile.as_of, far=weigher.far)
    judges: dict[int, Judge | _Settled] = {}
    times = Counter(who for who, _ in groupby(docket.people))
    for who, rows in _by_person(docket):
        judge = judges.get(who)
        if judge is None:
            identity = identity_at(directory, others[who], urls[who])
            docket.keep(who, identity.records)
            judge = bench.judge(others[who], identity)
            docket.conflicts += [(others[who], conflict) for conflict in judge.conflicts]
        if times[who] > 1:  # others of the same name and address stand between
            judges[who] = judge
        docket.opinions += judge.opinions(rows)
    return docket


def _by_person(docket: Docket) -> Iterator[tuple[int, Sequence[int]]]:
    """Rows of one person that stand together, with the number of the person."""
    order, who = docket.order, docket.people
    for first, end in runs_of(map(ne, who, islice(who, 1, None)), len(who)):
        yield who[first], order[first:end]


class _Bench:
    """Finds the judge for each person; what the verdicts of one audit have in common.

    Args:
        profile: The owner and the day the data speak for.
        ledger: What is judged.
        weigher: The owner, ready to be compared with.

    Attributes:
        lasts: For each day of the ledger the last on which that can have been.
        last: The last of these.
        is_given: Whether the owner gave what is judged.
    """

    def __init__(self, profile: Profile, ledger: Ledger, weigher: Weigher) -> None:
        self.profile = profile
        self.ledger = ledger
        self.weigher = weigher
        self.lasts = [last_day(day, profile.as_of) for day in ledger.days.values]
        self.last = max(self.lasts, default=profile.as_of)
        self.is_given = weigher.direction is Direction.OUTGOING
        owners = profile.owner.history
        self._rules_out = owners.complete and bool(owners.engagements)
        self._strangers: dict[int, _Settled] = {}

    def judge(self, counterpart: Person, identity: Identity) -> Judge | _Settled:
        """The judge of somebody.

        Args:
            counterpart: The endorser or endorsee, as on the endorsement.
            identity: Who that is.
        """
        if identity.who is Who.OWNER:
            return _SELF
        if identity.who is Who.AMBIGUOUS:
            fact = f"the profile URL of {counterpart.name}"
            reasons = (Reason.AMBIGUOUS_PERSON,)
            return _Settled(Opinion(Verdict.UNKNOWN, reasons, counterfactual=fact))
        records, as_of, weigher = identity.records, self.profile.as_of, self.weigher
        near = None if weigher.has_withheld else known_near(records, as_of, weigher.far)
        if near is None:
            ties = dict.fromkeys(tie for each in records for tie in each.relationships)
            return Judge(self, known(records, as_of), [*ties], is_plain=False)
        if self._rules_out and not near.history and near.covers(self.last):
            return self._stranger(near.size)
        return Judge(self, near, (), is_plain=True)

    def _stranger(self, count: int | None) -> _Settled:
        """The judge of all who certainly were nowhere near, one for each number of engagements."""
        judge = None if count is None else self._strangers.get(count)
        if judge is None:
            judge = _Settled(Opinion(Verdict.CANNOT_ATTEST, _NOTHING_SHARED))
            if count is not None:
                self._strangers[count] = judge
        return judge


class _Settled:
    """Gives one opinion on whatever somebody endorsed.

    Args:
        opinion: The opinion.
    """

    __slots__ = ("_opinion",)

    conflicts: ClassVar[Sequence[Conflict]] = ()

    def __init__(self, opinion: Opinion) -> None:
        self._opinion = opinion

    def opinions(self, rows: Sequence[int]) -> list[Opinion]:
        """The opinion, for each row."""
        return [self._opinion] * len(rows)


_SELF = _Settled(Opinion(Verdict.CANNOT_ATTEST, (Reason.SELF_ENDORSEMENT,)))


class Judge:
    """Gives the verdicts on the endorsements of one person on the other side.

    Args:
        bench: What they have in common with all others.
        found: What is known of the person.
        ties: How the owner says that the person stands to them.
        is_plain: Whether nothing is known of the person but positions.
    """

    __slots__ = ("_bench", "_case", "_has_history", "_is_plain", "_known", "_memo")

    def __init__(
        self, bench: _Bench, found: Known, ties: Sequence[Relationship], *, is_plain: bool
    ) -> None:
        self._bench = bench
        self._known = found
        self._has_history = bool(found.history) or (is_plain and found.size != 0)
        self._case: Case = bench.weigher.weigh(found.history, ties)
        self._is_plain = is_plain and not self._case.hides_employers
        self._memo: dict[object, Opinion] = {}

    @property
    def conflicts(self) -> Sequence[Conflict]:
        """Where sources contradict each other."""
        return self._known.conflicts

    def opinions(self, rows: Sequence[int]) -> list[Opinion]:
        """The opinion on each row; those that nothing tells apart share one."""
        memo, found = self._memo, []
        for key, row in zip(self._keys(rows), rows, strict=False):
            opinion = memo.get(key)
            if opinion is None:
                memo[key] = opinion = self._opinion(row)
            found.append(opinion)
        return found

    def _keys(self, rows: Sequence[int]) -> Iterable[object]:
        """What tells each row from others by the same person."""
        ledger, case = self._bench.ledger, self._case
        days = [*map(ledger.days.codes.__getitem__, rows)]
        skills = map(ledger.skills.codes.__getitem__, rows)
        if not self._is_plain:
            return zip(days, skills, strict=True)
        until = self._known.complete_until
        if case.is_empty and (until is None or until >= self._bench.last):
            return repeat(None)
        covered = map(self._covers, days)
        views = case.views(map(ledger.days.values.__getitem__, days))
        return zip(views, covered, skills if case.knows_skills else repeat(None), strict=False)

    def _opinion(self, row: int) -> Opinion:
        ledger = self._bench.ledger
        complete = self._covers(ledger.days.codes[row])
        date = ledger.days[row]
        evidence = self._case.evidence(date, ledger.skills[row], complete=complete)
        verdict, reasons = self._verdict(evidence, date, complete=complete)
        return Opinion(
            verdict,
            _in_order(tuple(reasons)),
            tuple(evidence[:MOST_EVIDENCE]),
            len(evidence),
            None if verdict.is_firm else self._counterfactual(row, reasons, evidence),
        )

    def _covers(self, day: int) -> bool:
        """Whether the other side's history is complete up to a day of the ledger."""
        until = self._known.complete_until
        return until is not None and self._bench.lasts[day] <= until

    def _verdict(
        self, evidence: Sequence[Evidence], date: DateLike, *, complete: bool
    ) -> tuple[Verdict, list[Reason]]:
        best = evidence[0].standing if evidence else Standing.RULED_OUT
        if best is not Standing.RULED_OUT:
            return _HOPES[best], _reasons(evidence, best)
        against = _reasons(evidence, Standing.RULED_OUT)
        if Reason.NOT_A_WORK_RELATIONSHIP in against:
            return Verdict.CANNOT_ATTEST, against
        if gaps := self._gaps(date, complete=complete):
            return Verdict.UNKNOWN, gaps
        if not [each for each in evidence if each.overlap]:
            against.append(Reason.NO_SHARED_ORGANIZATION)
        return Verdict.CANNOT_ATTEST, against

    def _gaps(self, date: DateLike, *, complete: bool) -> list[Reason]:
        """What is missing before everything can be ruled out."""
        owners = self._bench.profile.owner.history
        if not self._has_history or not owners.engagements:
            return [Reason.NO_HISTORY]
        gaps = [] if complete and owners.complete else [Reason.INCOMPLETE_HISTORY]
        is_withheld = not self._is_plain and self._case.is_withheld(date)
        return [*gaps, Reason.WITHHELD_EMPLOYER] if is_withheld else gaps

    def _counterfactual(
        self,
        row: int,
        reasons: Sequence[Reason],
        evidence: Sequence[Evidence],
    ) -> str | None:
        """The one missing or coarse fact that would settle a verdict that is not firm."""
        owner = self._bench.profile.owner.name or "the owner"
        if evidence and evidence[0].standing is Standing.OPEN:
            return _counterfactual.of_open(evidence[0], self._bench.ledger.record(row), owner)
        if Reason.NO_HISTORY in reasons:
            return f"the work history of {owner if self._has_history else self._other(row)}"
        if Reason.INCOMPLETE_HISTORY in reasons:
            until = self._known.complete_until
            if not self._bench.profile.owner.history.complete:
                return f"the rest of the work history of {owner}"
            since = f" after {until}" if until else ""
            return f"the rest of the work history of {self._other(row)}{since}"
        return "the name of the withheld employer"

    def _other(self, row: int) -> str:
        bench = self._bench
        return _counterfactual.called(bench.ledger.people[row], is_given=bench.is_given)


def last_day(date: DateLike, as_of: dt.date) -> dt.date:
    """The last day on which an endorsement in data of that day can have been given."""
    if isinstance(date, DateMark):
        return as_of
    return max(date.earliest, min(date.latest, as_of))


def _reasons(evidence: Sequence[Evidence], standing: Standing) -> list[Reason]:
    """The reasons of all evidence of a standing, each once, in no order."""
    found = [each.reasons for each in evidence if each.standing is standing]
    return [*found[0]] if len(found) == 1 else [*{*chain.from_iterable(found)}]


@lru_cache(maxsize=1_024)
def _in_order(reasons: tuple[Reason, ...]) -> tuple[Reason, ...]:
    """The reasons in their order, one tuple for all findings that have them."""
    return tuple(sorted(reasons, key=_REASONS.__getitem__))
