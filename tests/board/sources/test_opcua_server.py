"""A machine whose counters reset and whose server dies: each part is counted once, and no value is made up."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from pathlib import Path

import pytest

from board.kpi.reading import Reading
from board.plant.plant import SourceSpec
from board.sources import feeder, opcua_listen, opcua_session
from board.sources.contract import SourceError, describe, discover, open_source
from board.sources.feed import collect
from board.sources.opcua_notice import Notice
from tests.board.sources.drop import context
from tests.board.sources.kiosk import Kiosk, running
from tests.board.sources.machine import BAD, NAMESPACE, UNCERTAIN, Machine, running_machine
from tests.board.sources.packer import VALUES, spec

NOW = datetime.now(UTC).replace(microsecond=0)
OF_SECURITY = {"security", "server_certificate", "certificate", "certificate_key", "user", "password"}
COUNTED = [{"id": "good", "value": {"column": "made"}, "counter": "total"}]
ONLY_GOOD: Mapping[str, object] = {"state": None, "measure": COUNTED}


@pytest.fixture(autouse=True)
def short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feeder, "LONGEST_PAUSE_S", 1.0)
    monkeypatch.setattr(feeder, "WELL_AFTER_S", 0.3)
    monkeypatch.setattr(opcua_session, "RESUME_S", 0.5)


def ago(minutes: float) -> datetime:
    return NOW - timedelta(minutes=minutes)


def stand_since(machine: Machine, minutes: float) -> None:
    """Let everything stand as it is since so long."""
    for name, value in machine.values.items():
        machine.write(name, value.Value, ago(minutes))


def sums(readings: list[Reading]) -> dict[str, Fraction]:
    """Return the sum of each measure, each reading by its key as the store keeps it."""
    kept = {reading.key: reading for reading in readings}
    found: dict[str, Fraction] = {}
    for reading in kept.values():
        found[reading.measure] = found.get(reading.measure, Fraction(0)) + (reading.value or 0)
    return found


def connected(board: Kiosk) -> None:
    """Wait until the board has heard what stands there."""
    board.wait_until(lambda: any('"made"' not in b.watermark and "1000" in b.watermark for b in board.batches))


def test_counters_become_differences_with_the_machine_s_own_times() -> None:
    with running_machine(VALUES) as machine:
        stand_since(machine, 60)
        with running(Kiosk(spec(machine))) as board:
            connected(board)
            assert board.readings == [], "what was counted before we came is not ours"
            machine.write("made", 1003, ago(9))
            board.wait_for_readings(1)
            machine.write("made", 1010, ago(8))
            machine.write("bad", 11, ago(8))
            board.wait_for_readings(3)
    good, *_ = board.readings
    assert (good.node, good.measure, good.value, good.end) == ("line-1", "good", Fraction(3), ago(9))
    assert sums(board.readings) == {"good": 10, "scrap": 1}
    assert (board.complaints, board.said) == ([], [])
    assert board.batches[-1].through == (("line-1", ago(8)),)


def test_a_reset_and_a_roll_over_count_what_was_made() -> None:
    with running_machine({**VALUES, "made": 65530}) as machine:
        stand_since(machine, 60)
        with running(Kiosk(spec(machine))) as board:
            board.wait_until(lambda: any("65530" in batch.watermark for batch in board.batches))
            machine.write("made", 4, ago(9))
            board.wait_for_readings(1)
            machine.write("made", 1004, ago(8))
            board.wait_for_readings(2)
            machine.write("made", 2, ago(7))
            board.wait_for_readings(3)
    assert [str(reading.value) for reading in board.readings] == ["10", "1000", "2"]


def test_packml_states_become_stops_with_their_reasons() -> None:
    with running_machine(VALUES) as machine:
        stand_since(machine, 60)
        with running(Kiosk(spec(machine))) as board:
            connected(board)
            machine.write("state", 11, ago(30))
            board.wait_until(lambda: any(each.reason == "labeller-jam" for each in board.readings))
            machine.write("state", 6, ago(20))
            board.wait_until(lambda: board.readings[-1].value == 10)
            machine.write("state", 9, ago(10))
            machine.write("state", 2, ago(8))
            machine.write("state", 6, ago(5))
            board.wait_until(lambda: board.readings[-1].value == 5)
    kept = {reading.key: reading for reading in board.readings}
    assert [(str(each.value), each.reason, each.final) for each in kept.values()] == [
        ("10", "labeller-jam", True),
        ("5", None, True),
    ]


def test_a_reason_that_comes_after_the_state_is_that_of_its_stop() -> None:
    state = {"column": "state", "packml": True, "reason": {"column": "why", "map": {"0": "stopped", "7": "E001"}}}
    nodes = {"state": "ns=2;s=state", "why": "ns=2;s=why", "made": "ns=2;s=made"}
    with running_machine(VALUES) as machine:
        stand_since(machine, 60)
        with running(Kiosk(spec(machine, {"nodes": nodes, "state": state, "measure": None}))) as board:
            board.wait_until(lambda: bool(board.batches))
            machine.write("state", 9, ago(30))
            board.wait_for_readings(1)
            machine.write("why", 7, ago(28))
            board.wait_until(lambda: board.readings[-1].reason == "E001")
            machine.write("state", 6, ago(20))
            board.wait_until(lambda: board.readings[-1].final)
    kept = {reading.key: reading for reading in board.readings}
    assert [(str(each.value), each.reason) for each in kept.values()] == [("10", "E001")]


def test_bad_and_uncertain_values_are_never_used() -> None:
    level = {"state": None, "measure": [{"id": "temperature", "value": {"column": "made"}}]}
    known = context(measures={"temperature": "level", "good": "count"})
    with running_machine(VALUES) as machine:
        stand_since(machine, 60)
        with running(Kiosk(spec(machine, level), found=known)) as board:
            board.wait_for_readings(1)
            machine.write("made", 5, status=BAD)
            board.wait_for_readings(2)
            machine.write("made", 6, status=UNCERTAIN)
            board.wait_for_readings(3)
            machine.write("made", 7)
            board.wait_for_readings(4)
    assert [str(reading.value) for reading in board.readings] == ["1000", "None", "None", "7"]
    assert board.complaints == [
        "made: is BadCommunicationError, so its value is not used",
        "made: is UncertainLastUsableValue, so its value is not used",
    ]


def test_a_counter_goes_on_over_bad_values_and_a_state_is_unknown_meanwhile() -> None:
    with running_machine(VALUES) as machine:
        stand_since(machine, 60)
        with running(Kiosk(spec(machine))) as board:
            connected(board)
            machine.write("state", 11, ago(30))
            board.wait_for_readings(1)
            machine.write("made", 0, ago(29), status=BAD)
            machine.write("state", 0, ago(20), status=BAD)
            board.wait_until(lambda: board.readings[-1].final)
            machine.write("made", 1005, ago(10))
            machine.write("state", 11, ago(10))
            board.wait_until(lambda: "good" in sums(board.readings))
            machine.write("state", 6, ago(6))
            board.wait_until(lambda: sums(board.readings).get("downtime") == 14)
    found = sums(board.readings)
    assert (found["good"], found["downtime"]) == (Fraction(5), Fraction(14)), (
        "ten minutes known, ten unknown, four known"
    )


def test_a_restart_of_the_board_counts_neither_twice_nor_loses_the_base() -> None:
    with running_machine(VALUES) as machine:
        stand_since(machine, 60)
        with running(Kiosk(spec(machine))) as board:
            connected(board)
            machine.write("made", 1003, ago(9))
            machine.write("state", 11, ago(9))
            board.wait_until(lambda: sums(board.readings).get("good") == 3)
        machine.write("made", 1010, ago(5))
        watermark = board.batches[-1].watermark
        with running(Kiosk(spec(machine), watermarks={"packer": watermark})) as again:
            again.wait_until(lambda: "good" in sums(again.readings))
            machine.write("state", 6, ago(2))
            again.wait_until(lambda: again.readings[-1].final and again.readings[-1].measure == "downtime")
    step = next(reading for reading in again.readings if reading.measure == "good")
    assert (step.start, step.end, step.value) == (ago(9), ago(5), Fraction(7)), "nobody knows when between"
    assert sums(board.readings + again.readings) == {"good": 10, "downtime": 7}


def test_a_server_that_goes_and_comes_back_is_heard_again() -> None:
    with running_machine(VALUES, started=False) as machine, running(Kiosk(spec(machine))) as board:
        board.wait_until(lambda: board.states == ["failing"])
        assert "cannot be reached" in board.said[0][2]
        stand_since(machine, 60)
        machine.start()
        board.wait_until(lambda: board.states == ["failing", "well"])
        machine.write("made", 1003, ago(9))
        board.wait_for_readings(1)
        machine.stop()
        board.wait_until(lambda: board.states == ["failing", "well", "failing"])
        machine.write("made", 1008, ago(5))
        machine.start()
        board.wait_for_readings(2)
        board.wait_until(lambda: board.states[-1] == "well")
    assert sums(board.readings) == {"good": 8}


def test_what_changes_while_the_network_is_gone_is_told_when_it_is_back() -> None:
    with running_machine(VALUES) as machine:
        stand_since(machine, 60)
        with running(Kiosk(spec(machine))) as board:
            connected(board)
            machine.write("state", 11, ago(30))
            board.wait_for_readings(1)
            machine.cut()
            machine.write("state", 6, ago(25))
            machine.write("state", 9, ago(20))
            machine.write("state", 6, ago(18))
            machine.write("made", 1007, ago(17))
            board.wait_until(lambda: sums(board.readings) == {"good": 7, "downtime": 7})
            assert board.said == []
    good = next(reading for reading in board.readings if reading.measure == "good")
    assert good.start == good.end == ago(17), "nothing was missed, so it is known when it was made"


def test_what_is_told_twice_or_late_changes_no_sum() -> None:
    with running_machine(VALUES) as machine:
        stand_since(machine, 60)
        with running(Kiosk(spec(machine, ONLY_GOOD))) as board:
            connected(board)
            machine.write("made", 1010, ago(9))
            board.wait_for_readings(1)
            machine.write("made", 1010, ago(9))
            machine.write("made", 1004, ago(20))
            machine.write("made", 1012, ago(5))
            board.wait_until(lambda: sums(board.readings).get("good") == 12)
    assert sums(board.readings) == {"good": 12}


def test_a_node_that_is_not_there_is_said_and_costs_no_other() -> None:
    nodes = {"state": "ns=2;s=gone", "made": "ns=2;s=made", "bad": "nsu=urn:nobody;s=bad"}
    with running_machine(VALUES) as machine:
        stand_since(machine, 60)
        with running(Kiosk(spec(machine, {"nodes": nodes}))) as board:
            connected(board)
            machine.write("made", 1003, ago(9))
            board.wait_for_readings(1)
    assert sorted(board.complaints) == [
        "bad: cannot be listened to (the server has no namespace urn:nobody); check its address",
        "state: cannot be listened to (BadNodeIdUnknown); check its address",
    ]


def test_a_node_that_tells_nothing_holds_back_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opcua_listen, "FIRST_S", 0.3)
    seen = opcua_session.Session._notices

    def without_state(self: opcua_session.Session, data: Sequence[object]) -> Iterator[Notice]:
        return (notice for notice in seen(self, data) if notice.column != "state")

    monkeypatch.setattr(opcua_session.Session, "_notices", without_state)
    with running_machine(VALUES) as machine:
        stand_since(machine, 60)
        with running(Kiosk(spec(machine))) as board:
            connected(board)
            machine.write("made", 1003, ago(9))
            board.wait_for_readings(1)
    assert board.said == []


def test_a_source_without_any_node_fails() -> None:
    nodes = {"state": "ns=2;s=gone", "made": "ns=2;s=gone2", "bad": "ns=9;s=bad"}
    with running_machine(VALUES) as machine:
        source = open_source(spec(machine, {"nodes": nodes}), context())
        with pytest.raises(SourceError, match="listen to none of the nodes"):
            list(source.read(None, NOW))


def test_several_lines_of_one_server_are_told_apart() -> None:
    settings = {
        "nodes": {"made": "ns=2;s={line}.made"},
        "each": {"line": ["L1", "L2"]},
        "node": {"column": "line", "map": {"L1": "line-1", "L2": "line-2"}},
        **ONLY_GOOD,
    }
    with running_machine({"L1.made": 1000, "L2.made": 50}) as machine:
        stand_since(machine, 60)
        with running(Kiosk(spec(machine, settings))) as board:
            connected(board)
            machine.write("L2.made", 52, ago(9))
            machine.write("L1.made", 1007, ago(8))
            board.wait_for_readings(2)
    assert {(each.node, str(each.value)) for each in board.readings} == {("line-2", "2"), ("line-1", "7")}
    assert dict(board.batches[-1].through) == {"line-1": ago(8), "line-2": ago(9)}, "none makes another look fresh"


def test_one_look_gives_what_stands_there_and_disturbs_nobody() -> None:
    level = {"state": None, "measure": [{"id": "temperature", "value": {"column": "made"}}]}
    known = context(measures={"temperature": "level", "good": "count"})
    with running_machine(VALUES) as machine:
        stand_since(machine, 3)
        with running(Kiosk(spec(machine))) as board:
            connected(board)
            batches = list(collect((spec(machine, level),), known, {}, datetime.now(UTC)))
            machine.write("made", 1003)
            board.wait_for_readings(1)
    assert [(str(each.value), each.end) for batch in batches for each in batch.readings] == [("1000", ago(3))]
    assert board.said == []


def test_parts_are_counted_by_a_node_that_changes() -> None:
    settings = {
        "state": None,
        "nodes": {"serial": "ns=2;s=order", "result": "ns=2;s=why"},
        "on": "serial",
        "measure": [
            {"id": "good", "when": {"result": "0"}},
            {"id": "scrap", "when": {"result": "7"}, "reason": "E001"},
        ],
    }
    with running_machine(VALUES) as machine:
        stand_since(machine, 60)
        with running(Kiosk(spec(machine, settings))) as board:
            board.wait_until(lambda: bool(board.batches))
            machine.write("order", "A-2", ago(9))
            machine.write("order", "A-3", ago(8))
            machine.write("why", 7, ago(7))
            machine.write("order", "A-4", ago(6))
            board.wait_for_readings(3)
        with running(Kiosk(spec(machine, settings), watermarks={"packer": board.batches[-1].watermark})) as again:
            again.wait_until(lambda: bool(again.batches))
            machine.write("order", "A-5")
            again.wait_for_readings(1)
    assert [(each.measure, str(each.value)) for each in board.readings] == [
        ("good", "1"),
        ("good", "1"),
        ("scrap", "1"),
    ]
    assert len(again.readings) == 1, "what stands there after a restart was counted already"


def test_nodes_are_found_with_what_stands_there() -> None:
    with running_machine({**VALUES, "list": [1, 2]}) as machine:
        machine.write("bad", 3, status=BAD)
        found = {each.name: each for each in discover(spec(machine, {"nodes": None, "measure": 1}), context(), NOW)}
        named = discover(spec(machine, {"nodes": {"second": {"node": "ns=2;s=list", "index": 1}}}), context(), NOW)
    assert found["ns=2;s=made"].samples == ("1000",)
    assert found["ns=2;s=made"].looks_like == "number"
    assert (found["ns=2;s=bad"].samples, found["ns=2;s=list"].samples) == ((), ())
    assert set(found) == {f"ns=2;s={name}" for name in (*VALUES, "list")}, "nothing of the server itself"
    assert [(each.name, each.samples) for each in named] == [("second", ("2",))]


def test_the_kind_says_what_it_asks_for() -> None:
    assert [each.key for each in describe("opcua").settings if each.needed] == ["url"]


def test_without_the_package_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "board.sources.opcua_session", None)
    with running_machine(VALUES, started=False) as machine:
        source = open_source(spec(machine), context())
        (complaint,) = source.check(NOW)
        assert complaint.said.endswith(" -m pip install 'gembaboard[opcua]'")
        with pytest.raises(SourceError, match="is not installed here"):
            list(source.read(None, NOW))


def packer_of_the_readme(machine: Machine) -> SourceSpec:
    """Return the example of the README, with the address of a machine and without what secures it."""
    readme = (Path(__file__).parents[3] / "README.md").read_text(encoding="utf-8")
    text = next(each for each in re.findall(r"```toml\n(.*?)```", readme, re.DOTALL) if 'kind = "opcua"' in each)
    table = tomllib.loads(text.replace("http://packer.example/packml", NAMESPACE))["source"][0]
    kept = {key: value for key, value in table.items() if key not in OF_SECURITY}
    return SourceSpec(id=kept.pop("id"), kind=kept.pop("kind"), settings={**kept, "url": machine.url, "every": "0.1 s"})


def test_the_packing_machine_of_the_readme_runs_stands_and_scraps() -> None:
    state, recipe = "Status.StateCurrent", "Status.RecipeName"
    made, bad = "Admin.ProdProcessedCount[0].Count", "Admin.ProdDefectiveCount[0].Count"
    known = context(reasons={"labeller-jam": "Labeller jam", "starved": "Starved"})
    with running_machine({state: 6, recipe: "tea", made: 4294967290, bad: 7}) as machine:
        stand_since(machine, 60)
        with running(Kiosk(packer_of_the_readme(machine), found=known)) as board:
            board.wait_until(lambda: any("4294967290" in batch.watermark for batch in board.batches))
            machine.write(made, 4, ago(50))
            machine.write(bad, 9, ago(50))
            machine.write(state, 11, ago(45))
            machine.write(recipe, "mint", ago(40))
            machine.write(state, 6, ago(35))
            machine.write(made, 14, ago(30))
            machine.write(state, 5, ago(20))
            machine.write(state, 6, ago(18))
            board.wait_until(lambda: sums(board.readings).get("downtime") == 12)
    assert sums(board.readings) == {"good": 18, "scrap": 2, "downtime": 12}, "10 and 10 made, 2 of them defective"
    kept = {reading.key: reading for reading in board.readings if reading.measure == "downtime"}
    assert [(each.reason, each.product, str(each.value)) for each in kept.values()] == [
        ("labeller-jam", "tea", "5"),
        ("labeller-jam", "mint", "5"),
        ("starved", "mint", "2"),
    ]
    assert board.complaints == []
