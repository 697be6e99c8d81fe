"""The colours of pictures: far enough apart for everybody, and readable."""

from __future__ import annotations

import itertools
import math
import re

import pytest

from endorsecheck._pages import style
from endorsecheck._pictures.style import DARK, LIGHT, SHAPES, SIGNS, STYLE, TINT
from endorsecheck.codes import Verdict

Colour = tuple[float, float, float]

EYES = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
"""How colours look to different eyes: Machado, Oliveira and Fernandes (2009), severity 1."""

VERDICTS = ("can", "might", "cannot", "unknown")


def linear(colour: str) -> Colour:
    """The light of a colour written as #rrggbb."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts
    )
    return red, green, blue


def times(matrix: tuple[tuple[float, ...], ...], colour: Colour) -> Colour:
    """A colour seen through a matrix, within what a screen shows."""
    one, two, three = (
        min(1, max(0, sum(a * b for a, b in zip(row, colour, strict=True)))) for row in matrix
    )
    return one, two, three


def lab(colour: Colour) -> Colour:
    """The place of a colour in the space in which distances are differences seen (CIELAB)."""
    rows = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
    white = (0.9505, 1.0, 1.089)
    ratios = [
        sum(a * b for a, b in zip(row, colour, strict=True)) / w
        for row, w in zip(rows, white, strict=True)
    ]
    x, y, z = (r ** (1 / 3) if r > 0.008856 else 7.787 * r + 16 / 116 for r in ratios)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def difference(one: str, other: str, eyes: str) -> float:
    """How different two colours look; 2 can just be told apart, side by side."""
    places = [lab(times(EYES[eyes], linear(each))) for each in (one, other)]
    return math.dist(*places)


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG 2.2 defines it."""
    lights = [
        sum(a * b for a, b in zip((0.2126, 0.7152, 0.0722), linear(each), strict=True))
        for each in (one, other)
    ]
    return (max(lights) + 0.05) / (min(lights) + 0.05)


@pytest.mark.parametrize(
    "palette", [pytest.param(LIGHT, id="light"), pytest.param(DARK, id="dark")]
)
@pytest.mark.parametrize("eyes", EYES)
@pytest.mark.parametrize(("one", "other"), list(itertools.combinations(VERDICTS, 2)))
def test_verdicts_look_different_to_all_eyes(
    palette: dict[str, str], eyes: str, one: str, other: str
) -> None:
    """Ten times what can just be told apart."""
    assert difference(palette[one], palette[other], eyes) >= 18


@pytest.mark.parametrize(
    "palette", [pytest.param(LIGHT, id="light"), pytest.param(DARK, id="dark")]
)
@pytest.mark.parametrize("name", ["ink", "muted"])
def test_text_is_readable(palette: dict[str, str], name: str) -> None:
    """WCAG 2.2, success criterion 1.4.3: at least 4.5 to 1."""
    assert contrast(palette[name], palette["card"]) >= 4.5


@pytest.mark.parametrize(
    "palette", [pytest.param(LIGHT, id="light"), pytest.param(DARK, id="dark")]
)
@pytest.mark.parametrize("name", [*VERDICTS, "owner", "endorser"])
def test_marks_and_bars_stand_out(palette: dict[str, str], name: str) -> None:
    """WCAG 2.2, success criterion 1.4.11: at least 3 to 1."""
    assert contrast(palette[name], palette["card"]) >= 3


def test_every_verdict_has_a_shape_a_sign_and_a_colour_of_its_own() -> None:
    """No two share one, so colour never stands alone."""
    for cues in (SHAPES, SIGNS, {verdict: TINT[verdict] for verdict in Verdict}):
        assert len(Verdict) == len({cues[verdict] for verdict in Verdict})


def test_style_sheet_asks_for_nothing_from_outside() -> None:
    """No address, no import, and nothing that could end the element it stands in."""
    for sheet in (STYLE, style.PAGE_STYLE):
        assert re.findall(r"url|@import|expression|<|//|\\", sheet) == []


def test_style_sheet_follows_light_and_dark() -> None:
    """The dark colours stand in a block of their own, for screens."""
    light, dark = STYLE.split("@media screen and (prefers-color-scheme:dark)")
    assert LIGHT["card"] in light
    assert DARK["card"] in dark
    assert STYLE.count("{") == STYLE.count("}")
