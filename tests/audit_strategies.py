"""Hypothesis strategies for whole audits: an owner, an endorser and one endorsement.

Dates lie in two years, organizations are three, so that everything meets often. What the
drawn data mean is built by :func:`finding`.
"""

from __future__ import annotations

import datetime as dt

import attrs
import strategies as dates
from hypothesis import strategies as st

import endorsecheck as ec

AS_OF = dt.date(2021, 6, 30)
ORGANIZATIONS = ("Norvane Systems", "Brightwater Logistics", "Castellan Robotics")
SKILLS = ("Python", "Negotiation")


@attrs.frozen
class Scene:
    """An owner, an endorser, and what one said of the other."""

    owners: tuple[ec.Engagement, ...]
    theirs: tuple[ec.Engagement, ...]
    complete: bool
    recorded_on: dt.date | None
    date: ec.PartialDate | ec.DateMark


def positions() -> st.SearchStrategy[ec.Position]:
    """Give positions at one of three organizations, without skills or size."""
    return st.builds(
        ec.Position, st.sampled_from(ORGANIZATIONS), st.none(), period=dates.periods()
    )


def engagements() -> st.SearchStrategy[ec.Engagement]:
    """Give engagements of every kind."""
    names = st.sampled_from(ORGANIZATIONS)
    skills = st.lists(st.sampled_from(SKILLS), max_size=1)
    common = {"period": dates.periods(), "skills": skills}
    sized = {
        "team": st.sampled_from([None, "Billing"]),
        "headcount": st.sampled_from([None, 9_000]),
    }
    return (
        st.builds(ec.Position, names, **common, **sized)
        | st.builds(ec.Volunteering, names, **common)
        | st.builds(ec.Education, names, **common)
        | st.builds(
            ec.Project, st.sampled_from(["Apollo", "Website"]), names | st.none(), **common
        )
    )


def scenes(
    stays: st.SearchStrategy[ec.Engagement] | None = None, *, most: int = 3
) -> st.SearchStrategy[Scene]:
    """Give scenes of a few engagements on each side."""
    each = engagements() if stays is None else stays
    several = st.lists(each, min_size=1, max_size=most).map(tuple)
    day = dates.partial_dates() | st.just(ec.parse_date("2021-02"))
    recorded = st.sampled_from([None, dt.date(2020, 12, 31), AS_OF])
    return st.builds(Scene, several, several, st.booleans(), recorded, day)


def profile(scene: Scene) -> ec.Profile:
    """The profile of a scene, the endorser's history in the endorsement itself."""
    history = ec.WorkHistory(scene.theirs, complete=scene.complete, recorded_on=scene.recorded_on)
    endorser = ec.Person("Ravi Shah", history=history)
    return ec.Profile(
        owner=ec.Person("Dana Reyes", history=ec.WorkHistory(scene.owners)),
        as_of=AS_OF,
        endorsements=[ec.Endorsement(SKILLS[0], endorser, scene.date)],
    )


def finding(scene: Scene) -> ec.Finding:
    """The one finding of a scene."""
    return ec.audit(profile(scene)).findings[0]
