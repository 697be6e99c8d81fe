"""A result as one page."""

from __future__ import annotations

import base64
import hashlib
import html.parser
import re
from typing import Any

import attrs
import pytest
from pictured import (
    AS_OF,
    DANA,
    LENA,
    OMAR,
    PROFILE,
    RAVI,
    RESULT,
    TOMAS,
    endorsed,
    markup_faults,
    parsed,
    person,
    result_of,
    stay,
)
from shared_checks import report_checks

import endorsecheck as ec
from endorsecheck.html import format_page

PAGE = format_page(RESULT, PROFILE)


class _Text(html.parser.HTMLParser):
    """The words of a page, without its style sheet."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.is_style = False

    def handle_starttag(self, tag: str, _: object) -> None:
        self.is_style = tag == "style"

    def handle_endtag(self, _: str) -> None:
        self.is_style = False

    def handle_data(self, data: str) -> None:
        if not self.is_style:
            self.words += data.split()


def words(page: str) -> str:
    """All that is written on a page, with single blanks between the words."""
    parser = _Text()
    parser.feed(page)
    return " ".join(parser.words)


def cards(page: str) -> dict[str, str]:
    """The people on a page: the markup of each by name."""
    found = re.findall(r'<li class="person .*?(?=\n<li class="person|</ol>)', page, re.DOTALL)
    return {re.findall(r'<h3><span dir="auto">(.*?)</span>', each)[0]: each for each in found}


CARDS = cards(PAGE)

# ---- what may be on it -------------------------------------------------------------------------


def test_page_holds_nothing_active() -> None:
    """Elements of text and pictures, closed as they should be, and characters that show."""
    assert markup_faults(PAGE) == []


def test_page_without_pictures_holds_what_any_report_may() -> None:
    """By the shared check, but for the header that carries the policy."""
    bare = re.sub(r"(?s)<svg.*?</svg>", "", PAGE).replace("http-equiv", "name")
    assert report_checks.html_text(bare) == []


def test_page_loads_nothing() -> None:
    """No address but the profiles that people may follow."""
    assert re.findall(r"(?:src|srcset|data|action|poster)=", PAGE) == []
    addresses = set(re.findall(r'"(?:https?:)?//[^"]*"', PAGE))
    assert addresses == {'"https://www.linkedin.com/in/ravi-shah"', '"http://www.w3.org/2000/svg"'}


def test_policy_allows_its_own_style_sheet_and_nothing_else() -> None:
    """By the hash of what stands in the style element, the only one."""
    (style,) = re.findall(r"(?s)<style>(.*?)</style>", PAGE)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    (policy,) = re.findall(r'"Content-Security-Policy" content="([^"]*)"', PAGE)
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )
    assert PAGE.index("Content-Security-Policy") < PAGE.index("<style>")


def test_page_is_the_same_for_the_same_records() -> None:
    """And its pictures are well-formed."""
    assert format_page(RESULT, PROFILE) == PAGE
    for svg in re.findall(r"(?s)<svg.*?</svg>", PAGE):
        parsed(svg)


# ---- what is on it -----------------------------------------------------------------------------


def test_page_names_owner_and_day() -> None:
    """In its title and its head line."""
    assert "<title>Endorsements of Dana Reyes</title>" in PAGE
    told = "Who was in a position to attest? 11 shown on the profile, as of 2026-06-30."
    assert told in words(PAGE)


def test_counts_are_links_that_filter() -> None:
    """Each to an anchor of its own that stands before the list of people."""
    for verdict, count in RESULT.counts.items():
        tile = re.findall(rf'(?s)<a href="#{verdict.value}" class="tile.*?</a>', PAGE)[0]
        expected = f"{count} {verdict.value.replace('-', ' ')} {verdict.explanation}"
        assert expected == words(tile)
        assert PAGE.index(f'id="{verdict.value}"') < PAGE.index('class="people"')


def test_people_stand_in_the_order_of_review() -> None:
    """Each once, with a class for every verdict that they are found under."""
    assert list(CARDS)[:3] == ["Lena Vogt", "Omar Haddad", "Ravi Shah"]
    assert len(CARDS) == 7
    assert CARDS["Ravi Shah"].startswith('<li class="person can-attest cannot-attest">')


def test_card_says_what_was_found_and_what_to_do() -> None:
    """Verdict, skills with their days, why, what to do, and what else would be undone."""
    expected = (
        "Lena Vogt cannot attest Python 2023-05-04 SQL 2023-05-04 "
        "Acme Corp, but you left at least 1 year 1 month before they came "
        "Hide this endorsement: undoes nothing else, and can be shown again "
        "Remove the connection: withdraws what both wrote; only the remover can invite again "
        "Also between you: connected on 2019-03-12; they wrote you a recommendation; "
        "you endorsed them for 2 skills."
    )
    assert words(CARDS["Lena Vogt"]).startswith(expected)


def test_card_groups_findings_that_differ_in_skill_and_day_alone() -> None:
    """One block for each verdict and reason."""
    assert CARDS["Ravi Shah"].count('class="block"') == 2
    assert CARDS["Omar Haddad"].count('class="block"') == 2
    assert "cannot attest, not shown on the profile" in CARDS["Omar Haddad"].replace(
        "</strong>", ""
    )


def test_card_says_what_would_settle_it() -> None:
    """Where the verdict is not firm."""
    assert "Would settle it: when Mia Sørensen was at Norvane Systems" in words(
        CARDS["Mia Sørensen"]
    )
    assert "Would settle it" not in CARDS["Lena Vogt"]


def test_card_of_somebody_who_can_attest_asks_for_nothing() -> None:
    """To keep it is no task."""
    assert "remedies" not in CARDS["Jonas Weber"]


def test_card_links_plain_profile_addresses_alone() -> None:
    """Without telling the other side where the reader came from."""
    expected = (
        '<a href="https://www.linkedin.com/in/ravi-shah" rel="noopener noreferrer">profile</a>'
    )
    assert expected in CARDS["Ravi Shah"]
    bad = person("Eve", stay("Acme", "2015", "2016"), url="javascript:alert(1)")
    assert "<a " not in cards(format_page(result_of(endorsed("Go", bad, "2020"))))["Eve"]


def test_card_links_the_address_of_the_endorsement_where_the_person_is_not_known() -> None:
    """An ambiguous person has no record of their own."""
    twin = ec.Person("Ravi Shah", "www.linkedin.com/in/ravi-2")
    page = format_page(result_of(endorsed("Go", twin, "2020")))
    assert 'href="https://www.linkedin.com/in/ravi-2"' in page


def test_card_has_a_picture_where_anything_is_on_file() -> None:
    """Engagements or a declared tie."""
    assert {"Tomás Ibarra"} == {name for name, card in CARDS.items() if "<desc>" not in card}


def test_long_lists_of_skills_are_cut() -> None:
    """And the rest is counted."""
    many = [endorsed(f"Skill {i}", TOMAS, "2020") for i in range(60)]
    text = words(format_page(result_of(*many)))
    assert "and 10 more" in text
    assert text.count("2020") < 60


def observed(*observations: ec.Observation, **more: Any) -> str:
    """The page on a result with some observations."""
    return format_page(attrs.evolve(RESULT, observations=observations, **more), PROFILE)


BURST = ec.Observation(
    code=ec.ObservationCode.BURST, text="3 of 4 endorsements in 1 burst", people=[RAVI], count=3
)
LONELY = ec.Observation(
    code=ec.ObservationCode.ONLY_ENDORSER, text="1 endorsement", skills=["Fortran"]
)


def test_what_is_seen_several_times_of_a_person_is_told_once() -> None:
    """With how often."""
    again = [attrs.evolve(BURST, skills=[skill]) for skill in ("Go", "Python", "SQL")]
    seen = words(cards(observed(*again))["Ravi Shah"])
    assert "Seen: burst (3 of 4 endorsements in 1 burst), 3 times" in seen
    assert seen.count("burst (") == 1


def test_pattern_is_told_on_the_card_of_the_person() -> None:
    """And counted below with its usual innocent explanation, without the details."""
    page = observed(BURST)
    assert "Seen: burst (3 of 4 endorsements in 1 burst)" in words(cards(page)["Ravi Shah"])
    assert "Seen:" not in words(cards(page)["Lena Vogt"])
    below = words(page).split("Patterns They change no verdict. ")[1]
    assert below.startswith(
        "burst 1: one endorser gave several endorsements within moments. Often harmless: the page "
        "offers several skills at once, and most people endorse like that. Looked for"
    )


@pytest.mark.parametrize(
    ("observation", "expected"),
    [
        pytest.param(LONELY, "Fortran: 1 endorsement", id="of-a-skill"),
        pytest.param(
            attrs.evolve(BURST, people=[ec.Person("Noor"), ec.Person("", "x.example/noor")]),
            "Noor, x.example/noor: 3 of 4 endorsements in 1 burst",
            id="of-strangers",
        ),
        pytest.param(attrs.evolve(BURST, people=[]), "3 of 4 endorsements", id="of-nobody"),
    ],
)
def test_pattern_of_nobody_on_the_page_is_listed_by_itself(
    observation: ec.Observation, expected: str
) -> None:
    """With whom and what it concerns."""
    assert f"<li>{expected}" in observed(observation)


def test_long_lists_of_patterns_are_cut() -> None:
    """And the rest is counted."""
    page = observed(*[LONELY] * 60)
    assert page.count("Fortran: 1 endorsement") == 50
    assert "<li>and 10 more</li>" in page


def test_patterns_that_were_not_seen_are_named() -> None:
    """Where any were looked for."""
    codes = [ec.ObservationCode.SWAP, ec.ObservationCode.BURST]
    assert "Looked for and not seen: swap." in words(observed(BURST, patterns_run=codes))
    assert "Patterns" not in words(observed(patterns_run=[]))


def test_waived_endorsements_are_marked_with_the_decision() -> None:
    """They keep their verdict."""
    waivers = [
        ec.Waiver(name="Lena Vogt", skill="SQL", why="we met <later>"),
        ec.Waiver(name="Omar Haddad", why="ask him", until=AS_OF),
    ]
    page = cards(format_page(ec.audit(PROFILE, waivers=waivers)))
    assert page["Lena Vogt"].count('class="block"') == 2
    assert "Kept by your decision: we met <later>" in words(page["Lena Vogt"])
    assert "Kept by your decision: ask him, until 2026-06-30" in words(page["Omar Haddad"])


def test_rules_and_limits_stand_at_the_end() -> None:
    """The criteria of the audit, and what a verdict does not mean."""
    strict = attrs.evolve(RESULT, criteria=ec.Criteria(min_overlap_days=90))
    assert "at least 1 day certainly shared" in words(PAGE)
    assert "at least 90 days certainly shared" in words(format_page(strict))
    assert "says nothing of anybody’s honesty or skill" in words(PAGE)


def test_empty_result_says_so() -> None:
    """Without a picture or a list."""
    page = format_page(result_of())
    assert "No endorsements to audit." in page
    assert "Choose a verdict" not in page
    assert "unknown end" not in page
    assert "<ol" not in page
    assert "At a glance" not in page


@pytest.mark.parametrize(
    ("profile", "expected"),
    [
        pytest.param(None, None, id="no-profile"),
        pytest.param({}, None, id="nothing-else"),
        pytest.param({"connections": [ec.Connection(OMAR)]}, "connected.", id="undated"),
        pytest.param(
            {"connections": [ec.Connection(OMAR)] * 2}, "connected.", id="each-sentence-once"
        ),
        pytest.param(
            {"recommendations": [ec.Recommendation(OMAR, ec.Direction.OUTGOING)]},
            "you wrote them a recommendation.",
            id="written-recommendation",
        ),
        pytest.param(
            {"given": [ec.GivenEndorsement("Go", OMAR)]},
            "you endorsed them for 1 skill.",
            id="given-endorsement",
        ),
        pytest.param({"connections": [ec.Connection(LENA)]}, None, id="somebody-else"),
    ],
)
def test_ties_are_told_where_the_profile_knows_any(
    profile: dict[str, Any] | None, expected: str | None
) -> None:
    """What a removed connection would touch."""
    result = result_of(endorsed("Go", OMAR, "2022"))
    whole = None if profile is None else ec.Profile(owner=DANA, as_of=AS_OF, **profile)
    found = re.findall(r"Also between you: (.*?)</p>", format_page(result, whole))
    assert [expected] * bool(expected) == found
