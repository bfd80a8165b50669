"""Sources that misbehave, as a third party might write them."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from fractions import Fraction

from typing_extensions import override

from board.kpi.reading import Batch, Complaint, Reading
from board.plant.plant import SourceSpec
from board.sources.contract import SourceContext, SourceError
from board.sources.ear import Ear
from board.sources.hearing import overhear


class Steady:
    """Gives one reading at every look, and as much again as `copies` asks for."""

    def __init__(self, spec: SourceSpec, context: SourceContext) -> None:
        self.spec = spec
        self.copies = int(str(spec.settings.get("copies", 1)))
        self.reason = "x" * int(str(spec.settings.get("long", 1)))
        self.node = str(spec.settings.get("node", "line-1"))

    def check(self, now: datetime) -> tuple[Complaint, ...]:
        return ()

    def read(self, watermark: str | None, now: datetime) -> Iterator[Batch]:
        reading = Reading(
            node=self.node,
            measure="good",
            start=now,
            end=now,
            value=Fraction(1),
            source=self.spec.id,
            key="",
            reason=self.reason,
        )
        number = int(watermark or 0) + 1
        readings = tuple(replace(reading, key=f"{number}.{copy}") for copy in range(self.copies))
        yield Batch(source=self.spec.id, readings=readings, watermark=str(number), seen_at=now)


class Raising(Steady):
    """Gives one batch and then falls, in whatever way the settings say."""

    @override
    def read(self, watermark: str | None, now: datetime) -> Iterator[Batch]:
        if watermark is None:
            yield from super().read(watermark, now)
        if self.spec.settings.get("kindly"):
            raise SourceError("the machine is switched off; switch it on")
        raise ZeroDivisionError("oh")


class Hanging(Steady):
    """Never comes back, like a network share."""

    @override
    def read(self, watermark: str | None, now: datetime) -> Iterator[Batch]:
        threading.Event().wait()
        yield from super().read(watermark, now)


class Late(Steady):
    """Comes back when it is let."""

    comes_back = threading.Event()

    @override
    def read(self, watermark: str | None, now: datetime) -> Iterator[Batch]:
        self.comes_back.wait()
        yield from super().read(watermark, now)


class Endless(Steady):
    """Has always one more batch."""

    @override
    def read(self, watermark: str | None, now: datetime) -> Iterator[Batch]:
        while True:
            for batch in super().read(watermark, now):
                watermark = batch.watermark
                yield batch


class Telling(Steady):
    """Tells by itself: one reading after the other, then what the settings say."""

    pushes = True

    @override
    def read(self, watermark: str | None, now: datetime) -> Iterator[Batch]:
        yield from overhear(self, self.spec.id, watermark, now, most_s=2, quiet_s=0.2)

    def listen(self, watermark: str | None, ear: Ear) -> None:
        settings = self.spec.settings
        for _ in range(int(str(settings.get("tells", 3)))):
            for batch in super().read(watermark, ear.now()):
                watermark = batch.watermark
                ear.hear(batch)
        ending = settings.get("then", "waits")
        if ending == "breaks":
            raise SourceError("the cable is out; put it in")
        if ending == "falls":
            raise ZeroDivisionError("oh")
        while ending != "ends":
            ear.wait(0.1)
            if ending == "lives":
                ear.alive()
