"""The reader of LinkedIn's data export ("Get a copy of your data").

An export holds the owner's history and the endorsements, but of other people only their
*current* company, undated. Who worked when has to come from elsewhere
(:mod:`endorsecheck.readers.table`).
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from endorsecheck._safe import visible
from endorsecheck.dates import DateLike
from endorsecheck.exceptions import ReadError
from endorsecheck.models import Education, Engagement, Person, Profile, WorkHistory
from endorsecheck.people import url_key
from endorsecheck.readers import _as_of
from endorsecheck.readers import _linkedin_files as files
from endorsecheck.readers import _linkedin_tables as tables
from endorsecheck.readers._diagnostics import Diagnostic, TableCount
from endorsecheck.readers._limits import Limits
from endorsecheck.readers._linkedin_files import Reading
from endorsecheck.readers._linkedin_tables import Contact, Note, Table
from endorsecheck.readers._source import Bundle, Source, open_bundle

__all__ = ["LinkedInExport", "TableRead", "read_export", "read_table"]

UNNAMED = "the owner"
"""What the owner is called where the export does not tell."""


@attrs.frozen
class LinkedInExport:
    """What an export holds.

    Attributes:
        profile: The owner, the endorsements and the rest, and the day the data speak for.
        people: The connections; of each the current company, undated and incomplete.
        diagnostics: What was noticed, table by table.
        tables: Rows of each file, and what became of them.
        as_of_source: How the day the data speak for was found.

    Example:
        >>> from endorsecheck.readers import linkedin
        >>> linkedin.LinkedInExport.__name__
        'LinkedInExport'
    """

    profile: Profile
    people: tuple[Person, ...]
    diagnostics: tuple[Diagnostic, ...]
    tables: tuple[TableCount, ...]
    as_of_source: str


@attrs.frozen
class TableRead:
    r"""What one table of an export holds.

    Attributes:
        table: Its name, such as ``"Positions.csv"``.
        records: A model for each row used: positions, endorsements, connections, ...; a text
            for each row of ``Profile.csv`` and ``Skills.csv``.
        diagnostics: What was noticed.
        tables: Rows of the file, and what became of them.

    Example:
        >>> from endorsecheck.readers import linkedin
        >>> read = linkedin.read_table(b"Name\nWelding\nSoldering\n")
        >>> read.table, read.records
        ('Skills.csv', ('Welding', 'Soldering'))
    """

    table: str
    records: tuple[Any, ...]
    diagnostics: tuple[Diagnostic, ...]
    tables: tuple[TableCount, ...]


def read_export(
    source: Source,
    *,
    as_of: dt.date | None = None,
    owner_name: str | None = None,
    owner_url: str | None = None,
    limits: Limits | None = None,
) -> LinkedInExport:
    r"""Read an export.

    Args:
        source: Path of the ZIP, of the folder it was unpacked to (tables may stand at any
            depth) or of a single table; several such tables; the bytes of a ZIP, or a file
            open for reading bytes. Of a single table only that is read, nothing is missed.
        as_of: The day the data speak for. Without it: the date in the name of the archive or
            folder, else the newest date in the data.
        owner_name: The owner's full name. Without it: ``Profile.csv``, else the invitations.
        owner_url: Address of the owner's profile. Without it: what all invitations agree on.
        limits: How much is taken in; ``Limits()`` if not given.

    Returns:
        The profile, the connections, what was noticed and the counts.

    Raises:
        ReadError: The source cannot be read; it has no ``Endorsement_Received_Info.csv`` or no
            ``Positions.csv``, or one that is no such table; or it holds no date at all.
        TypeError: ``source`` is none of these kinds.

    Example:
        >>> import io
        >>> import zipfile
        >>> from endorsecheck.readers import linkedin
        >>> file = io.BytesIO()
        >>> with zipfile.ZipFile(file, "w") as archive:
        ...     archive.writestr(
        ...         "Positions.csv",
        ...         "Company Name,Title,Started On,Finished On\nAcme Corp,Engineer,Mar 2015,\n",
        ...     )
        ...     archive.writestr(
        ...         "Endorsement_Received_Info.csv",
        ...         "Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name,"
        ...         "Endorsement Status\n"
        ...         "2019/05/04 10:20:30 UTC,Python,Ravi,Shah,ACCEPTED\n",
        ...     )
        >>> export = linkedin.read_export(file)
        >>> export.profile.endorsements[0].endorser.name
        'Ravi Shah'
        >>> print(export.profile.as_of, export.as_of_source)
        2019-05-04 newest date in the data
    """
    with open_bundle(source, limits or Limits()) as bundle:
        readings = _read_file(bundle) if bundle.is_file else _read_tables(bundle)
        return _Export(bundle, readings).build(as_of, owner_name, owner_url)


def read_table(source: Source, *, limits: Limits | None = None) -> TableRead:
    r"""Read a single table of an export, known by its name or else by its columns.

    Args:
        source: Path of the CSV, its bytes, or a file open for reading.
        limits: How much is taken in; ``Limits()`` if not given.

    Raises:
        ReadError: It cannot be read, or is no table of an export.

    Example:
        >>> from endorsecheck.readers import linkedin
        >>> table = linkedin.read_table(
        ...     b"Company Name,Title,Started On,Finished On\nAcme Corp,Engineer,13/2019,\n"
        ... )
        >>> print(table.diagnostics[0])
        data row 2, 'Started On': '13/2019' is not a month and year
        >>> print(table.records[0].period)
        unknown to ongoing
    """
    with open_bundle(source, limits or Limits()) as bundle:
        if not bundle.is_file:
            msg = f"{visible(bundle.name) or 'source'}: expected a single table"
            raise ReadError(msg)
        (reading,) = _read_file(bundle).values()
    records = tuple(_model(record) for record in reading.records)
    return TableRead(
        reading.table.name, records, tuple(reading.diagnostics), tuple(reading.counts)
    )


def _model(record: object) -> object:
    if isinstance(record, Contact):
        return tables.connection(record)
    if isinstance(record, Note):
        return record.invitation
    return record.text if isinstance(record, tables.Name) else record


def _read_file(bundle: Bundle) -> dict[Table, Reading]:
    (entry,) = bundle.entries
    table, sheet = files.table_in(bundle.read(entry), entry.name, bundle.limits)
    reading = Reading(table)
    reading.add(sheet)
    return {table: reading}


def _read_tables(bundle: Bundle) -> dict[Table, Reading]:
    found = files.find(bundle)
    files.check_required(found, bundle)
    return {
        table: (files.read if table in tables.REQUIRED else files.read_optional)(
            bundle, table, found[table]
        )
        for table in tables.TABLES
        if table in found
    }


class _Export:
    """Puts the tables together."""

    def __init__(self, bundle: Bundle, readings: Mapping[Table, Reading]) -> None:
        self._bundle = bundle
        self._readings = readings
        self._notes: list[Note] = self._of(tables.INVITATIONS)
        self._contacts: list[Contact] = self._of(tables.CONNECTIONS)

    def _of(self, *wanted: Table) -> list[Any]:
        found = (self._readings[table] for table in wanted if table in self._readings)
        return [record for reading in found for record in reading.records]

    def build(
        self, as_of: dt.date | None, owner_name: str | None, owner_url: str | None
    ) -> LinkedInExport:
        day, how = (as_of, "as given") if as_of is not None else self._as_of()
        connections = [tables.connection(contact, day) for contact in self._contacts]
        profile = Profile(
            owner=self._owner(owner_name, owner_url),
            as_of=day,
            endorsements=self._of(tables.RECEIVED),
            connections=connections,
            invitations=[note.invitation for note in self._notes],
            recommendations=self._of(
                tables.RECOMMENDATIONS_RECEIVED, tables.RECOMMENDATIONS_GIVEN
            ),
            given=self._of(tables.GIVEN, tables.GIVEN_OLD),
            skills=self._of(tables.SKILLS),
        )
        readings = self._readings.values()
        return LinkedInExport(
            profile=profile,
            people=tuple(each.person for each in connections),
            diagnostics=(
                *self._bundle.diagnostics,
                *(each for reading in readings for each in reading.diagnostics),
            ),
            tables=tuple(count for reading in readings for count in reading.counts),
            as_of_source=how,
        )

    def _as_of(self) -> tuple[dt.date, str]:
        starts = [each.period.start for each in self._engagements() if not _is_study(each)]
        found = _as_of.in_data(self._events(), starts)
        written = [entry.written_on for entry in self._bundle.entries]
        return _as_of.infer(visible(self._bundle.name), found, written)

    def _events(self) -> Iterable[DateLike]:
        yield from (
            each.date for each in self._of(tables.RECEIVED, tables.GIVEN, tables.GIVEN_OLD)
        )
        yield from (each.connected_on for each in self._contacts)
        yield from (each.invitation.sent_on for each in self._notes)
        written = (tables.RECOMMENDATIONS_RECEIVED, tables.RECOMMENDATIONS_GIVEN)
        yield from (each.date for each in self._of(*written))

    def _engagements(self) -> list[Engagement]:
        return self._of(*_HISTORY)

    def _owner(self, name: str | None, url: str | None) -> Person:
        """The owner; the history is complete unless rows of it could not be used."""
        whole = all(self._readings[each].is_whole for each in _HISTORY if each in self._readings)
        history = WorkHistory(self._engagements(), complete=whole)
        return Person(name or self._owner_name(), url or self._owner_url(), history)

    def _owner_name(self) -> str:
        names = self._of(tables.PROFILE)
        if names:
            return str(names[0].text)
        told = Counter(note.owner_name for note in self._notes if note.owner_name)
        return told.most_common(1)[0][0] if len(told) == 1 else UNNAMED

    def _owner_url(self) -> str | None:
        """The address that every invitation gives for the owner's side."""
        told = {url_key(note.owner_url): note.owner_url for note in self._notes if note.owner_url}
        return next(iter(told.values())) if len(told) == 1 else None


_HISTORY = (tables.POSITIONS, tables.PROJECTS, tables.VOLUNTEERING, tables.EDUCATION)


def _is_study(engagement: Engagement) -> bool:
    return isinstance(engagement, Education)
