"""Taking a name apart at its marks: brackets, commas, bars and dashes between blanks.

What is cut off is one of a few things: an address, a tagline, another name of the same
organization, the name of a larger one, or a legal form. Everything else stays in the name.
"""

from endorsecheck._organizations.data import Vocabulary
from endorsecheck._organizations.folding import MARKS, compact, has_words

__all__ = ["Parts", "holds_phrases", "take_apart"]

Words = list[str]
_TAGLINE = 3
_TOWN = 3
_BANKS = frozenset(["bank", "banca", "banco", "banque"])
_SMALL = frozenset(["and", "of", "the", "for", "in", "de", "la", "et", "der", "und", *MARKS])


class Parts:
    """A name taken apart.

    Attributes:
        main: Words and remaining marks of the name itself.
        shorter: The name without a place that may belong to it.
        aliases: Other names of the same organization.
        uppers: Names of larger organizations.
        remarks: Words in brackets or after a dash that nothing is known about, each after the
            name without them.
        listed: Names with a slash between, if there are several.
    """

    def __init__(self, main: Words) -> None:
        self.main = main
        self.shorter: list[Words] = []
        self.aliases: list[Words] = []
        self.uppers: list[Words] = []
        self.remarks: list[tuple[Words, Words]] = []
        self.listed: list[Words] = []


def take_apart(tokens: Words, vocabulary: Vocabulary) -> Parts:
    """Take apart a folded name that has words; its main part has some too."""
    tokens = _before_bar(tokens)
    main, groups = _without_brackets(tokens)
    cutter = _Cutter(vocabulary, Parts(main))
    cutter.cut_inline()
    for group in groups:
        cutter.cut_bracket(group)
    cutter.cut_inline()
    if "," in cutter.parts.main or "–" in cutter.parts.main:
        cutter.cut_tails()
    if "/" in cutter.parts.main:
        cutter.parts.listed = list(filter(has_words, _split(cutter.parts.main, "/")))
    return cutter.parts


def holds_phrases(tokens: Words, phrases: frozenset[str]) -> bool:
    """Tell whether words are made of whole phrases only, of five words at most each."""
    at = 0
    while at < len(tokens):
        for length in range(5, 0, -1):
            if " ".join(tokens[at : at + length]) in phrases:
                at += length
                break
        else:
            return False
    return bool(tokens)


def _before_bar(tokens: Words) -> Words:
    """Leave out what follows the first bar that has a name before it."""
    bars = (at for at, word in enumerate(tokens) if word == "|" and has_words(tokens[:at]))
    end = next(bars, len(tokens))
    return [word for word in tokens[:end] if word != "|"]


def _without_brackets(tokens: Words) -> tuple[Words, list[tuple[int, Words]]]:
    """Split off what stands in brackets, with its place; brackets that match nothing go."""
    main: Words = []
    groups: list[tuple[int, Words]] = []
    inside: Words | None = None
    for word in tokens:
        if word == "(":
            inside = [] if inside is None else inside
        elif word == ")":
            groups += [(len(main), inside)] if inside else []
            inside = None
        else:
            (main if inside is None else inside).append(word)
    main += inside or []
    if has_words(main):
        return main, groups
    return [token for _, group in groups for token in group], []


