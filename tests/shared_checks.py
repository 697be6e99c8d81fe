"""The shared hostile corpus: its maker and the checks of reports, loaded from the test data."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "data" / "hostile"


def load(name: str) -> Any:
    """A module of the corpus, which is data to this project and carries no types."""
    spec = importlib.util.spec_from_file_location(name, FOLDER / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


report_checks = load("report_checks")
