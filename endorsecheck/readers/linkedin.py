"""The reader of LinkedIn's data export ("Get a copy of your data").

An export holds the owner's history and the endorsements, but of other people only their
*current* company, undated. Who worked when has to come from elsewhere
(:mod:`endorsecheck.readers.table`).
"""

from __future__ import annotations

import datetime as dt
from typing import Any

import attrs

from endorsecheck._safe import visible
from endorsecheck.exceptions import ReadError
from endorsecheck.models import Connection
from endorsecheck.readers import _linkedin_files as files
from endorsecheck.readers import _linkedin_rows as rows
from endorsecheck.readers import _linkedin_tables as tables
from endorsecheck.readers._diagnostics import Diagnostic, TableCount
from endorsecheck.readers._limits import Limits
from endorsecheck.readers._linkedin_contacts import Contact
from endorsecheck.readers._linkedin_export import Assembly, LinkedInExport
from endorsecheck.readers._linkedin_files import Reading
from endorsecheck.readers._linkedin_rows import Note
from endorsecheck.readers._linkedin_tables import Table
from endorsecheck.readers._source import Bundle, Kind, Source, open_bundle

__all__ = ["LinkedInExport", "TableRead", "read_export", "read_table"]


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
        readings = _read_file(bundle) if bundle.kind is Kind.FILE else _read_tables(bundle)
        return Assembly(bundle, readings).build(as_of, owner_name, owner_url)


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
        if bundle.kind is not Kind.FILE:
            msg = f"{visible(bundle.name)}: expected a single table"
            raise ReadError(msg)
        (reading,) = _read_file(bundle).values()
    records = tuple(_model(record) for record in reading.records)
    return TableRead(
        reading.table.name, records, tuple(reading.diagnostics), tuple(reading.counts)
    )


def _model(record: object) -> object:
    if isinstance(record, Contact):
        return Connection(record.person(), record.connected_on)
    if isinstance(record, Note):
        return record.invitation
    return record.text if isinstance(record, rows.Name) else record


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
