"""Has one workbook read by a child process, and hands on what the child says of it."""

import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import timedelta
from pathlib import Path
from typing import IO, Final, cast

from board.sources.excel_ask import Ask
from board.sources.excel_guard import MIB, BookError

CHILD: Final = (sys.executable, "-P", "-m", "board.sources.excel_child")
UNPACKED: Final = 12  # times the size that a packed workbook may have; real ones pack to a fifth or a tenth
OUTPUT: Final = 4  # times that size may be said of it
MEMORY, MEMORY_A_BYTE = 120 * MIB, 40  # of the child: for itself, and for each byte of the workbook
LONGEST_LINE: Final = 256 * 1024
SEEN: Final = frozenset({"PATH", "HOME", "LANG", "LC_ALL", "PYTHONPATH", "SYSTEMROOT"})  # no secret of ours


class StirredError(Exception):
    """The workbook was written while it was read; it is read at a later look."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One sheet of a workbook, as its child tells of it."""

    name: str
    columns: tuple[str, ...]
    rows: int  # it reaches over so many, empty ones with them


@contextlib.contextmanager
def told_of(path: Path, state: tuple[int, int], ask: Ask, *, largest: int, timeout: timedelta) -> Iterator[IO[bytes]]:
    """Give a stream of what a child process said of a workbook that stands in a certain state (size, changed in ns).

    BookError says why it cannot be read, StirredError that it was written meanwhile, OSError that it is out of reach.
    """
    limits = {
        "unpacked": UNPACKED * largest,
        "output": OUTPUT * largest,
        "memory": MEMORY + MEMORY_A_BYTE * state[0],
        "seconds": max(round(timeout.total_seconds()), 1),
    }
    asked = {"path": str(path), "state": state, "ask": asdict(ask), "limits": limits}
    with _paper() as paper:
        _run(json.dumps(asked).encode() + b"\n", paper, timeout, limits["memory"])
        _judge(paper)
        yield paper


def sheets(paper: IO[bytes]) -> Iterator[tuple[Sheet, Iterator[bytes]]]:
    """Yield each sheet with the lines of its rows; take those before the next sheet."""
    paper.seek(0)
    line = paper.readline(LONGEST_LINE)
    while line.startswith(b'{"sheet"'):
        found = cast(dict[str, object], json.loads(line))
        head = Sheet(
            name=str(found["sheet"]),
            columns=tuple(map(str, cast(list[str], found["columns"]))),
            rows=cast(int, found["rows"]),
        )
        rows = _Rows(paper)
        yield head, rows
        for _ in rows:
            pass
        line = rows.after


class _Rows:
    """The rows of one sheet; `after` is the line behind the last of them."""

    def __init__(self, paper: IO[bytes]) -> None:
        self._paper = paper
        self.after = b""

    def __iter__(self) -> Iterator[bytes]:
        return self

    def __next__(self) -> bytes:
        line = b"" if self.after else self._paper.readline(LONGEST_LINE)
        if not line.startswith(b"["):
            self.after = self.after or line or b"{}"
            raise StopIteration
        return line


def seen() -> dict[str, str]:
    """Return the environment of a child; where it panics it does not look for long where that was."""
    return {name: value for name, value in os.environ.items() if name in SEEN} | {"RUST_BACKTRACE": "0"}


def _paper() -> IO[bytes]:
    """Return what a child writes on: memory where the system gives it a name, else a file that nobody else sees."""
    make = getattr(os, "memfd_create", None)
    return tempfile.TemporaryFile() if make is None else os.fdopen(make("workbook"), "w+b")


def _run(asked: bytes, paper: IO[bytes], timeout: timedelta, memory: int) -> None:
    """Run a child to its end; BookError where it takes too long or too much."""
    child = subprocess.Popen(CHILD, stdin=subprocess.PIPE, stdout=paper, stderr=subprocess.DEVNULL, env=seen())
    try:
        child.communicate(asked, timeout.total_seconds())
    except subprocess.TimeoutExpired as error:
        child.kill()
        with contextlib.suppress(subprocess.TimeoutExpired):  # one that hangs on a share is left behind
            child.wait(1.0)
        raise BookError(_too_long(timeout)) from error
    code = child.returncode
    if code == -getattr(signal, "SIGXCPU", 0):
        raise BookError(_too_long(timeout))
    if code != 0:
        raise BookError(
            f"needs more than {memory // MIB} MiB of memory, or is damaged; perhaps a cell stands far below or right "
            "of its table: delete it, split the workbook, or save it again"
        )


def _judge(paper: IO[bytes]) -> None:
    """Raise what the last line of a child says."""
    size = paper.seek(0, os.SEEK_END)
    paper.seek(max(size - LONGEST_LINE, 0))
    last = paper.read().rstrip(b"\n").rpartition(b"\n")[2]
    try:
        how = json.loads(last)
        end, said = how["end"], str(how.get("said", ""))
    except (ValueError, TypeError, KeyError) as error:
        raise BookError("is damaged in a way nobody foresaw; save it again") from error
    if end == "changed":
        raise StirredError
    if end == "closed":
        raise OSError(0, said)
    if end != "read":
        raise BookError(said)


def _too_long(timeout: timedelta) -> str:
    return f"takes longer than {timeout.total_seconds():.0f} s to read; split it, or raise timeout"
