"""What the owner can do about each endorsement, the least destructive first."""

from __future__ import annotations

from collections.abc import Mapping

from endorsecheck._docket import Docket, Opinion
from endorsecheck.codes import Reason, Remedy, Verdict
from endorsecheck.models import EndorsementStatus
from endorsecheck.people import name_key

__all__: list[str] = []

_KEEP: tuple[Remedy, ...] = (Remedy.KEEP,)
_REMOVAL = (Remedy.HIDE, Remedy.REMOVE_CONNECTION)

_REMEDIES: Mapping[Verdict, tuple[Remedy, ...]] = {
    Verdict.CAN_ATTEST: _KEEP,
    Verdict.MIGHT_ATTEST: (Remedy.KEEP, Remedy.ASK),
    Verdict.UNKNOWN: (Remedy.ASK,),
    Verdict.CANNOT_ATTEST: (Remedy.HIDE,),
}

_STANDING = (EndorsementStatus.ACCEPTED, EndorsementStatus.PENDING)
"""Whether an endorsement that was given is on the other profile, or may yet appear there."""


def remedies(docket: Docket) -> list[tuple[Remedy, ...]]:
    """The remedies of each case; removal only where nothing shown can be attested.

    What is waived is kept, and so is the connection. So is that of somebody whose name is on an
    endorsement that is shown and of which it can't be told who gave it.
    """
    found: list[tuple[Remedy, ...]] = []
    kept, hopeless = _Kept(docket), []
    last = -1
    accepted, cannot = EndorsementStatus.ACCEPTED, Verdict.CANNOT_ATTEST
    people = docket.people
    statuses = docket.ledger.statuses.of(docket.order)
    for i, (opinion, status) in enumerate(zip(docket.opinions, statuses, strict=True)):
        is_shown, is_waived = status is accepted, i in docket.waivers
        found.append(_REMEDIES[opinion.verdict] if is_shown and not is_waived else _KEEP)
        if is_shown and opinion.verdict is cannot and not is_waived:
            hopeless.append(i)
        elif is_shown and people[i] != last:
            last = people[i]
            kept.add(last, opinion)
    last, is_kept = -1, False
    for i in hopeless:
        if people[i] != last:
            last = people[i]
            is_kept = kept.has(last, docket.opinions[i])
        if not is_kept:
            found[i] = _REMOVAL
    return found


class _Kept:
    """The people whose connection is kept, by what tells them apart or by an ambiguous name."""

    def __init__(self, docket: Docket) -> None:
        self._docket = docket
        self._keys: set[tuple[str, str]] = set()
        self._names: set[str] = set()

    def add(self, who: int, opinion: Opinion) -> None:
        """Keep somebody, and all who bear the name if it can't be told who that is."""
        key = self._docket.key(who)
        self._keys.add(key)
        if Reason.AMBIGUOUS_PERSON in opinion.reasons:
            self._names.add(self._name(who))
        elif key[0] == "name":
            self._names.add(key[1])

    def has(self, who: int, opinion: Opinion) -> bool:
        """Whether somebody is kept; nobody removes a connection to themselves."""
        if Reason.SELF_ENDORSEMENT in opinion.reasons or self._docket.key(who) in self._keys:
            return True
        return bool(self._names) and self._name(who) in self._names

    def _name(self, who: int) -> str:
        return name_key(self._docket.ledger.people.values[who].name)


def remedies_given(docket: Docket) -> list[tuple[Remedy, ...]]:
    """The same for what the owner gave; what appears nowhere needs no withdrawal."""
    statuses = docket.ledger.statuses.of(docket.order)
    return [
        (Remedy.WITHDRAW,)
        if opinion.verdict is Verdict.CANNOT_ATTEST and status in _STANDING
        else _KEEP
        for opinion, status in zip(docket.opinions, statuses, strict=True)
    ]
