"""The rows of a people file: one engagement or declared relationship of one person each."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import Any, NamedTuple

from endorsecheck.dates import DateLike, DateMark, PartialDate, Period, parse_date
from endorsecheck.exceptions import DateError
from endorsecheck.models import (
    Education,
    Engagement,
    Position,
    Project,
    Relationship,
    RelationshipKind,
    Volunteering,
)
from endorsecheck.readers._layout import Layout, folded
from endorsecheck.readers._row import Row

__all__: list[str] = []

COLUMNS: dict[str, tuple[str, ...]] = {
    "Name": ("Person", "Full Name", "Person Name", "Contact", "Colleague", "Endorser"),
    "First Name": ("Given Name", "Forename"),
    "Last Name": ("Surname", "Family Name"),
    "URL": (
        *("Person URL", "Profile URL", "LinkedIn URL", "LinkedIn Profile", "LinkedIn"),
        *("Profile Link", "Public URL", "Profile", "Link"),
    ),
    "Kind": ("Type", "Kind of Engagement"),
    "Organization": (
        *("Organisation", "Company", "Employer", "Company Name", "Organization Name"),
        *("Organisation Name", "Firm", "Workplace", "Org"),
    ),
    "School": ("School Name", "University", "College", "Institution"),
    "Title": ("Job Title", "Role", "Position", "Degree", "Degree Name"),
    "Project": ("Project Name",),
    "Started On": ("Start", "Start Date", "Started", "From", "Since", "Joined", "Begin"),
    "Finished On": ("End", "End Date", "Finished", "Ended", "To", "Until", "Till", "Left"),
    "Complete": ("Complete History", "History Complete", "Is Complete", "Full History"),
    "Recorded On": ("Recorded", "As Of", "Date Recorded"),
    "Relationship": ("Relation", "Relationship to Me", "Tie"),
    "Skills": ("Skill", "Skills Used"),
    "Team": ("Department", "Group"),
    "Location": ("Place", "Office", "City"),
    "Headcount": ("Company Size", "Employees", "Number of Employees", "Size"),
}
"""Each column and the other headings it may stand under, the likeliest first."""

FOR_INFORMATION = ("Skills Endorsed", "Known")
"""Columns of the worksheet that tell its reader something; they are not read back."""

LAYOUT = Layout(
    COLUMNS,
    (
        ("Name", "URL", "First Name", "Last Name"),
        ("Organization", "Project", "Relationship", "School"),
    ),
    dates=("Started On", "Finished On", "Recorded On"),
)

_PLACES = ("Organization", "Project", "School")
_FILLED = ("Kind", "Title", "Started On", "Finished On", "Skills", "Team", "Location", "Headcount")
"""Columns that say something of an engagement, besides where it was."""
_FLAGS = ("Complete", "Recorded On")

_RELATIONSHIP = "relationship"


def _words(table: dict[str, str]) -> dict[str, str]:
    return {folded(word): code for code, words in table.items() for word in words.split(", ")}


_KINDS = _words(
    {
        Position.kind: "position, job, work, employment, employer, role, experience",
        Project.kind: "project",
        Volunteering.kind: "volunteering, volunteer, volunteer work, unpaid",
        Education.kind: "education, school, study, studies, degree, university, college",
        _RELATIONSHIP: "relationship, relation, tie",
    }
)
_TIES = _words(
    {
        "manager": "manager, boss, line manager, supervisor, superior, managed me",
        "report": "report, direct report, subordinate, reported to me, managed by me",
        "same-team": "same team, team, team mate, team member, colleague, co-worker, peer",
        "client": "client, customer",
        "vendor": "vendor, supplier, contractor, service provider",
        "mentor": "mentor, coach",
        "teacher": "teacher, professor, lecturer, instructor, tutor",
        "family": "family, relative, spouse, husband, wife, partner, brother, sister, sibling, "
        "mother, father, parent, son, daughter, cousin, uncle, aunt, in-law",
        "friend": "friend, acquaintance, neighbour, neighbor",
    }
)
YES = frozenset(map(folded, ("yes", "y", "true", "1", "x", "✓", "complete", "full")))
NO = frozenset(map(folded, ("no", "n", "false", "0", "incomplete", "partial")))

_MAKERS: dict[str, Callable[..., Engagement]] = {
    Position.kind: Position,
    Volunteering.kind: Volunteering,
    Education.kind: Education,
}

_NUMBER = r"\d{1,3}(?:[., '’\u00a0\u202f]\d{3})+|\d{1,9}"
_HEADCOUNT = rf"(?ai)({_NUMBER})(?: ?[-–] ?({_NUMBER})| ?\+)?(?: ?(?:employees|people))?"


class Line(NamedTuple):
    """What one row says.

    Attributes:
        name: Full name, perhaps empty.
        url: Address of the profile, perhaps empty.
        engagement: Where the person spent which time, if the row says so.
        tie: How the person stands to the owner, if the row says so.
        complete: Whether the person's history is complete; ``None`` if the row does not say.
        recorded_on: Day the history speaks for, if the row says so.
        row: Where it stands.
    """

    name: str
    url: str
    engagement: Engagement | None
    tie: Relationship | None
    complete: bool | None
    recorded_on: dt.date | None
    row: Row


def identity(row: Row) -> tuple[str, str]:
    """Name and URL of a row, either of them perhaps empty."""
    return row["Name"] or f"{row['First Name']} {row['Last Name']}".strip(), row["URL"]


class RowReader:
    """Makes a :class:`Line` of each row.

    Args:
        dayfirst: The hint for dates of numbers, see :func:`endorsecheck.parse_date`.
    """

    def __init__(self, *, dayfirst: bool | None) -> None:
        self._dayfirst = dayfirst

    def line(self, row: Row) -> Line | None:
        """What a row says; ``None`` if it can't be used, and then it has been reported."""
        name, url = identity(row)
        kind, tie_kind = self._kind(row), self._tie_kind(row)
        if not self._is_usable(row, name, url, tie_kind) or kind is None:
            return None
        period = self._period(row)
        engagement = self._engagement(row, kind, period, tie_kind)
        tie = None
        if tie_kind is not None:
            tie = Relationship(tie_kind, row["Organization"], period, provenance=row.provenance)
        if engagement is None and tie is None:
            return None
        complete, recorded_on = self._complete(row), self._recorded_on(row)
        is_doubtful = bool(row["Relationship"]) and tie is None
        if is_doubtful or (row["Recorded On"] and recorded_on is None):
            complete = False
        return Line(name, url, engagement, tie, complete, recorded_on, row)

    def _is_usable(self, row: Row, name: str, url: str, tie_kind: RelationshipKind | None) -> bool:
        """Whether there is somebody, and something said of them; reports it if not."""
        if not name and not url:
            row.report(problem="neither name nor URL")
            return False
        if tie_kind is not None or any(row[column] for column in _PLACES):
            return True
        if row["Relationship"] or any(row[column] for column in _FILLED):
            row.report(problem="no organization, project or relationship")
        elif any(row[column] for column in _FLAGS):
            row.skip("nothing to be complete: no organization, project or relationship")
        else:
            row.skip("not filled in")
        return False

    def _kind(self, row: Row) -> str | None:
        """The kind of engagement, by its column or else by the other columns."""
        text = row["Kind"]
        if text:
            kind = _KINDS.get(folded(text))
            if kind is None:
                row.report("Kind", expected="position, project, volunteering or education")
            return kind
        if row["Project"]:
            return Project.kind
        return Education.kind if row["School"] else Position.kind

    def _tie_kind(self, row: Row) -> RelationshipKind | None:
        text = row["Relationship"]
        if not text:
            return None
        code = _TIES.get(folded(re.sub(r"^(?:my|the|a) ", "", text, flags=re.IGNORECASE)))
        if code is None:
            codes = ", ".join(kind.value for kind in RelationshipKind)
            row.report("Relationship", expected=f"one of {codes}")
            return None
        return RelationshipKind(code)

    def _engagement(
        self, row: Row, kind: str, period: Period, tie_kind: RelationshipKind | None
    ) -> Engagement | None:
        """The engagement, if the row is one; with a relationship it is where it says what kind."""
        says_so = any(row[column] for column in ("Kind", "Title", "Project", "School"))
        if kind == _RELATIONSHIP and not row["Relationship"]:
            row.report("Relationship", problem="blank", expected="how you know them")
        if kind == _RELATIONSHIP or (tie_kind is not None and not says_so):
            return None
        organization, school = row["Organization"], row["School"]
        if organization and school:
            row.report("School", problem="a school and an organization in one row")
            return None
        where = organization or school
        if kind == Project.kind:
            return self._project(row, period, where)
        if not where:
            row.report("Organization", problem="blank", expected=f"a name for a {kind}")
            return None
        return _MAKERS[kind](where, row["Title"], period=period, **self._details(row))

    def _project(self, row: Row, period: Period, where: str) -> Project | None:
        name = row["Project"] or row["Title"]
        if not name:
            row.report("Project", problem="blank", expected="a name for a project")
            return None
        return Project(name, where, period=period, **self._details(row))

    def _details(self, row: Row) -> dict[str, Any]:
        return {
            "skills": tuple(filter(None, map(str.strip, re.split("[;|]", row["Skills"])))),
            "team": row["Team"],
            "location": row["Location"],
            "headcount": self._headcount(row),
            "provenance": row.provenance,
        }

    def _headcount(self, row: Row) -> int | None:
        """The headcount; of a range such as 51-200 its upper end."""
        text = row["Headcount"]
        found = re.fullmatch(_HEADCOUNT, text)
        if found is None:
            if text:
                row.report("Headcount", expected="a number of people")
            return None
        return max(int(re.sub(r"\D", "", number)) for number in found.groups() if number)

    # ---- dates ---------------------------------------------------------------------------------

    def _date(self, row: Row, column: str) -> DateLike:
        """The date in a cell; what cannot be read is unknown, and reported."""
        try:
            return parse_date(row[column], dayfirst=self._dayfirst)
        except DateError as error:
            _, _, expected = str(error).rpartition(": expected ")
            row.report(column, problem="no date", expected=expected)
            return DateMark.UNKNOWN

    def _period(self, row: Row) -> Period:
        """When it was. Dates that contradict each other are unknown, both, and reported."""
        start, end = self._date(row, "Started On"), self._date(row, "Finished On")
        if start is DateMark.ONGOING:
            row.report("Started On", expected="a date on which something started")
            start = DateMark.UNKNOWN
        try:
            return Period(start, end)
        except DateError:
            problem = f"ends {end}, before it starts"
            row.report("Started On", problem=problem, expected="an end on or after the start")
            return Period()

    def _recorded_on(self, row: Row) -> dt.date | None:
        date = self._date(row, "Recorded On")
        if date is DateMark.ONGOING:
            row.report("Recorded On", expected="a date")
        return date.earliest if isinstance(date, PartialDate) else None

    def _complete(self, row: Row) -> bool | None:
        text = folded(row["Complete"])
        if text and text not in YES | NO:
            row.report("Complete", expected="yes or no")
            return False
        return text in YES if text else None
