"""The owner's history in a LinkedIn export: which rows become which engagements."""

from __future__ import annotations

import io

import pytest
from test_linkedin import HELD, POS, POSITIONS, read, said

import endorsecheck as ec
from endorsecheck.readers import linkedin


def table(name: str, text: str) -> linkedin.TableRead:
    """One table under its name."""
    stream = io.BytesIO(text.encode())
    stream.name = name
    return linkedin.read_table(stream)


# ---- the owner's history -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("row", "expected", "diagnostics"),
    [
        pytest.param(
            "Acme,Welder,,Leeds,Mar 2015,Apr 2016", ("Mar 2015", "Apr 2016"), [], id="month"
        ),
        pytest.param("Acme,Welder,,,2015,", ("2015", "Present"), [], id="blank-end-is-ongoing"),
        pytest.param("Acme,Welder,,,,", ("", "Present"), [], id="blank-start-is-unknown"),
        pytest.param("Acme,Welder,,,2015,Present", ("2015", "Present"), [], id="present"),
        pytest.param(
            "Acme,Welder,,,Mar-15,Apr-16",
            ("2015-03", "2016-04"),
            [
                "row 2, 'Started On': unusual, read as 2015-03: 'Mar-15'",
                "row 2, 'Finished On': unusual, read as 2016-04: 'Apr-16'",
            ],
            id="saved-again",
        ),
        pytest.param(
            "Acme,Welder,,,2015,soon",
            ("2015", ""),
            ["row 2, 'Finished On': 'soon' is not a month and year"],
            id="unreadable-end-is-unknown",
        ),
        pytest.param(
            "Acme,Welder,,,Present,",
            ("", "Present"),
            ["row 2, 'Started On': 'Present' is not a month and year"],
            id="ongoing-start-is-unknown",
        ),
        pytest.param(
            "Acme,Welder,,,Apr 2016,Jan 2010",
            ("", ""),
            [
                (
                    "row 2, 'Started On': ends 2010-01, before it starts"
                    ", expected an end on or after the start: 'Apr 2016'"
                )
            ],
            id="backwards-is-unknown",
        ),
    ],
)
def test_position(row: str, expected: tuple[str, str], diagnostics: list[str]) -> None:
    """A row with a company is used, however its dates are; unknown stays unknown."""
    found = table(POS, f"{POSITIONS}{row}\n")
    assert [each.period for each in found.records] == [ec.Period.parse(*expected)]
    assert [f"{POS} {each}" for each in diagnostics] == said(found)


def test_position_keeps_its_place_and_where_it_was_read() -> None:
    """Title, location, and the line."""
    (found,) = table(POS, HELD).records
    assert found == ec.Position(
        "Acme Corp", "Welder", period=ec.Period.parse("Mar 2015", "Present"), location="Leeds"
    )
    assert found.provenance == ec.Provenance("linkedin-export", POS, 2)


def test_jobs_that_stray_quotes_would_swallow_are_all_read() -> None:
    """Current ones too, whose end is blank."""
    jobs = "".join(f"{name},Clerk,,,Mar 2015,\n" for name in ('"Acme', "Bolt", 'Cog"', "Dee"))
    found = table(POS, POSITIONS + jobs)
    assert [each.organization for each in found.records] == ["Acme", "Bolt", "Cog", "Dee"]
    assert [each.row for each in found.diagnostics] == [2, 4]


def test_history_with_a_lost_row_is_not_complete() -> None:
    """A job that cannot be read might be the shared one."""
    whole, lost = read(), read(Positions=f"{HELD},Clerk,,,2010,2012\n")
    assert (whole.profile.owner.history.complete, lost.profile.owner.history.complete) == (
        *(True, False),
    )
    assert said(lost) == [f"{POS} row 3, 'Company Name': blank, expected a name"]


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        pytest.param(
            "Projects.csv",
            "Title,Description,Url,Started On,Finished On\n"
            "Apollo,x,,Feb 2013,\nTide,,,,\n,,,,2014\n",
            [
                ec.Project("Apollo", period=ec.Period.parse("Feb 2013", "Present")),
                ec.Project("Tide"),
            ],
            id="projects",
        ),
        pytest.param(
            "Projects.csv",
            "Title,Description,Url,Start Date,End Date\nApollo,x,,Feb 2013,Mar 2013\n",
            [ec.Project("Apollo", period=ec.Period.parse("Feb 2013", "Mar 2013"))],
            id="projects-of-2018",
        ),
        pytest.param(
            "Volunteering.csv",
            "Company Name,Role,Cause,Started On,Finished On,Description\n"
            "Choir,Alto,arts,Sep 2014,,\n,x,,,,\n",
            [ec.Volunteering("Choir", "Alto", period=ec.Period.parse("Sep 2014", "Present"))],
            id="volunteering",
        ),
        pytest.param(
            "Education.csv",
            "School Name,Start Date,End Date,Notes,Degree Name,Activities\n"
            "Westmarch,2004,,,BSc,\n,2008,,,,\n",
            [ec.Education("Westmarch", "BSc", period=ec.Period.parse("2004", ""))],
            id="education",
        ),
    ],
)
def test_other_engagements(name: str, text: str, expected: list[ec.Engagement]) -> None:
    """A blank end is ongoing where there is a start, but for a school, where it is unknown."""
    assert expected == list(table(name, text).records)


def test_engagements_of_all_kinds_are_the_owners_history() -> None:
    """Positions, projects, volunteering, education."""
    found = read(
        Projects="Title,Started On,Finished On\nApollo,,\n",
        Volunteering="Company Name,Role,Started On,Finished On\nChoir,,,\n",
        Education="School Name,Start Date,End Date\nWestmarch,,\n,,2004\n",
        Skills="Name\nWelding\nSoldering\n",
    )
    history = found.profile.owner.history
    assert [each.kind for each in history.engagements] == [
        *("position", "project", "volunteering", "education")
    ]
    assert history.complete
    assert found.profile.skills == ("Welding", "Soldering")
    assert said(found) == ["Education.csv row 3: no school"]
