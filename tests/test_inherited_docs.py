"""The reference lists the attributes that a record has from a private base."""

from __future__ import annotations

import inspect
import sys
from pathlib import Path

import attrs
import pytest

import endorsecheck as ec

sys.path.append(str(Path(__file__).parents[1] / "docs" / "_ext"))

import inherited  # found by the path above

pytestmark = pytest.mark.skipif(sys.flags.optimize > 1, reason="-OO leaves docstrings out")


def listed(cls: type) -> list[str]:
    """The names of the attributes that the reference lists."""
    lines = inherited.with_inherited(cls, (inspect.getdoc(cls) or "").splitlines())
    return [each[0].partition(":")[0].strip() for each in inherited.entries(lines)]


RECORDS = [
    *(ec.Position, ec.Project, ec.Volunteering, ec.Education, ec.Person, ec.WorkHistory),
    *(ec.Endorsement, ec.GivenEndorsement, ec.Connection, ec.Invitation, ec.Recommendation),
    *(ec.Profile, ec.Criteria, ec.Finding, ec.Evidence, ec.AuditResult),
]


@pytest.mark.parametrize("cls", RECORDS)
def test_record_lists_every_field(cls: type) -> None:
    """Its own, and those that it has from a private base, each once."""
    assert sorted(listed(cls)) == sorted(each.name for each in attrs.fields(cls))


def test_entry_goes_on_over_several_lines() -> None:
    """They stay together, before whatever follows."""
    lines = inherited.with_inherited(ec.Position, (inspect.getdoc(ec.Position) or "").splitlines())
    at = next(i for i, line in enumerate(lines) if "organization_id:" in line)
    assert "decides before names do" in lines[at + 1]
    assert "" in lines[at:]
    assert lines.index("Raises:") > at


def test_text_without_attributes_is_left_as_it_is() -> None:
    """Nothing to add to."""
    assert inherited.with_inherited(ec.Position, ["A job."]) == ["A job."]
