"""Readers: the only part of the library that opens files. Each gives models and diagnostics.

Every reader promises the same: rows in = rows used + rows reported; what is wrong with a row
is a :class:`Diagnostic` with its place; a file that cannot be read as a whole is a
:class:`~endorsecheck.ReadError` that names it; and nothing is written or fetched.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from endorsecheck.readers._diagnostics import Diagnostic, Severity, TableCount
    from endorsecheck.readers._documents import EndorsementsRead, PeopleRead
    from endorsecheck.readers._limits import Limits
    from endorsecheck.readers._recognition import Recognized, read_people

__all__ = [
    "Diagnostic",
    "EndorsementsRead",
    "Limits",
    "PeopleRead",
    "Recognized",
    "Severity",
    "TableCount",
    "read_people",
]

_HOMES = {
    ".readers._diagnostics": "Diagnostic Severity TableCount",
    ".readers._documents": "EndorsementsRead PeopleRead",
    ".readers._limits": "Limits",
    ".readers._recognition": "Recognized read_people",
}
"""Where each name is defined; a module is imported when one of its names is asked for."""

_HOME_OF = {name: home for home, names in _HOMES.items() for name in names.split()}


if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """Import a name when it is first asked for."""
        if name not in _HOME_OF:
            msg = f"module {__name__!r} has no attribute {name!r}"
            raise AttributeError(msg, name=name)
        globals()[name] = value = getattr(import_module(f"endorsecheck{_HOME_OF[name]}"), name)
        return value

    def __dir__() -> list[str]:
        """Give the names, imported or not."""
        return sorted({*globals(), *__all__})
