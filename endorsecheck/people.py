"""Which known person is this endorser?

Two rules decide, in this order:

1. Profile URLs that are equal once normalized are one person, and URLs that differ are two,
   whatever the names are.
2. By name are compared only those of whom one has no URL: the same folded full name, if
   exactly one person has it. Two or more are *ambiguous*, and nobody guesses.

The names of one source are taken to be different people where it lists a name twice; the same
name in two sources without a URL (an old export and a colleague's table) is one person.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from enum import Enum
from functools import lru_cache
from itertools import islice

import attrs

from endorsecheck._deferred import later, maker
from endorsecheck._histories import NO_HISTORY
from endorsecheck._text import fold
from endorsecheck.models import Person

__all__ = ["Directory", "Identity", "Who", "name_key", "url_key"]

PLAIN = r"(?:https?://)?(?:www\.)?(linkedin\.com/in/[a-z0-9-]+)/?"
"""What nearly all profile URLs look like; in brackets is the form under which they compare."""
_PLAIN = re.compile(PLAIN)
_SCHEME = r"(?i)^https?://"
_SUBDOMAIN = r"^(?:www|[a-z]{2})\.(?=[^/]*\.)"
_LOCALE = r"(/in/[^/]+)/[a-z]{2}(?:[-_][a-z]{2})?$"
_LONGEST = 2_000
"""Characters of a URL that are normalized; longer ones compare as they stand."""


def name_key(name: str) -> str:
    """The form under which full names compare: NFKC, case folded, single blanks.

    No nicknames, no other order of the words, no accents dropped.

    Example:
        >>> from endorsecheck.people import name_key
        >>> name_key("RAVI  Shah") == name_key("Ravi Shah")
        True
    """
    return fold(name)


def url_key(url: str | None) -> str | None:
    """The form under which profile URLs compare; ``None`` if there is no URL.

    Dropped are scheme, ``www.`` or a two-letter host, query, fragment, a locale behind the
    profile's name and the last slash; percent-encoding is decoded, then NFC and case folding.
    (``Connections.csv`` percent-encodes what ``Endorsement_Received_Info.csv`` writes raw.)

    Example:
        >>> from endorsecheck.people import url_key
        >>> url_key("https://de.linkedin.com/in/Zo%C3%AB-Vogt/?locale=de_DE")
        'linkedin.com/in/zoë-vogt'
    """
    if url is None:
        return None
    plain = _PLAIN.fullmatch(url)
    return plain[1] if plain else _normalised(url)


@lru_cache(maxsize=4_096)
def _normalised(url: str) -> str | None:
    text = url.strip()
    if not text or len(text) > _LONGEST:
        return text or None
    text = re.sub(_SCHEME, "", text).partition("?")[0].partition("#")[0]
    host, _, path = text.partition("/")
    host = re.sub(_SUBDOMAIN, "", host.casefold())
    path = _folded(_decoded(path)).rstrip("/")
    return re.sub(_LOCALE, r"\1", f"{host}/{path}" if path else host) or url.strip()


def _folded(path: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def _decoded(path: str) -> str:
    if "%" not in path:
        return path
    from urllib.parse import unquote  # noqa: PLC0415 # few addresses need it

    try:
        return unquote(path, errors="strict")
    except UnicodeDecodeError:
        return path


class Who(Enum):
    """What is known of who an endorser is.

    Example:
        >>> from endorsecheck.people import Who
        >>> Who.OWNER.value
        'owner'
    """

    ONE = "one"
    OWNER = "owner"
    AMBIGUOUS = "ambiguous"


@attrs.frozen
class Identity:
    """Who an endorser is, and the records that are known of that one person.

    Attributes:
        who: One known person, the owner, or ambiguous between several.
        records: What is known of the one person, the endorser's own record first.

    Example:
        >>> import endorsecheck as ec
        >>> from endorsecheck.people import Identity, Who
        >>> Identity(Who.ONE, (ec.Person("Ravi Shah"),)).who.name
        'ONE'
    """

    who: Who
    records: tuple[Person, ...] = ()


_identity = maker(Identity, "who", "records")
_OWNER = Identity(Who.OWNER)
_AMBIGUOUS = Identity(Who.AMBIGUOUS)


class Directory:
    """All people an audit knows, to be asked who an endorser is.

    The names are indexed only when the first question needs them, so an export in which
    everybody has a URL never pays for it.

    Example:
        >>> import endorsecheck as ec
        >>> from endorsecheck.people import Directory
        >>> known = ec.Person("Ravi Shah", "https://www.linkedin.com/in/ravi-shah/")
        >>> directory = Directory(ec.Person("Dana Reyes"), [known], [])
        >>> directory.identify(ec.Person("R. Shah", "linkedin.com/in/ravi-shah")).who.name
        'ONE'
    """

    def __init__(
        self, owner: Person, people: Iterable[Person], endorsers: Iterable[Person]
    ) -> None:
        self._owner_url = url_key(owner.url)
        self._owner_name = name_key(owner.name)
        self._people = tuple(people)
        self._last: dict[str, int] = {}
        """The number of the last person at each address."""
        self._before: dict[int, int] = {}
        """The number of the person before one at the same address, if there is any."""
        self._loose: list[Person] = []
        for number, person in enumerate(self._people):
            key = url_key(person.url)
            if key is None:
                self._loose.append(person)
                continue
            if key in self._last:
                self._before[number] = self._last[key]
            self._last[key] = number
        self._endorsers = tuple(endorsers)
        self._loose.extend(each for each in self._endorsers if each.url is None)
        self._names: _Names | None = None

    def identify(self, endorser: Person) -> Identity:
        """Who this endorser is, by the two rules of the module."""
        return self._identity(endorser, url_key(endorser.url))

    def _identity(self, endorser: Person, key: str | None) -> Identity:
        return self._addressed(endorser, key) if key else self._named(endorser)

    def _addressed(self, endorser: Person, key: str) -> Identity:
        if key == self._owner_url:
            return _OWNER
        known = self._at(key)
        if not self._loose and (known or not self._may_be_owner(endorser.name)):
            return _one(endorser, known)
        names = {*map(name_key, {each.name for each in (endorser, *known)} - {""})}
        is_owners = self._owner_url is None and self._owner_name in names
        loose = self._index().loose_among(names) if self._loose else ()
        if loose == () and not is_owners:
            return _one(endorser, known)
        others = self._index().others(names, key)
        if is_owners and not known:
            return _OWNER if loose == () and not others else _AMBIGUOUS
        if loose is not None and not others and self._owner_name not in names:
            return _one(endorser, (*known, *loose))
        return _one(endorser, known) if known else _AMBIGUOUS

    def _at(self, key: str) -> list[Person]:
        """The people at an address, in their order."""
        found = []
        number = self._last.get(key)
        while number is not None:
            found.append(self._people[number])
            number = self._before.get(number)
        return found[::-1]

    def _may_be_owner(self, name: str) -> bool:
        """Whether a name could be the owner's, and the owner has no address."""
        if self._owner_url is not None:
            return False
        return not name.isascii() or name[:1].lower() == self._owner_name[:1]

    def _named(self, endorser: Person) -> Identity:
        name = name_key(endorser.name)
        index = self._index()
        addresses = index.addresses(name, without=self._owner_url)
        loose = index.loose_among({name})
        if name == self._owner_name:
            alone = not addresses and loose is not None and all(each == endorser for each in loose)
            return _OWNER if alone else _AMBIGUOUS
        if len(addresses) > 1 or loose is None:
            return _AMBIGUOUS
        known = [each for key in addresses if key for each in self._at(key)]
        return _one(endorser, [*known, *loose])

    def _index(self) -> _Names:
        if self._names is None:
            self._names = _Names((*self._people, *self._endorsers), self._loose)
        return self._names


