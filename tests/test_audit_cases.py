"""The shared audit scenarios: verdicts, reasons and counts."""

from __future__ import annotations

from typing import Any

import pytest
from scenarios import audited, endorsement, scenarios

import endorsecheck as ec

CASES = [pytest.param(each, id=each["id"]) for each in scenarios()]
COUNTED = [pytest.param(each, id=each["id"]) for each in scenarios() if "expected_counts" in each]


@pytest.mark.parametrize("scenario", CASES)
def test_scenario_has_the_expected_verdicts_and_reasons(scenario: dict[str, Any]) -> None:
    """Each endorsement gets the verdict of the case, and at least its reasons."""
    left = list(audited(scenario).findings)
    for given, expected in zip(scenario["endorsements"], scenario["expected"], strict=True):
        found = next(each for each in left if each.endorsement == endorsement(given))
        left.remove(found)
        assert expected["verdict"] == found.verdict.name
        assert set(expected["reasons"]) <= {reason.value for reason in found.reasons}


@pytest.mark.parametrize("scenario", COUNTED)
def test_scenario_has_the_expected_counts(scenario: dict[str, Any]) -> None:
    """Only accepted endorsements are counted, and all four verdicts are named."""
    expected = {each: scenario["expected_counts"].get(each.name, 0) for each in ec.Verdict}
    assert expected == audited(scenario).counts
