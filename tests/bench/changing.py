"""The board in a process of its own, fed with one change after another; prints when each was committed.

`python -m tests.bench.changing FOLDER CHANGES`
"""

import os
import random
import signal
import sys
import threading
import time
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from pathlib import Path

from board.kpi.reading import Batch, Reading
from board.store.database import Changed
from kiosk.screen import Opening, open_board
from kiosk.settings import load_settings
from kiosk.wiring.back import Back
from tests.bench.history import SOURCE, write_plant

WARM_S = 6.0


def main() -> int:
    """Open the board and change one figure again and again."""
    folder, changes = Path(sys.argv[1]), int(sys.argv[2])
    plant = write_plant(folder / "plant")
    heard = Back.changed
    committed_ns: list[int] = []
    feeding: list[threading.Thread] = []

    def changed(back: Back, changes_seen: tuple[Changed, ...]) -> None:
        committed_ns.append(time.monotonic_ns())
        heard(back, changes_seen)

    def start(back: Back) -> None:
        true_start(back)
        feeding.append(threading.Thread(target=_feed, args=(back, changes), name="changes"))
        feeding[0].start()

    true_start = Back.start
    Back.changed, Back.start = changed, start  # type: ignore[method-assign, assignment]  # only to look
    settings = load_settings(
        {"data_folder": str(folder), "log_folder": str(folder / "log"), "node": "line-1"}, environ={}
    )
    code = open_board(settings, Opening(plant=plant, station="bench"))
    feeding[0].join()
    print("\n".join(map(str, committed_ns[-changes:])))
    return code


def _feed(back: Back, changes: int) -> None:
    """Count parts in the running interval, at moments nothing else depends on, then ask the board to end."""
    chance = random.Random(1)
    now = datetime.now(UTC)
    start = now.replace(minute=0, second=0, microsecond=0)
    time.sleep(WARM_S)
    for number in range(changes):
        time.sleep(chance.uniform(0.15, 0.35))
        made = Reading(
            node="line-1",
            measure="good",
            start=start,
            end=start + timedelta(minutes=1),
            value=Fraction(100 + number),
            source=SOURCE,
            key="the one that changes",
        )
        back.batch(Batch(source=SOURCE, readings=(made,), watermark=str(number), seen_at=datetime.now(UTC)), _done)
    time.sleep(0.5)
    os.kill(os.getpid(), signal.SIGTERM)


def _done() -> None:
    """Hear that a batch is on disk; nothing waits for it here."""


if __name__ == "__main__":
    sys.exit(main())
