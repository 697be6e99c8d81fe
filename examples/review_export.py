"""Work through a LinkedIn export person by person, and look at what you gave yourself.

    python examples/review_export.py [EXPORT] [--people FILE] [--waivers FILE] [--limit N]

Without arguments it reviews the invented export in ``examples/data``.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import endorsecheck as ec
from endorsecheck import report
from endorsecheck.readers import linkedin, table, waivers

DATA = Path(__file__).parent / "data"


def parse(arguments: list[str]) -> argparse.Namespace:
    """The options; those of the invented export where none is named."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("export", nargs="?", help="ZIP or folder of the export")
    parser.add_argument("--people", metavar="FILE", help="histories of others, as CSV")
    parser.add_argument("--waivers", metavar="FILE", help="what you keep, as TOML or CSV")
    parser.add_argument("--limit", type=int, metavar="N", help="review at most N people")
    options = parser.parse_args(arguments)
    if options.export is None:
        options.export = DATA / "Basic_LinkedInDataExport_06-30-2026.zip"
        options.people = options.people or DATA / "colleagues.csv"
        options.waivers = options.waivers or DATA / "waivers.toml"
    return options


def main(arguments: list[str]) -> int:
    """Audit what was received and what was given, and print both reviews."""
    options = parse(arguments)
    try:
        export = linkedin.read_export(options.export)
        others = table.read_people(options.people).people if options.people else ()
        kept = waivers.read_waivers(options.waivers).waivers if options.waivers else ()
    except (ec.ReadError, OSError) as error:
        print(f"review_export.py: {error}", file=sys.stderr)
        return 2
    people = [*export.people, *others]
    result = ec.audit(export.profile, people, waivers=kept)
    print(report.format_review(result, limit=options.limit), end="\n\n")
    print(report.format_observations(result), end="\n\n")
    print(report.format_review(ec.audit_given(export.profile, people), limit=options.limit))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
