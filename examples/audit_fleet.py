"""Audit a folder of exports on all cores, with a progress bar where tqdm is installed.

    python examples/audit_fleet.py [FOLDER] [--workers N] [--count N]

Without a folder it writes small invented exports to a temporary one first. Only the names of the
files travel to the workers; one that can't be read is named and stops nothing.
"""

from __future__ import annotations

import argparse
import contextlib
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

import endorsecheck as ec
from endorsecheck.readers import linkedin, table

NAMES = ("Ravi Shah", "Lena Vogt", "Omar Haddad", "Priya Nair", "Mira Ekman")

RECEIVED = (
    "Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name,"
    "Endorser Public Url,Endorsement Status"
)


def load(folder: Path) -> tuple[ec.Profile, list[ec.Person]]:
    """One export with the people file in it; runs in the worker."""
    export = linkedin.read_export(folder)
    people = table.read_people(folder / "people.csv")
    return export.profile, [*export.people, *people.people]


def write(folder: Path, number: int) -> None:
    """A small invented export: five people, ten endorsements."""
    folder.mkdir()
    first = 2010 + number % 9
    endorsements = [
        f"{first + 1 + i % 3}/05/0{1 + i % 9} 09:00:00 UTC,Skill {i},{name.replace(' ', ',')},"
        f"www.linkedin.com/in/{name.split()[0].lower()},ACCEPTED"
        for i, name in enumerate(NAMES * 2)
    ]
    stays = [
        f"{name},www.linkedin.com/in/{name.split()[0].lower()},{company},{first + i},"
        f"{first + i + 2},yes"
        for i, name in enumerate(NAMES)
        for company in (f"Norvane {number % 7 + i} Mills",)
    ]
    files = {
        "Profile.csv": ["First Name,Last Name", f"Dana,Reyes {number}"],
        "Positions.csv": [
            "Company Name,Title,Description,Location,Started On,Finished On",
            f"Norvane {number % 7} Mills,Engineer,,,Mar {first},Nov {first + 4}",
        ],
        "Endorsement_Received_Info.csv": [
            RECEIVED,
            *endorsements,
        ],
        "people.csv": ["Name,URL,Organization,Started On,Finished On,Complete", *stays],
    }
    for name, lines in files.items():
        (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


@contextlib.contextmanager
def exports(folder: Path | None, count: int) -> Iterator[list[Path]]:
    """The exports in a folder, or invented ones that are gone afterwards."""
    if folder is not None:
        yield sorted(each for each in folder.iterdir() if each.is_dir())
        return
    with tempfile.TemporaryDirectory() as temporary:
        folders = [Path(temporary) / f"export-{number:05}" for number in range(count)]
        for number, each in enumerate(folders):
            write(each, number)
        yield folders


@contextlib.contextmanager
def progress(total: int) -> Iterator[Callable[[int], object]]:
    """A bar if tqdm is installed, else one line at the end."""
    try:
        from tqdm import tqdm  # noqa: PLC0415 # need not be installed
    except ImportError:
        yield lambda done: done == total and print(f"{done} profiles done", file=sys.stderr)
        return
    with tqdm(total=total, unit=" profiles") as bar:
        yield lambda done: bar.update(done - bar.n)


def main(arguments: list[str]) -> int:
    """Audit all exports; print the sum of the verdicts, and each failure."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path, help="exports, a folder each")
    parser.add_argument("--workers", type=int, help="processes; as many as cores if not given")
    parser.add_argument("--count", type=int, default=200, help="how many exports to invent")
    options = parser.parse_args(arguments)
    counts: Counter[str] = Counter()
    with (
        exports(options.folder, options.count) as folders,
        ProcessPoolExecutor(options.workers) as executor,
        progress(len(folders)) as told,
    ):
        loaders = [partial(load, folder) for folder in folders]
        for outcome in ec.audit_many(loaders, executor=executor, progress=told):
            if isinstance(outcome, ec.FailedAudit):
                print(f"{folders[outcome.index].name}: {outcome.message}", file=sys.stderr)
                counts["failed"] += 1
            else:
                counts.update({each.value: n for each, n in outcome.counts.items()})
    print(", ".join(f"{what}: {n}" for what, n in sorted(counts.items())))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
