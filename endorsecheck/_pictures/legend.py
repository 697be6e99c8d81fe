"""What the marks of a picture mean: as a row below it, or as pieces for a page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from typing import TypeAlias

from endorsecheck._pictures import bar_shapes, elements
from endorsecheck._pictures.time_axis import Axis
from endorsecheck.dates import Bounds, DateMark, PartialDate, Period
from endorsecheck.models import Position

__all__: list[str] = []

Sample: TypeAlias = "tuple[str, float, Callable[[float, float], str]]"
"""What is meant, the width in px, and how it is drawn from a place on."""

_WIDTH = 28
_OPEN_WIDTH = 41
_LINE_WIDTH = 6
"""Widths of a sample in px: of a bar, of one with an open end, of a line."""

_YEAR = PartialDate(2001)
_DAY = PartialDate(2001, 1, 1)
_CERTAIN = (Period(_DAY, _DAY), Bounds(1, 1, 10, 10))
_POSSIBLE = (Period(_YEAR, _YEAR), Bounds(1, 10, 1, 10))
_OPEN = (Period(_DAY, DateMark.UNKNOWN), Bounds(1, 1, None, 10))
_ONGOING = (Period(_DAY, DateMark.ONGOING), Bounds(1, 1, 10, 10))
"""How each kind of stretch is drawn, on an axis of ten days."""


def _stretch(kind: tuple[Period, Bounds]) -> Callable[[float, float], str]:
    period, bounds = kind
    bar = bar_shapes.Bar(subject=Position("key", period=period), name="", note="", bounds=bounds)

    def drawn(x: float, y: float) -> str:
        axis = Axis(first=1, last=10, left=x, right=x + _WIDTH)
        parts = bar_shapes.shape(bar, axis, y - bar_shapes.HEIGHT / 2)
        return elements.group(parts, cls="ec-endorser")

    return drawn


def _band(x: float, y: float) -> str:
    faint = elements.box(x, y - 8, x + _WIDTH, y + 8, cls="ec-fill ec-maybe")
    sure = elements.box(x + 6, y - 8, x + _WIDTH - 6, y + 8, cls="ec-fill ec-sure")
    return elements.group([faint, sure], cls="ec-can")


def _row(x: float, y: float) -> str:
    parts = [
        elements.box(x, y - 5, x + _WIDTH / 2, y + 5, cls="ec-fill"),
        *bar_shapes.hatched(x + _WIDTH / 2, x + _WIDTH, y - 5, 10, "r"),
    ]
    return elements.group(parts, cls="ec-can")


def _day(x: float, y: float) -> str:
    line = f"M{elements.number(x + 4)} {elements.number(y - 7)}V{elements.number(y + 7)}"
    return elements.stroke(line, cls="ec-asof")


SHARED_BAND: Sample = ("shared", _WIDTH, _band)
SHARED_ROW: Sample = ("shared", _WIDTH, _row)
STRETCHES: tuple[Sample, ...] = (
    ("certain", _WIDTH, _stretch(_CERTAIN)),
    ("possible", _WIDTH, _stretch(_POSSIBLE)),
    ("unknown end", _OPEN_WIDTH, _stretch(_OPEN)),
    ("ongoing", _WIDTH, _stretch(_ONGOING)),
)


def samples(as_of: dt.date, *shared: Sample) -> tuple[Sample, ...]:
    """All samples of a key."""
    return (*STRETCHES, *shared, (f"as of {as_of}", _LINE_WIDTH, _day))


def draw(x: float, y: float, as_of: dt.date, shared: Sample) -> str:
    """The key as a row, centred on a height in px."""
    return elements.group(_in_a_row(x, y, samples(as_of, shared)))


def _in_a_row(x: float, y: float, items: tuple[Sample, ...]) -> Iterator[str]:
    for name, width, drawn in items:
        yield drawn(x, y)
        yield elements.words(x + width + 6, y + 4, name, cls="ec-muted")
        x += width + elements.width_of(name, bar_shapes.LABEL) + 22


def as_of(axis: Axis, day: dt.date, top: float, bottom: float) -> str:
    """The end of the day the data speak for, as a dotted line."""
    x = elements.number(axis.x(day.toordinal() + 1))
    line = f"M{x} {elements.number(top)}V{elements.number(bottom)}"
    return elements.group([elements.tooltip(f"as of {day}"), elements.stroke(line, cls="ec-asof")])
