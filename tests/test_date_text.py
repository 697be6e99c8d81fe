"""The forms in which people write dates: the shared cases, and each rule by itself."""

import json
import locale
import pathlib
import re
import unicodedata
from calendar import monthrange
from typing import Any

import pytest
import strategies
from hypothesis import given
from hypothesis import strategies as st

from endorsecheck import _date_text, _partial_dates
from endorsecheck.dates import DateMark, PartialDate, parse_date
from endorsecheck.exceptions import DateError

DATA = pathlib.Path(__file__).parent / "data" / "dates"
CONTRACT = (DATA / "README.md").read_text(encoding="utf-8")


def cases() -> list[dict[str, Any]]:
    """Load the shared cases."""
    files = (DATA / "parse_dev.jsonl", DATA / "parse_blind.jsonl")
    lines = [line for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    return [json.loads(line) for line in lines]


def answer(text: str, *, dayfirst: bool | None) -> dict[str, Any] | str:
    """Read a text and put the outcome as the shared cases do."""
    try:
        date = parse_date(text, dayfirst=dayfirst)
    except DateError:
        return "error"
    if isinstance(date, DateMark):
        return date.value
    fields = {"year": date.year, "month": date.month, "day": date.day}
    return {**fields, "precision": date.precision}


def month_names() -> list[Any]:
    """Give each month name in the table of the contract, with its month."""
    rows = re.findall(r"^\| [A-Z][a-z]+ \|(.*)\|$", CONTRACT, re.MULTILINE)
    return [
        pytest.param(month, name.strip(), id=f"{language}-{name.strip()}")
        for language, row in enumerate(rows)
        for month, cell in enumerate(row.split("|"), start=1)
        for name in cell.split(",")
    ]


def words(start: str, end: str) -> list[str]:
    """Give the words of the contract between two of its phrases."""
    listed = CONTRACT.split(start)[1].split(end)[0]
    return [word.strip(" `.\n") for word in re.split(r",| or one of ", listed)]


SEASONS = words("**Seasons** are", "Only the year")
ONGOING = words("**Ongoing** (the whole text):", "**Unknown**")
UNKNOWN = words("**Unknown** (the whole text): nothing at all,", "Reading a cell")


@pytest.mark.parametrize("case", [pytest.param(case, id=case["id"]) for case in cases()])
def test_shared_case(case: dict[str, Any]) -> None:
    """The outcome is that of the shared case."""
    assert case["expected"] == answer(case["text"], dayfirst=case["dayfirst"])


@pytest.mark.parametrize(("expected", "name"), month_names())
def test_every_month_name_of_the_contract_is_known(expected: int, name: str) -> None:
    """A name means its month, with or without accents, in any case, composed or not."""
    bare = unicodedata.normalize("NFD", name).encode("ascii", "ignore").decode()
    spellings = (name, name.upper(), bare, unicodedata.normalize("NFD", name))
    found = {parse_date(f"{spelling} 2019") for spelling in spellings}
    assert {PartialDate(2019, expected)} == found


def test_no_name_means_two_months() -> None:
    """No name stands on two lines of the table, folded or not."""
    lines = _date_text._MONTH_NAMES.strip().splitlines()
    names = [name for line in lines for name in sorted(set(_date_text._folded(line).split()))]
    assert sorted(_date_text._months()) == sorted(names)


@pytest.mark.parametrize("season", [pytest.param(season, id=season) for season in SEASONS])
def test_every_season_of_the_contract_keeps_its_year(season: str) -> None:
    """A season gives its year on either side of it."""
    found = {parse_date(f"{season} 2019"), parse_date(f"2019 {season.upper()}")}
    assert {PartialDate(2019)} == found


@pytest.mark.parametrize("word", [pytest.param(word, id=word) for word in ONGOING])
def test_every_word_for_ongoing_is_known(word: str) -> None:
    """A word for ongoing is the whole text, in any case."""
    assert {DateMark.ONGOING} == {parse_date(word), parse_date(f"  {word.title()} ")}


@pytest.mark.parametrize(
    "word", [pytest.param(word, id=word or "empty") for word in (*UNKNOWN, "", " \u00a0\u200b")]
)
def test_every_word_for_unknown_is_known(word: str) -> None:
    """A word for unknown, or nothing at all, is the whole text."""
    assert {DateMark.UNKNOWN} == {parse_date(word), parse_date(word.upper())}


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        pytest.param("2100", "2100", id="last-year"),
        pytest.param("2019", "２０１９", id="full-width-digits"),
        pytest.param("2019-03", "2019.3", id="year-and-month-with-a-dot"),
        pytest.param("2019-03", "3-2019", id="month-and-year-with-a-hyphen"),
        pytest.param("2019-03-01", "2019/3/1", id="single-digits"),
        pytest.param("2020-02-29", "20200229", id="eight-digits"),
        pytest.param("2019-12-13", "12-13-2019", id="only-the-month-can-come-first"),
        pytest.param("2019-03-12", "2019-03-12t10:00z", id="time-in-small-letters"),
        pytest.param("2019-03-12", "2019-03-12 23:59:59.999999+0530", id="fraction-and-offset"),
        pytest.param("2019-03-12", "2019-03-12 23:59:59,5 +05", id="comma-and-hours-of-offset"),
        pytest.param("2019-03-12", "2019/03/12 00:00 GMT", id="time-with-slashes"),
        pytest.param("2019-03", "Mar - 2019", id="name-hyphen-year"),
        pytest.param("2019-03", "Mar/2019", id="name-slash-year"),
        pytest.param("2019-03", "Mar\u2060. , 2019", id="word-joiner"),
        pytest.param("2019-03", "2019, March", id="year-comma-name"),
        pytest.param("2019-03", "MARCH\n\t2019", id="line-end-between"),
        pytest.param("2019-03", "March\u00a0\u00a02019", id="no-break-spaces-between"),
        pytest.param("2019-03", "\u200eMarch\u200f 2019\ufeff", id="direction-marks"),
        pytest.param("2019-03", "marzo del 2019", id="del-before-the-year"),
        pytest.param("2019-03-12", "12/mar/2019", id="day-slash-name"),
        pytest.param("2019-03-12", "12 March, 2019", id="day-name-comma"),
        pytest.param("2019-03-12", "12th of March of 2019", id="of-twice"),
        pytest.param("2019-03-12", "12 de março del 2019", id="de-and-del"),
        pytest.param("2019-03-01", "1º de março de 2019", id="ordinal-sign"),
        pytest.param("2019-03-01", "1ST MAR. 2019", id="capitals-and-dot"),
        pytest.param("2019-03-22", "Mar. 22nd 2019", id="name-day-year"),
        pytest.param("2019-03-22", "2019 March 22.", id="year-name-day-dot"),
        pytest.param("2019-03-22", "2019-mar-22", id="year-name-day-hyphens"),
        pytest.param("2019", "2019年", id="chinese-year"),
        pytest.param("2019-03-12", "2019 年 03 月 12 日", id="chinese-with-spaces"),
        pytest.param("2019", "2019 년", id="korean-year"),
        pytest.param("2019-03-12", "2019년 3월 12일", id="korean-day"),
        pytest.param("2019-03", unicodedata.normalize("NFD", "2019년 3월"), id="korean-letters"),
        pytest.param("2019", "Summer, 2019", id="season-comma-year"),
        pytest.param("2019", "primavera de 2019", id="season-de-year"),
        pytest.param("2019", "2019Q4", id="year-quarter"),
        pytest.param("2019", "1q/2019", id="number-before-the-letter"),
        pytest.param("2019", "2H2019", id="half-and-year"),
        pytest.param("2019", "2019 1H", id="year-and-half"),
    ],
)
def test_form_is_read(expected: str, text: str) -> None:
    """Each form gives its date, in the precision it was written with."""
    found = str(parse_date(text))
    assert expected == found


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("٢٠١٩", id="digits-of-another-script"),
        pytest.param("2019 03", id="month-after-a-space"),
        pytest.param("2019-3-", id="separator-left-over"),
        pytest.param("2019--03", id="two-separators"),
        pytest.param("2019 - 03", id="spaces-around-a-separator"),
        pytest.param("2019-3-12 10:00", id="time-after-a-single-digit"),
        pytest.param("2019.03.12 10:00", id="time-after-dots"),
        pytest.param("2019-03-12T10", id="hour-alone"),
        pytest.param("2019-03-12T10:60", id="minute-60"),
        pytest.param("2019-03-12T10:00:60", id="second-60"),
        pytest.param("2019-03-12T24:00", id="hour-24"),
        pytest.param("2019-03-12T10:00.5", id="fraction-of-a-minute"),
        pytest.param("2019-03-12T10:00:00 CET", id="zone-by-name"),
        pytest.param("2019-03-12T", id="no-time"),
        pytest.param("Mar.2019", id="dot-without-a-blank"),
        pytest.param("Mar2019", id="nothing-between"),
        pytest.param("March 2019 12", id="day-last-after-name-and-year"),
        pytest.param("of March 2019", id="of-without-a-day"),
        pytest.param("March 3 of 2019", id="of-after-the-day-last"),
        pytest.param("2019 de marzo", id="de-after-the-year"),
        pytest.param("March 0 2019", id="day-zero"),
        pytest.param("March,, 2019", id="two-commas"),
        pytest.param("March 2019.", id="dot-after-the-year"),
        pytest.param("3 Spring 2019", id="season-with-a-day"),
        pytest.param("2019年3", id="month-without-its-sign"),
        pytest.param("2019年3월", id="signs-of-two-languages"),
        pytest.param("2019年13月", id="chinese-month-13"),
        pytest.param("Q0 2019", id="quarter-zero"),
        pytest.param("H3 2019", id="third-half"),
        pytest.param("Q1, 2019", id="quarter-comma-year"),
        pytest.param("present day", id="words-after-ongoing"),
        pytest.param("201X", id="digit-left-open"),
        pytest.param("2019-071", id="day-of-the-year"),
        pytest.param("early 2019", id="early"),
        pytest.param("before 2019", id="before"),
        pytest.param("2019?", id="question-mark"),
        pytest.param("９９９９-12-31", id="sentinel"),
        pytest.param("\ud800 2019", id="half-a-character"),
        pytest.param("MarX 2019", id="letter-that-is-no-mark"),
        pytest.param("XX 2019", id="word-that-is-no-season"),
    ],
)
def test_anything_else_is_refused(text: str) -> None:
    """What is none of the forms is an error, whatever the hint."""
    answers = [answer(text, dayfirst=hint) for hint in (None, True, False)]
    assert answers == ["error"] * 3


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        pytest.param("expected a four-digit year", "13-Jan-21", id="no-year"),
        pytest.param("expected a year from 1900 to 2100, found 1899", "3/1899", id="year"),
        pytest.param("expected a month from 1 to 12, found 31", "2/31/2019", id="no-order"),
        pytest.param("expected the name of a month, found 'foo'", "Foo 2019", id="no-name"),
        pytest.param(
            "expected the hint dayfirst, as both orders of day and month are real days",
            "03/04/2019",
            id="two-days",
        ),
        pytest.param(
            "expected one date and nothing else, such as '2019', 'Mar 2019' or '2019-03-12'",
            "2019 – 2020",
            id="two-dates",
        ),
    ],
)
def test_error_says_what_was_expected(expected: str, text: str) -> None:
    """The message holds the text and what would have been a date."""
    with pytest.raises(DateError) as caught:
        parse_date(text)
    assert f"{text!r} is not a date: {expected}" == str(caught.value)


