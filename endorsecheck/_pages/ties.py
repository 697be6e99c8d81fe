"""What else ties the owner to a person: what a removed connection would touch."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

import attrs

from endorsecheck._groups import key_of
from endorsecheck.dates import PartialDate
from endorsecheck.models import Connection, Direction, Person, Profile, Recommendation

__all__: list[str] = []

Key = tuple[str, str]


@attrs.frozen
class Ties:
    """Sentences about people, by what tells one person from another."""

    sentences: dict[Key, list[str]]

    @classmethod
    def of(cls, profile: Profile | None) -> Ties:
        """All ties that a profile tells of."""
        found: dict[Key, list[str]] = defaultdict(list)
        for person, sentence in _told(profile) if profile else ():
            found[key_of(person)].append(sentence)
        return cls(dict(found))

    def with_keys(self, keys: Iterable[Key]) -> list[str]:
        """The sentences about a person, known under several keys."""
        told = (sentence for key in sorted(keys) for sentence in self.sentences.get(key, ()))
        return list(dict.fromkeys(told))


def _told(profile: Profile) -> Iterator[tuple[Person, str]]:
    for connection in profile.connections:
        yield connection.person, _connected(connection)
    for each in profile.recommendations:
        yield each.person, _recommended(each)
    given: dict[Person, int] = {}
    for endorsement in profile.given:
        given[endorsement.endorsee] = given.get(endorsement.endorsee, 0) + 1
    for person, count in given.items():
        yield person, f"you endorsed them for {count} skill{'s' * (count > 1)}"


def _connected(connection: Connection) -> str:
    if not isinstance(connection.connected_on, PartialDate):
        return "connected"
    return f"connected on {connection.connected_on}"


def _recommended(recommendation: Recommendation) -> str:
    if recommendation.direction is Direction.INCOMING:
        return "they wrote you a recommendation"
    return "you wrote them a recommendation"
