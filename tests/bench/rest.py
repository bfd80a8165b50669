"""What the board takes while nobody touches it: memory, processor time and wake-ups, beside Chromium's.

Board and peer are watched over the same seconds, each on a screen of its own, so that both meet the same machine.
"""

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass

from tests.bench import peer
from tests.bench.board import board
from tests.bench.figure import Figure
from tests.bench.plan import Plan
from tests.bench.process import Idle, idle, pss_mib
from tests.bench.screen import Screen
from tests.bench.works import PAGES, Works, make_works

SETTLE_S = 15.0
"""Chromium goes on loading for a while after its page is up, and the board reads its sources for the first time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rest:
    """What one program with all its processes took."""

    idle: Idle
    pss_mib: float


def measure(plan: Plan) -> Iterator[Figure]:
    """Yield memory, processor time and wake-ups of all processes with a seconds clock on the screen."""
    works = make_works(plan.folder)
    for page, name in PAGES.items():
        mine, *others = _rests(plan, works, page)
        theirs = others[0] if others else None
        yield Figure(
            name=f"memory, all processes (PSS), {name}",
            value=mine.pss_mib,
            unit="MiB",
            share=0.3,
            baseline=theirs.pss_mib if theirs else None,
        )
        yield Figure(
            name=f"idle CPU over {plan.idle_s:g} s, {name}",
            value=mine.idle.cpu_percent,
            unit="% of a core",
            share=0.1,
            baseline=theirs.idle.cpu_percent if theirs else None,
        )
        yield Figure(
            name=f"idle wake-ups, {name}",
            value=mine.idle.wakeups_per_s,
            unit="/s",
            most=6,
            baseline=theirs.idle.wakeups_per_s if theirs else None,
        )


def _rests(plan: Plan, works: Works, page: str) -> list[Rest]:
    """Return what the board took, then, where there is one, its peer."""
    with ExitStack() as open_now:
        screen = open_now.enter_context(Screen())
        pids = [open_now.enter_context(board(screen, works, page)).pid]
        screen.painted_after_s(time.monotonic())
        if plan.with_peer:
            screen = open_now.enter_context(Screen())
            site = open_now.enter_context(peer.site(peer.page_of(works.view(page))))
            pids.append(open_now.enter_context(peer.browser(screen, site.address)).pid)
            screen.painted_after_s(time.monotonic())
        time.sleep(SETTLE_S)
        with ThreadPoolExecutor() as watchers:
            idles = list(watchers.map(lambda pid: idle(pid, plan.idle_s), pids))
        return [Rest(idle=took, pss_mib=pss_mib(pid)) for pid, took in zip(pids, idles, strict=True)]
