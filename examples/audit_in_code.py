"""Audit endorsements built in code: no file, no export, just the records.

python examples/audit_in_code.py
"""

from __future__ import annotations

from datetime import date

import endorsecheck as ec
from endorsecheck import report


def job(organization: str, title: str, start: str, end: str) -> ec.Position:
    """A position, its dates as people write them."""
    return ec.Position(organization, title, period=ec.Period.parse(start, end))


OWNER = ec.Person(
    "Dana Reyes",
    history=ec.WorkHistory(
        [
            job("Acme Corp", "Engineer", "2015", "Mar 2019"),
            ec.Project("Apollo", "Acme Corp", period=ec.Period.parse("2017-02", "2018-06")),
            job("Borealis Labs", "Lead", "Apr 2019", "Present"),
        ]
    ),
)
RAVI = ec.Person(
    "Ravi Shah",
    "www.linkedin.com/in/ravi-shah",
    ec.WorkHistory([job("ACME Corporation", "Analyst", "Jun 2016", "2018")]),
)
LENA = ec.Person(
    "Lena Vogt",
    "www.linkedin.com/in/lena-vogt",
    ec.WorkHistory([job("Acme Corp", "Designer", "May 2020", "2023")]),
)
OMAR = ec.Person("Omar Haddad")


def main() -> None:
    """Audit three endorsements and print all verdicts."""
    profile = ec.Profile(
        owner=OWNER,
        as_of=date(2026, 6, 30),
        endorsements=[
            ec.Endorsement("Python", RAVI, ec.parse_date("2018-01-04")),
            ec.Endorsement("Negotiation", LENA, ec.parse_date("2022-10-09")),
            ec.Endorsement("Python", OMAR, ec.parse_date("2021-03-01")),
        ],
    )
    result = ec.audit(profile)
    print(report.format_table(result, verdicts=tuple(ec.Verdict)))
    print()
    print(report.format_summary(result))


if __name__ == "__main__":
    main()
