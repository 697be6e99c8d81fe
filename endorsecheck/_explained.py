"""Enumerations whose members explain themselves."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

__all__: list[str] = []


class Explained(Enum):
    """An enumeration whose members carry a code and an explanation."""

    explanation: str

    if not TYPE_CHECKING:
        __hash__ = object.__hash__  # each member is there once, and that of Enum is slow

    def __new__(cls, code: str, explanation: str) -> Explained:  # noqa: PYI034 # enum
        member = object.__new__(cls)
        member._value_ = code
        member.explanation = explanation
        return member
