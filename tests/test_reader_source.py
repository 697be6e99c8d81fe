"""Opening what a caller names."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path
from typing import Any

import pytest

from endorsecheck.exceptions import ReadError
from endorsecheck.readers import Limits
from endorsecheck.readers._source import Bundle, Kind, open_bundle

SMALL = Limits(max_bytes=10, max_total_bytes=15, max_members=3)


def contents(source: Any, limits: Limits | None = None) -> dict[str, bytes]:
    """Path and content of each entry."""
    with open_bundle(source, limits or Limits()) as bundle:
        return {entry.path: bundle.read(entry) for entry in bundle.entries}


def bundle_of(source: Any) -> Bundle:
    """The bundle, closed again."""
    with open_bundle(source, Limits()) as bundle:
        return bundle


def archive(*members: tuple[str, bytes]) -> bytes:
    """A ZIP."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as out:
        for name, content in members:
            out.writestr(zipfile.ZipInfo(name, (2026, 6, 30, 0, 0, 0)), content)
    return file.getvalue()


class Pipe(io.BytesIO):
    """A stream that can't seek."""

    def seekable(self) -> bool:
        """No."""
        return False


def test_path_of_a_file(tmp_path: Path) -> None:
    """A file is a bundle of one."""
    path = tmp_path / "a.csv"
    path.write_bytes(b"x")
    assert contents(path) == contents(str(path)) == {"a.csv": b"x"}
    assert (bundle_of(path).name, bundle_of(path).kind) == ("a.csv", Kind.FILE)


@pytest.mark.parametrize(
    "wrap",
    [
        pytest.param(bytes, id="bytes"),
        pytest.param(bytearray, id="bytearray"),
        pytest.param(memoryview, id="memoryview"),
        pytest.param(io.BytesIO, id="stream"),
        pytest.param(Pipe, id="stream-that-cannot-seek"),
        pytest.param(lambda data: io.StringIO(data.decode()), id="text"),
    ],
)
def test_bytes_and_streams_are_one_file(wrap: Any) -> None:
    """Without a name it is called data."""
    assert contents(wrap(b"Name\n")) == {"data": b"Name\n"}


def test_stream_is_read_from_its_start_and_left_open() -> None:
    """What was just written can be read without seeking, and stays the caller's."""
    stream = io.BytesIO()
    stream.write(archive(("a.csv", b"x")))
    assert contents(stream) == {"a.csv": b"x"}
    assert not stream.closed


def test_stream_is_called_by_the_name_of_its_file(tmp_path: Path) -> None:
    """An open file keeps its name, without the folder."""
    path = tmp_path / "a.csv"
    path.write_bytes(b"x")
    with path.open("rb") as stream:
        assert contents(stream) == {"a.csv": b"x"}


def test_several_paths(tmp_path: Path) -> None:
    """Each by its own name."""
    for name in ("a.csv", "b.csv"):
        (tmp_path / name).write_text(name)
    paths = [tmp_path / "a.csv", str(tmp_path / "b.csv")]
    assert contents(paths) == {"a.csv": b"a.csv", "b.csv": b"b.csv"}
    assert bundle_of(paths).kind is Kind.FILES


def test_folder_is_searched_at_any_depth(tmp_path: Path) -> None:
    """Files are in the order of their paths; hidden ones and the system's are left out."""
    for name in ("z.csv", "in/a.csv", "in/deep/b.csv", ".git/c.csv", "__MACOSX/d.csv", ".e"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    assert list(contents(tmp_path)) == ["in/a.csv", "in/deep/b.csv", "z.csv"]
    assert bundle_of(tmp_path).name == tmp_path.name


def test_folder_is_called_by_its_own_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The current folder too."""
    monkeypatch.chdir(tmp_path)
    assert bundle_of(".").name == tmp_path.name


def test_archive_entries_are_found_whatever_wrote_them() -> None:
    """Backslashes are separators; resource forks are left out; the day of writing is known."""
    data = archive(("jobs\\a.csv", b"x"), ("__MACOSX/._a.csv", b"y"), ("b/._c.csv", b"z"))
    bundle = bundle_of(data)
    assert [entry.path for entry in bundle.entries] == ["jobs/a.csv"]
    assert bundle.entries[0].written_on == "2026-06-30"


def test_member_that_leads_outside_is_left_out_and_reported() -> None:
    """It is never opened, and its name is shown."""
    bundle = bundle_of(archive(("../a.csv", b"x"), ("b.csv", b"y")))
    assert [entry.path for entry in bundle.entries] == ["b.csv"]
    (found,) = bundle.diagnostics
    assert str(found) == (
        "data: a member was not read: its name leads outside the archive: '../a.csv'"
    )


def test_archive_by_its_name_alone(tmp_path: Path) -> None:
    """A file called .zip that is none is refused as such."""
    path = tmp_path / "export.ZIP"
    path.write_bytes(b"dv" + bytes(100))
    with pytest.raises(ReadError, match=r"^export\.ZIP: not a ZIP archive"):
        bundle_of(path)


# ---- what cannot be opened ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("no-such-export.zip", "no-such-export.zip: no such file", id="missing"),
        pytest.param("a\0b", "embedded null", id="nul"),
        pytest.param("x" * 5000, "too long", id="long"),
    ],
)
def test_path_that_is_not_there_is_an_error(name: str, expected: str) -> None:
    """The error names the path as it was given."""
    with pytest.raises(ReadError, match=expected):
        bundle_of(name)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_pipe_is_not_waited_for(tmp_path: Path) -> None:
    """Neither as the source nor in a list."""
    pipe = tmp_path / "a.csv"
    os.mkfifo(pipe)
    with pytest.raises(ReadError, match="not a plain file"):
        bundle_of(pipe)
    with pytest.raises(ReadError, match=r"^a\.csv: not a plain file"):
        contents([pipe])


def test_file_that_turns_into_a_device_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was opened is looked at again."""
    plain = Path(__file__).stat()
    monkeypatch.setattr(Path, "stat", lambda _, **__: plain)
    monkeypatch.setattr(Path, "is_dir", lambda _: False)
    with pytest.raises(ReadError, match="not a plain file"):
        bundle_of("/dev/null")


@pytest.mark.parametrize(
    ("make", "expected"),
    [
        pytest.param(lambda path: path.symlink_to("b.csv"), "a symbolic link", id="link"),
        pytest.param(lambda path: path.symlink_to(path.name), "a symbolic link", id="loop"),
        pytest.param(Path.mkdir, "a folder", id="folder"),
        pytest.param(
            getattr(os, "mkfifo", None),
            "a special file",
            id="pipe",
            marks=pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here"),
        ),
    ],
)
def test_what_stands_in_a_folder_under_the_name_of_a_table(
    tmp_path: Path, make: Any, expected: str
) -> None:
    """It is an entry, and reading it is an error that names it."""
    make(tmp_path / "a.csv")
    with pytest.raises(ReadError, match=rf"^a\.csv: {expected}, expected a plain file$"):
        contents(tmp_path)


def test_link_to_a_folder_is_not_followed(tmp_path: Path) -> None:
    """What is outside stays outside."""
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "a.csv").write_text("x")
    inside = tmp_path / "inside"
    inside.mkdir()
    (inside / "more").symlink_to(outside)
    bundle = bundle_of(inside)
    assert [entry.path for entry in bundle.entries] == ["more"]
    with pytest.raises(ReadError, match=r"^more: a symbolic link"):
        bundle.read(bundle.entries[0])


