"""The hostile corpus, audited and reported: the report stays true whatever the data say."""

from __future__ import annotations

import copy
import csv
import json
import locale
import os
import pickle
import random
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import hostile
import hostile_audit
import pytest
from shared_checks import load

import endorsecheck as ec

CASES = [case for _, case in load("make_corpus").cases]
AUDITS: dict[str, Callable[[Path], hostile_audit.Audited]] = {
    "linkedin_zip": hostile_audit.of_folder,
    "linkedin_dir": hostile_audit.of_folder,
    "history_csv": hostile_audit.of_histories,
    "api": lambda path: hostile_audit.of_call(spec(path)),
}
RUN_BY = "import sys, json; sys.path[:0] = json.loads(sys.argv[1]); import hostile_audit as h; "


def spec(path: Path) -> dict[str, Any]:
    """The call that a file holds."""
    return hostile_audit.expanded(json.loads(path.read_text("utf-8")))


def audited_ids(*, large: bool) -> list[Any]:
    """The cases that are audited, as parameters."""
    return [
        pytest.param(case["id"], id=case["id"])
        for case in CASES
        if hostile.kind(case) in AUDITS and case["large"] is large
    ]


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, dict[str, Any]]]:
    """The corpus without its large cases, and its manifest by id."""
    folder = tmp_path_factory.mktemp("audited") / "corpus"
    return folder, {case["id"]: case for case in hostile.make(folder, "--quick")}


def check(case: dict[str, Any], path: Path) -> None:
    """Audit one case and hold its result and reports against the manifest."""
    try:
        audited = AUDITS[hostile.kind(case)](path)
    except ec.EndorsecheckError:
        if "clean_error" not in (case["expectation"], *case["also_ok"]):
            raise
    else:
        assert hostile_audit.faults(case, audited) == []


@pytest.mark.parametrize("case_id", audited_ids(large=False))
def test_case_is_audited_as_expected(
    corpus: tuple[Path, dict[str, dict[str, Any]]], case_id: str
) -> None:
    """The result says what holds, and no report is broken by it."""
    folder, cases = corpus
    check(cases[case_id], folder / cases[case_id]["path"])


@pytest.mark.skipif("ENDORSECHECK_LARGE" not in os.environ, reason="set ENDORSECHECK_LARGE=1")
@pytest.mark.parametrize("case_id", audited_ids(large=True))
def test_large_case_is_audited_as_expected(tmp_path: Path, case_id: str) -> None:
    """Crowds are audited in linear time."""
    cases = hostile.make(tmp_path / "corpus", "--only", case_id)
    case = next(each for each in cases if each["id"] == case_id)
    check(case, tmp_path / "corpus" / case["path"])


SAME = [(c["id"], c["invariants"]["same_as"]) for c in CASES if "same_as" in c["invariants"]]


@pytest.mark.parametrize(
    ("one", "other"), [each for each in SAME if each[0].startswith(("zip-", "dir-"))]
)
def test_cases_that_say_the_same_have_one_result(
    corpus: tuple[Path, dict[str, dict[str, Any]]], one: str, other: str
) -> None:
    """Layout of the archive and strangers among its members change nothing."""
    folder, cases = corpus
    if one not in cases:
        pytest.skip("a large case")
    results = [hostile_audit.of_folder(folder / cases[each]["path"]) for each in (one, other)]
    assert len({hostile_audit.plain(each) for each in results}) == 1


def operation(corpus: tuple[Path, dict[str, dict[str, Any]]], name: str) -> Path:
    """The file of an operation's case."""
    folder, cases = corpus
    return folder / str(cases[f"api-{name}"]["path"])


def in_process(path: Path, **environment: str) -> bytes:
    """All reports of a call, made by another interpreter."""
    code = RUN_BY + (
        "import pathlib; call = json.loads(pathlib.Path(sys.argv[2]).read_text('utf-8')); "
        "reports = h.reports(h.of_call(h.expanded(call))); "
        "sys.stdout.buffer.write(json.dumps(reports).encode())"
    )
    return subprocess.run(
        [sys.executable, "-c", code, json.dumps([each for each in sys.path if each]), str(path)],
        env={**os.environ, **environment},
        check=True,
        capture_output=True,
    ).stdout


