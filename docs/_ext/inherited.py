"""Attributes that a class has from a private base are listed with its own."""

from __future__ import annotations

import inspect

HEADING = "Attributes:"


def with_inherited(cls: type, lines: list[str]) -> list[str]:
    """The lines of a docstring, with the entries of private bases behind the class's own."""
    if HEADING not in lines:
        return lines
    own = entries(lines)
    names = {_name(each) for each in own}
    more = [
        entry
        for base in cls.__mro__[1:]
        if base.__name__.startswith("_")
        for entry in entries((inspect.getdoc(base) or "").splitlines())
        if _name(entry) not in names
    ]
    end = lines.index(HEADING) + 1 + sum(map(len, own))
    return [*lines[:end], *(line for entry in more for line in entry), *lines[end:]]


def entries(lines: list[str]) -> list[list[str]]:
    """The attributes that a docstring names, each with the lines that go on with it."""
    found: list[list[str]] = []
    for line in lines[lines.index(HEADING) + 1 :] if HEADING in lines else []:
        if not line.strip():
            break
        if line.startswith("     "):
            found[-1].append(line)
        else:
            found.append([line])
    return found


def _name(entry: list[str]) -> str:
    return entry[0].partition(":")[0].strip()
