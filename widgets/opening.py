"""Which touch opens what: the panel that fits the state of an interval."""

from enum import Enum

from board.views.mark import Phase
from board.views.sicb import Interval


class Opening(Enum):
    """What comes up when an interval is touched."""

    NOTHING = "nothing"
    REASONS = "reasons"
    COUNT = "count"
    DETAIL = "detail"


def opening(interval: Interval, *, unexplained: int, by_hand: bool) -> Opening:
    """Return what a touch of the interval opens; `unexplained` is what is left of its gap, saved taps counted."""
    phase = interval.mark.phase
    if phase in {Phase.FUTURE, Phase.OFF}:
        return Opening.NOTHING
    if by_hand and phase in {Phase.OPEN, Phase.UNRECORDED}:
        return Opening.COUNT
    if unexplained:
        return Opening.REASONS
    if interval.parts:
        return Opening.DETAIL
    return Opening.COUNT if by_hand else Opening.NOTHING
