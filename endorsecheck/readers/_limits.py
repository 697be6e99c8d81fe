"""How much a reader takes in before it refuses, and how it says so."""

from __future__ import annotations

import stat
from typing import Any

import attrs

from endorsecheck import _checks as check
from endorsecheck.exceptions import ModelError

__all__ = ["Limits"]


def _is_positive(record: object, field: attrs.Attribute[Any], value: object) -> None:
    check.is_count(record, field, value)
    if value == 0:
        msg = f"Limits.{field.name}: expected a whole number from 1, found 0"
        raise ModelError(msg)


@attrs.frozen(kw_only=True)
class Limits:
    """How much a reader takes in; more is a ``ReadError``, checked while reading.

    The largest real tables have some 30,000 rows and 10 MB, so the defaults leave room and
    still keep a hostile file from filling the memory.

    Attributes:
        max_bytes: Bytes of one table, unpacked.
        max_total_bytes: Bytes of all tables that are read, together, unpacked.
        max_rows: Rows of one table; lines, blank ones among them, at most four times as many.
            Documents in one file.
        max_diagnostics: Diagnostics on one file; one with more is none of the kind.
        max_cell: Characters of one cell; a row with a longer one is reported instead.
        max_members: Files in a folder or archive, wanted or not.
        max_ratio: How many times its packed size a member may unpack to, from 1 MiB on.
        max_depth: Levels of nesting in a JSON or XML document.

    Raises:
        ModelError: A limit is not a whole number from 1.

    Example:
        >>> from endorsecheck.readers import Limits
        >>> Limits(max_rows=10).max_members
        10000
    """

    max_bytes: int = attrs.field(default=64 * 2**20, validator=_is_positive)
    max_total_bytes: int = attrs.field(default=256 * 2**20, validator=_is_positive)
    max_rows: int = attrs.field(default=1_000_000, validator=_is_positive)
    max_diagnostics: int = attrs.field(default=100_000, validator=_is_positive)
    max_cell: int = attrs.field(default=2**18, validator=_is_positive)
    max_members: int = attrs.field(default=10_000, validator=_is_positive)
    max_ratio: int = attrs.field(default=200, validator=_is_positive)
    max_depth: int = attrs.field(default=64, validator=_is_positive)


ROOMY = Limits(max_bytes=256 * 2**20)
"""What is taken in of documents by default: thousands of resumes may stand in one file."""


def too_many(name: str, limits: Limits) -> str:
    """The message for a folder or archive of too many files."""
    return f"{name}: more than {limits.max_members} files, expected one export"


def too_long(most: int) -> str:
    """The fault of a file of too many bytes."""
    return f"more than {most} bytes, expected a table"


def special(mode: int) -> str:
    """What a file is that is not a plain one."""
    kinds = {stat.S_IFLNK: "a symbolic link", stat.S_IFDIR: "a folder"}
    return kinds.get(stat.S_IFMT(mode), "a special file")
