"""One look at a folder of CSV files: what was found so far, and what is wrong with rows."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from fractions import Fraction

from board.kpi.reading import Batch, Complaint, Reading
from board.sources.complaining import Repeats
from board.sources.csv_mark import FolderMark
from board.sources.csv_setting import CsvSettings
from board.sources.folder_look import FolderLook, Told
from board.sources.planned_row import apart

COMPLAINTS_A_FILE = 20  # in one look; the rest is counted
LARGE = 256 * 1024  # bytes, some seconds; from here on an import says how far it is


@dataclass(slots=True, kw_only=True)
class Look(FolderLook):
    """What one look has found; it counts bytes."""

    settings: CsvSettings
    mark: FolderMark
    file: str = ""
    line: int = 0  # of the row being read
    whole: bool = False  # the present file is read from its start
    _faults: int = 0
    _different: int = 0  # of them
    _repeats: Repeats = field(default_factory=Repeats)

    def file_begins(self, name: str) -> None:
        """Count complaints anew."""
        self.file, self._faults, self.whole = name, 0, False
        self._different, self._repeats = 0, Repeats()

    def file_ends(self) -> None:
        """Say how often the same was wrong, and how many rows were unusable beyond those that were named."""
        if self.whole and not self._faults:
            self.mended.append(self.file)
        for again in self._repeats.take():
            self._add(self.file, again)
        left = self._different - COMPLAINTS_A_FILE
        if left > 0:
            self._add(self.file, f"{left} more of its rows could not be used")

    def complain(self, number: int, column: str, said: str) -> None:
        """Note what is wrong with a row, or only count it where the same or much was said already."""
        self._faults += 1
        said = f"{column or 'the row'} {said}"
        if not self._repeats.is_first(column, said):
            return
        self._different += 1
        if self._different <= COMPLAINTS_A_FILE:
            where = f"{self.file} line {number}"
            self._add(f"{where}, column {column}" if column else where, said)

    def note(self, number: int, said: str) -> None:
        """Say of a row that can be used what is odd about it."""
        self._add(f"{self.file} line {number}", f"the row {said}")

    def complain_of_cell(self, column: str, said: str) -> None:
        """Note what is wrong with a cell of the row being read."""
        self.complain(self.line, column, said)

    def take(self, readings: list[Reading]) -> None:
        """Add readings, and move the newest time stamp on."""
        for reading in readings:
            newest = reading.end if reading.final else reading.start
            if self.mark.newest is None or newest > self.mark.newest:
                self.mark.newest = newest
        self.readings += readings

    def batch(self, read: int) -> Batch:
        """Return what was found since the last batch; `read`: bytes of the present file that `done` lacks."""
        return self._batch(self.share(self.done + read, large=LARGE), None)

    def last_batch(self, told: Told = ()) -> Batch:
        """Return the rest, with the time through which everything is known; `told`: of each line."""
        complete, through = self.through(told)
        return replace(self._batch(self.last_share(large=LARGE), complete), through=through)

    def _batch(self, progress: Fraction | None, complete_through: datetime | None) -> Batch:
        if self.memory is not None:
            self.mark.memory = self.memory.body()
        batch = Batch(
            source=self.source,
            readings=tuple(self.readings),
            watermark=self.mark.text(),
            seen_at=self.now,
            complete_through=complete_through,
            by_rows=self.settings.complete == "newest",
            mended=tuple(self.mended),
            complaints=tuple(self.complaints),
            progress=progress,
        )
        self.readings, self.complaints, self.mended = [], [], []
        return apart(batch)

    def _add(self, where: str, said: str) -> None:
        self.tell_of(Complaint(source=self.source, where=where, said=said))
