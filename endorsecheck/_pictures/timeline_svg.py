"""The picture of two people on one line of time.

From top to bottom: a headline, the owner's bars, the words of the shaded stretches, the
endorser's bars, the endorsements, the years, and a key.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

import attrs

from endorsecheck._pictures import (
    band_shapes,
    bar_shapes,
    descriptions,
    elements,
    legend,
    mark_shapes,
)
from endorsecheck._pictures.bar_shapes import Bar, Lane
from endorsecheck._pictures.style import STYLE
from endorsecheck._pictures.time_axis import Axis
from endorsecheck._timeline import Timeline
from endorsecheck.evidence import Evidence
from endorsecheck.models import Person

__all__: list[str] = []

_PAD = 14
_OPEN_ROOM = 26
"""Room for an open end on the left, in px."""

_HEAD, _NAME, _MIDDLE, _FOOT, _KEY = 48, 18, 26, 20, 26
"""Heights in px: headline, a person's name, the words of bands, the years, the key."""

_WIDE = 640
"""Width in px from which on there are a headline and a key."""


def draw(timeline: Timeline, width: int) -> str:
    """The whole picture with its own style sheet."""
    return _Sheet(timeline, width, _WIDE).svg(STYLE)


def inset(timeline: Timeline, width: int) -> str:
    """The picture for a page that has the style sheet, a key, and the verdict beside it."""
    return _Sheet(timeline, width, width + 1).svg("")


@attrs.frozen(slots=False)
class _Sheet:
    """What goes where."""

    timeline: Timeline
    width: int
    wide_from: int

    @property
    def is_wide(self) -> bool:
        """Whether there are a headline and a key."""
        return self.width >= self.wide_from

    @cached_property
    def evidence(self) -> list[Evidence]:
        return band_shapes.telling(band_shapes.weighed(self.timeline.findings))

    @cached_property
    def mine(self) -> _Side:
        return self._side(self.timeline.owner, "owner")

    @cached_property
    def theirs(self) -> _Side:
        return self._side(self.timeline.endorser, "endorser")

    def _side(self, person: Person, role: str) -> _Side:
        bars = bar_shapes.bars_of(person, self.timeline.as_of)
        matched = band_shapes.subjects(self.evidence)
        drawn = bar_shapes.most_telling(bars, matched)
        standing = descriptions.standing_of(person, self.timeline.as_of)
        is_plain = role == "owner" and person.history.engagements
        notes = [] if is_plain else [standing]
        return _Side(person, role, notes, bars, drawn, matched)

    @cached_property
    def marks(self) -> list[mark_shapes.Mark]:
        return mark_shapes.marks_of(self.timeline.findings)

    @cached_property
    def bands(self) -> list[band_shapes.Band]:
        return band_shapes.bands_of(self.evidence, self.mine.drawn, self.theirs.drawn)

    @cached_property
    def axis(self) -> Axis:
        days = [self.timeline.as_of.toordinal()]
        days += [day for bar in (*self.mine.drawn, *self.theirs.drawn) for day in bar.days()]
        days += [day for mark in self.marks for day in mark.days or ()]
        return Axis.of(days, _PAD + _OPEN_ROOM, self.width - _PAD - 4)

    def svg(self, css: str) -> str:
        """The document."""
        line, parts = self._body()
        height = line + _FOOT + _KEY * self.is_wide
        if self.is_wide:
            parts += [
                self._headline(),
                legend.draw(_PAD, height - 14, self.timeline.as_of, legend.SHARED_BAND),
            ]
        return elements.document(
            "".join(parts),
            width=self.width,
            height=height,
            title=self.title,
            description=self.description,
            css=css,
        )

    def _body(self) -> tuple[float, list[str]]:
        """The height of the line of years, and all that is drawn above it."""
        axis, top = self.axis, _PAD + _HEAD * self.is_wide
        mine, theirs = (
            bar_shapes.packed(self.mine.drawn, axis),
            bar_shapes.packed(self.theirs.drawn, axis),
        )
        middle = top + _NAME + _depth(mine)
        below = middle + _MIDDLE
        marks_top = below + _NAME + _depth(theirs) + 2
        line = marks_top + mark_shapes.ROW * self._rows + 4
        return line, [
            axis.lines(top, line),
            legend.as_of(axis, self.timeline.as_of, top + _NAME, line),
            *self._shading(_tops(mine, top + _NAME), _tops(theirs, below + _NAME)),
            *self.mine.shapes(mine, axis, top + _NAME),
            *self.theirs.shapes(theirs, axis, below + _NAME),
            *(mark_shapes.stem(each, axis, marks_top, top + _NAME) for each in self.places),
            self.mine.head(top, self.width),
            *self.mine.labels(mine, top + _NAME),
            self.theirs.head(below, self.width),
            *self.theirs.labels(theirs, below + _NAME),
            *band_shapes.captions(self.bands, axis, middle + 16),
            *self._endorsements(marks_top),
        ]

    def _shading(self, mine: dict[Bar, float], theirs: dict[Bar, float]) -> list[str]:
        """The bands, the best one on top of the others."""
        return [
            band_shapes.draw(
                band, self.axis, mine[band.mine], theirs[band.theirs] + bar_shapes.HEIGHT
            )
            for band in reversed(band_shapes.distinct(self.bands))
        ]

    @cached_property
    def places(self) -> list[mark_shapes.Place]:
        return mark_shapes.placed(mark_shapes.most_telling(self.marks), self.axis)

    def _endorsements(self, top: float) -> list[str]:
        """The marks, and how many more there are."""
        drawn = [mark_shapes.draw(each, top) for each in self.places]
        if self._left:
            text = elements.fitted(self._left, bar_shapes.LABEL, self.axis.right - self.axis.left)
            y = top + (self._rows - 1) * mark_shapes.ROW + 14
            drawn.append(elements.words(self.axis.left, y, text, cls="ec-muted"))
        return drawn

    @property
    def _left(self) -> str:
        """What is said of the endorsements that are not drawn."""
        return mark_shapes.rest_of(self.marks, (each.mark for each in self.places))

    @property
    def _rows(self) -> int:
        """How many rows the endorsements take."""
        return max((each.row + 1 for each in self.places), default=0) + bool(self._left)

    def _headline(self) -> str:
        verdict, words, why = descriptions.headline(self.timeline.endorser, self.timeline.findings)
        room = self.width - 2 * _PAD
        lines = [
            mark_shapes.icon(verdict, _PAD + 7, _PAD + 8),
            elements.words(_PAD + 22, _PAD + 13, words, cls="ec-big"),
            elements.words(_PAD, _PAD + 32, elements.fitted(why, 12, room), cls="ec-muted ec-why"),
        ]
        return elements.group(lines)

    @property
    def title(self) -> str:
        """Who is drawn, and the verdicts."""
        return descriptions.title(
            self.timeline.owner, self.timeline.endorser, self.timeline.findings
        )

    @property
    def description(self) -> str:
        """All that is drawn, in words."""
        parts = [side.told for side in (self.mine, self.theirs)]
        parts += [descriptions.meeting(band) for band in self.bands]
        parts += [descriptions.given(mark) for mark in self.marks]
        return " ".join([*parts, f"As of {self.timeline.as_of}."])


