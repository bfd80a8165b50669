"""The writer thread: the only writer of the local database; taps go before readings."""

import logging
import threading
from collections import deque
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import Protocol

from board.journal.clean import EARLIEST, LATEST
from board.journal.entry import Entry
from board.journal.intention import (
    Adjustment,
    EnterCount,
    EnterDay,
    Intention,
    LogDeviation,
    LogMiss,
    ReviewInterval,
    Undo,
)
from board.kpi.reading import Batch
from board.plant.history import PlantHistory
from board.plant.told import told
from board.sources.ear import joined
from board.store.database import Changed, Store
from board.store.refused import Cause, Refused
from board.store.room import DiskState
from kiosk.clock import Clock
from kiosk.wiring.places import Version

LOG = logging.getLogger(__name__)
LOOK_AT_DISK_EVERY_S = 1.0
MOST_TRIES = 3
MOST_AT_ONCE = 200  # readings of a first import in one transaction: with 400 a tap waits too long (p99 0.1 s)
REST_AFTER_S = 30.0  # without work, the log is brought home
AT_ANY_TIME = (EARLIEST, LATEST)  # that of a reading; days around it can still be counted
TWO_DAYS = timedelta(days=2)
DISK_CAUSES = frozenset({Cause.DISK_FULL, Cause.READ_ONLY, Cause.DISK_FAILS})


class WriterEars(Protocol):
    """Who hears what the writer did; called on the writer's thread."""

    def kept(self, intention: Intention, entry: Entry) -> None:
        """Hear that a touch is on disk."""

    def refused(self, intention: Intention, refusal: Refused) -> None:
        """Hear that a touch could not be kept, and why."""

    def changed(self, changes: tuple[Changed, ...]) -> None:
        """Hear which nodes and times have new figures."""

    def disk_changed(self, state: DiskState) -> None:
        """Hear that room on the disk became scarce, ran out or came back."""

    def put_aside(self, batch: Batch) -> None:
        """Hear that a batch could not be kept however often it was tried, and is called done all the same."""

    def opened(self, store: Store) -> None:
        """Hear that the database is open, and what opening it found."""


@dataclass(frozen=True, slots=True)
class _Taking:
    """A batch on its way to disk, and whom to tell when it is there."""

    batch: Batch
    done: Callable[[], None]


@dataclass(frozen=True, slots=True)
class _Adopting:
    """A new version of the plant: its history, and the folder's files with from when they are in force."""

    history: PlantHistory
    accepted: Version


