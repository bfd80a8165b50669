"""Reads one workbook in a process that is thrown away, so that whatever the workbook does ends with it.

`python -m board.sources.excel_child` takes what is asked of it as one JSON line on standard input and prints JSON
lines: for each sheet an object, then its rows; at the end an object that says how it went.
"""

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Final, cast

from board.sources.excel_ask import Ask
from board.sources.excel_guard import MIB, BookError, look_through
from board.sources.excel_sheet import read_book

LONGEST_ASK: Final = 1024 * 1024
LATER: Final = 10  # on the scale of the system: a wall that has to be painted comes first


class ChangedError(Exception):
    """The file is not, or no longer, the one that was asked for."""


def main() -> int:
    """Read the workbook that is asked for."""
    asked = json.loads(sys.stdin.buffer.readline(LONGEST_ASK))
    limit(asked["limits"])
    if os.name == "posix":
        os.nice(LATER)
    with open(1, "wb", closefd=False) as out:
        out.writelines(lines(asked))
    return 0


def lines(asked: dict[str, object]) -> Iterator[bytes]:
    """Yield what is to be printed: rows, then how it went; whatever is wrong with a workbook is said, not raised."""
    limits = cast(dict[str, int], asked["limits"])
    left = limits["output"]
    try:
        data = _whole(str(asked["path"]), cast(list[int], asked["state"]))
        unpacked = look_through(data, limits["unpacked"])
        for told in read_book(data, _ask(cast(dict[str, object], asked["ask"])), unpacked):
            line = json.dumps(told, separators=(",", ":")).encode() + b"\n"
            left -= len(line)
            if left < 0:
                raise BookError(f"holds more than {limits['output'] // MIB} MiB of text; split it")
            yield line
        how: dict[str, object] = {"end": "read"}
    except ChangedError:
        how = {"end": "changed"}
    except BookError as error:
        how = {"end": "fault", "said": str(error)}
    except OSError as error:
        how = {"end": "closed", "said": error.strerror or str(error)}
    except MemoryError:
        how = {"end": "fault", "said": "needs more memory than a workbook may; split it"}
    except BaseException as error:  # the border to what reads workbooks: its panics are no Exceptions
        if isinstance(error, KeyboardInterrupt | GeneratorExit | SystemExit):
            raise
        how = {"end": "fault", "said": "is damaged in a way nobody foresaw; save it again"}
    yield json.dumps(how).encode() + b"\n"


def limit(limits: dict[str, int]) -> None:
    """Bound what this process may take; where the system has no such bounds, the time is bounded by who started us."""
    try:
        import resource  # noqa: PLC0415  # no such module on Windows
    except ImportError:
        return
    bounds = (
        (resource.RLIMIT_AS, limits["memory"]),
        (resource.RLIMIT_CPU, limits["seconds"]),
        (resource.RLIMIT_FSIZE, 2 * limits["output"]),
        (resource.RLIMIT_CORE, 0),
    )
    for what, most in bounds:
        _, hard = resource.getrlimit(what)
        bound = most if hard == resource.RLIM_INFINITY else min(most, hard)
        try:
            resource.setrlimit(what, (bound, bound))
        except (ValueError, OSError):  # a system that knows the bound and does not keep it
            continue


def _whole(path: str, state: list[int]) -> bytes:
    """Return the bytes of a file that has stood still, before and while it was read."""
    with Path(path).open("rb") as stream:
        if _state(stream) != state:
            raise ChangedError
        data = stream.read(state[0] + 1)
        if _state(stream) != state or len(data) != state[0]:
            raise ChangedError
    return data


def _state(stream: BinaryIO) -> list[int]:
    found = os.fstat(stream.fileno())
    return [found.st_size, found.st_mtime_ns]


def _ask(found: dict[str, object]) -> Ask:
    return Ask(
        sheet=str(found["sheet"]),
        header=tuple(cast(list[int], found["header"])),
        names=tuple(cast(list[str], found["names"])),
        columns=tuple(cast(list[str], found["columns"])),
        most_rows=cast(int, found["most_rows"]),
        first_rows=cast(int, found["first_rows"]),
    )


if __name__ == "__main__":
    sys.exit(main())
