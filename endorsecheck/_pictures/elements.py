"""Pieces of hand-written SVG: text that stays text, numbers that are the same everywhere.

No identifiers, scripts, references or style attributes: pieces of many pictures can stand in
one page under a content security policy that allows a single style sheet.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from html import escape as escape_markup

from endorsecheck import _safe
from endorsecheck._pictures.style import STYLE

__all__: list[str] = []

_MOST = 500
"""Characters of any text in a picture."""

_THIN, _USUAL, _CAPITAL, _WIDE = 0.4, 0.62, 0.72, 1.0
"""Widths of a character in parts of the font size, as in the widest of the usual fonts."""

_THIN_ONES, _WIDE_ONES = frozenset(" ijltfrI.,:;'|!()[]-/\"`"), frozenset("mwMW@%&")
"""Characters of ASCII that are much thinner or wider than others."""

_DANGLING = " \u200c\u200d"
"""What must not stand at the end of a text that was cut: joiners join nothing there."""

_NO_WIDTH = ("Mn", "Me", "Cf")
"""Categories of characters that stand on or between others."""

BOLD, BIG = 13.5, 17
"""Font sizes in px to measure ``ec-bold`` and ``ec-big`` with: their letters are wider."""

_SLANT = 5
"""Distance between two lines of a hatching, in px."""


def escape(text: str, most: int = _MOST) -> str:
    """The text, cut to a number of characters, so that it shows as it stands and is no markup."""
    return escape_markup(_shown(text, most))


def number(value: float) -> str:
    """A length in px with one decimal, without a needless one."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def width_of(text: str, size: float) -> float:
    """About how wide a text is, in px, at a font size in px."""
    return size * sum(map(_share, text))


def fitted(text: str, size: float, room: float) -> str:
    """The text made visible, cut to the room in px that it has at a font size."""
    shown = _shown(text, _MOST)
    if width_of(shown, size) <= room:
        return shown
    while shown and width_of(shown, size) + size > room:
        shown = shown[:-1]
    return shown.rstrip(_DANGLING) + "…"


def tag(name: str, body: str = "", /, **attributes: str | float) -> str:
    """One element; ``cls`` stands for ``class``, an underscore for a hyphen."""
    parts = [f' {_attribute(key)}="{_value(held)}"' for key, held in attributes.items()]
    end = f">{body}</{name}>" if body else "/>"
    return f"<{name}{''.join(parts)}{end}"


def words(x: float, y: float, text: str, **attributes: str | float) -> str:
    """Text with its baseline at a place."""
    return tag("text", escape(text), x=x, y=y, **attributes)


def group(parts: Iterable[str], **attributes: str | float) -> str:
    """Elements drawn together."""
    return tag("g", "".join(parts), **attributes)


def tooltip(text: str) -> str:
    """What is told of the element around it where a pointer rests on it."""
    return tag("title", escape(text))


def box(x0: float, y0: float, x1: float, y1: float, **attributes: str | float) -> str:
    """A rectangle between two corners."""
    return tag("rect", x=x0, y=y0, width=x1 - x0, height=y1 - y0, **attributes)


def stroke(path: str, **attributes: str | float) -> str:
    """A path, written in the small language of SVG."""
    return tag("path", d=path, **attributes)


def hatching(x0: float, y: float, x1: float, height: float) -> str:
    """The path of slanted lines that fill a rectangle, all in step with one another."""
    first = int(x0 // _SLANT) * _SLANT
    lines = (_slanted(x, x0, x1, y, height) for x in range(first, int(x1 + height) + 1, _SLANT))
    return "".join(lines)


def document(
    body: str, *, width: float, height: float, title: str, description: str, css: str = STYLE
) -> str:
    """A whole picture on its own card, with what a screen reader says of it."""
    told = tag("title", escape(title)) + tag("desc", escape(description, 20 * _MOST))
    style = tag("style", css) if css else ""
    card = box(0.5, 0.5, width - 0.5, height - 0.5, rx=8, cls="ec-card")
    return tag(
        "svg",
        f"{told}{style}{card}{body}",
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {number(width)} {number(height)}",
        width=width,
        height=height,
        role="img",
        cls="ec-picture",
    )


def _shown(text: str, most: int) -> str:
    """The text made visible, cut to a number of characters."""
    shown = _safe.visible(text[: most + 1])
    return shown if len(shown) <= most else shown[: most - 1].rstrip(_DANGLING) + "…"


def _slanted(foot: float, x0: float, x1: float, y: float, height: float) -> str:
    """The part inside a rectangle of a line that rises to the left from its foot."""
    left, right = max(x0, foot - height), min(x1, foot)
    if left >= right:
        return ""
    top, bottom = y + height - (foot - left), y + height - (foot - right)
    return f"M{number(left)} {number(top)}L{number(right)} {number(bottom)}"


def _share(char: str) -> float:
    if char.isascii():
        return _share_of_ascii(char)
    if unicodedata.category(char) in _NO_WIDTH:
        return 0
    return _WIDE if unicodedata.east_asian_width(char) in "WF" else _CAPITAL


def _share_of_ascii(char: str) -> float:
    if char in _THIN_ONES:
        return _THIN
    if char in _WIDE_ONES:
        return _WIDE
    return _CAPITAL if char.isupper() else _USUAL


def _attribute(key: str) -> str:
    return "class" if key == "cls" else key.replace("_", "-")


def _value(value: str | float) -> str:
    return value if isinstance(value, str) else number(value)
