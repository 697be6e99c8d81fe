"""How the time of audits grows with crowds that share one name, employer or owner.

Run it from the root of the repository: ``python -m tests.benchmarks.growth [largest]``. Each
line names a crowd, the seconds at each size, and the exponent between the first and the last:
1 is linear, 2 is quadratic.
"""

import datetime as dt
import math
import sys
import time
from collections.abc import Callable

import endorsecheck as ec
from endorsecheck import report
from endorsecheck.readers import table

AS_OF = dt.date(2026, 6, 30)
STAY = ec.Position("Norvane Systems", period=ec.Period.parse("2015-02", "2019-03"))
DAY = ec.PartialDate(2018, 1, 4)


def owner(*stays: ec.Position) -> ec.Person:
    """Give the owner with these positions."""
    return ec.Person("Dana Reyes", "linkedin.com/in/dana", ec.WorkHistory(stays))


def audited(endorsers: list[ec.Person], *stays: ec.Position) -> ec.AuditResult:
    """Audit an endorsement of each."""
    given = [ec.Endorsement("Python", each, DAY) for each in endorsers]
    return ec.audit(ec.Profile(owner=owner(*stays), as_of=AS_OF, endorsements=given))


def one_name(size: int) -> Callable[[], object]:
    """So many endorsers of one name, each at an address of their own."""
    endorsers = [ec.Person("Ravi Shah", f"linkedin.com/in/ravi-{i}") for i in range(size)]
    return lambda: audited(endorsers, STAY)


def one_name_without_address(size: int) -> Callable[[], object]:
    """So many endorsers of one name, of whom nothing else is known."""
    endorsers = [ec.Person("Ravi Shah") for _ in range(size)]
    return lambda: audited(endorsers, STAY)


def one_name_told_apart_by_nothing(size: int) -> Callable[[], object]:
    """So many known people of one name without an address, and as many who endorsed."""
    known = [
        ec.Person("Ravi Shah", None, ec.WorkHistory([ec.Position(f"Norvane {i}")]))
        for i in range(size // 2)
    ]
    endorsers = [ec.Person("Ravi Shah", f"linkedin.com/in/r-{i}") for i in range(size // 2)]
    given = [ec.Endorsement("Python", each, DAY) for each in endorsers]
    profile = ec.Profile(owner=owner(STAY), as_of=AS_OF, endorsements=given)
    return lambda: ec.audit(profile, known)


def one_employer(size: int) -> Callable[[], object]:
    """So many people at the owner's employer."""
    history = ec.WorkHistory([STAY])
    endorsers = [
        ec.Person(f"Ravi Shah {i}", f"linkedin.com/in/ravi-{i}", history) for i in range(size)
    ]
    return lambda: audited(endorsers, STAY)


def one_endorser(size: int) -> Callable[[], object]:
    """One endorser of so many skills."""
    ravi = ec.Person("Ravi Shah", "linkedin.com/in/ravi", ec.WorkHistory([STAY]))
    given = [ec.Endorsement(f"Skill {i}", ravi, DAY) for i in range(size)]
    profile = ec.Profile(owner=owner(STAY), as_of=AS_OF, endorsements=given)
    return lambda: ec.audit(profile)


def one_address(size: int) -> Callable[[], object]:
    """So many records of one person, by the address, who endorsed once."""
    records = [ec.Person("Ravi Shah", "linkedin.com/in/ravi") for _ in range(size)]
    given = [ec.Endorsement("Python", ec.Person("Ravi Shah", "linkedin.com/in/ravi"), DAY)]
    profile = ec.Profile(owner=owner(STAY), as_of=AS_OF, endorsements=given)
    return lambda: ec.audit(profile, records)


def many_positions(size: int) -> Callable[[], object]:
    """An owner with a hundredth of so many positions, all at different organizations."""
    stays = [
        ec.Position(f"Norvane {i} Systems", period=ec.Period.parse("2015", "2019"))
        for i in range(max(1, size // 100))
    ]
    endorsers = [ec.Person(f"Ravi Shah {i}", None, ec.WorkHistory(stays[:3])) for i in range(100)]
    return lambda: audited(endorsers, *stays)


def many_positions_at_one(size: int) -> Callable[[], object]:
    """An owner with a hundredth of so many positions at one employer, and one endorser there."""
    first = dt.date(1990, 1, 1)
    stays = [
        ec.Position(
            "Norvane Systems",
            f"Engineer {i}",
            period=ec.Period(
                ec.PartialDate.of(first + dt.timedelta(days=10 * i)),
                ec.PartialDate.of(first + dt.timedelta(days=10 * i + 5)),
            ),
        )
        for i in range(max(1, size // 100))
    ]
    ravi = ec.Person("Ravi Shah", None, ec.WorkHistory([STAY]))
    return lambda: audited([ravi], *stays)


def reports(size: int) -> Callable[[], object]:
    """All endorsers of one employer, as a table by endorser and as a review."""
    history = ec.WorkHistory([STAY])
    result = audited([ec.Person(f"Ravi {i}", None, history) for i in range(size)], STAY)
    verdicts = tuple(ec.Verdict)

    def work() -> object:
        rows = report.format_table(result, verdicts=verdicts, by="endorser", limit=10)
        return rows, report.format_review(result)

    return work


def people_file(size: int) -> Callable[[], object]:
    """A people file of so many rows of one name and employer."""
    row = "Ravi Shah,linkedin.com/in/ravi-{0},Norvane Systems,2016,2019\n"
    rows = "".join(row.format(i) for i in range(size))
    content = f"Name,URL,Company,From,To\n{rows}".encode()
    return lambda: table.read_people(content)


CROWDS = (
    one_name,
    one_name_without_address,
    one_name_told_apart_by_nothing,
    one_employer,
    one_endorser,
    one_address,
    many_positions,
    many_positions_at_one,
    reports,
    people_file,
)


def seconds(work: Callable[[], object]) -> float:
    """Time one run, in seconds of this process; a result is asked for all that it holds."""
    start = time.process_time()
    made = work()
    if isinstance(made, ec.AuditResult):
        _ = made.observations
    return time.process_time() - start


def main(largest: int) -> None:
    """Print a line for each crowd."""
    sizes = [largest // 16, largest // 4, largest]
    seconds(one_employer(10))
    for crowd in CROWDS:
        times = [seconds(crowd(size)) for size in sizes]
        exponent = math.log(times[-1] / times[0]) / math.log(sizes[-1] / sizes[0])
        shown = ", ".join(f"{n:,}: {t:.2f} s" for n, t in zip(sizes, times, strict=True))
        print(f"{crowd.__name__:<32} {shown}, exponent {exponent:.2f}", flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
