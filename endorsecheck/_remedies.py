"""What the owner can do about each endorsement, the least destructive first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import compress, count

from endorsecheck._docket import Docket
from endorsecheck.codes import Reason, Remedy, Verdict
from endorsecheck.models import EndorsementStatus
from endorsecheck.people import name_key, url_key

__all__: list[str] = []

_KEEP: tuple[Remedy, ...] = (Remedy.KEEP,)
_HIDE: tuple[Remedy, ...] = (Remedy.HIDE,)
_REMOVAL: tuple[Remedy, ...] = (Remedy.HIDE, Remedy.REMOVE_CONNECTION)

_REMEDIES: Mapping[Verdict, tuple[Remedy, ...]] = {
    Verdict.CAN_ATTEST: _KEEP,
    Verdict.MIGHT_ATTEST: (Remedy.KEEP, Remedy.ASK),
    Verdict.UNKNOWN: (Remedy.ASK,),
    Verdict.CANNOT_ATTEST: _HIDE,
}

_STANDING = (EndorsementStatus.ACCEPTED, EndorsementStatus.PENDING)
"""Whether an endorsement that was given is on the other profile, or may yet appear there."""


def remedies(docket: Docket, urls: Sequence[str]) -> list[tuple[Remedy, ...]]:
    """The remedies of each case; removal only where nothing shown can be attested.

    What is waived is kept, and so is the connection. So is that of somebody whose name is on an
    endorsement that is shown and of which it can't be told who gave it.

    Args:
        docket: The cases.
        urls: Those of the people on the other side, see :func:`urls_of`.
    """
    statuses, people = docket.ledger.statuses.of(docket.order), docket.people
    accepted = EndorsementStatus.ACCEPTED
    found = [
        _REMEDIES[opinion.verdict] if status is accepted else _KEEP
        for opinion, status in zip(docket.opinions, statuses, strict=True)
    ]
    for i in docket.waivers:
        found[i] = _KEEP
    is_hopeless = [each is _HIDE for each in found]
    hopeless = {*compress(people, is_hopeless)}
    is_kept = (
        each is not _HIDE and status is accepted
        for each, status in zip(found, statuses, strict=True)
    )
    kept = {*compress(people, is_kept)}
    removed = hopeless - kept - _kept_too(docket, urls, hopeless, kept)
    for i in compress(count(), is_hopeless):
        if people[i] in removed:
            found[i] = _REMOVAL
    return found


def _kept_too(
    docket: Docket, urls: Sequence[str], hopeless: Iterable[int], kept: Iterable[int]
) -> set[int]:
    """Who of the hopeless is kept by another record, or is or may be somebody else.

    That is by the address of somebody who is kept, or by the name if there is none or it can't be
    told who that is. Nobody removes a connection to themselves.
    """
    opinions = dict(zip(docket.people, docket.opinions, strict=True))
    people = docket.ledger.people.values
    kept_urls, kept_names = set(), set()
    for who in kept:
        url = _url(docket, urls, who)
        kept_urls |= {url} - {""}
        if not url or Reason.AMBIGUOUS_PERSON in opinions[who].reasons:
            kept_names.add(name_key(people[who].name))
    return {
        who
        for who in hopeless
        if _url(docket, urls, who) in kept_urls
        or (kept_names and name_key(people[who].name) in kept_names)
        or Reason.SELF_ENDORSEMENT in opinions[who].reasons
    }


def _url(docket: Docket, urls: Sequence[str], who: int) -> str:
    """The URL of somebody as it compares, by another record if need be; empty if none has one."""
    others = (url_key(each.url) for each in docket.known(who) if each.url)
    return urls[who] or next(others, None) or ""


def remedies_given(docket: Docket) -> list[tuple[Remedy, ...]]:
    """The same for what the owner gave; what appears nowhere needs no withdrawal."""
    statuses = docket.ledger.statuses.of(docket.order)
    return [
        (Remedy.WITHDRAW,)
        if opinion.verdict is Verdict.CANNOT_ATTEST and status in _STANDING
        else _KEEP
        for opinion, status in zip(docket.opinions, statuses, strict=True)
    ]
