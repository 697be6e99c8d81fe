"""Plain records: in from anything that iterates as mappings, out for data frames."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections import UserDict
from typing import Any

import pytest

import endorsecheck as ec
from endorsecheck.exceptions import ReadError
from endorsecheck.readers.records import people_from_records

pd = pytest.importorskip("pandas", reason="needs pandas")

ROW: dict[str, Any] = {"Name": "Ravi Shah", "Company": "Acme Corp", "Start": "2016", "End": "2019"}


def period(**values: Any) -> str:
    """The period of a row with these values."""
    (ravi,) = people_from_records([{**ROW, **values}]).people
    return str(ravi.history.engagements[0].period)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param(2016, "2016 to 2019", id="whole-number"),
        pytest.param(2016.0, "2016 to 2019", id="whole-float"),
        pytest.param(dt.date(2016, 5, 1), "2016-05-01 to 2019", id="date"),
        pytest.param(dt.datetime(2016, 5, 1, 9), "2016-05-01 to 2019", id="moment"),  # noqa: DTZ001 # as drivers give it
        pytest.param(pd.Timestamp(2016, 5, 1), "2016-05-01 to 2019", id="timestamp"),
        pytest.param(None, "unknown to 2019", id="none"),
        pytest.param(float("nan"), "unknown to 2019", id="nan"),
        pytest.param(pd.NaT, "unknown to 2019", id="nat"),
        pytest.param(pd.NA, "unknown to 2019", id="na"),
        pytest.param("May\n2016", "2016-05 to 2019", id="line-break"),
    ],
)
def test_value_of_any_type_is_read(value: Any, expected: str) -> None:
    """Dates, numbers, and what stands for a missing one."""
    assert expected == period(Start=value)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param(["Welding", "Rigging"], ("Welding", "Rigging"), id="list"),
        pytest.param({"Welding", "Rigging"}, ("Rigging", "Welding"), id="set"),
        pytest.param("Welding; Rigging", ("Welding", "Rigging"), id="text"),
    ],
)
def test_several_values_are_read(value: Any, expected: tuple[str, ...]) -> None:
    """A set in the order of its texts."""
    (ravi,) = people_from_records([{**ROW, "Skills": value}]).people
    assert expected == ravi.history.engagements[0].skills


@pytest.mark.parametrize("value", [True, False])
def test_truth_values_are_read(value: bool) -> None:  # noqa: FBT001 # the case
    """In the column Complete."""
    (ravi,) = people_from_records([{**ROW, "Complete": value}]).people
    assert value is ravi.history.complete


def test_truth_value_is_no_name() -> None:
    """In a column that is read it is reported and left out; in others nobody asks."""
    found = people_from_records([{**ROW, "Title": True, "Is Active": True}])
    assert "yes" not in repr(found.people)
    assert [str(each) for each in found.diagnostics if each.severity.name == "WARNING"] == [
        "data row 2, 'Title': 'True' is not a text, a number, a date or a list of them"
    ]


def test_columns_are_mapped() -> None:
    """Other keys are renamed, and may differ from row to row."""
    ravi = {"who": "Ravi Shah", "at": "Acme"}
    rows = [ravi, {"who": "Lena Vogt", "at": "Acme", "Title": "Clerk"}]
    found = people_from_records(rows, {"who": "Name", "at": "Organization"})
    assert [each.name for each in found.people] == ["Ravi Shah", "Lena Vogt"]
    assert found.diagnostics == ()


def test_rows_of_a_database_are_read() -> None:
    """As sqlite3 gives them."""
    base = sqlite3.connect(":memory:")
    base.row_factory = sqlite3.Row
    rows = base.execute("select 'Ravi Shah' as name, 'Acme' as company, 2016 as start")
    (ravi,) = people_from_records(rows).people
    assert str(ravi.history.engagements[0].period) == "2016 to unknown"
    base.close()


def test_rows_of_other_mappings_are_read() -> None:
    """Anything with keys."""
    assert len(people_from_records([UserDict(ROW)]).people) == 1


def test_no_records_are_no_people() -> None:
    """An empty answer is no mistake."""
    assert people_from_records([]).people == ()


def test_row_that_does_not_fit_is_reported_by_its_number() -> None:
    """The first record is row 2, as under a heading."""
    found = people_from_records([ROW, {**ROW, "Start": "soon"}])
    assert [each.row for each in found.diagnostics] == [3]


@pytest.mark.parametrize(
    ("rows", "columns", "expected"),
    [
        pytest.param([("Ravi", "Acme")], {}, r"records\[0\]: expected a mapping", id="tuple"),
        pytest.param([ROW], {"Company": "Name"}, r"records\[0\]: two keys stand for", id="twice"),
        pytest.param([{"Title": "Clerk"}], {}, "Name", id="no-name"),
    ],
)
def test_records_that_do_not_fit_are_refused(rows: Any, columns: Any, expected: str) -> None:
    """By the place of the row, or the column that is missing."""
    with pytest.raises(ReadError, match=expected):
        people_from_records(rows, columns)


# ---- the way out -------------------------------------------------------------------------------


def result() -> ec.AuditResult:
    """An audit of three endorsements: met, declared, and not known."""
    read = ec.Provenance("people-table", file="colleagues.csv", row=7, note="self-asserted")
    stay = ec.Position("Acme", period=ec.Period.parse("2015", "2018"))
    theirs = ec.Position("Acme", period=ec.Period.parse("2015", "2018"), provenance=read)
    ravi = ec.Person("Ravi Shah", "linkedin.com/in/r", ec.WorkHistory([theirs]))
    tie = ec.Relationship(ec.RelationshipKind.CLIENT, "Acme")
    lena = ec.Person("Lena Vogt", relationships=[tie])
    return ec.audit(
        ec.Profile(
            owner=ec.Person("Dana Reyes", history=ec.WorkHistory([stay])),
            as_of=dt.date(2026, 6, 30),
            endorsements=[
                ec.Endorsement("Python", ravi, ec.parse_date("2020-01-04")),
                ec.Endorsement("Python", lena),
                ec.Endorsement("Python", ec.Person("Min Seo")),
            ],
        ),
        waivers=[ec.Waiver(name="Min Seo", why="a friend of old")],
    )


def test_record_says_what_a_finding_says() -> None:
    """In texts and whole numbers, with where the evidence was read."""
    first = result().to_records()[2]
    assert first == {
        "endorser": "Ravi Shah",
        "url": "linkedin.com/in/r",
        "skill": "Python",
        "endorsed": "2020-01-04",
        "status": "accepted",
        "verdict": "can-attest",
        "reasons": "shared-employer",
        "owner_at": "Acme, 2015 to 2018",
        "endorser_at": "Acme, 2015 to 2018",
        "shared_days": 733,
        "source": "colleagues.csv row 7 (self-asserted)",
        "to_settle": "",
        "remedies": "keep",
        "waiver": "",
    }


def test_records_have_the_same_keys_and_types() -> None:
    """So that a data frame needs no hints."""
    records = result().to_records()
    shapes = {tuple((key, type(value)) for key, value in row.items()) for row in records}
    assert len(shapes) == 1


def test_pandas_takes_records_as_they_are() -> None:
    """A number stays a number."""
    frame = pd.DataFrame(result().to_records())
    assert frame["shared_days"].sum() == 733
    assert list(frame["verdict"]) == ["can-attest", "unknown", "can-attest"]


def test_records_go_out_and_in_again() -> None:
    """The people of a frame are those of its records."""
    frame = pd.DataFrame([ROW, {**ROW, "Name": "Lena Vogt", "End": None}])
    found = people_from_records(frame.to_dict("records"))
    assert people_from_records([ROW, {**ROW, "Name": "Lena Vogt"}]).people[0] == found.people[0]
    assert str(found.people[1].history.engagements[0].period) == "2016 to unknown"


def _endless() -> list[Any]:
    """A list that holds itself."""
    held: list[Any] = []
    held.append(held)
    return held


@pytest.mark.parametrize(
    "value",
    [
        pytest.param({"name": "Acme Corp"}, id="object"),
        pytest.param([{"name": "Acme Corp"}], id="list-of-objects"),
        pytest.param(b"Acme Corp", id="bytes"),
        pytest.param(10**6_000, id="thousands-of-digits"),
        pytest.param(_endless(), id="holds-itself"),
    ],
)
def test_value_that_fits_no_cell_is_reported_and_the_rest_read(value: Any) -> None:
    """With row and column; no employer gets the text of an object as its name."""
    found = people_from_records([{**ROW, "Title": value}, ROW, {**ROW, "Company": value}])
    places = [("data", 2, "Title"), ("data", 4, "Company")]
    assert places == [(each.file, each.row, each.column) for each in found.diagnostics[:2]]
    assert found.diagnostics[0].expected == "a text, a number, a date or a list of them"
    assert [(each.rows, each.used, each.reported) for each in found.tables] == [(3, 2, 1)]
