"""Many profiles: order, bounded memory, failures, and workers that are lost."""

from __future__ import annotations

import copy
import datetime as dt
import json
import os
import pickle
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from functools import partial
from threading import Event
from typing import Any

import attrs
import pytest

import endorsecheck as ec
from endorsecheck import _packing

Loaded = tuple[ec.Profile, list[ec.Person]]


def load(number: int) -> Loaded:
    """A profile of its own for each number, with three endorsements and every kind of record."""
    period = ec.Period(ec.PartialDate(2010), ec.PartialDate(2011 + number % 9, 3))
    source = ec.Provenance("table", "a.csv", number)
    jobs: list[ec.Engagement] = [
        ec.Position("Acme Corp", period=period, provenance=source),
        ec.Project("Apollo", "Acme Corp", period=period),
        ec.Education("Westmarch College"),
        ec.Volunteering("Harbour Street Choir"),
    ]
    ties = [ec.Relationship(ec.RelationshipKind.MENTOR)]
    ravi = ec.Person("Ravi Shah", "linkedin.com/in/ravi", ec.WorkHistory(jobs[:2]), ties)
    profile = ec.Profile(
        owner=ec.Person(f"Dana Reyes {number}", history=ec.WorkHistory(jobs)),
        as_of=dt.date(2026, 6, 30),
        endorsements=[
            ec.Endorsement("Python", ravi, ec.PartialDate(2012, 5, 4)),
            ec.Endorsement("Go", ec.Person("Ravi Shah", "linkedin.com/in/ravi")),
            ec.Endorsement("Go", ec.Person("Lena Vogt"), ec.PartialDate(2013)),
        ],
        skills=["Go"],
    )
    return profile, [ravi]


def refuse() -> Loaded:
    """A file that can't be read."""
    msg = "7.zip: no such file or folder"
    raise ec.ReadError(msg)


def leave() -> Loaded:
    """A loader that ends its worker as a script would."""
    sys.exit("enough")


def die() -> Loaded:
    """A loader that takes its worker with it."""
    os._exit(3)


def loaders(count: int) -> list[Callable[[], Loaded]]:
    """Loaders of different profiles."""
    return [partial(load, number) for number in range(count)]


def named(results: Iterator[ec.AuditResult | ec.FailedAudit]) -> list[str | tuple[int, str]]:
    """The owner of each result; place and error of each failure."""
    return [
        (each.index, each.error)
        if isinstance(each, ec.FailedAudit)
        else each.owner.name.rsplit(" ", 1)[1]
        for each in results
    ]


def text(result: ec.AuditResult | ec.FailedAudit) -> str:
    """A result as JSON."""
    assert isinstance(result, ec.AuditResult)
    return json.dumps(result.to_dict())


class Inline(Executor):
    """Runs what is submitted at once, through the pickling of a pool of processes."""

    def __init__(self) -> None:
        self.chunks: list[int] = []

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Run, and note how many cases there were."""
        future: Future[Any] = Future()
        call, given, named = pickle.loads(pickle.dumps((fn, args, kwargs)))
        self.chunks.append(len(given[-1]))
        future.set_result(pickle.loads(pickle.dumps(call(*given, **named))))
        return future


class Later(Executor):
    """Runs nothing before it is told to; counts what it was given."""

    def __init__(self) -> None:
        self.futures: list[tuple[Future[Any], Callable[[], Any]]] = []

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Keep for later."""
        future: Future[Any] = Future()
        self.futures.append((future, partial(fn, *args, **kwargs)))
        return future


