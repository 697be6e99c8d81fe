"""The index: it finds what comparing every pair would find, at the cost of a look-up."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import endorsecheck as ec
from endorsecheck._organizations.data import built_in_vocabulary
from endorsecheck._organizations.index import stranger
from endorsecheck.organizations import OrganizationRegistry, Relation

REGISTRY = OrganizationRegistry().extended(
    aliases=[("Kestrel Mills", "KMX")],
    parents=[
        ("Dunmore Textiles", "Norvane Systems", "2012-03-01"),
        ("Tidewrack", "Dunmore Textiles"),
    ],
    mergers=[("Castellan Robotics", "Norvane Systems", "2015-01-01")],
)
NAMES = [
    *(
        "Norvane Systems",
        "Norvane Systems Ltd",
        "Norvane Sistems",
        "Norvane India",
        "KMX",
        "Kestrel Mills",
    ),
    *(
        "Dunmore Textiles",
        "Tidewrack",
        "Castellan Robotics",
        "Google",
        "Gogle",
        "YouTube",
        "Freelance",
    ),
    *(
        "Norvane Systems India",
        "Norvane Systems Germany",
        "Norvane Systems Germany",
        "Castelan Robotics",
        "Brightwater",
        "Norvane Systems (Google)",
        "Müller",
        "Mueller",
    ),
    *(
        "University of Leipzig",
        "Universität Leipzig",
        "The Norvane Systems Group",
        "Oracle, London",
        "Stealth",
    ),
]
IDS = [None, "linkedin:1", "linkedin:2", "domain:norvane.com"]


@settings(max_examples=150)
@given(
    st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(IDS)), max_size=6),
    st.sampled_from(NAMES),
    st.sampled_from(IDS),
)
def test_finds_what_comparing_every_pair_finds(
    prepared: list[tuple[str, str | None]], name: str, id_: str | None
) -> None:
    """No more, no less, with the same spans."""
    expected = []
    for position, (other, other_id) in enumerate(prepared):
        spans = REGISTRY.spans(other, name, ids=(other_id, id_))
        if not {span.relation for span in spans} <= {
            Relation.DIFFERENT,
            Relation.NOT_AN_ORGANIZATION,
        }:
            expected.append((position, spans))
    assert tuple(expected) == REGISTRY.index(prepared).lookup(name, id_)


def test_finds_a_name_by_its_identifier_alone() -> None:
    """Equal identifiers are found whatever the names are."""
    index = REGISTRY.index([("Brightwater", "linkedin:7")])
    [(position, spans)] = index.lookup("Whitlock & Pemberton", "https://linkedin.com/company/7")
    assert (position, spans[0].reason) == (0, "same-id")


@pytest.mark.parametrize("name", ["Zürcher Mühle", "Müller Universität", "Universität Zürich"])
def test_umlauts_are_found_in_both_spellings(name: str) -> None:
    """A name with an umlaut is found under the spelling with an e, and nothing else is."""
    spelled = name.replace("ü", "ue").replace("ä", "ae")
    index = REGISTRY.index([(spelled, None), ("Brightwater", None)])
    assert [position for position, _ in index.lookup(name)] == [0]
    assert REGISTRY.index([("Brightwater", None)]).lookup(name) == ()


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("Novane Mills", id="letter-missing"),
        pytest.param("Norvanee Mills", id="letter-added"),
        pytest.param("Norvame Mills", id="letter-changed"),
        pytest.param("NorvaneMills Group", id="no-blank"),
    ],
)
def test_first_word_need_not_be_the_same(name: str) -> None:
    """The short cut for names that match nothing looks at it alone."""
    index = REGISTRY.index([("Norvane Mills", None), ("Brightwater", None)])
    assert [position for position, _ in index.lookup(name)] == [0]


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("Whitlock Foods", id="first-word-of-no-name"),
        pytest.param("Goo Brightwater Foods", id="first-word-that-a-name-begins-with"),
        pytest.param("Norvane Foods", id="first-word-of-a-name"),
    ],
)
def test_most_names_are_known_for_strangers_at_little_cost(name: str) -> None:
    """Nothing has to be compared."""
    assert stranger(INDEX, name) is not None


def test_units_in_two_countries_are_not_found() -> None:
    """What has only a larger company in common is no match."""
    index = REGISTRY.index([("Norvane Systems India", None)])
    assert index.lookup("Norvane Systems Germany") == ()


def test_placeholders_are_never_found() -> None:
    """Neither as a prepared name nor as one that is looked up."""
    index = REGISTRY.index([("Freelance", "linkedin:7"), ("Norvane", None)])
    assert index.lookup("Freelance", "linkedin:7") == ()
    assert index.lookup("Brightwater", "linkedin:7") == ()


@pytest.mark.parametrize("count", [12, 1_200])
def test_costs_a_look_up_and_no_scan(count: int) -> None:
    """Names that match nothing cost the same whatever number of names is prepared."""
    index = REGISTRY.index(
        [(f"Quarry{'abcdefghij'[n % 10] * 3}{n} Analytics", None) for n in range(count)]
    )
    start = time.perf_counter()
    for number in range(5_000):
        assert index.lookup(f"Whitlock {number} Foods Ltd") == ()
    assert time.perf_counter() - start < 2


def test_refuses_a_name_that_is_no_text() -> None:
    """A name that is not a text is an error of this library."""
    with pytest.raises(ec.RegistryError, match="7 is not a text"):
        REGISTRY.index([]).lookup(7)  # type: ignore[arg-type]


WORDS = sorted(
    built_in_vocabulary().none_phrases
    | built_in_vocabulary().withheld_phrases
    | built_in_vocabulary().decorations
    | built_in_vocabulary().abbreviations.keys()
    | {"the", "&", "of", "and", "co", "corp", "st", "gmbh", "ltd", "2019", "norvane", "systems"}
)
"""What placeholders and names are made of."""


@settings(max_examples=300)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=4), st.sampled_from([" ", ", ", "-"]))
def test_a_stranger_is_an_organization_and_none_of_these(words: list[str], joint: str) -> None:
    """What is told at little cost holds when told with care."""
    name = joint.join(words)
    if stranger(INDEX, name) is not None:
        assert REGISTRY.placeholder(name) is None
        assert not any(
            {span.relation for span in REGISTRY.spans(name, other)} - {Relation.DIFFERENT}
            for other in ("Norvane Systems", "KMX", "Google")
        )


INDEX = REGISTRY.index([(name, None) for name in ("Norvane Systems", "KMX", "Google")])


def test_an_abbreviation_does_not_hide_a_placeholder() -> None:
    """Words are read as written out, those of placeholders too."""
    assert stranger(INDEX, "theatre director") is None


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("Google Seattle", id="city"),
        pytest.param("Google Global Services", id="function"),
        pytest.param("Google India", id="country"),
        pytest.param("Randstad Holdings", id="top-company"),
        pytest.param("Randstad Holding N.V.", id="top-company-with-a-form"),
    ],
)
def test_parts_of_known_organizations_are_found(name: str) -> None:
    """The short cut for names that match nothing lets none of these through."""
    index = REGISTRY.index([("Google", None), ("Randstad", None)])
    assert [0 if name.startswith("G") else 1] == [position for position, _ in index.lookup(name)]
