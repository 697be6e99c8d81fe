"""Fuzzing: a short fixed run over every target, and every input that once failed."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

FUZZ = Path(__file__).parent / "fuzz"
sys.path.insert(0, str(FUZZ))

import fuzz  # noqa: E402 # the fuzzers are scripts beside the tests
import targets  # noqa: E402

CASES = sorted(path for path in (FUZZ / "cases").glob("*/*") if path.is_file())


@pytest.mark.parametrize("name", list(targets.TARGETS))
def test_target_survives_a_short_run(name: str) -> None:
    """Always the same inputs, with atheris installed or without."""
    runs = 25 if name == "reporter" else 150
    assert fuzz.by_mutation(name, runs) == []


@pytest.mark.parametrize("case", CASES, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_what_once_failed_passes(case: Path) -> None:
    """Each finding of the fuzzers is kept."""
    assert targets.TARGETS[case.parent.name].run(case.read_bytes())


def test_failures_are_found_and_kept_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    """One input for each place that raises, however many inputs get there."""

    def fragile(data: bytes) -> str:
        return str(data.index(b"R"))

    target = targets.Target(fragile, (b"Ravi",))
    monkeypatch.setitem(targets.TARGETS, "fragile", target)
    assert len(fuzz.by_mutation("fragile", 200)) == 1
