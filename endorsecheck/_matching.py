"""Which engagements of the owner could be the same place as one of somebody else.

Answers with time spans: the two names may be one organization on some days only.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from endorsecheck._organizations.index import stranger
from endorsecheck._organizations.names import built_in_namer
from endorsecheck.models import Engagement, Project
from endorsecheck.organizations import (
    OrganizationRegistry,
    Placeholder,
    Relation,
    RelationSpan,
    canonical_name,
    is_generic_project,
)

__all__: list[str] = []

_RANK = (Relation.SAME, Relation.RELATED, Relation.SIMILAR)
"""The relations that count, the firmest first."""

_ORDER = (*_RANK, Relation.DIFFERENT, Relation.NOT_AN_ORGANIZATION)

Spans = tuple[RelationSpan, ...]

_MOST_NAMES = 2**15
"""Distinct names of organizations about which the answers are kept."""

canonical = lru_cache(_MOST_NAMES)(canonical_name)
"""The canonical name, kept for names that come again."""

_MOST_LOOKED_UP = 2**19
"""Distinct names of which it is kept in one audit how they begin, and whether they are near."""


def are_apart(names: Sequence[str]) -> bool:
    """Whether no two names are one in other spellings."""
    return len(set(map(canonical, names))) == len(names)


_TELLS_NOTHING = frozenset({"", None})
"""What stands for a first word by which names can't be told apart."""

ANOTHER_PROJECT = "another project"
"""The reason of a relation of two projects that have but their organization in common."""


