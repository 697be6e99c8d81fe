"""Fuzzing without atheris: deterministic mutations, guided by the outcomes of the target.

The same target, number of runs and seed give the same inputs on every machine. An input whose
outcome is new joins those that are mutated further.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence

MOST_BYTES = 4_096
"""Bytes of an input; what is longer is cut."""

_TOKENS = (
    b'"', b'""', b",", b";", b"\t", b"\n", b"\r\n", b"\r", b"\0", b"\x1e", b"'", b"\\", b"=", b"|",
    b"%", b"%00", b"%2F", b"%ff", b"%", b"://", b"[", b"]", b"{", b"}", b":", b"null", b"-1", b"0",
    b"1e999", b"NaN", b"9" * 40, b"true", b"\xef\xbb\xbf", b"\xff\xfe", b"\xc3", b"\xed\xa0\x80",
    b"PK\x05\x06", b"PK\x01\x02", b"<!DOCTYPE x [", b"<!ENTITY a 'b'>", b"&a;", b"<![CDATA[",
    b"9999-12-31", b"0000", b"0001-01-01", b"31/02/2019", b"Present", b"Feb 29", b"ongoing",
    b"GmbH", b"(", b")", b"&", b"formerly", b"\xe2\x80\xae", b"\xe2\x80\x8b", b"\xef\xbf\xbf",
    "ß".encode(), "İ".encode(), "ǆ".encode(), "\u0345".encode(), "ﬃ".encode(), "\u0301".encode(),
    "٣".encode(), "²".encode(), "Ⅳ".encode(), "\u2028".encode(), "\u3164".encode(), "　".encode(),
    b"=cmd|", b"[[waiver]]", b"javascript:", b"</script>", b"$", b"_", b"`",
)  # fmt: skip


def inputs(seeds: Sequence[bytes], *, seed: str) -> Iterator[Callable[[bool], bytes]]:
    """Give inputs without end: call each with whether the one before was worth keeping."""
    rng = random.Random(seed)  # noqa: S311 # no secret
    pool = list(seeds)
    data = b""

    def following(keep: bool) -> bytes:  # noqa: FBT001 # what came of the one before
        nonlocal data
        if keep:
            pool.append(data)
        data = mutated(rng.choice(pool), pool, rng)
        return data

    while True:
        yield following


def mutated(data: bytes, pool: Sequence[bytes], rng: random.Random) -> bytes:
    """An input with one to four changes."""
    for _ in range(rng.choice((1, 1, 1, 2, 2, 3, 4))):
        data = rng.choice(_CHANGES)(data, pool, rng)
    return data[:MOST_BYTES]


def _slice(data: bytes, rng: random.Random) -> tuple[int, int]:
    start = rng.randint(0, len(data))
    length = rng.choice((1, 2, 4, 16, 64, len(data)))
    return start, min(len(data), start + rng.randint(1, max(1, length)))


def _cut(data: bytes, _: Sequence[bytes], rng: random.Random) -> bytes:
    start, end = _slice(data, rng)
    return data[:start] + data[end:]


def _doubled(data: bytes, _: Sequence[bytes], rng: random.Random) -> bytes:
    start, end = _slice(data, rng)
    return data[:end] + data[start:end] * rng.choice((1, 1, 2, 30)) + data[end:]


def _moved(data: bytes, _: Sequence[bytes], rng: random.Random) -> bytes:
    start, end = _slice(data, rng)
    at = rng.randint(0, len(data))
    return data[:at] + data[start:end] + data[at:]


def _token(data: bytes, _: Sequence[bytes], rng: random.Random) -> bytes:
    start, end = _slice(data, rng)
    return data[:start] + rng.choice(_TOKENS) + data[rng.choice((start, end)) :]


def _character(data: bytes, _: Sequence[bytes], rng: random.Random) -> bytes:
    start = rng.randint(0, len(data))
    number = rng.choice((rng.randrange(0x80), rng.randrange(0x3000), rng.randrange(0x110000)))
    return data[:start] + chr(number).encode("utf-8", "surrogatepass") + data[start:]


def _flipped(data: bytes, _: Sequence[bytes], rng: random.Random) -> bytes:
    if not data:
        return data
    at = rng.randrange(len(data))
    return data[:at] + bytes([data[at] ^ 1 << rng.randrange(8)]) + data[at + 1 :]


def _spliced(data: bytes, pool: Sequence[bytes], rng: random.Random) -> bytes:
    other = rng.choice(pool)
    return data[: rng.randint(0, len(data))] + other[rng.randint(0, len(other)) :]


_CHANGES = (_cut, _doubled, _moved, _token, _token, _character, _flipped, _spliced)
