"""Further hostile files of the kinds in the corpus: other places, other tricks, other readers."""

from __future__ import annotations

import struct
from typing import Any

import attrs
import shared_checks

MAKER = shared_checks.load("make_corpus")
ENDORSED, JOBS = MAKER.END, MAKER.POS
GIVEN: str = MAKER.GIVEN
LINES = GIVEN.split("\n")
STAYS: str = MAKER.csv_text(
    MAKER.HISTORY_HEADER,
    [
        [MAKER.at(i), f"Person {i}", "Plover Paperworks", "Gilder", "2018", "2020"]
        for i in range(8)
    ],
)


@attrs.frozen
class Variation:
    """A file, and what has to come of it.

    Attributes:
        content: The bytes of the file.
        used: Rows that come through of each table; nothing if the file is refused.
        rows: Rows of each table, used or reported.
        told: A part of the error, or of one diagnostic each.
    """

    content: bytes
    used: dict[str, int] = attrs.field(factory=dict)
    rows: dict[str, int] = attrs.field(factory=dict)
    told: tuple[str, ...] = ()


def bytes_of(content: str | bytes) -> bytes:
    """The content of a file, in UTF-8."""
    return content if isinstance(content, bytes) else content.encode()


def endorsed(content: str | bytes, *told: str, used: int = 6, rows: int = 6) -> Variation:
    """A file of endorsements that is read."""
    table = ENDORSED
    return Variation(bytes_of(content), {table: used}, {table: rows}, told)


def stays(content: str | bytes, *told: str, used: int = 8, rows: int = 8) -> Variation:
    """A file of people that is read."""
    name = "histories.csv"
    return Variation(bytes_of(content), {name: used}, {name: rows}, told)


def refused(content: str | bytes, told: str) -> Variation:
    """A file that is not read."""
    return Variation(bytes_of(content), told=(told,))


def widened(text: str, head: str, cell: str) -> str:
    """A table with one more column."""
    lines = text.splitlines()
    return "\n".join([f"{lines[0]},{head}", *(f"{line},{cell}" for line in lines[1:])])


def quoted(text: str, *starts: str) -> str:
    """A text with a stray quote before each of these."""
    for start in starts:
        text = text.replace(start, f'"{start}', 1)
    return text


def patched(data: bytes, *edits: tuple[bytes, int, bytes]) -> bytes:
    """An archive with other bytes so far behind every such signature."""
    found = bytearray(data)
    for signature, offset, value in edits:
        at = found.find(signature)
        while at >= 0:
            found[at + offset : at + offset + len(value)] = value
            at = found.find(signature, at + 4)
    return bytes(found)


# ---- tables ------------------------------------------------------------------------------------

