"""Endorsements as credentials: Open Badges 3.0, and HR Open LER-RS resumes.

An Open Badges ``EndorsementCredential`` says who (``issuer``) endorsed whom
(``credentialSubject``) with what comment and since when (``validFrom``); its verifiers check the
signature. An LER-RS resume names endorsers under ``skills[].endorsers[]``. Neither tells whether
the endorser was in a position to know: that is what the audit adds.

**No signature is verified here**, and every endorsement says so in its provenance.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from endorsecheck.dates import DateLike, DateMark
from endorsecheck.exceptions import ModelError
from endorsecheck.models import Endorsement, Person
from endorsecheck.readers._documents import EndorsementsRead, logs, objects
from endorsecheck.readers._json import Log, Node
from endorsecheck.readers._limits import Limits
from endorsecheck.readers._source import Source

__all__ = ["read_endorsements", "read_ler_rs"]

UNVERIFIED = "unverified signature"
"""What the provenance of every endorsement notes."""


def read_endorsements(source: Source, *, limits: Limits | None = None) -> EndorsementsRead:
    """Read Open Badges 3.0 endorsement credentials: one, an array, JSON Lines, or a folder.

    The skill is the credential's ``name``, else what it endorses. Credentials of another type
    are reported.

    Args:
        source: Path of a file or folder, its bytes, or a file open for reading.
        limits: How much is taken in; ``Limits()`` if not given.

    Raises:
        ReadError: A file cannot be read or is no JSON.

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
    return _read(source, "open-badges", limits or Limits(), _credentials)


def read_ler_rs(source: Source, *, limits: Limits | None = None) -> EndorsementsRead:
    """Read the endorsers of the skills in HR Open LER-RS resumes.

    Args:
        source: Path of a file or folder, its bytes, or a file open for reading.
        limits: How much is taken in; ``Limits()`` if not given.

    Raises:
        ReadError: A file cannot be read or is no JSON.

    Example:
        >>> from endorsecheck.readers import open_badges
        >>> text = b'''{"skills": [{"name": "Welding", "endorsers": [
        ...     {"person": {"name": {"formattedName": "Ravi Shah"}}}]}]}'''
        >>> open_badges.read_ler_rs(text).endorsements[0].skill
        'Welding'
    """
    return _read(source, "ler-rs", limits or Limits(), _endorsers)


def _read(
    source: Source,
    name: str,
    limits: Limits,
    read: Callable[[Node], Iterator[Endorsement | None]],
) -> EndorsementsRead:
    found: list[Endorsement] = []
    done: list[Log] = []
    for data, log in logs(source, limits, name):
        log.open_section("endorsements")
        for node in objects(data, log, limits):
            for endorsement in read(node):
                log.count("endorsements", used=endorsement is not None)
                found += [endorsement] if endorsement is not None else []
        done.append(log)
    return EndorsementsRead(
        tuple(found),
        tuple(each for log in done for each in log.diagnostics),
        tuple(count for log in done for count in log.tables),
    )


def _credentials(node: Node) -> Iterator[Endorsement | None]:
    kinds = node.data.get("type")
    if "EndorsementCredential" not in (kinds if isinstance(kinds, list) else [kinds]):
        node.log.report(node.path or "type", expected="a credential of type EndorsementCredential")
        yield None
        return
    subject = node.node("credentialSubject")
    skill = node.text("name") or subject.text("endorsementComment", "id")
    issuer = node.data.get("issuer")
    who = (
        node.node("issuer")
        if isinstance(issuer, dict)
        else Node({"id": issuer}, "issuer", node.log)
    )
    yield _endorsement(node, skill, who, _first_date(node, ("validFrom", "issuanceDate")))


def _endorsers(node: Node) -> Iterator[Endorsement | None]:
    for skill in node.nodes("skills"):
        for endorser in skill.nodes("endorsers") if skill is not None else ():
            if skill is None or endorser is None:
                yield None
                continue
            who = endorser.node("person") if "person" in endorser.data else endorser
            date = _first_date(endorser, ("endorsementDate", "date", "issuedDate"))
            yield _endorsement(endorser, skill.text("name", "competencyName"), who, date)


def _endorsement(node: Node, skill: str, who: Node, date: DateLike) -> Endorsement | None:
    url = next((text for key in ("url", "id") if _is_web(text := who.text(key))), None)
    provenance = node.log.provenance(node.path or "credential", UNVERIFIED)
    try:
        return Endorsement(skill, Person(_name(who), url), date, provenance=provenance)
    except ModelError as error:
        node.log.report(node.path or None, problem=str(error))
        return None


def _is_web(text: str) -> bool:
    return text.casefold().startswith(("http://", "https://", "www."))


def _name(who: Node) -> str:
    """A name that stands by itself, or formatted or in its parts in an object."""
    if not isinstance(who.data.get("name"), dict):
        return who.text("name", "formattedName")
    name = who.node("name")
    parts = (name.text("given"), name.text("family"))
    return name.text("formattedName", "value") or " ".join(filter(None, parts))


def _first_date(node: Node, keys: tuple[str, ...]) -> DateLike:
    found = next((node.date(key) for key in keys if node.data.get(key)), DateMark.UNKNOWN)
    return found if found is not DateMark.ONGOING else DateMark.UNKNOWN
