"""A historian that logs registers and states: what they add and for how long a line stood, over looks and restarts."""

import random
import sqlite3
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from fractions import Fraction
from pathlib import Path

import pytest

from board.kpi.reading import Reading
from board.sources import sql_look
from board.sources.memory import Memory
from board.sources.sql_mark import SqlMark
from tests.board.sources.drop import NOW
from tests.board.sources.ledger import Ledger
from tests.board.sources.postgres import PASSWORD, Postgres, serving

URL = "sqlite:///log.db"
COLUMNS = "id INTEGER PRIMARY KEY, line TEXT, at TIMESTAMP, made INTEGER, state TEXT"
QUERY = "SELECT id, line, at, made, state FROM log WHERE id > :watermark ORDER BY id"
START = NOW - timedelta(hours=20)
GOOD: Mapping[str, object] = {"id": "good", "value": {"column": "made"}, "counter": "total", "maximum": 65535}
LOGGED: Mapping[str, object] = {
    "query": QUERY,
    "watermark": {"column": "id", "as": "number"},
    "start": None,
    "length": None,
    "time": "at",
    "zone": "UTC",
    "measure": [GOOD],
    "state": {"column": "state", "map": {"RUN": "running", "JAM": "labeller-jam", "IDLE": "stopped"}},
}
Row = tuple[int, str, str, object, object]


