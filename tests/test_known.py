"""What all records say of one person together, in full or as far as it could matter."""

from __future__ import annotations

import datetime as dt
import io
import zipfile

import attrs
import pytest

import endorsecheck as ec
from endorsecheck._deferred import later
from endorsecheck._known import Known, known, known_near, number_of_engagements, person_of
from endorsecheck._matching import Matcher, are_apart
from endorsecheck.readers import linkedin, table

AS_OF = dt.date(2026, 6, 30)
URL = "linkedin.com/in/ravi"
RAVI = ec.Person("Ravi Shah", URL)
HERE = Matcher([ec.Position("Acme")], ec.OrganizationRegistry())
"""The owner was at Acme and nowhere else."""


class _File(io.BytesIO):
    """A file of a name."""

    name = "others.csv"


def told(
    *places: str, recorded_on: str = "", answer: str = "yes", kind: type[io.BytesIO] = io.BytesIO
) -> ec.Person:
    """Ravi, of whom a table says where he was; his history is not made yet."""
    header = "Name,URL,Company,From,To,Complete,Recorded On"
    lines = (f"R. Shah,{URL},{place},2015,2019,{answer},{recorded_on}" for place in places)
    (person,) = table.read_people(kind("\n".join([header, *lines]).encode())).people
    return person


def near(*records: ec.Person) -> Known:
    """What matters of the person, if it is plain."""
    found = known_near((RAVI, *records), AS_OF, HERE)
    assert found is not None
    return found


def whole(*records: ec.Person) -> ec.Person:
    """The person, put together."""
    return person_of((RAVI, *records), AS_OF)


def places(found: Known) -> list[str | None]:
    """Where the person was."""
    return [engagement.organization for engagement, _ in found.history]


@pytest.mark.parametrize("made", [False, True], ids=["deferred", "made"])
@pytest.mark.parametrize(
    "records",
    [
        pytest.param([told("Borealis")], id="far"),
        pytest.param([told("Acme", "Borealis")], id="near"),
        pytest.param([told("University of Acme", "Acme")], id="near-by-a-word-alone"),
        pytest.param([told("Acme"), told("Acme Inc.", "Castellan")], id="two-spellings"),
        pytest.param([told("Acme"), told("ACME", kind=_File)], id="two-sources"),
        pytest.param([told("Acme"), told("Borealis", kind=_File)], id="one-source-near"),
        pytest.param([told("Borealis"), told("Castellan", answer="no")], id="one-complete"),
        pytest.param([ec.Person("", URL), told("Acme"), told("Acme")], id="the-same-twice"),
        pytest.param(
            [told("Acme", recorded_on="2025-01-04"), told("Acme", recorded_on="2024-01-04")],
            id="recorded-on-two-days",
        ),
    ],
)
def test_what_matters_is_all_that_is_known_but_for_other_places(
    records: list[ec.Person],
    made: bool,  # noqa: FBT001
) -> None:
    """The same person, and the same completeness."""
    sources = [attrs.evolve(each) for each in records] if made else records
    found, full = near(*sources), known((RAVI, *records), AS_OF)
    assert whole(*sources).history.complete is (full.complete_until is not None)
    assert {*whole(*sources).history.engagements} == {each for each, _ in full.history}
    assert found.complete_until == full.complete_until
    assert found.history == tuple(each for each in full.history if HERE.matches(each[0]))


FOODS = Matcher([ec.Position("Acme Foods")], ec.OrganizationRegistry())
"""The owner was at Acme Foods, whose first word tells it from others."""


@pytest.mark.parametrize(
    ("records", "size"),
    [
        pytest.param([told("Borealis Boats", "Castellan Foods")], 2, id="two"),
        pytest.param(
            [told("Borealis Boats"), told("Castellan Foods", kind=_File)], 2, id="of-two-sources"
        ),
        pytest.param([told("Borealis Boats", "Borealis Boats Inc.")], None, id="two-spellings"),
        pytest.param([told("Borealis")], None, id="a-single-word"),
    ],
)
def test_engagements_far_away_are_counted_where_each_is_plainly_another(
    records: list[ec.Person], size: int | None
) -> None:
    """By the first words of the places."""
    assert known_near(records, AS_OF, FOODS) == Known((), AS_OF, size=size)


def test_place_that_is_plainly_another_leaves_the_near_one_as_it_is() -> None:
    """Nothing has to be put together, whether one source tells of them or two."""
    both = told("Acme Foods", "Castellan Boats")
    each = (told("Acme Foods"), told("Castellan Boats", kind=_File))
    for records in ((both,), each):
        found = known_near(records, AS_OF, FOODS)
        assert found is not None
        assert (places(found), found.complete_until) == (["Acme Foods"], AS_OF)


