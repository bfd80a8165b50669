"""Digests of settings, by which a watermark knows what it still holds for.

A digest has four parts. What is **asked** (address, query, where the rows stand, how it goes on): other questions
mean to begin anew. What a row **means**: other meanings mean to read again. Which **place** is asked, and which
**registers** stand there: only where that place or one of them changes is what counters and states remember worth
nothing. Names of lines and reasons are in none of them, nor is what only decides how often, how long and how far
something is done.
"""

import json
from collections.abc import Iterator, Mapping, Set
from hashlib import blake2b
from typing import Final

from board.plant.plant import SourceSpec
from board.sources.contract import SourceContext
from board.sources.setting import COMMON

HOW_FAR: Final = COMMON | {"ahead", "complete", "lag", "timeout", "largest_mib", "look_mib", "most_files", "most_rows"}
_MARK, _BETWEEN = ".", "-"
_TELLS_APART: Final = ("id", "value", "when", "reason", "sign")  # one register of a source from another


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
    return _MARK.join([*map(_short, bodies), _BETWEEN.join(sorted(map(_short, _registers(given))))])


def asks_the_same(one: str, other: str) -> bool:
    """Tell whether two digests are of the same question."""
    return one.partition(_MARK)[0] == other.partition(_MARK)[0]


def means_the_same(one: str, other: str) -> bool:
    """Tell whether what was read under one digest need not be read again under the other."""
    return one.split(_MARK)[:2] == other.split(_MARK)[:2]


def is_same_place(one: str, other: str) -> bool:
    """Tell whether two digests are of the same place, and all registers of the first are among those of the other."""
    place, registers = _place_of(one)
    other_place, other_registers = _place_of(other)
    return place == other_place and registers <= other_registers


def _place_of(digest: str) -> tuple[str, frozenset[str]]:
    *_, place, registers = ["", *digest.split(_MARK)]
    return place, frozenset(filter(None, registers.split(_BETWEEN)))


def _registers(given: Mapping[str, object]) -> Iterator[object]:
    """Yield what tells each counter and state of the settings from others."""
    measures = given.get("measure")
    for each in measures if isinstance(measures, list | tuple) else [measures]:
        if isinstance(each, Mapping) and each.get("counter") == "total":
            yield [given.get("node"), *(each.get(name) for name in _TELLS_APART)]
    state = given.get("state")
    if isinstance(state, Mapping):
        yield [given.get("node"), state.get("column"), state.get("when")]


def _short(body: object) -> str:
    return blake2b(json.dumps(body, sort_keys=True, default=str).encode(), digest_size=8).hexdigest()
