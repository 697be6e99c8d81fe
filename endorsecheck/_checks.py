"""Converters and validators of the records: what a field takes, and the error if it doesn't.

Converters tidy (outer blanks, lists to tuples) and pass on what they do not understand;
validators refuse it with a :class:`~endorsecheck.ModelError` that names class and field.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, TypeVar

from endorsecheck.dates import DateMark, PartialDate
from endorsecheck.exceptions import ModelError

if TYPE_CHECKING:
    import attrs

__all__: list[str] = []

T = TypeVar("T")
Validator = Callable[[Any, "attrs.Attribute[Any]", Any], None]

_SHOWN = 60
_MOST = 2**63
"""Counts stay below it, as in databases and Arrow; Python shows no number of 4,300 digits."""


def shortened(value: object) -> str:
    """The ``repr`` of a value, cut to a length that fits a message.

    What has none (a number of thousands of digits, lists nested without end) is told by its kind.
    """
    try:
        text = repr(value)
    except (ValueError, RecursionError):
        text = f"<{type(value).__name__}>"
    return text if len(text) <= _SHOWN else text[: _SHOWN - 3] + "..."


def fault(record: object, field: str, expected: str, found: object) -> ModelError:
    """The error for a field that holds something else than expected."""
    return ModelError(
        f"{type(record).__name__}.{field}: expected {expected}, found {shortened(found)}"
    )


def strip(text: str) -> str:
    """Without outer blanks; what is no text is left to the validator to refuse."""
    given: Any = text
    return str.strip(given) if isinstance(given, str) else given


def strip_or_none(text: str | None) -> str | None:
    """Without outer blanks; nothing left is ``None``."""
    return (text.strip() or None) if isinstance(text, str) else text


def to_tuple(items: Iterable[T]) -> tuple[T, ...]:
    """A tuple of any iterable but a text; what is none is left to the validator to refuse."""
    given: Any = items
    is_list = type(given) is tuple or (  # as most are; a test for Iterable is slow
        isinstance(given, Iterable) and not isinstance(given, (str, bytes))
    )
    return tuple(given) if is_list else given


def texts(items: Iterable[str]) -> tuple[str, ...]:
    """A tuple of texts; type checkers resolve no generic converter, so each kind has its own."""
    return to_tuple(items)


def groups_of_texts(items: Iterable[Iterable[str]]) -> tuple[tuple[str, ...], ...]:
    """A tuple of tuples of texts; what is none is left to the validator to refuse."""
    given: Any = to_tuple(items)
    return tuple(map(to_tuple, given)) if isinstance(given, tuple) else given


def is_text(record: object, field: attrs.Attribute[Any], value: object) -> None:
    """Refuse what is not a text with something in it."""
    if not isinstance(value, str) or not value:
        raise fault(record, field.name, "a text", value)


def is_any_text(record: object, field: attrs.Attribute[Any], value: object) -> None:
    """Refuse what is not a text; an empty one is fine."""
    if not isinstance(value, str):
        raise fault(record, field.name, "a text", value)


def is_optional_text(record: object, field: attrs.Attribute[Any], value: object) -> None:
    """Refuse what is neither a text nor ``None``."""
    if value is not None and not isinstance(value, str):
        raise fault(record, field.name, "a text or None", value)


def is_count(record: object, field: attrs.Attribute[Any], value: object) -> None:
    """Refuse what is not a whole number from 0 that fits into 64 bits."""
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise fault(record, field.name, "a whole number from 0", value)
    if not is_short(value):
        raise fault(record, field.name, "a number of 64 bits", value)


def is_short(number: int) -> bool:
    """Whether a whole number fits into 64 bits."""
    return -_MOST <= number < _MOST


def is_optional_count(record: object, field: attrs.Attribute[Any], value: object) -> None:
    """Refuse what is neither ``None`` nor a whole number from 0."""
    if value is not None:
        is_count(record, field, value)


def is_bool(record: object, field: attrs.Attribute[Any], value: object) -> None:
    """Refuse what is not ``True`` or ``False``."""
    if not isinstance(value, bool):
        raise fault(record, field.name, "True or False", value)


def is_day(record: object, field: attrs.Attribute[Any], value: object) -> None:
    """Refuse what is not a :class:`datetime.date` (a ``datetime`` is no day)."""
    if not isinstance(value, dt.date) or isinstance(value, dt.datetime):
        raise fault(record, field.name, "a datetime.date", value)


def is_optional_day(record: object, field: attrs.Attribute[Any], value: object) -> None:
    """Refuse what is neither ``None`` nor a :class:`datetime.date`."""
    if value is not None:
        is_day(record, field, value)


def is_moment(record: object, field: attrs.Attribute[Any], value: object) -> None:
    """Refuse what is neither a partial date nor unknown."""
    if not isinstance(value, PartialDate) and value is not DateMark.UNKNOWN:
        raise fault(record, field.name, "a PartialDate or DateMark.UNKNOWN", value)


def is_a(*kinds: type) -> Validator:
    """A validator that refuses everything but instances of the classes given."""
    expected = " or ".join(kind.__name__ for kind in kinds)

    def check(record: object, field: attrs.Attribute[Any], value: object) -> None:
        if not isinstance(value, kinds):
            raise fault(record, field.name, f"a {expected}", value)

    return check


def tuple_of(*kinds: type) -> Validator:
    """A validator for a tuple whose items are all instances of the classes given."""
    expected = " or ".join("text" if kind is str else kind.__name__ for kind in kinds)
    exact = frozenset(kinds)

    def check(record: object, field: attrs.Attribute[Any], value: object) -> None:
        if not isinstance(value, tuple):
            raise fault(record, field.name, f"a list of {expected}", value)
        if set(map(type, value)) <= exact:
            return
        for index, item in enumerate(value):
            if not isinstance(item, kinds):
                raise fault(record, f"{field.name}[{index}]", f"a {expected}", item)

    return check


def tuples_of_text(record: object, field: attrs.Attribute[Any], value: object) -> None:
    """Refuse what is not a tuple of tuples of texts."""
    tuple_of(tuple)(record, field, value)
    groups: Any = value
    for group in groups:
        tuple_of(str)(record, field, group)
