"""What the readers report, collected from their code: of what, and in which words.

Found are the texts that stand in a call that reports, or in a variable of the same function. What
differs from file to file is shown as three dots.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import re
from collections.abc import Iterable, Iterator
from itertools import product
from types import ModuleType

MODULES = {
    "tables": "_decode _sheet",
    "linkedin": "_linkedin_rows _linkedin_files _linkedin_export",
    "people": "table _people_rows _people_groups",
    "waivers": "waivers",
    "documents": "_node _json",
    "credentials": "open_badges",
    "json-resume": "json_resume",
    "orcid": "orcid",
    "people-data-labs": "people_data_labs",
}
"""The modules of a reader."""

_SAYING = {"report", "Diagnostic", "_FieldError"}
"""What takes ``problem`` and ``expected`` by name."""

_TELLING = {"skip", "_report_cell"}
"""What takes a problem as its last argument."""


def of_reader(name: str) -> list[tuple[str, str]]:
    """What a reader reports: the column or field ("" for none in particular), and the words."""
    modules = (importlib.import_module(f"endorsecheck.readers.{m}") for m in MODULES[name].split())
    return list(dict.fromkeys(pair for module in modules for pair in of_module(module)))


def of_module(module: ModuleType) -> Iterator[tuple[str, str]]:
    """What the calls in a module say, in their order."""
    for function in ast.walk(ast.parse(inspect.getsource(module))):
        if isinstance(function, ast.FunctionDef):
            names = _Names(module, function)
            calls = [node for node in ast.walk(function) if isinstance(node, ast.Call)]
            yield from (pair for call in calls for pair in _of_call(call, names))


class _Names:
    """The texts that names stand for: in the function, else in the module."""

    def __init__(self, module: ModuleType, function: ast.FunctionDef) -> None:
        self._module = module
        self._local: dict[str, list[str]] = {}
        for node in ast.walk(function):
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                self._local.setdefault(node.targets[0].id, []).extend(self.texts(node.value))

    def texts(self, node: ast.expr) -> list[str]:
        """The texts that an expression may be, as far as they stand in the code."""
        if isinstance(node, ast.Name):
            named = getattr(self._module, node.id, None)
            return [named] if isinstance(named, str) else self._local.get(node.id, [])
        if isinstance(node, ast.IfExp):
            return self.texts(node.body) + self.texts(node.orelse)
        if isinstance(node, ast.JoinedStr):
            parts = (p.value if isinstance(p, ast.Constant) else "…" for p in node.values)
            return [re.sub("…+", "…", "".join(map(str, parts)))]
        return _texts(node)


def _of_call(call: ast.Call, names: _Names) -> Iterator[tuple[str, str]]:
    called = call.func.attr if isinstance(call.func, ast.Attribute) else ast.unparse(call.func)
    if called in _TELLING:
        yield from (("", said) for said in names.texts(call.args[-1]))
    if called in _SAYING:
        held = {each.arg: each.value for each in call.keywords}
        field = [*call.args, *([held["field"]] if "field" in held else [])]
        yield from ((_of(field), said) for said in _said(held, names))


def _said(held: dict[str | None, ast.expr], names: _Names) -> Iterator[str]:
    """The words, as ``str()`` of a diagnostic puts them."""
    expected = names.texts(held["expected"]) if "expected" in held else []
    if "problem" not in held:
        yield from (f"not {each}" for each in expected)
        return
    ends = [f", expected {each}" for each in expected] or [""]
    yield from (problem + end for problem, end in product(names.texts(held["problem"]), ends))


def _of(arguments: Iterable[ast.expr]) -> str:
    """The first text among the arguments: the column or field."""
    nodes = (node for each in arguments for node in ast.walk(each))
    return next((text for node in nodes for text in _texts(node)), "").strip()


def _texts(node: ast.AST) -> list[str]:
    """The text that a node is, if it is one."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    return []
