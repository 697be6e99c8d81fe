"""A brute-force oracle: reads the dates of a scene day by day and looks who shared a day.

Run as a script it compares random scenes with the audit: ``python tests/oracle.py 100000``.
"""

from __future__ import annotations

import datetime as dt
import random
import sys

from audit_strategies import AS_OF, ORGANIZATIONS, Scene, finding

import endorsecheck as ec
from endorsecheck.codes import Verdict

Reading = list[tuple[str, int, int]]
"""Of each stay: where, first and last day as numbers."""

EARLIEST = dt.date(2018, 1, 1).toordinal()
"""Stands for a start that nothing limits."""


def days(date: ec.PartialDate | ec.DateMark, *, of_unknown: tuple[int, int]) -> tuple[int, int]:
    """First and last day number that a date could mean."""
    if isinstance(date, ec.PartialDate):
        return date.earliest.toordinal(), date.latest.toordinal()
    return of_unknown


def read(period: ec.Period, recorded: int, rng: random.Random) -> tuple[int, int]:
    """One reading of a period; often one at the edge, where mistakes live."""
    ongoing = period.end is ec.DateMark.ONGOING
    ends = days(period.end, of_unknown=(recorded, recorded) if ongoing else (EARLIEST, recorded))
    starts = days(period.start, of_unknown=(EARLIEST, ends[1]))
    first = pick(starts[0], min(starts[1], ends[1]), rng)
    return first, pick(max(ends[0], first), ends[1], rng)


def pick(first: int, last: int, rng: random.Random) -> int:
    """A day of a range, each end of it in one of three draws."""
    return rng.choice((first, last, rng.randint(first, last)))


def reading(stays: tuple[ec.Engagement, ...], recorded: dt.date, rng: random.Random) -> Reading:
    """One reading of a history."""
    number = recorded.toordinal()
    return [(each.organization or "", *read(each.period, number, rng)) for each in stays]


def met_by(one: Reading, other: Reading, day: int) -> bool:
    """Whether the two shared a day at one place by a day."""
    return any(
        place == elsewhere and max(first, begin) <= min(last, end, day)
        for place, first, last in one
        for elsewhere, begin, end in other
    )


def truths(scene: Scene, *, readings: int) -> set[bool]:
    """What is true on some readings of a scene, drawn at random but always the same."""
    rng = random.Random(str(scene))  # noqa: S311 # no secret
    recorded = scene.recorded_on or AS_OF
    early, late = days(scene.date, of_unknown=(AS_OF.toordinal(),) * 2)
    return {
        met_by(
            reading(scene.owners, AS_OF, rng),
            reading(scene.theirs, recorded, rng),
            pick(early, late, rng),
        )
        for _ in range(readings)
    }


def random_date(rng: random.Random) -> ec.PartialDate:
    """A date of any precision in two years."""
    day = dt.date(2019, 1, 1) + dt.timedelta(days=rng.randrange(731))
    parts = (day.year, day.month, day.day)
    return ec.PartialDate(*parts[: rng.randint(1, 3)])


def random_period(rng: random.Random) -> ec.Period:
    """A period with ends of every kind."""
    start = ec.DateMark.UNKNOWN if rng.random() < 0.1 else random_date(rng)
    end = rng.choice(list(ec.DateMark)) if rng.random() < 0.2 else random_date(rng)
    if isinstance(start, ec.PartialDate) and isinstance(end, ec.PartialDate) and end < start:
        start, end = end, start
    return ec.Period(start, end)


def random_scene(rng: random.Random) -> Scene:
    """A scene of one or two positions on each side."""

    def stays() -> tuple[ec.Engagement, ...]:
        count = rng.randint(1, 2)
        return tuple(
            ec.Position(rng.choice(ORGANIZATIONS[:2]), period=random_period(rng))
            for _ in range(count)
        )

    return Scene(stays(), stays(), complete=True, recorded_on=None, date=random_date(rng))


def main(scenes: int) -> int:
    """Compare that many scenes; the number of wrong firm verdicts."""
    rng = random.Random(20260630)  # noqa: S311 # no secret
    wrong = firm = 0
    for _ in range(scenes):
        scene = random_scene(rng)
        verdict = finding(scene).verdict
        firm += verdict.is_firm
        seen = truths(scene, readings=60)
        wrong += verdict is Verdict.CAN_ATTEST and False in seen
        wrong += verdict is Verdict.CANNOT_ATTEST and True in seen
    print(f"{scenes} scenes, {firm} firm verdicts, {wrong} wrong")
    return wrong


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
