"""The verdicts of ``audit_files.py`` on generated files, by polars.

    python tests/benchmarks/rivals/polars_audit.py FOLDER OUT.csv

Only what the generator writes is understood: dates by month, five legal forms, no relationships,
no placeholders, no aliases, one person for each profile address, histories that are complete.
"""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

import polars as pl

AS_OF = pl.lit(dt.date(2026, 6, 30))


def place(column: str) -> pl.Expr:
    """The name of an organization in lower case, without its legal form."""
    return pl.col(column).str.to_lowercase().str.replace(r" (ltd|gmbh|inc\.|s\.a\.)$", "")


def address(column: str) -> pl.Expr:
    """A profile address as it compares."""
    bare = pl.col(column).str.to_lowercase().str.replace(r"^(https?://)?(www\.)?", "")
    return bare.str.strip_suffix("/")


def month(column: str) -> pl.Expr:
    """The first day of a month."""
    return ("01 " + pl.col(column)).str.to_date("%d %b %Y", strict=False)


def scan(path: Path) -> pl.LazyFrame:
    """A table of texts."""
    return pl.scan_csv(path, infer_schema=False)


def owners(folder: Path) -> pl.LazyFrame:
    """The bounds of the owner's stays; a blank end is ongoing."""
    start, end = month("Started On"), month("Finished On")
    return (
        scan(folder / "Positions.csv")
        .select(
            place("Company Name").alias("place"),
            start.alias("first_earliest"),
            start.dt.month_end().alias("first_latest"),
            pl.max_horizontal(end, start).alias("ended"),
            end.dt.month_end().fill_null(AS_OF).alias("last_latest"),
            end.is_null().alias("ongoing"),
        )
        .with_columns(pl.when("ongoing").then(AS_OF).otherwise("ended").alias("last_earliest"))
        .drop("ended", "ongoing")
    )


def stays(folder: Path) -> pl.LazyFrame:
    """The bounds of everybody else's stays; a blank end is unknown."""
    start, end = month("Started On"), month("Finished On")
    people = scan(folder / "people.csv").select(
        address("URL").alias("url"),
        place("Organization").alias("place"),
        start.alias("first_earliest"),
        start.dt.month_end().alias("first_latest"),
        pl.max_horizontal(end, start).alias("last_earliest"),
        end.dt.month_end().fill_null(AS_OF).alias("last_latest"),
    )
    connected = scan(folder / "Connections.csv").select(
        address("URL").alias("url"),
        place("Company").alias("place"),
        pl.lit(None, pl.Date).alias("first_earliest"),
        AS_OF.alias("first_latest"),
        AS_OF.alias("last_earliest"),
        AS_OF.alias("last_latest"),
    )
    return pl.concat([people, connected])


def pairs(folder: Path) -> pl.LazyFrame:
    """Stays at one place that may have met: from when on, and whether certainly."""
    first_latest = pl.max_horizontal("first_latest", "first_latest_owner")
    latest = pl.min_horizontal("last_latest", "last_latest_owner")
    meet = first_latest <= pl.min_horizontal("last_earliest", "last_earliest_owner")
    pass_by = (pl.col("last_earliest") >= pl.col("first_latest_owner")) & (
        pl.col("last_earliest_owner") >= pl.col("first_latest")
    )
    return (
        stays(folder)
        .join(owners(folder), on="place", suffix="_owner")
        .select(
            "url",
            pl.max_horizontal("first_earliest", "first_earliest_owner").alias("earliest"),
            latest.alias("latest"),
            pl.min_horizontal(first_latest, latest).alias("sure"),
            (meet | pass_by).alias("certain"),
        )
        .filter(pl.col("earliest") <= pl.col("latest"))
    )


def verdicts(folder: Path) -> pl.LazyFrame:
    """Each endorsement with its verdict."""
    given = (
        scan(folder / "Endorsement_Received_Info.csv")
        .with_row_index("row")
        .select(
            "row",
            (pl.col("Endorser First Name") + " " + pl.col("Endorser Last Name")).alias("endorser"),
            address("Endorser Public Url").alias("url"),
            pl.col("Skill Name").alias("skill"),
            pl.col("Endorsement Date").str.slice(0, 10).str.to_date("%Y/%m/%d").alias("endorsed"),
            pl.col("Endorsement Status").alias("status"),
        )
    )
    complete = (
        scan(folder / "people.csv")
        .filter(pl.col("Complete") == "yes")
        .select(address("URL").alias("url"), pl.lit(value=True).alias("complete"))
        .unique()
    )
    day = pl.col("endorsed")
    worth = (
        pl.when(pl.col("earliest").is_null() | (day < pl.col("earliest")))
        .then(0)
        .when(pl.col("certain") & (day >= pl.col("sure")))
        .then(2)
        .otherwise(1)
    )
    weighed = (
        given.select("row", "url", "endorsed")
        .join(pairs(folder), on="url", how="left")
        .group_by("row")
        .agg(worth.max().alias("worth"))
    )
    no_basis = pl.when("complete").then(pl.lit("cannot-attest")).otherwise(pl.lit("unknown"))
    return (
        given.join(weighed, on="row")
        .join(complete, on="url", how="left")
        .select(
            "endorser",
            "url",
            "skill",
            "endorsed",
            "status",
            pl.when(pl.col("worth") == 2)  # firm
            .then(pl.lit("can-attest"))
            .when(pl.col("worth") == 1)
            .then(pl.lit("might-attest"))
            .otherwise(no_basis)
            .alias("verdict"),
        )
        .sort(pl.col("endorser").str.to_lowercase(), "url", "skill", "endorsed")
    )


def main(folder: Path, out: Path) -> None:
    """Judge the files of a folder, write the verdicts and print how many there are of each."""
    found = verdicts(folder).collect()
    found.write_csv(out)
    counted = found.group_by("verdict").len().sort("verdict")
    print(dict(counted.iter_rows()))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
