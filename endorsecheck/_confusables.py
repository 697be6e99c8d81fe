"""Names and addresses that look like others: what they would be, seen and not read.

A small part of what Unicode calls confusables: the Cyrillic, Greek and Armenian letters that
look like Latin ones, full-width and mathematical letters, the digits 0 and 1, ``rn`` and ``vv``.
"""

from __future__ import annotations

import re
import unicodedata

__all__: list[str] = []

_LATIN = {
    # Cyrillic
    **dict(zip("АВЕЅІЈКМНОРСТХУЗԚԜҮ", "ABESIJKMHOPCTXY3QWY", strict=True)),
    **dict(zip("аеѕіјорсухԛԝһӏԁүгъ", "aesijopcyxqwhldyrb", strict=True)),
    # Greek
    **dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX", strict=True)),
    **dict(zip("αικνορυϲϳ", "aiknopycj", strict=True)),
    # Armenian, and Latin letters of other languages
    **dict(zip("օսհոցյ", "ouhngj", strict=True)),
    **dict(zip("ıɩɑɡƅɪʟɴʀᴀᴇᴏᴜ", "iiagbiLNRAEOU", strict=True)),
    # Marks
    **dict(zip("‐‑‒–—−’‘ʼʹ´`", "------''''''", strict=True)),
}
_ALIKE = {"I": "l", "1": "l", "|": "l", "0": "o", "O": "o"}
_SEEN = {ord(char): _ALIKE.get(seen, seen) for char, seen in (_ALIKE | _LATIN).items()}
_TO_LATIN = {ord(char): seen for char, seen in _LATIN.items()}
_CAP = 1_000
"""Characters that are compared; normalization is quadratic on crafted text."""

_UNSEEN = frozenset(("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"))
_IGNORABLE = (
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\uffa0\ufe00-\ufe0f"
    "\U000e0100-\U000e01ef]"
)


def skeleton(name: str) -> str:
    """What a name looks like; two names that look the same have one skeleton.

    Case counts only where it changes the look: a capital I is a small L, a small I is not.
    """
    text = name[:_CAP]
    if not (text.isascii() and text.isprintable()):
        text = "".join(each for each in re.sub(_IGNORABLE, "", text) if not _is_unseen(each))
        text = unicodedata.normalize("NFKC", text)
    text = text.translate(_SEEN).casefold()
    text = text.replace("rn", "m").replace("vv", "w")
    return " ".join(text.split())


def latin(text: str) -> str:
    """The text with Latin letters for those that look like them."""
    return unicodedata.normalize("NFKC", text[:_CAP]).translate(_TO_LATIN)


def _is_unseen(char: str) -> bool:
    return unicodedata.category(char) in _UNSEEN and not char.isspace()
