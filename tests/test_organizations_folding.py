"""Folding of names: which signs and letters go, which become others, what an address names."""

from __future__ import annotations

import pytest

from endorsecheck._organizations.folding import spelled_umlauts, words

ENDS = (
    "com org net edu gov int biz info eu de uk fr es nl ch at be se no dk fi pl cz ru jp cn in br "
    "au nz ca us mx ar kr sg hk za ie pt gr hu ro tr ua il ae sa my th vn ph tw sk si hr"
)


@pytest.mark.parametrize("end", ENDS.split())
def test_end_of_a_domain_is_set_apart(end: str) -> None:
    """It only says where a name is registered."""
    assert words(f"norvane.{end}") == ["norvane", f".{end}"]


@pytest.mark.parametrize("second", ["co", "com", "ac", "org", "gov", "edu", "ne", "or", "net"])
def test_end_of_a_domain_may_have_two_levels(second: str) -> None:
    """The upper one is left out."""
    assert words(f"norvane.{second}.uk") == ["norvane", ".uk"]


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        pytest.param(["norvane", "mills", ".com"], "norvane.mills.com", id="host-of-three-parts"),
        pytest.param(["x", "com"], "x.com", id="one-letter-and-an-end"),
        pytest.param(["ab", ".com"], "A.B.com", id="letters-and-an-end"),
        pytest.param(["xsa"], "x.s.a", id="letters-that-are-no-end"),
        pytest.param(["norvane", "ai"], "norvane.ai", id="an-end-that-is-part-of-the-name"),
        pytest.param(["2.0.1"], "2.0.1", id="number"),
        pytest.param(["jm", "mills"], "J.M. Mills", id="initials"),
        pytest.param(["jm", "mills"], "J.M.Mills", id="initials-and-a-name"),
        pytest.param(["dr", "mills"], "Dr.Mills", id="abbreviation"),
        pytest.param(["abc", "mills"], "A/B/C Mills", id="slashes-between-initials"),
        pytest.param(["ab", "/", "c"], "ab/c", id="slash-between-words"),
        pytest.param(["a", "b"], "a--b", id="two-hyphens"),
        pytest.param(["a", "–", "b"], "a - b", id="hyphen-between-blanks"),
        pytest.param(["a", "–", "b"], "a -- b", id="two-hyphens-between-blanks"),
    ],
)
def test_dots_slashes_and_hyphens(expected: list[str], text: str) -> None:
    """They join initials and keep words apart."""
    assert expected == words(text)


@pytest.mark.parametrize(
    ("expected", "address"),
    [
        pytest.param(["norvane", ".com"], "https://www.norvane.com/about", id="page"),
        pytest.param(["norvane", ".com"], "http://norvane.com:80", id="port"),
        pytest.param(["norvane", ".com"], "https://norvane.com?x=mills", id="query"),
        pytest.param(["norvane", ".com"], "https://norvane.com#mills", id="fragment"),
        pytest.param(["norvane", ".com"], "norvane.com/mills", id="no-scheme"),
        pytest.param(["mills", "norvane", ".com"], "mills www.norvane.com", id="behind-a-name"),
        pytest.param(["norvane"], "linkedin.com/company/norvane/about", id="company"),
        pytest.param(["norvane"], "linkedin.com/school/norvane?x=y", id="school"),
        pytest.param(["norvane"], "de.linkedin.com/showcase/norvane", id="showcase"),
        pytest.param(["linkedin", ".com"], "www.linkedin.com/in/norvane", id="person"),
        pytest.param(["linkedin", ".com"], "www.linkedin.com/company/", id="no-company"),
        pytest.param(["norvane"], "github.com/norvane/mills", id="account"),
        pytest.param(["github", ".com"], "https://github.com/", id="no-account"),
        pytest.param(["/", "norvane", ".com", "/", "x"], "/norvane.com/x", id="no-host"),
    ],
)
def test_address_is_replaced_by_the_name_in_it(expected: list[str], address: str) -> None:
    """That of its host, or of the page on a network."""
    assert expected == words(address)


@pytest.mark.parametrize("sign", "'`\"’‘ʼʹ′ʻ＇״׳″“”„‟™®©℠˂")
def test_sign_goes(sign: str) -> None:
    """What stands before and behind it is one word."""
    assert words(f"nor{sign}vane") == ["norvane"]


