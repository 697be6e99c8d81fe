"""A headless Chromium that reaches nothing but a server of the test's own.

Everything that the browser asks for goes through that server, which is its proxy too, so what
a page tries to load is seen and nothing leaves the machine.
"""

from __future__ import annotations

import html
import json
import os
import re
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import attrs
import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome")
REQUIRED = "ENDORSECHECK_REQUIRE_BROWSER"
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--enable-logging=stderr",
)
DARK = "--blink-settings=preferredColorScheme=0"
OF_ITS_OWN = re.compile(r"https?://[\w.-]*\.(google|googleapis|gvt1)\.com\b")
"""What Chromium asks for by itself, whatever the page."""

KINDS = {
    ".html": "text/html; charset=utf-8",
    ".svg": "image/svg+xml",
    ".css": "text/css",
    ".js": "text/javascript; charset=utf-8",
}

PROBE = """\
<!doctype html><meta charset="utf-8"><body style="margin:0">
<iframe src="{src}" style="border:0;width:{width}px;height:900px"></iframe>
<script>
onload = () => {{
  const page = document.querySelector("iframe").contentDocument;
  const shown = e => e.getClientRects().length > 0;
  const all = selector => [...page.querySelectorAll(selector)].filter(shown);
  const size = e => parseFloat(getComputedStyle(e).fontSize);
  const scale = e => e.getScreenCTM().a;
  const text = all("svg text");
  const box = e => e.getBoundingClientRect();
  const inside = e => {{
    const [inner, outer] = [box(e), box(e.ownerSVGElement)];
    return inner.left >= outer.left - 1 && inner.right <= outer.right + 1;
  }};
  const found = {{
    overflow: page.documentElement.scrollWidth - page.documentElement.clientWidth,
    people: all(".people > li h3 span").map(e => e.textContent),
    smallest: Math.min(...text.map(e => size(e) * scale(e)), ...all("p, li, small").map(size)),
    cut: text.filter(e => !inside(e)).map(e => e.textContent),
    pictures: all("svg[role=img]").map(e => Math.round(box(e).height)),
    shown: all(".tiles > .hint, .tiles > .everyone").map(e => e.className),
    ground: getComputedStyle(page.documentElement).backgroundColor,
  }};
  const out = document.createElement("pre");
  out.textContent = JSON.stringify(found);
  document.body.append(out);
}};
</script>
"""
"""A page that opens another one in a frame and measures it."""


@attrs.frozen
class Seen:
    """What came of opening a page: its elements, the console, and what was asked for."""

    dom: str
    console: list[str]
    asked: list[str]


@attrs.frozen
class Browser:
    """A Chromium, the files that it can open, and where its pictures go."""

    program: str
    folder: Path

    def open(self, files: Mapping[str, str], path: str, *flags: str) -> Seen:
        """Open one of some files."""
        with served(files) as (origin, asked):
            run = self._run(origin, f"{origin}/{path}", "--dump-dom", *flags)
        return _seen(run, asked)

    def open_file(self, file: Path, query: str, *flags: str) -> Seen:
        """Open a file of this machine, where nothing else can be reached."""
        with served({}) as (origin, asked):
            run = self._run(origin, f"{file.resolve().as_uri()}{query}", "--dump-dom", *flags)
        return _seen(run, asked)

    def measure(self, page: str, width: int, *flags: str, anchor: str = "") -> dict[str, Any]:
        """Measure a page in a window of some width."""
        probe = PROBE.format(src=f"page.html{anchor}", width=width)
        dom = self.open({"page.html": page, "probe.html": probe}, "probe.html", *flags).dom
        (found,) = re.findall(r"<pre>(.*?)</pre>", dom, re.DOTALL)
        return dict(json.loads(html.unescape(found)))

    def screenshot(self, page: str, file: Path, size: tuple[int, int], *flags: str) -> None:
        """Draw a page into a PNG file."""
        window = f"--window-size={size[0]},{size[1]}"
        with served({"page.html": page}) as (origin, _):
            self._run(origin, f"{origin}/page.html", f"--screenshot={file}", window, *flags)

    def _run(self, proxy: str, url: str, *flags: str) -> subprocess.CompletedProcess[str]:
        profile = tempfile.mkdtemp(dir=self.folder)
        reached = (f"--proxy-server={proxy}", "--proxy-bypass-list=<-loopback>")
        command = [self.program, *FLAGS, *reached, f"--user-data-dir={profile}", *flags, url]
        return subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)


def _seen(run: subprocess.CompletedProcess[str], asked: list[str]) -> Seen:
    console = [line for line in run.stderr.splitlines() if "CONSOLE" in line]
    return Seen(run.stdout, console, [url for url in asked if not OF_ITS_OWN.match(url)])


def found(folder: Path) -> Browser | None:
    """The browser of this machine, if it has one."""
    program = next((path for name in NAMES if (path := shutil.which(name))), None)
    return None if program is None else Browser(program, folder)


def require(folder: Path) -> Browser:
    """The browser of this machine; without one the test is skipped, or fails if it must run."""
    browser = found(folder)
    if browser is not None:
        return browser
    if os.environ.get(REQUIRED):
        pytest.fail(f"no Chromium on this machine, and {REQUIRED} is set")
    pytest.skip(f"no Chromium on this machine: none of {', '.join(NAMES)}")


@contextmanager
def served(files: Mapping[str, str]) -> Iterator[tuple[str, list[str]]]:
    """Serve some files under their names, and note all that is asked for."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            url = self.path if "://" in self.path else f"{origin}{self.path}"
            asked.append(url)
            name = url.removeprefix(f"{origin}/").split("?")[0]
            self._answer(files.get(name), KINDS.get(Path(name).suffix, "text/plain"))

        def do_CONNECT(self) -> None:
            asked.append(f"https://{self.path}")
            self.send_error(403)

        def _answer(self, text: str | None, kind: str) -> None:
            self.send_response(404 if text is None else 200)
            self.send_header("Content-Type", kind)
            self.end_headers()
            self.wfile.write((text or "").encode())

        def log_message(self, *_: object) -> None:
            """Keep quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    origin = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield origin, asked
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
