"""Mutation testing of modules: ``python tests/tools/mutate.py people _organizations.names``.

With ``-most=N`` an even sample of the mutants of each, always the same.

A mutant is one change of the module's syntax tree: a comparison, an arithmetic or boolean
operator, a constant, a negated condition, ``min`` for ``max``, a returned value or a statement
left out. The module's own tests run against each in a forked process (so not on Windows) until
one fails; hypothesis makes 25 examples, always the same. A mutant whose tests take ten times as
long as without it is killed too. Left alone are docstrings, annotations, ``__all__``, decorators,
the texts of errors, and what changes nothing but in name: ``return None`` for ``return False``,
variables of types, and ``strict=`` of ``zip``, which only asserts.

What survives is printed: the line, what stood there, and what was put there.
"""

from __future__ import annotations

import argparse
import ast
import copy
import importlib.abc
import importlib.util
import os
import signal
import sys
import time
from collections.abc import Iterator, Sequence
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any

import hypothesis
import pytest

ROOT = Path(__file__).parents[2]
_ORGANIZATIONS = (
    *("test_organizations.py", "test_organizations_known.py", "test_organizations_chains.py"),
    *("test_organizations_reasons.py", "test_organizations_index.py"),
    "test_organizations_pairs.py",
)
_NAMES_OF_ORGANIZATIONS = (
    "test_organizations_short_cuts.py",
    *("test_organizations_readings.py", "test_organizations_names.py", "test_organizations.py"),
    *("test_organizations_known.py", "test_organizations_chains.py"),
    *("test_organizations_reasons.py", "test_organizations_pairs.py"),
)
TESTS: dict[str, tuple[str, ...]] = {
    "_overlaps": ("test_overlaps.py", "test_dates.py"),
    "_partial_dates": ("test_partial_dates.py", "test_dates.py"),
    "_date_text": ("test_date_text.py", "test_partial_dates.py", "test_dates.py"),
    "dates": ("test_dates.py", "test_overlaps.py"),
    "people": ("test_people.py", "test_audit_cases.py"),
    "evidence": (
        *("test_evidence.py", "test_judging.py", "test_audit.py", "test_audit_cases.py"),
        "test_given.py",
    ),
    "_cells": ("test_cells.py", "test_report.py"),
    "_wording": ("test_wording.py", "test_report.py"),
    "_evidence": (
        *("test_evidence_shown.py", "test_groups.py", "test_wording.py", "test_evidence.py"),
        "test_audit.py",
    ),
    "_judging": (
        *("test_judging.py", "test_audit.py", "test_audit_cases.py", "test_given.py"),
        "test_waivers.py",
    ),
    "_docket": (
        *("test_judging.py", "test_findings.py", "test_waivers.py", "test_ledger.py"),
        *("test_given.py", "test_cells.py", "test_audit.py", "test_report.py"),
    ),
    "_ledger": (
        *("test_judging.py", "test_ledger.py", "test_audit.py", "test_report.py"),
        *("test_given.py", "test_cells.py"),
    ),
    "_known": (
        *("test_known.py", "test_plain_rows.py", "test_audit.py", "test_audit_cases.py"),
        "test_given.py",
    ),
    "_remedies": (
        *("test_remedies.py", "test_audit.py", "test_waivers.py", "test_audit_cases.py"),
        *("test_given.py", "test_groups.py"),
    ),
    "_audit": (
        *("test_audit.py", "test_given.py", "test_waivers.py", "test_evidence_shown.py"),
        "test_audit_cases.py",
    ),
    "_matching": (
        *("test_known.py", "test_evidence.py", "test_audit.py", "test_audit_cases.py"),
        *("test_given.py", "test_fleet.py"),
    ),
    "readers._csv": (
        *("test_reader_csv.py", "test_blocks.py", "test_reader_diagnostics.py"),
        *("test_hostile_readers.py", "test_in_blocks.py"),
    ),
    "readers._linkedin_contacts": (
        *("test_linkedin.py", "test_known.py", "test_ledger.py", "test_plain_rows.py"),
    ),
    "readers._linkedin_dates": ("test_reader_linkedin_dates.py", "test_linkedin.py"),
    "readers._linkedin_plain": (
        *("test_linkedin_plain.py", "test_ledger.py", "test_linkedin.py"),
        *("test_linkedin_people.py", "test_plain_rows.py", "test_in_blocks.py"),
    ),
    "readers._linkedin_roll": ("test_ledger.py", "test_linkedin.py", "test_plain_rows.py"),
    "readers._people_groups": (
        *("test_table.py", "test_table_people.py", "test_known.py", "test_blocks.py"),
        *("test_plain_rows.py", "test_hostile_readers.py", "test_in_blocks.py"),
    ),
    "readers._people_plain": (
        *("test_known.py", "test_table.py", "test_table_people.py", "test_blocks.py"),
        *("test_plain_rows.py", "test_in_blocks.py"),
    ),
    "readers._blocks": ("test_blocks.py", "test_in_blocks.py"),
    "readers._guard": ("test_table_people.py", "test_cells.py"),
    "readers._header": ("test_reader_sheet.py", "test_table.py"),
    "readers._layout": (
        *("test_table.py", "test_linkedin.py", "test_recognition.py", "test_reader_sheet.py"),
    ),
    "readers._sheet": (
        *("test_table.py", "test_linkedin.py", "test_blocks.py", "test_reader_diagnostics.py"),
        *("test_hostile_readers.py", "test_reader_sheet.py", "test_in_blocks.py"),
    ),
    "findings": (
        *("test_findings.py", "test_notebook.py", "test_groups.py", "test_waivers.py"),
        *("test_given.py", "test_records.py"),
    ),
    "_results": ("test_findings.py", "test_groups.py", "test_audit.py", "test_given.py"),
    "waivers": ("test_waivers.py",),
    "_waiving": ("test_waivers.py",),
    "organizations": (*_ORGANIZATIONS, "test_organizations_data.py"),
    "_organizations.compiler": (*_ORGANIZATIONS, "test_organizations_data.py"),
    "_organizations.data": ("test_organizations_data.py", *_ORGANIZATIONS),
    "_organizations.facts": (*_ORGANIZATIONS, "test_organizations_data.py"),
    "_organizations.folding": ("test_organizations_folding.py", *_NAMES_OF_ORGANIZATIONS),
    "_organizations.forms": _NAMES_OF_ORGANIZATIONS,
    "_organizations.graph": _ORGANIZATIONS,
    "_organizations.identities": _ORGANIZATIONS,
    "_organizations.ids": _ORGANIZATIONS,
    "_organizations.index": ("test_organizations_index.py", "test_organizations_slips.py"),
    "_organizations.names": _NAMES_OF_ORGANIZATIONS,
    "_organizations.parts": ("test_organizations_parts.py", *_NAMES_OF_ORGANIZATIONS),
    "_organizations.placeholders": (
        *("test_organizations_placeholders.py", "test_organizations_short_cuts.py"),
        "test_organizations.py",
        *("test_organizations_pairs.py", "test_organizations_index.py"),
    ),
    "_organizations.relations": _ORGANIZATIONS,
    "_organizations.slips": ("test_organizations_slips.py", *_NAMES_OF_ORGANIZATIONS),
    "_organizations.spelling": _NAMES_OF_ORGANIZATIONS,
    "_organizations.statements": (*_ORGANIZATIONS, "test_organizations_data.py"),
}
"""The tests of each module, the likeliest to fail first."""

