"""Connections as the export has them: rows of ``Connections.csv``, column by column."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import repeat
from typing import ClassVar

from endorsecheck._deferred import maker
from endorsecheck._histories import person_later
from endorsecheck.dates import DateLike, DateMark, Period
from endorsecheck.models import Engagement, Person, Position, Provenance, WorkHistory
from endorsecheck.readers._blocks import Batch

__all__: list[str] = []


class Contacts:
    """Some rows that follow each other.

    Args:
        place: The kind of source, and the name of the file.
        line: Of the first row.
        who: Full names and addresses of profiles; of each row one at least is not empty.
        jobs: Where they work now and as what, perhaps empty.
        days: Since when they are connected.

    Attributes:
        recorded_on: The day of the export, once it is known.
    """

    __slots__ = ("companies", "days", "line", "names", "place", "recorded_on", "titles", "urls")

    def __init__(
        self,
        place: tuple[str, str],
        line: int,
        who: tuple[Sequence[str], Sequence[str]],
        jobs: tuple[Sequence[str], Sequence[str]],
        days: Sequence[DateLike],
    ) -> None:
        self.place = place
        self.line = line
        self.names, self.urls = who
        self.companies, self.titles = jobs
        self.days = days
        self.recorded_on: dt.date | None = None

    def __len__(self) -> int:
        return len(self.names)

    def __iter__(self) -> Iterator[Contact]:
        return map(_contact, repeat(self), range(len(self)))

    def people(self, recorded_on: dt.date | None) -> list[Person]:
        """The people of these rows.

        Args:
            recorded_on: The day of the export.
        """
        self.recorded_on = recorded_on
        told = zip(self.names, self.urls, self.companies, self, strict=True)
        return [
            person_later(name, url or None, each) if company else each.person()
            for name, url, company, each in told
        ]


class Contact:
    """One of these rows; the history of a person is made from it when somebody asks.

    Attributes:
        rows: The rows.
    """

    __slots__ = ("_row", "rows")

    rows: Contacts
    _row: int
    complete: ClassVar[bool] = False
    size: ClassVar[int] = 1

    @property
    def connected_on(self) -> DateLike:
        """Since when they are connected."""
        return self.rows.days[self._row]

    @property
    def recorded_on(self) -> dt.date | None:
        """The day of the export."""
        return self.rows.recorded_on

    def places(self) -> tuple[str, ...]:
        """The current company."""
        return (self.rows.companies[self._row],)

    def engagements(self, is_wanted: Callable[[str], bool]) -> tuple[Engagement, ...]:
        """The current job, if it is at a company that is wanted."""
        company = self.rows.companies[self._row]
        return self.history().engagements if is_wanted(company) else ()

    def history(self) -> WorkHistory:
        """The current job, undated: all that is known."""
        company, title = self.rows.companies[self._row], self.rows.titles[self._row]
        jobs = []
        if company:
            period, where = Period(DateMark.UNKNOWN, DateMark.ONGOING), self.provenance()
            jobs = [Position(company, title, period=period, provenance=where)]
        return WorkHistory(jobs, complete=False, recorded_on=self.recorded_on)

    def provenance(self) -> Provenance:
        """Where the row stands."""
        return Provenance(*self.rows.place, self.rows.line + self._row)

    def person(self) -> Person:
        """The person, whose current company, undated, is all that is known."""
        rows, row = self.rows, self._row
        name, url = rows.names[row], rows.urls[row] or None
        if rows.companies[row]:
            return person_later(name, url, self)
        return Person(name, url, self.history(), provenance=self.provenance())


_contact = maker(Contact, "rows", "_row")


def rows_of(batches: Iterable[Batch[Contact]]) -> list[Contacts]:
    """The rows of batches; what is no block is one row at most."""
    found = []
    for batch in batches:
        if isinstance(batch, Contacts):
            found.append(batch)
        else:
            found += [each.rows for each in batch]
    return found
