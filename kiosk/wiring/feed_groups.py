"""The processes that read the sources: one for all of the board's own kinds, and one for each source of another kind.

So a source that somebody else wrote, and that hangs, falls or eats memory, stops none but itself.
"""

import functools
import threading
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Final, Protocol

from board.plant.plant import SourceSpec
from board.plant.told import told
from board.sources.contract import KINDS
from board.views.feeding import Fall, Feeding
from kiosk.clock import Clock
from kiosk.standing import Standing
from kiosk.wiring.feed_watch import Bounds
from kiosk.wiring.feeds import FEED, Feeds, FeedsEars, FeedsEndedError

NEWS_MIB: Final = 16  # that a process has to take more or less before that is told
STOOD_LOOKS: Final = 3  # at a process that fell: then it stands again
LONGEST_NAMES: Final = 60


class GroupEars(FeedsEars, Protocol):
    """Who hears what the processes say and how they stand; called on the threads that listen to them."""

    def feeding(self, feeding: Feeding) -> None:
        """Hear that a process was started, fell, stands again, or takes more or less memory."""


class FeedGroups:
    """Run every process that the sources need, and run others where those change.

    `sources()` are those in force; `configuration(ids)` is what a process is told that reads some of them.
    """

    def __init__(
        self,
        sources: Callable[[], Sequence[SourceSpec]],
        configuration: Callable[[Collection[str]], dict[str, object]],
        ears: GroupEars,
        clock: Clock,
        *,
        bounds: Bounds | None = None,
        command: Sequence[str] = FEED,
    ) -> None:
        self._sources = sources
        self._configuration = configuration
        self._ears = ears
        self._clock = clock
        self._bounds = bounds or Bounds()
        self._command = command
        self._groups: list[_Group] = []
        self._stirred = threading.Event()

    @property
    def process_id(self) -> int | None:
        """Return the id of the first process that runs, that of the board's own kinds if it does; None without any."""
        return next((found for group in self._groups if (found := group.feeds.process_id) is not None), None)

    def start_again(self) -> None:
        """End every process without waiting for it, so that they start with the sources and watermarks in force now."""
        self._stirred.set()

    def stop(self) -> None:
        """Let `work` go home once it is to end."""
        self._stirred.set()

    def work(self, ending: threading.Event) -> None:
        """Run the processes until `ending` is set: the body of the thread."""
        while not ending.is_set():
            self._stirred.clear()
            self._groups = [self._group(number, ids) for number, ids in enumerate(grouped(self._sources()))]
            try:
                for group in self._groups:
                    group.standing.start()
                if not ending.is_set():
                    self._stirred.wait()
            finally:
                self._end_all()

    def _group(self, number: int, ids: tuple[str, ...]) -> "_Group":
        configuration = functools.partial(self._configuration, ids)
        name = "feeds" if number == 0 else f"feeds {ids[0]}"
        return _Group(name, ids, configuration, self._ears, self._clock, bounds=self._bounds, command=self._command)

    def _end_all(self) -> None:
        for group in self._groups:
            group.standing.begin_to_end()
        for group in self._groups:
            while not group.standing.end():  # it may still hand over a batch: never two that read the same
                pass
        for group in self._groups:
            group.is_over()
        self._groups = []


class _Group:
    """One process, put back on its feet when it falls, and how it stands."""

    def __init__(
        self,
        name: str,
        ids: tuple[str, ...],
        configuration: Callable[[], dict[str, object]],
        ears: GroupEars,
        clock: Clock,
        *,
        bounds: Bounds,
        command: Sequence[str],
    ) -> None:
        self._ears = ears
        self._clock = clock
        self._looks = 0  # since it was started
        self._feeding = Feeding(sources=ids, is_running=False, since=clock.true_now(), most_mib=bounds.most_mib)
        self.feeds = Feeds(configuration, ears, command=command, bounds=bounds, looked=self._looked)
        self.standing = Standing(name, self.feeds.work, wake=self.feeds.leave, on_fall=self._fell)

    def _looked(self, memory_mib: int | None) -> None:
        """Tell that the process was started (None), that it stands again, or what it takes where that has changed."""
        before = self._feeding
        if memory_mib is None and not before.is_running:
            self._looks = 0
            self._tell(is_running=True, since=self._clock.true_now(), next_try=None, memory_mib=None)
            return
        self._looks += 1
        if before.fall is not None and self._looks >= STOOD_LOOKS:
            self._tell(fall=None, said="", memory_mib=memory_mib)
        elif memory_mib is not None and abs(memory_mib - (before.memory_mib or 0)) >= NEWS_MIB:
            self._tell(memory_mib=memory_mib)

    def is_over(self) -> None:
        """Tell that the process is there no more, and that nothing is to be said of it."""
        if self._feeding.is_running or self._feeding.fall is not None:
            since = self._clock.true_now()
            self._tell(is_running=False, since=since, fall=None, said="", next_try=None, memory_mib=None)

    def _fell(self, _name: str, error: BaseException) -> None:
        """Tell why the process ended and when it is tried again."""
        now = self._clock.true_now()
        why = error.told if isinstance(error, FeedsEndedError) else told("it could not be started")
        names = ", ".join(self._feeding.sources)
        names = names if len(names) <= LONGEST_NAMES else names[: LONGEST_NAMES - 1] + "\u2026"
        self._tell(
            is_running=False,
            since=now,
            falls=self.standing.falls,
            fall=error.fall if isinstance(error, FeedsEndedError) else Fall.ENDED,
            fell_at=now,
            said=told("the program that reads {sources} fell ({why}) and is started again", sources=names, why=why),
            next_try=now + timedelta(seconds=self.standing.wait_s),
            memory_mib=None,
        )

    def _tell(self, **changes: object) -> None:
        self._feeding = replace(self._feeding, **changes)  # type: ignore[arg-type]  # names and kinds are those above
        self._ears.feeding(self._feeding)


def grouped(sources: Sequence[SourceSpec]) -> list[tuple[str, ...]]:
    """Return the ids of the sources that share a process, those of the board's own kinds first."""
    own = tuple(spec.id for spec in sources if spec.kind in KINDS)
    return [*([own] if own else []), *((spec.id,) for spec in sources if spec.kind not in KINDS)]
