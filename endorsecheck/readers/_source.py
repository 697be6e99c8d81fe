"""Opening what a caller names: a path, a folder, an archive, a file object or bytes.

All of them become a :class:`Bundle` of named entries that are read one by one, within limits.
Nothing is written, no link is followed out of a folder, and no pipe or device is waited for.
"""

from __future__ import annotations

import io
import os
import stat
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from enum import Enum
from functools import partial
from pathlib import Path, PurePosixPath
from typing import IO, TYPE_CHECKING, Any, BinaryIO, NamedTuple, Union, cast

from endorsecheck._safe import visible
from endorsecheck.exceptions import ReadError
from endorsecheck.readers._diagnostics import Diagnostic, Severity
from endorsecheck.readers._limits import Limits, special, too_long, too_many

if TYPE_CHECKING:
    import zipfile

__all__ = ["Source"]

Source = Union[
    str, "os.PathLike[str]", bytes, IO[bytes], IO[str], "Iterable[str | os.PathLike[str]]"
]
"""A path, the bytes of a file, an open file, or several paths."""

_ZIP_STARTS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_UNNAMED = "data"
_PLAIN_OPEN = (
    os.O_RDONLY
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_BINARY", 0)
)
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)


class Kind(Enum):
    """What a source is."""

    FILE = "file"
    """One file that is no archive."""
    FILES = "files"
    """Files that the caller names one by one."""
    EXPORT = "export"
    """A folder or an archive, in which the files have to be found."""


class Entry(NamedTuple):
    """One file of a bundle.

    Attributes:
        name: Name without folders.
        path: Folders and name, from the top of the bundle.
        load: Gives the content; ``ValueError`` or ``OSError`` if it cannot.
        written_on: Day it was last written, ISO 8601, where an archive says so.
    """

    name: str
    path: str
    load: Callable[[], bytes]
    written_on: str | None = None


class Bundle:
    """The files a source holds.

    Attributes:
        name: Name of the file, folder or archive; "data" where it has none.
        kind: What the source is.
        entries: The files, in the order of their paths.
        diagnostics: What was noticed on opening.
        limits: How much may be read.
    """

    def __init__(
        self,
        name: str,
        kind: Kind,
        entries: tuple[Entry, ...],
        diagnostics: tuple[Diagnostic, ...],
        limits: Limits,
    ) -> None:
        self.name = name
        self.kind = kind
        self.entries = entries
        self.diagnostics = diagnostics
        self.limits = limits
        self._total = 0

    def read(self, entry: Entry) -> bytes:
        """The content of one entry.

        Raises:
            ReadError: It cannot be read, or is larger than the limits allow.
        """
        self._check_total(entry)
        try:
            content = entry.load()
        except (OSError, ValueError) as error:
            msg = f"{visible(entry.name)}: {reason(error)}"
            raise ReadError(msg) from None
        self._total += len(content)
        self._check_total(entry)
        return content

    def _check_total(self, entry: Entry) -> None:
        if self._total > self.limits.max_total_bytes:
            msg = (
                f"{visible(entry.name)}: more than {self.limits.max_total_bytes} bytes with the "
                "files before it, expected one export"
            )
            raise ReadError(msg)


def reason(error: OSError | ValueError) -> str:
    """Why a file could not be read, in the system's words and without its path."""
    if isinstance(error, FileNotFoundError):
        return "no such file or folder"
    if isinstance(error, OSError):
        return (error.strerror or type(error).__name__).lower()
    return str(error)


@contextmanager
def open_bundle(source: Source, limits: Limits) -> Iterator[Bundle]:
    """The files that a source holds; closed again at the end, but for the caller's own stream.

    Raises:
        ReadError: There is no such file, or it is no file, folder or archive.
        TypeError: It is none of the kinds of source.
    """
    with ExitStack() as stack:
        yield _opened(source, limits, stack)


def _opened(source: object, limits: Limits, stack: ExitStack) -> Bundle:
    if isinstance(source, (bytes, bytearray, memoryview)):
        return _of_stream(io.BytesIO(source), _UNNAMED, limits)
    if hasattr(source, "read"):
        stream = cast("IO[Any]", source)
        return _of_stream(rewound(stream, limits), _stream_name(stream), limits)
    if isinstance(source, (str, os.PathLike)):
        return _of_path(Path(source), limits, stack)
    if isinstance(source, Iterable):
        entries = tuple(_path_entry(Path(each), limits) for each in source)
        return Bundle(_UNNAMED, Kind.FILES, entries, (), limits)
    msg = f"source: expected a path, bytes, an open file or paths, found {type(source).__name__}"
    raise TypeError(msg)


# ---- streams -----------------------------------------------------------------------------------


def _stream_name(stream: IO[Any]) -> str:
    name = getattr(stream, "name", None)
    return PurePosixPath(name.replace("\\", "/")).name if isinstance(name, str) else _UNNAMED


class _Named(io.BytesIO):
    """Bytes in memory that have the name of a file."""

    def __init__(self, content: bytes, name: str) -> None:
        super().__init__(content)
        self.name = name


def rewound(stream: IO[Any], limits: Limits) -> BinaryIO:
    """The stream at its start if it is of bytes and can seek, else a copy of what is left.

    Raises:
        ReadError: It cannot be read, or is larger than the limits allow.
    """
    try:
        if stream.seekable() and isinstance(stream.read(0), bytes):
            stream.seek(0)
            return cast("BinaryIO", stream)
        content = stream.read(limits.max_total_bytes + 1)
    except (OSError, ValueError) as error:
        msg = f"{visible(_stream_name(stream))}: {reason(error)}"
        raise ReadError(msg) from None
    if len(content) > limits.max_total_bytes:
        msg = f"{visible(_stream_name(stream))}: {too_long(limits.max_total_bytes)}"
        raise ReadError(msg)
    if isinstance(content, str):
        content = content.encode("utf-8", "surrogatepass")
    return _Named(content, _stream_name(stream))


