"""Write an invented export and people file of a given size, the same bytes for the same seed.

    python tests/benchmarks/generate.py FOLDER [--endorsements N] [--seed S]

Scale A is 60,000 endorsements by 20,000 endorsers, 30,000 connections, 100,000 engagements of
the endorsers, and an owner with 12; other sizes keep these proportions.
"""

from __future__ import annotations

import argparse
import csv
import random
from collections.abc import Iterable, Sequence
from pathlib import Path

FIRST = (
    *("Ada", "Bram", "Carla", "Dora", "Emil", "Farid", "Greta", "Hugo"),
    *("Ines", "Jonas", "Kira", "Lena", "Mira", "Nadia", "Omar"),
)
LAST = (
    *("Abel", "Brandt", "Costa", "Duarte", "Ekman", "Fonseca", "Grau", "Haddad"),
    *("Ito", "Jansen", "Kroll", "Lund", "Moreau"),
)
KINDS = (
    *("Systems", "Logistics", "Robotics", "Foods", "Optics", "Textiles", "Analytics", "Mills"),
    *("Games", "Shipping"),
)
MONTHS = (
    *("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug"),
    *("Sep", "Oct", "Nov", "Dec"),
)
SKILLS = [f"Skill {n}" for n in range(50)]
FORMS = ("", " Ltd", " GmbH", " Inc.", " S.A.")


def organizations(count: int, rng: random.Random) -> list[str]:
    """Invented companies."""
    stems = [a + b for a in ("Nor", "Bel", "Cas", "Dun", "Elm", "Fen", "Gar") for b in SYLLABLES]
    return [f"{rng.choice(stems)}{n} {rng.choice(KINDS)}" for n in range(count)]


SYLLABLES = ("vane", "more", "tella", "wick", "bridge", "nick", "grove")


def stay(rng: random.Random) -> tuple[str, str]:
    """Start and end of a job, by month."""
    year = rng.randint(1998, 2023)
    end = year + rng.randint(0, 6)
    last = "" if end > 2025 else f"{rng.choice(MONTHS[6:])} {end}"
    return f"{rng.choice(MONTHS[:6])} {year}", last


def write(path: Path, header: str, rows: Iterable[Sequence[object]]) -> None:
    """One CSV as the export writes it."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header.split(","))
        writer.writerows(rows)


def generate(folder: Path, *, endorsements: int = 60_000, seed: int = 1) -> None:
    """Write the export's tables and ``people.csv``."""
    folder.mkdir(parents=True, exist_ok=True)
    rng = random.Random(seed)  # noqa: S311 # no secret
    endorsers = max(1, endorsements // 3)
    companies = organizations(max(20, endorsers // 4), rng)
    jobs = [(companies[i % len(companies)], *stay(rng)) for i in range(12)]
    people = [
        (rng.choice(FIRST), f"{rng.choice(LAST)} {n}", f"www.linkedin.com/in/person-{n}")
        for n in range(max(endorsers, endorsements // 2))
    ]
    write(
        folder / "Positions.csv",
        "Company Name,Title,Description,Location,Started On,Finished On",
        [(name, "Engineer", "", "", start, end) for name, start, end in jobs],
    )
    write(
        folder / "Endorsement_Received_Info.csv",
        "Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name,"
        "Endorser Public Url,Endorsement Status",
        (
            (moment(rng), rng.choice(SKILLS), *people[rng.randrange(endorsers)], "ACCEPTED")
            for _ in range(endorsements)
        ),
    )
    write(
        folder / "Connections.csv",
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On",
        (
            (first, last, f"https://{url}", "", rng.choice(companies), "Lead", "04 May 2015")
            for first, last, url in people
        ),
    )
    write(
        folder / "people.csv",
        "Name,URL,Organization,Title,Started On,Finished On,Complete",
        (
            (f"{first} {last}", url, company(companies, rng), "Engineer", *stay(rng), "yes")
            for first, last, url in people[:endorsers]
            for _ in range(5)
        ),
    )


def company(companies: Sequence[str], rng: random.Random) -> str:
    """A company, one in ten being the owner's, in one of its spellings."""
    name = companies[rng.randrange(12)] if rng.random() < 0.1 else rng.choice(companies)
    return name + rng.choice(FORMS)


def moment(rng: random.Random) -> str:
    """A time stamp of an endorsement."""
    day = f"{rng.randint(2012, 2025)}/{rng.randint(1, 12):02}/{rng.randint(1, 28):02}"
    return f"{day} {rng.randint(0, 23):02}:{rng.randint(0, 59):02}:{rng.randint(0, 59):02} UTC"


def main() -> None:
    """Write the files of one scale."""
    parser = argparse.ArgumentParser(description="Write an invented export and people file.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--endorsements", type=int, default=60_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    generate(options.folder, endorsements=options.endorsements, seed=options.seed)


if __name__ == "__main__":
    main()
