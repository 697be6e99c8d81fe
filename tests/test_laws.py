"""Laws that hold for every audit, whatever the data."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import random
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import attrs
import strategies as dates
from audit_strategies import AS_OF, SKILLS, Scene, engagements, finding, positions, profile, scenes
from hypothesis import assume, given
from hypothesis import strategies as st
from oracle import truths

import endorsecheck as ec
from endorsecheck import report
from endorsecheck.codes import Reason, Verdict
from endorsecheck.readers import table
from endorsecheck.readers._guard import unguarded

T = TypeVar("T")


@given(scenes(positions()))
def test_firm_verdicts_hold_on_every_reading(scene: Scene) -> None:
    """An oracle that reads the dates day by day never finds the opposite."""
    verdict = finding(scene).verdict
    seen = truths(scene, readings=40)
    assert not (verdict is Verdict.CAN_ATTEST and False in seen)
    assert not (verdict is Verdict.CANNOT_ATTEST and True in seen)


@given(scenes(), engagements())
def test_one_more_engagement_takes_no_basis_away(scene: Scene, more: ec.Engagement) -> None:
    """Whoever can attest still can, and whoever might does not become a cannot."""
    before = finding(scene).verdict
    after = finding(attrs.evolve(scene, theirs=(*scene.theirs, more))).verdict
    if before is Verdict.CAN_ATTEST:
        assert after is Verdict.CAN_ATTEST
    if before is Verdict.MIGHT_ATTEST:
        assert after in (Verdict.CAN_ATTEST, Verdict.MIGHT_ATTEST)


@given(scenes(most=2), st.data())
def test_narrowing_a_date_never_flips_a_firm_verdict(scene: Scene, data: st.DataObject) -> None:
    """What is certain of a year is certain of each of its days."""
    before = finding(scene).verdict
    stay = scene.theirs[0]
    period = data.draw(dates.narrowed_periods(stay.period))
    narrowed = attrs.evolve(scene, theirs=(attrs.evolve(stay, period=period), *scene.theirs[1:]))
    after = finding(narrowed).verdict
    if before.is_firm:
        assert after is before


@given(scenes())
def test_without_a_history_everything_is_unknown(scene: Scene) -> None:
    """Whatever the owner did."""
    found = finding(attrs.evolve(scene, theirs=()))
    assert (found.verdict, found.reasons) == (Verdict.UNKNOWN, (Reason.NO_HISTORY,))


@given(scenes())
def test_renaming_everything_consistently_changes_nothing(scene: Scene) -> None:
    """Names matter only as far as they are equal."""
    names = {
        "Norvane Systems": "Harrowgate Mills",
        "Brightwater Logistics": "Fennick Optics",
        "Castellan Robotics": "Elmbridge Foods",
    }

    def renamed(each: ec.Engagement) -> ec.Engagement:
        if each.organization is None:
            return each
        return attrs.evolve(each, organization=names[each.organization])

    other = attrs.evolve(
        scene,
        owners=tuple(map(renamed, scene.owners)),
        theirs=tuple(map(renamed, scene.theirs)),
    )
    one, two = finding(scene), finding(other)
    assert (one.verdict, one.reasons) == (two.verdict, two.reasons)


@given(scenes(), st.data())
def test_splitting_a_stay_on_a_day_changes_no_verdict(scene: Scene, data: st.DataObject) -> None:
    """Two stays that adjoin are one."""
    stay = scene.theirs[0]
    bounds = stay.period.bounds(scene.recorded_on or AS_OF)
    first, last = bounds.first_latest, bounds.last_earliest
    assume(last is not None)
    assert last is not None
    assume(first < last)
    day = dt.date.fromordinal(data.draw(st.integers(first + 1, last)))
    eve = ec.PartialDate.of(day - dt.timedelta(days=1))
    halves = (
        attrs.evolve(stay, period=ec.Period(stay.period.start, eve)),
        attrs.evolve(stay, period=ec.Period(ec.PartialDate.of(day), stay.period.end)),
    )
    split = finding(attrs.evolve(scene, theirs=(*halves, *scene.theirs[1:])))
    assert finding(scene).verdict is split.verdict


@given(scenes(most=1))
def test_mirrored_audit_agrees_on_the_overlap(scene: Scene) -> None:
    """What the owner shared with the endorser, the endorser shared with the owner."""
    mirrored = attrs.evolve(scene, owners=scene.theirs, theirs=scene.owners, recorded_on=None)
    one = finding(attrs.evolve(scene, recorded_on=None))
    other = finding(mirrored)
    assert [each.overlap for each in one.evidence] == [each.overlap for each in other.evidence]


@given(scenes())
def test_plain_data_is_the_result(scene: Scene) -> None:
    """Through JSON and back."""
    result = ec.audit(profile(scene))
    assert result == ec.AuditResult.from_dict(json.loads(json.dumps(result.to_dict())))


@given(st.lists(scenes(), min_size=1, max_size=4), st.randoms(use_true_random=False))
def test_order_of_everything_changes_nothing(drawn: list[Scene], rng: random.Random) -> None:
    """Of endorsements, people, and each one's engagements."""
    one, other = (crowd(drawn, shuffle) for shuffle in (list, lambda items: shuffled(items, rng)))
    assert one.to_dict()["findings"] == other.to_dict()["findings"]
    assert one.observations == other.observations


