"""What was weighed for one endorsement: a pair of engagements, or a declared tie."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from endorsecheck._text import fold
from endorsecheck.codes import Reason, Standing
from endorsecheck.dates import Overlap, Timing
from endorsecheck.models import Engagement, Project, Relationship
from endorsecheck.organizations import Relation

__all__: list[str] = []


def _reasons(items: Iterable[Reason]) -> tuple[Reason, ...]:
    return tuple(items)


@attrs.frozen(kw_only=True)
class Evidence:
    """One pair of engagements, or one declared tie, weighed for one endorsement.

    Attributes:
        standing: Firm, open or ruled out.
        reasons: Why; for a firm basis, what kind of basis it is.
        owner_engagement: The owner's side; ``None`` for a declared tie.
        endorser_engagement: The endorser's side; ``None`` for a declared tie.
        relationship: The declared tie; ``None`` for a pair of engagements.
        relation: How the two names stand to each other in the time weighed.
        match: What the relation rests on, in words.
        overlap: What the two stays share in that time; its ``gap_days`` tell how far apart
            two that never met were.
        timing: How the endorsement stands to the first shared day.

    Example:
        >>> import endorsecheck as ec
        >>> ec.Evidence(standing=ec.Standing.OPEN, reasons=[ec.Reason.UNDATED]).reasons[0].value
        'undated'
    """

    standing: Standing
    reasons: tuple[Reason, ...] = attrs.field(converter=_reasons)
    owner_engagement: Engagement | None = None
    endorser_engagement: Engagement | None = None
    relationship: Relationship | None = None
    relation: Relation | None = None
    match: str | None = None
    overlap: Overlap | None = None
    timing: Timing | None = None

    @property
    def shared_unit(self) -> str | None:
        """The smallest unit named alike on both sides; ``None`` if that is the organization.

        A project by its name, else a team, else a place.

        Example:
            >>> import endorsecheck as ec
            >>> stay = ec.Position("Acme Corp", team="Platform")
            >>> ec.Evidence(
            ...     standing=ec.Standing.OPEN,
            ...     reasons=[ec.Reason.UNDATED],
            ...     owner_engagement=stay,
            ...     endorser_engagement=stay,
            ... ).shared_unit
            'team Platform'
        """
        mine, theirs = self.owner_engagement, self.endorser_engagement
        if mine is None or theirs is None:
            return None
        if isinstance(mine, Project) and isinstance(theirs, Project):
            return mine.name
        if alike(mine.team, theirs.team):
            return f"team {mine.team}"
        return mine.location if alike(mine.location, theirs.location) else None

    @property
    def source(self) -> str | None:
        """Where the endorser's side was read, and what its source notes; ``None`` if not known.

        Example:
            >>> import endorsecheck as ec
            >>> read = ec.Provenance("people-table", file="colleagues.csv", row=7)
            >>> ec.Evidence(
            ...     standing=ec.Standing.OPEN,
            ...     reasons=[ec.Reason.UNDATED],
            ...     endorser_engagement=ec.Position("Acme Corp", provenance=read),
            ... ).source
            'colleagues.csv row 7'
        """
        theirs = self.endorser_engagement or self.relationship
        where = theirs.provenance if theirs is not None else None
        if where is None:
            return None
        return f"{where} ({where.note})" if where.note else str(where)

    @property
    def breadth(self) -> int:
        """How small the shared unit is (a project 0, a team 1, a place 2, what is larger 3)."""
        mine, theirs = self.owner_engagement, self.endorser_engagement
        if mine is None or theirs is None or self.shared_unit is None:
            return 3
        if isinstance(mine, Project) and isinstance(theirs, Project):
            return 0
        return 1 if alike(mine.team, theirs.team) else 2


def alike(one: str | None, other: str | None) -> bool:
    """Whether both sides name a team or place, and name it alike."""
    return one is not None and other is not None and fold(one) == fold(other)
