"""Chains and rings of what is known, and extensions of it."""

import copy
import datetime as dt
import pickle
from typing import Any

import pytest
from test_organizations import REGISTRY, relations

import endorsecheck as ec
from endorsecheck._organizations.compiler import statement_faults
from endorsecheck._organizations.names import built_in_namer
from endorsecheck._organizations.statements import statements_of
from endorsecheck.organizations import (
    Match,
    OrganizationRegistry,
    Relation,
    is_generic_project,
)


def test_ring_and_chain_of_aliases_are_one_organization() -> None:
    """Any number of aliases in any direction is one organization, without recursion."""
    ring = [(f"Rung {n}", f"Rung {(n + 1) % 900}") for n in range(900)]
    chain = [(f"Step {n}", f"Step {n + 1}") for n in range(4_000)]
    registry = REGISTRY.extended(aliases=[*ring, *chain, ("Norvane", "norvane")])
    assert registry.compare("Rung 7", "Rung 707").relation is Relation.SAME
    assert registry.compare("Step 0", "Step 4000").relation is Relation.SAME


def test_long_chain_of_parents_is_followed() -> None:
    """An ancestor is related however far up."""
    registry = REGISTRY.extended(parents=[(f"Step {n}", f"Step {n + 1}") for n in range(1_000)])
    assert registry.compare("Step 0", "Step 1000").relation is Relation.RELATED


def test_saying_it_twice_is_no_harm() -> None:
    """The same statement may come again, also with a coarser date or beside the built-in one."""
    merger = ("Norvane", "Brightwater", "2018-07-01")
    registry = REGISTRY.extended(mergers=[merger, merger, ("Norvane", "Brightwater", "2018")])
    registry = registry.extended(mergers=[merger], aliases=[("Google", "Google LLC")])
    assert relations(registry, "Norvane", "Brightwater") == [
        ("related", "2018-06-30"),
        ("same", None),
    ]


@pytest.mark.parametrize("days", [("2018-07-31", "2018-07"), ("2018-07", "2018-07-31")])
def test_dates_that_share_a_day_are_no_contradiction(days: tuple[str, str]) -> None:
    """Whichever is said first."""
    registry = REGISTRY.extended(mergers=[("Norvane", "Brightwater", day) for day in days])
    assert registry.spans("Norvane", "Brightwater")[-1].relation is Relation.SAME


def test_extension_adds_to_an_extension() -> None:
    """What was said before stays; the registry it was added to does not change."""
    first = REGISTRY.extended(aliases=[("Norvane", "Dunmore")])
    second = first.extended(aliases=[("Dunmore", "Kestrel Mills")])
    assert second.compare("Norvane", "Kestrel Mills").relation is Relation.SAME
    assert first.compare("Norvane", "Kestrel Mills").relation is Relation.DIFFERENT


def test_user_may_tell_a_group_from_its_company() -> None:
    """A statement about two names keeps them two, although they shorten to one."""
    registry = REGISTRY.extended(parents=[("Norvane", "Norvane Group", "2015-01-01")])
    assert relations(registry, "Norvane Ltd", "Norvane Group") == [
        ("different", "2014-12-31"),
        ("related", None),
    ]
    assert REGISTRY.compare("Norvane", "Norvane Group").relation is Relation.SAME


def test_names_told_apart_are_known_in_any_letters() -> None:
    """All that is said of them holds together."""
    told = [("Norvane", "Norvane Group", "2015", "2015"), ("NORVANE", "NORVANE GROUP", "2017")]
    assert relations(REGISTRY.extended(parents=told), "norvane", "norvane group") == [
        ("different", "2014-12-31"),
        ("related", "2015-12-31"),
        ("different", "2016-12-31"),
        ("related", None),
    ]


