"""How pictures look: one style sheet, light and dark, and the shape of each verdict.

Colour never stands alone: certain is solid, uncertain is hatched, and every verdict has a shape
and a sign of its own. The four verdict colours stay apart for people with any of the common
kinds of colour blindness, and on paper without colour.
"""

from __future__ import annotations

from endorsecheck.codes import Standing, Verdict

__all__: list[str] = []

LIGHT = {
    "card": "#ffffff",
    "frame": "#d5dbe2",
    "ink": "#1b2631",
    "muted": "#57636f",
    "grid": "#e7ebf0",
    "owner": "#3c4c5d",
    "endorser": "#7b8b9c",
    "can": "#1a66ad",
    "might": "#c98500",
    "cannot": "#8c1d40",
    "unknown": "#76818c",
}
"""The colours on a light ground."""

DARK = {
    "card": "#161b22",
    "frame": "#343c46",
    "ink": "#e8edf2",
    "muted": "#a3aeba",
    "grid": "#262d36",
    "owner": "#c4ced9",
    "endorser": "#8494a5",
    "can": "#58a6f0",
    "might": "#f2c14e",
    "cannot": "#e8637f",
    "unknown": "#b8c2cc",
}
"""The colours on a dark ground."""

TINT: dict[Verdict | Standing, str] = {
    Verdict.CAN_ATTEST: "can",
    Verdict.MIGHT_ATTEST: "might",
    Verdict.CANNOT_ATTEST: "cannot",
    Verdict.UNKNOWN: "unknown",
    Standing.FIRM: "can",
    Standing.OPEN: "might",
    Standing.RULED_OUT: "cannot",
}
"""The colour of each verdict, and of what a piece of evidence is worth."""

SHAPES = {
    Verdict.CAN_ATTEST: "M6 0A6 6 0 1 1 6 12A6 6 0 1 1 6 0Z",
    Verdict.MIGHT_ATTEST: "M6-1L13 6L6 13L-1 6Z",
    Verdict.CANNOT_ATTEST: "M0.5 0.5H11.5V11.5H0.5Z",
    Verdict.UNKNOWN: "M6 0.8A5.2 5.2 0 1 1 6 11.2A5.2 5.2 0 1 1 6 0.8Z",
}
"""The outline of each verdict in a square of 12 px: circle, diamond, square, open circle."""

SIGNS = {
    Verdict.CAN_ATTEST: "M3.2 6.2L5.3 8.3L9 4",
    Verdict.MIGHT_ATTEST: "M3 6.7Q4.5 4.6 6 6T9 5.3",
    Verdict.CANNOT_ATTEST: "M3.6 3.6L8.4 8.4M8.4 3.6L3.6 8.4",
    Verdict.UNKNOWN: "M4.4 4.8Q4.4 3.2 6 3.2T7.6 4.7Q7.6 5.7 6 6.3V7.1M6 8.7V8.9",
}
"""The sign inside it: a tick, a wave, a cross, a question mark."""

_FORM = """\
.ec-picture{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,\
sans-serif;font-size:11px}
.ec-picture text{paint-order:stroke;stroke-width:3px;stroke-linejoin:round}
.ec-picture path{fill:none}
.ec-picture tspan{unicode-bidi:isolate}
.ec-big{font-size:15px;font-weight:600}
.ec-bold{font-size:12px;font-weight:600}
.ec-note{font-size:11px;font-weight:400}
.ec-why{font-size:12px}
.ec-small{font-size:10px}
.ec-middle{text-anchor:middle}
.ec-end{text-anchor:end}
.ec-grid{stroke-width:1}
.ec-asof{stroke-width:1;stroke-dasharray:2 3}
.ec-edge{stroke-width:1}
.ec-loose{stroke-width:1;stroke-dasharray:3 2}
.ec-hatch{stroke-width:1.2}
.ec-gap{stroke-width:3;stroke-dasharray:3 2}
.ec-stem{stroke-width:1.3}
.ec-coarse{stroke-dasharray:4 3}
.ec-dim{opacity:.6}
.ec-sure{fill-opacity:.28}
.ec-maybe{fill-opacity:.1}
.ec-soft{fill-opacity:.16}
.ec-column{fill-opacity:.07}
.ec-rim{stroke-width:1.2;stroke-opacity:.75}
.ec-sign{stroke-width:1.5;stroke-linecap:round;stroke-linejoin:round}
.ec-picture .ec-shape{stroke-width:1.4}
"""


def _colours(palette: dict[str, str]) -> str:
    """The rules that depend on the ground."""
    fixed = """\
.ec-column{{fill:{owner}}}
.ec-small-mark .ec-shape{{stroke:{card}}}
.ec-card{{fill:{card};stroke:{frame}}}
.ec-picture text{{fill:{ink};stroke:{card}}}
.ec-picture .ec-muted,.ec-picture .ec-note{{fill:{muted}}}
.ec-grid{{stroke:{grid}}}
.ec-asof{{stroke:{muted}}}
.ec-sign{{stroke:{card}}}
.ec-unknown .ec-sign{{stroke:{unknown}}}
.ec-picture .ec-unknown .ec-shape{{fill:{card}}}
"""
    people = "".join(
        f".ec-{who} .ec-solid,.ec-picture .ec-{who} .ec-soft{{fill:{palette[who]}}}\n"
        f".ec-{who} .ec-edge,.ec-{who} .ec-hatch{{stroke:{palette[who]}}}\n"
        for who in ("owner", "endorser")
    )
    return fixed.format_map(palette) + people + "".join(map(_tint, _NAMES, [palette] * 4))


_NAMES = ("can", "might", "cannot", "unknown")


def _tint(name: str, palette: dict[str, str]) -> str:
    shape = "" if name == "unknown" else f".ec-picture .ec-{name} .ec-shape,"
    return (
        f"{shape}.ec-{name} .ec-fill,.ec-{name} .ec-soft{{fill:{palette[name]}}}\n"
        f".ec-line-{name},.ec-{name} .ec-shape,.ec-{name} .ec-rim,.ec-{name} .ec-loose,"
        f".ec-{name} .ec-hatch,.ec-{name} .ec-edge{{stroke:{palette[name]}}}\n"
    )


STYLE = (
    f"{_FORM}{_colours(LIGHT)}"
    f"@media screen and (prefers-color-scheme:dark){{\n{_colours(DARK)}}}\n"
)
"""The style sheet of every picture: light, and dark where the reader's screen is."""
