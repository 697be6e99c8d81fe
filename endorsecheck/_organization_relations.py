"""How two organizations stand to each other, stretch by stretch of the time line."""

import datetime as dt
import enum
from collections.abc import Iterable

import attrs

from endorsecheck._organization_facts import LAST_DAY, Facts, Link
from endorsecheck._organization_names import Chain, Firmness, Namer, Reading
from endorsecheck._organization_placeholders import Placeholder, placeholder_of
from endorsecheck._organization_slips import is_slip

__all__ = ["Identity", "Relation", "RelationSpan", "identity_of", "reach", "timeline"]


class Relation(enum.Enum):
    """How two names stand to each other.

    ``SAME``: one employer. ``RELATED``: parent, subsidiary, brand, unit, predecessor or
    successor. ``SIMILAR``: one slip of spelling apart and nothing firmer known. ``DIFFERENT``:
    two employers. ``NOT_AN_ORGANIZATION``: a side names no organization.

    Example:
        >>> import endorsecheck as ec
        >>> ec.OrganizationRegistry().compare("Norvane Ltd", "NORVANE").relation
        <Relation.SAME: 'same'>
    """

    SAME = "same"
    RELATED = "related"
    SIMILAR = "similar"
    DIFFERENT = "different"
    NOT_AN_ORGANIZATION = "not-an-organization"


@attrs.frozen
class RelationSpan:
    """A stretch of time in which one relation holds.

    Attributes:
        relation: The relation.
        first: Its first day; ``None`` if it has held ever since.
        last: Its last day, inclusive; ``None`` if it holds from then on.
        reason: Why, in a short stable word: ``same-name``, ``same-id``, ``other-id``, ``alias``,
            ``rename``, ``merger``, ``parent``, ``unit``, ``slip``, ``placeholder``,
            ``known-apart`` or ``no-match``.

    Example:
        >>> import endorsecheck as ec
        >>> for span in ec.OrganizationRegistry().spans("Sun Microsystems", "Oracle"):
        ...     print(span.relation.value, span.first, span.last, span.reason)
        different None 2010-01-26 no-match
        related 2010-01-27 None parent
    """

    relation: Relation
    first: dt.date | None
    last: dt.date | None
    reason: str


@attrs.frozen
class Identity:
    """Which organization a name stands for, as far as facts and the name itself tell.

    Attributes:
        nodes: Numbers of known organizations, else shortened names: any of them is it.
        uppers: The same of larger organizations that the name says it is part of.
        number: The known organization; ``None`` if there is none.
        words: Canonical words of its names, for slips.
        placeholder: Set if the name is none; then nothing else counts.
    """

    nodes: frozenset[int | str]
    uppers: frozenset[int | str] = frozenset()
    number: int | None = None
    words: tuple[str, ...] = ()
    placeholder: Placeholder | None = None


def identity_of(name: str, namer: Namer, facts: Facts) -> Identity:
    """Find out which organization a name stands for."""
    placeholder = placeholder_of(name, namer.vocabulary)
    if placeholder is not None:
        return Identity(frozenset(), placeholder=placeholder)
    reading = namer.read(name)
    number = _known_number(reading, facts)
    nodes = {number} if number is not None else {_unknown_key(c, facts) for c in reading.chains}
    return Identity(
        nodes=frozenset(nodes | _alias_nodes(reading, number, namer, facts)),
        uppers=frozenset(_upper_nodes(reading, number, namer, facts)),
        number=number,
        words=(" ".join(reading.tokens),),
    )


def _known_number(reading: Reading, facts: Facts) -> int | None:
    for chain in reading.chains:
        for key, firmness in chain:
            if key in facts.keys and firmness is not Firmness.LOOSE:
                return facts.keys[key]
    return None


def _unknown_key(chain: Chain, facts: Facts) -> str:
    """Give the loosest form that is not the name of another, known organization."""
    usable = [key for key, firmness in chain if firmness is not Firmness.KNOWN_ONLY]
    return next(key for key in reversed(usable) if key not in facts.keys)


def _alias_nodes(
    reading: Reading, number: int | None, namer: Namer, facts: Facts
) -> set[int | str]:
    """Give what other names in the text stand for, unless the facts know better."""
    nodes: set[int | str] = set()
    for alias in reading.aliases:
        other = namer.read_words(list(alias))
        known = _known_number(other, facts)
        if known is None:
            nodes |= {_unknown_key(chain, facts) for chain in other.chains}
        elif number is None:
            nodes.add(known)
    return nodes


def _upper_nodes(
    reading: Reading, number: int | None, namer: Namer, facts: Facts
) -> set[int | str]:
    nodes: set[int | str] = set()
    if number is not None:
        return nodes
    for upper in reading.uppers:
        other = namer.read_words(list(upper))
        known = _known_number(other, facts)
        nodes |= {known} if known is not None else {_unknown_key(c, facts) for c in other.chains}
    return nodes


