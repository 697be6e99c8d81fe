"""What stands where an organization should be and names none, and projects that name nothing."""

import enum
import re

from endorsecheck._organizations.data import Vocabulary
from endorsecheck._organizations.folding import LIMIT, MARKS, compact, words

__all__ = ["Placeholder", "Placeholders", "is_generic"]

_MOST_WORDS = 16
_CODE = 2
_LONGEST = 8
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


class Placeholders:
    """Tells placeholders from names, with the words of a vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self.words = vocabulary.placeholder_words

    def of(self, text: str) -> Placeholder | None:
        """Tell whether a text is made of placeholder phrases and decorations only."""
        return self.of_words(words(text), text)

    def of_words(self, tokens: list[str], text: str) -> Placeholder | None:
        """Tell the same of a text that is folded already."""
        tokens = [word for word in tokens if word not in MARKS]
        if not self.is_possible(tokens):
            return None
        if not tokens:
            return Placeholder.NONE
        return None if self._is_excepted(text) else self._covered(tokens)

    def is_possible(self, tokens: list[str]) -> bool:
        """Tell at little cost of most names that they are no placeholder."""
        if self.words.issuperset(tokens):
            return len(tokens) <= _MOST_WORDS
        unknown = (word for word in tokens if word not in self.words)
        return len(tokens) <= _MOST_WORDS and all(map(_YEAR.fullmatch, unknown))

    def _is_excepted(self, text: str) -> bool:
        """Tell whether it is a real name that looks like a placeholder; accents count here."""
        name = " ".join(text[:LIMIT].casefold().split())
        head, _, end = name.rpartition(" ")
        if compact(words(end)) in self._vocabulary.strong_ends:
            name = head.rstrip(",") or name
        return name in self._vocabulary.placeholder_exceptions

    def _covered(self, tokens: list[str]) -> Placeholder | None:
        """Cover the words from the left, with placeholders where it can be done at all.

        ``best[n]`` holds what the first ``n`` words are: nothing, decoration, none or withheld.
        """
        best: list[int | None] = [0] + [None] * len(tokens)
        for end in range(1, len(tokens) + 1):
            for start in range(max(0, end - _LONGEST), end):
                before = best[start]
                if before is not None:
                    last = end == len(tokens)
                    rank = self._rank(tokens[start:end], after=before > 0, last=last)
                    if rank is not None:
                        best[end] = max(best[end] or 0, before, rank)
        return {1: Placeholder.NONE, 2: Placeholder.WITHHELD}.get(best[-1] or 0)

    def _rank(self, phrase: list[str], *, after: bool, last: bool) -> int | None:
        """Rank a phrase: 2 withheld, 1 none, 0 what may stand beside them, else nothing."""
        text = " ".join(phrase)
        if text in self._vocabulary.withheld_phrases:
            return 2
        if text in self._vocabulary.none_phrases:
            return 1
        if text in self._vocabulary.decorations:
            return 0
        address = after and self._is_address(text)
        return 0 if address or (last and self._is_form(phrase)) else None

    def _is_address(self, text: str) -> bool:
        """Tell whether a phrase is a place or a year, which may follow a placeholder."""
        is_place = text in self._vocabulary.places and len(text) > _CODE
        return is_place or _YEAR.fullmatch(text) is not None

    def _is_form(self, phrase: list[str]) -> bool:
        key = compact(phrase)
        return key in self._vocabulary.strong_ends or key in self._vocabulary.weak_ends


def is_generic(text: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a project name only says what kind of work it is."""
    tokens = [word for word in words(text) if word not in MARKS]
    return all(word in vocabulary.project_words or _is_number(word) for word in tokens)


def _is_number(word: str) -> bool:
    return word.removeprefix("v").replace(".", "").isdecimal()
