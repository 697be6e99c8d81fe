"""Patterns of numbers: skills not listed, endorsed twice, or endorsed by strangers alone."""

from __future__ import annotations

from endorsecheck._observing import Observed, Scene, gathered, observation, plural
from endorsecheck._text import fold
from endorsecheck.codes import ObservationCode, Reason, Verdict
from endorsecheck.people import name_key

__all__: list[str] = []


def unlisted_skills(scene: Scene) -> Observed:
    """Endorsements of a skill that the owner does not list."""
    key = scene.skills.key
    listed = {key(each) for each in scene.profile.skills}
    if not listed:
        return None
    return [
        observation(
            ObservationCode.UNLISTED_SKILL,
            group,
            f"{plural(len(group), 'endorsement')} of a skill that is not in the owner's list",
        )
        for skill, group in gathered(
            scene.findings, lambda each: key(each.endorsement.skill)
        ).items()
        if skill not in listed
    ]


def self_endorsements(scene: Scene) -> Observed:
    """Endorsements by the owner."""
    mine = [each for each in scene.findings if Reason.SELF_ENDORSEMENT in each.reasons]
    text = f"{plural(len(mine), 'endorsement')} of the owner by the owner"
    return [observation(ObservationCode.SELF_ENDORSEMENT, mine, text)] if mine else []


def duplicates(scene: Scene) -> Observed:
    """Endorsements of one skill by one endorser, more than once."""
    found = []
    for group in scene.by_person.values():
        if len({fold(each.endorsement.skill) for each in group}) == len(group):
            continue
        skills = gathered(group, lambda each: fold(each.endorsement.skill))
        again = {skill: rows for skill, rows in skills.items() if len(rows) > 1}
        rows = [row for each in again.values() for row in each]
        text = f"{plural(len(again), 'skill')} endorsed {len(rows)} times"
        found.append(observation(ObservationCode.DUPLICATE, rows, text))
    return found


def ambiguous_people(scene: Scene) -> Observed:
    """Endorsements by somebody whose name several known people bear."""
    unclear = [each for each in scene.findings if Reason.AMBIGUOUS_PERSON in each.reasons]
    groups = gathered(unclear, lambda each: name_key(each.endorsement.endorser.name))
    return [
        observation(
            ObservationCode.AMBIGUOUS_PERSON,
            group,
            f"{plural(len(group), 'endorsement')} under a name that several known people bear",
        )
        for group in groups.values()
    ]


def only_endorsers(scene: Scene) -> Observed:
    """Skills of which every endorsement that is shown can't be attested to."""
    found = []
    for group in scene.by_skill:
        if any(each.verdict is not Verdict.CANNOT_ATTEST and each.is_shown for each in group):
            continue
        shown = [each for each in group if each.is_shown]
        if shown:
            text = f"none of {plural(len(shown), 'endorsement')} is by somebody who can attest"
            found.append(observation(ObservationCode.ONLY_ENDORSER, shown, text))
    return found
