"""The registry: relations through time, the user's own knowledge, identifiers, explanations."""

import datetime as dt
from typing import Any

import pytest

import endorsecheck as ec
from endorsecheck.organizations import (
    Match,
    OrganizationRegistry,
    Placeholder,
    Relation,
    RelationSpan,
)

REGISTRY = OrganizationRegistry()
DAY = dt.date(2018, 7, 1)
BEFORE = dt.date(2018, 6, 30)


def relations(registry: OrganizationRegistry, a: str, b: str) -> list[tuple[str, str | None]]:
    """Give each relation with the day before which it ends."""
    return [(s.relation.value, str(s.last) if s.last else None) for s in registry.spans(a, b)]


def test_alias_is_the_same_on_every_day() -> None:
    """Two names declared one are the same at all times."""
    registry = REGISTRY.extended(aliases=[("Norvane Systems", "Dunmore Textiles")])
    assert Match(Relation.SAME, "alias") == registry.compare("norvane systems", "Dunmore Textiles")


def test_alias_may_be_told_by_its_keys() -> None:
    """As the other kinds may."""
    registry = REGISTRY.extended(aliases=[{"name": "Norvane", "other": "Dunmore"}])
    assert registry.compare("Norvane", "Dunmore").relation is Relation.SAME


def test_rename_is_the_same_on_every_day() -> None:
    """The name changed, the company did not."""
    said = {"old": "Norvane Systems", "new": "Brightwater", "on": "2018-07-01"}
    registry = REGISTRY.extended(renames=[said])
    spans = registry.spans("Norvane Systems Ltd", "Brightwater")
    assert (RelationSpan(Relation.SAME, None, None, "rename"),) == spans


def test_merger_is_related_before_and_the_same_after() -> None:
    """From the day of the merger on the two names are one company."""
    registry = REGISTRY.extended(mergers=[("Norvane Systems", "Brightwater", "2018-07-01")])
    assert (
        RelationSpan(Relation.RELATED, None, BEFORE, "merger"),
        RelationSpan(Relation.SAME, DAY, None, "merger"),
    ) == registry.spans("Brightwater", "Norvane Systems")


def test_merger_in_a_month_is_certain_from_its_last_day() -> None:
    """Within the month nobody knows, so the two are related."""
    on = ec.PartialDate(2018, 7)
    registry = REGISTRY.extended(mergers=[{"absorbed": "Norvane", "into": "Dunmore", "on": on}])
    assert relations(registry, "Norvane", "Dunmore") == [("related", "2018-07-30"), ("same", None)]


def test_purchase_is_different_before_and_related_after() -> None:
    """A parent counts from the first day on which it may have been one to the last."""
    registry = REGISTRY.extended(parents=[("Dunmore", "Norvane", "2012-03", "2018")])
    assert relations(registry, "Norvane", "Dunmore") == [
        ("different", "2012-02-29"),
        ("related", "2018-12-31"),
        ("different", None),
    ]


def test_end_in_a_year_may_be_after_a_day_in_it() -> None:
    """As it is not certainly before that."""
    registry = REGISTRY.extended(parents=[("Dunmore", "Norvane", "2001-06", "2001")])
    assert relations(registry, "Dunmore", "Norvane") == [
        ("different", "2001-05-31"),
        ("related", "2001-12-31"),
        ("different", None),
    ]


def test_parent_without_dates_is_related_on_every_day() -> None:
    """A parent of which no day is said has always been one."""
    registry = REGISTRY.extended(parents=[{"child": "Dunmore", "parent": "Norvane"}])
    assert Match(Relation.RELATED, "parent") == registry.compare("Dunmore", "Norvane")


def test_related_goes_through_every_level_that_holds_on_the_day() -> None:
    """A grandparent is related while both links hold."""
    registry = REGISTRY.extended(
        parents=[
            ("Kestrel", "Dunmore", "2010-01-01"),
            ("Dunmore", "Norvane", "2005", "2012-12-31"),
        ]
    )
    assert relations(registry, "Kestrel", "Norvane") == [
        ("different", "2009-12-31"),
        ("related", "2012-12-31"),
        ("different", None),
    ]


