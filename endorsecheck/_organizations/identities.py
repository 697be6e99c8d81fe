"""Which organization a name stands for."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from endorsecheck._organizations.facts import Facts, Node
from endorsecheck._organizations.names import Namer
from endorsecheck._organizations.placeholders import Placeholder
from endorsecheck._organizations.readings import Chain, Firmness, Reading

__all__ = ["Identity", "identity_of"]


class Identity(NamedTuple):
    """Which organization a name stands for, as far as facts and the name itself tell.

    Attributes:
        nodes: Numbers of known organizations, else shortened names: any of them is it.
        uppers: The same of larger organizations that the name says it is part of.
        number: The known organization; ``None`` if there is none.
        words: Canonical words of the name.
        placeholder: Set if the name is none; then nothing else counts.
    """

    nodes: frozenset[Node]
    uppers: frozenset[Node] = frozenset()
    number: int | None = None
    words: str = ""
    placeholder: Placeholder | None = None


def identity_of(name: str, namer: Namer, facts: Facts) -> Identity:
    """Find out which organization a name stands for."""
    placeholder = namer.placeholders.of(name)
    if placeholder is not None:
        return Identity(frozenset(), placeholder=placeholder)
    return _Finder(namer, facts).identity(namer.read(name))


class _Finder:
    def __init__(self, namer: Namer, facts: Facts) -> None:
        self.namer = namer
        self.facts = facts

    def identity(self, reading: Reading) -> Identity:
        words = " ".join(reading.tokens)
        number = self._known(reading)
        if number is not None:
            nodes = {number, *self._unknown_aliases(reading)}
            return Identity(frozenset(nodes), number=number, words=words)
        for head, remark in reading.remarks:
            other = self._known_words(remark)
            if other is not None:
                return self._remarked(self.identity(self.namer.read_words(list(head))), other)
        nodes = {*self._loosest(reading), *self._aliases(reading)}
        return Identity(frozenset(nodes), frozenset(self._uppers(reading)), words=words)

    def _remarked(self, head: Identity, other: int) -> Identity:
        """Take a known name in brackets or after a dash for that of a larger organization."""
        return head._replace(uppers=(head.uppers | {other}) - head.nodes)

    def _known(self, reading: Reading) -> int | None:
        for chain in reading.chains:
            for key, firmness in chain:
                number = None if firmness is Firmness.LOOSE else self.facts.number(key)
                if number is not None:
                    return number
        return None

    def _known_words(self, words: Sequence[str]) -> int | None:
        return self._known(self.namer.read_words(list(words)))

    def _loosest(self, reading: Reading) -> Iterator[Node]:
        for chain in reading.chains:
            yield self._loosest_of(chain)

    def _loosest_of(self, chain: Chain) -> str:
        """Give the loosest form that is not the name of another, known organization."""
        usable = [key for key, firmness in chain if firmness is not Firmness.KNOWN_ONLY]
        return next(key for key in reversed(usable) if self.facts.number(key) is None)

    def _nodes_of(self, words: Sequence[str]) -> Iterator[Node]:
        reading = self.namer.read_words(list(words))
        known = self._known(reading)
        if known is None:
            yield from self._loosest(reading)
        else:
            yield known

    def _aliases(self, reading: Reading) -> Iterator[Node]:
        for alias in reading.aliases:
            yield from self._nodes_of(alias)

    def _unknown_aliases(self, reading: Reading) -> Iterator[Node]:
        """Leave out aliases that the facts know better."""
        return (node for node in self._aliases(reading) if isinstance(node, str))

    def _uppers(self, reading: Reading) -> Iterator[Node]:
        for upper in reading.uppers:
            yield from self._nodes_of(upper)
        heads = [*reading.wholes, *(head for head, _ in reading.remarks)]
        for known in map(self._known_words, heads):
            if known is not None:
                yield known
