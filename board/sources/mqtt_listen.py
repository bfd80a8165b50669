"""Listens to a broker: greets it under the name it knows us by, and hands on what comes, with receipts."""

import secrets
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from importlib import import_module
from typing import TYPE_CHECKING, Final, Protocol, cast

from board.kpi.reading import Batch, Reading
from board.plant.plant import SourceSpec
from board.sources.complaining import Complaining
from board.sources.contract import SourceContext, SourceError
from board.sources.ear import Ear, EarClosed
from board.sources.mqtt_mark import MqttMark
from board.sources.mqtt_message import Arrival, Aside, Message, Telling, TooLargeError
from board.sources.mqtt_setting import MqttSettings
from board.sources.mqtt_timely import Timely
from board.sources.not_installed import not_installed
from board.sources.planned_row import apart

if TYPE_CHECKING:
    from board.sources.mqtt_session import Asking, Session

LULL_S: Final = 0.5  # with nothing for so long, what the broker had kept for us is told
LONGEST_BACKLOG_S: Final = 10.0  # and after so long in any case: a busy plant has no lull
SIGN_S: Final = 10.0  # how often it is noted that we are there


class Reads(Protocol):
    """What turns messages into readings."""

    timely: Timely

    def read(self, telling: Telling) -> list[Reading]:
        """Return the readings of a message."""
        ...

    def aside(self) -> Aside:
        """Return, once, what the messages read came to beside readings."""
        ...

    def remembered(self) -> dict[str, object]:
        """Return what must be known to go on, as JSON takes it."""
        ...


def session_of(settings: MqttSettings, context: SourceContext, **asking: object) -> "Session":
    """Return a session, with what it takes loaded only now; SourceError where that is not installed."""
    try:
        module = import_module("board.sources.mqtt_session")
    except ModuleNotFoundError as error:
        raise SourceError(not_installed("paho-mqtt", "gembaboard[mqtt]")) from error
    return cast("Session", module.Session(settings, context, cast("Asking", module.Asking(**asking))))


def passing_name() -> str:
    """Return a name at the broker for somebody who only looks in."""
    return f"gembaboard-{secrets.token_hex(6)}"


