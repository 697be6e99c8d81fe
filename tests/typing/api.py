"""The public face as a caller's type checker sees it. Never run; checked against the wheel."""

from __future__ import annotations

import datetime as dt
import io

import endorsecheck as ec
from endorsecheck import html, report
from endorsecheck.readers import linkedin, table, waivers

date: ec.PartialDate | ec.DateMark = ec.parse_date("Mar 2019", dayfirst=True)
period: ec.Period = ec.Period.parse("2015", "Mar 2019")
overlap: ec.Overlap = period.overlap(ec.Period(date), as_of=dt.date(2026, 6, 30))
certainty: ec.Certainty = overlap.certainty
timing: ec.Timing = overlap.timing(date)
days: tuple[int, int | None, int | None] = (overlap.min_days, overlap.max_days, overlap.gap_days)

registry: ec.OrganizationRegistry = ec.OrganizationRegistry().extended(
    aliases=[("Acme", "Acme Corp")], parents=[("Acme Labs", "Acme")]
)
match: ec.Match = registry.compare("Acme", "ACME Corp.", on=dt.date(2020, 1, 1))
relation: ec.Relation = match.relation

position = ec.Position("Acme", "Engineer", period=period, skills=["Go"], headcount=40)
project = ec.Project("Apollo", organization="Acme", period=period)
engagements: list[ec.Engagement] = [
    position,
    project,
    ec.Volunteering("Choir"),
    ec.Education("Westmarch College"),
]
history = ec.WorkHistory(engagements, complete=True, recorded_on=None)
tie = ec.Relationship(ec.RelationshipKind.MANAGER, "Acme", period)
ravi = ec.Person("Ravi Shah", url=None, history=history, relationships=[tie])
profile = ec.Profile(
    owner=ec.Person("Dana Reyes", history=history),
    as_of=dt.date(2026, 6, 30),
    endorsements=[ec.Endorsement("Go", ravi, date, ec.EndorsementStatus.ACCEPTED)],
)
result: ec.AuditResult = ec.audit(
    profile, [ravi], criteria=ec.Criteria(min_overlap_days=90), organizations=registry
)
findings: tuple[ec.Finding, ...] = result.findings
counts: dict[ec.Verdict, int] = result.counts
reasons: tuple[ec.Reason, ...] = findings[0].reasons
evidence: tuple[ec.Evidence, ...] = findings[0].evidence
fact: str | None = findings[0].counterfactual
same: ec.AuditResult = ec.AuditResult.from_dict(result.to_dict())

text: str = report.format_table(result, verdicts={ec.Verdict.UNKNOWN}, tablefmt="github")
report.write_csv(result, io.StringIO())

kept: tuple[ec.Waiver, ...] = (
    *waivers.read_waivers("waivers.toml").waivers,
    ec.Waiver(name="Ravi Shah", reason=ec.Reason.NO_HISTORY, why="a friend"),
)
waived: tuple[ec.Finding, ...] = ec.audit(profile, waivers=kept).waived
code: ec.ObservationCode = result.observations[0].code
patterns_run: tuple[ec.ObservationCode, ...] = result.patterns_run
group: ec.Group[ec.Finding] = result.by_endorser()[0]
groups: tuple[ec.Group[ec.Finding], ...] = result.by_skill() + result.by_engagement()
remedies: tuple[ec.Remedy, ...] = group.remedies
review: str = report.format_review(result, limit=3) + report.format_observations(result)
change: ec.Change = ec.compare(result, same).changed[0]
changes: str = report.format_comparison(ec.compare(result, same))
given: ec.GivenResult = ec.audit_given(profile, [ravi], criteria=ec.Criteria(swap_days=3))
gave: ec.GivenFinding = given.by_endorsee()[0].findings[0]
endorsee: ec.Person = gave.endorsement.endorsee
aliases = ec.Criteria(skill_aliases=[("K8s", "Kubernetes")])

export = linkedin.read_export("export.zip", as_of=dt.date(2026, 6, 30))
owner: ec.Person = export.profile.owner
known: tuple[ec.Person, ...] = export.people + table.read_people("colleagues.csv").people
table.write_worksheet(result, io.StringIO())

timeline: ec.Timeline = ec.timeline(profile.owner, ravi, result)
same_timeline: ec.Timeline = ec.timeline(profile.owner, ravi, findings[0])
overview: ec.Overview = ec.overview(result, limit=10)
svg: str = timeline.to_svg(width=360) + overview.to_svg()
page: str = html.format_page(result, profile) + html.format_page(result)

invited: ec.InvitationsResult = ec.audit_invitations(
    profile, [ravi], criteria=ec.Criteria(note_length=200), organizations=registry
)
dots: tuple[ec.Dot, ...] = invited.findings[0].named + invited.findings[0].unnamed
draft: str | None = invited.findings[0].draft
verdicts: dict[ec.InvitationVerdict, int] = invited.counts
shown: str = report.format_invitations(invited, limit=10)
