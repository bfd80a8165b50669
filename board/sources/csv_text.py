"""Reads the rows of a CSV file that may be half-written, foreign or broken, and loses no good row to a bad one."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, NamedTuple

LONGEST_RECORD = 64 * 1024
MOST_LINES = 200  # of one record with line breaks in quotes
HEAD = 64 * 1024
CHUNK = 128 * 1024
ENCODINGS = ("auto", "utf-8", "cp1252", "latin-1", "utf-16")
DELIMITERS = {",": ",", ";": ";", "tab": "\t", "|": "|", "\t": "\t"}

_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_STRANGERS = (
    (b"PK\x03\x04", "a workbook or a ZIP archive"),
    (b"\xd0\xcf\x11\xe0", "an old workbook"),
    (b"%PDF", "a PDF document"),
    (b"\x1f\x8b", "a packed file"),
    (b"SQLite format 3", "a database"),
)


class FileError(Exception):
    """A file that cannot be read as a table; one sentence without the file's name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """How the bytes of a file become rows of cells."""

    encoding: str  # "auto": each line as UTF-8 or, failing that, cp1252
    start: int  # bytes of the byte order mark
    end_of_line: bytes
    delimiter: str
    quote: str  # empty: quotes mean nothing


class Line(NamedTuple):
    """One line of a file, or what is wrong with it."""

    text: str
    number: int
    before: int  # offset of its first byte
    after: int  # offset behind its end of line
    fault: str = ""


class Row(NamedTuple):
    """The cells of one record, or what is wrong with it."""

    cells: list[str]
    number: int  # of its first line
    last: int  # number of its last line
    after: int
    fault: str = ""


def sniff_encoding(head: bytes, wanted: str) -> tuple[str, int, bytes]:
    """Return encoding, length of the byte order mark and end of line; FileError where the bytes are no text."""
    for magic, name in _STRANGERS:
        if head.startswith(magic):
            raise FileError(f"is {name}, not CSV")
    found, start = "", 0
    for bom, encoding in _BOMS:
        if head.startswith(bom):
            found, start = encoding, len(bom)
            break
    encoding = found or ("utf-16-le" if wanted == "utf-16" else wanted)
    wide = encoding.startswith("utf-16")
    if not wide and (b"\0" in head.partition(b"\n")[0] or head.count(b"\0") * 10 > len(head)):
        raise FileError('is not text (it holds NUL bytes); if it is UTF-16, set encoding = "utf-16"')
    feed, back = ("\n".encode(encoding), "\r".encode(encoding)) if wide else (b"\n", b"\r")
    if feed not in head and back in head[: -len(back)]:
        return encoding, start, back
    return encoding, start, feed


def sniff_delimiter(line: str, columns: frozenset[str]) -> str:
    """Return the mark between cells: the one that shows most of the wanted columns in the header, then most cells."""

    def fitness(mark: str) -> tuple[int, int]:
        cells = [cell.strip().strip('"').strip().casefold() for cell in line.split(mark)]
        return sum(column.casefold() in cells for column in columns), len(cells)

    return max((";", "\t", "|", ","), key=fitness)


def read_lines(
    stream: BinaryIO, dialect: Dialect, *, start: int, number: int, stop: int, whole: bool
) -> Iterator[Line]:
    """Yield the lines from an offset up to `stop`; a last line without its end only where the file is `whole`."""
    eol, carry, at, skipping = dialect.end_of_line, b"", start, False
    stream.seek(start)
    reached = start
    while reached < stop:
        chunk = stream.read(min(CHUNK, stop - reached))
        if not chunk:
            break
        reached += len(chunk)
        pieces = _split(carry + chunk, eol)
        carry = pieces.pop()
        for piece in pieces:
            after = at + len(piece) + len(eol)
            yield _too_long(number, at, after) if skipping else _line(piece, dialect, number, at, after)
            at, number, skipping = after, number + 1, False
        if len(carry) > LONGEST_RECORD:
            keep = len(carry) % len(eol) + len(eol)
            at, carry, skipping = at + len(carry) - keep, carry[-keep:], True
    if carry and whole:
        after = at + len(carry)
        yield _too_long(number, at, after) if skipping else _line(carry, dialect, number, at, after)


