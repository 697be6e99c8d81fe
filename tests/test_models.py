"""The records: validated, frozen, compared by value."""

from __future__ import annotations

import copy
import datetime as dt
import pickle
from collections.abc import Callable
from typing import Any

import attrs
import pytest

import endorsecheck as ec

PERIOD = ec.Period.parse("2015", "Mar 2019")
POSITION = ec.Position("Acme Corp", "Engineer", period=PERIOD, skills=["Python"], headcount=40)
PERSON = ec.Person(
    "Ravi Shah",
    "linkedin.com/in/ravi",
    ec.WorkHistory([POSITION], recorded_on=dt.date(2026, 6, 30)),
    [ec.Relationship(ec.RelationshipKind.MANAGER, "Acme Corp", PERIOD)],
)
ENDORSEMENT = ec.Endorsement("Python", PERSON, ec.parse_date("2018-01-04"))
AS_OF = dt.date(2026, 6, 30)
untyped: Any = ec
"""The package without its types, to give it what its types forbid."""
RECORDS = [
    POSITION,
    ec.Project("Apollo", "Acme Corp"),
    ec.Volunteering("Harbour Street Choir", "Alto"),
    ec.Education("Westmarch College", "BSc"),
    ec.WorkHistory([POSITION]),
    PERSON,
    ENDORSEMENT,
    ec.GivenEndorsement("Welding", PERSON),
    ec.Connection(PERSON, ec.parse_date("2019-03-12")),
    ec.Invitation(PERSON, ec.Direction.INCOMING, message="Hello"),
    ec.Recommendation(PERSON, ec.Direction.OUTGOING, "Fine work."),
    ec.Profile(owner=PERSON, as_of=AS_OF, endorsements=[ENDORSEMENT], skills=["Python"]),
    ec.Criteria(min_overlap_days=90),
    ec.Provenance("people-table", "colleagues.csv", 7),
]
IDS = [type(record).__name__ for record in RECORDS]


@pytest.mark.parametrize("record", RECORDS, ids=IDS)
def test_record_survives_pickle_and_copy(record: object) -> None:
    """Pickled, copied and deeply copied records equal the original, with the same hash."""
    for other in (pickle.loads(pickle.dumps(record)), copy.copy(record), copy.deepcopy(record)):
        assert record == other
        assert hash(record) == hash(other)


@pytest.mark.parametrize("record", RECORDS, ids=IDS)
def test_record_is_frozen(record: Any) -> None:
    """No attribute can be set, and there is no dictionary beside the slots."""
    name = attrs.fields(type(record))[0].name
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(record, name, None)
    assert not hasattr(record, "__dict__")


def test_evolve_makes_a_changed_copy() -> None:
    """The original stays as it was."""
    assert attrs.evolve(POSITION, organization="Borealis").organization == "Borealis"
    assert POSITION.organization == "Acme Corp"


def test_blanks_around_texts_are_dropped() -> None:
    """A blank optional text is no text."""
    assert ec.Position(" Acme ", "  ") == ec.Position("Acme")
    assert ec.Person(" Ravi ", " ") == ec.Person("Ravi")


def test_provenance_is_no_part_of_the_value() -> None:
    """The same engagement read from two files is one."""
    one = attrs.evolve(POSITION, provenance=ec.Provenance("a", "a.csv", 1))
    assert one == POSITION
    assert hash(one) == hash(POSITION)


@pytest.mark.parametrize(
    ("provenance", "expected"),
    [
        pytest.param(ec.Provenance("resume"), "resume", id="source"),
        pytest.param(ec.Provenance("t", "a.csv", 7), "a.csv row 7", id="row"),
        pytest.param(ec.Provenance("r", "r.json", path="work[2]"), "r.json work[2]", id="path"),
    ],
)
def test_provenance_shows_its_place(provenance: ec.Provenance, expected: str) -> None:
    """File, or source where there is none, then row and path."""
    assert expected == str(provenance)


