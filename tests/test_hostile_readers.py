"""The readers against the hostile corpus: no crash, no lost row, no false word."""

from __future__ import annotations

import os
import resource
from pathlib import Path
from typing import Any

import hostile
import pytest
import shared_checks

import endorsecheck as ec
from endorsecheck.readers import TableCount, linkedin


def _cases(*, large: bool) -> list[Any]:
    """The cases that a reader is known for, as parameters."""
    maker = shared_checks.load("make_corpus")
    return [
        pytest.param(case["id"], id=case["id"])
        for _, case in maker.cases
        if hostile.kind(case) in hostile.READERS and case["large"] is large
    ]


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, dict[str, Any]]]:
    """The corpus without its large cases, and its manifest by id."""
    folder = tmp_path_factory.mktemp("hostile") / "corpus"
    return folder, {case["id"]: case for case in hostile.make(folder, "--quick")}


@pytest.mark.parametrize("case_id", _cases(large=False))
def test_case_is_read_as_expected(
    corpus: tuple[Path, dict[str, dict[str, Any]]], case_id: str
) -> None:
    """The outcome is one that is allowed, and every invariant of reading holds."""
    folder, cases = corpus
    case = cases[case_id]
    path = folder / case["path"]
    outcome = hostile.read(path, hostile.READERS[hostile.kind(case)])
    assert hostile.faults(case, outcome, path) == []


@pytest.mark.skipif("ENDORSECHECK_LARGE" not in os.environ, reason="set ENDORSECHECK_LARGE=1")
@pytest.mark.parametrize("case_id", _cases(large=True))
def test_large_case_is_read_as_expected(tmp_path: Path, case_id: str) -> None:
    """Bombs and crowds stay within their time and memory."""
    cases = hostile.make(tmp_path / "corpus", "--only", case_id)
    case = next(each for each in cases if each["id"] == case_id)
    path = tmp_path / "corpus" / case["path"]
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    outcome = hostile.read(path, hostile.READERS[hostile.kind(case)])
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024
    assert hostile.faults(case, outcome, path) == []
    assert grown <= case["invariants"]["max_mb"]


SAME = [
    pytest.param(case_id, id=case_id)
    for case_id in ("form-crlf", "form-cr", "form-mark", "form-unfinished", "form-gaps")
] + [
    pytest.param(case_id, id=case_id)
    for case_id in ("form-quoted", "form-more-columns", "form-other-order", "form-semicolon")
]


@pytest.mark.parametrize("case_id", [*SAME, pytest.param("enc-utf16", id="enc-utf16")])
def test_form_of_the_file_changes_no_record(
    corpus: tuple[Path, dict[str, dict[str, Any]]], case_id: str
) -> None:
    """Line ends, marks, quotes, delimiters and the order of columns do not matter."""
    folder, cases = corpus
    base = linkedin.read_table(folder / cases["end-base"]["path"])
    assert linkedin.read_table(folder / cases[f"end-{case_id}"]["path"]).records == base.records


@pytest.mark.parametrize("case_id", ["dir-base", "zip-folder", "zip-fork", "zip-slip-up"])
def test_wrapping_changes_no_profile(
    corpus: tuple[Path, dict[str, dict[str, Any]]], case_id: str
) -> None:
    """A folder, an archive and an archive of a folder hold the same."""
    folder, cases = corpus
    base = linkedin.read_export(folder / cases["zip-base"]["path"])
    assert linkedin.read_export(folder / cases[case_id]["path"]).profile == base.profile


def test_swallowed_rows_are_recovered(
    corpus: tuple[Path, dict[str, dict[str, Any]]],
) -> None:
    """A quote that is never closed costs no row: 3,000 in, 3,000 used, one diagnostic."""
    folder, cases = corpus
    read = linkedin.read_table(folder / cases["end-open-quote-long"]["path"])
    assert read.tables == (
        TableCount("Endorsement_Received_Info.csv", rows=3000, used=3000, reported=0),
    )
    assert [each.row for each in read.diagnostics] == [4]


def test_rows_swallowed_by_chance_are_recovered(
    corpus: tuple[Path, dict[str, dict[str, Any]]],
) -> None:
    """Two stray quotes that make one well-formed cell of four rows are both reported."""
    folder, cases = corpus
    read = linkedin.read_table(folder / cases["end-closed-by-chance"]["path"])
    assert [each.row for each in read.diagnostics] == [3, 6]
    assert {record.skill for record in read.records} == {"Bookbinding"}


def test_unreadable_dates_are_unknown(
    corpus: tuple[Path, dict[str, dict[str, Any]]],
) -> None:
    """A date that cannot be trusted never becomes a certain one."""
    folder, cases = corpus
    read = linkedin.read_table(folder / cases["date-range"]["path"])
    assert read.records[1].period == ec.Period.parse("", "Apr 2021")
