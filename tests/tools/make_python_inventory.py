"""Write ``docs/python.inv``: the few names of Python that the docs link to, for offline builds.

python tests/tools/make_python_inventory.py
"""

from __future__ import annotations

import zlib
from pathlib import Path

TARGET = Path(__file__).parents[2] / "docs" / "python.inv"
CLASSES = {
    "bool": "library/functions.html#bool",
    "bytes": "library/stdtypes.html#bytes",
    "collections.abc.Callable": "library/collections.abc.html#collections.abc.Callable",
    "collections.abc.Collection": "library/collections.abc.html#collections.abc.Collection",
    "collections.abc.Iterable": "library/collections.abc.html#collections.abc.Iterable",
    "collections.abc.Iterator": "library/collections.abc.html#collections.abc.Iterator",
    "collections.abc.Mapping": "library/collections.abc.html#collections.abc.Mapping",
    "collections.abc.Sequence": "library/collections.abc.html#collections.abc.Sequence",
    "concurrent.futures.Executor": ("library/concurrent.futures.html#concurrent.futures.Executor"),
    "datetime.date": "library/datetime.html#datetime.date",
    "dict": "library/stdtypes.html#dict",
    "enum.Enum": "library/enum.html#enum.Enum",
    "float": "library/functions.html#float",
    "int": "library/functions.html#int",
    "io.TextIOBase": "library/io.html#io.TextIOBase",
    "list": "library/stdtypes.html#list",
    "object": "library/functions.html#object",
    "os.PathLike": "library/os.html#os.PathLike",
    "pathlib.Path": "library/pathlib.html#pathlib.Path",
    "set": "library/stdtypes.html#set",
    "str": "library/stdtypes.html#str",
    "tuple": "library/stdtypes.html#tuple",
    "type": "library/functions.html#type",
    "typing.Any": "library/typing.html#typing.Any",
    "typing.BinaryIO": "library/typing.html#typing.BinaryIO",
    "typing.TextIO": "library/typing.html#typing.TextIO",
}
EXCEPTIONS = {
    "Exception": "library/exceptions.html#Exception",
    "TypeError": "library/exceptions.html#TypeError",
    "ValueError": "library/exceptions.html#ValueError",
}


def main() -> None:
    """Write the inventory, version 2."""
    head = b"# Sphinx inventory version 2\n# Project: Python\n# Version: 3\n"
    head += b"# The remainder of this file is compressed using zlib.\n"
    lines = [f"{name} py:class 1 {place} -" for name, place in CLASSES.items()]
    lines += [f"{name} py:exception 1 {place} -" for name, place in EXCEPTIONS.items()]
    lines += ["None py:data 1 library/constants.html#None -"]
    TARGET.write_bytes(head + zlib.compress("\n".join([*lines, ""]).encode(), 9))


if __name__ == "__main__":
    main()