@pytest.mark.parametrize(
    ("case", "variable", "values"),
    [
        pytest.param("hashseeds", "PYTHONHASHSEED", ("0", "1", "77"), id="hash-seed"),
        pytest.param("timezones", "TZ", ("UTC", "Asia/Tokyo", "America/Lima"), id="time-zone"),
        pytest.param("locales", "LC_ALL", ("C", "C.UTF-8", "tr_TR.UTF-8"), id="locale"),
        pytest.param("hashseeds", "PYTHONOPTIMIZE", ("0", "1", "2"), id="optimized"),
    ],
)
def test_reports_are_the_same_bytes_in_every_environment(
    corpus: tuple[Path, dict[str, dict[str, Any]]],
    case: str,
    variable: str,
    values: tuple[str, ...],
) -> None:
    """Hash seed, time zone, locale and optimization change nothing."""
    path = operation(corpus, case)
    assert len({in_process(path, **{variable: value}) for value in values}) == 1


def test_audits_in_threads_agree(corpus: tuple[Path, dict[str, dict[str, Any]]]) -> None:
    """Eight threads give what one gives."""
    call = spec(operation(corpus, "threads"))
    with ThreadPoolExecutor(8) as pool:
        results = list(pool.map(hostile_audit.of_call, [call] * 16))
    assert {hostile_audit.plain(hostile_audit.of_call(call))} == set(
        map(hostile_audit.plain, results)
    )


def test_input_result_and_errors_survive_pickle_and_copy(
    corpus: tuple[Path, dict[str, dict[str, Any]]],
) -> None:
    """What comes back equals what went in."""
    audited = hostile_audit.of_call(spec(operation(corpus, "pickle")))
    for value in (audited.profile, audited.result):
        assert value == pickle.loads(pickle.dumps(value)) == copy.deepcopy(value)
    error = ec.ReadError("export.zip: no such file")
    assert str(pickle.loads(pickle.dumps(error))) == str(copy.copy(error)) == str(error)


def test_rows_in_any_order_have_one_result(
    corpus: tuple[Path, dict[str, dict[str, Any]]],
) -> None:
    """The order of endorsements and histories changes nothing."""
    call = spec(operation(corpus, "shuffled"))
    turned = copy.deepcopy(call)
    random.Random(7).shuffle(turned["endorsements"])  # noqa: S311 # no secret
    random.Random(8).shuffle(turned["histories"])  # noqa: S311 # no secret
    results = {hostile_audit.plain(hostile_audit.of_call(each)) for each in (call, turned)}
    assert len(results) == 1


def test_second_audit_remembers_nothing_of_the_first(
    corpus: tuple[Path, dict[str, dict[str, Any]]],
) -> None:
    """Two audits of the same records are equal, and the records are unchanged."""
    profile, people, registry, _ = hostile_audit.call(spec(operation(corpus, "twice")))
    before = copy.deepcopy((profile, people))
    first = ec.audit(profile, people, organizations=registry)
    assert first == ec.audit(profile, people, organizations=registry)
    assert before == (profile, people)


def test_audit_opens_no_socket_starts_nothing_and_writes_nothing(
    corpus: tuple[Path, dict[str, dict[str, Any]]],
) -> None:
    """An audit hook sees nothing but its own data being read."""
    call = spec(operation(corpus, "offline"))
    with hostile.watched() as events:
        hostile_audit.reports(hostile_audit.of_call(call))
    writing = os.O_WRONLY | os.O_RDWR | os.O_CREAT
    assert [each for each in events if each[0] != "open" or each[2] & writing] == []


def test_settings_of_the_process_are_left_as_found(
    corpus: tuple[Path, dict[str, dict[str, Any]]],
) -> None:
    """The limit of csv fields, the locale and the recursion limit."""
    path = operation(corpus, "field-limit")
    before = csv.field_size_limit(), locale.setlocale(locale.LC_ALL), sys.getrecursionlimit()
    hostile_audit.reports(hostile_audit.of_call(spec(path)))
    after = csv.field_size_limit(), locale.setlocale(locale.LC_ALL), sys.getrecursionlimit()
    assert before == after
