"""Totals of counters and states of machines through the mapping: they become differences and stops, restart or not."""

import json
from collections.abc import Mapping
from datetime import timedelta
from fractions import Fraction

import httpx_sse
import pytest

from board.kpi.reading import Reading
from board.plant.plant import SourceSpec
from board.sources.command_line import LineReader
from board.sources.contract import SourceContext
from board.sources.ear import Ear
from board.sources.hide import hide
from board.sources.http_events import EventReader
from board.sources.http_mark import HttpMark
from board.sources.http_setting import read_settings
from board.sources.mapping import RecordMapping, read_mapping
from board.sources.memory import Memory, memory_mark, memory_of
from board.sources.record import Passage, RecordReader
from board.sources.setting import Settings
from tests.board.sources.drop import NOW, context

START = NOW - timedelta(hours=4)
TOTALS: Mapping[str, object] = {
    "node": {"column": "line"},
    "time": "at",
    "product": {"column": "product"},
    "measure": [
        {"id": "good", "value": {"column": "made"}, "counter": "total", "maximum": 65535},
        {"id": "good", "value": {"column": "bad"}, "counter": "total", "sign": -1},
        {"id": "scrap", "value": {"column": "bad"}, "counter": "total", "reason": {"column": "why"}},
    ],
    "state": {"column": "state", "packml": True, "map": {"5": "labeller-jam", "15": "setup"}},
}


def mapping(values: Mapping[str, object]) -> tuple[RecordMapping, list[str]]:
    settings = Settings(values, where="source plc")
    return read_mapping(settings, context(), remembers=True), settings.problems


class Machine:
    """A machine whose rows are read one after the other, by a reader that may be made anew at any time."""

    def __init__(self, values: Mapping[str, object] = TOTALS, found: SourceContext | None = None) -> None:
        self.values = values
        self.context = found or context()
        self.said: list[str] = []
        self.told: dict[str, Reading] = {}
        self.watermark: str | None = None
        self.start()

    def start(self) -> None:
        """Begin with what the watermark remembers, as after a restart."""
        found, problems = mapping(self.values)
        assert problems == []
        self.reader = RecordReader(found, self.context, "plc", memory_of(self.watermark, self.context))

    def row(self, minute: float, **cells: object) -> list[Reading]:
        """Read a row."""
        record = {"line": "line-1", "at": (START + timedelta(minutes=minute)).isoformat()}
        record |= {name: str(cells.get(name, "")) for name in ("product", "made", "bad", "why", "state")}
        readings = self.reader.read(
            record, passage=Passage(), now=NOW, complain=lambda column, said: self.said.append(f"{column} {said}")
        )
        self.watermark = memory_mark(self.reader.memory)
        self.told |= {reading.key: reading for reading in readings}
        return readings

    def sums(self) -> dict[tuple[str, str | None], Fraction]:
        """Return the sums of what is told."""
        sums: dict[tuple[str, str | None], Fraction] = {}
        for reading in self.told.values():
            key = reading.measure, reading.reason
            sums[key] = sums.get(key, Fraction(0)) + (reading.value or 0)
        return sums


@pytest.mark.parametrize("restarts", [False, True])
def test_totals_and_states_become_differences_and_stops(restarts: bool) -> None:
    machine = Machine()
    rows: tuple[dict[str, object], ...] = (
        {"made": 65530, "bad": 7, "why": "E001", "state": "Execute"},
        {"made": 65535, "bad": 7, "why": "E001", "state": 6},
        {"made": 3, "bad": 8, "why": "E001", "state": 5},
        {"made": "", "bad": "much", "state": ""},
        {"made": 3, "bad": 8, "why": "E001", "state": 5},
        {"made": 10, "bad": 8, "why": "E001", "state": "execute"},
        {"made": 0, "bad": 0, "why": "E001", "state": 15},
        {"made": 4, "bad": 1, "why": "E001", "state": 6},
    )
    for minute, row in enumerate(rows):
        if restarts:
            machine.start()
        machine.row(minute, **row)
        machine.row(minute, **row)
    assert machine.sums()["good", None] == 5 + 4 + 7 + 4 - 2
    assert machine.sums()["scrap", "E001"] == 2
    assert machine.sums()["downtime", "labeller-jam"] == 3
    assert machine.sums()["setup", None] == 1
    assert set(machine.said) == {"bad 'much' is not a number"}


