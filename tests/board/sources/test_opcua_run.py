"""Orders in the nodes of a scheduler or a machine are the plan on the wall: whole, moved and cancelled as it says."""

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from pathlib import Path

import pytest

from board.kpi.reading import Reading
from board.pages.sicb import SicbPages
from board.plant.history import PlantHistory
from board.plant.plant import PlannedRun, RunKind, SourceSpec
from board.sources import opcua_session
from board.sources.contract import SettingsError
from board.sources.opcua_notice import Notice
from board.sources.opcua_reader import NoticeReader
from board.sources.opcua_run import rest_of
from board.sources.opcua_setting import read_settings
from board.sources.planned_row import PlannedRow
from board.views.freshness import Stage
from tests.board.sources.drop import context
from tests.board.sources.fresh import wall
from tests.board.sources.kiosk import Kiosk, running
from tests.board.sources.machine import BAD, Machine, data, node, running_machine
from tests.board.sources.uns import LiveWall

NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
NODES = {name: f"ns=2;s={name}" for name in ("order", "from", "to", "pieces", "status", "ready")}
PLAN: Mapping[str, object] = {
    "url": "opc.tcp://scheduler",
    "nodes": NODES,
    "node": "line-1",
    "start": "from",
    "end": "to",
    "key": "order",
    "order": {"column": "order"},
    "run": {
        "quantity": {"column": "pieces"},
        "kind": {"column": "status", "map": {"0": "cancelled", "1": "production"}},
    },
}
CURRENT: Mapping[str, object] = {"start": None, "end": None, "key": None, "run": {"quantity": {"column": "pieces"}}}


class Board:
    """Reads what a scheduler tells, by a clock that the test turns."""

    def __init__(self, **settings: object) -> None:
        given = {key: value for key, value in {**PLAN, **settings}.items() if value is not None}
        self.settings = read_settings(SourceSpec(id="plan", kind="opcua", settings=given), context())
        self.reader = NoticeReader(self.settings, context(), "plan", None)
        self.now = NOW

    def hear(self, **values: object) -> list[PlannedRun]:
        """Tell of nodes now; return the runs that are told at once."""
        notices = [told(name, value, self.now) for name, value in values.items()]
        return runs_in(self.reader.read(notices, self.now))

    def bad(self, column: str) -> None:
        """Tell that a node has no good value."""
        self.reader.read([Notice(row=0, column=column, status=BAD, source_at=self.now)], self.now)

    def rest(self) -> list[PlannedRun]:
        """Let nothing change for long enough; return what is told then."""
        self.now += rest_of(self.settings)
        return runs_in(self.reader.rested(self.now))

    @property
    def said(self) -> list[str]:
        return [f"{each.where}: {each.said}" for each in self.reader.complaining.take()]


def told(column: str, value: object, at: datetime | None) -> Notice:
    return Notice(row=0, column=column, value=value, source_at=at, server_at=at)


def runs_in(readings: list[Reading]) -> list[PlannedRun]:
    assert all(isinstance(each, PlannedRow) for each in readings)
    return [each.run for each in readings if isinstance(each, PlannedRow)]


def hour(begins: int) -> datetime:
    """Return an hour of the day of the test, as a server holds times."""
    return NOW.replace(hour=begins)


def order(name: str, begins: int, ends: int, pieces: int, status: int = 1) -> dict[str, object]:
    return {"order": name, "from": hour(begins), "to": hour(ends), "pieces": pieces, "status": status}


def test_an_order_is_told_once_all_of_it_stands_there() -> None:
    board = Board()
    assert board.hear(order="A", pieces=500, status=1) == []
    assert board.rest() == [], "nobody knows yet when it begins"
    assert board.hear(**{"from": hour(10), "to": hour(12)}) == []
    (run,) = board.rest()
    assert (run.node, run.start, run.end, run.order, run.quantity) == ("line-1", hour(10), hour(12), "A", 500)
    assert (run.kind, run.key, run.origin) == (RunKind.PRODUCTION, "A", "plan")
    assert board.rest() == [], "it is told once"


def test_half_of_the_next_order_never_changes_the_one_before() -> None:
    board = Board()
    board.hear(**order("A", 10, 12, 500))
    board.rest()
    assert board.hear(pieces=900) == []
    board.now += rest_of(board.settings) / 2
    assert runs_in(board.reader.rested(board.now)) == []
    board.hear(**order("B", 12, 14, 900))
    assert [(run.order, run.quantity) for run in board.rest()] == [("B", 900)]


def test_of_a_node_without_a_good_value_nothing_is_guessed() -> None:
    board = Board()
    board.hear(**order("A", 10, 12, 500))
    board.bad("to")
    assert board.rest() == [], "an order without an end would last until it is made"
    assert board.reader.rests_in_s(board.now) is None
    board.hear(to=hour(13))
    assert [run.end for run in board.rest()] == [hour(13)]
    assert board.said == ["to: is BadCommunicationError, so its value is not used"]


def test_a_scheduler_that_hands_out_orders_one_by_one_says_when_each_is_whole() -> None:
    board = Board(on="ready")
    assert board.hear(**order("A", 6, 8, 100), ready=1) == []
    assert [run.order for run in board.rest()] == ["A"]
    assert board.hear(**order("B", 8, 10, 200)) == []
    assert [run.order for run in board.hear(ready=2)] == ["B"]
    assert board.hear(**order("C", 10, 12, 300)) == []
    assert [run.order for run in board.hear(ready=3)] == ["C"]
    board.hear(pieces=1)
    assert board.rest() == []


