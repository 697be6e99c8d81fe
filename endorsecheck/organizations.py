"""Is it the same employer? Canonical names, and what is known of organizations, with dates.

Names are compared by what they say (``canonical_name``) and by what is known: aliases, renames,
mergers and parents, each from its day on. Similar letters alone never make two names the same.
"""

import datetime as dt
import functools
import os
from collections.abc import Iterable
from typing import TYPE_CHECKING

import attrs

from endorsecheck._organizations.data import built_in, built_in_vocabulary
from endorsecheck._organizations.facts import BuiltIn, Facts
from endorsecheck._organizations.folding import check_text
from endorsecheck._organizations.identities import Identity, identity_of
from endorsecheck._organizations.ids import id_key, ids_agree
from endorsecheck._organizations.index import OrganizationIndex
from endorsecheck._organizations.names import built_in_namer, canonical_name
from endorsecheck._organizations.placeholders import Placeholder, is_generic
from endorsecheck._organizations.relations import (
    Relation,
    RelationSpan,
    always,
    links_between,
    timeline,
)
from endorsecheck.dates import PartialDate

if TYPE_CHECKING:
    from endorsecheck._organizations.statements import Statement

__all__ = [
    "Match",
    "OrganizationIndex",
    "OrganizationRegistry",
    "Placeholder",
    "Relation",
    "RelationSpan",
    "canonical_name",
    "is_generic_project",
]

Ids = tuple[str | None, str | None]
_NO_IDS: Ids = (None, None)


@attrs.frozen
class Match:
    """How two names stand to each other, and in which stretch of time.

    Attributes:
        relation: The relation.
        reason: Why, as in ``RelationSpan.reason``, or ``depends-on-time`` where the time asked
            for has more than one relation in it.
        since: First day on which it holds; ``None`` if it has held ever since.
        until: Last day on which it holds, inclusive; ``None`` if it holds from then on.

    Example:
        >>> import endorsecheck as ec
        >>> ec.OrganizationRegistry().compare("YouTube", "Google").reason
        'depends-on-time'
    """

    relation: Relation
    reason: str
    since: dt.date | None = None
    until: dt.date | None = None


