"""From bytes to text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from endorsecheck.exceptions import ReadError
from endorsecheck.readers._decode import decode, is_stray, repaired


@given(st.text())
def test_utf8_is_read_as_it_is(text: str) -> None:
    """Honest UTF-8, with its mark or without, gives its text and no diagnostic."""
    found = decode("\ufeff".encode() + text.encode(), "a.csv")
    assert (text, False, ()) == (found.content, found.has_strays, found.diagnostics)


@pytest.mark.parametrize(
    ("encoding", "said"),
    [
        pytest.param("utf-16", "a.csv: read as UTF-16, expected UTF-8", id="utf-16"),
        pytest.param("utf-32", "a.csv: read as UTF-32, expected UTF-8", id="utf-32"),
    ],
)
def test_marked_encoding_is_read_and_said(encoding: str, said: str) -> None:
    """What spreadsheets call Unicode text is understood by its mark."""
    found = decode("Zoë,Größl".encode(encoding), "a.csv")
    assert ("Zoë,Größl", [said]) == (found.content, [str(each) for each in found.diagnostics])


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"\xff\xfe\x00", id="half-a-character"),
        pytest.param(b"\xff\xfe\x00\xd8a\x00", id="half-a-pair"),
        pytest.param(b"\xff\xfe\x00\x00\xff\xff\xff\xff", id="beyond-unicode"),
    ],
)
def test_damaged_marked_encoding_is_refused(data: bytes) -> None:
    """A mark that does not tell the truth is an error that names the file."""
    with pytest.raises(ReadError, match=r"^a\.csv: marked as UTF-(16|32), but damaged$"):
        decode(data, "a.csv")


def test_stray_byte_is_kept_for_its_cell() -> None:
    """One byte that is no UTF-8 does not change how the rest is read."""
    found = decode("Größl,Filom\udce9na".encode("utf-8", "surrogateescape"), "a.csv")
    good, bad = found.content.split(",")
    assert (good, is_stray(good), is_stray(bad)) == ("Größl", False, True)
    assert repaired(bad) == "Filoména"


def test_stray_byte_without_meaning_is_marked() -> None:
    """A byte that cp1252 does not know becomes the replacement character."""
    assert repaired("a\udc81") == "a\ufffd"


def test_lone_surrogate_of_another_origin_is_repaired_too() -> None:
    """Half a pair that came in as text leaves no surrogate behind."""
    assert not is_stray(repaired("a\ud800"))


@given(st.binary())
def test_any_bytes_become_text_or_an_error_of_ours(data: bytes) -> None:
    """Nothing but a ReadError escapes, and repair leaves no lone surrogate."""
    try:
        found = decode(data, "a.csv")
    except ReadError:
        return
    assert not is_stray(repaired(found.content) if found.has_strays else found.content)
