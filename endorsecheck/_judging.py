"""The verdict on each endorsement of one person, received from them or given to them.

A person is identified and weighed once, however many endorsements there are.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from operator import ne

from endorsecheck import _counterfactual
from endorsecheck._docket import Docket, Opinion
from endorsecheck._known import known, known_near
from endorsecheck._ledger import Ledger, in_order, runs_of
from endorsecheck.codes import Reason, Standing, Verdict
from endorsecheck.dates import DateLike, DateMark
from endorsecheck.evidence import Case, Evidence, Weigher
from endorsecheck.models import Person, Profile
from endorsecheck.people import Directory, Identity, Who

__all__: list[str] = []

MOST_EVIDENCE = 10
"""Pieces of evidence that a finding keeps, the best first."""

_HOPES = {Standing.FIRM: Verdict.CAN_ATTEST, Standing.OPEN: Verdict.MIGHT_ATTEST}
"""What evidence allows, the best first."""

_NOTHING_SHARED = (Reason.NO_SHARED_ORGANIZATION,)
_REASONS = {reason: number for number, reason in enumerate(Reason)}


class Terms:
    """What the verdicts of one audit have in common.

    Args:
        profile: The owner and the day the data speak for.
        ledger: What is judged.
        weigher: The owner, ready to be compared with.

    Attributes:
        lasts: For each day of the ledger the last on which that can have been.
        last: The last of these.
    """

    def __init__(self, profile: Profile, ledger: Ledger, weigher: Weigher) -> None:
        self.profile = profile
        self.ledger = ledger
        self.weigher = weigher
        self.lasts = [last_day(day, profile.as_of) for day in ledger.days.values]
        self.last = max(self.lasts, default=profile.as_of)


def judged(profile: Profile, ledger: Ledger, people: Iterable[Person], weigher: Weigher) -> Docket:
    """The opinion on each endorsement, in order; and where sources contradict.

    Args:
        profile: The owner and the day the data speak for.
        ledger: What the owner received, or gave.
        people: What is known of the people on the other side.
        weigher: The owner, ready to be compared with.
    """
    others = ledger.people.values
    directory = Directory(profile.owner, people, others)
    terms = Terms(profile, ledger, weigher)
    docket = Docket(ledger, in_order(ledger))
    judges: dict[int, Judge] = {}
    runs = [*_by_person(docket)]
    comes_again = {who for who, times in Counter(who for who, _ in runs).items() if times > 1}
    for who, rows in runs:
        judge = judges.get(who)
        if judge is None:
            judge = Judge(terms, others[who], directory.identify(others[who]))
            docket.conflicts += ((others[who], conflict) for conflict in judge.conflicts)
        if who in comes_again:  # others of the same name and address stand between
            judges[who] = judge
        docket.opinions += judge.opinions(rows)
    return docket


def _by_person(docket: Docket) -> Iterator[tuple[int, Sequence[int]]]:
    """Rows of one person that stand together, with the code of the person."""
    order = docket.order
    who = [*map(docket.ledger.people.codes.__getitem__, order)]
    for first, end in runs_of(map(ne, who, islice(who, 1, None)), len(who)):
        yield who[first], order[first:end]


class Judge:
    """Gives the verdicts on the endorsements of one person on the other side.

    Args:
        terms: What they have in common with all others.
        counterpart: The endorser or endorsee, as on the endorsement.
        identity: Who that is.
    """

    __slots__ = (
        *("_case", "_has_history", "_is_far", "_is_plain", "_known", "_memo", "_terms", "_who"),
        "conflicts",
    )

    def __init__(self, terms: Terms, counterpart: Person, identity: Identity) -> None:
        self._terms = terms
        self._who = identity.who
        records, day, weigher = identity.records, terms.profile.as_of, terms.weigher
        near = None
        if not weigher.has_withheld:
            near = known_near(records, counterpart, day, weigher.far)
        self._known = near or known(records, counterpart, day)
        self.conflicts = self._known.conflicts
        self._has_history = near is not None or bool(self._known.history)
        self._case: Case = weigher.weigh(self._known.history, self._known.person.relationships)
        self._is_plain = near is not None and not self._case.hides_employers
        self._is_far = self._is_plain and self._case.is_empty
        self._memo: dict[object, Opinion] = {}

    def opinions(self, rows: Sequence[int]) -> list[Opinion]:
        """The opinion on each row; those that nothing tells apart share one."""
        until = self._known.complete_until
        if self._is_far and until is not None and until >= self._terms.last:
            return [self._opinion(rows[0])] * len(rows)
        memo, found = self._memo, []
        for row in rows:
            key = self._key(row)
            opinion = memo.get(key)
            if opinion is None:
                memo[key] = opinion = self._opinion(row)
            found.append(opinion)
        return found

    def _key(self, row: int) -> object:
        """What tells a row from others by the same person."""
        ledger = self._terms.ledger
        day = ledger.days.codes[row]
        if self._is_far:
            return self._covers(row)
        if not self._is_plain:
            return day, ledger.skills.codes[row]
        skill = ledger.skills.codes[row] if self._case.knows_skills else None
        return self._covers(row), skill, self._case.view_of(ledger.days.values[day])

    def _opinion(self, row: int) -> Opinion:
        if self._who is Who.OWNER:
            return _opinion(Verdict.CANNOT_ATTEST, [Reason.SELF_ENDORSEMENT])
        ledger = self._terms.ledger
        if self._who is Who.AMBIGUOUS:
            fact = f"the profile URL of {ledger.people[row].name}"
            return _opinion(Verdict.UNKNOWN, [Reason.AMBIGUOUS_PERSON], counterfactual=fact)
        complete = self._covers(row)
        owners = self._terms.profile.owner.history
        if self._is_far and complete and owners.complete and owners.engagements:
            return Opinion(Verdict.CANNOT_ATTEST, _NOTHING_SHARED, self._known.person)
        date = ledger.days[row]
        evidence = self._case.evidence(date, ledger.skills[row], complete=complete)
        verdict, reasons = self._verdict(evidence, date, complete=complete)
        return _opinion(
            verdict,
            reasons,
            person=self._known.person,
            evidence=evidence[:MOST_EVIDENCE],
            considered=len(evidence),
            counterfactual=self._counterfactual(row, reasons, evidence),
        )

    def _covers(self, row: int) -> bool:
        """Whether the other side's history is complete up to the day of an endorsement."""
        until, terms = self._known.complete_until, self._terms
        return until is not None and terms.lasts[terms.ledger.days.codes[row]] <= until

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
        if not any(each.overlap for each in evidence):
            against.append(Reason.NO_SHARED_ORGANIZATION)
        return Verdict.CANNOT_ATTEST, against

    def _gaps(self, date: DateLike, *, complete: bool) -> list[Reason]:
        """What is missing before everything can be ruled out."""
        owners = self._terms.profile.owner.history
        if not self._has_history or not owners.engagements:
            return [Reason.NO_HISTORY]
        gaps = [] if complete and owners.complete else [Reason.INCOMPLETE_HISTORY]
        return gaps + [Reason.WITHHELD_EMPLOYER] * self._case.is_withheld(date)

    def _counterfactual(
        self,
        row: int,
        reasons: Sequence[Reason],
        evidence: Sequence[Evidence],
    ) -> str | None:
        owner = self._terms.profile.owner.name or "the owner"
        if evidence and evidence[0].standing is Standing.OPEN:
            return _counterfactual.of_open(evidence[0], self._terms.ledger.record(row), owner)
        if Reason.NO_HISTORY in reasons:
            return f"the work history of {owner if self._has_history else self._other(row)}"
        if Reason.INCOMPLETE_HISTORY in reasons:
            until = self._known.complete_until
            if not self._terms.profile.owner.history.complete:
                return f"the rest of the work history of {owner}"
            since = f" after {until}" if until else ""
            return f"the rest of the work history of {self._other(row)}{since}"
        if Reason.WITHHELD_EMPLOYER in reasons:
            return "the name of the withheld employer"
        return None

    def _other(self, row: int) -> str:
        return _counterfactual.name_of_counterpart(self._terms.ledger.record(row))


def last_day(date: DateLike, as_of: dt.date) -> dt.date:
    """The last day on which an endorsement in data of that day can have been given."""
    if isinstance(date, DateMark):
        return as_of
    return max(date.earliest, min(date.latest, as_of))


def _reasons(evidence: Iterable[Evidence], standing: Standing) -> list[Reason]:
    """The reasons of all evidence of a standing, each once, in no order."""
    return [*{reason for each in evidence if each.standing is standing for reason in each.reasons}]


@lru_cache(maxsize=1_024)
def _shared(reasons: tuple[Reason, ...]) -> tuple[Reason, ...]:
    """The reasons, one tuple for all findings that have them."""
    return reasons


def _opinion(
    verdict: Verdict,
    reasons: Iterable[Reason],
    *,
    person: Person | None = None,
    evidence: Sequence[Evidence] = (),
    considered: int = 0,
    counterfactual: str | None = None,
) -> Opinion:
    ordered = _shared(tuple(sorted(reasons, key=_REASONS.__getitem__)))
    return Opinion(verdict, ordered, person, tuple(evidence), considered, counterfactual)