def _of_stream(stream: BinaryIO, name: str, limits: Limits) -> Bundle:
    head = stream.read(4)
    stream.seek(0)
    if head in _ZIP_STARTS or name.lower().endswith(".zip"):
        return _of_archive(stream, name, limits)
    entry = Entry(name, name, lambda: _at_most(stream, limits))
    return Bundle(name, Kind.FILE, (entry,), (), limits)


def _at_most(stream: BinaryIO, limits: Limits) -> bytes:
    content = stream.read(limits.max_bytes + 1)
    if len(content) > limits.max_bytes:
        raise ValueError(too_long(limits.max_bytes))
    return content


# ---- paths -------------------------------------------------------------------------------------


def _of_path(path: Path, limits: Limits, stack: ExitStack) -> Bundle:
    name = path.name or str(path)
    try:
        if path.is_dir():
            return _of_folder(path, limits)
        stream = stack.enter_context(open_plain(path))
    except (OSError, ValueError) as error:
        msg = f"{visible(str(path))}: {reason(error)}"
        raise ReadError(msg) from None
    return _of_stream(stream, name, limits)


def open_plain(path: Path, *, flags: int = 0) -> BinaryIO:
    """Open a plain file; a pipe or device is refused instead of waited for.

    Raises:
        OSError: It cannot be opened.
        ValueError: It is no plain file.
    """
    if not stat.S_ISREG(path.stat().st_mode):
        msg = "not a plain file"
        raise ValueError(msg)
    stream = os.fdopen(os.open(path, _PLAIN_OPEN | flags), "rb")
    if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
        stream.close()
        msg = "not a plain file"
        raise ValueError(msg)
    return stream


def _path_entry(path: Path, limits: Limits) -> Entry:
    return Entry(path.name, path.name, lambda: _load(path, limits))


def _load(path: Path, limits: Limits, *, flags: int = 0) -> bytes:
    with open_plain(path, flags=flags) as stream:
        return _at_most(stream, limits)


def _of_folder(root: Path, limits: Limits) -> Bundle:
    entries: list[Entry] = []
    diagnostics: list[Diagnostic] = []
    folders = [root]
    while folders:
        folder = folders.pop()
        try:
            found = sorted(os.scandir(folder), key=lambda each: each.name)
        except OSError as error:
            if folder == root:
                raise
            place = folder.relative_to(root).as_posix()
            diagnostics.append(Diagnostic(place, problem=f"not read: {reason(error)}"))
            continue
        for each in found:
            if not is_hidden(each.name):
                _sort_in(Path(each.path), root, limits, entries, folders)
        if len(entries) + len(folders) > limits.max_members:
            raise ReadError(too_many(visible(root.name), limits))
    entries.sort(key=lambda entry: entry.path)
    name = root.resolve().name or _UNNAMED
    return Bundle(name, Kind.EXPORT, tuple(entries), tuple(diagnostics), limits)


def is_hidden(name: str) -> bool:
    """Whether a file or folder is the system's, not the user's."""
    return name.startswith(".") or name == "__MACOSX"


def _sort_in(
    path: Path, root: Path, limits: Limits, entries: list[Entry], folders: list[Path]
) -> None:
    """Add a file to the entries, a folder to those still to be looked into."""
    mode = 0
    with suppress(OSError):
        mode = path.lstat().st_mode
    is_table = path.suffix.lower() == ".csv"
    if stat.S_ISDIR(mode) and not is_table:
        folders.append(path)
        return
    place = path.relative_to(root).as_posix()
    if stat.S_ISREG(mode):
        entries.append(Entry(path.name, place, lambda: _load(path, limits, flags=_NO_LINK)))
        return
    problem = f"{special(mode)}, expected a plain file"
    entries.append(Entry(path.name, place, lambda: _refused(problem)))


def _refused(problem: str) -> bytes:
    raise ValueError(problem)


# ---- archives ----------------------------------------------------------------------------------


def _of_archive(stream: BinaryIO, name: str, limits: Limits) -> Bundle:
    from endorsecheck.readers import _archive  # noqa: PLC0415 # zipfile is slow to import

    shown = visible(name)
    entries: list[Entry] = []
    diagnostics: list[Diagnostic] = []
    members = _archive.directory(stream, shown, limits)
    if before := min((member.header_offset for member in members), default=0):
        stream.seek(0)
        is_other = stream.read(4) in _ZIP_STARTS
        what = "another archive before this one" if is_other else f"{before} bytes before it"
        severity = Severity.WARNING if is_other else Severity.INFO
        diagnostics.append(Diagnostic(shown, problem=f"not read: {what}", severity=severity))
    for member in members:
        if _archive.is_unsafe(member.orig_filename):
            problem = "not read: its name leads outside the archive"
            diagnostics.append(
                Diagnostic(shown, value=member.orig_filename, problem="a member was " + problem)
            )
            continue
        path = PurePosixPath(member.filename.replace("\\", "/"))
        if any(map(is_hidden, path.parts)):
            continue
        load = partial(_archive.unpack, stream, member, limits)
        entries.append(_member(member, path, load))
    entries.sort(key=lambda entry: entry.path)
    return Bundle(name, Kind.EXPORT, tuple(entries), tuple(diagnostics), limits)


def _member(member: zipfile.ZipInfo, path: PurePosixPath, load: Callable[[], bytes]) -> Entry:
    year, month, day = member.date_time[:3]
    return Entry(path.name, path.as_posix(), load, f"{year:04}-{month:02}-{day:02}")
