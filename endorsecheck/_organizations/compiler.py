"""Compiling statements into facts, and finding the ones that contradict each other."""

import functools
from collections.abc import Callable, Iterable, Iterator

from endorsecheck._organizations.facts import LAST_DAY, NOTHING, BuiltIn, Facts, Link, grouped
from endorsecheck._organizations.graph import circles, path, roots_of
from endorsecheck._organizations.names import Namer
from endorsecheck._organizations.readings import Firmness, Reading
from endorsecheck._organizations.statements import Statement
from endorsecheck.exceptions import RegistryError

__all__ = ["Numbered", "facts_of", "statement_faults"]

Read = Callable[[str], Reading]

Numbered = tuple[int, int, Statement]
"""A statement after the numbers of its two organizations."""


def facts_of(statements: Iterable[Statement], namer: Namer, base: BuiltIn) -> Facts:
    """Compile statements, over what comes with the package.

    Raises:
        RegistryError: Two of them contradict each other, or they run in a circle.
    """
    facts, _, faults = _compiled(statements, namer, base)
    if faults:
        raise RegistryError(faults[0])
    return facts


def statement_faults(
    statements: Iterable[Statement], namer: Namer
) -> tuple[Facts, list[Numbered], list[str]]:
    """Compile statements over nothing, and give every fault instead of raising the first."""
    return _compiled(statements, namer, NOTHING)


def _compiled(
    statements: Iterable[Statement], namer: Namer, base: BuiltIn
) -> tuple[Facts, list[Numbered], list[str]]:
    said = tuple(dict.fromkeys(statements))
    read = functools.cache(namer.read)
    names = _Names(read, base, _names_apart(said, read))
    for name in sorted({n: None for s in said for n in (s.name, s.other)}, key=names.length):
        names.number(name)
    numbered = [(names.number(s.name), names.number(s.other), s) for s in said]
    names.settle()
    joins = [entry for entry in numbered if entry[2].kind in {"aliases", "renames"}]
    roots = roots_of(joins)
    facts = Facts(
        base=base,
        own_keys={key: roots.get(number, number) for key, number in names.keys.items()},
        own_labels=names.labels,
        own_names=_by_root(names.names, roots),
        own_links=[_link(a, b, s, roots) for a, b, s in numbered if s.kind in _LINKS],
        own_renames=_by_root({a: [str(s)] for a, _, s in joins if s.kind == "renames"}, roots),
        roots=roots,
    )
    faults = [*_placeholder_faults(said, namer), *_contradictions(facts, numbered, joins)]
    return facts, numbered, [*faults, *_rename_faults(joins, namer)]


_LINKS = frozenset({"parents", "mergers"})


class _Names:
    """Numbers for names: a name that is known gets the number of what is known by it."""

    def __init__(self, read: Read, base: BuiltIn, strict: dict[str, None]) -> None:
        self.keys: dict[str, int] = {}
        self.labels: list[str] = []
        self.names: dict[int, list[str]] = {}
        self._read = read
        self._base = base
        self._strict = strict
        self._wide: dict[str, int] = {}
        self._numbers: dict[str, int] = {}
        for name in strict:
            self.number(name)

    def number(self, name: str) -> int:
        """Give the number of a name."""
        if name not in self._numbers:
            self._numbers[name] = self._new_number(name)
        return self._numbers[name]

    def length(self, name: str) -> int:
        """Tell how many ways there are to shorten a name."""
        return len(self._read(name).chains[0])

    def settle(self) -> None:
        """Let shorter forms lead to a number, where nothing closer leads elsewhere."""
        for name in self._strict:
            for key, firmness in self._keys_of(self._read(name)):
                if firmness is Firmness.FIRM:
                    self._enter(key, self._numbers[name])
        for key, number in self._wide.items():
            self._enter(key, number)

    def _new_number(self, name: str) -> int:
        reading = self._read(name)
        number = self._known(reading, strict=name in self._strict)
        if number is None:
            number = len(self._base) + len(self.labels)
            self.labels.append(name)
        self._register(reading, number, strict=name in self._strict)
        return number

    def _known(self, reading: Reading, *, strict: bool) -> int | None:
        if strict:
            return self._led_to(reading.chains[0][0][0])
        for key, firmness in self._keys_of(reading):
            closest = firmness in {Firmness.FIRM, Firmness.BARE}
            number = self._led_to(key) if closest else None
            if number is None and firmness is not Firmness.LOOSE:
                number = self._base.number(key)
            if number is not None:
                return number
        return None

    def _register(self, reading: Reading, number: int, *, strict: bool) -> None:
        if strict:
            self._enter(reading.chains[0][0][0], number)
        else:
            for key, firmness in self._keys_of(reading):
                if firmness is Firmness.FIRM:
                    self._enter(key, number)
                elif firmness is Firmness.WIDE:
                    self._wide.setdefault(key, number)
        self.names.setdefault(number, []).append(" ".join(reading.tokens))

    def _enter(self, key: str, number: int) -> None:
        if self._led_to(key) is None:
            self.keys[key] = number

    def _led_to(self, key: str) -> int | None:
        number = self.keys.get(key)
        return self._base.number(key) if number is None else number

    @staticmethod
    def _keys_of(reading: Reading) -> Iterator[tuple[str, Firmness]]:
        return (entry for chain in reading.chains for entry in chain)


