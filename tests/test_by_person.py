"""The findings on one person together."""

from __future__ import annotations

import pytest
from pictured import LENA, OMAR, RAVI, RESULT, TOMAS, endorsed, person, result_of, stay

import endorsecheck as ec
from endorsecheck._by_person import by_person

HIDDEN = ec.EndorsementStatus.HIDDEN


def test_people_most_worth_acting_on_come_first() -> None:
    """None of it, not all of it, unknown, might, can; more endorsements first."""
    expected = [
        "Lena Vogt",
        "Omar Haddad",
        "Ravi Shah",
        "Tomás Ibarra",
        "Mia Sørensen",
        "Priya Nair",
        "Jonas Weber",
    ]
    assert expected == [each.name for each in by_person(RESULT)]


def test_people_of_whom_nothing_is_shown_come_last() -> None:
    """There is nothing to act on."""
    result = result_of(endorsed("Go", OMAR, "2022", HIDDEN), endorsed("Go", TOMAS, "2022"))
    assert [each.person for each in by_person(result)] == [TOMAS, OMAR]


@pytest.mark.parametrize(
    ("endorsements", "expected"),
    [
        pytest.param([endorsed("Go", LENA, "2023")], "cannot-attest", id="one"),
        pytest.param(
            [endorsed("Go", RAVI, "2015-01-01"), endorsed("Go", RAVI, "2023")],
            "can-attest",
            id="most-hopeful",
        ),
        pytest.param(
            [endorsed("Go", RAVI, "2015-01-01"), endorsed("Go", RAVI, "2023", HIDDEN)],
            "cannot-attest",
            id="of-what-is-shown",
        ),
        pytest.param([endorsed("Go", RAVI, "2023", HIDDEN)], "can-attest", id="none-shown"),
    ],
)
def test_verdict_on_a_person_is_the_most_hopeful_shown(
    endorsements: list[ec.Endorsement], expected: str
) -> None:
    """Where none is shown, of all."""
    (on,) = by_person(result_of(*endorsements))
    assert expected == on.verdict.value


def test_records_of_one_person_are_one_group() -> None:
    """Two spellings of one profile URL."""
    one = person("Ravi Shah", url="www.linkedin.com/in/ravi-shah/")
    result = result_of(endorsed("Go", RAVI, "2023"), endorsed("C", one, "2023"))
    assert [len(each.findings) for each in by_person(result)] == [2]


def test_person_without_a_name_is_called_by_the_url() -> None:
    """One of the two is always there."""
    nameless = person("", stay("Acme", "2015", "2016"), url="www.linkedin.com/in/ravi-shah")
    (on,) = by_person(result_of(endorsed("Go", nameless, "2023")))
    assert on.name == "www.linkedin.com/in/ravi-shah"
