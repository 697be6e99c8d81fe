"""The closed vocabularies of a result: verdicts, reasons, standings, remedies, observations.

And those of invitations: what the note is, what it names, verdict, reasons and suggestion.

Each member's value is its code in plain data; ``explanation`` says in one line what it means.
"""

from __future__ import annotations

from endorsecheck._explained import Explained

__all__ = [
    "DotKind",
    "InvitationReason",
    "InvitationSuggestion",
    "InvitationVerdict",
    "NoteKind",
    "ObservationCode",
    "Reason",
    "Remedy",
    "Standing",
    "Verdict",
]


class Verdict(Explained):
    """Whether an endorser was in a position to attest; both firm verdicts are certain.

    Example:
        >>> import endorsecheck as ec
        >>> ec.Verdict("cannot-attest").explanation
        'no reading of the data leaves a basis'
    """

    CAN_ATTEST = ("can-attest", "one basis holds on every reading of the data")
    MIGHT_ATTEST = ("might-attest", "a basis is possible, none is certain")
    CANNOT_ATTEST = ("cannot-attest", "no reading of the data leaves a basis")
    UNKNOWN = ("unknown", "too little is on file to tell")

    @property
    def is_firm(self) -> bool:
        """Whether the verdict is certain (can attest and cannot attest are)."""
        return self in (Verdict.CAN_ATTEST, Verdict.CANNOT_ATTEST)


class Standing(Explained):
    """What one piece of evidence is worth for one endorsement.

    Example:
        >>> import endorsecheck as ec
        >>> ec.Standing("ruled-out").name
        'RULED_OUT'
    """

    FIRM = ("firm", "a basis that no reading of the data takes away")
    OPEN = ("open", "a basis on some readings of the data")
    RULED_OUT = ("ruled-out", "no basis on any reading of the data")


class Reason(Explained):
    """Why a finding has its verdict. The list is closed; codes never change their meaning.

    Example:
        >>> import endorsecheck as ec
        >>> ec.Reason("disjoint-periods").explanation
        'at the same place, but never on the same day'
    """

    SHARED_EMPLOYER = ("shared-employer", "both were at one organization on a shared day")
    SHARED_PROJECT = ("shared-project", "both were on one project on a shared day")
    SHARED_VOLUNTEERING = (
        "shared-volunteering",
        "both were at one organization on a shared day, at least one as a volunteer",
    )
    DECLARED_RELATIONSHIP = (
        "declared-relationship",
        "the owner declares a tie of work that nothing contradicts",
    )
    POSSIBLE_OVERLAP = (
        "possible-overlap",
        "the dates are too coarse or incomplete to tell whether they shared a day",
    )
    UNDATED = ("undated", "one of the two engagements has neither start nor end")
    RELATED_ORGANIZATION = (
        "related-organization",
        "the organizations are parent and subsidiary, brand, predecessor or successor",
    )
    SIMILAR_NAME = ("similar-name", "the names are one slip of spelling apart, or generic")
    UNCLEAR_TIMING = (
        "unclear-timing",
        "the endorsement may have come before the first shared day",
    )
    STUDIED_TOGETHER = ("studied-together", "they shared a school and no work")
    LARGE_ORGANIZATION = (
        "large-organization",
        "the organization is large, and no shared team or place is known",
    )
    SKILL_ELSEWHERE = (
        "skill-elsewhere",
        "the owner used the skill in another engagement than the shared one",
    )
    BRIEF_OVERLAP = ("brief-overlap", "they certainly shared fewer days than the criteria ask")
    NO_SHARED_ORGANIZATION = (
        "no-shared-organization",
        "no organization and no project stands in both histories",
    )
    DISJOINT_PERIODS = ("disjoint-periods", "at the same place, but never on the same day")
    ENDORSED_BEFORE_OVERLAP = (
        "endorsed-before-overlap",
        "the endorsement came before the first day they could have shared",
    )
    SELF_ENDORSEMENT = ("self-endorsement", "the endorser is the owner")
    NOT_A_WORK_RELATIONSHIP = (
        "not-a-work-relationship",
        "the owner declares family or friend, and there is no other basis",
    )
    CONTRADICTED_RELATIONSHIP = (
        "contradicted-relationship",
        "the declared tie needs one workplace, and the histories rule it out",
    )
    NO_HISTORY = ("no-history", "no engagement is on file")
    INCOMPLETE_HISTORY = (
        "incomplete-history",
        "the history on file is incomplete or older than the endorsement",
    )
    WITHHELD_EMPLOYER = (
        "withheld-employer",
        "an employer that is not named could have been a shared one",
    )
    AMBIGUOUS_PERSON = ("ambiguous-person", "two or more known people bear the endorser's name")


