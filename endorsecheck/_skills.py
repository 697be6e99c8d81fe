"""Whether two names of skills are one skill.

Names compare by a folded form ("Node.js" and "NodeJS"), by groups of aliases ("JS" and
"JavaScript"), and without a remark in brackets that adds nothing ("Kotlin (Programming
Language)", "Amazon Web Services (AWS)"). The groups are those of ``data/skills.json``, read once
when first asked, and the caller's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache

from endorsecheck._data import data
from endorsecheck._text import fold

__all__: list[str] = []

_JOINTS = re.compile(r"(?<=\w)[\s./_-]+(?=\w)|\s+")
"""What may stand between the words of a name or be left out; a leading point counts."""

_REMARK = r"(.*\S)\s*\(([^()]+)\)"
_KINDS = frozenset(
    ("programming language", "language", "software", "framework", "library", "tool", "database")
)
"""Remarks in brackets that only say what kind of thing a skill is."""


class SkillNames:
    """The names of skills: which of them are one skill.

    Args:
        aliases: Groups of names that are one skill each, beside those the package knows.
    """

    def __init__(self, aliases: Iterable[Sequence[str]] = ()) -> None:
        self._aliases = tuple(aliases)
        self._memo: dict[str, str] = {}

    @cached_property
    def _keys(self) -> dict[str, str]:
        """The key of each name of which an alias is known, gathered when a key is asked for."""
        keys = dict(_built_in())
        for names in self._aliases:
            joined = {_found(name, keys) for name in names}
            if joined:
                key = min(joined)
                moved = {form: key for form, known in keys.items() if known in joined}
                keys.update(moved | dict.fromkeys((*map(folded, names), *joined), key))
        return keys

    def key(self, skill: str) -> str:
        """The form under which a skill compares."""
        known = self._memo.get(skill)
        if known is None:
            self._memo[skill] = known = _found(skill, self._keys)
        return known


def _found(skill: str, keys: Mapping[str, str]) -> str:
    form, bare = folded(skill), folded(_without_remark(skill))
    return keys.get(form) or keys.get(bare, bare)


def folded(skill: str) -> str:
    """The name without case, blanks, points and hyphens between its words."""
    text = fold(skill)
    return _JOINTS.sub("", text) or text


def _without_remark(skill: str) -> str:
    """The name without a remark that only says what kind of thing it is, or its initials."""
    text = fold(skill)
    remark = re.fullmatch(_REMARK, text) if text.endswith(")") else None
    if remark is not None and (remark[2] in _KINDS or remark[2] == _initials(remark[1])):
        return remark[1]
    return text


def _initials(text: str) -> str:
    return "".join(word[0] for word in re.findall(r"\w+", text))


@lru_cache(maxsize=1)
def _built_in() -> dict[str, str]:
    """The key of each name that the package knows an alias of."""
    import json  # noqa: PLC0415 # skills matter only where engagements name some

    groups: list[list[str]] = json.loads(data("skills.json"))
    return {form: folded(group[0]) for group in groups for form in map(folded, group)}