class Listening:
    """One spell of listening to one broker."""

    def __init__(
        self, spec: SourceSpec, settings: MqttSettings, context: SourceContext, reader: Reads, mark: MqttMark
    ) -> None:
        """Begin at a mark."""
        self._source = spec.id
        self._settings = settings
        self._context = context
        self._reader = reader
        self._mark = mark
        self._complaining = Complaining(spec.id)
        self._keepalive_s = max(1, min(60, int(spec.stale_after.total_seconds() / 3)))
        self._backlog_until_s = 0.0
        self._since: datetime | None = None  # set while what the broker has kept for us may be coming
        self._is_there = False
        self._is_lasting = True  # and not somebody who only looks in

    def run(self, ear: Ear, *, is_lasting: bool) -> None:
        """Listen until the ear closes; SourceError where the broker refuses us or breaks off."""
        mark, self._is_lasting = self._mark, is_lasting
        if is_lasting:
            mark.client = self._settings.client or mark.client or passing_name()
            ear.hear(self._batch([], ear.now()))  # the name is kept before it is used
        session = self._session(is_lasting=is_lasting)
        ear.when_closed(session.cut)
        with _ending_with(ear, session):
            try:
                is_kept = session.open()
                mark.filters = self._settings.topics.filters
                self._begin(ear.now(), is_kept=is_kept)
                self._follow(session, ear)
            except TooLargeError:
                self._give_up_what_waits()
                raise

    def _session(self, *, is_lasting: bool, is_fresh: bool = False) -> "Session":
        """Return a connection that is not opened yet."""
        return session_of(
            self._settings,
            self._context,
            client=self._mark.client if is_lasting else passing_name(),
            is_lasting=is_lasting,
            is_fresh=is_fresh,
            keepalive_s=self._keepalive_s,
            known=self._mark.filters if is_lasting else (),
        )

    def _give_up_what_waits(self) -> None:
        """Begin anew at the broker, which would send us a message without end again and again."""
        session = self._session(is_lasting=True, is_fresh=True)
        try:
            session.open()
        finally:
            session.close()

    def _begin(self, now: datetime, *, is_kept: bool) -> None:
        """Note since when messages may have waited for us at the broker."""
        self._is_there = True
        self._reader.timely.breaks(is_kept=is_kept)
        self._since = self._mark.alive if is_kept else None
        self._backlog_until_s = time.monotonic() + LONGEST_BACKLOG_S
        self._mark.alive = now if self._since is None else self._since

    def _follow(self, session: "Session", ear: Ear) -> None:
        signed_s, wait_s = 0.0, min(SIGN_S, self._keepalive_s / 2)
        while True:
            messages = session.take(LULL_S if self._since is not None else wait_s)
            now, now_s = ear.now(), time.monotonic()
            if not messages or now_s > self._backlog_until_s:
                self._since = None
            if messages:
                self._hear(messages, session, ear, now)
            if not session.has_heard:
                continue
            if self._is_lasting and now_s - signed_s >= SIGN_S:
                signed_s = now_s
                ear.hear(self._batch([], now))
            ear.alive()

    def _hear(self, messages: Sequence[Message], session: "Session", ear: Ear, now: datetime) -> None:
        """Hand on what messages say; their receipts follow once it is on disk."""
        readings: list[Reading] = []
        for message in messages:
            readings += self._read(message, now)
        aside = self._reader.aside()
        for topic, payload in aside.wishes:
            session.publish(topic, payload)
        numbers = [message.number for message in messages if message.number]
        stored = session.receipts.due(numbers)
        batch = replace(self._batch(readings, now), gone=aside.gone)
        has_learnt, self._reader.timely.has_learnt = self._reader.timely.has_learnt, False
        if batch.readings or batch.complaints or batch.gone or has_learnt:
            ear.hear(batch, stored if numbers else None)
        else:
            stored()

    def _read(self, message: Message, now: datetime) -> list[Reading]:
        """Return the readings of a message; of one that is sent once more, with the time of its first arrival."""
        recent, mine = self._mark.recent, (message.number, message.digest if message.number else "")
        may_be_again = bool(message.number) and (message.again or self._since is not None)
        at = recent.get(mine, now) if may_be_again else now
        arrival = Arrival(at=at, since=at if self._since is None else min(self._since, at))
        timely = self._reader.timely
        timely.has_used_arrival = False
        readings = self._reader.read(Telling(message=message, arrival=arrival, complaining=self._complaining))
        if timely.has_used_arrival and message.number:
            self._mark.arrived(*mine, at)
        return readings

    def _batch(self, readings: list[Reading], now: datetime) -> Batch:
        if self._is_there and self._since is None:
            self._mark.alive = now
        self._mark.more = self._reader.remembered()
        batch = Batch(
            source=self._source,
            readings=tuple(readings),
            watermark=self._mark.text(),
            seen_at=now,
            through=self._reader.timely.take_through(),
            complaints=self._complaining.take(),
        )
        return apart(batch)


@contextmanager
def _ending_with(ear: Ear, session: "Session") -> Iterator[None]:
    """Close the session in the end, and take any failure for the end where we ended it ourselves by cutting it."""
    try:
        yield
    except SourceError:
        if ear.is_closed:
            raise EarClosed from None
        raise
    finally:
        session.close()


@dataclass(frozen=True, slots=True, kw_only=True)
class Spell:
    """How long somebody who looks round listens: for the first message, from that on, and to how many."""

    silence: timedelta
    length: timedelta
    most: int


def first_messages(
    settings: MqttSettings, context: SourceContext, spell: Spell, wishes: list[tuple[str, bytes]]
) -> Iterator[Message]:
    """Yield the first messages of a broker within a short spell, for somebody who looks round; `wishes` are sent."""
    session = session_of(settings, context, client=passing_name(), is_lasting=False)
    until_s, left = time.monotonic() + spell.silence.total_seconds(), spell.most
    try:
        session.open()
        while left > 0 and (left_s := until_s - time.monotonic()) > 0:
            for message in session.take(left_s)[:left]:
                if left == spell.most:
                    until_s = time.monotonic() + spell.length.total_seconds()
                left -= 1
                yield message
            while wishes:
                session.publish(*wishes.pop())
    finally:
        session.close()