@pytest.mark.parametrize(
    ("expected", "said"),
    [
        pytest.param(
            "'Freelance' is a placeholder",
            {"aliases": [("Freelance", "Norvane")]},
            id="placeholder",
        ),
        pytest.param("'' is a placeholder", {"aliases": [("", "Norvane")]}, id="nothing"),
        pytest.param(
            r"parents \('Norvane', 'Norvane'\)",
            {"parents": [("Norvane", "Norvane")]},
            id="own-parent",
        ),
        pytest.param(
            r"parents \('\w+', '\w+'\) contradicts parents \('\w+', '\w+'\): they run in a circle",
            {"parents": [("Norvane", "Dunmore"), ("Dunmore", "Norvane")]},
            id="circle-of-parents",
        ),
        pytest.param(
            "circle",
            {
                "parents": [
                    ("Norvane", "Dunmore", None, "2006-01-01"),
                    ("Dunmore", "Norvane", "2006-01-01"),
                ]
            },
            id="circle-of-one-day",
        ),
        pytest.param(
            "contradicts .* circle",
            {"mergers": [("Norvane", "Dunmore", "2001"), ("Dunmore", "Norvane", "2002")]},
            id="circle-of-mergers",
        ),
        pytest.param(
            r"'Dunmore'\) from 2001 contradicts mergers \('Norvane', 'Kestrel'\) from 2001",
            {"mergers": [("Norvane", "Dunmore", "2001"), ("Norvane", "Kestrel", "2001")]},
            id="absorbed-twice",
        ),
        pytest.param(
            "from 2001-05 contradicts mergers .* from 2002-01-03",
            {"mergers": [("Norvane", "Dunmore", "2001-05"), ("Norvane", "Dunmore", "2002-01-03")]},
            id="two-dates-of-a-merger",
        ),
        pytest.param(
            "renames .* from 2002 contradicts renames .* from 2001",
            {"renames": [("Norvane", "Dunmore", "2001"), ("Norvane", "Dunmore", "2002")]},
            id="two-dates-of-a-rename",
        ),
        pytest.param(
            r"parents \('Norvane', 'Kestrel'\) contradicts aliases \('Norvane', 'Dunmore'\) and "
            r"aliases \('Dunmore', 'Kestrel'\)",
            {
                "aliases": [("Norvane", "Dunmore"), ("Dunmore", "Kestrel")],
                "parents": [("Norvane", "Kestrel")],
            },
            id="same-and-parent",
        ),
        pytest.param(
            r"parents \('Norvane', 'Kestrel'\) contradicts aliases \('Dunmore', 'Norvane'\) and "
            r"aliases \('Kestrel', 'Dunmore'\)",
            {
                "aliases": [("Kestrel", "Dunmore"), ("Dunmore", "Norvane")],
                "parents": [("Norvane", "Kestrel")],
            },
            id="same-told-backwards-and-parent",
        ),
        pytest.param(
            r"contradicts aliases \('Norvane', 'Dunmore'\) and aliases \('Dunmore', 'Kestrel'\) "
            r"and aliases \('Kestrel', 'Tidewrack'\)",
            {
                "aliases": [
                    ("Norvane", "Dunmore"),
                    ("Dunmore", "Kestrel"),
                    ("Kestrel", "Tidewrack"),
                ],
                "parents": [("Norvane", "Tidewrack")],
            },
            id="same-in-three-steps-and-parent",
        ),
        pytest.param(
            r"built-in parents \('YouTube', 'Google'\) from 2006-11-13 contradicts aliases",
            {"aliases": [("YouTube", "Google")]},
            id="alias-against-the-built-in",
        ),
        pytest.param(
            r"contradicts .*'Google'.* circle",
            {"parents": [("Google", "YouTube")]},
            id="circle-through-the-built-in",
        ),
    ],
)
def test_contradictions_name_both_statements(expected: str, said: dict[str, Any]) -> None:
    """What cannot all be true is an error."""
    with pytest.raises(ec.RegistryError, match=expected):
        REGISTRY.extended(**said)


def test_circle_of_parents_is_told_once() -> None:
    """However many parents begin while it holds."""
    said = [("Norvane", "Dunmore", "2001"), ("Dunmore", "Norvane", "2002")]
    told = statements_of("parents", [*said, ("Kestrel", "Norvane", "2003")])
    _, _, faults = statement_faults(told, built_in_namer())
    assert len(faults) == 1


def test_parents_may_swap_places_in_time() -> None:
    """A circle is one only if all of it holds on one day."""
    registry = REGISTRY.extended(
        parents=[("Norvane", "Dunmore", None, "2005-12-31"), ("Dunmore", "Norvane", "2006-01-01")]
    )
    assert Match(Relation.RELATED, "parent") == registry.compare("Norvane", "Dunmore")


