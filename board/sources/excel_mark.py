"""The watermark of a folder of workbooks: how each stood when it was read, and what its rows were."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import blake2b
from typing import Final

FEWEST_ROWS: Final = 64  # of a block
MOST_BLOCKS: Final = 64  # of a sheet
MOST_REMEMBERED: Final = 5_000  # blocks, those of the workbooks changed last; some 80 KiB
UNSETTLED: Final = ""  # stands for a block that holds rows which lie ahead or are not over


@dataclass(frozen=True, slots=True, kw_only=True)
class BookMark:
    """How one workbook was read: what it was like then, and a print of each block of its rows."""

    size: int = -1
    changed: int = 0  # modification time in nanoseconds
    again: datetime | None = None  # when it is to be read again although nobody has changed it
    blocks: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # by sheet

    def is_due(self, size: int, changed: int, now: datetime) -> bool:
        """Tell whether a workbook that stands so is to be read."""
        return (size, changed) != (self.size, self.changed) or (self.again is not None and self.again <= now)


@dataclass(slots=True)
class FolderMark:
    """How far a folder was read under certain settings."""

    settings: str
    newest: datetime | None = None
    files: dict[str, BookMark] = field(default_factory=dict)

    def text(self) -> str:
        """Return the mark as the opaque text that is stored with the rows."""
        left, files = MOST_REMEMBERED, {}
        for name, mark in sorted(self.files.items(), key=lambda each: each[1].changed, reverse=True):
            left -= sum(map(len, mark.blocks.values()))
            files[name] = [mark.size, mark.changed, _stamp(mark.again), dict(mark.blocks) if left >= 0 else {}]
        body = {"settings": self.settings, "newest": _stamp(self.newest), "files": files}
        return json.dumps(body, separators=(",", ":"))

    @classmethod
    def parse(cls, text: str | None, settings: str) -> "FolderMark":
        """Return the mark of a text; a fresh one where there is none, it is of other settings or cannot be read."""
        fresh = cls(settings=settings)
        if not text:
            return fresh
        try:
            body = json.loads(text)
            if body["settings"] != settings:
                return fresh
            files = {str(name): _book(values) for name, values in body["files"].items()}
            return cls(settings=settings, newest=_moment(body["newest"]), files=files)
        except (ValueError, TypeError, KeyError, AttributeError, IndexError, OverflowError, RecursionError):
            return fresh


def rows_a_block(rows: int) -> int:
    """Return how many rows one print is made of, in a sheet of so many: a power of two, so that it seldom changes."""
    size = FEWEST_ROWS
    while size * MOST_BLOCKS < rows:
        size *= 2
    return size


def print_of(lines: Sequence[bytes]) -> str:
    """Return a print of rows by what stands in them, wherever in the sheet they stand."""
    digest = blake2b(digest_size=6)
    for line in lines:
        digest.update(line.partition(b",")[2])
    return digest.hexdigest()


def _book(values: list[object]) -> BookMark:
    size, changed, again, blocks = values
    if not isinstance(size, int) or not isinstance(changed, int) or not isinstance(blocks, dict):
        raise TypeError("no mark of a workbook")
    kept = {str(sheet): tuple(map(str, prints)) for sheet, prints in blocks.items()}
    return BookMark(size=size, changed=changed, again=_moment(again), blocks=kept)


def _stamp(moment: datetime | None) -> str | None:
    return None if moment is None else moment.astimezone(UTC).isoformat()


def _moment(found: object) -> datetime | None:
    return None if found is None else datetime.fromisoformat(str(found)).astimezone(UTC)
