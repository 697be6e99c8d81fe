"""Every example in docstrings, README and docs runs and prints what it says."""

from __future__ import annotations

import doctest
import importlib
import json
import re
from pathlib import Path
from typing import Any

import pytest
from test_package import MODULES

ROOT = Path(__file__).parent.parent
FLAGS = doctest.ELLIPSIS | doctest.IGNORE_EXCEPTION_DETAIL | doctest.NORMALIZE_WHITESPACE
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
BLOCK = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("module", ["endorsecheck", *MODULES])
def test_docstring_examples_run(module: str) -> None:
    """As written, in a namespace of their own."""
    failed, _ = doctest.testmod(importlib.import_module(module), optionflags=FLAGS)
    assert failed == 0


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_page_examples_run(page: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The Python blocks of a page run one after the other, in the folder of the examples."""
    if page.name == "arrow.md":
        pytest.importorskip("pyarrow", reason="needs the extra arrow")
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {"__name__": "__page__"}
    runner = doctest.DocTestRunner(optionflags=FLAGS)
    for block in BLOCK.findall(page.read_text("utf-8")):
        if ">>>" in block:
            test = doctest.DocTestParser().get_doctest(block, names, page.name, str(page), 0)
            runner.run(test, clear_globs=False)
            names = test.globs
        else:
            exec(compile(block, str(page), "exec"), names)  # noqa: S102 # the project's own docs
    assert runner.failures == 0


@pytest.mark.parametrize("cell", [1, 3, 5, 7])
def test_notebook_shows_what_its_code_gives(cell: int) -> None:
    """The outputs that are committed are those of today's code."""
    notebook = json.loads((ROOT / "docs" / "tutorial" / "notebook.ipynb").read_text("utf-8"))
    assert notebook["cells"][cell]["outputs"], "run tests/tools/make_notebook.py"


def test_notebook_code_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its cells run one after the other, and the last one is the result shown."""
    monkeypatch.chdir(ROOT)
    notebook = json.loads((ROOT / "docs" / "tutorial" / "notebook.ipynb").read_text("utf-8"))
    sources = ["".join(c["source"]) for c in notebook["cells"] if c["cell_type"] == "code"]
    names: dict[str, Any] = {}
    for source in sources:
        exec(compile(source, "notebook", "exec"), names)  # noqa: S102 # the project's own docs
    shown = "".join(notebook["cells"][-1]["outputs"][0]["data"]["text/html"])
    assert names["result"]._repr_html_() == shown
