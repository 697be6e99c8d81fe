"""An audit made to be looked at: every kind of verdict, date and end, and helpers for pictures."""

from __future__ import annotations

import datetime as dt
import re
from xml.etree import ElementTree as ET

from shared_checks import report_checks

import endorsecheck as ec

AS_OF = dt.date(2026, 6, 30)
SVG = "{http://www.w3.org/2000/svg}"


def stay(organization: str, start: str, end: str, title: str | None = None) -> ec.Position:
    """A position; an end of "present" is ongoing."""
    return ec.Position(organization, title, period=ec.Period.parse(start, end))


def person(name: str, *stays: ec.Engagement, complete: bool = True, url: str = "") -> ec.Person:
    """A person with a history."""
    return ec.Person(name, url or None, ec.WorkHistory(stays, complete=complete))


DANA = person(
    "Dana Reyes",
    stay("Norvane Systems", "Sep 2010", "Feb 2014", "Junior engineer"),
    stay("Acme Corp", "2015", "Mar 2019", "Engineer"),
    ec.Project("Apollo", "Acme Corp", period=ec.Period.parse("2017-02", "2018-06")),
    stay("Borealis Analytics", "May 2019", "present", "Lead engineer"),
    ec.Volunteering("Harbour Street Choir", "Alto", period=ec.Period.parse("2016", "")),
)
RAVI = person(
    "Ravi Shah",
    stay("Acme Corp", "Jun 2016", "2018", "Analyst"),
    stay("Castellan Robotics", "2019", "present", "Lead"),
    url="https://www.linkedin.com/in/ravi-shah",
)
LENA = person(
    "Lena Vogt",
    stay("Westmarch Mills", "2012", "Apr 2020"),
    stay("Acme Corp", "May 2020", "2022-08-15", "Engineer"),
)
OMAR = person(
    "Omar Haddad",
    stay("Castellan Robotics", "2012", "2020"),
    stay("Fennimore Foods", "2021", "2024-05-06"),
)
PRIYA = person(
    "Priya Nair",
    stay("Borealis Analytics", "2018", "2019"),
    stay("Castellan Robotics", "", "2017"),
    complete=False,
)
JONAS = ec.Person(
    "Jonas Weber",
    relationships=[
        ec.Relationship(ec.RelationshipKind.MENTOR, period=ec.Period.parse("2012", "2014"))
    ],
)
MIA = person("Mia Sørensen", stay("Norvane Systems", "", ""), complete=False)
TOMAS = ec.Person("Tomás Ibarra")
PEOPLE = (RAVI, LENA, OMAR, PRIYA, JONAS, MIA, TOMAS)


def endorsed(
    skill: str,
    endorser: ec.Person,
    date: str,
    status: ec.EndorsementStatus = ec.EndorsementStatus.ACCEPTED,
) -> ec.Endorsement:
    """An endorsement on a day written as people do."""
    return ec.Endorsement(skill, endorser, ec.parse_date(date), status)


PROFILE = ec.Profile(
    owner=DANA,
    as_of=AS_OF,
    endorsements=[
        endorsed("Python", RAVI, "2018-01-04"),
        endorsed("Go", RAVI, "2018-01-04"),
        endorsed("Kubernetes", RAVI, "2018-01-04"),
        endorsed("Leadership", RAVI, "2015-06-02"),
        endorsed("Python", LENA, "2023-05-04"),
        endorsed("SQL", LENA, "2023-05-04"),
        endorsed("Python", OMAR, "2022"),
        endorsed("Go", OMAR, "2021-02-02", ec.EndorsementStatus.HIDDEN),
        endorsed("Data analysis", PRIYA, "2019-08"),
        endorsed("Python", JONAS, "2016-03-01"),
        endorsed("Fortran", MIA, ""),
        endorsed("Go", TOMAS, "2020-02-02"),
    ],
    connections=[
        ec.Connection(LENA, ec.parse_date("2019-03-12")),
        ec.Connection(RAVI),
    ],
    recommendations=[
        ec.Recommendation(LENA, ec.Direction.INCOMING, "A joy to work with."),
        ec.Recommendation(RAVI, ec.Direction.OUTGOING, "Thorough and kind."),
    ],
    given=[ec.GivenEndorsement("Welding", LENA), ec.GivenEndorsement("Chess", LENA)],
)
RESULT = ec.audit(PROFILE)


def result_of(*endorsements: ec.Endorsement, owner: ec.Person = DANA) -> ec.AuditResult:
    """An audit of Dana with other endorsements."""
    return ec.audit(ec.Profile(owner=owner, as_of=AS_OF, endorsements=endorsements))


def parsed(svg: str) -> ET.Element:
    """The picture as a tree; not well-formed is an error."""
    return ET.fromstring(svg)  # noqa: S314 # the library's own output


def with_class(tree: ET.Element, name: str) -> list[ET.Element]:
    """The elements that have a class, in the order of the picture."""
    return [each for each in tree.iter() if name in each.get("class", "").split()]


def texts(tree: ET.Element) -> list[str]:
    """All that is written in a picture."""
    return ["".join(each.itertext()) for each in tree.iter() if each.tag in ("text", f"{SVG}text")]


def told(tree: ET.Element) -> str:
    """The description for a screen reader."""
    return tree.findtext(f"{SVG}desc", "")


def xs(path: str) -> list[float]:
    """The places from left to right that a path names; upright moves name none."""
    found = re.findall(r"[MLH](-?[\d.]+)", path)
    return [float(each) for each in found]


class Markup(report_checks._Html):  # type: ignore[misc] # the corpus carries no types
    """The shared check of HTML reports, with pictures and a content security policy allowed."""

    TAGS = report_checks._Html.TAGS | {"svg", "g", "rect", "path", "text", "tspan", "desc"}
    ATTRIBUTES = report_checks._Html.ATTRIBUTES | {
        *("http-equiv", "aria-hidden", "role", "xmlns", "viewbox", "transform"),
        *("x", "y", "dx", "width", "height", "rx", "d"),
    }

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element of a picture without content."""
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)


def markup_faults(page: str) -> list[str]:
    """Elements and attributes that do not belong on a page, and characters that do not show."""
    parser = Markup()
    parser.feed(page)
    parser.close()
    return [*parser.found, *parser.open, *report_checks.control_chars(page)]
