"""The record that each row of a LinkedIn export becomes.

A date that cannot be read is unknown, and reported; the row is used all the same.
"""

from __future__ import annotations

from typing import NamedTuple

from endorsecheck.dates import DateLike, DateMark, PartialDate, Period
from endorsecheck.exceptions import DateError
from endorsecheck.models import (
    Direction,
    Education,
    Endorsement,
    EndorsementStatus,
    GivenEndorsement,
    Invitation,
    Person,
    Position,
    Project,
    Recommendation,
    RecommendationStatus,
    Volunteering,
)
from endorsecheck.readers import _linkedin_dates as dates
from endorsecheck.readers._linkedin_contacts import Contact, Contacts
from endorsecheck.readers._row import Row

__all__: list[str] = []

_MONTH = "a month and year"


class Name(NamedTuple):
    """The owner's name, from ``Profile.csv``."""

    text: str


class Note(NamedTuple):
    """A row of ``Invitations.csv``, and what it says of the owner by the way."""

    invitation: Invitation
    owner_name: str
    owner_url: str


# ---- cells -------------------------------------------------------------------------------------


def _full_name(row: Row, first: str = "First Name", last: str = "Last Name") -> str:
    return f"{row[first]} {row[last]}".strip()


def _month(row: Row, column: str) -> DateLike:
    """The date in a cell; what cannot be read is unknown, and reported."""
    text = row[column]
    if not text:
        return DateMark.UNKNOWN
    found = dates.month(text)
    if found is None:
        row.report(column, expected=_MONTH)
        return DateMark.UNKNOWN
    date, unusual = found
    if unusual is not None:
        row.report(column, problem=f"unusual, read as {date}", severity=unusual)
    return date


def _event(row: Row, column: str) -> DateLike:
    """The day in a cell; what cannot be read is unknown, and reported."""
    text = row[column]
    date = dates.event(text)
    if not isinstance(date, PartialDate):
        if text:
            row.report(column, expected="a day, month and year")
        return DateMark.UNKNOWN
    return date


def _period(row: Row, first: str, last: str, *, blank_end: DateMark) -> Period:
    """When it was. Dates that contradict each other are unknown, both, and reported."""
    start, end = _month(row, first), _month(row, last)
    if not row[last]:
        end = blank_end
    if start is DateMark.ONGOING:
        row.report(first, expected=_MONTH)
        start = DateMark.UNKNOWN
    try:
        return Period(start, end)
    except DateError:
        problem = f"ends {end}, before it starts"
        row.report(first, problem=problem, expected="an end on or after the start")
        return Period()


def _required(row: Row, column: str) -> str | None:
    text = row[column]
    if not text:
        row.report(column, problem="blank", expected="a name")
    return text or None


# ---- the owner ---------------------------------------------------------------------------------


def owner_name(row: Row) -> Name | None:
    name = _full_name(row)
    if not name:
        row.skip("no name")
        return None
    return Name(name)


def position(row: Row) -> Position | None:
    company = _required(row, "Company Name")
    if company is None:
        return None
    return Position(
        company,
        row["Title"],
        period=_period(row, "Started On", "Finished On", blank_end=DateMark.ONGOING),
        location=row["Location"],
        provenance=row.provenance,
    )


def _open_end(row: Row) -> DateMark:
    """A blank end is ongoing where there is a start; wholly undated says nothing of today."""
    return DateMark.ONGOING if row["Started On"] else DateMark.UNKNOWN


def project(row: Row) -> Project | None:
    title = _required(row, "Title")
    if title is None:
        return None
    period = _period(row, "Started On", "Finished On", blank_end=_open_end(row))
    return Project(title, period=period, provenance=row.provenance)


def volunteering(row: Row) -> Volunteering | None:
    company = _required(row, "Company Name")
    if company is None:
        return None
    period = _period(row, "Started On", "Finished On", blank_end=_open_end(row))
    return Volunteering(company, row["Role"], period=period, provenance=row.provenance)


