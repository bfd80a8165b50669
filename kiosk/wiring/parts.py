"""Everything behind the glass: the store's writer, the view builder, the feeds and the plant, each on its thread."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from board.journal.entry import Entry
from board.journal.intention import Intention
from board.kpi.reading import Batch
from board.plant.history import PlantHistory
from board.plant.plant import Plant
from board.sources.assignment import write_assignment
from board.store.database import Changed, Store
from board.store.reader import Reader, StoredPlant
from board.store.refused import Refused
from board.store.room import DiskState
from board.views.frame import Notice, NoticeLine
from kiosk.bridge import Bridge
from kiosk.clock import Clock
from kiosk.standing import Standing
from kiosk.wiring.backups import Backups
from kiosk.wiring.feeds import Feeds
from kiosk.wiring.plant_keeper import PlantKeeper
from kiosk.wiring.viewer import Viewer
from kiosk.wiring.writer import Writer
from kiosk.wish import Wish

LOG = logging.getLogger(__name__)
FAILING = "failing"
_Version = tuple[Mapping[str, str], datetime]  # files by name, in force from
DISK_NOTICES = {DiskState.LOW: Notice.DISK_NEARLY_FULL, DiskState.REFUSING: Notice.DISK_REFUSES}


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Where the plant, the database and its backups live, and who writes."""

    plant: Path
    database: Path
    backups: Path
    station: str


