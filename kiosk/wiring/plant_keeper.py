"""Keeps the plant in force: every version that ever was, the folder that people edit, and the changes of the wall."""

import logging
import threading
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Protocol

from board.journal.adjusted import adjusted
from board.journal.adjustment import Adjusted
from board.plant.history import PlantHistory
from board.plant.load import digest_of, parse_plant, read_files
from board.plant.plant import Plant
from board.plant.problem import PlantError, Problem
from board.plant.watch import PlantWatch
from board.store.reader import StoredPlant
from kiosk.clock import Clock

LOG = logging.getLogger(__name__)
LOOK_EVERY_S = 10.0


class PlantEars(Protocol):
    """Who hears that the plant folder changed; called on the thread that watches it."""

    def plant_changed(self, files: Mapping[str, str], history: PlantHistory, since: datetime) -> None:
        """Take a new version, which may be in force only from a later moment on."""

    def plant_in_force(self, plant: Plant, *, new_folder: bool) -> None:
        """Hear that from now on another version is in force; `new_folder`: not only the wall's changes differ."""

    def plant_refused(self, sentences: tuple[str, ...]) -> None:
        """Hear what is wrong with a changed folder; empty: it is well again."""


class PlantKeeper:
    """Read the folder at start and whenever it changes; a folder with errors leaves the last good plant in force."""

    def __init__(self, folder: Path, clock: Clock, *, look_every_s: float = LOOK_EVERY_S) -> None:
        self._folder = folder
        self._clock = clock
        self._look_every_s = look_every_s
        self._in_force: Plant | None = None  # the version that everybody knows to be in force
        self._watch = PlantWatch(folder)
        self._changing = threading.Lock()
        self._accepted: PlantHistory | None = None  # the folders alone
        self._changes: tuple[Adjusted, ...] = ()
        self.history: PlantHistory | None = None  # with the wall's changes on top
        self.refused: tuple[str, ...] = ()  # what was wrong with the folder at the start

    def begin(
        self, stored: tuple[StoredPlant, ...], changes: tuple[Adjusted, ...] = ()
    ) -> tuple[Mapping[str, str], datetime] | None:
        """Make the history of the stored versions and the folder; return what is new of the folder, None if nothing.

        Raises PlantError where the folder has errors and no version was ever stored.
        """
        self._changes = changes
        for version in stored:
            self._add(version.files, version.in_force_from)
        new = None
        try:
            new = self._read()
        except PlantError as error:
            if self.history is None:
                raise
            self.refused = _told(error)
        if new is not None and stored and self._accepted is not None:
            _check_same_site(self._accepted)
        self._other_in_force()
        return new

    def change(self, changes: tuple[Adjusted, ...]) -> PlantHistory | None:
        """Take what was changed on the wall so far; return the new history, None where nothing differs from before."""
        with self._changing:
            if self._accepted is None or changes == self._changes:
                return None
            self._changes = changes
            self.history = adjusted(self._accepted, changes)
            return self.history

    def work(self, ending: threading.Event, ears: PlantEars) -> None:
        """Look at the folder every few seconds until `ending` is set: the body of the thread."""
        while not ending.wait(self._look_every_s):
            if self._watch.changed():
                self._take_change(ears)
            before = self._in_force
            plant = self._other_in_force()
            if plant is not None:
                ears.plant_in_force(plant, new_folder=before is None or before.digest != plant.digest)

    def _take_change(self, ears: PlantEars) -> None:
        try:
            new = self._read()
        except PlantError as error:
            ears.plant_refused(_told(error))
            return
        ears.plant_refused(())
        if new is not None and self.history is not None:
            LOG.info("the plant folder changed and is in force from %s", new[1])
            ears.plant_changed(new[0], self.history, new[1])

    def _other_in_force(self) -> Plant | None:
        """Return the plant in force where it is another than at the last look: changed, or its moment has come."""
        plant = None if self.history is None else self.history.at(self._clock.now())
        if plant is None or plant is self._in_force:
            return None
        self._in_force = plant
        return plant

    def _read(self) -> tuple[Mapping[str, str], datetime] | None:
        files = read_files(self._folder)
        latest = None if self._accepted is None else self._accepted.latest
        if latest is not None and latest.digest == digest_of(files):
            return None
        plant = parse_plant(files, folder=self._folder)
        since = plant.valid_from or self._clock.now()
        _check_kpis(plant)
        self._accept(since, plant)
        return files, since

    def _add(self, files: Mapping[str, str], since: datetime) -> None:
        try:
            plant = parse_plant(files, folder=self._folder)
        except PlantError as error:  # an older board accepted what this one does not: skip that version, keep the rest
            LOG.warning("a stored version of the plant is not understood: %s", error)
            return
        self._accept(since, plant)

    def _accept(self, since: datetime, plant: Plant) -> None:
        with self._changing:
            known = self._accepted
            self._accepted = PlantHistory(((since, plant),)) if known is None else known.with_version(since, plant)
            self.history = adjusted(self._accepted, self._changes)


def _check_same_site(accepted: PlantHistory) -> None:
    """Raise PlantError where the database is that of another works: its days would stand under this one's names."""
    before, now = accepted.versions[-2][1].site, accepted.latest.site
    if before.id != now.id:
        said = f'"{now.id}", while the database holds the days of "{before.id}"'
        raise PlantError((Problem("the plant", "site.id", said, "a database of its own (--database FILE)"),))


def _check_kpis(plant: Plant) -> None:
    """Raise PlantError for KPIs that cannot be computed."""
    from board.kpi.figure import kpi_complaints  # noqa: PLC0415 - a start with a plant that is known needs none of it

    if complaints := kpi_complaints(plant):
        raise PlantError(Problem("the plant", "kpi", said, "KPIs that can be computed") for said in complaints)


def _told(error: PlantError) -> tuple[str, ...]:
    """Log what is wrong with the folder, and return it in sentences."""
    sentences = tuple(problem.sentence for problem in error.problems)
    for sentence in sentences:
        LOG.error("the plant folder is not accepted, the last good one stays: %s", sentence)
    return sentences
