"""Write and execute ``docs/tutorial/notebook.ipynb``, which the docs show with its outputs.

    python tests/tools/make_notebook.py

Needs the extra ``docs``. Runs in the top folder, so that the paths of the example hold.
"""

from __future__ import annotations

from pathlib import Path

import nbformat
from nbclient import NotebookClient

ROOT = Path(__file__).parents[2]
TARGET = ROOT / "docs" / "tutorial" / "notebook.ipynb"
CELLS = (
    """# An audit in a notebook

Executed on the bundled example; all people in it are invented. A result shows itself: summary,
overview, table and timelines.""",
    """from endorsecheck import audit, timeline
from endorsecheck.readers import linkedin, table

export = linkedin.read_export("examples/data/Basic_LinkedInDataExport_06-30-2026.zip")
people = table.read_people("examples/data/colleagues.csv")
result = audit(export.profile, [*export.people, *people.people])
{verdict.value: count for verdict, count in result.counts.items()}""",
    """## One person against the owner

Solid is certain, hatched is possible, the shared stretch is shaded, lines are endorsements.""",
    """finding = result.can_attest[0]
timeline(export.profile.owner, finding.person, finding)""",
    "## What would settle an open case",
    "[each.counterfactual for each in result.might_attest[:5]]",
    "## Everything at a glance",
    "result",
)


def main() -> None:
    """Build the cells, execute them, write the file without ids that change."""
    notebook = nbformat.v4.new_notebook(
        metadata={"kernelspec": {"name": "python3", "display_name": "Python 3"}}
    )
    for number, source in enumerate(CELLS):
        is_text = source.startswith(("#", "##")) or not number
        make = nbformat.v4.new_markdown_cell if is_text else nbformat.v4.new_code_cell
        notebook.cells.append(make(source, id=f"cell-{number}"))
    NotebookClient(notebook, resources={"metadata": {"path": str(ROOT)}}).execute()
    for cell in notebook.cells:
        cell.metadata = {}
    notebook.metadata["language_info"] = {"name": "python", "pygments_lexer": "python3"}
    TARGET.write_text(nbformat.writes(notebook) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
