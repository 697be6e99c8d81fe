"""Statements compiled: which names are one organization, and the dated links between them.

An organization is a number. Names said to be the same are joined by a disjoint-set forest,
without recursion, so that rings and chains of any length are one organization.
"""

import datetime as dt
import itertools
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import attrs

from endorsecheck._organization_names import Firmness, Namer, Reading
from endorsecheck._organization_placeholders import placeholder_of
from endorsecheck._organization_statements import Statement
from endorsecheck.exceptions import RegistryError

__all__ = [
    "LAST_DAY",
    "Facts",
    "Link",
    "facts_of",
    "read_facts",
    "said_of",
    "statement_faults",
    "written_facts",
]

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
    up: dict[int, list[Link]] = attrs.field(init=False)
    down: dict[int, list[Link]] = attrs.field(init=False)

    @up.default
    def _by_lower(self) -> dict[int, list[Link]]:
        return _grouped(self.links, lambda link: link.lower)

    @down.default
    def _by_upper(self) -> dict[int, list[Link]]:
        return _grouped(self.links, lambda link: link.upper)


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


def facts_of(statements: Iterable[Statement], namer: Namer, *, base: Facts | None = None) -> Facts:
    """Compile statements, over what is known already.

    Raises:
        RegistryError: Two of them contradict each other, or they run in a circle.
    """
    compiler = _Compiler(namer, base)
    facts = compiler.compile(tuple(dict.fromkeys(statements)))
    if compiler.faults:
        raise RegistryError(compiler.faults[0])
    return facts


def statement_faults(statements: Iterable[Statement], namer: Namer) -> tuple[Facts, list[str]]:
    """Compile statements, and give every fault instead of raising the first."""
    compiler = _Compiler(namer, None)
    facts = compiler.compile(tuple(dict.fromkeys(statements)))
    return facts, compiler.faults


