"""The files of data that come with the package, read when first asked."""

from __future__ import annotations

from pathlib import Path

__all__: list[str] = []


def data(name: str) -> bytes:
    """The content of a file of data, also where the package is in an archive."""
    place = Path(__file__).with_name("data") / name
    loader = __spec__.loader
    read = getattr(loader, "get_data", None)  # ``importlib.resources`` takes long to import
    content: bytes = place.read_bytes() if read is None else read(str(place))
    return content
