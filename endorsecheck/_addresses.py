"""Whether a profile address is what it looks like."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from endorsecheck._confusables import latin
from endorsecheck._safe import is_plain

__all__: list[str] = []

_LONGEST = 2_000
"""Characters of an address; longer ones are none."""

_ADDRESS = r"(?i)(?:(https?)://)?([^/?#]*)([^\s\\]*)"
_HOST = r"((?:[\w-]+\.)+[\w-]{2,})(?::(\d{1,5}))?\.?"
_LAST_PORT = 65_535
_PLAIN = re.compile(r"(?:https?://)?(?:www\.)?linkedin\.com/in/[a-z0-9-]{1,100}/?")
"""What nearly all profile addresses look like; those have no fault."""
_NETWORK = "linkedin"
_HOME = r"(?:[a-z0-9-]+\.)*linkedin\.com"
_PROFILE = r"(?i)/(?:in|pub|profile)/[^/]"
_ALIKE = str.maketrans("i10", "llo")


def is_usual(url: str) -> bool:
    """Whether an address looks as nearly all do."""
    return _PLAIN.fullmatch(url) is not None


def fault(url: str) -> str | None:
    """Why an address deceives or is none, in words; ``None`` if it is what it looks like."""
    return None if is_usual(url) else _looked_at(url)


@lru_cache(maxsize=4_096)
def _looked_at(url: str) -> str | None:
    if len(url) > _LONGEST:
        return f"longer than {_LONGEST} characters"
    if not is_plain(url):
        return "holds characters that do not show as themselves"
    found = re.fullmatch(_ADDRESS, url)
    if found is None:
        return "no web address"
    authority, path = found[2], found[3]
    if "@" in authority:
        return "a name before the host, which is another than it seems"
    host = re.fullmatch(_HOST, authority)
    if host is None or _is_odd(host[1]) or not 0 < int(host[2] or 1) <= _LAST_PORT:
        return "no web address"
    return _fault_of_host(host[1].lower(), path)


def _is_odd(host: str) -> bool:
    """Whether a browser would read other characters than the ones written."""
    return unicodedata.normalize("NFKC", host) != unicodedata.normalize("NFC", host)


def _fault_of_host(host: str, path: str) -> str | None:
    if re.fullmatch(_HOME, host):
        return None if re.match(_PROFILE, path) and "/.." not in path else "no profile address"
    names = [_decoded(label) for label in host.split(".")]
    if any(name is None or _is_mixed(name) for name in names):
        return "letters of other scripts in its host"
    seen = ".".join(latin(name or "") for name in names).translate(_ALIKE)
    return (
        "looks like linkedin.com, and is another" if _NETWORK.translate(_ALIKE) in seen else None
    )


def _decoded(label: str) -> str | None:
    """What a browser shows for a part of a host; ``None`` if it is damaged."""
    if not label.startswith("xn--"):
        return label
    try:
        return label[4:].encode("ascii").decode("punycode")
    except UnicodeError:
        return None


def _is_mixed(label: str) -> bool:
    """Whether a part of a host passes off letters as Latin ones."""
    if label.isascii():
        return False
    seen = latin(label)
    is_latin = seen.isascii() or any("a" <= char <= "z" for char in label)
    return is_latin and seen != unicodedata.normalize("NFKC", label)
