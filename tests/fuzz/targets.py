"""What is fuzzed: one function of bytes for each target, and texts to start from.

A target lets nothing but errors of the library pass and checks what always holds. It gives a
short *outcome*, equal for inputs that went the same way, by which the engine without coverage
tells which inputs are worth keeping.
"""

from __future__ import annotations

import datetime as dt
import io
import warnings
import zipfile
from collections.abc import Callable, Iterable
from typing import Any

import attrs
import hostile_audit
import twice

import endorsecheck as ec
from endorsecheck import html, readers
from endorsecheck._safe import is_plain
from endorsecheck.people import name_key, url_key
from endorsecheck.readers import (
    Diagnostic,
    Limits,
    json_resume,
    linkedin,
    open_badges,
    orcid,
    people_data_labs,
    records,
    table,
    waivers,
)

LIMITS = Limits(max_bytes=2**20, max_total_bytes=2**21, max_rows=10_000, max_members=100)
AS_OF = dt.date(2026, 6, 30)
REGISTRY = ec.OrganizationRegistry()
NEXT = "\x1e"
"""Stands between the parts of an input that holds several texts."""


@attrs.frozen
class Target:
    """A function to be fuzzed, inputs that it understands, and the longest to be tried."""

    run: Callable[[bytes], str]
    seeds: tuple[bytes, ...]
    longest: int = 4_096


# ---- readers -----------------------------------------------------------------------------------


def _reading(read: Callable[[bytes], Any], data: bytes) -> str:
    """Read, and check what every reader promises."""
    try:
        found = read(data)
    except ec.EndorsecheckError as error:
        return _refused(error)
    for each in found.diagnostics:
        _check_diagnostic(each)
    _check_masked(found.diagnostics)
    rows = sum(each.reported for each in found.tables)
    kinds = {each.expected or _words(each.problem or "") for each in found.diagnostics}
    return f"{sorted(kinds)} {len(found.tables)} {bool(rows)}"


def _refused(error: ec.EndorsecheckError) -> str:
    assert is_plain(str(error)), "the text of an error shows as it stands"
    return f"{type(error).__name__} {_words(str(error))}"


def _check_diagnostic(diagnostic: Diagnostic) -> None:
    assert is_plain(str(diagnostic)), "a diagnostic shows as it stands"
    assert diagnostic.file, "a diagnostic names its file"


def _check_masked(diagnostics: Iterable[Diagnostic]) -> None:
    for each in diagnostics:
        allowed = f"{each.column} {each.path} {each.expected}"
        is_told = bool(each.value) and str(each.value) in str(each.masked())
        assert not is_told or len(str(each.value)) < 12 or str(each.value) in allowed, "masked"


def _words(text: str) -> str:
    """The words of a message that are not data."""
    return " ".join(word for word in text.split()[:9] if word.isalpha())


def _pieces(data: bytes) -> list[str]:
    return data.decode("utf-8", "surrogatepass" if b"\xed" in data else "replace").split(NEXT)


def _texts(data: bytes) -> list[str]:
    try:
        return _pieces(data)
    except UnicodeDecodeError:
        return data.decode("latin-1").split(NEXT)


def linkedin_table(data: bytes) -> str:
    """One table of an export."""
    return _reading(lambda each: linkedin.read_table(each, limits=LIMITS), data)


def linkedin_archive(data: bytes) -> str:
    """The bytes of an archive."""
    return _reading(_export, data)


def _export(data: bytes) -> Any:
    return linkedin.read_export(data, limits=LIMITS)


def linkedin_export(data: bytes) -> str:
    """An archive made of names and tables in turn."""
    parts = data.split(NEXT.encode())
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # names twice are part of the game
        for name, content in zip(parts[::2], parts[1::2], strict=False):
            plain = name.decode("latin-1").partition("\0")[0]  # zipfile writes no more of it
            archive.writestr(plain[:80] or "x", content)
    return _reading(_export, file.getvalue())


def people_table(data: bytes) -> str:
    """A table of people."""
    return _reading(lambda each: table.read_people(each, limits=LIMITS), data)


def recognized(data: bytes) -> str:
    """A file of any kind."""
    return _reading(lambda each: readers.read_people(each, limits=LIMITS), data)


def waiver_file(data: bytes) -> str:
    """Waivers."""
    return _reading(lambda each: waivers.read_waivers(each, limits=LIMITS), data)


