"""Records made without checks, and people whose history is made when asked for."""

from __future__ import annotations

import copy
import pickle

import attrs
import pytest

import endorsecheck as ec
from endorsecheck._deferred import later, maker
from endorsecheck.readers import table

TEXT = b"Name,URL,Company,From,To,Complete\nRavi Shah,example.com/ravi,Acme Corp,2016,2019,yes\n"


def deferred() -> ec.Person:
    """Somebody whose history is not made yet."""
    (person,) = table.read_people(TEXT).people
    return person


def made() -> ec.Person:
    """The same, made at once."""
    job = ec.Position("Acme Corp", period=ec.Period.parse("2016", "2019"))
    return ec.Person("Ravi Shah", "example.com/ravi", ec.WorkHistory([job]))


def test_history_made_later_is_that_made_at_once() -> None:
    """By value, hash and text."""
    assert made() == deferred()
    assert hash(made()) == hash(deferred())
    assert repr(made()) == repr(deferred())


@pytest.mark.parametrize(
    "copied",
    [
        pytest.param(lambda each: pickle.loads(pickle.dumps(each)), id="pickled"),
        pytest.param(copy.deepcopy, id="copied-deeply"),
        pytest.param(copy.copy, id="copied"),
        pytest.param(attrs.evolve, id="evolved"),
    ],
)
def test_copy_is_the_same_person(copied: object) -> None:
    """And needs nothing of what it came from."""
    assert callable(copied)
    found = copied(deferred())
    assert made() == found
    assert ec.Provenance("people-table", "data", 2) == found.provenance
    assert later(found) is None


def test_history_is_made_once() -> None:
    """Who asks again gets the same record."""
    person = deferred()
    assert person.history is person.history


def test_other_attributes_are_missing_as_ever() -> None:
    """The error names class and attribute."""
    with pytest.raises(AttributeError, match="'Person' object has no attribute 'age'"):
        deferred().age  # type: ignore[attr-defined] # noqa: B018
    assert not hasattr(object.__new__(ec.Person), "history")


def test_person_stays_frozen() -> None:
    """A history that is not made yet can't be given either."""
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        deferred().history = ec.WorkHistory()  # type: ignore[misc]


def test_maker_gives_records_without_converters() -> None:
    """The values are taken as they are."""
    make = maker(ec.WorkHistory, "engagements", "complete", "recorded_on")
    assert ec.WorkHistory() == make((), True, None)
