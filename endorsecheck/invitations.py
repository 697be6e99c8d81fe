"""Do invitations connect the dots: say how two people know each other, and rightly so?

Names are found in a note only if a history or a connection of the owner bears them. Whether a
tie holds is weighed as for endorsements, with the day of the invitation in the place of theirs.
"Contradicted" asks for a note that says that the two were together, at places that complete
histories rule out, all of them; a note that merely names a place says no such thing.
"""

from __future__ import annotations

from collections.abc import Iterable

from endorsecheck._invitations.dots import Owners, kinds_of, places_of
from endorsecheck._invitations.judging import Judge
from endorsecheck._invitations.naming import Names, PeopleNames
from endorsecheck._invitations.records import (
    SCHEMA_VERSION,
    Dot,
    InvitationFinding,
    InvitationsResult,
)
from endorsecheck.evidence import Weigher
from endorsecheck.models import Criteria, Person, Profile
from endorsecheck.organizations import OrganizationRegistry
from endorsecheck.people import Directory, name_key, url_key

__all__ = [
    "SCHEMA_VERSION",
    "Dot",
    "InvitationFinding",
    "InvitationsResult",
    "audit_invitations",
]


def audit_invitations(
    profile: Profile,
    people: Iterable[Person] = (),
    *,
    criteria: Criteria | None = None,
    organizations: OrganizationRegistry | None = None,
) -> InvitationsResult:
    """Tell for each invitation, received or sent, whether it connects the dots.

    Pure: reads no clock, changes no input, gives the same result whatever the order of
    invitations, people and engagements, and never raises on what it finds. The time it takes
    grows with the length of the notes and the number of invitations, people and engagements.

    Args:
        profile: The owner, the invitations and connections, and the day the data speak for.
        people: What is known of the others from elsewhere, beside the connections. Records of
            one person are joined.
        criteria: The rules; ``Criteria()`` if not given. ``note_length`` limits the drafts.
        organizations: What is known of organizations; the built-in knowledge if not given.

    Returns:
        One finding per invitation, in a stated order.

    Example:
        >>> import datetime as dt
        >>> import endorsecheck as ec
        >>> stay = ec.Position("Acme Corp", period=ec.Period.parse("2015", "Mar 2019"))
        >>> ravi = ec.Person("Ravi Shah", history=ec.WorkHistory([stay]))
        >>> note = "We worked together at Acme Corp, remember?"
        >>> profile = ec.Profile(
        ...     owner=ec.Person("Dana Reyes", history=ec.WorkHistory([stay])),
        ...     as_of=dt.date(2026, 6, 30),
        ...     invitations=[ec.Invitation(ravi, ec.Direction.INCOMING, message=note)],
        ... )
        >>> (finding,) = ec.audit_invitations(profile).findings
        >>> finding.verdict.value, finding.named[0].name, finding.suggestion.value
        ('connected', 'Acme Corp', 'accept')
    """
    rules = criteria if criteria is not None else Criteria()
    registry = organizations if organizations is not None else OrganizationRegistry()
    weigher = Weigher(profile.owner, as_of=profile.as_of, criteria=rules, organizations=registry)
    owners = _owners(profile, weigher)
    others = {id(each.person): each.person for each in profile.invitations}
    connected = (each.person for each in profile.connections)
    directory = Directory(profile.owner, _distinct([*people, *connected]), others.values())
    judges = {
        key: Judge(owners, profile.owner, person, directory.identify(person))
        for key, person in others.items()
    }
    findings = [judges[id(each.person)].finding(each) for each in profile.invitations]
    return InvitationsResult(
        owner=profile.owner,
        as_of=profile.as_of,
        criteria=rules,
        findings=sorted(findings, key=_order),
    )


def _distinct(people: Iterable[Person]) -> list[Person]:
    """The records, each once: connections are often among the people too."""
    return list({(each, each.provenance): each for each in people}.values())


def _owners(profile: Profile, weigher: Weigher) -> Owners:
    engagements = profile.owner.history.engagements
    names = [name for each in engagements for name in places_of(each)]
    return Owners(
        weigher=weigher,
        is_complete=profile.owner.history.complete,
        name=name_key(profile.owner.name),
        places=Names(names, weigher.registry),
        connections=PeopleNames(each.person.name for each in profile.connections),
        kinds=kinds_of(engagements),
    )


def _order(finding: InvitationFinding) -> tuple[str, ...]:
    """Sort key: received before sent, the other's folded name, URL, day, note."""
    each = finding.invitation
    return (
        each.direction.value,
        name_key(each.person.name),
        url_key(each.person.url) or "",
        str(each.sent_on),
        each.message or "",
        each.person.name,
        repr(each.person),
    )
