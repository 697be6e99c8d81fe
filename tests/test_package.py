"""The package as a whole: layers, names, imports, signatures."""

from __future__ import annotations

import ast
import importlib
import importlib.util
import inspect
import pkgutil
import re
import subprocess
import sys
import types
from enum import Enum
from pathlib import Path

import pytest

import endorsecheck as ec

PACKAGE = Path(ec.__file__).parent
SNAPSHOT = Path(__file__).parent / "snapshots" / "signatures.txt"
EXTRAS = {"endorsecheck.arrow": "pyarrow"}
"""Modules that need what not everybody installs, and what that is."""

MISSING = [each for each, needed in EXTRAS.items() if importlib.util.find_spec(needed) is None]
MODULES = sorted(
    module.name
    for module in pkgutil.walk_packages([str(PACKAGE)], prefix="endorsecheck.")
    if module.name not in MISSING
)
PUBLIC = [name for name in MODULES if "._" not in name]
LAYERS = (
    "_safe exceptions _data _deferred",
    "_date_text _partial_dates _overlaps dates",
    "_text _phrases _skills _checks _histories models _plain _confusables _addresses",
    "_organizations organizations people",
    "_explained codes waivers _matching _merging _stays _evidence evidence _counterfactual",
    "_known _ledger",
    "_results _groups _docket findings",
    "_judging _remedies _observing _pace _tallies _deceptions _waiving _by_person _timeline",
    "_invitations",
    "patterns _audit invitations _comparison _wording _tables _cells _records _review",
    "_invitation_text _packing _cases _workers _fleet _arrow_records report readers arrow",
    "_pictures",
    "_pages _notebook html",
)
"""The layers from the bottom up; a module imports from its own layer and those below."""


def imported(module: str) -> set[str]:
    """The modules of the package that a module imports when it is imported."""
    path = PACKAGE.joinpath(*module.split(".")[1:])
    file = path.with_suffix(".py") if path.with_suffix(".py").exists() else path / "__init__.py"
    found = set()
    for node in ast.parse(file.read_text("utf-8")).body:
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            below = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= below & set(MODULES)
            if not below <= set(MODULES):
                found.add(node.module)
    return found & set(MODULES)


def layer(module: str) -> int:
    """The number of a module's layer."""
    name = module.split(".")[1]
    return next(i for i, names in enumerate(LAYERS) if name in names.split())


@pytest.mark.parametrize("module", MODULES)
def test_module_imports_from_its_own_layer_and_below(module: str) -> None:
    """Nothing imports from a higher layer."""
    assert [each for each in imported(module) if layer(each) > layer(module)] == []


def test_imports_run_one_way() -> None:
    """No module imports, over any number of steps, itself."""
    below: dict[str, set[str]] = {}

    def depths(module: str, path: tuple[str, ...]) -> set[str]:
        assert module not in path, f"a circle: {(*path, module)}"
        if module not in below:
            direct = imported(module)
            below[module] = direct.union(*(depths(each, (*path, module)) for each in direct))
        return below[module]

    for module in MODULES:
        depths(module, ())


@pytest.mark.parametrize("module", MODULES)
def test_module_imports_alone(module: str) -> None:
    """In a fresh interpreter, with warnings as errors."""
    subprocess.run([sys.executable, "-W", "error", "-c", f"import {module}"], check=True)


def test_root_imports_attrs_and_the_standard_library_alone() -> None:
    """Nothing else is loaded and no data file is read at import."""
    code = (
        "import sys, attrs\n"
        "opened = []\n"
        "hook = lambda e, a: e == 'open' and isinstance(a[0], str) and opened.append(a[0])\n"
        "sys.addaudithook(hook)\n"
        "import endorsecheck\n"
        "loaded = {name.split('.')[0] for name in sys.modules} - set(sys.stdlib_module_names)\n"
        "print(sorted(loaded - {'attr', 'attrs', 'endorsecheck', '__main__'}))\n"
        "print([f for f in opened if not f.endswith(('.py', '.pyc')) and '.pyc.' not in f])\n"
    )
    run = subprocess.run(
        [sys.executable, "-I", "-S", "-c", PATH + code], check=True, capture_output=True, text=True
    )
    assert run.stdout.splitlines() == ["[]", "[]"]


PATH = f"import sys; sys.path[:0] = {[p for p in sys.path if p] + [str(PACKAGE.parent)]!r}\n"
"""Lets an isolated interpreter without ``site`` find what this one finds."""


FORBIDDEN = {"logging", "warnings", "socket", "urllib.request", "http", "pickle", "subprocess"}
"""Modules that would let something out, or something in."""
ALLOWED = {"endorsecheck._packing": {"pickle"}}
"""What travels between a process and its own workers is pickled; no file ever is."""


