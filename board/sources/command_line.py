"""Understands what a program prints: batches or single readings in the form of the wire, or records to be mapped."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from hashlib import blake2b

from board.kpi.reading import Batch, Quality, Reading
from board.plant.plant import SourceSpec
from board.sources.complaining import Complaining
from board.sources.contract import SourceContext
from board.sources.hide import hidden
from board.sources.json_path import JsonPath
from board.sources.json_record import JsonError, RecordMaker, read_json, rows_of
from board.sources.mapping import RecordMapping
from board.sources.memory import Memory, memory_mark
from board.sources.planned_row import apart
from board.sources.record import Passage, RecordReader
from board.sources.wire import (
    LONGEST_LINE,
    LONGEST_TEXT,
    WireError,
    decode_batch,
    decode_object,
    decode_reading,
    encode_time,
)

AHEAD = timedelta(minutes=5)  # how far a program's clock may run ahead of ours
_NEVER_NEGATIVE = frozenset({"count", "duration"})
_OF_A_BATCH = frozenset({"readings", "runs", "watermark", "complete_through", "complaints"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What one line said; `number` is the one it wants acknowledged, None where it gave none."""

    batch: Batch
    number: int | None = None


class LineReader:
    """Reads the lines of one program, one after the other."""

    def __init__(
        self,
        spec: SourceSpec,
        context: SourceContext,
        mapping: RecordMapping | None,
        rows: JsonPath | None = None,
        memory: Memory | None = None,
    ) -> None:
        """With a mapping the lines are records of any shape, else readings in the form of the wire."""
        source = spec.id
        self._source = source
        self._stale_after = spec.stale_after
        self._context = context
        self._rows = rows
        self._records = None if mapping is None else RecordReader(mapping, context, source, memory)
        self._maker = None if mapping is None else RecordMaker(mapping.columns, mapping.totals)
        if self._records is not None:
            self._records.breaks()  # a program that was not running has told of nothing
        self._passage = Passage()
        self._number = 0
        self._complaining = Complaining(source)

    def read(self, line: bytes, watermark: str, now: datetime) -> Line | None:
        """Return what a line says; None for a line of blanks, which is a sign of life."""
        self._number += 1
        bare = line.strip()
        if not bare:
            grown = self._lasting(now)  # of all: the program says that nothing has changed
            return Line(batch=self._batch(grown, watermark, now)) if grown else None
        try:
            if self._records is None or self._maker is None:
                return self._wire(bare, watermark, now)
            readings = self._mapped(bare, now, self._maker, self._records)
            readings += self._lasting(now, self._stale_after)
        except (WireError, JsonError) as error:
            self._complain("", str(error))
            readings = []
        return Line(batch=self._batch(readings, watermark, now))

    def too_long(self, watermark: str, now: datetime) -> Line:
        """Return what to say of a line that is longer than any batch."""
        self._number += 1
        self._complain("", f"is longer than {LONGEST_LINE // 1024} KiB")
        return Line(batch=self._batch([], watermark, now))

    def _wire(self, line: bytes, watermark: str, now: datetime) -> Line:
        """Return the batch of a line; what cannot be used in it costs nothing else, and it is acknowledged still."""
        message = decode_object(line, LONGEST_LINE)
        number = message.pop("number", None)
        if not _OF_A_BATCH & message.keys():
            message = {"readings": [message]} if message else {}
        found = message.pop("readings", [])
        if not isinstance(found, list):
            self._complain("readings", "expected a list")
            found = []
        shell = self._shell(message, watermark, now)
        readings = [each for item in found if (each := self._reading(item, now)) is not None]
        batch = replace(
            shell, readings=tuple(readings), complaints=(*shell.complaints, *self._complaining.take()), number=0
        )
        return Line(batch=batch, number=number if isinstance(number, int) else None)

    def _shell(self, message: Mapping[str, object], watermark: str, now: datetime) -> Batch:
        """Return a batch as a line gives it, without its readings; ours is what it leaves out."""
        told = message.get("complaints")
        if isinstance(told, list):
            ours = [each | {"source": self._source} if isinstance(each, dict) else each for each in told]
            message = {**message, "complaints": ours}
        whole = {"seen_at": encode_time(now), "watermark": watermark, **message, "source": self._source}
        try:
            batch = decode_batch(json.dumps(whole).encode())
        except WireError as error:
            self._complain("", str(error))
            return self._batch([], watermark, now)
        if hidden(batch.watermark) != batch.watermark:
            self._complain("watermark", "holds a secret, so it is not kept")
            batch = replace(batch, watermark=watermark)
        return replace(batch, seen_at=min(batch.seen_at, now))

    def _batch(self, readings: list[Reading], watermark: str, now: datetime) -> Batch:
        through: tuple[tuple[str, datetime], ...] = ()
        if self._records is not None and self._records.mapping.remembers:
            watermark = memory_mark(self._records.memory)
            through = () if self._records.mapping.state is None else self._records.take_told()
        batch = Batch(
            source=self._source,
            readings=tuple(readings),
            watermark=watermark,
            seen_at=now,
            through=through,
            complaints=self._complaining.take(),
        )
        return apart(batch)

    def _lasting(self, now: datetime, heard_within: timedelta | None = None) -> list[Reading]:
        """Return what grows of the stops that still last: a program that speaks would have told of their end."""
        return [] if self._records is None else self._records.lasts(now, heard_within=heard_within)

    def _reading(self, item: object, now: datetime) -> Reading | None:
        """Return one reading, with what it left out; one whose value is none is kept as missing."""
        if not isinstance(item, dict):
            self._complain("", f"holds a reading that is a {type(item).__name__}, expected an object")
            return None
        given = {"start": encode_time(now), **item}
        given.setdefault("key", _key(given))
        try:
            return self._sane(self._decoded(given), now)
        except WireError as error:
            self._complain("", str(error))
            return None

    def _decoded(self, given: dict[str, object]) -> Reading:
        try:
            return decode_reading(given | {"source": self._source}, self._source)
        except WireError as error:
            if not str(error).startswith("value:"):
                raise
            reading = decode_reading(given | {"source": self._source, "value": None, "quality": "bad"}, self._source)
            self._complain("value", str(error).removeprefix("value: "))
            return reading

    def _sane(self, reading: Reading, now: datetime) -> Reading:
        """Return a reading that the plant knows and that can be true; WireError where it is not."""
        context = self._context
        if context.nodes and reading.node not in context.nodes:
            raise WireError(f"node: found {reading.node[:60]!r}, expected one of {', '.join(context.nodes)[:300]}")
        if reading.measure not in context.measures:
            known = ", ".join(context.measures)[:300]
            raise WireError(f"measure: found {reading.measure[:60]!r}, expected one of {known}")
        if reading.start > now + AHEAD or reading.start.year < 1970:
            raise WireError(f"start: found {encode_time(reading.start)}, expected a time since 1970 and not ahead")
        if reading.end > now + AHEAD:
            reading = replace(reading, final=False)
        kind = context.measures[reading.measure]
        if reading.value is not None and reading.value < 0 and kind in _NEVER_NEGATIVE:
            self._complain("value", f"found {reading.value}, and {reading.measure} cannot be negative")
            return replace(reading, value=None, quality=Quality.BAD)
        return reading

    def _mapped(self, line: bytes, now: datetime, maker: RecordMaker, records: RecordReader) -> list[Reading]:
        """Return the readings of a line that is a record, or a list of them."""
        if len(line) > LONGEST_LINE:
            raise JsonError(f"is longer than {LONGEST_LINE // 1024} KiB")
        document = read_json(line)
        readings: list[Reading] = []
        for row in rows_of(document, self._rows):
            record = maker.record(row, document, self._complain)
            readings += records.read(record, passage=self._passage, now=now, complain=self._complain)
        return readings

    def _complain(self, column: str, said: str) -> None:
        where = f"line {self._number}" + (f", {column}" if column else "")
        self._complaining.add(where, said, about=column)


def _key(given: Mapping[str, object]) -> str:
    """Return a key from what makes a reading the same one when it comes again."""
    names = ("node", "measure", "start", "end", "reason", "product", "order")
    text = "\x1f".join(str(given.get(name) or "")[:LONGEST_TEXT] for name in names)
    return blake2b(text.encode("utf-8", "replace"), digest_size=12).hexdigest()
