"""The registry: relations through time, the user's own knowledge, identifiers, explanations."""

import copy
import datetime as dt
import pickle
from typing import Any

import pytest

import endorsecheck as ec
from endorsecheck._organizations.compiler import statement_faults
from endorsecheck._organizations.names import built_in_namer
from endorsecheck._organizations.statements import statements_of
from endorsecheck.organizations import (
    Match,
    OrganizationRegistry,
    Placeholder,
    Relation,
    RelationSpan,
    is_generic_project,
)

REGISTRY = OrganizationRegistry()
DAY = dt.date(2018, 7, 1)
BEFORE = dt.date(2018, 6, 30)
BEYOND = "https://ror.org/05dxps055".rjust(301, "x")
"""An address whose last letter is beyond the three hundred that are looked at."""


def relations(registry: OrganizationRegistry, a: str, b: str) -> list[tuple[str, str | None]]:
    """Give each relation with the day before which it ends."""
    return [(s.relation.value, str(s.last) if s.last else None) for s in registry.spans(a, b)]


def test_alias_is_the_same_on_every_day() -> None:
    """Two names declared one are the same at all times."""
    registry = REGISTRY.extended(aliases=[("Norvane Systems", "Dunmore Textiles")])
    assert Match(Relation.SAME, "alias") == registry.compare("norvane systems", "Dunmore Textiles")


def test_alias_may_be_told_by_its_keys() -> None:
    """As the other kinds may."""
    registry = REGISTRY.extended(aliases=[{"name": "Norvane", "other": "Dunmore"}])
    assert registry.compare("Norvane", "Dunmore").relation is Relation.SAME


def test_rename_is_the_same_on_every_day() -> None:
    """The name changed, the company did not."""
    said = {"old": "Norvane Systems", "new": "Brightwater", "on": "2018-07-01"}
    registry = REGISTRY.extended(renames=[said])
    spans = registry.spans("Norvane Systems Ltd", "Brightwater")
    assert (RelationSpan(Relation.SAME, None, None, "rename"),) == spans


def test_merger_is_related_before_and_the_same_after() -> None:
    """From the day of the merger on the two names are one company."""
    registry = REGISTRY.extended(mergers=[("Norvane Systems", "Brightwater", "2018-07-01")])
    assert (
        RelationSpan(Relation.RELATED, None, BEFORE, "merger"),
        RelationSpan(Relation.SAME, DAY, None, "merger"),
    ) == registry.spans("Brightwater", "Norvane Systems")


def test_merger_in_a_month_is_certain_from_its_last_day() -> None:
    """Within the month nobody knows, so the two are related."""
    on = ec.PartialDate(2018, 7)
    registry = REGISTRY.extended(mergers=[{"absorbed": "Norvane", "into": "Dunmore", "on": on}])
    assert relations(registry, "Norvane", "Dunmore") == [("related", "2018-07-30"), ("same", None)]


def test_purchase_is_different_before_and_related_after() -> None:
    """A parent counts from the first day on which it may have been one to the last."""
    registry = REGISTRY.extended(parents=[("Dunmore", "Norvane", "2012-03", "2018")])
    assert relations(registry, "Norvane", "Dunmore") == [
        ("different", "2012-02-29"),
        ("related", "2018-12-31"),
        ("different", None),
    ]


def test_end_in_a_year_may_be_after_a_day_in_it() -> None:
    """As it is not certainly before that."""
    registry = REGISTRY.extended(parents=[("Dunmore", "Norvane", "2001-06", "2001")])
    assert relations(registry, "Dunmore", "Norvane") == [
        ("different", "2001-05-31"),
        ("related", "2001-12-31"),
        ("different", None),
    ]


def test_parent_without_dates_is_related_on_every_day() -> None:
    """A parent of which no day is said has always been one."""
    registry = REGISTRY.extended(parents=[{"child": "Dunmore", "parent": "Norvane"}])
    assert Match(Relation.RELATED, "parent") == registry.compare("Dunmore", "Norvane")


