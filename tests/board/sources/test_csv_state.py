"""States of machines that are logged into CSV files: their stops are those of the same rows in a database."""

import random
import sqlite3
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import pytest
from typing_extensions import override

from board.kpi.reading import Reading
from board.sources.contract import READINGS_A_BATCH
from board.sources.state import KEPT
from tests.board.sources.drop import NOW, Drop
from tests.board.sources.ledger import Ledger

HEAD = "Time,Line,State,Why\n"
START = NOW - timedelta(hours=20)
STATES: Mapping[str, object] = {
    "node": {"column": "Line"},
    "time": "Time",
    "zone": "UTC",
    "state": {
        "column": "State",
        "map": {"RUN": "running", "STOP": "stopped", "SET": "setup"},
        "reason": {"column": "Why"},
    },
}
Row = tuple[float, str, str]
DAY: tuple[Row, ...] = (
    (0, "RUN", ""),
    (5, "STOP", "Jam"),
    (5, "STOP", "Jam"),  # said twice
    (12.5, "RUN", ""),
    (20, "STOP", ""),
    (22, "STOP", "Labeller jam"),  # somebody has said why
    (30, "", ""),
    (31, "RUN", ""),
    (40, "SET", ""),
    (55, "n/a", ""),
    (60, "RUN", ""),
    (70, "STOP", "Jam"),
)
STOPS = {"E001": Fraction(15, 2), "labeller-jam": Fraction(11), "setup": Fraction(15)}
Shown = tuple[str, str, datetime, datetime, Fraction | None, str | None, bool]


class Log(Drop):
    """A drop folder with states, and what its readings came to, each told apart by its key."""

    @override
    def __post_init__(self) -> None:
        """Begin with nothing told."""
        super().__post_init__()
        self.told: dict[str, Reading] = {}

    @override
    def look(self, *, seconds_later: float = 5, restart: bool = False) -> list[Reading]:
        """Take one look, and note what it tells."""
        found = super().look(seconds_later=seconds_later, restart=restart)
        self.told |= {reading.key: reading for reading in found}
        return found

    @property
    def stops(self) -> dict[str, Fraction]:
        """Return how long each reason and measure took."""
        return sums(self.told)


def sums(told: Mapping[str, Reading]) -> dict[str, Fraction]:
    """Return the minutes of each reason, of each measure where none is given."""
    found: dict[str, Fraction] = {}
    for reading in told.values():
        name = reading.reason or reading.measure
        found[name] = found.get(name, Fraction(0)) + (reading.value or 0)
    return {name: minutes for name, minutes in found.items() if minutes}


def shown(told: Mapping[str, Reading]) -> dict[str, Shown]:
    """Return what readings say, but for their source; what was taken back is left out."""
    return {
        key: (each.node, each.measure, each.start, each.end, each.value, each.reason, each.final)
        for key, each in told.items()
        if each.value
    }


def at(minute: float) -> datetime:
    """Return the time of a minute of the log."""
    return START + timedelta(minutes=minute)


def lines(rows: Sequence[Row], line: str = "line-1") -> str:
    """Return rows as a file has them."""
    return "".join(f"{at(minute):%Y-%m-%d %H:%M:%S},{line},{state},{why}\n" for minute, state, why in rows)


def in_database(folder: Path, rows: Sequence[Row], now: datetime = NOW, **settings: object) -> dict[str, Shown]:
    """Return what the same rows say that a historian logs, all at once."""
    with sqlite3.connect(folder / "log.sqlite") as connection:
        connection.execute("CREATE TABLE log (Time TEXT, Line TEXT, State TEXT, Why TEXT)")
        cells = [line.split(",") for line in lines(rows).splitlines()]
        connection.executemany("INSERT INTO log VALUES (?, ?, ?, ?)", cells)
    connection.close()
    given = {"query": "SELECT * FROM log", "watermark": None, "key": None, "start": None, "length": None}
    ledger = Ledger("sqlite:///log.sqlite", folder, **{**given, "measure": None, **STATES, **settings})
    ledger.now = now
    return shown({reading.key: reading for reading in ledger.look()})


def days(rng: random.Random, count: int) -> list[Row]:
    """Return so many changes of a line, one a few minutes behind the other."""
    minute, rows = 0.0, []
    for _ in range(count):
        rows.append((minute, *rng.choice([("RUN", ""), ("STOP", ""), ("STOP", "Jam"), ("SET", ""), ("n/a", "")])))
        minute += rng.choice([0.5, 1, 3, 7])
    return rows


@pytest.fixture
def log(tmp_path: Path) -> Log:
    return Log(tmp_path, STATES)


