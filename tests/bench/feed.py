"""What comes from sources: a value to its pixels, a thousand readings a second, and a year that is read in.

The board is the installed command with all its processes; the server, the broker and the file lie on this computer.

Growth is what the processes take at most (memory that is theirs alone) in the eighth and ninth minute beyond the sixth
and seventh, by the readings between. The most, since a page that is being built takes up to 25 MiB and gives them back,
so that the least of a minute is a matter of luck. Not the first five minutes, which fill what has a bound: 12 MiB of
pages of the database (8 of the writer, 4 of the reader), the same again to sort the readings of an interval, and
Python's lists of free tuples between two searches.
"""

import random
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psutil

from board.store.reader import Reader
from tests.bench.board import board
from tests.bench.change import Watch
from tests.bench.figure import Figure, percentile
from tests.bench.plan import Plan
from tests.bench.process import family
from tests.bench.screen import Screen
from tests.bench.sender import Sender, event_server, loud_broker, mosquitto, send_evenly
from tests.bench.works import NODE, Works, make_works

SOURCE = "fed"
PAGE = "sicb"
VALUES = 150
LOST_S = 2.0  # a value that nothing on the screen answers within this time counts as this much
WARM_S = 6.0
PER_S = 1_000
FLOOD_S = 120.0
RUN_UP_S = 300.0  # of the same flood, in which caches fill
LOOK_EVERY_S = 2.0
WINDOW, FEEDS = "the window's process", "the feeds process"
PATIENCE_S = 60.0
ROWS = 35_040
"""Quarter hours of a year."""
MEASURES = {"one measure": ("good",), "two measures": ("good", "scrap")}
FILE = """
[[source]]
id = "fed"
kind = "csv"
path = "log/*.csv"
node = { column = "line" }
start = "start"
length = "15 min"
zone = "Etc/UTC"
measure = [%s]
"""
WAYS: dict[str, Callable[[str], AbstractContextManager[Sender]]] = {"HTTP": event_server, "MQTT": loud_broker}


def measure(plan: Plan) -> Iterator[Figure]:
    """Yield each figure, for a server and, where Mosquitto is installed, for a broker."""
    if mosquitto() is None:
        print("Mosquitto is not installed, so no broker is measured (apt-get install mosquitto).", file=sys.stderr)
    for name, opened in WAYS.items():
        if name == "MQTT" and mosquitto() is None:
            continue
        took_ms = _to_pixels_ms(plan, name, opened)
        for said, share, most in (("median", 0.5, None), ("p95", 0.95, 100)):
            value = percentile(took_ms, share)
            yield Figure(name=f"{name} to pixels, {said} of {len(took_ms)}", value=value, unit="ms", most=most)
        yield from _flooded(plan, name, opened)
    yield from _imported(plan)


def _works(plan: Plan, name: str, table: str) -> Works:
    """Return works that have one source, and the past of the works that every bench shares."""
    made, own = make_works(plan.folder), Works(home=plan.folder / name)
    shutil.rmtree(own.home, ignore_errors=True)
    shutil.copytree(made.home, own.home)
    (own.plant / "sources.toml").write_text(table, encoding="utf-8")
    return own


# a value to its pixels


def _to_pixels_ms(plan: Plan, name: str, opened: Callable[[str], AbstractContextManager[Sender]]) -> list[float]:
    """Return how long each of many values took, sent at moments nothing else depends on."""
    chance, sent_ns = random.Random(1), []
    with opened(SOURCE) as sender, Screen() as screen, board(screen, _works(plan, f"one-{name}", sender.table), PAGE):
        screen.painted_after_s(time.monotonic())
        sender.wait_for_board()
        time.sleep(WARM_S)
        with Watch(screen) as watch:
            for number in range(VALUES):
                time.sleep(chance.uniform(0.15, 0.35))
                sent_ns.append(time.monotonic_ns())
                sender.send(number, datetime.now(UTC) - timedelta(minutes=1))
            time.sleep(LOST_S)
    return [_answer_ms(sent, watch.seen_ns) for sent in sent_ns]


def _answer_ms(sent_ns: int, seen_ns: Sequence[int]) -> float:
    later = next((seen for seen in seen_ns if seen >= sent_ns), None)
    return LOST_S * 1000 if later is None else min((later - sent_ns) / 1e6, LOST_S * 1000)