def test_a_difference_carries_the_product_of_its_own_row() -> None:
    machine = Machine()
    machine.row(0, made=0, product="A")
    machine.row(10, made=10, product="A")
    late = machine.row(5, made=4, product="B")
    assert [(str(reading.value), reading.product) for reading in late] == [("4", "B"), ("6", "A")]
    assert len({reading.key for reading in machine.told.values()}) == 2


def test_an_empty_state_says_nothing_and_a_missing_one_that_nobody_knows() -> None:
    machine = Machine()
    machine.row(0, state=5)
    machine.row(5, made=1)
    machine.row(10, state=6)
    assert machine.sums()["downtime", "labeller-jam"] == 10
    machine.row(20, state=5)
    machine.row(25, state="n/a")
    machine.row(30, state=6)
    assert machine.sums()["downtime", "labeller-jam"] == 15
    machine.row(40, state=99)
    machine.row(41, state=99)
    assert machine.said == ["state '99' is a state that map does not have, so nobody knows what it means"]


def test_a_reason_from_a_column_of_its_own_is_told_with_the_stop() -> None:
    state = {"column": "state", "packml": True, "reason": {"column": "why", "map": {"17": "labeller-jam"}}}
    machine = Machine({"node": "line-1", "time": "at", "state": state})
    machine.row(0, state=6)
    machine.row(10, state=11)
    machine.row(12, state=11, why=17)
    machine.row(20, state=6)
    assert machine.sums() == {("downtime", "labeller-jam"): 10}


def test_a_stop_that_lasts_is_told_so_far() -> None:
    machine = Machine()
    machine.row(0, state=5)
    assert [reading.value for reading in machine.reader.lasts(START + timedelta(minutes=7.5))] == [7]
    assert not machine.reader.lasts(START + timedelta(minutes=7.6))


def test_no_secret_is_remembered() -> None:
    hide("open-sesame-memory")
    machine = Machine()
    machine.row(0, made=1, product="open-sesame-memory", state=5)
    machine.row(1, made=2, bad=1, why="open-sesame-memory")
    assert "(hidden)" in (machine.watermark or "")
    assert "sesame" not in (machine.watermark or "")


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"measure": [{"id": "good", "counter": "total"}]}, "key counter: found 'total', expected a total in one"),
        ({"measure": [{"id": "good", "value": "made - bad", "counter": "total"}]}, "of two take two measures"),
        ({"measure": [{"id": "good", "value": {"column": "a"}, "counter": "sum"}]}, "expected one of 'difference'"),
        ({"measure": [{"id": "good", "value": {"column": "a"}, "maximum": 9}]}, 'expected it only beside counter ='),
        ({"measure": [{"id": "good", "value": {"column": "a"}, "counter": "total", "maximum": 0}]}, "such as 65535"),
        ({"measure": [{"id": "good", "value": {"column": "a"}, "counter": "total", "most": 0}]}, "more than 0"),
        ({"time": None, "day": "at"}, "a counter or a state is read at an instant; expected time, not start or day"),
        ({"state": "x"}, "key state: found 'x', expected a table such as"),
        ({"state": {"column": "s"}}, "state, key map: found nothing, expected what each state means, or packml = true"),
        ({"state": {"packml": True}}, "state, key column: found nothing, expected a text"),
        ({"state": {"column": "s", "map": {"1": "runing"}}}, "'1' is 'runing', expected one of running, stopped"),
    ],
)  # fmt: skip
def test_a_fault_is_named(change: Mapping[str, object], sentence: str) -> None:
    values = {key: value for key, value in {**TOTALS, **change}.items() if value is not None}
    _, problems = mapping(values)
    assert any(sentence in problem for problem in problems), problems


