"""Invitations as plain text to work from: a block each."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from endorsecheck import _safe
from endorsecheck._invitations.records import Dot, InvitationFinding, InvitationsResult
from endorsecheck._tables import address
from endorsecheck.codes import InvitationReason, InvitationVerdict
from endorsecheck.dates import PartialDate
from endorsecheck.models import Direction

__all__: list[str] = []

_MOST_TEXT = 300
"""Characters of a name or note; longer ones are cut, the last being an ellipsis."""
_MOST_DOTS = 12
"""Dots that one line names."""


def format_invitations(
    result: InvitationsResult,
    *,
    verdicts: Collection[InvitationVerdict] = tuple(InvitationVerdict),
    limit: int | None = None,
) -> str:
    """The text a person works from: a block for each invitation, received before sent.

    A block has the day and the name, the profile URL (only one that is plainly what it looks
    like), the verdict with its reasons, the note, the dots named and not named, and what to do,
    with a text to do it with. Below the blocks stands one line with the counts.

    Args:
        result: What :func:`endorsecheck.audit_invitations` gave.
        verdicts: Which findings are listed; all if not given.
        limit: The most blocks shown; how many more there are is said below them.

    Example:
        >>> import datetime as dt
        >>> import endorsecheck as ec
        >>> from endorsecheck import report
        >>> profile = ec.Profile(
        ...     owner=ec.Person("Dana Reyes"),
        ...     as_of=dt.date(2026, 6, 30),
        ...     invitations=[ec.Invitation(ec.Person("Ravi Shah"), ec.Direction.INCOMING)],
        ... )
        >>> print(report.format_invitations(ec.audit_invitations(profile)))
        1. received from Ravi Shah
           no dots: no note came with the invitation
             also: no engagement is on file
           -> ask how you know each other:
              Hi Ravi, thank you for the invitation. How do we know each other?
        <BLANKLINE>
        1 invitation: 0 connected, 0 claimed, 0 contradicted, 1 no dots
    """
    if not result.findings:
        return "No invitations to audit."
    listed = result.with_verdict(*verdicts)
    blocks = [
        f"{number}. " + "\n   ".join(_lines(finding))
        for number, finding in enumerate(listed[:limit], 1)
    ]
    if limit is not None and len(listed) > limit:
        blocks.append(f"... and {len(listed) - limit} more")
    return "\n\n".join([*blocks, _counts(result)])


def _text(text: str) -> str:
    return _safe.visible(_safe.shortened(" ".join(text.split()), _MOST_TEXT))


def _counts(result: InvitationsResult) -> str:
    count = len(result.findings)
    parts = [f"{n} {_words(verdict)}" for verdict, n in result.counts.items()]
    return f"{count} invitation{'s' * (count != 1)}: {', '.join(parts)}"


def _words(verdict: InvitationVerdict) -> str:
    return str(verdict.value).replace("-", " ")


def _lines(finding: InvitationFinding) -> Iterator[str]:
    """The lines of one invitation."""
    invitation = finding.invitation
    person = invitation.person
    sent_on = invitation.sent_on
    day = f" on {sent_on}" if isinstance(sent_on, PartialDate) else ""
    is_received = invitation.direction is Direction.INCOMING
    way = "received from" if is_received else "sent to"
    yield f"{way} {_text(person.name or person.url or '')}{day}"
    if person.url is not None:
        yield address(person.url) or "(address not shown: it is not plainly a web address)"
    first, *more = finding.reasons
    yield f"{_words(finding.verdict)}: {first.explanation}"
    yield from (f"  also: {each.explanation}" for each in more if each not in _ON_DOTS)
    if invitation.message is not None:
        yield f"{finding.note.value} note: {_text(invitation.message)}"
    yield from _dots("named", finding.named)
    yield from _dots("not named", finding.unnamed)
    yield f"-> {finding.suggestion.explanation}" + (":" if finding.draft else "")
    if finding.draft:
        yield f"   {_safe.visible(finding.draft)}"


_ON_DOTS = frozenset(
    (
        InvitationReason.SHARED_PLACE,
        InvitationReason.DECLARED_TIE,
        InvitationReason.POSSIBLE_PLACE,
    )
)
"""Reasons that the lines about dots say as well."""


def _dots(title: str, dots: Collection[Dot]) -> Iterator[str]:
    """A line for the dots of one standing; none if there are none."""
    shown = [_dot(dot) for dot in list(dots)[:_MOST_DOTS]]
    if len(dots) > len(shown):
        shown.append(f"{len(dots) - len(shown)} more")
    if shown:
        yield f"{title}: {'; '.join(shown)}"


def _dot(dot: Dot) -> str:
    """Kind, name and standing, and why; where one place may be shared, what is in the way."""
    standing = str(dot.standing.value).replace("-", " ")
    why = dot.reason.value
    if dot.reason is InvitationReason.POSSIBLE_PLACE and dot.evidence is not None:
        why = ", ".join(reason.value for reason in dot.evidence.reasons)
    return f"{dot.kind.value} {_text(dot.name)} ({standing}: {why})"
