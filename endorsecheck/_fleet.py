"""The audit of many profiles, here or on the workers of an executor.

What the workers need is imported only where there are workers.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING

from endorsecheck._cases import Case, FailedAudit, Outcome, Rules
from endorsecheck._checks import shortened
from endorsecheck.exceptions import ModelError
from endorsecheck.findings import AuditResult
from endorsecheck.models import Criteria
from endorsecheck.organizations import OrganizationRegistry

if TYPE_CHECKING:
    from concurrent.futures import Executor

__all__ = ["audit_many"]


def audit_many(
    cases: Iterable[Case],
    *,
    executor: Executor | None = None,
    chunk_size: int = 16,
    in_flight: int = 32,
    criteria: Criteria | None = None,
    organizations: OrganizationRegistry | None = None,
    progress: Callable[[int], object] | None = None,
) -> Iterator[AuditResult | FailedAudit]:
    """Audit many profiles; give the results in the order of the cases, as they are ready.

    One case that fails stops nothing. Where a worker process is killed, what was finished is
    given, and every case that was not is named. If ``cases`` itself fails, its error is raised
    after the results of what it gave before.

    Args:
        cases: Pairs ``(profile, people)``, or callables without arguments that give one. A
            callable runs in the worker, so files are read there and nothing but their names
            travels; for a pool of processes it must be picklable, such as
            ``functools.partial(load, path)``.
        executor: Any :class:`concurrent.futures.Executor`: of processes, of threads, of a Dask
            cluster, of MPI. It is not shut down. Without one the audits run here, one by one.
        chunk_size: Cases that travel together.
        in_flight: Chunks handed out at once: no more than ``chunk_size * in_flight`` cases and
            results are held, however many there are. At least twice the number of workers.
        criteria: The rules; ``Criteria()`` if not given.
        organizations: What is known of organizations; the built-in knowledge if not given.
        progress: Called with the number of cases done before each result is given.

    Returns:
        For each case its result, as :func:`audit` gives it, or a :class:`FailedAudit`.

    Raises:
        ModelError: ``chunk_size`` or ``in_flight`` is no whole number from 1.

    Example:
        >>> import datetime as dt
        >>> import endorsecheck as ec
        >>> def load():
        ...     return ec.Profile(owner=ec.Person("Dana Reyes"), as_of=dt.date(2026, 6, 30)), []
        >>> [str(result.as_of) for result in ec.audit_many([load, load])]
        ['2026-06-30', '2026-06-30']
    """
    _check_count("chunk_size", chunk_size)
    _check_count("in_flight", in_flight)
    rules = Rules(
        criteria if criteria is not None else Criteria(),
        organizations if organizations is not None else OrganizationRegistry(),
    )
    if executor is None:
        return _told(_here(cases, rules), progress)
    from endorsecheck._workers import Workers  # noqa: PLC0415 # takes longer than the rest

    workers = Workers(executor, rules, chunk_size=chunk_size, in_flight=in_flight)
    return _told(workers.outcomes(cases), progress)


def _check_count(name: str, value: object) -> None:
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        msg = f"{name}: expected a whole number from 1, found {shortened(value)}"
        raise ModelError(msg)


def _told(
    outcomes: Generator[Outcome, None, None], progress: Callable[[int], object] | None
) -> Iterator[Outcome]:
    with closing(outcomes):
        for done, outcome in enumerate(outcomes, 1):
            if progress is not None:
                progress(done)
            yield outcome


def _here(cases: Iterable[Case], rules: Rules) -> Generator[Outcome, None, None]:
    for index, case in enumerate(cases):
        yield rules.outcome(index, partial(_same, case))


def _same(case: Case) -> Case:
    return case
