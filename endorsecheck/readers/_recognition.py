"""Which reader a file is for, told by its content."""

from __future__ import annotations

import importlib
import os
import re
from collections.abc import Callable, Iterable
from typing import IO, Any, cast

import attrs

from endorsecheck._safe import visible
from endorsecheck.exceptions import ReadError
from endorsecheck.models import Person
from endorsecheck.readers._decode import decode
from endorsecheck.readers._diagnostics import Diagnostic, TableCount
from endorsecheck.readers._documents import ENDINGS
from endorsecheck.readers._limits import ROOMY, Limits
from endorsecheck.readers._source import Bundle, Kind, Source, open_bundle, rewound

__all__ = ["Recognized", "read_people"]

_SIGNS = (
    ("orcid", "orcid-identifier"),
    ("orcid", "activities-summary"),
    ("people_data_labs", "full_name"),
    ("people_data_labs", "experience"),
    ("people_data_labs", "linkedin_url"),
    ("json_resume", "basics"),
    ("json_resume", "work"),
)
"""Keys that tell a format, the surest first."""

_KNOWN = (
    "a LinkedIn export (ZIP or folder with Connections.csv), a people table (CSV), "
    "JSON Resume, People Data Labs JSON, ORCID (JSON or XML)"
)
_HEAD = 2**20
"""Bytes of a file that are looked at."""


@attrs.frozen
class Recognized:
    """What :func:`read_people` read, by which reader, and why that one.

    Attributes:
        people: The people.
        diagnostics: What was noticed.
        tables: Rows of each table or section, and what became of them.
        reader: Name of the module in :mod:`endorsecheck.readers` that read it.
        why: What told the format.

    Example:
        >>> from endorsecheck import readers
        >>> found = readers.read_people(b'{"basics": {"name": "Ravi Shah"}}')
        >>> found.reader, found.why
        ('json_resume', "an object with 'basics'")
    """

    people: tuple[Person, ...]
    diagnostics: tuple[Diagnostic, ...]
    tables: tuple[TableCount, ...]
    reader: str
    why: str


def read_people(source: Source, *, limits: Limits | None = None) -> Recognized:
    r"""Read people from a file or folder whose format is told by its content.

    A folder or archive is of one format: that of its first file that has a known one.

    Args:
        source: Path of a file or folder, its bytes, or a file open for reading.
        limits: How much is taken in; ``Limits()`` if not given, but with 256 MiB to a file.

    Raises:
        ReadError: It cannot be read, or is in none of the formats known, which are named.

    Example:
        >>> from endorsecheck import readers
        >>> readers.read_people(b"Name,Company\nRavi Shah,Acme Corp\n").reader
        'table'
    """
    bounds = limits or ROOMY
    content = _rereadable(source, bounds)
    with open_bundle(content, bounds) as bundle:
        reader, why = _recognized(bundle)
    module = importlib.import_module(f"endorsecheck.readers.{reader}")
    read: Callable[..., Any] = module.read_export if reader == "linkedin" else module.read_people
    found = read(content, limits=limits)
    return Recognized(found.people, found.diagnostics, found.tables, reader, why)


def _rereadable(source: Source, limits: Limits) -> Source:
    """The source in a form that can be read twice."""
    if hasattr(source, "read"):
        return rewound(cast("IO[Any]", source), limits)
    if isinstance(source, (str, bytes, os.PathLike)) or not isinstance(source, Iterable):
        return source
    return list(source)


def _recognized(bundle: Bundle) -> tuple[str, str]:
    entries = bundle.entries
    if "connections.csv" in {each.name.casefold() for each in entries}:
        return "linkedin", "holds Connections.csv"
    if bundle.kind is Kind.EXPORT:
        entries = tuple(each for each in entries if each.name.lower().endswith(ENDINGS))
    for entry in entries:
        if (found := _by_content(bundle.read(entry)[:_HEAD])) is not None:
            return found
    msg = f"{visible(bundle.name)}: in no format that is known, expected {_KNOWN}"
    raise ReadError(msg)


def _by_content(head: bytes) -> tuple[str, str] | None:
    try:
        text = decode(head[: len(head) & ~3], "").content
    except ReadError:
        return None
    start = text.lstrip()[:1]
    if start == "<":
        return ("orcid", "XML of an ORCID record") if "orcid" in text.lower() else None
    if start in ("{", "["):
        return _by_keys(text)
    first = text.lstrip("\r\n").split("\n", 1)[0]
    is_table = "\0" not in text and any(mark in first for mark in ",;\t")
    return ("table", "headings between commas, semicolons or tabs") if is_table else None


def _by_keys(text: str) -> tuple[str, str] | None:
    """The reader for a JSON document by the keys that its start names."""
    for reader, key in _SIGNS:
        if re.search(rf'"{key}"\s*:', text):
            return reader, f"an object with '{key}'"
    return None
