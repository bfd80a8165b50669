"""How a value stands against its target, compared exactly and before any rounding."""

from enum import Enum


class Judgement(Enum):
    """How a value stands against its target; from best to worst."""

    GOOD = "good"
    WATCH = "watch"
    MISS = "miss"