def education(row: Row) -> Education | None:
    """Time at a school; a blank end is unknown, since people leave out years they studied."""
    if not row["School Name"]:
        row.skip("no school")
        return None
    period = _period(row, "Start Date", "End Date", blank_end=DateMark.UNKNOWN)
    return Education(
        row["School Name"], row["Degree Name"], period=period, provenance=row.provenance
    )


def skill(row: Row) -> str | None:
    return _required(row, "Name")


# ---- endorsements ------------------------------------------------------------------------------

_STATUSES = {status.name: status for status in EndorsementStatus}


def _status(row: Row) -> EndorsementStatus:
    """The status of an endorsement; one that is not known counts as not shown."""
    text = row["Endorsement Status"]
    known = _STATUSES.get(text.upper())
    if known is None and not row.has("Endorsement Status"):
        return EndorsementStatus.ACCEPTED
    if known is None:
        row.report("Endorsement Status", expected=f"one of {', '.join(_STATUSES)}")
        return EndorsementStatus.HIDDEN
    return known


def _stamp(row: Row) -> tuple[DateLike, str | None]:
    found = dates.stamp(row["Endorsement Date"])
    if found is None or not isinstance(found[0], PartialDate):
        row.report("Endorsement Date", expected="a time such as 2022/07/11 17:41:30 UTC")
        return DateMark.UNKNOWN, None
    return found


def _other_side(row: Row, who: str) -> Person | None:
    name = _full_name(row, f"{who} First Name", f"{who} Last Name")
    url = row[f"{who} Public Url"]
    if not name and not url:
        row.report(f"{who} First Name", problem="neither name nor URL")
        return None
    return row.person(name, url)


def endorsement(row: Row) -> Endorsement | None:
    skill, endorser = _required(row, "Skill Name"), _other_side(row, "Endorser")
    if skill is None or endorser is None:
        return None
    day, time = _stamp(row)
    return Endorsement(
        skill, endorser, day, _status(row), given_at=time, provenance=row.provenance
    )


def given(row: Row) -> GivenEndorsement | None:
    skill, endorsee = _required(row, "Skill Name"), _other_side(row, "Endorsee")
    if skill is None or endorsee is None:
        return None
    return GivenEndorsement(
        skill, endorsee, _stamp(row)[0], _status(row), provenance=row.provenance
    )


# ---- other people ------------------------------------------------------------------------------


def contact(row: Row) -> Contact | None:
    name, url = _full_name(row), row["URL"]
    if not name and not url:
        row.skip("neither name nor URL: a member who left or is hidden")
        return None
    days = [_event(row, "Connected On")]
    jobs = [row["Company"]], [row["Position"]]
    source, file, line = row.place
    (found,) = Contacts((source, file), line, ([name], [url]), jobs, days)
    return found


def invitation(row: Row) -> Note | None:
    sides = ("From", "inviterProfileUrl"), ("To", "inviteeProfileUrl")
    try:
        direction = Direction(row["Direction"].lower())
    except ValueError:
        row.report("Direction", expected="INCOMING or OUTGOING")
        return None
    other, owner = sides if direction is Direction.INCOMING else sides[::-1]
    name, url = (row[column] for column in other)
    if not name and not url:
        row.skip("neither name nor URL: a member who left or is hidden")
        return None
    person = row.person(" ".join(name.split()), url)
    sent_on = _event(row, "Sent At")
    invitation = Invitation(
        person, direction, sent_on, row["Message"] or None, provenance=row.provenance
    )
    return Note(invitation, " ".join(row[owner[0]].split()), row[owner[1]])


_SHOWN = {"VISIBLE": RecommendationStatus.VISIBLE, "HIDDEN": RecommendationStatus.HIDDEN}


def recommendation(direction: Direction, row: Row) -> Recommendation | None:
    name = _full_name(row)
    if not name:
        row.report("Last Name", problem="no name")
        return None
    status = _SHOWN.get(row["Status"].upper(), RecommendationStatus.UNKNOWN)
    if row["Status"] and status is RecommendationStatus.UNKNOWN:
        row.report("Status", expected=f"one of {', '.join(_SHOWN)}")
    return Recommendation(
        row.person(name, ""),
        direction,
        row["Text"],
        _event(row, "Creation Date"),
        status,
        provenance=row.provenance,
    )
