"""Folding of a name: from what somebody wrote to lower-case words and marks.

The words hold letters and digits without accents. The marks are the punctuation that says
something about the structure of a name; each is a word of its own: ``,`` ``(`` ``)`` ``/`` ``+``,
``|``, and ``–`` for a dash between blanks. An ampersand is the word "and", and the end of a
domain is a word that begins with a dot.

Every function takes time linear in the length of its text. Composing characters does not, so
a text is cut first.
"""

import re
import unicodedata
import zlib
from collections.abc import Callable, Iterable

from endorsecheck.exceptions import RegistryError

__all__ = [
    "LIMIT",
    "MARKS",
    "check_text",
    "compact",
    "folded_words",
    "has_words",
    "marked",
    "spelled_umlauts",
    "without_simple_marks",
    "words",
]

LIMIT = 300
"""Characters of a name that are looked at; a longer name is told apart by a checksum."""

MARKS = frozenset(",()|/+–")

_ONE_FOR_ONE = str.maketrans(
    dict.fromkeys("'`\"")
    | dict.fromkeys("!%*:;<=>?@\\^_~", " ")
    | dict.fromkeys(map(chr, [*range(32), 127]), " ")
    | {"[": "(", "{": "(", "]": ")", "}": ")"}
)
_SIMPLE = str.maketrans("-!:_", " " * 4, "'`\".")
_TRADE_MARKS = frozenset("™®©℠")
_LETTER = re.compile(r"[^\W_]")
_KEPT = 20_000
_ATOMS = {"ø": "o", "ł": "l", "đ": "d", "ı": "i", "ħ": "h", "ŋ": "n", "ð": "d", "þ": "th"}
_ATOMS |= {"æ": "ae", "œ": "oe", "ە": "ه", "ة": "ه", "ى": "ي", "ک": "ك", "ی": "ي", "ـ": ""}
_APOSTROPHES = frozenset("’‘ʼʹ′ʻ״׳“”„‟")
_SEPARATORS = {"、": ",", "،": ",", "│": "|", "¦": "|", "‖": "|"}
_SLASHED_INITIALS = r"(?<![^\W_])([^\W_])/(?=[^\W_](?![^\W_]))"
_ACCENTS = ((0x300, 0x36F), (0x591, 0x5C7), (0x64B, 0x670), (0xFE00, 0xFE0F))
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})
_COMMON_DOMAINS = frozenset(
    [
        *("com", "org", "net", "edu", "gov", "int", "biz", "info", "eu", "de", "uk", "fr", "es"),
        *("nl", "ch", "at", "be", "se", "no", "dk", "fi", "pl", "cz", "ru", "jp", "cn", "in"),
        *(
            "br",
            "au",
            "nz",
            "ca",
            "us",
            "mx",
            "ar",
            "kr",
            "sg",
            "hk",
            "za",
            "ie",
            "pt",
            "gr",
            "hu",
            "ro",
        ),
        *("tr", "ua", "il", "ae", "sa", "my", "th", "vn", "ph", "tw", "sk", "si", "hr"),
    ]
)
"""Ends of domains that only say where a name is registered; "ai" and "io" are part of names."""

_SECOND_LEVEL = frozenset({"co", "com", "ac", "org", "gov", "edu", "ne", "or", "net"})
_PAGES = {"linkedin.com": ("company", "school", "showcase"), "github.com": ("",)}
_ADDRESS = rf"(?:https?://|www\.)\S+|\S+\.(?:{'|'.join(sorted(_COMMON_DOMAINS))})/\S+"


def check_text(name: object) -> str:
    """Give back a name that is text.

    Raises:
        RegistryError: It is something else.
    """
    if isinstance(name, str):
        return name
    msg = f"organization name: {name!r} is not a text: expected str"
    raise RegistryError(msg)


compact: Callable[[Iterable[str]], str] = "".join
"""Joins words so that ``Pay Pal`` and ``PayPal`` are one key."""


def has_words(tokens: list[str]) -> bool:
    """Tell whether there is a letter or a digit."""
    return _LETTER.search("".join(tokens)) is not None


def words(text: str) -> list[str]:
    """Split a name into folded words and marks."""
    return marked(folded_words(text))


def folded_words(text: str) -> list[str]:
    """Split a name at its blanks and fold its letters; punctuation stays."""
    if len(text) > LIMIT:
        text = _cut(text)
    return text.lower().split() if text.isascii() else _folded(text).split()


def spelled_umlauts(text: str) -> str | None:
    """Write ä, ö, ü, ø and å as ae, oe, ue, oe and aa; ``None`` where there is none."""
    if text.isascii():
        return None
    lower = unicodedata.normalize("NFKC", text[:LIMIT]).casefold()
    spelled = lower.translate(_UMLAUTS)
    return None if spelled == lower else spelled


def _cut(text: str) -> str:
    text = " ".join(text.split())
    if len(text) <= LIMIT:
        return text
    check = zlib.crc32(text.encode("utf-8", "surrogatepass"))
    return f"{text[: LIMIT - 50]} {check:08x}"


