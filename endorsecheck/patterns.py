"""Patterns in the endorsements: bursts, swaps, look-alikes. They change no verdict.

Each rule goes once through the findings, so the cost grows with their number. A rule that
needs data which the profile lacks is not run, and is not among the rules said to have run.
All endorsements count, shown or not, but for ``only-endorser`` and ``stale``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from endorsecheck import _deceptions, _pace, _tallies
from endorsecheck._observing import Observed, Scene, by_name
from endorsecheck._results import Finding, Observation
from endorsecheck.codes import ObservationCode
from endorsecheck.models import Criteria, Person, Profile

__all__ = ["observe"]

_RULES: dict[ObservationCode, Callable[[Scene], Observed]] = {
    ObservationCode.BURST: _pace.bursts,
    ObservationCode.SWAP: _pace.swaps,
    ObservationCode.ON_CONNECTING: _pace.on_connecting,
    ObservationCode.UNLISTED_SKILL: _tallies.unlisted_skills,
    ObservationCode.BEFORE_CAREER: _pace.before_career,
    ObservationCode.SELF_ENDORSEMENT: _tallies.self_endorsements,
    ObservationCode.DUPLICATE: _tallies.duplicates,
    ObservationCode.AMBIGUOUS_PERSON: _tallies.ambiguous_people,
    ObservationCode.LOOKALIKE_NAME: _deceptions.lookalikes,
    ObservationCode.ONLY_ENDORSER: _tallies.only_endorsers,
    ObservationCode.STALE: _pace.stale,
    ObservationCode.HIDDEN_CHARACTERS: _deceptions.hidden_characters,
    ObservationCode.DECEPTIVE_ADDRESS: _deceptions.deceptive_addresses,
}


def observe(
    profile: Profile,
    findings: Sequence[Finding],
    people: Iterable[Person] = (),
    *,
    criteria: Criteria | None = None,
) -> tuple[tuple[Observation, ...], tuple[ObservationCode, ...]]:
    """Look for all patterns; :func:`endorsecheck.audit` does so and keeps the answer.

    Args:
        profile: What the findings are about.
        findings: Of all endorsements received.
        people: What is known of people from elsewhere; their names are compared.
        criteria: The thresholds; ``Criteria()`` if not given.

    Returns:
        The observations, in the order of their codes, then by person and skill; and the codes
        of the rules that were run, whether or not they found anything.

    Example:
        >>> import datetime as dt
        >>> import endorsecheck as ec
        >>> from endorsecheck import patterns
        >>> profile = ec.Profile(
        ...     owner=ec.Person("Dana Reyes"),
        ...     as_of=dt.date(2026, 6, 30),
        ...     endorsements=[ec.Endorsement("Python", ec.Person("Dana Reyes"))],
        ... )
        >>> observations, _ = patterns.observe(profile, ec.audit(profile).findings)
        >>> [each.code.value for each in observations]
        ['self-endorsement', 'only-endorser']
    """
    scene = Scene(profile, findings, tuple(people), criteria or Criteria())
    observations: list[Observation] = []
    run = []
    for code, rule in _RULES.items():
        observed = rule(scene)
        if observed is not None:
            run.append(code)
            observations += sorted(observed, key=_order)
    return tuple(observations), tuple(run)


def _order(observation: Observation) -> tuple[object, ...]:
    """Sort key: the people, the skills, the text."""
    return [by_name(each) for each in observation.people], observation.skills, observation.text
