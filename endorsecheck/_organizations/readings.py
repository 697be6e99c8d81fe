"""What a name may stand for: its canonical name, and shorter ones from strict to loose."""

import enum
from typing import NamedTuple, TypeAlias

__all__ = ["Chain", "Firmness", "Reading"]


class Firmness(enum.Enum):
    """What a shortened name may be taken for."""

    FIRM = enum.auto()
    """Any organization of that name."""
    BARE = enum.auto()
    """An organization whose whole name it is, as what is left are words of many names."""
    WIDE = enum.auto()
    """Any organization of that name that is known by nothing closer."""
    LOOSE = enum.auto()
    """Only another name that is shortened to the same; never an organization known by it."""
    KNOWN_ONLY = enum.auto()
    """Only an organization known by it."""


Chain: TypeAlias = "tuple[tuple[str, Firmness], ...]"


class Reading(NamedTuple):
    """What a name may stand for.

    Attributes:
        tokens: Words of the canonical name.
        chains: Shortened names from strict to loose, each with its firmness; one chain for
            each way to spell the umlauts.
        aliases: Other names of the same organization that the text gives.
        uppers: Names of larger organizations that it is part of by its own words.
        remarks: The name without a remark and the remark, where nothing tells what it is.
        wholes: Names of which it may be a unit if they are known: the name without a place at
            the end, and names with a slash between.
    """

    tokens: tuple[str, ...]
    chains: tuple[Chain, ...]
    aliases: tuple[tuple[str, ...], ...] = ()
    uppers: tuple[tuple[str, ...], ...] = ()
    remarks: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = ()
    wholes: tuple[tuple[str, ...], ...] = ()
