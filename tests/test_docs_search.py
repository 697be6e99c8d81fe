"""The built docs in a browser without a network: the search finds, and nothing leaves."""

from __future__ import annotations

import os
import re
from pathlib import Path

import browser as browsers
import pytest
from browser import Browser

pytestmark = pytest.mark.browser

BUILT = "ENDORSECHECK_DOCS"
TEXTS = (".html", ".js", ".css", ".svg")
TIME = "--virtual-time-budget=20000"
"""Of the page's own clock, in ms: the results come one by one."""


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Browser:
    """The browser of this machine."""
    return browsers.require(tmp_path_factory.mktemp("browser"))


@pytest.fixture(scope="module")
def docs() -> Path:
    """The built docs; without them the test is skipped."""
    if BUILT not in os.environ:
        pytest.skip(f"no built docs: {BUILT} does not name their folder")
    return Path(os.environ[BUILT])


SOUGHT = [
    pytest.param("overlap", "What overlap proves, and what it does not", id="title"),
    pytest.param("PartialDate", "endorsecheck.PartialDate", id="public-name"),
    pytest.param("withheld-employer", "Codes", id="code"),
]


@pytest.mark.parametrize(("words", "expected"), SOUGHT)
def test_search_finds_on_a_server_of_its_own(
    browser: Browser, docs: Path, words: str, expected: str
) -> None:
    """With nothing asked for elsewhere, and nothing said to the console."""
    files = {
        file.relative_to(docs).as_posix(): file.read_text("utf-8")
        for file in docs.rglob("*")
        if file.suffix in TEXTS
    }
    seen = browser.open(files, f"search.html?q={words}", TIME)
    assert expected in found(seen.dom)
    assert [url for url in seen.asked if not url.startswith("http://127.0.0.1:")] == []
    assert seen.console == []


@pytest.mark.parametrize(("words", "expected"), SOUGHT)
def test_search_finds_in_a_folder(browser: Browser, docs: Path, words: str, expected: str) -> None:
    """Opened as files, without any server."""
    dom = browser.open_file(docs / "search.html", f"?q={words}", TIME).dom
    assert expected in found(dom)


def found(dom: str) -> list[str]:
    """The titles of the results."""
    shown = dom.partition('id="search-results"')[2]
    return [re.sub("<[^>]+>", "", link) for link in re.findall(r"<a [^>]*>(.*?)</a>", shown)]
