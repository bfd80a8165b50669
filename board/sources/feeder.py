"""Keeps one source going in the feeds process: looks or listens, sends, waits for the store, and tries again."""

import random
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from board.kpi.reading import Batch
from board.plant.plant import SourceSpec
from board.sources.assignment import Assignment
from board.sources.contract import KINDS, Listener, SettingsError, Source, SourceError, look_every, open_source
from board.sources.ear import Ear, Heard, Stored
from board.sources.hearing import Hearing, silence
from board.sources.hide import hidden
from board.sources.outlet import Outlet
from board.sources.setting import Settings

LONGEST_PAUSE_S = 60.0  # after errors, and between signs of life of a source with nothing new
STUCK_AFTER_S = 60.0  # of a source that gives nothing back, beyond what it may take; or once its values are stale
WELL_AFTER_S = 2.0  # a source that told by itself for so long is back; one that falls at once is not

Clock = Callable[[], datetime]
Say = Callable[[str, str, str], None]  # source, "failing" or "well", sentence
Tries = Callable[[str, str, datetime], None]  # source, what is wrong with it now, when it is tried again


def in_words(error: Exception) -> str:
    """Return what went wrong with a source as a sentence."""
    if isinstance(error, SourceError):
        return str(error)
    if isinstance(error, MemoryError):
        return "needs more memory than the board allows (feeds_memory_mib); give it less to read at once"
    return hidden(f"failed in a way nobody foresaw ({type(error).__name__}: {str(error)[:300]})")


def has_more(batch: Batch) -> bool:
    """Tell whether a look ended with this batch although more was waiting."""
    return batch.progress is not None and batch.progress < 1


def own(batch: Batch, source: str) -> Batch:
    """Return a batch of a source; SourceError where it speaks as another one, whose watermark it would move."""
    if batch.source != source:
        raise SourceError(f"it gave a batch of {batch.source[:60]!r}, which is another source; have its kind mended")
    return batch


def patience_s(spec: SourceSpec) -> float:
    """Return how long a source may take to come back before it hangs: it ends by itself what outlasts its `timeout`."""
    timeout = Settings(spec.settings, where=spec.id).length("timeout") or timedelta(0)
    return max(spec.stale_after.total_seconds(), STUCK_AFTER_S + timeout.total_seconds())


