"""Draw the pictures of the docs from the bundled example.

    python tests/tools/make_images.py

The SVG files are checked by the tests; the screenshots need a Chromium and are made with it.
"""

from __future__ import annotations

import sys
import tempfile
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

import browser as browsers  # noqa: E402 # found by the path above

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
}
"""Who is drawn, by the name of the file."""

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
    result, _ = example()
    endorsers = {
        each.endorsement.endorser.name: each.endorsement.endorser for each in result.findings
    }
    drawn = {
        f"{file}.svg": ec.timeline(result.owner, endorsers[name], result).to_svg()
        for file, name in PEOPLE.items()
    }
    return {"overview.svg": ec.overview(result).to_svg(), **drawn}


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
