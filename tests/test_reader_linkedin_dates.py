"""The dates of an export: as LinkedIn writes them, and what spreadsheets make of them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from endorsecheck.dates import DateLike, DateMark, PartialDate, parse_date
from endorsecheck.exceptions import DateError, ReadError
from endorsecheck.readers import Severity, _as_of
from endorsecheck.readers import _linkedin_dates as dates

MAY = PartialDate(2016, 5)
DAY = PartialDate(2022, 7, 11)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("2022/07/11 17:41:30 UTC", (DAY, "2022-07-11T17:41:30Z"), id="as-exported"),
        pytest.param("2022-07-11", (DAY, None), id="a-day-alone"),
        pytest.param("2022/02/30 17:41:30 UTC", None, id="no-such-day"),
        pytest.param("2022/07/11 24:41:30 UTC", None, id="no-such-hour"),
        pytest.param("２０２２/07/11 17:41:30 UTC", (DAY, None), id="full-width"),
        pytest.param("yesterday", None, id="words"),
        pytest.param("", (DateMark.UNKNOWN, None), id="blank"),
    ],
)
def test_time_stamp(text: str, expected: tuple[DateLike, str | None] | None) -> None:
    """The day counts, the time is kept beside it."""
    assert expected == dates.stamp(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("11 Jul 2022", DAY, id="connections"),
        pytest.param("11-Jul-22", DAY, id="connections-saved-again"),
        pytest.param("1-Jul-22", PartialDate(2022, 7, 1), id="one-digit-day"),
        pytest.param("7/11/22, 5:41 PM", DAY, id="invitations"),
        pytest.param("07/11/22, 05:41 PM", DAY, id="recommendations"),
        pytest.param("7/11/2022, 5:41 PM", DAY, id="four-digit-year"),
        pytest.param("7/11/22, 5:41\u202fPM", DAY, id="narrow-blank"),
        pytest.param("Jul 11 2022", DAY, id="by-hand"),
        pytest.param("31 Dec 2100", PartialDate(2100, 12, 31), id="last-year-of-all"),
        pytest.param("1 Jan 2101", None, id="later"),
        pytest.param("13/11/22, 5:41 PM", None, id="month-13"),
        pytest.param("31-Jun-22", None, id="no-such-day"),
        pytest.param("1-Jul-02", None, id="before-linkedin"),
        pytest.param("1-Jul-03", PartialDate(2003, 7, 1), id="first-year"),
        pytest.param("1-Jul-99", PartialDate(2099, 7, 1), id="last-year"),
        pytest.param("7/11/22", None, id="either-order"),
        pytest.param("soon", None, id="words"),
        pytest.param("", DateMark.UNKNOWN, id="blank"),
    ],
)
def test_event(text: str, expected: DateLike | None) -> None:
    """Two digits of a year lie from 2003 on."""
    assert expected == dates.event(text)


DIGITS = st.integers(0, 33)


@given(st.integers(1890, 2110), DIGITS, DIGITS)
def test_days_as_linkedin_writes_them_are_read_as_any_others(
    year: int, month: int, day: int
) -> None:
    """There is a quicker way to what :func:`parse_date` makes of them."""
    text = f"{year}/{month:02}/{day:02}"
    found = dates.day(text)
    assert found == attempt(text)
    names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    written = f"{day} {names[month % 12]} {year}"
    assert dates.event(written) == attempt(written)
    if found is not None:
        expected = PartialDate(year, month, day)
        assert (found.earliest, found.latest) == (expected.earliest, expected.latest)


def attempt(text: str) -> DateLike | None:
    """What a date is read as wherever it stands."""
    try:
        return parse_date(text)
    except DateError:
        return None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("May 2016", (MAY, None), id="month"),
        pytest.param("2016", (PartialDate(2016), None), id="year"),
        pytest.param("Present", (DateMark.ONGOING, None), id="present"),
        pytest.param("May-16", (MAY, Severity.INFO), id="saved-again"),
        pytest.param("May-49", (PartialDate(2049, 5), Severity.INFO), id="pivot-above"),
        pytest.param("May-50", (PartialDate(1950, 5), Severity.INFO), id="pivot-below"),
        pytest.param("Mai 2016", (MAY, Severity.WARNING), id="german"),
        pytest.param("2016-05", (MAY, Severity.WARNING), id="iso"),
        pytest.param("May 1871", None, id="too-early"),
        pytest.param("May 12345", None, id="five-digits"),
        pytest.param("soon", None, id="words"),
    ],
)
def test_month(text: str, expected: tuple[DateLike, Severity | None] | None) -> None:
    """What LinkedIn does not write is read if it can be, and said."""
    assert expected == dates.month(text)


@pytest.mark.parametrize("number", range(1, 13))
def test_every_month_has_a_short_name(number: int) -> None:
    """As spreadsheets write it."""
    name = "JanFebMarAprMayJunJulAugSepOctNovDec"[3 * number - 3 : 3 * number]
    assert dates.month(f"{name}-16") == (PartialDate(2016, number), Severity.INFO)


@given(st.dates(dt.date(2003, 1, 1), dt.date(2099, 12, 31)))
def test_every_shape_of_a_day_gives_that_day(day: dt.date) -> None:
    """Connections, the same saved again, invitations and time stamps agree."""
    expected = PartialDate.of(day)
    name = "JanFebMarAprMayJunJulAugSepOctNovDec"[3 * day.month - 3 : 3 * day.month]
    shapes = (
        f"{day.day:02} {name} {day.year}",
        f"{day.day}-{name}-{day.year % 100:02}",
        f"{day.month}/{day.day}/{day.year % 100:02}, 5:41 PM",
    )
    assert [dates.event(shape) for shape in shapes] == [expected] * 3
    assert dates.stamp(f"{day:%Y/%m/%d} 00:00:00 UTC") == (expected, f"{day}T00:00:00Z")


@given(st.text(st.sampled_from("0123456789/-:, JanFebUTCAPM") | st.characters(codec="utf-8")))
def test_any_text_is_a_date_or_none(text: str) -> None:
    """Nothing escapes."""
    for read in (dates.stamp, dates.event, dates.month):
        read(text)


# ---- the day an export speaks for ----------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param(
            "Basic_LinkedInDataExport_06-30-2026.zip", dt.date(2026, 6, 30), id="archive"
        ),
        pytest.param(
            "Complete_LinkedInDataExport_07-11-2023 (1).zip.zip", dt.date(2023, 7, 11), id="twice"
        ),
        pytest.param("export_30-06-2026.zip", None, id="day-first-is-no-date"),
        pytest.param("export_106-30-2026.zip", None, id="longer-number"),
        pytest.param("export.zip", None, id="none"),
    ],
)
def test_date_in_the_name(name: str, expected: dt.date | None) -> None:
    """Month first, as LinkedIn writes it."""
    assert expected == _as_of.in_name(name)


@pytest.mark.parametrize(
    ("events", "starts", "expected"),
    [
        pytest.param([DAY, MAY], [], dt.date(2022, 7, 11), id="newest-event"),
        pytest.param([DateMark.UNKNOWN], [MAY], dt.date(2016, 5, 1), id="no-event"),
        pytest.param([DAY], [PartialDate(2022, 9)], dt.date(2022, 9, 1), id="a-new-job"),
        pytest.param([DAY], [PartialDate(2062)], dt.date(2022, 7, 11), id="a-slip"),
        pytest.param([DAY], [DateMark.UNKNOWN], dt.date(2022, 7, 11), id="unknown-start"),
        pytest.param([], [], None, id="nothing"),
    ],
)
def test_newest_date_in_the_data(
    events: list[DateLike], starts: list[DateLike], expected: dt.date | None
) -> None:
    """A coarse date counts from its first day; a typed one far ahead does not count."""
    assert expected == _as_of.in_data(events, starts)


@pytest.mark.parametrize(
    ("names", "data", "written", "expected"),
    [
        pytest.param(
            ["x_06-30-2026.zip"],
            dt.date(2026, 6, 1),
            [],
            (dt.date(2026, 6, 30), "name"),
            id="name",
        ),
        pytest.param(["x_06-30-2026"], None, [], (dt.date(2026, 6, 30), "name"), id="name-alone"),
        pytest.param(
            ["x", "x_06-30-2026/a.csv"], None, [], (dt.date(2026, 6, 30), "name"), id="folder"
        ),
        pytest.param(
            ["x_06-30-2020.zip"],
            dt.date(2026, 6, 1),
            [],
            (dt.date(2026, 6, 1), "data"),
            id="older",
        ),
        pytest.param(
            ["x"], dt.date(2026, 6, 1), ["2027-01-01"], (dt.date(2026, 6, 1), "data"), id="data"
        ),
        pytest.param(
            ["x"],
            None,
            ["2025-05-06", None, "2025-13-40"],
            (dt.date(2025, 5, 6), "archive"),
            id="archive",
        ),
    ],
)
def test_day_of_the_export(
    names: list[str],
    data: dt.date | None,
    written: list[str | None],
    expected: tuple[dt.date, str],
) -> None:
    """The name unless the data are newer, the data, the archive; never the clock."""
    day, how = _as_of.infer(names, data, written)
    assert expected == (day, how.split()[-1] if "export" not in how else "name")


@pytest.mark.parametrize(
    "written",
    [pytest.param([], id="no-archive"), pytest.param(["1980-01-01"], id="undated-archive")],
)
def test_no_date_at_all_asks_for_one(written: list[str | None]) -> None:
    """The argument is named."""
    with pytest.raises(ReadError, match=r"^x\.zip: no date anywhere, expected the argument as_of"):
        _as_of.infer(["x.zip"], None, written)
