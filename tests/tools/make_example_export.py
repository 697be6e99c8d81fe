"""Writes the example export and the colleagues' histories that the examples audit.

    python tests/tools/make_example_export.py [FOLDER]

Everybody in it is invented. The export has LinkedIn's exact shape: its file names, headings,
date formats, preamble, quoting and order of rows. Run again it writes the same bytes, since
the members are stored and not packed, and all carry one date.
"""

from __future__ import annotations

import csv
import io
import sys
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

EXPORT = "Basic_LinkedInDataExport_06-30-2026.zip"
COLLEAGUES = "colleagues.csv"
FOLDER = Path(__file__).parents[2] / "examples" / "data"
WRITTEN = (2026, 6, 30, 9, 12, 44)

OWNER = ("Dana", "Reyes")
OWNER_URL = "https://www.linkedin.com/in/dana-reyes-example"
NOTE = (
    "When exporting your connection data, you may notice that some of the email addresses are "
    "missing. You will only see email addresses for connections who have allowed their "
    "connections to see or download their email address using this setting "
    "https://www.linkedin.com/psettings/privacy/email. You can learn more here "
    "https://www.linkedin.com/help/linkedin/answer/261"
)

Rows = Sequence[Sequence[str]]


class Endorser(NamedTuple):
    """Somebody who endorsed the owner, their current work, and when they endorsed what.

    Skills that were clicked in one go carry one time stamp; one that ends in ``+`` stands for
    clicks a second apart.
    """

    first: str
    last: str
    slug: str
    company: str
    title: str
    connected_on: str
    given: list[tuple[str, list[str]]]


ENDORSERS = """
Ravi | Shah | ravi-shah | Lumen & Oak | Engineering Manager | 04 Mar 2013
  2014/02/11 08:14:02 Python, SQL
  2017/05/30 16:40:55 Code Review, Distributed Systems
Lena | Vogt | lena-vogt | Selbstständig | Beraterin | 19 Feb 2013
  2015/09/03 19:22:10+ Distributed Systems, Project Management
Zoë | Marchetti | zoë-marchetti | Corvid Press | Editor | 22 Nov 2015
  2018/12/16 21:03:37 Choral Singing, Public Speaking
Tomás | Okafor, PMP | tomas-okafor | Saltmarsh Foods  | Head of Supply | 08 Feb 2022
  2024/10/02 07:55:12 Project Management, Technical Leadership
Priya | Nair | priya-nair | Norvane Systems | Director | 15 Oct 2018
  2021/03/08 12:00:41+ Python, Go, SQL
Hugo | Lindqvist | hugo-lindqvist | Fjordline Insurance | Actuary | 30 Jan 2014
  2016/07/19 15:31:28 SQL
Mei | Tanaka | mei-tanaka | Microsoft | Principal Engineer | 11 Jun 2020
  2022/01/20 03:18:09 Distributed Systems, Kubernetes
Oskar | Brandt | oskar-brandt | Kestrel Freight | Dispatcher | 03 May 2023
  2024/06/12 10:45:50 Technical Leadership
Amara | Diallo | amara-diallo | Quillfeather Games | Producer | 27 May 2019
  2019/06/15 18:20:33 Code Review, Go
Felix | Nowak | felix-nowak | Bayside Clinic | Pharmacist | 02 Oct 2009
  2012/12/01 22:10:05+ C++, Python, Public Speaking
Ines | Carvalho | ines-carvalho | GitHub | Staff Engineer | 14 Jan 2020
  2023/08/21 14:02:16 Kubernetes, Go
Gail | Petrov | gail-petrov | Brightwater Labs | Head of Research | 20 May 2011
  2013/04/04 09:09:09 C++
Colin | Ashby | colin-ashby | Halloran Dairy | Sales Director | 09 Sep 2020
  2020/09/09 20:41:13 Python, Go, Kubernetes, Distributed Systems, Technical Leadership
Yusuf | Demir | yusuf-demir | Ternwood Energy | Data Lead | 17 Apr 2021
  2022/11/11 11:11:52+ SQL, Python, Distributed Systems
Nadia | Rossi | nadia-rossi | Kestrel Freight | Operations Manager | 12 Feb 2020
  2020/03/05 17:33:20 Project Management, Technical Leadership
Peter | Reyes | peter-reyes | Reyes Roofing | Owner | 25 Dec 2012
  2012/12/26 10:15:00+ Public Speaking, Technical Leadership, Code Review
Bram | de Wit | bram-de-wit | Poldervale Bank | Risk Analyst | 06 Jul 2023
  2023/07/06 13:27:44 Kubernetes, Technical Leadership
Sofia | Lund | sofia-lund | - | - | 29 Aug 2016
  2017/01/02 08:08:31 Python, Code Review
Kwame | Boateng | kwame-boateng | Tallow & Wick Ltd | Founder | 21 Mar 2022
  2025/02/14 06:50:27+ Go, Technical Leadership, Public Speaking
Elif | Kaya | elif-kaya | Ardıç Yazılım | CTO | 13 Jul 2017
  2019/09/30 16:05:06 Distributed Systems, C++
Min | Seo | min-seo | - | - | -
  2021/10/18 23:59:58 Python
Dana | Reyes | dana-reyes | - | - | -
  2024/04/01 12:00:00 Technical Leadership
Jonas | Weber | jonas-weber | Ziegelwerk Haan | Controller | 18 Jun 2018
  2024/12/09 08:30:15 SQL, Project Management
Ruth | Abara | ruth-abara | Abara Advisory | Partner | 01 Jul 2011
  2013/01/17 14:44:03+ Python, Distributed Systems, Code Review
Gus 🚀 | Fontaine | gus-fontaine | Open to work | Growth | 05 Nov 2025
  2025/11/05 09:00:10 Go, Kubernetes, SQL
"""
"""A line for each endorser, and an indented one for each time they endorsed something."""

