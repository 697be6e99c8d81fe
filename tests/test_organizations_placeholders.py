"""Placeholders at their limits: how many words, which years and places, and names like them."""

import pytest

from endorsecheck.organizations import OrganizationRegistry, Placeholder

REGISTRY = OrganizationRegistry()


def test_values_of_placeholders_are_those_of_explanations() -> None:
    """They are shown, so they stay."""
    assert [each.value for each in Placeholder] == ["none", "withheld"]


@pytest.mark.parametrize(
    ("expected", "name"),
    [
        pytest.param(Placeholder.NONE, "freelance " * 16, id="sixteen-words"),
        pytest.param(None, "freelance " * 17, id="seventeen-words"),
        pytest.param(Placeholder.NONE, "freelance " * 15 + "2019", id="fifteen-words-and-a-year"),
        pytest.param(Placeholder.NONE, "Freelance 2019", id="year-after"),
        pytest.param(Placeholder.NONE, "Freelance London", id="place-after"),
        pytest.param(None, "2019 Freelance", id="year-before"),
        pytest.param(None, "London Freelance", id="place-before"),
        pytest.param(None, "Freelance 2019 Norvane", id="year-before-a-name"),
        pytest.param(None, "Freelance 1871", id="number-that-is-no-year"),
        pytest.param(Placeholder.NONE, "Student Ltd", id="with-a-legal-form"),
        pytest.param(Placeholder.WITHHELD, "Confidential AG", id="with-a-short-form"),
        pytest.param(None, "AG", id="form-alone"),
        pytest.param(None, "Ltd Freelance", id="form-before"),
        pytest.param(None, "Freelance Angeles", id="half-the-name-of-a-place-after"),
        pytest.param(None, "Me Time", id="company-of-such-words"),
        pytest.param(None, "Me Time Ltd", id="company-of-such-words-and-its-form"),
        pytest.param(None, "Volunteer Canada, Inc.", id="comma-before-the-form"),
    ],
)
def test_limit_of_placeholders(expected: Placeholder | None, name: str) -> None:
    """What is more than a placeholder and what may follow one is a name."""
    assert expected is REGISTRY.placeholder(name)
