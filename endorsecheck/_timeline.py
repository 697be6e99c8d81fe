"""Pictures of time: when two people were together, and a whole result at a glance.

The records below hold what is drawn; the drawing itself is imported when it is first needed,
so that the library stays quick to import.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

import attrs

from endorsecheck import _checks as check
from endorsecheck._groups import key_of, other_side
from endorsecheck.dates import DateLike, PartialDate
from endorsecheck.evidence import Evidence
from endorsecheck.exceptions import ModelError
from endorsecheck.findings import AuditResult, Finding
from endorsecheck.models import Person

__all__ = ["Overview", "Timeline", "overview", "timeline"]


_NARROWEST, _WIDEST = 280, 2_000
"""Widths of a picture, in px."""

_NO_DAY = dt.date(2000, 1, 1)
"""The day the data speak for where no record names any."""


def _findings(items: Iterable[Finding]) -> tuple[Finding, ...]:
    return check.to_tuple(items)


@attrs.frozen(kw_only=True)
class Timeline:
    """The engagements of two people on one line of time; made by :func:`timeline`.

    Attributes:
        owner: Whose endorsements were audited; drawn above.
        endorser: Who endorsed them; drawn below.
        findings: The endorsements that are marked, and the evidence that is shaded.
        as_of: The day the data speak for.

    Example:
        >>> import datetime as dt
        >>> import endorsecheck as ec
        >>> dana = ec.Person("Dana Reyes")
        >>> drawn = ec.Timeline(owner=dana, endorser=dana, as_of=dt.date(2026, 6, 30))
        >>> drawn.findings
        ()
    """

    owner: Person = attrs.field(validator=check.is_a(Person))
    endorser: Person = attrs.field(validator=check.is_a(Person))
    findings: tuple[Finding, ...] = attrs.field(
        default=(), converter=_findings, validator=check.tuple_of(Finding)
    )
    as_of: dt.date = attrs.field(validator=check.is_day)

    def to_svg(self, *, width: int = 720) -> str:
        """The picture as SVG: the same bytes for the same records, wherever it is drawn.

        It needs nothing from outside, follows the reader's light or dark setting, and tells a
        screen reader what it shows. Text in it is never markup.

        Args:
            width: In px, from 280 to 2000. Below 640 there is no headline and no key.

        Raises:
            ModelError: The width is no such number.

        Example:
            >>> import datetime as dt
            >>> import endorsecheck as ec
            >>> dana = ec.Person("Dana Reyes")
            >>> drawn = ec.Timeline(owner=dana, endorser=dana, as_of=dt.date(2026, 6, 30))
            >>> drawn.to_svg()[:4]
            '<svg'
        """
        from endorsecheck._pictures import timeline_svg  # noqa: PLC0415 # drawn only when asked for

        return timeline_svg.draw(self, _checked(width))

    def _repr_svg_(self) -> str:
        """What a notebook shows."""
        return self.to_svg()


@attrs.frozen(kw_only=True)
class Overview:
    """The owner's career and a row per endorser; made by :func:`overview`.

    Attributes:
        result: What is drawn.
        limit: The most endorsers drawn.

    Example:
        >>> import datetime as dt
        >>> import endorsecheck as ec
        >>> profile = ec.Profile(owner=ec.Person("Dana Reyes"), as_of=dt.date(2026, 6, 30))
        >>> ec.Overview(result=ec.audit(profile)).limit
        40
    """

    result: AuditResult = attrs.field(validator=check.is_a(AuditResult))
    limit: int = attrs.field(default=40, validator=check.is_count)

    def to_svg(self, *, width: int = 720) -> str:
        """The picture as SVG, as :meth:`Timeline.to_svg` gives it.

        Args:
            width: In px, from 280 to 2000. Below 640 there is no key.

        Raises:
            ModelError: The width is no such number.

        Example:
            >>> import datetime as dt
            >>> import endorsecheck as ec
            >>> profile = ec.Profile(owner=ec.Person("Dana Reyes"), as_of=dt.date(2026, 6, 30))
            >>> ec.overview(ec.audit(profile)).to_svg()[:4]
            '<svg'
        """
        from endorsecheck._pictures import overview_svg  # noqa: PLC0415 # drawn only when asked for

        return overview_svg.draw(self, _checked(width))

    def _repr_svg_(self) -> str:
        """What a notebook shows."""
        return self.to_svg()


def timeline(owner: Person, endorser: Person, outcome: AuditResult | Finding) -> Timeline:
    """Draw when two people were where: the owner above, the endorser below.

    Certain stretches are solid, uncertain ones hatched, unknown ends open. Shared stretches are
    shaded across both, endorsements are marks with the shape of their verdict. Where the
    endorser as given has no engagements, the history that the audit found is drawn.

    Args:
        owner: Whose endorsements were audited.
        endorser: Who endorsed them; of a result, the findings on this person are drawn.
        outcome: The result of the audit, or a single finding. A finding does not say which day
            the data speak for: then it is the latest day that the records name.

    Example:
        >>> import datetime as dt
        >>> import endorsecheck as ec
        >>> stay = ec.Position("Acme Corp", period=ec.Period.parse("2015", "Mar 2019"))
        >>> ravi = ec.Person("Ravi Shah", history=ec.WorkHistory([stay]))
        >>> profile = ec.Profile(
        ...     owner=ec.Person("Dana Reyes", history=ec.WorkHistory([stay])),
        ...     as_of=dt.date(2026, 6, 30),
        ...     endorsements=[ec.Endorsement("Python", ravi, ec.parse_date("2020-01-04"))],
        ... )
        >>> drawn = ec.timeline(profile.owner, ravi, ec.audit(profile))
        >>> "Acme Corp" in drawn.to_svg()
        True
    """
    if isinstance(outcome, AuditResult):
        findings = _findings_on(endorser, outcome)
        drawn = _known(endorser, findings)
        return Timeline(owner=owner, endorser=drawn, findings=findings, as_of=outcome.as_of)
    drawn = _known(endorser, (outcome,))
    day = max(_days_named(owner, drawn, outcome), default=_NO_DAY)
    return Timeline(owner=owner, endorser=drawn, findings=(outcome,), as_of=day)


def overview(result: AuditResult, *, limit: int = 40) -> Overview:
    """Draw a whole result: a row per endorser against the owner's career, coloured by verdict.

    Args:
        result: What :func:`endorsecheck.audit` gave.
        limit: The most endorsers drawn; how many more there are is said below them.

    Raises:
        ModelError: The limit is not a whole number from 0.

    Example:
        >>> import datetime as dt
        >>> import endorsecheck as ec
        >>> profile = ec.Profile(owner=ec.Person("Dana Reyes"), as_of=dt.date(2026, 6, 30))
        >>> ec.overview(ec.audit(profile), limit=5).limit
        5
    """
    return Overview(result=result, limit=limit)


def _checked(width: int) -> int:
    if type(width) is not int or not _NARROWEST <= width <= _WIDEST:
        expected = f"a whole number of px from {_NARROWEST} to {_WIDEST}"
        msg = f"width: expected {expected}, found {check.shortened(width)}"
        raise ModelError(msg)
    return width


def _findings_on(endorser: Person, result: AuditResult) -> tuple[Finding, ...]:
    """The findings whose endorser is this person, as given or as known."""
    key = key_of(endorser)
    return tuple(
        each
        for each in result.findings
        if key in (key_of(other_side(each)), key_of(each.endorsement.endorser))
    )


def _known(endorser: Person, findings: Iterable[Finding]) -> Person:
    """The endorser as given; as the audit knew them where no engagement is given."""
    if endorser.history.engagements:
        return endorser
    return next((each.person for each in findings if each.person), endorser)


def _days_named(owner: Person, endorser: Person, finding: Finding) -> Iterator[dt.date]:
    """Every day that the records name, the last one of coarse dates."""
    for person in (owner, endorser):
        if person.history.recorded_on:
            yield person.history.recorded_on
        for each in (*person.history.engagements, *person.relationships):
            yield from _latest(each.period.start, each.period.end)
    yield from _latest(finding.endorsement.date)
    yield from (day for each in finding.evidence if (day := _last_shared(each)))


def _latest(*dates: DateLike) -> Iterator[dt.date]:
    return (date.latest for date in dates if isinstance(date, PartialDate))


def _last_shared(evidence: Evidence) -> dt.date | None:
    overlap = evidence.overlap
    if overlap is None or overlap.first_day_earliest is None or not overlap.max_days:
        return None
    return overlap.first_day_earliest + dt.timedelta(days=overlap.max_days - 1)
