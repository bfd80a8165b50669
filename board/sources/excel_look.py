"""One look at a folder of workbooks: what was found so far, and when it is enough."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from fractions import Fraction
from typing import Final

from board.kpi.reading import Batch, Complaint, Quality, Reading
from board.sources.contract import READINGS_A_BATCH
from board.sources.excel_mark import FolderMark
from board.sources.excel_setting import ExcelSettings

LOOK_S: Final = 10.0
COMPLAINTS_A_FILE: Final = 20  # in one look; the rest is counted
LARGE: Final = 5_000  # rows; from here on an import says how far it is


@dataclass(slots=True, kw_only=True)
class ExcelLook:
    """What one look has found and how long it has taken; time spent waiting for the other end does not count."""

    source: str
    settings: ExcelSettings
    mark: FolderMark
    now: datetime
    watch: Callable[[], float]
    readings: list[Reading] = field(default_factory=list)
    complaints: list[Complaint] = field(default_factory=list)
    total: int = 0  # rows found so far
    done: int = 0
    more: bool = False  # something is left for the next look, at once
    pending: bool = False  # a workbook is being written
    unread: bool = False  # a workbook could not be opened
    mended: list[str] = field(default_factory=list)  # workbooks that were read without any fault
    _file: str = ""
    _faults: int = 0
    _told: set[str] = field(default_factory=set)
    _telling: set[str] = field(default_factory=set)
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

    def file_begins(self, name: str, told: set[str]) -> None:
        """Count complaints anew; those that were told when the workbook was read before are not told again."""
        self._file, self._faults, self._told, self._telling = name, 0, told, set()

    def file_ends(self) -> set[str]:
        """Say how many rows were unusable beyond those that were named, and return what was complained of."""
        left = self._faults - COMPLAINTS_A_FILE
        if left > 0:
            said = f"{left} more of its rows could not be used"
            self.complaints.append(Complaint(source=self.source, where=self._file, said=said))
        return self._telling

    @property
    def has_complained(self) -> bool:
        """Tell whether anything is wrong with a row of the present workbook, said now or before."""
        return bool(self._telling)

    def complain(self, sheet: str, number: int, column: str, said: str) -> None:
        """Note what is wrong with a row, or only count it where much was said already."""
        said = f"{column or 'the row'} {said}"
        if len(self._telling) < 1_000:
            self._telling.add(said)
        if said in self._told:
            return
        self._faults += 1
        if self._faults <= COMPLAINTS_A_FILE:
            where = f"{self._file} sheet {sheet} row {number}"
            where = f"{where}, column {column}" if column else where
            self.complaints.append(Complaint(source=self.source, where=where, said=said))

    def take(self, readings: list[Reading]) -> None:
        """Add readings, and move the newest time stamp on; a cell that nobody has filled in says nothing of it."""
        for reading in readings:
            newest = reading.end if reading.final else reading.start
            if reading.quality is not Quality.MISSING and (self.mark.newest is None or newest > self.mark.newest):
                self.mark.newest = newest
        self.readings += readings

    def batch(self) -> Batch:
        """Return the first of what was found since the last batch."""
        return self._batch(self._progress(), None)

    def last_batch(self) -> Batch:
        """Return the rest, with the time through which everything is known."""
        complete = None if self.more or self.unread else self._complete_through()
        progress = self._progress() if self.more else Fraction(1) if self.total > LARGE else None
        return self._batch(progress, complete)

    def _batch(self, progress: Fraction | None, complete_through: datetime | None) -> Batch:
        first, self.readings = self.readings[:READINGS_A_BATCH], self.readings[READINGS_A_BATCH:]
        batch = Batch(
            source=self.source,
            readings=tuple(first),
            watermark=self.mark.text(),
            seen_at=self.now,
            complete_through=complete_through,
            by_rows=self.settings.complete == "newest",
            mended=tuple(self.mended),
            complaints=tuple(self.complaints),
            progress=progress,
        )
        self.complaints, self.mended = [], []
        return batch

    def _progress(self) -> Fraction | None:
        if self.total <= LARGE and not self.more:
            return None
        return min(Fraction(self.done, max(self.total, 1)), Fraction(99, 100))

    def _complete_through(self) -> datetime | None:
        if self.settings.complete == "closed":
            return None if self.pending else self.now
        if self.settings.complete == "seen":
            return self.now - self.settings.lag
        return None if self.mark.newest is None else self.mark.newest - self.settings.lag
