"""What the note of an invitation says, whoever it is from.

Is it a stock text of the platform or its like; does it say that the two of them were somewhere
together; does it say where they met. The texts and words come from ``data/notes.txt``, which is
made from ``stock_notes.toml`` and ``note_words.toml`` beside it (a test asserts that they agree)
and read when first asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

import attrs

from endorsecheck._data import data
from endorsecheck._phrases import Phrases, Word, keys, words
from endorsecheck.codes import NoteKind

__all__: list[str] = []

_MOST_WORDS = 200
"""Words of a note that may still be a stock text."""
_MOST_BEFORE = 16
"""Words of a greeting and a name before a stock text."""
_MOST_NAME = 6
"""Words of a name that nobody on file bears; in some scripts each character is one."""
_MOST_EVENT = 8
"""Words that are taken for the name of an occasion."""
_SENTENCE_ENDS = frozenset(".!?\n;:…。！？¿¡•|")
_EVENT_ENDS = _SENTENCE_ENDS | frozenset(',()–—"“”«»、，')


@attrs.frozen
class Vocabulary:
    """The texts and words that come with the package, prepared for look-ups.

    Attributes:
        stock: Stock texts without greeting and name, their words joined by nothing.
        stock_after_name: Those that a name may stand before without a greeting.
        greetings: What stands before a name, joined by nothing.
        closings: What stands before a signature.
        together: Phrases that say that two people were together, by language.
        hinting: Phrases that may say so.
        met: Phrases before the place where they met, by language.
        doubting: Words that turn such a phrase round, by language.
        time: Words that may stand between a place and a year.
    """

    stock: frozenset[str]
    stock_after_name: frozenset[str]
    greetings: frozenset[str]
    closings: Phrases[bool]
    together: Phrases[str]
    hinting: Phrases[str]
    met: Phrases[str]
    doubting: Phrases[str]
    time: Phrases[bool]


@attrs.frozen
class Note:
    """The note of one invitation, split into words.

    Attributes:
        text: As it was written.
        words: Its words.
    """

    text: str
    words: tuple[Word, ...]

    @classmethod
    def of(cls, text: str) -> Note:
        """A note of that text."""
        return cls(text, tuple(words(text)))

    def quoted(self, start: int, end: int) -> str:
        """The text from one word to another, exclusive."""
        return " ".join(self.text[self.words[start].start : self.words[end - 1].end].split())

    def gap(self, position: int) -> str:
        """What stands between a word and the one before it."""
        start = self.words[position - 1].end if position else 0
        return self.text[start : self.words[position].start]

    def begins_sentence(self, position: int) -> bool:
        """Whether a word is the first of the note or of a sentence in it."""
        return position == 0 or not _SENTENCE_ENDS.isdisjoint(self.gap(position))

    def kind(self, names: Iterable[str]) -> NoteKind:
        """Whether the note is a stock text, once greeting, names and signature are taken off.

        Args:
            names: The names of the two people.
        """
        if not self.words or len(self.words) > _MOST_WORDS:
            return NoteKind.PERSONAL
        known = {key for name in names for key in keys(name)}
        whole = [word.key for word in self.words]
        ends = _ends(self.words, known)
        is_stock = any(self._is_stock(whole[:end], known) for end in ends)
        return NoteKind.STOCK if is_stock else NoteKind.PERSONAL

    def _is_stock(self, text: Sequence[str], known: set[str]) -> bool:
        vocabulary = built_in_notes()
        for start in range(min(len(text), _MOST_BEFORE) + 1):
            body = "".join(text[start:])
            if body in vocabulary.stock or not body:
                named = body in vocabulary.stock_after_name
                if self._is_salutation(text[:start], known, named=named):
                    return True
        return False

    def _is_salutation(self, text: Sequence[str], known: set[str], *, named: bool) -> bool:
        """Whether words are a greeting, a name, or both; a name alone has to be on file."""
        for end in range(len(text), -1, -1):
            greeted = "".join(text[:end]) in built_in_notes().greetings
            if not (greeted or end == 0):
                continue
            name = self.words[end : len(text)]
            if all(word.key in known for word in name):
                return True
            if (greeted or named) and _is_name(name):
                return True
        return False

    @property
    def hints_at_a_past(self) -> bool:
        """Whether it says or hints that the two were somewhere together, or met."""
        vocabulary = built_in_notes()
        lists = (vocabulary.together, vocabulary.hinting, vocabulary.met)
        return any(True for phrases in lists for _ in self._in(phrases))

    @property
    def says_together(self) -> bool:
        """Whether it says that they were together, and nothing turns that round."""
        vocabulary = built_in_notes()
        claimed = set(self._in(vocabulary.together))
        return bool(claimed) and claimed.isdisjoint(self._in(vocabulary.doubting))

    @property
    def says_met(self) -> bool:
        """Whether it says where the two met."""
        return any(True for _ in self._in(built_in_notes().met))

    def _in(self, phrases: Phrases[str]) -> Iterator[str]:
        """The languages of the phrases that the note holds."""
        for _, _, languages in phrases.found(self.words):
            yield from languages

    def occasions(self) -> list[tuple[int, int]]:
        """The words after each "we met at", or these themselves if none follow."""
        found = []
        for start, end, _ in built_in_notes().met.found(self.words):
            stop = end
            while stop < min(len(self.words), end + _MOST_EVENT) and self._goes_on(stop):
                stop += 1
            found.append((end if stop > end else start, stop))
        return found

    def _goes_on(self, position: int) -> bool:
        return _EVENT_ENDS.isdisjoint(self.gap(position))

    def year_after(self, position: int) -> int | None:
        """The only year in the note, if it stands right behind that word: "(in) 2019"."""
        years = [i for i, word in enumerate(self.words) if _is_year(word)]
        if len(years) != 1 or years[0] < position:
            return None
        between = self.words[position : years[0]]
        phrase = list(built_in_notes().time.found(between))
        is_next = not between or [(s, e) for s, e, _ in phrase] == [(0, len(between))]
        closed = any(self.begins_sentence(i) for i in range(position, years[0] + 1))
        return int(self.words[years[0]].key) if is_next and not closed else None


def _ends(text: Sequence[Word], known: set[str]) -> list[int]:
    """Where a note may end: with its last word, before a signature, before each closing."""
    end = len(text)
    while end and text[end - 1].key in known:
        end -= 1
    ends = [len(text), end]
    closings = [(start, stop) for start, stop, _ in built_in_notes().closings.found(text[:end])]
    for start, stop in reversed(closings):
        if stop == ends[-1]:
            ends.append(start)
    return ends


def _is_name(text: Sequence[Word]) -> bool:
    """Whether words may be a name or a form of address."""
    return len(text) <= _MOST_NAME and all(
        word.is_capital and not any(char.isdigit() for char in word.text) for word in text
    )


def _is_year(word: Word) -> bool:
    return len(word.key) == 4 and word.key.isdecimal() and word.key[:2] in ("19", "20")  # noqa: PLR2004 # digits of a year


@lru_cache(maxsize=1)
def built_in_notes() -> Vocabulary:
    """What comes with the package; several threads may each read it at first."""
    parts = data("notes.txt").decode("utf-8").removeprefix("== ").split("\n== ")
    sections = {part.split("\n", 1)[0]: part.strip("\n").split("\n")[1:] for part in parts}
    return Vocabulary(
        stock=frozenset(sections["stock"]),
        stock_after_name=frozenset(sections["stock_after_name"]),
        greetings=frozenset(sections["greetings"]),
        closings=Phrases((line.split(" "), True) for line in sections["closings"]),
        together=_by_language(sections["together"]),
        hinting=_by_language(sections["hinting"]),
        met=_by_language(sections["met"]),
        doubting=_by_language(sections["doubting"]),
        time=Phrases((line.split(" "), True) for line in sections["time"]),
    )


def _by_language(lines: Iterable[str]) -> Phrases[str]:
    parts = (line.split(" ") for line in lines)
    return Phrases((phrase, language) for language, *phrase in parts)
