"""Chance that depends on nothing but the question, so that every board draws alike."""

from collections.abc import Sequence
from hashlib import blake2b

_WORDS = 32  # numbers in one digest


def chance(*parts: object) -> int:
    """Return a number below 1,000 that depends on nothing but the parts."""
    digest = blake2b("\x1f".join(map(str, parts)).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") % 1000


def chances(count: int, *parts: object) -> list[int]:
    """Return so many numbers below 1,000, cheaper than one by one."""
    found: list[int] = []
    page = 0
    while len(found) < count:
        digest = blake2b("\x1f".join(map(str, (*parts, page))).encode(), digest_size=2 * _WORDS).digest()
        found += [(digest[at] << 8 | digest[at + 1]) * 1000 >> 16 for at in range(0, 2 * _WORDS, 2)]
        page += 1
    return found[:count]


def swings(count: int, *parts: object) -> list[int]:
    """Return so many numbers from -1,000 to 1,000, small ones more often than large."""
    drawn = chances(2 * count, *parts)
    return [first + second - 999 for first, second in zip(drawn[::2], drawn[1::2], strict=True)]


def ranked(count: int, *parts: object) -> list[int]:
    """Return the numbers from 0 to count - 1 in an order of chance."""
    drawn = chances(count, *parts)
    return sorted(range(count), key=lambda place: (drawn[place], place))


def shared_out(total: int, weights: Sequence[int]) -> list[int]:
    """Return whole shares of a total by weights; together they are the total."""
    whole = sum(weights)
    if not whole:
        return [0] * len(weights)
    shares: list[int] = []
    done = 0
    for weight in weights:
        before, done = done, done + weight
        shares.append(total * done // whole - total * before // whole)
    return shares
