"""Joining organizations that are one, and finding links that run in a circle, without recursion."""

from collections import deque
from collections.abc import Iterator, Sequence

from endorsecheck._organization_facts import Link, grouped

__all__ = ["circles", "roots_of"]


def roots_of(count: int, joins: Sequence[tuple[int, int, object]]) -> list[int]:
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


def circles(links: list[Link]) -> Iterator[list[Link]]:
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
    below = grouped(links, lambda link: link.upper)
    ways = {number: len(group) for number, group in grouped(links, lambda k: k.lower).items()}
    ends = deque(number for number in below if number not in ways)
    while ends:
        for link in below.get(ends.popleft(), []):
            ways[link.lower] -= 1
            if not ways[link.lower]:
                ends.append(link.lower)
    return [link for link in links if ways.get(link.lower) and ways.get(link.upper)]
