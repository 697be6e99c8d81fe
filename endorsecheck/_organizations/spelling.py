"""One spelling for words that are written in several ways: "and", Saint, Company, countries."""

import re

from endorsecheck._organizations.folding import MARKS

__all__ = ["SPELLED_OUT", "spelled_out", "unified"]

Words = list[str]
_IN_FULL = {"co": "company", "corp": "corporation"}
_BEFORE_SAINTS = frozenset(["of", "in", "at", "and", "mount", "the", "fort", "de"])
_SHORT_COUNTRIES = {"states": "us", "kingdom": "uk"}
_UNITED = r"(?<!\S)united (states|kingdom)(?:(?<=states) of america)?(?!\S)"
SPELLED_OUT = frozenset(["st", *_IN_FULL])
"""The words that :func:`spelled_out` may write in full."""


def unified(tokens: Words) -> Words:
    """Write "and" and "Saint" in full, and drop the marks."""
    last = len(tokens) - 1
    written = [
        "and" if token in {"et", "und", "+"} and 0 < at < last else token
        for at, token in enumerate(tokens)
    ]
    bare = [token for token in written if token not in MARKS]
    if not SPELLED_OUT.isdisjoint(bare):
        bare = spelled_out(bare)
    return _with_short_countries(bare) if "united" in bare else bare


def spelled_out(tokens: Words) -> Words:
    """Write Saint before a name, and Company and Corporation before "of", in full."""
    before, after = ["of", *tokens[:-1]], [*tokens[1:], ""]
    return [
        "saint"
        if word == "st" and following and former in _BEFORE_SAINTS
        else _IN_FULL.get(word, word)
        if following == "of"
        else word
        for former, word, following in zip(before, tokens, after, strict=True)
    ]


def _with_short_countries(tokens: Words) -> Words:
    return re.sub(_UNITED, lambda found: _SHORT_COUNTRIES[found[1]], " ".join(tokens)).split()
