"""Where the header of a table stands, and by what its cells are kept apart."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from endorsecheck.exceptions import ReadError
from endorsecheck.readers._csv import Record, Tokenizer
from endorsecheck.readers._layout import Layout

__all__: list[str] = []

_DELIMITERS = ",;\t"
_WITHIN = 50
"""Records among which the header has to stand; a preamble is a few."""
_HEAD = 2**18
"""Characters among which the header has to stand."""
_MOST_NAMED = 3
"""Other headings for a column that an error names."""


def find_header(text: str, layout: Layout, file: str) -> tuple[str, Record]:
    """The delimiter of a table and its header.

    Args:
        text: The content of the file.
        layout: The columns it may have.
        file: Its name, for the error.

    Raises:
        ReadError: There is none with the required columns.
    """
    head = _head(text)
    nearest: tuple[int, int, Sequence[tuple[str, ...]]] = (0, 0, layout.required)
    for delimiter in _DELIMITERS:
        for record in islice(Tokenizer(head, delimiter).records(), _WITHIN):
            found = layout.match(record.cells)
            missing = layout.missing(found)
            if not missing:
                return delimiter, record
            if len(found) > nearest[0]:
                nearest = (len(found), record.line, missing)
    known, line, lacking = nearest
    wanted = ", ".join(_named(group, layout) for group in lacking)
    if known:
        msg = f"{file} row {line}: a header without {wanted}"
    else:
        msg = _nothing(file, wanted, head)
    raise ReadError(msg)


def _nothing(file: str, wanted: str, head: str) -> str:
    """Why there may be nothing like a header."""
    if not head.strip("\0\ufeff \r\n"):
        return f"{file}: empty, expected a header with {wanted}"
    if head.count("\0") > len(head) // 4:
        return f"{file}: not UTF-8 (perhaps UTF-16 without its mark)"
    return f"{file}: no header, expected one with {wanted}"


def _named(group: tuple[str, ...], layout: Layout) -> str:
    """A group of columns of which one is needed, with other headings for the first."""
    first, *others = group
    names = [first, *layout.columns[first][:_MOST_NAMED], *others]
    return " or ".join(f"'{name}'" for name in names)


def _head(text: str) -> str:
    """Whole lines from the start of a text, as many as may stand before the first row."""
    if len(text) <= _HEAD:
        return text
    end = max(text.rfind("\n", 0, _HEAD), text.rfind("\r", 0, _HEAD))
    return text[: end + 1 or _HEAD]