class _Cutter:
    def __init__(self, vocabulary: Vocabulary, parts: Parts) -> None:
        self.vocabulary = vocabulary
        self.parts = parts

    def cut_inline(self) -> None:
        """Cut another name off that follows without any mark."""
        main, starts = self.parts.main, self.vocabulary.inline_starts
        if starts.isdisjoint(main[1:]):
            return
        for at in (n for n, token in enumerate(main) if token in starts):
            other = _after_phrase(main[at:], self.vocabulary.inline_marks)
            if has_words(main[:at]) and has_words(other):
                self.parts.main = main[:at]
                self.parts.aliases.append(other)
                return

    def cut_bracket(self, group: tuple[int, Words]) -> None:
        at, inside = group
        if inside == ["the"] or not has_words(inside):
            return
        if compact(inside) in self.vocabulary.bracketed_forms:
            return
        if not self._is_cut(inside, self.parts.main):
            self.parts.remarks.append((self.parts.main, inside))
            self.parts.main = [*self.parts.main[:at], *inside, *self.parts.main[at:]]

    def cut_tails(self) -> None:
        """Cut what follows the last comma or dash, as long as it is no part of the name."""
        before: Words = []
        while True:
            main = self.parts.main
            at = max((n for n, t in enumerate(main) if t in {",", "–"}), default=0)
            head, tail = main[:at], main[at + 1 :]
            if not has_words(head) or compact(tail) in self.vocabulary.strong_ends:
                break
            if tail == ["the"] or not has_words(tail):
                self.parts.main = head
            elif tail[-1] in {"of", "for"}:
                self.parts.main = [*tail, *head]
            elif (
                self._is_tagline(tail, main[at])
                or self._is_cut(tail, head)
                or (self._is_state(before) and self._is_town(tail, head))
            ):
                self.parts.main = head
            else:
                self.parts.remarks += [(head, tail)] if main[at] == "–" else []
                break
            before = tail

    def _is_cut(self, tail: Words, head: Words) -> bool:
        """Put a remark where it belongs; tell whether it is to leave the name."""
        return (
            self._is_place(tail, head)
            or self._is_address(tail, head)
            or (tail[0] in self.vocabulary.mark_starts and self._is_remark(tail))
            or self._is_spelled_out(tail, head)
            or self._is_unit(tail, head)
        )

    def _is_place(self, tail: Words, head: Words) -> bool:
        """Tell whether a place may be left out; one of an institution only where it is known."""
        fillers, places = self.vocabulary.place_fillers, self.vocabulary.places
        if tail[0] not in self.vocabulary.place_starts and tail[0] not in fillers:
            return False
        bare = [t for t in tail if t not in MARKS]
        rest = [t for t in bare if t not in fillers]
        if rest and not holds_phrases(rest, places):
            return False
        if self.vocabulary.institutional.isdisjoint(head):
            return True
        if holds_phrases(bare, self.vocabulary.countries) or head[-1] in _BANKS:
            self.parts.shorter.append(head)
        return False

    def _is_address(self, tail: Words, head: Words) -> bool:
        """Tell whether words are a town of any name, a comma, and its state or country."""
        parts = _split(tail, ",")
        return (
            len(parts) > 1
            and all(self._is_state(part) for part in parts[1:])
            and self._is_town(parts[0], head)
        )

    def _is_state(self, words: Words) -> bool:
        phrase = " ".join(words)
        return phrase in self.vocabulary.places and phrase not in self.vocabulary.cities

    def _is_town(self, words: Words, head: Words) -> bool:
        """Tell whether words before a state may name a town there."""
        telling = self.vocabulary.generic | self.vocabulary.institutional
        return (
            0 < len(words) <= _TOWN
            and all(word.isalpha() for word in words)
            and telling.isdisjoint(words)
            and self.vocabulary.institutional.isdisjoint(head)
        )

    def _is_remark(self, tail: Words) -> bool:
        return self._is_former(tail) or self._is_upper(tail)

    def _is_former(self, tail: Words) -> bool:
        name = _after_phrase(tail, self.vocabulary.former_marks)
        if has_words(name):
            self.parts.aliases.append(name)
        return has_words(name)

    def _is_upper(self, tail: Words) -> bool:
        name = _after_phrase(tail, self.vocabulary.upper_marks)
        if not name and tail[0] in {"a", "an"} and tail[-1] in self.vocabulary.upper_ends:
            name = tail[1:-1]
        if has_words(name):
            self.parts.uppers.append(name)
        return has_words(name)

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
            and len(tail) >= _TAGLINE
            and not self.vocabulary.tagline_words.isdisjoint(tail)
            and self.vocabulary.institutional.isdisjoint(tail)
        )


def _split(tokens: Words, mark: str) -> list[Words]:
    parts: list[Words] = [[]]
    for word in tokens:
        if word == mark:
            parts.append([])
        else:
            parts[-1].append(word)
    return parts


def _after_phrase(tokens: Words, phrases: frozenset[str]) -> Words:
    for length in range(min(4, len(tokens) - 1), 0, -1):
        if " ".join(tokens[:length]) in phrases:
            return tokens[length:]
    return []


def is_acronym(short: Words, long: Words) -> bool:
    """Tell whether one word is the initials of several, small words aside or not."""
    if len(short) != 1 or len(long) == 1 or len(short[0]) == 1:
        return False
    initials = "".join(word[0] for word in long)
    capital = "".join(word[0] for word in long if word not in _SMALL)
    return short[0] in {initials, capital}
