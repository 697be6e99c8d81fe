"""Audit a LinkedIn export: who of your endorsers can't attest to your work?

    python examples/audit_export.py [EXPORT] [--people FILE] [--worksheet OUT] [--html OUT]
                                    [--by endorser] [--format FMT] [--all] [--limit N]

Without arguments it audits the invented export in ``examples/data``.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import NoReturn

import endorsecheck as ec
from endorsecheck import html, readers, report
from endorsecheck.readers import linkedin, table

DATA = Path(__file__).parent / "data"
EXPORT = DATA / "Basic_LinkedInDataExport_06-30-2026.zip"
PEOPLE = DATA / "colleagues.csv"


class Parser(argparse.ArgumentParser):
    """An argument parser that reports a mistake in one line."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and end with status 2."""
        self.exit(2, f"{self.prog}: {message}\n")


def parse(arguments: list[str]) -> argparse.Namespace:
    """The options."""
    parser = Parser(prog="audit_export.py", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("export", nargs="?", help="ZIP or folder of the export")
    parser.add_argument(
        "--people",
        action="append",
        default=[],
        metavar="FILE",
        help="histories of others, in any format that is read; may be given several times",
    )
    parser.add_argument("--worksheet", metavar="OUT", help="write what is missing, to fill in")
    parser.add_argument("--html", metavar="OUT", help="write a page to look at, with timelines")
    parser.add_argument("--by", choices=("endorsement", "endorser"), default="endorsement")
    parser.add_argument(
        "--format",
        choices=report.FORMATS,
        default="simple",
        metavar="FMT",
        help="layout of the table: %(choices)s",
    )
    parser.add_argument("--all", action="store_true", help="list all verdicts")
    parser.add_argument("--limit", type=int, metavar="N", help="list at most N rows")
    return parser.parse_args(arguments)


def audited(options: argparse.Namespace) -> tuple[ec.AuditResult, ec.Profile]:
    """Read the files, say on stderr what was noticed in them, and audit."""
    people = options.people or ([] if options.export else [PEOPLE])
    export = linkedin.read_export(options.export or EXPORT)
    others = [readers.read_people(path) for path in people]
    for path, other in zip(people, others, strict=True):
        print(f"note: {Path(path).name} read as {other.reader}: {other.why}", file=sys.stderr)
    for found in [*export.diagnostics, *(each for other in others for each in other.diagnostics)]:
        print(f"note: {found}", file=sys.stderr)
    known = [*export.people, *(person for other in others for person in other.people)]
    return ec.audit(export.profile, known), export.profile


def written(options: argparse.Namespace, result: ec.AuditResult, profile: ec.Profile) -> None:
    """Write the files that were asked for."""
    if options.worksheet:
        with Path(options.worksheet).open("w", encoding="utf-8", newline="") as file:
            table.write_worksheet(result, file)
    if options.html:
        Path(options.html).write_text(html.format_page(result, profile), encoding="utf-8")


def main(arguments: list[str]) -> int:
    """Audit, print, and perhaps write the worksheet and the page."""
    options = parse(arguments)
    try:
        result, profile = audited(options)
        written(options, result, profile)
    except (ec.EndorsecheckError, OSError) as error:
        print(f"audit_export.py: {error}", file=sys.stderr)
        return 2
    verdicts = tuple(ec.Verdict) if options.all else (ec.Verdict.CANNOT_ATTEST,)
    print(
        report.format_table(
            result, verdicts=verdicts, by=options.by, tablefmt=options.format, limit=options.limit
        )
    )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
