"""The one clock of the kiosk: now and an age that no change of the wall clock can falsify."""

import time
from datetime import UTC, datetime, timedelta


class Clock:
    """Tell the time to everybody; `shift` moves it for a board opened with `--at`."""

    def __init__(self, shift: timedelta = timedelta()) -> None:
        self._shift = shift

    @classmethod
    def opened_at(cls, moment: datetime | None) -> "Clock":
        """Return a clock that shows `moment` now and runs on from there; the true time where moment is None."""
        return cls() if moment is None else cls(moment - datetime.now(UTC))

    @property
    def shift(self) -> timedelta:
        """Return how far this clock is from the computer's."""
        return self._shift

    def now(self) -> datetime:
        """Return the present moment in UTC."""
        return datetime.now(UTC) + self._shift

    def true_now(self) -> datetime:
        """Return the computer's own moment in UTC, for what goes on record."""
        return datetime.now(UTC)

    def monotonic_s(self) -> float:
        """Return seconds that only ever go forward."""
        return time.monotonic()


class Ageing:
    """Count the age of what was last seen on the monotonic clock, so that setting the clock makes nothing young."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._seen_at: datetime | None = None
        self._age_when_seen_s = 0.0
        self._seen_on_s = 0.0

    def age_s(self, seen_at: datetime | None) -> int | None:
        """Return whole seconds since `seen_at`, or None where nothing was ever seen."""
        exact_s = self.exact_s(seen_at)
        return None if exact_s is None else int(exact_s)

    def exact_s(self, seen_at: datetime | None) -> float | None:
        """Return the seconds since `seen_at`, or None where nothing was ever seen."""
        if seen_at is None:
            return None
        if seen_at != self._seen_at:
            self._seen_at = seen_at
            self._age_when_seen_s = max(0.0, (self._clock.now() - seen_at).total_seconds())
            self._seen_on_s = self._clock.monotonic_s()
        return self._age_when_seen_s + self._clock.monotonic_s() - self._seen_on_s
