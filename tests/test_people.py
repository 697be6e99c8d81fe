"""Which known person an endorser is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import endorsecheck as ec
from endorsecheck._deferred import later
from endorsecheck.people import Directory, Who, name_key, url_key
from endorsecheck.readers import table

OWNER = ec.Person("Dana Reyes")
JOB = ec.WorkHistory([ec.Position("Acme Corp")])
OTHER_JOB = ec.WorkHistory([ec.Position("Borealis Ltd")])


def record(
    name: str = "Ravi Shah",
    url: str | None = None,
    history: ec.WorkHistory = JOB,
    *,
    source: str | None = None,
    row: int | None = None,
) -> ec.Person:
    """A known person, perhaps read from a source."""
    provenance = ec.Provenance(source, row=row) if source else None
    return ec.Person(name, url, history, provenance=provenance)


def who(endorser: ec.Person, *people: ec.Person, owner: ec.Person = OWNER) -> Who:
    """Who the endorser is among these people."""
    return Directory(owner, people, [endorser]).identify(endorser).who


def records(endorser: ec.Person, *people: ec.Person) -> set[ec.Person]:
    """The records found of the endorser, without their own."""
    return set(Directory(OWNER, people, [endorser]).identify(endorser).records) - {endorser}


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        pytest.param("www.linkedin.com/in/ravi-shah", "linkedin.com/in/ravi-shah", id="plain"),
        pytest.param("https://www.linkedin.com/in/ravi/", "linkedin.com/in/ravi", id="slash"),
        pytest.param("HTTP://LinkedIn.com/IN/Ravi", "linkedin.com/in/ravi", id="capitals"),
        pytest.param("de.linkedin.com/in/ravi", "linkedin.com/in/ravi", id="two-letter-host"),
        pytest.param("linkedin.com/in/ravi?trk=x#top", "linkedin.com/in/ravi", id="query"),
        pytest.param("linkedin.com/in/ravi#top", "linkedin.com/in/ravi", id="fragment"),
        pytest.param("linkedin.com/in/ravi/de", "linkedin.com/in/ravi", id="locale"),
        pytest.param("linkedin.com/in/ravi/en-us/", "linkedin.com/in/ravi", id="long-locale"),
        pytest.param("linkedin.com/in/zo%C3%AB", "linkedin.com/in/zoë", id="percent-encoded"),
        pytest.param("linkedin.com/in/zoe\u0308", "linkedin.com/in/zoë", id="decomposed"),
        pytest.param("linkedin.com/in/100%", "linkedin.com/in/100%", id="stray-percent"),
        pytest.param("linkedin.com/in/%FF", "linkedin.com/in/%ff", id="not-utf-8"),
        pytest.param("fo.example/people/7", "fo.example/people/7", id="a-host-of-two-letters"),
        pytest.param("linkedin.com/in/a?u=b?c#d#e", "linkedin.com/in/a", id="marks-twice"),
        pytest.param("a.example/http://b", "a.example/http://b", id="scheme-within"),
        pytest.param("https://http://b.example/x", "http://b.example/x", id="scheme-twice"),
        pytest.param("xde.linkedin.com/in/r", "xde.linkedin.com/in/r", id="host-that-ends-alike"),
        pytest.param("de.www.a.example/x", "www.a.example/x", id="two-prefixes"),
        pytest.param("https://", "https://", id="nothing-but-a-scheme"),
        pytest.param("HTTP://" + "x" * 1_993, "x" * 1_993, id="as-long-as-is-normalized"),
        pytest.param("HTTP://" + "x" * 1_994, "HTTP://" + "x" * 1_994, id="one-too-long"),
        pytest.param("x" * 3_000, "x" * 3_000, id="too-long-to-normalize"),
        pytest.param("  ", None, id="blank"),
        pytest.param(None, None, id="none"),
    ],
)
def test_url_key_drops_what_does_not_tell_people_apart(
    url: str | None, expected: str | None
) -> None:
    """Scheme, host prefix, locale, query, slash, encoding and case are no part of the key."""
    assert expected == url_key(url)


@given(st.text(max_size=60))
def test_url_key_is_missing_for_blank_text_only(text: str) -> None:
    """Whatever the text, it never raises, and what is no address compares as it stands."""
    assert (url_key(text) is None) is (not text.strip())


def test_name_key_ignores_case_width_and_blanks() -> None:
    """Only NFKC, case folding and single blanks make names alike."""
    assert name_key("ＲＡＶＩ  Shah ") == name_key("Ravi Shah")
    assert name_key("Zoe") != name_key("Zoë")


def test_equal_urls_are_one_person_whatever_the_names() -> None:
    """The URL decides before the name does."""
    known = record("R. Shah", "https://www.linkedin.com/in/ravi/")
    assert {known} == records(ec.Person("Lena Vogt", "linkedin.com/in/ravi"), known)


def test_differing_urls_are_two_people_whatever_the_names() -> None:
    """A namesake's history is nobody else's."""
    known = record(url="linkedin.com/in/ravi-1")
    assert set() == records(ec.Person("Ravi Shah", "linkedin.com/in/ravi-2"), known)


def test_all_records_of_one_url_are_joined() -> None:
    """Several sources may know one person."""
    one, two = record(url="linkedin.com/in/ravi"), record("R", "linkedin.com/in/ravi", OTHER_JOB)
    assert {one, two} == records(ec.Person("Ravi", "linkedin.com/in/ravi"), one, two)


def test_records_of_one_url_are_given_in_their_order() -> None:
    """Whoever else stands between them."""
    endorser = ec.Person("Ravi Shah", "u/1")
    known = [record(name, "u/1") for name in ("R. Shah", "Ravi S.", "Shah, Ravi")]
    directory = Directory(OWNER, [known[0], record(url="u/2"), *known[1:]], [endorser])
    assert directory.identify(endorser).records == (endorser, *known)


@pytest.mark.parametrize("url", [None, "linkedin.com/in/ravi"], ids=["no-url", "url"])
def test_a_record_without_url_is_found_by_name(url: str | None) -> None:
    """Where one side has no URL the one person of that name is meant."""
    assert {record()} == records(ec.Person("RAVI SHAH", url), record(), record("Lena Vogt"))


def test_an_endorser_without_url_is_found_by_name_at_a_url() -> None:
    """The record with the URL and the one without are of one person."""
    known = record(url="linkedin.com/in/ravi")
    loose = record(history=OTHER_JOB)
    assert {known, loose} == records(ec.Person("Ravi Shah"), known, loose)


@pytest.mark.parametrize("url", [None, "linkedin.com/in/dana"], ids=["owner", "owner-at-a-url"])
def test_an_endorser_without_url_is_no_second_person_of_the_name(url: str | None) -> None:
    """Whether the owner has a URL or not."""
    owner = ec.Person("Dana Reyes", url)
    assert who(ec.Person("Ravi Shah"), record(url="linkedin.com/in/ravi"), owner=owner) is Who.ONE


def test_a_name_at_two_urls_is_ambiguous_for_an_endorser_without_url() -> None:
    """Nobody guesses between two people."""
    people = (record(url="linkedin.com/in/ravi-1"), record(url="linkedin.com/in/ravi-2"))
    assert who(ec.Person("Ravi Shah"), *people) is Who.AMBIGUOUS


def test_a_name_twice_in_one_source_is_ambiguous() -> None:
    """One source lists a person once, so two records are two people."""
    people = (
        record(source="people-table", row=2),
        record(history=ec.WorkHistory((), complete=False), source="people-table", row=3),
    )
    assert who(ec.Person("Ravi Shah"), *people) is Who.AMBIGUOUS
    assert who(ec.Person("Ravi Shah", "linkedin.com/in/ravi"), *people) is Who.AMBIGUOUS


def test_two_histories_of_one_name_without_source_are_ambiguous() -> None:
    """Records built in code count as one source."""
    people = (record(), record(history=OTHER_JOB))
    assert who(ec.Person("Ravi Shah"), *people) is Who.AMBIGUOUS


def test_a_name_in_two_sources_is_one_person() -> None:
    """An old export and a colleague's table both know people by name alone."""
    one = record(source="linkedin-export", row=2)
    two = record(history=OTHER_JOB, source="people-table", row=2)
    assert {one, two} == records(ec.Person("Ravi Shah"), one, two)


