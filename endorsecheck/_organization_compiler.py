"""Compiling statements into facts, and finding the ones that contradict each other.

Names said to be the same are joined by a disjoint-set forest, without recursion, so that rings
and chains of any length are one organization.
"""

from collections import defaultdict, deque
from collections.abc import Iterable

from endorsecheck._organization_facts import LAST_DAY, Facts, Link, grouped, said_of
from endorsecheck._organization_graph import circles, roots_of
from endorsecheck._organization_names import Firmness, Namer, Reading
from endorsecheck._organization_placeholders import placeholder_of
from endorsecheck._organization_statements import Statement
from endorsecheck.exceptions import RegistryError

__all__ = ["facts_of", "statement_faults"]


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
        self._join(roots_of(len(self.labels), self.joins))
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
        for circle in circles(self.links):
            around = dict.fromkeys(said_of(link, self.labels) for link in circle[:3])
            self.faults.append(f"{' contradicts '.join(around)}: they run in a circle")

    def _check_mergers(self) -> None:
        for links in grouped([k for k in self.links if k.certain], lambda k: k.lower).values():
            first = links[0]
            for other in links[1:]:
                if other.upper != first.upper or _apart(first, other):
                    both = (said_of(link, self.labels) for link in (first, other))
                    self.faults.append(" contradicts ".join(both))
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
