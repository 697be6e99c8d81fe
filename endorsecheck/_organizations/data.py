"""Loading of what the package knows about organizations: one compiled file, read once.

``data/organizations.txt`` is made from the TOML files beside it by
``tests/tools/compile_data.py``; a test asserts that they agree.
"""

import functools
from collections.abc import Callable
from typing import TYPE_CHECKING

from endorsecheck._data import parts

if TYPE_CHECKING:
    import mmap

__all__ = [
    "WIDTH",
    "Compiled",
    "Lines",
    "Vocabulary",
    "built_in",
    "built_in_vocabulary",
]

WIDTH = 8
"""Digits of a number in the compiled file that tells where a line ends, with blanks before."""


class Vocabulary:
    """Words that have a meaning inside the name of an organization, all of them folded.

    They are read when they are first asked for, as many of them never are.
    A phrase is held as its words joined by blanks, a key as its words joined by nothing.

    Attributes:
        strong_ends: Keys of legal forms that go from the end of a name.
        weak_ends: The same, of forms that are words or initials too: one word each.
        single_ends: Those of the strong ones that are one word.
        last_words: The last words of all these, to pass over other names quickly.
        form_words: The words of all these that another word may follow.
        strong_starts: Keys of legal forms that go from the start of a name.
        weak_starts: The same, where another form was found at the end.
        first_words: The first words of all these.
        affixes: Legal forms in scripts that set no blanks between words.
        bracketed_forms: What stands in brackets as a legal form, such as 株.
        exceptions: Keys of real names that begin or end with what only looks like a form.
        exception_ends: The last words of these.
        places: Phrases naming countries, states and cities, and their abbreviations.
        place_starts: The first words of these.
        cities: Phrases naming cities.
        countries: Phrases naming countries.
        units: Phrases naming countries and larger regions, in which companies have units.
        unit_ends: The last words of these.
        groups: Words for a group of companies.
        group_affixes: The same, where no blank is set before them.
        holdings: Words for a company that holds others.
        functions: Phrases after the name of a company for a part of it: research.
        inline_marks: Phrases between two names of one organization.
        inline_starts: The first words of these.
        place_fillers: Words that may stand beside a place.
        abbreviations: Short and other spellings of a word.
        generic: Words that say what many organizations do, and tell none from another.
        institutional: Words of names in which a place is no mere address.
        university_words: "University" in several languages.
        university_joints: Small words between it and a place.
        exonyms: Names of cities in their own language, and the English ones.
        two_universities: Places where "University of X" and "X University" are two.
        former_marks: Phrases before the other name of an organization: formerly, aka.
        upper_marks: Phrases before the name of a larger organization: part of.
        mark_starts: The first words of both kinds.
        upper_ends: Words that end such a remark: an Acme company.
        unit_words: Words that name a part of an organization: division.
        tagline_words: Words of a sentence rather than a name.
        none_phrases: Phrases that stand where no employer is.
        withheld_phrases: Phrases of an employer that is not named.
        placeholder_exceptions: Real names that look like such a phrase, in lower case only.
        decorations: Words that may stand beside such phrases.
        placeholder_words: The words of all these phrases, and of places and legal forms, which
            may follow them.
        project_words: Words that only say what kind of work a project is.

    Args:
        section: Gives the lines of a section of the compiled file; a line of a mapping is two
            words and a tab between.
    """

    strong_ends: frozenset[str]
    weak_ends: frozenset[str]
    single_ends: frozenset[str]
    last_words: frozenset[str]
    form_words: frozenset[str]
    strong_starts: frozenset[str]
    weak_starts: frozenset[str]
    first_words: frozenset[str]
    affixes: frozenset[str]
    bracketed_forms: frozenset[str]
    exceptions: frozenset[str]
    exception_ends: frozenset[str]
    places: frozenset[str]
    place_starts: frozenset[str]
    cities: frozenset[str]
    countries: frozenset[str]
    units: frozenset[str]
    unit_ends: frozenset[str]
    groups: frozenset[str]
    group_affixes: frozenset[str]
    holdings: frozenset[str]
    functions: frozenset[str]
    inline_marks: frozenset[str]
    inline_starts: frozenset[str]
    place_fillers: frozenset[str]
    abbreviations: dict[str, str]
    generic: frozenset[str]
    institutional: frozenset[str]
    university_words: frozenset[str]
    university_joints: frozenset[str]
    exonyms: dict[str, str]
    two_universities: frozenset[str]
    former_marks: frozenset[str]
    upper_marks: frozenset[str]
    mark_starts: frozenset[str]
    upper_ends: frozenset[str]
    unit_words: frozenset[str]
    tagline_words: frozenset[str]
    none_phrases: frozenset[str]
    withheld_phrases: frozenset[str]
    placeholder_exceptions: frozenset[str]
    decorations: frozenset[str]
    placeholder_words: frozenset[str]
    project_words: frozenset[str]

    def __init__(self, section: Callable[[str], list[str]]) -> None:
        self._section = section

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> object:
            """Read words that are not there yet; Python asks here for nothing that is."""
            if name not in type(self).__annotations__:
                msg = f"{type(self).__name__!r} object has no attribute {name!r}"
                raise AttributeError(msg, name=name, obj=self)
            lines = self._section(name)
            words = _mapping(lines) if name in _MAPPINGS else frozenset(lines)
            setattr(self, name, words)
            return words


_MAPPINGS = ("abbreviations", "exonyms")


class Compiled:
    """The compiled file: sections of lines, of which each is read when it is asked for.

    Its first line names each section and tells its bytes, such as ``generic:1234``.

    Args:
        content: The bytes of the file.
    """

    def __init__(self, content: "bytes | mmap.mmap") -> None:
        self._content = content
        start = content.find(b"\n") + 1
        self._places: dict[str, tuple[int, int]] = {}
        for entry in content[:start].decode().split():
            name, _, size = entry.partition(":")
            self._places[name] = start, start + int(size)
            start += int(size)

    def section(self, name: str) -> list[str]:
        """Give the lines of a section."""
        start, end = self._places[name]
        return self._content[start : end - 1].decode("utf-8").split("\n")

    def lines(self, name: str) -> "Lines":
        """Give a section of which a few lines are looked at; another tells where each ends."""
        return Lines(self._content, self._places[name][0], self._places[f"{name}_ends"])


class Lines:
    """Many lines, each looked at when it is asked for.

    Args:
        content: The bytes of the file.
        start: Where the first line begins.
        ends: Where the numbers stand that tell where each line ends, counted from its start.
    """

    def __init__(self, content: "bytes | mmap.mmap", start: int, ends: tuple[int, int]) -> None:
        self._content = content
        self._start = start
        self._ends, end = ends
        self._count = (end - self._ends) // WIDTH

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, number: int) -> bytes:
        start = self._end(number - 1) + 1 if number else 0
        return self._content[self._start + start : self._start + self._end(number)]

    def _end(self, number: int) -> int:
        place = self._ends + number * WIDTH
        return int(self._content[place : place + WIDTH])


@functools.lru_cache(maxsize=1)
def built_in() -> Compiled:
    """Open the compiled file.

    Several threads may each open it at first; what they read is equal.
    """
    return Compiled(parts("organizations.txt"))


@functools.lru_cache(maxsize=1)
def built_in_vocabulary() -> Vocabulary:
    """Give the words of the compiled file."""
    return Vocabulary(built_in().section)


def _mapping(lines: list[str]) -> dict[str, str]:
    pairs = (line.split("\t") for line in lines)
    return {word: other for word, other in pairs}  # noqa: C416  # dict() wants tuples, says mypy