@pytest.mark.parametrize("complete", ["newest", "seen"])
@pytest.mark.parametrize("restart", [False, True])
def test_stops_are_those_of_the_same_rows_in_a_database(tmp_path: Path, restart: bool, complete: str) -> None:
    log = Log(tmp_path, {**STATES, "complete": complete})
    log.write("a.csv", HEAD)
    for row in DAY:
        log.append("a.csv", lines([row]))
        log.look(restart=restart)
    assert log.said == []
    grown = (log.now - at(70)) // timedelta(minutes=1) if complete == "seen" else 0
    assert log.stops == {**STOPS, "E001": STOPS["E001"] + grown}
    assert shown(log.told) == in_database(tmp_path, DAY, log.now, complete=complete)
    assert len([each for each in log.told.values() if not each.final]) == (complete == "seen"), "one still lasts"


def test_without_what_it_remembers_a_restart_loses_the_stop_it_is_in(log: Log) -> None:
    log.write("a.csv", HEAD + lines([(0, "RUN", ""), (5, "STOP", "Jam")]))
    log.look()
    log.watermark = (log.watermark or "").replace('"states"', '"other"')
    log.append("a.csv", lines([(12, "RUN", "")]))
    log.look(restart=True)
    assert log.stops == {}


def test_a_stop_grows_while_nothing_is_written_and_ends_with_the_next_row(tmp_path: Path) -> None:
    log = Log(tmp_path, {**STATES, "complete": "seen"}, now=at(10))
    log.write("a.csv", HEAD + lines([(0, "RUN", ""), (5, "STOP", "Jam")]), minutes_ago=2)
    log.look(restart=True)
    assert log.stops == {"E001": 5}
    log.look(seconds_later=600, restart=True)
    assert log.stops == {"E001": 15}
    assert log.look(seconds_later=1, restart=True) == [], "it has grown by no minute"
    log.append("a.csv", lines([(17, "RUN", "")]), minutes_ago=2)
    (over,) = log.look(restart=True)
    assert over.value == 12
    assert over.final
    assert log.look(seconds_later=600) == []


def test_a_line_is_known_through_its_last_state_though_it_only_runs(log: Log) -> None:
    log.write("a.csv", HEAD + lines([(0, "RUN", ""), (60, "RUN", "")]) + lines([(30, "RUN", "")], "line-2"))
    log.look()
    assert log.last.complete_through == at(60)
    assert dict(log.last.through) == {"line-1": at(60), "line-2": at(30)}


def test_a_stop_goes_on_from_file_to_file(log: Log) -> None:
    for number, part in enumerate((DAY[:2], DAY[2:6], DAY[6:])):
        log.write(f"{number}.csv", HEAD + lines(part), minutes_ago=20 - number)
        log.look(restart=True)
        (log.folder / f"{number}.csv").rename(log.folder / f"{number}.old")
    assert log.stops == STOPS


def test_files_that_were_copied_in_the_wrong_order_are_read_in_that_of_their_rows(log: Log) -> None:
    rows = days(random.Random(7), 90)
    for number, part in enumerate((2, 0, 1)):
        log.write(f"{number}.csv", HEAD + lines(rows[part * 30 : part * 30 + 30]), minutes_ago=20 - number)
    log.look()
    assert shown(log.told) == in_database(log.folder, rows)


@pytest.mark.parametrize("seed", range(20))
def test_any_cut_into_files_and_looks_comes_to_the_same(tmp_path: Path, seed: int) -> None:
    rng = random.Random(seed)
    rows, log = days(rng, 120), Log(tmp_path, STATES)
    cuts = sorted({0, 120, *rng.sample(range(1, 120), 4)})
    for begin, stop in pairwise(cuts):
        half, name = rng.randint(begin, stop), f"{rng.random()}.csv"
        log.write(name, HEAD + lines(rows[begin:half]), minutes_ago=rng.uniform(5, 10))
        if half < stop and rng.random() < 0.5:
            log.look(restart=rng.random() < 0.5)
        log.append(name, lines(rows[half:stop]), minutes_ago=rng.uniform(2, 4))
        if rng.random() < 0.5:
            log.look(restart=rng.random() < 0.5)
    log.look()
    assert shown(log.told) == in_database(tmp_path, rows), seed


def test_a_file_that_is_written_anew_moved_or_copied_changes_nothing(log: Log) -> None:
    rows = days(random.Random(3), 60)
    log.write("a.csv", HEAD + lines(rows))
    log.look()
    before = dict(log.told)
    log.write("a.csv", (HEAD + lines(rows)).replace("\n", "\r\n"), minutes_ago=9)
    log.look(restart=True)
    log.write("b.csv", HEAD + lines(rows), minutes_ago=8)
    log.look(restart=True)
    log.write("c.csv", HEAD + lines(rows[20:40]), minutes_ago=7)
    log.look()
    (log.folder / "a.csv").rename(log.folder / "d.csv")
    log.look(restart=True)
    assert shown(log.told) == shown(before)
    assert log.said == []