class Remedy(Explained):
    """What the owner can do about an endorsement, and what else that undoes.

    Example:
        >>> import endorsecheck as ec
        >>> ec.Remedy("hide").explanation
        'hide this endorsement: undoes nothing else, and can be shown again'
    """

    KEEP = ("keep", "keep it: nothing changes")
    ASK = (
        "ask",
        "ask how they know the skill, or for a written recommendation: undoes nothing",
    )
    HIDE = ("hide", "hide this endorsement: undoes nothing else, and can be shown again")
    WITHDRAW = (
        "withdraw",
        "withdraw what you gave: it goes from their profile, and undoes nothing else",
    )
    REMOVE_CONNECTION = (
        "remove-connection",
        "remove the connection: withdraws what both wrote; only the remover can invite again",
    )


class ObservationCode(Explained):
    """A pattern in the endorsements. It changes no verdict, and each has an innocent explanation.

    The list is closed; codes never change their meaning.

    Attributes:
        explanation: What was seen, in one line.
        innocent: The usual innocent explanation.

    Example:
        >>> import endorsecheck as ec
        >>> ec.ObservationCode("burst").innocent
        'the page offers several skills at once, and most people endorse like that'
    """

    innocent: str

    def __new__(cls, code: str, explanation: str, innocent: str) -> ObservationCode:  # noqa: D102, PYI034 # enum
        member = object.__new__(cls)
        member._value_ = code
        member.explanation = explanation
        member.innocent = innocent
        return member

    BURST = (
        "burst",
        "one endorser gave several endorsements within moments",
        "the page offers several skills at once, and most people endorse like that",
    )
    SWAP = (
        "swap",
        "endorser and owner endorsed each other within a few days",
        "people who work together think of each other, and the page asks to return the favour",
    )
    ON_CONNECTING = (
        "on-connecting",
        "endorsed on the day of connecting",
        "the page asks new connections to endorse, and colleagues often connect late",
    )
    UNLISTED_SKILL = (
        "unlisted-skill",
        "the skill is not in the owner's list",
        "the owner took the skill off the list later",
    )
    BEFORE_CAREER = (
        "before-career",
        "endorsed before the first engagement of the owner that has a start",
        "the profile leaves out early jobs, studies or unpaid work",
    )
    SELF_ENDORSEMENT = (
        "self-endorsement",
        "the endorser is the owner",
        "the owner has a second account",
    )
    DUPLICATE = (
        "duplicate",
        "one endorser endorsed one skill more than once",
        "two exports or tables were put together",
    )
    AMBIGUOUS_PERSON = (
        "ambiguous-person",
        "two or more known people bear the endorser's name",
        "namesakes; a profile URL tells them apart",
    )
    LOOKALIKE_NAME = (
        "lookalike-name",
        "people at different addresses have names that look the same",
        "namesakes, or one person with two accounts",
    )
    ONLY_ENDORSER = (
        "only-endorser",
        "nobody who endorsed this skill can attest to it",
        "those who saw the work did not endorse it, or are not on the network",
    )
    STALE = (
        "stale",
        "the last day at one place lies long ago",
        "the skill has not changed since, or they stayed in touch",
    )
    HIDDEN_CHARACTERS = (
        "hidden-characters",
        "a name or skill holds characters that do not show as themselves",
        "text pasted from a page or a design program",
    )
    DECEPTIVE_ADDRESS = (
        "deceptive-address",
        "the profile address is not plainly a web address, or looks like another",
        "a slip in a table filled in by hand",
    )
    CONFLICTING_RECORDS = (
        "conflicting-records",
        "sources contradict each other about the dates of one job; what they share counts",
        "one of them is rounded, or was written from memory",
    )
    WAIVER_EXPIRED = (
        "waiver-expired",
        "a waiver ended before the day the data speak for",
        "it was meant to be looked at again: renew it or act",
    )
    WAIVER_UNUSED = (
        "waiver-unused",
        "a waiver matches no finding",
        "the endorsement is gone, or can be attested to now",
    )


class NoteKind(Explained):
    """What came with an invitation.

    Example:
        >>> import endorsecheck as ec
        >>> ec.NoteKind("stock").explanation
        'a stock text of the platform, or one that says as little'
    """

    NONE = ("none", "no note")
    STOCK = ("stock", "a stock text of the platform, or one that says as little")
    PERSONAL = ("personal", "words of its writer's own")


