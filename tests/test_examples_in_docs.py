"""Every example in docstrings, README and docs runs and prints what it says."""

from __future__ import annotations

import ast
import doctest
import importlib
import json
import re
from pathlib import Path
from typing import Any

import pytest
from test_package import MODULES

import endorsecheck as ec

ROOT = Path(__file__).parent.parent
FLAGS = doctest.ELLIPSIS | doctest.IGNORE_EXCEPTION_DETAIL | doctest.NORMALIZE_WHITESPACE
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
BLOCK = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
NEEDED = {"arrow": "pyarrow", "pandas": "pandas"}
SHOWN = re.compile(r"^```\{code-block\} python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
"""Code for an engine or a cluster that the tests do not have; ``examples`` has it as scripts."""


@pytest.mark.parametrize("module", ["endorsecheck", *MODULES])
def test_docstring_examples_run(module: str) -> None:
    """As written, in a namespace of their own."""
    failed, _ = doctest.testmod(importlib.import_module(module), optionflags=FLAGS)
    assert failed == 0


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_page_examples_run(page: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The Python blocks of a page run one after the other, in the folder of the examples."""
    if page.stem in NEEDED:
        pytest.importorskip(NEEDED[page.stem], reason="needs what the page is about")
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


@pytest.mark.parametrize("name", ["arrow", "many-profiles"])
def test_code_for_engines_is_python(name: str) -> None:
    """Such code is not run here, but every name that it takes from the library is there."""
    blocks = SHOWN.findall((ROOT / "docs" / "howto" / f"{name}.md").read_text("utf-8"))
    assert len(blocks) >= 2
    for block in blocks:
        tree = ast.parse(block)
        attributes = [each for each in ast.walk(tree) if isinstance(each, ast.Attribute)]
        of_root = {each.attr for each in attributes if ast.unparse(each.value) == "ec"}
        assert of_root <= set(ec.__all__)


@pytest.mark.parametrize(
    ("heading", "modules"),
    [
        pytest.param("JSON Resume", ["json_resume"], id="json-resume"),
        pytest.param("People Data Labs", ["people_data_labs"], id="people-data-labs"),
        pytest.param("ORCID", ["orcid", "_orcid_xml"], id="orcid"),
        pytest.param("Credentials", ["open_badges"], id="credentials"),
    ],
)
def test_fields_in_the_reference_are_those_that_readers_name(
    heading: str, modules: list[str]
) -> None:
    """Of tables and waivers the page takes the columns from the code."""
    page = (ROOT / "docs" / "reference" / "files.md").read_text("utf-8")
    section = page.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    rows = "".join(line for line in section.splitlines() if line.startswith("|"))
    fields = {
        part for field in re.findall(r"`([^`]+)`", rows) for part in re.findall(r"[\w-]+", field)
    }
    folder = Path(ec.__file__).parent / "readers"
    code = "".join((folder / f"{module}.py").read_text("utf-8") for module in modules)
    assert [field for field in sorted(fields) if not named(field, code)] == []


def named(field: str, code: str) -> bool:
    """Whether a text of the code names a field."""
    return re.search(rf'"[^"\n]*\b{re.escape(field)}\b[^"\n]*"', code) is not None


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md"])
def test_links_to_files_lead_somewhere(name: str) -> None:
    """Of the pages outside the docs; within them the build looks."""
    links = re.findall(r"\]\(([^)#]+)", (ROOT / name).read_text("utf-8"))
    files = [link for link in links if not link.startswith(("http:", "https:", "mailto:"))]
    assert [link for link in files if not (ROOT / link).exists()] == []


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
