"""Losses by reason, the largest first, so that the few that matter stand out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

UNCODED: str | None = None
"""The reason of a loss for which nobody gave one; it keeps its rank, because it is a problem of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """What one reason came to (`code` None: nobody gave one)."""

    code: str | None
    value: Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class Shares:
    """The largest reasons, and what all others came to together (None: there are no others)."""

    largest: tuple[Share, ...]
    rest: Fraction | None = None


def summed(losses: Iterable[tuple[str | None, Fraction]]) -> dict[str | None, Fraction]:
    """Return the sum of each reason; an event with several reasons counts for each of them."""
    sums: dict[str | None, Fraction] = {}
    for code, value in losses:
        sums[code] = sums.get(code, Fraction(0)) + value
    return sums


def ranked(
    losses: Iterable[tuple[str | None, Fraction]], names: Mapping[str, str], *, most: int | None = None
) -> Shares:
    """Return the reasons by size, ties by name and "no reason" after those it ties with; nothing lost is no share.

    `most`: so many shares fit, the last of them being the rest where there are more. `names` are by code; a code
    without one is its own name. Source: domain rules, section 9.
    """
    found = [Share(code=code, value=value) for code, value in summed(losses).items() if value > 0]
    found.sort(key=lambda share: (-share.value, share.code is None, *_name(share.code, names)))
    if most is None or len(found) <= most:
        return Shares(largest=tuple(found))
    rest = sum((share.value for share in found[most - 1 :]), Fraction(0))
    return Shares(largest=tuple(found[: most - 1]), rest=rest)


def _name(code: str | None, names: Mapping[str, str]) -> tuple[str, str]:
    return ("", "") if code is None else (names.get(code, code).casefold(), code)
