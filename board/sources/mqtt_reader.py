"""Turns messages with JSON or bare values into readings, by topic and payload together."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from board.kpi.reading import Reading
from board.sources.contract import SourceContext
from board.sources.json_path import Spot
from board.sources.json_record import JsonError, RecordMaker, rows_of
from board.sources.mapping import Entry, fold
from board.sources.mqtt_message import Arrival, Telling, read_payload
from board.sources.mqtt_setting import TOPIC, MqttSettings, payload_columns
from board.sources.record import Passage, RecordReader

SUMMED: Final = frozenset({"count", "duration", "amount"})


class Timely:
    """Gives rows without a time of their own that of their arrival, and says of them what is known of their age."""

    def __init__(self, settings: MqttSettings, context: SourceContext, source: str) -> None:
        """Prepare to read records."""
        self._time = settings.time
        self._missing = settings.mapping.missing
        self._kinds = {entry.measure: entry.kind for entry in settings.mapping.entries}
        self._reader = RecordReader(settings.mapping, context, source)
        self.has_used_arrival = False

    def read(self, record: dict[str, str], telling: Telling) -> list[Reading]:
        """Return the readings of a record.

        One without a time is of its arrival. What the broker has kept for us lay there for nobody knows how long: it
        was seen no later than `since`, when we had last heard, and its sums are spread from then on. What the broker
        retains for everybody may be of any age, so without a time of its own it is no reading at all.
        """
        arrival = telling.arrival
        is_timeless = bool(self._time) and fold(record[self._time]) in self._missing
        if is_timeless:
            self.has_used_arrival = True
            if telling.message.retained:
                return []
            record[self._time] = arrival.at.isoformat()
        readings = self._reader.read(record, passage=Passage(), now=arrival.at, complain=telling.complain)
        if is_timeless and arrival.since < arrival.at:
            return [self._aged(reading, arrival) for reading in readings]
        return readings

    def _aged(self, reading: Reading, arrival: Arrival) -> Reading:
        """Return a reading that was made at nobody knows which moment since we were last there."""
        if self._kinds.get(reading.measure) in SUMMED:
            return replace(reading, start=arrival.since, observed_at=arrival.since)
        return replace(reading, start=arrival.since, end=arrival.since)


class MessageReader:
    """Applies the mapping of one source to its messages."""

    def __init__(self, settings: MqttSettings, context: SourceContext, source: str) -> None:
        """Prepare to read payloads."""
        self._settings = settings
        self._columns = payload_columns(settings)
        self._maker = RecordMaker(self._columns)
        self._totals = tuple(entry for entry in settings.mapping.entries if entry.column is not None)
        self.timely = Timely(settings, context, source)

    def read(self, telling: Telling) -> list[Reading]:
        """Return the readings of a message; one that cannot be used costs no other."""
        message = telling.message
        names = self._settings.topics.match(message.topic)
        if names is None or not message.payload:  # an empty one clears what the broker retains
            return []
        try:
            document = read_payload(message.payload)
        except JsonError as error:
            telling.complain("", str(error))
            return []
        own = {**names, TOPIC: message.topic}
        rows = rows_of(document, self._settings.rows)
        return [reading for row in rows for reading in self._row(row, document, own, telling)]

    def _row(self, row: Spot, document: object, own: Mapping[str, str], telling: Telling) -> list[Reading]:
        """Return the readings of one row of a payload; `own` is what its topic says."""
        record = {**self._maker.record(row, document, telling.complain), **own}
        readings = self.timely.read(record, telling)
        absent = tuple(entry.suffix for entry in self._absent(row, document))
        return [reading for reading in readings if not reading.key.endswith(absent)] if absent else readings

    def _absent(self, row: Spot, document: object) -> Iterator[Entry]:
        """Yield the measures of which a payload says nothing, not even null: they are not missing, only not told."""
        for entry in self._totals:
            if not any(
                column not in self._columns or self._maker.has(row, document, column) for column in entry.columns
            ):
                yield entry
