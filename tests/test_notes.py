"""Notes by themselves: stock texts, phrases, and the compiled file they come from."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

import pytest
from inviting import finding

import endorsecheck as ec
from endorsecheck._invitations.notes import Note
from endorsecheck._phrases import LONGEST, Phrases, keys, words


def compiler() -> Any:
    """The script that compiles the texts."""
    path = Path(__file__).parent / "tools" / "compile_notes.py"
    spec = importlib.util.spec_from_file_location("compile_notes", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_compiled_texts_are_up_to_date() -> None:
    """Run tests/tools/compile_notes.py after a change of the TOML files."""
    assert compiler().TARGET.read_text("utf-8") == compiler().compiled()


def test_every_stock_text_is_told() -> None:
    """In all languages, with any name, in capitals, with other blanks and signs, and signed."""
    for text in compiler().texts():
        for name in ("Dana", "Ana-Lena Ó Brien", "田中"):
            note = text.replace("{name}", name)
            assert ec.NoteKind.STOCK is Note.of(note).kind(["Dana Reyes", "Omar Haddad"]), note
        plain = f"  {note.upper()} \n\n-- Omar Haddad"
        assert ec.NoteKind.STOCK is Note.of(plain).kind(["田中", "Omar Haddad"]), plain


@pytest.mark.parametrize(
    ("message", "kind"),
    [
        pytest.param("Hello Ms. Reyes,\nI’d like to connect!", "stock", id="other-greeting"),
        pytest.param("Dana, I'd like to join your network", "stock", id="name-alone"),
        pytest.param("Dana Reyes", "stock", id="nothing-but-a-name"),
        pytest.param("Hi Dana!", "stock", id="nothing-but-a-greeting"),
        pytest.param(
            "I'd like to connect.\nMany thanks, best regards, Omar", "stock", id="closing"
        ),
        pytest.param("Norvane alum here, let's connect", "personal", id="more-than-a-name"),
        pytest.param("Hi from the choir, let's connect", "personal", id="small-words"),
        pytest.param("Hi Dana 2016, let's connect", "personal", id="digits"),
        pytest.param("I'd like to connect with you about Apollo.", "personal", id="more-behind"),
        pytest.param("👋", "personal", id="no-words"),
        pytest.param("word " * 500, "personal", id="long"),
    ],
)
def test_kind_of_note(message: str, kind: str) -> None:
    """A stock text is the whole of it but for greeting, names and closing."""
    assert finding(message).note.value == kind


def test_longest_phrase_from_the_first_word_is_found() -> None:
    """Each word belongs to one phrase; an entry that is too long or empty is none."""
    entries = [("a b", 1), ("a b c", 2), ("c d", 3), ("b", 4), ("a b", 1), ("", 5)]
    phrases = Phrases([(keys(text), n) for text, n in entries] + [(("x",) * (LONGEST + 1), 6)])
    assert list(phrases.found(words("a b c d a b d b a"))) == [
        (0, 3, [2]),
        (4, 6, [1]),
        (7, 8, [4]),
    ]
    assert list(phrases.found(words("x " * 50))) == []
