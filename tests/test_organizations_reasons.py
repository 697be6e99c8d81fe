"""Why two names stand as they do: the reasons of relations, and what an explanation tells."""

import pytest

from endorsecheck.organizations import Match, OrganizationRegistry, Relation

REGISTRY = OrganizationRegistry()


def test_values_of_relations_are_those_of_the_plain_data() -> None:
    """They stand in files, so they stay."""
    found = [each.value for each in Relation]
    assert found == ["same", "related", "similar", "different", "not-an-organization"]


@pytest.mark.parametrize(
    ("expected", "one", "other"),
    [
        pytest.param("same-name", "Norvane Ltd", "NORVANE", id="unknown-in-two-spellings"),
        pytest.param("same-name", "Norvane Group", "Norvane", id="unknown-and-its-group"),
        pytest.param("same-name", "Oracle", "ORACLE Corporation", id="known-in-two-spellings"),
        pytest.param("rename", "Facebook", "Meta Platforms", id="known-by-a-former-name"),
        pytest.param("alias", "BMW", "Bayerische Motoren Werke", id="known-by-two-names"),
    ],
)
def test_same_organization_says_why(expected: str, one: str, other: str) -> None:
    """One name written in two ways, or two names of one."""
    assert Match(Relation.SAME, expected) == REGISTRY.compare(one, other)


def test_explanation_tells_every_step_between_the_two() -> None:
    """And no other: what else is above one of them does not matter."""
    registry = REGISTRY.extended(
        parents=[("Kestrel", "Dunmore"), ("Dunmore", "Norvane"), ("Kestrel", "Brightwater")]
    )
    assert registry.explain("Kestrel", "Norvane").splitlines()[2:] == [
        "parents ('Dunmore', 'Norvane')",
        "parents ('Kestrel', 'Dunmore')",
        "at all times: related (parent)",
    ]


def test_explanation_tells_from_when_until_when() -> None:
    """As coarse as it was said."""
    registry = REGISTRY.extended(parents=[("Dunmore", "Norvane", "2001", "2004-05")])
    told = registry.explain("Dunmore", "Norvane").splitlines()[2]
    assert told == "parents ('Dunmore', 'Norvane') from 2001 until 2004-05"


def test_explanation_tells_what_comes_with_the_package() -> None:
    """What kind of link it is, and from when until when."""
    told = [
        REGISTRY.explain(one, other).splitlines()[2]
        for one, other in (
            ("Lockheed Martin IS&GS", "Lockheed Martin"),
            ("Lockheed Martin IS&GS", "Leidos"),
            ("Match.com", "Match Group"),
            ("Ranbaxy", "Sun Pharmaceutical Industries"),
        )
    ]
    assert told == [
        "built-in parents ('Lockheed Martin IS&GS', 'Lockheed Martin') until 2016-08-16",
        "built-in parents ('Lockheed Martin IS&GS', 'Leidos') from 2016-08-16",
        "built-in parents ('Match.com', 'Match Group')",
        "built-in mergers ('Ranbaxy', 'Sun Pharmaceutical Industries') from 2015-03-24",
    ]


def test_known_organizations_that_are_joined_share_what_is_known_of_each() -> None:
    """Links and names of both hold for either."""
    registry = REGISTRY.extended(aliases=[("YouTube", "LinkedIn")])
    assert registry.spans("YouTube", "Microsoft") == REGISTRY.spans("LinkedIn", "Microsoft")
    assert registry.spans("LinkedIn", "Google") == REGISTRY.spans("YouTube", "Google")
    assert registry.compare("YouTube", "LinkedIn") == Match(Relation.SAME, "alias")


def test_known_parents_that_are_joined_have_the_children_of_both() -> None:
    """Whichever of the two is taken for the other."""
    registry = REGISTRY.extended(aliases=[("Oracle", "SAP")])
    for child, parent in (("Sun Microsystems", "SAP"), ("Concur", "Oracle")):
        assert registry.spans(child, parent)[-1].relation is Relation.RELATED
        assert REGISTRY.spans(child, parent)[-1].relation is not Relation.RELATED


def test_known_company_of_a_common_word_is_known_only_with_a_legal_form() -> None:
    """Whichever form it is; a telling name needs none."""
    registry = REGISTRY.extended(
        aliases=[("Solutions Ltd", "Quarrystone"), ("Norvane Ltd", "Dunmore")]
    )
    found = {name: registry.compare(name, "Quarrystone").relation.value for name in SOLUTIONS}
    assert found == SOLUTIONS
    assert registry.compare("Norvane", "Dunmore") == Match(Relation.SAME, "alias")


def test_known_domain_of_a_common_word_is_known_only_with_its_end() -> None:
    """A telling name needs none."""
    registry = REGISTRY.extended(
        aliases=[("Solutions.com", "Quarrystone"), ("Norvane.com", "Dunmore")]
    )
    assert registry.compare("Solutions.com", "Quarrystone").relation is Relation.SAME
    assert registry.compare("Solutions", "Quarrystone").relation is Relation.DIFFERENT
    assert registry.compare("Norvane", "Dunmore").relation is Relation.SAME


def test_one_of_two_forms_may_be_part_of_a_known_name() -> None:
    """So it is known by that name, and not by the name without both."""
    whole = "Quarrystone Mills"
    registry = REGISTRY.extended(parents=[(f"{whole} & Co", whole)])
    found = registry.compare(f"{whole} & Co., Inc.", f"{whole} & Co")
    assert found.relation is Relation.SAME
    assert registry.compare(f"{whole} & Co., Inc.", whole).relation is Relation.RELATED


SOLUTIONS = {
    **dict.fromkeys(["Solutions Inc", "Solutions GmbH", "Solutions Company"], "same"),
    "Solutions": "different",
}
