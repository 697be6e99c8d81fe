"""From the tables of an export to one record: the owner, the day, and who is connected."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from operator import attrgetter
from typing import Any

import attrs

from endorsecheck._deferred import maker
from endorsecheck._safe import visible
from endorsecheck.dates import DateLike
from endorsecheck.models import (
    Connection,
    Education,
    Endorsement,
    Engagement,
    Person,
    Profile,
    WorkHistory,
)
from endorsecheck.people import url_key
from endorsecheck.readers import _as_of
from endorsecheck.readers import _linkedin_tables as tables
from endorsecheck.readers._blocks import Batch
from endorsecheck.readers._diagnostics import Diagnostic, TableCount
from endorsecheck.readers._linkedin_contacts import Contacts, rows_of
from endorsecheck.readers._linkedin_files import Reading
from endorsecheck.readers._linkedin_roll import Roll
from endorsecheck.readers._linkedin_rows import Note
from endorsecheck.readers._linkedin_tables import Table
from endorsecheck.readers._source import Bundle

__all__ = ["LinkedInExport"]

UNNAMED = "the owner"
"""What the owner is called where the export does not tell."""


_HISTORY = (tables.POSITIONS, tables.PROJECTS, tables.VOLUNTEERING, tables.EDUCATION)
_WRITTEN = (tables.RECOMMENDATIONS_RECEIVED, tables.RECOMMENDATIONS_GIVEN)


@attrs.frozen
class LinkedInExport:
    r"""What an export holds.

    Attributes:
        profile: The owner, the endorsements and the rest, and the day the data speak for.
        people: The connections; of each the current company, undated and incomplete.
        diagnostics: What was noticed, table by table.
        tables: Rows of each file, and what became of them.
        as_of_source: How the day the data speak for was found.

    Example:
        >>> from endorsecheck.readers import linkedin
        >>> export = linkedin.read_export(
        ...     b"Company Name,Title,Started On,Finished On\nAcme Corp,Engineer,Mar 2015,\n"
        ... )
        >>> print(export.profile.as_of, export.as_of_source)
        2015-03-01 newest date in the data
    """

    profile: Profile
    people: tuple[Person, ...]
    diagnostics: tuple[Diagnostic, ...]
    tables: tuple[TableCount, ...]
    as_of_source: str


class _Received:
    """What a profile is made of when somebody asks for it.

    Args:
        ledger: The endorsements received.
        people: The connections.
        contacts: The rows that tell of them.
    """

    def __init__(
        self, ledger: Roll, people: Sequence[Person], contacts: Sequence[Contacts]
    ) -> None:
        self.ledger = ledger
        self._people = people
        self._contacts = contacts

    def endorsements(self) -> tuple[Endorsement, ...]:
        """The endorsements received."""
        return self.ledger.records

    def connections(self) -> tuple[Connection, ...]:
        """The connections, and since when they are."""
        make = maker(Connection, "person", "connected_on")
        return tuple(map(make, self._people, _days(self._contacts)))


_profile = maker(
    Profile,
    *("owner", "as_of", "invitations", "recommendations", "given", "skills", "_later"),
)


class Assembly:
    """Puts the tables of an export together.

    Args:
        bundle: Where they come from.
        readings: What came of each.
    """

    def __init__(self, bundle: Bundle, readings: Mapping[Table, Reading]) -> None:
        self._bundle = bundle
        self._readings = readings
        self._notices: list[Diagnostic] = []
        self._notes: list[Note] = self._of(tables.INVITATIONS)
        self._contacts = rows_of(self._batches(tables.CONNECTIONS))
        self._roll = Roll(self._batches(tables.RECEIVED))

    def _batches(self, table: Table) -> Sequence[Batch[Any]]:
        return self._readings[table].batches if table in self._readings else ()

    def _of(self, *wanted: Table) -> list[Any]:
        found = (self._readings[table] for table in wanted if table in self._readings)
        return [*chain.from_iterable(reading.records for reading in found)]

    def build(
        self, as_of: dt.date | None, owner_name: str | None, owner_url: str | None
    ) -> LinkedInExport:
        """The export; what the caller says goes before what is found."""
        day, how = self._as_of(as_of)
        people = tuple(chain.from_iterable(each.people(day) for each in self._contacts))
        profile = _profile(
            self._owner(owner_name, owner_url),
            day,
            tuple(note.invitation for note in self._notes),
            tuple(self._of(*_WRITTEN)),
            tuple(self._of(tables.GIVEN, tables.GIVEN_OLD)),
            tuple(self._of(tables.SKILLS)),
            _Received(self._roll, people, self._contacts),
        )
        readings = self._readings.values()
        return LinkedInExport(
            profile=profile,
            people=people,
            diagnostics=(
                *self._bundle.diagnostics,
                *self._notices,
                *(each for reading in readings for each in reading.diagnostics),
            ),
            tables=tuple(count for reading in readings for count in reading.counts),
            as_of_source=how,
        )

    def _as_of(self, given: dt.date | None) -> tuple[dt.date, str]:
        """The day the data speak for, and how it was found."""
        name = visible(self._bundle.name)
        starts = [each.period.start for each in self._engagements() if not _is_study(each)]
        events = [*self._events()]
        days = dict(zip(map(id, events), events, strict=True)).values()  # most days come again
        newest = _as_of.in_data(days, starts)
        if given is None:
            entries = self._bundle.entries
            folders = [entry.path for entry in entries if entry.name == tables.RECEIVED.name]
            written = [entry.written_on for entry in entries]
            return _as_of.infer([self._bundle.name, *folders], newest, written)
        if newest is not None and given < newest:
            problem = f"as of {given}, though the newest date in the data is {newest}"
            self._notices.append(Diagnostic(name, problem=problem))
        return given, "as given"

    def _events(self) -> Iterable[DateLike]:
        dated = self._of(tables.GIVEN, tables.GIVEN_OLD, *_WRITTEN)
        return chain(
            self._roll.days.values,
            map(attrgetter("date"), dated),
            _days(self._contacts),
            map(attrgetter("invitation.sent_on"), self._notes),
        )

    def _engagements(self) -> list[Engagement]:
        return self._of(*_HISTORY)

    def _owner(self, name: str | None, url: str | None) -> Person:
        """The owner; the history is complete unless rows of it could not be used."""
        whole = all(self._readings[each].is_whole for each in _HISTORY if each in self._readings)
        history = WorkHistory(self._engagements(), complete=whole)
        return Person(name or self._owner_name(), url or self._owner_url(), history)

    def _owner_name(self) -> str:
        """The name in the profile, else the one that every invitation gives."""
        names = self._of(tables.PROFILE)
        if names:
            return str(names[0].text)
        told = {note.owner_name for note in self._notes if note.owner_name}
        return told.pop() if len(told) == 1 else UNNAMED

    def _owner_url(self) -> str | None:
        """The address that every invitation gives for the owner's side."""
        told = [note.owner_url for note in self._notes if note.owner_url]
        return told[0] if len(set(map(url_key, told))) == 1 else None


def _days(contacts: Iterable[Contacts]) -> Iterator[DateLike]:
    """Since when people are connected, one after the other."""
    return chain.from_iterable(each.days for each in contacts)


def _is_study(engagement: Engagement) -> bool:
    return isinstance(engagement, Education)