def resume(data: bytes) -> str:
    """Resumes."""
    return _reading(lambda each: json_resume.read_people(each, limits=LIMITS), data)


def people_data(data: bytes) -> str:
    """Records of People Data Labs."""
    return _reading(lambda each: people_data_labs.read_people(each, limits=LIMITS), data)


def orcid_record(data: bytes) -> str:
    """ORCID records, JSON or XML."""
    return _reading(lambda each: orcid.read_people(each, limits=LIMITS), data)


def badges(data: bytes) -> str:
    """Open Badges endorsements, and those of LER-RS."""
    one = _reading(lambda each: open_badges.read_endorsements(each, limits=LIMITS), data)
    return one + _reading(lambda each: open_badges.read_ler_rs(each, limits=LIMITS), data)


def plain_records(data: bytes) -> str:
    """Records with keys and values in turn."""
    parts = _texts(data)
    rows = [dict(zip(parts[::2], parts[1::2], strict=False)), {"Name": parts[0], "Company": "X"}]
    return _reading(lambda _: records.people_from_records(rows), data)


# ---- texts -------------------------------------------------------------------------------------


def date_text(data: bytes) -> str:
    """A date as people write it: reads back from its own text."""
    text = _texts(data)[0]
    try:
        date = ec.parse_date(text)
    except ec.DateError as error:
        return _refused(error)
    assert ec.parse_date(str(date)) == date
    return f"{type(date).__name__} {getattr(date, 'precision', '')}"


def canonical_name(data: bytes) -> str:
    """The canonical name of an organization: its own canonical name, never empty."""
    text = _texts(data)[0]
    name = ec.canonical_name(text)
    assert name or not text.strip() or not is_plain(text), "a name is never lost"
    assert ec.canonical_name(name) == name, "canonical names stay as they are"
    return f"{len(name) < len(text)} {name == name_key(text)}"


def compare(data: bytes) -> str:
    """Two organizations: the same in both directions, each the same as itself."""
    one, other = (*_texts(data), "")[:2]
    match = REGISTRY.compare(one, other)
    assert match.relation is REGISTRY.compare(other, one).relation, "one relation, both ways"
    itself = REGISTRY.compare(one, one).relation
    assert itself in (ec.Relation.SAME, ec.Relation.NOT_AN_ORGANIZATION), "same as itself"
    return f"{match.relation} {match.reason}"


def address(data: bytes) -> str:
    """A profile URL: its key is never empty, and blanks around it change nothing."""
    text = _texts(data)[0]
    key = url_key(text)
    assert key is None or key.strip(), "a key is never blank"
    assert (key is None) == (not text.strip()), "every text but a blank one has a key"
    assert url_key(f" {text} ") == key or text != text.strip(), "blanks around are no matter"
    return f"{key == text} {key is None}"


# ---- reports -----------------------------------------------------------------------------------


def reporter(data: bytes) -> str:
    """All reports of an audit whose every text is a stranger's: safe to show, and plain data."""
    parts = [*_texts(data), *[""] * 8]
    try:
        profile = _profile(parts)
    except ec.EndorsecheckError as error:
        return _refused(error)
    result = ec.audit(profile)
    audited = hostile_audit.Audited(result, profile)
    texts = hostile_audit.reports(audited)
    if not _is_unicode("".join(parts)):
        texts["json"] = "{}"  # to_dict changes no text; what becomes of it is the caller's
    faults = [fault for check in _CHECKS for fault in check(texts)]
    assert faults == [], faults
    assert html.format_page(result) == html.format_page(result)
    assert ec.AuditResult.from_dict(result.to_dict()) == result
    return " ".join(sorted({each.code.value for each in result.observations}))


def _is_unicode(text: str) -> bool:
    return not any("\ud800" <= char <= "\udfff" for char in text)


_CHECKS = tuple(hostile_audit.REPORT_CHECKS.values())


def _profile(parts: list[str]) -> ec.Profile:
    name, url, skill, organization, title, owner, day, other = parts[:8]
    period = ec.Period.parse("2015", "2019")
    theirs = ec.WorkHistory([ec.Position(organization, title, period=period)])
    endorser = ec.Person(name, url or None, theirs)
    stranger = ec.Person(other or "Lena Vogt", None)
    date = ec.parse_date(day)
    return ec.Profile(
        owner=ec.Person(owner, history=ec.WorkHistory([ec.Position(organization, period=period)])),
        as_of=AS_OF,
        endorsements=[
            ec.Endorsement(skill, endorser, date),
            ec.Endorsement(skill, stranger, ec.DateMark.UNKNOWN),
        ],
    )