class _Compiler:
    def __init__(self, namer: Namer, base: Facts | None) -> None:
        self.namer = namer
        self.faults: list[str] = []
        self.base_keys = base.keys if base else {}
        self.keys = dict(self.base_keys)
        self.wide: dict[str, int] = {}
        self.labels = list(base.labels) if base else []
        self.names = dict(base.names) if base else {}
        self.links = list(base.links) if base else []
        self.distinct = dict(base.distinct) if base else {}
        self.renames = defaultdict(list, base.renames if base else {})
        self.joins: list[tuple[int, int, Statement]] = []
        self.interned: dict[str, int] = {}

    def compile(self, statements: tuple[Statement, ...]) -> Facts:
        strict = self._names_apart(statements)
        for name in strict:
            self._number(name, strict)
        ends = [
            (self._number(s.name, strict), self._number(s.other, strict), s) for s in statements
        ]
        for name in strict:
            self._register_between(name)
        for key, number in self.wide.items():
            self.keys.setdefault(key, number)
        self.joins = [(a, b, s) for a, b, s in ends if s.kind in {"aliases", "renames"}]
        self._note_renames()
        self._add_links(ends)
        self._join(_roots(len(self.labels), self.joins))
        self._check()
        return Facts(
            self.keys, self.labels, self.names, self.links, self.distinct, dict(self.renames)
        )

    # -- numbers for names

    def _names_apart(self, statements: tuple[Statement, ...]) -> dict[str, None]:
        """Find names told apart although they shorten to one; each is known as written only."""
        apart: dict[str, None] = {}
        for statement in statements:
            pair = statement.name, statement.other
            if statement.kind in {"aliases", "renames"}:
                continue
            one, other = (dict(self.namer.read(name).chains[0]) for name in pair)
            if next(iter(one)) != next(iter(other)) and not one.keys().isdisjoint(other):
                apart |= dict.fromkeys(pair)
        return apart

    def _number(self, name: str, strict: dict[str, None]) -> int:
        if name not in self.interned:
            self.interned[name] = self._new_number(name, strict=name in strict)
        return self.interned[name]

    def _new_number(self, name: str, *, strict: bool) -> int:
        if placeholder_of(name, self.namer.vocabulary) is not None:
            self.faults.append(f"{name!r} is a placeholder: it names no organization")
        reading = self.namer.read(name)
        number = None if strict else self._known(reading)
        if number is None:
            number = self.keys.get(reading.chains[0][0][0]) if strict else None
        if number is None:
            number = len(self.labels)
            self.labels.append(name)
        self._register(reading, number, strict=strict)
        return number

    def _known(self, reading: Reading) -> int | None:
        for chain in reading.chains:
            for key, firmness in chain:
                if firmness is Firmness.FIRM and key in self.keys:
                    return self.keys[key]
                if firmness is not Firmness.LOOSE and key in self.base_keys:
                    return self.base_keys[key]
        return None

    def _register(self, reading: Reading, number: int, *, strict: bool) -> None:
        for chain in reading.chains:
            firm = [key for key, firmness in chain if firmness is Firmness.FIRM]
            for key in firm[:1] if strict else firm:
                self.keys.setdefault(key, number)
            for key, firmness in chain:
                if firmness is Firmness.WIDE and not strict:
                    self.wide.setdefault(key, number)
        self._add_names(number, " ".join(reading.tokens))

    def _add_names(self, number: int, names: str) -> None:
        known = self.names[number].split("\t") if number in self.names else []
        self.names[number] = "\t".join(dict.fromkeys([*known, *names.split("\t")]))

    def _register_between(self, name: str) -> None:
        """Let a name told apart have every shortened form that nothing else is known by."""
        for chain in self.namer.read(name).chains:
            for key, firmness in chain:
                if firmness is Firmness.FIRM:
                    self.keys.setdefault(key, self.interned[name])

    # -- what is said of the numbers

    def _note_renames(self) -> None:
        dated: dict[tuple[str, str], Statement] = {}
        for number, _, said in self.joins:
            if said.kind != "renames":
                continue
            self.renames[number] = [*self.renames[number], str(said)]
            pair = self.namer.canonical(said.name), self.namer.canonical(said.other)
            before = dated.setdefault(pair, said)
            if _disagree(before, said):
                self._fault(said, str(before))

    def _add_links(self, ends: list[tuple[int, int, Statement]]) -> None:
        for lower, upper, said in ends:
            if said.kind == "distinct":
                self.distinct[min(lower, upper), max(lower, upper)] = str(said)
            elif said.kind in {"parents", "mergers"}:
                self.links.append(_link(lower, upper, said))

    def _join(self, roots: list[int]) -> None:
        """Replace every number by that of the organization it was joined to."""
        if all(root == number for number, root in enumerate(roots)):
            return
        for number, root in enumerate(roots):
            if root != number:
                self._add_names(root, self.names.pop(number))
                self.renames[root] = self.renames[root] + self.renames.pop(number, [])
        self.keys = {key: roots[number] for key, number in self.keys.items()}
        self._check_apart(roots)
        self.links = [
            link._replace(lower=roots[link.lower], upper=roots[link.upper])
            if roots[link.lower] != link.lower or roots[link.upper] != link.upper
            else link
            for link in self.links
        ]
        self.distinct = {
            (min(roots[a], roots[b]), max(roots[a], roots[b])): said
            for (a, b), said in self.distinct.items()
        }

    # -- contradictions

    def _check_apart(self, roots: list[int]) -> None:
        told = [(k.lower, k.upper, said_of(k, self.labels)) for k in self.links]
        told += [
            (a, b, said or f"built-in distinct ({self.labels[a]!r}, {self.labels[b]!r})")
            for (a, b), said in self.distinct.items()
        ]
        for a, b, said in told:
            if roots[a] == roots[b] and a != b:
                self.faults.append(f"{said} contradicts {self._path(a, b)}")

    def _check(self) -> None:
        for link in self.links:
            if link.lower == link.upper and not self.faults:
                self.faults.append(f"{link.said}: both names are one organization")
        for (a, b), said in self.distinct.items():
            if a == b and not self.faults:
                self.faults.append(f"{said}: both names are one organization")
        self._check_mergers()
        for circle in _circles(self.links):
            said = dict.fromkeys(said_of(link, self.labels) for link in circle[:3])
            self.faults.append(f"{' contradicts '.join(said)}: they run in a circle")

    def _check_mergers(self) -> None:
        for links in _grouped([k for k in self.links if k.certain], lambda k: k.lower).values():
            first = links[0]
            for other in links[1:]:
                if other.upper != first.upper or _apart(first, other):
                    said = (said_of(link, self.labels) for link in (first, other))
                    self.faults.append(" contradicts ".join(said))
                    break
            else:
                self._keep_narrowest(links)

    def _keep_narrowest(self, links: list[Link]) -> None:
        if len(links) > 1:
            narrow = max(links, key=lambda k: k.first - k.certain)
            self.links = [k for k in self.links if k not in links or k is narrow]

    def _fault(self, said: Statement, other: str) -> None:
        self.faults.append(f"{said} contradicts {other}")

    def _path(self, start: int, goal: int) -> str:
        """Name the statements that made two organizations one."""
        ways: dict[int, list[tuple[int, str]]] = defaultdict(list)
        for a, b, statement in self.joins:
            ways[a].append((b, str(statement)))
            ways[b].append((a, str(statement)))
        came: dict[int, tuple[int, str]] = {start: (start, "")}
        queue = deque([start])
        while queue and goal not in came:
            number = queue.popleft()
            for neighbour, said in ways[number]:
                if neighbour not in came:
                    came[neighbour] = (number, said)
                    queue.append(neighbour)
        steps = []
        while goal != start:
            goal, said = came[goal]
            steps.append(said)
        return " and ".join(steps[::-1])


