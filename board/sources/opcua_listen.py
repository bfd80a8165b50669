"""Listens to an OPC UA server: hands on what it tells, and notices when it tells no more."""

import asyncio
import contextlib
import time
from collections.abc import Callable, Coroutine, Sequence
from datetime import datetime, timedelta
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Final, TypeVar, cast

from board.kpi.reading import Batch, Reading
from board.plant.plant import SourceSpec
from board.sources.contract import SourceContext, SourceError
from board.sources.ear import Ear, EarClosed
from board.sources.not_installed import not_installed
from board.sources.opcua_notice import Notice
from board.sources.opcua_reader import NoticeReader
from board.sources.opcua_setting import OpcuaSettings
from board.sources.planned_row import apart

if TYPE_CHECKING:
    from board.sources.opcua_session import Session, Telling

FIRST_S: Final = 2.0  # within which every node tells what stands there, so that all of it is read together
SHORTEST_KEEPALIVE, LONGEST_KEEPALIVE = timedelta(seconds=1), timedelta(seconds=10)

_T = TypeVar("_T")


def loaded(name: str) -> ModuleType:
    """Return a module that takes asyncua, loaded only now; SourceError where that is not installed."""
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        raise SourceError(not_installed("asyncua", "gembaboard[opcua]")) from error


def session_of(settings: OpcuaSettings, context: SourceContext, keepalive: timedelta) -> "Session":
    """Return a session that is not opened yet; SourceError where a secret, a certificate or the package is missing."""
    module = loaded("board.sources.opcua_session")
    made = cast("Callable[..., Session]", module.Session)
    return made(settings=settings, context=context, keepalive=keepalive)


def run(work: Coroutine[object, object, _T], ear: Ear) -> _T:
    """Run something in an event loop of this thread until it is done or the ear closes, which raises EarClosed."""
    with asyncio.Runner() as runner:
        loop = runner.get_loop()

        async def until_closed() -> _T:
            task = asyncio.ensure_future(work)

            def cut() -> None:
                with contextlib.suppress(RuntimeError):  # the loop is closed already
                    loop.call_soon_threadsafe(task.cancel)

            ear.when_closed(cut)
            return await task

        try:
            return runner.run(until_closed())
        except asyncio.CancelledError:
            raise EarClosed from None
        except SourceError:
            if ear.is_closed:
                raise EarClosed from None
            raise


class Listening:
    """One spell of listening to one server."""

    def __init__(
        self, spec: SourceSpec, settings: OpcuaSettings, context: SourceContext, watermark: str | None
    ) -> None:
        """Go on behind a watermark."""
        self._spec = spec
        self._settings = settings
        self._context = context
        self._reader = NoticeReader(settings, context, spec.id, watermark)
        self._heard_at: datetime | None = None  # when the server told something last

    def run(self, ear: Ear) -> None:
        """Listen until the ear closes; SourceError where the server refuses us, breaks off or falls silent."""
        keepalive = min(max(self._spec.stale_after / 4, SHORTEST_KEEPALIVE), LONGEST_KEEPALIVE)
        session = session_of(self._settings, self._context, keepalive)
        run(self._listen(session, ear), ear)

    async def _listen(self, session: "Session", ear: Ear) -> None:
        next_one: asyncio.Task[Telling] | None = None
        try:
            await session.open()
            for column, why in session.refused.items():
                self._reader.complaining.add(column, f"cannot be listened to ({why}); check its address")
            first, next_one = await self._what_stands_there(session)
            self._tell(ear, first, is_first=True)
            while True:
                next_one = next_one or asyncio.ensure_future(session.take())
                if not (await asyncio.wait({next_one}, timeout=self._reader.rests_in_s(ear.now())))[0]:
                    self._tell_rested(ear)
                    continue
                told, next_one = next_one.result(), None
                if told.has_lost:
                    self._reader.lost()
                self._tell(ear, told.notices)
        finally:
            if next_one is not None:
                next_one.cancel()
                await asyncio.gather(next_one, return_exceptions=True)
            await session.close()

    async def _what_stands_there(self, session: "Session") -> "tuple[list[Notice], asyncio.Task[Telling] | None]":
        """Return the first value of every node, so that none is read without what is said beside it.

        Nodes that tell nothing are not waited for any longer than FIRST_S; then what is told next is still to come.
        """
        waiting = {(item.row, item.column) for item in session.listened}
        found: list[Notice] = []
        until_s = time.monotonic() + FIRST_S
        while waiting:
            asked = asyncio.ensure_future(session.take())
            done, _ = await asyncio.wait({asked}, timeout=max(0.0, until_s - time.monotonic()))
            if not done:
                return found, asked
            notices = asked.result().notices
            found += notices
            waiting -= {(notice.row, notice.column) for notice in notices}
        return found, None

    def _tell(self, ear: Ear, notices: Sequence[Notice], *, is_first: bool = False) -> None:
        """Hand on what was told; where nothing was, that the server is there."""
        self._heard_at = now = ear.now()
        readings = self._reader.read(notices, now) + self._reader.lasts(now) + self._reader.rested(now)
        if readings or notices or is_first:
            ear.hear(self._batch(readings, ear.now()))
        else:
            ear.alive()

    def _tell_rested(self, ear: Ear) -> None:
        """Hand on the planned runs whose nodes have come to rest; the server itself has said nothing."""
        batch = self._batch(self._reader.rested(ear.now()), self._heard_at or ear.now())
        if batch.runs or batch.complaints:
            ear.hear(batch)

    def _batch(self, readings: list[Reading], seen_at: datetime) -> Batch:
        batch = Batch(
            source=self._spec.id,
            readings=tuple(readings),
            watermark=self._reader.watermark,
            seen_at=seen_at,
            through=self._reader.through,
            complaints=self._reader.complaining.take(),
            gone=self._reader.gone(),
        )
        return apart(batch)
