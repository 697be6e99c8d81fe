"""The audit of many profiles on the workers of an executor.

Cases travel in chunks, each chunk packed by ourselves, so it matters little which executor
carries them. A chunk that the executor could not carry is tried again case by case, once.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future
from functools import cached_property, lru_cache
from itertools import islice
from typing import Any

import attrs

from endorsecheck._cases import Case, FailedAudit, Outcome, Rules, failed
from endorsecheck._packing import Parcel, ResultParcel, packed, unpacked
from endorsecheck.findings import AuditResult

__all__: list[str] = []


class _SentRules:
    """The rules on their way to the workers, each of which unpacks them once."""

    def __init__(self, rules: Rules) -> None:
        self.rules = rules

    @cached_property
    def _packed(self) -> bytes:
        return packed(self.rules)

    def __reduce__(self) -> tuple[Any, ...]:
        return _rules_of, (self._packed,)


@lru_cache(maxsize=8)
def _rules_of(data: bytes) -> _SentRules:
    return _SentRules(unpacked(data))


@attrs.frozen
class _Sent:
    """A chunk that was handed out. Its cases are kept until it is back."""

    first: int
    parcels: tuple[Parcel[Case], ...]
    future: Future[tuple[ResultParcel | FailedAudit, ...]]


class Workers:
    """The workers of one executor, and how much is handed to them at once."""

    def __init__(
        self, executor: Executor, rules: Rules, *, chunk_size: int, in_flight: int
    ) -> None:
        self._executor = executor
        self._rules = _SentRules(rules)
        self._chunk_size = chunk_size
        self._in_flight = in_flight

    def outcomes(self, cases: Iterable[Case]) -> Generator[Outcome, None, None]:
        """The outcomes in the order of the cases; the first error of ``cases`` at the end."""
        faults: list[Exception] = []
        given = (_parcel(case) for case in _until_fault(cases, faults))
        pending: deque[_Sent] = deque()
        first = 0
        try:
            while chunk := tuple(islice(given, self._chunk_size)):
                pending.append(self._sent(first, chunk))
                first += len(chunk)
                while len(pending) >= self._in_flight or (pending and pending[0].future.done()):
                    yield from self._received(pending.popleft())
            while pending:
                yield from self._received(pending.popleft())
        finally:
            for sent in pending:
                sent.future.cancel()
        if faults:
            raise faults[0]

    def _sent(self, first: int, parcels: tuple[Parcel[Case], ...]) -> _Sent:
        try:
            future = self._executor.submit(_audited, self._rules, first, parcels)
        except BrokenExecutor as error:
            future = Future()
            future.set_exception(error)
        return _Sent(first, parcels, future)

    def _received(self, sent: _Sent) -> Iterator[Outcome]:
        try:
            outcomes = sent.future.result()
        except Exception as error:  # noqa: BLE001 # each executor has its own
            yield from self._retried(sent, error)
        else:
            for each in outcomes:
                yield each.opened() if isinstance(each, ResultParcel) else each

    def _retried(self, sent: _Sent, error: Exception) -> Iterator[Outcome]:
        """What becomes of a chunk that the executor lost: each case alone, then its failure."""
        if len(sent.parcels) == 1:
            yield failed(sent.first, error)
            return
        alone = [self._sent(sent.first + i, (each,)) for i, each in enumerate(sent.parcels)]
        for each in alone:
            yield from self._received(each)


def _parcel(case: Case) -> Parcel[Case]:
    return Parcel(case)


def _until_fault(cases: Iterable[Case], faults: list[Exception]) -> Iterator[Case]:
    try:
        yield from cases
    except Exception as error:  # noqa: BLE001 # raised again after the results
        faults.append(error)


def _audited(
    sent: _SentRules, first: int, parcels: tuple[Parcel[Case], ...]
) -> tuple[ResultParcel | FailedAudit, ...]:
    """What a worker does with a chunk."""
    outcomes = (sent.rules.outcome(first + i, parcel.opened) for i, parcel in enumerate(parcels))
    return tuple(
        ResultParcel(each) if isinstance(each, AuditResult) else each for each in outcomes
    )