@given(strategies.full_dates(), st.sampled_from("-/."), st.booleans())
def test_hint_decides_the_order(date: PartialDate, mark: str, dayfirst: bool) -> None:  # noqa: FBT001
    """With a hint, what was written in that order is read in that order."""
    order = (date.day, date.month) if dayfirst else (date.month, date.day)
    assert date == parse_date(mark.join(map(str, (*order, date.year))), dayfirst=dayfirst)


@given(strategies.full_dates())
def test_dots_mean_that_the_day_comes_first(date: PartialDate) -> None:
    """Without a hint, dots are read day first."""
    assert date == parse_date(f"{date.day}.{date.month}.{date.year}")


@given(strategies.full_dates(), st.sampled_from("-/"))
def test_order_is_never_guessed(date: PartialDate, mark: str) -> None:
    """Without a hint, a date is read if no other order is a real day, and refused else."""
    text = mark.join(map(str, (date.day, date.month, date.year)))
    settled = date.day == date.month or (date.day or 0) > 12
    expected = str(date) if settled else "error"
    found = answer(text, dayfirst=None)
    assert expected == (found if isinstance(found, str) else str(parse_date(text)))


@given(
    st.text(max_size=70)
    | st.text("0123456789-/. ,T:Zq'年月marchdeofst", max_size=16)
    | st.from_regex(
        r"[0-9]{1,4}[-/. ,]{1,2}[a-zà-ÿ0-9]{1,9}[-/. ,]{1,2}[0-9]{1,4}", fullmatch=True
    ),
    st.sampled_from([None, True, False]),
)
def test_any_text_is_a_date_or_a_date_error(text: str, dayfirst: bool | None) -> None:  # noqa: FBT001
    """No other error escapes, and what is read lies within the years that are accepted."""
    found = answer(text, dayfirst=dayfirst)
    assert isinstance(found, str) or 1900 <= found["year"] <= 2100


