"""A directive for a picture of the library in two widths: ``{picture} name`` with its caption."""

from __future__ import annotations

from typing import ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective


class Picture(SphinxDirective):
    """Two files of ``docs/images``, of which the style sheet shows the one that is legible.

    ``name.svg`` on a screen, ``name-narrow.svg`` on a phone.
    """

    required_arguments = 1
    has_content = True
    option_spec: ClassVar[dict[str, object]] = {"alt": directives.unchanged_required}

    def run(self) -> list[nodes.Node]:
        """The figure."""
        name, alt = self.arguments[0], self.options["alt"]
        images = [
            nodes.image(uri=f"/images/{name}{end}.svg", alt=alt, classes=[look])
            for end, look in (("", "on-screen"), ("-narrow", "on-phone"))
        ]
        caption = nodes.caption("", "", *self.parse_inline(" ".join(self.content))[0])
        return [nodes.figure("", *images, caption, classes=["picture"])]


def setup(app: Sphinx) -> dict[str, bool]:
    """Tell Sphinx about the directive."""
    app.add_directive("picture", Picture)
    return {"parallel_read_safe": True}