_SWAPS: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
    ast.And: ast.Or,
    ast.Or: ast.And,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
    ast.Break: ast.Continue,
    ast.Continue: ast.Break,
}
_NAMES = {"min": "max", "max": "min", "any": "all", "all": "any"}
_NOTHING = ("return", "return None", "return False")
_ATTRIBUTES = {"earliest": "latest", "latest": "earliest", "min_days": "max_days"}


# ---- making mutants ----------------------------------------------------------------------------


def mutants(source: str) -> Iterator[tuple[int, str, str]]:
    """Give line, what was changed, and the source, of every mutant."""
    tree = ast.parse(source)
    for holder, key, node in list(_places(tree)):
        for other in _alternatives(node):
            _put(holder, key, ast.copy_location(other, node))
            yield getattr(node, "lineno", 0), f"{_shown(node)}  ->  {_shown(other)}", _text(tree)
            _put(holder, key, node)


def _text(tree: ast.AST) -> str:
    return ast.unparse(ast.fix_missing_locations(tree))


def _shown(node: ast.AST) -> str:
    return ast.unparse(node).split("\n")[0][:100]


def _put(holder: Any, key: str | int, node: ast.AST) -> None:
    if isinstance(key, int):
        holder[key] = node
    else:
        setattr(holder, key, node)


