"""Records as bytes for another process, in about a third of the time of plain pickling.

A record travels as its class and the values of its fields and is put together again without
being checked a second time, so both ends need the same version of the package. What arrives is
opened when somebody looks at it: a result that is only counted or passed on costs next to nothing.
"""

from __future__ import annotations

import copyreg
import io
import pickle
from collections.abc import Callable
from functools import lru_cache
from operator import attrgetter
from typing import Any, Generic, TypeVar

import attrs

from endorsecheck.dates import Overlap, PartialDate, Period
from endorsecheck.evidence import Evidence
from endorsecheck.findings import AuditResult, Finding, Observation
from endorsecheck.models import (
    Criteria,
    Education,
    Endorsement,
    Person,
    Position,
    Profile,
    Project,
    Provenance,
    Relationship,
    Volunteering,
    WorkHistory,
)

__all__: list[str] = []

T = TypeVar("T")

_RECORDS: tuple[type, ...] = (
    AuditResult,
    Criteria,
    Education,
    Endorsement,
    Evidence,
    Finding,
    Observation,
    Overlap,
    Period,
    Person,
    Position,
    Profile,
    Project,
    Provenance,
    Relationship,
    Volunteering,
    WorkHistory,
)
"""The records of which there are many; others are pickled as they are."""

_FIELDS: dict[type, tuple[str, ...]] = {
    cls: tuple(field.name for field in attrs.fields(cls)) for cls in _RECORDS
}
_SETTERS = {
    cls: tuple(getattr(cls, name).__set__ for name in names) for cls, names in _FIELDS.items()
}


def _made(cls: type[T], *values: object) -> T:
    """The record with these values, which were checked when it was first made."""
    record = object.__new__(cls)
    for put, value in zip(_SETTERS[cls], values, strict=True):
        put(record, value)
    return record


_date = lru_cache(maxsize=65_536)(PartialDate)
"""The partial date; there are few different ones and one record of each will do."""


def _reducer(cls: type) -> Callable[[Any], tuple[Any, ...]]:
    values = attrgetter(*_FIELDS[cls])
    return lambda record: (_made, (cls, *values(record)))


def _date_parts(date: PartialDate) -> tuple[Any, ...]:
    return _dated, (date.year, date.month, date.day)


def _dated(year: int, month: int | None, day: int | None) -> PartialDate:
    return _date(year, month, day)


_TABLE: dict[type, Callable[[Any], Any]] = {
    **copyreg.dispatch_table,
    **{cls: _reducer(cls) for cls in _RECORDS},
    PartialDate: _date_parts,
}


def packed(value: object) -> bytes:
    """The bytes of a value."""
    file = io.BytesIO()
    pickler = pickle.Pickler(file, pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = _TABLE
    pickler.dump(value)
    return file.getvalue()


def unpacked(data: bytes) -> Any:  # noqa: ANN401 # whatever was packed
    """The value that :func:`packed` wrote."""
    return pickle.loads(data)  # noqa: S301 # written by a process of one's own


class Parcel(Generic[T]):
    """A value that is packed where it leaves the process, and only there.

    On a pool of threads it stays what it is. What the packer can't take is left to the pickling
    of the executor: Dask's knows more than that of the standard library.

    Example:
        >>> import pickle
        >>> from endorsecheck._packing import Parcel
        >>> pickle.loads(pickle.dumps(Parcel("what is sent"))).opened()
        'what is sent'
    """

    __slots__ = ("_bytes", "_value")

    def __init__(self, value: T | None, packed: bytes | None = None) -> None:
        self._value = value
        self._bytes = packed

    def __reduce__(self) -> tuple[Any, ...]:
        if self._bytes is not None:
            return type(self), (None, self._bytes)
        try:
            return type(self), (None, packed(self._value))
        except Exception:  # noqa: BLE001 # whatever a value's own pickling raises
            return type(self), (self._value,)

    def opened(self) -> T:
        """The value."""
        value: T = self._value if self._bytes is None else unpacked(self._bytes)  # type: ignore[assignment] # one of the two is there
        return value


class ResultParcel(Parcel[AuditResult]):
    """A result on its way home.

    Example:
        >>> import datetime as dt, pickle
        >>> import endorsecheck as ec
        >>> from endorsecheck._packing import ResultParcel
        >>> profile = ec.Profile(owner=ec.Person("Dana Reyes"), as_of=dt.date(2026, 6, 30))
        >>> result = ec.audit(profile)
        >>> pickle.loads(pickle.dumps(ResultParcel(result))).opened() == result
        True
    """

    __slots__ = ()

    def opened(self) -> AuditResult:
        """The result; one that was packed opens itself when it is first looked at."""
        return super().opened() if self._bytes is None else _closed(self._bytes)


class _Closed(AuditResult):
    """A result that is still bytes, held in the place of the findings.

    Whatever is asked of it, it turns into the plain :class:`AuditResult` that was packed first.
    """

    __slots__ = ()

    def __getattribute__(self, name: str) -> Any:  # noqa: ANN401 # any attribute
        _open(self)
        return getattr(self, name)


_FINDINGS: Any = vars(AuditResult)["findings"]


def _closed(packed: bytes) -> AuditResult:
    result = object.__new__(_Closed)
    _FINDINGS.__set__(result, packed)
    return result


def _open(result: AuditResult) -> None:
    """Fill in the fields, the findings last: another thread may do the same at the same time."""
    held = _FINDINGS.__get__(result)
    if isinstance(held, bytes):
        whole: AuditResult = unpacked(held)
        for name, put in zip(_FIELDS[AuditResult], _SETTERS[AuditResult], strict=True):
            if name != "findings":
                put(result, getattr(whole, name))
        _FINDINGS.__set__(result, whole.findings)
    object.__setattr__(result, "__class__", AuditResult)
