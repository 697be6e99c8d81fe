"""Results of audited invitations: lists, plain data, reports and the example."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from inviting import (
    COARSE,
    COLLEAGUE,
    LATER,
    OMAR,
    PARTLY,
    RECEIVED,
    RUTH,
    SENT,
    TOGETHER,
    codes,
    finding,
    person,
    result,
    stay,
)

import endorsecheck as ec
from endorsecheck import InvitationVerdict, report

ROOT = Path(__file__).parents[1]


def test_result_lists_counts_and_sorts() -> None:
    """Received before sent, then by name."""
    found = result(
        ec.Invitation(COLLEAGUE, SENT),
        ec.Invitation(person("Zoe"), RECEIVED),
        ec.Invitation(COLLEAGUE, RECEIVED, message=TOGETHER),
    )
    assert [each.invitation.person.name for each in found.received] == ["Omar Haddad", "Zoe"]
    assert len(found.sent) == 1
    assert {each.value: n for each, n in found.counts.items()} == {
        "connected": 2,
        "claimed": 0,
        "contradicted": 0,
        "no-dots": 1,
    }
    assert len(found.with_verdict(InvitationVerdict.CONNECTED)) == 2


def test_result_survives_plain_data() -> None:
    """Through JSON too, and faults name their place."""
    found = result(
        ec.Invitation(COLLEAGUE, SENT),
        ec.Invitation(OMAR, RECEIVED, message=TOGETHER + " We met at PyCon. Ruth Abara"),
    )
    data = json.loads(json.dumps(found.to_dict()))
    assert ec.InvitationsResult.from_dict(data) == found
    data["findings"][0]["named"][0]["kind"] = "planet"
    with pytest.raises(ec.ModelError, match=r"findings\[0\].named\[0\].kind: expected one of"):
        ec.InvitationsResult.from_dict(data)
    with pytest.raises(ec.ModelError, match="schema_version"):
        ec.InvitationsResult.from_dict({})


def test_report_shows_no_raw_text() -> None:
    """Names and notes come from strangers."""
    evil = ec.Person("Om\u202ear\x1b[31m", "javascript:alert(1)")
    text = report.format_invitations(
        result(ec.Invitation(evil, RECEIVED, message="a\x1b[2Jb\n1. c"))
    )
    assert text.replace("\n", "").isprintable()
    assert "javascript" not in text
    assert "\n1. c" not in text


def test_report_is_limited() -> None:
    """To verdicts, blocks and dots."""
    nobody = result()
    assert report.format_invitations(nobody) == "No invitations to audit."
    stays = [stay(f"Acme{i}x Works") for i in range(14)]
    found = result(
        ec.Invitation(person("Ada", *stays), RECEIVED, ec.PartialDate(2024, 5)),
        ec.Invitation(person("Ben", *stays), RECEIVED),
        ec.Invitation(OMAR, RECEIVED),
        owner=person("Dana Reyes", *stays),
    )
    text = report.format_invitations(found, verdicts=[InvitationVerdict.CONNECTED], limit=1)
    lines = text.splitlines()
    assert lines[0] == "1. received from Ada on 2024-05"
    assert "; 2 more" in text
    assert lines[-3:] == [
        "... and 1 more",
        "",
        "3 invitations: 2 connected, 0 claimed, 0 contradicted, 1 no dots",
    ]


SNAPSHOT = Path(__file__).parent / "snapshots" / "invitations.txt"


def example(*arguments: str) -> subprocess.CompletedProcess[str]:
    """A run of the example."""
    script = ROOT / "examples" / "audit_invitations.py"
    return subprocess.run(
        [sys.executable, "-X", "utf8", script, *arguments],
        check=False,
        capture_output=True,
        encoding="utf-8",
        env={"PYTHONPATH": str(ROOT)},
    )


def test_example_prints_the_snapshot() -> None:
    """On the bundled export."""
    run = example()
    assert (run.returncode, run.stdout) == (0, SNAPSHOT.read_text("utf-8"))


def test_example_takes_options_and_reports_faults() -> None:
    """A limit on notes and blocks, other files."""
    people = str(ROOT / "examples" / "data" / "colleagues.csv")
    run = example("--people", people, "--length", "60", "--limit", "1")
    assert "... and 10 more" in run.stdout
    missing = example("nowhere.zip")
    assert (missing.returncode, missing.stdout) == (2, "")


NOTES = st.sampled_from(
    [
        TOGETHER,
        "we met at Kestrel Freight in 2019, Ruth Abara",
        "Bolt? Bolt! Kestrel. Apollo Ledger 2017",
        "Hi Dana, I'd like to join your LinkedIn network.",
    ]
)


OTHERS = st.sampled_from([COLLEAGUE, LATER, PARTLY, COARSE, OMAR, RUTH, ec.Person("Zoe")])


@given(st.text() | st.text("Norvae ystms,.!?&-'李1 \u0301"), OTHERS)
@settings(max_examples=100)
def test_no_note_raises(message: str, other: ec.Person) -> None:
    """Whatever it holds; the result can be written and shown."""
    for text in (message, f"{message} {TOGETHER} {message}"):
        found = result(ec.Invitation(other, RECEIVED, message=text))
        assert ec.InvitationsResult.from_dict(json.loads(json.dumps(found.to_dict()))) == found
        assert report.format_invitations(found)


@given(st.lists(st.tuples(OTHERS, NOTES), max_size=6), st.randoms(use_true_random=False))
@settings(max_examples=30)
def test_order_of_inputs_changes_nothing(drawn: list[tuple[ec.Person, str]], random: Any) -> None:
    """Of invitations, people, connections and engagements."""
    invitations = [ec.Invitation(other, RECEIVED, message=note) for other, note in drawn]
    people = [COLLEAGUE, RUTH]
    connections = [ec.Connection(RUTH), ec.Connection(ec.Person("Ada Quist"))]
    before = result(*invitations, people=people, connections=connections)
    for items in (invitations, people, connections):
        random.shuffle(items)
    after = result(*invitations, people=people, connections=connections)
    assert before == after


@given(NOTES, st.text(max_size=60))
@settings(max_examples=40)
def test_contradiction_needs_the_other_to_be_known(note: str, more: str) -> None:
    """Without a year behind a place, nobody unknown is ever contradicted."""
    found = finding(f"{note} {more}", ec.Person("Omar Haddad"))
    reasons = codes(found)
    assert found.verdict is not InvitationVerdict.CONNECTED
    assert found.verdict is not InvitationVerdict.CONTRADICTED or "not-there-then" in reasons


def test_time_grows_with_the_length_of_a_note() -> None:
    """Not with its square, and not with the number of connections."""
    names = [ec.Connection(ec.Person(f"Ada {'Ada ' * 10}Quist{i}")) for i in range(200)]

    def seconds(count: int) -> float:
        note = "Ada Norvane we met at Ada " * count
        start = time.perf_counter()
        finding(note, connections=names)
        return time.perf_counter() - start

    seconds(10)
    assert seconds(4_000) < 30 * max(seconds(400), 0.01)


if __name__ == "__main__":
    SNAPSHOT.write_text(example().stdout, encoding="utf-8", newline="\n")