class Fragile(Executor):
    """Can't carry a chunk in which there is a certain case."""

    def __init__(self, bad: object) -> None:
        self.bad = bad

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Run, or fail as a whole."""
        future: Future[Any] = Future()
        if any(parcel.opened() is self.bad for parcel in args[-1]):
            future.set_exception(OSError("the line is dead"))
        else:
            future.set_result(fn(*args, **kwargs))
        return future


@pytest.fixture(scope="module")
def pool() -> Iterator[ProcessPoolExecutor]:
    """Two processes."""
    with ProcessPoolExecutor(2) as executor:
        yield executor


def test_results_come_in_the_order_of_the_cases_without_an_executor() -> None:
    """Each is what the plain audit gives."""
    results = list(ec.audit_many(loaders(3)))
    assert [ec.audit(*load(number)) for number in range(3)] == results


def test_results_of_a_pool_are_those_of_the_serial_run_byte_by_byte(
    pool: ProcessPoolExecutor,
) -> None:
    """Files read in the worker, or records sent to it."""
    serial = [text(each) for each in ec.audit_many(loaders(20))]
    loaded = ec.audit_many(loaders(20), executor=pool, chunk_size=3)
    sent = ec.audit_many((load(n) for n in range(20)), executor=pool, chunk_size=3)
    assert serial == [text(each) for each in loaded]
    assert serial == [text(each) for each in sent]


def test_threads_share_what_they_work_on() -> None:
    """Nothing is packed where nothing leaves the process."""
    case = load(1)
    with ThreadPoolExecutor(2) as executor:
        (result,) = ec.audit_many([case], executor=executor)
    assert isinstance(result, ec.AuditResult)
    assert result.owner is case[0].owner


def test_cases_travel_in_chunks() -> None:
    """The last one is smaller."""
    executor = Inline()
    assert named(ec.audit_many(loaders(5), executor=executor, chunk_size=2)) == [
        "0",
        "1",
        "2",
        "3",
        "4",
    ]
    assert executor.chunks == [2, 2, 1]


def test_rules_reach_the_workers(pool: ProcessPoolExecutor) -> None:
    """Criteria and organizations both."""
    profile, _ = load(1)
    there = ec.Position("NVN Labs", period=ec.Period.parse("2010", "2015"))
    ravi = ec.Person("Ravi Shah", "linkedin.com/in/ravi", ec.WorkHistory([there]))
    case = (attrs.evolve(profile, endorsements=[ec.Endorsement("Go", ravi)]), ())
    registry = ec.OrganizationRegistry().extended(aliases=[("NVN Labs", "Acme Corp")])
    criteria = ec.Criteria(min_overlap_days=2)
    expected = ec.audit(*case, criteria=criteria, organizations=registry)
    results = ec.audit_many([case], executor=pool, criteria=criteria, organizations=registry)
    assert [expected] == list(results)
    assert len(expected.can_attest) + len(expected.might_attest) == 1


def test_no_more_chunks_are_out_than_asked_for() -> None:
    """However many cases there are, and the input is read no further than that."""
    read: list[int] = []

    def endless() -> Iterator[Callable[[], Loaded]]:
        while True:
            read.append(len(read))
            yield partial(load, len(read))

    executor = Later()
    results = ec.audit_many(endless(), executor=executor, chunk_size=2, in_flight=3)
    with ThreadPoolExecutor(1) as thread:
        first = thread.submit(next, results)
        while len(executor.futures) < 3:
            Event().wait(0.01)
        Event().wait(0.1)
        assert (len(executor.futures), len(read)) == (3, 6)
        future, run = executor.futures[0]
        future.set_result(run())
        assert isinstance(first.result(), ec.AuditResult)
    assert (len(executor.futures), len(read)) == (3, 6)
    results.close()  # type: ignore[attr-defined] # a generator
    assert [future.cancelled() for future, _ in executor.futures] == [False, True, True]


def test_results_are_given_as_soon_as_they_are_ready() -> None:
    """The input is not read ahead of a result that is there."""
    read: list[int] = []

    def cases() -> Iterator[Callable[[], Loaded]]:
        for number in range(10):
            read.append(number)
            yield partial(load, number)

    next(ec.audit_many(cases(), executor=Inline(), chunk_size=1))
    assert read == [0]


@pytest.mark.parametrize(
    ("case", "error", "message"),
    [
        pytest.param(refuse, "ReadError", "7.zip: no such file or folder", id="loader-raises"),
        pytest.param(leave, "SystemExit", "enough", id="loader-exits"),
        pytest.param(
            3, "ModelError", "case: expected a profile and people, found int", id="no-case"
        ),
        pytest.param(
            ("Dana", ()),
            "ModelError",
            "case: expected a profile and people, found tuple",
            id="no-profile",
        ),
        pytest.param(
            dict, "ModelError", "case: expected a profile and people, found dict", id="no-pair"
        ),
    ],
)
@pytest.mark.parametrize("executor", [None, Inline()], ids=["here", "there"])
def test_case_that_fails_says_so_and_stops_nothing(
    case: Any, error: str, message: str, executor: Executor | None
) -> None:
    """Which, what kind of error, and its text."""
    cases = [*loaders(2), case, *loaders(1)]
    results = list(ec.audit_many(cases, executor=executor))
    assert ec.FailedAudit(index=2, error=error, message=message) == results[2]
    assert ["0", "1", (2, error), "0"] == named(iter(results))


def test_killed_worker_loses_nothing_that_was_finished() -> None:
    """And every case that was not finished is named."""
    with ProcessPoolExecutor(1) as executor:
        cases = [*loaders(4), die, *loaders(5)]
        results = ec.audit_many(cases, executor=executor, chunk_size=2, in_flight=2)
        found = named(results)
    assert found[:4] == ["0", "1", "2", "3"]
    assert [(index, "BrokenProcessPool") for index in range(4, 10)] == found[4:]


def test_case_that_cannot_travel_is_named_alone(pool: ProcessPoolExecutor) -> None:
    """Its neighbours in the chunk are audited."""
    cases = [*loaders(2), lambda: load(2), *loaders(1)]
    found = named(ec.audit_many(cases, executor=pool))
    assert [each for each in found if isinstance(each, str)] == ["0", "1", "0"]
    assert [each[0] for each in found if isinstance(each, tuple)] == [2]


def test_chunk_that_an_executor_loses_is_tried_again_case_by_case() -> None:
    """Once; then the case that is to blame is known."""
    cases = [*loaders(3), refuse]
    found = list(ec.audit_many(cases, executor=Fragile(cases[1]), chunk_size=4))
    assert named(iter(found)) == ["0", (1, "OSError"), "2", (3, "ReadError")]
    assert ec.FailedAudit(index=1, error="OSError", message="the line is dead") == found[1]


@pytest.mark.parametrize("executor", [None, Inline()], ids=["here", "there"])
def test_error_of_the_input_is_raised_after_the_results(executor: Executor | None) -> None:
    """Of all cases that it gave before."""

    def cases() -> Iterator[Callable[[], Loaded]]:
        yield from loaders(3)
        msg = "the list ends here"
        raise OSError(msg)

    results = ec.audit_many(cases(), executor=executor)
    assert [named(iter([next(results)]))[0] for _ in range(3)] == ["0", "1", "2"]
    with pytest.raises(OSError, match="the list ends here"):
        next(results)


@pytest.mark.parametrize("executor", [None, Inline()], ids=["here", "there"])
def test_progress_is_told_case_by_case(executor: Executor | None) -> None:
    """Failures count as done."""
    told: list[int] = []
    cases = [*loaders(2), refuse]
    results = ec.audit_many(cases, executor=executor, chunk_size=2, progress=told.append)
    assert len(list(results)) == 3
    assert told == [1, 2, 3]


@pytest.mark.parametrize("name", ["chunk_size", "in_flight"])
@pytest.mark.parametrize("value", [0, -1, 1.5, True, None])
def test_sizes_are_whole_numbers_from_one(name: str, value: Any) -> None:
    """Said when the function is called, not when the first result is asked for."""
    with pytest.raises(ec.ModelError, match=f"{name}: expected a whole number from 1, found "):
        ec.audit_many([], **{name: value})


def test_no_cases_give_no_results() -> None:
    """Neither here nor there."""
    assert list(ec.audit_many([])) == []
    assert list(ec.audit_many([], executor=Inline())) == []


def arrived() -> ec.AuditResult:
    """A result from a worker that nobody has looked at yet."""
    (result,) = ec.audit_many(loaders(1), executor=Inline())
    assert isinstance(result, ec.AuditResult)
    return result


@pytest.mark.parametrize(
    "use",
    [
        pytest.param(lambda each: each.findings, id="attribute"),
        pytest.param(lambda each: each.counts, id="property"),
        pytest.param(repr, id="repr"),
        pytest.param(hash, id="hash"),
        pytest.param(lambda each: each.to_dict(), id="plain-data"),
        pytest.param(attrs.evolve, id="evolve"),
        pytest.param(attrs.asdict, id="asdict"),
        pytest.param(copy.copy, id="copy"),
        pytest.param(copy.deepcopy, id="deep-copy"),
        pytest.param(lambda each: pickle.loads(pickle.dumps(each)), id="pickle"),
        pytest.param(lambda each: each == ec.audit(*load(0)), id="compare"),
        pytest.param(lambda each: ec.audit(*load(0)) == each, id="compared"),
    ],
)
def test_result_of_a_worker_behaves_as_any_other(use: Callable[[Any], Any]) -> None:
    """Whatever is asked of it first; from then on it is a plain result."""
    result = arrived()
    assert use(ec.audit(*load(0))) == use(result)
    assert type(result) is ec.AuditResult
    assert ec.audit(*load(0)) == result


def test_result_opened_by_two_threads_at_once_is_whole() -> None:
    """The second finds it open."""
    result = arrived()
    _packing._open(result)
    _packing._open(result)
    assert ec.audit(*load(0)) == result


def test_result_shares_its_dates() -> None:
    """One record for each different date, however many results there are."""
    one, other = arrived(), arrived()
    dates = [each.findings[-1].endorsement.date for each in (one, other)]
    assert dates[0] is dates[1]


def test_records_are_packed_without_being_checked_again() -> None:
    """In fewer bytes than plain pickling takes."""
    result = ec.audit(*load(0))
    data = _packing.packed(result)
    assert result == _packing.unpacked(data)
    assert len(data) < len(pickle.dumps(result))


def test_parcel_is_passed_on_unopened() -> None:
    """As a scheduler between two machines does."""
    result = ec.audit(*load(0))
    once = pickle.dumps(_packing.ResultParcel(result))
    assert once == pickle.dumps(pickle.loads(once))
    assert result == pickle.loads(once).opened()