def test_the_order_that_stands_there_begins_when_it_came() -> None:
    board = Board(**CURRENT)
    board.reader.read([told("order", "A", hour(7)), told("pieces", 500, hour(7))], board.now)
    assert [(run.order, run.start, run.end, run.key) for run in board.rest()] == [("A", hour(7), None, "")]
    board.hear(pieces=600)
    assert [(run.start, run.quantity) for run in board.rest()] == [(hour(7), 600)], "it did not begin anew"
    board.hear(order="", pieces=0)
    assert board.rest() == []
    board.now = hour(11)
    board.hear(order="B", pieces=50)
    assert [(run.order, run.start) for run in board.rest()] == [("B", hour(11))]
    assert board.said == []


def test_of_an_order_that_stands_there_since_nobody_knows_when_it_is_said() -> None:
    board = Board(**CURRENT, clock="board")
    board.hear(order="A", pieces=500)
    assert board.rest() == []
    (said,) = board.said
    assert said.startswith("order: stands there since nobody knows when")
    board.hear(order="B")
    assert [(run.order, run.start) for run in board.rest()] == [("B", NOW + rest_of(board.settings))]


def test_a_time_that_is_not_set_is_none() -> None:
    board = Board()
    board.hear(**{**order("A", 10, 12, 500), "to": datetime(1601, 1, 1)})  # noqa: DTZ001  # as the library gives it
    assert [(run.start, run.end) for run in board.rest()] == [(hour(10), None)]


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"start": None, "end": None, "key": None, "order": None}, "key start: found nothing, expected the node of"),
        (
            {"order": None, "start": None, "end": None, "key": None, "run": {"quantity": 5}},
            "key run: reads no node, so nothing tells what is planned",
        ),
        ({"key": "job"}, "found the column 'job', expected a name from nodes"),
        ({"measure": [{"id": "good"}]}, "take a [[source]] of its own for each"),
    ],
)
def test_settings_of_which_no_run_would_ever_come_are_refused(settings: Mapping[str, object], said: str) -> None:
    with pytest.raises(SettingsError) as caught:
        Board(**settings)
    assert any(said in problem for problem in caught.value.problems), caught.value.problems


WALL = """
url = "{url}"
poll_s = 1
every = "0.1 s"
nodes = {{ order = "ns=2;s=order", from = "ns=2;s=from", to = "ns=2;s=to", rate = "ns=2;s=rate", off = "ns=2;s=off" }}
key = "order"
node = "line-1"
start = "from"
end = "to"
order = {{ column = "order" }}
run.rate = {{ column = "rate" }}
run.kind = {{ column = "off", map = {{ True = "cancelled", False = "production" }} }}
"""
NONE_YET = {"order": "", "from": hour(0), "to": hour(0), "rate": 0.0, "off": False}


@contextmanager
def scheduled(folder: Path) -> Iterator[tuple[Machine, LiveWall]]:
    """Open a wall over a scheduler without an order; the standard of the line is 60 an hour, from 6 to 14."""
    began_s = time.monotonic()
    with running_machine(NONE_YET) as machine, wall(folder, "opcua", WALL.format(url=machine.url)) as found:
        found.now = NOW
        board = Kiosk(found.spec, now=lambda: NOW + timedelta(seconds=time.monotonic() - began_s), found=found.context)
        with running(board):
            yield machine, LiveWall(found, board)


def planned(machine: Machine, name: str, begins: int, ends: int, rate: float, *, off: bool = False) -> None:
    """Let the scheduler show an order, all of it at once however slow this machine is."""
    shown = {"order": name, "from": hour(begins), "to": hour(ends), "rate": rate, "off": off}

    async def show() -> None:
        assert machine.server is not None
        for each, value in shown.items():
            await machine.server.write_attribute_value(node(each), data(value))

    machine.do(show())


def plans(line: LiveWall, runs: int) -> list[int | None]:
    """Wait for so many runs; return the plan from 6 to 8, 8 to 10, 10 to 12 and 12 to 14 as the wall has it."""
    line.board.wait_until(lambda: sum(len(batch.runs) for batch in line.board.batches) >= runs)
    assert line.stage() is Stage.MISSING, "what is planned makes no count fresh"
    history = PlantHistory(((datetime(1970, 1, 1, tzinfo=UTC), line.wall.plant),))
    return [each.plan for each in SicbPages(line.wall.reader).line("line-1", history, now=NOW).intervals]


def test_the_plan_on_the_wall_follows_the_scheduler(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opcua_session, "RESUME_S", 0.5)
    with scheduled(tmp_path) as (machine, line):
        line.board.wait_until(lambda: bool(line.board.batches))
        assert plans(line, 0) == [120, 120, 120, 120], "the standard, as long as nobody has said more"
        planned(machine, "A", 10, 12, 90.0)
        assert plans(line, 1) == [120, 120, 180, 120]
        planned(machine, "A", 12, 14, 90.0)
        assert plans(line, 2) == [120, 120, 120, 180], "where it was it is planned no more"
        planned(machine, "B", 10, 12, 30.0)
        assert plans(line, 3) == [120, 120, 60, 180]
        planned(machine, "A", 12, 14, 90.0, off=True)
        assert plans(line, 4) == [120, 120, 60, 120]
        runs = [run for batch in line.board.batches for run in batch.runs]
        assert [(run.order, run.rate) for run in runs] == [
            (name, Fraction(rate)) for name, rate in (("A", 90), ("A", 90), ("B", 30), ("A", 90))
        ], "never half of one order and half of the next"
        assert line.board.complaints == []
