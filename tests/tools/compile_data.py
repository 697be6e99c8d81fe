"""Compile the TOML files of ``endorsecheck/data`` into the one file that the package loads.

    python tests/tools/compile_data.py [--check]

Writes ``endorsecheck/data/organizations.txt``; with ``--check`` it only tells whether that file
is up to date. The same sources give the same bytes. Faults in the data are printed and nothing
is written.
"""

import sys
from itertools import accumulate
from pathlib import Path
from typing import Any

from endorsecheck._organizations.compiler import Numbered, statement_faults
from endorsecheck._organizations.data import WIDTH, Vocabulary
from endorsecheck._organizations.facts import Facts, shelf_of
from endorsecheck._organizations.folding import MARKS, compact, words
from endorsecheck._organizations.names import Namer
from endorsecheck._organizations.statements import Statement, read_toml

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

DATA = Path(__file__).parents[2] / "endorsecheck" / "data"
TARGET = DATA / "organizations.txt"
SHELVES = 4096
"""Shelves of keys: few of them are opened for one profile."""
_CONTINUOUS = ((0xE00, 0xE7F), (0x3040, 0x30FF), (0x3400, 0x9FFF), (0xAC00, 0xD7AF))


def main() -> int:
    """Compile, or check."""
    text, faults = compiled()
    for fault in faults:
        sys.stdout.write(f"{fault}\n")
    if "--check" in sys.argv[1:]:
        return int(TARGET.read_text(encoding="utf-8") != text)
    if not faults:
        TARGET.write_text(text, encoding="utf-8", newline="\n")
    return int(bool(faults))


def compiled() -> tuple[str, list[str]]:
    """Give the text of the compiled file, and the faults found in the data."""
    sections = {**_words(), **_forms(), **_places(), **_placeholders()}
    sections["placeholder_words"] = _words_of_placeholders(sections)
    namer = Namer(Vocabulary(sections.__getitem__))
    facts, numbered, faults = statement_faults(_statements(), namer)
    sections |= _organizations(facts, numbered)
    texts = {name: "".join(f"{line}\n" for line in lines) for name, lines in sections.items()}
    for name in ("keys", "organizations"):
        texts[f"{name}_ends"] = _ends(sections[name])
    sizes = " ".join(f"{name}:{len(text.encode())}" for name, text in texts.items())
    return "\n".join([sizes, "".join(texts.values())]), faults


def _ends(lines: list[str]) -> str:
    """Where each line ends, counted from the start of the first."""
    ends = accumulate(len(line.encode()) + 1 for line in lines)
    return "".join(f"{end - 1:{WIDTH}}" for end in ends)


def _organizations(facts: Facts, numbered: list[Numbered]) -> dict[str, list[str]]:
    """Write facts as lines, in the shape that ``BuiltIn`` reads, numbering them afresh."""
    fresh = {number: at for at, number in enumerate(sorted({n for _, n in facts.added_keys()}))}
    keys: dict[int, list[str]] = {number: [] for number in fresh}
    for key, number in sorted(facts.added_keys()):
        keys[number].append(key)
    apart: dict[int, set[int]] = {number: set() for number in fresh}
    for a, b, said in numbered:
        if said.kind == "distinct":
            one, other = facts.roots.get(a, a), facts.roots.get(b, b)
            apart[one].add(fresh[other])
            apart[other].add(fresh[one])
    shelves: list[list[str]] = [[] for _ in range(SHELVES)]
    for key, number in sorted(facts.added_keys()):
        shelves[shelf_of(key, SHELVES)] += [key, str(fresh[number])]
    return {
        "keys": [" ".join(shelf) for shelf in shelves],
        "organizations": [
            _line(facts, number, fresh, apart[number], keys[number]) for number in fresh
        ],
    }


def _line(
    facts: Facts, number: int, fresh: dict[int, int], apart: set[int], keys: list[str]
) -> str:
    links = [(fresh[link.upper], *link[2:5]) for link in facts.above(number)]
    fields = (
        facts.label(number),
        "|".join(facts.names(number)),
        ";".join(" ".join(map(str, link)) for link in dict.fromkeys(links)),
        " ".join(str(fresh[lower]) for lower in sorted(facts.below(number))),
        " ".join(map(str, sorted(apart))),
        "; ".join(facts.renames(number)),
        " ".join(keys),
    )
    return "\t".join(fields)


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