@pytest.mark.parametrize(
    ("build", "message"),
    [
        pytest.param(
            lambda: untyped.Position(""),
            "Position.organization: expected a text, found ''",
            id="empty-organization",
        ),
        pytest.param(
            lambda: untyped.Position(3),
            "Position.organization: expected a text, found 3",
            id="organization-is-a-number",
        ),
        pytest.param(
            lambda: untyped.Position("Acme", title=[1]),
            "Position.title: expected a text or None, found [1]",
            id="title-is-a-list",
        ),
        pytest.param(
            lambda: untyped.Position("Acme", skills="Python"),
            "Position.skills: expected a list of text, found 'Python'",
            id="skills-is-a-text",
        ),
        pytest.param(
            lambda: untyped.Position("Acme", skills=["Python", 4]),
            "Position.skills[1]: expected a text, found 4",
            id="a-skill-is-a-number",
        ),
        pytest.param(
            lambda: untyped.Position("Acme", headcount=-1),
            "Position.headcount: expected a whole number from 0, found -1",
            id="negative-headcount",
        ),
        pytest.param(
            lambda: untyped.Position("Acme", period="2015"),
            "Position.period: expected a Period, found '2015'",
            id="period-is-a-text",
        ),
        pytest.param(
            lambda: untyped.WorkHistory(3),
            "WorkHistory.engagements: expected a list of "
            "Position or Project or Volunteering or Education, found 3",
            id="engagements-is-a-number",
        ),
        pytest.param(
            lambda: untyped.WorkHistory(complete="yes"),
            "WorkHistory.complete: expected True or False, found 'yes'",
            id="complete-is-a-text",
        ),
        pytest.param(
            lambda: untyped.WorkHistory(
                recorded_on=dt.datetime(2026, 6, 30, tzinfo=dt.timezone.utc)
            ),
            "WorkHistory.recorded_on: expected a datetime.date, found "
            "datetime.datetime(2026, 6, 30, 0, 0, tzinfo=datetime.time...",
            id="recorded-on-is-a-time",
        ),
        pytest.param(
            lambda: untyped.Person(7),
            "Person.name: expected a text, found 7",
            id="name-is-a-number",
        ),
        pytest.param(
            lambda: untyped.Person(" ", " "),
            "Person.name: expected a name or a url, found neither",
            id="neither-name-nor-url",
        ),
        pytest.param(
            lambda: untyped.Endorsement("Python", PERSON, ec.DateMark.ONGOING),
            "Endorsement.date: expected a PartialDate or DateMark.UNKNOWN, "
            "found <DateMark.ONGOING: 'ongoing'>",
            id="ongoing-endorsement",
        ),
        pytest.param(
            lambda: untyped.Criteria(min_overlap_days=True),
            "Criteria.min_overlap_days: expected a whole number from 0, found True",
            id="a-truth-value-is-no-number",
        ),
        pytest.param(
            lambda: untyped.Profile(owner=PERSON, as_of="2026"),
            "Profile.as_of: expected a datetime.date, found '2026'",
            id="as-of-is-a-text",
        ),
        pytest.param(
            lambda: untyped.Position("Acme", team="x" * 99, location=["x" * 99]),
            "Position.location: expected a text or None, found ['" + "x" * 55 + "...",
            id="a-long-value-is-cut",
        ),
    ],
)
def test_wrong_value_is_refused_with_class_and_field(
    build: Callable[[], object], message: str
) -> None:
    """The message says where, what was expected and what was found."""
    with pytest.raises(ec.ModelError) as caught:
        build()
    assert message == str(caught.value)


@pytest.mark.parametrize("kind", ec.RelationshipKind, ids=lambda kind: kind.value)
def test_relationship_kinds_know_what_they_need(kind: ec.RelationshipKind) -> None:
    """Family and friends are no work; only three kinds of work need one workplace."""
    assert kind.is_work is (kind.value not in ("family", "friend"))
    assert kind.needs_one_workplace is (kind.value in ("manager", "report", "same-team"))


def test_subclass_of_text_is_a_text() -> None:
    """Items of a list may be of a subclass of what is asked for."""

    class Label(str):
        __slots__ = ()

    assert ec.Position("Acme", skills=[Label("Go")]).skills == ("Go",)
