"""Endorsements as credentials: Open Badges 3.0, and HR Open LER-RS resumes.

An Open Badges ``EndorsementCredential`` says who (``issuer``) endorsed whom or what
(``credentialSubject``) with what comment, since when (``validFrom``) and until when; its
verifiers check the signature. An LER-RS resume names endorsers under ``skills[].endorsers[]``.
Neither tells whether the endorser was in a position to know: that is what the audit adds.

**No signature is verified here**, and every endorsement says so in its provenance.
"""

from __future__ import annotations

from collections.abc import Iterator

from endorsecheck.dates import DateLike, DateMark
from endorsecheck.exceptions import ModelError
from endorsecheck.models import Endorsement, Person
from endorsecheck.readers._documents import EndorsementsRead, Form, profile_url
from endorsecheck.readers._limits import Limits
from endorsecheck.readers._node import Node
from endorsecheck.readers._source import Source

__all__ = ["UNVERIFIED", "read_endorsements", "read_ler_rs"]

UNVERIFIED = "unverified signature"
"""How the provenance note of every endorsement starts."""

_BADGES = frozenset(("OpenBadgeCredential", "AchievementCredential"))


def read_endorsements(source: Source, *, limits: Limits | None = None) -> EndorsementsRead:
    """Read Open Badges 3.0 endorsement credentials: one, an array, JSON Lines, or a folder.

    Read are also the endorsements inside a badge and the credentials of a presentation. The
    skill is the credential's ``name``, else the badge's achievement. The note of the
    provenance tells the subject, the comment and the end of validity. What is of another type,
    or a signed token instead of an object, is reported.

    Args:
        source: Path of a file or folder, its bytes, or a file open for reading.
        limits: How much is taken in; ``Limits()`` if not given, but with 256 MiB to a file.

    Raises:
        ReadError: The source, or the only document in it, cannot be read.

    Example:
        >>> from endorsecheck.readers import open_badges
        >>> text = b'''{"type": ["VerifiableCredential", "EndorsementCredential"],
        ...     "name": "Welding", "validFrom": "2019-05-04T10:00:00Z",
        ...     "issuer": {"name": "Ravi Shah", "url": "https://www.linkedin.com/in/ravi-shah"},
        ...     "credentialSubject": {"type": ["EndorsementSubject"]}}'''
        >>> (given,) = open_badges.read_endorsements(text).endorsements
        >>> print(given.endorser.name, given.date, given.provenance.note)
        Ravi Shah 2019-05-04 unverified signature
    """
    form = Form("open-badges", "endorsements", _credentials)
    return EndorsementsRead(*form.gather(source, limits))


def read_ler_rs(source: Source, *, limits: Limits | None = None) -> EndorsementsRead:
    """Read the endorsers of the skills in HR Open LER-RS resumes.

    Args:
        source: Path of a file or folder, its bytes, or a file open for reading.
        limits: How much is taken in; ``Limits()`` if not given, but with 256 MiB to a file.

    Raises:
        ReadError: The source, or the only document in it, cannot be read.

    Example:
        >>> from endorsecheck.readers import open_badges
        >>> text = b'''{"skills": [{"name": "Welding", "endorsers": [
        ...     {"person": {"name": {"formattedName": "Ravi Shah"}}}]}]}'''
        >>> open_badges.read_ler_rs(text).endorsements[0].skill
        'Welding'
    """
    return EndorsementsRead(*Form("ler-rs", "endorsements", _endorsers).gather(source, limits))


def _credentials(node: Node, achievement: str = "") -> Iterator[Endorsement | None]:
    types = node.data.get("type")
    kinds = set(map(str, types)) if isinstance(types, list) else {str(types)}
    if "EndorsementCredential" in kinds:
        yield _credential(node, achievement)
    elif kinds & _BADGES:
        achieved = node.node("credentialSubject").node("achievement")
        yield from _inner(node, "endorsement", achieved.text("name"))
        yield from _inner(achieved, "endorsement", achieved.text("name"))
    elif "VerifiablePresentation" in kinds:
        yield from _inner(node, "verifiableCredential", "")
    else:
        expected = "a credential of type EndorsementCredential"
        node.log.report(node.place("type"), value=types, expected=expected)
        yield None


def _inner(node: Node, key: str, achievement: str) -> Iterator[Endorsement | None]:
    for each in node.nodes(key):
        if each is None:
            yield None
        else:
            yield from _credentials(each, achievement)


def _credential(node: Node, achievement: str) -> Endorsement | None:
    subject, issuer = node.node("credentialSubject"), node.data.get("issuer")
    who = Node({"id": issuer}, node.place("issuer"), node.log)
    if isinstance(issuer, dict):
        who = node.node("issuer")
    skill = node.text("name") or achievement or subject.text("id")
    date, until = _date(node, "validFrom", "issuanceDate"), _date(node, "validUntil")
    comment = subject.text("endorsementComment")
    details = (
        ("of", subject.text("id")),
        ("valid until", "" if until is DateMark.UNKNOWN else str(until)),
        ("comment:", comment),
    )
    note = "; ".join((UNVERIFIED, *(f"{word} {text}" for word, text in details if text)))
    return _endorsement(node, skill, who, date, note)


def _endorsers(node: Node) -> Iterator[Endorsement | None]:
    resume = node if "skills" in node.data else node.node("credentialSubject")
    if "skills" not in resume.data:
        node.log.fail("expected an LER-RS resume with 'skills'", node.path)
    for skill in resume.nodes("skills"):
        node.log.count("skills", used=skill is not None)
        for endorser in skill.nodes("endorsers") if skill is not None else ():
            yield _endorser(skill, endorser) if skill and endorser else None


def _endorser(skill: Node, endorser: Node) -> Endorsement | None:
    who = endorser.node("person") if "person" in endorser.data else endorser
    date = _date(endorser, "endorsementDate", "date")
    return _endorsement(endorser, skill.text("name", "competencyName"), who, date, UNVERIFIED)


def _endorsement(
    node: Node, skill: str, who: Node, date: DateLike, note: str
) -> Endorsement | None:
    name, own = _name(who), (who.text("url"), who.text("id"))
    url = profile_url([*own, *_addresses(who.node("communication"))])
    if not name and url is None:
        url = own[0] or own[1]
    provenance = node.log.provenance(node.path or "credential", note)
    try:
        return Endorsement(skill, Person(name, url), date, provenance=provenance)
    except ModelError as error:
        node.log.report(node.path or None, problem=str(error))
        return None


def _addresses(communication: Node) -> Iterator[str]:
    """The web addresses of an LER-RS person."""
    for key in ("web", "social"):
        for each in communication.nodes(key):
            if each is not None:
                yield each.text("url", "uri")


def _name(who: Node) -> str:
    """A name that stands by itself, or formatted or in its parts."""
    if isinstance(who.data.get("name"), dict):
        who = who.node("name")
    parts = (who.text("given", "givenName"), who.text("family", "familyName"))
    return who.text("name", "formattedName") or " ".join(filter(None, parts))


def _date(node: Node, key: str, older: str | None = None) -> DateLike:
    key = key if older is None or node.data.get(key) else older
    found = node.date(key)
    if found is not DateMark.ONGOING:
        return found
    node.log.report(node.place(key), value=node.data[key], expected="a date")
    return DateMark.UNKNOWN
