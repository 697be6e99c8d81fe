"""JSON from strangers: documents, arrays of them, JSON Lines; every fault with its place.

Refused are ``NaN`` and its like, text behind the end, too deep nesting and numbers of thousands
of digits. A key that stands twice in an object is reported and its first value kept.
"""

from __future__ import annotations

import json
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
    text = decode(data, log.file)
    log.diagnostics.extend(text.diagnostics)
    log.has_strays = text.has_strays
    if not text.content.strip():
        log.fail("expected JSON, found an empty file")
    parse = _parser(log, limits)
    if not _is_lines(text.content):
        yield parse(text.content)
        return
    for log.row, line in enumerate(text.content.split("\n"), 1):
        if not line or line.isspace():
            continue
        try:
            document = parse(line)
        except ReadError as error:
            log.refuse(error)
        else:
            yield document
    log.row = None


def _is_lines(text: str) -> bool:
    """Whether the first line is an object of its own, and more follows."""
    first, _, rest = text.lstrip().partition("\n")
    return first.startswith("{") and first.rstrip().endswith("}") and not _is_blank(rest)


def _is_blank(text: str) -> bool:
    return not text or text.isspace()


def _parser(log: Log, limits: Limits) -> Decode:
    """What makes a value of the text of one document, within the limits."""

    def pairs(items: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(items)
        return found if len(found) == len(items) else _first_of_each(items, log)

    decoder = json.JSONDecoder(object_pairs_hook=pairs, parse_constant=_refuse)

    def parse(text: str) -> object:
        try:
            value = decoder.decode(text)
        except RecursionError:
            raise _too_deep(log, limits) from None
        except ValueError as error:
            msg = f"no JSON: {error}"
            raise log.fault(msg) from None
        levels = text.count("{") + text.count("[")
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
