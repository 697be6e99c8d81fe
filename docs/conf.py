"""Sphinx configuration. The docs build offline, with warnings as errors."""

from __future__ import annotations

import sys
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.domains.python import PyObject
from sphinx.util.nodes import make_refnode

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE / "_ext"))

from inherited import with_inherited  # noqa: E402 # after the path of the extension

import endorsecheck  # noqa: E402 # the same

project = "endorsecheck"
author = "The endorsecheck authors"
copyright = "2026, The endorsecheck authors"  # noqa: A001 # the name Sphinx asks for
version = release = endorsecheck.__version__

extensions = [
    "myst_nb",
    "sphinx.ext.autodoc",
    "sphinx.ext.intersphinx",
    "sphinx.ext.napoleon",
    "code_tables",
    "pictures",
]
source_suffix = {".md": "myst-nb", ".ipynb": "myst-nb"}
# The notebook is executed by a script and committed with its outputs.
nb_execution_mode = "off"
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = f"endorsecheck {version}"
html_static_path = ["_static"]
html_css_files = ["docs.css"]
html_copy_source = False

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

autodoc_member_order = "bysource"
autodoc_typehints = "description"
autodoc_default_options = {
    "members": True,
    "inherited-members": "Enum,Exception,object",
}
autodoc_typehints_description_target = "documented"
python_use_unqualified_type_names = True
napoleon_google_docstring = True
napoleon_numpy_docstring = False
napoleon_use_ivar = True

# The few names of Python itself that are linked to; no download while building.
intersphinx_mapping = {"python": ("https://docs.python.org/3", str(HERE / "python.inv"))}
intersphinx_timeout = 1
nitpicky = True


def resolve_private(app, env, node, contnode):  # type: ignore[no-untyped-def] # noqa: ANN001, ANN201
    """Link a name to where it is public; a private one is shown without a link.

    Annotations name the private modules in which the public records are defined.
    """
    name = node.get("reftarget", "").rsplit(".", 1)[-1]
    if name in PRIVATE or name.startswith("_"):
        return contnode
    domain = env.get_domain("py")
    for full, entry in domain.objects.items():
        if full.rsplit(".", 1)[-1] == name and entry.objtype in ("class", "function", "data"):
            return make_refnode(
                app.builder, node["refdoc"], entry.docname, entry.node_id, contnode
            )
    private = node["reftarget"].startswith(("endorsecheck.", "dt."))
    return contnode if private else None


PRIVATE = {"Case", "Executor", "RecordBatch", "Source", "T"}
"""Short names of annotations that are explained where they are used."""


def edit_docstring(app, what, name, obj, options, lines):  # type: ignore[no-untyped-def] # noqa: ANN001, ANN201, ARG001, PLR0917
    """List what is inherited, and keep a sentence with a colon from being read as a type."""
    if what == "class" and isinstance(obj, type):
        lines[:] = with_inherited(obj, lines)
    if what in ("data", "attribute") and lines:
        lines[0] = lines[0].replace("`: ", "`, ", 1)


def setup(app: Sphinx) -> None:
    """Tell Sphinx how to find the public place of a name, and to call attributes so."""
    for field in PyObject.doc_field_types:
        field.label = "Attributes" if field.name == "variable" else field.label
    app.connect("missing-reference", resolve_private)
    app.connect("autodoc-process-docstring", edit_docstring, priority=400)
