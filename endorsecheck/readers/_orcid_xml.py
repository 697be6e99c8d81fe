"""ORCID records in XML, in the shape of those in JSON."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree as ET

from endorsecheck.readers._decode import decode, repaired
from endorsecheck.readers._limits import Limits
from endorsecheck.readers._node import Log

__all__: list[str] = []

_LISTS = frozenset(
    (
        *("affiliation-group", "researcher-url", "employment-summary"),
        *("invited-position-summary", "education-summary", "service-summary"),
    )
)
"""Elements that may stand several times beside each other."""


def is_xml(data: bytes) -> bool:
    """Whether a file starts as XML does, in any of its encodings."""
    return data[:100].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").startswith(b"<")


def record_of(data: bytes, log: Log, limits: Limits) -> dict[str, Any]:
    """The record of an XML document, in the shape of the JSON one.

    Raises:
        ReadError: It is no XML, declares entities, or is nested too deep.
    """
    text = decode(data, log.file)
    log.diagnostics.extend(text.diagnostics)
    content = repaired(text.content) if text.has_strays else text.content
    if "<!DOCTYPE" in content or "<!ENTITY" in content:
        log.fail("declares entities, expected a plain ORCID record")
    try:
        root = ET.fromstring(content)  # noqa: S314 # without entities nothing expands
    except (ET.ParseError, ValueError) as error:
        msg = f"no XML: {error}"
        raise log.fault(msg) from None
    found = _plain(root, limits.max_depth)
    if found is None:
        log.fail(f"nested deeper than {limits.max_depth} levels")
    return found


def _plain(element: ET.Element, depth: int) -> dict[str, Any] | None:
    """An element as a mapping: children by their local name, repeated ones as a list."""
    if not depth:
        return None
    text = (element.text or "").strip()
    found: dict[str, Any] = {"value": text} if text else {}
    for child in element:
        inner = _plain(child, depth - 1)
        if inner is None:
            return None
        key = child.tag.rpartition("}")[2]
        if key in _LISTS:
            found.setdefault(key, []).append(inner)
        else:
            found[key] = inner
    return found
