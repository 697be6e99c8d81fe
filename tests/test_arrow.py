"""Batches of Arrow: profiles in, findings out."""

from __future__ import annotations

import datetime as dt
import importlib.util
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from scenarios import scenarios, stated

import endorsecheck as ec

pa = pytest.importorskip("pyarrow", reason="needs the extra arrow")

from endorsecheck import _arrow_records, arrow  # noqa: E402 # after pyarrow is known to be there

SCENARIOS = [pytest.param(each, id=each["id"]) for each in scenarios()]
OWNER = {"name": "Dana Reyes"}
ROW = {"profile_id": "dana", "as_of": dt.date(2026, 6, 30), "owner": OWNER}


def audited(*rows: dict[str, Any], **options: Any) -> list[dict[str, Any]]:
    """The findings of one batch of rows, without what is null."""
    batch = pa.RecordBatch.from_pylist(list(rows), schema=arrow.PROFILES)
    (findings,) = arrow.audit_batches([batch], **options)
    assert findings.schema == arrow.FINDINGS
    return [
        {key: value for key, value in row.items() if value is not None}
        for row in findings.to_pylist()
    ]


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_batches_get_the_verdicts_of_the_plain_audit(scenario: dict[str, Any]) -> None:
    """Every case of the contract, there and back."""
    profile, people, rules = stated(scenario)
    expected = ec.audit(profile, people, **rules).findings
    batch = arrow.profiles_to_batch([("x", profile, people)])
    (findings,) = arrow.audit_batches([batch], **rules)
    rows = findings.to_pylist()
    assert [
        (each.verdict.value, [reason.value for reason in each.reasons], each.counterfactual)
        for each in expected
    ] == [(row["verdict"], row["reasons"], row["counterfactual"]) for row in rows]
    assert [each.endorsement for each in expected] == [
        profile.endorsements[row["endorsement"]] for row in rows
    ]


def test_row_of_a_finding_says_where_it_rests() -> None:
    """On which organization of the owner, and for how many days."""
    stay = {"organization": "Acme Corp", "start": "2015-01-01", "end": "2015-01-31"}
    ravi = {"name": "Ravi Shah", "url": "linkedin.com/in/ravi", "engagements": [stay]}
    given = {
        "skill": "Python",
        "name": "Ravi Shah",
        "url": "linkedin.com/in/ravi",
        "date": "2016-02",
        "given_at": "2016-02-03T04:05:06Z",
    }
    owner = OWNER | {"engagements": [stay]}
    row = ROW | {"owner": owner, "people": [ravi], "endorsements": [given]}
    assert audited(row) == [
        {
            "profile_id": "dana",
            "endorsement": 0,
            "endorser": "Ravi Shah",
            "url": "linkedin.com/in/ravi",
            "skill": "Python",
            "date": "2016-02",
            "status": "accepted",
            "verdict": "can-attest",
            "reasons": ["shared-employer"],
            "organization": "Acme Corp",
            "certainty": "certain",
            "min_days": 31,
            "max_days": 31,
            "remedies": ["keep"],
        }
    ]


def test_finding_that_rests_on_a_declared_relationship_names_no_organization() -> None:
    """Nor does one that rests on nothing."""
    mentor = {"name": "Lena Vogt", "relationships": [{"kind": "mentor"}]}
    given = [{"skill": "Go", "name": "Lena Vogt"}, {"skill": "Go", "name": "Omar Haddad"}]
    rows = audited(ROW | {"people": [mentor], "endorsements": given})
    assert [row["verdict"] for row in rows] == ["can-attest", "unknown"]
    assert not any("organization" in row for row in rows)


def test_records_of_every_kind_survive_the_batch() -> None:
    """Histories and ties of endorsers stand among the people."""
    period = ec.Period(ec.PartialDate(2015), ec.DateMark.ONGOING)
    history = ec.WorkHistory(
        [
            ec.Position("Acme", "Lead", period=period, skills=["Go"], organization_id="ror:x"),
            ec.Project("Apollo", period=period, headcount=4),
            ec.Education("Westmarch College", "Physics"),
            ec.Volunteering("Harbour Street Choir", team="Altos"),
        ],
        recorded_on=dt.date(2026, 1, 1),
    )
    ravi = ec.Person("Ravi Shah", None, history, provenance=ec.Provenance("table"))
    status = ec.EndorsementStatus.HIDDEN
    profile = ec.Profile(
        owner=ec.Person(url="linkedin.com/in/dana", history=history),
        as_of=dt.date(2026, 6, 30),
        endorsements=[ec.Endorsement("Go", ravi, status=status)],
    )
    batch = arrow.profiles_to_batch([("dana", profile, [])])
    back, (person,) = _arrow_records.case_of(batch.to_pylist()[0])
    assert profile.owner == back.owner
    assert (ravi, ravi.provenance) == (person, person.provenance)
    assert [ec.Endorsement("Go", ec.Person("Ravi Shah"), status=status)] == [*back.endorsements]


