"""Sphinx configuration. The docs build offline, with warnings as errors."""

from __future__ import annotations

import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE / "_ext"))

import endorsecheck  # noqa: E402 # after the path of the extension

project = "endorsecheck"
author = "The endorsecheck authors"
copyright = "2026, The endorsecheck authors"  # noqa: A001 # the name Sphinx asks for
version = release = endorsecheck.__version__

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.intersphinx",
    "sphinx.ext.napoleon",
    "code_tables",
]
source_suffix = {".md": "markdown"}
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = f"endorsecheck {version}"
html_static_path = ["_static"]
html_copy_source = False

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

autodoc_member_order = "bysource"
autodoc_typehints = "description"
autodoc_default_options = {"members": True, "show-inheritance": False}
napoleon_google_docstring = True
napoleon_numpy_docstring = False
napoleon_use_ivar = True

# The few names of Python itself that are linked to; no download while building.
intersphinx_mapping = {"python": ("https://docs.python.org/3", str(HERE / "python.inv"))}
intersphinx_timeout = 1
nitpicky = True
