"""Canonical names, and the readings of a name from strict to loose.

A name is folded to words and marks, taken apart at its marks (a location, another name in
brackets, a tagline), and then shortened step by step: "The" before it, legal forms around it.
Every step leaves a word, and no step takes one that tells two organizations apart.
"""

import enum
import functools
from collections.abc import Iterator
from typing import TypeAlias

import attrs

from endorsecheck._organization_data import Vocabulary, built_in_vocabulary
from endorsecheck._organization_parts import Parts, has_words, take_apart
from endorsecheck._organization_text import MARKS, check_text, compact, spelled_umlauts, words

__all__ = ["Firmness", "Namer", "Reading", "built_in_namer", "canonical_name"]

Words = list[str]
_EMPTY = "?"
_LOOSE_ENDS = ("group", "project")
Chain: TypeAlias = "tuple[tuple[str, Firmness], ...]"


class Firmness(enum.Enum):
    """What a shortened name may be taken for."""

    FIRM = "firm"
    """Any organization of that name."""
    WIDE = "wide"
    """Any organization of that name that is known by nothing closer."""
    LOOSE = "loose"
    """Only another name that is shortened to the same; never an organization known by it."""
    KNOWN_ONLY = "known-only"
    """Only an organization known by it."""


@attrs.frozen
class Reading:
    """What a name may stand for.

    Attributes:
        tokens: Words of the canonical name.
        chains: Shortened names from strict to loose, each with its firmness; one chain for
            each way to spell the umlauts.
        aliases: Other names of the same organization that the text gives.
        uppers: Names of larger organizations that it is part of by its own words.
    """

    tokens: tuple[str, ...]
    chains: tuple[Chain, ...]
    aliases: tuple[tuple[str, ...], ...] = ()
    uppers: tuple[tuple[str, ...], ...] = ()


def canonical_name(text: str) -> str:
    """Reduce the name of an organization to the words that tell it from others.

    Letter case, accents, width, punctuation, "The", legal forms, a tagline after a bar and a
    location in brackets or after a comma go; distinguishing words stay. The result is never
    empty (``?`` where the text shows nothing) and is its own canonical name. Time is linear in
    the length; past 300 characters a checksum stands for the rest.

    Raises:
        RegistryError: ``text`` is not a text.

    Example:
        >>> canonical_name("The Whitlock & Pemberton Co., Ltd.")
        'whitlock and pemberton'
        >>> canonical_name("ООО «Ромашка»")
        'ромашка'
    """
    return built_in_namer().canonical(text)


@functools.lru_cache(maxsize=1)
def built_in_namer() -> "Namer":
    """Give the namer that knows the words that come with the package."""
    return Namer(built_in_vocabulary())


