"""How old what we see is: fresh, late, stale or missing."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum


class Stage(Enum):
    """How a value's age looks on the wall."""

    LIVE = "live"
    LATE = "late"  # age over twice the expected period: counted, colours unchanged
    STALE = "stale"  # age over the limit: colours lost, age stated
    MISSING = "missing"  # never heard of


@dataclass(frozen=True, slots=True, kw_only=True)
class Freshness:
    """When the newest value was seen, and when that becomes late and stale. Seconds."""

    seen_at: datetime | None
    late_after_s: int
    stale_after_s: int

    def age_s(self, now: datetime) -> int | None:
        """Return whole seconds since the value was seen (never negative), or None if it never was."""
        return None if self.seen_at is None else max(0, int((now - self.seen_at).total_seconds()))

    def stage(self, now: datetime) -> Stage:
        """Return how the age at `now` looks."""
        age = self.age_s(now)
        if age is None:
            return Stage.MISSING
        if age > self.stale_after_s:
            return Stage.STALE
        return Stage.LATE if age > self.late_after_s else Stage.LIVE
