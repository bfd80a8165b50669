"""Digests of settings, by which a watermark knows what it still holds for.

A digest has three parts. What is **asked** (address, query, where the rows stand, how it goes on): other questions
mean to begin anew. What a row **means**: other meanings mean to read again. Which **place** is asked: only where that
changes is what counters and states remember worth nothing. Names of lines and reasons are in none of them, nor is what
only decides how often, how long and how far something is done.
"""

import json
from collections.abc import Set
from hashlib import blake2b
from typing import Final

from board.plant.plant import SourceSpec
from board.sources.contract import SourceContext
from board.sources.setting import COMMON

HOW_FAR: Final = COMMON | {"ahead", "complete", "lag", "timeout", "largest_mib", "look_mib", "most_files", "most_rows"}
_MARK: Final = "."


def digest_of(
    spec: SourceSpec,
    context: SourceContext,
    *,
    asked: Set[str] = frozenset(),
    place: Set[str] = frozenset(),
    apart: Set[str] = frozenset(),
) -> str:
    """Return the digest of settings; `asked` and `place` are keys of them, `apart` those that change nothing."""
    apart = apart | HOW_FAR
    given = {key: value for key, value in spec.settings.items() if key not in apart}
    meaning: list[object] = [{key: value for key, value in given.items() if key not in asked}]
    meaning += [context.timezone, str(context.day_starts), sorted(context.nodes), sorted(context.reasons)]
    meaning += [sorted(context.measures.items())]
    bodies = [
        {key: value for key, value in given.items() if key in asked},
        meaning,
        {key: value for key, value in given.items() if key in place},
    ]
    return _MARK.join(_short(body) for body in bodies)


def asks_the_same(one: str, other: str) -> bool:
    """Tell whether two digests are of the same question."""
    return one.partition(_MARK)[0] == other.partition(_MARK)[0]


def means_the_same(one: str, other: str) -> bool:
    """Tell whether what was read under one digest need not be read again under the other."""
    return one.split(_MARK)[:2] == other.split(_MARK)[:2]


def is_same_place(one: str, other: str) -> bool:
    """Tell whether two digests are of the same place."""
    return one.split(_MARK)[2:] == other.split(_MARK)[2:]


def _short(body: object) -> str:
    return blake2b(json.dumps(body, sort_keys=True, default=str).encode(), digest_size=8).hexdigest()
