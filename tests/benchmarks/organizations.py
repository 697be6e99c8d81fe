"""How well and how fast are organization names matched?

    python tests/benchmarks/organizations.py accuracy [--markdown]
    python tests/benchmarks/organizations.py speed [--names 1000000]

``accuracy`` prints, for each category of the shared pairs, how many were judged right, and the
precision and recall of each label. ``speed`` prints the time that canonical names, comparisons
and look-ups take beside plain alternatives; ``rapidfuzz`` and ``cleanco`` are measured where they
are installed.
"""

import argparse
import csv
import datetime as dt
import importlib
import re
import sys
import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from tabulate import tabulate

from endorsecheck.dates import PartialDate, parse_date
from endorsecheck.organizations import OrganizationRegistry, Relation, canonical_name

PAIRS = Path(__file__).parents[1] / "data" / "organizations" / "pairs_dev.tsv"
LABELS = {
    "same": Relation.SAME,
    "related": Relation.RELATED,
    "different": Relation.DIFFERENT,
    "not_an_organisation": Relation.NOT_AN_ORGANIZATION,
}


class Pair(NamedTuple):
    """One labelled pair, and the days for which the label is meant."""

    a: str
    b: str
    label: Relation
    category: str
    first: dt.date
    last: dt.date


def read_pairs(path: Path = PAIRS) -> list[Pair]:
    """Read the labelled pairs."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [
        Pair(r["a"], r["b"], LABELS[r["label"]], r["category"], *_days(r["as_of"], r["category"]))
        for r in rows
    ]


def judged(registry: OrganizationRegistry, pair: Pair) -> Relation:
    """Give the relation on the days of a pair; ``RELATED`` where it changes within them."""
    found = {
        span.relation
        for span in registry.spans(pair.a, pair.b)
        if (span.first is None or span.first <= pair.last)
        and (span.last is None or pair.first <= span.last)
    }
    return found.pop() if len(found) == 1 else Relation.RELATED


def is_right(pair: Pair, relation: Relation) -> bool:
    """Tell whether a judgement is right; a slip of spelling is found where it is similar."""
    slip = pair.category == "typo" and relation is Relation.SIMILAR
    return relation is pair.label or slip


def accuracy(tablefmt: str) -> Iterator[str]:
    """Give the tables of rates, by category and by label."""
    registry = OrganizationRegistry()
    results = [(pair, judged(registry, pair)) for pair in read_pairs()]
    yield tabulate(list(_by_category(results)), headers="keys", tablefmt=tablefmt)
    yield tabulate(list(_by_label(results)), headers="keys", tablefmt=tablefmt)
    wrong = [
        (pair.category, pair.a, pair.b, pair.label.value, relation.value)
        for pair, relation in results
        if not is_right(pair, relation)
    ]
    if wrong:
        headers = ("category", "a", "b", "label", "judged")
        yield tabulate(wrong, headers=headers, tablefmt=tablefmt, disable_numparse=True)


def speed(count: int) -> Iterator[str]:
    """Give the tables of times."""
    names = list(_made_up(count))
    bare = re.compile(r"[\W_]+")
    base = _seconds(lambda n: bare.sub(" ", unicodedata.normalize("NFKC", n).casefold()), names)
    canonical = _seconds(canonical_name, names)
    rows = [("normalize, casefold and one regex", base), ("canonical_name", canonical)]
    rows += [(f"cleanco.{name}", _seconds(f, names)) for name, f in _cleanco()]
    yield tabulate(
        [(name, seconds / count * 1e6, seconds / base) for name, seconds in rows],
        headers=(f"{count:,} distinct names", "µs each", "times the first"),
        floatfmt=".2f",
    )
    yield tabulate(
        [(name, 1 / seconds) for name, seconds in _comparisons()],
        headers=("comparing the shared pairs", "a second"),
        floatfmt=",.0f",
    )
    yield tabulate(
        [(name, seconds / count * 1e6) for name, seconds in _look_ups(names)],
        headers=(f"{count:,} names among 12", "µs each"),
        floatfmt=".2f",
    )


def _days(as_of: str, category: str) -> tuple[dt.date, dt.date]:
    start, _, end = as_of.partition("/")
    if not as_of or category == "rename":
        return dt.date.min, dt.date.max
    dates = [parse_date(text) for text in (start, end or start) if text != ".."]
    stretches = [date for date in dates if isinstance(date, PartialDate)]
    first = dt.date.min if start == ".." else stretches[0].earliest
    return first, stretches[-1].latest


def _by_category(results: list[tuple[Pair, Relation]]) -> Iterator[dict[str, Any]]:
    for category in dict.fromkeys(pair.category for pair, _ in results):
        rows = [(pair, found) for pair, found in results if pair.category == category]
        right = sum(is_right(pair, found) for pair, found in rows)
        same = [pair.label for pair, found in rows if found is Relation.SAME]
        yield {
            "category": category,
            "pairs": len(rows),
            "right": right,
            "share": f"{right / len(rows):.1%}",
            "wrongly the same": sum(label is not Relation.SAME for label in same),
        }


def _by_label(results: list[tuple[Pair, Relation]]) -> Iterator[dict[str, Any]]:
    labels = Counter(pair.label for pair, _ in results)
    for label, count in labels.items():
        found = [pair for pair, relation in results if relation is label]
        hit = sum(pair.label is label for pair in found)
        recalled = sum(is_right(pair, r) for pair, r in results if pair.label is label)
        yield {
            "label": label.value,
            "pairs": count,
            "precision": f"{hit / len(found):.1%}",
            "recall": f"{recalled / count:.1%}",
        }


def _made_up(count: int) -> Iterator[str]:
    """Make up distinct names: most plain or with a legal form, some with signs and accents."""
    stems: tuple[str, ...] = (
        "Norvane",
        "Brightwater",
        "Castellan",
        "Quarrystone",
        "Kestrel",
        "Tidewrack",
        "Dunmore",
    )
    stems += ("Müller", "Whitlock", "Pemberton", "St. Albion", "Ravensworth", "Ostrander")
    kinds = (
        "Systems",
        "Logistics",
        "Analytics",
        "& Sons",
        "Group",
        "Foods",
        "Labs",
        "Bank",
        "Media",
    )
    ends: tuple[str, ...] = (
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        " Ltd",
        ", Inc.",
        " GmbH",
        " LLC",
        " S.A.",
        " Inc",
    )
    ends += (" Limited", " Pvt. Ltd.", " AG", " (UK)", ", Berlin")
    for number in range(count):
        stem, kind = stems[number % len(stems)], kinds[number % len(kinds)]
        yield f"{stem}{number} {kind}{ends[number % len(ends)]}"


def _comparisons() -> Iterator[tuple[str, float]]:
    pairs = [(pair.a, pair.b) for pair in read_pairs()]
    registry = OrganizationRegistry()
    registry.compare("Norvane", "Brightwater")
    yield "OrganizationRegistry.compare", _each(registry.compare, pairs)
    fuzz = _module("rapidfuzz.fuzz")
    if fuzz is not None:
        yield "rapidfuzz.fuzz.token_set_ratio", _each(fuzz.token_set_ratio, pairs)
    for name, function in _cleanco():
        yield f"cleanco.{name} on both", _each(_on_both(function), pairs)


def _look_ups(names: list[str]) -> Iterator[tuple[str, float]]:
    owned = [f"{stem} Systems" for stem in ("Norvane", "Dunmore", "Tidewrack", "Whitlock")]
    owned += [
        "Google",
        "Oracle",
        "IBM",
        "Siemens",
        "Accenture",
        "University of Oxford",
        "EY",
        "NHS",
    ]
    index = OrganizationRegistry().index([(name, None) for name in owned])
    known = {name.casefold() for name in owned}
    yield "in a set, casefolded", _seconds(lambda name: name.casefold() in known, names)
    yield "OrganizationIndex.lookup", _seconds(index.lookup, names)
    process, fuzz = _module("rapidfuzz.process"), _module("rapidfuzz.fuzz")
    if process is not None and fuzz is not None:
        yield (
            "rapidfuzz.process.extractOne",
            _seconds(lambda n: process.extractOne(n, owned, scorer=fuzz.token_set_ratio), names),
        )


def _cleanco() -> Iterator[tuple[str, Callable[[str], str]]]:
    module = _module("cleanco")
    if module is not None:
        yield "basename", module.basename


def _on_both(function: Callable[[str], str]) -> Callable[[str, str], bool]:
    return lambda a, b: function(a) == function(b)


def _module(name: str) -> Any:
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError:
        return None


def _seconds(function: Callable[[str], object], names: Iterable[str]) -> float:
    start = time.process_time()
    for name in names:
        function(name)
    return time.process_time() - start


def _each(function: Callable[[str, str], object], pairs: list[tuple[str, str]]) -> float:
    start = time.process_time()
    for a, b in pairs:
        function(a, b)
    return (time.process_time() - start) / len(pairs)


def main(arguments: list[str] | None = None) -> None:
    """Print what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("accuracy").add_argument("--markdown", action="store_true")
    commands.add_parser("speed").add_argument("--names", type=int, default=1_000_000)
    given = parser.parse_args(arguments)
    if given.command == "accuracy":
        tables = accuracy("github" if given.markdown else "simple")
    else:
        tables = speed(given.names)
    sys.stdout.write("\n\n".join(tables) + "\n")


if __name__ == "__main__":
    main()
