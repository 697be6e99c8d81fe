"""Audit many profiles on a Dask cluster, here a local one of two processes.

    python examples/audit_fleet_dask.py [--count N] [--scheduler ADDRESS]

The code that audits is that of a pool of processes: only the executor is another.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from functools import partial

from fleet_profiles import profile

import endorsecheck as ec


def main(arguments: list[str]) -> int:
    """Audit on the cluster; print the sum of the verdicts."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--count", type=int, default=500, help="how many profiles to invent")
    parser.add_argument("--scheduler", help="address of a running cluster")
    options = parser.parse_args(arguments)
    try:
        from distributed import Client  # noqa: PLC0415 # need not be installed
    except ImportError:
        print("audit_fleet_dask.py needs Dask: pip install 'dask[distributed]'", file=sys.stderr)
        return 2
    where = {"address": options.scheduler} if options.scheduler else LOCAL
    counts: Counter[str] = Counter()
    with Client(**where) as client:
        # Every chunk is another: no need to compare them with those that ran before.
        executor = client.get_executor(pure=False)
        loaders = [partial(profile, number) for number in range(options.count)]
        for outcome in ec.audit_many(loaders, executor=executor):
            if isinstance(outcome, ec.FailedAudit):
                counts["failed"] += 1
            else:
                counts.update({each.value: n for each, n in outcome.counts.items()})
    print(", ".join(f"{what}: {n}" for what, n in sorted(counts.items())))
    return 0


LOCAL = {"n_workers": 2, "threads_per_worker": 1, "dashboard_address": None}
"""A cluster on this machine. Threads share one core in Python: one for each process."""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
