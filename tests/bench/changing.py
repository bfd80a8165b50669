"""The board in a process of its own, fed with one change after another; prints when each was committed.

`python -m tests.bench.changing FOLDER PAGE CHANGES`
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
from tests.bench.works import NODE, make_works

WARM_S = 6.0
SOURCE = "changes"


def main() -> int:
    """Open the board and change one figure again and again."""
    works, page, changes = make_works(Path(sys.argv[1])), sys.argv[2], int(sys.argv[3])
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
    folders = {"data_folder": str(works.home), "log_folder": str(works.home / "log")}
    settings = load_settings(folders | works.settings(page), environ={})
    code = open_board(settings, Opening(plant=works.plant, station="bench"))
    feeding[0].join()
    print("\n".join(map(str, committed_ns[-changes:])))
    return code


def _feed(back: Back, changes: int) -> None:
    """Count parts and scrap of today, at moments nothing else depends on, then ask the board to end.

    One is in the interval that runs, the other in a figure of the day and of the month.
    """
    chance = random.Random(1)
    start = datetime.now(UTC).replace(second=0, microsecond=0) - timedelta(minutes=1)
    time.sleep(WARM_S)
    for number in range(changes):
        time.sleep(chance.uniform(0.15, 0.35))
        made = _reading("good", start, 100 + number), _reading("scrap", start, 1000 * (1 + number % 5))
        back.batch(Batch(source=SOURCE, readings=made, watermark=str(number), seen_at=datetime.now(UTC)), _done)
    time.sleep(0.5)
    os.kill(os.getpid(), signal.SIGTERM)


def _reading(measure: str, start: datetime, value: int) -> Reading:
    return Reading(
        node=NODE,
        measure=measure,
        start=start,
        end=start + timedelta(minutes=1),
        value=Fraction(value),
        source=SOURCE,
        key=f"the {measure} that changes",
    )


def _done() -> None:
    """Hear that a batch is on disk; nothing waits for it here."""


if __name__ == "__main__":
    sys.exit(main())
