"""What stands behind the first picture: the writer, the feeds, the backups and the watch over the plant folder.

Loaded and started once the first picture is up, because nothing of it is needed to paint that.
"""

import logging
import threading
from collections.abc import Callable, Collection, Mapping
from datetime import datetime

from board.journal.entry import Entry
from board.journal.intention import ADJUSTMENTS, Intention, Undo
from board.kpi.reading import Batch
from board.plant.history import PlantHistory
from board.plant.plant import Plant, SourceSpec
from board.sources.assignment import write_assignment
from board.store.database import Changed, Store
from board.store.reader import Reader
from board.store.refused import Refused
from board.store.room import DiskState
from board.views.feeding import Feeding
from board.views.frame import Notice, NoticeLine
from kiosk.bridge import Bridge
from kiosk.clock import Clock
from kiosk.standing import Standing
from kiosk.wiring.backups import Backups
from kiosk.wiring.complaint_log import ComplaintLog
from kiosk.wiring.feed_book import FeedBook
from kiosk.wiring.feed_groups import FeedGroups
from kiosk.wiring.feed_watch import Bounds
from kiosk.wiring.first_reading import FirstReading
from kiosk.wiring.places import Places, Version
from kiosk.wiring.plant_keeper import PlantKeeper
from kiosk.wiring.quarantine import Quarantine
from kiosk.wiring.second_source import SecondSource
from kiosk.wiring.viewer import Viewer
from kiosk.wiring.writer import Writer

LOG = logging.getLogger(__name__)
FAILING = "failing"
READY_S = 60.0
DISK_NOTICES = {DiskState.LOW: Notice.DISK_NEARLY_FULL, DiskState.REFUSING: Notice.DISK_REFUSES}