def test_file_that_went_away_is_an_error(tmp_path: Path) -> None:
    """Between finding and reading a file may vanish, or even its entry."""
    (tmp_path / "a.csv").write_text("x")
    bundle = bundle_of(tmp_path)
    (tmp_path / "a.csv").unlink()
    with pytest.raises(ReadError, match=r"^a\.csv: no such file or folder$"):
        bundle.read(bundle.entries[0])


def test_entry_that_cannot_be_looked_at_is_special(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is known of it, so it is not opened."""

    def fail(_: Path) -> os.stat_result:
        raise PermissionError

    (tmp_path / "a.csv").write_text("x")
    monkeypatch.setattr(Path, "lstat", fail)
    with pytest.raises(ReadError, match="a special file"):
        contents(tmp_path)


def test_folder_that_cannot_be_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A locked sub-folder is reported; a locked source is an error."""
    (tmp_path / "locked").mkdir()
    (tmp_path / "a.csv").write_text("x")
    scan = os.scandir

    def locked(path: Any) -> Any:
        if Path(path).name == "locked":
            raise PermissionError(13, "Permission denied")
        return scan(path)

    monkeypatch.setattr(os, "scandir", locked)
    bundle = bundle_of(tmp_path)
    assert [str(each) for each in bundle.diagnostics] == ["locked: not read: permission denied"]
    with pytest.raises(ReadError, match=r"locked: permission denied$"):
        bundle_of(tmp_path / "locked")


def test_closed_stream_is_an_error() -> None:
    """As is any stream that fails."""
    stream = io.BytesIO(b"x")
    stream.close()
    with pytest.raises(ReadError, match=r"^data: I/O operation on closed file"):
        bundle_of(stream)


def test_error_without_words_is_called_by_its_kind() -> None:
    """A stream may fail without saying why."""

    class Broken(Pipe):
        def read(self, _: int | None = -1) -> bytes:
            raise OSError

    with pytest.raises(ReadError, match=r"^data: oserror$"):
        bundle_of(Broken())


@pytest.mark.parametrize("source", [pytest.param(17, id="number"), pytest.param(None, id="none")])
def test_no_source_at_all_is_a_type_error(source: Any) -> None:
    """What is neither path, bytes nor stream is the caller's mistake."""
    with pytest.raises(TypeError, match="expected a path, bytes, an open file or paths"):
        bundle_of(source)


# ---- limits ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(bytes(11), id="bytes"),
        pytest.param(Pipe(bytes(16)), id="stream-that-cannot-seek"),
        pytest.param(archive(("a.csv", bytes(11))), id="archive"),
        pytest.param(archive(("a.csv", bytes(8)), ("b.csv", bytes(8))), id="together"),
        pytest.param(archive(*[(str(n), b"") for n in range(4)]), id="members"),
    ],
)
def test_more_than_the_limits_allow_is_an_error(source: Any) -> None:
    """Bytes of one file, of all files, and files."""
    with pytest.raises(ReadError, match=r"more than (10|15|3) (bytes|files)"):
        contents(source, SMALL)


def test_folder_of_too_many_files_is_an_error(tmp_path: Path) -> None:
    """Somebody's whole disk is not an export."""
    for number in range(4):
        (tmp_path / str(number)).write_text("x")
    with pytest.raises(ReadError, match="more than 3 files, expected one export"):
        contents(tmp_path, SMALL)
