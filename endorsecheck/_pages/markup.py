"""Pieces of HTML: elements with escaped text, and small pictures between words."""

from __future__ import annotations

from collections.abc import Callable

from endorsecheck._pictures import elements, mark_shapes
from endorsecheck.codes import Verdict

__all__: list[str] = []


def text(content: str, most: int = 500) -> str:
    """Text that shows as it stands, cut to a number of characters."""
    return elements.escape(content, most)


def element(name: str, content: str = "", **attributes: str) -> str:
    """One element; ``cls`` stands for ``class``. Content is markup already."""
    parts = [f' {"class" if key == "cls" else key}="{held}"' for key, held in attributes.items()]
    return f"<{name}{''.join(parts)}>{content}</{name}>"


def icon(verdict: Verdict) -> str:
    """The shape of a verdict, as high as the words beside it; words say what it means."""
    return _small("-1 -1 14 14", 14, 14, mark_shapes.icon(verdict, 6, 6))


def sample(name: str, width: float, drawn: Callable[[float, float], str]) -> str:
    """A piece of the key, and what it means."""
    picture = _small(f"-1 0 {elements.number(width + 2)} 18", width + 2, 18, drawn(0, 9))
    return element("span", f"{picture} {text(name)}", cls="sample")


def _small(view: str, width: float, height: float, body: str) -> str:
    return elements.tag(
        "svg",
        body,
        viewBox=view,
        width=width,
        height=height,
        aria_hidden="true",
        cls="ec-picture ec-inline",
    )
