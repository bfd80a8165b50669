"""From the command to the first painted board, with a real store and nothing cached, beside Chromium with its page."""

import statistics
import subprocess
import sys
import time
from collections.abc import Iterator

from tests.bench import peer
from tests.bench.board import board, own_environ
from tests.bench.figure import Figure
from tests.bench.plan import Plan
from tests.bench.screen import Screen
from tests.bench.works import PAGES, Works, make_works

BEFORE_PAINT = "kiosk.screen"  # what is imported before anything can be painted


def measure(plan: Plan) -> Iterator[Figure]:
    """Yield the time imports take, and for each page the time to first paint."""
    works = make_works(plan.folder)
    yield Figure(name="imports before first paint", value=_imports_ms(plan.runs, works), unit="ms")
    for page, name in PAGES.items():
        mine_s, theirs_s = _starts_s(plan, works, page)
        yield Figure(
            name=f"start to first painted board, {name}",
            value=statistics.median(mine_s) * 1000,
            unit="ms",
            share=0.75,
            baseline=statistics.median(theirs_s) * 1000 if theirs_s else None,
        )


def _imports_ms(runs: int, works: Works) -> float:
    """Return what importing takes beyond starting Python."""

    def took_s(code: str) -> float:
        began_s = time.monotonic()
        subprocess.run([sys.executable, "-c", code], check=True, env=own_environ(works.home))
        return time.monotonic() - began_s

    took_s(f"import {BEFORE_PAINT}")  # which leaves its compiled code behind
    return statistics.median(took_s(f"import {BEFORE_PAINT}") - took_s("pass") for _ in range(runs)) * 1000


def _starts_s(plan: Plan, works: Works, page: str) -> tuple[list[float], list[float]]:
    """Return the seconds of the board and of its peer, started in turn so that both meet the same machine.

    The first start of each, with cold files, does not count.
    """
    mine_s, theirs_s = [], []
    with Screen() as screen, peer.site(peer.page_of(works.view(page))) as site:
        for _ in range(plan.runs + 1):
            began_s = time.monotonic()
            with board(screen, works, page):
                mine_s.append(screen.painted_after_s(began_s))
            if plan.with_peer:
                began_s = time.monotonic()
                with peer.browser(screen, site.address):
                    theirs_s.append(screen.painted_after_s(began_s))
    return mine_s[1:], theirs_s[1:]