@attrs.frozen(repr=False)
class OrganizationRegistry:
    """What is known about organizations: what comes with the package, and what a user adds.

    A registry never changes; ``extended`` gives a new one. It is cheap to make, to copy and to
    send to another process.

    Example:
        >>> import endorsecheck as ec
        >>> registry = ec.OrganizationRegistry()
        >>> registry.compare("Facebook, Inc.", "Meta Platforms").relation
        <Relation.SAME: 'same'>
    """

    _statements: "tuple[Statement, ...]" = attrs.field(default=(), init=False)
    _own_facts: Facts | None = attrs.field(default=None, eq=False, init=False)

    def compare(
        self, a: str, b: str, *, on: dt.date | PartialDate | None = None, ids: Ids = _NO_IDS
    ) -> Match:
        """Tell how two names stand to each other; the order of the two does not matter.

        Args:
            a: A name as somebody wrote it.
            b: Another.
            on: The day or partial date asked about; ``None`` asks about all time. Where the
                relation changes within that time the answer is ``RELATED``.
            ids: Identifiers of the two, such as ``linkedin:1035``, an address of a LinkedIn
                page, ``ror:...``, ``lei:...`` or ``domain:acme.com``. They decide before names.

        Raises:
            RegistryError: A name is not a text, or ``on`` is not a date.

        Example:
            >>> import datetime as dt
            >>> import endorsecheck as ec
            >>> registry = ec.OrganizationRegistry()
            >>> match = registry.compare("YouTube", "Google", on=dt.date(2006, 1, 1))
            >>> match.relation, match.until
            (<Relation.DIFFERENT: 'different'>, datetime.date(2006, 11, 12))
        """
        spans = _asked_for(self.spans(a, b, ids=ids), on)
        if len({span.relation for span in spans}) > 1:
            return Match(Relation.RELATED, "depends-on-time")
        return Match(spans[0].relation, spans[0].reason, spans[0].first, spans[-1].last)

    def spans(self, a: str, b: str, *, ids: Ids = _NO_IDS) -> tuple[RelationSpan, ...]:
        """Give the relation of two names for all time, in order and without gaps.

        A change of which only the year or month is known makes that whole stretch ``RELATED``.

        Raises:
            RegistryError: A name is not a text.

        Example:
            >>> import endorsecheck as ec
            >>> spans = ec.OrganizationRegistry().spans("YouTube", "Google")
            >>> [(span.relation.value, str(span.first)) for span in spans]
            [('different', 'None'), ('related', '2006-11-13')]
        """
        return self.spans_of(self.identity(a), self.identity(b), ids=ids)

    def explain(self, a: str, b: str, *, on: dt.date | PartialDate | None = None) -> str:
        """Tell in words, a line for each step, how the relation of two names was found.

        Raises:
            RegistryError: A name is not a text, or ``on`` is not a date.

        Example:
            >>> import endorsecheck as ec
            >>> print(ec.OrganizationRegistry().explain("Norvane Ltd", "NORVANE"))
            'Norvane Ltd' is read as 'norvane', which is not known
            'NORVANE' is read as 'norvane', which is not known
            at all times: same (same-name)
        """
        spans = _asked_for(self.spans(a, b), on)
        found = [f"{_when(s)}: {s.relation.value} ({s.reason})" for s in spans]
        return "\n".join([*self._explained(a, b), *found])

    def placeholder(self, name: str) -> Placeholder | None:
        """Tell whether a text stands where a name should be and names no organization.

        Raises:
            RegistryError: ``name`` is not a text.

        Example:
            >>> import endorsecheck as ec
            >>> ec.OrganizationRegistry().placeholder("Self-employed")
            <Placeholder.NONE: 'none'>
        """
        return built_in_namer().placeholders.of(check_text(name))

    def index(self, names: Iterable[tuple[str, str | None]]) -> OrganizationIndex:
        """Prepare names, each with its identifier, to be found by other names.

        Raises:
            RegistryError: A name is not a text.

        Example:
            >>> import endorsecheck as ec
            >>> index = ec.OrganizationRegistry().index([("Norvane Ltd", None)])
            >>> [position for position, spans in index.lookup("Norvane")]
            [0]
        """
        return OrganizationIndex(self, names)

    def extended(
        self,
        *,
        aliases: Iterable[object] = (),
        renames: Iterable[object] = (),
        mergers: Iterable[object] = (),
        parents: Iterable[object] = (),
    ) -> "OrganizationRegistry":
        """Give a registry that knows more.

        Entries are tuples or mappings. Dates are a text such as ``2019-07``, a
        ``datetime.date`` or a ``PartialDate``. Saying a thing twice is no harm.

        Args:
            aliases: ``(name, other)``: one organization on every day.
            renames: ``(old, new, on)``: one organization on every day; ``on`` may be missing.
            mergers: ``(absorbed, into, on)``: related before, the same from that day on.
            parents: ``(child, parent, since, until)``: related from ``since`` to ``until``, both
                inclusive, different outside; each of the two may be missing.

        Raises:
            RegistryError: An entry cannot be read, names a placeholder, contradicts another or
                closes a circle.

        Example:
            >>> import endorsecheck as ec
            >>> registry = ec.OrganizationRegistry().extended(aliases=[("Norvane", "NVN Labs")])
            >>> registry.compare("NVN Labs", "Norvane Ltd").relation
            <Relation.SAME: 'same'>
        """
        from endorsecheck._organizations.statements import statements_of  # noqa: PLC0415 # rare

        given = {"aliases": aliases, "renames": renames, "mergers": mergers, "parents": parents}
        added = [s for kind, entries in given.items() for s in statements_of(kind, entries)]
        return self._with(added)

    def extended_from_toml(self, path: str | os.PathLike[str]) -> "OrganizationRegistry":
        """Give a registry that knows also what a TOML file says.

        The file has the keys ``same`` (lists of names of one organization) and ``aliases``,
        ``renames``, ``mergers``, ``parents`` as in ``extended``, and ``distinct`` (pairs of names
        that are two organizations).

        Raises:
            RegistryError: As ``extended``, or the file cannot be read.
        """
        from endorsecheck._organizations.statements import read_toml  # noqa: PLC0415 # rare

        return self._with(read_toml(path))

    @classmethod
    def from_toml(cls, path: str | os.PathLike[str]) -> "OrganizationRegistry":
        """Give the built-in knowledge with that of a TOML file over it.

        Raises:
            RegistryError: The file cannot be read or contradicts something.
        """
        return cls().extended_from_toml(path)

    def identity(self, name: str) -> Identity:
        """Find out which organization a name stands for."""
        return identity_of(check_text(name), built_in_namer(), self.facts)

    def spans_of(
        self, a: Identity, b: Identity, *, ids: Ids = _NO_IDS
    ) -> tuple[RelationSpan, ...]:
        """Give the spans of two names that were looked up before."""
        agree = ids_agree(*map(id_key, ids))
        if agree and not (a.placeholder or b.placeholder):
            return always(Relation.SAME, "same-id")
        spans = timeline(a, b, self.facts)
        if agree is False and any(span.relation is Relation.SAME for span in spans):
            return always(Relation.DIFFERENT, "other-id")
        return spans

    @property
    def facts(self) -> Facts:
        """What is known, compiled."""
        return self._own_facts or built_in_facts()

    def _with(self, added: "Iterable[Statement]") -> "OrganizationRegistry":
        statements = tuple(dict.fromkeys([*self._statements, *added]))
        return _restored(statements)

    def _explained(self, a: str, b: str) -> Iterable[str]:
        one, other = self.identity(a), self.identity(b)
        for name, identity in ((a, one), (b, other)):
            yield f"{name!r} is read as {canonical_name(name)!r}, {self._known_as(identity)}"
        if one.number is not None and one.number == other.number:
            yield from self.facts.renames(one.number)
        for link in links_between(one, other, self.facts):
            yield self.facts.said(link)

    def _known_as(self, identity: Identity) -> str:
        if identity.placeholder:
            return f"which names no organization ({identity.placeholder.value})"
        if identity.number is None:
            return "which is not known"
        return f"known as {self.facts.label(identity.number)!r}"

    def __reduce__(self) -> "tuple[object, tuple[tuple[Statement, ...]]]":
        return _restored, (self._statements,)