class Log:
    """A file of SQLite in which a historian logs registers."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "log.db"
        self.rows = 0
        self.run(f"CREATE TABLE log ({COLUMNS})")

    def run(self, statement: str, *rows: Row) -> None:
        """Change the file as its owner does."""
        with sqlite3.connect(self.path) as connection:
            connection.executemany(statement, rows) if rows else connection.execute(statement)
        connection.close()

    def write(self, *rows: tuple[float, object, object], line: str = "line-1") -> None:
        """Log what a line shows at some minutes: its register and its state."""
        self.run("INSERT INTO log VALUES (?, ?, ?, ?, ?)", *(self._row(line, *row) for row in rows))

    def _row(self, line: str, minute: float, made: object, state: object) -> Row:
        self.rows += 1
        return self.rows, line, f"{at(minute):%Y-%m-%d %H:%M:%S}", made, state


class Told:
    """What a board keeps of all that a source tells: of a reading that is told again, as it was told last."""

    def __init__(self) -> None:
        self.readings: dict[str, Reading] = {}

    def take(self, readings: list[Reading]) -> None:
        """Keep readings."""
        self.readings |= {reading.key: reading for reading in readings}

    def sums(self) -> dict[str, Fraction]:
        """Return the sum of each measure, of stops by their reason."""
        found: dict[str, Fraction] = {}
        for reading in self.readings.values():
            name = reading.reason or reading.measure
            found[name] = found.get(name, Fraction(0)) + (reading.value or 0)
        return {name: total for name, total in found.items() if total}


def at(minute: float) -> datetime:
    """Return the time of a minute of the log."""
    return START + timedelta(minutes=minute)


@pytest.fixture
def log(tmp_path: Path) -> Log:
    return Log(tmp_path)


def ledger_of(log: Log, **settings: object) -> Ledger:
    return Ledger(URL, log.path.parent, **{**LOGGED, **settings})


@pytest.fixture
def ledger(log: Log) -> Ledger:
    return ledger_of(log)


@pytest.fixture
def told() -> Told:
    return Told()


SHOWN: tuple[tuple[float, object, object], ...] = (
    (0, 65500, "RUN"),
    (10, 65530, "RUN"),
    (10, 65530, "RUN"),  # logged twice
    (20, 4, "JAM"),  # rolled over
    (30, None, "JAM"),
    (40, 40, "RUN"),
    (50, 0, "RUN"),  # reset
    (60, 25, None),
    (70, "n/a", "RUN"),
    (80, 30, "IDLE"),
    (90, 30, "RUN"),
)
SUMS = {"good": 30 + 10 + 36 + 25 + 5, "labeller-jam": 20, "downtime": 10}


@pytest.mark.parametrize("restarts", [False, True])
def test_a_register_is_counted_however_often_the_source_begins_again(
    log: Log, ledger: Ledger, told: Told, restarts: bool
) -> None:
    for row in SHOWN:
        log.write(row)
        if restarts:
            ledger.restart()
        told.take(ledger.look())
        assert (ledger.batches[-1].complete_through is None) == (row[1] in (None, "n/a")), "it is not known then"
    assert told.sums() == SUMS
    assert not any(reading.value is None for reading in told.readings.values())
    ledger.restart()
    told.take(ledger.look())
    assert told.sums() == SUMS, "what overlaps comes again and does no harm"
    assert ledger.said == []


def test_without_what_it_remembers_each_start_would_lose_what_lies_between(
    log: Log, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Memory, "body", lambda _self: {})
    ledger = ledger_of(log, watermark={"column": "id", "as": "number", "overlap": 0})
    for row in SHOWN:
        log.write(row)
        ledger.restart()
        told.take(ledger.look())
    assert told.sums() != SUMS


def test_all_at_once_it_comes_to_the_same(log: Log, ledger: Ledger, told: Told) -> None:
    log.write(*SHOWN)
    told.take(ledger.look())
    assert told.sums() == SUMS


def registers(most: int, seed: int) -> tuple[list[tuple[float, object, object]], int]:
    """Return what a register shows that is reset now and then, and how much was made."""
    chance, shown, made, rows = random.Random(seed), 100, 0, []
    rows.append((0.0, shown, "RUN"))
    for number in range(1, most):
        added = chance.randrange(20)
        shown = added if chance.random() < 0.02 and shown > 50 else shown + added
        made += added
        rows.append((number / 10, shown, "RUN"))
    return list(rows), made


@pytest.mark.parametrize("batch", [7, 10_000])
def test_a_long_log_is_counted_in_looks_that_may_be_killed_at_any_batch(
    log: Log, told: Told, monkeypatch: pytest.MonkeyPatch, batch: int
) -> None:
    seed = random.randrange(2**32)
    print(f"seed {seed}")
    monkeypatch.setattr(sql_look, "MOST_ROWS", 100)
    monkeypatch.setattr(sql_look, "READINGS_A_BATCH", batch)
    rows, made = registers(730, seed)
    log.write(*rows)
    ledger, looks, chance, is_over = ledger_of(log), 0, random.Random(seed), False
    while not is_over:
        looks += 1
        ledger.restart()
        for each in ledger.source.read(ledger.watermark, ledger.now):
            told.take(list(each.readings))
            ledger.watermark = each.watermark
            is_killed = chance.random() < 0.02
            is_over = each.complete_through is not None and not is_killed
            if is_killed:
                break
    assert looks >= 8, "no look takes all"
    assert told.sums() == {"good": made}


def test_a_row_ahead_of_the_present_waits_and_is_counted_once_its_time_has_come(
    log: Log, ledger: Ledger, told: Told
) -> None:
    ledger.now = at(20)
    log.write((0, 100, "RUN"), (31, 160, "JAM"), (10, 110, "RUN"), (20, 120, "RUN"))
    for _ in range(2):
        told.take(ledger.look())
        assert told.sums() == {"good": 20}
        assert ledger.said == [], "what is to come is no fault"
    log.write((30, 150, "RUN"))
    told.take(ledger.look(seconds_later=600))
    assert told.sums() == {"good": 60}, "31 is within what clocks may be apart"
    log.write((40, 165, "RUN"))
    ledger.restart()
    told.take(ledger.look(seconds_later=600))
    assert told.sums() == {"good": 65, "labeller-jam": 9}


def test_a_row_ahead_is_not_lost_where_a_look_is_cut_behind_it(
    log: Log, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sql_look, "MOST_ROWS", 5)
    ledger = ledger_of(log, watermark={"column": "id", "as": "number", "overlap": 2})
    ledger.now = at(60)
    log.write((0, 100, "RUN"), (80, 190, "RUN"), *((minute, 100 + minute, "RUN") for minute in range(1, 30)))
    told.take(ledger.to_the_end())
    assert told.sums() == {"good": 29}
    told.take(ledger.to_the_end(seconds_later=1500))
    assert told.sums() == {"good": 90}
    log.write((86, 200, "RUN"))
    told.take(ledger.to_the_end(seconds_later=60))
    assert told.sums() == {"good": 100}


def test_a_row_with_a_time_that_never_comes_is_named(log: Log, ledger: Ledger, told: Told) -> None:
    log.write((0, 100, "RUN"), (60 * 24 * 400, 900, "RUN"), (10, 110, "RUN"))
    told.take(ledger.look())
    assert told.sums() == {"good": 10}
    assert ["lies in the future" in said for said in ledger.said] == [True]


def test_a_stop_grows_while_it_lasts_and_takes_the_reason_that_comes(log: Log, told: Told) -> None:
    ledger = ledger_of(log, complete="seen", measure=None)
    ledger.now = at(0)
    log.write((0, None, "RUN"))
    told.take(ledger.look())
    log.write((5, None, "IDLE"))
    ledger.restart()
    told.take(ledger.look(seconds_later=600))
    assert told.sums() == {"downtime": 5}
    ledger.restart()
    told.take(ledger.look(seconds_later=600))
    assert told.sums() == {"downtime": 15}, "nothing new is in the log"
    log.write((25, None, "JAM"), (30, None, "RUN"))
    told.take(ledger.look(seconds_later=600))
    assert told.sums() == {"labeller-jam": 25}
    assert len(told.readings) == 1


def test_other_settings_read_again_and_count_nothing_twice(log: Log, told: Told) -> None:
    log.write(*SHOWN)
    ledger = ledger_of(log)
    told.take(ledger.look())
    keys, watermark = set(told.readings), ledger.watermark

    def after(**settings: object) -> None:
        """Begin under other settings behind this watermark."""
        other = ledger_of(log, **settings)
        other.watermark = watermark
        told.take(other.look())
        assert told.sums() == SUMS

    other_meaning = {"ignore": {"line": "line-9"}}
    after(**other_meaning)
    assert set(told.readings) == keys
    after(query=QUERY.replace("ORDER", "AND 1 = 1 ORDER"))
    assert set(told.readings) == keys, "another question begins anew, and says the same of the same rows"
    log.run("DELETE FROM log")
    log.write((100, 37, "RUN"))
    ledger = ledger_of(log, **other_meaning)
    ledger.watermark = watermark
    told.take(ledger.look())
    assert told.sums() == {**SUMS, "good": SUMS["good"] + 7}, "a register counts on, though its rows are gone"


def test_another_question_remembers_no_register(log: Log, told: Told) -> None:
    log.write((0, 5000, "RUN"), (10, 5010, "RUN"))
    ledger = ledger_of(log)
    told.take(ledger.look())
    log.run(f"CREATE TABLE other ({COLUMNS})")
    log.run("INSERT INTO other SELECT id, line, datetime(at, '+1 hour'), made - 4900, state FROM log")
    other = ledger_of(log, query=QUERY.replace("log", "other"))
    other.watermark = ledger.watermark
    told.take(other.look())
    assert told.sums() == {"good": 20}, "its first value is no reset of another register"


@pytest.mark.parametrize("order", ["id", "id DESC", "line, at DESC"])
def test_without_a_watermark_the_whole_log_is_counted_once_in_either_order(log: Log, told: Told, order: str) -> None:
    ledger = ledger_of(log, query=f"SELECT * FROM log ORDER BY {order}", watermark=None, key=None)
    for minute in range(30):
        log.write((minute, 100 + minute, "RUN"))
        log.write((minute, 500 + 2 * minute, "RUN"), line="line-2")
        if minute % 15 == 14:
            ledger.restart()
            told.take(ledger.look())
            told.take(ledger.look())
    assert told.sums() == {"good": 29 + 58}


def test_a_log_that_is_not_read_in_the_order_of_its_watermark_is_named(log: Log) -> None:
    ledger = ledger_of(log, query=QUERY + " DESC")
    log.write((0, 100, "RUN"))
    ledger.look()
    assert ledger.said == []
    log.write((10, 110, "RUN"))
    ledger.look()
    assert ledger.said == [
        "row, id: id does not rise from row to row, so values may be left out; end the query with ORDER BY id"
    ]


def test_a_table_that_only_shows_the_present_is_counted(log: Log, ledger: Ledger, told: Told) -> None:
    ledger = ledger_of(log, query="SELECT * FROM log", watermark=None, key=None)
    for row in SHOWN:
        log.run("DELETE FROM log")
        log.write(row)
        ledger.restart()
        told.take(ledger.look())
    assert told.sums() == SUMS


def test_a_watermark_from_before_registers_were_remembered_goes_on(log: Log, told: Told) -> None:
    old = '{"settings": "a.b.c", "since": "7", "bare": null, "exact": false, "newest": null}'
    found = SqlMark.parse(old, "a.b.c")
    assert (found.since, found.memory) == ("7", None)
    ledger = ledger_of(log)
    log.write((0, 100, "RUN"))
    ledger.look()
    assert '"memory"' in (ledger.watermark or "")
    spoilt = (ledger.watermark or "").replace('"counters": {', '"counters": {"x": 7, ').replace('"states"', '"dates"')
    log.write((10, 110, "RUN"))
    ledger.watermark = spoilt
    ledger.restart()
    told.take(ledger.look())
    assert told.sums() == {"good": 10}


@pytest.fixture(scope="module")
def server() -> Iterator[Postgres]:
    with serving() as found:
        yield found


def test_a_register_in_a_real_postgresql_is_counted(server: Postgres, told: Told) -> None:
    server.run("CREATE TABLE log (id INT PRIMARY KEY, line TEXT, at TIMESTAMPTZ, made NUMERIC, state TEXT)")
    settings = {**LOGGED, "measure": [{**GOOD, "reason": {"column": "line"}}], "password": {"env": "LEDGER_PASSWORD"}}
    ledger = Ledger(server.url(), None, **settings)
    assert PASSWORD not in server.url()
    shown = [row for row in SHOWN if row[1] != "n/a"]
    for number, (minute, made, state) in enumerate(shown):
        with server.connected() as connection:
            row = (number, "line-1", at(minute), made, state)
            connection.execute(b"INSERT INTO log VALUES (%s, %s, %s, %s, %s)", row)
        ledger.restart()
        told.take(ledger.look())
    assert told.sums() == {**{name: total for name, total in SUMS.items() if name != "good"}, "line-1": SUMS["good"]}
