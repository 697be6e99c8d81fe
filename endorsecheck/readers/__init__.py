"""Readers: the only part of the library that opens files. Each gives models and diagnostics.

Every reader promises the same: rows in = rows used + rows reported; what is wrong with a row
is a :class:`Diagnostic` with its place; a file that cannot be read as a whole is a
:class:`~endorsecheck.ReadError` that names it; and nothing is written or fetched.
"""

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