class Feeder:
    """Looks at one source again and again, on a thread of its own, so that a share that hangs stops no other source."""

    def __init__(
        self,
        spec: SourceSpec,
        assignment: Assignment,
        outlet: Outlet,
        now: Clock,
        say: Say,
        *,
        tries: Tries = lambda *_: None,
    ) -> None:
        """Begin at the watermark of the assignment; `say` hears of an outage once, `tries` of each try in it."""
        self._spec = spec
        self._context = assignment.context
        self._watermark = assignment.watermarks.get(spec.id)
        self._outlet = outlet
        self._clock = now
        self._shift = assignment.demo_shift if spec.kind == "demo" else timedelta(0)
        self._say = say
        self._tries = tries
        self._source: Source | None = None
        self._ear: Ear | None = None
        self._hearing: Hearing | None = None
        self._failures = 0
        self._sent_s: float | None = None
        self._asked_s: float | None = None  # since when the source has been asked and has not come back
        self._is_said_stuck = False

    def work(self) -> None:
        """Look or listen until the process ends: the body of the thread."""
        pause_s = 0.0
        while not self._outlet.ended.wait(pause_s):
            try:
                pause_s = 0.0 if self._turn() else look_every(self._spec).total_seconds()
                if not self._outlet.ended.is_set():  # one that was only told to end is not well for that
                    self._is_well()
            except SettingsError as error:  # settings mend only with a new plant, which starts a new process
                self._is_failing(error)
                return
            except Exception as error:  # any source, of any package: it is said and tried again
                self._is_failing(error)
                pause_s = self._pause_s(error)
                self._tries(self._spec.id, in_words(error), self._clock() + timedelta(seconds=pause_s))

    def is_stuck(self) -> bool:
        """Tell whether the source has not come back for long, and say so once: called from another thread."""
        asked_s = self._asked_s
        if asked_s is None:
            self._is_said_stuck = False
            return False
        for_s = time.monotonic() - asked_s
        if for_s < patience_s(self._spec):
            self._is_said_stuck = False
            return False
        if not self._is_said_stuck:
            self._is_said_stuck = True
            self._failures += 1
            self._say(self._spec.id, "failing", f"was asked {for_s / 60:.0f} min ago and has not answered; look at it")
        return True

    def end(self) -> None:
        """Free the thread where it listens; it ends once the outlet has."""
        if (ear := self._ear) is not None:
            ear.close()

    def _turn(self) -> bool:
        """Take one look, or listen for as long as the source speaks; tell whether another turn is due at once."""
        if self._source is None:
            self._source = open_source(self._spec, self._context)
        if isinstance(self._source, Listener) and self._source.pushes:
            self._listen(self._source)
            return False
        return self._look()

    def _look(self) -> bool:
        """Take one look, and tell whether another is due at once."""
        if self._source is None:
            self._source = open_source(self._spec, self._context)
        more = False
        for batch in self._asked(self._source):
            more = has_more(batch)
            if not self._pass_on(batch, ()):
                return False
        self._outlet.wait(self._spec.id, 0)
        return more

    def _asked(self, source: Source) -> Iterator[Batch]:
        """Yield what a look gives, and note since when the source is asked for each batch."""
        try:
            self._asked_s = time.monotonic()
            batches = iter(source.read(self._watermark, self._clock() + self._shift))
            while True:
                self._asked_s = time.monotonic()
                batch = next(batches, None)
                self._asked_s = None
                if batch is None:
                    return
                yield batch
        finally:
            self._asked_s = None

    def _listen(self, source: Listener) -> None:
        """Listen until the source ends, falls silent or raises; what it said before that is sent all the same."""
        if self._hearing is not None:
            self._asked_s = time.monotonic()
            self._hearing.wait_until_gone(self._outlet.ended)
            self._asked_s = None
        self._ear = Ear(self._clock)
        if self._outlet.ended.is_set():
            return
        self._hearing = Hearing(source, self._watermark, self._ear, name=self._spec.id)
        try:
            self._follow(self._hearing)
        finally:
            self._hearing.end()

    def _follow(self, hearing: Hearing) -> None:
        most_s = self._spec.stale_after.total_seconds()
        began_s = heard_s = time.monotonic()
        while True:
            now_s = time.monotonic()
            wait_s = heard_s + most_s - now_s
            if now_s - began_s < WELL_AFTER_S:
                wait_s = min(wait_s, began_s + WELL_AFTER_S - now_s)
            elif heard_s > began_s:
                self._is_well()
            heard = hearing.take(wait_s)
            if heard is not None:
                heard_s = time.monotonic()
                if not self._take(heard):
                    return
            elif hearing.is_over:
                hearing.finish()
                return
            elif time.monotonic() - heard_s >= most_s:
                raise silence(most_s)

    def _take(self, heard: Heard) -> bool:
        """Send what was heard; False where the process ends instead."""
        batch = heard.batch
        if batch is None:
            batch = Batch(
                source=self._spec.id, readings=(), watermark=self._watermark or "", seen_at=self._clock() + self._shift
            )
        return self._pass_on(batch, heard.stored)

    def _pass_on(self, batch: Batch, stored: tuple[Stored, ...]) -> bool:
        """Send a batch where it is news, and move the watermark on; False where the process ends instead.

        Nobody answers later than now, whatever a clock at the other end says.
        """
        batch = own(batch, self._spec.id)
        batch = replace(batch, seen_at=min(batch.seen_at, self._clock() + self._shift))
        if stored or self._is_news(batch):
            check = self._spec.kind not in KINDS
            if not self._outlet.send(batch, self._watermark or "", check=check, stored=stored):
                return False
            self._sent_s = time.monotonic()
        self._watermark = batch.watermark
        return True

    def _is_news(self, batch: Batch) -> bool:
        """Tell whether a batch is worth a line: an empty one is only a sign of life, needed now and then."""
        if (
            batch.readings
            or batch.runs
            or batch.complaints
            or batch.mended
            or self._sent_s is None
            or batch.progress is not None
        ):
            return True
        return time.monotonic() - self._sent_s >= min(self._spec.stale_after.total_seconds() / 3, LONGEST_PAUSE_S)

    def _pause_s(self, error: Exception) -> float:
        """Return how long to leave a failing source alone: longer each time, and as long as it asks for.

        Not every board of a plant comes back at the same instant.
        """
        usual_s = look_every(self._spec).total_seconds()
        longer_s = min(usual_s * 2.0 ** min(self._failures, 10), max(LONGEST_PAUSE_S, usual_s))
        wanted_s = error.not_before.total_seconds() if isinstance(error, SourceError) else 0.0
        return max(longer_s, wanted_s) * random.uniform(0.9, 1.1)  # noqa: S311  # only spreads tries

    def _is_well(self) -> None:
        if self._failures:
            self._failures = 0
            self._say(self._spec.id, "well", "is read again")

    def _is_failing(self, error: Exception) -> None:
        self._failures += 1
        if not isinstance(error, SourceError):
            self._source = None  # who knows what it stands on
        if self._failures == 1:
            self._say(self._spec.id, "failing", in_words(error))