def _folded(text: str) -> str:
    """Fold letter by letter, then join again what is written in several characters."""
    folded = text.translate(_FOLD)
    return folded if folded.isascii() else unicodedata.normalize("NFC", folded)


class _Fold(dict[int, str]):
    """What each character becomes, worked out when first met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        wide = "" if char in _TRADE_MARKS else unicodedata.normalize("NFKC", char).casefold()
        folded = "".join(map(_fold, wide))
        if len(self) < _KEPT:
            self[code] = folded
        return folded


_FOLD = _Fold()


def _fold(char: str) -> str:
    if char in _ATOMS:
        return _ATOMS[char]
    if char in _APOSTROPHES:
        return ""
    if char in _SEPARATORS:
        return _SEPARATORS[char]
    return _fold_kind(char, unicodedata.category(char))


def _fold_kind(char: str, kind: str) -> str:
    if kind[0] == "L":
        return _bare_letter(char)
    if char.isascii() or kind[0] == "N" or kind == "Mc":
        return char
    if kind in {"Mn", "Cf", "Sk"}:
        return char if kind == "Mn" and not _is_accent(char) else ""
    return {"Pd": "-", "Ps": "(", "Pe": ")"}.get(kind, " ")


def _bare_letter(letter: str) -> str:
    parts = unicodedata.normalize("NFD", letter)
    bare = "".join(_ATOMS.get(part, part) for part in parts if not _is_accent(part))
    return unicodedata.normalize("NFC", bare)


def _is_accent(char: str) -> bool:
    """Tell accents and vowel points from marks that make another letter."""
    code = ord(char)
    return any(first <= code <= last for first, last in _ACCENTS)


def without_simple_marks(tokens: list[str]) -> list[str]:
    """Take out hyphens, apostrophes and the dots after words, where there are no other marks."""
    text = " ".join(tokens)
    if "." in text and text.count(".") > text.count(". ") + text.endswith("."):
        return tokens
    if "&" in text:
        text = text.replace("&", " and ")
    return tokens if "-" in tokens else text.translate(_SIMPLE).split()


def marked(tokens: list[str]) -> list[str]:
    """Take the punctuation out of folded words, or set it apart where it is a mark."""
    if "".join(tokens).isalnum():
        return tokens
    text = " ".join(tokens)
    if "www." in text or ("/" in text and "." in text):
        text = _without_address(text)
    if "&" in text:
        text = _unescaped(text).replace("&", " and ")
    if "/" in text:
        text = re.sub(_SLASHED_INITIALS, r"\1", text).replace("/", " / ")
    text = text.translate(_ONE_FOR_ONE)
    for mark in ",()|":
        if mark in text:
            text = text.replace(mark, f" {mark} ")
    if "-" in text:
        text = text.replace("--", "-").replace(" - ", " – ").replace("-", " ")
    tokens = text.split()
    if "." in text:
        return [part for token in tokens for part in _undotted(token)]
    return tokens


def _unescaped(text: str) -> str:
    """Undo HTML escapes, also those that were escaped twice."""
    if ";" not in text:
        return text
    import html  # noqa: PLC0415 # few names need it

    return html.unescape(html.unescape(text)).casefold()


def _undotted(token: str) -> list[str]:
    """Take the dots out: of initials, after abbreviations, before the end of a domain."""
    if "." not in token:
        return [token]
    parts = [part for part in token.split(".") if part]
    if len(parts) > 1 and all(part.isdecimal() for part in parts):
        return [".".join(parts)]
    if len(parts) > 1 and parts[-1] in _COMMON_DOMAINS:
        is_domain = len(parts[0]) > 1 or (len(parts) > 2 and len(parts[-1]) > 2)  # noqa: PLR2004
        if is_domain:  # "a.b.com", but neither "s.a" nor "x.com"
            return _apart_from_domain(parts)
    return _joined_initials(parts)


def _apart_from_domain(parts: list[str]) -> list[str]:
    """Set the end of a domain apart: a word with a dot before it."""
    end = -2 if parts[1:-1] and parts[-2] in _SECOND_LEVEL else -1
    return [*_joined_initials(parts[:end]), f".{parts[-1]}"]


def _joined_initials(parts: list[str]) -> list[str]:
    joined: list[str] = []
    for before, part in zip(["  ", *parts], parts, strict=False):
        if len(part) == 1 == len(before):
            joined[-1] += part
        else:
            joined.append(part)
    return joined


def _without_address(text: str) -> str:
    """Replace a web address by the name in it: that of the host, or of the page on a network."""
    return re.sub(_ADDRESS, _name_in, text)


def _name_in(address: re.Match[str]) -> str:
    """The name, set apart; the address itself if nothing is named by it."""
    name = _named_by(address[0])
    return f" {name if _LETTER.search(name) else address[0]} "


def _named_by(address: str) -> str:
    host, _, path = address.rpartition("://")[2].partition("/")
    host = host.split("?")[0].split("#")[0].split(":")[0].removeprefix("www.")
    site = ".".join(host.split(".")[-2:])
    if site not in _PAGES:
        return host
    kind, _, page = path.partition("/") if "" not in _PAGES[site] else ("", "", path)
    return page.split("/")[0].split("?")[0] if kind in _PAGES[site] and page else host
