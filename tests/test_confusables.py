"""Names that look like others."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from endorsecheck._confusables import latin, skeleton


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Eustace Pepper", "\u0415ustace \u0420epper", id="cyrillic"),
        pytest.param("Nora Vogt", "Νοra Vοgt", id="greek"),
        pytest.param("Gottlieb Oboe", "Gottlieb Oboe\u200d", id="zero-width"),
        pytest.param("Hyacinth Dot", "Hyacinth \uff24\uff4f\uff54", id="full-width"),
        pytest.param("Anaïs Fable", "Anai\u0308s Fable", id="normal-forms"),
        pytest.param("Ivo Myth", "lvo Myth", id="small-l-for-capital-i"),
        pytest.param("Ivo Myth", "1vo Myth", id="digit-one"),
        pytest.param("Otto", "0tto", id="digit-zero"),
        pytest.param("Barnes", "Bames", id="r-and-n"),
        pytest.param("Willow", "VVillow", id="two-v"),
        pytest.param("Ira O'Dell", "Ira O’Dell", id="apostrophe"),
        pytest.param("Ana", "A\ufe0fna", id="variation-selector"),
        pytest.param("Ada  Vogt", " ADA Vogt", id="case-and-blanks"),
    ],
)
def test_names_look_the_same(one: str, other: str) -> None:
    """They have one skeleton."""
    assert skeleton(one) == skeleton(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Neil", "Nell", id="small-i-is-no-l"),
        pytest.param("Anais", "Anaïs", id="accent"),
        pytest.param("Ana", "Anna", id="spelling"),
        pytest.param("Анна", "Anna", id="honest-cyrillic"),
    ],
)
def test_names_look_different(one: str, other: str) -> None:
    """Their skeletons differ."""
    assert skeleton(one) != skeleton(other)


@given(st.text(max_size=50))
def test_text_without_lookalikes_is_its_own_latin(text: str) -> None:
    """Reading twice changes nothing more, and nothing is refused."""
    assert latin(latin(text)) == latin(text)
    assert skeleton(text + "\u200b") == skeleton(text)