def is_generic_project(name: str) -> bool:
    """Tell whether the name of a project only says what kind of work it is.

    Raises:
        RegistryError: ``name`` is not a text.

    Example:
        >>> is_generic_project("New Company Website 2.0"), is_generic_project("Apollo")
        (True, False)
    """
    return is_generic(check_text(name), built_in_vocabulary())


@functools.lru_cache(maxsize=1)
def built_in_facts() -> Facts:
    """Give what comes with the package."""
    return Facts(BuiltIn(*map(built_in().lines, ("keys", "organizations"))))


def _restored(statements: "tuple[Statement, ...]") -> OrganizationRegistry:
    registry = OrganizationRegistry()
    if statements:
        from endorsecheck._organizations.compiler import facts_of  # noqa: PLC0415 # few add any

        facts = facts_of(statements, built_in_namer(), built_in_facts().base)
        object.__setattr__(registry, "_statements", statements)
        object.__setattr__(registry, "_own_facts", facts)
    return registry


def _asked_for(
    spans: tuple[RelationSpan, ...], on: dt.date | PartialDate | None
) -> tuple[RelationSpan, ...]:
    if on is None:
        return spans
    from endorsecheck._organizations.statements import stretch_of  # noqa: PLC0415 # few ask so

    asked = stretch_of(on, "on")
    return tuple(
        span
        for span in spans
        if (span.first is None or span.first <= asked.latest)
        and (span.last is None or asked.earliest <= span.last)
    )


def _when(span: RelationSpan) -> str:
    if span.first is None and span.last is None:
        return "at all times"
    if span.first is None:
        return f"up to {span.last}"
    return f"from {span.first}" + (f" to {span.last}" if span.last else " on")
