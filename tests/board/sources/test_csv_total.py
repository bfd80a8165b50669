"""Registers that only rise, logged into CSV files: what they add is counted once, whatever becomes of the files."""

import json
import random
from collections.abc import Mapping
from datetime import timedelta
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import pytest
from typing_extensions import override

from board.kpi.reading import Reading
from board.sources.contract import READINGS_A_BATCH
from tests.board.sources.drop import NOW, Drop

HEAD = "Time,Made\n"
START = NOW - timedelta(days=3)
REGISTER: Mapping[str, object] = {
    "node": "line-1",
    "time": "Time",
    "measure": [{"id": "good", "value": {"column": "Made"}, "counter": "total"}],
}


class Log(Drop):
    """A drop folder with registers, and what its readings came to, each told apart by its key."""

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
    def made(self) -> Fraction:
        """Return how much was made in all."""
        return sum((reading.value or Fraction(0) for reading in self.told.values()), Fraction(0))


@pytest.fixture
def log(tmp_path: Path) -> Log:
    return Log(tmp_path, REGISTER)


def row(minute: float, value: object) -> str:
    at = START + timedelta(minutes=minute)
    return f"{at:%Y-%m-%d %H:%M:%S},{value}\n"


def rows(first: int, stop: int, *, step: int = 10) -> str:
    """Return a row a minute, with a register that gains so much in each."""
    return "".join(row(minute, 1000 + minute * step) for minute in range(first, stop))


@pytest.mark.parametrize("restart", [False, True])
def test_rows_that_are_added_one_by_one_are_counted_on(log: Log, restart: bool) -> None:
    log.write("a.csv", HEAD)
    for minute in range(30):
        log.append("a.csv", row(minute, 1000 + minute * 10), minutes_ago=4 - minute / 60)
        log.look(restart=restart)
    assert log.made == 290
    assert log.said == []
    assert log.last.complete_through == START + timedelta(minutes=29)


def test_without_what_it_remembers_every_restart_would_lose_a_row(log: Log) -> None:
    log.write("a.csv", HEAD)
    for minute in range(30):
        log.append("a.csv", row(minute, 1000 + minute * 10), minutes_ago=4 - minute / 60)
        log.look(restart=True)
        mark = json.loads(log.watermark or "")
        del mark["memory"]
        log.watermark = json.dumps(mark)
    assert log.made == 0


def test_a_new_file_a_day_goes_on_from_the_last_of_the_one_before(log: Log) -> None:
    for day in range(3):
        log.write(f"day-{day}.csv", HEAD + rows(day * 60, (day + 1) * 60), minutes_ago=9 - day)
        log.look(restart=True)
        (log.folder / f"day-{day}.csv").rename(log.folder / f"day-{day}.old")
    assert log.made == 179 * 10


def test_files_that_were_copied_in_the_wrong_order_are_read_in_that_of_their_rows(log: Log) -> None:
    for number, day in enumerate((2, 0, 3, 1)):
        log.write(f"{number}.csv", HEAD + "odd,\n" + rows(day * 60, (day + 1) * 60), minutes_ago=30 - number)
    log.look()
    assert log.made == 239 * 10
    assert max(reading.value or 0 for reading in log.told.values()) == 10, "each minute has its own"
    again = [reading for reading in log.look(restart=True) if log.told[reading.key] != reading]
    assert again == []


