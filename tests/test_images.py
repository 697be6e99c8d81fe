"""The pictures of the docs are those that the library draws."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

from endorsecheck._pictures.style import STYLE

ROOT = Path(__file__).parents[1]
DRAWN = (
    "dates-periods",
    "dates-precision",
    "dates-readings",
    "layers",
    "names-in-time",
    "overview",
    "stays-here",
    "timeline-can-attest",
    "timeline-cannot-attest",
    "timeline-declared",
    "timeline-endorsed-too-early",
    "timeline-large-organization",
    "timeline-might-attest",
)
NAMES = tuple(f"{name}{end}.svg" for name in DRAWN for end in ("", "-narrow"))


@pytest.fixture(scope="module")
def maker() -> ModuleType:
    """The script that draws them."""
    file = ROOT / "tests" / "tools" / "make_images.py"
    spec = importlib.util.spec_from_file_location("make_images", file)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", NAMES)
def test_picture_of_the_docs_is_up_to_date(maker: ModuleType, name: str) -> None:
    """If not, run tests/tools/make_images.py and look at what changed."""
    file = ROOT / "docs" / "images" / name
    assert file.read_text("utf-8") == maker.pictures()[name]


def test_all_pictures_are_checked(maker: ModuleType) -> None:
    """None was added without its test."""
    assert sorted(maker.pictures()) == sorted(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_picture_of_the_docs_keeps_to_the_library_s_style(maker: ModuleType, name: str) -> None:
    """So it follows light and dark, is readable by all eyes, and is told to screen readers."""
    svg = maker.pictures()[name]
    assert f"<style>{STYLE}</style>" in svg
    assert set(re.findall(r"#[0-9a-f]{6}\b", svg.replace(STYLE, ""))) == set()
    assert re.search(r"<title>[^<]+</title><desc>[^<]+</desc>", svg)
