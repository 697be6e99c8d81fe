"""The floor: read the four files with ``csv.reader`` and do nothing with them.

python tests/benchmarks/rivals/csv_reader.py FOLDER OUT.csv
"""

from __future__ import annotations

import csv
import sys
from collections import deque
from pathlib import Path

FILES = ("Positions.csv", "Endorsement_Received_Info.csv", "Connections.csv", "people.csv")


def main(folder: Path) -> None:
    """Read every row, and keep none."""
    for name in FILES:
        with (folder / name).open(encoding="utf-8", newline="") as file:
            deque(csv.reader(file), maxlen=0)
    print({})


if __name__ == "__main__":
    main(Path(sys.argv[1]))
