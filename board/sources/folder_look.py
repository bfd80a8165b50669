"""One bounded look at a folder: what was found so far, when it is enough, and how far intervals are final."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from fractions import Fraction
from typing import Final, Protocol

from board.kpi.reading import Complaint, Reading
from board.sources.memory import Memory
from board.sources.record import RecordReader

LOOK_S: Final = 10.0
MOST_COMPLAINTS: Final = 500  # of one batch

Told = tuple[tuple[str, datetime], ...]  # the newest time told of each line


class Completing(Protocol):
    """The settings that say how far intervals are final."""

    @property
    def complete(self) -> str:
        """Return "newest", "seen" or "closed"."""
        ...

    @property
    def lag(self) -> timedelta:
        """Return how long rows may come late."""
        ...


class Reaching(Protocol):
    """A mark that knows the newest time stamp."""

    newest: datetime | None


@dataclass(slots=True, kw_only=True)
class FolderLook:
    """What one look has found and how long it has taken; time spent waiting for the other end does not count."""

    source: str
    settings: Completing
    mark: Reaching
    now: datetime
    watch: Callable[[], float]
    readings: list[Reading] = field(default_factory=list)
    complaints: list[Complaint] = field(default_factory=list)
    mended: list[str] = field(default_factory=list)  # files that were read from the start without any fault
    total: int = 0  # of what a look counts, bytes or rows
    done: int = 0
    more: bool = False  # something is left for the next look, at once
    pending: bool = False  # a file is being written
    unread: bool = False  # a file could not be opened
    memory: Memory | None = None  # of counters and states, as the rows read so far leave it
    has_states: bool = False
    blocked: bool = False  # a file cannot be opened, and those after it wait for it
    _spent_s: float = 0.0
    _since_s: float = -1.0

    def __post_init__(self) -> None:
        """Start the stopwatch."""
        self.resume()

    def pause(self) -> None:
        """Stop the stopwatch."""
        self._spent_s += self.watch() - self._since_s

    def resume(self) -> None:
        """Let the stopwatch run on."""
        self._since_s = self.watch()

    def out_of_time(self) -> bool:
        """Tell whether the look has taken as long as it may."""
        return self._spent_s + self.watch() - self._since_s > LOOK_S

    def share(self, done: int, *, large: int) -> Fraction | None:
        """Return how far an import is; None where there is too little to say so."""
        if self.total <= large and not self.more:
            return None
        return min(Fraction(done, max(self.total, 1)), Fraction(99, 100))

    def last_share(self, *, large: int) -> Fraction | None:
        """Return how far it is at the end of the look."""
        if self.more:
            return self.share(self.done, large=large)
        return Fraction(1) if self.total > large else None

    def complete_through(self) -> datetime | None:
        """Return the time through which everything is known; None while something is left or could not be read."""
        if self.more or self.unread:
            return None
        settings, newest = self.settings, self.mark.newest
        if settings.complete == "closed":
            return None if self.pending else self.now
        if settings.complete == "seen":
            return self.now - settings.lag
        return None if newest is None else newest - settings.lag

    def tell_of(self, *complaints: Complaint) -> None:
        """Tell what is wrong, but no more of it than a batch takes: of a folder full of faults the first are enough."""
        self.complaints += complaints[: max(MOST_COMPLAINTS - len(self.complaints), 0)]

    def tell_of_late(self, name: str, late: int) -> None:
        """Say of a file that came too late how many of its states are left out."""
        said = (
            f"{name} comes after files that are newer, so {late} of its states are left out; gembaboard source "
            "withdraw takes back what the source told, and has all files read again in their order"
        )
        self.tell_of(Complaint(source=self.source, where=name, said=said))

    def reaches(self, moments: Iterable[datetime]) -> None:
        """Note the newest time stamp of rows that may have given no reading."""
        known = [] if self.mark.newest is None else [self.mark.newest]
        self.mark.newest = max([*moments, *known], default=None)

    def last_states(self, reader: RecordReader) -> list[Reading]:
        """Return what grows of the stops that still last, now that all rows of this look are read."""
        if reader.mapping.state is None:
            return []
        self.has_states = True
        self.reaches(reader.told.values())
        until = self.complete_through()
        return [] if until is None else reader.lasts(min(until, self.now))

    def through(self, told: Told) -> tuple[datetime | None, Told]:
        """Return the time through which everything is known, and of single lines.

        A line that runs gives no reading: how far it is known is said of it by itself. While a counter has no value,
        only other lines are complete, through what was `told` of each.
        """
        complete = self.complete_through()
        is_whole = self.memory is None or not self.memory.unknown.nodes
        if complete is None or (is_whole and not self.has_states):
            return complete, ()
        by_rows = self.settings.complete == "newest"
        through = tuple((node, min(at, complete) if by_rows else complete) for node, at in told)
        return (complete if is_whole else None), through
