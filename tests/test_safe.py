"""Text from strangers, made safe to show."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from shared_checks import report_checks

from endorsecheck import _safe

texts = st.text(st.characters() | st.sampled_from("=+-@|%'\t\r\n\u202e\u200d\u0301\ufe0f`*_[]<>"))


@given(texts)
def test_visible_leaves_no_character_that_does_not_show(text: str) -> None:
    """Controls, bidi overrides, invisible letters and piles of marks become stand-ins."""
    assert report_checks.control_chars(_safe.visible(text).replace("\n", "")) == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Zoë Größl", id="latin"),
        pytest.param("کتاب\u200cخوان", id="persian-with-a-joiner"),
        pytest.param("\U0001f468\u200d\U0001f469\u200d\U0001f467", id="family"),
        pytest.param("☀\ufe0f Sun", id="emoji-style"),
        pytest.param("परीक्षण", id="hindi"),
        pytest.param("12_000", id="number"),
    ],
)
def test_visible_keeps_honest_text(text: str) -> None:
    """What shows as itself is not touched, joiners included where the script needs them."""
    assert text == _safe.visible(text)
    assert _safe.is_plain(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a\x1b[1mb", "a⟦U+001B⟧[1mb", id="escape"),
        pytest.param("a\nb", "a⟦U+000A⟧b", id="newline"),
        pytest.param("\u200dab", "⟦U+200D⟧ab", id="joiner-in-latin"),
        pytest.param("a\ufe0f", "a⟦U+FE0F⟧", id="emoji-style-of-a-letter"),
        pytest.param("a\ufe01", "a⟦U+FE01⟧", id="variation-selector"),
        pytest.param("o" + "\u0301" * 5, "o" + "\u0301" * 4 + "⟦U+0301⟧", id="pile-of-marks"),
        pytest.param("\ud800", "⟦U+D800⟧", id="lone-surrogate"),
    ],
)
def test_visible_shows_a_stand_in(text: str, expected: str) -> None:
    """The stand-in names the character."""
    assert expected == _safe.visible(text)


@given(texts)
@example("=1+1")
@example("\u2060=1+1")
@example(" @SUM(A1)")
def test_cell_is_never_computed_by_a_spreadsheet(text: str) -> None:
    """A cell that may be a formula starts with an apostrophe."""
    file = io.StringIO()
    csv.writer(file).writerow([_safe.cell(text)])
    assert report_checks.formula_cells(file.getvalue()) == []


@pytest.mark.parametrize(
    "text", ["-12.5", "+3%", "Ravi", ""], ids=["minus", "percent", "name", "empty"]
)
def test_cell_keeps_numbers_and_names(text: str) -> None:
    """Plain numbers are no formula."""
    assert text == _safe.cell(text)


@given(texts)
def test_markdown_keeps_a_table_row_whole(text: str) -> None:
    """No pipe, markup, link or image of the text reaches the page."""
    row = f"| {_safe.markdown(text)} | b |"
    assert report_checks.markdown_text(f"| a | b |\n{row}".replace("⟦", "(")) == [] or "\n" in row


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Bar|tolo", "Bar\\|tolo", id="pipe"),
        pytest.param("[x](https://a.b)", "\\[x\\](https\\://a.b)", id="link"),
        pytest.param("www.a.b", "www\\.a.b", id="bare-address"),
        pytest.param("12_000", "12_000", id="underscore-inside"),
        pytest.param("_x_", "\\_x\\_", id="emphasis"),
        pytest.param("<b>&amp;", "\\<b\\>\\&amp;", id="html"),
    ],
)
def test_markdown_escapes_what_has_a_meaning(text: str, expected: str) -> None:
    """And nothing else."""
    assert expected == _safe.markdown(text)


def test_restructured_text_and_org_escape_their_marks() -> None:
    """References, emphasis and cell borders."""
    assert _safe.restructured("a_ *b* |c|") == "a\\_ \\*b\\* \\|c\\|"
    assert _safe.org("a|b") == "a\\vert{}b"


def test_shortened_text_ends_in_an_ellipsis() -> None:
    """The ellipsis counts as a character."""
    assert (_safe.shortened("abc", 3), _safe.shortened("abcd", 3)) == ("abc", "ab…")


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        pytest.param(
            "www.linkedin.com/in/ravi", "https://www.linkedin.com/in/ravi", id="no-scheme"
        ),
        pytest.param("http://a.example/x", "http://a.example/x", id="http"),
        pytest.param("https://a.example/zoë", "https://a.example/zoë", id="accent-in-the-path"),
        pytest.param("javascript:dv()", None, id="script"),
        pytest.param("data:text/plain,dv", None, id="data"),
        pytest.param("https://www.linkedin.com:x@dv.invalid/in/1", None, id="credentials"),
        pytest.param("https://www.link\u0435din.com/in/x", None, id="cyrillic-host"),
        pytest.param("https://a.example/\u202e", None, id="bidi"),
        pytest.param("//dv.invalid/in/1", None, id="no-host"),
        pytest.param("https://a.example/" + "x" * 2_000, None, id="too-long"),
        pytest.param(None, None, id="none"),
    ],
)
def test_web_address_is_shown_only_where_it_is_plainly_one(
    url: str | None, expected: str | None
) -> None:
    """Http or https, a plain host, no credentials, nothing hidden."""
    assert expected == _safe.web_address(url)
