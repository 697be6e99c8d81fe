"""Records made of values that were checked before, and histories that are made when asked for.

A reader checks every cell, so a record of what it read need not be checked once more; and of
100,000 engagements that it read most are never looked at, since they are at organizations where
the owner never was. Both are inner ways to the same records: nobody can tell from outside.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

if TYPE_CHECKING:
    from endorsecheck._histories import Engagement, Provenance, WorkHistory

__all__: list[str] = []

R = TypeVar("R")


def maker(cls: type[R], *names: str) -> Callable[..., R]:
    """A function that makes records of a slotted class without converters and validators.

    Only for values that are known to be what the class would make of them; fields that are not
    named stay unset. The function takes the values in the order of the names.
    """
    new = object.__new__
    setters = [getattr(cls, name).__set__ for name in names]

    def make(*values: object) -> R:
        record = new(cls)
        for put, value in zip(setters, values):  # noqa: B905 # strict costs as much as a field
            put(record, value)
        return record

    return make


amend: Callable[[object, str, object], None] = object.__setattr__
"""Gives a field of a record another value; only for a record that nobody else has seen yet."""


class Later(Protocol):
    """What a person's history is made from when it is asked for; it is not empty."""

    @property
    def complete(self) -> bool:
        """Whether the history is complete."""

    @property
    def recorded_on(self) -> Any:  # noqa: ANN401 # a day or None, as in the history
        """The day that the history speaks for."""

    def places(self) -> Sequence[str]:
        """The organizations of all its engagements, which are positions without identifiers."""

    def engagements(self, is_wanted: Callable[[str], bool]) -> Sequence[Engagement]:
        """The engagements at organizations that are wanted."""

    def history(self) -> WorkHistory:
        """The history."""

    def provenance(self) -> Provenance | None:
        """Where the person was read from."""


class Deferred:
    """A person some of whose fields may be made when they are asked for first."""

    __slots__ = ("_later",)
    _later: Later

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> object:
            """Make a field that is not there yet; Python asks here for nothing that is."""
            if name not in ("history", "provenance"):
                msg = f"{type(self).__name__!r} object has no attribute {name!r}"
                raise AttributeError(msg, name=name, obj=self)
            value = getattr(self._later, name)()
            object.__setattr__(self, name, value)
            return value


_later_of: Callable[[Deferred], Later] = vars(Deferred)["_later"].__get__


def later(person: Deferred) -> Later | None:
    """What a person's history is made from; ``None`` if it was there from the start."""
    try:
        return _later_of(person)
    except AttributeError:
        return None
