"""Reads the records of messages, and says of those without a time of their own what is known of their age."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Final

from board.kpi.reading import Reading
from board.sources.contract import SourceContext
from board.sources.mapping import RecordMapping, fold
from board.sources.memory import Memory
from board.sources.mqtt_message import Arrival, Telling
from board.sources.mqtt_setting import MqttSettings
from board.sources.record import Passage, RecordReader

SUMMED: Final = frozenset({"count", "duration", "amount"})
MOST_PLACES: Final = 10_000
MOST_SCOPES: Final = 500
MEMORY: Final = "memory"


class Timely:
    """Gives rows without a time that of their arrival, and knows since when each topic has been heard without a gap."""

    def __init__(
        self, settings: MqttSettings, context: SourceContext, source: str, remembered: Mapping[str, object]
    ) -> None:
        """Go on from what was remembered."""
        mapping, self.memory = settings.mapping, Memory.parse(remembered.get(MEMORY), context)
        self._time = settings.time
        self._mapping = mapping
        self._kinds = {entry.measure: entry.kind for entry in mapping.entries}
        self._reader = RecordReader(mapping, context, source, self.memory)
        self._standing = RecordReader(_without_sums(mapping), context, source, self.memory)
        self._is_kept = False
        self._broken: set[str] = set()  # where messages may have been missed; empty: anywhere
        self._heard: set[str] = set()  # places, and nodes whose state was told, since then
        sums = [entry for entry in mapping.entries if entry.kind in SUMMED]
        self._is_whole = mapping.remembers and all(entry.counter is not None for entry in sums)
        self._through: dict[str, datetime] = {}
        self.node = ""  # of the last record
        self.has_used_arrival = False
        self.has_learnt = False  # something to be remembered

    def breaks(self, *, is_kept: bool = False, scope: str = "") -> None:
        """Note that messages of a scope, or of all, may have been missed.

        `is_kept`: but none of those that wait for our receipt.
        """
        if not scope or len(self._broken) >= MOST_SCOPES:
            self._broken, self._is_kept, self._heard = {""}, is_kept, set()
            return
        self._broken.add(scope)
        self._heard = {key for key in self._heard if not key.startswith(scope)}

    def take_through(self) -> tuple[tuple[str, datetime], ...]:
        """Return, once, through when single nodes have told all.

        Only totals and states tell what they missed while nobody heard: of other sums a lost message is not known.
        """
        taken, self._through = self._through, {}
        return tuple(taken.items()) if self._is_whole else ()

    def remembered(self) -> dict[str, object]:
        """Return the counters and states, as JSON takes them."""
        return {MEMORY: self.memory.body()} if self._mapping.remembers else {}

    def read(
        self,
        record: dict[str, str],
        telling: Telling,
        *,
        place: str,
        scope: str = "",
        stands: bool = False,
        is_past: bool = False,
    ) -> list[Reading]:
        """Return the readings of a record.

        One without a time is of its arrival. What the broker has kept for us lay there for nobody knows how long: it
        was seen no later than `since`, when we had last heard, and its sums are spread from then on. What the broker
        retains for everybody may be of any age, so without a time of its own it is no reading at all.

        `place` is what tells by itself, such as a topic, `scope` what may lose messages alone; `stands`: the record
        says only what stands there now, so it is no news that something was added; `is_past`: it was told late.
        """
        arrival, reader = telling.arrival, self._standing if stands else self._reader
        is_timeless = bool(self._time) and fold(record[self._time]) in self._mapping.missing
        if is_timeless:
            self.has_used_arrival = True
            if telling.message.retained:
                return []
            record[self._time] = arrival.at.isoformat()
        reader.node, self.has_learnt = "", self.has_learnt or self._mapping.remembers
        unbroken = None if self._is_sure(place, scope, telling) else False
        readings = reader.read(record, passage=Passage(), now=arrival.at, complain=telling.complain, unbroken=unbroken)
        if is_timeless and arrival.since < arrival.at:
            readings = [self._aged(reading, arrival) for reading in readings]
        self.node, told = reader.node, dict(reader.take_told())
        if not telling.message.retained and not is_past:
            if arrival.since == arrival.at and self.node in told:
                self._through[self.node] = max(told[self.node], self._through.get(self.node, told[self.node]))
            readings += self._lasts(record, telling, place, scope)
        return readings

    def _lasts(self, record: dict[str, str], telling: Telling, place: str, scope: str) -> list[Reading]:
        """Return how the stop of a node grows: as it still tells, it would have told that the stop is over."""
        arrival, states = telling.arrival, self._mapping.state
        if states is None or not self.node:
            return []
        state_of = f"{scope}\0{self.node}"
        if len(self._heard) >= MOST_PLACES:
            self.breaks()
        self._heard.add(place)
        if states.speaks(record):
            self._heard.add(state_of)
        if arrival.since < arrival.at or not self._is_sure(state_of, scope, telling):
            return []
        return self._reader.lasts(arrival.at, self.node)

    def _is_sure(self, key: str, scope: str, telling: Telling) -> bool:
        """Tell whether nothing of a place or of a node's state can have been missed before this message."""
        if key in self._heard or self._broken.isdisjoint(("", scope)):
            return True
        return self._is_kept and scope not in self._broken - {""} and telling.message.number > 0

    def _aged(self, reading: Reading, arrival: Arrival) -> Reading:
        """Return a reading that was made at nobody knows which moment since we were last there."""
        if not reading.start == reading.end == arrival.at:  # of a counter or a state, which began earlier
            return replace(reading, observed_at=min(reading.end, arrival.since))
        if self._kinds.get(reading.measure) in SUMMED:
            return replace(reading, start=arrival.since, observed_at=arrival.since)
        return replace(reading, start=arrival.since, end=arrival.since)


def _without_sums(mapping: RecordMapping) -> RecordMapping:
    """Return a mapping without what would be added once more where it is only said again."""
    entries = tuple(entry for entry in mapping.entries if entry.counter is not None or entry.kind not in SUMMED)
    return replace(mapping, entries=entries)
