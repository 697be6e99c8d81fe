"""The hostile corpus: its cases, and what the invariants of reading mean, as functions.

A reader for another kind is added to ``READERS``, a check for another invariant to ``CHECKS``.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import attrs

from endorsecheck.exceptions import EndorsecheckError
from endorsecheck.readers import Diagnostic, TableCount, json_resume, linkedin, table

MAKER = Path(__file__).parent / "data" / "hostile" / "make_corpus.py"

READERS: dict[str, Callable[[Path], Any]] = {
    "linkedin_zip": linkedin.read_export,
    "linkedin_dir": linkedin.read_export,
    "linkedin_csv": linkedin.read_table,
    "history_csv": table.read_people,
    "json_resume": json_resume.read_resume,
}
"""What reads each kind of case; the kind stands before the colon."""

AUDITED = ("identity.lookalike",)
"""Families whose warning comes from the audit; reading them is all that is checked here."""


@attrs.frozen
class Outcome:
    """What came of reading one case."""

    result: Any
    error: EndorsecheckError | None
    seconds: float
    opened: tuple[tuple[str, int], ...]

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What was noticed."""
        return () if self.result is None else tuple(self.result.diagnostics)

    @property
    def counts(self) -> dict[str, TableCount]:
        """The rows of each file, and of the only one under an empty name."""
        counts: tuple[TableCount, ...] = () if self.result is None else self.result.tables
        only = {"": counts[0]} if len(counts) == 1 else {}
        return {each.file: each for each in counts} | only

    @property
    def messages(self) -> list[str]:
        """The text of the error and of the diagnostics."""
        return [str(each) for each in (self.error, *self.diagnostics) if each is not None]

    @property
    def expectation(self) -> str:
        """Which of the three outcomes of the corpus it is."""
        if self.error is not None:
            return "clean_error"
        return "loads_with_warning" if self.diagnostics else "loads"


def kind(case: Mapping[str, Any]) -> str:
    """Which reader a case is for."""
    return str(case["kind"].split(":")[0])


def make(folder: Path, *options: str) -> list[dict[str, Any]]:
    """Write the corpus and give its manifest."""
    subprocess.run([sys.executable, str(MAKER), str(folder), *options], check=True)
    manifest = (folder / "manifest.jsonl").read_text("utf-8")
    return [json.loads(line) for line in manifest.splitlines()]


# ---- reading -----------------------------------------------------------------------------------

_events: list[tuple[str, Any, int]] | None = None


def _hook(event: str, arguments: tuple[Any, ...]) -> None:
    if _events is not None and event in ("open", "socket.connect", "subprocess.Popen"):
        flags = arguments[2] if event == "open" and isinstance(arguments[2], int) else 0
        _events.append((event, arguments[0], flags))


sys.addaudithook(_hook)


@contextmanager
def watched() -> Iterator[list[tuple[str, Any, int]]]:
    """Note which files are opened, and whether anything goes out."""
    global _events  # noqa: PLW0603 # an audit hook cannot be taken away again
    found: list[tuple[str, Any, int]] = []
    _events = found
    try:
        yield found
    finally:
        _events = None


def read(path: Path, reader: Callable[[Path], Any]) -> Outcome:
    """What comes of reading a case; nothing but an error of the library may escape."""
    result, error = None, None
    with watched() as events:
        start = time.perf_counter()
        try:
            result = reader(path)
        except EndorsecheckError as found:
            error = found
        seconds = time.perf_counter() - start
    files = [event for event in events if event[0] == "open"]
    opened = tuple((str(name), flags) for _, name, flags in files if not isinstance(name, int))
    assert files == events, "nothing may leave the machine or start a process"
    return Outcome(result, error, seconds, opened)


# ---- invariants --------------------------------------------------------------------------------


def _rows_expected(outcome: Outcome, expected: Mapping[str, int], _: Path) -> list[str]:
    found = {file: outcome.counts[file].rows for file in expected if file in outcome.counts}
    return [] if outcome.error or found == dict(expected) else [f"rows {found}"]


def _min_loaded(outcome: Outcome, expected: Mapping[str, int], _: Path) -> list[str]:
    if outcome.error:
        return []
    return [
        f"{file}: {outcome.counts[file].used} used"
        for file, least in expected.items()
        if outcome.counts[file].used < least
    ]


def _must_report(outcome: Outcome, places: Sequence[Mapping[str, Any]], _: Path) -> list[str]:
    if outcome.expectation == "loads":
        return []
    return [
        f"not reported: {place}"
        for place in places
        if not any(
            each.file == place["file"]
            and each.row == place["line"]
            and place["column"] in (None, each.column)
            for each in outcome.diagnostics
        )
    ]


def _file_and_row(outcome: Outcome, place: Mapping[str, Any], _: Path) -> list[str]:
    row = "" if place["line"] is None else f" row {place['line']}"
    return _mentions(outcome, [f"{place['file']}{row}"], _)


def _mentions(outcome: Outcome, texts: Sequence[str], _: Path) -> list[str]:
    if outcome.expectation == "loads":
        return []
    return [
        f"not mentioned: {text}"
        for text in texts
        if not any(text in message for message in outcome.messages)
    ]


def _private(outcome: Outcome, names: Sequence[str], _: Path) -> list[str]:
    return [f"told: {name}" for name in names if name in str(outcome.error)]


def _max_seconds(outcome: Outcome, most: float, _: Path) -> list[str]:
    return [] if outcome.seconds <= most else [f"{outcome.seconds:.1f} s"]


def _no_writes(outcome: Outcome, _: object, __: Path) -> list[str]:
    writing = os.O_WRONLY | os.O_RDWR | os.O_CREAT
    return [f"written: {name}" for name, flags in outcome.opened if flags & writing]


def _no_outside_read(outcome: Outcome, _: object, path: Path) -> list[str]:
    return [
        f"opened: {name}"
        for name, _ in outcome.opened
        if not Path(name).resolve().is_relative_to(path.resolve())
    ]


def _distinct_people(outcome: Outcome, expected: int, _: Path) -> list[str]:
    if not isinstance(outcome.result, table.PeopleFile):
        return []
    found = len(outcome.result.people)
    return [] if found == expected else [f"{found} people"]


CHECKS: dict[str, Callable[[Outcome, Any, Path], list[str]]] = {
    "rows_expected": _rows_expected,
    "min_loaded": _min_loaded,
    "must_report": _must_report,
    "error_mentions_file_and_row": _file_and_row,
    "error_mentions": _mentions,
    "private": _private,
    "max_seconds": _max_seconds,
    "no_writes": _no_writes,
    "no_outside_read": _no_outside_read,
    "distinct_people": _distinct_people,
}
"""What an invariant means for reading: what is wrong, in words."""


def faults(case: Mapping[str, Any], outcome: Outcome, path: Path) -> list[str]:
    """What is wrong with the outcome of a case; nothing, if it is as it should be."""
    allowed = [case["expectation"], *case["also_ok"]]
    if case["threat"] in AUDITED:
        allowed.append("loads")
    found = [] if outcome.expectation in allowed else [f"{outcome.expectation}, not {allowed}"]
    for name, value in case["invariants"].items():
        if name in CHECKS:
            found += CHECKS[name](outcome, value, path)
    return found