# ---- seeds -------------------------------------------------------------------------------------

_ENDORSEMENTS = (
    b"Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name,Endorser Public Url,"
    b"Endorsement Status\n2019/05/04 10:20:30 UTC,Python,Ravi,Shah,"
    b'www.linkedin.com/in/ravi-shah,ACCEPTED\n2020/01/02 00:00:00 UTC,"Welding, MIG",Zo\xc3\xab,'
    b"Vogt,www.linkedin.com/in/zo%C3%AB,REJECTED\n"
)
_POSITIONS = (
    b"Company Name,Title,Description,Location,Started On,Finished On\n"
    b'Acme Corp,Engineer,"Said ""no"",\ntwice",Reno,Mar 2015,\nBorealis,Clerk,,,2012,Feb 2015\n'
)
_CONNECTIONS = (
    b'Notes:\n"When exporting your connection data, some"\n\nFirst Name,Last Name,URL,'
    b"Email Address,Company,Position,Connected On\nRavi,Shah,"
    b"https://www.linkedin.com/in/ravi-shah,,Acme Corp,Engineer,04 May 2019\n"
)
_PEOPLE = (
    "Name,URL,Kind,Organization,Title,Project,Started On,Finished On,Complete,Recorded On,Skills,"
    "Team,Location,Headcount,Relationship\nRavi Shah,www.linkedin.com/in/ravi,position,Acme Corp,"
    "Engineer,,2016,Mar 2019,yes,2026-06-30,Go; Python,Billing,Reno,1200,\n"
    "Zoë Vogt,,,Borealis,,,Présent,,,,,,,,manager\n"
).encode()
_RESUME = (
    b'{"basics":{"name":"Ravi Shah","url":"https://linkedin.com/in/ravi","profiles":[{"network":'
    b'"LinkedIn","username":"ravi"}]},"work":[{"name":"Acme Corp","position":"Engineer",'
    b'"startDate":"2016-02","endDate":"2019-03-31"}],"volunteer":[{"organization":"Red House",'
    b'"startDate":"2011"}],"projects":[{"name":"Apollo","entity":"Acme Corp","keywords":["Go"]}],'
    b'"education":[{"institution":"Reno College"}],"meta":{"lastModified":"2024-02-01T10:00:00"}}'
)
_PDL = (
    b'{"full_name":"ravi shah","linkedin_url":"linkedin.com/in/ravi","experience":[{"company":'
    b'{"name":"acme corp","size":"51-200","id":"acme","linkedin_url":"linkedin.com/company/acme"},'
    b'"title":{"name":"engineer"},"start_date":"2016-02","end_date":null,"is_primary":true}],'
    b'"education":[{"school":{"name":"reno college"},"start_date":"2010","end_date":"2014"}]}\n'
)
_ORCID = (
    b'{"orcid-identifier":{"path":"0000-0001-2345-6789"},"person":{"name":{"given-names":{"value":'
    b'"Ravi"},"family-name":{"value":"Shah"}},"researcher-urls":{"researcher-url":[{"url":{"value"'
    b':"https://www.linkedin.com/in/ravi"}}]}},"activities-summary":{"last-modified-date":{"value":'
    b'1700000000000},"employments":{"affiliation-group":[{"summaries":[{"employment-summary":'
    b'{"organization":{"name":"Acme Corp","disambiguated-organization":{'
    b'"disambiguated-organization-identifier":"1","disambiguation-source":"ROR"}},"start-date":{'
    b'"year":{"value":"2016"},"month":{"value":"02"}},"end-date":null}}]}]}}}'
)
_ORCID_XML = (
    b'<?xml version="1.0"?><record:record xmlns:record="http://www.orcid.org/ns/record" '
    b'xmlns:common="http://www.orcid.org/ns/common"><common:orcid-identifier><common:path>'
    b"0000-0001-2345-6789</common:path></common:orcid-identifier><person><name><given-names>Ravi"
    b"</given-names></name></person><activities-summary><employments><affiliation-group>"
    b"<employment-summary><common:start-date><common:year>2016</common:year></common:start-date>"
    b"<common:organization><common:name>Acme</common:name></common:organization>"
    b"</employment-summary></affiliation-group></employments></activities-summary></record:record>"
)
_BADGE = (
    b'{"@context":"https://www.w3.org/ns/credentials/v2","type":["EndorsementCredential"],'
    b'"issuer":{"id":"https://linkedin.com/in/ravi","name":"Ravi Shah"},"validFrom":'
    b'"2020-01-04T00:00:00Z","credentialSubject":{"id":"urn:x","name":"Welding",'
    b'"endorsementComment":"good"}}'
)
_LER = (
    b'{"person":{"name":{"formattedName":"Dana Reyes"}},"skills":[{"name":"Python","endorsements":'
    b'[{"name":"Ravi Shah","date":"2020-01-04"}]}]}'
)
_WAIVERS = b'[[waiver]]\nname = "Ravi Shah"\nwhy = "my mentor"\nuntil = 2027-01-31\n'


