"""Audit the invitations of a LinkedIn export: do they say how you know each other, and rightly?

    python examples/audit_invitations.py [EXPORT] [--people FILE] [--length N] [--limit N]

Without arguments it audits the invented export in ``examples/data``.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import endorsecheck as ec
from endorsecheck import report
from endorsecheck.readers import linkedin, table

DATA = Path(__file__).parent / "data"
EXPORT = DATA / "Basic_LinkedInDataExport_06-30-2026.zip"
PEOPLE = DATA / "colleagues.csv"


def parse(arguments: list[str]) -> argparse.Namespace:
    """The options."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("export", nargs="?", help="ZIP or folder of the export")
    parser.add_argument(
        "--people",
        action="append",
        default=[],
        metavar="FILE",
        help="histories of others, as CSV; may be given several times",
    )
    parser.add_argument(
        "--length", type=int, default=300, metavar="N", help="characters that a note may have"
    )
    parser.add_argument("--limit", type=int, metavar="N", help="show at most N invitations")
    return parser.parse_args(arguments)


def audited(options: argparse.Namespace) -> ec.InvitationsResult:
    """Read the files, say on stderr what was noticed in them, and audit."""
    people = options.people or ([] if options.export else [PEOPLE])
    export = linkedin.read_export(options.export or EXPORT)
    others = [table.read_people(path) for path in people]
    for found in [*export.diagnostics, *(each for other in others for each in other.diagnostics)]:
        print(f"note: {found}", file=sys.stderr)
    known = [*export.people, *(person for other in others for person in other.people)]
    criteria = ec.Criteria(note_length=options.length)
    return ec.audit_invitations(export.profile, known, criteria=criteria)


def main(arguments: list[str]) -> int:
    """Audit and print."""
    options = parse(arguments)
    try:
        result = audited(options)
    except (ec.EndorsecheckError, OSError) as error:
        print(f"audit_invitations.py: {error}", file=sys.stderr)
        return 2
    print(report.format_invitations(result, limit=options.limit))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