def _placeholder_faults(statements: Iterable[Statement], namer: Namer) -> Iterator[str]:
    for name in dict.fromkeys(n for said in statements for n in (said.name, said.other)):
        if namer.placeholders.of(name) is not None:
            yield f"{name!r} is a placeholder: it names no organization"


def _names_apart(statements: Iterable[Statement], read: Read) -> dict[str, None]:
    """Find names told apart although they shorten to one; each is known only as it is written."""
    apart: dict[str, None] = {}
    for statement in statements:
        if statement.kind in {"aliases", "renames"}:
            continue
        pair = statement.name, statement.other
        one, other = (dict(read(name).chains[0]) for name in pair)
        if next(iter(one)) != next(iter(other)) and not one.keys().isdisjoint(other):
            apart |= dict.fromkeys(pair)
    return apart


def _by_root(lists: dict[int, list[str]], roots: dict[int, int]) -> dict[int, list[str]]:
    found: dict[int, dict[str, None]] = {}
    for number, texts in lists.items():
        found.setdefault(roots.get(number, number), {}).update(dict.fromkeys(texts))
    return {number: list(texts) for number, texts in found.items()}


def _link(lower: int, upper: int, said: Statement, roots: dict[int, int]) -> Link:
    first = said.first.earliest.toordinal() if said.first else 1
    last = said.last.latest.toordinal() if said.last else LAST_DAY
    merged = said.first.latest.toordinal() if said.first and said.kind == "mergers" else 0
    ends = roots.get(lower, lower), roots.get(upper, upper)
    return Link(*ends, first, last, merged, str(said))


def _contradictions(
    facts: Facts, numbered: list[Numbered], joins: list[Numbered]
) -> Iterator[str]:
    for lower, upper, said in numbered:
        if said.kind not in {"aliases", "renames"}:
            yield from _one_fault(facts, joins, lower, upper, str(said))
    for number, root in facts.roots.items():
        yield from _base_faults(facts, joins, number, root)
    links = _links_from(facts)
    for lower_links in grouped([k for k in links if k.certain], lambda k: k.lower).values():
        yield from _merger_faults(facts, lower_links)
    for circle in circles([link for link in links if link.lower != link.upper]):
        around = dict.fromkeys(facts.said(link) for link in circle[:3])
        yield f"{' contradicts '.join(around)}: they run in a circle"


def _one_fault(
    facts: Facts, joins: list[Numbered], lower: int, upper: int, said: str
) -> Iterator[str]:
    """Tell if two organizations that something is said of are made one by other statements."""
    if lower == upper:
        yield f"{said}: both names are one organization"
    elif facts.roots.get(lower, lower) == facts.roots.get(upper, upper):
        yield f"{said} contradicts {' and '.join(path(joins, lower, upper))}"


def _base_faults(facts: Facts, joins: list[Numbered], number: int, root: int) -> Iterator[str]:
    """Tell if joining two built-in organizations contradicts what is built in about them."""
    if number >= len(facts.base):
        return
    for link in facts.base.above(number) + facts.base.above(root):
        if facts.roots.get(link.lower, link.lower) == facts.roots.get(link.upper, link.upper):
            yield from _one_fault(facts, joins, link.lower, link.upper, facts.said(link))
    for other in facts.base.apart(number):
        names = f"{facts.label(number)!r}, {facts.label(other)!r}"
        if facts.roots.get(other, other) == root:
            yield from _one_fault(facts, joins, number, other, f"built-in distinct ({names})")


def _links_from(facts: Facts) -> list[Link]:
    """Give the added links, and all that lead on from them or from what was joined."""
    found: dict[Link, None] = {}
    numbers = [*{link.lower for link in facts.own_links}, *set(facts.roots.values())]
    seen = set(numbers)
    while numbers:
        for link in facts.above(numbers.pop()):
            found[link] = None
            if link.upper not in seen:
                seen.add(link.upper)
                numbers.append(link.upper)
    return list(found)


def _merger_faults(facts: Facts, links: list[Link]) -> Iterator[str]:
    """Tell if one organization went up into two, or on two dates into one."""
    first = links[0]
    for other in links[1:]:
        dates_differ = other.certain < first.first or first.certain < other.first
        if other.upper != first.upper or dates_differ:
            yield f"{facts.said(first)} contradicts {facts.said(other)}"
            return


def _rename_faults(joins: list[Numbered], namer: Namer) -> Iterator[str]:
    """Tell if one rename is said to have been on two dates."""
    dated: dict[tuple[str, str], Statement] = {}
    for _, _, said in joins:
        if said.kind == "renames" and said.first is not None:
            names = namer.canonical(said.name), namer.canonical(said.other)
            before = dated.setdefault(names, said).first or said.first
            if said.first.latest < before.earliest or before.latest < said.first.earliest:
                yield f"{said} contradicts {dated[names]}"
