"""Taking a name apart at its marks: brackets, commas, bars and dashes between blanks.

What is cut off is one of a few things: an address, a tagline, another name of the same
organization, the name of a larger one, or a legal form. Everything else stays in the name.
"""

import attrs

from endorsecheck._organization_data import Vocabulary
from endorsecheck._organization_text import MARKS, compact

__all__ = ["Parts", "has_words", "holds_phrases", "take_apart"]

Words = list[str]


@attrs.define
class Parts:
    """A name taken apart.

    Attributes:
        main: Words and remaining marks of the name itself.
        shorter: The name without a place that may belong to it.
        aliases: Other names of the same organization.
        uppers: Names of larger organizations.
    """

    main: Words
    shorter: list[Words] = attrs.field(factory=list)
    aliases: list[Words] = attrs.field(factory=list)
    uppers: list[Words] = attrs.field(factory=list)


def take_apart(tokens: Words, vocabulary: Vocabulary) -> Parts:
    """Take apart a folded name that has words; its main part has some too."""
    tokens = _before_bar(tokens)
    main, groups = _without_brackets(tokens)
    cutter = _Cutter(vocabulary, Parts(main))
    for group in groups:
        cutter.cut_bracket(group)
    cutter.cut_tails()
    return cutter.parts


def holds_phrases(tokens: Words, phrases: frozenset[str]) -> bool:
    """Tell whether words are made of whole phrases only, of four words at most each."""
    at = 0
    while at < len(tokens):
        for length in range(4, 0, -1):
            if " ".join(tokens[at : at + length]) in phrases:
                at += length
                break
        else:
            return False
    return bool(tokens)


def has_words(tokens: Words) -> bool:
    """Tell whether there is more than marks."""
    return not MARKS.issuperset(tokens)


def _before_bar(tokens: Words) -> Words:
    """Leave out what follows the first bar that has a name before it."""
    bars = (at for at, token in enumerate(tokens) if token == "|" and has_words(tokens[:at]))
    end = next(bars, len(tokens))
    return [token for token in tokens[:end] if token != "|"]


def _without_brackets(tokens: Words) -> tuple[Words, list[tuple[int, Words]]]:
    """Split off what stands in brackets, with its place; brackets that match nothing go."""
    main: Words = []
    groups: list[tuple[int, Words]] = []
    inside: Words | None = None
    for token in tokens:
        if token == "(":
            inside = [] if inside is None else inside
        elif token == ")":
            groups += [(len(main), inside)] if inside else []
            inside = None
        else:
            (main if inside is None else inside).append(token)
    main += inside or []
    if has_words(main):
        return main, groups
    return [token for _, group in groups for token in group], []


@attrs.define
class _Cutter:
    vocabulary: Vocabulary
    parts: Parts

    def cut_bracket(self, group: tuple[int, Words]) -> None:
        at, inside = group
        if compact(inside) in self.vocabulary.bracketed_forms or inside == ["the"]:
            return
        if not self._is_cut(inside, self.parts.main):
            self.parts.main = [*self.parts.main[:at], *inside, *self.parts.main[at:]]

    def cut_tails(self) -> None:
        """Cut what follows the last comma or dash, as long as it is no part of the name."""
        while True:
            main = self.parts.main
            at = max((n for n, t in enumerate(main) if t in {",", "–"}), default=0)
            head, tail = main[:at], main[at + 1 :]
            if not has_words(head) or compact(tail) in self.vocabulary.strong_ends:
                break
            if tail == ["the"] or not tail:
                self.parts.main = head
            elif tail[-1] in {"of", "for"}:
                self.parts.main = [*tail, *head]
            elif self._is_tagline(tail, main[at]) or self._is_cut(tail, head):
                self.parts.main = head
            else:
                break

    def _is_cut(self, tail: Words, head: Words) -> bool:
        """Put a remark where it belongs; tell whether it is to leave the name."""
        return (
            self._is_place(tail, head)
            or (tail[0] in self.vocabulary.mark_starts and self._is_remark(tail))
            or self._is_spelled_out(tail, head)
            or self._is_unit(tail, head)
        )

    def _is_place(self, tail: Words, head: Words) -> bool:
        if tail[0] not in self.vocabulary.place_starts:
            return False
        tail = [t for t in tail if t not in {",", "–", "/", "and"}]
        if not holds_phrases(tail, self.vocabulary.places):
            return False
        if self.vocabulary.institutional.isdisjoint(head):
            return True
        if holds_phrases(tail, self.vocabulary.countries):
            self.parts.shorter.append(head)
        return False

    def _is_remark(self, tail: Words) -> bool:
        return self._is_former(tail) or self._is_upper(tail)

    def _is_former(self, tail: Words) -> bool:
        name = _after_phrase(tail, self.vocabulary.former_marks)
        if name:
            self.parts.aliases.append(name)
        return bool(name)

    def _is_upper(self, tail: Words) -> bool:
        name = _after_phrase(tail, self.vocabulary.upper_marks)
        if not name and tail[0] in {"a", "an"} and tail[-1] in self.vocabulary.upper_ends:
            name = tail[1:-1]
        if name:
            self.parts.uppers.append(name)
        return bool(name)

    def _is_spelled_out(self, tail: Words, head: Words) -> bool:
        full = [word for word in head if word not in self.vocabulary.last_words]
        if is_acronym(tail, head) or is_acronym(tail, full) or is_acronym(head, tail):
            self.parts.aliases.append(tail)
            return True
        return False

    def _is_unit(self, tail: Words, head: Words) -> bool:
        if tail[-1] in self.vocabulary.unit_words:
            self.parts.uppers.append(head)
        return False

    def _is_tagline(self, tail: Words, mark: str) -> bool:
        return (
            mark == "–"
            and len(tail) > 2
            and not self.vocabulary.tagline_words.isdisjoint(tail)
            and self.vocabulary.institutional.isdisjoint(tail)
        )


def _after_phrase(tokens: Words, phrases: frozenset[str]) -> Words:
    for length in range(min(4, len(tokens) - 1), 0, -1):
        if " ".join(tokens[:length]) in phrases:
            return tokens[length:]
    return []


def is_acronym(short: Words, long: Words) -> bool:
    """Tell whether one word is the initials of several, small words aside or not."""
    if len(short) != 1 or len(long) < 2 or len(short[0]) < 2:
        return False
    initials = "".join(word[0] for word in long)
    small = {"and", "of", "the", "for", "in", "de", "la", "et", "der", "und", ",", "–", "/"}
    capital = "".join(word[0] for word in long if word not in small)
    return short[0] in {initials, capital}
