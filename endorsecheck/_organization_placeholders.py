"""What stands where an organization should be and names none, and projects that name nothing."""

import enum
import re

from endorsecheck._organization_data import Vocabulary
from endorsecheck._organization_text import LIMIT, MARKS, compact, words

__all__ = ["Placeholder", "is_generic", "placeholder_of"]

_MOST_WORDS = 16
_YEAR = re.compile("(?:19|20)[0-9]{2}")


class Placeholder(enum.Enum):
    """Why a text names no organization.

    ``NONE``: there is no employer: self-employed, retired, a student. ``WITHHELD``: there is one
    that is not told, so that it might have been any: stealth, confidential.

    Example:
        >>> import endorsecheck as ec
        >>> ec.OrganizationRegistry().placeholder("Stealth Mode Startup")
        <Placeholder.WITHHELD: 'withheld'>
    """

    NONE = "none"
    WITHHELD = "withheld"


def placeholder_of(text: str, vocabulary: Vocabulary) -> Placeholder | None:
    """Tell whether a text is made of placeholder phrases and decorations only."""
    tokens = [token for token in words(text) if token not in MARKS]
    if not tokens:
        return Placeholder.NONE
    if len(tokens) > _MOST_WORDS or vocabulary.placeholder_words.isdisjoint(tokens):
        return None
    return None if _is_excepted(text, vocabulary) else _covered(tokens, vocabulary)


def _is_excepted(text: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a text is a real name that looks like a placeholder; accents count here."""
    name = " ".join(text[:LIMIT].casefold().split())
    head, _, end = name.rpartition(" ")
    if compact(words(end)) in vocabulary.strong_ends:
        name = head.rstrip(",") or name
    return name in vocabulary.placeholder_exceptions


def _covered(tokens: list[str], vocabulary: Vocabulary) -> Placeholder | None:
    """Cover the words from the left, with placeholders where it can be done at all.

    ``best[n]`` holds what the first ``n`` words are: nothing, decoration, none or withheld.
    """
    best: list[int | None] = [0] + [None] * len(tokens)
    for end in range(1, len(tokens) + 1):
        for start in range(max(0, end - 8), end):
            before = best[start]
            rank = _rank(tokens[start:end], vocabulary, last=end == len(tokens))
            if before is not None and rank is not None:
                best[end] = max(best[end] or 0, before, rank)
    return {1: Placeholder.NONE, 2: Placeholder.WITHHELD}.get(best[-1] or 0)


def _rank(phrase: list[str], vocabulary: Vocabulary, *, last: bool) -> int | None:
    text = " ".join(phrase)
    if text in vocabulary.withheld_phrases:
        return 2
    if text in vocabulary.none_phrases:
        return 1
    if text in vocabulary.decorations or text in vocabulary.places or _YEAR.fullmatch(text):
        return 0
    is_form = compact(phrase) in vocabulary.strong_ends or text in vocabulary.weak_ends
    return 0 if last and is_form else None


def is_generic(text: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a project name only says what kind of work it is."""
    tokens = [token for token in words(text) if token not in MARKS]
    return all(token in vocabulary.project_words or _is_number(token) for token in tokens)


def _is_number(token: str) -> bool:
    return token.removeprefix("v").replace(".", "").isdecimal()
