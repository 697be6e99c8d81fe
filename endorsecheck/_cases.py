"""One case of many: how it is given, what it is audited by, what comes of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeAlias

import attrs

from endorsecheck._audit import audit
from endorsecheck.exceptions import ModelError
from endorsecheck.findings import AuditResult
from endorsecheck.models import Criteria, Person, Profile
from endorsecheck.organizations import OrganizationRegistry

__all__: list[str] = []

Loaded: TypeAlias = tuple[Profile, Iterable[Person]]
Case: TypeAlias = Loaded | Callable[[], Loaded]
"""A profile with the people known from elsewhere, or what gives them when it is called."""


@attrs.frozen(kw_only=True)
class FailedAudit:
    """A case of which there is no result, and why.

    Attributes:
        index: Which: its place among the cases, the first being 0.
        error: The kind of error, such as ``"ReadError"``, or ``"BrokenProcessPool"`` where the
            worker was lost before the case was finished.
        message: The text of the error.

    Example:
        >>> import endorsecheck as ec
        >>> ec.FailedAudit(index=3, error="ReadError", message="a.zip: no such file or folder")
        FailedAudit(index=3, error='ReadError', message='a.zip: no such file or folder')
    """

    index: int
    error: str
    message: str


def failed(index: int, error: BaseException) -> FailedAudit:
    """What to say of a case that ended in an error."""
    return FailedAudit(index=index, error=type(error).__name__, message=str(error))


Outcome: TypeAlias = AuditResult | FailedAudit


@attrs.frozen
class Rules:
    """What all cases are audited by."""

    criteria: Criteria
    organizations: OrganizationRegistry

    def outcome(self, index: int, opened: Callable[[], Case]) -> Outcome:
        """The result of one case, or its failure.

        Args:
            index: The place of the case.
            opened: Gives the case.
        """
        try:
            profile, people = _loaded(opened())
            return audit(profile, people, criteria=self.criteria, organizations=self.organizations)
        except (Exception, SystemExit) as error:  # noqa: BLE001 # a case may fail in any way
            return failed(index, error)


def _loaded(case: Case) -> Loaded:
    given: Any = case() if callable(case) else case
    is_pair = isinstance(given, Sequence) and len(given) == len(("profile", "people"))
    if not is_pair or not isinstance(given[0], Profile):
        msg = f"case: expected a profile and people, found {type(given).__name__}"
        raise ModelError(msg)
    return given[0], given[1]