@pytest.mark.parametrize("sign", "!%*:;<=>?@\\^_~\x01\x1f\x7f-·•…")
def test_sign_is_a_blank(sign: str) -> None:
    """What stands before and behind it are two words."""
    assert words(f"nor{sign}vane") == ["nor", "vane"]


@pytest.mark.parametrize(
    ("mark", "signs"),
    [
        pytest.param("(", "([{⟨【（", id="bracket"),
        pytest.param(")", ")]}⟩】）", id="closing-bracket"),
        pytest.param(",", ",、،，", id="comma"),
        pytest.param("|", "|｜│¦‖", id="bar"),
        pytest.param("/", "/／", id="slash"),
        pytest.param("+", "+＋", id="plus"),
    ],
)
def test_sign_is_a_mark(mark: str, signs: str) -> None:
    """A word of its own, whatever it is written as."""
    blank = " " if mark == "+" else ""
    for sign in signs:
        assert words(f"nor{blank}{sign}{blank}vane") == ["nor", mark, "vane"]


@pytest.mark.parametrize(
    ("expected", "letters"),
    [
        pytest.param("o l d i h n d th ae oe", "ø ł đ ı ħ ŋ ð þ æ œ", id="latin"),
        pytest.param(
            "\u0647 \u0647 \u064a \u0643 \u064a",
            "\u06d5 \u0629 \u0649 \u06a9 \u06cc",
            id="arabic",
        ),
        pytest.param("\u0628\u0628", "\u0628\u0640\u0628", id="arabic-line"),
        pytest.param("strasse", "Straße", id="sharp-s"),
        pytest.param("aa aa aa", "à\u0300a\u036f å\ufe00á\ufe0f ǟa", id="accents"),
        pytest.param("\u05d0 \u05d0", "\u05d0\u0591 \u05d0\u05c7", id="hebrew-points"),
        pytest.param("\u0628 \u0628", "\u0628\u064b \u0628\u0670", id="arabic-points"),
        pytest.param("\u0371 \u0671", "\u0370 \u0671", id="letters-next-to-accents"),
        pytest.param("ガ คี 한", "ガ คี 한", id="marks-that-make-another-letter"),
        pytest.param("iv 12", "Ⅳ １２", id="numbers"),
        pytest.param("٣ १२", "٣ १२", id="numbers-of-other-scripts"),
    ],
)
def test_letters_are_folded(expected: str, letters: str) -> None:
    """Accents go, and variants of a letter become one."""
    assert expected.split() == words(letters)


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        pytest.param("aeoeueoeaa", "äöüøå", id="each"),
        pytest.param("muehle", "MÜHLE", id="capitals"),
        pytest.param("muehle", "Mu\u0308hle", id="two-characters"),
        pytest.param(None, "Muhle", id="none"),
        pytest.param(None, "Мюле", id="another-script"),
        pytest.param("n" * 299 + "ue", "n" * 299 + "ü", id="last-that-is-read"),
        pytest.param(None, "n" * 300 + "ü", id="beyond-what-is-read"),
    ],
)
def test_umlauts_are_spelled_with_an_e(expected: str | None, text: str) -> None:
    """And the ring of Danish with a second a."""
    assert expected == spelled_umlauts(text)


def test_name_is_cut_only_beyond_what_is_read() -> None:
    """Then a checksum stands for the rest."""
    assert words("n" * 300) == ["n" * 300]
    cut, check = words("n" * 301)
    assert cut == "n" * 250
    assert len(check) == 8
    assert words("n" + " " * 300 + "m") == ["n", "m"]


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        pytest.param(["norvane", "and", "mills"], "Norvane&Mills", id="ampersand"),
        pytest.param(["norvane", "and", "mills"], "Norvane &amp; Mills", id="escaped"),
        pytest.param(["norvane", "and", "mills"], "Norvane &amp;amp; Mills", id="escaped-twice"),
        pytest.param(["norvanemills"], "Norvane&#39;Mills", id="another-escape"),
    ],
)
def test_ampersand_is_a_word(expected: list[str], text: str) -> None:
    """Escapes of HTML are undone first."""
    assert expected == words(text)
