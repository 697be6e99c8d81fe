"""Profiles in, findings out, as batches of Arrow: the form that engines hand to Python.

Spark (``mapInArrow``), Ray Data (``map_batches``), Dask, Polars and DuckDB all give and take
:class:`pyarrow.RecordBatch`. Needs the extra ``arrow``.

:data:`PROFILES` is the schema of what comes in, one row for each owner; :data:`FINDINGS` that of
what goes out, one row for each endorsement. Dates come in as texts that
:func:`endorsecheck.parse_date` reads, best as ISO 8601 in the precision that is known: ``2019``,
``2019-03``, ``2019-03-15``, or ``ongoing``; no date is null. What is null or absent takes the
default of the record, columns that the schema does not name are left alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from endorsecheck import _arrow_records as records
from endorsecheck._audit import audit
from endorsecheck._checks import shortened
from endorsecheck.exceptions import ModelError
from endorsecheck.findings import Finding
from endorsecheck.models import Criteria, Person, Profile
from endorsecheck.organizations import OrganizationRegistry

try:
    import pyarrow as pa
except ImportError as _error:
    _msg = "endorsecheck.arrow needs pyarrow: pip install 'endorsecheck[arrow]'"
    raise ImportError(_msg) from _error

__all__ = ["FINDINGS", "PROFILES", "audit_batches", "profiles_to_batch"]

_TEXTS = pa.list_(pa.string())
_ENGAGEMENT = pa.struct(
    {
        "kind": pa.string(),
        "organization": pa.string(),
        "name": pa.string(),
        "title": pa.string(),
        "start": pa.string(),
        "end": pa.string(),
        "skills": _TEXTS,
        "team": pa.string(),
        "location": pa.string(),
        "headcount": pa.int64(),
        "organization_id": pa.string(),
    }
)
_RELATIONSHIP = pa.struct(
    {
        "kind": pa.string(),
        "organization": pa.string(),
        "start": pa.string(),
        "end": pa.string(),
    }
)
_PERSON = pa.struct(
    {
        "name": pa.string(),
        "url": pa.string(),
        "engagements": pa.list_(_ENGAGEMENT),
        "complete": pa.bool_(),
        "recorded_on": pa.date32(),
        "relationships": pa.list_(_RELATIONSHIP),
        "source": pa.string(),
    }
)
_ENDORSEMENT = pa.struct(
    {
        "skill": pa.string(),
        "name": pa.string(),
        "url": pa.string(),
        "date": pa.string(),
        "status": pa.string(),
        "given_at": pa.string(),
    }
)

PROFILES = pa.schema(
    {
        "profile_id": pa.string(),
        "as_of": pa.date32(),
        "owner": _PERSON,
        "endorsements": pa.list_(_ENDORSEMENT),
        "people": pa.list_(_PERSON),
    }
)
"""One row for each owner.

``profile_id``
    Whatever tells the profiles apart; the findings carry it.
``as_of``
    The day the data speak for.
``owner``, ``people``
    Persons: ``name``, ``url``, ``engagements``, ``complete`` (null: yes for the owner, no for
    others), ``recorded_on`` (null: the as-of day), ``relationships`` and ``source`` (of two
    records of one source with one name and no URL, each is a person of its own).
``engagements``
    ``kind`` (``position``, ``project``, ``volunteering`` or ``education``; null is a position),
    ``organization``, ``name`` (of a project), ``title``, ``start``, ``end``, ``skills``,
    ``team``, ``location``, ``headcount``, ``organization_id``.
``relationships``
    ``kind`` as in :class:`endorsecheck.RelationshipKind`, ``organization``, ``start``, ``end``.
``endorsements``
    ``skill``, the endorser's ``name`` and ``url``, ``date``, ``status`` (null: ``accepted``),
    ``given_at``.
"""

FINDINGS = pa.schema(
    {
        "profile_id": pa.string(),
        "endorsement": pa.int32(),
        "endorser": pa.string(),
        "url": pa.string(),
        "skill": pa.string(),
        "date": pa.string(),
        "status": pa.string(),
        "verdict": pa.string(),
        "reasons": _TEXTS,
        "organization": pa.string(),
        "certainty": pa.string(),
        "min_days": pa.int64(),
        "max_days": pa.int64(),
        "counterfactual": pa.string(),
        "remedies": _TEXTS,
        "error": pa.string(),
    }
)
"""One row for each endorsement; for a profile that can't be audited, one row with an ``error``.

``endorsement``
    The place of the endorsement in the list of its row, the first being 0.
``organization``, ``certainty``, ``min_days``, ``max_days``
    The organization of the owner that the finding rests on, and the overlap there, in days; null
    where it rests on none. No ``max_days``: unbounded.
