"""Engagements as bars: certain stretches solid, uncertain ones hatched, unknown ends open."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Sequence
from typing import TypeAlias

import attrs

from endorsecheck._matching import name_of
from endorsecheck._pictures import elements
from endorsecheck._pictures.time_axis import Axis
from endorsecheck._text import fold
from endorsecheck.dates import Bounds, DateMark, Period
from endorsecheck.exceptions import DateError
from endorsecheck.models import Engagement, Person, Position, Relationship

__all__: list[str] = []

Subject: TypeAlias = Engagement | Relationship
"""What a bar stands for."""

HEIGHT = 10
"""Height of a bar, in px."""

LANE = 31
"""Height of a lane, in px: a bar, its label above it, and some air."""

LABEL = 11
"""Font size of a label, in px."""

MOST_BARS = 12
"""Bars that are drawn for one person."""

_OPEN = 12
"""How far an open end reaches beyond the axis, in px."""

_LEAST_HATCHED = 3
"""Width in px from which on an uncertain stretch shows its hatching; below it is faint."""

_TIP = 5
"""Length of the arrow of what was ongoing when it was recorded, in px."""


@attrs.frozen(kw_only=True)
class Bar:
    """An engagement or a declared tie, ready to be drawn.

    Attributes:
        subject: What it stands for.
        name: What is written above it.
        note: What else is known of it: a title, or the kind of engagement.
        bounds: The days it allows.
    """

    subject: Subject
    name: str
    note: str
    bounds: Bounds

    @property
    def period(self) -> Period:
        """The period as the source has it."""
        return self.subject.period

    @property
    def certain(self) -> tuple[int, int] | None:
        """The first and last day that belong to every reading, if there are such."""
        first, last = self.bounds.first_latest, self.bounds.last_earliest
        return None if last is None or last < first else (first, last)

    @property
    def told(self) -> str:
        """The bar in words."""
        return f"{self.name}{self.note and f', {self.note}'}: {self.period}"

    def days(self) -> list[int]:
        """The days that an axis must show, those far off left out."""
        limits = attrs.astuple(self.bounds)
        return [day for day in limits if day is not None and day < _FAR]


_FAR = dt.date.max.toordinal()


def bars_of(person: Person, as_of: dt.date) -> list[Bar]:
    """All engagements of a person and the ties declared with them, the earliest first.

    Left out is what says no more than another: one and the same place up to the same end, but
    without a start, as the current company of a connection is.
    """
    recorded_on = person.history.recorded_on or as_of
    subjects: Iterable[Subject] = dict.fromkeys(
        (*person.history.engagements, *person.relationships)
    )
    bars = [_bar(each, recorded_on) for each in subjects]
    known = {_place(bar) for bar in bars if not _is_open(bar)}
    telling = [bar for bar in bars if not (_is_open(bar) and _place(bar) in known)]
    return sorted(telling, key=lambda bar: (bar.bounds.first_earliest or 0, bar.told))


def most_telling(bars: Sequence[Bar], matched: Collection[Subject]) -> list[Bar]:
    """As many bars as are drawn, in their order: the matched first, then the latest."""
    ranked = sorted(
        range(len(bars)),
        key=lambda i: (bars[i].subject not in matched, -bars[i].bounds.last_latest, i),
    )
    return [bars[i] for i in sorted(ranked[:MOST_BARS])]


def _bar(subject: Subject, recorded_on: dt.date) -> Bar:
    name, note = _names(subject)
    return Bar(
        subject=subject, name=name, note=note, bounds=bounds_of(subject.period, recorded_on)
    )


def _place(bar: Bar) -> tuple[object, ...]:
    """Where a bar stands, and until when."""
    return type(bar.subject), fold(bar.name), bar.period.end


def bounds_of(period: Period, recorded_on: dt.date) -> Bounds:
    """The days a period allows; what starts after it was recorded may end on any later day."""
    try:
        return period.bounds(recorded_on)
    except DateError:
        return period.bounds(dt.date.max)


def _names(subject: Subject) -> tuple[str, str]:
    """What is written above a bar, and what else is known of it."""
    if isinstance(subject, Relationship):
        place = f" at {subject.organization}" if subject.organization else ""
        return f"declared {subject.kind.value.replace('-', ' ')}{place}", ""
    if isinstance(subject, Position):
        return name_of(subject), subject.title or ""
    is_placed = subject.organization is not None and subject.organization != name_of(subject)
    return name_of(subject), subject.kind + (f" at {subject.organization}" if is_placed else "")


@attrs.frozen(kw_only=True)
class Lane:
    """A bar with its label, put into a row of its own height.

    Attributes:
        bar: What is drawn.
        row: Number of the row, from 0.
        text_at: Where the label begins, in px.
        name: The label as it fits.
        when: The period beside it, if there is room.
    """

    bar: Bar
    row: int
    text_at: float
    name: str
    when: str

    def y(self, top: float) -> float:
        """Where the bar begins if the first row does at a height."""
        return top + self.row * LANE + LANE - HEIGHT - 6


def packed(bars: Sequence[Bar], axis: Axis) -> list[Lane]:
    """The bars in as few rows as keep them and their labels apart."""
    ends: list[float] = []
    return [_placed(bar, axis, ends) for bar in bars]


def _placed(bar: Bar, axis: Axis, ends: list[float]) -> Lane:
    name, when = _label(bar, axis.right - axis.left)
    x0, x1 = axis.stretch(bar.bounds.first_earliest, bar.bounds.last_latest)
    width = elements.width_of(f"{name} {when}".rstrip(), LABEL)
    text_at = max(axis.left, min(x0, axis.right - width))
    begin, end = min(x0, text_at) - 2 * _OPEN * _is_open(bar), max(x1, text_at + width) + _OPEN
    row = next((i for i, used in enumerate(ends) if used <= begin), len(ends))
    ends[row:] = [end, *ends[row + 1 :]]
    return Lane(bar=bar, row=row, text_at=text_at, name=name, when=when)


def _label(bar: Bar, room: float) -> tuple[str, str]:
    """Name and period as they fit: the period only where the picture is wide."""
    name = elements.fitted(bar.name, LABEL, min(room * 0.8, 240))
    return name, str(bar.period) if room >= 400 else ""  # noqa: PLR2004 # px, a wide picture


def _is_open(bar: Bar) -> bool:
    return bar.bounds.first_earliest is None


def draw(lane: Lane, look: str, axis: Axis, top: float) -> str:
    """A bar, in the rows that begin at a height in px."""
    parts = [elements.tooltip(lane.bar.told), *shape(lane.bar, axis, lane.y(top))]
    return elements.group(parts, cls=look)


def label(lane: Lane, look: str, top: float) -> str:
    """What is written above a bar."""
    when = elements.tag("tspan", f" {lane.when}", cls="ec-muted") if lane.when else ""
    name = elements.escape(lane.name) + when
    return elements.tag("text", name, x=lane.text_at, y=lane.y(top) - 4, cls=look)


def shape(bar: Bar, axis: Axis, y: float, height: float = HEIGHT) -> list[str]:
    """The bar itself: its certain stretch, and what is uncertain on either side of it."""
    begin, end = axis.stretch(bar.bounds.first_earliest, bar.bounds.last_latest)
    begin -= _OPEN * _is_open(bar)
    if bar.certain is None:
        parts = hatched(begin, end, y, height, _sides(bar))
        return [*parts, *_marks(begin, end, y + height / 2, bar)]
    x0, x1 = axis.stretch(*bar.certain)
    sides = _sides(bar)
    return [
        *hatched(begin, x0, y, height, sides.replace("r", "")),
        *hatched(x1, end, y, height, sides.replace("l", "")),
        elements.stroke(_outline(x0, x1, y, height, bar), cls="ec-solid"),
        *_marks(begin, end, y + height / 2, bar),
    ]


def _sides(bar: Bar) -> str:
    """Which ends of a bar are known, by the letters of left and right."""
    return "l" * (not _is_open(bar)) + "r" * (bar.period.end is not DateMark.UNKNOWN)


def _outline(x0: float, x1: float, y: float, height: float, bar: Bar) -> str:
    """The outline of a certain stretch, with an arrow where it was ongoing."""
    tip = min(_TIP, (x1 - x0) / 2) if bar.period.end is DateMark.ONGOING else 0
    end, middle, low = (elements.number(each) for each in (x1, y + height / 2, y + height))
    start, high, neck = (elements.number(each) for each in (x0, y, x1 - tip))
    side = f"L{end} {middle}L{neck} {low}" if tip else f"V{low}"
    return f"M{start} {high}H{neck}{side}H{start}Z"


def hatched(x0: float, x1: float, y: float, height: float, sides: str) -> list[str]:
    """An uncertain stretch: a faint ground, hatched, its rim open where an end is unknown."""
    if x1 <= x0:
        return []
    lines = elements.stroke(elements.hatching(x0, y, x1, height), cls="ec-hatch")
    return [
        elements.box(x0, y, x1, y + height, cls="ec-soft"),
        *[lines] * (x1 - x0 >= _LEAST_HATCHED),
        elements.stroke(_rim(x0, x1, y, height, sides), cls="ec-edge"),
    ]


def _rim(x0: float, x1: float, y: float, height: float, sides: str) -> str:
    """The rim of an uncertain stretch: above and below, and at the sides named."""
    left, right, high, low = (elements.number(each) for each in (x0, x1, y, y + height))
    rim = f"M{left} {high}H{right}M{left} {low}H{right}"
    return rim + "".join(f"M{left if side == 'l' else right} {high}V{low}" for side in sides)


def _marks(x0: float, x1: float, middle: float, bar: Bar) -> list[str]:
    """A question mark beside each end that is unknown."""
    looks = ((x0 - 3, "ec-bold ec-muted ec-end", "l"), (x1 + 3, "ec-bold ec-muted", "r"))
    return [
        elements.words(x, middle + 4, "?", cls=look)
        for x, look, side in looks
        if side not in _sides(bar)
    ]
