"""The picture of a whole result: the owner's career, and below it a row per endorser."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

import attrs

from endorsecheck._by_person import OnPerson, by_person
from endorsecheck._pictures import (
    band_shapes,
    bar_shapes,
    descriptions,
    elements,
    legend,
    mark_shapes,
)
from endorsecheck._pictures.bar_shapes import Bar
from endorsecheck._pictures.mark_shapes import words_of
from endorsecheck._pictures.style import STYLE
from endorsecheck._pictures.time_axis import Axis
from endorsecheck._timeline import Overview
from endorsecheck.codes import Verdict
from endorsecheck.findings import AuditResult

__all__: list[str] = []

_PAD = 14
_HEAD, _NAME, _ROW, _FOOT, _KEY = 48, 18, 22, 20, 26
"""Heights in px: headline, the owner's name, a row, the years, the key."""

_LINE = 19
"""Height of a second line of counts, in px."""

_WIDE = 640
"""Width in px from which on there is a key."""

_THIN = 4
"""Height of what an endorser did elsewhere, in px."""


def draw(overview: Overview, width: int) -> str:
    """The whole picture with its own style sheet."""
    return _Sheet(overview, width, _HEAD, _KEY * (width >= _WIDE)).svg(STYLE)


def inset(overview: Overview, width: int) -> str:
    """The picture for a page that has the style sheet, a headline and a key."""
    return _Sheet(overview, width, 0, 0).svg("")


@attrs.frozen(slots=False)
class _Sheet:
    """What goes where."""

    overview: Overview
    width: int
    head: int
    foot: int

    @property
    def result(self) -> AuditResult:
        """What is drawn."""
        return self.overview.result

    @cached_property
    def people(self) -> list[OnPerson]:
        return by_person(self.result)

    @cached_property
    def rows(self) -> list[_Row]:
        shown = self.people[: self.overview.limit]
        return [_row(each, self.career, self.result) for each in shown]

    @cached_property
    def career(self) -> list[Bar]:
        return bar_shapes.bars_of(self.result.owner, self.result.as_of)

    @cached_property
    def drawn(self) -> list[Bar]:
        """The bars of the career that are drawn, those of any row first."""
        return bar_shapes.most_telling(
            self.career, {band.mine.subject for row in self.rows for band in row.bands}
        )

    @cached_property
    def axis(self) -> Axis:
        days = [self.result.as_of.toordinal()]
        days += [day for bar in self.drawn for day in bar.days()]
        days += [day for row in self.rows for day in row.days()]
        return Axis.of(days, self.column + 26, self.width - _PAD - 4)

    @property
    def column(self) -> float:
        """Where the column of names ends, in px."""
        return min(max(self.width * 0.26, 116), 190)

    def svg(self, css: str) -> str:
        """The document."""
        top = _PAD + self.head + (self._counted[-1].line * _LINE if self.head else 0)
        lanes = bar_shapes.packed(self.drawn, self.axis)
        rows_top = top + bar_shapes.LANE * max((each.row + 1 for each in lanes), default=1) + 8
        line = rows_top + _ROW * (len(self.rows) + bool(self._left)) + 4
        height = line + _FOOT + self.foot
        parts = [
            self.axis.lines(top, line),
            self._columns(rows_top - 4, line),
            legend.as_of(self.axis, self.result.as_of, top, line),
            *(bar_shapes.draw(lane, "ec-owner", self.axis, top) for lane in lanes),
            *(bar_shapes.label(lane, "ec-label", top) for lane in lanes),
            *self._owner(top + 24),
            *(self._drawn(row, rows_top + i * _ROW) for i, row in enumerate(self.rows)),
            self._more(line - 12),
            self._headline() if self.head else "",
            legend.draw(_PAD, height - 14, self.result.as_of, legend.SHARED_ROW)
            if self.foot
            else "",
        ]
        return elements.document(
            "".join(parts),
            width=self.width,
            height=height,
            title=f"Endorsements of {descriptions.called(self.result.owner)}",
            description=self.description,
            css=css,
        )

    def _owner(self, y: float) -> list[str]:
        """The name, and how many engagements are not drawn."""
        left = len(self.career) - len(self.drawn)
        note = self._named(f"{left} not drawn", _PAD, y + 14, "ec-muted")
        called = descriptions.called(self.result.owner)
        name = elements.fitted(called, elements.BOLD, self.column - _PAD)
        return [elements.words(_PAD, y, name, cls="ec-bold"), *[note] * bool(left)]

    def _columns(self, top: float, bottom: float) -> str:
        """The owner's certain stretches, faintly down all rows."""
        places = self.axis.stretches(bar.certain for bar in self.drawn if bar.certain)
        return elements.group(
            elements.box(x0, top, x1, bottom, cls="ec-column") for x0, x1 in places
        )

    def _drawn(self, row: _Row, top: float) -> str:
        """One endorser: name, history, shared stretches, endorsements."""
        middle = top + _ROW / 2
        name = self._named(row.person.name, _PAD + 18, middle + 4, "ec-label")
        parts = [
            elements.tooltip(row.told),
            mark_shapes.icon(row.person.verdict, _PAD + 6, middle),
            name,
            *row.elsewhere(self.axis, middle),
            *row.shared(self.axis, middle),
            *row.given(self.axis, middle),
        ]
        return elements.group(parts)

    def _named(self, name: str, x: float, y: float, look: str) -> str:
        return elements.words(x, y, elements.fitted(name, 11, self.column - x), cls=look)

    @property
    def _left(self) -> int:
        return len(self.people) - len(self.rows)

    def _more(self, y: float) -> str:
        if not self._left:
            return ""
        return elements.words(_PAD + 18, y, f"and {self._left_in_words}", cls="ec-muted")

    @property
    def _left_in_words(self) -> str:
        return f"{self._left} more endorser{'s' * (self._left > 1)}"

    def _headline(self) -> str:
        title = f"Endorsements of {descriptions.called(self.result.owner)}"
        shown = elements.fitted(title, elements.BIG, self.width - 2 * _PAD)
        return elements.words(_PAD, _PAD + 13, shown, cls="ec-big") + self._counts()

    def _counts(self) -> str:
        """How many endorsements have each verdict, with its shape."""
        return elements.group(each.drawn() for each in self._counted)

    @cached_property
    def _counted(self) -> list[_Count]:
        """The counts side by side, in a second line what has no room in the first."""
        places, x, line = [], float(_PAD), 0
        for verdict, count in self.result.counts.items():
            text = f"{count} {words_of(verdict).removesuffix(' attest')}"
            width = 17 + elements.width_of(text, 11)
            if x + width > self.width - _PAD:
                x, line = float(_PAD), line + 1
            places.append(_Count(verdict, text, x, line))
            x += width + 14
        return places

    @property
    def description(self) -> str:
        """All that is drawn, in words."""
        parts = [descriptions.history(self.result.owner, "owner", self.career)]
        parts += [f"{row.told}." for row in self.rows]
        more = [f"And {self._left_in_words}."] if self._left else []
        return " ".join([*parts, *more, f"As of {self.result.as_of}."])


