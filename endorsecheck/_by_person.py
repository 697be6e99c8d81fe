"""The findings on one person together, in the order in which pictures and pages list people."""

from __future__ import annotations

import attrs

from endorsecheck._groups import key_of, other_side
from endorsecheck.codes import Verdict
from endorsecheck.findings import AuditResult, Finding
from endorsecheck.models import Person

__all__: list[str] = []

_MOST_HOPEFUL = (
    Verdict.CAN_ATTEST,
    Verdict.MIGHT_ATTEST,
    Verdict.UNKNOWN,
    Verdict.CANNOT_ATTEST,
)
"""Which verdict stands for a person on whom there are several."""


@attrs.frozen(kw_only=True)
class OnPerson:
    """All findings on the endorsements of one person.

    Attributes:
        person: The endorser as known from all sources, else as the endorsement has them.
        findings: In the order of the result; at least one.
    """

    person: Person
    findings: tuple[Finding, ...]

    @property
    def name(self) -> str:
        """How to call the person: the name, else the URL."""
        return self.person.name or self.person.url or ""

    @property
    def verdict(self) -> Verdict:
        """The most hopeful verdict on an endorsement that is shown; on any if none is."""
        shown = [each for each in self.findings if each.is_shown] or self.findings
        return min((each.verdict for each in shown), key=_MOST_HOPEFUL.index)

    @property
    def keys(self) -> set[tuple[str, str]]:
        """All that tells the person from others: as known, and as on the endorsements."""
        people = [self.person, *(each.endorsement.endorser for each in self.findings)]
        return {key_of(each) for each in people}


def by_person(result: AuditResult) -> list[OnPerson]:
    """The findings by endorser, in the order of :meth:`AuditResult.by_endorser`."""
    return [
        OnPerson(person=other_side(group.findings[0]), findings=group.findings)
        for group in result.by_endorser()
    ]