def _places(tree: ast.AST) -> Iterator[tuple[Any, str | int, ast.AST]]:
    """Where each node stands: in a field, or in a list of nodes."""
    for field, value in ast.iter_fields(tree):
        if field in ("annotation", "returns", "decorator_list", "args", "keywords") and isinstance(
            tree, (ast.FunctionDef, ast.ClassDef, ast.AnnAssign)
        ):
            continue
        children = value if isinstance(value, list) else [value]
        for at, child in enumerate(children):
            if isinstance(child, ast.AST) and not _is_left_alone(child):
                yield (value, at, child) if isinstance(value, list) else (tree, field, child)
                yield from _places(child)


def _is_left_alone(node: ast.AST) -> bool:
    if isinstance(node, (ast.Raise, ast.Import, ast.ImportFrom, ast.JoinedStr)):
        return True
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return True
    if isinstance(node, ast.keyword) and node.arg == "strict":
        return True
    if isinstance(node, ast.AnnAssign) and _shown(node.annotation) == "TypeAlias":
        return True
    if isinstance(node, (ast.Assign, ast.AnnAssign)):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        names = {each.id for each in targets if isinstance(each, ast.Name)}
        return bool(names & {"__all__", "msg", "T", "T_co", "F", "K"})
    return isinstance(node, ast.If) and _shown(node.test) == "TYPE_CHECKING"


def _alternatives(node: ast.AST) -> Iterator[ast.AST]:
    """What is put in the place of a node."""
    if isinstance(node, ast.Compare):
        for at, operator in enumerate(node.ops):
            other = copy.deepcopy(node)
            other.ops[at] = _SWAPS[type(operator)]()  # type: ignore[call-overload]
            yield other
    elif isinstance(node, (ast.BinOp, ast.BoolOp, ast.AugAssign)) and type(node.op) in _SWAPS:
        other_node = copy.deepcopy(node)
        other_node.op = _SWAPS[type(node.op)]()  # type: ignore[assignment]
        yield other_node
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, (ast.Not, ast.USub)):
        yield node.operand
    elif isinstance(node, ast.Constant):
        yield from _constants(node.value)
    elif isinstance(node, (ast.If, ast.IfExp, ast.While, ast.comprehension)):
        yield from _negated(node)
    elif isinstance(node, (ast.Name, ast.Attribute)):
        yield from _renamed(node)
    else:
        yield from _left_out(node)


def _constants(value: object) -> Iterator[ast.Constant]:
    if isinstance(value, bool):
        yield ast.Constant(not value)
    elif isinstance(value, int):
        yield ast.Constant(value + 1)
    elif isinstance(value, str):
        yield ast.Constant(f"XX{value}")


def _negated(node: ast.AST) -> Iterator[ast.AST]:
    tests = range(len(node.ifs)) if isinstance(node, ast.comprehension) else range(1)
    for at in tests:
        other: Any = copy.deepcopy(node)
        if isinstance(node, ast.comprehension):
            other.ifs[at] = ast.UnaryOp(ast.Not(), other.ifs[at])
        else:
            other.test = ast.UnaryOp(ast.Not(), other.test)
        yield other


def _renamed(node: ast.Name | ast.Attribute) -> Iterator[ast.AST]:
    if isinstance(node, ast.Name) and node.id in _NAMES:
        yield ast.Name(_NAMES[node.id], node.ctx)
    if isinstance(node, ast.Attribute) and node.attr in _ATTRIBUTES:
        yield ast.Attribute(node.value, _ATTRIBUTES[node.attr], node.ctx)


