"""Canonical names: what goes, what stays, and the laws that hold for any text."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import endorsecheck as ec
from endorsecheck._organizations import folding
from endorsecheck._organizations.folding import folded_words, marked
from endorsecheck._organizations.names import built_in_namer
from endorsecheck.organizations import OrganizationRegistry, Relation, canonical_name

PIECES = [
    *("acme", "Foo", "GmbH", "Ltd", "The", "and", "&", "(", ")", ",", "-", "–", "|", "PT", "AB"),
    *("India", "of", "University", "Berlin", "株式会社", "みどり", "Co.", "S.A.", "a", "é", "ö"),
    *("/", ".com", "'s", " ", "Group", "Holdings", "formerly", "St.", "United", "States", "+"),
    *("Bank", "(UK)", ", Berlin", "Labs", "Corp", "Co", "Foods", "Inc.", "& Sons", "AT&T", "J.M."),
]
NAMES = (
    st.text(max_size=40)
    | st.lists(st.sampled_from(PIECES), max_size=9).map(" ".join)
    | st.lists(st.sampled_from(PIECES), max_size=9).map("".join)
)


@pytest.mark.parametrize(
    ("expected", "name"),
    [
        pytest.param("norvane systems", "NORVANE  Systems", id="case-and-blanks"),
        pytest.param("whitlock and pemberton", "Whitlock &amp; Pemberton", id="escaped-ampersand"),
        pytest.param("whitlock and pemberton", "Whitlock + Pemberton", id="plus"),
        pytest.param("whitlock and pemberton", "Whitlock und Pemberton", id="und"),
        pytest.param("wartsila", "Wärtsilä Oyj Abp", id="accents-and-two-forms"),
        pytest.param("google", "Ｇｏｏｇｌｅ", id="full-width"),
        pytest.param("ホンダ", "ﾎﾝﾀﾞ", id="half-width-kana"),
        pytest.param("norvane", "The Norvane Company, Inc.", id="the-and-company"),
        pytest.param("jpmorgan chase", "JPMorgan Chase & Co.", id="no-trailing-and"),
        pytest.param("cheesecake factory", "Cheesecake Factory, The", id="the-behind"),
        pytest.param("norvane mills", "Norvane Mills, Inc. (The)", id="the-in-brackets"),
        pytest.param("norvane", "Norvane, Inc., Berlin", id="form-before-a-place"),
        pytest.param("norvane", "Norvane (Greater Berlin Area)", id="area"),
        pytest.param("norvane a", "Norvane (a company)", id="a-company-of-nothing"),
        pytest.param("norvane", "Norvane (formerly .com)", id="former-domain-end"),
        pytest.param("norvane", "Norvane、Berlin", id="another-comma"),
        pytest.param("norvane", "Norvane - Remote", id="no-place"),
        pytest.param("standard oil company of erie", "Standard Oil Co. of Erie", id="company-of"),
        pytest.param(
            "standard oil corporation of erie", "Standard Oil Corp. of Erie", id="corporation-of"
        ),
        pytest.param("whitlock and pemberton", "Whitlock et Pemberton", id="et"),
        pytest.param("und norvane", "Und Norvane", id="und-in-front"),
        pytest.param("norvane und", "Norvane und", id="und-behind"),
        pytest.param("mills of st", "Mills of St.", id="no-saint-behind"),
        pytest.param("city of boston", "Boston, City of", id="inverted"),
        pytest.param("volvo", "AB Volvo", id="leading-form"),
        pytest.param("ромашка", "ООО «Ромашка»", id="cyrillic-form"),
        pytest.param("みどり製作所", "株式会社みどり製作所", id="japanese-form-before"),
        pytest.param("みどり製作所", "みどり製作所(株)", id="japanese-form-in-brackets"),
        pytest.param("삼성전자", "삼성전자 주식회사", id="korean-form"),
        pytest.param("norvane", "Norvane Sp. z o.o.", id="polish-form"),
        pytest.param("norvane", "Norvane S. A. de C. V.", id="spaced-initials"),
        pytest.param("norvane", "Norvane K K", id="spaced-initials-of-a-short-form"),
        pytest.param("norvane mills", "Norvane Mills and", id="and-behind"),
        pytest.param("norvane", "& Norvane", id="and-in-front"),
        pytest.param("x y", "X Y Ltd", id="two-letters"),
        pytest.param("xy", "XY Ltd", id="word-of-two-letters"),
        pytest.param("mills みどり", "Mills みどり有限会社", id="japanese-form-behind-two-words"),
        pytest.param("みどり mills", "有限会社みどり Mills", id="japanese-form-before-two-words"),
        pytest.param("み", "株式会社み", id="japanese-form-before-one-letter"),
        pytest.param("み", "株式会社 み", id="japanese-form-and-a-blank-before-one-letter"),
        pytest.param("み", "み株式会社", id="japanese-form-behind-one-letter"),
        pytest.param("saint aldhelm", "ООО St. Aldhelm", id="saint-behind-a-form"),
        pytest.param("norvane", "Norvane™", id="trade-mark-sign"),
        pytest.param("norvane", "Norvane | Making the future of mills", id="tagline-after-bar"),
        pytest.param("norvane", "Norvane – we build better mills", id="tagline-after-dash"),
        pytest.param("norvane", "| Norvane | Mills", id="leading-bar"),
        pytest.param("norvane", "norvane.com", id="domain"),
        pytest.param("norvane", "https://www.norvane.co.uk/about", id="address"),
        pytest.param("norvane", "linkedin.com/company/norvane/", id="page-without-scheme"),
        pytest.param("norvane mills", "https://linkedin.com/company/norvane-mills/", id="page"),
        pytest.param("linkedin", "https://linkedin.com/feed", id="another-page"),
        pytest.param("norvane", "https://github.com/norvane", id="account"),
        pytest.param("norvane", "Norvane (formerly Brightwater)", id="former-name"),
        pytest.param("norvane", "Norvane, formerly known as Brightwater", id="former-name-inline"),
        pytest.param("norvane", "Norvane d/b/a Brightwater", id="doing-business-as"),
        pytest.param("norvane", "(Norvane)", id="all-in-brackets"),
        pytest.param("norvane", "Norvane (", id="open-bracket"),
        pytest.param("norvane data systems", "Norvane Data Systems Ltd (NDS)", id="acronym"),
        pytest.param("web 2.0 norvane", "Web 2.0 Norvane", id="number-with-dot"),
        pytest.param("saint norvane", "St. Norvane", id="saint"),
        pytest.param("us norvane", "United States of America Norvane", id="united-states"),
        pytest.param("uk norvane", "United Kingdom Norvane", id="united-kingdom"),
        pytest.param("norvane laboratories", "Norvane Labs", id="short-word"),
        pytest.param("oreilly", "O’Reilly", id="apostrophe"),
        pytest.param("norvane berlin", "Norvane Berlin", id="place-without-a-mark-stays"),
    ],
)
def test_writes_one_name_for_its_spellings(expected: str, name: str) -> None:
    """Spellings, legal forms and what only surrounds a name go."""
    assert expected == canonical_name(name)


@pytest.mark.parametrize("word", ["of", "in", "at", "and", "mount", "the", "fort", "de"])
def test_saint_is_written_in_full_behind_a_word_that_leads_on(word: str) -> None:
    """Elsewhere the two letters may stand for a street."""
    assert canonical_name(f"Mills {word} St. Aldhelm") == f"mills {word} saint aldhelm"
    assert canonical_name("Mills Weaving St. Aldhelm") == "mills weaving st aldhelm"


@pytest.mark.parametrize(
    "name",
    [
        *("BT", "Coop", "SAS Institute", "AS Roma", "SA Power Networks", "Limited Brands"),
        *("AB Foods", "Vodafone KK", "X Ltd"),
    ],
)
def test_keeps_what_only_looks_like_a_legal_form(name: str) -> None:
    """A form goes neither where nothing is left nor where it is part of the name."""
    assert name.lower() == canonical_name(name)


@pytest.mark.parametrize("word", ["of", "the", "for", "de", "du", "des", "der"])
def test_keeps_a_form_behind_a_word_that_leads_on(word: str) -> None:
    """Without it the name would not end."""
    assert canonical_name(f"Norvane {word} Ltd") == f"norvane {word} ltd"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Delta Air Lines", "Delta Dental", id="another-word"),
        pytest.param("First National Bank of Omaha", "First National Bank of Erie", id="of-place"),
        pytest.param("University of Washington", "Washington University", id="word-order"),
        pytest.param("University of Illinois", "University of Illinois, Chicago", id="campus"),
        pytest.param("Penn", "Penn State", id="prefix"),
        pytest.param("Intel", "Intel 471", id="number-added"),
        pytest.param("Ministry of Defence (India)", "Ministry of Defence (UK)", id="two-states"),
        pytest.param("C++ Alliance", "C Alliance", id="sign-in-a-word"),
        pytest.param("北京大学", "北京", id="no-blanks"),
    ],
)
def test_never_drops_a_word_that_distinguishes(one: str, other: str) -> None:
    """Names of two organizations are not reduced to one."""
    assert OrganizationRegistry().compare(one, other).relation is not Relation.SAME


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        pytest.param("?", "", id="empty"),
        pytest.param("?", " \t ", id="blank"),
        pytest.param("?", "\x00", id="control"),
        pytest.param("🚀", " 🚀 ", id="symbol"),
        pytest.param("()", "( )", id="marks-only"),
        pytest.param("##", "# #, Inc", id="signs-before-a-form"),
        pytest.param("########", "#" * 9, id="more-signs-than-are-shown"),
    ],
)
def test_is_never_empty(expected: str, text: str) -> None:
    """A text without a word keeps what it shows, or becomes a question mark."""
    assert expected == canonical_name(text)


@settings(max_examples=300)
@given(NAMES)
@example(",FORMERLY!FORMERLY!0")
@example("/00.COM/0")
@example("https:////")
@example(";:0.COM/0")
def test_is_its_own_canonical_name(name: str) -> None:
    """Canonicalizing twice changes nothing, and nothing becomes empty."""
    once = canonical_name(name)
    assert once
    assert once == canonical_name(once)


@settings(max_examples=300)
@given(NAMES)
def test_short_cut_for_simple_names_changes_nothing(name: str) -> None:
    """A name that is read fast is read as with all care."""
    namer = built_in_namer()
    tokens = folded_words(name)
    plain = namer.plain(tokens)
    assert plain is None or plain == namer.shortest(marked(tokens))


@settings(max_examples=300)
@given(NAMES, NAMES)
def test_comparison_is_symmetric(one: str, other: str) -> None:
    """The order of two names does not matter, and a name is the same as itself or none."""
    registry = OrganizationRegistry()
    assert registry.spans(one, other) == registry.spans(other, one)
    assert registry.compare(one, one).relation in {Relation.SAME, Relation.NOT_AN_ORGANIZATION}


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("q" * 60_000, id="letters"),
        pytest.param("GmbH " * 10_000, id="forms"),
        pytest.param("o" + "\u0301\u0323" * 15_000, id="marks-out-of-order"),
        pytest.param("- " * 30_000, id="dashes"),
        pytest.param("(" * 50_000, id="brackets"),
        pytest.param("&amp;" * 9_999, id="escapes"),
        pytest.param("a.b." * 9_999, id="dots"),
        pytest.param("x" + " " * 50_000 + "y", id="blanks"),
        pytest.param("\ud800 \u202e \x00 \u200b", id="odd-characters"),
    ],
)
def test_takes_any_text(name: str) -> None:
    """A hostile text is read in time that does not depend on its shape."""
    canonical = canonical_name(name)
    assert canonical
    assert len(canonical) < 400


def test_folds_letters_beyond_those_it_remembers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Folding gives the same where no more letters are kept for the next time."""
    monkeypatch.setattr(folding, "_KEPT", 0)
    assert canonical_name("Ꝥ Norvañe") == canonical_name("ꝥ norvane")


