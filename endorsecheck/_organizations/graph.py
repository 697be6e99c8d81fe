"""Joining organizations that are one, and finding links in a circle, without recursion."""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator

from endorsecheck._organizations.facts import Link, grouped

__all__ = ["circles", "path", "roots_of"]

Joins = Iterable[tuple[int, int, object]]


def roots_of(joins: Joins) -> dict[int, int]:
    """Give each number that is joined with a lower one the lowest of them."""
    roots: dict[int, int] = {}

    def root(number: int) -> int:
        while roots.setdefault(number, number) != number:
            roots[number] = roots[roots[number]]
            number = roots[number]
        return number

    for a, b, _ in joins:
        low, high = sorted((root(a), root(b)))
        roots[high] = low
    return {number: root(number) for number in list(roots) if root(number) != number}


def path(joins: Joins, start: int, goal: int) -> list[str]:
    """Tell what made two numbers one: the statements on a shortest way between the two."""
    ways: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for a, b, said in joins:
        ways[a].append((b, str(said)))
        ways[b].append((a, str(said)))
    came: dict[int, tuple[int, str]] = {}
    queue = deque([start])
    while goal not in came:
        number = queue.popleft()
        for neighbour, said in ways[number]:
            if neighbour not in came:
                came[neighbour] = (number, said)
                queue.append(neighbour)
    steps = []
    while goal != start:
        goal, step = came[goal]
        steps.append(step)
    return steps[::-1]


def circles(links: list[Link]) -> Iterator[list[Link]]:
    """Find parents, or mergers, that lead back to where they began.

    Parents run in a circle only if all of them hold on one day.
    """
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
    """Follow links from the first until one comes again."""
    ways = {link.lower: link for link in reversed(links)}
    seen: dict[int, Link] = {}
    link = links[0]
    while link.lower not in seen:
        seen[link.lower] = link
        link = ways[link.upper]
    around = list(seen.values())
    return around[around.index(link) :]


def _on_circles(links: list[Link]) -> list[Link]:
    """Drop links above which nothing comes that leads on, until only ways to circles are left."""
    below = grouped(links, lambda link: link.upper)
    ways = {number: len(group) for number, group in grouped(links, lambda k: k.lower).items()}
    ends = deque(number for number in below if number not in ways)
    while ends:
        for link in below.get(ends.popleft(), ()):
            ways[link.lower] -= 1
            if not ways[link.lower]:
                ends.append(link.lower)
    return [link for link in links if ways.get(link.upper)]
