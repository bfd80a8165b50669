"""The watermark of a folder of CSV files: how far each was read, and by what it is known again."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import blake2b
from typing import Any, BinaryIO, NamedTuple

from board.sources.folder_file import FoundFile
from board.sources.mark import mark_of, moment_of, stamp_of, text_of
from board.sources.short_mark import ROOM, Short, fitted, found_short

WHOLE_PRINT = 5 * 1024 * 1024  # up to here every byte read before is compared; beyond, head, tail and some pieces
PRINT_END = 64 * 1024
PIECE = 1024 * 1024
PIECES_COMPARED, PIECES_COMPARED_AT_REST = 4, 64  # of a large file, at each look at which it has grown, or not


class RowAhead(NamedTuple):
    """A row whose time has not come: where it stands, how many lines are before it, and when it begins."""

    offset: int
    number: int
    start: datetime


class OpenReading(NamedTuple):
    """A reading of a last row without its end, by which it is taken back should the row turn out to be another.

    Without a key: the state of a node since `start`.
    """

    key: str
    node: str
    measure: str
    start: datetime
    end: datetime


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
    ahead: tuple[RowAhead, ...] = ()  # rows before the offset that are still to be told
    open: tuple[OpenReading, ...] = ()  # what was told of the row at the offset, which had no end of line
    pieces: tuple[str, ...] = ()  # prints of the pieces of a large file

    def is_due(self, state: tuple[int, int], latest: datetime) -> bool:
        """Tell whether a file that stands so has anything to be had; rows until `latest` may be told."""
        return state != self.state or any(row.start <= latest for row in self.ahead)

    def short(self) -> Short | None:
        """Return what is told of the file where there is no room for more; None where that would be too little."""
        if self.size < 0 or (self.faulty and self.offset > 0):
            return None
        again = min((row.start for row in self.ahead), default=None)
        kind = "f" if self.faulty else ""
        return Short(size=self.size, changed=self.changed, kind=kind, again=again, rank=int(bool(self.open)))

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
    memory: Mapping[str, object] | None = None  # of counters and states
    short: Mapping[str, object] = field(default_factory=dict)  # marks told in short, until their files are found
    gone: tuple[FileMark, ...] = ()  # of files that are not there any more

    def keep(self, found: Sequence[FoundFile]) -> None:
        """Keep the marks of files that are still there."""
        names = {file.name for file in found}
        self.gone = tuple(mark for name, mark in self.files.items() if name not in names)
        self.files = {file.name: self._of(file) for file in found}
        self.short = {}

    def _of(self, file: FoundFile) -> FileMark:
        mark = self.files.get(file.name)
        if mark is not None or (short := found_short(self.short, file.name, file.size, file.changed)) is None:
            return FileMark() if mark is None else mark
        faulty, again = short
        ahead = () if again is None else (RowAhead(0, 0, again),)
        return FileMark(size=file.size, changed=file.changed, faulty=bool(faulty), ahead=ahead)

    def lacks(self, *, any_file: bool) -> bool:
        """Tell whether a file that was read before cannot be read any more; or `any_file`, though it never was."""
        return any(mark.faulty and (any_file or mark.offset > 0) for mark in self.files.values())

    def text(self) -> str:
        """Return the mark as the opaque text that is stored with the rows."""
        files = {
            name: [
                *(mark.size, mark.changed, mark.offset, mark.number, mark.covered, mark.print, stamp_of(mark.last)),
                *_more(mark),
            ]
            for name, mark in self.files.items()
        }
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
            newest, files = moment_of(body["newest"]), _files(body["files"])
            memory, short = body.get("memory"), dict(body.get("short", {}))
            return cls(settings=settings, newest=newest, files=files, memory=memory, short=short)

        return mark_of(text, settings, cls(settings=settings), parsed)


def print_of(stream: BinaryIO, covered: int) -> str:
    """Return a digest of the first bytes of a file: all of them, or head and tail where there are many."""
    whole = covered <= WHOLE_PRINT
    return _digest(stream, ((0, covered),) if whole else ((0, PRINT_END), (covered - PRINT_END, covered)), 12)


def is_copy(stream: BinaryIO, size: int, marks: Iterable[FileMark]) -> bool:
    """Tell whether a file begins with all that was read of one that is known."""
    prints: dict[int, set[str]] = {}
    for mark in marks:
        if 0 < mark.covered <= size:
            prints.setdefault(mark.covered, set()).add(mark.print)
    digest, read = blake2b(digest_size=12), 0
    for covered in sorted(prints):
        if covered > WHOLE_PRINT:
            found = print_of(stream, covered)
        else:
            stream.seek(read)
            digest.update(stream.read(covered - read))
            read, found = covered, digest.hexdigest()
        if found in prints[covered]:
            return True
    return False


def pieces_of(stream: BinaryIO, covered: int, before: tuple[str, ...]) -> tuple[str, ...]:
    """Return the prints of the whole pieces of a large file; those from `before` are taken as they are."""
    if covered <= WHOLE_PRINT:
        return ()
    return (*before, *(piece_of(stream, number) for number in range(len(before), covered // PIECE)))


def piece_of(stream: BinaryIO, number: int) -> str:
    """Return the print of one piece of a file."""
    return _digest(stream, ((number * PIECE, (number + 1) * PIECE),), 6)


def _digest(stream: BinaryIO, parts: Iterable[tuple[int, int]], size: int) -> str:
    digest = blake2b(digest_size=size)
    for start, stop in parts:
        stream.seek(start)
        left = stop - start
        while left > 0 and (chunk := stream.read(min(left, 1 << 18))):
            digest.update(chunk)
            left -= len(chunk)
    return digest.hexdigest()


def _more(mark: FileMark) -> list[object]:
    """Return what few marks have."""
    if not (mark.faulty or mark.ahead or mark.open or mark.pieces):
        return []
    ahead = [[row.offset, row.number, stamp_of(row.start)] for row in mark.ahead]
    told = [[*each[:3], stamp_of(each.start), stamp_of(each.end)] for each in mark.open]
    return [int(mark.faulty), ahead, told, list(mark.pieces)]


def _files(found: Mapping[str, list[Any]]) -> dict[str, FileMark]:
    files = {}
    for name, values in found.items():
        size, changed, offset, number, covered = (int(str(value)) for value in values[:5])
        more: list[Any] = [0, [], [], []]
        faulty, ahead, told, pieces = [*values[7:], *more[len(values) - 7 :]]
        files[str(name)] = FileMark(
            size=size,
            changed=changed,
            offset=offset,
            number=number,
            covered=covered,
            print=str(values[5]),
            last=moment_of(values[6]),
            faulty=bool(faulty),
            ahead=tuple(RowAhead(int(at), int(lines), _time(start)) for at, lines, start in ahead),
            open=tuple(
                OpenReading(str(key), str(node), str(measure), _time(start), _time(end))
                for key, node, measure, start, end in told
            ),
            pieces=tuple(map(str, pieces)),
        )
    return files


def _time(stamp: object) -> datetime:
    found = moment_of(stamp)
    if found is None:
        raise TypeError("no time")
    return found
