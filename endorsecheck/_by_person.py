"""The findings on one person together, in the order in which pictures and pages list people."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from endorsecheck.codes import Verdict
from endorsecheck.findings import Finding
from endorsecheck.models import Person
from endorsecheck.people import name_key, url_key

__all__: list[str] = []

_MOST_HOPEFUL = (
    Verdict.CAN_ATTEST,
    Verdict.MIGHT_ATTEST,
    Verdict.UNKNOWN,
    Verdict.CANNOT_ATTEST,
)
"""Which verdict stands for a person on whom there are several."""

_REVIEW = (Verdict.CANNOT_ATTEST, Verdict.UNKNOWN, Verdict.MIGHT_ATTEST, Verdict.CAN_ATTEST)
"""Which verdict is most worth acting on."""


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


def by_person(findings: Iterable[Finding]) -> list[OnPerson]:
    """The findings grouped by endorser, the person most worth acting on first.

    Of what is shown: all of it can't be attested to, some of it can't, some of it is unknown,
    some of it might, the rest; within each, the more endorsements the earlier, then the order
    of the findings.
    """
    groups: dict[tuple[str, str], list[Finding]] = {}
    for each in findings:
        groups.setdefault(key_of(endorser_of(each)), []).append(each)
    people = [
        OnPerson(person=endorser_of(group[0]), findings=tuple(group)) for group in groups.values()
    ]
    return sorted(people, key=_order)


def _order(on: OnPerson) -> tuple[int, int]:
    """Sort key: the step in the order of review, then how many endorsements led to it."""
    shown = [each.verdict for each in on.findings if each.is_shown]
    if not shown:
        return len(_REVIEW) + 1, 0
    worst = min(shown, key=_REVIEW.index)
    if set(shown) == {Verdict.CANNOT_ATTEST}:
        return 0, -len(shown)
    return _REVIEW.index(worst) + 1, -shown.count(worst)


def endorser_of(finding: Finding) -> Person:
    """The endorser as known from all sources, else as the endorsement has them."""
    return finding.person or finding.endorsement.endorser


def key_of(person: Person) -> tuple[str, str]:
    """What tells one person from another: the URL, else the name."""
    url = url_key(person.url)
    return ("url", url) if url else ("name", name_key(person.name))