def identity_at(directory: Directory, endorser: Person, key: str) -> Identity:
    """Who an endorser is, whose URL as it compares is known, empty if there is none."""
    return directory._identity(endorser, key)  # noqa: SLF001 # the same module


class _Names:
    """Who bears which name: profile addresses, and records without an address."""

    def __init__(self, people: Iterable[Person], loose: Iterable[Person]) -> None:
        self._addresses: dict[str, set[str | None]] = {}
        self._loose: dict[str, list[Person]] = {}
        self._answers: dict[str, tuple[Person, ...] | None] = {}
        for person in people:
            if person.url is not None and person.name:
                keys = self._addresses.setdefault(name_key(person.name), set())
                keys.add(url_key(person.url))
        for person in loose:
            self._loose.setdefault(name_key(person.name), []).append(person)

    def addresses(self, name: str, *, without: str | None) -> set[str | None]:
        """The addresses under a name but for one; of many, two are enough."""
        others = (each for each in self._addresses.get(name, ()) if each != without)
        return set(islice(others, 2))

    def others(self, names: Iterable[str], key: str) -> bool:
        """Whether somebody at another address bears one of the names."""
        return any(self.addresses(name, without=key) for name in names)

    def loose_among(self, names: Iterable[str]) -> tuple[Person, ...] | None:
        """The records without address under these names; ``None`` if of several people."""
        each_name = [self._told(name) for name in sorted(names)]
        if None in each_name:
            return None
        return _of_one([each for told in each_name for each in told or ()])

    def _told(self, name: str) -> tuple[Person, ...] | None:
        """The same under one name, worked out once however many bear it."""
        if name not in self._answers:
            records = self._loose.get(name, ())
            self._answers[name] = _of_one([each for each in records if _tells(each)])
        return self._answers[name]


def _of_one(records: Iterable[Person]) -> tuple[Person, ...] | None:
    """The records, each once; ``None`` if one source tells of several people."""
    found = {(each, each.provenance): each for each in records}
    sources = [_source(each) for each in found.values() if not _is_tie(each)]
    return tuple(found.values()) if len(sources) == len(set(sources)) else None


def _tells(person: Person) -> bool:
    """Whether the record says more than a name."""
    return bool(_size(person) or person.relationships or person.provenance)


def _is_tie(person: Person) -> bool:
    """Whether the record only says how the owner knows somebody."""
    return bool(person.relationships) and not _size(person)


def _source(person: Person) -> str | None:
    return person.provenance.source if person.provenance else None


def _one(endorser: Person, known: Sequence[Person]) -> Identity:
    people = (endorser, *known)
    is_bare = later(endorser) is None and endorser.history is NO_HISTORY
    if is_bare and not endorser.relationships and _are_others(known):
        return _identity(Who.ONE, people)
    return _identity(Who.ONE, _distinct(people))


def _are_others(known: Sequence[Person]) -> bool:
    """Whether records say more than a name and address each, and differ in the address."""
    if len(known) > 1 and len({each.url for each in known}) < len(known):
        return False
    return all(map(later, known))


def _distinct(people: tuple[Person, ...]) -> tuple[Person, ...]:
    """The records, each once; histories are compared only where nothing else differs."""
    if len(people) == len({(each.name, each.url) for each in people}):
        return people
    keys = {(each.name, each.url, _size(each)) for each in people}
    return people if len(keys) == len(people) else tuple(dict.fromkeys(people))


def _size(person: Person) -> int:
    """How many engagements a record has."""
    source = later(person)
    return len(person.history.engagements) if source is None else source.size
