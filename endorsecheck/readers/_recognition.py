"""Which reader a file is for, told by its content."""

from __future__ import annotations

import importlib
import json
from collections.abc import Callable
from typing import Any

import attrs

from endorsecheck._safe import visible
from endorsecheck.exceptions import ReadError
from endorsecheck.models import Person
from endorsecheck.readers._diagnostics import Diagnostic, TableCount
from endorsecheck.readers._limits import Limits
from endorsecheck.readers._source import Bundle, Source, open_bundle

__all__ = ["Recognized", "read_people"]

_SIGNS = {
    "json_resume": ("basics", "work"),
    "orcid": ("orcid-identifier", "activities-summary"),
    "people_data_labs": ("full_name", "experience", "linkedin_url"),
}
_KNOWN = (
    "a LinkedIn export (ZIP or folder with Connections.csv), a people table (CSV), "
    "JSON Resume, People Data Labs JSON, ORCID (JSON or XML)"
)
_HEAD = 65_536
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

    Args:
        source: Path of a file or folder, its bytes, or a file open for reading.
        limits: How much is taken in; ``Limits()`` if not given.

    Raises:
        ReadError: It cannot be read, or is in none of the formats known, which are named.

    Example:
        >>> from endorsecheck import readers
        >>> readers.read_people(b"Name,Company\nRavi Shah,Acme Corp\n").reader
        'table'
    """
    bounds = limits or Limits()
    content = _rewindable(source)
    with open_bundle(content, bounds) as bundle:
        reader, why = _recognized(bundle)
    module = importlib.import_module(f"endorsecheck.readers.{reader}")
    read: Callable[..., Any] = module.read_export if reader == "linkedin" else module.read_people
    found = read(content, limits=bounds)
    return Recognized(found.people, found.diagnostics, found.tables, reader, why)


def _rewindable(source: Source) -> Source:
    """The source in a form that can be read twice."""
    if hasattr(source, "read"):
        content: str | bytes = source.read()
        return content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
    return source


def _recognized(bundle: Bundle) -> tuple[str, str]:
    names = {each.name.casefold() for each in bundle.entries}
    if "connections.csv" in names:
        return "linkedin", "holds Connections.csv"
    for entry in bundle.entries:
        if (found := _by_content(bundle.read(entry)[:_HEAD])) is not None:
            return found
    msg = f"{visible(bundle.name)}: expected {_KNOWN}"
    raise ReadError(msg)


def _by_content(head: bytes) -> tuple[str, str] | None:
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    if start == b"<":
        return ("orcid", "XML of an ORCID record") if b"orcid" in head.lower() else None
    if start in (b"{", b"["):
        return _by_keys(head)
    first = head.split(b"\n", 1)[0]
    is_text = b"\0" not in head and any(mark in first for mark in b",;\t")
    return ("table", "a line of headings between commas, semicolons or tabs") if is_text else None


def _by_keys(head: bytes) -> tuple[str, str] | None:
    """The reader for a JSON document by the keys that its start names."""
    for reader, keys in _SIGNS.items():
        for key in keys:
            if json.dumps(key).encode() in head:
                return reader, f"an object with '{key}'"
    return None