class DotKind(Explained):
    """What a dot is: something that the owner and the other person may have in common.

    Example:
        >>> import endorsecheck as ec
        >>> ec.DotKind("school").explanation
        'a school that both attended'
    """

    ORGANIZATION = ("organization", "an organization where both were")
    PROJECT = ("project", "a project on which both were")
    SCHOOL = ("school", "a school that both attended")
    EVENT = ("event", "an occasion or place where the note says that they met")
    PERSON = ("person", "a connection of the owner, named as the person in between")
    RELATIONSHIP = ("relationship", "a tie that the owner declares")


class InvitationVerdict(Explained):
    """Whether an invitation connects the dots; connected and contradicted are certain.

    Example:
        >>> import endorsecheck as ec
        >>> ec.InvitationVerdict("no-dots").explanation
        'no tie is named that could hold, and none is found that certainly does'
    """

    CONNECTED = ("connected", "a tie that certainly holds, named in the note or found")
    CLAIMED = ("claimed", "the note names a tie that can't be checked")
    CONTRADICTED = (
        "contradicted",
        "the note says where they were together, and the histories rule it out",
    )
    NO_DOTS = (
        "no-dots",
        "no tie is named that could hold, and none is found that certainly does",
    )

    @property
    def is_firm(self) -> bool:
        """Whether the verdict is certain (connected and contradicted are)."""
        return self in (InvitationVerdict.CONNECTED, InvitationVerdict.CONTRADICTED)


class InvitationReason(Explained):
    """Why an invitation has its verdict, and why a dot stands as it does. The list is closed.

    Example:
        >>> import endorsecheck as ec
        >>> ec.InvitationReason("not-there").explanation
        'at least one of them was never at the place named'
    """

    SHARED_PLACE = ("shared-place", "both were at one place on a shared day")
    DECLARED_TIE = ("declared-tie", "the owner declares a tie to the person")
    UNNAMED_TIE = ("unnamed-tie", "a tie holds that the note does not name")
    POSSIBLE_PLACE = (
        "possible-place",
        "a tie at one place is possible and not certain, as the evidence says",
    )
    UNCHECKED_PLACE = (
        "unchecked-place",
        "too little is on file to tell whether both were at the place named",
    )
    THEIR_PLACE = ("their-place", "the place named stands in the other person's history alone")
    MET_THERE = ("met-there", "the note says that they met there, which asks for no shared stay")
    NAMED_PERSON = ("named-person", "the note names a connection of the owner")
    NAMED_EVENT = ("named-event", "the note names an occasion that stands in no history")
    NEVER_TOGETHER = ("never-together", "at one place, but never on the same day")
    NOT_THERE = ("not-there", "at least one of them was never at the place named")
    NOT_THERE_THEN = ("not-there-then", "the owner was not at the place named in the year named")
    TOO_EARLY = (
        "too-early",
        "the invitation came before the first day that they could have shared",
    )
    NO_CLAIM = (
        "no-claim",
        "the note does not plainly say that the place named is where they were together",
    )
    NO_PLACE_NAMED = (
        "no-place-named",
        "the note says that they know each other, and not from where",
    )
    NO_NOTE = ("no-note", "no note came with the invitation")
    STOCK_NOTE = ("stock-note", "the note is a stock text")
    NOTHING_NAMED = (
        "nothing-named",
        "the note names no place and nobody that the histories or connections hold",
    )
    NOTE_TOO_LONG = ("note-too-long", "the note is longer than the criteria allow")
    NOTHING_SHARED = ("nothing-shared", "the histories are complete and share no day at one place")
    NO_HISTORY = ("no-history", "no engagement is on file")
    INCOMPLETE_HISTORY = (
        "incomplete-history",
        "the history on file is incomplete or older than the invitation",
    )
    WITHHELD_EMPLOYER = (
        "withheld-employer",
        "an employer that is not named could have been a shared one",
    )
    AMBIGUOUS_PERSON = ("ambiguous-person", "two or more known people bear the person's name")
    OWN_ACCOUNT = ("own-account", "the other person is the owner")


class InvitationSuggestion(Explained):
    """What the owner can do about an invitation.

    Example:
        >>> import endorsecheck as ec
        >>> ec.InvitationSuggestion("ask").explanation
        'ask how you know each other'
    """

    ACCEPT = ("accept", "accept it")
    ASK = ("ask", "ask how you know each other")
    DECLINE = ("decline", "decline it")
    KEEP = ("keep", "leave it as it is")
    PERSONALIZE = ("personalize", "say how you know each other")