@pytest.mark.parametrize("module", MODULES)
def test_module_logs_nothing_and_reaches_nowhere(module: str) -> None:
    """Not even inside a function."""
    path = PACKAGE.joinpath(*module.split(".")[1:])
    file = path.with_suffix(".py") if path.with_suffix(".py").exists() else path / "__init__.py"
    found = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {f"{node.module}", *(f"{node.module}.{each.name}" for each in node.names)}
    assert found & FORBIDDEN == ALLOWED.get(module, set())


@pytest.mark.parametrize("name", ["endorsecheck", "endorsecheck.readers"])
def test_names_are_imported_when_asked_for(name: str) -> None:
    """A name that is not there is missing as ever, and all are listed before they are used."""
    package = importlib.import_module(name)
    assert set(package.__all__) <= set(dir(package))
    with pytest.raises(AttributeError, match=f"module '{name}' has no attribute 'nothing'"):
        package.nothing  # noqa: B018 # the access is what is tested


def test_root_gives_its_public_modules() -> None:
    """Without an import of each."""
    code = "import endorsecheck; print(endorsecheck.dates.Period.__name__)"
    run = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert run.stdout == "Period\n"
    assert ec.__getattr__("dates") is importlib.import_module("endorsecheck.dates")


def test_root_lists_its_names_sorted() -> None:
    """And every name it lists is there."""
    assert sorted(ec.__all__) == ec.__all__
    assert [name for name in ec.__all__ if not hasattr(ec, name)] == []


def test_no_module_bears_the_name_of_a_public_name() -> None:
    """An import could not tell them apart."""
    last = {module.rsplit(".", 1)[1] for module in MODULES}
    assert set() == last & set(ec.__all__)


@pytest.mark.parametrize("module", PUBLIC)
def test_public_module_lists_names_that_it_has(module: str) -> None:
    """``__all__`` holds nothing else."""
    loaded = importlib.import_module(module)
    names = getattr(loaded, "__all__", [])
    assert [name for name in names if not hasattr(loaded, name)] == []


def test_every_public_name_stands_in_the_reference() -> None:
    """The pages list what the root lists, each name once, and nothing else of it."""
    named = re.findall(r"\.\. (?:auto\w+|py:data):: ([A-Za-z_]\w*)$", reference(), re.MULTILINE)
    assert sorted(ec.__all__) == sorted(named)


@pytest.mark.parametrize("module", PUBLIC)
def test_every_public_module_stands_in_the_reference(module: str) -> None:
    """All that it lists, by name or as a whole; what the root gives is there by its short name."""
    if f".. automodule:: {module}\n" in reference():
        return
    listed = set(getattr(importlib.import_module(module), "__all__", [])) - set(ec.__all__)
    assert [name for name in sorted(listed) if f":: {module}.{name}\n" not in reference()] == []


def reference() -> str:
    """The pages of the public names."""
    folder = Path(__file__).parents[1] / "docs" / "reference"
    return "".join(page.read_text("utf-8") for page in sorted(folder.glob("api*.md")))


def signatures() -> list[str]:
    """One line per public function, class and method: where, and how it is called."""
    lines = []
    for module in ["endorsecheck", *PUBLIC]:
        loaded = importlib.import_module(module)
        for name in sorted(getattr(loaded, "__all__", [])):
            lines += described(f"{module}.{name}", getattr(loaded, name))
    return lines


def described(name: str, value: object) -> list[str]:
    """The lines of one public name."""
    if isinstance(value, types.GenericAlias):
        return [f"{name}(...)"]  # a class on Python 3.10, and none since
    if inspect.isclass(value):
        members = [
            line
            for key, member in sorted(vars(value).items())
            if not key.startswith("_")
            and (inspect.isfunction(member) or isinstance(member, classmethod))
            for line in described(f"{name}.{key}", getattr(value, key))
        ]
        return [f"class {name}{parameters(value)}", *members]
    return [f"{name}{parameters(value)}"] if callable(value) else [name]


def parameters(value: object) -> str:
    """The parameters of something that is called; an enumeration's differ between Pythons."""
    if inspect.isclass(value) and issubclass(value, Enum):
        return ""
    try:
        found = inspect.signature(value)  # type: ignore[arg-type] # only callables get here
    except ValueError:
        return "(...)"
    shown = [
        each.replace(annotation=inspect.Parameter.empty, default=inspect.Parameter.empty)
        if each.default is inspect.Parameter.empty
        else each.replace(annotation=inspect.Parameter.empty, default=...)
        for each in found.parameters.values()
    ]
    return str(found.replace(parameters=shown, return_annotation=inspect.Signature.empty))


def test_public_signatures_are_those_of_the_snapshot() -> None:
    """A change of the public face is made on purpose, and the snapshot with it."""
    lines = SNAPSHOT.read_text("utf-8").splitlines()
    assert signatures() == [
        line for line in lines if not any(f"{module}." in line for module in MISSING)
    ]


if __name__ == "__main__":
    SNAPSHOT.write_text("\n".join(signatures()) + "\n", encoding="utf-8")
