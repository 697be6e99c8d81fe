"""Archives from strangers: what is taken, and what is refused."""

from __future__ import annotations

import io
import random
import stat
import struct
import zipfile
from typing import BinaryIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from endorsecheck.exceptions import ReadError
from endorsecheck.readers import Limits, _archive

CONTENT = b"Name\nWelding\n" * 500
DAY = (2026, 6, 30, 9, 0, 0)


def zipped(
    *members: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED, mode: int = 0o100644
) -> bytearray:
    """An archive."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, content in members:
            info = zipfile.ZipInfo(name, DAY)
            info.compress_type = method
            info.external_attr = mode << 16
            archive.writestr(info, content)
    return bytearray(file.getvalue())


def one(data: bytes | bytearray, limits: Limits | None = None) -> tuple[BinaryIO, zipfile.ZipInfo]:
    """The stream of an archive and its only member."""
    stream = io.BytesIO(data)
    (member,) = _archive.directory(stream, "x.zip", limits or Limits())
    return stream, member


def unpacked(data: bytes | bytearray, limits: Limits | None = None) -> bytes:
    """The content of the only member."""
    return _archive.unpack(*one(data, limits), limits or Limits())


def patched(data: bytearray, where: bytes, offset: int, value: bytes) -> bytearray:
    """The archive with some bytes of the first such header replaced."""
    start = data.find(where) + offset
    data[start : start + len(value)] = value
    return data


LOCAL, CENTRAL, END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"


@pytest.mark.parametrize(
    "method",
    [
        pytest.param(zipfile.ZIP_DEFLATED, id="deflated"),
        pytest.param(zipfile.ZIP_STORED, id="stored"),
    ],
)
@pytest.mark.parametrize("name", ["Skills.csv", "Zoë/Größl.csv", ""])
def test_member_is_unpacked(method: int, name: str) -> None:
    """What was packed comes out."""
    assert unpacked(zipped((name, CONTENT), method=method)) == CONTENT


@given(st.binary(max_size=300_000))
def test_any_content_is_unpacked(content: bytes) -> None:
    """Whatever its size, in pieces."""
    limits = Limits(max_ratio=2_000)
    assert unpacked(zipped(("a.csv", content)), limits) == content


def test_incompressible_content_is_unpacked_in_pieces() -> None:
    """A member larger than one piece on both sides."""
    content = random.Random(1).randbytes(200_000)  # noqa: S311 # no secret
    assert unpacked(zipped(("a.csv", content))) == content


def test_streamed_member_is_unpacked() -> None:
    """Sizes that stand behind the member, as LinkedIn writes them, are in the directory."""

    class Pipe(io.RawIOBase):
        """A file that can't seek."""

        def __init__(self) -> None:
            self.data = bytearray()

        def writable(self) -> bool:
            return True

        def write(self, data: object) -> int:
            piece = bytes(data)  # type: ignore[call-overload] # any buffer
            self.data += piece
            return len(piece)

    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.csv", CONTENT)
    assert unpacked(pipe.data) == CONTENT


