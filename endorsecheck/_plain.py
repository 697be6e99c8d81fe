"""Records to plain data and back: dicts, lists, texts, numbers, nothing else.

Dates are ISO 8601 texts, enumerations their values, engagements carry their ``kind``. A field
that holds its default is left out. Reading refuses what it does not know, with its path.
"""

from __future__ import annotations

import datetime as dt
import types
from collections.abc import Mapping
from enum import Enum
from functools import lru_cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

import attrs

from endorsecheck._checks import is_short, shortened
from endorsecheck.dates import DateMark, PartialDate, parse_date
from endorsecheck.exceptions import EndorsecheckError, ModelError

__all__: list[str] = []

T = TypeVar("T")
_LONGEST_KEY = 60
"""Characters of a key that an error shows."""


def to_plain(value: Any) -> Any:  # noqa: ANN401 # any record or what it holds
    """Plain data for a record or anything that stands in one."""
    if value is None or isinstance(value, (str, int)):
        return value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [to_plain(item) for item in value]
    if isinstance(value, (dt.date, PartialDate)):
        return str(value)
    kind = getattr(value, "kind", None)
    tag = {"kind": kind} if isinstance(kind, str) else {}
    return tag | {
        field.name: to_plain(held)
        for field in attrs.fields(type(value))
        if (held := getattr(value, field.name)) != field.default
    }


def versioned(data: object, version: int) -> dict[str, Any]:
    """The fields of versioned plain data, once the version is the one expected."""
    if not isinstance(data, Mapping):
        raise _fault("", "a mapping", data)  # noqa: EM101 # a place, not a message
    fields = dict(data)
    found = fields.pop("schema_version", None)
    if type(found) is not int or found != version:
        raise _fault("schema_version", str(version), found)  # noqa: EM101 # a place
    return fields


def from_plain(cls: type[T], data: object, path: str = "") -> T:
    """The record of a class that :func:`to_plain` wrote."""
    if not isinstance(data, Mapping):
        raise _fault(path, "a mapping", data)
    hints = _hints(cls)  # type: ignore[arg-type] # a class is hashable
    given = {key: value for key, value in data.items() if key != "kind" or "kind" in hints}
    for key, value in given.items():
        if key not in hints:
            raise _fault(_join(path, key), "no such key", value)
    values = {key: _value(hints[key], value, _join(path, key)) for key, value in given.items()}
    try:
        return cls(**values)
    except TypeError as error:
        raise _fault(path, f"all of its keys ({error})", sorted(given)) from None
    except EndorsecheckError as error:
        place = f"{path}: " if path else ""
        msg = f"{place}{error}"
        raise ModelError(msg) from None


@lru_cache(maxsize=128)
def _hints(cls: Any) -> dict[str, Any]:  # noqa: ANN401 # a record class
    hints = get_type_hints(cls)
    fields = attrs.fields(cls)
    return {field.name: hints[field.name] for field in fields}


def _value(hint: Any, value: object, path: str) -> Any:  # noqa: ANN401 # as the hint says
    origin = get_origin(hint)
    if origin is tuple:
        return _items(get_args(hint)[0], value, path)
    if origin in (Union, types.UnionType):
        return _one_of(get_args(hint), value, path)
    if issubclass(hint, Enum):
        return _member(hint, value, path)
    if issubclass(hint, (dt.date, PartialDate)):
        return _day(hint, value, path)
    if attrs.has(hint):
        return from_plain(hint, value, path)
    if not isinstance(value, hint) or (isinstance(value, bool) and hint is not bool):
        raise _fault(path, f"a {hint.__name__}", value)
    if isinstance(value, int) and not is_short(value):
        raise _fault(path, "a number of 64 bits", value)
    return value


def _items(hint: Any, value: object, path: str) -> tuple[Any, ...]:  # noqa: ANN401
    if not isinstance(value, (list, tuple)):
        raise _fault(path, "a list", value)
    return tuple(_value(hint, item, f"{path}[{i}]") for i, item in enumerate(value))


def _one_of(hints: tuple[Any, ...], value: object, path: str) -> Any:  # noqa: ANN401
    """A value of a union: ``None``, a date or a mark, or records told apart by their kind."""
    if value is None and type(None) in hints:
        return None
    rest = [hint for hint in hints if hint is not type(None)]
    if DateMark in rest:
        marks = {mark.value for mark in DateMark}
        hint = DateMark if isinstance(value, str) and value in marks else PartialDate
        return _value(hint, value, path)
    if len(rest) > 1:
        kinds = {hint.kind: hint for hint in rest}
        kind = value.get("kind") if isinstance(value, Mapping) else value
        if not isinstance(kind, str) or kind not in kinds:
            raise _fault(_join(path, "kind"), f"one of {', '.join(kinds)}", kind)
        rest = [kinds[kind]]
    return _value(rest[0], value, path)


def _member(hint: type[Enum], value: object, path: str) -> Enum:
    members = {member.value: member for member in hint}
    if not isinstance(value, str) or value not in members:
        raise _fault(path, f"one of {', '.join(members)}", value)
    return members[value]


def _day(hint: type, value: object, path: str) -> dt.date | PartialDate:
    try:
        if issubclass(hint, dt.date):
            return dt.date.fromisoformat(value)  # type: ignore[arg-type] # refused below
        date = parse_date(value)  # type: ignore[arg-type] # refused below
    except (TypeError, ValueError):
        date = DateMark.UNKNOWN
    if not isinstance(date, PartialDate):
        raise _fault(path, "an ISO 8601 date", value)
    return date


def _join(path: str, key: object) -> str:
    name = key if isinstance(key, str) else shortened(key)
    name = name if len(name) <= _LONGEST_KEY else f"{name[: _LONGEST_KEY - 3]}..."
    return f"{path}.{name}" if path else name


def _fault(path: str, expected: str, found: object) -> ModelError:
    place = f"{path}: " if path else ""
    return ModelError(f"{place}expected {expected}, found {shortened(found)}")
