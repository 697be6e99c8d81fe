"""Identifiers of organizations: which registry they belong to, and what two of them tell."""

import re

__all__ = ["id_key", "ids_agree"]

_REGISTRIES = frozenset({"linkedin", "ror", "grid", "lei", "ringgold"})
_PAGE = r"linkedin\.com/(?:company|school|showcase)/([^/?#\s]+)"
_ROR = r"ror\.org/(0[a-z0-9]{8})"
_LEI = r"[a-z0-9]{18}[0-9]{2}"
_LONGEST = 300


def id_key(text: str | None) -> tuple[str, str] | None:
    """Read an identifier as its scheme and value; ``None`` where there is none.

    A scheme may be written before a colon; the web addresses of LinkedIn pages and ROR records,
    and bare LEIs, say theirs by their shape; everything else is a domain.
    """
    folded = (text or "").strip()[:_LONGEST].casefold()
    if not folded:
        return None
    for scheme, shape in (("linkedin", _PAGE), ("ror", _ROR)):
        match = re.search(shape, folded)
        if match:
            return scheme, match[1]
    scheme, colon, value = folded.partition(":")
    if colon and scheme.isalnum() and not value.startswith("//"):
        return (scheme, _host(value) if scheme == "domain" else value.strip()) if value else None
    if re.fullmatch(_LEI, folded):
        return "lei", folded
    return "domain", _host(folded)


def ids_agree(one: tuple[str, str] | None, other: tuple[str, str] | None) -> bool | None:
    """Tell whether two identifiers mean one organization; ``None`` where that is left open.

    Two numbers in one registry are two organizations; two domains may belong to one. A number
    and a name of a page on LinkedIn cannot be compared.
    """
    if one is None or other is None or one[0] != other[0]:
        return None
    if one == other:
        return True
    comparable = one[1].isdecimal() == other[1].isdecimal() or one[0] != "linkedin"
    return False if one[0] in _REGISTRIES and comparable else None


def _host(address: str) -> str:
    host = address.rpartition("://")[2].strip().split("/")[0].split(":")[0]
    return host.removeprefix("www.")
