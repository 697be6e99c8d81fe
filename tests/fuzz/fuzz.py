"""Fuzz the targets: ``python tests/fuzz/fuzz.py [target ...] [-runs=N]``.

With atheris installed (the extra ``fuzz``) inputs are guided by coverage, without it by what
came of them; ``-engine=mutation`` takes the second way in any case, which is deterministic. An
input that fails is written to ``tests/fuzz/found/`` and makes the exit code 1.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib
import importlib.util
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
FOUND = HERE / "found"
CASES = HERE / "cases"
sys.path[:0] = [str(HERE), str(HERE.parent), str(HERE.parents[1])]


def seeds(name: str) -> list[bytes]:
    """What a target is known to understand, and what it once failed on."""
    targets = importlib.import_module("targets")
    cases = sorted((CASES / name).glob("*")) if (CASES / name).is_dir() else []
    return [*targets.TARGETS[name].seeds, *(case.read_bytes() for case in cases)]


def by_mutation(name: str, runs: int, *, seed: str = "0") -> list[bytes]:
    """Run a target on so many inputs; those that it failed on, one for each kind of failure."""
    engine, targets = importlib.import_module("engine"), importlib.import_module("targets")
    run, starts = targets.TARGETS[name].run, seeds(name)
    given = engine.inputs(starts, seed=f"{name} {seed}")
    seen: set[str] = set()
    failed: dict[str, bytes] = {}
    keep = False
    for i, following in zip(range(runs), given, strict=False):
        data = starts[i] if i < len(starts) else following(keep)
        try:
            outcome = run(data)
        except Exception as error:  # noqa: BLE001 # whatever escapes is a finding
            outcome = _kind(error)
            failed.setdefault(outcome, data)
        keep = i >= len(starts) and outcome not in seen
        seen.add(outcome)
    return list(failed.values())


def _kind(error: Exception) -> str:
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} {frame.filename}:{frame.lineno}"


def by_coverage(name: str, runs: int) -> list[bytes]:
    """The same with atheris, in a process of its own, which ends at the first failure."""
    longest = importlib.import_module("targets").TARGETS[name].longest
    FOUND.mkdir(exist_ok=True)
    before = set(FOUND.iterdir())
    with tempfile.TemporaryDirectory() as corpus:
        for i, data in enumerate(seeds(name)):
            (Path(corpus) / str(i)).write_bytes(data)
        options = [f"-runs={runs}", f"-max_len={longest}", "-timeout=20", "-verbosity=0"]
        options.append("-print_final_stats=1")  # how many there were, if stopped by SIGUSR1
        place = f"-artifact_prefix={FOUND}/{name}-"
        command = [sys.executable, __file__, "-atheris", name, corpus, *options, place]
        code = subprocess.run(command, check=False).returncode
    found = [path.read_bytes() for path in sorted(set(FOUND.iterdir()) - before)]
    return found or [b""] * bool(code)


def _atheris(name: str, options: Sequence[str]) -> None:
    """Run atheris; never comes back."""
    atheris: Any = importlib.import_module("atheris")
    with atheris.instrument_imports(include=["endorsecheck"]):
        targets = importlib.import_module("targets")
    run = targets.TARGETS[name].run

    def one(data: bytes) -> None:
        run(data)

    atheris.Setup([sys.argv[0], *options], one)
    atheris.Fuzz()


def _fuzz(name: str, runs: int, engine: str, seed: str) -> int:
    start = time.perf_counter()
    failed = by_coverage(name, runs) if engine == "atheris" else by_mutation(name, runs, seed=seed)
    seconds = time.perf_counter() - start
    for data in failed:
        FOUND.mkdir(exist_ok=True)
        path = FOUND / f"{name}-{hashlib.sha256(data).hexdigest()[:12]}"
        path.write_bytes(data)
    print(f"{name}: {runs} runs by {engine} in {seconds:.0f} s, {len(failed)} found", flush=True)
    return len(failed)


def main(arguments: Sequence[str]) -> int:
    """Fuzz the targets named, or all; 1 if anything was found."""
    if arguments[:1] == ["-atheris"]:
        _atheris(arguments[1], arguments[2:])
    known = importlib.import_module("targets").TARGETS
    has_atheris = importlib.util.find_spec("atheris") is not None
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target", nargs="*", choices=[*known, []], default=[])
    parser.add_argument("-runs", type=int, default=10_000, help="of each target")
    parser.add_argument("-engine", choices=("atheris", "mutation"))
    parser.add_argument("-seed", default="0", help="other inputs, without coverage")
    options = parser.parse_args(arguments)
    engine = options.engine or ("atheris" if has_atheris else "mutation")
    found = sum(
        _fuzz(name, options.runs, engine, options.seed) for name in options.target or known
    )
    return int(found > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
