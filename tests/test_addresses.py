"""Profile addresses: whether they are what they look like."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from endorsecheck._addresses import fault


@pytest.mark.parametrize(
    "url",
    [
        pytest.param("https://www.linkedin.com/in/ravi-shah", id="plain"),
        pytest.param("www.linkedin.com/in/ravi-shah", id="as-exported"),
        pytest.param("HTTPS://DE.LINKEDIN.COM/IN/ZO%C3%AB/", id="upper-case"),
        pytest.param("https://www.linkedin.com/in/zoë?locale=de", id="letters-in-the-path"),
        pytest.param("https://www.linkedin.com/in/کتاب", id="script-in-the-path"),
        pytest.param("https://www.linkedin.com:443/pub/ravi/1/2/3", id="port-and-old-path"),
        pytest.param("https://orcid.org/0000-0002-1825-0097", id="other-network"),
        pytest.param("https://example.org/@ravi", id="at-sign-in-the-path"),
        pytest.param("https://müller.example/lebenslauf", id="letters-in-the-host"),
        pytest.param("https://пример.рф/x", id="host-in-one-script"),
        pytest.param("https://xn--e1afmkfd.xn--p1ai/x", id="the-same-in-ascii"),
    ],
)
def test_honest_address_has_no_fault(url: str) -> None:
    """Profiles of the network and elsewhere, in any script."""
    assert fault(url) is None


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        pytest.param("javascript:alert(1)", "no web address", id="script"),
        pytest.param("data:text/plain,x", "no web address", id="data"),
        pytest.param("//example.org/in/1", "no web address", id="no-scheme"),
        pytest.param("https://[example", "no web address", id="bracket"),
        pytest.param("https://example.org/a b", "no web address", id="blank"),
        pytest.param("https://www.linkedin.com:99999/in/1", "no web address", id="port"),
        pytest.param("https://www.linkedin.com:0/in/1", "no web address", id="port-zero"),
        pytest.param("https://www.linkedin.com℅/in/1", "no web address", id="sign-in-the-host"),
        pytest.param("https://ﬁle.example/1", "no web address", id="ligature-in-the-host"),
        pytest.param("ravi-shah", "no web address", id="slug-alone"),
        pytest.param("https://linkedin.com@example.org/1", "a name before the host", id="name"),
        pytest.param("https://linkedin.com.example.org/in/1", "looks like", id="sibling"),
        pytest.param("https://1inkedln.com/in/1", "looks like", id="digit-and-letter"),
        pytest.param("https://www.linkеdin.com/in/1", "letters of other scripts", id="cyrillic"),
        pytest.param("https://аррӏе.com/1", "letters of other scripts", id="wholly-cyrillic"),
        pytest.param("https://xn--linkdin-3fg.com/1", "letters of other", id="cyrillic-in-ascii"),
        pytest.param("https://xn--\x7f.com/1", "holds characters that do not", id="control"),
        pytest.param("https://xn--9999999999.com/1", "letters of other", id="damaged-ascii-form"),
        pytest.param("https://www.linkedin.com/redir?url=x", "no profile address", id="redirect"),
        pytest.param("https://www.linkedin.com/in/../x", "no profile address", id="upwards"),
        pytest.param("https://a.example/\u202e1", "holds characters that do not", id="hidden"),
        pytest.param("https://a.example/" + "x" * 2_000, "longer than 2000", id="endless"),
    ],
)
def test_deceptive_address_has_a_fault(url: str, expected: str) -> None:
    """The fault says in words what is wrong."""
    assert (fault(url) or "").startswith(expected)


@given(st.text(max_size=60))
def test_any_text_is_judged(text: str) -> None:
    """Nothing escapes, whatever stands where an address should."""
    assert fault(text) is None or fault(text)
    assert fault(f"https://www.linkedin.com/in/{text}/..") is not None
