"""The pictures of the docs are those that the library draws."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[1]
NAMES = (
    "overview",
    "timeline-can-attest",
    "timeline-cannot-attest",
    "timeline-endorsed-too-early",
    "timeline-might-attest",
)


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
    file = ROOT / "docs" / "images" / f"{name}.svg"
    assert file.read_text("utf-8") == maker.pictures()[f"{name}.svg"]


def test_all_pictures_are_checked(maker: ModuleType) -> None:
    """None was added without its test."""
    assert sorted(maker.pictures()) == [f"{name}.svg" for name in NAMES]
