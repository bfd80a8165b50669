"""The board under measure: the installed command, in a home of its own, on a screen in memory."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tests.bench.screen import Screen
from tests.bench.works import Works

COMMAND = str(Path(sys.executable).with_name("gembaboard"))
NOT_TAKEN_OVER = ("GEMBABOARD_", "XDG_", "PYTHON")  # without PYTHONDONTWRITEBYTECODE, say: as on a plant's computer


def own_environ(home: Path, environ: Mapping[str, str] = os.environ) -> dict[str, str]:
    """Return an environment in which a program finds nothing but what it left in `home` itself."""
    kept = {name: value for name, value in environ.items() if not name.startswith(NOT_TAKEN_OVER)}
    return kept | {"HOME": str(home)}


@contextmanager
def board(screen: Screen, works: Works, page: str) -> Iterator[subprocess.Popen[bytes]]:
    """Open a page of the works full screen while the context lasts."""
    own = own_environ(works.home, screen.environ) | works.environ(page)
    with (works.home / "said.txt").open("ab") as said:
        process = subprocess.Popen([COMMAND], env=own, stdout=said, stderr=said)
    try:
        yield process
    finally:
        process.terminate()
        process.wait(timeout=20)
