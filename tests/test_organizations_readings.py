"""In how many ways a name may be read: universities, groups, domains, what is part of what."""

import pytest

from endorsecheck.organizations import OrganizationRegistry, Relation

REGISTRY = OrganizationRegistry()


def relation(one: str, other: str) -> Relation:
    """How two names stand to each other."""
    return REGISTRY.compare(one, other).relation


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("University of Aachen", "Aachen University", id="of-a-city"),
        pytest.param(
            "University of Des Moines", "Des Moines University", id="of-a-city-of-two-words"
        ),
        pytest.param("Universidad de la Odesa", "Odesa University", id="joint-and-article"),
        pytest.param("Università di Napoli", "Naples University", id="city-by-another-name"),
        pytest.param("La Habana University", "University of Havana", id="name-of-two-words-first"),
        pytest.param("Roma University", "University of Rome", id="name-first"),
        pytest.param("University Aachen", "The Aachen University", id="no-joint"),
        pytest.param(
            "University of Norvane at Aachen", "University of Norvane Aachen", id="at-a-city"
        ),
        pytest.param("Norvane University at Aachen", "Norvane University Aachen", id="at-third"),
        pytest.param("County of Norvane", "Norvane County", id="county"),
        pytest.param("Grupo Norvane", "Norvane", id="group-first"),
        pytest.param("Norvane Gruppe", "Norvane", id="group-last"),
        pytest.param("诺尔瓦集团", "诺尔瓦", id="group-at-the-end-of-a-word"),
        pytest.param("诺尔瓦 米尔集团", "诺尔瓦 米尔", id="group-at-the-end-of-the-last-word"),
        pytest.param("Dunmore & Norvane", "Dunmore and Norvane", id="ampersand"),
        pytest.param("Norvane.com", "Norvane", id="domain"),
        pytest.param("Norvane (Leipzig)", "Norvane", id="place-in-brackets"),
        pytest.param("Norvane, Leipzig", "Norvane", id="place-after-a-comma"),
        pytest.param("Norvane Bank (Leipzig)", "Norvane Bank Leipzig", id="place-of-a-bank"),
    ],
)
def test_two_ways_to_write_one_name(one: str, other: str) -> None:
    """The same in both directions, by comparing the two as by an index."""
    assert relation(one, other) is relation(other, one) is Relation.SAME
    for name, known in ((one, other), (other, one)):
        index = REGISTRY.index([("Dunmore", None), (known, None)])
        assert [position for position, _ in index.lookup(name)] == [1]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("University of Dublin", "Dublin University College", id="college"),
        pytest.param("University of Cleveland", "Cleveland University", id="two-in-one-city"),
        pytest.param("University of Norvane", "Norvane University", id="no-city"),
        pytest.param("Aachen Mills", "Mills of Aachen", id="no-university"),
        pytest.param("Grupo Madrid", "Madrid", id="group-of-a-place"),
        pytest.param("Grupo Buenos Aires", "Buenos Aires", id="group-of-a-place-of-two-words"),
        pytest.param("Dunmore & Norvane", "Dunmore Norvane Mills", id="word-more"),
        pytest.param("Solutions Group", "Solutions", id="group-of-a-common-word"),
        pytest.param("集团", "诺尔瓦集团", id="group-alone"),
        pytest.param("Norvane Bank (Leipzig)", "Norvane Bank", id="bank-without-its-place"),
        pytest.param("Norvane Research", "Norvane", id="function-of-an-unknown-company"),
    ],
)
def test_names_that_only_resemble_each_other(one: str, other: str) -> None:
    """Not the same, in this order and the other."""
    assert relation(one, other) is not Relation.SAME
    assert relation(other, one) is not Relation.SAME


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        pytest.param("Norvane Holdings", "Norvane", id="holdings"),
        pytest.param("Norvane Group Holding", "Norvane Group", id="holding-of-a-group"),
        pytest.param("Norvane Mills Holdings", "Norvane Mills", id="holdings-of-two-words"),
        pytest.param("Norvane Brasil", "Norvane", id="country"),
        pytest.param("Norvane Middle East and Africa", "Norvane", id="region-of-four-words"),
        pytest.param("Norvane Saint Vincent and the Grenadines", "Norvane", id="of-five-words"),
        pytest.param("Google Research", "Google", id="function-of-a-known-company"),
        pytest.param("Google Seattle", "Google", id="town-of-a-known-company"),
    ],
)
def test_part_of_an_organization_is_related_and_found(part: str, whole: str) -> None:
    """By comparing the two as by an index."""
    index = REGISTRY.index([("Dunmore", None), (whole, None)])
    found = [(position, spans[-1].relation) for position, spans in index.lookup(part)]
    assert found == [(1, Relation.RELATED)] == [(1, REGISTRY.spans(part, whole)[-1].relation)]


def test_known_name_is_found_with_a_part_of_it_in_brackets() -> None:
    """The name without that part is not known."""
    registry = REGISTRY.extended(aliases=[("Norvane Berlin", "Dunmore")])
    assert registry.compare("Norvane (Berlin)", "Dunmore").relation is Relation.SAME
    assert registry.compare("Norvane", "Dunmore").relation is Relation.DIFFERENT


@pytest.mark.parametrize("name", ["Norvane Inc.", "Norvane, Inc", "NORVANE INC"])
def test_known_name_written_as_one_word_is_found(name: str) -> None:
    """Its legal form is a part of the word, and a form on the other side."""
    registry = REGISTRY.extended(aliases=[("Norvaneinc", "Dunmore")])
    index = registry.index([("Quarrystone", None), ("Dunmore", None)])
    assert registry.compare(name, "Dunmore").relation is Relation.SAME
    assert [position for position, _ in index.lookup(name)] == [1]


def test_known_name_is_found_with_a_short_word_as_it_is_written() -> None:
    """Besides the word in full."""
    registry = REGISTRY.extended(aliases=[("Norvaneintl", "Dunmore")])
    assert registry.compare("Norvane Intl", "Dunmore").relation is Relation.SAME
    assert registry.compare("Norvane International", "Dunmore").relation is Relation.DIFFERENT


def test_name_with_two_forms_is_not_known_without_both() -> None:
    """It is the same only as another name that is shortened to the same."""
    registry = REGISTRY.extended(aliases=[("Norvane", "Dunmore")])
    assert registry.compare("Norvane Ltd GmbH", "Dunmore").relation is Relation.DIFFERENT
    assert registry.compare("Quarrystone Ltd GmbH", "Quarrystone").relation is Relation.SAME
