"""How people write dates: the forms, the words of seven languages, and the real calendar.

Works on plain numbers; :mod:`endorsecheck.dates` makes records of them. The whole of a text
has to be one of the forms below. Nothing is filled in, guessed or repaired.
"""

import functools
import re
import unicodedata

from endorsecheck.exceptions import DateError

__all__ = [
    "FIRST_YEAR",
    "LAST_YEAR",
    "MAX_LENGTH",
    "Fields",
    "calendar_fault",
    "days_in",
    "read",
    "shown",
]

FIRST_YEAR = 1900
LAST_YEAR = 2100
MAX_LENGTH = 64
"""Longest text that is looked at, in characters, outer blanks not counted."""

Fields = tuple[int, int | None, int | None]
"""Year, month and day, the latter two ``None`` where the text does not give them."""

_MAX_SHOWN = 40
_MONTHS_A_YEAR = 12
_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_FEBRUARY, _LEAP_DAY = 2, 29
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u2060\ufeff\u200e\u200f"))
_TYPOGRAPHIC = {ord("’"): "'"}

# One line a month, any order of languages: English, German, French, Spanish, Portuguese,
# Italian, Dutch. No name stands on two lines.
_MONTH_NAMES = """
january jan januar jänner janvier janv enero ene janeiro gennaio gen januari
february feb februar février févr fév febrero fevereiro fev febbraio februari
march mar märz maerz mär mrz mars marzo março maart mrt
april apr avril avr abril abr aprile
may mai mayo maio maggio mag mei
june jun juni juin junio junho giugno giu
july jul juli juillet juil julio julho luglio lug
august aug août agosto ago augustus
september sep sept septembre septiembre setiembre setembro set settembre sett
october oct oktober okt octobre octubre outubro out ottobre ott
november nov novembre noviembre novembro
december dec dezember dez décembre déc diciembre dic dezembro dicembre
"""

_SEASONS = """
spring summer autumn fall winter frühling frühjahr sommer herbst printemps été automne hiver
primavera verano otoño invierno verão outono inverno estate autunno lente voorjaar zomer herfst
najaar
"""

_ONGOING = (
    *("present", "current", "currently", "now", "ongoing", "today"),
    *("to date", "till date", "until now"),
    *("heute", "bis heute", "aktuell", "laufend"),
    *("aujourd'hui", "présent", "actuel", "actuellement", "en cours"),
    *("actualidad", "actual", "actualmente", "presente", "hoy"),
    *("atual", "atualmente", "o momento", "hoje"),
    *("attuale", "oggi", "in corso"),
    *("heden", "nu"),
    *("至今", "现在", "現在", "현재"),
)

_UNKNOWN = frozenset({"", "-", "–", "—", "?"}) | frozenset(
    {"n/a", "na", "none", "null", "nan", "nat", "unknown"}
)

_YEAR = r"(?P<year>[0-9]{4})"
_MONTH = r"(?P<month>[0-9]{1,2})"
_DAY = r"(?P<day>[0-9]{1,2})"
_TIME = r"(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:[.,][0-9]+)?)?"
_ZONE = r"(?: ?(?:z|utc|gmt|[-+](?:[01][0-9]|2[0-3])(?::?[0-5][0-9])?))?"
_PART_OF_YEAR = r"(?:q[1-4]|[1-4]q|h[12]|[12]h)"
_NAME = r"(?P<name>[^\W\d_]+)\.?"
_NAMED_DAY = rf"{_DAY}(?:st|nd|rd|th|er|o|\.)?"  # the sign º is an o once it is normalized
_GAP = r"(?: ?[-/,] ?| )"
_OF = rf"(?:(?:of|de|del){_GAP})?"

_FORMS = (
    _YEAR,
    rf"{_YEAR}[-/.]{_MONTH}",
    rf"{_YEAR}(?P<mark>[-/.]){_MONTH}(?P=mark){_DAY}",
    rf"{_NAME}{_GAP}{_OF}{_YEAR}",
    rf"{_NAMED_DAY}{_GAP}{_OF}{_NAME}{_GAP}{_OF}{_YEAR}",
    rf"{_MONTH}[-/.]{_YEAR}",
    rf"{_YEAR}(?P<month>[0-9]{{2}})(?P<day>[0-9]{{2}})",
    rf"(?P<first>[0-9]{{1,2}})(?P<mark>[-/.])(?P<second>[0-9]{{1,2}})(?P=mark){_YEAR}",
    rf"{_YEAR}(?P<mark>[-/])(?P<month>[0-9]{{2}})(?P=mark)(?P<day>[0-9]{{2}})[t ]{_TIME}{_ZONE}",
    rf"{_YEAR} ?年(?: ?{_MONTH} ?月(?: ?{_DAY} ?日)?)?",
    rf"{_YEAR} ?년(?: ?{_MONTH} ?월(?: ?{_DAY} ?일)?)?",
    rf"{_PART_OF_YEAR}[-/ ]?{_YEAR}",
    rf"{_YEAR}[-/ ]?{_PART_OF_YEAR}",
    rf"{_YEAR}{_GAP}{_NAME}",
    rf"{_NAME}{_GAP}{_NAMED_DAY}{_GAP}{_YEAR}",
    rf"{_YEAR}{_GAP}{_NAME}{_GAP}{_NAMED_DAY}",
)
"""The usual ones first."""