def test_history_that_is_not_there_yet_is_not_made_to_see_what_matters(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Of most people it is never asked for."""
    person = told("Acme", "Borealis")
    monkeypatch.setattr(type(later(person)), "history", lambda _: pytest.fail("it was made"))
    assert places(near(person)) == ["Acme"]


def test_record_without_engagements_is_passed_over() -> None:
    """Whatever it says of completeness, and wherever it stands."""
    empty = ec.Person("Ravi Shah", URL, ec.WorkHistory(()))
    assert places(near(empty, told("Acme"))) == ["Acme"]


def test_person_of_whom_nothing_else_is_known_is_the_one_on_the_endorsement() -> None:
    """No other record is made."""
    plain = attrs.evolve(RAVI, history=ec.WorkHistory([ec.Position("Acme")]))
    assert person_of((plain,), AS_OF) is plain


@pytest.mark.parametrize("skills", [(), ("Go",)], ids=["plain", "with-skills"])
def test_address_is_the_first_that_a_record_has(skills: tuple[str, ...]) -> None:
    """The endorsement may lack it; the name is that on the endorsement."""
    nameless = ec.Person("Ravi Shah")
    history = ec.WorkHistory([ec.Position("Acme", skills=skills)])
    found = person_of((nameless, ec.Person("Ravi", URL, history)), AS_OF)
    assert (found.name, found.url, found.history.engagements) == (
        "Ravi Shah",
        URL,
        history.engagements,
    )


def test_history_is_complete_up_to_the_latest_day_of_a_complete_record() -> None:
    """Of records that are not plain too."""
    days = [dt.date(2024, 1, 4), dt.date(2025, 1, 4)]
    job = ec.Position("Acme", skills=["Go"])
    records = [ec.Person("Ravi", URL, ec.WorkHistory([job], recorded_on=day)) for day in days]
    assert known(records, AS_OF).complete_until == days[1]


def test_history_covers_the_days_up_to_which_it_is_complete() -> None:
    """The last one too; none if it is not complete."""
    day = dt.date(2025, 1, 4)
    until = Known((), day)
    assert [until.covers(day), until.covers(day + dt.timedelta(1))] == [True, False]
    assert not Known((), None).covers(dt.date.min)


def test_job_that_two_records_tell_of_is_counted_once() -> None:
    """Its history is made to see that."""
    twice = whole(told("Acme"), attrs.evolve(told("Acme")))
    assert number_of_engagements(twice) == 1


@pytest.mark.parametrize("far", [None, FOODS], ids=["by-their-names", "by-their-first-words"])
def test_jobs_at_two_places_are_counted_without_a_look_at_the_histories(
    far: Matcher | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are two in any case."""
    two = person_of((told("Acme Foods"), told("Borealis Boats")), AS_OF, far)
    monkeypatch.setattr(type(later(two)), "history", lambda _: pytest.fail("it was made"))
    assert number_of_engagements(two) == 2


def test_job_that_two_sources_spell_otherwise_is_counted_once() -> None:
    """Though both names begin with one word that tells them from all others."""
    once = whole(told("Borealis Boats"), told("Borealis Boats Inc.", kind=_File))
    assert number_of_engagements(once) == 1
    two = whole(told("Borealis Boats"), told("Castellan Boats", kind=_File))
    assert number_of_engagements(two) == 2


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        pytest.param(["Acme", "Borealis"], True, id="two"),
        pytest.param(["Acme", "ACME"], False, id="one-in-two-spellings"),
        pytest.param([], True, id="none"),
    ],
)
def test_names_are_apart_if_none_is_another_in_another_spelling(
    names: list[str],
    expected: bool,  # noqa: FBT001
) -> None:
    """By their canonical names."""
    assert are_apart(names) is expected


def test_names_are_near_as_often_as_they_are_asked_for() -> None:
    """Those that were looked up before, and with others."""
    matcher = Matcher([ec.Position("Acme")], ec.OrganizationRegistry())
    names = ["Acme", "Castellan Boats", "Acme Inc."]
    assert matcher.near(names) == matcher.near(names) == ["Acme", "Acme Inc."]
    assert matcher.near(["Castellan Boats"]) == matcher.near(["Castellan Boats"]) == []


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        pytest.param("Castellan Boats", False, id="of-another-first-word"),
        pytest.param("Borealis Foods", False, id="of-one-first-word"),
        pytest.param("Borealis Boats Inc.", True, id="in-another-spelling"),
        pytest.param("Borealis Boats (formerly Acme)", True, id="with-more-in-brackets"),
    ],
)
def test_names_share_one_if_another_spells_it_otherwise(
    other: str,
    expected: bool,  # noqa: FBT001
) -> None:
    """Once they were looked up."""
    matcher = Matcher([ec.Position("Acme")], ec.OrganizationRegistry())
    matcher.near(["Borealis Boats", other])
    assert matcher.share_a_name(["Borealis Boats"], [other]) is expected


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        pytest.param(["Acme Foods", "Castellan Boats"], True, id="another-word"),
        pytest.param(["Castellan Boats", "Castellan Foods"], False, id="one-word"),
        pytest.param(["Acme Foods", "Borealis"], False, id="a-single-word"),
        pytest.param(["Acme Foods", "Dunmore Textiles"], True, id="not-looked-up"),
    ],
)
def test_names_are_plainly_apart_by_their_first_words(
    names: list[str],
    expected: bool,  # noqa: FBT001
) -> None:
    """Of names that were looked up before or not, where the owner was and elsewhere."""
    matcher = Matcher([ec.Position("Acme Foods")], ec.OrganizationRegistry())
    matcher.near(["Acme Foods", "Castellan Boats", "Castellan Foods", "Borealis"])
    assert matcher.are_plainly_apart(names) is expected


