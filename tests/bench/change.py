"""From a committed change to changed pixels in the frame buffer, beside Chromium's page with a change pushed to it.

The board runs in a process of its own (`tests.bench.changing`) that notes when each commit returned; this process
watches the screen's memory. Both read the same monotonic clock.
"""

import random
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence

from tests.bench import peer
from tests.bench.figure import Figure, percentile
from tests.bench.plan import Plan
from tests.bench.screen import Screen
from tests.bench.works import PAGES, Works, make_works

CHANGES = 150
LOOK_EVERY_S = 0.0003
ROWS = 56  # the rows of pixels that are watched lie closer than any figure is tall
LOST_S = 0.1  # a change that nothing on the screen answers within this time is no measurement but is counted


class Watch:
    """Notes when the page's pixels change; the header with its clock is left out."""

    def __init__(self, screen: Screen) -> None:
        self.seen_ns: list[int] = []
        self._screen = screen
        top, bottom = screen.height * 16 // 100, screen.height * 88 // 100
        self._rows = range(top, bottom, (bottom - top) // ROWS)
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._look, name="watch")

    def __enter__(self) -> "Watch":
        self._thread.start()
        return self

    def __exit__(self, *raised: object) -> None:
        self._ended.set()
        self._thread.join()

    def _look(self) -> None:
        before = self._picture()
        while not self._ended.wait(LOOK_EVERY_S):
            now = self._picture()
            if now != before:
                self.seen_ns.append(time.monotonic_ns())
                before = now

    def _picture(self) -> list[bytes]:
        return [self._screen.row(y) for y in self._rows]


def measure(plan: Plan) -> Iterator[Figure]:
    """Yield for each page the median and the 95th percentile."""
    works = make_works(plan.folder)
    for page, name in PAGES.items():
        mine_ms = _board_ms(works, page)
        theirs_ms = _peer_ms(works, page) if plan.with_peer else []
        for said, share, most in (("median", 0.5, None), ("p95", 0.95, 16.7)):
            yield Figure(
                name=f"commit to pixels, {name}, {said} of {len(mine_ms)}",
                value=percentile(mine_ms, share),
                unit="ms",
                most=most,
                baseline=percentile(theirs_ms, share) if theirs_ms else None,
            )


def _board_ms(works: Works, page: str) -> list[float]:
    with Screen() as screen:
        command = [sys.executable, "-m", "tests.bench.changing", str(works.home.parent), page, str(CHANGES)]
        with subprocess.Popen(command, env=screen.environ, stdout=subprocess.PIPE, text=True) as process:
            screen.painted_after_s(time.monotonic())
            with Watch(screen) as watch:
                said, _ = process.communicate(timeout=300)
        return _answered_ms([int(line) for line in said.split()], watch.seen_ns)


def _peer_ms(works: Works, page: str) -> list[float]:
    chance, pushed_ns = random.Random(1), []
    document = peer.page_of(works.view(page))
    with Screen() as screen, peer.site(document) as site, peer.browser(screen, site.address):
        screen.painted_after_s(time.monotonic())
        with Watch(screen) as watch:
            for number in range(CHANGES):
                time.sleep(chance.uniform(0.15, 0.35))
                pushed_ns.append(time.monotonic_ns())
                site.push(str(20 + number))
            time.sleep(LOST_S)
    return _answered_ms(pushed_ns, watch.seen_ns)


def _answered_ms(changed_ns: Sequence[int], seen_ns: Sequence[int]) -> list[float]:
    """Return how long each change took to reach the pixels; one without an answer counts as LOST_S."""
    answers = []
    for changed in changed_ns:
        later = [seen for seen in seen_ns if seen >= changed]
        answers.append(min((later[0] - changed) / 1e6, LOST_S * 1000) if later else LOST_S * 1000)
    return answers
