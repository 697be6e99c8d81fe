"""Two audits of one profile compared: what is new, gone, changed and unchanged."""

from __future__ import annotations

import datetime as dt
from collections import deque
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import attrs

from endorsecheck import _checks as check
from endorsecheck import _plain
from endorsecheck._groups import person_key
from endorsecheck._text import fold
from endorsecheck.codes import Verdict
from endorsecheck.findings import SCHEMA_VERSION, AuditResult, Finding
from endorsecheck.people import name_key, url_key

__all__: list[str] = []

_Key = tuple[object, ...]


@attrs.frozen(kw_only=True)
class Change:
    """One endorsement in two audits that do not agree on it.

    Attributes:
        before: The finding of the earlier audit.
        after: The finding of the later one.

    Example:
        >>> import datetime as dt
        >>> import endorsecheck as ec
        >>> ravi = ec.Person("Ravi Shah")
        >>> profile = ec.Profile(
        ...     owner=ec.Person("Dana Reyes"),
        ...     as_of=dt.date(2026, 6, 30),
        ...     endorsements=[ec.Endorsement("Python", ravi)],
        ... )
        >>> mentor = ec.Relationship(ec.RelationshipKind.MENTOR)
        >>> told = [ec.Person("Ravi Shah", relationships=[mentor])]
        >>> (change,) = ec.compare(ec.audit(profile), ec.audit(profile, told)).changed
        >>> change.before.verdict.value, change.after.verdict.value
        ('unknown', 'can-attest')
    """

    before: Finding = attrs.field(validator=check.is_a(Finding))
    after: Finding = attrs.field(validator=check.is_a(Finding))


def _findings(items: Iterable[Finding]) -> tuple[Finding, ...]:
    return check.to_tuple(items)


def _changes(items: Iterable[Change]) -> tuple[Change, ...]:
    return check.to_tuple(items)


@attrs.frozen(kw_only=True)
class Comparison:
    """What became of the findings from one audit to the next; each is in one of four lists.

    All lists are in the order of the results.

    Attributes:
        before: The day the earlier data speak for.
        after: The day the later data speak for.
        new: Findings that only the later audit has.
        gone: Findings that only the earlier audit has.
        changed: Findings with another verdict, or that came on show or went from it.
        unchanged: The rest, as the later audit has them.

    Example:
        >>> import datetime as dt
        >>> import endorsecheck as ec
        >>> profile = ec.Profile(owner=ec.Person("Dana Reyes"), as_of=dt.date(2026, 6, 30))
        >>> result = ec.audit(profile)
        >>> ec.compare(result, result).new
        ()
    """

    before: dt.date = attrs.field(validator=check.is_day)
    after: dt.date = attrs.field(validator=check.is_day)
    new: tuple[Finding, ...] = attrs.field(
        default=(), converter=_findings, validator=check.tuple_of(Finding)
    )
    gone: tuple[Finding, ...] = attrs.field(
        default=(), converter=_findings, validator=check.tuple_of(Finding)
    )
    changed: tuple[Change, ...] = attrs.field(
        default=(), converter=_changes, validator=check.tuple_of(Change)
    )
    unchanged: tuple[Finding, ...] = attrs.field(
        default=(), converter=_findings, validator=check.tuple_of(Finding)
    )

    def to_dict(self) -> dict[str, Any]:
        """Plain data for JSON; :meth:`from_dict` is its inverse.

        Example:
            >>> import datetime as dt
            >>> import endorsecheck as ec
            >>> profile = ec.Profile(owner=ec.Person("Dana Reyes"), as_of=dt.date(2026, 6, 30))
            >>> result = ec.audit(profile)
            >>> ec.compare(result, result).to_dict()
            {'schema_version': 1, 'before': '2026-06-30', 'after': '2026-06-30'}
        """
        return {"schema_version": SCHEMA_VERSION, **_plain.to_plain(self)}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Comparison:
        """The comparison that ``to_dict`` wrote.

        Raises:
            ModelError: The version is another, a key is not known or a value does not fit.

        Example:
            >>> import endorsecheck as ec
            >>> data = {"schema_version": 1, "before": "2026-06-30", "after": "2026-07-31"}
            >>> ec.Comparison.from_dict(data).after.month
            7
        """
        return _plain.from_plain(cls, _plain.versioned(data, SCHEMA_VERSION))


