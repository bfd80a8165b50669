"""One look at an HTTP source: page after page until all is read or it is enough, with the mark that goes with it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from fractions import Fraction
from http import HTTPStatus
from itertools import islice
from typing import Final

from board.kpi.reading import Batch, Complaint, Reading
from board.sources.complaining import Repeats
from board.sources.contract import READINGS_A_BATCH, SourceContext, SourceError
from board.sources.hide import hidden
from board.sources.http_mark import HttpMark, given
from board.sources.http_page import Pages
from board.sources.http_request import Answer, NotThereError, Requester
from board.sources.http_setting import HttpSettings
from board.sources.json_path import Spot
from board.sources.json_record import JsonError, RecordMaker, cell_text, read_json, rows_of
from board.sources.memory import Memory
from board.sources.moment import EARLIEST
from board.sources.planned_row import apart
from board.sources.recent import Recent, shared_key
from board.sources.record import Passage, RecordReader
from board.sources.since import Value

LOOK_S: Final = 10.0
MOST_PAGES: Final = 200  # in one look
COMPLAINTS_A_LOOK: Final = 20
SHORTLY: Final = timedelta(days=1)  # rows whose time is over within this are asked for again until it is


class HttpLook:
    """Reads what one source has at the moment."""

    def __init__(self, source: str, settings: HttpSettings, context: SourceContext, mark: HttpMark) -> None:
        """Begin at a mark; `now` and what is remembered come with `run`."""
        self.mark = mark
        self._source = source
        self._settings = settings
        self._watch = context.stopwatch
        self._since = None if settings.since is None else settings.since.since
        columns = settings.mapping.columns | ({self._since.column} if self._since else set())
        self._maker = RecordMaker(columns, settings.mapping.totals)
        self._reader = RecordReader(settings.mapping, context, source, Memory.parse(mark.memory, context))
        self._passage = Passage.parse(mark.night) if settings.mapping.names_rows else Passage()
        self._complaints: list[Complaint] = []
        self._repeats = Repeats()
        self._faults = 0
        self._is_settled = True
        self._is_mended = False  # every row was looked at, and nothing is wrong any more
        self._recent = Recent()
        self._now = EARLIEST

    def run(
        self,
        requester: Requester,
        recent: Recent,
        now: datetime,
        wait: timedelta = timedelta(0),
        clock: Callable[[], datetime] | None = None,
    ) -> Iterator[Batch]:
        """Yield what is new; the last batch has a progress below 1 where the look ended before the answer did.

        A server may hold the question for as long as `wait`; then the `clock` says when it has answered.
        """
        self._recent, self._now = recent, now
        recent.look_begins()
        began_s, before, number, is_more = self._watch(), self.mark, 0, True
        pages = Pages(self._settings, before.page)
        while is_more:
            answer = self._answer(requester, pages, wait if number == 0 else timedelta(0), is_first=number == 0)
            number += 1
            self._now = self._now if clock is None else clock()
            is_more = answer is not None and answer.status == HTTPStatus.OK and self._page(answer, pages)
            yield from self._full_batches(before)
            if is_more:
                self.mark = replace(self.mark, page=pages.place)
                if number >= MOST_PAGES or self._watch() - began_s > LOOK_S:
                    yield from self._rest(before, progress=Fraction(0))
                    return
            elif answer is None or answer.status != HTTPStatus.NOT_MODIFIED:
                self._take_validators(answer if number == 1 and not before.page else None)
        self._tell_of_unmet()
        self._is_mended = recent.look_is_over() and self._settings.since is None
        self._look_is_whole()
        yield from self._rest(before, complete_through=self._complete_through())

    def _answer(self, requester: Requester, pages: Pages, wait: timedelta, *, is_first: bool) -> Answer | None:
        """Return the answer for the present page; None where there is none, since the one before was the last."""
        try:
            return self._ask(requester, pages, wait)
        except NotThereError:
            if pages.is_by_number and pages.place and (pages.may_be_over or is_first):
                return None
            if not pages.place or not is_first:
                raise
        self._complain("the answer", "paging", "goes on no more where the last look ended; begun again from the start")
        self.mark = replace(self.mark, page="", top="", held="")
        pages.begin_again()
        return self._ask(requester, pages, wait)

    def _ask(self, requester: Requester, pages: Pages, wait: timedelta) -> Answer:
        url, query = pages.request()
        if self._settings.since is not None and url == self._settings.url:
            query |= self._settings.since.asked(self.mark.since, self._now)
        headers = {}
        if not pages.place and self.mark.etag:
            headers["If-None-Match"] = self.mark.etag
        elif not pages.place and self.mark.modified:
            headers["If-Modified-Since"] = self.mark.modified
        return requester.get(url, query, headers, wait=wait)

    def _page(self, answer: Answer, pages: Pages) -> bool:
        """Take the rows of one page, and tell whether there is another."""
        try:
            document = read_json(answer.body)
        except JsonError as error:
            kind = answer.headers.get("content-type", "").partition(";")[0].strip()[:60]
            page = ": perhaps a page to sign in; check auth" if kind == "text/html" else "; check the url"
            raise SourceError(f"the answer ({kind or 'of no kind'}) {error}{page}") from error
        rows = 0
        for row in rows_of(document, self._settings.rows):
            rows += 1
            self._row(row, document, rows)
        if not rows and not pages.may_be_over:
            self._look_for_rows(document)
        return pages.turn(answer.body, document, rows, answer.headers)

    def _look_for_rows(self, document: object) -> None:
        """Complain where the path to the rows leads nowhere; an empty list is no fault."""
        path = self._settings.rows
        if path is None or not path.steps or path.steps[-1][0] != "every":
            return
        first = [kind for kind, _ in path.steps].index("every")
        if any(not spot.value for spot in replace(path, steps=path.steps[:first]).find(Spot(document))):
            return
        if next(replace(path, steps=path.steps[:-1]).find(Spot(document)), None) is None:
            names = ", ".join(cell_text(name) for name in islice(document, 30)) if isinstance(document, dict) else ""
            has = f", which has {names[:200]}" if names else ""
            self._complain("the answer", "rows", f"leads nowhere in the answer{has}")

    def _row(self, row: Spot, document: object, number: int) -> None:
        def complain(column: str, said: str) -> None:
            self._complain(f"row {number}", column, said)

        record = self._maker.record(row, document, complain)
        found = self._reader.read(record, passage=self._passage, now=self._now, complain=complain)
        is_held = self._reader.ahead is not None and self._reader.ahead <= self._now + SHORTLY
        for reading in found:
            self._is_settled = self._is_settled and reading.final
            is_held = is_held or self._now < reading.end <= self._now + SHORTLY
            self._tells_until(reading.end if reading.final else reading.start)
        if self._settings.mapping.state is not None and self._reader.told:
            self._tells_until(max(self._reader.told.values()))
        again = self._recent.note(found)
        if again and not self._settings.mapping.remembers:
            complain("", shared_key(again[0]))
        if self._since is not None and (value := self._value(record, complain)) is not None:
            self._move_on(value, is_held=is_held)

    def _tells_until(self, newest: datetime) -> None:
        if self.mark.newest is None or newest > self.mark.newest:
            self.mark = replace(self.mark, newest=newest)

    def _value(self, record: Mapping[str, str], complain: Callable[[str, str], None]) -> Value | None:
        """Return how far a row brings us; None where it does not say, or says what cannot be."""
        since = self._since
        if since is None or not record[since.column].strip():
            return None
        is_bare = bool(since.is_bare)
        try:
            value, _ = since.value_of(record[since.column], is_bare)
        except ValueError:
            complain(since.column, "does not say when the row was changed, so it may be asked for again")
            return None
        if since.is_too_late(value, self._now, self._settings.mapping.ahead, is_bare=is_bare):
            complain(since.column, "says that the row was changed in the future, so nobody goes on behind it")
            return None
        return value

    def _move_on(self, value: Value, *, is_held: bool) -> None:
        """Note how far a row brings us; one that is `held` is asked for again, and so is what comes after it."""
        mark, since = self.mark, self._since
        if since is None or (isinstance(value, str) and mark.held):
            return
        if isinstance(value, str):
            kept = given(value)
            self.mark = replace(mark, held="1") if is_held else replace(mark, top=kept or mark.top)
            return
        held = since.earlier(mark.held, value) if is_held else mark.held
        self.mark = replace(mark, top=since.later(mark.top or mark.since, value), held=held)

    def _look_is_whole(self) -> None:
        """Move the mark on behind what was read, once a look came to its end; before what is held."""
        mark, since = self.mark, self._since
        top = mark.top or mark.since
        if since is not None and mark.held and since.form != "text":
            top = since.before(mark.held)
        self.mark = replace(mark, since=top, top="", held="", page="")

    def _complain(self, where: str, column: str, said: str) -> None:
        self._is_settled = False
        said = hidden(f"{column or 'the row'} {said}")
        complaint = Complaint(source=self._source, where=f"{where}, {column}" if column else where, said=said)
        if not self._recent.untold(complaint, column) or not self._repeats.is_first(column, said):
            return
        self._faults += 1
        if self._faults <= COMPLAINTS_A_LOOK:
            self._complaints.append(complaint)

    def _tell_of_unmet(self) -> None:
        """Say which columns no row had, and how much else was wrong."""
        for column in self._maker.unmet():
            self._complain("all rows", column, "is in no row; look what the rows have")
        for again in self._repeats.take():
            self._complaints.append(Complaint(source=self._source, where="the answer", said=again))
        left = self._faults - COMPLAINTS_A_LOOK
        if left > 0:
            said = f"{left} more things in it could not be used"
            self._complaints.append(Complaint(source=self._source, where="the answer", said=said))

    def _take_validators(self, answer: Answer | None) -> None:
        """Keep what lets the server say that nothing is new: only where one answer was all, and all of it was settled.

        What was refused because it lies ahead, and what is not final yet, must be looked at again.
        """
        headers = answer.headers if answer is not None and self._is_settled else {}
        self.mark = replace(
            self.mark, etag=given(headers.get("etag", "")), modified=given(headers.get("last-modified", ""))
        )

    def _complete_through(self) -> datetime | None:
        if self._settings.complete == "seen":
            return self._now - self._settings.lag
        return None if self.mark.newest is None else self.mark.newest - self._settings.lag

    def _through(self, complete: datetime | None) -> tuple[datetime | None, tuple[tuple[str, datetime], ...]]:
        """Return through when everything is told, and of single nodes; while a counter has no value, only of others."""
        is_whole = not self._reader.memory.unknown.nodes
        if complete is None or (is_whole and self._settings.mapping.state is None):
            return complete, ()
        told = self._reader.take_told()
        if is_whole:
            return complete, told
        is_seen = self._settings.complete == "seen"
        return None, tuple((node, complete if is_seen else min(at, complete)) for node, at in told)

    def _full_batches(self, mark: HttpMark, *, is_last: bool = False) -> Iterator[Batch]:
        """Yield readings while there are more than one batch may have, under the mark from before them."""
        while self._recent.count() > READINGS_A_BATCH and (
            full := self._recent.take(READINGS_A_BATCH, is_last=is_last)
        ):
            yield self._batch(full, mark)
            self._recent.sent(full)

    def _rest(
        self, before: HttpMark, *, progress: Fraction | None = None, complete_through: datetime | None = None
    ) -> Iterator[Batch]:
        """Yield the last batches of a look; only the very last moves the mark."""
        if self._settings.mapping.remembers:
            if complete_through is not None:
                self._recent.note(self._reader.lasts(min(complete_through, self._now)))
            self.mark = replace(self.mark, memory=self._reader.memory.body())
        if self._settings.mapping.names_rows:
            night = self._passage.body(self._now, self._settings.mapping.spelling.zone)
            self.mark = replace(self.mark, night=night)
        yield from self._full_batches(before, is_last=True)
        rest = self._recent.take(READINGS_A_BATCH, is_last=True)
        complete_through, through = self._through(complete_through)
        last, mended = self._batch(rest, self.mark), ("",) if self._is_mended else ()
        yield replace(last, progress=progress, complete_through=complete_through, through=through, mended=mended)
        self._recent.sent(rest)

    def _batch(self, readings: list[Reading], mark: HttpMark) -> Batch:
        complaints, self._complaints = tuple(self._complaints), []
        batch = Batch(
            source=self._source,
            readings=tuple(readings),
            watermark=mark.text(),
            seen_at=self._now,
            by_rows=self._settings.complete == "newest",
            complaints=complaints,
        )
        return apart(batch)
