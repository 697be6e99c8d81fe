"""How two organizations stand to each other, stretch by stretch of the time line."""

import datetime as dt
import enum
from collections.abc import Iterable, Iterator

import attrs

from endorsecheck._organizations.facts import LAST_DAY, Facts, Link, Node
from endorsecheck._organizations.identities import Identity
from endorsecheck._organizations.slips import is_slip

__all__ = [
    "Relation",
    "RelationSpan",
    "always",
    "links_between",
    "reach",
    "slip_names",
    "timeline",
]


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


def reach(identity: Identity, facts: Facts) -> set[Node]:
    """Give everything that may be the same as, above or below it on any day."""
    reached = set(identity.nodes | identity.uppers)
    above = list(reached)
    while above:
        found = {link.upper for link in facts.above(above.pop())} - reached
        reached |= found
        above += found
    below = list(reached)
    while below:
        found = facts.below(below.pop()) - reached
        reached |= found
        below += found
    return reached


def links_between(a: Identity, b: Identity, facts: Facts) -> list[Link]:
    """Give the links on the ways from two names up to each other or to one above both."""
    links = list(dict.fromkeys([*_links_above(a, facts), *_links_above(b, facts)]))
    goals = _tops(a, facts) & _tops(b, facts)
    found: list[Link] = []
    while True:
        more = [k for k in links if k.upper in goals and k not in found]
        if not more:
            return found
        found += more
        goals |= {link.lower for link in more}


def _tops(identity: Identity, facts: Facts) -> set[Node]:
    above = {link.upper for link in _links_above(identity, facts)}
    return above | identity.nodes | identity.uppers


def _same_reason(a: Identity, b: Identity, facts: Facts) -> str:
    if a.words == b.words or not any(isinstance(node, int) for node in a.nodes & b.nodes):
        return "same-name"
    renamed = any(facts.renames(node) for node in a.nodes & b.nodes if isinstance(node, int))
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
        return (identity.words,)
    return tuple(dict.fromkeys([identity.words, *facts.names(identity.number)]))


def _links_above(identity: Identity, facts: Facts) -> Iterable[Link]:
    seen = set(identity.nodes | identity.uppers)
    above = list(seen)
    links = []
    while above:
        for link in facts.above(above.pop()):
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
    merged: dict[Node, int] = {k.lower: k.upper for k in links if 0 < k.certain <= day}
    if _ends(a, merged) & _ends(b, merged):
        return Relation.SAME, "merger"
    later: dict[Node, int] = {k.lower: k.upper for k in links if k.certain}
    maybe: dict[Node, int] = {k.lower: k.upper for k in links if k.certain and k.first <= day}
    a_now, b_now = _ends(a, maybe) | a.nodes, _ends(b, maybe) | b.nodes
    if a_now & b_now or _ways(a, later) & b_now or _ways(b, later) & a_now:
        return Relation.RELATED, "merger"
    holding = [k for k in links if k.first <= day <= k.last]
    if _above(a, holding) & b_now or _above(b, holding) & a_now:
        return Relation.RELATED, "unit" if (a.uppers or b.uppers) else "parent"
    return Relation.DIFFERENT, "no-match"


def _ends(identity: Identity, merged: dict[Node, int]) -> set[Node]:
    """Follow mergers from what a name stands for to what is left of it."""
    return {[node, *_successors(node, merged)][-1] for node in identity.nodes}


def _ways(identity: Identity, merged: dict[Node, int]) -> set[Node]:
    return {successor for node in identity.nodes for successor in _successors(node, merged)}


def _successors(node: Node, merged: dict[Node, int]) -> Iterator[Node]:
    while node in merged:
        node = merged[node]
        yield node


def _above(identity: Identity, holding: list[Link]) -> set[Node]:
    uppers: dict[Node, list[int]] = {}
    for link in holding:
        uppers.setdefault(link.lower, []).append(link.upper)
    found: set[Node] = set(identity.uppers)
    queue = [*identity.nodes, *identity.uppers]
    while queue:
        for upper in uppers.get(queue.pop(), ()):
            if upper not in found:
                found.add(upper)
                queue.append(upper)
    return found