def compare(before: AuditResult, after: AuditResult) -> Comparison:
    """Tell what became of each finding from one audit to the next.

    An endorsement is the same in both by endorser, skill and day, whatever the order of the
    rows; one that stands there several times is counted. An endorser who has a profile URL in
    one audit alone is found by name, if exactly one endorsement of that skill and day fits.

    Args:
        before: The earlier result, also one read with ``AuditResult.from_dict``.
        after: The later result.

    Example:
        >>> import datetime as dt
        >>> import endorsecheck as ec
        >>> lena = ec.Endorsement("Python", ec.Person("Lena Vogt"))
        >>> ravi = ec.Endorsement("Python", ec.Person("Ravi Shah"))
        >>> def result(*given):
        ...     owner, day = ec.Person("Dana Reyes"), dt.date(2026, 6, 30)
        ...     return ec.audit(ec.Profile(owner=owner, as_of=day, endorsements=given))
        >>> found = ec.compare(result(lena), result(lena, ravi))
        >>> [each.endorsement.endorser.name for each in found.new]
        ['Ravi Shah']
    """
    olds, news = dict(enumerate(before.findings)), dict(enumerate(after.findings))
    places = sorted(
        [*_matched(olds, news, _fingerprint), *_matched(olds, news, _by_name, _is_one)]
    )
    pairs = [(before.findings[old], after.findings[now]) for now, old in places]
    return Comparison(
        before=before.as_of,
        after=after.as_of,
        new=news.values(),
        gone=olds.values(),
        changed=[
            Change(before=old, after=now) for old, now in pairs if _state(old) != _state(now)
        ],
        unchanged=[now for old, now in pairs if _state(old) == _state(now)],
    )


def _fingerprint(finding: Finding) -> _Key:
    """What makes an endorsement the same in two audits."""
    return (person_key(finding), *_what(finding))


def _by_name(finding: Finding) -> _Key:
    return (name_key(finding.endorsement.endorser.name), *_what(finding))


def _what(finding: Finding) -> _Key:
    return fold(finding.endorsement.skill), str(finding.endorsement.date)


def _state(finding: Finding) -> tuple[Verdict, bool]:
    return finding.verdict, finding.is_shown


def _is_one(old: list[Finding], now: list[Finding]) -> bool:
    """Whether two findings under one name may be of one person: one of them has no URL."""
    if len(old) != 1 or len(now) != 1 or not old[0].endorsement.endorser.name:
        return False
    return None in (_url(old[0]), _url(now[0]))


def _url(finding: Finding) -> str | None:
    return url_key((finding.person or finding.endorsement.endorser).url)


def _always(_old: list[Finding], _now: list[Finding]) -> bool:
    return True


def _matched(
    olds: dict[int, Finding],
    news: dict[int, Finding],
    key: Callable[[Finding], _Key],
    may: Callable[[list[Finding], list[Finding]], bool] = _always,
) -> list[tuple[int, int]]:
    """The places of findings with one key, later and earlier; they are taken out of both."""
    old_groups, groups = _keyed(olds, key), _keyed(news, key)
    found: list[tuple[int, int]] = []
    for each, now in groups.items():
        old = old_groups.get(each, [])
        if old and may([olds[i] for i in old], [news[i] for i in now]):
            found += _paired(old, now, olds, news)
    for place, old_place in found:
        del news[place], olds[old_place]
    return found


def _keyed(
    findings: Mapping[int, Finding], key: Callable[[Finding], _Key]
) -> dict[_Key, list[int]]:
    groups: dict[_Key, list[int]] = {}
    for place, each in findings.items():
        groups.setdefault(key(each), []).append(place)
    return groups


def _paired(
    old: Iterable[int],
    now: Iterable[int],
    olds: Mapping[int, Finding],
    news: Mapping[int, Finding],
) -> list[tuple[int, int]]:
    """The places of repeated endorsements in pairs, those that agree first."""
    waiting: dict[tuple[Verdict, bool], deque[int]] = {}
    for place in old:
        waiting.setdefault(_state(olds[place]), deque()).append(place)
    pairs, rest = [], []
    for place in now:
        same = waiting.get(_state(news[place]))
        if same:
            pairs.append((place, same.popleft()))
        else:
            rest.append(place)
    left = [place for places in waiting.values() for place in places]
    return [*pairs, *zip(rest, left, strict=False)]
