"""Canonical names, and the readings of a name from strict to loose.

A name is folded to words and marks, taken apart at its marks (a location, another name in
brackets, a tagline), and then shortened step by step: "The" before it, legal forms around it.
Every step leaves a word, and no step takes one that tells two organizations apart.
"""

import functools
from collections.abc import Iterator

from endorsecheck._organizations.data import Vocabulary, built_in_vocabulary
from endorsecheck._organizations.folding import (
    LIMIT,
    MARKS,
    check_text,
    compact,
    folded_words,
    has_words,
    spelled_umlauts,
    without_simple_marks,
    words,
)
from endorsecheck._organizations.forms import Forms
from endorsecheck._organizations.parts import Parts, take_apart
from endorsecheck._organizations.placeholders import Placeholders
from endorsecheck._organizations.readings import Firmness, Reading
from endorsecheck._organizations.spelling import SPELLED_OUT, spelled_out, unified

__all__ = ["Namer", "built_in_namer", "canonical_name"]

Words = list[str]
_EMPTY = "?"
_MOST_NAMES = 32_768
"""Distinct names that are kept."""
_SHOWN = 8
_TWO = 2
_TELLING = 8
_SOME_FORM = "§"
"""Stands in a key for whatever legal form a name has that would say nothing without one."""
_JOINED = "\u0e01"
"""The first letter of the scripts that set no blanks between words."""


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
        self.forms = Forms(vocabulary)
        self.placeholders = Placeholders(vocabulary)
        self._telling = (
            vocabulary.unit_ends | vocabulary.university_words | vocabulary.holdings | {"county"}
        )
        self._telling_ends = {phrase.split()[-1] for phrase in vocabulary.countries}
        self._parts = vocabulary.cities | vocabulary.functions
        self._part_ends = {phrase.rpartition(" ")[2] for phrase in self._parts}
        self._cutting = MARKS | vocabulary.inline_starts
        self._joining = self._cutting | {"et", "und", "united"}
        self._short = frozenset(vocabulary.abbreviations)
        self._inner = self._joining | SPELLED_OUT | self._short
        self._meaning = self.placeholders.words.union(
            *(self._inner, self.forms.first, self.forms.last, self._telling, self._telling_ends),
            *(vocabulary.groups, self._part_ends),
        )
        self._leading = self._inner | self._telling | self._telling_ends | {"&"}
        self.simple = functools.lru_cache(maxsize=_MOST_NAMES)(self._simple)

    def canonical(self, text: str) -> str:
        """Give the canonical name of a text; what folding made too long is cut once more."""
        name = self._canonical(check_text(text))
        return name if len(name) <= LIMIT else self._canonical(name)

    def _canonical(self, text: str) -> str:
        simple = self.simple(text)
        if simple is not None:
            return simple
        tokens = words(text)
        if not has_words(tokens):
            return _shown(text)
        shortest = self.shortest(tokens)
        shown = " ".join(shortest)
        return shown if has_words(shortest) else _shown(shown)

    def _simple(self, text: str) -> str | None:
        """Give the canonical name of a simple text, kept for texts that come again."""
        plain = self.plain(folded_words(text))
        return None if plain is None else " ".join(plain)

    def plain(self, tokens: Words) -> Words | None:
        """Shorten the words of a simple name, as most are; ``None`` if it takes more care.

        Args:
            tokens: Folded, but still with their punctuation.
        """
        joined = compact(tokens)
        if "," in joined or ")" in joined:
            tokens = self._without_written_place(tokens)
        if len(tokens) > 1 and tokens[-1] in self.forms.written:
            tokens = self.forms.without_written_end(tokens)
        joined = compact(tokens)
        if joined.isascii() and joined.isalnum() and self._meaning.isdisjoint(tokens):
            return tokens
        if "&" in tokens:
            tokens = ["and" if word == "&" else word for word in tokens]
        joined = compact(tokens)
        if not joined.isalnum():
            tokens = without_simple_marks(tokens)
            joined = compact(tokens)
        if tokens and tokens[0] == "the":
            tokens = tokens[1:]
        if (
            not tokens
            or tokens == ["st"]
            or not joined.isalnum()
            or not (joined.isascii() or max(joined) < _JOINED)
        ):
            return None
        if tokens[0] in self.forms.first or tokens[-1] in self.forms.last:
            return None
        return tokens if self._inner.isdisjoint(tokens) else self._in_full(tokens)

    def _without_written_place(self, tokens: Words) -> Words:
        """Take off a place in brackets or after a comma, where that is plain."""
        text = " ".join(tokens)
        if text[-1:] == ")":
            head, _, place = text[:-1].rpartition(" (")
        else:
            head, _, place = text.rpartition(", ")
        if place not in self.vocabulary.places or not head:
            return tokens
        rest = head.split()
        if not self.vocabulary.institutional.isdisjoint(word.rstrip(".,") for word in rest):
            return [*rest, *place.split()]
        return self._without_written_place(rest)

    def first_of(self, name: str) -> str | None:
        """The first word of a name, if all that the name may be known by begins with it.

        So it is if that word means nothing, and none of the others more than a legal form, a part
        or a group at the end. There are two words at least beside a legal form.
        """
        tokens = name.lower().split()
        if not tokens or tokens[0] in self._meaning or not self._leading.isdisjoint(tokens):
            return None
        first = tokens[0]
        if tokens[-1] in self.forms.written:
            tokens.pop()
        if len(tokens) < _TWO or tokens[-1] in self.forms.last or not name.isascii():
            return None
        return first if len(name) <= LIMIT and compact(tokens).isalnum() else None

    def plain_keys(self, name: str) -> tuple[Words, set[str]] | None:
        """Shorten a simple name, and give all that it may be known by; else ``None``."""
        tokens = folded_words(check_text(name))
        plain = self.plain(tokens)
        if plain is None:
            return None
        keys = {compact(plain), compact(tokens).replace(".", "").replace(",", "")}
        if self._is_part(plain) or self.placeholders.is_possible(plain):
            return None
        keys |= {compact(head) for head in self._group_heads(plain)}
        spelled = spelled_umlauts(name)
        if spelled is not None:
            other = self.plain_keys(spelled)
            return None if other is None else (plain, keys | other[1])
        return plain, keys

    def _is_part(self, tokens: Words) -> bool:
        """Tell whether a name may be read as a part of something, or in another word order."""
        if tokens[-1] in self._telling_ends or not self._telling.isdisjoint(tokens):
            return True
        return tokens[-1] in self._part_ends and any(self._ends(tokens, self._parts))

    def _in_full(self, tokens: Words) -> Words | None:
        if not self._joining.isdisjoint(tokens):
            return None
        if not self._short.isdisjoint(tokens):
            tokens = [self.vocabulary.abbreviations.get(word, word) for word in tokens]
        return tokens if SPELLED_OUT.isdisjoint(tokens) else spelled_out(tokens)

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
        return reading._replace(chains=chains)

    def read_words(self, tokens: Words) -> Reading:
        """Give every reading of a name that is already folded."""
        parts = self._apart(tokens)
        steps = self._steps(parts.main)
        shortest = steps[-1][0]
        if parts.main is not tokens:
            steps.insert(0, ([word for word in tokens if word not in MARKS], Firmness.FIRM))
        steps += [(step, Firmness.WIDE) for step in self._widened(shortest)]
        shorter = [*map(self._shortest, parts.shorter), *self._held(shortest)]
        steps += [(step, Firmness.KNOWN_ONLY) for step in shorter]
        keys: dict[str, Firmness] = {}
        for step, firm in steps:
            if firm is Firmness.KNOWN_ONLY and not self.forms.is_distinctive(step):
                continue
            keys.setdefault(compact(step), firm)
            for part in self.forms.partly_shortened(step):
                keys.setdefault(compact(part), firm)
        return Reading(
            tokens=tuple(shortest),
            chains=(tuple(keys.items()),),
            aliases=tuple(map(tuple, parts.aliases)),
            uppers=tuple(map(tuple, [*parts.uppers, *self._unit_heads(shortest)])),
            remarks=tuple((tuple(head), tuple(remark)) for head, remark in parts.remarks),
            wholes=tuple(map(tuple, [*parts.listed, *self._wholes(shortest)])),
        )

    def _apart(self, tokens: Words) -> Parts:
        if self._cutting.isdisjoint(tokens):
            return Parts(tokens)
        return take_apart(tokens, self.vocabulary)

    def _shortest(self, tokens: Words) -> Words:
        return self._steps(tokens)[-1][0]

    def shortest(self, tokens: Words) -> Words:
        """Shorten words and marks until nothing goes any more.

        Letters that were composed, and words that a mark kept apart, may take another pass.
        """
        shortest = self._shortest(self._apart(tokens).main)
        if self.plain(shortest) == shortest:
            return shortest
        again = words(" ".join(shortest))
        return shortest if again == tokens else self.shortest(again)

    def _steps(self, tokens: Words) -> list[tuple[Words, Firmness]]:
        steps = list(self._spellings(tokens))
        ends = 0
        while True:
            tokens, firm = steps[-1]
            shorter, end = self.forms.shorter(tokens, ended=ends > 0)
            if shorter is tokens:
                return steps
            ends += end
            if end and firm is Firmness.FIRM and not self.forms.is_distinctive(shorter):
                steps.append(([*shorter, _SOME_FORM], firm))
                firm = Firmness.BARE
            steps.append((shorter, Firmness.LOOSE if ends > 1 else firm))

    def _spellings(self, tokens: Words) -> Iterator[tuple[Words, Firmness]]:
        """Give a name without marks, with one word for its spellings, and without a domain."""
        if not self._inner.isdisjoint(tokens):
            yield [word for word in tokens if word not in MARKS], Firmness.FIRM
            tokens = self._unified(tokens)
        yield tokens, Firmness.FIRM
        bare = [word for word in tokens if word[0] != "."]
        if bare and len(bare) < len(tokens):
            yield bare, Firmness.FIRM if self.forms.is_distinctive(bare) else Firmness.BARE

    def _unified(self, tokens: Words) -> Words:
        """Write one word for its spellings, and drop the marks that are left."""
        return unified([self.vocabulary.abbreviations.get(token, token) for token in tokens])

    def _widened(self, tokens: Words) -> Iterator[Words]:
        """Give other ways to write a name, and the name of a group without that word."""
        for head in self._group_heads(tokens):
            if self.forms.is_distinctive(head):
                yield head
        if tokens[:2] == ["county", "of"] and tokens[2:]:
            yield [*tokens[2:], "county"]
        if not self.vocabulary.university_words.isdisjoint(tokens):
            yield from self._universities(tokens)

    def _group_heads(self, tokens: Words) -> Iterator[Words]:
        groups, places = self.vocabulary.groups, self.vocabulary.places
        if tokens[-1] in groups:
            yield tokens[:-1]
        if tokens[0] in groups and " ".join(tokens[1:]) not in places:
            yield tokens[1:]
        if tokens[-1].isascii():
            return
        for affix in self.vocabulary.group_affixes:
            if tokens[-1].endswith(affix) and tokens[-1] != affix:
                yield [*tokens[:-1], tokens[-1].removesuffix(affix)]

    def _universities(self, tokens: Words) -> Iterator[Words]:
        if "at" in tokens[2:-1]:
            yield [word for word in tokens if word != "at"]
        university = self._university(tokens)
        if university:
            yield university

    def _university(self, tokens: Words) -> Words | None:
        """Write ``University of X`` as ``X University`` where both mean the one in the city X."""
        names = self.vocabulary.university_words
        if tokens[0] in names:
            place = tokens[1:]
            while place and place[0] in self.vocabulary.university_joints:
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

    def _unit_heads(self, tokens: Words) -> Iterator[Words]:
        """Give X for a name ``X India``, the unit of X in a country, and for ``X Holdings``."""
        if tokens[-1] in self.vocabulary.holdings:
            yield from self._heads(tokens[:-1])
        if tokens[-1] in self.vocabulary.unit_ends:
            for length in self._ends(tokens, self.vocabulary.units):
                yield from self._heads(tokens[:-length])

    def _held(self, tokens: Words) -> Iterator[Words]:
        """Give X for the top company ``X Holdings`` of a group X, where X is telling."""
        if tokens[-1] in self.vocabulary.holdings:
            for head in self._heads(tokens[:-1]):
                heads = [head, *self._group_heads(head)]
                yield from (h for h in heads if len(compact(h)) >= _TELLING)

    def _wholes(self, tokens: Words) -> Iterator[Words]:
        """Give X for names ``X Seattle`` and ``X Research``, which may be parts of X."""
        if tokens[-1] not in self._part_ends:
            return
        plain = self.vocabulary.institutional.isdisjoint(tokens)
        for length in self._ends(tokens, self._parts if plain else self.vocabulary.functions):
            yield from self._heads(tokens[:-length])

    @staticmethod
    def _ends(tokens: Words, phrases: frozenset[str]) -> Iterator[int]:
        """Give the length of each phrase that a name ends in, after something else."""
        lengths = range(1, min(6, len(tokens)))
        return (length for length in lengths if " ".join(tokens[-length:]) in phrases)

    def _heads(self, tokens: Words) -> Iterator[Words]:
        head = self._shortest(tokens) if tokens else []
        joints = self.vocabulary.university_joints
        if self.forms.is_distinctive(head) and head[-1] not in joints:
            yield head


def _shown(text: str) -> str:
    """Give what a text shows that has no words: symbols, or nothing."""
    shown = "".join(text[:_SHOWN].split()).casefold()
    return shown if shown and shown.isprintable() else _EMPTY