def test_a_late_file_of_which_few_states_are_older_is_put_in_its_place(log: Log) -> None:
    early, late, rest = DAY[:4], DAY[4:7], DAY[7:]
    log.write("a.csv", HEAD + lines(early), minutes_ago=9)
    log.write("c.csv", HEAD + lines(rest), minutes_ago=8)
    log.look()
    assert "labeller-jam" not in log.stops
    log.write("b.csv", HEAD + lines(late), minutes_ago=7)
    log.look(restart=True)
    assert log.stops == STOPS


def test_a_late_state_behind_more_than_are_remembered_ends_no_other_stop(log: Log) -> None:
    running = [(float(minute), "RUN", "") for minute in range(30)]
    log.write("a.csv", HEAD + lines(running))
    log.look()
    log.write("b.csv", HEAD + lines([(5.5, "STOP", "Jam")]), minutes_ago=9)
    log.look()
    assert log.stops == {}, "nobody knows any more that it ran again at 6"


def test_a_file_that_comes_too_late_between_two_others_is_named(log: Log) -> None:
    rows = days(random.Random(17), 90)
    log.write("1.csv", HEAD + lines(rows[:30]), minutes_ago=9)
    log.write("3.csv", HEAD + lines(rows[60:]), minutes_ago=8)
    log.look()
    before = shown(log.told)
    log.write("2.csv", HEAD + lines(rows[30:60]), minutes_ago=7)
    log.look(restart=True)
    assert shown(log.told) == before, "what was told stands"
    (said,) = log.said
    assert "2.csv comes after files that are newer, so 30 of its states are left out; gembaboard source" in said
    assert log.look(restart=True) == []
    assert log.said == []
    log.watermark, log.told = None, {}
    log.look(restart=True)
    assert shown(log.told) == in_database(log.folder, rows), "so it is right after that"
    assert log.said == []


def test_a_file_that_is_moved_or_written_anew_behind_a_newer_one_is_not_taken_for_a_late_one(log: Log) -> None:
    rows = days(random.Random(23), 60)
    log.write("1.csv", HEAD + lines(rows[:30]), minutes_ago=9)
    log.write("2.csv", HEAD + lines(rows[30:]), minutes_ago=8)
    log.look()
    (log.folder / "1.csv").rename(log.folder / "archive-1.csv")
    log.look(restart=True)
    assert log.said == []
    log.write("archive-1.csv", (HEAD + lines(rows[:30])).replace("\n", "\r\n"), minutes_ago=7)
    log.look(restart=True)
    assert log.said == []
    assert shown(log.told) == in_database(log.folder, rows)


def test_files_that_are_moved_on_every_day_or_overlap_are_not_taken_for_late_ones(log: Log) -> None:
    rows = days(random.Random(19), 200)
    for day in range(5):
        for number in range(day, 0, -1):
            (log.folder / f"log.{number - 1}.csv").rename(log.folder / f"log.{number}.csv")
        log.write("log.0.csv", HEAD + lines(rows[day * 20 : day * 20 + 15]), minutes_ago=60 - day)
        log.look(restart=day % 2 == 0)
        assert log.said == []
        log.append("log.0.csv", lines(rows[day * 20 + 15 : day * 20 + 20]), minutes_ago=55 - day)
        log.look()
        assert log.said == []
    for hour in range(4):
        for again in range(2):
            log.write(f"export {hour} {again}.csv", HEAD + lines(rows[80 + hour * 10 : 130 + hour * 10]))
            log.look(restart=True)
            assert log.said == []
    assert shown(log.told) == in_database(log.folder, rows[:160])


def test_a_file_from_before_the_first_that_was_read_is_said_to_come_too_late(log: Log) -> None:
    log.write("b.csv", HEAD + lines([(60.0 + minute, "RUN", "") for minute in range(KEPT + 2)]))
    log.look()
    log.write("a.csv", HEAD + lines([(0, "STOP", "Jam"), (5, "RUN", "")]), minutes_ago=5)
    assert log.look(restart=True) == []
    assert "a.csv line 2, column State: State 'STOP' is older than the first state of its line" in log.said[0]


def test_a_file_with_the_newest_row_on_top_is_not_lost_in_silence(log: Log) -> None:
    log.write("a.csv", HEAD + lines(days(random.Random(5), 40)[::-1]))
    log.look()
    assert "oldest states have to come first" in log.said[0]


