"""What the readers of JSON documents share: files of a source, counts, the result."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import attrs

from endorsecheck._safe import visible
from endorsecheck.exceptions import ModelError, ReadError
from endorsecheck.models import Endorsement, Engagement, Person
from endorsecheck.readers._diagnostics import Diagnostic, TableCount, excerpt
from endorsecheck.readers._json import Log, Node, documents
from endorsecheck.readers._limits import Limits
from endorsecheck.readers._source import Source, open_bundle

__all__ = ["EndorsementsRead", "PeopleRead"]

_ENDINGS = (".json", ".jsonl", ".ndjson", ".xml")


@attrs.frozen
class PeopleRead:
    """The people of one source or several.

    Attributes:
        people: One for each document, in the order of the source.
        diagnostics: What was noticed.
        tables: Entries of each section, and what became of them.

    Example:
        >>> from endorsecheck.readers import json_resume
        >>> read = json_resume.read_people(b'{"basics": {"name": "Ravi Shah"}}')
        >>> read.people[0].name
        'Ravi Shah'
    """

    people: tuple[Person, ...]
    diagnostics: tuple[Diagnostic, ...] = ()
    tables: tuple[TableCount, ...] = ()


@attrs.frozen
class EndorsementsRead:
    """The endorsements of one source or several.

    Attributes:
        endorsements: In the order of the source.
        diagnostics: What was noticed.
        tables: Entries of each section, and what became of them.

    Example:
        >>> from endorsecheck.readers import EndorsementsRead
        >>> EndorsementsRead(()).endorsements
        ()
    """

    endorsements: tuple[Endorsement, ...]
    diagnostics: tuple[Diagnostic, ...] = ()
    tables: tuple[TableCount, ...] = ()


def logs(source: Source, limits: Limits, name: str) -> Iterator[tuple[bytes, Log]]:
    """The content of each file of a source, with a log for it.

    Raises:
        ReadError: A file cannot be read, or a folder holds none of the kind.
    """
    with open_bundle(source, limits) as bundle:
        entries = bundle.entries
        if len(entries) > 1:
            entries = tuple(each for each in entries if each.name.casefold().endswith(_ENDINGS))
        if not entries:
            msg = f"{visible(bundle.name)}: expected files that end in {', '.join(_ENDINGS)}"
            raise ReadError(msg)
        for entry in entries:
            log = Log(entry.name, name)
            log.diagnostics.extend(bundle.diagnostics)
            yield bundle.read(entry), log


def objects(data: bytes, log: Log, limits: Limits) -> Iterator[Node]:
    """The objects at the top of a file: of a document, an array or JSON Lines."""
    for document in documents(data, log, limits):
        items = document if isinstance(document, list) else [document]
        for i, item in enumerate(items):
            path = f"[{i}]" if isinstance(document, list) else ""
            if isinstance(item, dict):
                yield Node(item, path, log)
                continue
            if not isinstance(document, list) and log.row is None:
                msg = f"{visible(log.file)}: expected an object, found {excerpt(repr(item))}"
                raise ReadError(msg)
            log.report(path or None, value=item, expected="an object")
            log.count("documents", used=False)


def engagements(
    node: Node, sections: Iterable[tuple[str, Callable[[Node], Engagement | None]]]
) -> tuple[list[Engagement], bool]:
    """The engagements of all sections, and whether every entry was used."""
    found: list[Engagement] = []
    whole = True
    for section, read in sections:
        if section in node.data:
            node.log.open_section(section)
        for entry in node.nodes(section):
            engagement = read_or_none(entry, read)
            node.log.count(section, used=engagement is not None)
            whole = whole and engagement is not None
            if engagement is not None:
                found.append(engagement)
    return found, whole


def read_or_none(
    entry: Node | None, read: Callable[[Node], Engagement | None]
) -> Engagement | None:
    """An entry as an engagement; one that does not fit is reported and ``None``."""
    if entry is None:
        return None
    try:
        return read(entry)
    except ModelError as error:
        entry.log.report(entry.path, problem=str(error))
        return None