ENDORSEMENTS: dict[str, Variation] = {
    "quote-in-the-last-row": endorsed(quoted(GIVEN, "Filomena"), "row 7, 'Endorser First Name'"),
    "quote-at-the-start-of-a-row": endorsed(quoted(GIVEN, LINES[2]), "row 3, 'Endorsement Date'"),
    "quote-in-the-header": endorsed(quoted(GIVEN, "Skill Name"), "row 1, 'Skill Name'"),
    "quote-after-an-address": endorsed(
        GIVEN.replace("ec-dv-2,", 'ec-dv-2",'), "row 4, 'Endorser Public Url'"
    ),
    "three-quotes": endorsed(GIVEN.replace("Bartolo", '"""Bartolo'), "row 3"),
    "quotes-around-two-rows": endorsed(
        quoted(GIVEN, LINES[3]).replace(LINES[4], f'{LINES[4]}"'), "row 4", "row 5"
    ),
    "two-pairs-of-quotes": endorsed(
        GIVEN.replace("Bookbinding,Bartolo", '"Bookbinding,Bartolo')
        .replace("Bookbinding,Clotilde", 'Bookbinding",Clotilde')
        .replace("Bookbinding,Dorotea", '"Bookbinding,Dorotea')
        .replace("Bookbinding,Eustace", 'Bookbinding",Eustace'),
        *("row 3", "row 4", "row 5", "row 6"),
    ),
    "quote-between-returns": endorsed(quoted(GIVEN, "Bartolo").replace("\n", "\r"), "row 3"),
    "quote-between-semicolons": endorsed(
        quoted(GIVEN, "Bartolo").replace(",", ";"), "semicolons", "row 3"
    ),
    "quote-alone-at-the-end": endorsed(f'{GIVEN}"', "row 8: a blank row", rows=7),
    "row-of-one-cell": endorsed(
        GIVEN.replace(LINES[3], "Clotilde"), "row 4: 1 cells, expected 6", used=5
    ),
    "row-of-commas": endorsed(GIVEN.replace(LINES[3], "," * 5_000), "row 4", used=5),
    "cell-missing-in-the-middle": endorsed(
        GIVEN.replace(LINES[3], LINES[3].replace("Bookbinding,", "")), "row 4: 5 cells", used=5
    ),
    "all-rows-short": endorsed(
        "\n".join([LINES[0], *(line.rpartition(",")[0] for line in LINES[1:-1])]),
        *(f"row {i}: 5 cells" for i in range(2, 8)),
        used=0,
    ),
    "return-in-a-bare-cell": endorsed(
        GIVEN.replace("Bookbinding,Clotilde", "Book\rbinding,Clotilde"),
        *("row 4: 2 cells", "row 5: 5 cells"),
        used=5,
        rows=7,
    ),
    "every-kind-of-line-end": endorsed(
        f"{LINES[0]}\r{LINES[1]}\n{LINES[2]}\r\n{LINES[3]}\r\r\n{LINES[4]}\n\r{LINES[5]}\n"
        f"{LINES[6]}"
    ),
    "address-column-twice": refused(
        widened(GIVEN, "Endorser Public Url", "https://www.linkedin.com/in/other"),
        "row 1: two columns are called 'Endorser Public Url'",
    ),
    "column-twice-in-another-case": refused(
        widened(GIVEN, "SKILL NAME ", "Typing"), "row 1: two columns are called 'Skill Name'"
    ),
    "header-three-times": endorsed(
        GIVEN * 3, "row 8: the header once more", "row 15: the header", used=18, rows=20
    ),
    "hidden-blank-in-the-header": endorsed(GIVEN.replace("Skill Name", "Skill\u200b\u00a0Name")),
    "mark-before-the-first-row": endorsed(GIVEN.replace("\n", "\n\ufeff", 1)),
    "utf-16-without-a-mark": refused(GIVEN.encode("utf-16-le"), "UTF-16 without its mark"),
    "utf-16-of-odd-length": refused(GIVEN.encode("utf-16") + b"x", "marked as UTF-16, but"),
    "utf-16-with-half-a-pair": refused(
        b"\xff\xfe" + GIVEN.replace("Rut", "\ud800").encode("utf-16-le", "surrogatepass"),
        "marked as UTF-16, but damaged",
    ),
    "surrogates-in-utf-8": endorsed(
        GIVEN.encode().replace(b"Rutabaga", b"\xed\xa0\xbd\xed\xb8\x80"), "not all", "row 6"
    ),
    "overlong-utf-8": endorsed(
        GIVEN.encode().replace(b"Rutabaga", b"Ruta\xc0\x80\xc0\xaf"), "not all", "row 6"
    ),
    "ebcdic": refused(GIVEN.encode("cp037"), "no header"),
}
"""Read as a table of an export."""

PEOPLE: dict[str, Variation] = {
    "quote-never-closed": stays(quoted(STAYS, "Person 3"), "row 5, 'Name'"),
    "quotes-that-pair-up": stays(
        quoted(STAYS, "Person 3").replace("Person 5,", 'Person 5",'), "row 5", "row 7"
    ),
    "quote-between-tabs": stays(quoted(STAYS, "Person 3").replace(",", "\t"), "row 5"),
    "name-twice": refused(widened(STAYS, "Name", "Z"), "row 1: two columns are called 'Name'"),
    "utf-16-without-a-mark": refused(STAYS.encode("utf-16-be"), "UTF-16 without its mark"),
    "returns-alone": stays(STAYS.replace("\n", "\r")),
}
"""Read as a table of people."""

# ---- archives ----------------------------------------------------------------------------------

_ALL = {ENDORSED: 6, JOBS: 2, MAKER.CON: 6}
_ENTRY, _HEAD, _END = b"PK\x01\x02", b"PK\x03\x04", b"PK\x05\x06"
_GOOD: bytes = MAKER.GOOD
_FILES: list[tuple[str, str]] = MAKER.FILES


