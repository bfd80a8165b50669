"""The board under measure: the installed command, in a home of its own, on a screen in memory."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.bench.screen import Screen

COMMAND = str(Path(sys.executable).with_name("gembaboard"))


@contextmanager
def board(screen: Screen, home: Path, *options: str) -> Iterator[subprocess.Popen[bytes]]:
    """Open the board full screen while the context lasts; it finds nothing but what it left in `home` itself."""
    own = {name: value for name, value in screen.environ.items() if not name.startswith(("GEMBABOARD_", "XDG_"))}
    own["HOME"] = str(home)
    with (home / "said.txt").open("ab") as said:
        process = subprocess.Popen([COMMAND, *options], env=own, stdout=said, stderr=said)
    try:
        yield process
    finally:
        process.terminate()
        process.wait(timeout=20)
