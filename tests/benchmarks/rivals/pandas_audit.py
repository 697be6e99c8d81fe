"""The verdicts of ``audit_files.py`` on generated files, by pandas.

    python tests/benchmarks/rivals/pandas_audit.py FOLDER OUT.csv

Only what the generator writes is understood: dates by month, five legal forms, no relationships,
no placeholders, no aliases, one person for each profile address, histories that are complete.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pandas as pd

AS_OF = pd.Timestamp("2026-06-30")
MONTH_END = pd.offsets.MonthEnd(0)


def read(path: Path) -> pd.DataFrame:
    """A table of texts."""
    return pd.read_csv(path, dtype=str, keep_default_na=False)


def place(column: pd.Series[str]) -> pd.Series[str]:
    """Names of organizations in lower case, without their legal forms."""
    return column.str.lower().str.replace(r" (?:ltd|gmbh|inc\.|s\.a\.)$", "", regex=True)


def address(column: pd.Series[str]) -> pd.Series[str]:
    """Profile addresses as they compare."""
    bare = column.str.lower().str.replace(r"^(?:https?://)?(?:www\.)?", "", regex=True)
    return bare.str.removesuffix("/")


def bounds(rows: pd.DataFrame, *, ongoing: bool) -> pd.DataFrame:
    """The days that start and end allow."""
    start = pd.to_datetime(rows["Started On"], format="%b %Y", errors="coerce")
    end = pd.to_datetime(rows["Finished On"], format="%b %Y", errors="coerce")
    return pd.DataFrame(
        {
            "first_earliest": start,
            "first_latest": start + MONTH_END,
            "last_earliest": end.where(end >= start, start).where(
                end.notna(), AS_OF if ongoing else start
            ),
            "last_latest": (end + MONTH_END).fillna(AS_OF),
        }
    )


def pairs(folder: Path, people: pd.DataFrame) -> pd.DataFrame:
    """Stays at one place that may have met: from when on, and whether certainly."""
    positions = read(folder / "Positions.csv")
    mine = bounds(positions, ongoing=True).assign(place=place(positions["Company Name"]))
    connected = read(folder / "Connections.csv")
    theirs = pd.concat(
        [
            bounds(people, ongoing=False).assign(
                url=people["url"], place=place(people["Organization"])
            ),
            pd.DataFrame(
                {
                    "url": address(connected["URL"]),
                    "place": place(connected["Company"]),
                    "first_earliest": pd.NaT,
                    "first_latest": AS_OF,
                    "last_earliest": AS_OF,
                    "last_latest": AS_OF,
                }
            ).astype({"first_earliest": "datetime64[us]"}),
        ]
    )
    both = theirs.merge(mine, on="place", suffixes=("", "_owner"))
    earliest = both[["first_earliest", "first_earliest_owner"]].max(axis=1)
    latest = both[["last_latest", "last_latest_owner"]].min(axis=1)
    first_latest = both[["first_latest", "first_latest_owner"]].max(axis=1)
    meet = first_latest <= both[["last_earliest", "last_earliest_owner"]].min(axis=1)
    pass_by = (both["last_earliest"] >= both["first_latest_owner"]) & (
        both["last_earliest_owner"] >= both["first_latest"]
    )
    found = pd.DataFrame(
        {
            "url": both["url"],
            "earliest": earliest,
            "sure": first_latest.where(first_latest <= latest, latest),
            "certain": meet | pass_by,
        }
    )
    return found[earliest <= latest]


def verdicts(folder: Path) -> pd.DataFrame:
    """Each endorsement with its verdict."""
    people = read(folder / "people.csv")
    people["url"] = address(people["URL"])
    complete = set(people.loc[people["Complete"] == "yes", "url"])
    rows = read(folder / "Endorsement_Received_Info.csv")
    given = pd.DataFrame(
        {
            "endorser": rows["Endorser First Name"] + " " + rows["Endorser Last Name"],
            "url": address(rows["Endorser Public Url"]),
            "skill": rows["Skill Name"],
            "endorsed": pd.to_datetime(rows["Endorsement Date"].str[:10], format="%Y/%m/%d"),
            "status": rows["Endorsement Status"],
        }
    )
    weighed = given[["url", "endorsed"]].reset_index().merge(pairs(folder, people), on="url")
    in_time = weighed["endorsed"] >= weighed["earliest"]
    firm = weighed["certain"] & (weighed["endorsed"] >= weighed["sure"])
    worth = (in_time.astype(int) + (in_time & firm).astype(int)).groupby(weighed["index"]).max()
    given["worth"] = worth.reindex(given.index, fill_value=0)
    no_basis = given["url"].isin(complete).map({True: "cannot-attest", False: "unknown"})
    found = given["worth"].map({2: "can-attest", 1: "might-attest"})
    given["verdict"] = found.where(found.notna(), no_basis)
    given["key"] = given["endorser"].str.lower()
    ordered = given.sort_values(["key", "url", "skill", "endorsed"])
    return ordered.drop(columns=["worth", "key"])


def main(folder: Path, out: Path) -> None:
    """Judge the files of a folder, write the verdicts and print how many there are of each."""
    found = verdicts(folder)
    found.to_csv(out, index=False)
    print(dict(sorted(found["verdict"].value_counts().items())))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
