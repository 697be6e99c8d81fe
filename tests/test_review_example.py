"""The example that reviews the bundled export."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import endorsecheck as ec

EXAMPLE = Path(__file__).parent.parent / "examples" / "review_export.py"


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """The example as a child process."""
    command = [sys.executable, str(EXAMPLE), *arguments]
    path = os.pathsep.join([str(Path(ec.__file__).parents[1]), *sys.path])
    env = {**os.environ, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(command, env=env, capture_output=True, encoding="utf-8", check=False)


def test_review_of_the_bundled_export_shows_every_part() -> None:
    """The review, the patterns, and what the owner gave."""
    done = run("--limit", "2")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("1. Colin Ashby\n")
    assert "1 waived\n" in done.stdout
    for code in ("burst", "swap", "on-connecting", "unlisted-skill", "lookalike-name", "stale"):
        assert f"\n{code}: " in done.stdout
    assert "you cannot attest to Negotiation, Sales" in done.stdout


def test_review_without_an_export_says_so() -> None:
    """In one line, with the status of a mistake."""
    done = run("no-such-export.zip")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "review_export.py: no-such-export.zip: no such file or folder\n"
