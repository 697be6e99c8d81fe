"""Which skill endorsements come from people who could have seen the work?

The names below are the public face; readers of files are in :mod:`endorsecheck.readers`,
text output in :mod:`endorsecheck.report`.
"""

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from endorsecheck._audit import audit, audit_given
    from endorsecheck._cases import FailedAudit
    from endorsecheck._comparison import Change, Comparison, compare
    from endorsecheck._fleet import audit_many
    from endorsecheck._timeline import Overview, Timeline, overview, timeline
    from endorsecheck.codes import (
        DotKind,
        InvitationReason,
        InvitationSuggestion,
        InvitationVerdict,
        NoteKind,
        ObservationCode,
        Reason,
        Remedy,
        Standing,
        Verdict,
    )
    from endorsecheck.dates import (
        Certainty,
        DateMark,
        Overlap,
        PartialDate,
        Period,
        Timing,
        parse_date,
    )
    from endorsecheck.evidence import Evidence
    from endorsecheck.exceptions import (
        DateError,
        EndorsecheckError,
        ModelError,
        ReadError,
        RegistryError,
    )
    from endorsecheck.findings import (
        AuditResult,
        Finding,
        GivenFinding,
        GivenResult,
        Group,
        Observation,
    )
    from endorsecheck.invitations import (
        Dot,
        InvitationFinding,
        InvitationsResult,
        audit_invitations,
    )
    from endorsecheck.models import (
        Connection,
        Criteria,
        Direction,
        Education,
        Endorsement,
        EndorsementStatus,
        Engagement,
        GivenEndorsement,
        Invitation,
        Person,
        Position,
        Profile,
        Project,
        Provenance,
        Recommendation,
        RecommendationStatus,
        Relationship,
        RelationshipKind,
        Volunteering,
        WorkHistory,
    )
    from endorsecheck.organizations import (
        Match,
        OrganizationRegistry,
        Relation,
        canonical_name,
    )
    from endorsecheck.waivers import Waiver

__version__ = "0.1.0"

__all__ = [
    "AuditResult",
    "Certainty",
    "Change",
    "Comparison",
    "Connection",
    "Criteria",
    "DateError",
    "DateMark",
    "Direction",
    "Dot",
    "DotKind",
    "Education",
    "EndorsecheckError",
    "Endorsement",
    "EndorsementStatus",
    "Engagement",
    "Evidence",
    "FailedAudit",
    "Finding",
    "GivenEndorsement",
    "GivenFinding",
    "GivenResult",
    "Group",
    "Invitation",
    "InvitationFinding",
    "InvitationReason",
    "InvitationSuggestion",
    "InvitationVerdict",
    "InvitationsResult",
    "Match",
    "ModelError",
    "NoteKind",
    "Observation",
    "ObservationCode",
    "OrganizationRegistry",
    "Overlap",
    "Overview",
    "PartialDate",
    "Period",
    "Person",
    "Position",
    "Profile",
    "Project",
    "Provenance",
    "ReadError",
    "Reason",
    "Recommendation",
    "RecommendationStatus",
    "RegistryError",
    "Relation",
    "Relationship",
    "RelationshipKind",
    "Remedy",
    "Standing",
    "Timeline",
    "Timing",
    "Verdict",
    "Volunteering",
    "Waiver",
    "WorkHistory",
    "audit",
    "audit_given",
    "audit_invitations",
    "audit_many",
    "canonical_name",
    "compare",
    "overview",
    "parse_date",
    "timeline",
]

_HOMES = {
    "._audit": "audit audit_given",
    "._cases": "FailedAudit",
    "._comparison": "Change Comparison compare",
    "._fleet": "audit_many",
    "._timeline": "Overview Timeline overview timeline",
    ".codes": (
        "DotKind InvitationReason InvitationSuggestion InvitationVerdict NoteKind "
        "ObservationCode Reason Remedy Standing Verdict"
    ),
    ".dates": "Certainty DateMark Overlap PartialDate Period Timing parse_date",
    ".evidence": "Evidence",
    ".exceptions": "DateError EndorsecheckError ModelError ReadError RegistryError",
    ".findings": "AuditResult Finding GivenFinding GivenResult Group Observation",
    ".invitations": "Dot InvitationFinding InvitationsResult audit_invitations",
    ".organizations": "Match OrganizationRegistry Relation canonical_name",
    ".waivers": "Waiver",
}
"""Where names are defined that are not in ``models``; each module is imported when asked for."""

_HOME_OF = {name: home for home, names in _HOMES.items() for name in names.split()}
_MODULES = frozenset(
    [
        "codes",
        "dates",
        "evidence",
        "exceptions",
        "findings",
        "invitations",
        "models",
        "organizations",
        "patterns",
        "people",
        "waivers",
    ]
)


def _home(name: str) -> ModuleType:
    return import_module(f"{__name__}{_HOME_OF.get(name, '.models')}")


if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """Import a name when it is first asked for."""
        if name in _MODULES:
            return import_module(f"{__name__}.{name}")
        if name not in __all__:
            msg = f"module {__name__!r} has no attribute {name!r}"
            raise AttributeError(msg, name=name)
        globals()[name] = value = getattr(_home(name), name)
        return value

    def __dir__() -> list[str]:
        """Give the names, imported or not."""
        return sorted({*globals(), *__all__})
