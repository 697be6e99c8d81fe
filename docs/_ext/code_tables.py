"""A directive that writes a closed enumeration as a table: ``{code-table} Reason``."""

from __future__ import annotations

from enum import Enum
from typing import ClassVar

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

import endorsecheck.codes


class CodeTable(SphinxDirective):
    """The members of an enumeration of :mod:`endorsecheck.codes`: code and explanation."""

    required_arguments = 1
    option_spec: ClassVar[dict[str, object]] = {}

    def run(self) -> list[nodes.Node]:
        """The table; each code can be linked to as ``#code``, or ``#observation-code``."""
        members: type[Enum] = getattr(endorsecheck.codes, self.arguments[0])
        body = nodes.tbody()
        for member in members:
            text = str(getattr(member, "explanation", ""))
            innocent = getattr(member, "innocent", None)
            body += self._row(
                str(member.value), f"{text}. Innocent: {innocent}." if innocent else text
            )
        group = nodes.tgroup("", cols=2)
        group += [nodes.colspec(colwidth=1), nodes.colspec(colwidth=3)]
        head = nodes.thead()
        head += self._row("code", "meaning", heading=True)
        group += [head, body]
        return [nodes.table("", group, classes=["codes"])]

    def _row(self, code: str, text: str, *, heading: bool = False) -> nodes.row:
        shown = nodes.Text(code) if heading else nodes.literal(code, code)
        first = nodes.entry(
            "", nodes.paragraph("", "", shown), ids=[] if heading else [self._id(code)]
        )
        return nodes.row("", first, nodes.entry("", nodes.paragraph(text, text)))

    def _id(self, code: str) -> str:
        """Where a code can be linked to; two enumerations may share a code."""
        prefixes = {"ObservationCode": "observation", "NoteKind": "note", "DotKind": "dot"}
        name = self.arguments[0]
        prefix = "invitation" if name.startswith("Invitation") else prefixes.get(name)
        return f"{prefix}-{code}" if prefix else code


def setup(app: Sphinx) -> dict[str, bool]:
    """Tell Sphinx about the directive."""
    app.add_directive("code-table", CodeTable)
    return {"parallel_read_safe": True}
