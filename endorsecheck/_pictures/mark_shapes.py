"""Endorsements as marks on the line of time, each with the shape of its verdict."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import attrs

from endorsecheck._pictures import elements
from endorsecheck._pictures.style import SHAPES, SIGNS, TINT
from endorsecheck._pictures.time_axis import Axis
from endorsecheck.codes import Verdict
from endorsecheck.dates import DateLike, PartialDate
from endorsecheck.findings import Finding

__all__: list[str] = []

ROW = 20
"""Height of a row of marks, in px."""

MOST_MARKS = 6
"""Marks that are drawn in one picture; each stands for all endorsements of one day."""

_FONT = 11
"""Font size of a label, in px."""

_SIZE = 12
_SMALL = 0.75
"""Width of a mark in px, and its share where the mark is small."""


@attrs.frozen(kw_only=True)
class Mark:
    """The endorsements of one person on one day that have one verdict.

    Attributes:
        date: The day, as precise as it is known.
        verdict: The verdict that they share.
        is_shown: Whether the profile shows them.
        skills: What was endorsed.
    """

    date: DateLike
    verdict: Verdict
    is_shown: bool
    skills: tuple[str, ...]

    @property
    def days(self) -> tuple[int, int] | None:
        """The first and last day that it could mean; ``None`` if nothing is known."""
        if not isinstance(self.date, PartialDate):
            return None
        return self.date.earliest.toordinal(), self.date.latest.toordinal()

    @property
    def told(self) -> str:
        """The mark in words."""
        hidden = "" if self.is_shown else ", not shown on the profile"
        when = self.date if self.days else "on an unknown day"
        return f"endorsed for {', '.join(self.skills)} {when}{hidden}: {words_of(self.verdict)}"


def words_of(verdict: Verdict) -> str:
    """A verdict as people say it."""
    return str(verdict.value).replace("-", " ")


def marks_of(findings: Iterable[Finding]) -> list[Mark]:
    """The marks of some findings, the earliest first, those of an unknown day at the end."""
    groups: dict[tuple[DateLike, Verdict, bool], list[str]] = {}
    for each in findings:
        key = (each.endorsement.date, each.verdict, each.is_shown)
        groups.setdefault(key, []).append(each.endorsement.skill)
    marks = [
        Mark(date=date, verdict=verdict, is_shown=is_shown, skills=tuple(skills))
        for (date, verdict, is_shown), skills in groups.items()
    ]
    return sorted(marks, key=lambda mark: (mark.days or (10**7, 0), mark.told))


def most_telling(marks: Sequence[Mark]) -> list[Mark]:
    """As many marks as are drawn, in their order: the first of each verdict, the second, ..."""
    seen: Counter[Verdict] = Counter()
    ranked: list[tuple[int, int]] = []
    for i, mark in enumerate(marks):
        ranked.append((seen[mark.verdict], i))
        seen[mark.verdict] += 1
    return [marks[i] for i in sorted(i for _, i in sorted(ranked)[:MOST_MARKS])]


def rest_of(marks: Iterable[Mark], drawn: Iterable[Mark]) -> str:
    """How many endorsements are not drawn, and their verdicts; "" if there are none."""
    count = Counter(mark.verdict for mark in marks for _ in mark.skills)
    count -= Counter(mark.verdict for mark in drawn for _ in mark.skills)
    kinds = [verdict for verdict in Verdict if count[verdict]]
    short = [f"{count[kind]} {words_of(kind).removesuffix(' attest')}" for kind in kinds]
    told = words_of(kinds[0]) if len(kinds) == 1 else ", ".join(short)
    return f"and {count.total()} more: {told}" if kinds else ""


def icon(verdict: Verdict, x: float = 0, y: float = 0) -> str:
    """The shape and sign of a verdict, its centre at a place."""
    place = f"translate({elements.number(x - _SIZE / 2)} {elements.number(y - _SIZE / 2)})"
    parts = [
        elements.stroke(SHAPES[verdict], cls="ec-shape"),
        elements.stroke(SIGNS[verdict], cls="ec-sign"),
    ]
    return elements.group(parts, cls=f"ec-{TINT[verdict]}", transform=place)


def small(verdict: Verdict, x: float, y: float) -> str:
    """The shape of a verdict without its sign, its centre at a place."""
    half = _SIZE * _SMALL / 2
    place = f"translate({elements.number(x - half)} {elements.number(y - half)}) scale({_SMALL})"
    shape = elements.stroke(SHAPES[verdict], cls="ec-shape")
    return elements.group([shape], cls=f"ec-{TINT[verdict]} ec-small-mark", transform=place)


@attrs.frozen(kw_only=True)
class Place:
    """Where a mark and its label stand: its row, and three places in px from the left."""

    mark: Mark
    row: int
    x: float
    text_at: float
    text: str


def placed(marks: Sequence[Mark], axis: Axis) -> list[Place]:
    """The marks in as few rows as keep their labels apart."""
    rows: list[list[tuple[float, float]]] = []
    return [_placed(mark, axis, rows) for mark in marks]


def _placed(mark: Mark, axis: Axis, rows: list[list[tuple[float, float]]]) -> Place:
    x0, x1 = axis.stretch(*mark.days) if mark.days else (axis.left, axis.left + _SIZE)
    x = (x0 + x1) / 2
    text_at, text = _beside(mark, min(x - _SIZE / 2, x0) - 5, max(x + _SIZE / 2, x1) + 5, axis)
    width = elements.width_of(text, _FONT)
    begin, end = min(text_at, x0, x - _SIZE) - 4, max(text_at + width, x1, x + _SIZE) + 4
    free = (i for i, used in enumerate(rows) if all(end < a or b < begin for a, b in used))
    row = next(free, len(rows))
    rows += [[]] * (row == len(rows))
    rows[row] = [*rows[row], (begin, end)]
    return Place(mark=mark, row=row, x=x, text_at=text_at, text=text)


def _beside(mark: Mark, left: float, right: float, axis: Axis) -> tuple[float, str]:
    """Where a label begins, and how much of it fits: on the right, else on the wider side."""
    text = _label(mark, (axis.right - axis.left) * 0.65)
    if right + elements.width_of(text, _FONT) <= axis.right:
        return right, text
    if axis.right - right >= left - axis.left:
        return right, _label(mark, axis.right - right)
    text = _label(mark, min(left - axis.left, (axis.right - axis.left) * 0.65))
    return left - elements.width_of(text, _FONT), text


def _label(mark: Mark, room: float) -> str:
    """The day, the first skill, and how many more there are; a long skill is cut, not the day."""
    when = str(mark.date) if mark.days else "date unknown"
    more = f" +{len(mark.skills) - 1}" if len(mark.skills) > 1 else ""
    hidden = "" if mark.is_shown else ", not shown"
    rest = f"{when} {more}{hidden}"
    skill = elements.fitted(mark.skills[0], _FONT, room - elements.width_of(rest, _FONT))
    return f"{when} {skill}{more}{hidden}"


def draw(place: Place, top: float) -> str:
    """A mark and its label, in the rows that begin at a height in px."""
    y = _middle(place, top)
    parts = [
        elements.tooltip(place.mark.told),
        icon(place.mark.verdict, place.x, y),
        _beside_drawn(place, y + 4),
    ]
    return elements.group(parts)


def _beside_drawn(place: Place, y: float) -> str:
    """The label; one on the left ends where it has to, however wide the font is."""
    if place.text_at > place.x:
        return elements.words(place.text_at, y, place.text)
    end = place.text_at + elements.width_of(place.text, _FONT)
    return elements.words(end, y, place.text, cls="ec-end")


def stem(place: Place, axis: Axis, top: float, stem_top: float) -> str:
    """A thin line from a mark up through the picture, where its day is known.

    Two broken lines, joined at the mark, enclose the days that a coarse date could mean.
    """
    if not place.mark.days:
        return ""
    x0, x1 = axis.stretch(*place.mark.days)
    high, low = elements.number(stem_top), elements.number(_middle(place, top))
    if x1 - x0 < _SIZE / 2:
        return elements.stroke(
            f"M{elements.number(place.x)} {low}V{high}", cls=_look(place, "ec-stem")
        )
    left, right = elements.number(x0), elements.number(x1)
    path = f"M{left} {high}V{low}H{right}V{high}"
    return elements.stroke(path, cls=_look(place, "ec-stem ec-coarse"))


def _look(place: Place, more: str) -> str:
    return f"ec-line-{TINT[place.mark.verdict]} {more}"


def _middle(place: Place, top: float) -> float:
    return top + place.row * ROW + ROW / 2
