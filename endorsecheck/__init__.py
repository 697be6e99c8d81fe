"""Which skill endorsements come from people who could have seen the work?

The names below are the public face; readers of files are in :mod:`endorsecheck.readers`,
text output in :mod:`endorsecheck.report`.
"""

from endorsecheck._audit import audit
from endorsecheck._timeline import Overview, Timeline, overview, timeline
from endorsecheck.codes import Reason, Remedy, Standing, Verdict
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
from endorsecheck.findings import AuditResult, Finding, Observation
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

__version__ = "0.1.0"

__all__ = [
    "AuditResult",
    "Certainty",
    "Connection",
    "Criteria",
    "DateError",
    "DateMark",
    "Direction",
    "Education",
    "EndorsecheckError",
    "Endorsement",
    "EndorsementStatus",
    "Engagement",
    "Evidence",
    "Finding",
    "GivenEndorsement",
    "Invitation",
    "Match",
    "ModelError",
    "Observation",
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
    "WorkHistory",
    "audit",
    "canonical_name",
    "overview",
    "parse_date",
    "timeline",
]
