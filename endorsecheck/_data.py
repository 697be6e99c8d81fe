"""The files of data that come with the package, read when first asked."""

from __future__ import annotations

import mmap
from pathlib import Path

__all__: list[str] = []


def data(name: str) -> bytes:
    """The content of a file of data, also where the package is in an archive."""
    place = Path(__file__).with_name("data") / name
    loader = __spec__.loader
    read = getattr(loader, "get_data", None)  # ``importlib.resources`` takes long to import
    content: bytes = place.read_bytes() if read is None else read(str(place))
    return content


def parts(name: str) -> bytes | mmap.mmap:
    """The same of a file of which only small parts are looked at: what is not stays on the disk.

    Workers on one machine share what they look at.
    """
    place = Path(__file__).with_name("data") / name
    try:
        with place.open("rb") as file:
            return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except OSError:  # in an archive, or on a disk of which nothing can be mapped
        return data(name)