def shuffled(items: Iterable[T], rng: random.Random) -> list[T]:
    """The items in another order."""
    found = list(items)
    rng.shuffle(found)
    return found


def crowd(drawn: list[Scene], order: Callable[[Iterable[Any]], list[Any]]) -> ec.AuditResult:
    """All endorsers of some scenes, known from elsewhere, and the owner of the first."""
    people = [
        ec.Person(
            f"Ravi Shah {i}",
            f"linkedin.com/in/ravi-{i}",
            ec.WorkHistory(order(each.theirs), complete=each.complete),
        )
        for i, each in enumerate(drawn)
    ]
    given_by = [
        ec.Endorsement(SKILLS[0], ec.Person(who.name, who.url), each.date)
        for who, each in zip(people, drawn, strict=True)
    ]
    owner = ec.Person("Dana Reyes", history=ec.WorkHistory(order(drawn[0].owners)))
    whole = ec.Profile(owner=owner, as_of=AS_OF, endorsements=order(given_by))
    return ec.audit(whole, order(people))


NAMES = st.text(st.characters(codec="utf-8", exclude_characters="⟦"), min_size=1)
"""Any text but that which looks like the stand-in of a character that does not show."""


def named(name: str, skill: str) -> ec.AuditResult | None:
    """The audit of one endorsement of a skill by somebody of whom nothing is known."""
    try:
        given_by = ec.Endorsement(skill, ec.Person(name, "linkedin.com/in/ravi"))
    except ec.ModelError:
        return None
    owner = ec.Person("Dana Reyes", history=ec.WorkHistory([ec.Position("Acme Corp")]))
    return ec.audit(ec.Profile(owner=owner, as_of=AS_OF, endorsements=[given_by]))


@given(NAMES, NAMES)
def test_filled_worksheet_reads_back_as_the_people_it_asked_for(name: str, skill: str) -> None:
    """Name and address, what was guarded against spreadsheets without its guard."""
    result = named(name, skill)
    assume(result is not None)
    assert result is not None
    file, filled = io.StringIO(newline=""), io.StringIO(newline="")
    table.write_worksheet(result, file)
    header, row = csv.reader(io.StringIO(file.getvalue(), newline=""))
    row[header.index("Organization")] = "Acme Corp"
    csv.writer(filled).writerows([header, row])
    read = table.read_people(filled.getvalue().encode())
    asked = result.findings[0].endorsement.endorser
    assert [(each.name, each.url) for each in read.people] == [(asked.name, asked.url)]


@given(scenes())
def test_json_lines_read_back_as_the_findings(scene: Scene) -> None:
    """Line by line, in their order."""
    result = ec.audit(profile(scene))
    file = io.StringIO()
    report.write_jsonl(result, file)
    findings = [json.loads(line) for line in file.getvalue().splitlines()]
    assert ec.AuditResult.from_dict({**result.to_dict(), "findings": findings}) == result


@given(NAMES, NAMES)
def test_csv_reads_back_as_the_cells_it_shows(name: str, skill: str) -> None:
    """Quotes, delimiters and guards are all undone."""
    result = named(name, skill)
    assume(result is not None)
    assert result is not None
    file = io.StringIO(newline="")
    report.write_csv(result, file)
    header, row = csv.reader(io.StringIO(file.getvalue(), newline=""))
    shown = [show(result.findings[0]) for show in report.COLUMNS.values()]
    assert header == list(report.COLUMNS)
    assert [unguarded(cell) for cell in row] == shown