# a thousand readings a second


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What all processes of the board took at a moment."""

    at_s: float
    kib: dict[str, float]  # memory that is theirs alone, of the window's process and of the others
    handles: int
    threads: int


@dataclass(slots=True)
class Flood:
    """What is seen while readings come."""

    steps_ms: list[tuple[float, float]] = field(default_factory=list)  # and of it waiting for a processor
    before: list[Taken] = field(default_factory=list)  # in the two minutes before the last two
    taken: list[Taken] = field(default_factory=list)  # in the last two minutes
    sent: int = 0
    kept: int = 0
    took_s: float = 0.0
    behind_s: float = 0.0


def _flooded(plan: Plan, name: str, opened: Callable[[str], AbstractContextManager[Sender]]) -> Iterator[Figure]:
    flood = _flood(plan, name, opened)
    said = f"{name}, {flood.sent / flood.took_s:.0f} readings/s for {flood.took_s:.0f} s"
    away_ms, waited_ms = max(flood.steps_ms, default=(0.0, 0.0))
    yield Figure(name=f"{said}: longest step of the GUI", value=away_ms, unit="ms", most=100)
    yield Figure(name=f"{said}: of it others had the processor", value=waited_ms, unit="ms")
    yield Figure(name=f"{said}: lost of {flood.sent:,}", value=flood.sent - flood.kept, unit="readings", most=0)
    yield Figure(name=f"{said}: the last is on disk after", value=flood.behind_s, unit="s", most=1)
    for process in (WINDOW, FEEDS):
        slope = _slope(flood, process)
        yield Figure(name=f"{said}: growth of {process}", value=slope, unit="KiB/1,000", most=1)
    for what in ("handles", "threads"):
        before, after = (min(getattr(each, what) for each in minutes) for minutes in (flood.before, flood.taken))
        yield Figure(name=f"{said}: more {what} in the last two minutes", value=after - before, unit="", most=0)


def _slope(flood: Flood, process: str) -> float:
    """Return by how many KiB a process grew a thousand readings; see above."""
    before, after = (max(each.kib[process] for each in minute) for minute in (flood.before, flood.taken))
    return (after - before) / (flood.taken[0].at_s - flood.before[0].at_s) / PER_S * 1000


def _flood(plan: Plan, name: str, opened: Callable[[str], AbstractContextManager[Sender]]) -> Flood:
    flood = Flood()
    with opened(SOURCE) as sender, Screen() as screen:
        works = _works(plan, f"flood-{name}", sender.table)
        command = [sys.executable, "-m", "tests.bench.stepping", str(works.home), PAGE]
        with subprocess.Popen(command, env=screen.environ, stdout=subprocess.PIPE, text=True) as process:
            screen.painted_after_s(time.monotonic())
            sender.wait_for_board()
            time.sleep(WARM_S)
            began_ns = time.monotonic_ns()
            _send(plan, sender, process.pid, flood)
            ended_s = time.monotonic()
            while (kept := _kept(works)) < flood.sent and time.monotonic() - ended_s < PATIENCE_S:
                time.sleep(0.02)
            flood.kept, flood.behind_s = kept, time.monotonic() - ended_s
            ended_ns = time.monotonic_ns()
            process.terminate()
            out, _ = process.communicate(timeout=60)
    steps = [(int(at), float(away), float(waited)) for at, away, waited in map(str.split, out.splitlines())]
    flood.steps_ms = [(away, waited) for at, away, waited in steps if began_ns <= at <= ended_ns]
    return flood


def _send(plan: Plan, sender: Sender, pid: int, flood: Flood) -> None:
    """Send what fills the caches, then what counts."""
    began_s = time.monotonic()
    for seconds, taken in ((RUN_UP_S, []), (FLOOD_S, flood.before), (FLOOD_S, flood.taken)):
        count = int(seconds * min(1.0, plan.idle_s / FLOOD_S) * PER_S)
        with _looking(pid, taken):
            send_evenly(sender, flood.sent, count, PER_S)
        flood.sent += count
    flood.took_s = time.monotonic() - began_s


def _kept(works: Works) -> int:
    """Return how many readings of the source are on disk."""
    reader = Reader.open(works.database)
    try:
        return next((state.rows for state in reader.sources() if state.id == SOURCE), 0)
    finally:
        reader.close()


@contextmanager
def _looking(pid: int, taken: list[Taken]) -> Iterator[None]:
    """Look again and again at what the board takes."""
    ended = threading.Event()

    def look() -> None:
        while not ended.wait(LOOK_EVERY_S):
            taken.append(_take(pid))

    thread = threading.Thread(target=look, name="look")
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()


def _take(pid: int) -> Taken:
    at_s, kib, handles, threads = time.monotonic(), {WINDOW: 0.0, FEEDS: 0.0}, 0, 0
    for each in map(psutil.Process, family(pid)):
        kib[WINDOW if each.pid == pid else FEEDS] += each.memory_full_info().uss / 1024
        handles += each.num_fds()
        threads += each.num_threads()
    return Taken(at_s=at_s, kib=kib, handles=handles, threads=threads)


# a year that is read in


def _imported(plan: Plan) -> Iterator[Figure]:
    for said, measures in MEASURES.items():
        entries = ", ".join(f'{{ id = "{each}", value = {{ column = "{each}" }} }}' for each in measures)
        works = _works(plan, f"import-{len(measures)}", FILE % entries)
        _write_year(works.plant / "log" / "log.csv")
        whole = len(measures) * ROWS
        with Screen() as screen, board(screen, works, PAGE):
            began_s = _wait_until(lambda works=works: _kept(works) > 0)  # type: ignore[misc]
            ended_s = _wait_until(lambda works=works, whole=whole: _kept(works) >= whole)  # type: ignore[misc]
        yield Figure(name=f"first import of {ROWS:,} CSV rows, {said}", value=ended_s - began_s, unit="s", most=5)


def _write_year(path: Path) -> None:
    """Write quarter hours up to now."""
    now = datetime.now(UTC).replace(minute=0, second=0, microsecond=0)
    first, chance = now - timedelta(minutes=15) * ROWS, random.Random(2)
    starts = (first + timedelta(minutes=15) * number for number in range(ROWS))
    rows = (f"{NODE},{start:%Y-%m-%d %H:%M},{chance.randint(200, 320)},{chance.randint(0, 6)}" for start in starts)
    path.write_text("line,start,good,scrap\n" + "\n".join(rows) + "\n", encoding="utf-8")


def _wait_until(holds: Callable[[], bool]) -> float:
    """Return when something held."""
    until_s = time.monotonic() + PATIENCE_S
    while not holds():
        if time.monotonic() > until_s:
            raise TimeoutError(f"nothing of it within {PATIENCE_S:g} s")
        time.sleep(0.05)
    return time.monotonic()