def read_rows(lines: Iterator[Line], dialect: Dialect, *, whole: bool) -> Iterator[Row]:
    """Yield the records of lines; one whose quote is never closed costs its own line and no other.

    An open record at the end is held back unless the file is `whole`.
    """
    feed = _Feed(lines)
    while True:
        yield from _rows(feed, dialect)
        if not feed.taken:
            return
        if feed.ended and not whole:
            return
        open_lines, feed.taken = feed.taken, []
        first = open_lines[0]
        yield Row([], first.number, first.number, first.after, "opens a quote that is never closed")
        for line in open_lines[1:]:
            yield _single(line, dialect)
        if feed.ended:
            return


def _rows(feed: "_Feed", dialect: Dialect) -> Iterator[Row]:
    """Yield rows until the lines end or a record stays open for too long; then `feed.taken` holds its lines."""
    reader = _reader(feed, dialect)
    while True:
        try:
            cells = next(reader)
        except (StopIteration, _OpenError):
            yield from feed.faults()
            return
        except csv.Error as error:
            cells, fault = [], f"cannot be read ({error})"
        else:
            fault = ""
        yield from feed.faults()
        if feed.ended and feed.open:
            return
        first, last = feed.taken[0], feed.taken[-1]
        feed.taken = []
        if cells or fault:
            yield Row(cells, first.number, last.number, last.after, fault)


class _OpenError(Exception):
    """A record that stays open for longer than a record may be."""


class _Feed:
    """Hands lines to the CSV parser and remembers which of them the present record has taken."""

    def __init__(self, lines: Iterator[Line]) -> None:
        self._lines = lines
        self._faulty: list[Line] = []
        self._size = 0
        self.taken: list[Line] = []
        self.ended = False
        self.open = False  # the lines ended inside a record

    def __iter__(self) -> "_Feed":
        return self

    def __next__(self) -> str:
        for line in self._lines:
            if line.fault:
                self._faulty.append(line)
                continue
            if not self.taken:
                self._size = 0
            self._size += line.after - line.before
            if self._size > LONGEST_RECORD or len(self.taken) >= MOST_LINES:
                self.taken.append(line)
                raise _OpenError
            self.taken.append(line)
            return line.text + "\n"
        self.ended, self.open = True, bool(self.taken)
        raise StopIteration

    def faults(self) -> Iterator[Row]:
        """Yield the lines that could not be handed over."""
        faulty, self._faulty = self._faulty, []
        for line in faulty:
            yield Row([], line.number, line.number, line.after, line.fault)


def _single(line: Line, dialect: Dialect) -> Row:
    """Return a line as a record of its own."""
    feed = _Feed(iter([line]))
    try:
        cells = next(_reader(feed, dialect), [])
    except csv.Error as error:
        return Row([], line.number, line.number, line.after, f"cannot be read ({error})")
    if feed.open:
        return Row([], line.number, line.number, line.after, "opens a quote that is never closed")
    return Row(cells, line.number, line.number, line.after)


def _reader(feed: _Feed, dialect: Dialect) -> Iterator[list[str]]:
    if dialect.quote:
        return csv.reader(feed, delimiter=dialect.delimiter, quotechar=dialect.quote)
    return csv.reader(feed, delimiter=dialect.delimiter, quoting=csv.QUOTE_NONE)


def _split(data: bytes, eol: bytes) -> list[bytes]:
    """Return the data cut at each end of line; the last piece is what follows the last of them."""
    if len(eol) == 1:
        return data.split(eol)
    pieces, start = [], 0
    for match in re.finditer(re.escape(eol), data):
        if match.start() % 2 == 0:
            pieces.append(data[start : match.start()])
            start = match.end()
    return [*pieces, data[start:]]


def _line(raw: bytes, dialect: Dialect, number: int, before: int, after: int) -> Line:
    """Return a line as text, or its fault."""
    if len(raw) > LONGEST_RECORD:
        return _too_long(number, before, after)
    try:
        text = _decode(raw, dialect.encoding).rstrip("\r\n")
    except UnicodeDecodeError:
        return Line("", number, before, after, f"is not {dialect.encoding}")
    if "\0" in text:
        return Line("", number, before, after, "holds NUL bytes, as after a power cut")
    return Line(text, number, before, after)


def _too_long(number: int, before: int, after: int) -> Line:
    return Line("", number, before, after, f"is longer than {LONGEST_RECORD // 1024} KiB")


def _decode(raw: bytes, encoding: str) -> str:
    if encoding != "auto":
        return raw.decode(encoding, "replace" if encoding == "cp1252" else "strict")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")
