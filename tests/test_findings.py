"""Results: their order, counts and plain data."""

from __future__ import annotations

import copy
import datetime as dt
import io
import json
import pickle
from typing import Any

import pytest
from scenarios import audited, scenarios

import endorsecheck as ec
from endorsecheck import report

SCENARIOS = [pytest.param(each, id=each["id"]) for each in scenarios()]


def result() -> ec.AuditResult:
    """A result with every kind of engagement, tie and date."""
    period = ec.Period.parse("2015", "Mar 2019")
    history = ec.WorkHistory(
        [
            ec.Position("Acme", period=period, skills=["Python"]),
            ec.Project("Apollo", period=period, provenance=ec.Provenance("table", "a.csv", 3)),
            ec.Education("Westmarch College"),
        ],
        recorded_on=dt.date(2026, 1, 1),
    )
    ties = [ec.Relationship(ec.RelationshipKind.MANAGER, "Acme")]
    ravi = ec.Person("Ravi Shah", "linkedin.com/in/ravi", history, ties)
    return ec.audit(
        ec.Profile(
            owner=ec.Person("Dana Reyes", history=history),
            as_of=dt.date(2026, 6, 30),
            endorsements=[
                ec.Endorsement("Python", ravi, ec.parse_date("2020-01-04")),
                ec.Endorsement("Go", ec.Person("Lena Vogt"), status=ec.EndorsementStatus.HIDDEN),
            ],
        )
    )


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_plain_data_is_json_and_comes_back_equal(scenario: dict[str, Any]) -> None:
    """``from_dict`` is the inverse of ``to_dict``, through JSON too."""
    audit = audited(scenario)
    assert audit == ec.AuditResult.from_dict(json.loads(json.dumps(audit.to_dict())))


def test_plain_data_keeps_provenance_and_ties() -> None:
    """What is no part of the value is written all the same."""
    data = json.dumps(result().to_dict())
    back = ec.AuditResult.from_dict(json.loads(data))
    assert data == json.dumps(back.to_dict())
    assert '"file": "a.csv"' in data


def test_result_that_was_read_back_is_gone_through_and_written_as_before() -> None:
    """Its findings are there already, and none is made anew."""
    audit = result()
    back = ec.AuditResult.from_dict(audit.to_dict())
    assert [*map(id, back.each_finding())] == [*map(id, back.findings)]
    files = io.StringIO(), io.StringIO()
    for each, file in zip((audit, back), files, strict=True):
        report.write_csv(each, file)
    assert files[0].getvalue() == files[1].getvalue()
    assert "Ravi Shah" in files[0].getvalue()


def test_result_survives_pickle_and_deep_copy() -> None:
    """As all records do."""
    audit = result()
    assert audit == pickle.loads(pickle.dumps(audit)) == copy.deepcopy(audit)


def plain() -> dict[str, Any]:
    """Plain data to spoil."""
    data: dict[str, Any] = json.loads(json.dumps(result().to_dict()))
    return data


def spoilt(path: list[str | int], value: object) -> dict[str, Any]:
    """Plain data with another value at a path."""
    data = plain()
    place: Any = data
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    return data


@pytest.mark.parametrize(
    ("data", "message"),
    [
        pytest.param(3, "expected a mapping, found 3", id="no-mapping"),
        pytest.param(
            spoilt(["schema_version"], 99), "schema_version: expected 1, found 99", id="version"
        ),
        pytest.param(
            spoilt(["findings", 1, "colour"], 1),
            "findings[1].colour: expected no such key, found 1",
            id="unknown-key",
        ),
        pytest.param(
            spoilt(["findings", 0, "verdict"], "surely"),
            "findings[0].verdict: expected one of can-attest, might-attest, cannot-attest, "
            "unknown, found 'surely'",
            id="unknown-verdict",
        ),
        pytest.param(
            spoilt(["findings"], "none"), "findings: expected a list, found 'none'", id="no-list"
        ),
        pytest.param(
            spoilt(["as_of"], "2026-13-01"),
            "as_of: expected an ISO 8601 date, found '2026-13-01'",
            id="no-date",
        ),
        pytest.param(
            spoilt(["as_of"], 7),
            "as_of: expected an ISO 8601 date, found 7",
            id="date-is-a-number",
        ),
        pytest.param(
            spoilt(["owner", "history", "engagements", 0, "period", "start"], "soon"),
            "owner.history.engagements[0].period.start: expected an ISO 8601 date, found 'soon'",
            id="no-partial-date",
        ),
        pytest.param(
            spoilt(["owner", "history", "engagements", 0, "kind"], "sport"),
            "owner.history.engagements[0].kind: expected one of position, project, volunteering, "
            "education, found 'sport'",
            id="unknown-kind",
        ),
        pytest.param(
            spoilt(["owner", "history", "engagements", 0], 5),
            "owner.history.engagements[0].kind: expected one of position, project, volunteering, "
            "education, found 5",
            id="no-engagement",
        ),
        pytest.param(
            spoilt(["owner", "history"], 5),
            "owner.history: expected a mapping, found 5",
            id="no-record",
        ),
        pytest.param(
            spoilt(["owner", "name"], 5), "owner.name: expected a str, found 5", id="no-text"
        ),
        pytest.param(
            spoilt(["criteria", "min_overlap_days"], True),
            "criteria.min_overlap_days: expected a int, found True",
            id="no-number",
        ),
        pytest.param(
            spoilt(["criteria", "min_overlap_days"], -1),
            "criteria: Criteria.min_overlap_days: expected a whole number from 0, found -1",
            id="refused-by-the-record",
        ),
    ],
)
def test_plain_data_that_does_not_fit_is_refused_with_its_path(data: Any, message: str) -> None:
    """The path, what was expected, what was found."""
    with pytest.raises(ec.ModelError) as caught:
        ec.AuditResult.from_dict(data)
    assert message == str(caught.value)


