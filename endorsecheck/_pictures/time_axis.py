"""Days on a line: where a day stands in a picture, and which years are written below it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

import attrs

from endorsecheck._pictures import elements

__all__: list[str] = []

_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000)
"""Years from one tick to the next."""

_LEAST_GAP = 38
"""Room for a year below the line, in px."""

_LEAST_DAYS = 366
"""Days that a picture shows at least."""

_LEAST_WIDTH = 2
"""Width of the shortest stretch, in px."""

_LAST = dt.date.max.toordinal()


@attrs.frozen(kw_only=True)
class Axis:
    """The days that a picture shows, as day numbers, and the px between which they lie.

    Attributes:
        first: The first day shown.
        last: The last day shown, inclusive.
        left: Where the first day begins, in px.
        right: Where the last day ends, in px.
    """

    first: int
    last: int
    left: float
    right: float

    @classmethod
    def of(cls, days: Iterable[int], left: float, right: float) -> Axis:
        """The axis on which all of some days lie, with a little room beside them."""
        found = sorted(days)
        first, last = found[0], found[-1]
        lacking = max(0, _LEAST_DAYS - (last - first))
        room = (last - first + lacking) // 50 + lacking // 2 + 1
        return cls(
            first=max(1, first - room), last=min(_LAST, last + room), left=left, right=right
        )

    def x(self, day: int) -> float:
        """Where a day begins, not beyond the ends of the axis."""
        share = (min(max(day, self.first), self.last + 1) - self.first) / self.days
        return self.left + share * (self.right - self.left)

    @property
    def days(self) -> int:
        """How many days are shown."""
        return self.last - self.first + 1

    def stretch(self, first: int | None, last: int) -> tuple[float, float]:
        """Where a stretch of days lies, both inclusive; ``None``: from before the axis."""
        x0 = self.left if first is None else self.x(first)
        x1 = self.x(last + 1)
        if x1 - x0 >= _LEAST_WIDTH:
            return x0, x1
        x0 = min(x0, self.right - _LEAST_WIDTH)
        return x0, x0 + _LEAST_WIDTH

    def stretches(self, days: Iterable[tuple[int, int]]) -> list[tuple[float, float]]:
        """Where some stretches of days lie; those that meet are one."""
        joined: list[tuple[int, int]] = []
        for first, last in sorted(days):
            if joined and first <= joined[-1][1] + 1:
                start, end = joined.pop()
                joined.append((start, max(end, last)))
            else:
                joined.append((first, last))
        return [self.stretch(*each) for each in joined]

    def ticks(self) -> Iterator[tuple[float, str]]:
        """The years that begin on the axis, as many as there is room for."""
        px_a_year = 365.25 * (self.right - self.left) / self.days
        step = next((each for each in _STEPS if each * px_a_year >= _LEAST_GAP), _STEPS[-1])
        begin, end = dt.date.fromordinal(self.first).year, dt.date.fromordinal(self.last).year
        for year in range(-(-begin // step) * step, end + 1, step):
            start = dt.date(year, 1, 1).toordinal()
            if start >= self.first:
                yield self.x(start), str(year)

    def lines(self, top: float, bottom: float) -> str:
        """The years as thin upright lines, and their numbers below."""
        ticks = list(self.ticks())
        down = f"{elements.number(top)}V{elements.number(bottom)}"
        upright = "".join(f"M{elements.number(x)} {down}" for x, _ in ticks)
        years = [
            elements.words(x, bottom + 13, year, cls="ec-small ec-muted ec-middle")
            for x, year in ticks
        ]
        return elements.group([elements.stroke(upright, cls="ec-grid"), *years])