def test_subsidiaries_of_one_parent_are_different() -> None:
    """One owner does not make two companies one workplace."""
    registry = REGISTRY.extended(parents=[("Kestrel", "Norvane"), ("Dunmore", "Norvane")])
    assert Match(Relation.DIFFERENT, "known-apart") == registry.compare("Kestrel", "Dunmore")


def test_absorbed_companies_are_one_after_both_mergers() -> None:
    """Two companies that went up into a third are strangers, relatives, then one."""
    registry = REGISTRY.extended(
        mergers=[("Kestrel", "Norvane", "2005-01-01"), ("Dunmore", "Norvane", "2010-01-01")]
    )
    assert relations(registry, "Kestrel", "Dunmore") == [
        ("different", "2004-12-31"),
        ("related", "2009-12-31"),
        ("same", None),
    ]


def test_child_of_an_absorbed_company_is_related_to_what_absorbed_it() -> None:
    """A merger passes subsidiaries on."""
    registry = REGISTRY.extended(
        parents=[("Kestrel", "Dunmore")], mergers=[("Dunmore", "Norvane", "2010-01-01")]
    )
    assert relations(registry, "Kestrel", "Norvane") == [
        ("different", "2009-12-31"),
        ("related", None),
    ]


@pytest.mark.parametrize(
    ("expected", "on"),
    [
        pytest.param(Match(Relation.RELATED, "merger", None, BEFORE), BEFORE, id="day-before"),
        pytest.param(Match(Relation.SAME, "merger", DAY, None), DAY, id="day-itself"),
        pytest.param(
            Match(Relation.SAME, "merger", DAY, None),
            dt.datetime(2018, 7, 1, 9, tzinfo=dt.timezone.utc),
            id="time",
        ),
        pytest.param(
            Match(Relation.SAME, "merger", DAY, None), ec.PartialDate(2019), id="year-after"
        ),
        pytest.param(
            Match(Relation.RELATED, "depends-on-time"), ec.PartialDate(2018), id="year-of-change"
        ),
        pytest.param(Match(Relation.RELATED, "depends-on-time"), None, id="no-date"),
    ],
)
def test_compares_on_a_date(expected: Match, on: Any) -> None:
    """A date picks the stretch; where it holds a change nothing firm is said."""
    registry = REGISTRY.extended(mergers=[("Norvane", "Brightwater", "2018-07-01")])
    assert expected == registry.compare("Norvane", "Brightwater", on=on)


def test_two_reasons_for_one_relation_are_one_answer() -> None:
    """A purchase that ended in a merger is related before, whatever the reason."""
    registry = REGISTRY.extended(
        parents=[("Kestrel Mills", "Norvane", "2001-01-01")],
        mergers=[("Kestrel Mills", "Dunmore", "2010-01-01"), ("Dunmore", "Norvane", "2010-01-01")],
    )
    match = registry.compare("Kestrel Mills", "Norvane", on=ec.PartialDate(2000))
    assert Match(Relation.RELATED, "merger", None, dt.date(2009, 12, 31)) == match


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("Norvane India", id="country"),
        pytest.param("Norvane India Private Limited", id="country-and-form"),
        pytest.param("Norvane Ltd. India", id="form-before-country"),
        pytest.param("Norvane Holdings", id="holding"),
        pytest.param("Brightwater (part of Norvane)", id="part-of"),
        pytest.param("Brightwater, a Norvane company", id="a-company-of"),
        pytest.param("Norvane - Robotics Division", id="division"),
        pytest.param("Norvane EMEA", id="region"),
    ],
)
def test_unit_named_after_a_company_is_related(name: str) -> None:
    """A name that says what it is part of is related to that."""
    assert Match(Relation.RELATED, "unit") == REGISTRY.compare(name, "Norvane, Inc.")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Air India", "Air", id="generic-head"),
        pytest.param("Bank of India", "Bank of", id="joint-before-country"),
        pytest.param("Norvane India", "Norvane Germany", id="two-units"),
    ],
)
def test_not_every_country_makes_a_unit(one: str, other: str) -> None:
    """A country behind generic words is part of the name, and two units are two."""
    assert REGISTRY.compare(one, other).relation is Relation.DIFFERENT


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("Oracle (Redwood City, CA)", id="address"),
        pytest.param("Oracle (formerly Brightwater)", id="former"),
        pytest.param("Oracle Group", id="group"),
        pytest.param("The Oracle Corporation", id="the"),
    ],
)
def test_known_company_is_found_by_other_spellings(name: str) -> None:
    """What only surrounds a known name does not hide it."""
    assert Match(Relation.SAME, "same-name").relation is REGISTRY.compare(name, "Oracle").relation


