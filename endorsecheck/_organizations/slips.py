"""Slips of spelling: one letter missing, added or changed, or two neighbours swapped.

Two names are one slip apart if they have the same words but for one, and that one is a long
enough word of letters whose first letter is the same in both. How long depends on the rest of
the name: where the other words tell one organization from another, five letters will do; a
name that stands on one word needs six, and a final letter may only be missing or changed from
eight. Words of another meaning are no slip of each other, nor are a name and its plural where
it stands alone (Vesta, Vestas).
"""

from collections.abc import Iterator, Sequence

__all__ = ["is_slip", "near_forms", "patterns"]

_SUPPORTED = 5
_ALONE = 6
_LONG = 7
_SHORTEST = 4
_SUPPORT = 3


def is_slip(one: str, other: str) -> bool:
    """Tell whether two canonical names are one slip apart."""
    if abs(len(one) - len(other)) > 1:
        return False
    these, those = one.split(), other.split()
    if len(these) != len(those):
        return False
    unlike = [(x, y) for x, y in zip(these, those, strict=True) if x != y]
    if len(unlike) != 1:
        return False
    rest = [x for x, y in zip(these, those, strict=True) if x == y]
    return is_word_slip(*unlike[0], supported=max(map(len, rest), default=0) > _SUPPORT)


def is_word_slip(one: str, other: str, *, supported: bool) -> bool:
    """Tell whether one long enough word is one slip away from another one, not the same."""
    short, long = sorted((one, other), key=len)
    if not (short.isalpha() and long.isalpha()) or short[0] != long[0]:
        return False
    if len(long) < (_SUPPORTED if supported else _ALONE):
        return False
    at = next((n for n, (x, y) in enumerate(zip(short, long, strict=False)) if x != y), len(short))
    if _is_swap(short, long, at):
        return True
    if not supported and len(long) <= _LONG and short[-1] != long[-1]:
        return False
    return short[at + (len(short) == len(long)) :] == long[at + 1 :]


def _is_swap(one: str, other: str, at: int) -> bool:
    """Tell whether two words, first unlike at a place, differ in nothing but a swap there."""
    return one[:at] + one[at : at + 2][::-1] + one[at + 2 :] == other


def patterns(tokens: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Give each word that may hold a slip, after the name with a gap in its place."""
    for at, token in enumerate(tokens):
        if len(token) >= _SHORTEST and token.isalpha():
            yield " ".join([*tokens[:at], "*", *tokens[at + 1 :]]), token


def near_forms(word: str) -> set[str]:
    """Give a word and everything that is left of it without one letter.

    Two words one slip apart share such a form.
    """
    return {word} | {word[:at] + word[at + 1 :] for at in range(len(word))}
