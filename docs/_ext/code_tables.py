"""Directives for tables from the code.

``{code-table} Reason``, ``{column-table} people``, ``{diagnostic-table} people``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum
from typing import ClassVar

from diagnostic_texts import of_reader
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

import endorsecheck.codes
from endorsecheck.readers import _linkedin_tables, _people_rows, waivers
from endorsecheck.readers._layout import Layout

Cell = list[nodes.Node]


def table(
    head: tuple[str, str], rows: Iterable[nodes.row], widths: tuple[int, int]
) -> nodes.table:
    """A table of two columns."""
    group = nodes.tgroup("", cols=2)
    group += [nodes.colspec(colwidth=width) for width in widths]
    top = nodes.thead()
    top += row([nodes.Text(head[0])], [nodes.Text(head[1])])
    body = nodes.tbody()
    body += list(rows)
    group += [top, body]
    return nodes.table("", group)


def row(first: Cell, second: Cell, ids: Iterable[str] = ()) -> nodes.row:
    """A row that can be linked to by its ids."""
    entry = nodes.entry("", nodes.paragraph("", "", *first), ids=list(ids))
    return nodes.row("", entry, nodes.entry("", nodes.paragraph("", "", *second)))


def literals(words: Iterable[str], needed: Iterable[str] = ()) -> Cell:
    """Words as they stand in a file, with commas between; needed ones are strong."""
    strong = set(needed)
    found: Cell = []
    for word in words:
        shown: nodes.Node = nodes.literal(word, word)
        if word in strong:
            shown = nodes.strong("", "", shown)
        found += [nodes.Text(", "), shown] if found else [shown]
    return found


class CodeTable(SphinxDirective):
    """The members of an enumeration of :mod:`endorsecheck.codes`: code and explanation.

    Each code can be linked to as ``#code``, or ``#observation-code``.
    """

    required_arguments = 1
    option_spec: ClassVar[dict[str, object]] = {}

    def run(self) -> list[nodes.Node]:
        """The table."""
        members: type[Enum] = getattr(endorsecheck.codes, self.arguments[0])
        rows = (
            row(literals([code]), [nodes.Text(told(member))], [self._id(code)])
            for member in members
            for code in [str(member.value)]
        )
        return [table(("code", "meaning"), rows, (1, 3))]

    def _id(self, code: str) -> str:
        """Where a code can be linked to; two enumerations may share a code."""
        prefixes = {"ObservationCode": "observation", "NoteKind": "note", "DotKind": "dot"}
        name = self.arguments[0]
        prefix = "invitation" if name.startswith("Invitation") else prefixes.get(name)
        return f"{prefix}-{code}" if prefix else code


def told(member: Enum) -> str:
    """What a code means, and its usual innocent explanation if it has one."""
    text = str(getattr(member, "explanation", ""))
    innocent = getattr(member, "innocent", None)
    return f"{text}. Innocent: {innocent}." if innocent else text


class ColumnTable(SphinxDirective):
    """The columns that a reader knows: of ``linkedin`` by file, of ``people`` and ``waivers``."""

    required_arguments = 1
    option_spec: ClassVar[dict[str, object]] = {}

    def run(self) -> list[nodes.Node]:
        """The table."""
        if self.arguments[0] == "linkedin":
            return [table(("table", "columns"), files(), (1, 2))]
        of_waivers = waivers._LAYOUT  # noqa: SLF001 # what a file may hold is public
        layouts = {"people": _people_rows.LAYOUT, "waivers": of_waivers}
        return [table(("column", "also understood"), columns(layouts[self.arguments[0]]), (1, 3))]


def files() -> Iterator[nodes.row]:
    """A row for each table of a LinkedIn export."""
    for each in vars(_linkedin_tables).values():
        if isinstance(each, _linkedin_tables.Table):
            needed = [name for group in each.layout.required for name in group]
            yield row(literals([each.name]), literals(each.layout.columns, needed))


def columns(layout: Layout) -> Iterator[nodes.row]:
    """A row for each column of a table."""
    for name, others in layout.columns.items():
        yield row(literals([name]), literals(others))


class DiagnosticTable(SphinxDirective):
    """What a reader reports, and of which column or field."""

    required_arguments = 1
    option_spec: ClassVar[dict[str, object]] = {}

    def run(self) -> list[nodes.Node]:
        """The table."""
        rows = (
            row([nodes.Text(said)], literals([of]) if of else [])
            for of, said in of_reader(self.arguments[0])
        )
        return [table(("what is said", "column or field"), rows, (3, 1))]


def setup(app: Sphinx) -> dict[str, bool]:
    """Tell Sphinx about the directives."""
    app.add_directive("code-table", CodeTable)
    app.add_directive("column-table", ColumnTable)
    app.add_directive("diagnostic-table", DiagnosticTable)
    return {"parallel_read_safe": True}