@pytest.mark.parametrize("seed", range(20))
def test_any_cut_into_files_and_looks_comes_to_the_same(tmp_path: Path, seed: int) -> None:
    rng, value, made, lines = random.Random(seed), 500, 0, []
    for minute in range(200):
        gain = rng.choice((0, 1, 7, 40))
        is_reset = rng.random() < 0.03 and value > 100
        value = gain if is_reset else value + gain
        made += gain if minute else 0
        lines.append(row(minute, value))
    cuts = sorted({0, 200, *rng.sample(range(1, 200), 5)})
    log = Log(tmp_path, REGISTER)
    for begin, stop in pairwise(cuts):
        half = rng.randint(begin, stop)
        log.write(f"{rng.random()}.csv", HEAD + "".join(lines[begin:half]), minutes_ago=rng.uniform(5, 10))
        if half < stop and rng.random() < 0.5:
            log.look(restart=rng.random() < 0.5)
        newest = max(log.folder.iterdir(), key=lambda path: path.stat().st_ctime_ns)
        log.append(newest.name, "".join(lines[half:stop]), minutes_ago=rng.uniform(2, 4))
        if rng.random() < 0.5:
            log.look(restart=rng.random() < 0.5)
    log.look()
    assert log.made == made, seed
    assert log.said == [], seed


def test_a_file_that_is_written_anew_counts_only_what_is_new_in_it(log: Log) -> None:
    log.write("a.csv", HEAD + rows(0, 60))
    log.look()
    log.write("a.csv", (HEAD + rows(0, 60)).replace("\n", "\r\n"), minutes_ago=4)
    assert log.look() == []
    log.write("b.csv", HEAD + rows(30, 61), minutes_ago=3)
    (added,) = log.look(restart=True)
    assert added.value == 10
    assert log.said == []
    assert log.made == 600


def test_a_late_correction_counts_only_among_the_last_eight(log: Log) -> None:
    log.write("a.csv", HEAD + rows(0, 60))
    log.look()
    log.write("a.csv", HEAD + rows(0, 10) + row(10, 1109) + rows(11, 57) + row(57, 1575) + rows(58, 60), minutes_ago=4)
    assert [reading.value for reading in log.look()] == [15, 5]
    assert log.made == 590


def test_a_file_from_before_the_first_that_was_read_is_said_to_come_too_late(log: Log) -> None:
    log.write("a.csv", HEAD + rows(60, 120))
    log.look()
    log.write("b.csv", HEAD + rows(0, 60), minutes_ago=4)
    assert log.look() == []
    assert (
        "b.csv line 2, column Made: Made '1000' is older than the first value of its counter, so it is" in log.said[0]
    )
    assert log.made == 590


def test_a_file_with_the_newest_row_on_top_is_not_lost_in_silence(log: Log) -> None:
    log.write("a.csv", HEAD + "".join(reversed(rows(0, 60).splitlines(keepends=True))))
    log.look()
    assert "oldest values have to come first" in log.said[0]


def test_a_row_that_was_taken_without_its_end_is_put_right_once_it_has_it(log: Log) -> None:
    log.write("a.csv", HEAD + row(0, 12340) + row(1, 12350).strip()[:-2], minutes_ago=0)
    log.look()
    assert log.told == {}, "a torn row may be in the making"
    log.look(seconds_later=90)
    assert log.made == 123, "for now it looks as after a reset"
    log.append("a.csv", "50\n", minutes_ago=0)
    log.look(restart=True)
    assert log.made == 10
    log.append("a.csv", row(2, 12360), minutes_ago=0)
    log.look()
    assert log.made == 20


def test_a_last_row_without_its_end_is_not_taken_back_when_it_gets_one(log: Log) -> None:
    log.write("a.csv", HEAD + row(0, 100) + row(1, 110).strip())
    log.look()
    assert log.made == 10
    log.append("a.csv", "\n" + row(2, 120), minutes_ago=0)
    log.look(restart=True)
    assert log.made == 20


def test_other_measures_beside_a_register_are_taken_back_as_ever(tmp_path: Path) -> None:
    values = [*REGISTER["measure"], {"id": "scrap", "value": {"column": "Bad"}}]  # type: ignore[misc]
    log = Log(tmp_path, {**REGISTER, "measure": values})
    log.write("a.csv", "Made,Bad,Time\n100,1,2026-11-20 08:00:00\n110,2,2026-11-20 08:01")
    log.look()
    log.append("a.csv", ":30\n", minutes_ago=0)
    log.look()
    assert sum(each.value or 0 for each in log.told.values() if each.measure == "scrap") == 3
    assert sum(each.value or 0 for each in log.told.values() if each.measure == "good") == 10


