"""Whose connection is kept, though nothing of what they gave can be attested."""

from __future__ import annotations

import datetime as dt

import endorsecheck as ec
from endorsecheck import Remedy, Verdict

AS_OF = dt.date(2026, 6, 30)
OWNER = ec.Person("Dana Reyes", history=ec.WorkHistory([ec.Position("Acme")]))
ELSEWHERE = ec.WorkHistory([ec.Position("Castellan")])
STRANGER = ec.Person("Ravi Shah", "linkedin.com/in/ravi", ELSEWHERE)
HIDDEN = (Remedy.HIDE,)
REMOVED = (Remedy.HIDE, Remedy.REMOVE_CONNECTION)


def remedies(*others: ec.Person, people: tuple[ec.Person, ...] = ()) -> tuple[Remedy, ...]:
    """What is to be done about the stranger, where others endorsed too."""
    given = [ec.Endorsement("Python", each, ec.PartialDate(2023)) for each in (STRANGER, *others)]
    result = ec.audit(ec.Profile(owner=OWNER, as_of=AS_OF, endorsements=given), people)
    (found,) = (each for each in result.findings if each.endorsement.counterpart is STRANGER)
    assert found.verdict is Verdict.CANNOT_ATTEST
    return found.remedies


def test_namesake_at_another_address_keeps_no_connection() -> None:
    """That is certainly somebody else."""
    namesake = ec.Person("Ravi Shah", "linkedin.com/in/ravi-2")
    assert remedies(namesake) == REMOVED


def test_name_at_an_address_of_whom_it_is_not_known_who_it_is_keeps_the_connection() -> None:
    """A record without address may be of either of them."""
    namesake = ec.Person("Ravi Shah", "linkedin.com/in/ravi-2")
    loose = ec.Person("Ravi Shah", None, ec.WorkHistory([ec.Position("Borealis")]))
    assert remedies(namesake, people=(STRANGER, loose)) == HIDDEN


def test_name_without_address_keeps_the_connection() -> None:
    """The endorsement that is unknown may be theirs too."""
    assert remedies(ec.Person("ravi  shah")) == HIDDEN


def test_person_is_kept_by_the_address_that_a_record_tells() -> None:
    """The one who came too early under the bare name has attested to something since."""
    here = ec.Position("Acme", period=ec.Period.parse("2015", "2019"))
    known = ec.Person("Ravi Shah", "linkedin.com/in/ravi", ec.WorkHistory([here]))
    given = [
        ec.Endorsement("Go", ec.Person("Ravi Shah"), ec.PartialDate(2012)),
        ec.Endorsement("Python", ec.Person("R. Shah", known.url), ec.PartialDate(2023)),
    ]
    owner = ec.Person("Dana Reyes", history=ec.WorkHistory([here]))
    result = ec.audit(ec.Profile(owner=owner, as_of=AS_OF, endorsements=given), [known])
    found = {each.endorsement.skill: (each.verdict, each.remedies) for each in result.findings}
    assert found["Python"][0] is Verdict.CAN_ATTEST
    assert found["Go"] == (Verdict.CANNOT_ATTEST, HIDDEN)


def test_another_name_without_address_keeps_no_connection() -> None:
    """Nobody takes that for the same person."""
    assert remedies(ec.Person("Lena Vogt")) == REMOVED
