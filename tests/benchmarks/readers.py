"""How long reading takes: the splitting of CSV beside the module ``csv``, and whole tables.

Run it from the root of the repository: ``python -m tests.benchmarks.readers``.
"""

import csv
import io
import math
import sys
import time
from collections.abc import Callable
from functools import partial

from endorsecheck.readers import linkedin, table
from endorsecheck.readers._csv import Tokenizer

ROWS = 60_000

HISTORIES = "Person Url,Name,Company,Title,Start,End\n" + "".join(
    f"https://www.linkedin.com/in/m{n}-example,M{n} Zed,Acme {n % 900},Clerk,2018-01,2020-12\n"
    for n in range(ROWS)
)
CONNECTIONS = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n" + "".join(
    f"F{n},L{n},https://www.linkedin.com/in/m{n}-example,,Acme {n % 900},Clerk,12 Jan 2020\n"
    for n in range(ROWS // 2)
)
ENDORSEMENTS = (
    "Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name,Endorser Public Url,"
    "Endorsement Status\n"
) + "".join(
    f"2022/07/{n % 28 + 1:02} 17:41:{n % 60:02} UTC,Skill {n % 50},F{n % 3000},L,"
    f"www.linkedin.com/in/m{n % 3000}-example,ACCEPTED\n"
    for n in range(ROWS)
)


def seconds(work: Callable[[], object]) -> float:
    """Time one run, the best of three."""
    best = float("inf")
    for _ in range(3):
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return best


def records(text: str) -> int:
    """Split a text and count its records."""
    return sum(1 for _ in Tokenizer(text, ",").records(0, lambda cells: len(cells) == 3))


def standard_records(text: str) -> int:
    """The same by the module csv."""
    return sum(1 for _ in csv.reader(io.StringIO(text)))


def compare_with_csv() -> str:
    """Split 60,000 lines with and without quotes, and let the module csv do the same."""
    lines = []
    for name, text in (
        ("without quotes", HISTORIES),
        ("with a quoted cell", HISTORIES.replace("Clerk", '"Clerk, day"')),
    ):
        ours = seconds(partial(records, text))
        theirs = seconds(partial(standard_records, text))
        lines.append(f"{ROWS} lines {name}: {ours:.3f} s, {ours / theirs:.1f} times csv.reader\n")
    return "".join(lines)


def read_tables() -> str:
    """Read whole tables into records."""
    people = seconds(lambda: table.read_people(HISTORIES.encode()))
    connections = seconds(lambda: linkedin.read_export(CONNECTIONS.encode()))
    endorsements = seconds(lambda: linkedin.read_table(ENDORSEMENTS.encode()))
    return (
        f"{ROWS} rows of people: {people:.2f} s\n"
        f"{ROWS // 2} connections: {connections:.2f} s\n"
        f"{ROWS} endorsements: {endorsements:.2f} s\n"
    )


def grow() -> str:
    """How the time grows with a text that is made to be slow: 1 is linear, 2 quadratic."""
    lines = []
    for line in ('1,"b,c', '"""', '"a""', '1,"b"",c', "x" * 30 + '"'):
        small = seconds(partial(records, f"{line}\n" * 10_000))
        large = seconds(partial(records, f"{line}\n" * 80_000))
        lines.append(f"lines of {line!r}: exponent {math.log(large / small, 8):.2f}\n")
    return "".join(lines)


def main() -> None:
    """Print what was measured."""
    for measure in (compare_with_csv, read_tables, grow):
        sys.stdout.write(measure())


if __name__ == "__main__":
    main()