_compiled = functools.cache(re.compile)
"""The pattern of a form, made when it is first tried."""


def read(text: str, *, dayfirst: bool | None) -> Fields | str:
    """Read one cell.

    Args:
        text: The cell, not longer than about ``MAX_LENGTH``.
        dayfirst: Which of two leading numbers is the day; ``None`` for no hint.

    Returns:
        The fields of a real date, or the word ``"ongoing"`` or ``"unknown"``.

    Raises:
        DateError: The text is no date; the message says only what was expected.
    """
    folded = _folded(text)
    if folded in _UNKNOWN:
        return "unknown"
    if folded in _ongoing():
        return "ongoing"
    for form in _FORMS:
        if found := _compiled(form).fullmatch(folded):
            return _resolved(found.groupdict(), dayfirst=dayfirst)
    raise DateError(_expectation(folded))


def calendar_fault(fields: Fields) -> str | None:
    """Say what keeps the fields from being a real date, ``None`` if nothing does."""
    year, month, day = fields
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return f"expected a year from {FIRST_YEAR} to {LAST_YEAR}, found {shown(year)}"
    if month is None:
        return None if day is None else "expected a month where there is a day"
    if not 1 <= month <= _MONTHS_A_YEAR:
        return f"expected a month from 1 to 12, found {shown(month)}"
    days = days_in(year, month)
    if day is not None and not 1 <= day <= days:
        return f"expected a day from 1 to {days} in {year}-{month:02}, found {shown(day)}"
    return None


def days_in(year: int, month: int) -> int:
    """Count the days of a month."""
    is_leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return _LEAP_DAY if is_leap and month == _FEBRUARY else _DAYS[month - 1]


def shown(value: object) -> str:
    """Show a value in an error text, cut short, and by its type where it is no plain value."""
    if isinstance(value, str):
        return f"{value[:_MAX_SHOWN]!r}{'...' if len(value) > _MAX_SHOWN else ''}"
    if isinstance(value, int) and value.bit_length() <= _MAX_SHOWN:
        return repr(value)
    return f"a value of type {type(value).__name__}"


def _folded(text: str) -> str:
    """Undo what does not matter: width, invisible marks, case, accents, runs of blanks."""
    if text.isascii():
        return " ".join(text.lower().split())
    plain = unicodedata.normalize("NFKC", text).translate(_INVISIBLE).translate(_TYPOGRAPHIC)
    letters = unicodedata.normalize("NFD", plain.casefold())
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join(unicodedata.normalize("NFC", bare).split())


@functools.cache
def _ongoing() -> frozenset[str]:
    return frozenset(map(_folded, _ONGOING))


@functools.cache
def _seasons() -> frozenset[str]:
    return frozenset(_folded(_SEASONS).split())


@functools.cache
def _months() -> dict[str, int]:
    lines = _MONTH_NAMES.strip().splitlines()
    return {
        name: number
        for number, line in enumerate(lines, start=1)
        for name in _folded(line).split()
    }


def _resolved(parts: dict[str, str], *, dayfirst: bool | None) -> Fields:
    """Turn the parts of a form into fields that the calendar has."""
    if "first" in parts:
        return _ordered(parts, dayfirst=dayfirst)
    day = _number(parts.get("day"))
    name = parts.get("name")
    month = _number(parts.get("month")) if name is None else _named(name, day=day)
    return _real((int(parts["year"]), month, day))


def _ordered(parts: dict[str, str], *, dayfirst: bool | None) -> Fields:
    """Settle which of two numbers before the year is the day: by the hint, dots, the calendar."""
    year, first, second = (int(parts[part]) for part in ("year", "first", "second"))
    day_first, month_first = (year, second, first), (year, first, second)
    if dayfirst is None and parts["mark"] == ".":
        return _real(day_first)
    if dayfirst is not None:
        return _real(day_first if dayfirst else month_first)
    real = {fields for fields in (day_first, month_first) if calendar_fault(fields) is None}
    if len(real) > 1:
        msg = "expected the hint dayfirst, as both orders of day and month are real days"
        raise DateError(msg)
    return real.pop() if real else _real(day_first)


def _real(fields: Fields) -> Fields:
    if fault := calendar_fault(fields):
        raise DateError(fault)
    return fields


def _number(digits: str | None) -> int | None:
    return None if digits is None else int(digits)


def _named(name: str, *, day: int | None) -> int | None:
    """Look up a month; a season gives no month and goes with no day."""
    if month := _months().get(name):
        return month
    if day is None and name in _seasons():
        return None
    msg = f"expected the name of a month, found {shown(name)}"
    raise DateError(msg)


def _expectation(folded: str) -> str:
    """Say what a text lacks that has none of the forms."""
    if not re.search(r"(?<![0-9])[0-9]{4}(?![0-9])", folded):
        return "expected a four-digit year"
    return "expected one date and nothing else, such as '2019', 'Mar 2019' or '2019-03-12'"