def test_a_declared_tie_joins_the_one_person_of_the_name() -> None:
    """A record that only says how the owner knows somebody is no second person."""
    tie = ec.Person("Ravi Shah", relationships=[ec.Relationship(ec.RelationshipKind.CLIENT)])
    assert {record(), tie} == records(ec.Person("Ravi Shah"), record(), tie)


def test_a_loose_record_that_might_be_a_namesakes_is_left_alone() -> None:
    """A record without URL is credited to nobody while two people bear its name."""
    mine, namesake = "linkedin.com/in/ravi-1", record(url="linkedin.com/in/ravi-2")
    known = record(url=mine)
    loose = record(history=OTHER_JOB)
    assert {known} == records(ec.Person("Ravi Shah", mine), known, namesake, loose)
    assert who(ec.Person("Ravi Shah", mine), namesake, loose) is Who.AMBIGUOUS


def test_a_loose_record_is_ambiguous_between_two_endorsers_of_the_name() -> None:
    """Two endorsers at two URLs are two people, though nothing else is known of them."""
    one, two = (ec.Person("Ravi Shah", f"linkedin.com/in/ravi-{i}") for i in (1, 2))
    directory = Directory(OWNER, [record()], [one, two])
    assert {Who.AMBIGUOUS} == {directory.identify(each).who for each in (one, two)}


