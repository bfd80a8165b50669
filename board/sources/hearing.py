"""Listens to a source that tells by itself: the source speaks on a thread of its own, what it says is taken on ours."""

import contextlib
import threading
import time
from collections.abc import Callable, Generator, Iterator
from datetime import datetime, timedelta

from board.kpi.reading import Batch
from board.sources.contract import Listener, SourceError
from board.sources.ear import Ear, EarClosed, Heard
from board.sources.hide import hidden_batch

FAREWELL_S = 1.0
SILENCE_S = 10.0  # how long a single look at a source that tells by itself waits for the first that it tells
OVERHEARD_S = 5.0  # how long it may take from then on
QUIET_S = 2.0  # and after how long without anything new it is over


class Hearing:
    """One spell of listening, from the watermark until the source ends, fails, falls silent or is told to end."""

    def __init__(self, source: Listener, watermark: str | None, ear: Ear, *, name: str) -> None:
        """Start the source's thread."""
        self._source = source
        self._watermark = watermark
        self._ear = ear
        self._error: Exception | None = None
        self._thread = threading.Thread(target=self._speak, name=f"source {name} speaks", daemon=True)
        self._thread.start()

    def take(self, most_s: float | None) -> Heard | None:
        """Return what was said, after waiting for so many seconds at most; None where nothing was."""
        return self._ear.take(most_s)

    @property
    def is_over(self) -> bool:
        """Tell whether the source speaks no more; what it said before may still be there to be taken."""
        return self._ear.is_closed

    def finish(self) -> None:
        """Raise what the source raised, if it did."""
        self.end()
        if self._error is not None:
            raise self._error

    def end(self) -> None:
        """End listening, and wait a moment for the source to go; a source that hangs is left behind."""
        self._ear.close()
        self._thread.join(FAREWELL_S)

    def wait_until_gone(self, ended: threading.Event) -> None:
        """Wait for a source that hangs, so that there are never two of its threads."""
        while self._thread.is_alive() and not ended.wait(FAREWELL_S):
            pass

    def _speak(self) -> None:
        """Let the source speak: the body of its thread."""
        try:
            self._source.listen(self._watermark, self._ear)
        except EarClosed:
            pass
        except Exception as error:  # any source, of any package: raised where it is heard
            self._error = error
        finally:
            self._ear.close()


def overhear(
    source: Listener,
    name: str,
    watermark: str | None,
    now: datetime,
    *,
    most_s: float = OVERHEARD_S,
    quiet_s: float = QUIET_S,
    silence_s: float = SILENCE_S,
    rest_s: float = 0.0,
) -> Iterator[Batch]:
    """Yield what a source that tells by itself says within a few seconds: its `read`, for a look without the board.

    `rest_s`: for how long it keeps to itself what it hears, until it is known to be whole.
    """
    hearing = Hearing(source, watermark, Ear(_running_from(now)), name=name)
    last = Batch(source=name, readings=(), watermark=watermark or "", seen_at=now)
    with contextlib.closing(_spell(hearing, most_s + rest_s, quiet_s + rest_s, silence_s)) as spell:
        for heard in spell:
            if heard.batch is not None:
                last = heard.batch
                yield hidden_batch(last)
    yield Batch(source=name, readings=(), watermark=last.watermark, seen_at=last.seen_at)


def silence(spell_s: float) -> SourceError:
    """Return what to say of a source that has said nothing for too long."""
    length = f"{spell_s / 60:.0f} min" if spell_s >= 120 else f"{spell_s:.0f} s"
    return SourceError(f"has said nothing for {length}; look whether it still runs and is connected")


def _spell(hearing: Hearing, most_s: float, quiet_s: float, silence_s: float) -> Generator[Heard, None, None]:
    """Yield what is heard until nothing new comes, the time is up, or the source has ended; a sign of life is no news.

    The time counts from the first news on; until then there is as much of it as `silence_s` says.
    """
    until_s, last_s = time.monotonic() + silence_s, 0.0
    try:
        while (left_s := until_s - time.monotonic()) > 0 and (heard := hearing.take(left_s)) is not None:
            yield heard
            if heard.batch is not None:
                heard_s = time.monotonic()
                last_s = last_s or heard_s + most_s
                until_s = min(heard_s + quiet_s, last_s)
        if hearing.is_over:
            hearing.finish()
    finally:
        hearing.end()


def _running_from(now: datetime) -> Callable[[], datetime]:
    """Return a clock that shows `now` at first and runs on."""
    began_s = time.monotonic()
    return lambda: now + timedelta(seconds=time.monotonic() - began_s)
