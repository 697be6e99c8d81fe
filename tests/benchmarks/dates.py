"""How long dates take: cells read again and again, and the overlaps of many pairs of periods.

Run it from the root of the repository: ``python -m tests.benchmarks.dates``.
"""

import datetime as dt
import itertools
import sys
import time
from collections.abc import Callable

from endorsecheck.dates import Bounds, DateLike, Period, overlap_of, parse_date
from endorsecheck.exceptions import DateError

CELLS = 200_000
TEXTS = 800
AS_OF = dt.date(2026, 6, 30)


def written_dates() -> list[str]:
    """Give 800 texts, every eighth of them no date."""
    names = ["Jan", "févr.", "März", "abril de", "May", "giu", "juillet"]
    years = range(1925, 2025)
    return [f"{name} {year}" for year in years for name in (*names, "about")]


def parse(text: str) -> DateLike | None:
    """Read a cell as a reader does that reports what it cannot read."""
    try:
        return parse_date(text)
    except DateError:
        return None


def seconds(work: Callable[[], object]) -> float:
    """Time one run, the best of three."""
    best = float("inf")
    for _ in range(3):
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return best


def compare_with_a_dict() -> str:
    """Read 200,000 cells that hold 800 texts, and look them up in a dict."""
    texts = written_dates()
    cells = list(itertools.islice(itertools.cycle(texts), CELLS))
    table = {text: parse(text) for text in texts}
    reading = seconds(lambda: [parse(cell) for cell in cells])
    looking_up = seconds(lambda: [table.get(cell) for cell in cells])
    calling = seconds(lambda: [_look_up(table, cell) for cell in cells])
    return (
        f"{CELLS} cells with {TEXTS} texts: {reading:.3f} s, {reading / looking_up:.1f} times "
        f"a dict look-up, {reading / calling:.1f} times a function that looks up\n"
    )


def count_overlaps() -> str:
    """Weigh 160,000 pairs of periods of all kinds."""
    bounds = some_bounds()
    pairs = list(itertools.product(bounds, bounds))
    took = seconds(lambda: [overlap_of(one, other) for one, other in pairs])
    return f"{len(pairs)} overlaps: {took:.3f} s, {took / len(pairs) * 1e6:.1f} us each\n"


def some_bounds() -> list[Bounds]:
    """Give the bounds of 400 periods."""
    ends = ["2016", "Mar 2019", "2020-05-06", ""]
    periods = [
        Period.parse(f"{2 * n % 12 + 1}/{1915 + n}", end) for n in range(100) for end in ends
    ]
    return [period.bounds(AS_OF) for period in periods]


def _look_up(table: dict[str, DateLike | None], text: str) -> DateLike | None:
    return table.get(text)


if __name__ == "__main__":
    sys.stdout.write(compare_with_a_dict() + count_overlaps())
