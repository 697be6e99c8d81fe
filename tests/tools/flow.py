"""The picture of what becomes of personal data: all of it stays on one machine."""

from __future__ import annotations

from layers import GAP, PAD, layer

from endorsecheck._pictures import elements

STEPS = (
    ("you give it files", ("your export", "histories of endorsers", "your waivers")),
    ("it reads and judges, in memory", ("names", "dates", "places", "skills")),
    ("it writes what you ask for", ("a table", "a page", "a picture", "plain data")),
)
"""What happens, and what to."""

HEAD, FOOT = 24, 24
"""Room for the words at the top and at the bottom, in px."""


def stays(width: int) -> str:
    """The steps from the top down, in a frame that nothing leaves."""
    parts, y = [], float(PAD + HEAD)
    for meaning, names in STEPS:
        body, bottom = layer(list(names), meaning, y, width)
        parts.append(body)
        y = bottom + GAP
    rim = f"M6 6H{width - 6}V{y + GAP:.1f}H6Z"
    parts += [
        elements.group([elements.stroke(rim, cls="ec-rim")], cls="ec-unknown"),
        elements.words(PAD, PAD + 10, "Your machine", cls="ec-bold"),
        elements.words(PAD, y + FOOT, "nothing leaves it: no connection, no log", cls="ec-muted"),
    ]
    told = "; ".join(f"{meaning}: {', '.join(names)}" for meaning, names in STEPS)
    return elements.document(
        "".join(parts),
        width=width,
        height=y + FOOT + PAD,
        title="What becomes of personal data",
        description=f"On your machine: {told}. Nothing leaves it: no connection, no log.",
    )
