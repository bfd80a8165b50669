"""A writer on its thread over a real database, and ears that write down what it says."""

import threading
from collections.abc import Mapping
from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path

from typing_extensions import override

from board.journal.entry import Entry
from board.journal.intention import Intention, LogMiss
from board.kpi.reading import Batch, Reading
from board.plant.history import PlantHistory
from board.store.database import Changed, Store
from board.store.refused import Cause, Refused
from board.store.room import DiskState, Limits
from kiosk.clock import Clock
from kiosk.standing import Standing
from kiosk.wiring.writer import Writer
from tests.board.pages.desk import one_line, span, utc

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
HISTORY = PlantHistory(((utc(0), one_line()),))


class Ears:
    """Writes down what the writer says."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.changes: list[Changed] = []
        self.heard = threading.Condition()

    def _say(self, word: str) -> None:
        with self.heard:
            self.said.append(word)
            self.heard.notify_all()

    def wait_for(self, word: str, times: int = 1) -> None:
        with self.heard:
            assert self.heard.wait_for(lambda: self.said.count(word) >= times, 10), self.said

    def kept(self, intention: Intention, entry: Entry) -> None:
        self._say(f"kept {intention.id}")

    def refused(self, intention: Intention, refusal: Refused) -> None:
        self._say(f"refused {intention.id} {refusal.cause.name}")

    def changed(self, changes: tuple[Changed, ...]) -> None:
        self.changes.extend(changes)
        self._say("changed")

    def disk_changed(self, state: DiskState) -> None:
        self._say(f"disk {state.name}")

    def put_aside(self, batch: Batch) -> None:
        self._say(f"put aside {batch.watermark}")

    def opened(self, store: Store) -> None:
        self._say("opened" if store.replaced is None else "replaced")


def tap(name: str) -> LogMiss:
    return LogMiss(id=name, node="line", interval=span(8, 10), reason="labeller", quantity=5)


def batch(number: int) -> Batch:
    reading = Reading(
        node="line", measure="good", start=utc(7), end=utc(7), value=Fraction(1), source="machine", key=str(number)
    )
    return Batch(source="machine", readings=(reading,), watermark=str(number), seen_at=NOW)


class Bench:
    """A writer on its thread over a real database."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.ears = Ears()
        self.order: list[str] = []
        self.gate = threading.Event()
        self.gate.set()
        self.fall_on: dict[str, Exception] = {}
        self.falls_always = ""
        self.opening_falls: list[Exception] = []
        self.damaged_before_opening = 0  # which opening finds a damaged file
        self._openings = 0
        self.refused_by_disk: list[str] = []  # what the disk refuses next: "settle", "adopt" or "checkpoint"
        self.limits: Limits | None = None
        self.writer = Writer(self.open_store, Clock(), self.ears, most_batches=3)
        self.thread = Standing("writer", self.writer.work, first_wait_s=0.0, wake=self.writer.wake)

    def open_store(self) -> Store:
        bench = self
        self._openings += 1
        if self._openings == self.damaged_before_opening:
            self.path.write_bytes(b"torn " * 4000)
        if self.opening_falls:
            raise self.opening_falls.pop(0)

        class Watched(Store):
            @override
            def keep(self, intention: Intention, now: datetime) -> Entry:
                bench.order.append(f"tap {intention.id}")
                if (fall := bench.fall_on.pop(intention.id, None)) is not None:
                    raise fall
                return super().keep(intention, now)

            @override
            def take(self, taken: Batch, now: datetime) -> tuple[Changed, ...]:
                bench.gate.wait(10)
                bench.order.append(f"batch {taken.watermark}")
                if taken.watermark == bench.falls_always:
                    raise RuntimeError("poison")
                if (fall := bench.fall_on.pop(taken.watermark, None)) is not None:
                    raise fall
                return super().take(taken, now)

            @override
            def settle(self) -> bool:
                bench.ask_disk("settle")
                return super().settle()

            @override
            def record_plant(self, files: Mapping[str, str], now: datetime, in_force_from: datetime) -> None:
                bench.ask_disk("adopt")
                super().record_plant(files, now, in_force_from)

        store = Watched.open(self.path, station="bench", zone="Europe/London", now=NOW, limits=self.limits)
        store.adopt(HISTORY, settle=False)
        return store

    def ask_disk(self, what: str) -> None:
        """Refuse what the disk is to refuse once."""
        self.ears._say(f"asked {what}")
        if what in self.refused_by_disk:
            self.refused_by_disk.remove(what)
            raise Refused(Cause.DISK_FULL, "full")
