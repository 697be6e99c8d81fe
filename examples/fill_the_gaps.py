"""The worksheet round trip: write what is missing, fill it in, audit again.

    python examples/fill_the_gaps.py

A spreadsheet stands between the two steps in real life; here one row is filled in by code.
"""

from __future__ import annotations

import csv
import io
from pathlib import Path

import endorsecheck as ec
from endorsecheck import report
from endorsecheck.readers import linkedin, table

EXPORT = Path(__file__).parent / "data" / "Basic_LinkedInDataExport_06-30-2026.zip"


def filled(worksheet: str) -> str:
    """The worksheet with the first person's history filled in."""
    rows = list(csv.DictReader(io.StringIO(worksheet)))
    rows[0] |= {
        "Kind": "position",
        "Organization": "Halvorsen Shipping",
        "Started On": "2011",
        "Finished On": "Present",
        "Complete": "yes",
    }
    file = io.StringIO()
    writer = csv.DictWriter(file, fieldnames=list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return file.getvalue()


def main() -> None:
    """Audit the bundled export without histories, fill one gap, audit again."""
    export = linkedin.read_export(EXPORT)
    before = ec.audit(export.profile, export.people)
    print(report.format_table(before))

    file = io.StringIO()
    table.write_worksheet(before, file)
    worksheet = filled(file.getvalue())
    print()
    print("\n".join(worksheet.splitlines()[:2]))

    people = table.read_people(worksheet.encode())
    after = ec.audit(export.profile, [*export.people, *people.people])
    print()
    print(report.format_table(after))


if __name__ == "__main__":
    main()
