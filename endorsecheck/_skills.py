"""Whether two names of skills are one skill."""

from __future__ import annotations

from endorsecheck._text import fold

__all__: list[str] = []


def skill_key(skill: str) -> str:
    """The form under which skills compare."""
    return fold(skill)
