"""What several sources tell of one person, put together."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Sequence
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import endorsecheck as ec
from endorsecheck._merging import Conflict, Merged, Told, merge

NOW, EARLIER = dt.date(2026, 6, 30), dt.date(2019, 3, 1)


def job(
    source: str | None,
    start: str = "",
    end: str = "",
    *,
    day: dt.date = NOW,
    file: str | None = None,
    complete: bool = False,
    **more: Any,
) -> Told:
    """A position at Acme as one source tells of it."""
    where = ec.Provenance(source, file) if source else None
    period = ec.Period.parse(start, end)
    stay = ec.Position(more.pop("at", "Acme"), period=period, provenance=where, **more)
    return Told(stay, day, complete)


def periods(merged: Merged) -> list[str]:
    """The periods that remain, in order."""
    return sorted(str(engagement.period) for engagement, _ in merged.history)


def recorded(merged: Merged) -> set[tuple[ec.Engagement, dt.date]]:
    """What remains, in no order."""
    return set(merged.history)


# ---- which are one -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(job("a", "2016"), job("a", "2016-05"), id="one-source"),
        pytest.param(job(None, "2016"), job("b", "2016-05"), id="no-source"),
        pytest.param(
            job("a", "2016"), job("b", "2016-05", at="Northgate"), id="other-organization"
        ),
        pytest.param(
            job("a", "2016", title="Clerk"), job("b", "2016-05", title="Cook"), id="other-title"
        ),
        pytest.param(job("a", "2012", "2014"), job("b", "2016", "2018"), id="other-time"),
        pytest.param(
            job("a", "2016", organization_id="linkedin:1"),
            job("b", "2016-05", organization_id="linkedin:2"),
            id="other-id",
        ),
        pytest.param(
            job("a", "2016"),
            Told(ec.Volunteering("Acme", provenance=ec.Provenance("b")), NOW),
            id="other-kind",
        ),
        pytest.param(
            job("a", "2016"), job("b", "2030", "Present", day=NOW), id="begins-after-recording"
        ),
    ],
)
def test_two_jobs_stay_two(one: Told, other: Told) -> None:
    """Where a source, the kind, the name, the title, the id or the time tells them apart."""
    assert recorded(merge([one, other])) == {one.recorded, other.recorded}


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(job("b", "2016-05", "2018"), id="same-name"),
        pytest.param(job("b", "2016-05", "2018", at="ACME, Inc."), id="legal-form"),
        pytest.param(job("b", "2016-05", "2018", title="Clerk"), id="title"),
        pytest.param(job("a", "2016-05", "2018", file="b.csv"), id="other-file"),
        pytest.param(job("b", "2016-05", "2018", organization_id="linkedin:1"), id="id"),
    ],
)
def test_one_job_of_two_sources_is_one(other: Told) -> None:
    """The finer period is kept, with the title that one of them has."""
    merged = merge([job("a", "2016", "2018", title="Clerk"), other])
    assert [(getattr(each, "title", None), str(each.period)) for each, _ in merged.history] == [
        ("Clerk", "2016-05 to 2018")
    ]
    assert merged.conflicts == ()


def test_projects_are_compared_by_name() -> None:
    """Two projects at one organization are two."""
    found = [
        Told(ec.Project(name, "Acme", provenance=ec.Provenance(source)), NOW)
        for name, source in (("Apollo", "a"), ("APOLLO", "b"), ("Gemini", "b"))
    ]
    assert len(merge(found).history) == 2


def test_job_that_could_be_either_of_two_is_left_alone() -> None:
    """Nobody guesses which one is meant."""
    told = [job("a", "2010", "2018"), job("b", "2010", "2012"), job("b", "2015", "2018")]
    assert recorded(merge(told)) == {each.recorded for each in told}


def test_same_engagement_twice_in_a_source_is_one() -> None:
    """As before, from one source or from several."""
    assert len(merge([job("a", "2016"), job("a", "2016")]).history) == 1
    assert len(merge([job("a", "2016"), job("a", "2016"), job("b", "2016")]).history) == 1


# ---- what remains ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param(("2016", "2018"), ("2016-05", "2018"), "2016-05 to 2018", id="contained"),
        pytest.param(("2016", "2018"), ("", ""), "2016 to 2018", id="undated"),
        pytest.param(("2016", "2018"), ("2016", ""), "2016 to 2018", id="unknown-end"),
        pytest.param(("2016", "Present"), ("2016", ""), "2016 to ongoing", id="ongoing"),
        pytest.param(("2016", "2016-05"), ("2016", "2016-05"), "2016 to 2016-05", id="equal"),
    ],
)
def test_finer_period_is_kept(one: tuple[str, str], other: tuple[str, str], expected: str) -> None:
    """Where the one says all that the other says."""
    assert [expected] == periods(merge([job("a", *one), job("b", *other)]))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param(("2018-01", "2020"), ("2018-01", "2018"), "2018-01 to unknown", id="end"),
        pytest.param(("2018-01", "2020"), ("2018-05", "2020"), "2018 to 2020", id="same-year"),
        pytest.param(
            ("2018-01-02", "2020"), ("2018-01-05", "2020"), "2018-01 to 2020", id="same-month"
        ),
        pytest.param(("2016", "2020"), ("2018", "2020-05"), "unknown to 2020", id="start"),
        pytest.param(("2018", "2020"), ("2018", "Present"), "2018 to unknown", id="left-or-not"),
        pytest.param(("2016", "Present"), ("2018", "Present"), "unknown to ongoing", id="ongoing"),
        pytest.param(("2018", "2020"), ("2019", ""), "unknown to unknown", id="unknown-end"),
    ],
)
def test_contradiction_is_told_and_leaves_what_is_common(
    one: tuple[str, str], other: tuple[str, str], expected: str
) -> None:
    """A date on which they agree, a year or month they share; else nothing is known."""
    told = [job("a", *one), job("b", *other)]
    merged = merge(told)
    assert [expected] == periods(merged)
    (conflict,) = merged.conflicts
    assert set(conflict.engagements) == {each.engagement for each in told}
    assert expected == str(conflict.period)


@pytest.mark.parametrize(
    ("end", "day", "expected", "conflicts"),
    [
        pytest.param("2018", EARLIER, "2016 to unknown", 1, id="left-before"),
        pytest.param("2020", EARLIER, "2016 to 2020", 0, id="left-after"),
        pytest.param("2019", EARLIER, "2016 to 2019", 0, id="left-that-year"),
        pytest.param("Present", EARLIER, "2016 to ongoing", 0, id="still-there"),
    ],
)
def test_present_is_that_of_the_day_of_recording(
    end: str, day: dt.date, expected: str, conflicts: int
) -> None:
    """Who was there in 2019 may have left in 2020, and not in 2018."""
    merged = merge([job("a", "2016", "Present", day=day), job("b", "2016", end)])
    assert [expected] == periods(merged)
    assert conflicts == len(merged.conflicts)
    assert {each for _, each in merged.history} == {NOW}


def test_what_two_sources_know_in_part_is_not_combined() -> None:
    """A start and an end of two sources may be those of two stays."""
    told = [job("a", "2015", ""), job("b", "", "2019")]
    assert recorded(merge(told)) == {each.recorded for each in told}


@pytest.mark.parametrize(
    ("coarse", "fine", "expected"),
    [
        pytest.param({}, {"complete": True}, 1, id="fine-complete"),
        pytest.param({"complete": True}, {}, 2, id="coarse-complete"),
        pytest.param({"complete": True}, {"complete": True}, 1, id="both"),
        pytest.param({"complete": True}, {"complete": True, "day": EARLIER}, 2, id="fine-older"),
    ],
)
def test_complete_history_gives_way_to_one_as_complete_alone(
    coarse: dict[str, Any], fine: dict[str, Any], expected: int
) -> None:
    """What it leaves open, no list of some of the jobs settles."""
    told = [job("a", "", "", **coarse), job("b", "2016-05", "2018", **fine)]
    assert expected == len(merge(told).history)


@pytest.mark.parametrize(
    "more",
    [
        pytest.param({"team": "Ledger"}, id="team"),
        pytest.param({"location": "Leeds"}, id="location"),
        pytest.param({"headcount": 5}, id="headcount"),
        pytest.param({"skills": ["SQL"]}, id="skills"),
        pytest.param({"organization_id": "linkedin:1"}, id="id"),
    ],
)
def test_what_else_a_source_says_is_not_lost(more: dict[str, Any]) -> None:
    """Nor is it given the finer period of another source."""
    assert periods(merge([job("a", "2016"), job("b", "2016-05")])) == ["2016-05 to unknown"]
    merged = merge([job("a", "2016", **more), job("b", "2016-05")])
    assert periods(merged) == ["2016 to unknown", "2016-05 to unknown"]


def test_all_places_are_told() -> None:
    """The engagement that is kept says where else it was read."""
    merged = merge([job("a", "2016", file="a.csv"), job("b", "2016-05", file="b.json")])
    ((kept, _),) = merged.history
    assert kept.provenance == ec.Provenance("b", "b.json", note="also a.csv")


def test_note_of_the_source_is_kept() -> None:
    """Before the other places."""
    noted = attrs.evolve(
        job("b", "2016-05").engagement, provenance=ec.Provenance("b", note="self-asserted")
    )
    ((kept, _),) = merge([job("a", "2016"), Told(noted, NOW)]).history
    assert kept.provenance is not None
    assert kept.provenance.note == "self-asserted; also a"


# ---- laws --------------------------------------------------------------------------------------

DATES = st.sampled_from(["", "2015", "2016", "2016-05", "2016-05-03", "2016-06", "2018"])
ENDS = DATES | st.just("Present")
TOLD = st.builds(
    lambda source, start, end, **more: (source, start, end, more),
    st.sampled_from(["a", "b", "c", None]),
    DATES,
    ENDS,
    day=st.sampled_from([NOW, EARLIER, dt.date(2016, 5, 2)]),
    title=st.sampled_from([None, "Clerk", "Cook"]),
    team=st.sampled_from([None, None, "Ledger"]),
    headcount=st.sampled_from([None, None, 5_000]),
    complete=st.booleans(),
)


def built(parts: Sequence[Any]) -> list[Told]:
    """The engagements that there are: not those that end before they start."""
    return [job(*told, **more) for *told, more in parts if fits(*told)]


def fits(_: str | None, start: str, end: str) -> bool:
    """Whether there is such a period."""
    try:
        ec.Period.parse(start, end)
    except ec.DateError:
        return False
    return True


HISTORIES = st.lists(TOLD, max_size=5).map(built)


def said(merged: Merged) -> tuple[Any, ...]:
    """All that a merged history says, its provenance too."""
    history = {(told, repr(told[0].provenance)) for told in merged.history}
    return history, merged.conflicts


@settings(deadline=None)
@given(HISTORIES, st.randoms())
def test_order_changes_nothing(told: list[Told], random: Any) -> None:
    """Neither what is kept nor what is told of it."""
    shuffled = list(told)
    random.shuffle(shuffled)
    assert said(merge(told)) == said(merge(shuffled))


@settings(deadline=None)
@given(HISTORIES)
def test_one_source_is_left_as_it_is(told: list[Told]) -> None:
    """Each of its engagements once."""
    alone = [each for each in told if each.source in (("a", None), None)]
    assert recorded(merge(alone)) == {each.recorded for each in alone}
    assert merge(alone).conflicts == ()


@settings(deadline=None)
@given(HISTORIES)
def test_no_period_is_finer_than_a_source_has_it(told: list[Told]) -> None:
    """Each is one of those that went in, or coarser than every one in its conflict."""
    merged = merge(told)
    known = {each.engagement.period for each in told}
    wider = {conflict.period for conflict in merged.conflicts}
    assert {engagement.period for engagement, _ in merged.history} <= known | wider
    for conflict in merged.conflicts:
        for engagement in conflict.engagements:
            assert is_coarser(conflict.period.start, engagement.period.start)
            assert is_coarser(conflict.period.end, engagement.period.end)


def is_coarser(wide: ec.PartialDate | ec.DateMark, fine: ec.PartialDate | ec.DateMark) -> bool:
    """Whether a date says no more than another."""
    if isinstance(wide, ec.PartialDate) and isinstance(fine, ec.PartialDate):
        return wide.earliest <= fine.earliest <= fine.latest <= wide.latest
    return wide is ec.DateMark.UNKNOWN or wide == fine


OWNER = ec.Person(
    "Dana Reyes",
    history=ec.WorkHistory([ec.Position("Acme", period=ec.Period.parse("2016-01", "2016-12"))]),
)


def verdict(told: Sequence[Told]) -> ec.Verdict:
    """The verdict on an endorsement by somebody of whom each of these is one record."""
    people = [
        ec.Person(
            "Ravi Shah",
            "linkedin.com/in/ravi",
            ec.WorkHistory([each.engagement], complete=each.complete, recorded_on=each.day),
        )
        for each in told
    ]
    endorser = ec.Person("Ravi Shah", "linkedin.com/in/ravi")
    given = ec.Endorsement("Python", endorser, ec.PartialDate(2017, 3, 1))
    profile = ec.Profile(owner=OWNER, as_of=NOW, endorsements=[given])
    return ec.audit(profile, people).findings[0].verdict


@settings(deadline=None, max_examples=60)
@given(HISTORIES)
def test_basis_that_is_firm_is_firm_by_the_word_of_one_record(told: list[Told]) -> None:
    """Putting together never makes somebody able to attest whom no single record makes so."""
    if verdict(told) is ec.Verdict.CAN_ATTEST:
        assert ec.Verdict.CAN_ATTEST in [verdict([each]) for each in told]


def apart(told: Sequence[Told]) -> list[Told]:
    """The same without a source, so that nothing is merged."""
    return [
        each._replace(engagement=attrs.evolve(each.engagement, provenance=None)) for each in told
    ]


@settings(deadline=None, max_examples=60)
@given(HISTORIES)
def test_who_cannot_attest_cannot_by_one_record_or_by_all(told: list[Told]) -> None:
    """Putting together never rules out whom no single record and not all of them rule out."""
    if verdict(told) is ec.Verdict.CANNOT_ATTEST:
        before = [verdict(apart(told)), *(verdict([each]) for each in told)]
        assert ec.Verdict.CANNOT_ATTEST in before


def test_conflicts_have_a_stated_order() -> None:
    """That of their text, whatever the order of the records."""
    told = [
        *(job("a", "2016", "2018", at=at) for at in ("Northgate", "Acme")),
        *(job("b", "2016", "2019", at=at) for at in ("Northgate", "Acme")),
    ]
    for order in itertools.permutations(told):
        conflicts: tuple[Conflict, ...] = merge(order).conflicts
        assert [each.engagements[0].organization for each in conflicts] == ["Acme", "Northgate"]


def test_audit_merges_what_sources_tell() -> None:
    """The undated company of a connection is the dated job of a resume, and its person's."""
    connection = job("linkedin-export", file="Connections.csv", title="Clerk").engagement
    resume = job("json-resume", "2017", "Present", file="ravi.json").engagement
    people = [
        ec.Person("Ravi", "linkedin.com/in/r", ec.WorkHistory([connection], complete=False)),
        ec.Person("Ravi", "linkedin.com/in/r", ec.WorkHistory([resume])),
    ]
    given = ec.Endorsement("Python", ec.Person("Ravi", "linkedin.com/in/r"))
    profile = ec.Profile(owner=OWNER, as_of=NOW, endorsements=[given])
    (finding,) = ec.audit(profile, people).findings
    assert finding.verdict is ec.Verdict.CANNOT_ATTEST
    assert finding.evidence[0].source == "ravi.json (also Connections.csv)"
    assert finding.person is not None
    assert "Clerk" in repr(finding.person.history)
    assert len(finding.person.history.engagements) == 1
