"""The files of a folder: which there are, since when each stands as it does, and what was said of it."""

import os
import stat
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from board.kpi.reading import Complaint
from board.sources.contract import SourceError

SETTLED: Final = timedelta(seconds=2)  # a file the same at two looks so far apart is whole
QUIET: Final = timedelta(seconds=60)  # and so is, at the first look, one nobody has touched for so long


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


class FolderMemory:
    """What is remembered of files from look to look; what is said of a file as a whole is said once."""

    def __init__(self, source: str, path: str) -> None:
        """Begin with nothing; `path` is what is named where something is wrong with all of them."""
        self._source = source
        self._path = path
        self._seen: dict[str, tuple[int, int, datetime]] = {}  # size, time of change, and since when we know them
        self._told: dict[str, str] = {}  # what was said of a file last and still holds

    @property
    def names(self) -> frozenset[str]:
        """Return the files there were at the last look."""
        return frozenset(self._seen)

    def notice(self, found: Sequence[FoundFile], now: datetime) -> None:
        """Remember since when each file stands as it does, and forget those that are gone."""
        before, self._seen = self._seen, {}
        for file in found:
            size, changed, since = before.get(file.name, (-1, 0, now))
            since = since if (size, changed) == (file.size, file.changed) else now
            self._seen[file.name] = (file.size, file.changed, since)
        self._told = {name: said for name, said in self._told.items() if name in self._seen or name == self._path}

    def is_settled(self, file: FoundFile, now: datetime) -> bool:
        """Tell whether nobody seems to be writing to a file."""
        return self._stood(file, now) >= SETTLED or file.untouched(now) >= QUIET

    def is_quiet(self, file: FoundFile, now: datetime) -> bool:
        """Tell whether nobody has written to a file for long."""
        return self._stood(file, now) >= QUIET or file.untouched(now) >= QUIET

    def complain(self, name: str, said: str) -> tuple[Complaint, ...]:
        """Return a complaint of a file as a whole, but not at every look."""
        if self._told.get(name) == said:
            return ()
        self._told[name] = said
        return (Complaint(source=self._source, where=name, said=said),)

    def is_well(self, name: str) -> None:
        """Note that nothing is wrong with a file as a whole."""
        self._told.pop(name, None)

    def _stood(self, file: FoundFile, now: datetime) -> timedelta:
        return now - self._seen[file.name][2]


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