@pytest.mark.parametrize(
    ("change", "error"),
    [
        pytest.param(
            {"endorsements": [{"skill": "Go", "name": "Omar Haddad", "date": "13/2019"}]},
            "DateError: endorsements[0].date: '13/2019' is not a date",
            id="date",
        ),
        pytest.param(
            {"endorsements": [{"skill": "Go", "name": "Omar Haddad", "status": "ACCEPTED!"}]},
            "ModelError: endorsements[0].status: expected one of accepted, pending, rejected, "
            "hidden, found 'ACCEPTED!'",
            id="status",
        ),
        pytest.param(
            {"endorsements": [None]},
            "ModelError: endorsements[0]: expected a value, found None",
            id="no-endorsement",
        ),
        pytest.param(
            {"owner": None}, "ModelError: owner: expected a value, found None", id="no-owner"
        ),
        pytest.param(
            {"owner": OWNER | {"engagements": [{"kind": "sport"}]}},
            "ModelError: owner.engagements[0].kind: expected one of position, project, "
            "volunteering, education, found 'sport'",
            id="kind",
        ),
        pytest.param(
            {"people": [{"name": "Omar Haddad", "engagements": [{"kind": "project"}]}]},
            "ModelError: people[0].engagements[0].name: expected a text, found None",
            id="no-name",
        ),
        pytest.param(
            {"people": [{"name": "Omar Haddad", "relationships": [{}]}]},
            "ModelError: people[0].relationships[0].kind: expected one of manager, report, "
            "same-team, client, vendor, mentor, teacher, family, friend, found None",
            id="no-relationship",
        ),
        pytest.param(
            {"as_of": None}, "ModelError: Profile.as_of: expected a datetime.date", id="no-day"
        ),
    ],
)
def test_row_that_does_not_fit_gives_one_row_with_the_error(
    change: dict[str, Any], error: str
) -> None:
    """And stops none of the others."""
    whole = ROW | {"endorsements": [{"skill": "Go", "name": "Omar Haddad"}]}
    found = audited(whole, ROW | change, whole)
    assert [row.get("verdict") for row in found] == ["unknown", None, "unknown"]
    assert {"profile_id", "error"} == set(found[1])
    assert error == found[1]["error"][: len(error)]


def test_each_batch_gives_one_batch_when_its_turn_comes() -> None:
    """Nothing is read ahead; an empty batch gives an empty one."""
    read = []

    def batches() -> Iterator[Any]:
        for rows in ([ROW], [], [ROW]):
            read.append(len(rows))
            yield pa.RecordBatch.from_pylist(rows, schema=arrow.PROFILES)

    found = arrow.audit_batches(batches())
    assert next(found).num_rows == 0
    assert read == [1]
    assert [each.num_rows for each in found] == [0, 0]


def test_other_columns_are_left_alone_and_missing_ones_are_named() -> None:
    """Their order is free too."""
    batch = pa.RecordBatch.from_pylist([ROW], schema=arrow.PROFILES)
    mixed = pa.Table.from_batches([batch]).append_column("more", [[1]])
    names = [*reversed(arrow.PROFILES.names), "more"]
    (found,) = arrow.audit_batches(mixed.select(names).to_batches())
    assert found.num_rows == 0
    with pytest.raises(ec.ModelError, match="batch: expected the column 'people', found "):
        list(arrow.audit_batches(mixed.drop_columns(["people"]).to_batches()))


def test_without_pyarrow_the_import_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """In place of a bare module name."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    spec = importlib.util.spec_from_file_location("arrow_again", str(arrow.__file__))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    with pytest.raises(ImportError, match=r"needs pyarrow: pip install 'endorsecheck\[arrow\]'"):
        spec.loader.exec_module(module)
