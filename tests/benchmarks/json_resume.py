"""How long resumes take: 20,000 JSON Resume documents in JSON Lines, beside json.loads alone.

Run it from the root of the repository: ``python -m tests.benchmarks.json_resume``.
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from endorsecheck.readers import json_resume

DOCUMENTS = 20_000
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
    """Time one run on the processor, the best of three."""
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def parsed_and_dropped(lines: list[str]) -> None:
    """Let json.loads read each line and keep nothing."""
    for line in lines:
        json.loads(line)


def main() -> str:
    """Read the same lines three ways."""
    lines = resumes()
    data = "\n".join(lines).encode()
    keeping = seconds(lambda: [json.loads(line) for line in lines])
    dropping = seconds(lambda: parsed_and_dropped(lines))
    reading = seconds(lambda: json_resume.read_people(data))
    return (
        f"{DOCUMENTS} resumes, {len(data) / 1e6:.0f} MB: {reading:.2f} s, "
        f"{reading / keeping:.1f} times json.loads that keeps what it read, "
        f"{reading / dropping:.1f} times one that drops it (at most {MOST})\n"
    )


if __name__ == "__main__":
    sys.stdout.write(main())