def test_known_name_in_brackets_is_the_larger_organization() -> None:
    """An unknown company with a known one in brackets is itself, and related to that."""
    name = "Brightwater Mills (Google)"
    assert REGISTRY.compare(name, "Brightwater Mills").relation is Relation.SAME
    assert REGISTRY.compare(name, "Google") == Match(Relation.RELATED, "unit")


def test_known_company_with_a_remark_is_a_unit_of_it() -> None:
    """What stands in brackets after a known company, and is not known, may be a part of it."""
    assert REGISTRY.compare("Google (Brightwater)", "Google") == Match(Relation.RELATED, "unit")
    assert REGISTRY.compare("Google Leipzig", "Google") == Match(Relation.RELATED, "unit")


def test_acronym_counts_where_it_is_spelled_out() -> None:
    """Initials are taken for a name only beside that name."""
    assert REGISTRY.compare("Norvane Data Systems (NDS)", "NDS").relation is Relation.SAME
    assert REGISTRY.compare("NDS (Norvane Data Systems)", "Norvane Data Systems").relation is (
        Relation.SAME
    )
    assert REGISTRY.compare("Norvane Data Systems", "NDS").relation is Relation.DIFFERENT


def test_umlauts_have_two_spellings_at_once() -> None:
    """An umlaut is written with an e or without; the two without an umlaut stay two names."""
    assert REGISTRY.compare("Jörg Mühlen", "Joerg Muehlen GmbH").relation is Relation.SAME
    assert REGISTRY.compare("Jörg Mühlen", "Jorg Muhlen").relation is Relation.SAME
    assert REGISTRY.compare("Joerg Muehlen", "Jorg Muhlen").relation is Relation.DIFFERENT


@pytest.mark.parametrize(
    ("expected", "name"),
    [
        pytest.param(Placeholder.NONE, "Self-Employed", id="self-employed"),
        pytest.param(Placeholder.NONE, "Freelance Ltd", id="with-legal-form"),
        pytest.param(Placeholder.NONE, "Freelance / Self-employed", id="two-of-them"),
        pytest.param(Placeholder.NONE, "n/a", id="not-applicable"),
        pytest.param(Placeholder.NONE, "—", id="dash"),
        pytest.param(Placeholder.NONE, "", id="nothing"),
        pytest.param(Placeholder.WITHHELD, "Stealth Mode Startup 🚀", id="stealth"),
        pytest.param(Placeholder.WITHHELD, "CONFIDENTIAL", id="confidential"),
        pytest.param(None, "Student Beans", id="company-of-that-name"),
        pytest.param(None, "Confidential Computing Consortium", id="consortium"),
        pytest.param(None, "consultant " * 20 + "retired", id="too-long"),
        pytest.param(None, "Norvane", id="company"),
        pytest.param(None, "Designer", id="decoration-alone"),
    ],
)
def test_placeholders(expected: Placeholder | None, name: str) -> None:
    """A placeholder may be decorated; a real name holds a word more."""
    assert expected is REGISTRY.placeholder(name)


def test_placeholder_matches_nothing() -> None:
    """Not even itself, nor by an identifier."""
    match = REGISTRY.compare("Freelance", "Freelance", ids=("linkedin:1", "linkedin:1"))
    assert Match(Relation.NOT_AN_ORGANIZATION, "placeholder") == match
