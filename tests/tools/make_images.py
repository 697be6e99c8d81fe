"""Draw the pictures of the docs from the bundled example.

    python tests/tools/make_images.py

The SVG files are checked by the tests; the screenshots need a Chromium and are made with it.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(ROOT / "tests" / "tools")]

import browser as browsers  # noqa: E402 # found by the path above
import explained  # noqa: E402 # the same

import endorsecheck as ec  # noqa: E402 # the same
from endorsecheck.html import format_page  # noqa: E402 # the same
from endorsecheck.readers import linkedin, table  # noqa: E402 # the same

DATA = ROOT / "examples" / "data"
FOLDER = ROOT / "docs" / "images"
PEOPLE = {
    "timeline-can-attest": "Ravi Shah",
    "timeline-might-attest": "Priya Nair",
    "timeline-cannot-attest": "Yusuf Demir",
    "timeline-endorsed-too-early": "Nadia Rossi",
    "timeline-large-organization": "Ines Carvalho",
    "timeline-declared": "Tomás Okafor, PMP",
}
"""Who is drawn, by the name of the file."""

WIDTHS = {"": 720, "-narrow": 360}
"""Width in px of each picture by the end of its name; the narrow ones are shown on phones."""

SCREENS = {
    "page": ((1280, 1700), ()),
    "page-dark": ((1280, 1700), (browsers.DARK,)),
    "page-phone": ((360, 1700), ()),
}
"""Size in px and setting of each screenshot, by the name of the file."""


@cache
def example() -> tuple[ec.AuditResult, ec.Profile]:
    """The audit of the bundled example."""
    export = linkedin.read_export(DATA / "Basic_LinkedInDataExport_06-30-2026.zip")
    people = table.read_people(DATA / "colleagues.csv").people
    return ec.audit(export.profile, [*export.people, *people]), export.profile


def pictures() -> dict[str, str]:
    """The SVG files: content by name."""
    return {
        f"{name}{end}.svg": draw(width)
        for name, draw in sorted(drawings().items())
        for end, width in WIDTHS.items()
    }


def drawings() -> dict[str, Callable[[int], str]]:
    """What draws each picture at a width in px, by name."""
    result, _ = example()
    endorsers = {
        each.endorsement.endorser.name: each.endorsement.endorser for each in result.findings
    }
    timelines = {
        file: ec.timeline(result.owner, endorsers[name], result) for file, name in PEOPLE.items()
    }
    drawn: dict[str, ec.Timeline | ec.Overview]
    drawn = {"overview": ec.overview(result), **timelines}
    return {**{name: partial(_svg, each) for name, each in drawn.items()}, **explained.PICTURES}


def _svg(picture: ec.Timeline | ec.Overview, width: int) -> str:
    return picture.to_svg(width=width)


def main() -> None:
    """Write the pictures, and the screenshots if there is a browser."""
    FOLDER.mkdir(exist_ok=True)
    for name, svg in pictures().items():
        (FOLDER / name).write_text(svg, encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        browser = browsers.found(Path(folder))
        if browser is None:
            sys.exit("no Chromium on this machine: the screenshots are left as they are")
        for name, (size, flags) in SCREENS.items():
            browser.screenshot(format_page(*example()), FOLDER / f"{name}.png", size, *flags)


if __name__ == "__main__":
    main()
