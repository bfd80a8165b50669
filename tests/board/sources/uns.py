"""A line that publishes into a Unified Namespace, and a board that listens to it, as tests use them."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from board.plant.plant import SourceSpec
from board.views.freshness import Stage
from tests.board.sources.broker import Broker
from tests.board.sources.fresh import NOW, Wall, wall
from tests.board.sources.kiosk import Kiosk, running

OK = "plant/hall/L1/ok"
USUAL: Mapping[str, object] = {
    "topic": "plant/{area}/{line}/{tag}",
    "node": {"column": "line", "map": {"L1": "line-1", "L2": "line-2"}},
    "measure": [
        {"id": "good", "when": {"tag": "ok"}, "value": {"column": "value"}},
        {"id": "scrap", "when": {"tag": "nok"}, "value": {"column": "value"}},
    ],
}


def spec(broker: Broker | None, **settings: object) -> SourceSpec:
    """Return the specification of a source that listens to a broker; None takes a setting away.

    `stale_after_s` goes beside the settings.
    """
    given = {"url": "" if broker is None else broker.url, "poll_s": 1, "stale_after_s": 300, **USUAL, **settings}
    stale_after = timedelta(seconds=float(str(given.pop("stale_after_s"))))
    kept = {key: value for key, value in given.items() if value is not None}
    return SourceSpec(id="uns", kind="mqtt", settings=kept, stale_after=stale_after)


def millis(moment: datetime) -> int:
    """Return a moment as machines write it."""
    return int(moment.timestamp() * 1000)


def told(value: object, at: datetime) -> str:
    """Return a payload as the namespace has it."""
    return json.dumps({"value": value, "timestamp_ms": millis(at)})


@dataclass
class LiveWall:
    """A wall that is told by a source as it comes."""

    wall: Wall
    board: Kiosk
    _kept: int = 0

    def stage(self, *, later: timedelta = timedelta(0)) -> Stage:
        """Keep what has come, and return how old the line looks after so much more time."""
        for batch in self.board.batches[self._kept :]:
            self.wall.store.take(batch, self.wall.now)
            self._kept += 1
        return self.wall.stage(later=later)

    def values(self) -> list[str]:
        """Return what came so far."""
        return [str(reading.value) for reading in self.board.readings]

    def wait_for(self, *values: str) -> None:
        """Wait until just these values came, in this order."""
        self.board.wait_until(lambda: len(self.values()) >= len(values))
        assert self.values() == list(values)


@contextmanager
def live_wall(folder: Path, settings: str) -> Iterator[LiveWall]:
    """Open a wall over a source that runs as in the feeds process, by a clock that the test turns."""
    with wall(folder, "mqtt", settings) as found:
        board = Kiosk(found.spec, now=lambda: found.now, found=found.context)
        with running(board):
            yield LiveWall(found, board)


__all__ = ["NOW", "OK", "USUAL", "LiveWall", "live_wall", "millis", "spec", "told"]
