"""Says on the wall how far a source has come that has much to tell at first, and that it has come to the end."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from board.kpi.reading import Batch
from board.views.frame import Notice, NoticeLine

Say = Callable[[str, NoticeLine | None], None]

PAUSE_S: Final = 0.25
"""Between two sentences of one source."""
PATIENCE_S: Final = 1.0
"""From when it is said of a source that more is waiting, where nobody knows how much."""


@dataclass(slots=True)
class _Way:
    """How far one source has come, and what was said of it."""

    began_s: float
    said: str = ""
    said_s: float = 0.0


class FirstReading:
    """Hears every batch on the threads that listen to the processes; `say` takes a key and what the wall says."""

    def __init__(self, say: Say, monotonic_s: Callable[[], float]) -> None:
        self._say = say
        self._monotonic_s = monotonic_s
        self._ways: dict[str, _Way] = {}

    def hear(self, batch: Batch) -> None:
        """Note a batch of which the progress says whether more is waiting."""
        source, progress = batch.source, batch.progress
        if progress is None or progress >= 1:
            self.forget((source,))
            return
        now_s = self._monotonic_s()
        way = self._ways.setdefault(source, _Way(now_s))
        if progress > 0:
            words = f"{source}, {int(progress * 100)} %"
        elif now_s - way.began_s < PATIENCE_S:
            return
        else:
            words = source
        if words != way.said and (not way.said or now_s - way.said_s >= PAUSE_S):
            way.said, way.said_s = words, now_s
            self._say(_key(source), NoticeLine(notice=Notice.READS_IN, detail=words))

    def forget(self, sources: Iterable[str]) -> None:
        """Say no more of sources: they have come to the end, or another process goes on with them."""
        for source in sources:
            way = self._ways.pop(source, None)
            if way is not None and way.said:
                self._say(_key(source), None)


def _key(source: str) -> str:
    return f"first reading {source}"
