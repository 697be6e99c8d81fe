"""The plain resumes, nearly all: every cell is a text or missing, and nothing has to be reported.

All cells of such a resume are checked at once, and its engagements are made when somebody asks
for them. A resume in which anything is unusual is left to the reader that reports.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
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
from endorsecheck.readers._documents import is_profile
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
    data, log = node.data, node.log
    basics = data["basics"]
    name = basics["name"]
    cells, counts = _entries(data)
    looked, url = _addresses(basics)
    moment = data["meta"].get("lastModified", "") if "meta" in data else ""
    looked += name, moment
    if not is_shown(_joined(" ", cells + looked)) or not (name.strip() or url):
        return None
    day = dt.date.fromisoformat(moment.strip()[:10]) if moment else None
    provenance = log.provenance(node.place("basics"))
    stays = Stays(_joined("\n", cells), counts, node.path, provenance)
    _count(log.counts, counts)
    return _made_person(name.strip(), url, _history(complete, day, stays), (), provenance)


def _joined(mark: str, cells: Sequence[Any]) -> str:
    """The texts with a mark between them, an empty one for each that is missing.

    Raises:
        TypeError: One is no text.
    """
    try:
        return mark.join(cells)
    except TypeError:
        return mark.join(["" if cell is None else cell for cell in cells])


def _count(sums: dict[str, list[int]], counts: Iterable[int | None]) -> None:
    """Count the entries as used; those of a section without any are counted too."""
    for section, number in zip(_NAMES, counts, strict=True):
        if number is not None:
            sums.setdefault(section, [0, 0])[0] += number


def _addresses(basics: dict[str, Any]) -> tuple[list[Any], str | None]:
    """The addresses that were looked at, and the one of the LinkedIn profile.

    Raises:
        ValueError: The profile may be told by the name of the network.
    """
    profiles = _items(basics["profiles"]) if "profiles" in basics else []
    looked = [profile.get("url", "") for profile in profiles]
    for address in looked:
        if is_profile(address.strip()):
            return looked, address.strip()
    own = _first(basics.get, "url", "website")
    networks = [profile.get("network", "") for profile in profiles]
    looked += own, *networks
    if is_profile(own.strip()):
        return looked, own.strip()
    if "linked" in "".join(networks).casefold():
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


def _entries(data: dict[str, Any]) -> tuple[list[Any], tuple[int | None, ...]]:
    """The cells of all entries, and the number of entries in each section that there is.

    Raises:
        ValueError: An entry has no name, or its dates have to be reported.
    """
    cells: list[Any] = []
    counts: list[int | None] = []
    for section, read in _READ:
        entries = _items(data[section]) if section in data else None
        counts.append(None if entries is None else len(entries))
        for entry in entries or ():
            name, _, _, start, end = found = read(entry.get)
            if not name or _period(start, end) is None:
                raise ValueError
            cells += found
    return cells, tuple(counts)


def _first(get: Get, key: str, older: str) -> Any:  # noqa: ANN401 # any value of a document
    value = get(key)
    return get(older, "") if value is None or value == "" else value


def _work(get: Get) -> Cells:
    name = get("name") or _first(get, "name", "company")
    return (
        name.strip(),
        get("position", ""),
        get("location", ""),
        get("startDate", ""),
        get("endDate", ""),
    )


def _volunteer(get: Get) -> Cells:
    name = get("organization") or _first(get, "organization", "name")
    return name.strip(), get("position", ""), "", get("startDate", ""), get("endDate", "")


def _project(get: Get) -> Cells:
    return get("name").strip(), get("entity", ""), "", get("startDate", ""), get("endDate", "")


def _education(get: Get) -> Cells:
    name, degree = get("institution").strip(), get("studyType", "")
    return name, degree, get("area", ""), get("startDate", ""), get("endDate", "")


@lru_cache(_MOST_PERIODS)
def _period(start: object, end: object) -> Period | None:
    """The period of two cells; ``None`` if something of it has to be reported."""
    if start is None or end is None:
        return _period(start or "", end or "")
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


_READ: tuple[tuple[str, Callable[[Get], Cells]], ...] = (
    ("work", _work),
    ("volunteer", _volunteer),
    ("projects", _project),
    ("education", _education),
)
"""Each section, and what reads the cells of an entry."""
_NAMES = tuple(section for section, _ in _READ)
_MAKERS: tuple[Callable[..., Engagement], ...] = (
    made_position,
    made_volunteering,
    made_project,
    made_education,
)
"""What makes an engagement of the cells, section by section."""


class Stays:
    """The engagements of a person, made when somebody asks for them.

    Args:
        cells: The cells of all entries, a line each, as many texts need more memory.
        counts: Entries of each section.
        path: Where the resume stands.
        provenance: Where the person does.
    """

    __slots__ = ("_cells", "_counts", "_path", "_provenance")

    def __init__(
        self, cells: str, counts: Sequence[int | None], path: str, provenance: Provenance
    ) -> None:
        self._cells = cells
        self._counts = counts
        self._path = path
        self._provenance = provenance

    def engagements(self) -> tuple[Engagement, ...]:
        """The engagements, made now."""
        cells = iter(self._cells.split("\n"))
        rows = zip(*[cells] * _WIDTH, strict=False)
        return tuple(
            self._made(make, f"{section}[{i}]", *next(rows))
            for section, make, number in zip(_NAMES, _MAKERS, self._counts, strict=True)
            for i in range(number or 0)
        )

    def _made(self, make: Callable[..., Engagement], place: str, *cells: str) -> Engagement:
        name, one, other, start, end = cells
        where, path = self._provenance, f"{self._path}.{place}" if self._path else place
        provenance = made_provenance(where.source, where.file or "", where.row, path, None)
        period = _period(start, end)
        return make(name, period, one.strip() or None, other.strip() or None, provenance)
