"""Phrases found in running text by their words, in time linear in its length.

A text is split into words; in scripts that set no blanks every character is one. Phrases are
kept as a tree of words, so what is looked for at a word does not depend on how many there are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from endorsecheck._text import fold

__all__: list[str] = []

T = TypeVar("T")

_JOINED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3041-\u30fa\u30fc-\u30ff\u3400-\u9fff\uac00-\ud7af"
)
"""Scripts that set no blanks between words, and Hangul, which sets none before particles."""
_MARKS = "\u0300-\u036f\u064b-\u065f\u0670\u0900-\u0963\u0966-\u0dff"
"""Signs that are part of a word, though not letters."""
_WORD = re.compile(rf"[{_JOINED}]|&|(?:(?![{_JOINED}])[^\W_]|[{_MARKS}])+")

LONGEST = 24
"""Words of the longest phrase that is looked for; longer ones are found nowhere."""


class Word(NamedTuple):
    """A word of a text.

    Attributes:
        text: As written.
        key: The form under which it compares.
        start: Where it begins in the text.
        end: Where it ends, exclusive.
    """

    text: str
    key: str
    start: int
    end: int

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital, a digit or a letter that has no case."""
        return not self.text[0].islower()


def words(text: str) -> list[Word]:
    """The words of a text; an ampersand is the word "and"."""
    return [
        Word(found[0], key(found[0]), found.start(), found.end()) for found in _WORD.finditer(text)
    ]


def key(word: str) -> str:
    """The form under which a word compares: folded, with one i for the four of Turkish."""
    if word.isascii():
        return "and" if word == "&" else word.lower()
    return fold(word).replace("i\u0307", "i").replace("ı", "i")


def keys(text: str) -> tuple[str, ...]:
    """The forms under which the words of a text compare."""
    return tuple(word.key for word in words(text))


class _Node(Generic[T]):
    """A place in the tree: what may follow, and what ends here."""

    __slots__ = ("ending", "following")

    def __init__(self) -> None:
        self.following: dict[str, _Node[T]] = {}
        self.ending: list[T] = []


class Phrases(Generic[T]):
    """Phrases, each with what it stands for.

    Args:
        entries: The words of each phrase in the form under which they compare, and its meaning.
    """

    def __init__(self, entries: Iterable[tuple[Sequence[str], T]]) -> None:
        self._root: _Node[T] = _Node()
        for phrase, meaning in entries:
            if 0 < len(phrase) <= LONGEST:
                self._enter(phrase, meaning)

    def _enter(self, phrase: Sequence[str], meaning: T) -> None:
        node = self._root
        for key in phrase:
            node = node.following.setdefault(key, _Node())
        if meaning not in node.ending:
            node.ending.append(meaning)

    def found(self, text: Sequence[Word]) -> Iterator[tuple[int, int, list[T]]]:
        """The first word, the last word (exclusive) and the meanings of each phrase in a text.

        Of phrases that overlap the one that begins first is found, of several the longest.
        """
        start = 0
        while start < len(text):
            end, meanings = self._longest(text, start)
            if meanings:
                yield start, end, meanings
            start = max(end, start + 1)

    def _longest(self, text: Sequence[Word], start: int) -> tuple[int, list[T]]:
        node, end, meanings = self._root, start, self._root.ending
        for position in range(start, min(len(text), start + LONGEST)):
            following = node.following.get(text[position].key)
            if following is None:
                break
            node = following
            if node.ending:
                end, meanings = position + 1, node.ending
        return end, meanings
