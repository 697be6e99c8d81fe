"""Where two stays meet, or how far apart they lie, as a shaded stretch across a picture."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

import attrs

from endorsecheck import _wording
from endorsecheck._pictures import bar_shapes, elements
from endorsecheck._pictures.bar_shapes import Bar
from endorsecheck._pictures.style import TINT
from endorsecheck._pictures.time_axis import Axis
from endorsecheck.codes import Standing
from endorsecheck.dates import Overlap
from endorsecheck.evidence import Evidence
from endorsecheck.findings import Finding
from endorsecheck.models import Engagement, Relationship

__all__: list[str] = []

_STANDINGS = tuple(Standing)

_HALF = 5
"""Half the height of a stretch drawn as a bar, in px."""

_AIR = 8
"""Room between the words of two bands, in px."""


@attrs.frozen(kw_only=True)
class Band:
    """A stretch of days that two stays share, may share, or that lies between them.

    Attributes:
        mine: The owner's bar.
        theirs: The endorser's bar.
        tint: Name of its colour.
        possible: First and last day that may be shared, or that lie between; the first is
            ``None`` where nothing limits it.
        certain: First and last day that are shared for certain; ``None`` where none can be named.
        text: What is written on it.
        is_gap: Whether it lies between two stays that never met.
    """

    mine: Bar
    theirs: Bar
    tint: str
    possible: tuple[int | None, int]
    certain: tuple[int, int] | None
    text: str
    is_gap: bool


def weighed(findings: Iterable[Finding]) -> list[Evidence]:
    """All evidence of some findings, each pair once, in its best standing, the best first."""
    best: dict[object, Evidence] = {}
    for each in (each for finding in findings for each in finding.evidence):
        key = (each.owner_engagement, each.endorser_engagement, each.relationship, each.overlap)
        if key not in best or _rank(each) < _rank(best[key]):
            best[key] = each
    return sorted(best.values(), key=_rank)


def telling(evidence: Sequence[Evidence]) -> list[Evidence]:
    """What a picture shows: every tie and every pair that may have met, else the nearest miss."""
    met = [each for each in evidence if each.overlap is None or each.overlap.max_days != 0]
    return met or list(evidence[:1])


def subjects(evidence: Iterable[Evidence]) -> set[Engagement | Relationship]:
    """The engagements and ties that some evidence speaks of."""
    sides = ((e.owner_engagement, e.endorser_engagement, e.relationship) for e in evidence)
    return {each for three in sides for each in three if each is not None}


def bands_of(
    evidence: Iterable[Evidence], mine: Sequence[Bar], theirs: Sequence[Bar]
) -> list[Band]:
    """The bands of some evidence, as far as its bars are drawn."""
    one, other = ({bar.subject: bar for bar in bars} for bars in (mine, theirs))
    return [
        _band(each, one[each.owner_engagement], other[each.endorser_engagement], each.overlap)
        for each in evidence
        if each.overlap and each.owner_engagement in one and each.endorser_engagement in other
    ]


def distinct(bands: Sequence[Band]) -> list[Band]:
    """The bands without those that lie within an earlier one to the same bar of the endorser.

    The best come first, and the colour of a lesser one would only sully theirs.
    """
    kept: list[Band] = []
    for band in bands:
        if not any(_holds(each, band) for each in kept):
            kept.append(band)
    return kept


def _holds(one: Band, other: Band) -> bool:
    """Whether one band shows all that the other would."""
    if one.theirs != other.theirs:
        return False
    (first, last), (begin, end) = one.possible, other.possible
    return last >= end and (first is None or (begin is not None and first <= begin))


def _rank(evidence: Evidence) -> int:
    return _STANDINGS.index(evidence.standing)


def _band(evidence: Evidence, mine: Bar, theirs: Bar, overlap: Overlap) -> Band:
    is_gap = overlap.max_days == 0
    return Band(
        mine=mine,
        theirs=theirs,
        tint=TINT[evidence.standing],
        possible=_between(mine, theirs) if is_gap else _shared(mine, theirs, overlap),
        certain=_certain(mine, theirs, overlap),
        text=_apart(mine, theirs, overlap) if is_gap else _together(overlap),
        is_gap=is_gap,
    )


def _shared(mine: Bar, theirs: Bar, overlap: Overlap) -> tuple[int | None, int]:
    """The days that may be shared."""
    if overlap.first_day_earliest is None or overlap.max_days is None:
        return None, min(mine.bounds.last_latest, theirs.bounds.last_latest)
    first = overlap.first_day_earliest.toordinal()
    return first, first + overlap.max_days - 1


def _certain(mine: Bar, theirs: Bar, overlap: Overlap) -> tuple[int, int] | None:
    """The days that are shared on every reading; that one day is shared may have no place."""
    if not overlap.min_days or overlap.first_day_latest is None:
        return None
    first = overlap.first_day_latest.toordinal()
    last = first + overlap.min_days - 1
    sure = [bar.certain for bar in (mine, theirs)]
    has_place = all(each and each[0] <= first and last <= each[1] for each in sure)
    return (first, last) if has_place else None


def _between(mine: Bar, theirs: Bar) -> tuple[int, int]:
    """The days from the last of the earlier stay to the first of the later one."""
    one, other = mine.bounds, theirs.bounds
    if other.first_earliest is not None and one.last_latest < other.first_earliest:
        return one.last_latest + 1, other.first_earliest - 1
    return other.last_latest + 1, (one.first_earliest or other.last_latest + 1) - 1


def _together(overlap: Overlap) -> str:
    if not overlap.min_days or overlap.first_day_latest is None:
        return "perhaps shared"
    return f"at least {_wording.stretch_from(overlap.first_day_latest, overlap.min_days)} shared"


def _apart(mine: Bar, theirs: Bar, overlap: Overlap) -> str:
    if not overlap.gap_days:
        return "no day shared"
    until = dt.date.fromordinal(_between(mine, theirs)[1] + 1)
    return f"at least {_wording.stretch(until, overlap.gap_days)} apart"


def draw(band: Band, axis: Axis, top: float, bottom: float) -> str:
    """The shading between two heights: certain days strong, possible ones faint."""
    x0, x1 = axis.stretch(*band.possible)
    parts = [
        elements.box(x0, top, x1, bottom, cls="ec-fill ec-maybe"),
        elements.stroke(_sides(x0, x1, top, bottom), cls="ec-loose"),
    ]
    if band.certain:
        s0, s1 = axis.stretch(*band.certain)
        parts += [
            elements.box(s0, top, s1, bottom, cls="ec-fill ec-sure"),
            elements.stroke(_sides(s0, s1, top, bottom), cls="ec-rim"),
        ]
    return elements.group(parts, cls=f"ec-{band.tint}")


def bar(band: Band, axis: Axis, y: float) -> str:
    """The stretch as a bar centred on a height: certain days solid, possible ones hatched."""
    x0, x1 = axis.stretch(*band.possible)
    high, low = y - _HALF, y + _HALF
    if band.is_gap:
        line = f"M{elements.number(x0)} {elements.number(y)}H{elements.number(x1)}"
        return elements.group([elements.stroke(line, cls="ec-gap")], cls=f"ec-line-{band.tint}")
    s0, s1 = axis.stretch(*band.certain) if band.certain else (x1, x1)
    parts = [
        *bar_shapes.hatched(x0, s0, high, low - high, "l"),
        *bar_shapes.hatched(s1, x1, high, low - high, "r"),
        elements.box(s0, high, s1, low, cls="ec-fill"),
    ]
    return elements.group(parts, cls=f"ec-{band.tint}")


def captions(bands: Sequence[Band], axis: Axis, y: float) -> list[str]:
    """What is written on the bands, the first ones' words where not all find room."""
    taken: list[tuple[float, float]] = []
    texts = []
    for band in bands:
        place = _caption_place(band, axis)
        if all(place[1] + _AIR < one or other + _AIR < place[0] for one, other in taken):
            taken.append(place)
            x = sum(place) / 2
            texts.append(elements.words(x, y, band.text, cls="ec-bold ec-middle"))
    return texts


def _caption_place(band: Band, axis: Axis) -> tuple[float, float]:
    """Where the words of a band begin and end: over its middle, as far as they fit."""
    x0, x1 = axis.stretch(*(band.certain or band.possible))
    width = elements.width_of(band.text, elements.BOLD)
    begin = max(axis.left - 4, min((x0 + x1 - width) / 2, axis.right - width))
    return begin, begin + width


def _sides(x0: float, x1: float, top: float, bottom: float) -> str:
    left, right, high, low = (elements.number(each) for each in (x0, x1, top, bottom))
    return f"M{left} {high}V{low}M{right} {high}V{low}"