def timeline(a: Identity, b: Identity, facts: Facts) -> tuple[RelationSpan, ...]:
    """Give the relation of two names for every day there is, in order."""
    if a.placeholder or b.placeholder:
        return always(Relation.NOT_AN_ORGANIZATION, "placeholder")
    if a.nodes & b.nodes:
        return always(Relation.SAME, _same_reason(a, b, facts))
    links = [*_links_above(a, facts), *_links_above(b, facts)]
    spans = _evaluated(a, b, links)
    if all(span.relation is Relation.DIFFERENT for span in spans):
        return _firmly_different(a, b, facts)
    return spans


def always(relation: Relation, reason: str) -> tuple[RelationSpan, ...]:
    """Give one span without beginning and end."""
    return (RelationSpan(relation, None, None, reason),)


def reach(identity: Identity, facts: Facts) -> set[int | str]:
    """Give everything that may be the same as, above or below it on any day."""
    reached = set(identity.nodes | identity.uppers)
    above = list(reached)
    while above:
        found = {k.upper for k in facts.up.get(above.pop(), ())} - reached
        reached |= found
        above += found
    below = list(reached)
    while below:
        found = {k.lower for k in facts.down.get(below.pop(), ())} - reached
        reached |= found
        below += found
    return reached


def _same_reason(a: Identity, b: Identity, facts: Facts) -> str:
    if a.words == b.words or not any(isinstance(node, int) for node in a.nodes & b.nodes):
        return "same-name"
    renamed = any(facts.renames.get(node) for node in a.nodes & b.nodes if isinstance(node, int))
    return "rename" if renamed else "alias"


def _firmly_different(a: Identity, b: Identity, facts: Facts) -> tuple[RelationSpan, ...]:
    if a.number is not None and b.number is not None:
        return always(Relation.DIFFERENT, "known-apart")
    if _is_slip(a, b, facts):
        return always(Relation.SIMILAR, "slip")
    return always(Relation.DIFFERENT, "no-match")


def _is_slip(a: Identity, b: Identity, facts: Facts) -> bool:
    return any(is_slip(x, y) for x in slip_names(a, facts) for y in slip_names(b, facts))


def slip_names(identity: Identity, facts: Facts) -> tuple[str, ...]:
    """Give the names of which a slip is to be noticed."""
    if identity.number is None:
        return identity.words
    return tuple(dict.fromkeys([*identity.words, *facts.names[identity.number].split("\t")]))


def _links_above(identity: Identity, facts: Facts) -> Iterable[Link]:
    seen = set(identity.nodes | identity.uppers)
    above = list(seen)
    links = []
    while above:
        for link in facts.up.get(above.pop(), ()):  # type: ignore[call-overload]
            links.append(link)
            if link.upper not in seen:
                seen.add(link.upper)
                above.append(link.upper)
    return links


def _evaluated(a: Identity, b: Identity, links: list[Link]) -> tuple[RelationSpan, ...]:
    starts = {1}
    for link in links:
        starts |= {link.first, link.last + 1, link.certain or link.first}
    spans: list[RelationSpan] = []
    for first in sorted(start for start in starts if start <= LAST_DAY):
        relation, reason = _on_day(a, b, links, first)
        if spans and (spans[-1].relation, spans[-1].reason) == (relation, reason):
            continue
        day = dt.date.fromordinal(first)
        if spans:
            spans[-1] = attrs.evolve(spans[-1], last=day - dt.timedelta(days=1))
        spans.append(RelationSpan(relation, day if spans else None, None, reason))
    return tuple(spans)


def _on_day(a: Identity, b: Identity, links: list[Link], day: int) -> tuple[Relation, str]:
    merged = {k.lower: k.upper for k in links if 0 < k.certain <= day}
    if _ends(a, merged) & _ends(b, merged):
        return Relation.SAME, "merger"
    later = {k.lower: k.upper for k in links if k.certain}
    if _ways(a, later) & b.nodes or _ways(b, later) & a.nodes:
        return Relation.RELATED, "merger"
    maybe = {k.lower: k.upper for k in links if k.certain and k.first <= day}
    holding = [k for k in links if k.first <= day <= k.last]
    if _ends(a, maybe) & _ends(b, maybe):
        return Relation.RELATED, "merger"
    if _above(a, holding) & _ends(b, maybe) or _above(b, holding) & _ends(a, maybe):
        return Relation.RELATED, "unit" if (a.uppers or b.uppers) else "parent"
    return Relation.DIFFERENT, "no-match"


def _ends(identity: Identity, merged: dict[int, int]) -> set[int | str]:
    """Follow mergers from what a name stands for to what is left of it."""
    ends = set()
    for node in identity.nodes:
        while isinstance(node, int) and node in merged:
            node = merged[node]
        ends.add(node)
    return ends


def _ways(identity: Identity, merged: dict[int, int]) -> set[int | str]:
    ways: set[int | str] = set()
    for node in identity.nodes:
        while isinstance(node, int) and node in merged:
            node = merged[node]
            ways.add(node)
    return ways


def _above(identity: Identity, holding: list[Link]) -> set[int | str]:
    uppers: dict[int | str, list[int]] = {}
    for link in holding:
        uppers.setdefault(link.lower, []).append(link.upper)
    found: set[int | str] = set(identity.uppers)
    queue = [*identity.nodes, *identity.uppers]
    while queue:
        for upper in uppers.get(queue.pop(), ()):
            if upper not in found:
                found.add(upper)
                queue.append(upper)
    return found
