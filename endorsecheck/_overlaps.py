"""What two periods share over every reading of the one with every reading of the other.

A reading of a period is a first day and a last day that its two dates allow, both of them worked.
"""

import datetime as dt
import enum
from typing import TYPE_CHECKING, TypeAlias

import attrs

from endorsecheck._deferred import maker
from endorsecheck._partial_dates import DateLike, DateMark

__all__ = ["Bounds", "Certainty", "Overlap", "Timing", "Window", "overlap_of"]

Window: TypeAlias = tuple[int | None, int | None]
"""First and last day that count, as day numbers (``date.toordinal``); ``None``: no limit."""


class Certainty(enum.Enum):
    """How surely two periods share a day: in every reading, in some, in none.

    Example:
        >>> import endorsecheck as ec
        >>> ec.Certainty("possible")
        <Certainty.POSSIBLE: 'possible'>
    """

    CERTAIN = "certain"
    POSSIBLE = "possible"
    IMPOSSIBLE = "impossible"


class Timing(enum.Enum):
    """How a date stands to the first day that two periods share, if they share any.

    Example:
        >>> import endorsecheck as ec
        >>> ec.Timing("not-before")
        <Timing.NOT_BEFORE: 'not-before'>
    """

    BEFORE = "before"
    NOT_BEFORE = "not-before"
    UNCLEAR = "unclear"

    if not TYPE_CHECKING:
        __hash__ = object.__hash__  # each member is there once, and that of Enum is slow


@attrs.frozen
class Bounds:
    """The readings of a period, as day numbers (``date.toordinal``), all limits inclusive.

    The two dates of the period have narrowed each other: each limit is reached by some reading.

    Attributes:
        first_earliest: The earliest first day; ``None`` if nothing limits it.
        first_latest: The latest first day.
        last_earliest: The earliest last day; ``None`` if nothing limits it.
        last_latest: The latest last day.

    Example:
        >>> from datetime import date
        >>> import endorsecheck as ec
        >>> bounds = ec.Period.parse("2019", "2019-03").bounds(date(2026, 6, 30))
        >>> print(date.fromordinal(bounds.first_latest))
        2019-03-31
    """

    first_earliest: int | None
    first_latest: int
    last_earliest: int | None
    last_latest: int


@attrs.frozen(kw_only=True)
class Overlap:
    """What two periods share over all of their readings.

    Attributes:
        min_days: The fewest days that both cover.
        max_days: The most days that both cover; ``None`` if nothing bounds it.
        first_day_earliest: The earliest that the first shared day can be; ``None`` if nothing
            limits it or no day is shared.
        first_day_latest: The latest that the first shared day can be; ``None`` if none is shared.
        gap_days: The fewest days that lie between two periods that cannot meet, 0 if they may be
            neighbours; ``None`` where the periods may meet (also where only a window forbids it).

    Example:
        >>> from datetime import date
        >>> import endorsecheck as ec
        >>> one, other = ec.Period.parse("2015", "2019-03"), ec.Period.parse("2019-02", "2021")
        >>> shared = one.overlap(other, as_of=date(2026, 6, 30))
        >>> print(shared.certainty.value, shared.min_days, shared.max_days)
        certain 2 59
    """

    min_days: int
    max_days: int | None
    first_day_earliest: dt.date | None = None
    first_day_latest: dt.date | None = None
    gap_days: int | None = None

    @property
    def certainty(self) -> Certainty:
        """Whether every pair of readings shares a day, some pair, or none."""
        if self.min_days:
            return Certainty.CERTAIN
        return Certainty.IMPOSSIBLE if self.max_days == 0 else Certainty.POSSIBLE

    def timing(self, date: DateLike) -> Timing:
        """Compare a date with the first shared day.

        Args:
            date: When something happened, such as an endorsement.

        Returns:
            ``NOT_BEFORE`` or ``BEFORE`` where that holds for every day that the date and the
            first shared day could be; ``UNCLEAR`` else, for a mark, and where no day is shared.

        Example:
            >>> from datetime import date
            >>> import endorsecheck as ec
            >>> one, other = ec.Period.parse("2015", "2019"), ec.Period.parse("2017", "2021")
            >>> one.overlap(other, as_of=date(2026, 6, 30)).timing(ec.parse_date("2016"))
            <Timing.BEFORE: 'before'>
        """
        if isinstance(date, DateMark) or self.first_day_latest is None:
            return Timing.UNCLEAR
        if date.earliest >= self.first_day_latest:
            return Timing.NOT_BEFORE
        if self.first_day_earliest is not None and date.latest < self.first_day_earliest:
            return Timing.BEFORE
        return Timing.UNCLEAR


def overlap_of(a: Bounds, b: Bounds, *, window: Window = (None, None)) -> Overlap:
    """Weigh every reading of one period with every reading of another.

    Args:
        a: What the one period allows.
        b: What the other period allows.
        window: First and last day that count, both inclusive: shared days outside are left out.

    Example:
        >>> from datetime import date
        >>> import endorsecheck as ec
        >>> from endorsecheck.dates import overlap_of
        >>> year = ec.Period.parse("2019-01-01", "2019-12-31").bounds(date(2026, 6, 30))
        >>> overlap_of(year, year, window=(date(2019, 12, 1).toordinal(), None)).min_days
        31
    """
    opens, closes = window
    earliest = _later(_later(a.first_earliest, b.first_earliest), opens)
    latest = min(a.last_latest, b.last_latest)
    latest = latest if closes is None else min(latest, closes)
    if earliest is not None and latest < earliest:
        return _overlap(0, 0, None, None, _gap(a, b))
    first_latest = max(a.first_latest, b.first_latest)
    first_latest = first_latest if opens is None else max(first_latest, opens)
    return _overlap(
        _min_days(a, b, window),
        None if earliest is None else latest - earliest + 1,
        None if earliest is None else dt.date.fromordinal(earliest),
        dt.date.fromordinal(min(first_latest, latest)),
        None,
    )


_overlap = maker(
    Overlap, "min_days", "max_days", "first_day_earliest", "first_day_latest", "gap_days"
)


def _min_days(a: Bounds, b: Bounds, window: Window) -> int:
    """Give the fewest days that any two readings share inside a window that is not empty.

    That is the last of the first days to the first of the last days, unless these have passed
    each other. Then it is 0, but 1 if they only did so within one of the periods: its first day
    is never after its last, so at least one day of it is left.
    """
    if a.last_earliest is None or b.last_earliest is None:
        return 0
    first, last = max(a.first_latest, b.first_latest), min(a.last_earliest, b.last_earliest)
    opens, closes = window
    if (opens is not None and last < opens) or (closes is not None and closes < first):
        return 0
    first = first if opens is None else max(first, opens)
    last = last if closes is None else min(last, closes)
    if first <= last:
        return last - first + 1
    return int(a.last_earliest >= b.first_latest and b.last_earliest >= a.first_latest)


def _gap(a: Bounds, b: Bounds) -> int | None:
    """Give the fewest days between two periods, ``None`` if these may meet."""
    earliest = _later(a.first_earliest, b.first_earliest)
    latest = min(a.last_latest, b.last_latest)
    return None if earliest is None or earliest <= latest else earliest - latest - 1


def _later(one: int | None, other: int | None) -> int | None:
    """Give the later of two lower limits, of which ``None`` is no limit."""
    if one is None or other is None:
        return other if one is None else one
    return max(one, other)
