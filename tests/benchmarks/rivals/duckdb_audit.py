"""The verdicts of ``audit_files.py`` on generated files, as one query of DuckDB.

    python tests/benchmarks/rivals/duckdb_audit.py FOLDER OUT.csv

Only what the generator writes is understood: dates by month, five legal forms, no relationships,
no placeholders, no aliases, one person for each profile address, histories that are complete.
"""

from __future__ import annotations

import sys
from pathlib import Path

import duckdb

NAMED = r"regexp_replace(lower({}), ' (ltd|gmbh|inc\.|s\.a\.)$', '')"
ADDRESS = r"regexp_replace(lower({}), '^(https?://)?(www\.)?|/$', '', 'g')"
MONTH = "try_strptime('01 ' || {}, '%d %b %Y')::DATE"

QUERY = f"""
CREATE TABLE stays AS
WITH rows AS (
    SELECT {ADDRESS.format("URL")} AS url, {NAMED.format("Organization")} AS place,
           {MONTH.format('"Started On"')} AS starts, {MONTH.format('"Finished On"')} AS ends,
           false AS ongoing
    FROM read_csv('$folder/people.csv', all_varchar = true)
    UNION ALL
    SELECT {ADDRESS.format("URL")}, {NAMED.format("Company")}, NULL, NULL, true
    FROM read_csv('$folder/Connections.csv', all_varchar = true)
)
SELECT url, place, starts AS first_earliest,
       coalesce(last_day(starts), DATE '$as_of') AS first_latest,
       CASE WHEN ongoing THEN DATE '$as_of'
            ELSE greatest(coalesce(ends, starts), starts) END AS last_earliest,
       coalesce(last_day(ends), DATE '$as_of') AS last_latest
FROM rows;

CREATE TABLE mine AS
WITH rows AS (
    SELECT {NAMED.format('"Company Name"')} AS place,
           {MONTH.format('"Started On"')} AS starts, {MONTH.format('"Finished On"')} AS ends
    FROM read_csv('$folder/Positions.csv', all_varchar = true)
)
SELECT place, starts AS first_earliest, last_day(starts) AS first_latest,
       coalesce(greatest(ends, starts), DATE '$as_of') AS last_earliest,
       coalesce(last_day(ends), DATE '$as_of') AS last_latest
FROM rows;

CREATE TABLE pairs AS
WITH met AS (
    SELECT url,
           coalesce(greatest(t.first_earliest, m.first_earliest), m.first_earliest) AS earliest,
           least(t.last_latest, m.last_latest) AS latest,
           greatest(t.first_latest, m.first_latest) AS first_latest,
           (greatest(t.first_latest, m.first_latest) <= least(t.last_earliest, m.last_earliest)
            OR (t.last_earliest >= m.first_latest AND m.last_earliest >= t.first_latest))
               AS certain
    FROM stays t JOIN mine m USING (place)
)
SELECT url, earliest, least(first_latest, latest) AS sure, certain FROM met
WHERE earliest <= latest;

CREATE TABLE verdicts AS
WITH given AS (
    SELECT row_number() OVER () AS row, *, {ADDRESS.format('"Endorser Public Url"')} AS url,
           strptime("Endorsement Date"[:10], '%Y/%m/%d')::DATE AS day
    FROM read_csv('$folder/Endorsement_Received_Info.csv', all_varchar = true)
),
weighed AS (
    SELECT row, max(CASE WHEN p.url IS NULL OR day < earliest THEN 0
                         WHEN certain AND day >= sure THEN 2 ELSE 1 END) AS worth
    FROM given g LEFT JOIN pairs p USING (url) GROUP BY row
),
known AS (SELECT DISTINCT {ADDRESS.format("URL")} AS url
          FROM read_csv('$folder/people.csv', all_varchar = true) WHERE Complete = 'yes')
SELECT "Endorser First Name" || ' ' || "Endorser Last Name" AS endorser,
       "Endorser Public Url" AS url, "Skill Name" AS skill, day AS endorsed,
       "Endorsement Status" AS status,
       CASE worth WHEN 2 THEN 'can-attest' WHEN 1 THEN 'might-attest'
            ELSE CASE WHEN k.url IS NULL THEN 'unknown' ELSE 'cannot-attest' END END AS verdict
FROM given JOIN weighed USING (row) LEFT JOIN known k ON k.url = given.url;

COPY (FROM verdicts ORDER BY lower(endorser), url, skill, endorsed) TO '$out';
"""
"""``$folder``, ``$out`` and ``$as_of`` are replaced: paths and a day of our own."""


def main(folder: Path, out: Path) -> None:
    """Judge the files of a folder, write the verdicts and print how many there are of each."""
    query = QUERY.replace("$folder", str(folder)).replace("$out", str(out))
    base = duckdb.connect()
    base.execute(query.replace("$as_of", "2026-06-30"))
    counted = base.execute("SELECT verdict, count(*) FROM verdicts GROUP BY verdict").fetchall()
    print(dict(sorted(counted)))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