class Writer:
    """Take touches and batches from any thread and put them on disk on its own.

    `keep` never waits. `take` waits while `most_batches` are queued, so that a feed cannot flood the memory. A touch
    that was under way when the thread fell is done again; its id makes that harmless. While the database cannot be
    opened, or the disk takes nothing, every touch is refused at once and all the rest waits.
    """

    def __init__(
        self,
        open_store: Callable[[], Store],
        clock: Clock,
        ears: WriterEars,
        *,
        most_batches: int = 8,
    ) -> None:
        self._open_store = open_store
        self._clock = clock
        self._ears = ears
        self._most_batches = most_batches
        self._taps: deque[Intention] = deque()
        self._rest: deque[_Taking | _Adopting] = deque()
        self._something = threading.Condition()
        self._disk = DiskState.OK
        self._held_up = False  # the disk did not take the last thing that was no touch
        self._wrote = False  # since the log was last brought home
        self._unsettled = True  # day totals that a new plant judges anew; asked of the store once it is open
        self._ready = threading.Event()
        self._under_way: object | None = None
        self._tries = 0

    @property
    def waiting(self) -> int:
        """Return how many touches are not on disk yet."""
        return len(self._taps)

    def keep(self, intention: Intention) -> None:
        """Queue a touch; `ears.kept` or `ears.refused` answers."""
        with self._something:
            self._taps.append(intention)
            self._something.notify_all()

    def take(self, batch: Batch, done: Callable[[], None]) -> None:
        """Queue a batch, waiting while too many are queued; `done` is called once it is on disk."""
        with self._something:
            self._something.wait_for(lambda: len(self._rest) < self._most_batches)
            self._rest.append(_Taking(batch, done))
            self._something.notify_all()

    def adopt(self, history: PlantHistory, accepted: Version) -> None:
        """Queue a new version of the plant: kept on disk, and days it judges are added up again."""
        with self._something:
            self._rest.append(_Adopting(history, accepted))
            self._something.notify_all()

    def wait_until_ready(self, timeout_s: float) -> bool:
        """Wait until the database is open; tell whether it is."""
        return self._ready.wait(timeout_s)

    def wait_until_stored(self, sources: Collection[str]) -> None:
        """Wait until no batch of some sources is on its way to disk: only then is it known how far they were read."""
        with self._something:
            self._something.wait_for(lambda: not any(_is_of(each, sources) for each in self._rest))

    def wake(self) -> None:
        """Let the thread notice that it is to end."""
        with self._something:
            self._something.notify_all()

    def work(self, ending: threading.Event) -> None:
        """Write until `ending` is set and every touch is on disk: the body of the thread."""
        self._give_up_what_keeps_falling()
        store = self._open_patiently(ending)
        if store is None:
            return
        try:
            if store.replaced is not None:
                self._drop_readings()
            self._ears.opened(store)
            self._ready.set()
            while self._step(store, ending):
                pass
        finally:
            store.close()

    def _open_patiently(self, ending: threading.Event) -> Store | None:
        """Open the database, again and again while that is refused; None where the thread is to end meanwhile."""
        told = False
        while True:
            try:
                return self._open_store()
            except Refused as refusal:
                if refusal.cause is Cause.DAMAGED:
                    raise
                if not told:
                    LOG.error("the database cannot be opened: %s", refusal)
                told = True
                if refusal.cause in DISK_CAUSES:
                    self._set_disk(DiskState.REFUSING)
                while self._taps:
                    self._ears.refused(self._taps.popleft(), refusal)
            if ending.is_set():
                return None
            self._wait_for_a_touch(ending)

    def _drop_readings(self) -> None:
        """Forget batches meant for a database that was replaced: the new one is read into from the start."""
        with self._something:
            self._rest = deque(each for each in self._rest if isinstance(each, _Adopting))
            self._something.notify_all()

    def _wait_for_a_touch(self, ending: threading.Event) -> None:
        with self._something:
            self._something.wait_for(lambda: self._taps or ending.is_set(), LOOK_AT_DISK_EVERY_S)

    def _step(self, store: Store, ending: threading.Event) -> bool:
        """Do the next thing; return False when there is nothing left and the thread is to end."""
        with self._something:
            self._something.wait_for(
                lambda: self._taps or self._rest or self._unsettled or ending.is_set(), self._patience_s()
            )
        if self._taps:
            self._keep_first(store)
        elif ending.is_set():
            return False
        elif not self._do_rest(store):
            self._wait_for_a_touch(ending)
        self._set_disk(store.disk_state())
        return True

    def _do_rest(self, store: Store) -> bool:
        """Do the next thing that is no touch; return False where the disk did not take it and it is to wait."""
        try:
            if self._rest:
                self._do_first(store)
            elif self._unsettled:
                self._unsettled = store.settle()
            elif self._wrote:
                self._wrote = False
                if store.settle():  # months that have changed are added up once nothing more comes
                    self._unsettled = self._wrote = True
                else:
                    store.checkpoint()
        except Refused as refusal:
            if refusal.cause is Cause.DAMAGED:
                raise  # the store is opened anew, the damaged file moved aside, and this done again
            self._end_of_work()
            self._set_disk(store.disk_state())
            if not self._held_up:
                LOG.warning("readings wait, the disk takes none: %s", refusal)
            self._held_up = True
            return False
        self._held_up = False
        return True

    def _give_up_what_keeps_falling(self) -> None:
        """Put aside the touch or batch with which the thread fell three times, so that the others go on."""
        if self._under_way is None or self._tries < MOST_TRIES:
            return
        LOG.error("put aside after %d tries: %s", self._tries, _named(self._under_way))
        with self._something:
            if self._taps and self._taps[0] is self._under_way:
                fallen = self._taps.popleft()
                self._ears.refused(fallen, Refused(Cause.UNUSABLE, told("This entry could not be kept. Try again.")))
            elif self._rest and self._rest[0] is self._under_way:
                given_up = self._rest.popleft()
                if isinstance(given_up, _Taking):
                    self._ears.put_aside(given_up.batch)
                    given_up.done()
            self._something.notify_all()
        self._end_of_work()

    def _begin(self, thing: object) -> None:
        self._tries = self._tries + 1 if thing is self._under_way else 1
        self._under_way = thing

    def _end_of_work(self) -> None:
        self._under_way, self._tries = None, 0

    def _patience_s(self) -> float | None:
        if self._disk is not DiskState.OK:
            return LOOK_AT_DISK_EVERY_S
        return REST_AFTER_S if self._wrote else None

    def _keep_first(self, store: Store) -> None:
        intention = self._taps[0]
        self._begin(intention)
        self._wrote = True
        try:
            entry = store.keep(intention, self._clock.true_now())
        except Refused as refusal:
            if refusal.cause is Cause.DAMAGED:
                raise  # as above
            LOG.warning("a touch was refused: %s", refusal)
            self._taps.popleft()
            self._end_of_work()
            self._ears.refused(intention, refusal)
            return
        self._taps.popleft()
        self._end_of_work()
        if isinstance(intention, Undo | Adjustment):
            self._unsettled = True  # shifts may be others than they were
        self._ears.kept(intention, entry)
        self._ears.changed((Changed(intention.node, *touched(intention)),))

    def _do_first(self, store: Store) -> None:
        with self._something:
            waiting = tuple(self._rest)
        first, falls_again = waiting[0], waiting[0] is self._under_way
        parts = _parts(waiting[:1] if falls_again else waiting)
        self._begin(first)
        self._wrote = True
        if isinstance(first, _Adopting):
            files, since = first.accepted
            store.record_plant(files, self._clock.true_now(), since)
            store.adopt(first.history, settle=False)
            self._unsettled = True
            changes: tuple[Changed, ...] = ()
        else:
            changes = store.take(joined([part.batch for part in parts]), self._clock.true_now())
        self._end_of_work()
        with self._something:
            for _ in parts or (first,):
                self._rest.popleft()
            self._something.notify_all()
        for part in parts:
            part.done()
        if changes:
            self._ears.changed(changes)

    def _set_disk(self, state: DiskState) -> None:
        if state is not self._disk:
            self._disk = state
            self._ears.disk_changed(state)