def test_the_owners_url_is_the_owner() -> None:
    """Whatever the name."""
    owner = ec.Person("Dana Reyes", "linkedin.com/in/dana")
    endorser = ec.Person("D. R.", "https://www.linkedin.com/in/dana/")
    assert who(endorser, owner=owner) is Who.OWNER


@pytest.mark.parametrize("url", [None, "linkedin.com/in/d"], ids=["no-url", "endorsers-url"])
def test_the_owners_name_without_a_second_bearer_is_the_owner(url: str | None) -> None:
    """By name, where one side has no URL and nobody else bears the name."""
    assert who(ec.Person("dana  reyes", url)) is Who.OWNER


def test_the_owners_name_may_be_written_in_wide_letters() -> None:
    """Names are folded before they compare."""
    assert who(ec.Person("Ｄana Reyes", "linkedin.com/in/d")) is Who.OWNER


def test_a_namesake_of_the_owner_who_is_known_by_url_is_somebody_else() -> None:
    """The record at the URL says who it is."""
    known = record("Dana Reyes", "linkedin.com/in/dana-b")
    assert who(ec.Person("Dana Reyes", "linkedin.com/in/dana-b"), known) is Who.ONE
    owner = ec.Person("Dana Reyes", "linkedin.com/in/dana")
    assert who(ec.Person("Dana Reyes", "linkedin.com/in/dana-b"), owner=owner) is Who.ONE


@pytest.mark.parametrize("url", [None, "linkedin.com/in/x"], ids=["no-url", "url"])
def test_the_owners_name_with_another_bearer_is_ambiguous(url: str | None) -> None:
    """The owner or the namesake: nobody guesses."""
    namesake = record("Dana Reyes", "linkedin.com/in/dana-b")
    assert who(ec.Person("Dana Reyes", url), namesake) is Who.AMBIGUOUS
    assert who(ec.Person("Dana Reyes", url), record("Dana Reyes")) is Who.AMBIGUOUS


def test_a_loose_record_with_the_owners_name_is_not_credited_to_a_namesake() -> None:
    """It may be the owner's own."""
    owner = ec.Person("Dana Reyes", "linkedin.com/in/dana")
    endorser = ec.Person("Dana Reyes", "linkedin.com/in/dana-b")
    assert who(endorser, record("Dana Reyes"), owner=owner) is Who.AMBIGUOUS


def test_a_person_known_by_url_alone_is_found() -> None:
    """No name is needed where there is a URL."""
    known = record("", "linkedin.com/in/ravi")
    assert {known} == records(ec.Person("", "www.linkedin.com/in/ravi"), known, record("Lena"))


def test_who_is_told_in_words() -> None:
    """The values that reports and pickles hold."""
    assert [each.value for each in Who] == ["one", "owner", "ambiguous"]


def test_an_endorser_at_an_address_is_no_loose_record() -> None:
    """What an endorsement itself says at an address belongs to nobody else of the name."""
    one = record(url="linkedin.com/in/ravi-1", history=OTHER_JOB)
    other = ec.Person("Ravi Shah", "linkedin.com/in/ravi-2")
    directory = Directory(OWNER, [], [one, other])
    assert directory.identify(other).records == (other,)


