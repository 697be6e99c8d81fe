"""Compile ``endorsecheck/data/skills.toml`` into the file that the package loads.

    python tests/tools/compile_skills.py

Writes ``endorsecheck/data/skills.json``, a group of names a line. Python 3.10 has no parser of
TOML, so the package reads JSON. The same source gives the same bytes.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import endorsecheck

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

DATA = Path(endorsecheck.__file__).parent / "data"
SOURCE = DATA / "skills.toml"
TARGET = DATA / "skills.json"


def compiled() -> str:
    """Give the text of the compiled file."""
    groups = tomllib.loads(SOURCE.read_text(encoding="utf-8"))["same"]
    lines = [json.dumps(group, ensure_ascii=False, separators=(",", ":")) for group in groups]
    return "[\n" + ",\n".join(lines) + "\n]\n"


if __name__ == "__main__":
    TARGET.write_text(compiled(), encoding="utf-8", newline="\n")
