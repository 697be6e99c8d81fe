"""The audit against the hostile corpus: what deceives is observed, what is honest is not."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import hostile
import pytest

import endorsecheck as ec
from endorsecheck import report
from endorsecheck.people import url_key
from endorsecheck.readers import linkedin, table

CHECKS = hostile.MAKER.parent / "report_checks.py"
DECEPTIVE = (
    ec.ObservationCode.HIDDEN_CHARACTERS,
    ec.ObservationCode.DECEPTIVE_ADDRESS,
    ec.ObservationCode.LOOKALIKE_NAME,
    ec.ObservationCode.SELF_ENDORSEMENT,
)


def loaded(path: Path) -> ModuleType:
    """A module that stands beside the corpus."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = module
    spec.loader.exec_module(module)
    return module


CASES = [
    pytest.param(case["id"], id=case["id"])
    for _, case in loaded(hostile.MAKER).cases
    if case["kind"] == "linkedin_dir" and case["threat"].startswith(("report.", "identity."))
]


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, dict[str, Any]]]:
    """The corpus without its large cases, and its manifest by id."""
    folder = tmp_path_factory.mktemp("patterns") / "corpus"
    return folder, {case["id"]: case for case in hostile.make(folder, "--quick")}


def audited(path: Path) -> ec.AuditResult:
    """The audit of an export, with the histories that lie beside it."""
    export = linkedin.read_export(path)
    histories = path / "histories.csv"
    known = table.read_people(histories).people if histories.exists() else ()
    return ec.audit(export.profile, [*export.people, *known])


def observed(result: ec.AuditResult, *codes: ec.ObservationCode) -> list[set[str | None]]:
    """The addresses named by each observation with one of the codes."""
    return [
        {each.url for each in observation.people}
        for observation in result.observations
        if observation.code in codes
    ]


@pytest.mark.parametrize("case_id", CASES)
def test_deception_is_observed_and_honest_text_is_not(
    corpus: tuple[Path, dict[str, dict[str, Any]]], case_id: str
) -> None:
    """Whom a case calls flagged is in an observation, whom it calls honest in none."""
    folder, cases = corpus
    result = audited(folder / cases[case_id]["path"])
    invariants = cases[case_id]["invariants"]
    named = {url_key(url) for urls in observed(result, *DECEPTIVE) for url in urls}
    alike = observed(result, ec.ObservationCode.LOOKALIKE_NAME)
    assert {url_key(url) for url in invariants.get("flagged", ())} <= named
    assert named.isdisjoint(map(url_key, invariants.get("not_flagged", ())))
    assert [pair for pair in invariants.get("distinguishable", ()) if set(pair) not in alike] == []


@pytest.mark.parametrize("case_id", CASES)
def test_texts_to_work_from_show_what_deceives(
    corpus: tuple[Path, dict[str, dict[str, Any]]], case_id: str
) -> None:
    """No character that a terminal obeys gets into the review or the observations."""
    folder, cases = corpus
    result = audited(folder / cases[case_id]["path"])
    checks = loaded(CHECKS)
    review = report.format_review(result, verdicts=set(ec.Verdict))
    assert checks.control_chars(review) == []
    assert checks.control_chars(report.format_observations(result)) == []
    assert "dv.invalid/" not in "".join(
        line for line in review.splitlines() if line.startswith("   http")
    )
