"""What is known: which names are one organization, and the dated links between organizations.

An organization is a number, and every key of its names leads to that number. What comes with
the package is kept as it is read, a line for each organization, and taken apart when asked for.
What a user adds lies over it.
"""

import datetime as dt
import zlib
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from endorsecheck._organizations.data import Lines

__all__ = ["LAST_DAY", "NOTHING", "BuiltIn", "Facts", "Link", "Node", "grouped", "shelf_of"]

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


def shelf_of(key: str, count: int) -> int:
    """Give the number of the shelf, among so many, on which a key stands."""
    return zlib.crc32(key.encode("utf-8", "surrogatepass")) % count


class BuiltIn:
    """What comes with the package, as lines.

    A line holds, with tabs between: a name, the canonical words of all names (``|`` between),
    the links up (``upper first last certain``, ``;`` between), the numbers of organizations
    below, of those known to be others, what is said of new names, and the keys with blanks
    between.
    """

    def __init__(self, shelves: "list[bytes] | Lines", lines: "list[bytes] | Lines") -> None:
        """Take the shelves of keys, and the line of each organization.

        A shelf holds keys, each with the number of its organization, with blanks between. It is
        looked through when one of its keys is first asked for (:func:`shelf_of`).
        """
        self._shelves = shelves
        self._opened: dict[int, dict[str, int]] = {}
        self._lines = lines

    def __len__(self) -> int:
        return len(self._lines)

    def number(self, key: str) -> int | None:
        """Give the organization that a key belongs to."""
        if not self._shelves:
            return None
        at = shelf_of(key, len(self._shelves))
        shelf = self._opened.get(at)
        if shelf is None:
            words = self._shelves[at].decode("utf-8").split(" ")
            numbers = map(int, words[1::2])
            self._opened[at] = shelf = dict(zip(words[::2], numbers, strict=False))
        return shelf.get(key)

    def keys(self, number: int) -> list[str]:
        """Give the keys of an organization."""
        return self._field(number, 6).split(" ")

    def label(self, number: int) -> str:
        """Give a name of an organization."""
        return self._field(number, 0)

    def names(self, number: int) -> list[str]:
        """Give all names of an organization in canonical words."""
        return self._field(number, 1).split("|")

    def above(self, number: int) -> list[Link]:
        """Give the links from an organization up."""
        links = self._field(number, 2)
        fields = (map(int, link.split(" ")) for link in links.split(";") if link)
        return [
            Link(number, upper, first, last, certain) for upper, first, last, certain in fields
        ]

    def below(self, number: int) -> list[int]:
        """Give the organizations that have a link up to one."""
        return [int(lower) for lower in self._field(number, 3).split()]

    def apart(self, number: int) -> list[int]:
        """Give organizations known to be others."""
        return [int(other) for other in self._field(number, 4).split()]

    def renames(self, number: int) -> str:
        """Tell what is said of an organization's new names."""
        return self._field(number, 5)

    def _field(self, number: int, position: int) -> str:
        return self._lines[number].split(b"\t")[position].decode("utf-8")


NOTHING = BuiltIn([], [])
"""No knowledge at all."""


class Facts:
    """What comes with the package, and what was added to it.

    Attributes:
        base: What comes with the package.
        own_keys: Keys of added names.
        own_labels: A name of each added organization; their numbers go on from the base's.
        own_names: Canonical words of added names, by number.
        own_links: Added links.
        own_renames: What was said of new names, by number.
        roots: For each number that was joined with a lower one, that one.
    """

    def __init__(
        self,
        base: BuiltIn,
        *,
        own_keys: dict[str, int] | None = None,
        own_labels: list[str] | None = None,
        own_names: dict[int, list[str]] | None = None,
        own_links: list[Link] | None = None,
        own_renames: dict[int, list[str]] | None = None,
        roots: dict[int, int] | None = None,
    ) -> None:
        self.base = base
        self.own_keys: dict[str, int] = own_keys or {}
        self.own_labels: list[str] = own_labels or []
        self.own_names: dict[int, list[str]] = own_names or {}
        self.own_links: list[Link] = own_links or []
        self.own_renames: dict[int, list[str]] = own_renames or {}
        self.roots: dict[int, int] = roots or {}
        self._members: dict[int, list[int]] = {}
        for number, root in self.roots.items():
            self._members.setdefault(root, [root]).append(number)
        self._above = grouped(self.own_links, lambda link: link.lower)
        self._below = grouped(self.own_links, lambda link: link.upper)

    def number(self, key: str) -> int | None:
        """Give the organization that a key belongs to; ``None`` if none is known by it."""
        number = self.own_keys.get(key)
        if number is None:
            number = self.base.number(key)
        return None if number is None else self.roots.get(number, number)

    def added_keys(self) -> Iterator[tuple[str, int]]:
        """Give every added key with its organization."""
        return iter(self.own_keys.items())

    def base_keys(self, number: int) -> list[str]:
        """Give the keys that came with the package for an organization."""
        return [key for member in self._in_base(number) for key in self.base.keys(member)]

    def label(self, number: int) -> str:
        """Give a name of an organization."""
        start = len(self.base)
        return self.own_labels[number - start] if number >= start else self.base.label(number)

    def names(self, number: int) -> list[str]:
        """Give all names of an organization in canonical words."""
        known = [name for member in self._in_base(number) for name in self.base.names(member)]
        return [*known, *self.own_names.get(number, ())]

    def renames(self, number: int) -> list[str]:
        """Tell what is said of an organization's new names."""
        known = [self.base.renames(member) for member in self._in_base(number)]
        return [said for said in known if said] + self.own_renames.get(number, [])

    def above(self, node: Node) -> list[Link]:
        """Give the links from an organization up."""
        if isinstance(node, str):
            return []
        links = [link for member in self._in_base(node) for link in self.base.above(member)]
        return [*map(self._joined, links), *self._above.get(node, ())]

    def below(self, node: Node) -> set[int]:
        """Give the organizations that have a link up to one."""
        if isinstance(node, str):
            return set()
        known = (lower for member in self._in_base(node) for lower in self.base.below(member))
        found = {self.roots.get(lower, lower) for lower in known}
        return found | {link.lower for link in self._below.get(node, ())}

    def said(self, link: Link) -> str:
        """Tell in words what a link says."""
        if link.said:
            return link.said
        kind = "mergers" if link.certain else "parents"
        first = "" if link.first == 1 else f" from {dt.date.fromordinal(link.first)}"
        last = "" if link.last == LAST_DAY else f" until {dt.date.fromordinal(link.last)}"
        names = f"{self.label(link.lower)!r}, {self.label(link.upper)!r}"
        return f"built-in {kind} ({names}){first}{last}"

    def _in_base(self, number: int) -> Iterable[int]:
        start = len(self.base)
        return [member for member in self._members.get(number, (number,)) if member < start]

    def _joined(self, link: Link) -> Link:
        lower, upper = self.roots.get(link.lower), self.roots.get(link.upper)
        if lower is None and upper is None:
            return link
        return link._replace(
            lower=link.lower if lower is None else lower,
            upper=link.upper if upper is None else upper,
            said=self.said(link),
        )


def grouped(links: Iterable[Link], end: Callable[[Link], int]) -> dict[int, list[Link]]:
    """Group links by one of their ends."""
    groups: dict[int, list[Link]] = {}
    for link in links:
        groups.setdefault(end(link), []).append(link)
    return groups
