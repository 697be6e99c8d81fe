"""Names of places and people found in a note: only such as the histories hold, by whole words.

A hit is *exact* if it can be nothing else: the full name, written as a name. It is loose where
the words may be ordinary ones: at the start of a sentence, in another case, with more of a name
behind them, or if only the first word of a longer name stands there. A single word in lower case
is no name at all unless the history writes it so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import attrs

from endorsecheck._invitations.notes import Note
from endorsecheck._organizations.data import built_in_vocabulary
from endorsecheck._organizations.folding import words as bare_words
from endorsecheck._phrases import Phrases, key, keys, words
from endorsecheck._text import fold
from endorsecheck.organizations import (
    OrganizationRegistry,
    Relation,
    canonical_name,
    is_generic_project,
)

__all__: list[str] = []

_LEAST_SHORT = 4
"""Letters of a first word that may stand for a whole name."""
_PLATFORM = ("linkedin",)
"""What every other note names, and few mean as an employer."""
_LINKS = frozenset(("and", "of", "the", "de", "für", "for", "et", "und"))
"""Words in lower case that may stand inside a name."""


@attrs.frozen
class Hit:
    """A name found in a note.

    Attributes:
        name: As the histories spell it.
        quoted: As the note spells it.
        start: Its first word.
        end: The word after its last.
        is_exact: Whether it can be nothing else.
    """

    name: str
    quoted: str
    start: int
    end: int
    is_exact: bool


@attrs.frozen
class _Spelling:
    """One way to write a name: its words, and whether they are all of it."""

    name: str
    words: tuple[str, ...]
    is_whole: bool

    @property
    def keys(self) -> tuple[str, ...]:
        """The forms under which its words compare."""
        return tuple(map(key, self.words))


class Names:
    """Names of places, to be found in notes.

    Args:
        names: As the histories spell them; placeholders such as "self-employed" are passed over.
        registry: What is known of organizations.
    """

    def __init__(self, names: Iterable[str], registry: OrganizationRegistry) -> None:
        distinct = sorted({each for each in names if registry.placeholder(each) is None})
        self._names = tuple(distinct)
        spellings = [each for name in distinct for each in _spellings(name)]
        self._phrases = Phrases((each.keys, each) for each in spellings)
        self._written_out = {(each.name, each.keys) for each in spellings}
        self._index = registry.index([(name, None) for name in distinct])

    def hits(self, note: Note) -> dict[str, Hit]:
        """The names that a note holds, by their folded form; the surest hit of each."""
        found: dict[str, Hit] = {}
        for hit in (*self._written(note), *self._known(note)):
            known = found.setdefault(fold(hit.name), hit)
            if hit.is_exact and not known.is_exact:
                found[fold(hit.name)] = hit
        return found

    def _written(self, note: Note) -> Iterator[Hit]:
        """Names found by their words."""
        for start, end, spellings in self._phrases.found(note.words):
            for each in spellings:
                exact = _exactness(note, start, end, each)
                if exact is not None:
                    yield Hit(each.name, note.quoted(start, end), start, end, exact)

    def _known(self, note: Note) -> Iterator[Hit]:
        """Names found by what is known of organizations: other names, legal forms."""
        for start, end, sure in _runs(note):
            quoted = note.quoted(start, end)
            for position, spans in self._index.lookup(quoted):
                name = self._names[position]
                is_new = (name, keys(quoted)) not in self._written_out
                if is_new and all(span.relation is Relation.SAME for span in spans):
                    exact = sure and fold(quoted) not in _PLATFORM and not is_generic_project(name)
                    yield Hit(name, quoted, start, end, exact)


class PeopleNames:
    """Full names of people, to be found in notes.

    A name of one word is nobody's: it would be a guess.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._phrases = Phrases(
            (phrase, name)
            for name in sorted(set(names))
            if len(phrase := keys(name.split(",")[0])) > 1
        )

    def hits(self, note: Note) -> list[Hit]:
        """The people whom a note names."""
        return [
            Hit(names[0], note.quoted(start, end), start, end, is_exact=True)
            for start, end, names in self._phrases.found(note.words)
            if any(word.is_capital for word in note.words[start:end])
        ]


def _spellings(name: str) -> Iterator[_Spelling]:
    """The whole name, the name without its legal form, and its first word alone."""
    written = tuple(word.text for word in words(name))
    yield _Spelling(name, written, is_whole=True)
    core = _core(name, written)
    yield _Spelling(name, core, is_whole=True)
    if len(core) > 1 and len(core[0]) >= _LEAST_SHORT and not _is_common(fold(core[0])):
        yield _Spelling(name, core[:1], is_whole=False)


def _core(name: str, written: Sequence[str]) -> tuple[str, ...]:
    """The written words that the canonical name consists of; all, if they are not a run."""
    folded = ["".join(bare_words(word)) for word in written]
    canonical = canonical_name(name).split()
    for start in range(2):
        if folded[start : start + len(canonical)] == canonical:
            return tuple(written[start : start + len(canonical)])
    return tuple(written)


def _is_common(word: str) -> bool:
    """Whether many names begin with a word."""
    known = built_in_vocabulary()
    return any(
        word in lists
        for lists in (known.generic, known.institutional, known.university_words, known.places)
    )


def _exactness(note: Note, start: int, end: int, spelling: _Spelling) -> bool | None:
    """Whether a hit is exact; ``None`` if it is none."""
    found = note.words[start:end]
    if not spelling.is_whole:
        return False if _stands_alone(note, start, end) else None
    if len(found) > 1:
        sure = any(word.is_capital for word in found)
        return sure and not is_generic_project(spelling.name)
    return _exactness_of_word(note, start, spelling)


def _exactness_of_word(note: Note, position: int, spelling: _Spelling) -> bool | None:
    word = note.words[position]
    as_written = word.text == spelling.words[0]
    if len(word.text) == 1 or not (word.is_capital or as_written):
        return None
    doubtful = word.key in _PLATFORM or word.text.islower() or is_generic_project(spelling.name)
    return as_written and not doubtful and _stands_alone(note, position, position + 1)


def _stands_alone(note: Note, start: int, end: int) -> bool:
    """Whether words with capitals are not so for another reason: a sentence, a longer name."""
    return (
        note.words[start].is_capital
        and not note.begins_sentence(start)
        and not (note.words[start - 1].text[0].isupper() and note.gap(start).isspace())
        and not _is_followed(note, end)
    )


def _is_followed(note: Note, end: int) -> bool:
    """Whether another capital follows that may belong to the name; "I" does not."""
    if end == len(note.words):
        return False
    word = note.words[end]
    return word.text[0].isupper() and word.key != "i" and note.gap(end) in (" ", "-")


def _runs(note: Note) -> Iterator[tuple[int, int, bool]]:
    """Runs of words with capitals, small words inside them allowed: what may be a name.

    Of a run at the start of a sentence the rest may be one, too; that is not sure.
    """
    start = 0
    while start < len(note.words):
        end = _end_of_run(note, start)
        first = note.begins_sentence(start)
        if end > start + first:
            yield start, end, True
            if first:
                yield start + 1, end, False
        start = max(end, start + 1)


def _end_of_run(note: Note, start: int) -> int:
    """Where a run ends that begins at a word; there if it has no capital."""
    end = position = start
    while position < len(note.words) and (position == start or _is_joint(note, position)):
        word = note.words[position]
        position += 1
        if word.text[0].isupper():
            end = position
        elif word.key not in _LINKS or end == start:
            break
    return end


def _is_joint(note: Note, position: int) -> bool:
    return set(note.gap(position)) <= set(" -.'’,&")
