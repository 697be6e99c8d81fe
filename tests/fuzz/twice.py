"""Targets that read an input twice: in the quick way and cell by cell, which is to be the same."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from unittest import mock

import endorsecheck as ec
from endorsecheck.readers import Limits, _sheet, json_resume, linkedin, table
from endorsecheck.readers._sheet import Sheet

LIMITS = Limits(max_bytes=2**20, max_rows=10_000)


def in_blocks(data: bytes) -> str:
    """A table of people or of LinkedIn's, in blocks of three lines and row by row."""
    outcomes = []
    for read in (table.read_people, linkedin.read_table):
        with mock.patch.object(_sheet, "MOST", 3):
            found = _told(read, data)
        with mock.patch.object(Sheet, "_is_plain", return_value=False):
            assert found == _told(read, data), "blocks are as rows"
        outcomes.append(_outcome(found))
    return " ".join(outcomes)


def at_once(data: bytes) -> str:
    """Resumes, those that are plain at once and all cell by cell."""
    found = _told(json_resume.read_people, data)
    with mock.patch.object(json_resume, "plain_person", return_value=None):
        assert found == _told(json_resume.read_people, data), "plain resumes are as others"
    return _outcome(found)


def _told(read: Callable[..., Any], data: bytes) -> tuple[Any, ...]:
    """What is read, and where each person and engagement was; or the text of the error."""
    try:
        found = read(data, limits=LIMITS)
    except ec.EndorsecheckError as error:
        return (str(error),)
    records = found.people if hasattr(found, "people") else found.records
    people = [getattr(each, "person", each) for each in records]
    places = [getattr(each, "provenance", None) for each in people]
    jobs = [getattr(each, "history", ec.WorkHistory()).engagements for each in people]
    return found, places, [job.provenance for held in jobs for job in held]


def _outcome(found: tuple[Any, ...]) -> str:
    if len(found) == 1:
        return "refused"
    read, places, jobs = found
    kinds = {each.expected or each.problem for each in read.diagnostics}
    return f"{len(kinds)} {min(len(places), 3)} {min(len(jobs), 3)}"