def test_other_settings_read_all_again_and_count_nothing_twice(log: Log) -> None:
    log.write("a.csv", HEAD + rows(0, 60))
    log.write("b.csv", HEAD + rows(60, 120), minutes_ago=20)
    log.look()
    log.settings = {**REGISTER, "measure": [{**REGISTER["measure"][0], "scale": 2}]}  # type: ignore[index]
    log.look(restart=True)
    assert log.made == 2 * 1190
    assert len(log.told) == 119


def test_a_kill_between_two_batches_counts_nothing_twice(log: Log) -> None:
    count = READINGS_A_BATCH * 2
    lines = "".join(f"{START + timedelta(seconds=second):%Y-%m-%d %H:%M:%S},{second}\n" for second in range(count))
    log.write("a.csv", HEAD + lines)
    first = next(iter(log.source.read(None, log.now)))
    assert len(first.readings) == READINGS_A_BATCH
    log.told |= {reading.key: reading for reading in first.readings}
    log.watermark = first.watermark
    rest = log.look(restart=True)
    assert len(rest) == count - 1 - READINGS_A_BATCH
    assert log.made == count - 1


def test_a_file_that_takes_several_looks_is_read_to_its_end_before_the_next(tmp_path: Path) -> None:
    log = Log(tmp_path, {**REGISTER, "look_mib": 1})
    notes = "".join(row(second / 60, f"{'x' * 1000},{2000 + second}") for second in range(1200))
    log.write("a.csv", "Time,Note,Made\n" + notes + row(20, "late,50"))
    log.write("b.csv", HEAD + "".join(row(22 + minute, 80 + minute) for minute in range(20)))
    log.look()
    assert log.last.complete_through is None
    log.look()
    assert log.made == 1199 + 50 + 49, "the reset at the end of the first is not lost"


def test_a_register_without_a_value_holds_its_line_open(log: Log) -> None:
    log.write("a.csv", HEAD + row(0, 10) + row(1, ""))
    log.look()
    assert log.last.complete_through is None
    log.append("a.csv", row(2, 30))
    log.look(restart=True)
    assert log.last.complete_through == START + timedelta(minutes=2)
    assert log.made == 20


def test_while_a_file_cannot_be_opened_those_after_it_wait(log: Log, monkeypatch: pytest.MonkeyPatch) -> None:
    log.write("a.csv", HEAD + rows(0, 60), minutes_ago=3 * 24 * 60 - 60)
    log.write("b.csv", HEAD + rows(60, 120))
    opened = Path.open

    def locked(path: Path, *args: object) -> object:
        if path.name == "a.csv":
            raise PermissionError(13, "Permission denied")
        return opened(path, *args)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", locked)
    assert log.look() == []
    assert log.last.complete_through is None
    assert "a.csv cannot be read" in log.said[0]
    monkeypatch.undo()
    log.look()
    assert log.made == 1190


def test_a_source_that_is_tried_says_nothing_of_good_registers(log: Log) -> None:
    log.write("b.csv", HEAD + rows(0, 60), minutes_ago=3)
    log.write("a.csv", HEAD + rows(60, 120), minutes_ago=4)
    assert log.source.check(log.now) == ()


def test_two_registers_of_one_line_are_told_apart_by_their_files(tmp_path: Path) -> None:
    one = {"id": "good", "value": {"column": "Made"}, "counter": "total"}
    log = Log(tmp_path, {**REGISTER, "measure": [{**one, "when": {"$file": f"m{number}.csv"}} for number in (1, 2)]})
    for look in range(3):
        for number in (1, 2):
            text = HEAD + "".join(row(minute, number * 5000 + minute * number) for minute in range(20 * (look + 1)))
            log.write(f"m{number}.csv", text, minutes_ago=20 - look)
        log.look(restart=True)
    assert log.made == 59 * 3
    assert log.said == []