@attrs.frozen
class _Side:
    """One of the two people: all bars, those that are drawn, and those that matter."""

    person: Person
    role: str
    notes: Sequence[str]
    bars: Sequence[Bar]
    drawn: Sequence[Bar]
    matched: set[bar_shapes.Subject]

    @property
    def told(self) -> str:
        """The side in words."""
        return descriptions.history(self.person, self.role, self.bars)

    def head(self, y: float, width: int) -> str:
        """The name, and what is known of the history."""
        name = elements.fitted(descriptions.called(self.person), elements.BOLD, width * 0.5)
        left = len(self.bars) - len(self.drawn)
        notes = [self.role, *[f"{left} not drawn"] * bool(left), *self.notes]
        room = width - 2 * _PAD - elements.width_of(name, elements.BOLD) - 8
        note = elements.escape(elements.fitted(" · ".join(notes), bar_shapes.LABEL, room))
        told = elements.tag("tspan", note, cls="ec-note", dx=7)
        return elements.tag("text", elements.escape(name) + told, x=_PAD, y=y + 11, cls="ec-bold")

    def shapes(self, lanes: Sequence[Lane], axis: Axis, top: float) -> list[str]:
        """The bars; those that matter for no finding are dimmed where others do."""
        looks = [f"ec-{self.role}{' ec-dim' * self._is_dim(lane)}" for lane in lanes]
        return [bar_shapes.draw(*pair, axis, top) for pair in zip(lanes, looks, strict=True)]

    def labels(self, lanes: Sequence[Lane], top: float) -> list[str]:
        """What is written above the bars."""
        looks = ["ec-muted" if self._is_dim(lane) else "ec-label" for lane in lanes]
        return [bar_shapes.label(*pair, top) for pair in zip(lanes, looks, strict=True)]

    def _is_dim(self, lane: Lane) -> bool:
        return bool(self.matched) and lane.bar.subject not in self.matched


def _depth(lanes: Sequence[Lane]) -> int:
    """The height of all rows, in px."""
    return bar_shapes.LANE * max((lane.row + 1 for lane in lanes), default=0)


def _tops(lanes: Sequence[Lane], top: float) -> dict[Bar, float]:
    """Where each bar begins."""
    return {lane.bar: lane.y(top) for lane in lanes}