def test_two_loose_endorsers_with_histories_are_two_people() -> None:
    """Nothing tells which of them a third one without an address is."""
    one, two = record(), record(history=OTHER_JOB)
    assert Directory(OWNER, [], [one, two]).identify(one).who is Who.AMBIGUOUS


def test_two_names_at_one_address_are_both_looked_up() -> None:
    """A loose record under either name is the person's, and a namesake of either is in the way."""
    endorser = ec.Person("Ravi Shah", "linkedin.com/in/ravi")
    known = record("R. Shah", "linkedin.com/in/ravi")
    loose = record("R. Shah", history=OTHER_JOB)
    assert {known, loose} == records(endorser, known, loose)
    namesake = record("R. Shah", "linkedin.com/in/other")
    assert {known} == records(endorser, known, loose, namesake)


def test_loose_records_of_both_names_of_one_address_are_two_people() -> None:
    """Records of one source are different people, under whatever names."""
    known = record("R. Shah", "linkedin.com/in/ravi")
    loose = (record("R. Shah"), record("Ravi Shah", history=OTHER_JOB))
    endorser = ec.Person("Ravi Shah", "linkedin.com/in/ravi")
    assert {known} == records(endorser, known, *loose)


@given(st.permutations([record(), record(url="u/1"), record("Dana Reyes"), record("Lena Vogt")]))
def test_the_order_of_people_changes_nothing(people: list[ec.Person]) -> None:
    """Who somebody is does not depend on who is asked about first."""
    assert {record(), record(url="u/1")} == records(ec.Person("Ravi Shah"), *people)


def test_equal_records_are_given_once() -> None:
    """Whether their histories are there or made when asked for."""
    bare = ec.Person("Ravi Shah", "linkedin.com/in/ravi")
    known = record(url="linkedin.com/in/ravi")
    text = b"Name,URL,Company\nRavi Shah,linkedin.com/in/ravi,Acme Corp\n"
    deferred = [table.read_people(text, complete=True).people[0] for _ in range(2)]
    assert Directory(OWNER, [known, known], [bare]).identify(bare).records == (bare, known)
    assert Directory(OWNER, [known], [known]).identify(known).records == (known,)
    assert Directory(OWNER, deferred[:1], [known]).identify(known).records == (known,)
    assert len(Directory(OWNER, deferred, [bare]).identify(bare).records) == 2


@pytest.mark.parametrize("prefix", ["", "www."], ids=["same-spelling", "other-spelling"])
def test_record_equal_to_the_endorsers_own_is_given_once_beside_others(prefix: str) -> None:
    """Whoever else is at the address."""
    bare = ec.Person("Ravi Shah", "linkedin.com/in/ravi")
    text = f"Name,URL,Company\nR. Shah,{prefix}linkedin.com/in/ravi,Acme Corp\n"
    (deferred,) = table.read_people(text.encode(), complete=True).people
    same = ec.Person("Ravi Shah", "linkedin.com/in/ravi")
    assert Directory(OWNER, [deferred, same], [bare]).identify(bare).records == (bare, deferred)


@pytest.mark.parametrize("prefixes", [[""], ["", "www."]], ids=["one", "two-spellings"])
def test_engagements_are_not_counted_where_records_differ_anyhow(
    prefixes: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """An endorsement tells nothing but name and address, and a table more."""
    bare = ec.Person("Ravi Shah", "linkedin.com/in/ravi")
    known: list[ec.Person] = []
    for prefix in prefixes:
        text = f"Name,URL,Company\nRavi Shah,{prefix}{bare.url},Acme Corp\n"
        known += table.read_people(text.encode()).people
    monkeypatch.setattr(type(later(known[0])), "size", property(lambda _: pytest.fail("counted")))
    assert Directory(OWNER, known, [bare]).identify(bare).records == (bare, *known)


def test_owner_and_endorser_without_names_are_no_namesakes() -> None:
    """A record of the name that is known at the endorser's address is the endorser's."""
    owner = ec.Person("", "linkedin.com/in/dana")
    endorser = ec.Person("", "linkedin.com/in/ravi")
    known, loose = record(url="linkedin.com/in/ravi"), record(history=OTHER_JOB)
    found = Directory(owner, [known, loose], [endorser]).identify(endorser)
    assert set(found.records) == {endorser, known, loose}
