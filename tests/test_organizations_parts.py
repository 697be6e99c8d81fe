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
        pytest.param("same", "Quarrystone (Berlin, Germany)", "Quarrystone", id="two-places"),
        pytest.param("same", "Quarrystone (New York, USA)", "Quarrystone", id="of-two-words"),
        pytest.param("same", "Quarrystone (Santa Cruz de la Sierra)", "Quarrystone", id="of-five"),
        pytest.param("same", "Quarrystone (Far Upper Saltby, OH)", "Quarrystone", id="town"),
        pytest.param(
            "different", "Quarrystone (The Far Upper Saltby, OH)", "Quarrystone", id="no-town"
        ),
        pytest.param("different", "Quarrystone (Saltby 7, OH)", "Quarrystone", id="number-in-it"),
        pytest.param("different", "Quarrystone (Saltby, Weaving)", "Quarrystone", id="no-state"),
        pytest.param(
            "same", "Quarrystone (formerly Dunmore Mills)", "Dunmore Mills", id="in-brackets"
        ),
        pytest.param("same", "Quarrystone (ex Dunmore Mills)", "Dunmore Mills", id="ex"),
        pytest.param(
            "same", "Quarrystone (formerly) Dunmore Mills", "Dunmore Mills", id="mark-in-brackets"
        ),
        pytest.param(
            "same", "Norvane Data Systems formerly Dunmore (NDS)", "NDS", id="initials-behind-both"
        ),
        pytest.param(
            "related", "Quarrystone, an Ondine Mills company", "Ondine Mills", id="an-of"
        ),
        pytest.param("related", "Quarrystone – Google", "Google", id="known-behind-a-dash"),
        pytest.param("related", "Quarrystone / Google", "Google", id="known-behind-a-slash"),
        pytest.param("same", "Quarrystone – we make mills", "Quarrystone", id="tagline"),
        pytest.param("different", "Quarrystone – better mills", "Quarrystone", id="no-tagline"),
    ],
)
def test_name_is_taken_apart_at_its_marks(expected: str, one: str, other: str) -> None:
    """What is cut off is the same, a larger one or of no matter; else it stays."""
    assert REGISTRY.compare(one, other).relation is Relation(expected)
    assert REGISTRY.compare(other, one).relation is Relation(expected)


@pytest.mark.parametrize(
    "word", ["and", "of", "the", "for", "in", "de", "la", "et", "der", "und", "&"]
)
def test_small_words_need_no_initial(word: str) -> None:
    """They may have one all the same."""
    name = f"Norvane {word} Dunmore Mills"
    assert REGISTRY.compare(f"{name} (NDM)", "NDM").relation is Relation.SAME
    whole = f"N{'a' if word == '&' else word[0]}DM"
    assert REGISTRY.compare(f"{name} ({whole})", whole).relation is Relation.SAME


@pytest.mark.parametrize("bank", ["Bank", "Banca", "Banco", "Banque"])
def test_city_behind_a_known_bank_is_an_address(bank: str) -> None:
    """It may tell two unknown ones apart."""
    registry = REGISTRY.extended(aliases=[(f"Dunmore {bank}", "DNM Mills")])
    assert registry.compare(f"Dunmore {bank}, Berlin", "DNM Mills").relation is Relation.SAME
    assert REGISTRY.compare(f"Dunmore {bank}, Berlin", f"Dunmore {bank}").relation is (
        Relation.DIFFERENT
    )