def test_related_goes_through_every_level_that_holds_on_the_day() -> None:
    """A grandparent is related while both links hold."""
    registry = REGISTRY.extended(
        parents=[
            ("Kestrel", "Dunmore", "2010-01-01"),
            ("Dunmore", "Norvane", "2005", "2012-12-31"),
        ]
    )
    assert relations(registry, "Kestrel", "Norvane") == [
        ("different", "2009-12-31"),
        ("related", "2012-12-31"),
        ("different", None),
    ]


def test_subsidiaries_of_one_parent_are_different() -> None:
    """One owner does not make two companies one workplace."""
    registry = REGISTRY.extended(parents=[("Kestrel", "Norvane"), ("Dunmore", "Norvane")])
    assert Match(Relation.DIFFERENT, "known-apart") == registry.compare("Kestrel", "Dunmore")


def test_absorbed_companies_are_one_after_both_mergers() -> None:
    """Two companies that went up into a third are strangers, relatives, then one."""
    registry = REGISTRY.extended(
        mergers=[("Kestrel", "Norvane", "2005-01-01"), ("Dunmore", "Norvane", "2010-01-01")]
    )
    assert relations(registry, "Kestrel", "Dunmore") == [
        ("different", "2004-12-31"),
        ("related", "2009-12-31"),
        ("same", None),
    ]


def test_child_of_an_absorbed_company_is_related_to_what_absorbed_it() -> None:
    """A merger passes subsidiaries on."""
    registry = REGISTRY.extended(
        parents=[("Kestrel", "Dunmore")], mergers=[("Dunmore", "Norvane", "2010-01-01")]
    )
    assert relations(registry, "Kestrel", "Norvane") == [
        ("different", "2009-12-31"),
        ("related", None),
    ]


@pytest.mark.parametrize(
    ("expected", "on"),
    [
        pytest.param(Match(Relation.RELATED, "merger", None, BEFORE), BEFORE, id="day-before"),
        pytest.param(Match(Relation.SAME, "merger", DAY, None), DAY, id="day-itself"),
        pytest.param(
            Match(Relation.SAME, "merger", DAY, None),
            dt.datetime(2018, 7, 1, 9, tzinfo=dt.timezone.utc),
            id="time",
        ),
        pytest.param(
            Match(Relation.SAME, "merger", DAY, None), ec.PartialDate(2019), id="year-after"
        ),
        pytest.param(
            Match(Relation.RELATED, "depends-on-time"), ec.PartialDate(2018), id="year-of-change"
        ),
        pytest.param(Match(Relation.RELATED, "depends-on-time"), None, id="no-date"),
    ],
)
def test_compares_on_a_date(expected: Match, on: Any) -> None:
    """A date picks the stretch; where it holds a change nothing firm is said."""
    registry = REGISTRY.extended(mergers=[("Norvane", "Brightwater", "2018-07-01")])
    assert expected == registry.compare("Norvane", "Brightwater", on=on)


def test_two_reasons_for_one_relation_are_one_answer() -> None:
    """A purchase that ended in a merger is related before, whatever the reason."""
    registry = REGISTRY.extended(
        parents=[("Kestrel Mills", "Norvane", "2001-01-01")],
        mergers=[("Kestrel Mills", "Dunmore", "2010-01-01"), ("Dunmore", "Norvane", "2010-01-01")],
    )
    match = registry.compare("Kestrel Mills", "Norvane", on=ec.PartialDate(2000))
    assert Match(Relation.RELATED, "merger", None, dt.date(2009, 12, 31)) == match


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("Norvane India", id="country"),
        pytest.param("Norvane India Private Limited", id="country-and-form"),
        pytest.param("Norvane Ltd. India", id="form-before-country"),
        pytest.param("Norvane Holdings", id="holding"),
        pytest.param("Brightwater (part of Norvane)", id="part-of"),
        pytest.param("Brightwater, a Norvane company", id="a-company-of"),
        pytest.param("Norvane - Robotics Division", id="division"),
        pytest.param("Norvane EMEA", id="region"),
    ],
)
def test_unit_named_after_a_company_is_related(name: str) -> None:
    """A name that says what it is part of is related to that."""
    assert Match(Relation.RELATED, "unit") == REGISTRY.compare(name, "Norvane, Inc.")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Air India", "Air", id="generic-head"),
        pytest.param("Bank of India", "Bank of", id="joint-before-country"),
        pytest.param("Norvane India", "Norvane Germany", id="two-units"),
    ],
)
def test_not_every_country_makes_a_unit(one: str, other: str) -> None:
    """A country behind generic words is part of the name, and two units are two."""
    assert REGISTRY.compare(one, other).relation is Relation.DIFFERENT


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("Oracle (Redwood City, CA)", id="address"),
        pytest.param("Oracle (formerly Brightwater)", id="former"),
        pytest.param("Oracle Group", id="group"),
        pytest.param("The Oracle Corporation", id="the"),
    ],
)
def test_known_company_is_found_by_other_spellings(name: str) -> None:
    """What only surrounds a known name does not hide it."""
    assert Match(Relation.SAME, "same-name").relation is REGISTRY.compare(name, "Oracle").relation


