"""Keys under which texts compare: names of people, teams, places and skills.

A key is for comparing, never for showing. Lengths are capped before Unicode normalization,
which is quadratic on crafted runs of combining marks.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

__all__: list[str] = []

_CAP = 1_000
"""Characters that are normalized; what follows compares as it stands."""


def fold(text: str) -> str:
    """The text after NFKC, case folding, and with single blanks between its words.

    Accents, punctuation and the order of words matter.
    """
    return " ".join(text.lower().split()) if text.isascii() else _folded(text)


@lru_cache(maxsize=16_384)
def _folded(text: str) -> str:
    head, tail = text[:_CAP], text[_CAP:]
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", head).casefold())
    return " ".join((folded + tail).split())