def test_folders_are_no_members() -> None:
    """Entries of folders are left out."""
    data = zipped(("my data/", b""), ("my data/a.csv", b"x"))
    assert one(data)[1].filename == "my data/a.csv"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param(b"", "not a ZIP archive, or a damaged one", id="empty"),
        pytest.param(b"PK\x03\x04" + bytes(90), "not a ZIP archive", id="only-a-start"),
        pytest.param(zipped(("a", b"x"))[:-30], "not a ZIP archive", id="cut"),
        pytest.param(END, "not a ZIP archive", id="only-an-end"),
        pytest.param(
            patched(zipped(("a", b"x")), CENTRAL, 6, b"\xff\x00"), "NotImplemented", id="version"
        ),
        pytest.param(
            patched(zipped(("a", b"x")), END, 12, b"\xff\xff\xff\x7f"),
            "more than 3 files",
            id="huge-directory",
        ),
        pytest.param(
            patched(zipped(("a", b"x")), CENTRAL, 20, b"\xff\xff\x00\x00"),
            "longer than the archive",
            id="member-beyond-the-end",
        ),
        pytest.param(
            patched(zipped(("a", b"x" * 99), ("b", b"y")), CENTRAL, 20, b"\xff\x00\x00\x00"),
            "members overlap",
            id="overlap",
        ),
        pytest.param(zipped(*[(str(n), b"") for n in range(4)]), "more than 3 files", id="many"),
    ],
)
def test_damaged_or_crafted_directory_is_refused(data: bytes, expected: str) -> None:
    """The error names the archive and nothing else escapes."""
    with pytest.raises(ReadError, match=rf"^x\.zip: .*{expected}"):
        _archive.directory(io.BytesIO(data), "x.zip", Limits(max_members=3))


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param(zipped(("a", b"x"), mode=stat.S_IFLNK), "a symbolic link", id="link"),
        pytest.param(zipped(("a", b"x"), mode=stat.S_IFIFO), "a special file", id="pipe"),
        pytest.param(zipped(("a", b"x"), mode=stat.S_IFDIR), "a folder", id="folder"),
        pytest.param(
            patched(zipped(("a", b"x")), CENTRAL, 8, b"\x01"), "encrypted", id="encrypted"
        ),
        pytest.param(
            zipped(("a", b"x"), method=zipfile.ZIP_LZMA), "packed by method 14", id="method"
        ),
        pytest.param(zipped(("a", bytes(2001))), "more than 2000 bytes", id="long"),
        pytest.param(
            patched(zipped(("a", b"xyz")), CENTRAL, 24, b"\x02\0\0\0"), "damaged", id="says-less"
        ),
        pytest.param(
            patched(zipped(("a", b"xyz")), CENTRAL, 24, b"\x04\0\0\0"), "damaged", id="says-more"
        ),
        pytest.param(
            patched(zipped(("a", b"xyz")), CENTRAL, 16, b"\0\0\0\0"), "damaged", id="checksum"
        ),
        pytest.param(
            patched(zipped(("a", b"xyz")), CENTRAL, 20, b"\x03\0\0\0"), "damaged", id="packed-less"
        ),
        pytest.param(
            patched(zipped(("a", b"xyz")), LOCAL, 31, b"\xff"), "damaged", id="not-deflate"
        ),
        pytest.param(patched(zipped(("a", b"xyz")), LOCAL, 0, b"XX"), "damaged", id="no-header"),
        pytest.param(patched(zipped(("a", b"xyz")), LOCAL, 30, b"b"), "damaged", id="other-name"),
    ],
)
def test_member_that_is_not_what_it_says_is_refused(data: bytes, expected: str) -> None:
    """Links, locks, false sizes and checksums: the reason is said, without the name."""
    with pytest.raises(ValueError, match=expected):
        unpacked(data, Limits(max_bytes=2000))


def test_content_after_the_packed_data_is_refused() -> None:
    """A member that packs more than it unpacks hides something."""
    packed = zipped(("a", CONTENT))
    size = struct.unpack_from("<I", packed, packed.find(CENTRAL) + 20)[0]
    start = 30 + 1 + size
    longer = packed[:start] + b"hidden" + packed[start:]
    for where, offset in ((CENTRAL, 20), (LOCAL, 18)):
        patched(longer, where, offset, struct.pack("<I", size + 6))
    patched(longer, END, 16, struct.pack("<I", start + 6))
    with pytest.raises(ValueError, match="shorter or longer"):
        unpacked(longer)


def test_member_that_unpacks_to_much_more_than_its_size_is_refused() -> None:
    """From a mebibyte on the ratio counts."""
    bomb = zipped(("a", bytes(2**20 + 1)))
    with pytest.raises(ValueError, match="more than 200 times its size"):
        unpacked(bomb)
    assert len(unpacked(zipped(("a", bytes(2**20))))) == 2**20


def test_archive_that_ends_within_a_member_is_refused() -> None:
    """A stream that ends early gives no content."""
    data = zipped(("a", CONTENT))
    _, member = one(data)
    with pytest.raises(ValueError, match="shorter or longer"):
        _archive.unpack(io.BytesIO(data[:50]), member, Limits())


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("a/b.csv", False, id="plain"),
        pytest.param("a..b/c.csv", False, id="dots-in-a-name"),
        pytest.param("../b.csv", True, id="up"),
        pytest.param("a\\..\\b.csv", True, id="up-on-windows"),
        pytest.param("/b.csv", True, id="absolute"),
        pytest.param("\\\\host\\b.csv", True, id="share"),
        pytest.param("C:b.csv", True, id="drive"),
        pytest.param("a.csv\0.exe", True, id="nul"),
    ],
)
def test_unsafe_names(name: str, expected: bool) -> None:  # noqa: FBT001
    """A name that leads outside or hides part of itself."""
    assert _archive.is_unsafe(name) is expected