REJECTED = ("gus-fontaine-example", "SQL")
UNCONNECTED = ("min-seo-example", "dana-reyes-example")

OTHERS = (
    ("Min", "Seo", "min-seo-2-example", "Hanbit Robotics", "Engineer", "30 May 2024"),
    ("Ada", "Quist", "ada-quist-example", "Norvane Systems", "Recruiter", "26 Jun 2026"),
    ("Ben", "O.", "ben-o-example", "Kestrel Freight", "Driver Lead", "11 Jun 2026"),
    ("Chiara", "Conti", "chiara-conti-example", "GitHub", "Designer", "02 Apr 2021"),
    ("", "", "", "", "", "19 Jan 2021"),
    ("Emeka", "Uzor, PhD, MBA", "emeka-uzor-example", "Westmarch College", "Lecturer", ""),
    ("Freya", "Holm", "freya-holm-example", "Self-employed", "Illustrator", "08 Aug 2017"),
    ("Ilse", "Brük", "ilse-brük-example", "Norvane Systems GmbH", "Consultant", "14 Mar 2016"),
    ("", "", "", "", "", "27 Oct 2013"),
    ("Kofi", "Mensah", "kofi-mensah-example", "Bright Water Labs", "Chemist", "03 Feb 2010"),
)

POSITIONS = (
    ("Kestrel Freight", "Staff Engineer", "Routing, tracking and billing", "Bristol", "Oct 2021"),
    ("GitHub", "Senior Engineer", "", "Remote", "Jan 2019", "Sep 2021"),
    ("Norvane Systems", "Senior Engineer", "Payments platform", "Leeds", "Apr 2016", "Dec 2018"),
    ("Norvane Systems", "Engineer", "Ledger,  reports", "Leeds", "Jun 2011", "Mar 2016"),
    ("Brightwater Labs", "Junior Developer", "", "", "2008", "May 2011"),
)
PROJECTS = (
    ("Tidewatch", "Open tide tables", "https://example.org/tidewatch", "Mar 2023", ""),
    ("Apollo Ledger", "A ledger in one weekend,  and two years", "", "Feb 2013", "Jun 2014"),
)
VOLUNTEERING = (("Harbour Street Choir", "Alto", "artsAndCulture", "Sep 2014", "", ""),)
EDUCATION = (("Westmarch College", "2004", "2008", "", "BSc Computer Science", "Rowing"),)
SKILLS = (
    *("Python", "Go", "SQL", "C++", "Kubernetes", "Distributed Systems", "Code Review"),
    *("Technical Leadership", "Project Management", "Public Speaking"),
)
RECEIVED_WORDS = (
    (
        *("Ruth", "Abara", "Abara Advisory", "Partner"),
        "I managed Dana at Norvane Systems for three years,  and would again.",
        *("02/03/14, 09:15 AM", "VISIBLE"),
    ),
    (
        *("Colin", "Ashby", "Halloran Dairy", "Sales Director"),
        "Dana is a true professional.",
        *("09/10/20, 08:02 PM", "HIDDEN"),
    ),
)
GIVEN_WORDS = (
    (
        *("Ravi", "Shah", "Lumen & Oak", "Engineering Manager"),
        "Ravi reads other people's code as if it were his own,  which is a compliment.",
        *("06/02/17, 07:41 AM", ""),
    ),
)
GIVEN = (
    ("2026/05/11 08:00:04", "Illustration", "Freya", "Holm", "freya-holm-example", "PENDING"),
    ("2020/09/09 20:52:40", "Sales", "Colin", "Ashby", "colin-ashby-example", "ACCEPTED"),
    ("2020/09/09 20:52:38", "Negotiation", "Colin", "Ashby", "colin-ashby-example", "ACCEPTED"),
    ("2019/01/14 10:12:55", "Singing", "Zoë", "Marchetti", "zoë-marchetti-example", "ACCEPTED"),
    ("2017/05/31 09:30:01", "Python", "Ravi", "Shah", "ravi-shah-example", "ACCEPTED"),
    ("2014/02/12 18:22:47", "Management", "Ruth", "Abara", "ruth-abara-example", "ACCEPTED"),
)
STOCK = "Hi Dana, I'd like to join your LinkedIn network."
INVITATIONS = (
    ("in", "Ada Quist", "ada-quist-example", "6/26/26, 8:15 AM", STOCK),
    ("in", "Ben O.", "ben-o-example", "6/11/26, 5:02 PM", "We share the night desk at Kestrel."),
    (
        *("out", "Kwame  Boateng", "kwame-boateng-example", "5/30/26, 11:40 AM"),
        "Kwame, good to see Tallow & Wick grow. Coffee?",
    ),
    ("in", "Vera Klim", "vera-klim-example", "4/17/26, 9:01 PM", ""),
    (
        *("in", "Dirk Hansen", "dirk-hansen-example", "3/2/26, 7:30 AM"),
        "Hi Dana, we worked together at Kestrel Freight in 2019, remember?",
    ),
    (
        *("in", "Olga Finch", "olga-finch-example", "1/28/26, 2:12 PM"),
        "We overlapped at Norvane Systems, I was on the Payments team from 2016 to 2018.",
    ),
    ("out", "Ilse  Brük", "ilse-brük-example", "12/9/25, 10:05 AM", ""),
    ("in", "Gus 🚀 Fontaine", "gus-fontaine-example", "11/5/25, 8:59 AM", STOCK),
    (
        *("in", "Marek Sol", "marek-sol-example", "10/21/25, 6:45 PM"),
        "I run a stealth startup and think you'd be a great fit!",
    ),
    (
        *("in", "Ravi Shah", "ravi-shah-example", "9/14/25, 7:20 PM"),
        "Remember our Friday deploys at Norvane Systems? Ruth Abara gave me the idea to write.",
    ),
    ("out", "Lena Vogt", "lena-vogt-example", "8/2/25, 9:40 AM", ""),
)

