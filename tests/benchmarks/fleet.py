"""How much faster are two workers than one, and what does a profile cost?

    python tests/benchmarks/fleet.py [--owners N] [--endorsements N] [--rounds N] [--use USE]

A round audits all owners with one worker process, then with two; the ratio is the median over the
rounds. The results of the pool are compared with those of the serial run, byte by byte, untimed.
On a busy machine the clock says little: what two processes that share
nothing gain is told beside each round, and the time of the processor.
"""

from __future__ import annotations

import argparse
import datetime as dt
import hashlib
import json
import pickle
import random
import resource
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import lru_cache, partial
from statistics import median
from typing import NamedTuple

import endorsecheck as ec
from endorsecheck._packing import packed, unpacked

COMPANIES = [f"Norvane {n} Systems" for n in range(400)]
Outcome = ec.AuditResult | ec.FailedAudit
Loader = partial[tuple[ec.Profile, list[ec.Person]]]


def load(seed: int, endorsements: int) -> tuple[ec.Profile, list[ec.Person]]:
    """One owner, six jobs; a third as many endorsers as endorsements, five jobs each."""
    rng = random.Random(seed)  # noqa: S311 # no secret
    owner = ec.Person(
        f"Dana Reyes {seed}",
        f"www.linkedin.com/in/dana-{seed}",
        ec.WorkHistory([job(COMPANIES[i], 2004 + 3 * i, rng) for i in range(6)]),
    )
    people = [
        ec.Person(f"Ravi Shah {n}", f"www.linkedin.com/in/ravi-{seed}-{n}", history(rng))
        for n in range(max(1, endorsements // 3))
    ]
    endorsers = [ec.Person(each.name, each.url) for each in people]
    given = [
        ec.Endorsement(
            f"Skill {rng.randrange(50)}",
            rng.choice(endorsers),
            ec.PartialDate(rng.randint(2012, 2025), rng.randint(1, 12), rng.randint(1, 28)),
        )
        for _ in range(endorsements)
    ]
    return ec.Profile(owner=owner, as_of=dt.date(2026, 6, 30), endorsements=given), people


def history(rng: random.Random) -> ec.WorkHistory:
    """Five jobs, three in ten where some owner was."""
    places = [COMPANIES[rng.randrange(6 if rng.random() < 0.3 else 400)] for _ in range(5)]
    return ec.WorkHistory([job(place, rng.randint(2000, 2019), rng) for place in places])


def job(company: str, year: int, rng: random.Random) -> ec.Position:
    """A job of one to six years."""
    start = ec.PartialDate(year, rng.randint(1, 12))
    end = ec.PartialDate(year + rng.randint(1, 6), rng.randint(1, 12))
    return ec.Position(company, "Engineer", period=ec.Period(start, end))


def pass_on(_: Outcome) -> None:
    """Look at nothing of a result."""


def count(outcome: Outcome) -> None:
    """Open a result and count its verdicts."""
    if isinstance(outcome, ec.AuditResult):
        _ = outcome.counts


QUIET = 1.8
"""What two processes that share nothing gain where there are two cores to spare."""

USES: Mapping[str, Callable[[Outcome], None]] = {"count": count, "pass-on": pass_on}


class Took(NamedTuple):
    """Seconds by the clock, and of the processor: in this process, and in the workers."""

    wall: float
    home: float
    workers: float


def pooled(
    loaders: Sequence[Loader],
    first: Sequence[Loader],
    workers: int,
    use: Callable[[Outcome], None],
) -> Took:
    """Audit all cases on a pool, once its workers have read their data for the first ones."""
    before = of_children()
    with ProcessPoolExecutor(workers) as executor:
        for _ in ec.audit_many(first[: 32 * workers], executor=executor):
            pass
        wall, home = time.perf_counter(), time.process_time()
        for outcome in ec.audit_many(loaders, executor=executor):
            use(outcome)
        wall, home = time.perf_counter() - wall, time.process_time() - home
    return Took(wall, home, of_children() - before)


def of_children() -> float:
    """Seconds of the processor of all worker processes that have ended."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def spin(_: int) -> int:
    """Work that shares nothing with anybody."""
    return sum(range(10_000_000))


def spare() -> float:
    """How much faster the machine lets two processes be than one that share nothing."""
    times = []
    for workers in (1, 2):
        with ProcessPoolExecutor(workers) as executor:
            list(executor.map(spin, range(workers)))
            start = time.perf_counter()
            list(executor.map(spin, range(8)))
            times.append(time.perf_counter() - start)
    return times[0] / times[1]


def digest(outcomes: Iterable[Outcome]) -> str:
    """The fingerprint of results as JSON."""
    found = hashlib.sha256()
    for each in outcomes:
        if not isinstance(each, ec.AuditResult):
            raise SystemExit(str(each))
        found.update(json.dumps(each.to_dict()).encode())
    return found.hexdigest()


def cost(name: str, call: Callable[[int], object], times: int = 200) -> None:
    """Print the least processor time of five runs, in milliseconds for one call."""
    runs = []
    for _ in range(5):
        start = time.process_time()
        for number in range(times):
            call(number)
        runs.append(time.process_time() - start)
    print(f"{name}: {min(runs) / times * 1_000:.2f} ms")


def costs(endorsements: int) -> None:
    """What one profile costs: to make, to audit, and to send home in two ways."""
    made = lru_cache(maxsize=None)(partial(load, endorsements=endorsements))
    registry = ec.OrganizationRegistry()
    result = lru_cache(maxsize=None)(lambda n: ec.audit(*made(n), organizations=registry))
    plain = lru_cache(maxsize=None)(lambda n: pickle.dumps(result(n)))
    ours = lru_cache(maxsize=None)(lambda n: packed(result(n)))
    for n in range(200):
        plain(n), ours(n)
    cost("make the records", lambda n: load(n, endorsements))
    cost("audit", lambda n: ec.audit(*made(n), organizations=registry))
    cost("pickle", lambda n: pickle.dumps(result(n)))
    cost("unpickle", lambda n: pickle.loads(plain(n)))
    cost("pack", lambda n: packed(result(n)))
    cost("unpack", lambda n: unpacked(ours(n)))
    sizes = [sum(len(way(n)) for n in range(200)) / 200 / 1_000 for way in (plain, ours)]
    print(f"kB home for one result: {sizes[0]:.1f} pickled, {sizes[1]:.1f} packed")


def main() -> None:
    """Print the costs, then the ratio, then whether the results are the same."""
    parser = argparse.ArgumentParser(description="Audit many profiles with one worker and two.")
    parser.add_argument("--owners", type=int, default=10_000)
    parser.add_argument("--endorsements", type=int, default=50)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--use", choices=USES, default="count")
    options = parser.parse_args()
    costs(options.endorsements)
    loaders = [partial(load, n, options.endorsements) for n in range(options.owners)]
    idle = {workers: pooled([], loaders, workers, count).workers for workers in (1, 2)}
    ratios, bounds, controls = [], [], []
    for _ in range(options.rounds):
        before = spare()
        one, two = (pooled(loaders, loaders, n, USES[options.use]) for n in (1, 2))
        alone, both = one.workers - idle[1], two.workers - idle[2]
        controls.append(min(before, spare()))
        ratios.append(one.wall / two.wall)
        bounds.append(alone / max((both + two.home) / 2, two.home))
        print(f"{one.wall:.1f} s with one worker, {two.wall:.1f} s with two; of the processor:")
        print(f"  workers {alone:.1f} and {both:.1f} s, home {two.home:.1f} s")
        print(f"  {ratios[-1]:.2f} times; what shares nothing gained {controls[-1]:.2f} times")
    print(f"two workers: {median(ratios):.2f} times one by the clock, the median of all rounds")
    quiet = [ratio for ratio, control in zip(ratios, controls, strict=True) if control > QUIET]
    if quiet:
        print(f"  {median(quiet):.2f} in the {len(quiet)} rounds with two cores to spare")
    print(f"two idle cores would give {median(bounds):.2f} by the time of the processor")
    with ProcessPoolExecutor(2) as executor:
        same = digest(ec.audit_many(loaders)) == digest(ec.audit_many(loaders, executor=executor))
    print(f"results byte-equal to the serial run: {'yes' if same else 'NO'}")
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1_024
    print(f"peak of a worker: {peak:.0f} MiB")


if __name__ == "__main__":
    main()