def test_plain_data_without_a_needed_key_is_refused() -> None:
    """The message names the record's place and the keys it has."""
    data = plain()
    del data["findings"][0]["endorsement"]["endorser"]
    with pytest.raises(
        ec.ModelError, match=r"^findings\[0\]\.endorsement: expected all of its keys"
    ):
        ec.AuditResult.from_dict(data)


def test_findings_are_listed_by_verdict_and_counted_where_shown() -> None:
    """A hidden endorsement is listed and not counted."""
    audit = result()
    assert tuple(each.endorsement.skill for each in audit.can_attest) == ("Python",)
    assert tuple(each.endorsement.skill for each in audit.unknown) == ("Go",)
    assert () == audit.might_attest == audit.cannot_attest
    assert {verdict.name: count for verdict, count in audit.counts.items()} == {
        "CAN_ATTEST": 1,
        "MIGHT_ATTEST": 0,
        "CANNOT_ATTEST": 0,
        "UNKNOWN": 0,
    }


def test_firm_verdicts_know_that_they_are() -> None:
    """Can attest and cannot attest, no other."""
    firm = {each for each in ec.Verdict if each.is_firm}
    assert {ec.Verdict.CAN_ATTEST, ec.Verdict.CANNOT_ATTEST} == firm


def test_finding_without_evidence_weighed_nothing() -> None:
    """What is left out is empty."""
    given = ec.Endorsement("Go", ec.Person("Lena Vogt"))
    found = ec.Finding(
        endorsement=given, verdict=ec.Verdict.UNKNOWN, reasons=[ec.Reason.NO_HISTORY]
    )
    assert (found.evidence, found.considered, found.counterfactual) == ((), 0, None)
    assert (found.remedies, found.waiver, found.telling) == ((), None, None)


def test_observation_concerns_no_endorsement_unless_it_says_so() -> None:
    """One of a waiver that covers nothing, say."""
    seen = ec.Observation(code=ec.ObservationCode.WAIVER_UNUSED, text="covers nothing")
    assert (seen.count, seen.people, seen.skills) == (0, (), ())
    assert seen.first is seen.last is ec.DateMark.UNKNOWN


@pytest.mark.parametrize(
    ("reasons", "expected"),
    [
        pytest.param([ec.Reason.DISJOINT_PERIODS], "apart", id="the-last-has-it"),
        pytest.param([ec.Reason.POSSIBLE_OVERLAP, ec.Reason.DISJOINT_PERIODS], "may", id="first"),
        pytest.param([ec.Reason.INCOMPLETE_HISTORY], None, id="none-has-it"),
        pytest.param([], None, id="no-reason"),
    ],
)
def test_evidence_with_the_first_reason_tells_most(
    reasons: list[ec.Reason], expected: str | None
) -> None:
    """Where the verdict rests on no firm evidence, a near miss may say why."""
    evidence = [
        ec.Evidence(standing=ec.Standing.OPEN, reasons=[ec.Reason.POSSIBLE_OVERLAP], match="may"),
        ec.Evidence(
            standing=ec.Standing.RULED_OUT, reasons=[ec.Reason.DISJOINT_PERIODS], match="apart"
        ),
    ]
    given = ec.Endorsement("Go", ec.Person("Lena Vogt"))
    found = ec.Finding(
        endorsement=given, verdict=ec.Verdict.UNKNOWN, reasons=reasons, evidence=evidence
    )
    assert expected == (found.telling and found.telling.match)