class Matcher:
    """The owner's engagements, indexed by organization and by project."""

    def __init__(self, engagements: Sequence[Engagement], registry: OrganizationRegistry) -> None:
        self._engagements = engagements
        self._registry = registry
        self._placeholders: dict[str, Placeholder | None] = {}
        self._employed = [i for i, each in enumerate(engagements) if each.organization]
        self._projects = [i for i, each in enumerate(engagements) if isinstance(each, Project)]
        self._organizations = registry.index(
            [
                (each.organization, each.organization_id)
                for each in engagements
                if each.organization
            ]
        )
        self._near: set[str] = set()
        self._firsts: dict[str, str] = {}
        """The first word of each name that was looked up, empty if it tells nothing."""
        self._names = registry.index([(name_of(engagements[i]), None) for i in self._projects])

    def matches(self, engagement: Engagement) -> list[tuple[int, Spans]]:
        """The owner's engagements at the same, a related or a similar place, with the times."""
        by_organization = self._by_organization(engagement)
        if not isinstance(engagement, Project):
            return by_organization
        matches = dict(self._by_project(engagement))
        for i, spans in by_organization:
            is_project = isinstance(self._engagements[i], Project)
            places = capped(spans, Relation.RELATED, ANOTHER_PROJECT) if is_project else spans
            matches.setdefault(i, places)
        return list(matches.items())

    def near(self, names: Sequence[str]) -> list[str]:
        """The names but for those of organizations of which the owner was at none."""
        return self.near_and_apart(names)[0]

    def are_plainly_apart(self, names: Sequence[str]) -> bool:
        """Whether names are told apart by their first words."""
        return self.near_and_apart(names)[1]

    def near_and_apart(self, names: Sequence[str]) -> tuple[list[str], bool]:
        """The names near the owner, and whether all are told apart by their first words."""
        firsts = {*map(self._firsts.get, names)}
        if None in firsts:
            near = [*filter(self._is_near, names)]
            firsts = {*map(self._firsts.get, names)}
        else:
            near = (
                [] if self._near.isdisjoint(names) else [*filter(self._near.__contains__, names)]
            )
        return near, len(firsts) == len(names) and firsts.isdisjoint(_TELLS_NOTHING)

    def share_a_name(self, some: Sequence[str], others: Sequence[str]) -> bool:
        """Whether of names that were looked up one is among others in another spelling."""
        firsts, starts = ({*map(self._firsts.get, names)} for names in (some, others))
        if firsts.isdisjoint(starts) and _TELLS_NOTHING.isdisjoint(firsts | starts):
            return False
        return not {*map(canonical, some)}.isdisjoint(map(canonical, others))

    def _is_near(self, name: str) -> bool:
        if name in self._firsts:
            return name in self._near
        first = stranger(self._organizations, name)
        is_near = first is None
        if first is None:
            is_near = bool(self._organizations.lookup(name)) or self._placeholder(name) is not None
            first = built_in_namer().first_of(name) or ""
        if len(self._firsts) < _MOST_LOOKED_UP:
            self._firsts[name] = first
            if is_near:
                self._near.add(name)
        return is_near

    def is_withheld(self, engagement: Engagement) -> bool:
        """Whether an engagement has an employer that is not named."""
        name = engagement.organization
        return name is not None and self._placeholder(name) is Placeholder.WITHHELD

    def is_employer(self, engagement: Engagement) -> bool:
        """Whether an engagement names an organization, or withholds the name of one."""
        name = engagement.organization
        return name is not None and self._placeholder(name) is not Placeholder.NONE

    def _placeholder(self, name: str) -> Placeholder | None:
        """What a name stands for, each name looked up once in the life of an audit."""
        if name not in self._placeholders:
            self._placeholders[name] = self._registry.placeholder(name)
        return self._placeholders[name]

    def _by_organization(self, engagement: Engagement) -> list[tuple[int, Spans]]:
        if engagement.organization is None:
            return []
        found = self._organizations.lookup(engagement.organization, engagement.organization_id)
        return [(self._employed[position], spans) for position, spans in found]

    def _by_project(self, project: Project) -> Iterator[tuple[int, Spans]]:
        for position, spans in self._names.lookup(project.name, None):
            i = self._projects[position]
            joint = self._joint(self._engagements[i], project, spans)
            if any(span.relation in _RANK for span in joint):
                yield i, joint

    def _joint(self, owners: Engagement, project: Project, spans: Spans) -> Spans:
        """The relation of two projects: of their names and of the organizations they name."""
        mine, theirs = self._place_of(owners), self._place_of(project)
        if mine is None or theirs is None:
            generic = is_generic_project(project.name) or is_generic_project(name_of(owners))
            return capped(spans, Relation.SIMILAR, "generic-project") if generic else spans
        ids = owners.organization_id, project.organization_id
        return _weaker(spans, self._registry.spans(mine, theirs, ids=ids))

    def _place_of(self, project: Engagement) -> str | None:
        """The organization that a project names; ``None`` for none, or a placeholder for none."""
        name = project.organization
        return None if name is None or self._placeholder(name) is not None else name


def name_of(engagement: Engagement) -> str:
    """The name by which an engagement is known: of the project, else of the organization."""
    return engagement.name if isinstance(engagement, Project) else engagement.organization


def capped(spans: Spans, relation: Relation, reason: str) -> Spans:
    """The spans with no relation firmer than the one given."""
    limit = _RANK.index(relation)
    return tuple(
        RelationSpan(relation, span.first, span.last, reason)
        if span.relation in _RANK[:limit]
        else span
        for span in spans
    )


def _weaker(one: Spans, other: Spans) -> Spans:
    """The weaker of two relations on each day."""
    cuts = (_weaker_span(a, b) for a in one for b in other)
    return tuple(cut for cut in cuts if cut is not None)


def _weaker_span(a: RelationSpan, b: RelationSpan) -> RelationSpan | None:
    firsts = [day for day in (a.first, b.first) if day is not None]
    lasts = [day for day in (a.last, b.last) if day is not None]
    first, last = max(firsts, default=None), min(lasts, default=None)
    if first is not None and last is not None and last < first:
        return None
    weaker = max(a, b, key=lambda span: _ORDER.index(span.relation))
    return RelationSpan(weaker.relation, first, last, weaker.reason)
