"""Pieces of SVG."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pictured import SVG, parsed
from shared_checks import report_checks

from endorsecheck._pictures import elements

texts = st.text(st.characters() | st.sampled_from("<>&\"'\u202e\u200d\u0301\u4e00\U0001f468"))
lengths = st.floats(0, 800)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param(3, "3", id="whole"),
        pytest.param(2.5, "2.5", id="half"),
        pytest.param(1 / 3, "0.3", id="third"),
        pytest.param(-0.5, "-0.5", id="below-zero"),
        pytest.param(-0.01, "0", id="no-minus-zero"),
        pytest.param(1e6, "1000000", id="large"),
    ],
)
def test_number_has_one_decimal_at_most(value: float, expected: str) -> None:
    """And no exponent."""
    assert expected == elements.number(value)


def test_escape_leaves_no_markup() -> None:
    """Angle brackets, ampersands and quotes are written as references."""
    assert elements.escape('<b title="x">&\'') == "&lt;b title=&quot;x&quot;&gt;&amp;&#x27;"


def test_escape_cuts_long_texts() -> None:
    """The last character is an ellipsis."""
    assert elements.escape("abcdef", 4) == "abc…"


@given(texts)
def test_escaped_text_is_well_formed_and_shows(text: str) -> None:
    """Whatever it was, it can be parsed and holds nothing that does not show."""
    written = elements.words(0, 0, text)
    assert report_checks.control_chars(written.replace("\n", "")) == []
    assert parsed(written).tag == "text"


@given(texts, st.integers(20, 400))
def test_fitted_text_fits(text: str, room: int) -> None:
    """With its ellipsis it takes no more room than there is."""
    assert elements.width_of(elements.fitted(text, 11, room), 11) <= room


def test_fitted_text_does_not_end_in_a_joiner() -> None:
    """Nothing is there that it could join."""
    family = "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466"
    assert elements.fitted(family, 10, 35) == "\U0001f468\u200d\U0001f469…"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("ab", 12.4, id="latin"),
        pytest.param("ill", 12, id="thin"),
        pytest.param("mW", 20, id="wide"),
        pytest.param("AB", 14.4, id="capitals"),
        pytest.param("王", 10, id="east-asian"),
        pytest.param("e\u0301", 6.2, id="combining-mark"),
        pytest.param("é", 7.2, id="other-letters"),
    ],
)
def test_width_is_estimated_from_the_kind_of_character(text: str, expected: float) -> None:
    """In px, at a font size of 10 px."""
    assert elements.width_of(text, 10) == pytest.approx(expected)


@given(lengths, lengths, lengths)
def test_hatching_stays_within_its_rectangle(x: float, y: float, width: float) -> None:
    """No line crosses a side."""
    path = elements.hatching(x, y, x + width, 10)
    for found in re.findall(r"[ML]([\d.]+) ([\d.]+)", path):
        px, py = map(float, found)
        assert x - 0.1 <= px <= x + width + 0.1
        assert y - 0.1 <= py <= y + 10.1


def test_document_names_and_describes_itself() -> None:
    """For screen readers, before anything is drawn."""
    svg = elements.document("", width=300, height=20, title="A <b>", description="Told", css="")
    tree = parsed(svg)
    assert [each.tag.removeprefix(SVG) for each in tree][:2] == ["title", "desc"]
    assert tree.findtext(f"{SVG}title") == "A <b>"
    assert tree.get("role") == "img"


def test_document_carries_its_style_sheet_where_asked() -> None:
    """A page that has one asks for none."""
    assert "<style>" in elements.document("", width=9, height=9, title="", description="")
    assert "<style>" not in elements.document(
        "", width=9, height=9, title="", description="", css=""
    )
