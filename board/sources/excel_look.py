"""One look at a folder of workbooks: what was found so far, and what is wrong with rows."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from fractions import Fraction
from typing import Final

from board.kpi.reading import Batch, Complaint, Quality, Reading
from board.sources.complaining import Repeats
from board.sources.contract import READINGS_A_BATCH
from board.sources.excel_mark import FolderMark
from board.sources.excel_setting import ExcelSettings
from board.sources.folder_look import FolderLook, Told
from board.sources.planned_row import apart

COMPLAINTS_A_FILE: Final = 20  # in one look; the rest is counted
LARGE: Final = 5_000  # rows; from here on an import says how far it is


@dataclass(slots=True, kw_only=True)
class ExcelLook(FolderLook):
    """What one look has found; it counts rows."""

    settings: ExcelSettings
    mark: FolderMark
    _file: str = ""
    _different: int = 0  # things that are wrong
    _repeats: Repeats = field(default_factory=Repeats)
    _told: set[str] = field(default_factory=set)
    _telling: set[str] = field(default_factory=set)

    def file_begins(self, name: str, told: set[str]) -> None:
        """Count complaints anew; those that were told when the workbook was read before are not told again."""
        self._file, self._different, self._told, self._telling = name, 0, told, set()
        self._repeats = Repeats()

    def file_ends(self) -> set[str]:
        """Say how often the same was wrong and how much beyond what was named; return what was complained of."""
        for again in self._repeats.take():
            self.tell_of(Complaint(source=self.source, where=self._file, said=again))
        left = self._different - COMPLAINTS_A_FILE
        if left > 0:
            said = f"{left} more of its rows could not be used"
            self.tell_of(Complaint(source=self.source, where=self._file, said=said))
        return self._telling

    @property
    def has_complained(self) -> bool:
        """Tell whether anything is wrong with a row of the present workbook, said now or before."""
        return bool(self._telling)

    def complain(self, sheet: str, number: int, column: str, said: str) -> None:
        """Note what is wrong with a row, or only count it where the same or much was said already."""
        said = f"{column or 'the row'} {said}"
        if len(self._telling) < 1_000:
            self._telling.add(said)
        if said in self._told or not self._repeats.is_first(column, said):
            return
        self._different += 1
        if self._different <= COMPLAINTS_A_FILE:
            where = f"{self._file} sheet {sheet} row {number}"
            where = f"{where}, column {column}" if column else where
            self.tell_of(Complaint(source=self.source, where=where, said=said))

    def take(self, readings: list[Reading]) -> None:
        """Add readings, and move the newest time stamp on; a cell that nobody has filled in says nothing of it."""
        for reading in readings:
            newest = reading.end if reading.final else reading.start
            if reading.quality is not Quality.MISSING and (self.mark.newest is None or newest > self.mark.newest):
                self.mark.newest = newest
        self.readings += readings

    def batch(self) -> Batch:
        """Return the first of what was found since the last batch."""
        return self._batch(self.share(self.done, large=LARGE), None)

    def last_batch(self, told: Told = ()) -> Batch:
        """Return the rest, with the time through which everything is known; `told`: of each line."""
        complete, through = self.through(told)
        return replace(self._batch(self.last_share(large=LARGE), complete), through=through)

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
        return apart(batch)