def _archive(members: list[tuple[str, str]]) -> bytes:
    data: Any = MAKER.zipped(members)
    return bytes(data)


def _number(value: int) -> bytes:
    return struct.pack("<I", value)


ARCHIVES: dict[str, Variation] = {
    "script-before": Variation(b"#!/bin/sh\n" + _GOOD, _ALL, _ALL, ("10 bytes before it",)),
    "two-archives": Variation(_GOOD + _GOOD, _ALL, _ALL, ("not read: another archive",)),
    "bytes-after": Variation(_GOOD + b"and so on", _ALL, _ALL),
    "long-comment": Variation(_GOOD[:-2] + b"\xff\xff" + b"x" * 65_535, _ALL, _ALL),
    "end-within-the-comment": refused(
        _GOOD[:-2] + struct.pack("<H", 30) + _END + bytes(26), "found no file"
    ),
    "names-in-two-cases": refused(
        _archive([*_FILES, (ENDORSED.lower(), LINES[0])]), "there twice and different"
    ),
    "two-folders-of-one-content": Variation(
        _archive([(f"{folder}/{name}", text) for folder in "ab" for name, text in _FILES]),
        *(_ALL, _ALL),
        (f"{ENDORSED}: there twice with one content", f"{JOBS}: there twice with one content"),
    ),
    "far-down": Variation(_archive([("a/" * 500 + name, text) for name, text in _FILES]), _ALL),
    "backslashes": Variation(_archive([(f"data\\{name}", text) for name, text in _FILES]), _ALL),
    "name-with-a-nul": refused(patched(_GOOD, (JOBS.encode(), 9, b"\0")), f"no {JOBS}"),
    "name-right-to-left": Variation(
        _archive([*_FILES, ("\u202evsc.snoitisoP", "x"), ("\x1b[31m.csv", "x")]), _ALL
    ),
    "named-otherwise-within": refused(
        _GOOD.replace(JOBS.encode(), b"Positionz.csv", 1), "named otherwise in the directory"
    ),
    "folder-of-that-name": refused(
        _archive([(f"{ENDORSED}/", ""), *_FILES[1:]]), f"no {ENDORSED}"
    ),
    "declared-too-small": refused(
        patched(_GOOD, (_ENTRY, 24, _number(10)), (_HEAD, 22, _number(10))), "damaged: not of"
    ),
    "declared-too-large": refused(patched(_GOOD, (_ENTRY, 24, _number(2**32 - 2))), "more than"),
    "packed-size-too-large": refused(patched(_GOOD, (_ENTRY, 20, _number(2**32 - 2))), "overlap"),
    "all-at-one-place": refused(patched(_GOOD, (_ENTRY, 42, _number(0))), "members overlap"),
    "beyond-the-end": refused(patched(_GOOD, (_ENTRY, 42, _number(2**31))), "members overlap"),
    "directory-beyond-the-end": refused(patched(_GOOD, (_END, 16, _number(2**31))), "x.zip: "),
    "counts-that-lie": Variation(patched(_GOOD, (_END, 8, b"\x60\xea\x60\xea")), _ALL, _ALL),
    "deflate-called-stored": refused(
        patched(_GOOD, (_ENTRY, 10, b"\0\0"), (_HEAD, 8, b"\0\0")), "damaged"
    ),
    "packed-by-lzma": refused(
        patched(_GOOD, (_ENTRY, 10, b"\x0e\0"), (_HEAD, 8, b"\x0e\0")), "packed by method 14"
    ),
    "day-that-is-none": Variation(
        patched(_GOOD, (_ENTRY, 12, b"\xff" * 4), (_HEAD, 10, b"\xff" * 4)), _ALL, _ALL
    ),
    "version-to-come": refused(patched(_GOOD, (_ENTRY, 6, b"\xff\0")), "not a ZIP archive"),
    "extra-field-cut": refused(patched(_GOOD, (_ENTRY, 30, b"\x05\0")), "not a ZIP archive"),
    "ten-thousand-members": refused(
        _archive([(f"{i}.csv", "") for i in range(10_001)]), "more than 10000 files"
    ),
}
"""Read as an export."""
