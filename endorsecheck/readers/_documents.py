"""What the readers of documents share: files of a source, counts, the result.

A reader is a :class:`Form`: what it is called, how a file falls into documents, and what the
records of one document are. One file or document that is broken is reported, the rest still
read; if there is nothing but that one, it is an error.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Generic, TypeVar

import attrs

from endorsecheck._safe import visible
from endorsecheck.exceptions import ReadError
from endorsecheck.models import Endorsement, Engagement, Person
from endorsecheck.people import url_key
from endorsecheck.readers._diagnostics import Diagnostic, TableCount, excerpt
from endorsecheck.readers._json import documents
from endorsecheck.readers._limits import ROOMY, Limits
from endorsecheck.readers._node import LimitError, Log, Node
from endorsecheck.readers._source import Source, open_bundle

__all__ = ["EndorsementsRead", "PeopleRead"]

T = TypeVar("T")

ENDINGS = (".json", ".jsonl", ".ndjson", ".xml")
"""How the names of files end that are read out of a folder or archive."""


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


def objects(data: bytes, log: Log, limits: Limits) -> Iterator[Node]:
    """The objects at the top of a file: of a document, an array or JSON Lines."""
    for document in documents(data, log, limits):
        if isinstance(document, dict):
            yield Node(document, "", log)
        elif isinstance(document, list):
            yield from _items(document, log)
        else:
            log.refuse(log.fault(f"expected an object, found {excerpt(repr(document))}"))


def _items(document: list[object], log: Log) -> Iterator[Node]:
    for i, item in enumerate(document):
        if isinstance(item, dict):
            yield Node(item, f"[{i}]", log)
        else:
            log.refuse(log.fault(f"expected an object, found {excerpt(repr(item))}", f"[{i}]"))


@attrs.frozen
class Form(Generic[T]):
    """One form of documents.

    Attributes:
        source: What the provenance of its records calls it.
        section: What its records are counted under.
        read: The records of a document; ``None`` for one that is reported.
        nodes: The documents of a file.
    """

    source: str
    section: str
    read: Callable[[Node], Iterable[T | None]]
    nodes: Callable[[bytes, Log, Limits], Iterator[Node]] = objects

    def gather(
        self, source: Source, limits: Limits | None
    ) -> tuple[tuple[T, ...], tuple[Diagnostic, ...], tuple[TableCount, ...]]:
        """The records of a source, what was noticed, and the counts.

        Raises:
            ReadError: The source, or the only document in it, cannot be read.
        """
        bounds = limits or ROOMY
        found: list[T] = []
        logs: list[Log] = []
        for log, content in self._files(source, bounds):
            logs.append(log)
            log.open_section(self.section)
            try:
                for node in self.nodes(content(), log, bounds):
                    found += self._records(node)
                    log.refuse_more(log.counts[self.section][0], bounds.max_rows, self.section)
            except LimitError:
                raise
            except ReadError as error:
                log.refuse(error)
        tables = _tables(logs)
        _refuse_lone_failure(logs, tables, self.section)
        return tuple(found), tuple(each for log in logs for each in log.diagnostics), tables

    def _files(self, source: Source, limits: Limits) -> Iterator[tuple[Log, Callable[[], bytes]]]:
        """Each file of a source that may hold documents, with what reads it."""
        with open_bundle(source, limits) as bundle:
            entries = bundle.entries
            if len(entries) > 1:
                entries = tuple(each for each in entries if each.name.lower().endswith(ENDINGS))
            if not entries:
                expected = f"expected files that end in {', '.join(ENDINGS)}"
                msg = f"{visible(bundle.name)}: {expected}"
                raise ReadError(msg)
            earlier = list(bundle.diagnostics)
            for entry in entries:
                log = Log(
                    entry.name, self.source, self.section, limits=limits, diagnostics=earlier
                )
                earlier = []
                yield log, partial(bundle.read, entry)

    def _records(self, node: Node) -> list[T]:
        """The records of one document; all or none are counted."""
        try:
            records = list(self.read(node))
        except ReadError as error:
            node.log.refuse(error)
            return []
        found = [record for record in records if record is not None]
        counts = node.log.counts[self.section]
        counts[0] += len(found)
        counts[1] += len(records) - len(found)
        return found


def _tables(logs: Iterable[Log]) -> tuple[TableCount, ...]:
    """The counts of all files together, one for each section."""
    sums: dict[str, list[int]] = {}
    for log in logs:
        for section, (used, reported) in log.counts.items():
            total = sums.setdefault(section, [0, 0])
            total[0] += used
            total[1] += reported
    return tuple(
        TableCount(section, used + reported, used, reported)
        for section, (used, reported) in sums.items()
    )


def _refuse_lone_failure(logs: list[Log], tables: Iterable[TableCount], section: str) -> None:
    failures = [error for log in logs for error in log.failures]
    if failures and all(each.rows == 1 for each in tables if each.file == section):
        raise failures[0]


def engagements(
    node: Node, sections: Iterable[tuple[str, Callable[[Node], Engagement | None]]]
) -> tuple[list[Engagement], bool]:
    """The engagements of all sections, and whether every entry was used.

    Raises:
        ReadError: A section is no list.
    """
    present = [(section, read) for section, read in sections if section in node.data]
    entries = [(section, read, node.entries(section)) for section, read in present]
    return read_entries(node.log, entries)


Entries = tuple[str, Callable[[Node], Engagement | None], Sequence[Node | None]]
"""The name of a section, what makes an engagement of an entry, and the entries."""


def read_entries(log: Log, sections: Iterable[Entries]) -> tuple[list[Engagement], bool]:
    """The engagements of these entries, and whether every entry was used."""
    found: list[Engagement] = []
    whole = True
    for section, read, entries in sections:
        log.open_section(section)
        for entry in entries:
            engagement = read(entry) if entry is not None else None
            log.count(section, used=engagement is not None)
            if engagement is None:
                whole = False
            else:
                found.append(engagement)
    return found, whole


def profile_url(urls: Iterable[str]) -> str | None:
    """The first LinkedIn profile; another site is no address under which endorsers are known."""
    return next((url for url in urls if is_profile(url)), None)


def is_profile(url: str) -> bool:
    """Whether an address is that of a LinkedIn profile."""
    is_linkedin = "linkedin" in url.casefold()
    return is_linkedin and (url_key(url) or "").startswith("linkedin.com/in/")
