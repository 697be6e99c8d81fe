"""The picture of the layers of the package, made from what the tests assert of its imports."""

from __future__ import annotations

from collections.abc import Iterator

from test_package import LAYERS

from endorsecheck._pictures import elements

PAD, HEAD, CHIP, GAP = 14, 20, 20, 6
"""Room at the rim, height of a layer's name and of a module's box, and room between, in px."""

MEANINGS = (
    "errors, and text that shows as itself",
    "dates, periods, overlaps",
    "records, and text made comparable",
    "who is this, and is it the same employer",
    "pairs of engagements weighed",
    "what is known of a person; endorsements as columns",
    "findings and results",
    "one endorsement judged; patterns seen",
    "invitations judged",
    "audit, comparison, tables",
    "in and out: readers, reports, workers, engines",
    "pictures",
    "pages and notebooks",
)
"""What each layer is about, from the bottom up."""


def layers(width: int) -> str:
    """The layers from the top down; a module imports from its own layer and those below."""
    parts, y = [], float(PAD)
    for names, meaning in reversed(list(zip(LAYERS, MEANINGS, strict=True))):
        body, bottom = layer(names.split(), meaning, y, width)
        parts.append(body)
        y = bottom + GAP
    told = "; ".join(f"{what}: {names}" for names, what in zip(LAYERS, MEANINGS, strict=True))
    return elements.document(
        "".join(parts),
        width=width,
        height=y - GAP + PAD,
        title="The layers of the package",
        description=f"From the bottom up. {told}.",
    )


def layer(names: list[str], meaning: str, y: float, width: int) -> tuple[str, float]:
    """One layer and where it ends."""
    boxes = list(placed(names, y + HEAD, width))
    bottom = max(top for _, _, top in boxes) + CHIP + GAP
    ground = elements.box(PAD, y, width - PAD, bottom, rx=4, cls="ec-soft")
    title = elements.words(PAD + 8, y + 14, meaning, cls="ec-bold")
    drawn = [chip(*box) for box in boxes]
    return elements.group([ground, title, *drawn], cls="ec-can"), bottom


def placed(names: list[str], y: float, width: int) -> Iterator[tuple[str, float, float]]:
    """The boxes of modules in rows: public ones first."""
    x = float(PAD + 8)
    for name in sorted(names, key=lambda each: (each.startswith("_"), each.lstrip("_"))):
        if x > PAD + 8 and x + wide(name) > width - PAD - 8:
            x, y = float(PAD + 8), y + CHIP + GAP
        yield name, x, y
        x += wide(name) + GAP


def wide(name: str) -> float:
    """Width of a box in px."""
    return elements.width_of(name, 11) + 12


def chip(name: str, x: float, y: float) -> str:
    """A module: a firm rim if it is public, a broken one if it is private."""
    rim = f"M{x:.1f} {y:.1f}H{x + wide(name):.1f}V{y + CHIP:.1f}H{x:.1f}Z"
    is_private = name.startswith("_")
    look = "ec-muted" if is_private else "ec-label"
    return elements.stroke(rim, cls="ec-loose" if is_private else "ec-rim") + elements.words(
        x + 6, y + 14, name, cls=look
    )
