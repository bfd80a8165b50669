"""Turns messages with JSON or bare values into readings, by topic and payload together."""

from collections.abc import Iterator, Mapping

from board.kpi.reading import Reading
from board.sources.contract import SourceContext
from board.sources.json_path import Spot
from board.sources.json_record import JsonError, RecordMaker, rows_of
from board.sources.mapping import Entry
from board.sources.mqtt_message import Aside, Telling, read_payload
from board.sources.mqtt_setting import TOPIC, MqttSettings, payload_columns
from board.sources.mqtt_timely import Timely


class MessageReader:
    """Applies the mapping of one source to its messages."""

    def __init__(
        self, settings: MqttSettings, context: SourceContext, source: str, remembered: Mapping[str, object]
    ) -> None:
        """Go on from what was remembered."""
        self._settings = settings
        self._columns = payload_columns(settings)
        self._maker = RecordMaker(self._columns, settings.mapping.totals)
        self._totals = tuple(entry for entry in settings.mapping.entries if entry.column is not None)
        self.timely = Timely(settings, context, source, remembered)

    def remembered(self) -> dict[str, object]:
        """Return what must be known to go on, as JSON takes it."""
        return self.timely.remembered()

    def aside(self) -> Aside:
        """Return what there is beside readings: nothing."""
        return Aside()

    def read(self, telling: Telling) -> list[Reading]:
        """Return the readings of a message; one that cannot be used costs no other."""
        message = telling.message
        names = self._settings.topics.match(message.topic)
        if names is None or not message.payload:  # an empty one clears what the broker retains
            return []
        own = {**names, TOPIC: message.topic}
        if not self._settings.mapping.may_speak(own):
            return []
        try:
            document = read_payload(message.payload)
        except JsonError as error:
            telling.complain("", str(error))
            return []
        rows = rows_of(document, self._settings.rows)
        return [reading for row in rows for reading in self._row(row, document, own, telling)]

    def _row(self, row: Spot, document: object, own: Mapping[str, str], telling: Telling) -> list[Reading]:
        """Return the readings of one row of a payload; `own` is what its topic says."""
        record = {**self._maker.record(row, document, telling.complain), **own}
        readings = self.timely.read(record, telling, place=telling.message.topic)
        absent = tuple(entry.suffix for entry in self._absent(row, document))
        return [reading for reading in readings if not reading.key.endswith(absent)] if absent else readings

    def _absent(self, row: Spot, document: object) -> Iterator[Entry]:
        """Yield the measures of which a payload says nothing, not even null: they are not missing, only not told."""
        for entry in self._totals:
            if not any(
                column not in self._columns or self._maker.has(row, document, column) for column in entry.columns
            ):
                yield entry
