"""What is known: which names are one organization, and the dated links between organizations.

An organization is a number, and every key of its names leads to that number.
"""

import datetime as dt
import itertools
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple, TypeAlias

import attrs

__all__ = [
    "LAST_DAY",
    "Facts",
    "Link",
    "Node",
    "grouped",
    "read_facts",
    "said_of",
    "written_facts",
]

Node: TypeAlias = "int | str"
"""A known organization by its number, or another by the words its name is shortened to."""

LAST_DAY = 3_652_059
"""The ordinal of 9999-12-31; the first day there is has the ordinal 1."""


class Link(NamedTuple):
    """A dated link from one organization up to another.

    ``first`` and ``last`` are ordinals of the days between which it may hold, inclusive.
    ``certain`` is, for a merger, the first day on which it certainly has happened, else 0.
    ``said`` is the statement in words; empty for what comes with the package.
    """

    lower: int
    upper: int
    first: int
    last: int
    certain: int
    said: str = ""


@attrs.frozen(eq=False)
class Facts:
    """What is known about organizations.

    Attributes:
        keys: Number of the organization that a shortened name is known by.
        labels: A name of each organization, as it was first written.
        names: Names of each organization in canonical words, with tabs between.
        links: Links up to parents and to what absorbed an organization.
        distinct: Pairs of organizations known to be two, the lower number first.
        renames: What was said of new names, by organization.
    """

    keys: dict[str, int]
    labels: list[str]
    names: dict[int, str]
    links: list[Link]
    distinct: dict[tuple[int, int], str]
    renames: dict[int, list[str]]
    up: dict[Node, list[Link]] = attrs.field(init=False)
    down: dict[Node, list[Link]] = attrs.field(init=False)

    @up.default
    def _by_lower(self) -> dict[Node, list[Link]]:
        return grouped(self.links, lambda link: link.lower)

    @down.default
    def _by_upper(self) -> dict[Node, list[Link]]:
        return grouped(self.links, lambda link: link.upper)


def read_facts(sections: Mapping[str, list[str]]) -> Facts:
    """Read facts from the sections of a compiled file, as ``written_facts`` made them."""
    keys = {key: number for number, line in enumerate(sections["keys"]) for key in line.split(" ")}
    numbers = map(int, " ".join(sections["links"]).split(" "))
    fields = [numbers] * (len(Link._fields) - 1)
    return Facts(
        keys=keys,
        labels=sections["labels"],
        names=dict(enumerate(sections["names"])),
        links=list(map(Link._make, zip(*fields, itertools.repeat("")))),
        distinct=dict.fromkeys((_pair(line) for line in sections["distinct"]), ""),
        renames={
            int(n): [said] for n, _, said in (r.partition("\t") for r in sections["renames"])
        },
    )


def _pair(line: str) -> tuple[int, int]:
    a, b = line.split(" ")
    return int(a), int(b)


def said_of(link: Link, labels: Sequence[str]) -> str:
    """Tell in words what a link says."""
    if link.said:
        return link.said
    kind = "mergers" if link.certain else "parents"
    first = "" if link.first == 1 else f" from {dt.date.fromordinal(link.first)}"
    last = "" if link.last == LAST_DAY else f" until {dt.date.fromordinal(link.last)}"
    return f"built-in {kind} ({labels[link.lower]!r}, {labels[link.upper]!r}){first}{last}"


def written_facts(facts: Facts) -> dict[str, list[str]]:
    """Write facts as sections of lines, numbering the organizations afresh."""
    used = {number: at for at, number in enumerate(sorted(set(facts.keys.values())))}
    keys: dict[int, list[str]] = {number: [] for number in used}
    for key, number in sorted(facts.keys.items()):
        keys[number].append(key)
    links = [(used[link.lower], used[link.upper], *link[2:5]) for link in facts.links]
    renames = sorted((used[number], said) for number, said in facts.renames.items() if said)
    return {
        "labels": [facts.labels[number] for number in used],
        "names": [facts.names[number] for number in used],
        "keys": [" ".join(keys[number]) for number in used],
        "links": [" ".join(map(str, link)) for link in dict.fromkeys(links)],
        "distinct": [f"{used[a]} {used[b]}" for a, b in facts.distinct],
        "renames": [f"{number}\t{'; '.join(said)}" for number, said in renames],
    }


def grouped(links: list[Link], end: Callable[[Link], int]) -> dict[Node, list[Link]]:
    """Group links by one of their ends."""
    groups: dict[Node, list[Link]] = {}
    for link in links:
        groups.setdefault(end(link), []).append(link)
    return groups
