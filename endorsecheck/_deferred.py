"""Records made of values that were checked before, and histories that are made when asked for.

A reader checks every cell, so a record of what it read need not be checked once more; and of
100,000 engagements that it read most are never looked at, since they are at organizations where
the owner never was. Both are inner ways to the same records: nobody can tell from outside.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Protocol, TypeVar

if TYPE_CHECKING:
    from endorsecheck._histories import Engagement, Provenance, WorkHistory

__all__: list[str] = []

R = TypeVar("R")


def maker(cls: type[R], *names: str, **fixed: object) -> Callable[..., R]:
    """A function that makes records of a slotted class without converters and validators.

    Only for values that are known to be what the class would make of them; fields that are not
    named stay unset. The function takes the values in the order of the names; those of the other
    fields are fixed. It is compiled, as attrs does with ``__init__``: a loop over the fields would
    take twice as long.
    """
    fields = (*names, *fixed)
    puts = {f"put_{name}": getattr(cls, name).__set__ for name in fields}
    lines = (f"    put_{name}(record, {name})" for name in fields)
    head = f"def make({', '.join(names)}):\n    record = new(cls)\n"
    space: dict[str, Any] = {"new": object.__new__, "cls": cls, **puts, **fixed}
    exec(head + "\n".join(lines) + "\n    return record", space)  # noqa: S102 # names of fields
    made: Callable[..., R] = space["make"]
    return made


class Later(Protocol):
    """What a person's history is made from when it is asked for; it is not empty."""

    @property
    def complete(self) -> bool:
        """Whether the history is complete."""

    @property
    def recorded_on(self) -> Any:  # noqa: ANN401 # a day or None, as in the history
        """The day that the history speaks for."""

    @property
    def size(self) -> int:
        """The number of its engagements."""

    def places(self) -> Sequence[str]:
        """The organizations of all its engagements, which are positions without identifiers."""

    def engagements(self, is_wanted: Callable[[str | None], bool]) -> Sequence[Engagement]:
        """The engagements at organizations that are wanted."""

    def history(self) -> WorkHistory:
        """The history."""

    def provenance(self) -> Provenance | None:
        """Where the person was read from."""


class Deferred:
    """A record some of whose fields may be made when they are asked for first.

    Attributes:
        _later: What they are made from.
        _makers: For each such field, what makes it.
    """

    __slots__ = ("_later",)
    _later: Any
    _makers: ClassVar[Mapping[str, Callable[[Any], object]]] = {}

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> object:
            """Make a field that is not there yet; Python asks here for nothing that is."""
            if name not in self._makers:
                msg = f"{type(self).__name__!r} object has no attribute {name!r}"
                raise AttributeError(msg, name=name, obj=self)
            value = self._makers[name](self._later)
            object.__setattr__(self, name, value)
            return value


_later_of: Callable[[Deferred], Any] = vars(Deferred)["_later"].__get__


def later(record: Deferred) -> Any:  # noqa: ANN401 # each kind of record has its own
    """What fields of a record are made from, :class:`Later` of a person; ``None`` if there."""
    try:
        return _later_of(record)
    except AttributeError:
        return None
