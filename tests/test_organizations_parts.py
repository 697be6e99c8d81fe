"""Names with marks in them: initials, former names, taglines, addresses, names of larger ones."""

import pytest

from endorsecheck.organizations import OrganizationRegistry, Relation

REGISTRY = OrganizationRegistry()


@pytest.mark.parametrize(
    ("expected", "one", "other"),
    [
        pytest.param("same", "Norvane and Dunmore Mills (NDM)", "NDM", id="without-and"),
        pytest.param("same", "Norvane Mills de la Torre (NMT)", "NMT", id="without-articles"),
        pytest.param("same", "Norvane and Dunmore Mills (NADM)", "NADM", id="with-and"),
        pytest.param("different", "Norvane Dunmore Mills (NDX)", "NDX", id="other-letters"),
        pytest.param("same", "Quarrystone, formerly Dunmore Mills", "Dunmore Mills", id="former"),
        pytest.param("same", "Quarrystone formerly Dunmore Mills", "Dunmore Mills", id="no-mark"),
        pytest.param("same", "Quarrystone formerly Dunmore Mills", "Quarrystone", id="the-new"),
        pytest.param(
            "related", "Quarrystone, a Dunmore Mills company", "Dunmore Mills", id="a-of"
        ),
        pytest.param("same", "Quarrystone, a Dunmore Mills company", "Quarrystone", id="head"),
        pytest.param("same", "Quarrystone | we are hiring", "Quarrystone", id="bar"),
        pytest.param("same", "| Quarrystone |", "Quarrystone", id="bar-before"),
        pytest.param("same", "Quarrystone (Saltby, Ohio)", "Quarrystone", id="town-and-state"),
        pytest.param("same", "Quarrystone, Saltby, Ohio", "Quarrystone", id="address"),
        pytest.param("different", "Quarrystone, Saltby", "Quarrystone", id="unknown-town"),
        pytest.param("same", "Quarrystone (", "Quarrystone", id="open-bracket"),
        pytest.param("same", "Quarrystone, The", "The Quarrystone", id="article-last"),
        pytest.param("same", "Defence, Ministry of", "Ministry of Defence", id="turned-round"),
        pytest.param("related", "Quarrystone – Robotics Division", "Quarrystone", id="division"),
    ],
)
def test_name_is_taken_apart_at_its_marks(expected: str, one: str, other: str) -> None:
    """What is cut off is the same, a larger one or of no matter; else it stays."""
    assert REGISTRY.compare(one, other).relation is Relation(expected)
    assert REGISTRY.compare(other, one).relation is Relation(expected)