class Back:
    """Starts and ends its threads; what they say goes to the GUI thread over the bridge and to the view thread.

    `versions` are all versions of the plant that were ever in force, `unstored` those of them not on disk yet.
    """

    def __init__(
        self,
        places: Places,
        clock: Clock,
        bridge: Bridge,
        *,
        viewer: Viewer,
        keeper: PlantKeeper,
        book: FeedBook,
        versions: list[Version],
        unstored: list[Version],
    ) -> None:
        self._places = places
        self._clock = clock
        self._bridge = bridge
        self._viewer = viewer
        self._keeper = keeper
        self._book = book
        self._versions = versions
        self._unstored = unstored
        self._opened_before = False
        self._read_anew: set[str] = set()  # sources: the database was replaced, how far they had been read is void
        self._failing: set[str] = set()  # sources of which the wall says so
        self._first_reading = FirstReading(bridge.noticed.emit, clock.monotonic_s)
        self._quarantine = Quarantine(places.database)
        self._complaints = ComplaintLog(clock)
        self._second = SecondSource(bridge.noticed.emit)
        self._showing = threading.Lock()
        self.writer = Writer(self._open_store, clock, self)
        bounds = Bounds(most_mib=places.feeds_memory_mib)
        self.feeds = FeedGroups(self._sources, self._assignment, self, clock, bounds=bounds)
        backups = Backups(places.database, places.backups, clock)
        self._threads = (
            Standing("writer", self.writer.work, wake=self.writer.wake),
            Standing("feeds", self.feeds.work, wake=self.feeds.stop),
            Standing("plant", self._watch_plant),
            Standing("backups", backups.work, first_wait_s=60.0, longest_wait_s=3600.0),
        )

    def start(self) -> None:
        """Start every thread."""
        if self._keeper.refused:
            self.plant_refused(self._keeper.refused)
        self._show_quarantine()
        self._second.adopt(self._history().at(self._clock.now()), is_new=True)
        for thread in self._threads:
            thread.start()

    def end(self) -> None:
        """End every thread, the writer last, so that every touch is on disk; the log says where that failed."""
        for thread in reversed(self._threads):
            thread.end()
        if self.writer.waiting:
            LOG.error("%d touches were not on disk when the board ended; none was called saved", self.writer.waiting)

    # what the writer says, on its thread

    def kept(self, intention: Intention, entry: Entry) -> None:
        """Tell the wall that a touch is on disk; a change of the plan is in force from now on."""
        self._bridge.kept.emit(intention, entry)
        if isinstance(intention, (Undo, *ADJUSTMENTS)):
            self._take_changes()

    def _take_changes(self) -> None:
        """Lay the changes that stand now on the plant, where one was made or taken back."""
        reader = Reader.open(self._places.database)
        try:
            history = self._keeper.change(reader.adjustments())
        finally:
            reader.close()
        if history is not None:  # the store has laid it on by itself, with the entry
            self._bridge.plant_taken.emit(self._show_newest().at(self._clock.now()))

    def _show_newest(self) -> PlantHistory:
        """Let the view thread judge by the newest plants, whichever thread made them, and return them."""
        with self._showing:
            history = self._history()
            self._viewer.adopt(history)
            return history

    def refused(self, intention: Intention, refusal: Refused) -> None:
        """Tell the wall that a touch was not kept."""
        self._bridge.refused.emit(intention, refusal.sentence)

    def changed(self, changes: tuple[Changed, ...]) -> None:
        """Let the view thread build what changed."""
        self._viewer.changed(changes)

    def disk_changed(self, state: DiskState) -> None:
        """Tell the wall how the disk is."""
        notice = DISK_NOTICES.get(state)
        self._bridge.noticed.emit("disk", None if notice is None else NoticeLine(notice=notice))

    def put_aside(self, batch: Batch) -> None:
        """Keep a batch that could not be kept where people find it, and say so on the wall."""
        self._quarantine.keep(batch)
        self._show_quarantine()

    def _show_quarantine(self) -> None:
        said = self._quarantine.said
        self._bridge.noticed.emit("quarantine", NoticeLine(notice=Notice.SOURCE_FAILS, detail=said) if said else None)

    def opened(self, store: Store) -> None:
        """Tell the wall what opening the database found, and let the view thread read the file that is there now."""
        if self._opened_before or store.replaced is not None:
            self._viewer.open_anew()
        self._opened_before = True
        if store.replaced is not None:
            moved = NoticeLine(notice=Notice.DATABASE_REPLACED, detail=str(store.replaced))
            self._bridge.noticed.emit("database", moved)
            self._read_anew = {spec.id for spec in self._sources()}  # what they still hold is read from the start
            self.feeds.start_again()
        complaint = store.clock_complaint(self._clock.true_now())
        suspect = None if complaint is None else NoticeLine(notice=Notice.CLOCK_SUSPECT, detail=complaint)
        self._bridge.noticed.emit("clock", suspect)
        for finding in store.findings:
            LOG.error("the database: %s", finding)
        self._take_changes()  # of which one may have been kept just before the writer fell

    # what the feeds say, on their thread

    def batch(self, batch: Batch, done: Callable[[], None]) -> None:
        """Hand a batch to the writer, waiting while it has enough."""
        self._complaints.hear(batch)
        self._first_reading.hear(batch)
        self._second.hear(batch)
        self.writer.take(batch, done)

    def source_said(self, source: str, state: str, sentence: str) -> None:
        """Log an outage or a recovery once and show it on the wall."""
        if state == FAILING:
            LOG.warning("source %s fails: %s", source, sentence)
            line = NoticeLine(notice=Notice.SOURCE_FAILS, detail=f"{source}: {sentence}")
            self._failing.add(source)
            self._first_reading.forget({source})
            self._book.fails(source, sentence)
            self._bridge.noticed.emit(f"source {source}", line)
        else:
            LOG.info("source %s %s", source, sentence)
            self._forget_failing({source})

    def source_tries(self, source: str, sentence: str, next_try: datetime) -> None:
        """Note for the page of sources what is wrong with a failing one now, and when it is tried again."""
        self._book.tries(source, sentence, next_try)

    def feeding(self, feeding: Feeding) -> None:
        """Tell the wall how a process stands that reads sources; that it fell, until it has stood for a while."""
        line = None if feeding.fall is None else NoticeLine(notice=Notice.SOURCE_FAILS, detail=feeding.said)
        self._bridge.noticed.emit(f"feeding {feeding.sources[0]}", line)
        self._book.feeding(feeding)
        if not feeding.is_running:
            self._first_reading.forget(feeding.sources)
        self._bridge.feeding.emit(feeding)

    def _forget_failing(self, sources: set[str]) -> None:
        self._book.well(sources)
        for source in sources & self._failing:
            self._failing.discard(source)
            self._bridge.noticed.emit(f"source {source}", None)

    # what the plant keeper says, on its thread

    def plant_changed(self, files: Mapping[str, str], history: PlantHistory, since: datetime) -> None:
        """Keep a new version of the plant, and judge by it from its moment on."""
        self._versions.append((files, since))
        self.writer.adopt(history, (files, since))
        self._show_newest()

    def plant_in_force(self, plant: Plant, *, new_folder: bool) -> None:
        """Let the wall name what the plant in force has, and read the sources that a new folder has."""
        self._bridge.plant_taken.emit(plant)
        self._second.adopt(plant, is_new=new_folder)
        if new_folder:
            self.feeds.start_again()

    def plant_refused(self, sentences: tuple[str, ...]) -> None:
        """Show that a changed folder has problems, or that it is well again."""
        line = None if not sentences else NoticeLine(notice=Notice.PLANT_REFUSED, detail=sentences[0])
        self._bridge.noticed.emit("plant", line)

    # how the threads get what they need

    def _open_store(self) -> Store:
        """Open the database for the writer, with the plant in it; again after each fall."""
        history = self._history()
        store = Store.open(
            self._places.database,
            station=self._places.station,
            zone=history.latest.site.timezone,
            now=self._clock.true_now(),
        )
        if store.replaced is not None:  # and with the old database went the changes that were made on the wall
            self._keeper.change(())
            history = self._show_newest()
        try:
            for files, since in self._versions if store.replaced is not None else self._unstored:
                store.record_plant(files, self._clock.true_now(), since)
            self._unstored = []
            store.adopt(history, settle=False)
        except BaseException:
            store.close()
            raise
        return store

    def _sources(self) -> tuple[SourceSpec, ...]:
        sources = self._history().at(self._clock.now()).sources
        self._forget_failing(self._failing - {"", *(spec.id for spec in sources)})
        return sources

    def _assignment(self, sources: Collection[str]) -> dict[str, object]:
        """Return what the next process is told that reads some sources: these, and how far each was read.

        What the one before said of them is over: the next one says so where one still fails.
        """
        self.writer.wait_until_ready(READY_S)
        self.writer.wait_until_stored(sources)  # what the one before handed over, or it would be told and counted twice
        self._forget_failing({*sources, ""})
        reader = Reader.open(self._places.database)
        try:
            watermarks = {
                state.id: state.watermark
                for state in reader.sources()
                if state.id in sources and state.id not in self._read_anew
            }
        finally:
            reader.close()
        self._read_anew.difference_update(sources)
        plant = self._history().at(self._clock.now())
        return write_assignment(plant, watermarks, demo_shift=self._clock.shift, only=sources)

    def _watch_plant(self, ending: threading.Event) -> None:
        self._keeper.work(ending, self)

    def _history(self) -> PlantHistory:
        if self._keeper.history is None:
            raise RuntimeError("the plant is read before anything asks for it")
        return self._keeper.history
