"""One look at a folder of files: which there are, what was found so far, and when it is enough."""

import os
import stat
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from pathlib import Path

from board.kpi.reading import Batch, Complaint, Reading
from board.sources.contract import SourceError
from board.sources.csv_mark import FolderMark
from board.sources.csv_setting import CsvSettings

LOOK_S = 10.0
COMPLAINTS_A_FILE = 20  # in one look; the rest is counted
LARGE = 256 * 1024  # bytes, some seconds; from here on an import says how far it is


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundFile:
    """A file as a look finds it."""

    name: str  # from the fixed part of the path on
    path: Path
    size: int
    changed: int  # modification time in nanoseconds
    odd: str = ""  # why it cannot be read as a file at all

    def untouched(self, now: datetime) -> timedelta:
        """Return for how long nobody has written to the file."""
        return now - (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=self.changed // 1000))


@dataclass(slots=True, kw_only=True)
class Look:
    """What one look has found and how long it has taken; time spent waiting for the other end does not count."""

    source: str
    settings: CsvSettings
    mark: FolderMark
    now: datetime
    watch: Callable[[], float]
    readings: list[Reading] = field(default_factory=list)
    complaints: list[Complaint] = field(default_factory=list)
    file: str = ""
    line: int = 0  # of the row being read
    total: int = 0  # bytes waiting when the look began
    done: int = 0
    more: bool = False  # something is left for the next look, at once
    pending: bool = False  # a last line may yet be written on
    unread: bool = False  # a file could not be opened
    mended: list[str] = field(default_factory=list)  # files that were read from the start without any fault
    whole: bool = False  # the present file is read from its start
    _faults: int = 0
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

    def file_begins(self, name: str) -> None:
        """Count complaints anew."""
        self.file, self._faults, self.whole = name, 0, False

    def file_ends(self) -> None:
        """Say how many rows were unusable beyond those that were named."""
        if self.whole and not self._faults:
            self.mended.append(self.file)
        left = self._faults - COMPLAINTS_A_FILE
        if left > 0:
            self._add(self.file, f"{left} more of its rows could not be used")

    def complain(self, number: int, column: str, said: str) -> None:
        """Note what is wrong with a row, or only count it where much was said already."""
        self._faults += 1
        if self._faults <= COMPLAINTS_A_FILE:
            where = f"{self.file} line {number}"
            self._add(f"{where}, column {column}" if column else where, f"{column or 'the row'} {said}")

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
        return self._batch(self._progress(self.done + read), None)

    def last_batch(self) -> Batch:
        """Return the rest, with the time through which everything is known."""
        complete = None if self.more or self.unread else self._complete_through()
        progress = self._progress(self.done) if self.more else Fraction(1) if self.total > LARGE else None
        return self._batch(progress, complete)

    def _batch(self, progress: Fraction | None, complete_through: datetime | None) -> Batch:
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
        return batch

    def _progress(self, done: int) -> Fraction | None:
        if self.total <= LARGE and not self.more:
            return None
        return min(Fraction(done, max(self.total, 1)), Fraction(99, 100))

    def _complete_through(self) -> datetime | None:
        if self.settings.complete == "closed":
            return None if self.pending else self.now
        if self.settings.complete == "seen":
            return self.now - self.settings.lag
        return None if self.mark.newest is None else self.mark.newest - self.settings.lag

    def _add(self, where: str, said: str) -> None:
        self.complaints.append(Complaint(source=self.source, where=where, said=said))


def find_files(path: str, most: int) -> tuple[list[FoundFile], int]:
    """Return the newest files of a path, oldest first, and how many were left out.

    SourceError where the path leads nowhere.
    """
    if not any(mark in path for mark in "*?["):
        return [_single(Path(path))], 0
    base = Path(path)
    while any(mark in str(base) for mark in "*?["):
        base = base.parent
    try:
        with os.scandir(base):
            pattern = str(Path(path).relative_to(base))
    except OSError as error:
        raise SourceError(
            f"the folder {base} cannot be read ({error.strerror or error}); check the path, the share and the rights"
        ) from error
    found = [
        file for each in base.glob(pattern) if (file := _found(each, each.relative_to(base).as_posix())) is not None
    ]
    found.sort(key=lambda file: (file.changed, file.name))
    return found[-most:], max(len(found) - most, 0)


def _single(path: Path) -> FoundFile:
    """Return the one file of a path without wild cards."""
    if path.is_dir():
        raise SourceError(f'{path} is a folder; end the path with "/*.csv" to read the files in it')
    try:
        path.stat()
    except OSError as error:
        raise SourceError(
            f"{path} cannot be read ({error.strerror or error}); check the path and the rights"
        ) from error
    found = _found(path, path.name)
    if found is None:
        raise SourceError(f"{path} is gone; check what moves it")
    return found


def _found(path: Path, name: str) -> FoundFile | None:
    """Return a file as it stands; None where it is gone since, or a broken link."""
    try:
        state = path.stat()
    except OSError:
        return None
    odd = "" if stat.S_ISREG(state.st_mode) else "is a folder, not a file" if path.is_dir() else "is no plain file"
    return FoundFile(name=name, path=path, size=state.st_size, changed=state.st_mtime_ns, odd=odd)
