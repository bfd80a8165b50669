"""Copies the database every hour to a second folder or medium, on a thread that never holds up the writer."""

import logging
import threading
from pathlib import Path

from board.store.backup import backup_into
from kiosk.clock import Clock

LOG = logging.getLogger(__name__)
EVERY_S = 3600.0


class Backups:
    """Make a checked copy every hour; a copy that fails is logged, and tried again a while later."""

    def __init__(self, database: Path, folder: Path, clock: Clock, *, every_s: float = EVERY_S) -> None:
        self._database = database
        self._folder = folder
        self._clock = clock
        self._every_s = every_s

    def work(self, ending: threading.Event) -> None:
        """Copy every hour until `ending` is set: the body of the thread."""
        while not ending.wait(self._every_s):
            target = backup_into(self._database, self._folder, self._clock.true_now())
            LOG.info("the database was copied to %s", target)
