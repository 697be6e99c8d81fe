"""The example export: made again byte by byte, and showing what an audit can say."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

import pytest

import endorsecheck as ec
from endorsecheck.readers import Severity, linkedin, table

MAKER = Path(__file__).parent / "tools" / "make_example_export.py"
DATA = Path(__file__).parents[1] / "examples" / "data"
ARCHIVE = DATA / "Basic_LinkedInDataExport_06-30-2026.zip"
COLLEAGUES = DATA / "colleagues.csv"

NOT_FROM_FILES = {ec.Reason.SKILL_ELSEWHERE}
"""An export does not say which skills the owner used where."""


def maker() -> Any:
    """The script that writes the example."""
    spec = importlib.util.spec_from_file_location("make_example_export", MAKER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def export() -> linkedin.LinkedInExport:
    """The example export."""
    return linkedin.read_export(ARCHIVE)


@pytest.fixture(scope="module")
def colleagues() -> table.PeopleFile:
    """The colleagues' histories."""
    return table.read_people(COLLEAGUES)


def test_example_is_made_again_byte_by_byte(tmp_path: Path) -> None:
    """On any machine, today as next year."""
    maker().main(tmp_path)
    for path in (ARCHIVE, COLLEAGUES):
        assert (tmp_path / path.name).read_bytes() == path.read_bytes()


def test_example_is_read_whole(
    export: linkedin.LinkedInExport, colleagues: table.PeopleFile
) -> None:
    """But for two members who left, which nobody can name."""
    assert colleagues.diagnostics == ()
    assert {each.severity for each in export.diagnostics} == {Severity.INFO}
    assert [each.reported for each in export.tables if each.reported] == [2]


def test_example_has_every_table(export: linkedin.LinkedInExport) -> None:
    """Sixty endorsements by 25 people, and something in each of the other tables."""
    profile = export.profile
    assert (profile.owner.name, len(profile.endorsements)) == ("Dana Reyes", 57)
    assert len({each.endorser for each in profile.endorsements}) == 25
    kinds = {each.kind for each in profile.owner.history.engagements}
    assert kinds == {"position", "project", "volunteering", "education"}
    assert all((profile.connections, profile.invitations, profile.given, profile.skills))
    assert {each.direction for each in profile.recommendations} == set(ec.Direction)
    assert {each.direction for each in profile.invitations} == set(ec.Direction)


def test_example_shows_every_verdict_and_reason(
    export: linkedin.LinkedInExport, colleagues: table.PeopleFile
) -> None:
    """Those that files can tell; a brief overlap is one where more days are asked for."""
    people = [*export.people, *colleagues.people]
    audits = [
        ec.audit(export.profile, people, criteria=ec.Criteria(min_overlap_days=days))
        for days in (1, 60)
    ]
    findings = [finding for audited in audits for finding in audited.findings]
    assert {each.verdict for each in findings} == set(ec.Verdict)
    reasons = {reason for each in findings for reason in each.reasons}
    assert set(ec.Reason) - reasons == NOT_FROM_FILES