def test_kinds_that_remember_no_rows_refuse_totals() -> None:
    for key in ("measure", "state"):
        values = {**TOTALS}
        del values["state" if key == "measure" else "measure"]
        settings = Settings(values, where="source x")
        read_mapping(settings, context())
        assert f"source x, key {key}: a total of a counter or a state means something only with" in settings.problems[0]


def test_a_watermark_of_something_else_is_no_memory() -> None:
    for watermark in (None, "", "7", "{}", '{"settings": "memory"}', '{"settings": "memory", "memory": [1]}', "\udc80"):
        assert memory_of(watermark, context()).body() == Memory().body()


LINES: tuple[Mapping[str, int], ...] = ({"made": 5}, {"made": 9}, {"made": 9, "state": 5}, {}, {"made": 11, "state": 6})
PLC = SourceSpec(id="plc", kind="command", settings={})


@pytest.mark.parametrize(
    ("restarts", "values"),
    [
        (False, ["good 4", "good 0", "downtime 3", "downtime 13", "downtime 20", "good 2"]),
        (True, ["good 4", "good 0", "downtime 3", "downtime 3", "good 2"]),  # nobody knows when it ran again
    ],
)
def test_lines_of_a_program_are_counted_on_behind_a_restart(restarts: bool, values: list[str]) -> None:
    found, _ = mapping({**TOTALS, "node": "line-1"})
    reader, watermark, told = LineReader(PLC, context(), found), "", []
    for number, line in enumerate(LINES):
        if restarts:
            reader = LineReader(PLC, context(), found, None, memory_of(watermark, context()))
        at = START + timedelta(minutes=10 * number)
        body = b"" if not line else json.dumps({"at": at.isoformat(), **line}).encode()
        said = reader.read(body, watermark, at + timedelta(minutes=3))
        if said is not None:
            watermark = said.batch.watermark
            told += [f"{reading.measure} {reading.value}" for reading in said.batch.readings]
    assert told == values


def test_a_stop_does_not_grow_while_only_other_lines_are_heard_of() -> None:
    """Line 2 is unplugged while it stands: what line 1 says is no word of it."""
    found, _ = mapping({**TOTALS, "node": {"column": "line"}})
    reader, stops = LineReader(PLC, context(), found), []
    for minute, line, state in ((0, "line-2", 5), (1, "line-1", 6), (3, "line-2", 5), (60, "line-1", 6)):
        at = START + timedelta(minutes=minute)
        said = reader.read(json.dumps({"at": at.isoformat(), "line": line, "state": state, "made": 0}).encode(), "", at)
        assert said is not None
        stops += [(each.node, each.value) for each in said.batch.readings if each.measure == "downtime"]
    assert stops[-1] == ("line-2", Fraction(3))


@pytest.mark.parametrize(("event_id", "stood_min"), [("", 0), ("7", 125)])
def test_a_stop_over_a_lost_connection_lasts_as_long_as_it_is_known_to(event_id: str, stood_min: int) -> None:
    """Without the id of an event to go on behind, nobody knows whether the machine ran meanwhile."""
    spec = SourceSpec(
        id="plc", kind="http", settings={"url": "http://mes/events", "push": "events", **TOTALS, "node": "line-1"}
    )
    settings, clock = read_settings(spec, context()), [START]
    ear = Ear(lambda: clock[0])
    reader = EventReader(spec, settings, context(), HttpMark(settings=settings.digest))
    found: dict[str, Fraction | None] = {}
    for minute, state in ((0, 5), (125, 6)):
        reader.connected()
        clock[0] = START + timedelta(minutes=minute)
        data = json.dumps({"at": clock[0].isoformat(), "made": 0, "state": state})
        reader.read(httpx_sse.ServerSentEvent(event="message", data=data, id=event_id), ear)
        heard = ear.take(0)
        assert heard is not None
        assert heard.batch is not None
        found |= {each.key: each.value for each in heard.batch.readings if each.measure == "downtime"}
    assert sum(value or 0 for value in found.values()) == stood_min
