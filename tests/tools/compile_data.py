"""Compile the TOML files of ``endorsecheck/data`` into the one file that the package loads.

    python tests/tools/compile_data.py [--check]

Writes ``endorsecheck/data/organizations.json``; with ``--check`` it only tells whether that file
is up to date. The same sources give the same bytes. Faults in the data are printed and nothing
is written.
"""

import json
import sys
from pathlib import Path
from typing import Any

from endorsecheck._organization_data import vocabulary_of
from endorsecheck._organization_facts import Facts, statement_faults
from endorsecheck._organization_names import Namer
from endorsecheck._organization_statements import Statement, read_toml
from endorsecheck._organization_text import MARKS, compact, words

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

DATA = Path(__file__).parents[2] / "endorsecheck" / "data"
TARGET = DATA / "organizations.json"
_CONTINUOUS = ((0xE00, 0xE7F), (0x3040, 0x30FF), (0x3400, 0x9FFF), (0xAC00, 0xD7AF))


def main() -> int:
    """Compile, or check."""
    text, faults = compiled()
    for fault in faults:
        print(fault)
    if "--check" in sys.argv[1:]:
        return int(TARGET.read_text(encoding="utf-8") != text)
    if not faults:
        TARGET.write_text(text, encoding="utf-8", newline="\n")
    return int(bool(faults))


def compiled() -> tuple[str, list[str]]:
    """Give the text of the compiled file, and the faults found in the data."""
    vocabulary = {**_words(), **_forms(), **_places(), **_placeholders()}
    namer = Namer(vocabulary_of(vocabulary))
    facts, faults = statement_faults(_statements(), namer)
    data = {"words": vocabulary, "facts": _plain_facts(facts)}
    return json.dumps(data, ensure_ascii=False, indent=0, separators=(",", ":")) + "\n", faults


def _load(name: str) -> dict[str, Any]:
    return tomllib.loads((DATA / name).read_text(encoding="utf-8"))


def _statements() -> list[Statement]:
    files = sorted((DATA / "organizations").glob("*.toml"))
    return [statement for file in files for statement in _read(file)]


def _read(file: Path) -> list[Statement]:
    name = f"organizations/{file.name}"
    return [
        Statement(kind=s.kind, name=s.name, other=s.other, first=s.first, last=s.last, origin=name)
        for s in read_toml(file)
    ]


def _plain_facts(facts: Facts) -> dict[str, Any]:
    numbers = range(len(facts.labels))
    return {
        "keys": dict(sorted(facts.keys.items())),
        "labels": list(facts.labels),
        "names": ["\t".join(facts.names.get(number, [])) for number in numbers],
        "links": [list(link) for link in facts.links],
        "distinct": [[a, b, said] for (a, b), said in facts.distinct.items()],
        "renames": [[number, said] for number, said in facts.renames.items() if said],
    }


def _words() -> dict[str, Any]:
    data = _load("words.toml")
    marks = data["marks"]
    return {
        "generic": _phrases(data["generic"]),
        "institutional": _phrases(data["institutional"]),
        "university_words": _phrases(data["university_words"]),
        "university_joints": _phrases(data["university_joints"]),
        "exonyms": data["exonyms"],
        "abbreviations": data["abbreviations"],
        "two_universities": _phrases(marks["two_universities"]),
        "former_marks": _phrases(marks["former"]),
        "upper_marks": _phrases(marks["upper"]),
        "upper_ends": _phrases(marks["upper_ends"]),
        "unit_words": _phrases(marks["unit"]),
        "tagline_words": _phrases(marks["tagline"]),
    }


def _forms() -> dict[str, Any]:
    data = _load("legal_forms.toml")
    found: dict[str, set[str]] = {
        name: set()
        for name in (
            "strong_ends",
            "weak_ends",
            "last_words",
            "strong_starts",
            "weak_starts",
            "first_words",
            "affixes",
            "bracketed_forms",
        )
    }
    for entry in data["form"]:
        for form in entry["forms"]:
            _enter_form(found, form, entry["position"], weak=entry.get("weak", False))
    exceptions = {
        compact(_bare(name)) for entry in data.get("exception", []) for name in entry["names"]
    }
    return {name: sorted(keys) for name, keys in found.items()} | {
        "exceptions": sorted(exceptions)
    }


def _enter_form(found: dict[str, set[str]], form: str, position: str, *, weak: bool) -> None:
    tokens, spaced = _bare(form), _bare(form.replace(".", ". "))
    key = compact(tokens)
    if form.strip()[0] in "(（㈱㈲㈳㈶㈴㈾㈻㈜":
        found["bracketed_forms"].add(key)
        return
    if any(low <= ord(char) <= high for char in key for low, high in _CONTINUOUS):
        found["affixes"].add(key)
    strength = "weak" if weak else "strong"
    if position in {"end", "either"}:
        found[f"{strength}_ends"].add(key)
        found["last_words"] |= {tokens[-1], spaced[-1]}
    if position in {"start", "either"}:
        found[f"{strength}_starts"].add(key)
        found["first_words"] |= {tokens[0], spaced[0]}


def _places() -> dict[str, Any]:
    data = _load("places.toml")
    countries, cities = _phrases(data["countries"]), _phrases(data["cities"])
    states = _phrases(data["states"])
    return {
        "countries": countries,
        "cities": cities,
        "places": sorted({*countries, *cities, *states}),
    }


def _placeholders() -> dict[str, Any]:
    data = _load("placeholders.toml")
    texts: dict[str, list[str]] = {"none": [], "withheld": []}
    for entry in data["placeholder"]:
        texts[entry["kind"]] += entry["texts"]
    decorations = [word for entry in data["decoration"] for word in entry["words"]]
    return {
        "none_phrases": _phrases(texts["none"]),
        "withheld_phrases": _phrases(texts["withheld"]),
        "decorations": _phrases(decorations),
        "project_words": _phrases(_load("generic_projects.toml")["words"]),
    }


def _phrases(texts: list[str]) -> list[str]:
    return sorted({" ".join(_bare(text)) for text in texts} - {""})


def _bare(text: str) -> list[str]:
    return [token for token in words(text) if token not in MARKS]


if __name__ == "__main__":
    sys.exit(main())
