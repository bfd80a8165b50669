"""The watermark of a folder of CSV files: how far each was read, and by what it is known again."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import blake2b
from typing import Any, BinaryIO

from board.sources.mark import mark_of, moment_of, stamp_of, text_of

WHOLE_PRINT = 5 * 1024 * 1024  # up to here every byte read before is compared; beyond, head and tail
PRINT_END = 64 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class FileMark:
    """How far one file was read; `size` and `changed` are those of the file when nothing more was to be had from it."""

    size: int = -1
    changed: int = 0  # modification time in nanoseconds
    offset: int = 0
    number: int = 0  # lines before the offset
    covered: int = 0  # bytes that `print` speaks of
    print: str = ""
    last: datetime | None = None  # time of the last row, for the doubled hour
    faulty: bool = False  # as it stands now it cannot be read; the rest is of when it could

    @property
    def state(self) -> tuple[int, int]:
        """Return the size and time of change the file had when nothing more was to be had from it."""
        return self.size, self.changed


@dataclass(slots=True)
class FolderMark:
    """How far a folder was read under certain settings."""

    settings: str
    newest: datetime | None = None
    files: dict[str, FileMark] = field(default_factory=dict)

    def lacks(self, *, any_file: bool) -> bool:
        """Tell whether a file that was read before cannot be read any more; or `any_file`, though it never was."""
        return any(mark.faulty and (any_file or mark.offset > 0) for mark in self.files.values())

    def text(self) -> str:
        """Return the mark as the opaque text that is stored with the rows."""
        files = {
            name: [
                *(mark.size, mark.changed, mark.offset, mark.number, mark.covered, mark.print, stamp_of(mark.last)),
                *([1] if mark.faulty else []),
            ]
            for name, mark in self.files.items()
        }
        return text_of({"settings": self.settings, "newest": stamp_of(self.newest), "files": files})

    @classmethod
    def parse(cls, text: str | None, settings: str) -> "FolderMark":
        """Return the mark of a text; a fresh one where there is none, it is of other settings or cannot be read."""

        def parsed(body: Mapping[str, Any]) -> FolderMark:
            return cls(settings=settings, newest=moment_of(body["newest"]), files=_files(body["files"]))

        return mark_of(text, settings, cls(settings=settings), parsed)


def print_of(stream: BinaryIO, covered: int) -> str:
    """Return a digest of the first bytes of a file: all of them, or head and tail where there are many."""
    digest = blake2b(digest_size=12)
    whole = covered <= WHOLE_PRINT
    for start, stop in ((0, covered),) if whole else ((0, PRINT_END), (covered - PRINT_END, covered)):
        stream.seek(start)
        left = stop - start
        while left > 0 and (chunk := stream.read(min(left, 1 << 18))):
            digest.update(chunk)
            left -= len(chunk)
    return digest.hexdigest()


def _files(found: Mapping[str, list[object]]) -> dict[str, FileMark]:
    files = {}
    for name, values in found.items():
        size, changed, offset, number, covered = (int(str(value)) for value in values[:5])
        files[str(name)] = FileMark(
            size=size,
            changed=changed,
            offset=offset,
            number=number,
            covered=covered,
            print=str(values[5]),
            last=moment_of(values[6]),
            faulty=len(values) > 7,
        )
    return files