_SLUG = "https://www.linkedin.com/in/{}-example"
HISTORIES_HEADER = (
    *("Name", "URL", "Kind", "Organization", "Title", "Project", "Started On", "Finished On"),
    *("Complete", "Recorded On", "Relationship", "Skills", "Team", "Location", "Headcount"),
)
HISTORIES = """
Ravi Shah | at=Norvane Systems | from=Jan 2013 | to=Jun 2017
Ravi Shah | at=Lumen & Oak | from=Jul 2017 | to=Present
Lena Vogt | project=Apollo Ledger | from=Feb 2013 | to=Jun 2014
Lena Vogt | at=Self-employed | from=2010 | to=Present
Zoë Marchetti | slug=zo%C3%AB-marchetti | kind=volunteering | at=Harbour Street Choir \
| title=Soprano | from=2015 | to=2019
Zoë Marchetti | slug=zo%C3%AB-marchetti | at=Corvid Press | from=2012 | to=Present
Tomás Okafor | slug=tomas-okafor | at=Kestrel Freight | from=Jan 2022 | tie=client | complete=
Priya Nair | at=Norvane Systems | from=2018 | to=Present
Hugo Lindqvist | at=Norvane Systems | title=Analyst | complete=
Mei Tanaka | at=Microsoft | from=Mar 2019 | to=Present
Oskar Brandt | at=Kestrel Frieght | from=2022 | to=Present
Amara Diallo | at=GitHub | from=2019 | to=2023
Amara Diallo | at=Quillfeather Games | from=2024 | to=Present
Felix Nowak | kind=education | at=Westmarch College | from=2005 | to=2009
Felix Nowak | at=Bayside Clinic | from=2009 | to=Present
Ines Carvalho | at=GitHub | title=Staff Engineer | from=Jun 2019 | to=Present | headcount=3,000
Gail Petrov | at=Brightwater Labs | from=Apr 2011 | to=Present
Colin Ashby | at=Halloran Dairy | from=1998 | to=Present
Yusuf Demir | at=Norvane Systems | from=Feb 2020 | to=Oct 2023
Yusuf Demir | at=Ternwood Energy | from=Nov 2023 | to=Present
Yusuf Demir | at=Ostler & Sons | from=2014 | to=Jan 2020
Nadia Rossi | at=Pinewood Couriers | from=2010 | to=Dec 2022
Nadia Rossi | at=Kestrel Freight | from=Jan 2023 | to=Present
Peter Reyes | tie=brother | complete=
Bram de Wit | at=Poldervale Bank | from=Mar 2006 | to=Present
Bram de Wit | at=Kestrel Freight | tie=same team
Elif Kaya | at=Stealth Startup | from=2015 | to=2018
Elif Kaya | at=Ardıç Yazılım | from=2018 | to=Present
Min Seo | slug= | at=Norvane Systems | from=2012 | to=2015
Jonas Weber | at=Ziegelwerk Haan | from=2003 | to=Present | recorded=2019-01-15
Ruth Abara | at=Norvane Systems | title=Engineering Manager | from=2009 | to=2015 \
| tie=manager | skills=Python; Leadership | team=Payments | location=Leeds
Ruth Abara | at=Abara Advisory | from=2015 | to=Present
Gus Fontaine | at=Norvane Systems | from=Mar 2019 | to=Apr 2019 | complete=no
"""
"""One row a line: the name, and what differs from an engagement of a complete history."""