def _parts(waiting: Sequence[_Taking | _Adopting]) -> list[_Taking]:
    """Return the batch that comes first, with the parts of the same first import that wait right behind it."""
    parts: list[_Taking] = []
    size = 0
    for each in waiting:
        if not isinstance(each, _Taking):
            break
        size += len(each.batch.readings)
        if parts and (size > MOST_AT_ONCE or not _goes_on(parts[-1].batch, each.batch)):
            break
        parts.append(each)
    return parts


def _is_of(thing: _Taking | _Adopting, sources: Collection[str]) -> bool:
    return isinstance(thing, _Taking) and thing.batch.source in sources


def _goes_on(before: Batch, batch: Batch) -> bool:
    """Tell whether a batch is the next part of a first import."""
    return batch.source == before.source and before.progress is not None and batch.progress is not None


def _named(thing: object) -> str:
    """Return what names a touch or a batch in the log: nothing of what it says, which may be somebody's name."""
    return f"{type(thing).__name__} {getattr(thing, 'id', '')}".strip()


def touched(intention: Intention) -> tuple[datetime, datetime]:
    """Return the time of which a touch may change what is shown; most know no more than that it may be any."""
    match intention:
        case LogMiss() | EnterCount() | ReviewInterval():
            return intention.interval.start, intention.interval.end
        case EnterDay() | LogDeviation():
            noon = datetime.combine(intention.day, time(12), UTC)
            return noon - TWO_DAYS, noon + TWO_DAYS  # whatever the zone and the start of its day
        case _:
            return AT_ANY_TIME
