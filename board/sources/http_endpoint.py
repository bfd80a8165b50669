"""A server that speaks HTTP and JSON: asked again and again, or listened to."""

import time
from collections.abc import Iterator
from datetime import datetime
from itertools import islice

from board.kpi.reading import Batch, Complaint
from board.plant.plant import SourceSpec
from board.sources.about import About, Asked, Found, found_in
from board.sources.contract import SourceContext, SourceError
from board.sources.ear import Ear, EarClosed
from board.sources.hearing import OVERHEARD_S, overhear
from board.sources.http_events import EventReader, first_events, listen
from board.sources.http_look import HttpLook
from board.sources.http_mark import HttpMark
from board.sources.http_request import Requester, TimeOutError
from board.sources.http_setting import HttpSettings, address_of, read_settings
from board.sources.json_record import JsonError, flat, likely_rows, read_json, rows_of
from board.sources.recent import Recent

ROWS_SHOWN = 50
SHORTEST_POLL_S = 1.0  # of a server that does not hold a long poll

_ASKED = (
    Asked(key="url", says="the address", example='"https://mes/api/parts"', needed=True),
    Asked(key="rows", says="where the rows stand in the answer", example='"$.data[*]"'),
    Asked(key="auth", says="how a request shows who asks", example='{ bearer = { env = "MES_TOKEN" } }'),
    Asked(key="since", says="how to ask only for what is new", example='{ parameter = "after", column = "modified" }'),
    Asked(key="paging", says="how a long answer goes on", example='{ by = "page", parameter = "page", size = 100 }'),
    Asked(key="query", says="parameters that are no secrets", example='{ line = "7" }'),
    Asked(key="headers", says="headers that are no secrets", example='{ Accept-Language = "en" }'),
    Asked(key="push", says='whether the server tells by itself: "events" or "long poll"', example='"events"'),
    Asked(key="events", says="the names of the events that count", example='["part"]'),
    Asked(key="wait", says="how long the server may hold a long poll", example='"1 min"'),
    Asked(key="timeout", says="how long an answer may take", example='"10 s"'),
    Asked(key="largest_mib", says="how large an answer may be", example="5"),
    Asked(key="complete", says='how far intervals are final: "newest" or "seen"'),
    Asked(key="lag", says="how long rows may come late", example='"2 min"'),
    Asked(key="authority", says="the certificate of the plant's own authority", example='"plant-ca.pem"'),
    Asked(key="certificate", says="our own certificate", example='"board.pem"'),
    Asked(key="certificate_key", says="its key", example='"board.key"'),
    Asked(key="certificate_password", says="the password of that key", example='{ env = "BOARD_KEY_PASSWORD" }'),
    Asked(key="proxy", says="the way out of the plant's network", example='"http://proxy:3128"'),
)


class HttpEndpoint:
    """A source of kind "http"."""

    def __init__(self, spec: SourceSpec, context: SourceContext) -> None:
        """Check the settings; SettingsError names every fault in them."""
        self._spec = spec
        self._context = context
        self._settings = read_settings(spec, context)
        self._requester = Requester(self._settings, context)
        self._recent = Recent()
        self.pushes = bool(self._settings.push)

    @classmethod
    def describe(cls) -> About:
        """Say what this kind is and what it asks for."""
        says = "a server that answers with JSON over HTTP, asked again and again or listened to"
        return About(kind="http", says=says, settings=_ASKED)

    @classmethod
    def discover(cls, spec: SourceSpec, context: SourceContext, now: datetime) -> tuple[Found, ...]:
        """Return the fields of the rows of one answer, or of the longest list in it, with samples."""
        del now
        settings = read_settings(spec, context, mapped=False)
        requester = Requester(settings, context)
        try:
            document = _sample(settings, requester)
        except JsonError as error:
            raise SourceError(f"the answer of {address_of(settings.url)} {error}; check the url") from error
        finally:
            requester.close()
        path, rows = likely_rows(document)
        if settings.rows is not None:
            path, rows = settings.rows.text, list(islice(rows_of(document, settings.rows), ROWS_SHOWN))
        return found_in((flat(row) for row in rows[:ROWS_SHOWN]), rows="" if settings.push == "events" else path)

    def check(self, now: datetime) -> tuple[Complaint, ...]:
        """Say which secrets and certificates cannot be had; what the server answers is told by `read`."""
        del now
        auth = self._settings.auth
        try:
            if auth is not None:
                auth.secret.value()
        except SourceError as error:
            return (Complaint(source=self._spec.id, where="auth", said=str(error)),)
        return ()

    def read(self, watermark: str | None, now: datetime) -> Iterator[Batch]:
        """Take one bounded look at the server; SourceError where it does not answer as it should."""
        if self._settings.push == "events":
            yield from overhear(self, self._spec.id, watermark, now)
            return
        yield from self._look(watermark).run(self._requester, self._recent, now)

    def listen(self, watermark: str | None, ear: Ear) -> None:
        """Listen to the server's events, or keep asking a server that answers when there is something new."""
        try:
            if self._settings.push == "events":
                mark = HttpMark.parse(watermark, self._settings.digest)
                reader = EventReader(self._spec, self._settings, self._context, mark)
                listen(reader, self._requester, ear, self._spec.stale_after)
            else:
                self._poll(watermark, ear)
        finally:
            self._requester.close()

    def _poll(self, watermark: str | None, ear: Ear) -> None:
        ear.when_closed(self._requester.cut)
        while True:
            began_s, is_new = time.monotonic(), False
            try:
                for batch in self._look(watermark).run(
                    self._requester, self._recent, ear.now(), wait=self._settings.wait, clock=ear.now
                ):
                    watermark = batch.watermark
                    is_new = is_new or bool(batch.readings)
                    ear.hear(batch)
                ear.alive()
            except TimeOutError:  # it held the question for longer than we wait: no sign of life, and no failure yet
                pass
            except SourceError:
                if ear.is_closed:
                    raise EarClosed from None
                raise
            if not is_new:
                ear.wait(max(SHORTEST_POLL_S - (time.monotonic() - began_s), 0.0))

    def _look(self, watermark: str | None) -> HttpLook:
        mark = HttpMark.parse(watermark, self._settings.digest)
        return HttpLook(self._spec.id, self._settings, self._context, mark)


def _sample(settings: HttpSettings, requester: Requester) -> object:
    """Return one answer of the server, or its first events as a list."""
    if settings.push == "events":
        return list(first_events(requester, ROWS_SHOWN, OVERHEARD_S))
    return read_json(requester.get(settings.url, settings.query, {}).body)