def csv_text(header: str, rows: Iterable[Sequence[str]]) -> str:
    """A table as LinkedIn writes it: line feeds, quotes only where they must be."""
    file = io.StringIO()
    width = header.count(",") + 1
    writer = csv.writer(file, lineterminator="\n")
    writer.writerows([*row, *[""] * (width - len(row))] for row in rows)
    return f"{header}\n{file.getvalue()}"


def endorsers() -> list[Endorser]:
    """The people of ``ENDORSERS``."""
    found: list[Endorser] = []
    for line in ENDORSERS.strip().splitlines():
        if line.startswith("  "):
            day, time, skills = line.split(maxsplit=2)
            found[-1].given.append((f"{day} {time}", skills.split(", ")))
        else:
            cells = ("" if cell == "-" else cell for cell in line.split(" | "))
            first, last, slug, company, title, day = cells
            found.append(Endorser(first, last, f"{slug}-example", company, title, day, []))
    return found


def endorsements() -> Rows:
    """The endorsements received, the newest first."""
    rows = []
    for each in endorsers():
        for stamp, skills in each.given:
            start, seconds = stamp.rstrip("+"), stamp.endswith("+")
            for number, skill in enumerate(skills):
                second = int(start[-2:]) + number * seconds
                status = "REJECTED" if (each.slug, skill) == REJECTED else "ACCEPTED"
                when = f"{start[:-2]}{second:02} UTC"
                url = f"www.linkedin.com/in/{each.slug}"
                rows.append((when, skill, each.first, each.last, url, status))
    return sorted(rows, key=lambda row: row[0], reverse=True)


def connections() -> str:
    """The connections as exported: a note before the header, no line feed at the end."""
    people = [
        (*each[:5], each.connected_on) for each in endorsers() if each.slug not in UNCONNECTED
    ]
    people += [each if each[5] else (*each[:5], "04 Oct 2008") for each in OTHERS]
    rows = []
    for first, last, slug, company, title, day in sorted(people, key=_day, reverse=True):
        url = f"https://www.linkedin.com/in/{quote(slug)}" if slug else ""
        rows.append((first, last, url, "", company, title, day))
    header = "First Name,Last Name,URL,Email Address,Company,Position,Connected On"
    return f'Notes:\n"{NOTE}"\n\n' + csv_text(header, rows).removesuffix("\n")


