"""Everything behind the glass, in the order in which a start needs it: first the view, then all the rest."""

import logging
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import apsw

from board.journal.adjustment import Adjusted
from board.journal.intention import Intention
from board.plant.history import PlantHistory
from board.plant.plant import Plant
from board.store.reader import Reader, StoredPlant
from kiosk.bridge import Bridge
from kiosk.clock import Clock
from kiosk.standing import Standing
from kiosk.wiring.feed_book import FeedBook
from kiosk.wiring.places import Places, Version
from kiosk.wiring.plant_keeper import PlantKeeper
from kiosk.wiring.viewer import Viewer
from kiosk.wish import Wish

if TYPE_CHECKING:
    from kiosk.wiring.back import Back

LOG = logging.getLogger(__name__)
READY_S = 60.0


class Parts:
    """Starts, connects and ends the threads; what they say goes to the GUI thread over the bridge.

    A thread that falls is started again with back-off. `start_rest` loads what the first picture does without; a touch
    before that loads it at once. They end in the order in which things flow, the writer last.
    """

    def __init__(self, places: Places, clock: Clock, bridge: Bridge) -> None:
        self._places = places
        self._clock = clock
        self._bridge = bridge
        self._keeper = PlantKeeper(places.plant, clock)
        self._versions: list[Version] = []
        self._unstored: list[Version] = []
        self._writer_first = False  # there is no database that can be read before the writer has opened it
        self._ended = False
        self._book = FeedBook(clock, self.look_again)
        self._viewer: Viewer | None = None
        self._view_thread: Standing | None = None
        self._back: Back | None = None
        self._making = threading.Lock()
        self._wish: Wish | None = None

    @property
    def waiting(self) -> int:
        """Return how many touches are not on disk yet."""
        return 0 if self._back is None else self._back.writer.waiting

    @property
    def feeds_process_id(self) -> int | None:
        """Return the id of the feeds process while it runs."""
        return None if self._back is None else self._back.feeds.process_id

    @property
    def history(self) -> PlantHistory:
        """Return the plant's versions; `read_plant` comes first."""
        if self._keeper.history is None:
            raise RuntimeError("the plant is read before anything asks for it")
        return self._keeper.history

    def read_plant(self) -> Plant:
        """Return the plant in force; PlantError where the folder has problems and no version was ever stored."""
        stored, changes = _on_record(self._places.database)
        self._writer_first = stored is None
        new = self._keeper.begin(stored or (), changes)
        self._unstored = [] if new is None else [new]
        self._versions = [*((version.files, version.in_force_from) for version in stored or ()), *self._unstored]
        return self.history.at(self._clock.now())

    def start(self) -> None:
        """Start the view thread, and with a new database all the rest; `read_plant` comes first."""
        self._viewer = Viewer(self._open_reader, self.history, self._clock, self._bridge.viewed.emit, self._book.now)
        if self._wish is not None:
            self._viewer.want(self._wish)
        self._view_thread = Standing("viewer", self._viewer.work, wake=self._viewer.wake)
        self._view_thread.start()
        if self._writer_first:
            self.start_rest()

    def start_rest(self) -> None:
        """Start what stands behind the first picture; again is harmless, and so is after the end."""
        with self._making:
            if not self._ended:
                self._made_back()

    def end(self) -> None:
        """End every thread, the writer last, so that every touch is on disk."""
        if self._view_thread is not None:
            self._view_thread.end()
        with self._making:
            self._ended = True
            if self._back is not None:
                self._back.end()

    def keep(self, intention: Intention) -> None:
        """Put a touch on disk."""
        self._rest().writer.keep(intention)

    def want(self, wish: Wish) -> None:
        """Build another page."""
        self._wish = wish
        if self._viewer is not None:
            self._viewer.want(wish)

    def look_again(self) -> None:
        """Build the page again, as after a change."""
        if self._viewer is not None:
            self._viewer.changed(())

    def _rest(self) -> "Back":
        with self._making:
            return self._made_back()

    def _made_back(self) -> "Back":
        if self._back is None:
            self._back = self._make_back()
            self._back.start()
        return self._back

    def _make_back(self) -> "Back":
        from kiosk.wiring.back import Back  # noqa: PLC0415 - it would double the time to the first picture

        if self._viewer is None:
            raise RuntimeError("the view thread is started first")
        return Back(
            self._places,
            self._clock,
            self._bridge,
            viewer=self._viewer,
            keeper=self._keeper,
            book=self._book,
            versions=self._versions,
            unstored=self._unstored,
        )

    def _open_reader(self) -> Reader:
        """Open the database for reading: at once where there is one, so that the board is up before the writer is."""
        if self._writer_first:
            self._rest().writer.wait_until_ready(READY_S)
        return Reader.open(self._places.database)


def _on_record(database: Path) -> tuple[tuple[StoredPlant, ...] | None, tuple[Adjusted, ...]]:
    """Return the plants on record and the wall's changes; None where there is no database that can be read."""
    if not database.exists():
        return None, ()
    try:
        reader = Reader.open(database)
        try:
            return reader.plant_versions(), reader.adjustments()
        finally:
            reader.close()
    except (apsw.Error, ValueError, TypeError, OverflowError) as error:  # the writer looks closer and mends it
        LOG.warning("the plants on record in %s cannot be read: %s", database, error)
        return None, ()
