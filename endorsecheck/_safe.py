"""Text from strangers made safe to show: on a terminal, in Markdown, in a spreadsheet.

Endorsers choose their own names. What cannot be printed is shown as a visible stand-in such
as ``⟦U+202E⟧`` (Unicode categories Cc, Cf, Cs, Co, Cn, Zl, Zp, the default-ignorable letters,
and piles of combining marks); joiners stay where the script needs them.
"""

from __future__ import annotations

import functools
import re
import unicodedata

__all__: list[str] = []

_HIDDEN = frozenset(("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"))
_IGNORABLE = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0")
_JOINERS = frozenset("\u200c\u200d")
_EMOJI_STYLE = "\ufe0f"
_VIRAMA = 9
"""Combining class of the sign that joins consonants in Indic scripts."""
_MOST_MARKS = 4
"""Combining marks in a row that honest scripts may need."""

_FORMULA = frozenset("=+-@\uff1d\uff0b\uff0d\uff20\t\r|%'")
_NUMBER = r"[+-]?\d+(\.\d+)?%?"
_MARKDOWN = r"[\\`*\[\]<>|~&$#]|(?<![^\W_])_|_(?![^\W_])"
_AUTOLINK = r"(?i)\b(https?|ftp)(?=://)|\b(www)(?=\.)"
_ESCAPED = r"\\."
_DOTS = r"[\\`*\[\]<>|~&$#_.:]"
_RST = r"[\\`*|_]"
_WEB = r"(?i)(?:https?://)?((?:[a-z0-9-]+\.)+[a-z]{2,})(?::\d{1,5})?(/[^\s\\@]*)?"

_compiled = functools.cache(re.compile)
"""A pattern, made when it is first needed."""


def visible(text: str) -> str:
    """The text with a stand-in for every character that would not show as itself."""
    if text.isascii() and text.isprintable():
        return text
    shown: list[str] = []
    marks = 0
    for i, char in enumerate(text):
        marks = marks + 1 if unicodedata.category(char) in ("Mn", "Me") else 0
        hidden = marks > _MOST_MARKS or _is_hidden(text, i)
        shown.append(f"⟦U+{ord(char):04X}⟧" if hidden else char)
    return "".join(shown)


def is_plain(text: str) -> bool:
    """Whether every character shows as itself."""
    return visible(text) == text


def shortened(text: str, most: int) -> str:
    """The text, cut to a number of characters, the last then being an ellipsis."""
    return text if len(text) <= most else text[: most - 1] + "…"


def _is_hidden(text: str, i: int) -> bool:
    char = text[i]
    if char in _JOINERS:
        return not (_needs_joiner(text[i - 1 : i]) or _needs_joiner(text[i + 1 : i + 2]))
    if char == _EMOJI_STYLE:
        return text[i - 1 : i] < "\u2000"
    if "\ufe00" <= char < _EMOJI_STYLE or "\U000e0100" <= char <= "\U000e01ef":
        return True
    return char in _IGNORABLE or unicodedata.category(char) in _HIDDEN


def _needs_joiner(char: str) -> bool:
    """Whether honest text joins such a character: Arabic, Indic scripts, emoji."""
    if not char:
        return False
    is_letter = unicodedata.bidirectional(char) == "AL" or unicodedata.combining(char) == _VIRAMA
    return (
        is_letter
        or "\u0900" <= char <= "\u0dff"
        or char == _EMOJI_STYLE
        or "\u2600" <= char <= "\u27bf"
        or "\U0001f300" <= char <= "\U0001faff"
    )


def markdown(text: str) -> str:
    """The text so that GitHub-flavoured Markdown shows it as it stands, in a table cell too.

    What is an address but for its escapes (``ww*w..com``) has all of its dots and colons escaped
    too, because readers differ in what they take for a link.
    """
    shown = visible(text)
    escaped = _compiled(_MARKDOWN).sub(_escape, shown)
    escaped = _compiled(_AUTOLINK).sub(lambda found: found[0] + "\\", escaped)
    is_link = _compiled(_AUTOLINK).search(_compiled(_ESCAPED).sub("", escaped))
    return _compiled(_DOTS).sub(_escape, shown) if is_link else escaped


def _escape(found: re.Match[str]) -> str:
    return "\\" + found[0]


def restructured(text: str) -> str:
    """The text so that reStructuredText shows it as it stands."""
    return _compiled(_RST).sub(_escape, visible(text))


def org(text: str) -> str:
    """The text so that an Org table shows it as it stands."""
    return visible(text).replace("|", "\\vert{}")


def cell(text: str) -> str:
    """The text so that no spreadsheet runs it: an apostrophe before what may be a formula.

    Plain numbers stay as they are. The people reader takes the apostrophe off again.
    """
    shown = visible(text)
    bare = shown.lstrip()
    if bare[:1] not in _FORMULA or not bare or _compiled(_NUMBER).fullmatch(bare):
        return shown
    return "'" + shown


def web_address(url: str | None) -> str | None:
    """The URL if it is plainly a web address (http or https, no credentials), else ``None``."""
    if url is None or len(url) > 2_000 or not is_plain(url):  # noqa: PLR2004 # as people.url_key
        return None
    found = _compiled(_WEB).fullmatch(url)
    if found is None:
        return None
    return url if "://" in url else f"https://{url}"
