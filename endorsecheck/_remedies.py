"""What the owner can do about each endorsement, the least destructive first."""

from __future__ import annotations

from collections.abc import Mapping

from endorsecheck._groups import key_of
from endorsecheck._judging import Docket
from endorsecheck.codes import Reason, Remedy, Verdict
from endorsecheck.models import EndorsementStatus, Person
from endorsecheck.people import name_key

__all__: list[str] = []

_KEEP = (Remedy.KEEP,)
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
    kept = _Kept()
    hopeless: list[tuple[int, Person, Person]] = []
    for i, (opinion, given) in enumerate(docket.cases):
        is_shown, is_waived = given.status is EndorsementStatus.ACCEPTED, i in docket.waivers
        found.append(_REMEDIES[opinion.verdict] if is_shown and not is_waived else _KEEP)
        if not is_shown:
            continue
        who = opinion.person or given.counterpart
        if opinion.verdict is not Verdict.CANNOT_ATTEST or is_waived:
            is_ambiguous = Reason.AMBIGUOUS_PERSON in opinion.reasons
            kept.add(who, given.counterpart, is_ambiguous=is_ambiguous)
        elif Reason.SELF_ENDORSEMENT not in opinion.reasons:
            hopeless.append((i, who, given.counterpart))
    for i, who, counterpart in hopeless:
        if not kept.has(who, counterpart):
            found[i] = _REMOVAL
    return found


class _Kept:
    """The people whose connection is kept, by what tells them apart or by an ambiguous name."""

    def __init__(self) -> None:
        self._keys: set[tuple[str, str]] = set()
        self._names: set[str] = set()
        self._latest: tuple[Person | None, tuple[str, str]] = None, ("", "")

    def add(self, who: Person, counterpart: Person, *, is_ambiguous: bool) -> None:
        """Keep somebody, and all who bear the name if it can't be told who that is."""
        key = self._key(who)
        self._keys.add(key)
        if is_ambiguous:
            self._names.add(name_key(counterpart.name))
        elif key[0] == "name":
            self._names.add(key[1])

    def has(self, who: Person, counterpart: Person) -> bool:
        """Whether somebody is kept."""
        if self._key(who) in self._keys:
            return True
        return bool(self._names) and name_key(counterpart.name) in self._names

    def _key(self, who: Person) -> tuple[str, str]:
        """What tells a person from others; cases of one person mostly stand together."""
        if who is not self._latest[0]:
            self._latest = who, key_of(who)
        return self._latest[1]


def remedies_given(docket: Docket) -> list[tuple[Remedy, ...]]:
    """The same for what the owner gave; what appears nowhere needs no withdrawal."""
    return [
        (Remedy.WITHDRAW,)
        if opinion.verdict is Verdict.CANNOT_ATTEST and given.status in _STANDING
        else _KEEP
        for opinion, given in docket.cases
    ]
