"""How long resumes take: 20,000 JSON Resume documents in JSON Lines, beside json.loads alone.

Run it from the root of the repository: ``python -m tests.benchmarks.json_resume``.
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from endorsecheck.readers import json_resume

DOCUMENTS = 20_000
TURNS = 5
MOST = 3
"""Times the time of json.loads that reading may take."""

DATA = Path(__file__).parents[1] / "data" / "resumes"
SAMPLES = ("sample", "new-grad", "career-changer", "senior-engineer")


def resumes() -> list[str]:
    """Give the sample resumes of the schema again and again, each with a name of its own."""
    samples = [json.loads((DATA / f"{name}.json").read_text("utf-8")) for name in SAMPLES]
    lines = []
    for number in range(DOCUMENTS):
        resume = samples[number % len(samples)]
        named = {**resume, "basics": {**resume["basics"], "name": f"Person {number}"}}
        lines.append(json.dumps(named))
    return lines


def seconds(work: Callable[[], object]) -> float:
    """Time one run on the processor."""
    start = time.process_time()
    work()
    return time.process_time() - start


def parsed_and_dropped(lines: list[str]) -> None:
    """Let json.loads read each line and keep nothing."""
    for line in lines:
        json.loads(line)


def parsed_and_kept(lines: list[str]) -> list[object]:
    """Let json.loads read each line and keep all."""
    return [json.loads(line) for line in lines]


def with_histories(data: bytes) -> None:
    """Read the resumes, and ask for the history of each person."""
    for person in json_resume.read_people(data).people:
        _ = person.history.engagements


def main() -> str:
    """Read the same lines in turns, and compare the runs of each turn."""
    lines = resumes()
    data = "\n".join(lines).encode()
    ways: tuple[Callable[[], object], ...] = (
        lambda: parsed_and_dropped(lines),
        lambda: parsed_and_kept(lines),
        lambda: json_resume.read_people(data),
        lambda: with_histories(data),
    )
    turns = [tuple(map(seconds, ways)) for _ in range(TURNS)]
    dropped, kept, whole = (
        median(turn[way] / turn[base] for turn in turns) for way, base in ((2, 0), (2, 1), (3, 0))
    )
    took = median(turn[2] for turn in turns)
    return (
        f"{DOCUMENTS} resumes, {len(data) / 1e6:.0f} MB: {took:.2f} s\n"
        f"{dropped:.1f} times json.loads that drops what it read (at most {MOST}), "
        f"{whole:.1f} times with all histories made\n"
        f"{kept:.1f} times json.loads that keeps what it read\n"
    )


if __name__ == "__main__":
    sys.stdout.write(main())
