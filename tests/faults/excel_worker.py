"""Reads workbooks as the child that is thrown away does, one after the other, so that a flood need not start thousands.

It keeps to the same bounds on memory, and dies where a child would; whoever asks starts it again and counts it.
"""

import json
import signal
import subprocess
import sys
import time
from typing import IO, cast

from board.sources.excel_child import limit, lines
from board.sources.excel_guard import BookError
from board.sources.excel_workbook import seen

HOURS_S = 36_000
HANGS_S = 2.0


class Worker:
    """The process, started when it is needed."""

    def __init__(self) -> None:
        self.deaths = 0
        self.took_s = 0.0  # of the processor, for the last workbook
        self._process: subprocess.Popen[bytes] | None = None

    def read(self, asked: bytes, paper: IO[bytes]) -> None:
        """Have one workbook read onto paper; BookError where the process dies of it, as a child would."""
        process = self._started()
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(asked)
        process.stdin.flush()
        head = process.stdout.readline()
        if not head:
            self.end()
            self.deaths += 1
            self.took_s = HANGS_S if process.returncode == -signal.SIGVTALRM else 0.0
            raise BookError("is more than a child may take")
        size, self.took_s = json.loads(head)
        paper.write(process.stdout.read(size))

    def end(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.communicate()
            self._process = None

    def _started(self) -> "subprocess.Popen[bytes]":
        if self._process is None:
            command = [sys.executable, "-m", "tests.faults.excel_worker"]
            self._process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=seen()
            )
        return self._process


def main() -> None:
    """Answer until nobody asks any more: the size of what is said and the time it took, then what is said."""
    is_bound = False
    for asked in iter(sys.stdin.buffer.readline, b""):
        found = cast(dict[str, object], json.loads(asked))
        if not is_bound:
            limit({**cast(dict[str, int], found["limits"]), "seconds": HOURS_S})
            is_bound = True
        signal.setitimer(signal.ITIMER_VIRTUAL, HANGS_S)
        began = time.thread_time()
        said = b"".join(lines(found))
        took = time.thread_time() - began
        signal.setitimer(signal.ITIMER_VIRTUAL, 0.0)
        sys.stdout.buffer.write(json.dumps([len(said), took]).encode() + b"\n" + said)
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