def test_a_row_that_was_taken_without_its_end_is_put_right_once_it_has_it(tmp_path: Path) -> None:
    log = Log(tmp_path, {**STATES, "node": "line-1", "complete": "seen"}, now=at(20))
    log.write("a.csv", f"State,Why,Time\nRUN,,{at(0)}\nSTOP,Jam,{at(5):%Y-%m-%d %H:%M}", minutes_ago=2)
    log.look()
    assert log.stops == {"E001": 15}
    log.append("a.csv", f":30\nRUN,,{at(9):%Y-%m-%d %H:%M}", minutes_ago=2)
    log.look(restart=True)
    assert log.stops == {"E001": Fraction(7, 2)}
    log.append("a.csv", f":45\nRUN,,{at(12)}", minutes_ago=2)
    log.look(restart=True)
    assert log.stops == {"E001": Fraction(17, 4)}
    log.append("a.csv", "\n", minutes_ago=2)
    assert log.look(restart=True) == [], "the same row with its end is no other"


def test_a_state_that_nobody_has_mapped_is_said_once_and_ends_the_stop(log: Log) -> None:
    log.write("a.csv", HEAD + lines([(0, "STOP", "Jam"), (5, "BLUE", ""), (9, "BLUE", ""), (12, "RUN", "")]))
    log.look()
    assert log.stops == {"E001": 5}
    assert [said.partition(": ")[2] for said in log.said] == [
        "State 'BLUE' is a state that map does not have, so nobody knows what it means"
    ]


def test_rows_laid_out_for_times_to_come_wait_until_then(tmp_path: Path) -> None:
    log = Log(tmp_path, {**STATES, "complete": "seen"}, now=at(10))
    log.write("a.csv", HEAD + lines([(0, "RUN", ""), (40, "STOP", "Jam"), (50, "RUN", "")]))
    log.look()
    assert log.stops == {}
    log.look(seconds_later=34 * 60, restart=True)
    assert log.stops == {"E001": 4}
    log.look(seconds_later=34 * 60, restart=True)
    assert log.stops == {"E001": 10}


def test_other_settings_read_all_again_and_tell_no_stop_twice(log: Log) -> None:
    rows = days(random.Random(11), 60)
    log.write("a.csv", HEAD + lines(rows))
    log.look()
    before = shown(log.told)
    log.settings = {**STATES, "ignore": {"Why": "nothing"}}
    log.look(restart=True)
    assert shown(log.told) == before


def test_a_kill_between_two_batches_tells_the_same_stops(log: Log) -> None:
    rows = [(number / 2, *(("STOP", "Jam") if number % 2 else ("RUN", ""))) for number in range(READINGS_A_BATCH * 3)]
    begins = NOW - timedelta(minutes=READINGS_A_BATCH * 2)
    text = "".join(
        f"{begins + timedelta(minutes=minute):%Y-%m-%d %H:%M:%S},line-1,{state},{why}\n" for minute, state, why in rows
    )
    log.write("a.csv", HEAD + text)
    first = next(iter(log.source.read(None, log.now)))
    assert len(first.readings) == READINGS_A_BATCH
    log.told |= {reading.key: reading for reading in first.readings}
    log.watermark = first.watermark
    log.look(restart=True)
    stops = sum(state == "STOP" for _, state, _ in rows[:-1])
    assert log.stops == {"E001": Fraction(stops, 2)}
    assert len(log.told) == stops


def test_states_registers_and_totals_stand_side_by_side(tmp_path: Path) -> None:
    made = {"id": "good", "value": {"column": "Made"}, "counter": "total"}
    lost = {"id": "downtime", "value": {"column": "Stood"}, "when": {"Kind": "hand"}, "reason": {"column": "Why"}}
    log = Log(tmp_path, {**STATES, "node": "line-1", "measure": [made, lost]})
    head = "Time,State,Why,Made,Stood,Kind\n"
    log.write("a.csv", head + f"{at(0)},RUN,,100,,\n{at(5)},STOP,Jam,110,,\n{at(9)},,Labeller jam,,7,hand")
    log.look()
    log.append("a.csv", f"\n{at(10)},RUN,,120,,\n")
    log.look(restart=True)
    assert log.stops == {"good": 20, "E001": 5, "labeller-jam": 7}


def test_a_source_that_is_tried_says_nothing_of_good_states(log: Log) -> None:
    log.write("b.csv", HEAD + lines(DAY[:6]), minutes_ago=3)
    log.write("a.csv", HEAD + lines(DAY[6:]), minutes_ago=4)
    assert log.source.check(log.now) == ()
