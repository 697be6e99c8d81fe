"""Compile the TOML files about invitations into the one file that the package loads.

    python tests/tools/compile_notes.py [--check]

Writes ``endorsecheck/data/notes.txt`` from ``stock_notes.toml`` and ``note_words.toml``; with
``--check`` it only tells whether that file is up to date. The same sources give the same bytes.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from endorsecheck._phrases import keys

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

DATA = Path(__file__).parents[2] / "endorsecheck" / "data"
TARGET = DATA / "notes.txt"
NAME = "{name}"
PHRASES = ("together", "hinting", "met", "doubting")


def main() -> int:
    """Compile, or check."""
    text = compiled()
    if "--check" in sys.argv[1:]:
        return int(TARGET.read_text(encoding="utf-8") != text)
    TARGET.write_text(text, encoding="utf-8", newline="\n")
    return 0


def compiled() -> str:
    """Give the text of the compiled file: sections of sorted lines, as ``_notes`` reads them."""
    entries = load("note_words.toml")["words"]
    sections = {
        name: {
            " ".join((entry["language"], *keys(phrase)))
            for entry in entries
            for phrase in entry[name]
        }
        for name in PHRASES
    }
    sections["time"] = {" ".join(keys(phrase)) for entry in entries for phrase in entry["time"]}
    before, named, bodies = stock()
    given = {"".join(keys(text)) for entry in entries for text in entry["greetings"]}
    sections["greetings"] = before | given
    sections["closings"] = {" ".join(keys(t)) for entry in entries for t in entry["closings"]}
    sections["stock"] = bodies
    sections["stock_after_name"] = named
    return "".join(map(_section, sections.items()))


def stock() -> tuple[set[str], set[str], set[str]]:
    """Give what stands before a name, the texts that begin with one, and all texts without it."""
    before: set[str] = set()
    named: set[str] = set()
    bodies: set[str] = set()
    for text in texts():
        head, name, body = text.partition(NAME)
        key = "".join(keys(body if name else head))
        bodies.add(key)
        if name:
            before.add("".join(keys(head)))
        if name and not keys(head):
            named.add(key)
    return before, named, bodies


def texts() -> list[str]:
    """Give all stock texts."""
    return [text for note in load("stock_notes.toml")["note"] for text in note["texts"]]


def load(name: str) -> dict[str, Any]:
    """Give what a TOML file says."""
    return tomllib.loads((DATA / name).read_text(encoding="utf-8"))


def _section(section: tuple[str, set[str]]) -> str:
    name, lines = section
    return "\n".join([f"== {name}", *sorted(lines - {""}), ""])


if __name__ == "__main__":
    sys.exit(main())
