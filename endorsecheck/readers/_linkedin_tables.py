"""The tables of a LinkedIn export: their names and columns.

Headings are English in every export seen. A table may have more columns than are named here
(they are not read) and may lack those that are not required.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, NamedTuple

from endorsecheck.models import Direction
from endorsecheck.readers import _linkedin_plain as plain
from endorsecheck.readers import _linkedin_rows as rows
from endorsecheck.readers._blocks import Bulk
from endorsecheck.readers._layout import Layout
from endorsecheck.readers._row import Row
from endorsecheck.readers._sheet import Sheet

__all__: list[str] = []


def _none_is_plain(_: Sheet) -> None:
    """No block of a table is asked about first."""


class Table(NamedTuple):
    """One table of the export.

    Attributes:
        name: Name of the file.
        layout: Its columns.
        make: The record of a row, ``None`` if it has none.
        bulk: Gives what is asked first about blocks of rows.
    """

    name: str
    layout: Layout
    make: Callable[[Row], Any]
    bulk: Callable[[Sheet], Bulk[Any] | None] = _none_is_plain


def _endorsement_layout(who: str) -> Layout:
    date, skill = "Endorsement Date", "Skill Name"
    first, last = f"{who} First Name", f"{who} Last Name"
    columns = (date, skill, first, last, f"{who} Public Url", "Endorsement Status")
    return _layout(
        *columns, required=(date, skill, first, last), usual=columns[-1:], dates=(date,)
    )


# ---- the tables --------------------------------------------------------------------------------


def _layout(
    *columns: str,
    required: tuple[str, ...],
    usual: tuple[str, ...] = (),
    dates: tuple[str, ...] = (),
    also: dict[str, tuple[str, ...]] | None = None,
) -> Layout:
    others = also or {}
    return Layout(
        {name: others.get(name, ()) for name in columns},
        tuple((name,) for name in required),
        usual,
        dates,
    )


PROFILE = Table(
    "Profile.csv",
    _layout("First Name", "Last Name", required=("First Name", "Last Name")),
    rows.owner_name,
)
POSITIONS = Table(
    "Positions.csv",
    _layout(
        *("Company Name", "Title", "Location", "Started On", "Finished On"),
        required=("Company Name", "Started On", "Finished On"),
        usual=("Title",),
        dates=("Started On", "Finished On"),
    ),
    rows.position,
)
PROJECTS = Table(
    "Projects.csv",
    _layout(
        *("Title", "Started On", "Finished On"),
        required=("Title",),
        usual=("Started On", "Finished On"),
        dates=("Started On", "Finished On"),
        also={"Started On": ("Start Date",), "Finished On": ("End Date",)},
    ),
    rows.project,
)
VOLUNTEERING = Table(
    "Volunteering.csv",
    _layout(
        *("Company Name", "Role", "Started On", "Finished On"),
        required=("Company Name",),
        usual=("Started On", "Finished On"),
        dates=("Started On", "Finished On"),
    ),
    rows.volunteering,
)
EDUCATION = Table(
    "Education.csv",
    _layout(
        *("School Name", "Start Date", "End Date", "Degree Name"),
        required=("School Name",),
        usual=("Start Date", "End Date"),
        dates=("Start Date", "End Date"),
    ),
    rows.education,
)
SKILLS = Table("Skills.csv", _layout("Name", required=("Name",)), rows.skill)
RECEIVED = Table(
    "Endorsement_Received_Info.csv",
    _endorsement_layout("Endorser"),
    rows.endorsement,
    plain.endorsements,
)
GIVEN = Table("Endorsement_Given_Info.csv", _endorsement_layout("Endorsee"), rows.given)
GIVEN_OLD = Table("Endorsements.csv", _endorsement_layout("Endorsee"), rows.given)
CONNECTIONS = Table(
    "Connections.csv",
    _layout(
        *("First Name", "Last Name", "URL", "Company", "Position", "Connected On"),
        required=("First Name", "Last Name"),
        usual=("Company", "Connected On"),
        dates=("Connected On",),
    ),
    rows.contact,
    plain.contacts,
)
INVITATIONS = Table(
    "Invitations.csv",
    _layout(
        *("From", "To", "Sent At", "Message", "Direction"),
        *("inviterProfileUrl", "inviteeProfileUrl"),
        required=("From", "To", "Direction"),
        usual=("Sent At", "Message"),
        dates=("Sent At",),
    ),
    rows.invitation,
)
_WRITTEN = _layout(
    *("First Name", "Last Name", "Text", "Creation Date", "Status"),
    required=("Last Name", "Text"),
    usual=("First Name", "Creation Date", "Status"),
    dates=("Creation Date",),
)
RECOMMENDATIONS_RECEIVED = Table(
    "Recommendations_Received.csv",
    _WRITTEN,
    functools.partial(rows.recommendation, Direction.INCOMING),
)
RECOMMENDATIONS_GIVEN = Table(
    "Recommendations_Given.csv",
    _WRITTEN,
    functools.partial(rows.recommendation, Direction.OUTGOING),
)

TABLES = (
    *(PROFILE, POSITIONS, PROJECTS, VOLUNTEERING, EDUCATION, SKILLS),
    *(RECEIVED, GIVEN, GIVEN_OLD, CONNECTIONS, INVITATIONS),
    *(RECOMMENDATIONS_RECEIVED, RECOMMENDATIONS_GIVEN),
)
"""The tables that are read, in the order in which they are."""

REQUIRED = (RECEIVED, POSITIONS)
"""The tables without which there is no audit."""
