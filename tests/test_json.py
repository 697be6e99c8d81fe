"""JSON from strangers: what falls into documents, what is refused, what is told."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from endorsecheck.exceptions import ReadError
from endorsecheck.readers import (
    Limits,
    PeopleRead,
    TableCount,
    json_resume,
)
from endorsecheck.readers._documents import Form
from endorsecheck.readers._json import documents
from endorsecheck.readers._node import Log, Node

RAVI: dict[str, Any] = {"basics": {"name": "Ravi Shah"}, "work": [{"name": "Acme"}]}
LENA: dict[str, Any] = {"basics": {"name": "Lena Vogt"}}


def log() -> Log:
    """A log of a file without anything in it."""
    return Log("data", "json", "documents")


def node(**values: object) -> Node:
    """An object with a fresh log."""
    return Node(values, "", log())


def told(node: Node) -> list[str]:
    """What was noticed, in words."""
    return [str(each) for each in node.log.diagnostics]


def lines(*resumes: object) -> bytes:
    """JSON Lines."""
    return "\n".join(map(json.dumps, resumes)).encode()


def names(read: PeopleRead) -> list[str]:
    """The names of the people read."""
    return [each.name for each in read.people]


def read(data: bytes, **options: Any) -> PeopleRead:
    """The resumes of a file."""
    return json_resume.read_people(data, **options)


# ---- documents ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(json.dumps([RAVI, LENA]).encode(), id="array"),
        pytest.param(lines(RAVI, LENA), id="lines"),
        pytest.param(b"\n" + lines(RAVI) + b"\r\n\n " + lines(LENA) + b"\n", id="blank-lines"),
        pytest.param(b"\xef\xbb\xbf" + lines(RAVI, LENA), id="marked"),
        pytest.param(lines(RAVI, LENA).decode().encode("utf-16"), id="utf-16"),
        pytest.param(lines(RAVI, LENA, [LENA])[:-2], id="cut-last-line"),
    ],
)
def test_several_documents_are_read(data: bytes) -> None:
    """From an array or line by line."""
    assert names(read(data))[:2] == ["Ravi Shah", "Lena Vogt"]


def test_document_over_several_lines_is_one() -> None:
    """JSON Lines are told by a first line that is an object of its own."""
    assert names(read(json.dumps(RAVI, indent=2).encode())) == ["Ravi Shah"]


def test_line_of_several_documents_is_an_array_of_its_own() -> None:
    """Batches of persons are sometimes written so."""
    assert names(read(lines(RAVI, [LENA, RAVI]))) == ["Ravi Shah", "Lena Vogt", "Ravi Shah"]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param(b"", "expected JSON, found an empty file", id="empty"),
        pytest.param(b" \n\t", "expected JSON, found an empty file", id="blank"),
        pytest.param(b'{"basics"', "no JSON: Expecting ':' delimiter", id="cut"),
        pytest.param(b"{} {}", "no JSON: Extra data", id="behind-the-end"),
        pytest.param(b'{"a": NaN}', "no JSON: NaN is no number", id="nan"),
        pytest.param(b'{"a": -Infinity}', "no JSON: -Infinity is no number", id="infinity"),
        pytest.param(b'{"a": ' + b"1" * 5000 + b"}", "no JSON: Exceeds", id="digits"),
        pytest.param(b"[" * 100_000, "nested deeper than 64 levels", id="very-deep"),
        pytest.param(b"[" * 70 + b"]" * 70, "nested deeper than 64 levels", id="deep"),
        pytest.param(b"17", "expected an object, found 17", id="number"),
        pytest.param(b'"Ravi"', "expected an object, found 'Ravi'", id="text"),
        pytest.param(b"null", "expected an object, found None", id="null"),
        pytest.param(b"[17]", "[0]: expected an object, found 17", id="array-of-number"),
        pytest.param(b"\xff\xfe\x00", "marked as UTF-16, but damaged", id="damaged-utf-16"),
        pytest.param(bytes(range(128, 256)), "no JSON: Expecting value", id="no-text"),
    ],
)
def test_unreadable_file_is_refused_by_name(data: bytes, expected: str) -> None:
    """Where there is nothing else to read."""
    with pytest.raises(ReadError) as caught:
        read(data)
    assert str(caught.value).startswith(f"data: {expected}")


@pytest.mark.parametrize(
    ("bad", "expected"),
    [
        pytest.param(b'{"basics": ', "data row 2: no JSON: Expecting value", id="cut"),
        pytest.param(b"17", "data row 2: expected an object, found 17", id="number"),
        pytest.param(b"[17]", "data row 2 [0]: expected an object, found 17", id="array"),
        pytest.param(b'{"a": NaN}', "data row 2: no JSON: NaN is no number", id="nan"),
        pytest.param(b"{}", "data row 2: expected a resume", id="no-resume"),
        pytest.param(
            b'{"basics": {"name": "X"}, "work": 3}',
            "data row 2 work: expected a list, found 3",
            id="work-number",
        ),
        pytest.param(
            b'[{"basics": {"name": "X"}, "work": 3}]',
            "data row 2 [0].work: expected a list, found 3",
            id="work-number-in-array",
        ),
    ],
)
def test_broken_document_among_others_is_reported(bad: bytes, expected: str) -> None:
    """With its line and path, counted, and the others are read."""
    found = read(b"\n".join([lines(RAVI), bad, lines(LENA)]))
    assert names(found) == ["Ravi Shah", "Lena Vogt"]
    assert [expected] == [str(each)[: len(expected)] for each in found.diagnostics]
    assert TableCount("documents", 3, 2, 1) == found.tables[0]


@pytest.mark.parametrize(
    ("first", "expected"),
    [
        pytest.param(lines(RAVI)[:-5], "data row 1: no JSON: Unterminated", id="cut"),
        pytest.param(b"17", "data row 1: expected an object, found 17", id="number"),
        pytest.param(b"[17]\n", "data row 1 [0]: expected an object", id="array"),
        pytest.param(b'{"a": 1, "a": 2}}', "data row 1: no JSON: Extra data", id="brace-too-many"),
    ],
)
def test_broken_first_line_is_reported(first: bytes, expected: str) -> None:
    """And the other lines are read, as they are if it is another one that is broken."""
    found = read(b"\n".join([first, lines(RAVI), lines(LENA)]))
    assert names(found) == ["Ravi Shah", "Lena Vogt"]
    assert [expected] == [str(each)[: len(expected)] for each in found.diagnostics]
    assert TableCount("documents", 3, 2, 1) == found.tables[0]


def test_cut_array_with_an_object_on_each_line_is_refused() -> None:
    """Its lines are no documents, and what is missing nobody knows."""
    with pytest.raises(ReadError, match="no JSON"):
        read(b"[\n" + lines(RAVI) + b",\n" + lines(LENA))


def test_no_row_of_a_broken_document_counts() -> None:
    """Its first sections are not used if a later one is no list."""
    bad = {**RAVI, "volunteer": 3}
    assert TableCount("work", 1, 1, 0) in read(lines(RAVI, bad)).tables


@pytest.mark.parametrize("value", [3, "x", {}, {"url": "linkedin.com/in/ravi"}])
def test_list_that_is_none_is_one_item_that_is_none(value: object) -> None:
    """Reported, where the document makes sense without it."""
    each = node(profiles=value)
    assert list(each.nodes("profiles")) == [None]
    assert [f"data profiles: '{value}' is not a list"] == told(each)


@pytest.mark.parametrize(
    ("text", "path"),
    [
        pytest.param(
            '{"basics": {"name": "R"}, "work": [{"a": 1, "a": 2}]}', "work[0].a", id="in"
        ),
        pytest.param(
            '[{"basics": {"name": "R", "x": [[{"a": 1, "a": 2}]]}}]',
            "[0].basics.x[0][0].a",
            id="array",
        ),
        pytest.param('{"basics": {"name": "R"}, "basics": {"a": 1, "a": 2}}', "a", id="dropped"),
    ],
)
def test_key_that_stands_twice_is_reported_with_its_path(text: str, path: str) -> None:
    """As far as the object that it stands in is part of the document."""
    told = log()
    list(documents(text.encode(), told, Limits()))
    assert path == told.diagnostics[0].path


@pytest.mark.parametrize("levels", [1, 2, 5])
def test_depth_is_counted_in_levels(levels: int) -> None:
    """As many levels as the limit says are read, one more is refused."""
    text = b"[" * levels + b"]" * levels
    assert list(documents(text, log(), Limits(max_depth=levels))) == [json.loads(text)]
    with pytest.raises(ReadError, match="deeper"):
        list(documents(b"[" + text + b"]", log(), Limits(max_depth=levels)))


def test_depth_counts_no_brackets_in_texts() -> None:
    """A text full of brackets is flat."""
    text = json.dumps({"basics": {"name": "Ravi Shah", "summary": "[{" * 500}})
    assert names(read(text.encode())) == ["Ravi Shah"]


# ---- files -------------------------------------------------------------------------------------


def test_folder_is_read_file_by_file(tmp_path: Path) -> None:
    """In the order of their names; what has another ending is left alone."""
    (tmp_path / "b.json").write_text(json.dumps(RAVI))
    (tmp_path / "a.jsonl").write_text(json.dumps(LENA))
    (tmp_path / "c.txt").write_text("notes")
    assert names(read_path(tmp_path)) == ["Lena Vogt", "Ravi Shah"]


def read_path(path: Path) -> PeopleRead:
    """The resumes at a path."""
    return json_resume.read_people(path)


def test_broken_file_in_a_folder_is_reported(tmp_path: Path) -> None:
    """And counted; the others are read."""
    (tmp_path / "a.json").write_text("{")
    (tmp_path / "b.json").write_text(json.dumps(RAVI))
    (tmp_path / "c.json").symlink_to("/dev/zero")
    found = read_path(tmp_path)
    assert names(found) == ["Ravi Shah"]
    assert {"a.json", "c.json"} == {each.file for each in found.diagnostics}
    assert TableCount("documents", 3, 1, 2) == found.tables[0]


def test_folder_of_other_files_is_refused(tmp_path: Path) -> None:
    """It says which files are looked for."""
    (tmp_path / "a.txt").write_text("notes")
    (tmp_path / "b.txt").write_text("notes")
    with pytest.raises(ReadError, match=r"expected files that end in \.json, \.jsonl"):
        read_path(tmp_path)


def test_empty_folder_is_refused(tmp_path: Path) -> None:
    """As there is nothing to read."""
    with pytest.raises(ReadError, match="expected files that end in"):
        read_path(tmp_path)


def test_folder_too_large_is_read_up_to_the_limit(tmp_path: Path) -> None:
    """Each file that is left out is reported."""
    for name in "abc":
        (tmp_path / f"{name}.json").write_text(json.dumps(RAVI))
    size = len(json.dumps(RAVI))
    found = json_resume.read_people(tmp_path, limits=Limits(max_total_bytes=size))
    assert TableCount("documents", 3, 1, 2) == found.tables[0]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(lines(RAVI) + b"\n17" * 4, id="lines"),
        pytest.param(b"[1, 2, 3, 4]", id="array"),
        pytest.param(lines({**RAVI, "work": [1, 2, 3, 4]}), id="entries"),
        pytest.param(lines(*[{**RAVI, "work": 3}] * 4), id="documents"),
    ],
)
def test_file_with_more_faults_than_the_limit_is_refused(data: bytes) -> None:
    """It is no file of the kind, and telling of all of them would fill the memory."""
    with pytest.raises(ReadError, match="data: more than 3 faults, expected fewer"):
        read(data, limits=Limits(max_diagnostics=3))
    assert read(lines(RAVI) + b"\n17\n17\n17", limits=Limits(max_diagnostics=3)).diagnostics


def test_file_with_more_documents_than_the_limit_is_refused() -> None:
    """As many as it says are read."""
    assert names(read(lines(RAVI, LENA), limits=Limits(max_rows=2))) == ["Ravi Shah", "Lena Vogt"]
    with pytest.raises(ReadError, match="data: more than 2 documents, expected fewer"):
        read(lines(RAVI, LENA, RAVI), limits=Limits(max_rows=2))


def test_notice_on_opening_stands_once(tmp_path: Path) -> None:
    """With the first file, not with each."""
    form = Form("json", "documents", lambda each: [each.path])
    (tmp_path / "a.json").write_text("[{}, {}]")
    assert form.gather(tmp_path / "a.json", None)[:2] == (("[0]", "[1]"), ())
