"""Organizations by identifiers, and by what is known or was told of them."""

import pytest
from test_organizations import REGISTRY

from endorsecheck.organizations import (
    Relation,
    is_generic_project,
)

BEYOND = "https://ror.org/05dxps055".rjust(301, "x")
"""An address whose last letter is beyond the three hundred that are looked at."""


@pytest.mark.parametrize(
    ("expected", "ids"),
    [
        pytest.param("same-id", ("linkedin:1035", "LinkedIn:1035"), id="one-scheme"),
        pytest.param(
            "same-id",
            ("https://www.linkedin.com/company/norvane/", "linkedin:norvane"),
            id="page-address",
        ),
        pytest.param("same-id", ("https://ror.org/05dxps055", "ror:05dxps055"), id="ror"),
        pytest.param("same-id", ("5493001KJTIIGC8Y1R12", "lei:5493001kjtiigc8y1r12"), id="lei"),
        pytest.param("same-id", ("domain:norvane.com", "https://www.norvane.com/a"), id="domain"),
        pytest.param(
            "same-id", ("domain:www.norvane.com/a", "norvane.com"), id="page-of-a-domain"
        ),
        pytest.param(
            "same-id", ("https://norvane.com:8443/a", "norvane.com"), id="port-of-a-domain"
        ),
        pytest.param("no-match", ("isni:7/1", "isni:7/2"), id="slash-in-a-value"),
        pytest.param("no-match", (BEYOND, "ror:05dxps055"), id="beyond-what-is-read"),
        pytest.param("no-match", ("domain:norvane.com", "domain:norvane.de"), id="two-domains"),
        pytest.param("no-match", ("linkedin:1035", "ror:05dxps055"), id="two-schemes"),
        pytest.param("no-match", ("linkedin:1035", ""), id="one-missing"),
        pytest.param("no-match", ("linkedin:", "linkedin:"), id="no-value"),
    ],
)
def test_ids_decide_before_names(expected: str, ids: tuple[str, str]) -> None:
    """Equal identifiers are one organization whatever the names are."""
    assert expected == REGISTRY.compare("Norvane", "Brightwater", ids=ids).reason


@pytest.mark.parametrize(
    ("expected", "ids"),
    [
        pytest.param(Relation.DIFFERENT, ("linkedin:1035", "linkedin:1036"), id="registry"),
        pytest.param(Relation.DIFFERENT, ("linkedin:norvane", "linkedin:norvane-2"), id="pages"),
        pytest.param(Relation.DIFFERENT, ("ror:05dxps055", "ror:05dxps056"), id="ror"),
        pytest.param(Relation.DIFFERENT, ("grid:5801.8", "grid:5801.9"), id="grid"),
        pytest.param(Relation.DIFFERENT, ("ringgold:7", "ringgold:8"), id="ringgold"),
        pytest.param(
            Relation.DIFFERENT, ("5493001KJTIIGC8Y1R12", "5493001KJTIIGC8Y1R13"), id="lei"
        ),
        pytest.param(Relation.SAME, ("linkedin:1035", "linkedin:norvane"), id="number-and-page"),
        pytest.param(Relation.SAME, ("domain:norvane.com", "domain:norvane.de"), id="domains"),
    ],
)
def test_other_ids_make_one_name_two(expected: Relation, ids: tuple[str, str]) -> None:
    """Two numbers of one registry are two organizations of one name."""
    assert expected is REGISTRY.compare("Norvane", "Norvane Ltd", ids=ids).relation


@pytest.mark.parametrize(
    ("expected", "name"),
    [
        pytest.param(True, "Website", id="one-word"),
        pytest.param(True, "New Company Website 2.0", id="with-a-version"),
        pytest.param(True, "Mobile App v3", id="version-letter"),
        pytest.param(False, "Tidewrack Scheduler", id="name"),
        pytest.param(False, "Apollo Website", id="name-and-kind"),
    ],
)
def test_generic_projects(expected: bool, name: str) -> None:  # noqa: FBT001
    """A project named after its kind names no project."""
    assert expected is is_generic_project(name)


@pytest.mark.parametrize(
    ("expected", "name"),
    [
        pytest.param("same", "Quarrystone Holdings", id="top-company"),
        pytest.param("same", "Quarrystone Group Holding Limited", id="top-company-of-the-group"),
        pytest.param("related", "Quarrystone Research", id="function"),
        pytest.param("related", "Quarrystone Financial Services Ltd", id="function-of-two-words"),
        pytest.param("different", "Quarrystone Faucets", id="no-function"),
    ],
)
def test_top_company_and_functions_of_a_known_one(expected: str, name: str) -> None:
    """What holds a known group is that group; a part of it is related."""
    registry = REGISTRY.extended(aliases=[("Quarrystone", "QSN Labs")])
    assert expected == registry.compare(name, "Quarrystone").relation.value


def test_holdings_of_a_short_or_unknown_name_are_related() -> None:
    """A short name may be of many, and of an unknown one nothing is sure."""
    registry = REGISTRY.extended(aliases=[("Dunmore", "DNM Labs"), ("Dunmoore", "DMR Labs")])
    assert registry.compare("Dunmore Holdings", "Dunmore").relation is Relation.RELATED
    assert registry.compare("Dunmoore Holdings", "Dunmoore").relation is Relation.SAME
    assert registry.compare("Quarrystone Holdings", "Quarrystone").relation is Relation.RELATED


def test_bank_keeps_its_city_unless_it_is_known() -> None:
    """A city after a comma is an address of a known bank, and may tell two unknown ones apart."""
    registry = REGISTRY.extended(aliases=[("Dunmore Bank", "DNM Bank")])
    assert registry.compare("Dunmore Bank, Berlin", "DNM Bank").relation is Relation.SAME
    assert registry.compare("Norvane Bank, Berlin", "Norvane Bank").relation is Relation.DIFFERENT