@pytest.mark.parametrize("name", [pytest.param(name, id=name) for name in ("C", "C.UTF-8")])
def test_reading_does_not_depend_on_the_locale(name: str) -> None:
    """All shared cases come out the same under another locale."""
    before = locale.setlocale(locale.LC_ALL)
    expected = [case["expected"] for case in cases()]
    _partial_dates._outcome.cache_clear()
    _date_text._months.cache_clear()
    try:
        locale.setlocale(locale.LC_ALL, name)
        found = [answer(case["text"], dayfirst=case["dayfirst"]) for case in cases()]
    finally:
        locale.setlocale(locale.LC_ALL, before)
    assert expected == found


def test_text_of_64_characters_is_looked_at_and_no_longer_one() -> None:
    """Blanks around it are not counted."""
    longest = f"{'Mar':<60}2019"
    assert str(parse_date(f"  {longest}  ")) == "2019-03"
    with pytest.raises(DateError, match="64 characters"):
        parse_date(longest.replace(" ", "  ", 1))


def test_error_shows_the_first_40_characters() -> None:
    """And says that there are more."""
    with pytest.raises(DateError, match=r"^'x{40}' is not a date"):
        parse_date("x" * 40)
    with pytest.raises(DateError, match=r"^'x{40}'\.\.\. is not a date"):
        parse_date("x" * 41)


def test_days_of_each_month_are_those_of_the_calendar() -> None:
    """Up to the last year that Python knows."""
    months = [(year, month) for year in range(1, 10_000) for month in range(1, 13)]
    assert [_date_text.days_in(*each) for each in months] == [
        monthrange(*each)[1] for each in months
    ]
