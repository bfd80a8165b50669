"""The places on the reason sheet: this line's own reasons, most frequent first, still during a shift."""

from collections import Counter
from collections.abc import Iterable

from board.journal.miss import Miss
from board.plant.plant import Plant, Reason
from board.views.sicb import ReasonTile

MOST_TILES = 8
OTHER = "other"


def reason_tiles(plant: Plant, line_id: str, earlier: Iterable[Miss]) -> tuple[ReasonTile, ...]:
    """Return up to eight tiles; `earlier` are the misses logged before the shift began, so that no tile moves in it.

    Most frequent first, ties in the order of the plant file. Where the line has more reasons than places, the last
    tile, "other", opens the rest; a reason of the code "other" always stands last.
    """
    counts = Counter(miss.reason for miss in earlier)
    reasons = sorted(plant.reasons_of(line_id), key=lambda reason: (reason.code == OTHER, -counts[reason.code]))
    if len(reasons) <= MOST_TILES:
        return tuple(_tile(reason) for reason in reasons)
    first, rest = reasons[: MOST_TILES - 1], reasons[MOST_TILES - 1 :]
    last = rest[-1] if rest[-1].code == OTHER else None
    name = last.name if last is not None else "…"
    more = tuple(_tile(reason) for reason in rest)
    return (*(_tile(reason) for reason in first), ReasonTile(code=OTHER, name=name, icon="other", more=more))


def _tile(reason: Reason) -> ReasonTile:
    return ReasonTile(code=reason.code, name=reason.name, icon=reason.icon)
