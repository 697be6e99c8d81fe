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
        yield parse(content.decode("utf-8", "surrogatepass"))
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


def _parser(log: Log, limits: Limits) -> Decode:
    """What makes a value of the text of one document, within the limits."""
    objects = 0

    def pairs(items: list[tuple[str, Any]]) -> dict[str, Any]:
        nonlocal objects
        objects += 1
        found = dict(items)
        return found if len(found) == len(items) else _first_of_each(items, log)

    decoder = json.JSONDecoder(object_pairs_hook=pairs, parse_constant=_refuse)

    def parse(text: str) -> object:
        nonlocal objects
        objects = 0
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
        return value

    return parse


def _refuse(constant: str) -> NoReturn:
    msg = f"{constant} is no number"
    raise ValueError(msg)


def _too_deep(log: Log, limits: Limits) -> ReadError:
    return log.fault(f"nested deeper than {limits.max_depth} levels")


def _first_of_each(items: list[tuple[str, Any]], log: Log) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in items:
        if key in found:
            log.report(key, problem="the key stands twice in one object; the first one counts")
        else:
            found[key] = value
    return found


def _depth_within(value: Any, most: int) -> bool:  # noqa: ANN401 # any value of JSON
    level = [value]
    for _ in range(most):
        below = [each.values() if type(each) is dict else each for each in level]
        level = [item for inner in below for item in inner if type(item) in _CONTAINERS]
        if not level:
            return True
    return False


_CONTAINERS = frozenset((dict, list))