def test_tells_long_names_apart() -> None:
    """What is beyond the letters looked at still counts."""
    assert canonical_name("q" * 60_000) != canonical_name("q" * 60_001)
    assert canonical_name("x" + " " * 50_000 + "y") == "x y"


def test_cuts_what_folding_makes_long() -> None:
    """One sign may become many letters."""
    canonical = canonical_name("\ufdfa" * 20)
    assert len(canonical) < 300
    assert canonical == canonical_name(canonical)


def test_refuses_what_is_no_text() -> None:
    """A name that is not a text is an error of this library."""
    with pytest.raises(ec.RegistryError, match="organization name: 7 is not a text"):
        canonical_name(7)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("expected", "name"),
    [
        pytest.param("norvane", "Norvane (Elmsworth, OH)", id="in-brackets"),
        pytest.param("norvane", "Norvane (Elmsworth, Brazil)", id="before-a-country"),
        pytest.param("norvane", "Norvane, Elmsworth, Ohio", id="after-a-comma"),
        pytest.param("norvane elmsworth", "Norvane, Elmsworth", id="no-state"),
        pytest.param("norvane analytics", "Norvane, Analytics, Ohio", id="word-of-many-names"),
        pytest.param(
            "norvane college elmsworth oh", "Norvane College (Elmsworth, OH)", id="college"
        ),
    ],
)
def test_takes_off_a_town_before_its_state(expected: str, name: str) -> None:
    """A town of any name goes where its state or country follows."""
    assert expected == canonical_name(name)