@pytest.mark.parametrize(
    ("expected", "said"),
    [
        pytest.param("aliases: 'ab' is not a list", {"aliases": "ab"}, id="text"),
        pytest.param("aliases: 7 is not a list", {"aliases": 7}, id="number"),
        pytest.param("aliases entry 1: 7 is not a statement", {"aliases": [7]}, id="entry"),
        pytest.param(
            "aliases entry 2: .* not a statement",
            {"aliases": [("a1", "b1"), ("a1",)]},
            id="one-name",
        ),
        pytest.param(
            "aliases entry 1: .* not a statement", {"aliases": [("a", "b", "c")]}, id="three-names"
        ),
        pytest.param(
            "parents entry 1: .* not a statement",
            {"parents": [{"child": "a", "of": "b"}]},
            id="keys",
        ),
        pytest.param(
            "mergers entry 1: .* not a statement",
            {"mergers": [("a", "b")]},
            id="merger-without-date",
        ),
        pytest.param(
            "entry 1, 'on': None is not a date",
            {"mergers": [("a", "b", None)]},
            id="merger-date-none",
        ),
        pytest.param("aliases entry 1: 7 is not a name", {"aliases": [("a", 7)]}, id="name"),
        pytest.param(
            "'on': '2018-13' is not a date", {"renames": [("a", "b", "2018-13")]}, id="month-13"
        ),
        pytest.param(
            "'on': '0000-05' is not a date", {"renames": [("a", "b", "0000-05")]}, id="year-0"
        ),
        pytest.param("'on': 'soon' is not a date", {"renames": [("a", "b", "soon")]}, id="word"),
        pytest.param(
            "'on': .*ongoing.* is not a date", {"renames": [("a", "b", "Present")]}, id="present"
        ),
        pytest.param("'on': 7 is not a date", {"renames": [("a", "b", 7)]}, id="number-as-date"),
        pytest.param(
            "ends .'2001'. before it begins",
            {"parents": [("a", "b", "2002", "2001")]},
            id="backwards",
        ),
    ],
)
def test_refuses_what_it_cannot_read(expected: str, said: dict[str, Any]) -> None:
    """An entry of the wrong shape is an error that names it."""
    with pytest.raises(ec.RegistryError, match=expected):
        REGISTRY.extended(**said)


def test_dates_may_be_written_out() -> None:
    """A date is read as dates are read elsewhere, and as early as there are companies."""
    registry = REGISTRY.extended(
        mergers=[("Norvane", "Brightwater", "Jul 2018"), ("Kestrel", "Dunmore", "1868-12")]
    )
    assert relations(registry, "Norvane", "Brightwater") == [
        ("related", "2018-07-30"),
        ("same", None),
    ]
    assert relations(registry, "Kestrel", "Dunmore") == [("related", "1868-12-30"), ("same", None)]


def test_registries_are_values() -> None:
    """Equal statements make equal registries; copies and pickles know as much."""
    registry = REGISTRY.extended(aliases=[("Norvane", "Dunmore")])
    for other in (copy.deepcopy(registry), pickle.loads(pickle.dumps(registry))):
        assert registry == other
        assert hash(registry) == hash(other)
        assert other.compare("Norvane", "Dunmore").relation is Relation.SAME
    assert registry != REGISTRY
    assert copy.deepcopy(REGISTRY) == OrganizationRegistry()


@pytest.mark.parametrize("on", ["soon", 7])
def test_refuses_a_date_that_is_none(on: Any) -> None:
    """The date asked about has to be one."""
    with pytest.raises(ec.RegistryError, match=r"^on: .* is not a date"):
        REGISTRY.compare("Norvane", "Dunmore", on=on)


@pytest.mark.parametrize("name", [None, b"Norvane", 7])
def test_refuses_a_name_that_is_no_text(name: Any) -> None:
    """Every entry refuses a name that is not a text."""
    for ask in (
        lambda: REGISTRY.compare(name, "Norvane"),
        lambda: REGISTRY.placeholder(name),
        lambda: REGISTRY.index([(name, None)]),
        lambda: is_generic_project(name),
    ):
        with pytest.raises(ec.RegistryError, match="is not a text"):
            ask()


def test_explains_its_steps() -> None:
    """Each name, what it is read as and known as, and each stretch of time."""
    registry = REGISTRY.extended(mergers=[("Norvane", "Brightwater", "2018-07-01")])
    assert registry.explain("Norvane, Ltd.", "Brightwater") == (
        "'Norvane, Ltd.' is read as 'norvane', known as 'Norvane'\n"
        "'Brightwater' is read as 'brightwater', known as 'Brightwater'\n"
        "mergers ('Norvane', 'Brightwater') from 2018-07-01\n"
        "up to 2018-06-30: related (merger)\n"
        "from 2018-07-01 on: same (merger)"
    )


def test_explains_a_day() -> None:
    """Only the stretch with that day is told."""
    registry = REGISTRY.extended(parents=[("Dunmore", "Norvane", "2001-01-01", "2004-12-31")])
    told = registry.explain("Dunmore", "Norvane", on=dt.date(2003, 5, 5))
    assert told.endswith("from 2001-01-01 to 2004-12-31: related (parent)")
    assert "names no organization (none)" in registry.explain("Freelance", "Norvane")
    assert "which is not known" in registry.explain("Quarrystone", "Norvane")


def test_explains_a_new_name() -> None:
    """A rename is told with its day."""
    told = REGISTRY.extended(renames=[("Norvane", "Dunmore", "2001-05")]).explain(
        "Norvane", "Dunmore"
    )
    assert "renames ('Norvane', 'Dunmore') from 2001-05" in told


def test_letters_of_a_domain_are_no_legal_form() -> None:
    """Two domains are not one organization because both begin like a form."""
    assert OrganizationRegistry().compare("A.B.com", "A.S.com").relation is Relation.DIFFERENT
