"""Invented profiles for the examples of many: any number of them, each from its number."""

from __future__ import annotations

import datetime as dt

import endorsecheck as ec

NAMES = ("Ravi Shah", "Lena Vogt", "Omar Haddad", "Priya Nair", "Mira Ekman")


def profile(number: int) -> tuple[ec.Profile, list[ec.Person]]:
    """Ten endorsements by five people; stands for the reading of a file or a database."""
    first = 2010 + number % 9
    people = [person(name, number, first, i) for i, name in enumerate(NAMES)]
    endorsements = [
        ec.Endorsement(f"Skill {i}", ec.Person(each.name, each.url), ec.PartialDate(first + i % 4))
        for i, each in enumerate([*people, *people])
    ]
    owner = ec.Person(
        f"Dana Reyes {number}", history=ec.WorkHistory([stay(number, first, first + 4)])
    )
    return ec.Profile(owner=owner, as_of=dt.date(2026, 6, 30), endorsements=endorsements), people


def person(name: str, number: int, first: int, i: int) -> ec.Person:
    """Somebody who was at the owner's company, or at a company with a name much like it."""
    url = f"www.linkedin.com/in/{name.split(maxsplit=1)[0].lower()}-{number}"
    return ec.Person(name, url, ec.WorkHistory([stay(number + i % 2, first + i, first + i + 2)]))


def stay(number: int, first: int, last: int) -> ec.Position:
    """A job of some years."""
    period = ec.Period(ec.PartialDate(first), ec.PartialDate(last))
    return ec.Position(f"Norvane {number % 7} Mills", "Engineer", period=period)
