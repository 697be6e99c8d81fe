"""The page shows hostile text as text."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import attrs
import hostile
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pictured import (
    RAVI,
    endorsed,
    markup_faults,
    result_of,
)
from test_html import BURST, LONELY, cards

import endorsecheck as ec
from endorsecheck import report
from endorsecheck.html import format_page
from endorsecheck.readers import linkedin, table

# ---- hostile text ------------------------------------------------------------------------------


@settings(max_examples=20, deadline=None)
@given(st.text(st.characters() | st.sampled_from("<>&\"'\u202e\u200d\u0301")).filter(str.strip))
def test_names_are_text_whatever_they_are(name: str) -> None:
    """In every place where one is written."""
    odd = ec.Person(
        name, name, ec.WorkHistory([ec.Position(name, period=ec.Period.parse("2016", ""))])
    )
    result = attrs.evolve(
        result_of(endorsed(name, odd, "2020"), owner=attrs.evolve(odd, url="x.example/owner")),
        observations=[
            attrs.evolve(LONELY, text=name, skills=[name]),
            attrs.evolve(BURST, text=name),
        ],
    )
    assert markup_faults(format_page(result)) == []


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[dict[str, object]]]:
    """The hostile corpus without its large cases."""
    folder = tmp_path_factory.mktemp("hostile") / "corpus"
    return folder, hostile.make(folder, "--quick")


def audited(path: Path) -> tuple[ec.AuditResult, ec.Profile]:
    """The audit of an export, with the histories beside it."""
    export = linkedin.read_export(path)
    beside = path / "histories.csv"
    people = table.read_people(beside).people if beside.is_file() else ()
    return ec.audit(export.profile, [*export.people, *people]), export.profile


def test_hostile_exports_make_a_clean_page(
    corpus: tuple[Path, list[dict[str, object]]],
) -> None:
    """Every family of text that is written to deceive, or just odd."""
    folder, cases = corpus
    faults = {}
    for case in cases:
        if case["kind"] == "linkedin_dir" and str(case["threat"]).startswith("report."):
            result, profile = audited(folder / str(case["path"]))
            found = markup_faults(format_page(result, profile))
            found += markup_faults(report.format_table(result, tablefmt="html"))
            faults[str(case["id"])] = found + markup_faults(result._repr_html_())
    assert len(faults) > 30
    assert {name: found for name, found in faults.items() if found} == {}


def test_large_result_makes_a_page_of_bearable_size() -> None:
    """Many people, each with a picture."""
    people = [
        attrs.evolve(RAVI, name=f"Ravi {i}", url=f"www.linkedin.com/in/ravi-{i}")
        for i in range(100)
    ]
    page = format_page(result_of(*(endorsed("Go", each, "2018-01-04") for each in people)))
    assert page.count('class="person ') == 100
    assert "and 60 more endorsers" in page
    assert len(page) < 1_500_000


def test_example_writes_the_page(tmp_path: Path) -> None:
    """Beside the table that it prints."""
    root = Path(__file__).parents[1]
    path = os.pathsep.join([str(Path(ec.__file__).parents[1]), *sys.path])
    subprocess.run(
        [sys.executable, str(root / "examples" / "audit_export.py"), "--html", "page.html"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": path},
        check=True,
        capture_output=True,
    )
    page = (tmp_path / "page.html").read_text("utf-8")
    assert markup_faults(page) == []
    assert "Ravi Shah" in cards(page)