def test_known_name_in_brackets_is_the_larger_organization() -> None:
    """An unknown company with a known one in brackets is itself, and related to that."""
    name = "Brightwater Mills (Google)"
    assert REGISTRY.compare(name, "Brightwater Mills").relation is Relation.SAME
    assert REGISTRY.compare(name, "Google") == Match(Relation.RELATED, "unit")


def test_known_company_with_a_remark_is_a_unit_of_it() -> None:
    """What stands in brackets after a known company, and is not known, may be a part of it."""
    assert REGISTRY.compare("Google (Brightwater)", "Google") == Match(Relation.RELATED, "unit")
    assert REGISTRY.compare("Google Leipzig", "Google") == Match(Relation.RELATED, "unit")


def test_acronym_counts_where_it_is_spelled_out() -> None:
    """Initials are taken for a name only beside that name."""
    assert REGISTRY.compare("Norvane Data Systems (NDS)", "NDS").relation is Relation.SAME
    assert REGISTRY.compare("NDS (Norvane Data Systems)", "Norvane Data Systems").relation is (
        Relation.SAME
    )
    assert REGISTRY.compare("Norvane Data Systems", "NDS").relation is Relation.DIFFERENT


def test_umlauts_have_two_spellings_at_once() -> None:
    """An umlaut is written with an e or without; the two without an umlaut stay two names."""
    assert REGISTRY.compare("Jörg Mühlen", "Joerg Muehlen GmbH").relation is Relation.SAME
    assert REGISTRY.compare("Jörg Mühlen", "Jorg Muhlen").relation is Relation.SAME
    assert REGISTRY.compare("Joerg Muehlen", "Jorg Muhlen").relation is Relation.DIFFERENT


@pytest.mark.parametrize(
    ("expected", "name"),
    [
        pytest.param(Placeholder.NONE, "Self-Employed", id="self-employed"),
        pytest.param(Placeholder.NONE, "Freelance Ltd", id="with-legal-form"),
        pytest.param(Placeholder.NONE, "Freelance / Self-employed", id="two-of-them"),
        pytest.param(Placeholder.NONE, "n/a", id="not-applicable"),
        pytest.param(Placeholder.NONE, "—", id="dash"),
        pytest.param(Placeholder.NONE, "", id="nothing"),
        pytest.param(Placeholder.WITHHELD, "Stealth Mode Startup 🚀", id="stealth"),
        pytest.param(Placeholder.WITHHELD, "CONFIDENTIAL", id="confidential"),
        pytest.param(None, "Student Beans", id="company-of-that-name"),
        pytest.param(None, "Confidential Computing Consortium", id="consortium"),
        pytest.param(None, "consultant " * 20 + "retired", id="too-long"),
        pytest.param(None, "Norvane", id="company"),
        pytest.param(None, "Designer", id="decoration-alone"),
    ],
)
def test_placeholders(expected: Placeholder | None, name: str) -> None:
    """A placeholder may be decorated; a real name holds a word more."""
    assert expected is REGISTRY.placeholder(name)


def test_placeholder_matches_nothing() -> None:
    """Not even itself, nor by an identifier."""
    match = REGISTRY.compare("Freelance", "Freelance", ids=("linkedin:1", "linkedin:1"))
    assert Match(Relation.NOT_AN_ORGANIZATION, "placeholder") == match


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
