"""Machines that publish totals and states by topic: what they add and how long they stood, over gaps and restarts."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from fractions import Fraction

import pytest

from board.kpi.reading import Reading
from board.plant.plant import SourceSpec
from board.sources.complaining import Complaining
from board.sources.mqtt_message import Arrival, Message, Telling
from board.sources.mqtt_reader import MessageReader
from board.sources.mqtt_setting import read_settings
from tests.board.sources.broker import publishing, serving
from tests.board.sources.drop import context
from tests.board.sources.kiosk import Kiosk, running
from tests.board.sources.uns import millis, spec, told

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
SETTINGS: Mapping[str, object] = {
    "url": "mqtt://broker",
    "topic": "plant/{line}/{tag}",
    "node": {"column": "line", "map": {"L1": "line-1", "L2": "line-2"}},
    "measure": [{"id": "good", "when": {"tag": "made"}, "value": {"column": "value"}, "counter": "total"}],
    "state": {"column": "value", "when": {"tag": "state"}, "map": {"RUN": "running", "JAM": "labeller-jam"}},
}
PARTS = {"measure": [{"id": "good", "when": {"tag": "made"}}]}
MADE, STATE, HEAT = "plant/L1/made", "plant/L1/state", "plant/L1/heat"


class Hall:
    """A board that is told what its machines publish, minute by minute."""

    def __init__(self) -> None:
        self.settings = read_settings(SourceSpec(id="uns", kind="mqtt", settings=dict(SETTINGS)), context())
        self.complaining = Complaining("uns")
        self.readings: dict[str, Reading] = {}
        self.memory: dict[str, object] = {}
        self.restart()

    def restart(self) -> None:
        """Go on as a new process does."""
        remembered = json.loads(json.dumps(self.memory))
        self.reader = MessageReader(self.settings, context(), "uns", remembered)

    def hear(
        self, minute: float, topic: str, value: object, *, number: int = 0, retained: bool = False
    ) -> list[Reading]:
        """Take one message, which was sent and arrives at a minute."""
        return self.hear_all(minute, topic, {"value": value}, number=number, retained=retained)

    def hear_all(
        self, minute: float, topic: str, values: Mapping[str, object], *, number: int = 0, retained: bool = False
    ) -> list[Reading]:
        """Take one message with several values."""
        at = NOW + timedelta(minutes=minute)
        payload = json.dumps({**values, "timestamp_ms": millis(at)}).encode()
        message = Message(topic=topic, payload=payload, number=number, retained=retained)
        telling = Telling(message=message, arrival=Arrival(at=at, since=at), complaining=self.complaining)
        readings = self.reader.read(telling)
        self.readings |= {reading.key: reading for reading in readings}
        self.memory = self.reader.remembered()
        return readings

    def breaks(self, *, is_kept: bool = False) -> None:
        """Be away for a while."""
        self.reader.timely.breaks(is_kept=is_kept)

    @property
    def sums(self) -> dict[str, Fraction]:
        found: dict[str, Fraction] = {}
        for reading in self.readings.values():
            found[reading.measure] = found.get(reading.measure, Fraction(0)) + (reading.value or 0)
        return found


@pytest.mark.parametrize("restarts", [False, True])
def test_totals_and_states_by_topic_become_differences_and_stops(restarts: bool) -> None:
    hall = Hall()
    story = [(0, MADE, 100), (1, STATE, "RUN"), (5, MADE, 130), (6, STATE, "JAM"), (7, HEAT, "81"), (16, MADE, 130),
             (18, STATE, "RUN"), (20, MADE, 4), (21, MADE, None)]  # fmt: skip
    for minute, topic, value in story:
        hall.hear(minute, topic, value)
        if restarts:
            hall.restart()
    assert hall.sums == {"good": 34, "downtime": 12}
    assert {reading.reason for reading in hall.readings.values() if reading.measure == "downtime"} == {"labeller-jam"}
    assert hall.complaining.take() == ()


def test_a_stop_grows_while_its_machine_tells_anything_and_not_by_what_others_or_the_broker_say() -> None:
    hall = Hall()
    hall.hear(0, STATE, "JAM")
    hall.hear(5, MADE, 7)
    assert hall.sums["downtime"] == 5
    hall.hear(9, "plant/L2/made", 7)
    hall.hear(9, MADE, 7, retained=True)
    assert hall.sums["downtime"] == 5


def test_what_tells_totals_and_states_alone_has_told_all_through_its_last_message() -> None:
    hall = Hall()
    hall.hear(0, STATE, "RUN")
    hall.hear(3, MADE, 7)
    hall.hear(2, MADE, 7, retained=True)
    hall.hear(4, HEAT, 80)
    assert hall.reader.timely.take_through() == (("line-1", NOW + timedelta(minutes=3)),), "heat is not mapped"
    assert hall.reader.timely.take_through() == ()
    hall.settings = read_settings(SourceSpec(id="uns", kind="mqtt", settings={**SETTINGS, **PARTS}), context())
    hall.restart()
    hall.hear(5, MADE, 7)
    assert hall.reader.timely.take_through() == (), "a part that got lost would be missed"


def test_over_a_gap_nobody_says_how_long_a_stop_was() -> None:
    for number, is_kept, stood in ((0, False, 5), (0, True, 5), (7, True, 20)):
        hall = Hall()
        hall.hear(0, STATE, "JAM")
        hall.hear(5, MADE, 7)
        hall.breaks(is_kept=is_kept)
        hall.hear(12, MADE, 9, number=number)
        hall.hear(20, STATE, "RUN", number=number)
        assert hall.sums["downtime"] == stood
        assert hall.sums["good"] == 2, "what was made meanwhile is counted all the same"


def test_counting_goes_on_behind_a_restart_of_the_board_on_a_real_broker() -> None:
    now = datetime.now(UTC).replace(microsecond=0)
    settings = {key: value for key, value in SETTINGS.items() if key != "url"}
    with serving() as broker, publishing(broker) as machine:
        with running(Kiosk(spec(broker, **settings))) as board:
            broker.wait_for_subscriber()
            machine.send(MADE, told(100, now - timedelta(minutes=9)))
            board.wait_until(lambda: bool(board.batches[-1].watermark.count("counters")))
            broker.wait_for_receipts(1)
        machine.send(MADE, told(103, now - timedelta(minutes=8)))
        again = Kiosk(spec(broker, **settings), watermarks={"uns": board.batches[-1].watermark})
        with running(again):
            again.wait_for_readings(1)
    assert board.readings == []
    assert [(str(each.value), each.end) for each in again.readings] == [("3", now - timedelta(minutes=8))]


@pytest.mark.parametrize("value", [None, "ERR"])
def test_what_is_no_value_lets_nobody_say_that_the_line_has_told_all(value: object) -> None:
    hall = Hall()
    hall.hear(0, MADE, 100)
    hall.hear(1, MADE, 110)
    assert hall.reader.timely.take_through() == (("line-1", NOW + timedelta(minutes=1)),)
    hall.hear(60, MADE, value)
    assert hall.reader.timely.take_through() == ()


@pytest.mark.parametrize("restarts", [False, True])
@pytest.mark.parametrize("value", [None, "ERR"])
def test_a_state_says_nothing_of_a_counter_whose_last_word_was_no_value(*, value: object, restarts: bool) -> None:
    hall = Hall()
    hall.hear(0, MADE, 100)
    hall.hear(1, STATE, "RUN")
    assert hall.reader.timely.take_through() == (("line-1", NOW + timedelta(minutes=1)),)
    hall.hear(5, MADE, value)
    if restarts:
        hall.restart()
    hall.hear(6, STATE, "RUN")
    hall.hear(6, "plant/L2/state", "RUN")
    assert hall.reader.timely.take_through() == (("line-2", NOW + timedelta(minutes=6)),), "what it made is not known"
    hall.hear(4, MADE, 105)
    hall.hear(7, STATE, "RUN")
    assert hall.reader.timely.take_through() == (), "what came late is older than what was lost"
    hall.hear(8, MADE, 120)
    hall.hear(9, STATE, "RUN")
    assert hall.reader.timely.take_through() == (("line-1", NOW + timedelta(minutes=9)),)
    assert hall.sums["good"] == 20


def test_a_payload_that_does_not_speak_of_a_counter_takes_nothing_from_it() -> None:
    hall = Hall()
    good = {"id": "good", "value": {"column": "made"}, "counter": "total"}
    both = {**SETTINGS, "measure": [good], "state": {"column": "state", "map": {"RUN": "running"}}}
    hall.settings = read_settings(SourceSpec(id="uns", kind="mqtt", settings=both), context())
    hall.restart()
    for minute, payload in ((0, {"made": 100}), (1, {"state": "RUN"}), (2, {"made": None, "state": "RUN"})):
        hall.hear_all(minute, MADE, payload)
    assert hall.reader.timely.take_through() == (("line-1", NOW + timedelta(minutes=1)),)