class Namer:
    """Reads names with a vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self._inner = MARKS | {"et", "und", "united"} | set(vocabulary.abbreviations)
        self._first = vocabulary.first_words | {"the", "and", "st"}
        self._weak = vocabulary.weak_ends
        self._last = vocabulary.last_words | {"and"}

    def canonical(self, text: str) -> str:
        """Give the canonical name of a text."""
        tokens = words(check_text(text))
        if self._is_plain(tokens):
            return " ".join(tokens)
        if not has_words(tokens):
            return _shown(text)
        return " ".join(self._shortest(tokens))

    def read(self, text: str) -> Reading:
        """Give every reading of a name."""
        tokens = words(check_text(text))
        if not has_words(tokens):
            return Reading((_shown(text),), (((_shown(text), Firmness.FIRM),),))
        reading = self.read_words(tokens)
        spelled = spelled_umlauts(text)
        if spelled is None:
            return reading
        chains = reading.chains + self.read_words(words(spelled)).chains
        return attrs.evolve(reading, chains=chains)

    def read_words(self, tokens: Words) -> Reading:
        """Give every reading of a name that is already folded."""
        if self._is_plain(tokens):
            steps, parts = [(tokens, Firmness.FIRM)], Parts(tokens)
        else:
            parts = take_apart(tokens, self.vocabulary)
            steps = self._steps(parts.main)
        shortest = steps[-1][0]
        steps += [(step, Firmness.WIDE) for step in self._loosened(shortest)]
        steps += [(self._steps(step)[-1][0], Firmness.KNOWN_ONLY) for step in parts.shorter]
        keys: dict[str, Firmness] = {}
        for step, firm in steps:
            keys.setdefault(compact(step), firm)
        return Reading(
            tokens=tuple(shortest),
            chains=(tuple(keys.items()),),
            aliases=tuple(map(tuple, parts.aliases)),
            uppers=tuple(map(tuple, [*parts.uppers, *self._country_heads(shortest)])),
        )

    def is_distinctive(self, tokens: Words | tuple[str, ...]) -> bool:
        """Tell whether a word is left that not every other organization has in its name."""
        generic = self.vocabulary.generic
        return any(t not in generic and (len(t) > 1 or not t.isascii()) for t in tokens)

    def _is_plain(self, tokens: Words) -> bool:
        return (
            bool(tokens)
            and self._inner.isdisjoint(tokens)
            and tokens[-1] not in self._last
            and tokens[0] not in self._first
            and "".join(tokens).isascii()
        )

    def _shortest(self, tokens: Words) -> Words:
        """Shorten as far as it goes; composed letters may need a second pass to settle."""
        for _ in range(3):
            shortened = self._steps(take_apart(tokens, self.vocabulary).main)[-1][0]
            again = words(" ".join(shortened))
            if again == tokens:
                break
            tokens = again
        return tokens

    def _steps(self, tokens: Words) -> list[tuple[Words, Firmness]]:
        steps = [(self._unified(tokens), Firmness.FIRM)]
        ends = 0
        while True:
            tokens, firm = steps[-1]
            shorter, end = self._shorter(tokens, ended=ends > 0)
            if shorter == tokens:
                return steps
            ends += end
            steps.append((shorter, Firmness.LOOSE if ends > 1 else firm))

    def _shorter(self, tokens: Words, *, ended: bool) -> tuple[Words, bool]:
        """Take one thing off; tell whether it was a legal form at the end."""
        if len(tokens) == 1:
            return self._without_affix(tokens), False
        if tokens[0] in {"the", "and"}:
            return tokens[1:], False
        if tokens[-1] == "and":
            return tokens[:-1], False
        if compact(tokens) in self.vocabulary.exceptions:
            return tokens, False
        end = self._end_length(tokens)
        if end:
            return tokens[:-end], True
        start = self._start_length(tokens, ended=ended)
        return (tokens[start:] if start else self._without_affix(tokens)), False

    def _end_length(self, tokens: Words) -> int:
        if tokens[-1] not in self.vocabulary.last_words:
            return 0
        for length in range(min(len(tokens) - 1, 8), 0, -1):
            if compact(tokens[-length:]) in self.vocabulary.strong_ends:
                return length
        return self._weak_end_length(tokens)

    def _weak_end_length(self, tokens: Words) -> int:
        for length in (3, 2):
            end = tokens[-length:]
            if length < len(tokens) and max(map(len, end)) == 1 and compact(end) in self._weak:
                return length
        return int(tokens[-1] in self._weak)

    def _start_length(self, tokens: Words, *, ended: bool) -> int:
        if tokens[0] not in self.vocabulary.first_words:
            return 0
        forms = self.vocabulary.strong_starts
        if ended:
            forms |= self.vocabulary.weak_starts
        for length in range(min(len(tokens) - 1, 8), 0, -1):
            rest = tokens[length:]
            if compact(tokens[:length]) in forms and self.is_distinctive(rest):
                return length
        return 0

    def _without_affix(self, tokens: Words) -> Words:
        if tokens[0].isascii() and tokens[-1].isascii():
            return tokens
        cut = self._cut_affix(tokens[0], at_start=True)
        if cut != tokens[0]:
            return [cut, *tokens[1:]]
        return [*tokens[:-1], self._cut_affix(tokens[-1], at_start=False)]

    def _cut_affix(self, token: str, *, at_start: bool) -> str:
        for length in range(min(len(token) - 1, 16), 1, -1):
            affix = token[:length] if at_start else token[-length:]
            if affix in self.vocabulary.affixes:
                return token[length:] if at_start else token[:-length]
        return token

    def _unified(self, tokens: Words) -> Words:
        """Write one word for its spellings, and drop the marks that are left."""
        tokens = [self.vocabulary.abbreviations.get(t, t) for t in tokens]
        last = len(tokens) - 1
        joined = [
            "and" if t in {"et", "und", "+"} and 0 < at < last else t
            for at, t in enumerate(tokens)
        ]
        bare = [t for t in joined if t not in MARKS] or tokens
        if bare[0] == "st":
            bare = ["saint", *bare[1:]]
        return _short_countries(bare)

    def _loosened(self, tokens: Words) -> Iterator[Words]:
        if len(tokens) > 1 and tokens[-1] in _LOOSE_ENDS and self.is_distinctive(tokens[:-1]):
            yield tokens[:-1]
        university = self._university(tokens)
        if university:
            yield university

    def _university(self, tokens: Words) -> Words | None:
        """Write ``University of X`` as ``X University`` where both mean the one in the city X."""
        names = self.vocabulary.university_words
        if tokens[0] in names:
            place = tokens[1:]
            while len(place) > 1 and place[0] in self.vocabulary.university_joints:
                place = place[1:]
        elif tokens[-1] in names:
            place = tokens[:-1]
        else:
            return None
        phrase = " ".join(place)
        phrase = self.vocabulary.exonyms.get(phrase, phrase)
        if phrase not in self.vocabulary.cities or phrase in self.vocabulary.two_universities:
            return None
        return [*phrase.split(), "university"]

    def _country_heads(self, tokens: Words) -> Iterator[Words]:
        """Give X for a name ``X India``: the unit of X in a country."""
        for length in range(1, min(3, len(tokens) - 1) + 1):
            head = tokens[:-length]
            if " ".join(tokens[-length:]) in self.vocabulary.countries:
                head = self._steps(head)[-1][0]
                if self.is_distinctive(head) and head[-1] not in self.vocabulary.university_joints:
                    yield head


def _short_countries(tokens: Words) -> Words:
    if "united" not in tokens[:-1]:
        return tokens
    text = f" {' '.join(tokens)} "
    text = text.replace(" united states of america ", " us ").replace(" united states ", " us ")
    return text.replace(" united kingdom ", " uk ").split()


def _shown(text: str) -> str:
    """Give what a text shows that has no words: symbols, or nothing."""
    return "".join(text.split()).casefold()[:8] if text.strip() and text.isprintable() else _EMPTY