def _left_out(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.Return) and ast.unparse(node) not in _NOTHING:
        yield ast.Return(ast.Constant(None))
    elif isinstance(node, ast.Expr):
        yield ast.Pass()
    elif isinstance(node, (ast.Break, ast.Continue)):
        yield _SWAPS[type(node)]()


# ---- running the tests -------------------------------------------------------------------------


class _Mutated(importlib.abc.MetaPathFinder, importlib.abc.InspectLoader):
    """Gives one module another source."""

    def __init__(self, module: str, path: Path, source: str) -> None:
        self._module, self._path, self._source = module, path, source

    def find_spec(self, name: str, *_: object) -> ModuleSpec | None:
        """The mutated module, and no other."""
        if name != self._module:
            return None
        return importlib.util.spec_from_file_location(name, self._path, loader=self)

    def get_source(self, _: str) -> str:
        """The mutated source."""
        return self._source

    def get_code(self, _: str) -> CodeType:
        """The mutated source, compiled."""
        return compile(self._source, str(self._path), "exec")

    def exec_module(self, module: ModuleType) -> None:
        """Run it."""
        exec(self.get_code(""), vars(module))  # noqa: S102 # a mutant of the project's own code


def _passes(module: str, source: str, tests: Sequence[str], seconds: float) -> bool:
    """Whether the tests pass, in a process of its own and in time."""
    pid = os.fork()
    if pid == 0:
        os._exit(_test(module, source, tests))
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        done, status = os.waitpid(pid, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status) == 0
        time.sleep(0.02)
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    return False


def _file_of(module: str) -> Path:
    return ROOT.joinpath("endorsecheck", *module.split(".")).with_suffix(".py")


def _test(module: str, source: str, tests: Sequence[str]) -> int:
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 1)
    os.dup2(silence, 2)
    path = _file_of(module)
    sys.meta_path.insert(0, _Mutated(f"endorsecheck.{module}", path, source))
    sys.path[:0] = [str(ROOT), str(ROOT / "tests")]
    hypothesis.settings.register_profile(
        "mutants",
        max_examples=25,
        deadline=None,
        derandomize=True,
        database=None,
        phases=(hypothesis.Phase.explicit, hypothesis.Phase.generate),  # nobody reads what failed
    )
    files = [str(ROOT / "tests" / name) for name in tests if (ROOT / "tests" / name).exists()]
    options = ["-xq", "--tb=no", "--hypothesis-profile=mutants", "-p", "no:cacheprovider"]
    options += ["-W", "ignore::pytest.PytestAssertRewriteWarning"]  # hypothesis is loaded already
    return int(pytest.main([*options, "--rootdir", str(ROOT), *files]))


def survivors(module: str, most: int | None) -> tuple[int, list[str]]:
    """How many mutants of a module were tested, and those that no test noticed.

    Raises:
        SystemExit: The tests fail without any mutant.
    """
    source = _file_of(module).read_text("utf-8")
    start = time.monotonic()
    if not _passes(module, source, TESTS[module], 600):
        sys.exit(f"{module}: the tests fail as it is")
    seconds = 10 * (time.monotonic() - start) + 5
    chosen = list(mutants(source))
    if most is not None and len(chosen) > most:
        chosen = [chosen[len(chosen) * i // most] for i in range(most)]
    left = []
    for line, change, text in chosen:
        if _passes(module, text, TESTS[module], seconds):
            left.append(f"{module}.py:{line}: {change}")
            print(f"  {left[-1]}", flush=True)
    return len(chosen), left


def main(arguments: Sequence[str]) -> int:
    """Test the mutants of the modules named; 1 if fewer than 95 % of those of one are killed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("module", nargs="+", choices=list(TESTS))
    parser.add_argument("-most", type=int)
    options = parser.parse_args(arguments)
    shares = []
    for module in options.module:
        count, left = survivors(module, options.most)
        shares.append(1 - len(left) / count)
        print(f"{module}: {count - len(left)} of {count} killed, {shares[-1]:.1%}", flush=True)
    return int(min(shares) < 0.95)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
