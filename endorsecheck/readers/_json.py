"""JSON from strangers: documents, arrays of them, JSON Lines; every fault with its place.

Refused are ``NaN`` and its like, text behind the end, too deep nesting and numbers of thousands
of digits. A key that stands twice in an object is reported and its first value kept.
"""

from __future__ import annotations

import codecs
import io
import json
import re
from collections.abc import Callable, Iterator
from typing import Any, NoReturn

from endorsecheck.exceptions import ReadError
from endorsecheck.readers._decode import decode
from endorsecheck.readers._limits import Limits
from endorsecheck.readers._node import Log

__all__: list[str] = []

Decode = Callable[[str], object]


def documents(data: bytes, log: Log, limits: Limits) -> Iterator[object]:
    """The documents of a file: the one, or one on each line (JSON Lines).

    Raises:
        ReadError: The file as a whole is no JSON; a broken line of JSON Lines is reported.
    """
    content = _utf8(data, log)
    if not content or content.isspace():
        log.fail("expected JSON, found an empty file")
    parse = _parser(log, limits)
    if not _is_lines(content):
        try:
            whole = parse(content.decode("utf-8", "surrogatepass"))
        except ReadError:
            if not _goes_on_in_lines(content):
                raise
        else:
            yield whole
            return
    for log.row, line in enumerate(io.BytesIO(content), 1):
        if line.isspace():
            continue
        try:
            document = parse(line.removesuffix(b"\n").decode("utf-8", "surrogatepass"))
        except ReadError as error:
            log.refuse(error)
        else:
            yield document
    log.row = None


def _utf8(data: bytes, log: Log) -> bytes:
    """The content as UTF-8, bytes that are none of it and halves of pairs as surrogates.

    Lines of bytes are decoded one by one: the text of a large file as a whole takes long to copy.
    """
    if data.isascii():
        return data
    text = decode(data, log.file)
    log.diagnostics.extend(text.diagnostics)
    log.has_strays = text.has_strays
    if not text.diagnostics:
        return data.removeprefix(codecs.BOM_UTF8)
    return text.content.encode("utf-8", "surrogatepass")


def _is_lines(content: bytes) -> bool:
    """Whether the first line is an object of its own, and more follows."""
    some = _SOME.search(content)
    start = some.start() if some is not None else 0
    end = content.find(b"\n", start)
    if end < 0 or _SOME.search(content, end) is None:
        return False
    first = content[start:end].rstrip()
    return first.startswith(b"{") and first.endswith(b"}")


_SOME = re.compile(rb"\S")


def _goes_on_in_lines(content: bytes) -> bool:
    """Whether the first line is whatever, but opens nothing, and the second an object."""
    first, _, rest = content.lstrip().partition(b"\n")
    second = rest.lstrip(b"\r\n").partition(b"\n")[0].rstrip()
    is_object = second.startswith(b"{") and second.endswith(b"}")
    return is_object and not first.rstrip().endswith((b",", b"[", b"{"))


def _parser(log: Log, limits: Limits) -> Decode:
    """What makes a value of the text of one document, within the limits."""
    objects = 0
    twice: list[tuple[dict[str, Any], str]] = []

    def pairs(items: list[tuple[str, Any]]) -> dict[str, Any]:
        nonlocal objects
        objects += 1
        found = dict(items)
        return found if len(found) == len(items) else _first_of_each(items, twice)

    decoder = json.JSONDecoder(object_pairs_hook=pairs, parse_constant=_refuse)

    def parse(text: str) -> object:
        nonlocal objects
        objects = 0
        twice.clear()
        try:
            value = decoder.decode(text)
        except RecursionError:
            raise _too_deep(log, limits) from None
        except ValueError as error:
            msg = f"no JSON: {error}"
            raise log.fault(msg) from None
        levels = objects + text.count("[")
        if levels > limits.max_depth and not _depth_within(value, limits.max_depth):
            raise _too_deep(log, limits)
        if twice:
            _report(twice, value, log)
        return value

    return parse


def _refuse(constant: str) -> NoReturn:
    msg = f"{constant} is no number"
    raise ValueError(msg)


def _too_deep(log: Log, limits: Limits) -> ReadError:
    return log.fault(f"nested deeper than {limits.max_depth} levels")


def _first_of_each(
    items: list[tuple[str, Any]], twice: list[tuple[dict[str, Any], str]]
) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in items:
        if key in found:
            twice.append((found, key))
        else:
            found[key] = value
    return found


def _report(twice: list[tuple[dict[str, Any], str]], document: object, log: Log) -> None:
    """Report keys that stand twice, with the place of the object where it is known by now."""
    places = dict(_places(document, ""))
    for found, key in twice:
        place = places.get(id(found))
        path = f"{place}.{key}" if place else key
        log.report(path, problem="the key stands twice in one object; the first one counts")


def _places(value: Any, path: str) -> Iterator[tuple[int, str]]:  # noqa: ANN401 # any of JSON
    """The objects of a document, each by what identifies it, and where it stands."""
    if type(value) is dict:
        yield id(value), path
        for key, inner in value.items():
            yield from _places(inner, f"{path}.{key}" if path else key)
    elif type(value) is list:
        for i, inner in enumerate(value):
            yield from _places(inner, f"{path}[{i}]")


def _depth_within(value: Any, most: int) -> bool:  # noqa: ANN401 # any value of JSON
    level = [value]
    for _ in range(most):
        below = [each.values() if type(each) is dict else each for each in level]
        level = [item for inner in below for item in inner if type(item) in _CONTAINERS]
        if not level:
            return True
    return False


_CONTAINERS = frozenset((dict, list))
