"""Waivers: endorsements that the owner keeps as they are, why, and until when.

A waiver hides nothing: what it covers keeps its verdict, is counted, and is marked.
"""

from __future__ import annotations

import datetime as dt

import attrs

from endorsecheck import _checks as check
from endorsecheck.codes import Reason
from endorsecheck.exceptions import ModelError

__all__ = ["Waiver"]


@attrs.frozen(kw_only=True)
class Waiver:
    """A decision to keep endorsements although their endorser may not be able to attest.

    It covers the findings that fit all that it names. Only findings without a "can attest" are
    covered; there is nothing to waive in the others.

    Attributes:
        why: The reason for the decision, in the owner's words.
        url: Profile URL of the endorser; decides before the name does.
        name: Full name of the endorser. It covers nothing if several endorsers bear it.
        skill: The skill, under any name that it is known by.
        reason: A reason that the finding has.
        until: The last day on which it holds; ``None`` for good.

    Raises:
        ModelError: It names neither endorser nor skill nor reason, or a field has the wrong
            type.

    Example:
        >>> import endorsecheck as ec
        >>> ec.Waiver(name="Ravi Shah", skill="Chess", why="we play every Thursday").until
    """

    why: str = attrs.field(converter=check.strip, validator=check.is_text)
    url: str | None = attrs.field(
        default=None, converter=check.strip_or_none, validator=check.is_optional_text
    )
    name: str | None = attrs.field(
        default=None, converter=check.strip_or_none, validator=check.is_optional_text
    )
    skill: str | None = attrs.field(
        default=None, converter=check.strip_or_none, validator=check.is_optional_text
    )
    reason: Reason | None = attrs.field(
        default=None, validator=attrs.validators.optional(check.is_a(Reason))
    )
    until: dt.date | None = attrs.field(default=None, validator=check.is_optional_day)

    def __attrs_post_init__(self) -> None:
        if (self.url, self.name, self.skill, self.reason) == (None, None, None, None):
            msg = "Waiver: expected a url, a name, a skill or a reason, found none of them"
            raise ModelError(msg)
