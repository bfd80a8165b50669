"""A wall over a source that tells by itself, by a clock that the test turns."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tests.board.sources.fresh import wall
from tests.board.sources.kiosk import Kiosk, running
from tests.board.sources.uns import LiveWall


@contextmanager
def live(folder: Path, kind: str, settings: str, environment: Mapping[str, str] | None = None) -> Iterator[LiveWall]:
    """Open a wall over a source that runs as in the feeds process."""
    with wall(folder, kind, settings, environment) as found:
        board = Kiosk(found.spec, now=lambda: found.now, found=found.context)
        with running(board):
            yield LiveWall(found, board)
