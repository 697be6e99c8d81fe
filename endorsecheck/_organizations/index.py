"""Finding names among a few prepared ones without comparing every pair."""

import functools
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import TYPE_CHECKING, TypeAlias

from endorsecheck._organizations.folding import check_text
from endorsecheck._organizations.identities import Identity
from endorsecheck._organizations.ids import id_key
from endorsecheck._organizations.names import built_in_namer
from endorsecheck._organizations.relations import (
    Relation,
    RelationSpan,
    reach,
    slip_names,
)
from endorsecheck._organizations.slips import near_forms, patterns

if TYPE_CHECKING:
    from endorsecheck._organizations.facts import Node
    from endorsecheck.organizations import OrganizationRegistry

__all__ = ["OrganizationIndex"]

Hit: TypeAlias = "tuple[int, tuple[RelationSpan, ...]]"
_MOST_ANSWERS = 65_536
"""Answers that are kept."""
_NOTHING = frozenset({Relation.DIFFERENT, Relation.NOT_AN_ORGANIZATION})


class OrganizationIndex:
    """Names that other names are looked up among.

    Looking up costs what a few look-ups in a dictionary cost, however many names are prepared:
    facts and near forms of spelling are keys too. Answers are kept for names asked for again.

    Example:
        >>> import endorsecheck as ec
        >>> index = ec.OrganizationRegistry().index([("Norvane Ltd", None), ("Tidewrack", None)])
        >>> index.lookup("Tidewrack Inc.")[0][0]
        1
        >>> index.lookup("Brightwater")
        ()
    """

    def __init__(
        self, registry: "OrganizationRegistry", names: Iterable[tuple[str, str | None]]
    ) -> None:
        self._registry = registry
        self._names = tuple(names)
        self._identities = [registry.identity(name) for name, _ in self._names]
        self._by_node: dict[Node, set[int]] = defaultdict(set)
        self._by_id: dict[tuple[str, str], set[int]] = defaultdict(set)
        self._by_slip: dict[str, dict[str, set[int]]] = {}
        self._slip_words: set[str] = set()
        """One of them at least is in every name of several words that is a slip apart."""
        self._starts: set[str] = set()
        """All that a key of something begins with."""
        self._slip_starts: set[tuple[str, int]] = set()
        """First letters and lengths of all words that are a first word or a slip away from one."""
        self._namer = built_in_namer()
        for position in range(len(self._names)):
            self._enter(position)
        self._keys = set(self._keys_of_nodes())
        self._starts.update(*map(accumulate, self._keys))
        self._found = functools.lru_cache(maxsize=_MOST_ANSWERS)(self._find)

    def lookup(self, name: str, id: str | None = None) -> tuple[Hit, ...]:  # noqa: A002
        """Give the positions of the prepared names that are not certainly different.

        Args:
            name: A name as somebody wrote it.
            id: Its identifier, if it has one.

        Returns:
            Position and spans (as of ``OrganizationRegistry.spans``) of each prepared name that
            is the same, related or similar on some day.

        Raises:
            RegistryError: ``name`` is not a text.
        """
        return self._found(name, id)

    def _enter(self, position: int) -> None:
        identity = self._identities[position]
        if identity.placeholder:
            return
        for node in reach(identity, self._registry.facts):
            self._by_node[node].add(position)
        key = id_key(self._names[position][1])
        if key:
            self._by_id[key].add(position)
        for name in slip_names(identity, self._registry.facts):
            words = name.split()
            self._slip_words.update(words)
            self._slip_starts.update((words[0][0], len(words[0]) + n) for n in (-1, 0, 1))
            for pattern, word in patterns(words):
                for form in near_forms(word):
                    self._by_slip.setdefault(pattern, {}).setdefault(form, set()).add(position)

    def _keys_of_nodes(self) -> Iterator[str]:
        """Give every key by which something can be found."""
        facts = self._registry.facts
        yield from (key for key, number in facts.added_keys() if number in self._by_node)
        for node in self._by_node:
            yield from [node] if isinstance(node, str) else facts.base_keys(node)

    def _find(self, name: str, organization_id: str | None) -> tuple[Hit, ...]:
        if organization_id is None and self._is_stranger(name):
            return ()
        identity = self._registry.identity(name)
        if identity.placeholder:
            return ()
        positions = set(self._candidates(identity, organization_id))
        return tuple(self._hits(identity, organization_id, sorted(positions)))

    def _candidates(self, identity: Identity, organization_id: str | None) -> Iterator[int]:
        for node in identity.nodes | identity.uppers:
            yield from self._by_node.get(node, ())
        key = id_key(organization_id)
        if key:
            yield from self._by_id.get(key, ())
        for name in slip_names(identity, self._registry.facts):
            yield from self._slip_candidates(name.split())

    def _slip_candidates(self, tokens: list[str]) -> Iterator[int]:
        for pattern, word in patterns(tokens):
            if pattern in self._by_slip:
                for form in near_forms(word):
                    yield from self._by_slip[pattern].get(form, ())

    def _is_stranger(self, name: str) -> bool:
        return self._stranger(name) is not None

    def _stranger(self, name: str) -> str | None:
        """Tell at little cost of most names that they are an organization's, and of none here.

        Gives the first word, if all that the name may be known by begins with it, else nothing;
        ``None`` if the name may be of one here.
        """
        first = self._namer.first_of(check_text(name))
        if first and first not in self._starts and (first[0], len(first)) not in self._slip_starts:
            return first
        simple = self._namer.plain_keys(name)
        if simple is None or not self._keys.isdisjoint(simple[1]):
            return None
        tokens = simple[0]
        if len(tokens) > 1 and self._slip_words.isdisjoint(tokens):
            return first or ""
        is_slip = next(self._slip_candidates(tokens), None) is not None
        return None if is_slip else first or ""

    def _hits(
        self, identity: Identity, organization_id: str | None, positions: list[int]
    ) -> Iterator[Hit]:
        for position in positions:
            spans = self._registry.spans_of(
                self._identities[position],
                identity,
                ids=(self._names[position][1], organization_id),
            )
            if any(span.relation not in _NOTHING for span in spans):
                yield position, spans


def stranger(index: OrganizationIndex, name: str) -> str | None:
    """Tell at little cost of most names that they are an organization's, and of none prepared.

    Gives the first word, if all that the name may be known by begins with it, else an empty text;
    ``None`` if that cannot be told at little cost. Such a name may still match nothing.
    """
    return index._stranger(name)  # noqa: SLF001 # the same module