def _archive(**tables: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in tables.items():
            archive.writestr(zipfile.ZipInfo(f"{name}.csv", (2026, 6, 30, 0, 0, 0)), content)
    return file.getvalue()


def _joined(*parts: str | bytes) -> bytes:
    return NEXT.encode().join(each if isinstance(each, bytes) else each.encode() for each in parts)


_ZIP = _archive(
    Endorsement_Received_Info=_ENDORSEMENTS, Positions=_POSITIONS, Connections=_CONNECTIONS
)
_NAMES = (
    "Acme Corp",
    "Müller & Söhne GmbH",
    "Self-employed",
    "Ítaú S.A. (Brasil)",
    "株式会社日立製作所",
)
_DATES = ("Mar 2015", "2016-02-29", "4 de mayo de 2019", "Present", "Q3 2019", "٢٠١٩", "03/04/19")
_URLS = (
    "https://de.linkedin.com/in/Zo%C3%AB-Vogt/?locale=de_DE#top",
    "www.linkedin.com/in/ravi-shah/en-us",
    "http://[::1/in/x",
)

TARGETS: dict[str, Target] = {
    "linkedin_table": Target(linkedin_table, (_ENDORSEMENTS, _POSITIONS, _CONNECTIONS)),
    "linkedin_archive": Target(linkedin_archive, (_ZIP,)),
    "linkedin_export": Target(
        linkedin_export,
        (
            _joined(
                "Endorsement_Received_Info.csv",
                _ENDORSEMENTS,
                "Positions.csv",
                _POSITIONS,
                "Connections.csv",
                _CONNECTIONS,
            ),
        ),
    ),
    "people_table": Target(people_table, (_PEOPLE,)),
    "recognized": Target(recognized, (_PEOPLE, _RESUME, _PDL, _ORCID, _ORCID_XML, _ZIP)),
    "waiver_file": Target(waiver_file, (_WAIVERS, b"Name,Why,Until\nRavi Shah,mentor,2027\n")),
    "resume": Target(resume, (_RESUME,)),
    "in_blocks": Target(twice.in_blocks, (_PEOPLE, _ENDORSEMENTS, _CONNECTIONS)),
    "at_once": Target(twice.at_once, (_RESUME,)),
    "people_data": Target(people_data, (_PDL, b"[" + _PDL + b"]")),
    "orcid_record": Target(orcid_record, (_ORCID, _ORCID_XML)),
    "badges": Target(badges, (_BADGE, _LER)),
    "plain_records": Target(
        plain_records, (_joined("Name", "Ravi Shah", "Company", "Acme", "Start", "2016"),)
    ),
    "date_text": Target(date_text, tuple(each.encode() for each in _DATES), 128),
    "canonical_name": Target(canonical_name, tuple(each.encode() for each in _NAMES), 1_024),
    "compare": Target(compare, tuple(_joined(a, b) for a in _NAMES for b in _NAMES[:2]), 1_024),
    "address": Target(address, tuple(each.encode() for each in _URLS)),
    "reporter": Target(
        reporter,
        (
            _joined("Ravi Shah", _URLS[1], "Python", "Acme", "=1+1", "Dana", "2019", "Lena"),
            _joined("<b>R</b>", "javascript:x", "|a|b|", "\\begin{x}", "\u202e", "D", "2018", "R"),
        ),
    ),
}
"""All targets, by name."""