class Parts:
    """Start, connect and end the threads; what they say goes to the GUI thread over the bridge.

    A thread that falls is started again with back-off. They end in the order in which things flow, so that every touch
    is on disk before the writer goes.
    """

    def __init__(self, places: Places, clock: Clock, bridge: Bridge) -> None:
        self._places = places
        self._clock = clock
        self._bridge = bridge
        self._keeper = PlantKeeper(places.plant, clock, self)
        self._history: PlantHistory | None = None
        self._versions: list[_Version] = []  # every version in force, as it is stored
        self._unstored: list[_Version] = []
        self._writer = Writer(self._open_store, clock, self)
        self._feeds = Feeds(self._assignment, self)
        self._viewer: Viewer | None = None
        self._wish: Wish | None = None
        self._threads: list[Standing] = []
        self._opened_before = False
        self._is_new = False  # there was no database when the board started

    @property
    def waiting(self) -> int:
        """Return how many touches are not on disk yet."""
        return self._writer.waiting

    @property
    def feeds_process_id(self) -> int | None:
        """Return the id of the feeds process while it runs."""
        return self._feeds.process_id

    @property
    def history(self) -> PlantHistory:
        """Return the plant's versions; `read_plant` comes first."""
        if self._history is None:
            raise RuntimeError("the plant is read before anything asks for it")
        return self._history

    def read_plant(self) -> Plant:
        """Return the plant in force; PlantError where the folder has problems and no version was ever stored."""
        self._is_new = not self._places.database.exists()
        stored = _stored_versions(self._places.database)
        new = self._keeper.begin(stored)
        self._unstored = [] if new is None else [new]
        self._versions = [*((version.files, version.in_force_from) for version in stored), *self._unstored]
        self._history = self._keeper.history
        return self.history.at(self._clock.now())

    def start(self) -> None:
        """Start every thread; `read_plant` comes first."""
        self._viewer = Viewer(self._open_reader, self.history, self._clock, self._bridge.viewed.emit)
        if self._wish is not None:
            self._viewer.want(self._wish)
        backups = Backups(self._places.database, self._places.backups, self._clock)
        for thread in (
            Standing("writer", self._writer.work, wake=self._writer.wake),
            Standing("viewer", self._viewer.work, wake=self._viewer.wake),
            Standing("feeds", self._feeds.work, wake=self._feeds.stop),
            Standing("plant", self._keeper.work),
            Standing("backups", backups.work, first_wait_s=60.0, longest_wait_s=3600.0),
        ):
            self._threads.append(thread)
            thread.start()

    def end(self) -> None:
        """End every thread, the writer last and only when every touch is on disk."""
        for thread in reversed(self._threads):
            thread.end()

    # what the wall asks for

    def keep(self, intention: Intention) -> None:
        """Put a touch on disk."""
        self._writer.keep(intention)

    def want(self, wish: Wish) -> None:
        """Build another page."""
        self._wish = wish
        if self._viewer is not None:
            self._viewer.want(wish)

    # what the writer says, on its thread

    def kept(self, intention: Intention, entry: Entry) -> None:
        """Tell the wall that a touch is on disk."""
        self._bridge.kept.emit(intention, entry)

    def refused(self, intention: Intention, refusal: Refused) -> None:
        """Tell the wall that a touch was not kept."""
        self._bridge.refused.emit(intention, refusal.sentence)

    def changed(self, changes: tuple[Changed, ...]) -> None:
        """Let the view thread build what changed."""
        if self._viewer is not None:
            self._viewer.changed(changes)

    def disk_changed(self, state: DiskState) -> None:
        """Tell the wall how the disk is."""
        notice = DISK_NOTICES.get(state)
        self._bridge.noticed.emit("disk", None if notice is None else NoticeLine(notice=notice))

    def opened(self, store: Store) -> None:
        """Tell the wall what opening the database found, and let the view thread read the file that is there now."""
        if self._opened_before and self._viewer is not None:
            self._viewer.open_anew()
        self._opened_before = True
        if store.replaced is not None:
            moved = NoticeLine(notice=Notice.DATABASE_REPLACED, detail=str(store.replaced))
            self._bridge.noticed.emit("database", moved)
            self._feeds.start_again()  # what sources still hold is read again from the start
        complaint = store.clock_complaint(self._clock.true_now())
        suspect = None if complaint is None else NoticeLine(notice=Notice.CLOCK_SUSPECT, detail=complaint)
        self._bridge.noticed.emit("clock", suspect)
        for finding in store.findings:
            LOG.error("the database: %s", finding)

    # what the feeds say, on their thread

    def batch(self, batch: Batch, done: Callable[[], None]) -> None:
        """Hand a batch to the writer, waiting while it has enough."""
        for complaint in batch.complaints:
            LOG.warning("%s: %s: %s", complaint.source, complaint.where, complaint.said)
        self._writer.take(batch, done)

    def source_said(self, source: str, state: str, sentence: str) -> None:
        """Log an outage or a recovery once and show it on the wall."""
        if state == FAILING:
            LOG.warning("source %s fails: %s", source, sentence)
            line = NoticeLine(notice=Notice.SOURCE_FAILS, detail=f"{source}: {sentence}")
            self._bridge.noticed.emit(f"source {source}", line)
        else:
            LOG.info("source %s %s", source, sentence)
            self._bridge.noticed.emit(f"source {source}", None)

    # what the plant keeper says, on its thread

    def plant_changed(self, files: Mapping[str, str], history: PlantHistory, since: datetime) -> None:
        """Bring a new version of the plant into force everywhere."""
        self._history = history
        self._versions.append((files, since))
        self._writer.adopt(files, history, since)
        if self._viewer is not None:
            self._viewer.adopt(history)
        self._bridge.plant_taken.emit(history.at(self._clock.now()))
        self._feeds.start_again()

    def plant_refused(self, sentences: tuple[str, ...]) -> None:
        """Show that a changed folder has problems, or that it is well again."""
        line = None if not sentences else NoticeLine(notice=Notice.PLANT_REFUSED, detail=sentences[0])
        self._bridge.noticed.emit("plant", line)

    # how the threads get what they need

    def _open_store(self) -> Store:
        """Open the database for the writer, with the plant in it; again after each fall."""
        history = self.history
        store = Store.open(
            self._places.database,
            station=self._places.station,
            zone=history.latest.site.timezone,
            now=self._clock.true_now(),
        )
        try:
            for files, since in self._versions if store.replaced is not None else self._unstored:
                store.record_plant(files, self._clock.true_now(), since)
            self._unstored = []
            store.adopt(history, settle=False)
        except BaseException:
            store.close()
            raise
        return store

    def _open_reader(self) -> Reader:
        """Open the database for reading: at once where there is one, so that the board is up before the writer is."""
        if self._is_new:
            self._writer.wait_until_ready(60.0)
        return Reader.open(self._places.database)

    def _assignment(self) -> dict[str, object]:
        """Return what the feeds process is told: the sources in force and how far each was read."""
        self._writer.wait_until_ready(60.0)
        reader = Reader.open(self._places.database)
        try:
            watermarks = {state.id: state.watermark for state in reader.sources()}
        finally:
            reader.close()
        assignment = write_assignment(self.history.at(self._clock.now()), watermarks)
        return assignment | {"demo_shift_s": self._clock.shift.total_seconds()}


def _stored_versions(database: Path) -> tuple[StoredPlant, ...]:
    if not database.exists():
        return ()
    reader = Reader.open(database)
    try:
        return reader.plant_versions()
    finally:
        reader.close()