def test_person_put_together_is_weighed_without_making_the_history() -> None:
    """What matters of it to the next owner is all that is made."""
    joined = whole(told("Acme"), told("Borealis"))
    again = near(joined)
    assert places(again) == ["Acme"]
    assert again.complete_until == AS_OF
    assert later(joined) is not None


def test_places_that_matter_may_be_told_by_two_records() -> None:
    """Each tells of another place where the owner was."""
    owners = [ec.Position("Acme"), ec.Position("Borealis")]
    both = Matcher(owners, ec.OrganizationRegistry())
    found = known_near((told("Acme"), told("Borealis")), AS_OF, both)
    assert found is not None
    assert places(found) == ["Acme", "Borealis"]


def test_rows_of_a_person_may_stand_among_those_of_others() -> None:
    """All of them are known before the history is made."""
    places_of = {"R. Shah": "Acme", "Lena Vogt": "Acme", "R.  Shah": "Borealis"}
    rows = "".join(f"{name},{place}\n" for name, place in places_of.items())
    person, _ = table.read_people(f"Name,Company\n{rows}".encode(), complete=True).people
    assert number_of_engagements(person) == 2
    found = known_near((person,), AS_OF, HERE)
    assert found is not None
    assert (places(found), found.complete_until) == (["Acme"], AS_OF)
    source = later(person)
    assert source is not None
    assert source.places() == ["Acme", "Borealis"]


def connection(company: str) -> ec.Person:
    """Ravi, of whom an export of connections says where he works."""
    header = "First Name,Last Name,URL,Company,Position,Connected On\n"
    received = "Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name"
    files = {
        "Endorsement_Received_Info.csv": f"{received}\n",
        "Positions.csv": "Company Name,Title,Started On,Finished On\n",
        "Connections.csv": f"{header}Ravi,Shah,{URL},{company},,\n",
    }
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as packed:
        for name, text in files.items():
            packed.writestr(name, text)
    (found,) = linkedin.read_export(archive.getvalue(), as_of=AS_OF).people
    return found


@pytest.mark.parametrize(
    ("company", "count", "where"),
    [
        pytest.param("Acme", 1, ["Acme"], id="near"),
        pytest.param("Borealis", 1, [], id="far"),
        pytest.param("", 0, [], id="none"),
    ],
)
def test_connection_is_known_to_be_at_one_company_if_it_is_told(
    company: str, count: int, where: list[str]
) -> None:
    """Nothing more is known, and nobody has to make the history to know that."""
    person = connection(company)
    assert number_of_engagements(person) == count
    found = near(person, told("Castellan"))
    assert (places(found), found.complete_until) == (where, AS_OF)
    assert number_of_engagements(whole(person, told("Castellan"))) == count + 1


THERE = Matcher([ec.Position("Borealis")], ec.OrganizationRegistry())
RENAMED = "Acme (formerly Borealis)"
"""Near where the owner was, though its canonical name is that of a place that is not."""


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        pytest.param([told(RENAMED, "Acme")], [RENAMED], id="of-one-source"),
        pytest.param(
            [told(RENAMED, "Acme"), told("Castellan", kind=_File)], [RENAMED], id="of-no-other"
        ),
        pytest.param([told(RENAMED), told("Acme", kind=_File)], [RENAMED], id="one-job-of-two"),
        pytest.param(
            [told(RENAMED), told(RENAMED, "Acme", kind=_File)],
            [RENAMED, "Acme"],
            id="could-be-either",
        ),
    ],
)
def test_far_place_matters_where_it_could_be_a_near_one_of_another_source(
    records: list[ec.Person], expected: list[str]
) -> None:
    """By its canonical name; the spellings of one source are places of their own."""
    found = known_near(records, AS_OF, THERE)
    assert found is not None
    assert places(found) == expected
    full = known(records, AS_OF).history
    assert found.history == tuple(each for each in full if each[0].organization in expected)