@attrs.frozen
class _Count:
    """How many endorsements have a verdict, and where that stands: px from the left, line."""

    verdict: Verdict
    text: str
    x: float
    line: int

    def drawn(self) -> str:
        """The shape of the verdict and the number."""
        y = _PAD + 30 + self.line * _LINE
        shape = mark_shapes.icon(self.verdict, self.x + 6, y)
        return shape + elements.words(self.x + 17, y + 4, self.text, cls="ec-muted")


@attrs.frozen
class _Row:
    """One endorser against the owner's career."""

    person: OnPerson
    bars: Sequence[Bar]
    bands: Sequence[band_shapes.Band]
    marks: Sequence[mark_shapes.Mark]

    @property
    def told(self) -> str:
        """The row in words."""
        found = "; ".join(
            dict.fromkeys(descriptions.meeting(band).rstrip(".") for band in self.bands)
        )
        verdicts = descriptions.verdicts(self.person.findings)
        return f"{self.person.name}: {verdicts}{found and f' ({found})'}"

    def days(self) -> list[int]:
        """The days that an axis must show."""
        days = [day for bar in self.bars for day in bar.days()]
        return days + [day for mark in self.marks for day in mark.days or ()]

    def elsewhere(self, axis: Axis, y: float) -> list[str]:
        """All engagements, thin."""
        parts = [
            part for bar in self.bars for part in bar_shapes.shape(bar, axis, y - _THIN / 2, _THIN)
        ]
        return [elements.group(parts, cls="ec-endorser ec-dim")] if parts else []

    def shared(self, axis: Axis, y: float) -> list[str]:
        """What is shared, or lies between, in the colour of its worth."""
        return [
            band_shapes.bar(band, axis, y) for band in reversed(band_shapes.distinct(self.bands))
        ]

    def given(self, axis: Axis, y: float) -> list[str]:
        """The endorsements whose day is known, as small shapes."""
        return [
            mark_shapes.small(mark.verdict, sum(axis.stretch(*mark.days)) / 2, y)
            for mark in self.marks
            if mark.days
        ]


def _row(person: OnPerson, career: Sequence[Bar], result: AuditResult) -> _Row:
    evidence = band_shapes.telling(band_shapes.weighed(person.findings))
    bars = bar_shapes.bars_of(person.person, result.as_of)
    drawn = bar_shapes.most_telling(bars, band_shapes.subjects(evidence))
    bands = band_shapes.bands_of(evidence, career, drawn)
    return _Row(person, drawn, bands, mark_shapes.marks_of(person.findings))
