"""The examples as a user runs them: their output, and what they say of bad input."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "examples"
DATA = EXAMPLES / "data"
EXPORT = "Basic_LinkedInDataExport_06-30-2026.zip"
SNAPSHOTS = Path(__file__).parent / "snapshots" / "examples"
MIX = ["resumes", "people-data-labs.json", "orcid.json", "colleagues.csv"]

CASES = {
    "audit_export": ["audit_export.py"],
    "audit_export_by_endorser": ["audit_export.py", "--by", "endorser", "--limit", "5"],
    "audit_export_mix": [
        *("audit_export.py", str(DATA / EXPORT), "--all", "--format", "tsv"),
        *(option for name in MIX for option in ("--people", str(DATA / name))),
    ],
    "audit_in_code": ["audit_in_code.py"],
    "fill_the_gaps": ["fill_the_gaps.py"],
}
"""The arguments of each run whose output is kept."""


def run(arguments: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    """Run an example as a child process, in an empty folder."""
    script, *rest = arguments
    return subprocess.run(
        [sys.executable, "-W", "error", str(EXAMPLES / script), *rest],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
        check=False,
    )


def shown(done: subprocess.CompletedProcess[str]) -> str:
    """All that a run printed, without the blanks that pad a cell (wide letters count double)."""
    text = f"{done.stdout}--- stderr, status {done.returncode}\n{done.stderr}"
    return re.sub(r" +(?=[\t\n])", "", text)


@pytest.mark.parametrize("name", CASES)
def test_example_prints_what_is_kept(name: str, tmp_path: Path) -> None:
    """If not, run this file and look at what changed."""
    assert (SNAPSHOTS / f"{name}.txt").read_text("utf-8") == shown(run(CASES[name], tmp_path))


def test_readme_shows_what_is_printed() -> None:
    """Line by line; three dots stand for what it leaves out."""
    readme = (ROOT / "README.md").read_text("utf-8")
    (excerpt,) = re.findall(r"```text\n(.*?)```", readme, re.DOTALL)
    printed = (SNAPSHOTS / "audit_export.txt").read_text("utf-8")
    lines = [line.removesuffix("...") for line in excerpt.splitlines()]
    assert [line for line in lines if line not in printed] == []


def test_worksheet_is_written_and_read_back(tmp_path: Path) -> None:
    """The gaps that one run finds are the people file of the next."""
    sheet = tmp_path / "gaps.csv"
    assert run(["audit_export.py", "--worksheet", str(sheet)], tmp_path).returncode == 0
    again = run(["audit_export.py", str(DATA / EXPORT), "--people", str(sheet)], tmp_path)
    assert again.returncode == 0
    assert "gaps.csv read as table" in again.stderr


def test_page_is_written(tmp_path: Path) -> None:
    """One file of HTML."""
    page = tmp_path / "page.html"
    assert run(["audit_export.py", "--html", str(page)], tmp_path).returncode == 0
    assert page.read_text("utf-8").startswith("<!doctype html>")


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        pytest.param(["--no-such"], "unrecognized arguments: --no-such", id="option"),
        pytest.param(["--limit", "few"], "argument --limit: invalid int value", id="limit"),
        pytest.param(["--by", "skill"], "argument --by: invalid choice", id="grouping"),
        pytest.param(["nowhere.zip"], "nowhere.zip: no such file or folder", id="no-export"),
        pytest.param([str(DATA / "orcid.json")], "orcid.json: ", id="no-export-at-all"),
        pytest.param(
            ["--people", str(DATA / "credentials.json")], "in no format that is known", id="people"
        ),
        pytest.param(["--worksheet", "no/such/folder.csv"], "No such file", id="worksheet"),
    ],
)
def test_bad_input_ends_with_one_line(arguments: list[str], expected: str, tmp_path: Path) -> None:
    """On stderr after the notes, and status 2; never a traceback."""
    done = run(["audit_export.py", *arguments], tmp_path)
    said = [line for line in done.stderr.splitlines() if not line.startswith("note: ")]
    assert (done.returncode, done.stdout, len(said)) == (2, "", 1)
    assert expected in said[0]
    assert said[0].startswith("audit_export.py: ")


if __name__ == "__main__":
    SNAPSHOTS.mkdir(parents=True, exist_ok=True)
    for key, each in CASES.items():
        (SNAPSHOTS / f"{key}.txt").write_text(shown(run(each, SNAPSHOTS)), encoding="utf-8")
