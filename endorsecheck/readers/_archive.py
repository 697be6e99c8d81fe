"""ZIP archives from strangers: what is in them, and one member at a time, never on disk.

The module ``zipfile`` reads the directory; the members are unpacked here, because ``zipfile``
believes the sizes that are declared and lets members overlap. An honest archive has members
of their own, as long as they say, and packed by deflate or not at all.
"""

from __future__ import annotations

import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from endorsecheck.exceptions import ReadError
from endorsecheck.readers._limits import Limits, special, too_long, too_many

__all__: list[str] = []

_ENCRYPTED = 0x1
_UTF8_NAME = 0x800
_HEAD = 30
"""Bytes of a local header before the name."""
_CHUNK = 2**16
_RATIO_FROM = 2**20
"""Bytes unpacked from which on the ratio is looked at."""
_DIRECTORY_END = 22 + 2**16
"""Bytes at the end of the archive among which the end of the directory stands."""
_ENTRY = 46
"""Least bytes of a directory entry."""
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_DRIVE = re.compile(r"[A-Za-z]:")

_FAULTS = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    NotImplementedError,
    EOFError,
    OSError,
    OverflowError,
    ValueError,
    struct.error,
)
"""What ``zipfile`` raises on a directory that is damaged or crafted."""


def directory(stream: BinaryIO, name: str, limits: Limits) -> list[zipfile.ZipInfo]:
    """The members of an archive in their order; folders are left out.

    Raises:
        ReadError: It is no archive, is damaged, has too many members or ones that overlap.
    """
    try:
        _check_directory_size(stream, name, limits)
        with zipfile.ZipFile(stream) as archive:
            members = archive.infolist()
            start = archive.start_dir
    except _FAULTS as error:
        msg = f"{name}: not a ZIP archive, or a damaged one ({type(error).__name__})"
        raise ReadError(msg) from None
    if len(members) > limits.max_members:
        raise ReadError(too_many(name, limits))
    _check_overlap(members, start, name)
    return [each for each in members if not each.filename.endswith("/")]


def is_unsafe(name: str) -> bool:
    """Whether a member's name leads outside the archive or hides part of itself."""
    path = name.replace("\\", "/")
    outside = path.startswith("/") or _DRIVE.match(path) is not None
    return outside or "\0" in path or ".." in path.split("/")


def fault(member: zipfile.ZipInfo, limits: Limits) -> str | None:
    """What keeps a member from being read, as far as the directory tells."""
    kind = stat.S_IFMT(member.external_attr >> 16)
    if kind not in (0, stat.S_IFREG):
        return f"{special(kind)}, expected a plain file"
    if member.flag_bits & _ENCRYPTED:
        return "encrypted, expected an archive without a password"
    if member.compress_type not in _METHODS:
        return f"packed by method {member.compress_type}, expected deflate"
    if member.file_size > limits.max_bytes:
        return too_long(limits.max_bytes)
    if member.file_size > max(_RATIO_FROM, limits.max_ratio * member.compress_size):
        return f"unpacks to more than {limits.max_ratio} times its size"
    return None


def unpack(stream: BinaryIO, member: zipfile.ZipInfo, limits: Limits) -> bytes:
    """The content of a member, its size and checksum verified.

    Raises:
        ValueError: It cannot be read; the message says why, without the name.
    """
    if problem := fault(member, limits):
        raise ValueError(problem)
    stream.seek(_content_offset(stream, member))
    pieces: list[bytes] = []
    size = checksum = 0
    for piece in _pieces(_packed(stream, member.compress_size), member.compress_type):
        size += len(piece)
        if size > member.file_size:
            break
        checksum = zlib.crc32(piece, checksum)
        pieces.append(piece)
    if size != member.file_size or checksum != member.CRC:
        msg = "damaged: not of the size and checksum that the archive states"
        raise ValueError(msg)
    return b"".join(pieces)


def _check_directory_size(stream: BinaryIO, name: str, limits: Limits) -> None:
    """Refuse a directory far larger than the members allowed need, before it is read."""
    size = stream.seek(0, 2)
    stream.seek(max(0, size - _DIRECTORY_END))
    tail = stream.read(_DIRECTORY_END)
    end = tail.rfind(b"PK\x05\x06")
    if end < 0 or len(tail) < end + 20:
        return  # zipfile will say that it is no archive
    (length,) = struct.unpack_from("<I", tail, end + 12)
    if length > limits.max_members * _ENTRY * 8:
        raise ReadError(too_many(name, limits))


def _check_overlap(members: Iterable[zipfile.ZipInfo], end: int, name: str) -> None:
    free = 0
    for each in sorted(members, key=lambda each: each.header_offset):
        if each.header_offset < free:
            msg = f"{name}: members overlap, expected an archive of separate files"
            raise ReadError(msg)
        free = each.header_offset + _HEAD + len(each.orig_filename) + each.compress_size
    if free > end:
        msg = f"{name}: damaged: a member is longer than the archive"
        raise ReadError(msg)


def _content_offset(stream: BinaryIO, member: zipfile.ZipInfo) -> int:
    stream.seek(member.header_offset)
    head = stream.read(_HEAD)
    if len(head) < _HEAD or not head.startswith(b"PK\x03\x04"):
        msg = "damaged: no header where the directory says"
        raise ValueError(msg)
    flags: int
    name_length: int
    extra_length: int
    flags, name_length, extra_length = struct.unpack("<H18xHH", head[6:])
    encoding = "utf-8" if flags & _UTF8_NAME else "cp437"
    if stream.read(name_length).decode(encoding, "replace") != member.orig_filename:
        msg = "damaged: named otherwise in the directory"
        raise ValueError(msg)
    return member.header_offset + _HEAD + name_length + extra_length


def _packed(stream: BinaryIO, left: int) -> Iterator[bytes]:
    while left > 0:
        chunk = stream.read(min(left, _CHUNK))
        if not chunk:
            return
        left -= len(chunk)
        yield chunk


def _pieces(packed: Iterator[bytes], method: int) -> Iterator[bytes]:
    """Unpacked pieces of bounded size."""
    if method == zipfile.ZIP_STORED:
        yield from packed
        return
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        for chunk in packed:
            yield from _inflated(inflater, chunk)
    except zlib.error:
        msg = "damaged: not packed by deflate"
        raise ValueError(msg) from None
    if not inflater.eof or inflater.unused_data:
        msg = "damaged: shorter or longer than the archive states"
        raise ValueError(msg)


def _inflated(inflater: zlib._Decompress, chunk: bytes) -> Iterator[bytes]:
    while True:
        piece = inflater.decompress(chunk, _CHUNK)
        yield piece
        chunk = inflater.unconsumed_tail
        if not chunk and len(piece) < _CHUNK:
            return
