"""The short cuts for names of organizations: which names take them, and what they give."""

from __future__ import annotations

import pytest

from endorsecheck._organizations.folding import LIMIT, folded_words
from endorsecheck._organizations.names import built_in_namer

NAMER = built_in_namer()
LONGEST = "n" * (LIMIT - len(" Mills"))


@pytest.mark.parametrize(
    ("name", "first"),
    [
        pytest.param("Norvane Systems", "norvane", id="two-words"),
        pytest.param("Norvane Systems GmbH", "norvane", id="a-form-behind-two-words"),
        pytest.param("Norvane Systems S.A.", "norvane", id="a-form-with-dots"),
        pytest.param(f"{LONGEST} Mills", LONGEST, id="as-long-as-is-read"),
        pytest.param(f"{LONGEST}n Mills", None, id="longer-than-is-read"),
        pytest.param("Norvane GmbH", None, id="one-word-and-a-form"),
        pytest.param("Norvane", None, id="one-word"),
        pytest.param("", None, id="no-word"),
        pytest.param("The Norvane Mills", None, id="a-first-word-that-goes"),
        pytest.param("Retired Norvane Mills", None, id="a-first-word-of-placeholders"),
        pytest.param("GmbH Norvane Mills", None, id="a-form-in-front"),
        pytest.param("Norvane Co Ltd", None, id="two-forms"),
        pytest.param("Norvane Mills GmbH Ltd", None, id="two-forms-behind-two-words"),
        pytest.param("Norvane, Mills", None, id="a-mark"),
        pytest.param("& Norvane", None, id="an-ampersand-in-front"),
        pytest.param("Norvane & Mills", None, id="an-ampersand"),
        pytest.param("Norvane Mills University", None, id="a-university"),
        pytest.param("Nörvane Mills", None, id="an-umlaut"),
    ],
)
def test_first_word_leads_only_plain_names(name: str, first: str | None) -> None:
    """All that such a name may be known by begins with it."""
    assert first == NAMER.first_of(name)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("Norvane Mills", "norvane mills", id="nothing-goes"),
        pytest.param("Norvane GmbH", "norvane", id="a-form"),
        pytest.param("Norvane, Ltd", "norvane", id="a-form-behind-a-comma"),
        pytest.param("Norvane Pvt Ltd", "norvane", id="a-form-of-two-words"),
        pytest.param("Norvane S.p.A.", "norvane", id="a-form-that-some-names-end-in"),
        pytest.param("GmbH", None, id="a-form-alone"),
        pytest.param("Acme (Berlin)", "acme", id="a-place-in-brackets"),
        pytest.param("Acme, Berlin", "acme", id="a-place-behind-a-comma"),
        pytest.param("Acme University, Berlin", "acme university berlin", id="an-institution"),
        pytest.param("Acme, Norvane", None, id="no-place-behind-a-comma"),
        pytest.param("Acme (Norvane", None, id="an-open-bracket"),
        pytest.param("Whitlock & Pemberton", "whitlock and pemberton", id="an-ampersand"),
        pytest.param("Norvane-Mills", "norvane mills", id="a-hyphen"),
        pytest.param("Norvane Mills.", "norvane mills", id="a-dot-at-the-end"),
        pytest.param("Dr. Norvane", "dr norvane", id="a-dot-behind-a-word"),
        pytest.param("www.&Norvane", None, id="a-host-that-begins-with-an-ampersand"),
        pytest.param("Norvane &amp; Mills", None, id="an-escape"),
        pytest.param("Norvane!Mills", "norvane mills", id="an-exclamation-mark"),
        pytest.param("Norvane:Mills", "norvane mills", id="a-colon"),
        pytest.param("Norvane_Mills", "norvane mills", id="an-underscore"),
        pytest.param("The Norvane", "norvane", id="an-article"),
        pytest.param("Intl Mills", "international mills", id="an-abbreviation"),
        pytest.param("Ромашка", "ромашка", id="another-script"),
        pytest.param("โรงงาน", None, id="a-script-without-blanks"),
        pytest.param("กก", None, id="the-first-letter-of-such-scripts"),
        pytest.param("Norvane โรงงาน", None, id="a-word-of-such-a-script"),
        pytest.param("St", None, id="half-a-saint"),
    ],
)
def test_plain_names_are_shortened_at_once(name: str, expected: str | None) -> None:
    """What takes more care is left to the long way."""
    found = NAMER.plain(folded_words(name))
    assert expected == (None if found is None else " ".join(found))
    if expected is not None:
        assert expected == NAMER.canonical(name)


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        pytest.param("Müller Mills", {"mullermills", "muellermills"}, id="umlauts"),
        pytest.param("Norvane Group", {"norvane", "norvanegroup"}, id="a-group"),
        pytest.param("Norvane Mills Ltd.", {"norvanemills", "norvanemillsltd"}, id="a-form"),
        pytest.param("Norvane Research", None, id="a-part"),
        pytest.param("Norvane Angeles", {"norvaneangeles"}, id="half-the-name-of-a-city"),
        pytest.param("S.A.P. Mills", None, id="initials"),
        pytest.param("Self Employed", None, id="a-placeholder"),
    ],
)
def test_plain_names_have_all_keys_they_may_be_known_by(name: str, keys: set[str] | None) -> None:
    """Others have to be looked up with more care."""
    found = NAMER.plain_keys(name)
    assert keys == (None if found is None else found[1])


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("Oy Norvane Ab", "norvane", id="a-weak-form-before-one-at-the-end"),
        pytest.param("Oy Norvane", "oy norvane", id="a-weak-form-alone"),
        pytest.param("Norvane.com", "norvane", id="a-common-domain"),
        pytest.param("Norvane.io", "norvane io", id="a-domain-that-is-part-of-the-name"),
        pytest.param("Vodafone K.K.", "vodafone kk", id="a-name-that-ends-in-what-looks-like-one"),
    ],
)
def test_forms_go_only_where_they_say_nothing(name: str, expected: str) -> None:
    """The canonical name keeps what tells organizations apart."""
    assert expected == NAMER.canonical(name)
