"""The hostile corpus, audited: what the invariants of results and reports mean, as functions."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import attrs
from shared_checks import report_checks

import endorsecheck as ec
from endorsecheck import html, report
from endorsecheck.people import url_key
from endorsecheck.readers import linkedin, table

Case = Mapping[str, Any]


@attrs.frozen
class Audited:
    """The result of one case, the profile it is of, and the warnings on the way."""

    result: ec.AuditResult
    profile: ec.Profile
    warnings: tuple[str, ...] = ()

    @property
    def expectation(self) -> str:
        """Which of the outcomes of the corpus it is."""
        return "loads_with_warning" if self.warnings or self.result.observations else "loads"


# ---- from a case to a result


def of_folder(path: Path) -> Audited:
    """Audit an export, with the histories beside it."""
    export = linkedin.read_export(path, as_of=dt.date(2026, 6, 30))
    histories = path / "histories.csv"
    others = table.read_people(histories, complete=True).people if histories.exists() else ()
    result = ec.audit(export.profile, [*export.people, *others])
    return Audited(result, export.profile, tuple(map(str, export.diagnostics)))


def of_histories(path: Path) -> Audited:
    """Audit an endorsement by everybody in a file of histories."""
    read = table.read_people(path, complete=True)
    given = [ec.Endorsement("Bookbinding", each, ec.parse_date("2022")) for each in read.people]
    job = ec.Position("Plover Paperworks", period=ec.Period.parse("2016-05", "Present"))
    owner = ec.Person("Ignatius Vellum", history=ec.WorkHistory([job]))
    profile = ec.Profile(owner=owner, as_of=dt.date(2026, 6, 30), endorsements=given)
    return Audited(ec.audit(profile), profile, tuple(map(str, read.diagnostics)))


def expanded(spec: dict[str, Any]) -> dict[str, Any]:
    """The call with its templates written out."""
    spec = {
        **spec,
        "endorsements": list(spec["endorsements"]),
        "histories": list(spec["histories"]),
    }
    for each in spec["expand"]:
        spec[each["into"]] += [
            {
                key: value.replace("{i}", str(i)) if isinstance(value, str) else value
                for key, value in each["template"].items()
            }
            for i in range(each["count"])
        ]
    return spec


def job(data: Mapping[str, Any]) -> ec.Position:
    """A position; no end is an ongoing one."""
    period = ec.Period.parse(data["start"], data["end"] or "Present")
    return ec.Position(data["company"], data["title"], period=period)


def person(name: Any, url: Any, jobs: list[ec.Position]) -> ec.Person:
    """A person with a complete history, or without any."""
    history = ec.WorkHistory(jobs, complete=bool(jobs))
    return ec.Person(name, url, history)


def status(text: str) -> ec.EndorsementStatus:
    """The status; one that is not known is not shown."""
    known = {each.name: each for each in ec.EndorsementStatus}
    return known.get(text, ec.EndorsementStatus.HIDDEN)


def known(data: Mapping[str, Any], warnings: list[str]) -> ec.Person | None:
    """A known person; what cannot be one is a warning."""
    try:
        return person(data["name"], data["url"], [job(data)])
    except ec.EndorsecheckError as error:
        warnings.append(str(error))
        return None


def call(
    spec: dict[str, Any],
) -> tuple[ec.Profile, list[ec.Person], ec.OrganizationRegistry, list[str]]:
    """The records of a call, and what could not be turned into one."""
    warnings: list[str] = []
    found = (known(each, warnings) for each in spec["histories"])
    people = [each for each in found if each is not None]
    owner = spec["owner"]
    profile = ec.Profile(
        owner=person(owner["name"], owner["url"], [job(each) for each in owner["positions"]]),
        as_of=dt.date.fromisoformat(spec["as_of"]),
        endorsements=[
            ec.Endorsement(
                each["skill"],
                ec.Person(f"{each['first']} {each['last']}", each["url"]),
                ec.parse_date(each["date"]),
                status(each["status"]),
            )
            for each in spec["endorsements"]
        ],
    )
    registry = ec.OrganizationRegistry().extended(aliases=spec["aliases"])
    return profile, people, registry, warnings


def of_call(spec: dict[str, Any]) -> Audited:
    """Audit a call."""
    profile, people, registry, warnings = call(spec)
    result = ec.audit(profile, people, organizations=registry)
    return Audited(result, profile, tuple(warnings))


# ---- reports


def reports(audited: Audited) -> dict[str, str]:
    """Every text that the library makes of a result."""
    result, verdicts = audited.result, tuple(ec.Verdict)
    rows, lines = io.StringIO(newline=""), io.StringIO()
    report.write_csv(result, rows)
    report.write_jsonl(result, lines)
    sheet = io.StringIO(newline="")
    table.write_worksheet(result, sheet)
    return {
        "csv": rows.getvalue(),
        "worksheet": sheet.getvalue(),
        "jsonl": lines.getvalue(),
        "json": json.dumps(result.to_dict()),
        "summary": report.format_summary(result),
        "review": report.format_review(result),
        "page": html.format_page(result, audited.profile),
        **{
            f"{by} {fmt}": report.format_table(result, verdicts=verdicts, by=by, tablefmt=fmt)
            for fmt in ("simple", "github", "html", "rst", "latex", "tsv")
            for by in ("endorsement", "endorser", "skill")
        },
    }


def _hidden(texts: Mapping[str, str]) -> list[str]:
    shown = {name: text for name, text in texts.items() if name not in ("json", "jsonl")}
    return [
        f"{name}: {fault}"
        for name, text in shown.items()
        for fault in report_checks.control_chars(text.replace("\r\n", "\n"))
        if not (name.endswith("tsv") and fault.startswith("U+0009"))
    ]


def _formulas(texts: Mapping[str, str]) -> list[str]:
    return [
        fault
        for name in ("csv", "worksheet")
        for fault in report_checks.formula_cells(texts[name])
    ]


def _html(texts: Mapping[str, str]) -> list[str]:
    found = [text for name, text in texts.items() if name.endswith(" html")]
    # Below the table stands one line of plain text, with the counts.
    return [
        fault for text in found for fault in report_checks.html_text(text.rpartition("\n\n")[0])
    ]


def _markdown(texts: Mapping[str, str]) -> list[str]:
    found = [text for name, text in texts.items() if name.endswith(" github")]
    return [fault for text in found for fault in report_checks.markdown_text(text)]


def _json(texts: Mapping[str, str]) -> list[str]:
    found = (texts["json"], *texts["jsonl"].splitlines())
    return [fault for text in found for fault in report_checks.json_text(text)]


REPORT_CHECKS: dict[str, Callable[[Mapping[str, str]], list[str]]] = {
    "no_control_chars_in_report": _hidden,
    "no_formula_cells": _formulas,
    "html_escaped": _html,
    "markdown_table_intact": _markdown,
    "json_strict": _json,
}
"""What an invariant of reports means: what is wrong, in words."""


# ---- results


def _credited(audited: Audited, url: str) -> list[ec.Finding]:
    """The findings at an address in which some shared time is credited."""
    return [
        each
        for each in audited.result.findings
        if url_key(each.endorsement.endorser.url) == url_key(url)
        and each.verdict in (ec.Verdict.CAN_ATTEST, ec.Verdict.MIGHT_ATTEST)
    ]


def _attributed(audited: Audited, urls: list[str]) -> list[str]:
    return [f"no history found: {url}" for url in urls if not _credited(audited, url)]


def _not_attributed(audited: Audited, urls: list[str]) -> list[str]:
    return [f"credited: {url}" for url in urls if _credited(audited, url)]


_DECEIT = (
    ec.ObservationCode.HIDDEN_CHARACTERS,
    ec.ObservationCode.DECEPTIVE_ADDRESS,
    ec.ObservationCode.LOOKALIKE_NAME,
    ec.ObservationCode.SELF_ENDORSEMENT,
)


def _flags(audited: Audited) -> set[str]:
    return {
        person.url or ""
        for each in audited.result.observations
        if each.code in _DECEIT
        for person in each.people
    }


def _flagged(audited: Audited, urls: list[str]) -> list[str]:
    flags = _flags(audited)
    keys = {url_key(flag) for flag in flags}
    return [f"not flagged: {url}" for url in urls if url_key(url) not in keys]


def _not_flagged(audited: Audited, urls: list[str]) -> list[str]:
    return [f"flagged: {url}" for url in urls if url in _flags(audited)]


def _distinguishable(audited: Audited, pairs: list[list[str]]) -> list[str]:
    alike = [
        {url_key(person.url) for person in each.people}
        for each in audited.result.observations
        if each.code is ec.ObservationCode.LOOKALIKE_NAME
    ]
    return [
        f"not told: {pair}" for pair in pairs if not any({*map(url_key, pair)} <= s for s in alike)
    ]


def _distinct_people(audited: Audited, expected: int) -> list[str]:
    found = len(audited.result.by_endorser())
    return [] if found == expected else [f"{found} people"]


def _verbatim(audited: Audited, texts: list[str]) -> list[str]:
    made = reports(audited)
    names = ("csv", "endorsement simple", "endorsement github")
    return [f"{text} not in {name}" for text in texts for name in names if text not in made[name]]


RESULT_CHECKS: dict[str, Callable[[Audited, Any], list[str]]] = {
    "attributed": _attributed,
    "not_attributed": _not_attributed,
    "flagged": _flagged,
    "not_flagged": _not_flagged,
    "distinguishable": _distinguishable,
    "distinct_people": _distinct_people,
    "shown_verbatim": _verbatim,
}
"""What an invariant of results means: what is wrong, in words."""


def faults(case: Case, audited: Audited) -> list[str]:
    """What is wrong with a case's result and its reports."""
    allowed = [case["expectation"], *case["also_ok"], "loads_with_warning"]
    found = [] if audited.expectation in allowed else [f"{audited.expectation}, not {allowed}"]
    invariants = case["invariants"]
    for name, value in invariants.items():
        if name in RESULT_CHECKS:
            found += RESULT_CHECKS[name](audited, value)
    wanted = [check for name, check in REPORT_CHECKS.items() if invariants.get(name)]
    if wanted:
        texts = reports(audited)
        found += [fault for check in wanted for fault in check(texts)]
    return found


def plain(audited: Audited) -> str:
    """The result as text, without places of files."""
    data = audited.result.to_dict()

    def stripped(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: stripped(each) for key, each in value.items() if key != "provenance"}
        return [stripped(each) for each in value] if isinstance(value, list) else value

    return json.dumps(stripped(data), sort_keys=True)


def csv_rows(text: str) -> list[list[str]]:
    """The rows of a CSV report."""
    return list(csv.reader(io.StringIO(text, newline="")))
