"""The watermark of a folder of workbooks: how each stood when it was read, and what its rows were."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import blake2b
from typing import Any, Final

from board.sources.folder_file import FoundFile
from board.sources.mark import mark_of, moment_of, stamp_of, text_of
from board.sources.short_mark import ROOM, Short, fitted, found_short

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
    was_read: bool = False  # it gave rows once
    faulty: bool = False  # as it stands now it cannot be read

    def short(self) -> Short | None:
        """Return what is told of the workbook where there is no room for more; None where it is to be read anyway."""
        if self.size < 0:
            return None
        kind = "r" * self.was_read + "f" * self.faulty
        return Short(size=self.size, changed=self.changed, kind=kind, again=self.again)

    def is_due(self, size: int, changed: int, now: datetime) -> bool:
        """Tell whether a workbook that stands so is to be read."""
        return (size, changed) != (self.size, self.changed) or (self.again is not None and self.again <= now)


@dataclass(slots=True)
class FolderMark:
    """How far a folder was read under certain settings."""

    settings: str
    newest: datetime | None = None
    files: dict[str, BookMark] = field(default_factory=dict)
    memory: Mapping[str, object] | None = None  # of what rows add up to, behind the last workbook read
    short: Mapping[str, object] = field(default_factory=dict)  # marks told in short, until their workbooks are found
    gone: tuple[BookMark, ...] = ()  # of workbooks that are not there any more

    def keep(self, found: Sequence[FoundFile]) -> None:
        """Keep the marks of workbooks that are still there."""
        names = {file.name for file in found}
        self.gone = tuple(mark for name, mark in self.files.items() if name not in names)
        self.files = {file.name: self._of(file) for file in found}
        self.short = {}

    def _of(self, file: FoundFile) -> BookMark:
        mark = self.files.get(file.name)
        if mark is not None or (short := found_short(self.short, file.name, file.size, file.changed)) is None:
            return BookMark() if mark is None else mark
        kind, again = short
        was_read, faulty = "r" in kind, "f" in kind
        return BookMark(size=file.size, changed=file.changed, again=again, was_read=was_read, faulty=faulty)

    def has_some_of(self, blocks: Mapping[str, tuple[str, ...]]) -> bool:
        """Tell whether rows of these blocks stood in another workbook."""
        prints = {each for told in blocks.values() for each in told} - {UNSETTLED}
        known = (told for mark in (*self.gone, *self.files.values()) for told in mark.blocks.values())
        return any(not prints.isdisjoint(told) for told in known)

    def lacks(self, *, any_file: bool) -> bool:
        """Tell whether a workbook that was read before cannot be read any more; or `any_file`, though it never was."""
        return any(mark.faulty and (any_file or mark.was_read) for mark in self.files.values())

    def text(self) -> str:
        """Return the mark as the opaque text that is stored with the rows."""
        left, files = MOST_REMEMBERED, {}
        for name, mark in sorted(self.files.items(), key=lambda each: each[1].changed, reverse=True):
            left -= sum(map(len, mark.blocks.values()))
            blocks = dict(mark.blocks) if left >= 0 else {}
            files[name] = [mark.size, mark.changed, stamp_of(mark.again), blocks, mark.was_read, mark.faulty]
        more = {} if self.memory is None else {"memory": self.memory}
        body = {"settings": self.settings, "newest": stamp_of(self.newest), "files": files, **more}
        text = text_of(body)
        if len(text) <= ROOM:
            return text
        kept, short = fitted(files, {name: mark.short() for name, mark in self.files.items()}, len(text_of(more)))
        return text_of({**body, "files": kept, "short": short})

    @classmethod
    def parse(cls, text: str | None, settings: str) -> "FolderMark":
        """Return the mark of a text; a fresh one where there is none, it is of other settings or cannot be read."""

        def parsed(body: Mapping[str, Any]) -> FolderMark:
            files = {str(name): _book(values) for name, values in body["files"].items()}
            newest, memory, short = moment_of(body["newest"]), body.get("memory"), dict(body.get("short", {}))
            return cls(settings=settings, newest=newest, files=files, memory=memory, short=short)

        return mark_of(text, settings, cls(settings=settings), parsed)


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
    size, changed, again, blocks, *read = values
    if not isinstance(size, int) or not isinstance(changed, int) or not isinstance(blocks, dict):
        raise TypeError("no mark of a workbook")
    kept = {str(sheet): tuple(map(str, prints)) for sheet, prints in blocks.items()}
    was_read, faulty = read or (size >= 0, False)  # a mark of an earlier version has neither
    return BookMark(
        size=size,
        changed=changed,
        again=moment_of(again),
        blocks=kept,
        was_read=bool(was_read),
        faulty=bool(faulty),
    )
