"""Names of skills: which of them are one skill."""

from __future__ import annotations

import json
import sys
from importlib import resources
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import endorsecheck as ec
from endorsecheck._skills import SkillNames, folded

sys.path.insert(0, str(Path(__file__).parent / "tools"))
from compile_skills import TARGET, compiled


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("JS", "JavaScript", id="alias"),
        pytest.param("node.js", "NodeJS", id="point"),
        pytest.param("Machine-Learning", "machine  learning", id="hyphen-and-blanks"),
        pytest.param("Python (Programming Language)", "Python", id="kind-in-brackets"),
        pytest.param("Amazon Web Services (AWS)", "aws", id="initials-in-brackets"),
        pytest.param("C Sharp", "C#", id="sign"),
        pytest.param("Kotlin (Programming Language)", "Kotlin", id="remark-not-in-the-table"),
        pytest.param("Ｇｏ", "go", id="full-width"),
    ],
)
def test_two_names_are_one_skill(one: str, other: str) -> None:
    """By a folded form, or by the table of aliases."""
    names = SkillNames()
    assert names.key(one) == names.key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("C", "C++", id="plus"),
        pytest.param("C", "C#", id="sharp"),
        pytest.param(".NET", "Net", id="leading-point"),
        pytest.param("Java", "JavaScript", id="prefix"),
        pytest.param("Swift (Programming Language)", "SWIFT", id="kept-apart-by-the-table"),
        pytest.param("Welding (TIG)", "Welding", id="remark-that-says-something"),
        pytest.param("-", ".", id="signs-alone"),
    ],
)
def test_two_names_are_two_skills(one: str, other: str) -> None:
    """Signs that tell skills apart are kept."""
    names = SkillNames()
    assert names.key(one) != names.key(other)


def test_aliases_of_the_caller_join_those_of_the_package() -> None:
    """A group that meets a known one is one with it, under every name of both."""
    names = SkillNames([("Kube", "K8s"), ("Kube", "Container Herding"), ()])
    spellings = ("Kubernetes", "K8s", "kube", "container herding", "K8s")
    assert len({names.key(each) for each in spellings}) == 1
    assert names.key("Helm") == "helm"


def test_aliases_travel_with_the_criteria() -> None:
    """They are plain tuples, whatever they were given as, and come back from plain data."""
    criteria = ec.Criteria(skill_aliases=[["K8s", "Kube"]])
    assert criteria.skill_aliases == (("K8s", "Kube"),)
    with pytest.raises(ec.ModelError, match=r"Criteria.skill_aliases\[0\]: expected a tuple"):
        ec.Criteria(skill_aliases=["K8s"])
    with pytest.raises(ec.ModelError, match=r"Criteria.skill_aliases\[1\]: expected a text"):
        ec.Criteria(skill_aliases=[["K8s", 3]])  # type: ignore[list-item] # refused
    with pytest.raises(ec.ModelError, match=r"Criteria\.skill_aliases: expected a list of tuple"):
        ec.Criteria(skill_aliases=3)  # type: ignore[arg-type] # refused


def test_table_of_the_package_names_each_skill_once() -> None:
    """No form belongs to two groups."""
    text = (resources.files("endorsecheck") / "data" / "skills.json").read_text("utf-8")
    groups = [{folded(name) for name in group} for group in json.loads(text)]
    forms = [form for group in groups for form in group]
    assert len(forms) == len(set(forms))


def test_compiled_table_agrees_with_its_source() -> None:
    """Else: python tests/tools/compile_skills.py."""
    assert compiled() == TARGET.read_text("utf-8")


@given(st.text(max_size=40))
def test_folding_a_name_twice_changes_nothing_that_matters(text: str) -> None:
    """Outer blanks never matter, and the form of a form is the form."""
    assert folded(folded(text)) == folded(folded(folded(text)))
    assert SkillNames().key(text) == SkillNames().key(f"  {text} ")
