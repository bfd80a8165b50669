"""Says on the wall when a second source counts what one counts already, for then every part counts twice."""

import threading
from collections.abc import Callable
from typing import Final

from board.kpi.reading import Batch
from board.plant.plant import Plant
from board.sources.authority import Cell, counted_by_hand_too, counted_twice, named_cells
from board.sources.contract import SourceContext
from board.views.frame import Notice, NoticeLine

KEY: Final = "second source"
DEMO: Final = "demo"  # it invents people too, with what they type
MOST_CELLS: Final = 10_000
Say = Callable[[str, NoticeLine | None], None]


class SecondSource:
    """Hears every batch; a source counts what its mapping names, and what it has told a value of since the start."""

    def __init__(self, say: Say) -> None:
        self._say = say
        self._lock = threading.Lock()
        self._plant: Plant | None = None
        self._context: SourceContext | None = None
        self._told: dict[str, set[Cell]] = {}
        self._said = ""

    def adopt(self, plant: Plant, *, is_new: bool) -> None:
        """Judge by a plant from now on; what sources told under another folder is forgotten."""
        with self._lock:
            self._plant, self._context = plant, SourceContext.of(plant)
            before = {} if is_new else self._told
            self._told = {spec.id: {*named_cells(spec), *before.get(spec.id, ())} for spec in plant.sources}
            self._judge()

    def hear(self, batch: Batch) -> None:
        """Note of which nodes and measures a source has told; what is no value, or nothing, counts nothing."""
        cells = {(reading.node, reading.measure) for reading in batch.readings if reading.value}
        with self._lock:
            known = self._told.get(batch.source)
            if known is not None and not cells <= known and len(known) < MOST_CELLS:
                known |= cells
                self._judge()

    def _judge(self) -> None:
        if self._plant is None or self._context is None:
            return
        found = [each.sentence for each in counted_twice(self._told, self._context)]
        machines = {spec.id: self._told[spec.id] for spec in self._plant.sources if spec.kind != DEMO}
        found += [each.sentence for each in counted_by_hand_too(machines, self._plant.lines)]
        said = found[0] if found else ""
        if said != self._said:
            self._said = said
            self._say(KEY, NoticeLine(notice=Notice.SOURCE_FAILS, detail=said) if said else None)
