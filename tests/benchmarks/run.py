"""How fast is the whole job beside ``csv.reader`` alone, polars, DuckDB and pandas?

    python tests/benchmarks/run.py [--endorsements N] [--rounds N] [--markdown]
    python tests/benchmarks/run.py --growth 1000 10000 100000

Every script is a process of its own, from start to end, its output thrown away. A round runs
each of them once; the ratios are medians over the rounds, so that a busy machine slows both
sides. The verdicts have to be the same in number. Engines that are not installed are left out.
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import importlib.util
import math
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

from generate import generate
from tabulate import tabulate

HERE = Path(__file__).parent
OURS = "endorsecheck"
SCRIPTS = {
    OURS: HERE / "audit_files.py",
    "csv.reader alone": HERE / "rivals" / "csv_reader.py",
    "polars": HERE / "rivals" / "polars_audit.py",
    "duckdb": HERE / "rivals" / "duckdb_audit.py",
    "pandas": HERE / "rivals" / "pandas_audit.py",
}
IMPORTS = 15
"""Rounds in which the time of an import is measured."""


class Run(NamedTuple):
    """One process: seconds by the clock and of all cores, MiB at the peak, and what it printed."""

    wall: float
    cores: float
    peak: float
    said: str


def measured(*command: str | Path) -> Run:
    """Run a process to its end."""
    environment = {**os.environ, "PYTHONPATH": str(HERE.parents[1])}
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)
    with contextlib.closing(process.stdout or sys.stdin) as stream:
        said = stream.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        msg = f"{command[1]} failed"
        raise RuntimeError(msg)
    peak = usage.ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)
    return Run(wall, usage.ru_utime + usage.ru_stime, peak, said)


def installed() -> dict[str, Path]:
    """The scripts that can be run here; says which cannot."""
    missing = [name for name in SCRIPTS if name.isalpha() and not importlib.util.find_spec(name)]
    missing = [name for name in missing if name != OURS]
    for name in missing:
        sys.stdout.write(f"{name} is not installed and left out\n")
    return {name: path for name, path in SCRIPTS.items() if name not in missing}


def rounds(folder: Path, count: int) -> dict[str, list[Run]]:
    """Each script once a round.

    Raises:
        RuntimeError: Two scripts count the verdicts differently.
    """
    scripts = installed()
    runs: dict[str, list[Run]] = {name: [] for name in scripts}
    for _ in range(count):
        for name, path in scripts.items():
            runs[name].append(measured(sys.executable, path, folder, folder / "out.csv"))
    counts = {name: counted(found[0].said) for name, found in runs.items()}
    told = {name: each for name, each in counts.items() if each}
    if any(each != told[OURS] for each in told.values()):
        msg = f"the counts differ: {told}"
        raise RuntimeError(msg)
    return runs


def counted(said: str) -> dict[str, int]:
    """The verdicts that a script printed, those that there are."""
    found: dict[str, int] = ast.literal_eval(said)
    return {verdict: count for verdict, count in found.items() if count}


def compared(runs: dict[str, list[Run]]) -> Iterator[dict[str, object]]:
    """One row for each script: medians, and ours as a multiple of it."""
    for name, found in runs.items():
        walls = [ours.wall / run.wall for ours, run in zip(runs[OURS], found, strict=True)]
        cores = [ours.cores / run.cores for ours, run in zip(runs[OURS], found, strict=True)]
        yield {
            "": name,
            "wall s": median(run.wall for run in found),
            "all cores s": median(run.cores for run in found),
            "peak MiB": round(median(run.peak for run in found)),
            "ours / its wall": median(walls),
            "ours / its cores": median(cores),
        }


def importing() -> dict[str, object]:
    """How long ``import endorsecheck`` takes over an interpreter that imports nothing."""
    walls = []
    for _ in range(IMPORTS):
        bare = measured(sys.executable, "-c", "pass")
        walls.append(measured(sys.executable, "-c", f"import {OURS}").wall - bare.wall)
    return {"": f"import {OURS}", "ms over a bare interpreter": 1000 * median(walls)}


def growth(folder: Path, sizes: Sequence[int], count: int) -> Iterator[dict[str, object]]:
    """Seconds and peak memory at several sizes, and the exponent from each to the next."""
    before: tuple[int, Run] | None = None
    for size in sizes:
        place = folder / str(size)
        generate(place, endorsements=size)
        command = (sys.executable, SCRIPTS[OURS], place, place / "out.csv")
        best = min((measured(*command) for _ in range(count)), key=lambda run: run.cores)
        row: dict[str, object] = {"endorsements": size, "s": best.cores, "peak MiB": best.peak}
        if before is not None:
            fewer, run = before
            row["exponent"] = math.log(best.cores / run.cores) / math.log(size / fewer)
            row["bytes each"] = round((best.peak - run.peak) * 2**20 / (size - fewer))
        before = size, best
        yield row


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--endorsements", type=int, default=60_000)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--markdown", action="store_true")
    parser.add_argument("--growth", type=int, nargs="+", metavar="N")
    options = parser.parse_args()
    style = "github" if options.markdown else "simple"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if options.growth:
            tables = [list(growth(folder, options.growth, options.rounds))]
        else:
            generate(folder, endorsements=options.endorsements)
            tables = [list(compared(rounds(folder, options.rounds))), [importing()]]
    for rows in tables:
        sys.stdout.write(tabulate(rows, "keys", tablefmt=style, floatfmt=".2f") + "\n\n")


if __name__ == "__main__":
    main()