def _words() -> dict[str, list[str]]:
    data = _load("words.toml")
    marks = data["marks"]
    institutional = _phrases(data["institutional"])
    short = [short for short, word in data["abbreviations"].items() if word in institutional]
    former, upper = _phrases(marks["former"]), _phrases(marks["upper"])
    return {
        "generic": _phrases(data["generic"]),
        "institutional": sorted({*institutional, *short}),
        "university_words": _phrases(data["university_words"]),
        "university_joints": _phrases(data["university_joints"]),
        "exonyms": ["\t".join(pair) for pair in data["exonyms"].items()],
        "abbreviations": ["\t".join(pair) for pair in data["abbreviations"].items()],
        "two_universities": _phrases(marks["two_universities"]),
        "former_marks": former,
        "upper_marks": upper,
        "mark_starts": _first_words([*former, *upper, "a", "an"]),
        "place_fillers": _phrases(marks["place_fillers"]),
        "groups": _phrases(marks["groups"]),
        "group_affixes": _phrases(marks["group_affixes"]),
        "holdings": _phrases(marks["holdings"]),
        "functions": _phrases(marks["functions"]),
        "inline_marks": _phrases(marks["inline"]),
        "inline_starts": _first_words(_phrases(marks["inline"])),
        "upper_ends": _phrases(marks["upper_ends"]),
        "unit_words": _phrases(marks["unit"]),
        "tagline_words": _phrases(marks["tagline"]),
    }


def _forms() -> dict[str, list[str]]:
    data = _load("legal_forms.toml")
    found: dict[str, set[str]] = {
        name: set()
        for name in (
            "strong_ends",
            "weak_ends",
            "single_ends",
            "last_words",
            "form_words",
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
    names = [*_exceptions(data), *_load("words.toml")["exceptions"]]
    found["exceptions"] = {compact(_bare(name)) for name in names}
    found["exception_ends"] = {_bare(name)[-1] for name in names}
    return {name: sorted(keys) for name, keys in found.items()}


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
        found["single_ends"] |= {key} if len(tokens) == 1 and not weak else set()
        found["form_words"] |= {*tokens[:-1], *spaced[:-1]}
    if position in {"start", "either"}:
        found[f"{strength}_starts"].add(key)
        found["first_words"] |= {tokens[0], spaced[0]}


def _places() -> dict[str, list[str]]:
    data, codes = _load("places.toml"), _load("words.toml")["unit_codes"]
    countries, cities = _phrases(data["countries"]), _phrases(data["cities"])
    units = sorted({*countries, *_phrases(data["regions"]), *_phrases(codes)})
    places = {*units, *cities, *_phrases(data["towns"])}
    places |= {*_phrases(data["country_codes"]), *_phrases(data["states"])}
    return {
        "countries": sorted({*countries, *_phrases(data["country_codes"])}),
        "units": units,
        "unit_ends": sorted({phrase.split()[-1] for phrase in units}),
        "cities": cities,
        "places": sorted(places),
        "place_starts": _first_words([*places]),
    }


def _placeholders() -> dict[str, list[str]]:
    data = _load("placeholders.toml")
    texts: dict[str, list[str]] = {"none": [], "withheld": []}
    for entry in data["placeholder"]:
        texts[entry["kind"]] += entry["texts"]
    decorations = [word for entry in data["decoration"] for word in entry["words"]]
    decorations += _load("words.toml")["decorations"]
    none, withheld = _phrases(texts["none"]), _phrases(texts["withheld"])
    return {
        "none_phrases": none,
        "withheld_phrases": withheld,
        "placeholder_exceptions": sorted(
            {" ".join(name.casefold().split()) for name in _exceptions(data)}
        ),
        "decorations": _phrases(decorations),
        "project_words": _phrases(_load("generic_projects.toml")["words"]),
    }


def _words_of_placeholders(sections: dict[str, list[str]]) -> list[str]:
    names = (
        *("none_phrases", "withheld_phrases", "decorations"),
        *("places", "last_words", "form_words"),
    )
    found = {word for name in names for phrase in sections[name] for word in phrase.split()}
    short = (line.split("\t") for line in sections["abbreviations"])
    return sorted(found | {other for word, other in short if word in found})


def _phrases(texts: list[str]) -> list[str]:
    return sorted({" ".join(_bare(text)) for text in texts} - {""})


def _exceptions(data: dict[str, Any]) -> list[str]:
    return [name for entry in data.get("exception", []) for name in entry["names"]]


def _first_words(phrases: list[str]) -> list[str]:
    return sorted({phrase.split()[0] for phrase in phrases})


def _bare(text: str) -> list[str]:
    return [token for token in words(text) if token not in MARKS]


if __name__ == "__main__":
    sys.exit(main())
