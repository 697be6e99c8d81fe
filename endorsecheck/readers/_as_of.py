"""The day an export speaks for, found without a clock.

In this order: what the caller says; the date in the name of the archive or folder, as LinkedIn
writes it; the newest date in the data, which is a safe lower bound; the newest date of a
member of the archive. A re-zipped archive is younger than its data, so the last is only used
where the data hold no date at all.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence

from endorsecheck._safe import visible
from endorsecheck.dates import DateLike, PartialDate
from endorsecheck.exceptions import ReadError

__all__: list[str] = []

_NAMED = r"(?a)(?<!\d)(\d\d)-(\d\d)-(\d{4})(?!\d)"
_OPENED = 2003
"""Year in which LinkedIn opened."""
_LATEST_START = dt.timedelta(days=366)
"""How long after the newest event a position may start before it looks like a slip."""


def in_name(name: str) -> dt.date | None:
    """The date in the name of an export, month first: ``..._06-30-2026.zip``."""
    found = re.search(_NAMED, name)
    if found is None:
        return None
    month, day, year = map(int, found.groups())
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def newest(dates: Iterable[DateLike]) -> dt.date | None:
    """The newest of some dates, each taken at its earliest; ``None`` if none is known."""
    days = [date.earliest for date in dates if isinstance(date, PartialDate)]
    return max(days, default=None)


def in_data(events: Iterable[DateLike], starts: Iterable[DateLike]) -> dt.date | None:
    """The newest date in the data.

    Args:
        events: Dates that LinkedIn wrote: of endorsements, connections, invitations and
            recommendations.
        starts: Dates that the owner typed: a job may have started after the last event, but
            one far in the future is a slip.
    """
    event = newest(events)
    if event is None:
        return newest(starts)
    start = newest(
        date
        for date in starts
        if isinstance(date, PartialDate) and date.earliest <= event + _LATEST_START
    )
    return max(event, start or event)


def infer(
    names: Sequence[str], data: dt.date | None, written: Iterable[str | None]
) -> tuple[dt.date, str]:
    """The day, and how it was found.

    Args:
        names: Names of the archive or folder, that of the source itself first.
        data: The newest date in the data.
        written: Days on which members of the archive were written, ISO 8601.

    Raises:
        ReadError: There is no date at all.
    """
    named = next(filter(None, map(in_name, names)), None)
    if named is not None and (data is None or named >= data):
        return named, "date in the name of the export"
    if data is not None:
        return data, "newest date in the data"
    members = [day for day in map(_real, written) if day is not None]
    if members:
        return max(members), "newest file in the archive"
    msg = f"{visible(names[0])}: no date anywhere, expected the argument as_of"
    raise ReadError(msg)


def _real(day: str | None) -> dt.date | None:
    """A day on which LinkedIn can have written a file; archives without days say 1980."""
    try:
        date = dt.date.fromisoformat(day or "")
    except ValueError:
        return None
    return date if date.year >= _OPENED else None
