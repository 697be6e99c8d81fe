"""Which reader a file is for."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from endorsecheck import readers
from endorsecheck.exceptions import ReadError

DATA = Path(__file__).parents[1] / "examples" / "data"
RESUME = b'{"basics": {"name": "Ravi Shah"}}'


@pytest.mark.parametrize(
    ("name", "reader", "why"),
    [
        pytest.param("resumes", "json_resume", "an object with 'basics'", id="resumes"),
        pytest.param(
            "people-data-labs.json", "people_data_labs", "an object with 'full_name'", id="labs"
        ),
        pytest.param("orcid.json", "orcid", "an object with 'orcid-identifier'", id="orcid"),
        pytest.param(
            "colleagues.csv", "table", "headings between commas, semicolons or tabs", id="table"
        ),
        pytest.param(
            "Basic_LinkedInDataExport_06-30-2026.zip",
            "linkedin",
            "holds Connections.csv",
            id="export",
        ),
    ],
)
def test_format_is_told_by_content(name: str, reader: str, why: str) -> None:
    """It says which reader it chose, and why."""
    found = readers.read_people(DATA / name)
    assert (reader, why) == (found.reader, found.why)
    assert found.people
    assert found.tables


@pytest.mark.parametrize(
    ("content", "reader"),
    [
        pytest.param(b"\xef\xbb\xbf" + RESUME, "json_resume", id="marked"),
        pytest.param(RESUME.decode().encode("utf-16"), "json_resume", id="utf-16"),
        pytest.param(b"[" + RESUME + b"]", "json_resume", id="array"),
        pytest.param(b'{"experience": [], "full_name": "r"}', "people_data_labs", id="labs"),
        pytest.param(
            b'{"basics": {"name": "R", "label": "experience"}}', "json_resume", id="value-as-key"
        ),
        pytest.param(b"Name;Company\nRavi Shah;Acme\n", "table", id="semicolons"),
        pytest.param(b"Name\tCompany\nRavi Shah\tAcme\n", "table", id="tabs"),
        pytest.param(
            b"<record xmlns='http://www.orcid.org/ns/record'><person><name><given-names>Ravi"
            b"</given-names></name></person></record>",
            "orcid",
            id="xml",
        ),
    ],
)
def test_format_of_bytes_is_told(content: bytes, reader: str) -> None:
    """In any encoding that has a mark."""
    assert reader == readers.read_people(content).reader


class Unseekable(io.BytesIO):
    """A pipe."""

    def seekable(self) -> bool:
        """It cannot go back."""
        return False


@pytest.mark.parametrize(
    "stream",
    [
        pytest.param(io.BytesIO(RESUME), id="bytes"),
        pytest.param(io.StringIO(RESUME.decode()), id="text"),
        pytest.param(Unseekable(RESUME), id="pipe"),
        pytest.param((DATA / "resumes" / "ravi-shah.json").open("rb"), id="file"),
    ],
)
def test_stream_is_read(stream: Any) -> None:
    """Also one that can be read only once."""
    with stream:
        assert [each.name for each in readers.read_people(stream).people] == ["Ravi Shah"]


def test_stream_keeps_its_name() -> None:
    """In what is told of it."""
    stream = Unseekable(b'{"basics": {"name": "Ravi Shah"}, "work": [null]}')
    stream.name = "ravi.json"
    assert [each.file for each in readers.read_people(stream).diagnostics] == ["ravi.json"]


def test_paths_are_read_one_by_one(tmp_path: Path) -> None:
    """From any iterable of them."""
    paths = []
    for name in ("ravi", "lena"):
        paths.append(tmp_path / f"{name}.json")
        paths[-1].write_text(json.dumps({"basics": {"name": name}}))
    found = readers.read_people(iter(paths))
    assert [each.name for each in found.people] == ["ravi", "lena"]


def test_archive_of_resumes_is_read(tmp_path: Path) -> None:
    """As a folder is."""
    with zipfile.ZipFile(tmp_path / "resumes.zip", "w") as archive:
        archive.writestr("notes.txt", "a, b")
        archive.writestr("ravi.json", RESUME)
    assert readers.read_people(tmp_path / "resumes.zip").reader == "json_resume"


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"{}", id="object"),
        pytest.param(b"[17]", id="array"),
        pytest.param(b"notes of a day", id="text"),
        pytest.param(b"a,\0", id="binary"),
        pytest.param(b"<html></html>", id="html"),
        pytest.param(b"\xff\xfe\x00\xd8\x00\xd8", id="damaged"),
    ],
)
def test_unknown_format_is_refused_with_those_that_are_known(content: bytes) -> None:
    """By name."""
    with pytest.raises(ReadError, match=r"^data: in no format that is known, expected a LinkedIn"):
        readers.read_people(content)


@pytest.mark.parametrize("source", [pytest.param(17, id="number")])
def test_what_is_no_source_is_an_error_of_the_caller(source: Any) -> None:
    """As for every reader."""
    with pytest.raises(TypeError, match="expected a path, bytes"):
        readers.read_people(source)