``error``
    Kind and text of the error; all else but ``profile_id`` is null then.

The other columns are as in :class:`endorsecheck.Finding`, codes as texts.
"""


def audit_batches(
    batches: Iterable[pa.RecordBatch],
    *,
    criteria: Criteria | None = None,
    organizations: OrganizationRegistry | None = None,
) -> Iterator[pa.RecordBatch]:
    """Audit the profiles of each batch; give one batch of findings for each batch.

    A row that can't be audited gives one row with the error and stops nothing. Nothing is held
    but the batch at hand.

    Args:
        batches: Batches with the columns of :data:`PROFILES`; a reader of batches is one such.
        criteria: The rules; ``Criteria()`` if not given.
        organizations: What is known of organizations; the built-in knowledge if not given.

    Returns:
        Batches of the schema :data:`FINDINGS`, the profiles in the order of their rows, the
        findings of each in the order of :class:`endorsecheck.AuditResult`.

    Raises:
        ModelError: A batch lacks a column.

    Example:
        >>> import datetime as dt
        >>> import endorsecheck as ec
        >>> from endorsecheck.arrow import audit_batches, profiles_to_batch
        >>> profile = ec.Profile(
        ...     owner=ec.Person("Dana Reyes"),
        ...     as_of=dt.date(2026, 6, 30),
        ...     endorsements=[ec.Endorsement("Python", ec.Person("Ravi Shah"))],
        ... )
        >>> (findings,) = audit_batches([profiles_to_batch([("dana", profile, [])])])
        >>> findings.column("verdict").to_pylist()
        ['unknown']
    """
    rules = criteria if criteria is not None else Criteria()
    registry = organizations if organizations is not None else OrganizationRegistry()
    for batch in batches:
        _check_columns(batch.schema)
        rows = [
            row
            for profile in batch.select(PROFILES.names).to_pylist()
            for row in _rows(profile, rules, registry)
        ]
        yield pa.RecordBatch.from_pylist(rows, schema=FINDINGS)


def profiles_to_batch(cases: Iterable[tuple[str, Profile, Iterable[Person]]]) -> pa.RecordBatch:
    """A batch of the schema :data:`PROFILES` for ``(profile_id, profile, people)``.

    Only what the schema names is kept: no connections, invitations or recommendations, which
    serve observations and no verdict.

    Example:
        >>> import datetime as dt
        >>> import endorsecheck as ec
        >>> from endorsecheck.arrow import profiles_to_batch
        >>> profile = ec.Profile(owner=ec.Person("Dana Reyes"), as_of=dt.date(2026, 6, 30))
        >>> profiles_to_batch([("dana", profile, [])]).num_rows
        1
    """
    rows = [
        {"profile_id": profile_id, **records.row_of(profile, people)}
        for profile_id, profile, people in cases
    ]
    return pa.RecordBatch.from_pylist(rows, schema=PROFILES)


def _check_columns(schema: pa.Schema) -> None:
    missing = [name for name in PROFILES.names if name not in schema.names]
    if missing:
        msg = f"batch: expected the column {missing[0]!r}, found {shortened(schema.names)}"
        raise ModelError(msg)


def _rows(
    row: Mapping[str, Any], criteria: Criteria, organizations: OrganizationRegistry
) -> list[dict[str, Any]]:
    """The findings of one profile as rows, or its error as the only one."""
    key = {"profile_id": row["profile_id"]}
    try:
        profile, people = records.case_of(row)
        result = audit(profile, people, criteria=criteria, organizations=organizations)
    except Exception as error:  # noqa: BLE001 # a row may fail in any way
        return [key | {"error": f"{type(error).__name__}: {error}"}]
    places = {id(each): place for place, each in enumerate(profile.endorsements)}
    return [
        key | {"endorsement": places[id(each.endorsement)]} | _told(each)
        for each in result.findings
    ]


def _told(finding: Finding) -> dict[str, Any]:
    given = finding.endorsement
    return {
        "endorser": given.endorser.name or None,
        "url": given.endorser.url,
        "skill": given.skill,
        "date": records.text_of(given.date),
        "status": given.status.value,
        "verdict": finding.verdict.value,
        "reasons": [each.value for each in finding.reasons],
        "counterfactual": finding.counterfactual,
        "remedies": [each.value for each in finding.remedies],
        **_basis(finding),
    }


def _basis(finding: Finding) -> dict[str, Any]:
    """Where the finding rests, if on an engagement of the owner."""
    telling = finding.telling
    if telling is None or telling.owner_engagement is None or telling.overlap is None:
        return {}
    overlap = telling.overlap
    return {
        "organization": telling.owner_engagement.organization,
        "certainty": overlap.certainty.value,
        "min_days": overlap.min_days,
        "max_days": overlap.max_days,
    }
