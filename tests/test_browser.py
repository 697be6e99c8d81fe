"""The page and the pictures in a browser: they show, ask for nothing, and stay what they are."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import browser as browsers
import pytest
from browser import Browser
from pictured import DANA, PROFILE, RAVI, RESULT, Markup, endorsed, person, result_of, stay
from test_html import words

import endorsecheck as ec
from endorsecheck.html import format_page

pytestmark = pytest.mark.browser

PAGE = format_page(RESULT, PROFILE)
NAMES = (
    "<script>document.title='run'</script>",
    "<img src=http://leak.example/img onerror=document.title='run'>",
    "</title></style><link rel=stylesheet href=http://leak.example/css>",
    "<svg onload=document.title='run'><image href=http://leak.example/svg /></svg>",
    "\"'><iframe src=//leak.example/frame>",
    "]]><!-- {{7*7}} &#60;b&#62; &lt;i&gt;",
    "Bar\x1b[2J\u202egnp.exe\u200b",
    "محمد بن سلمان الطويل",
    "W" * 400,
    "王小明" * 40,
)
"""What endorsers may call themselves."""


def hostile_result() -> ec.AuditResult:
    """An audit of people with such names, employers, skills and addresses."""
    given = []
    for i, name in enumerate(NAMES):
        someone = person(
            name, stay(name, "2016", "2018"), stay("Acme Corp", "2016", ""), url=f"x.example/{i}"
        )
        given.append(endorsed(name, someone, "2020-02-02"))
    return result_of(*given, owner=ec.Person(" ".join(NAMES), history=DANA.history))


HOSTILE_RESULT = hostile_result()
HOSTILE = format_page(HOSTILE_RESULT)


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Browser:
    """The browser of this machine."""
    return browsers.require(tmp_path_factory.mktemp("browser"))


@pytest.mark.parametrize(
    "page", [pytest.param(PAGE, id="usual"), pytest.param(HOSTILE, id="hostile")]
)
def test_page_asks_for_nothing_and_says_nothing_to_the_console(
    browser: Browser, page: str
) -> None:
    """The page itself is all that is loaded."""
    seen = browser.open({"page.html": page}, "page.html")
    assert seen.console == []
    assert [url.rsplit("/", 1)[1] for url in seen.asked] == ["page.html"]


def test_requests_and_console_would_be_seen(browser: Browser) -> None:
    """The counterpart of the test above: a page that does what ours must not."""
    bad = "<img src=http://leak.example/img><script>console.log('said')</script>"
    seen = browser.open({"page.html": bad}, "page.html")
    assert "http://leak.example/img" in seen.asked
    assert any("said" in line for line in seen.console)


def test_policy_stops_what_gets_into_the_page(browser: Browser) -> None:
    """Were there a hole in the escaping, nothing would load or run."""
    inside = "<script>document.title='run'</script><img src=http://leak.example/img><style>p{}"
    seen = browser.open({"page.html": PAGE.replace("<h2", f"{inside}</style><h2", 1)}, "page.html")
    assert [url.rsplit("/", 1)[1] for url in seen.asked] == ["page.html"]
    assert "<title>run" not in seen.dom
    assert len(seen.console) >= 3


def test_hostile_names_stay_text(browser: Browser) -> None:
    """The browser finds no other elements and reads the same words."""
    dom = browser.open({"page.html": HOSTILE}, "page.html").dom
    parser = Markup()
    parser.feed(dom)
    assert parser.found == []
    assert words(dom) == words(HOSTILE)


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize(
    "page", [pytest.param(PAGE, id="usual"), pytest.param(HOSTILE, id="hostile")]
)
def test_page_is_legible(browser: Browser, page: str, width: int) -> None:
    """Nothing to scroll sideways, nothing tiny, no words beyond the rim of a picture."""
    found = browser.measure(page, width)
    assert found["overflow"] == 0
    assert found["smallest"] >= 9
    assert found["cut"] == []
    assert min(found["pictures"]) > 100


@pytest.mark.parametrize(
    ("anchor", "expected"),
    [
        pytest.param("", 7, id="everyone"),
        pytest.param("#all", 7, id="everyone-again"),
        pytest.param("#cannot-attest", 3, id="cannot"),
        pytest.param("#might-attest", 2, id="might"),
        pytest.param("#can-attest", 2, id="can"),
        pytest.param("#unknown", 1, id="unknown"),
    ],
)
def test_filters_leave_the_people_with_a_verdict(
    browser: Browser, anchor: str, expected: int
) -> None:
    """Without a script."""
    assert expected == len(browser.measure(PAGE, 1280, anchor=anchor)["people"])


@pytest.mark.parametrize(
    ("anchor", "expected"),
    [
        pytest.param("", ["hint"], id="everyone"),
        pytest.param("#all", ["hint"], id="everyone-again"),
        pytest.param("#unknown", ["everyone"], id="filtered"),
    ],
)
def test_page_says_how_to_filter_and_how_to_go_back(
    browser: Browser, anchor: str, expected: list[str]
) -> None:
    """Only what can be done now."""
    assert expected == browser.measure(PAGE, 1280, anchor=anchor)["shown"]


def test_page_follows_light_and_dark(browser: Browser) -> None:
    """By the setting of the reader's screen."""
    light, dark = (
        browser.measure(PAGE, 1280, *flags)["ground"] for flags in ((), (browsers.DARK,))
    )
    assert (light, dark) == ("rgb(244, 246, 248)", "rgb(13, 17, 23)")


@pytest.mark.parametrize(
    "picture",
    [
        pytest.param(ec.timeline(DANA, RAVI, RESULT), id="timeline"),
        pytest.param(ec.overview(RESULT), id="overview"),
    ],
)
def test_picture_shows_by_itself(browser: Browser, picture: Any) -> None:
    """As a file of its own, with its own style sheet."""
    seen = browser.open({"picture.svg": picture.to_svg()}, "picture.svg")
    assert seen.console == []
    assert {url.rsplit("/", 1)[1] for url in seen.asked} <= {"picture.svg", "favicon.ico"}
    assert "parsererror" not in seen.dom
    assert re.search(r"<svg[^>]*class=\"ec-picture\"", seen.dom)


@pytest.mark.parametrize(
    "result",
    [pytest.param(RESULT, id="usual"), pytest.param(HOSTILE_RESULT, id="hostile")],
)
@pytest.mark.parametrize("width", [280, 720])
def test_words_stay_inside_pictures(browser: Browser, result: ec.AuditResult, width: int) -> None:
    """In the font of this machine, however long and wide the names are."""
    drawn: list[ec.Timeline | ec.Overview] = [
        ec.overview(result),
        *(
            ec.timeline(result.owner, each.endorsement.endorser, result)
            for each in result.findings
        ),
    ]
    body = "".join(each.to_svg(width=width) for each in drawn)
    assert browser.measure(f"<!doctype html><p>.</p>{body}", 1280)["cut"] == []


def test_screenshot_is_written(browser: Browser, tmp_path: Path) -> None:
    """What the pictures of the docs are made with."""
    browser.screenshot(PAGE, tmp_path / "page.png", (400, 300))
    assert (tmp_path / "page.png").read_bytes().startswith(b"\x89PNG")


def test_missing_browser_skips_or_fails(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """It fails where the tests must run."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv(browsers.REQUIRED, raising=False)
    with pytest.raises(pytest.skip.Exception, match="no Chromium on this machine"):
        browsers.require(tmp_path)
    monkeypatch.setenv(browsers.REQUIRED, "1")
    with pytest.raises(pytest.fail.Exception, match="is set"):
        browsers.require(tmp_path)
