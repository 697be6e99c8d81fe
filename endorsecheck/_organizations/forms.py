"""Legal forms at either end of a name, and the words that go with them.

A form never goes where nothing would be left. One that is also a word, an initialism or two
letters long goes only as one word at the end, or at the start where another form was found at
the end ("Oy Hartwall Ab"). Names known to only look as if they held one are left alone.
"""

from collections.abc import Iterator

from endorsecheck._organizations.data import Vocabulary
from endorsecheck._organizations.folding import compact, has_words

__all__ = ["Forms"]

Words = list[str]
_LONGEST = 8
_DOTTED = 5
_LONGEST_AFFIX = 16
_LEADING_ON = frozenset(["of", "the", "for", "de", "du", "des", "der"])


class Forms:
    """Shortens folded names by the legal forms of a vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self.first = vocabulary.first_words | {"the", "and"}
        self.last = vocabulary.last_words | {"and"}
        self._single = vocabulary.single_ends | vocabulary.weak_ends
        self.written = frozenset(_written(self._single & self.last))
        self._inside = vocabulary.form_words
        self._known_ends = vocabulary.exception_ends

    def without_written_end(self, tokens: Words) -> Words:
        """Take off one legal form as people write it, dots and all, where that is plain."""
        end, head = tokens[-1].replace(".", ""), tokens[:-1]
        before = head[-1].rstrip(".,")
        if before is head[-1] and not (before in self._inside or end in self._known_ends):
            return head if _is_name(head) else tokens
        if before in self._inside:
            end, head = before + end, head[:-1]
            if not head or end not in self._vocabulary.strong_ends:
                return tokens
        if head[-1][-1] == ",":
            head = [*head[:-1], head[-1].rstrip(",")] if head[-1] != "," else head[:-1]
        if not head or head[-1] in self._inside or not _is_name(head):
            return tokens
        is_known = end in self._known_ends and compact(head) + end in self._vocabulary.exceptions
        return tokens if is_known else head

    def shorter(self, tokens: Words, *, ended: bool) -> tuple[Words, bool]:
        """Take one thing off, if any; tell whether it was a legal form at the end.

        Args:
            tokens: Folded words without marks.
            ended: Whether one was found at the end before.
        """
        first, last = tokens[0] in self.first, tokens[-1] in self.last
        if len(tokens) == 1 or not (first or last):
            return self._without_affix(tokens), False
        if tokens[0] in {"the", "and"}:
            return tokens[1:], False
        if tokens[-1] == "and":
            return tokens[:-1], False
        if compact(tokens) in self._vocabulary.exceptions:
            return tokens, False
        end = self._end_length(tokens) if last else 0
        if end and _is_name(tokens[:-end]):
            return tokens[:-end], True
        start = self._start_length(tokens, ended=ended) if first else 0
        return (_after_form(tokens[start:]) if start else self._without_affix(tokens)), False

    def partly_shortened(self, tokens: Words) -> Iterator[Words]:
        """Give a name with only the last of several forms at its end taken off.

        ``Merck & Co., Inc.`` may be known as ``Merck & Co.``, and not as ``Merck``.
        """
        longest = self._end_length(tokens) if len(tokens) > 1 and tokens[-1] in self.last else 0
        for length in range(1, longest):
            if compact(tokens[-length:]) in self._vocabulary.strong_ends:
                yield tokens[:-length]

    def is_distinctive(self, tokens: Words | tuple[str, ...]) -> bool:
        """Tell whether a word is left that not every other organization has in its name."""
        generic = self._vocabulary.generic
        return any(t not in generic and (len(t) > 1 or not t.isascii()) for t in tokens)

    def _end_length(self, tokens: Words) -> int:
        weak = self._vocabulary.weak_ends
        if tokens[-2] in self._inside:
            for length in range(min(len(tokens) - 1, _LONGEST), 1, -1):
                end = tokens[-length:]
                key = compact(end)
                if key in self._vocabulary.strong_ends or (key in weak and len(key) == length):
                    return length
        return int(tokens[-1] in self._single)

    def _start_length(self, tokens: Words, *, ended: bool) -> int:
        for length in range(min(len(tokens) - 1, _LONGEST), 0, -1):
            key = compact(tokens[:length])
            known = key in self._vocabulary.strong_starts
            if (known or (ended and key in self._vocabulary.weak_starts)) and self.is_distinctive(
                tokens[length:]
            ):
                return length
        return 0

    def _without_affix(self, tokens: Words) -> Words:
        """Cut a form off the first or last word, in scripts without blanks."""
        first, last = tokens[0], tokens[-1]
        if first.isascii() and last.isascii():
            return tokens
        for length in range(min(len(first) - 1, _LONGEST_AFFIX), 1, -1):
            if first[:length] in self._vocabulary.affixes and has_words([first[length:]]):
                return [first[length:], *tokens[1:]]
        for length in range(min(len(last) - 1, _LONGEST_AFFIX), 1, -1):
            if last[-length:] in self._vocabulary.affixes and has_words([last[:-length]]):
                return [*tokens[:-1], last[:-length]]
        return tokens


def _after_form(rest: Words) -> Words:
    """Write Saint in full where it now comes first."""
    return ["saint", *rest[1:]] if rest[0] == "st" and len(rest) > 1 else rest


def _is_name(head: Words) -> bool:
    """Tell what cannot be a name without its end: one letter, or words that lead on."""
    return head[-1] not in _LEADING_ON and (len(head) > 1 or len(head[0]) > 1)


def _written(forms: frozenset[str]) -> set[str]:
    """Give the usual ways to set dots in a form of one word."""
    dotted = {".".join(form) for form in forms if len(form) <= _DOTTED}
    return {form + dot for form in forms | dotted for dot in ("", ".")}
