"""The whole job as one process: read, match, audit, write the findings as CSV.

python tests/benchmarks/audit_files.py FOLDER OUT.csv
"""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

import endorsecheck as ec
from endorsecheck import report
from endorsecheck.readers import Limits, linkedin, table

LIMITS = Limits(max_bytes=2**30, max_total_bytes=2**31, max_rows=10**7)
"""A million endorsements are more than anybody has, and than is read without saying so."""


def main(folder: Path, out: Path) -> None:
    """Audit a folder written by generate.py."""
    export = linkedin.read_export(folder, as_of=dt.date(2026, 6, 30), limits=LIMITS)
    people = table.read_people(folder / "people.csv", limits=LIMITS)
    result = ec.audit(export.profile, [*export.people, *people.people])
    with out.open("w", encoding="utf-8", newline="") as file:
        report.write_csv(result, file)
    print({verdict.value: count for verdict, count in result.counts.items()})


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
