"""The plain resumes, nearly all: every cell is a text or missing, and nothing has to be reported.

All cells of such a resume are checked at once, and its engagements are made when somebody asks
for them. A resume in which anything is unusual is left to the reader that reports.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any, TypeAlias

from endorsecheck._deferred import maker
from endorsecheck.dates import DateMark, Period, parse_date
from endorsecheck.exceptions import DateError
from endorsecheck.models import (
    Education,
    Engagement,
    Person,
    Position,
    Project,
    Provenance,
    Volunteering,
    WorkHistory,
)
from endorsecheck.readers._documents import profile_url
from endorsecheck.readers._node import Node, is_short, is_shown, made_provenance

__all__: list[str] = []

Get: TypeAlias = Callable[..., Any]
"""Gives a value of an entry by its key, or what is to stand for a missing one."""
Cells: TypeAlias = "tuple[Any, Any, Any, Any, Any]"
"""What an entry says: name, two texts more, start and end."""
_WIDTH = 5
"""Cells of an entry."""
_MOST_PERIODS = 2**15
"""Distinct periods that are remembered."""


def plain_person(node: Node, *, complete: bool) -> Person | None:
    """The person of a resume; ``None``, with nothing counted, if it is not plain."""
    try:
        return _person(node, complete=complete)
    except (AttributeError, KeyError, TypeError, ValueError):  # some value is none of its kind
        return None


def _person(node: Node, *, complete: bool) -> Person | None:
    data = node.data
    basics = data["basics"]
    name = basics.get("name", "").strip()
    cells, counts = _entries(data)
    moment = data.get("meta", _NOTHING).get("lastModified", "")
    looked, url = _addresses(basics)
    if not _are_shown([*cells, basics["name"], moment, *looked]) or not (name or url):
        return None
    day = dt.date.fromisoformat(moment.strip()[:10]) if moment else None
    history = _history(complete, day, Stays(cells, counts, node))
    _count(node, counts)
    return _made_person(name, url, history, (), node.log.provenance(node.place("basics")))


_NOTHING: dict[str, Any] = {}


def _are_shown(cells: Sequence[Any]) -> bool:
    """Whether all that are there are texts of which every character shows as itself."""
    try:
        return is_shown(" ".join(cells))
    except TypeError:
        return is_shown(" ".join(["" if cell is None else cell for cell in cells]))


def _count(node: Node, counts: Sequence[int]) -> None:
    """Count the entries as used; a section without any is counted too."""
    for (section, _, _), number in zip(_SECTIONS, counts, strict=True):
        if section in node.data:
            node.log.counts.setdefault(section, [0, 0])[0] += number


def _addresses(basics: dict[str, Any]) -> tuple[list[Any], str | None]:
    """The addresses that were looked at, and the one of the LinkedIn profile.

    Raises:
        ValueError: The profile may be told by the name of the network.
    """
    profiles = _items(basics.get("profiles", []))
    looked = [profile.get("url", "") for profile in profiles]
    if (url := profile_url(map(str.strip, looked))) is not None:
        return looked, url
    looked.append(_first(basics.get, "url", "website"))
    if (url := profile_url([looked[-1].strip()])) is not None:
        return looked, url
    for profile in profiles:
        looked.append(profile.get("network", ""))
        if "linked" in looked[-1].casefold():
            raise ValueError
    return looked, None


def _items(entries: Any) -> list[Any]:  # noqa: ANN401 # any value of a document
    """The items of a list.

    Raises:
        TypeError: It is none.
    """
    if type(entries) is not list:
        raise TypeError
    return entries


# ---- entries -----------------------------------------------------------------------------------


def _entries(data: dict[str, Any]) -> tuple[tuple[Any, ...], tuple[int, ...]]:
    """The cells of all entries, and the number of entries in each section.

    Raises:
        ValueError: An entry has no name, or its dates have to be reported.
    """
    cells: list[Any] = []
    counts = []
    for section, read, _ in _SECTIONS:
        entries = _items(data.get(section, []))
        counts.append(len(entries))
        for entry in entries:
            found = read(entry.get)
            if not found[0] or _period(*found[3:]) is None:
                raise ValueError
            cells += found
    return tuple(cells), tuple(counts)


def _first(get: Get, key: str, older: str) -> Any:  # noqa: ANN401 # any value of a document
    value = get(key)
    return get(older, "") if value is None or value == "" else value


def _work(get: Get) -> Cells:
    name, place = _first(get, "name", "company").strip(), get("location", "")
    return name, get("position", ""), place, get("startDate"), get("endDate")


def _volunteer(get: Get) -> Cells:
    name = _first(get, "organization", "name").strip()
    return name, get("position", ""), "", get("startDate"), get("endDate")


def _project(get: Get) -> Cells:
    return get("name").strip(), get("entity", ""), "", get("startDate"), get("endDate")


def _education(get: Get) -> Cells:
    name, degree = get("institution").strip(), get("studyType", "")
    return name, degree, get("area", ""), get("startDate"), get("endDate")


@lru_cache(_MOST_PERIODS)
def _period(start: object, end: object) -> Period | None:
    """The period of two cells; ``None`` if something of it has to be reported."""
    start, end = "" if start is None else start, "" if end is None else end
    if not (is_short(start) and is_short(end)):
        return None
    missing = DateMark.ONGOING if start else DateMark.UNKNOWN
    try:
        first = parse_date(start) if start else DateMark.UNKNOWN
        return Period(first, parse_date(end) if end else missing)
    except DateError:
        return None


# ---- engagements -------------------------------------------------------------------------------

_NAMED = ("organization", "period", "title", "location", "provenance")
_BLANK = {"skills": (), "team": None, "headcount": None, "organization_id": None}
made_position = maker(Position, *_NAMED, **_BLANK)
made_volunteering = maker(Volunteering, *_NAMED, **_BLANK)
made_project = maker(Project, "name", "period", "organization", *_NAMED[3:], **_BLANK)
_degree = maker(Education, *_NAMED[:3], "provenance", **_BLANK, location=None)
_made_person = maker(Person, "name", "url", "history", "relationships", "provenance")
_history = maker(WorkHistory, "complete", "recorded_on", "_later")


def made_education(
    name: str, period: Period, kind: str | None, area: str | None, provenance: Provenance
) -> Education:
    """Time at a school, from what kind of degree it was and in what."""
    return _degree(name, period, " ".join(filter(None, (kind, area))) or None, provenance)


_SECTIONS: tuple[tuple[str, Callable[[Get], Cells], Callable[..., Engagement]], ...] = (
    ("work", _work, made_position),
    ("volunteer", _volunteer, made_volunteering),
    ("projects", _project, made_project),
    ("education", _education, made_education),
)
"""Each section, what reads the cells of an entry, and what makes an engagement of them."""


class Stays:
    """The engagements of a person, made when somebody asks for them.

    Args:
        cells: The cells of all entries.
        counts: Entries of each section.
        node: The resume.
    """

    __slots__ = ("_cells", "_counts", "_file", "_path", "_row", "_source")

    def __init__(self, cells: tuple[Any, ...], counts: Sequence[int], node: Node) -> None:
        self._cells = cells
        self._counts = counts
        self._path = node.path
        self._source, self._file, self._row = node.log.source, node.log.file, node.log.row

    def engagements(self) -> tuple[Engagement, ...]:
        """The engagements, made now."""
        starts = iter(range(0, len(self._cells), _WIDTH))
        return tuple(
            self._made(make, f"{section}[{i}]", next(starts))
            for (section, _, make), number in zip(_SECTIONS, self._counts, strict=True)
            for i in range(number)
        )

    def _made(self, make: Callable[..., Engagement], place: str, at: int) -> Engagement:
        name, one, other, start, end = self._cells[at : at + _WIDTH]
        path = f"{self._path}.{place}" if self._path else place
        provenance = made_provenance(self._source, self._file, self._row, path, None)
        return make(name, _period(start, end), _text(one), _text(other), provenance)


def _text(cell: str | None) -> str | None:
    return (cell.strip() or None) if cell else None