def _grouped(links: list[Link], end: Callable[[Link], int]) -> dict[int, list[Link]]:
    groups: dict[int, list[Link]] = {}
    for link in links:
        groups.setdefault(end(link), []).append(link)
    return groups


def _link(lower: int, upper: int, said: Statement) -> Link:
    first = said.first.earliest.toordinal() if said.first else 1
    last = said.last.latest.toordinal() if said.last else LAST_DAY
    merged = said.first.latest.toordinal() if said.first and said.kind == "mergers" else 0
    return Link(lower, upper, first, last, merged, str(said))


def _disagree(one: Statement, other: Statement) -> bool:
    if one.first is None or other.first is None:
        return False
    return one.first.latest < other.first.earliest or other.first.latest < one.first.earliest


def _apart(one: Link, other: Link) -> bool:
    return one.certain < other.first or other.certain < one.first


def _roots(count: int, joins: list[tuple[int, int, Statement]]) -> list[int]:
    """Give each number the lowest one that it is joined with."""
    roots = list(range(count))

    def root(number: int) -> int:
        while roots[number] != number:
            roots[number] = roots[roots[number]]
            number = roots[number]
        return number

    for a, b, _ in joins:
        low, high = sorted((root(a), root(b)))
        roots[high] = low
    return [root(number) for number in range(count)]


def _circles(links: list[Link]) -> Iterator[list[Link]]:
    """Find parents, or mergers, that lead back to where they began."""
    mergers = _on_circles([link for link in links if link.certain])
    parents = _on_circles([link for link in links if not link.certain])
    for day in sorted({link.first for link in parents}):
        holding = _on_circles([k for k in parents if k.first <= day <= k.last])
        if holding:
            yield _circle(holding)
            break
    if mergers:
        yield _circle(mergers)


def _circle(links: list[Link]) -> list[Link]:
    ways = {link.lower: link for link in reversed(links)}
    circle = [links[0]]
    while len(circle) < len(links) and circle[-1].upper in ways:
        circle.append(ways[circle[-1].upper])
        if circle[-1].upper == links[0].lower:
            break
    return circle


def _on_circles(links: list[Link]) -> list[Link]:
    """Drop links above which nothing comes that leads on, until only circles are left."""
    links = [link for link in links if link.lower != link.upper]
    below = _grouped(links, lambda link: link.upper)
    ways = {number: len(group) for number, group in _grouped(links, lambda k: k.lower).items()}
    ends = deque(number for number in below if number not in ways)
    while ends:
        for link in below.get(ends.popleft(), []):
            ways[link.lower] -= 1
            if not ways[link.lower]:
                ends.append(link.lower)
    return [link for link in links if ways.get(link.lower) and ways.get(link.upper)]
