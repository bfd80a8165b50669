"""One look at a source for somebody who sets it up or checks it: what it gave, how long it took, what is wrong."""

import os
import threading
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Final

from board.kpi.reading import Batch, Quality, Reading
from board.plant.plant import PlannedRun, SourceSpec
from board.sources.contract import SettingsError, SourceContext, open_source
from board.sources.feeder import in_words
from board.sources.hide import hidden, hidden_batch, hide
from kiosk.log import SHORTEST_SECRET, secrets_of

LONGEST_LOOK_S: Final = 20.0  # of what a source gives; then it is enough
LONGEST_WAIT_S: Final = 60.0  # for one that says nothing at all
ROWS_KEPT: Final = 12
MOST_COMPLAINTS: Final = 8  # of each source; the rest is counted


@dataclass(slots=True, kw_only=True)
class Trial:
    """What one look at a source gave; no text in it holds a secret."""

    spec: SourceSpec
    at: datetime
    took_s: float = 0.0
    readings: int = 0
    planned: int = 0  # runs
    first_planned: list[PlannedRun] = field(default_factory=list)
    first: list[Reading] = field(default_factory=list)
    told: Counter[str] = field(default_factory=Counter)  # readings of each measure
    empty: Counter[str] = field(default_factory=Counter)  # those of them of which nobody said anything
    newest: Reading | None = None
    cells: set[tuple[str, str]] = field(default_factory=set)  # of which node and measure it told
    said: list[str] = field(default_factory=list)  # what is wrong, in sentences
    answered: bool = False  # it could be reached

    @property
    def seen_at(self) -> datetime | None:
        """Return when the newest value was observed."""
        return None if self.newest is None else _observed(self.newest)

    @property
    def age(self) -> timedelta | None:
        """Return how old the newest value was when the look began."""
        return None if self.seen_at is None else max(self.at - self.seen_at, timedelta(0))

    @property
    def complaints(self) -> tuple[str, ...]:
        """Return what is wrong, each sentence once and not too many of them."""
        told = list(dict.fromkeys(self.said))
        if len(told) > MOST_COMPLAINTS:
            told = [*told[:MOST_COMPLAINTS], f"{self.spec.id}: and {len(told) - MOST_COMPLAINTS} more"]
        return tuple(told)


def hide_environment() -> None:
    """Let no value of a secret environment variable be printed, whoever repeats it."""
    for secret in secrets_of(os.environ):
        if len(secret) >= SHORTEST_SECRET:
            hide(secret)


def try_source(spec: SourceSpec, context: SourceContext, *, longest_wait_s: float = LONGEST_WAIT_S) -> Trial:
    """Look at a source once, on a thread of its own: one that hangs is left behind and said so."""
    trial = Trial(spec=spec, at=datetime.now(UTC))
    began_s = time.monotonic()
    look = threading.Thread(target=_look, args=(trial, context, began_s), name=f"trial {spec.id}", daemon=True)
    look.start()
    look.join(longest_wait_s)
    if look.is_alive():  # what it says later is nothing to us
        trial = Trial(spec=spec, at=trial.at, said=[f"{spec.id}: says nothing for {longest_wait_s:.0f} s"])
    trial.took_s = time.monotonic() - began_s
    return trial


def _look(trial: Trial, context: SourceContext, began_s: float) -> None:
    """Open the source, check it and take one look: the body of the thread."""
    spec = trial.spec
    try:
        source = open_source(spec, context)
        told = ((complaint.where, complaint.said) for complaint in source.check(trial.at))
        trial.said += [hidden(f"{spec.id}: {where}: {said}") for where, said in told]
        for batch in _bounded(source.read(None, trial.at), began_s):
            _take(trial, hidden_batch(batch))
    except SettingsError as error:
        trial.said += error.problems
    except Exception as error:  # the border to whatever a source may be
        sentence = in_words(error)
        if not any(sentence in said for said in trial.said):
            trial.said.append(f"{spec.id}: {sentence}")


def _bounded(batches: Iterator[Batch], began_s: float) -> Iterator[Batch]:
    for batch in batches:
        yield batch
        if time.monotonic() - began_s > LONGEST_LOOK_S:
            return


def _take(trial: Trial, batch: Batch) -> None:
    trial.answered = True
    trial.readings += len(batch.readings)
    trial.planned += len(batch.runs)
    trial.first_planned += batch.runs[: ROWS_KEPT - len(trial.first_planned)]
    trial.first += batch.readings[: ROWS_KEPT - len(trial.first)]
    trial.cells.update((reading.node, reading.measure) for reading in batch.readings)
    trial.told.update(reading.measure for reading in batch.readings)
    trial.empty.update(reading.measure for reading in batch.readings if reading.quality is Quality.MISSING)
    trial.newest = _newest(([] if trial.newest is None else [trial.newest], batch.readings))
    trial.said += [f"{trial.spec.id}: {each.where}: {each.said}" for each in batch.complaints]


def _newest(several: Iterable[Iterable[Reading]]) -> Reading | None:
    """Return the reading observed last; of a row with several, the first."""
    newest: Reading | None = None
    for readings in several:
        for reading in readings:
            if newest is None or _observed(reading) > _observed(newest):
                newest = reading
    return newest


def _observed(reading: Reading) -> datetime:
    return reading.observed_at or reading.end
