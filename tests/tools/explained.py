"""Pictures that explain dates and names, made of what the library says of invented examples."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence

import attrs
import flow
import layers

import endorsecheck as ec
from endorsecheck._pictures import bar_shapes, elements
from endorsecheck._pictures.time_axis import Axis

AS_OF = dt.date(2026, 6, 30)
LEFT, RIGHT, TOP = 28, 26, 16
"""Room beside and above what is drawn, in px."""

ROW = 36
"""Height of a row, in px: a line of words, and a bar below it."""

PRECISIONS = (
    ("2019", "some day of the year"),
    ("Mar 2019", "some day of the month"),
    ("2019-03-12", "that day"),
)
PERIODS = (
    ("2016", "2019", "certain in 2017 and 2018, possible in the years beside them", "years"),
    ("Mar 2016", "2019-06-30", "the finer the dates, the less is open", "finer"),
    ("2016", "present", "until the day of recording; nothing is said after it", "recorded"),
    ("2016", "", "on one day of 2016 at least; all after it is open", "no end"),
    ("", "2019", "on one day of 2019 at least; all before it is open", "no start"),
)
PAIRS = (
    ("Facebook", "Meta Platforms", "renamed"),
    ("Sun Microsystems", "Oracle", "bought"),
    ("Chrysler", "Daimler", "bought and sold"),
    ("Bankia", "CaixaBank", "merged into the other"),
    ("WhatsApp", "Instagram", "subsidiaries of one parent"),
    ("Stealth Startup", "Oracle", "no name at all"),
)
TINTS = {
    ec.Relation.SAME: "ec-can",
    ec.Relation.RELATED: "ec-might",
    ec.Relation.DIFFERENT: "ec-cannot",
    ec.Relation.NOT_AN_ORGANIZATION: "ec-unknown",
}
"""The colour of what can come of a relation."""


@attrs.frozen
class Sheet:
    """A card with rows on one line of time."""

    axis: Axis
    width: int

    @classmethod
    def of(cls, first: str, last: str, width: int) -> Sheet:
        """A sheet that shows the days from a first to a last."""
        begin, end = (dt.date.fromisoformat(day).toordinal() for day in (first, last))
        return cls(Axis(first=begin, last=end, left=LEFT, right=width - RIGHT), width)

    def words(self, y: float, text: str, *notes: str) -> str:
        """A line of words above a bar, and in grey the first of the notes that fits."""
        room = self.width - LEFT - 8 - elements.width_of(f"{text}  ", 11)
        body = elements.escape(text)
        fitting = [note for note in notes if elements.width_of(note, 11) <= room]
        if fitting:
            body += elements.tag("tspan", elements.escape(fitting[0]), cls="ec-note", dx=7)
        return elements.tag("text", body, x=LEFT, y=y, cls="ec-bold")

    def bar(self, y: float, period: ec.Period, look: str = "ec-owner") -> str:
        """A period as the timelines of the library draw it."""
        stay = ec.Position("Acme Corp", period=period)
        person = ec.Person("Dana Reyes", history=ec.WorkHistory([stay]))
        (bar,) = bar_shapes.bars_of(person, AS_OF)
        return elements.group(bar_shapes.shape(bar, self.axis, y), cls=look)

    def document(self, parts: Sequence[str], height: float, title: str, told: str) -> str:
        """The whole picture."""
        body = "".join(parts)
        return elements.document(
            body, width=self.width, height=height, title=title, description=told
        )


def precisions(width: int) -> str:
    """What a year, a month and a day stand for."""
    sheet = Sheet.of("2018-09-01", "2020-04-30", width)
    bottom = TOP + ROW * len(PRECISIONS)
    parts, told = [sheet.axis.lines(TOP, bottom)], []
    for y, (text, note) in rows(PRECISIONS):
        date = ec.parse_date(text)
        assert isinstance(date, ec.PartialDate)
        count = (date.latest - date.earliest).days + 1
        days = "1 day" if count == 1 else f"{count} days"
        x0, x1 = sheet.axis.stretch(date.earliest.toordinal(), date.latest.toordinal())
        drawn = (
            bar_shapes.hatched(x0, x1, y + 16, bar_shapes.HEIGHT, "lr")
            if count > 1
            else [elements.box(x0, y + 16, x1, y + 26, cls="ec-solid")]
        )
        parts += [
            sheet.words(y + 11, text, f"{note}: {days}"),
            elements.group(drawn, cls="ec-owner"),
        ]
        told.append(f"{text} is {note}, {date.earliest} to {date.latest}: {days}.")
    return sheet.document(parts, bottom + 22, "What a date stands for", " ".join(told))


def periods(width: int) -> str:
    """Periods with ends of all kinds."""
    sheet = Sheet.of("2014-06-01", "2027-12-31", width)
    bottom = TOP + ROW * len(PERIODS)
    parts, told = [sheet.axis.lines(TOP, bottom)], []
    for y, (start, end, note, short) in rows(PERIODS):
        period = ec.Period.parse(start, end)
        parts += [sheet.words(y + 11, str(period), note, short), sheet.bar(y + 16, period)]
        told.append(f"{period}: {note}.")
    return sheet.document(parts, bottom + 22, "Periods as they are drawn", " ".join(told))


def readings(width: int) -> str:
    """Two periods that may or may not share a day, and two readings of them."""
    mine, theirs = ec.Period.parse("2015", "Mar 2019"), ec.Period.parse("Mar 2019", "2021")
    found = mine.overlap(theirs, as_of=AS_OF)
    panels = (
        ("As written", mine, theirs),
        ("One reading", *read("2019-03-31", "2019-03-01")),
        ("Another", *read("2019-03-01", "2019-03-31")),
    )
    sheet = Sheet.of("2019-02-01", "2019-04-30", width)
    bottom = TOP + 66 * len(panels)
    parts, told = [months(sheet, bottom)], []
    for i, (name, one, other) in enumerate(panels):
        y = TOP + 66 * i
        days = one.overlap(other, as_of=AS_OF)
        note = shared(days)
        parts += [
            *band(sheet, y + 18, days, (one, other)),
            sheet.words(y + 11, name, f"{one} and {other}: {note}", note),
            sheet.bar(y + 22, one),
            sheet.bar(y + 40, other, "ec-endorser"),
        ]
        told.append(f"{name}: {one} and {other}, {note}.")
    title = f"{found.certainty.value}: {shared(found)}".capitalize()
    return sheet.document(parts, bottom + 22, title, " ".join(told))


def identities(width: int) -> str:
    """What two names are to each other, and from when to when."""
    registry = ec.OrganizationRegistry()
    sheet = Sheet.of("1990-01-01", "2026-06-30", width)
    bottom = TOP + (ROW + 8) * len(PAIRS)
    parts, told = [sheet.axis.lines(TOP, bottom)], []
    for i, (one, other, note) in enumerate(PAIRS):
        y = TOP + (ROW + 8) * i
        spans = registry.spans(one, other)
        parts += [
            sheet.words(y + 11, f"{one} and {other}", note),
            *(segment(sheet, y + 16, each) for each in spans),
        ]
        sentence = ", ".join(f"{each.relation.value}{since(each)}" for each in spans)
        told.append(f"{one} and {other}, {note}: {sentence}.")
    return sheet.document(parts, bottom + 22, "Names of organizations in time", " ".join(told))


def rows(items: Sequence[tuple[str, ...]]) -> Iterator[tuple[float, tuple[str, ...]]]:
    """Where each row begins."""
    return ((TOP + ROW * i, item) for i, item in enumerate(items))


def read(end: str, start: str) -> tuple[ec.Period, ec.Period]:
    """One reading: the one leaves and the other comes on a known day."""
    return ec.Period.parse("2015-01-01", end), ec.Period.parse(start, "2021-12-31")


def shared(overlap: ec.Overlap) -> str:
    """How many days two periods share, in words."""
    least, most = overlap.min_days, overlap.max_days
    days = str(least) if least == most else f"{least} to {most}"
    return f"{days} days shared" if most else "no day shared"


def since(span: ec.organizations.RelationSpan) -> str:
    """From when on a relation holds."""
    return f" from {span.first}" if span.first else ""


def months(sheet: Sheet, bottom: float) -> str:
    """The months as thin lines with their names."""
    days = [dt.date(2019, month, 1) for month in (2, 3, 4)]
    places = [sheet.axis.x(day.toordinal()) for day in days]
    lines = "".join(f"M{elements.number(x)} {TOP}V{elements.number(bottom)}" for x in places)
    names = [
        elements.words(x, bottom + 13, name, cls="ec-small ec-muted ec-middle")
        for x, name in zip(places, ("1 Feb", "1 Mar", "1 Apr 2019"), strict=True)
    ]
    return elements.group([elements.stroke(lines, cls="ec-grid"), *names])


def band(
    sheet: Sheet, y: float, overlap: ec.Overlap, stays: tuple[ec.Period, ec.Period]
) -> list[str]:
    """The shared stretch, faint where it is only possible."""
    if not overlap.max_days:
        return []
    one, other = (stay.bounds(AS_OF) for stay in stays)
    x0, x1 = sheet.axis.stretch(other.first_earliest, one.last_latest)
    look = "ec-can" if overlap.min_days else "ec-might"
    box = elements.box(x0, y, x1, y + 36, cls="ec-fill ec-sure")
    rim = elements.stroke(f"M{x0:.1f} {y}V{y + 36}M{x1:.1f} {y}V{y + 36}", cls="ec-rim")
    return [elements.group([box, rim], cls=look)]


def segment(sheet: Sheet, y: float, span: ec.organizations.RelationSpan) -> str:
    """A stretch of time with what the names are in it."""
    axis = sheet.axis
    first = axis.first if span.first is None else span.first.toordinal()
    last = axis.last if span.last is None else span.last.toordinal()
    x0, x1 = axis.stretch(first, last)
    drawn = {
        ec.Relation.SAME: [elements.box(x0, y, x1, y + 18, cls="ec-fill ec-sure")],
        ec.Relation.RELATED: bar_shapes.hatched(x0, x1, y, 18, ""),
    }
    edge = f"M{x0:.1f} {y}H{x1:.1f}V{y + 18}H{x0:.1f}Z"
    rim = elements.stroke(edge, cls="ec-rim" if span.relation in drawn else "ec-loose")
    name = span.relation.value.replace("-", " ")
    middle = elements.words((x0 + x1) / 2, y + 13, name, cls="ec-label ec-middle")
    return elements.group([*drawn.get(span.relation, ()), rim, middle], cls=TINTS[span.relation])


PICTURES: dict[str, Callable[[int], str]] = {
    "dates-precision": precisions,
    "dates-periods": periods,
    "dates-readings": readings,
    "layers": layers.layers,
    "stays-here": flow.stays,
    "names-in-time": identities,
}
"""What is drawn at a width in px, by the name of the file."""
