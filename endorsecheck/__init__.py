"""Which skill endorsements come from people who could have seen the work?

The names below are the public face; readers of files are in :mod:`endorsecheck.readers`,
text output in :mod:`endorsecheck.report`.
"""

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