def _day(person: Sequence[str]) -> tuple[int, int, int]:
    months = "JanFebMarAprMayJunJulAugSepOctNovDec"
    day, month, year = person[-1].split()
    return int(year), months.index(month), int(day)


def invitations() -> Rows:
    """The invitations, the newest first."""
    rows = []
    owner = " ".join(OWNER)
    for way, name, slug, when, message in INVITATIONS:
        url = f"https://www.linkedin.com/in/{slug}"
        if way == "in":
            rows.append((name, owner, when, message, "INCOMING", url, OWNER_URL))
        else:
            rows.append((owner, name, when, message, "OUTGOING", OWNER_URL, url))
    return rows


def tables() -> dict[str, str]:
    """The files of the export, in the order in which they stand in it."""
    words = "First Name,Last Name,Company,Job Title,Text,Creation Date,Status"
    info = "Endorsement Date,Skill Name,{0} First Name,{0} Last Name,{0} Public Url,"
    info += "Endorsement Status"
    given = [
        (f"{when} UTC", skill, first, last, f"www.linkedin.com/in/{slug}", status)
        for when, skill, first, last, slug, status in GIVEN
    ]
    profile = (*OWNER, "", "", "", "Staff Engineer at Kestrel Freight", "", "Logistics")
    return {
        "Recommendations_Received.csv": csv_text(words, RECEIVED_WORDS),
        "Positions.csv": csv_text(
            "Company Name,Title,Description,Location,Started On,Finished On", POSITIONS
        ),
        "Endorsement_Received_Info.csv": csv_text(info.format("Endorser"), endorsements()),
        "Profile.csv": csv_text(
            "First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,"
            "Zip Code,Geo Location,Twitter Handles,Websites,Instant Messengers",
            [profile],
        ),
        "Connections.csv": connections(),
        "Invitations.csv": csv_text(
            "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl",
            invitations(),
        ),
        "Skills.csv": csv_text("Name", [(skill,) for skill in SKILLS]),
        "Projects.csv": csv_text("Title,Description,Url,Started On,Finished On", PROJECTS),
        "Education.csv": csv_text(
            "School Name,Start Date,End Date,Notes,Degree Name,Activities", EDUCATION
        ),
        "Volunteering.csv": csv_text(
            "Company Name,Role,Cause,Started On,Finished On,Description", VOLUNTEERING
        ),
        "Endorsement_Given_Info.csv": csv_text(info.format("Endorsee"), given),
        "Recommendations_Given.csv": csv_text(words, GIVEN_WORDS),
        "Profile Summary.csv": "Profile Summary\n\n",
        "Jobs/Saved Jobs.csv": csv_text("Saved Date,Job Url,Job Title,Company Name", []),
    }


def colleagues() -> str:
    """The histories, one row each, as a person writes them in a spreadsheet."""
    rows = []
    for line in HISTORIES.strip().splitlines():
        name, *parts = line.split(" | ")
        each = dict(part.split("=") for part in parts)
        slug = each.get("slug", name.lower().replace(" ", "-"))
        url = _SLUG.format(slug) if slug else ""
        place = (each.get("kind", ""), each.get("at", ""), each.get("title", ""))
        dates = (each.get("from", ""), each.get("to", ""))
        flags = (each.get("complete", "yes"), each.get("recorded", ""), each.get("tie", ""))
        rest = (each.get(key, "") for key in ("skills", "team", "location", "headcount"))
        rows.append((name, url, *place, each.get("project", ""), *dates, *flags, *rest))
    return csv_text(",".join(HISTORIES_HEADER), rows)


def archive() -> bytes:
    """The export as a ZIP."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as out:
        for name, text in tables().items():
            info = zipfile.ZipInfo(name, WRITTEN)
            info.create_system = 3
            info.external_attr = 0o644 << 16
            out.writestr(info, text.encode())
    return file.getvalue()


def main(folder: Path) -> None:
    """Write both files."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / EXPORT).write_bytes(archive())
    (folder / COLLEAGUES).write_bytes(colleagues().encode())


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
