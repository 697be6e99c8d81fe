"""From bytes to text: UTF-8 first, a marked UTF-16 or UTF-32, single stray bytes as cp1252.

Nothing is lost on the way: a byte that is no UTF-8 is kept as a lone surrogate, so that the
cell with it can be repaired and reported where it stands (:func:`repaired`).
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from endorsecheck._safe import visible
from endorsecheck.exceptions import ReadError
from endorsecheck.readers._diagnostics import Diagnostic

__all__: list[str] = []

_MARKED = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_STRAY = "[\ud800-\udfff]"


class Text(NamedTuple):
    """The decoded content of a file.

    Attributes:
        file: Name of the file without its folder.
        content: The text; bytes that are no UTF-8 are lone surrogates in it.
        has_strays: Whether there are such bytes.
        diagnostics: What was noticed about the encoding.
    """

    file: str
    content: str
    has_strays: bool = False
    diagnostics: tuple[Diagnostic, ...] = ()


def decode(data: bytes, file: str) -> Text:
    """The text of a file.

    Raises:
        ReadError: A mark says UTF-16 or UTF-32, and the rest is not.
    """
    for mark, encoding in _MARKED:
        if data.startswith(mark):
            return _marked(data, encoding, file)
    content = data.removeprefix(codecs.BOM_UTF8)
    try:
        return Text(file, content.decode("utf-8"))
    except UnicodeDecodeError:
        text = content.decode("utf-8", "surrogateescape")
    problem = "not all of it is UTF-8; the cells reported are read as cp1252"
    return Text(file, text, True, (Diagnostic(file, problem=problem),))  # noqa: FBT003


def _marked(data: bytes, encoding: str, file: str) -> Text:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        msg = f"{visible(file)}: marked as {encoding.upper()}, but damaged"
        raise ReadError(msg) from None
    problem = f"read as {encoding.upper()}, expected UTF-8"
    return Text(file, text, diagnostics=(Diagnostic(file, problem=problem),))


def is_stray(text: str) -> bool:
    """Whether a text holds bytes that are no UTF-8."""
    return not text.isascii() and re.search(_STRAY, text) is not None


def repaired(text: str) -> str:
    """The text with its stray bytes read as cp1252; those without a meaning there are marked."""
    data = text.encode("utf-8", "surrogateescape" if _escaped(text) else "surrogatepass")
    return data.decode("cp1252", "replace")


def _escaped(text: str) -> bool:
    return all("\udc80" <= stray <= "\udcff" for stray in re.findall(_STRAY, text))
