"""Labelled pairs: nearly all are judged right, and none is wrongly called the same."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from endorsecheck.organizations import OrganizationRegistry, Relation

HERE = Path(__file__).parent
PAIRS = HERE / "data" / "organizations"
REGISTRY = OrganizationRegistry()


def benchmark() -> ModuleType:
    """Load the script that scores the pairs."""
    path = HERE / "benchmarks" / "organizations.py"
    spec = importlib.util.spec_from_file_location("organizations_benchmark", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("least", "file"),
    [
        pytest.param(1.0, "pairs_dev.tsv", id="development"),
        pytest.param(0.98, "pairs_first.tsv", id="first-blind-set"),
        pytest.param(0.98, "pairs_second.tsv", id="second-blind-set"),
        pytest.param(0.98, "pairs_third.tsv", id="third-blind-set"),
    ],
)
def test_pairs_are_judged_right(least: float, file: str) -> None:
    """Pairs get their label, and no two employers are called one."""
    score = benchmark()
    results = [(pair, score.judged(REGISTRY, pair)) for pair in score.read_pairs(PAIRS / file)]
    wrongly = [p for p, found in results if found is Relation.SAME and p.label is not found]
    assert wrongly == []
    assert least <= sum(score.is_right(pair, found) for pair, found in results) / len(results)
