"""Errors: what their texts show."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shared_checks import report_checks

import endorsecheck as ec

ERRORS = [ec.DateError, ec.ModelError, ec.ReadError, ec.RegistryError]


@given(st.sampled_from(ERRORS), st.text())
def test_error_shows_no_character_that_does_not_print(
    error: type[ec.EndorsecheckError], text: str
) -> None:
    """Also not those that ``repr`` takes for printable, such as the filler U+3164."""
    for message in (text, f"name: {text!r} is not a name"):
        assert report_checks.control_chars(str(error(message))) == []


def test_error_shows_a_stand_in_for_the_hangul_filler() -> None:
    """It is a letter by its category, and blank on every screen."""
    with pytest.raises(ec.DateError) as caught:
        ec.parse_date("5\u3164")
    assert "⟦U+3164⟧" in str(caught.value)


def test_error_keeps_its_lines() -> None:
    """One fault a line, where there are several."""
    assert str(ec.RegistryError("one\ntwo")) == "one\ntwo"


@pytest.mark.parametrize("error", ERRORS)
def test_error_survives_pickle(error: type[ec.EndorsecheckError]) -> None:
    """With the text as it was."""
    back = pickle.loads(pickle.dumps(error("a\u202eb")))
    assert (type(back), back.args) == (error, ("a\u202eb",))
