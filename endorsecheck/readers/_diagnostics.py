"""What a reader says about its files: diagnostics with a place, and counts of rows."""

from __future__ import annotations

import re
from enum import Enum

import attrs

from endorsecheck import _checks as check
from endorsecheck._safe import visible
from endorsecheck.exceptions import ModelError

__all__ = ["Diagnostic", "Severity", "TableCount"]

_LONGEST = 60
"""Characters of a cell that a diagnostic shows."""
_LONGEST_PATH = 200
"""Characters of a path that a diagnostic shows."""
_QUOTED = r"""(?<!\w)(?:'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")"""
"""A text as ``repr`` writes it; the apostrophe of a word begins none."""


class Severity(Enum):
    """How much a diagnostic matters.

    Example:
        >>> from endorsecheck.readers import Severity
        >>> Severity("warning").name
        'WARNING'
    """

    INFO = "info"
    """Nothing that the file says was lost (a blank row, an unusual encoding)."""
    WARNING = "warning"
    """Something could not be read as it stands."""


def excerpt(value: str) -> str:
    """The start of a cell, with a visible stand-in for what cannot be printed."""
    cut = value if len(value) <= _LONGEST else value[: _LONGEST - 3] + "..."
    return visible(cut)


def _path_or_none(value: str | None) -> str | None:
    """A path as it is, since it tells where to look; only a very long one is cut."""
    if not isinstance(value, str) or len(value) <= _LONGEST_PATH:
        return visible(value) if isinstance(value, str) else value
    return visible(value[: _LONGEST_PATH - 3] + "...")


def _excerpt_or_none(value: str | None) -> str | None:
    return excerpt(value) if isinstance(value, str) else value


@attrs.frozen
class Diagnostic:
    """One thing a reader noticed, and where.

    Attributes:
        file: Name of the file without its folder.
        row: Physical line on which the record starts, the first being 1; CR, LF and CRLF end
            one line each. ``None`` if it is about the whole file.
        column: Heading of the column, as the file spells it.
        path: Place inside a JSON document, such as ``"work[2].startDate"``.
        value: The offending cell, shortened, with stand-ins for what cannot be printed.
        expected: What should have been there.
        problem: What is wrong, in words without personal data; ``None`` if it is just that
            the value is not what was expected.
        severity: How much it matters.

    Example:
        >>> from endorsecheck.readers import Diagnostic
        >>> found = Diagnostic(
        ...     "Positions.csv", 7, "Started On", value="13/2019", expected="a month and year"
        ... )
        >>> print(found)
        Positions.csv row 7, 'Started On': '13/2019' is not a month and year
        >>> print(found.masked())
        Positions.csv row 7, 'Started On': not a month and year
    """

    file: str = attrs.field(converter=visible, validator=check.is_any_text)
    row: int | None = attrs.field(default=None, validator=check.is_optional_count)
    column: str | None = attrs.field(default=None, converter=_excerpt_or_none)
    path: str | None = attrs.field(default=None, kw_only=True, converter=_path_or_none)
    value: str | None = attrs.field(default=None, kw_only=True, converter=_excerpt_or_none)
    expected: str | None = attrs.field(default=None, kw_only=True)
    problem: str | None = attrs.field(default=None, kw_only=True)
    severity: Severity = attrs.field(
        default=Severity.WARNING, kw_only=True, validator=check.is_a(Severity)
    )

    def __str__(self) -> str:
        return f"{self._place()}: {self._fault()}"

    def masked(self) -> Diagnostic:
        """The same without the value, nor what the problem quotes: only the place is left."""
        problem = None if self.problem is None else re.sub(_QUOTED, "'...'", self.problem)
        return attrs.evolve(self, value=None, problem=problem)

    def _place(self) -> str:
        place = self.file
        if self.row is not None:
            place += f" row {self.row}"
        if self.path is not None:
            place += f" {self.path}"
        if self.column is not None:
            place += f", '{self.column}'"
        return place

    def _fault(self) -> str:
        shown = "" if self.value is None else f"'{self.value}'"
        if self.problem is None:
            return f"{shown} is not {self.expected}" if shown else f"not {self.expected}"
        expectation = f", expected {self.expected}" if self.expected else ""
        return f"{self.problem}{expectation}" + (f": {shown}" if shown else "")


@attrs.frozen
class TableCount:
    """How many rows a table had and what became of them; nothing vanishes.

    Attributes:
        file: Name of the file without its folder.
        rows: Records after the header; empty lines are none.
        used: Rows that became a record, with a diagnostic or without.
        reported: Rows that did not; each has a diagnostic.

    Raises:
        ModelError: ``rows`` is not ``used + reported``.

    Example:
        >>> from endorsecheck.readers import TableCount
        >>> TableCount("Positions.csv", rows=5, used=4, reported=1).reported
        1
    """

    file: str = attrs.field(converter=visible, validator=check.is_any_text)
    rows: int = attrs.field(validator=check.is_count)
    used: int = attrs.field(validator=check.is_count)
    reported: int = attrs.field(validator=check.is_count)

    def __attrs_post_init__(self) -> None:
        if self.rows != self.used + self.reported:
            msg = (
                f"TableCount.rows: expected {self.used} used and {self.reported} reported, "
                f"found {self.rows}"
            )
            raise ModelError(msg)
