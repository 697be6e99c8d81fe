"""The apostrophe that keeps a spreadsheet from computing a cell: put before, taken off again."""

from __future__ import annotations

import re

from endorsecheck._safe import cell

__all__: list[str] = []

guarded = cell
"""The text so that no spreadsheet runs it and every character shows."""

_GUARDED = r"'(?=\s*[=+\-@\uff1d\uff0b\uff0d\uff20|%'])"
_STAND_IN = r"⟦U\+([0-9A-F]{4,6})⟧"
_LAST = 0x10FFFF
_SURROGATES = range(0xD800, 0xE000)


def unguarded(text: str) -> str:
    """The text that was guarded; any other text as it stands."""
    plain = re.sub(_GUARDED, "", text, count=1) if text.startswith("'") else text
    return re.sub(_STAND_IN, _restored, plain) if "⟦" in plain else plain


def bare(text: str) -> str:
    """The text that was guarded, without outer blanks: some may have been guarded, too."""
    return unguarded(text).strip()


def may_be_guarded(text: str) -> bool:
    """Whether anything in a text could have been guarded."""
    return "'" in text or "⟦" in text


def _restored(found: re.Match[str]) -> str:
    code = int(found[1], 16)
    return found[0] if code > _LAST or code in _SURROGATES else chr(code)
