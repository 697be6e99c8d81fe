"""What is shipped: the contents of wheel and sdist, and that they are built the same each time."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path, PurePosixPath

import pytest

ROOT = Path(__file__).parent.parent
DATA = ROOT / "endorsecheck" / "data"
pytestmark = pytest.mark.skipif(
    not (ROOT / "endorsecheck").is_dir(), reason="the sources of the package are elsewhere"
)
BUILD = (
    "import sys; from hatchling import build; "
    "print(build.build_wheel(sys.argv[1])); print(build.build_sdist(sys.argv[1]))"
)


def built(folder: Path) -> tuple[Path, Path]:
    """Build wheel and sdist into a folder, as any front end does."""
    folder.mkdir()
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1767225600"}
    command = [sys.executable, "-c", BUILD, str(folder)]
    subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)
    (wheel,), (sdist,) = folder.glob("*.whl"), folder.glob("*.tar.gz")
    return wheel, sdist


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Wheel and sdist."""
    return built(tmp_path_factory.mktemp("built") / "first")


def members(wheel: Path) -> set[str]:
    """The names in a wheel."""
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_wheel_holds_all_modules_and_what_they_read(files: tuple[Path, Path]) -> None:
    """Every module, the compiled data, and the mark that the package is typed."""
    modules = {path.relative_to(ROOT).as_posix() for path in (ROOT / "endorsecheck").rglob("*.py")}
    data = {"endorsecheck/py.typed", "endorsecheck/data/organizations.txt"}
    assert modules | data | {"endorsecheck/data/skills.json"} <= members(files[0])


def test_wheel_holds_nothing_else(files: tuple[Path, Path]) -> None:
    """No tests, no sources of data, no leavings of editors and builds."""
    names = [PurePosixPath(name) for name in members(files[0])]
    assert {name.parts[0].partition("-")[0] for name in names} == {"endorsecheck"}
    others = {name.suffix for name in names if ".dist-info" not in name.parts[0]}
    assert others <= {".py", ".typed", ".txt", ".json", ".css", ".js", ".svg"}


def test_sdist_holds_tests_docs_and_sources_of_data(files: tuple[Path, Path]) -> None:
    """Everything that a distributor needs to build and to test it."""
    with tarfile.open(files[1]) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    sources = {path.relative_to(ROOT).as_posix() for path in DATA.rglob("*.toml")}
    wanted = {"pyproject.toml", "LICENSE", "SECURITY.md", "CHANGELOG.md", "docs/index.md"}
    assert sources | wanted | {"tests/test_distribution.py", "tests/fuzz/fuzz.py"} <= names


def test_second_build_gives_the_same_bytes(files: tuple[Path, Path], tmp_path: Path) -> None:
    """So that anybody can tell that what is published was built from the sources."""
    again = built(tmp_path / "second")
    assert [each.read_bytes() for each in files] == [each.read_bytes() for each in again]
