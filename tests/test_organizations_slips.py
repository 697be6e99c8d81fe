"""Slips of spelling: what is one, and that it is found among many names."""

import pytest

from endorsecheck._organizations.index import stranger
from endorsecheck.organizations import OrganizationRegistry, Relation

REGISTRY = OrganizationRegistry()


@pytest.mark.parametrize(
    ("expected", "one", "other"),
    [
        pytest.param(True, "Quarrystone Analytics", "Quarystone Analytics", id="missing"),
        pytest.param(True, "Quarrystone", "Quarrystonee", id="added"),
        pytest.param(True, "Quarrystone Ltd", "Quarrystane", id="changed"),
        pytest.param(True, "Quarrystone", "Quarrystnoe", id="swapped"),
        pytest.param(True, "Dunmroe", "Dunmore", id="swapped-in-a-short-name"),
        pytest.param(True, "Dunmoer", "Dunmore", id="swapped-at-the-end"),
        pytest.param(False, "Dunmora", "Dunmore", id="changed-at-the-end"),
        pytest.param(True, "Kestrela", "Kestrelo", id="changed-at-the-end-of-eight"),
        pytest.param(True, "Wels Brightwater", "Wells Brightwater", id="short-but-supported"),
        pytest.param(True, "Wels Mill", "Wells Mill", id="supported-by-four-letters"),
        pytest.param(False, "Wels Oak", "Wells Oak", id="three-letters-are-no-support"),
        pytest.param(True, "Gogle", "Google", id="known-on-one-side"),
        pytest.param(True, "Facebok", "Meta Platforms", id="slip-of-another-name"),
        pytest.param(False, "Norvane 471", "Norvane 472", id="numbers"),
        pytest.param(False, "Ardan", "Arden", id="short"),
        pytest.param(False, "Kesta", "Kestas", id="plural-of-a-short-name"),
        pytest.param(False, "Brightwater", "Wrightwater", id="first-letter"),
        pytest.param(False, "Norvane Foods", "Norvane", id="word-missing"),
        pytest.param(False, "Quarrystone Analitycs", "Quarystone Analytics", id="two-words"),
        pytest.param(False, "Brightwater", "Brighwaters", id="two-edits"),
        pytest.param(False, "Google", "Oracle", id="both-known"),
    ],
)
def test_one_slip_is_similar(expected: bool, one: str, other: str) -> None:  # noqa: FBT001
    """One edit in a long enough word, where nothing firmer is known."""
    assert expected is (REGISTRY.compare(one, other).relation is Relation.SIMILAR)


@pytest.mark.parametrize(
    ("name", "other"),
    [
        pytest.param("Wels Brightwater", "Wells Brightwater", id="word-of-four-letters"),
        pytest.param("Quarystone", "Quarrystone Ltd", id="one-word"),
    ],
)
def test_slip_is_found_among_other_names(name: str, other: str) -> None:
    """By an index as by comparing the two."""
    index = REGISTRY.index([("Dunmore", None), (other, None), ("Kestrel Mills", None)])
    found = [(position, spans[0].relation) for position, spans in index.lookup(name)]
    assert found == [(1, Relation.SIMILAR)]


def test_slip_leads_only_to_names_with_the_same_other_words() -> None:
    """All others are strangers at little cost, though one holds the word and one the rest."""
    index = REGISTRY.index([("Norvane Mills", None), ("Dunmore Foods", None)])
    assert stranger(index, "Norvanee Foods") is not None
    assert stranger(index, "Norvanee Mills") is None
