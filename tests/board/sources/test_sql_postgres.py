"""A real PostgreSQL as a source: it starts late, goes away, comes back, hangs, refuses us, and is never written to."""

import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from pathlib import Path

import pytest

from board.kpi.reading import Quality
from board.plant.plant import SourceSpec
from board.sources import feeder, sql_database, sql_look
from board.sources.contract import discover
from tests.board.sources.drop import NOW, context
from tests.board.sources.kiosk import Kiosk, running
from tests.board.sources.ledger import QUERY, TOKENS, Ledger, found, hour, spec, utc
from tests.board.sources.postgres import PASSWORD, Postgres, serving
from tests.board.sources.valve import between

TABLE = "id INT PRIMARY KEY, line TEXT, at TIMESTAMPTZ, good NUMERIC, scrap NUMERIC, changed TIMESTAMPTZ"
SECRET = {"env": "LEDGER_PASSWORD"}
UPSERT = "ON CONFLICT (id) DO UPDATE SET at=excluded.at, good=excluded.good, changed=excluded.changed"
KILL = b"""
SELECT pg_terminate_backend(pid) FROM pg_stat_activity
WHERE application_name = 'gembaboard' AND state = 'active' AND query LIKE 'FETCH%'
"""


@pytest.fixture(scope="module")
def shared() -> Iterator[Postgres]:
    with serving() as server:
        yield server


@pytest.fixture
def server(shared: Postgres) -> Postgres:
    """Return the server with an empty table of hours."""
    shared.start()
    shared.run("DROP SCHEMA public CASCADE", "CREATE SCHEMA public", f"CREATE TABLE hour ({TABLE})")
    return shared


@pytest.fixture(autouse=True)
def short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feeder, "LONGEST_PAUSE_S", 1.0)


def write(server: Postgres, *rows: tuple[object, ...]) -> None:
    """Put rows in the place of those with the same id."""
    with server.connected() as connection:
        for row in rows:
            connection.execute(f"INSERT INTO hour VALUES (%s, %s, %s, %s, %s, %s) {UPSERT}".encode(), row)


def ledger_of(server: Postgres, **settings: object) -> Ledger:
    return Ledger(server.url(), None, password=SECRET, **settings)


# what is read


def test_rows_of_a_database_become_readings_and_only_news_are_asked_for(server: Postgres) -> None:
    write(server, hour(3, "120.50", at="2026-11-20 10:00+01"), hour(2))
    ledger = ledger_of(server)
    first, _, second, _ = ledger.look()
    assert (first.node, first.value, first.start) == ("line-1", Fraction(241, 2), utc("2026-11-20 09:00"))
    assert second.key == "2:good"
    assert (ledger.look(), ledger.said) == ([], [])
    write(server, hour(2, 7, changed="2026-11-20 11:59:30"), hour(1))
    assert found(ledger.look()) == [("2", "7"), ("1", "5")]


def test_times_without_a_zone_are_those_of_the_site(server: Postgres) -> None:
    server.run("ALTER TABLE hour ALTER at TYPE TIMESTAMP, ALTER changed TYPE TIMESTAMP")
    ledger = ledger_of(server)
    ledger.now = utc("2026-07-01 12:00")
    write(server, hour(1, at="2026-07-01 10:00", changed="2026-07-01 11:00"))
    assert [each.start for each in ledger.look()[:1]] == [utc("2026-07-01 09:00")]
    write(server, hour(2, at="2026-07-01 11:00", changed="2026-07-01 10:59:30"), hour(3, changed="2026-07-01 10:58"))
    assert found(ledger.look()) == [("2", "5")]


def test_the_present_can_be_asked_for(server: Postgres) -> None:
    write(server, hour(3, changed="2026-11-20 11:59:00Z"), hour(1, changed="2026-11-20 12:00:01Z"))
    ledger = ledger_of(server, query=QUERY.replace("ORDER", "AND changed <= :now ORDER"))
    assert found(ledger.look()) == [("3", "5")]
    assert found(ledger.look(seconds_later=2)) == [("1", "5")]


@pytest.mark.parametrize(
    ("good", "value", "quality", "said"),
    [
        ("NULL", None, Quality.MISSING, ""),
        ("'NaN'::numeric", None, Quality.MISSING, ""),
        ("'Infinity'::float", None, Quality.BAD, "'inf' is not a number"),
        ("1.1::float4", Fraction(11, 10), Quality.GOOD, ""),
        ("1e-30::numeric", Fraction(1, 10**30), Quality.GOOD, ""),
        ("9e99::numeric", None, Quality.BAD, "is too long for a number"),
        ("true", None, Quality.BAD, "'true' is not a number"),
        ("'5'::bytea", Fraction(35), Quality.GOOD, ""),  # in hexadecimal, which is all there is to be said of it
        ("'{5}'::int[]", None, Quality.MISSING, "holds a list or an object, not one value"),
        ("'{\"a\": 5}'::json", None, Quality.MISSING, "holds a list or an object, not one value"),
        ("'infinity'::timestamptz", None, Quality.BAD, "'infinity' is not a number"),
        ("'4713-01-01 BC'::date", None, Quality.BAD, "BC' is not a number"),
        ("'1 year 2 hours'::interval", None, Quality.BAD, "is not a number"),
        ("'24:00'::time", None, Quality.BAD, "'24:00:00' is not a number"),
        ("repeat('9', 1000000)", None, Quality.BAD, "is too long for a number"),
        ("E'\\u202e<img src=x>'", None, Quality.BAD, "is not a number"),
    ],
)
def test_whatever_a_column_holds_costs_no_other_row_anything(
    server: Postgres, good: str, value: Fraction | None, quality: Quality, said: str
) -> None:
    row = "1 AS id, 'Line 1' AS line, timestamptz '2026-11-20 09:00Z' AS at, 0 AS scrap"
    server.run(f"CREATE VIEW odd AS SELECT {row}, {good} AS good, timestamptz '2026-11-20 10:00Z' AS changed")
    ledger = ledger_of(server, query=QUERY.replace("hour", "odd"))
    readings = ledger.look()
    assert (readings[0].value, readings[0].quality) == (value, quality)
    assert [said in each for each in ledger.said] == ([True] if said else [])


def test_a_time_that_no_calendar_has_costs_only_its_own_row(server: Postgres) -> None:
    write(server, hour(3, at="infinity"), hour(2, at="4713-01-01 BC"), hour(1))
    ledger = ledger_of(server)
    assert found(ledger.look()) == [("1", "5")]
    assert sorted(said.partition(" is ")[2] for said in ledger.said) == ["not a date", "not a date"]


def test_lengths_of_time_are_read_as_such(server: Postgres) -> None:
    server.run("ALTER TABLE hour ADD ran INTERVAL DEFAULT '1:30', ADD stood INTERVAL DEFAULT '26 hours 30 minutes'")
    write(server, hour(3))
    settings = {
        "query": QUERY.replace("good", "ran, stood, good"),
        "length": {"column": "ran", "unit": "h"},
        "measure": [{"id": "downtime", "value": {"column": "stood"}}],
    }
    (reading,) = ledger_of(server, **settings).look()
    assert (reading.end - reading.start, str(reading.value)) == (timedelta(minutes=90), "1590")


def test_a_huge_answer_is_taken_in_small_bites(server: Postgres, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sql_look, "MOST_ROWS", 500)
    server.run(
        "CREATE VIEW endless AS SELECT n AS id, 'Line 1' AS line, n AS good, 0 AS scrap, "
        "timestamptz '2020-01-01' + n * interval '1 min' AS at FROM generate_series(1, 3000000) AS n"
    )
    ledger = ledger_of(server, query="SELECT * FROM endless WHERE at > :watermark", watermark="at")
    assert len(ledger.look()) == 1000
    assert ledger.batches[-1].progress == 0
    assert len(ledger.look()) == 1000


def test_a_row_that_runs_is_not_lost_where_a_look_is_cut_behind_it(
    server: Postgres, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sql_look, "MOST_ROWS", 100)
    write(server, *(hour(number) for number in range(1, 251)))
    write(server, hour(900, at="2026-11-20 11:30Z", changed="2026-11-01 00:00Z"))
    ledger = ledger_of(server)
    assert [each.final for each in ledger.to_the_end() if each.key == "900:good"] == [False]
    assert ledger.to_the_end(seconds_later=1200) == [], "nothing is read again before it is over"
    assert [each.final for each in ledger.to_the_end(seconds_later=960) if each.key == "900:good"] == [True]
    assert [each.key for each in ledger.to_the_end(seconds_later=600)] == []


# that nothing is written


@pytest.mark.parametrize(
    "query",
    [
        "SELECT meddle() AS id",
        "WITH x AS (INSERT INTO hour (id) VALUES (9) RETURNING id) SELECT id FROM x",
        "SELECT set_config('transaction_read_only', 'off', false), meddle()",
        "SELECT nextval('counter')",
        "SELECT id INTO other FROM hour",
        "SELECT * FROM hour FOR UPDATE",
        "INSERT INTO hour (id) VALUES (9)",
        "COMMIT; INSERT INTO hour (id) VALUES (9)",
        "SELECT 1; DELETE FROM hour",
    ],
)
def test_nothing_is_written_whatever_is_asked(server: Postgres, query: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("board.sources.sql_setting.faults_in", lambda _query: [])
    write(server, hour(1))
    server.run(
        "CREATE SEQUENCE counter",
        "CREATE FUNCTION meddle() RETURNS int LANGUAGE plpgsql AS 'BEGIN DELETE FROM hour; RETURN 1; END'",
    )
    ledger = ledger_of(server, query=query, watermark=None)
    assert str(ledger.failure())
    with server.connected() as connection:
        assert connection.execute("SELECT count(*), (SELECT last_value FROM counter) FROM hour").fetchone() == (1, 1)
        assert connection.execute("SELECT is_called FROM counter").fetchone() == (False,)
        assert connection.execute("SELECT to_regclass('other')").fetchone() == (None,)


def test_a_query_that_wants_to_write_is_told_so(server: Postgres) -> None:
    server.run("CREATE FUNCTION meddle() RETURNS int LANGUAGE plpgsql AS 'BEGIN DELETE FROM hour; RETURN 1; END'")
    said = str(ledger_of(server, query="SELECT meddle() AS id", watermark=None).failure())
    assert said.startswith(f"the query wants to write, and postgresql://127.0.0.1:{server.port}/postgres is only read")


# when it does not answer


def test_a_server_that_starts_late_goes_away_and_comes_back(server: Postgres, tmp_path: Path) -> None:
    now = datetime.now(UTC).replace(microsecond=0)
    write(server, hour(1, at=str(now - timedelta(hours=2)), changed=str(now - timedelta(hours=1))))
    server.stop()
    asked = spec(server.url(), password=SECRET)
    board = Kiosk(asked, folder=tmp_path, found=context(tmp_path, environment=TOKENS))
    with running(board):
        board.wait_until(lambda: board.states == ["failing"])
        assert "cannot be reached" in board.said[0][2]
        server.start()
        board.wait_for_readings(2)
        board.wait_until(lambda: board.states == ["failing", "well"])
        server.stop("immediate")
        board.wait_until(lambda: board.states == ["failing", "well", "failing"])
        server.start()
        write(server, hour(2, at=str(now - timedelta(hours=3)), changed=str(now)))
        board.wait_for_readings(4)
        board.wait_until(lambda: board.states == ["failing", "well", "failing", "well"])
        write(server, hour(2, 6, at=str(now - timedelta(hours=3)), changed=str(now + timedelta(seconds=1))))
        board.wait_for_readings(5)
    assert [reading.key for reading in board.readings] == ["1:good", "1:scrap", "2:good", "2:scrap", "2:good"]
    assert PASSWORD.encode() not in b"".join(board.lines)


def test_a_connection_that_is_ended_in_mid_answer_is_a_sentence_and_the_next_look_reads_all(server: Postgres) -> None:
    write(server, *(hour(number) for number in range(1, 300)))
    ledger = ledger_of(server, query=QUERY.replace("FROM hour", ", pg_sleep(0.02) FROM hour"), timeout="20 s")
    ending = threading.Event()

    def kill() -> None:
        with server.connected() as connection:
            while not ending.is_set() and not connection.execute(KILL).fetchall():
                pass

    helper = threading.Thread(target=kill)
    helper.start()
    try:
        assert "cannot be reached" in str(ledger.failure())
    finally:
        ending.set()
        helper.join()
    ledger.spec = spec(server.url(), password=SECRET)
    ledger.restart()
    assert len(ledger.look()) == 598


def test_a_query_that_takes_too_long_is_given_up_by_the_server(server: Postgres) -> None:
    began_s = time.monotonic()
    said = str(ledger_of(server, query="SELECT pg_sleep(60)", watermark=None, timeout="1 s").failure())
    assert said.endswith("has not answered within 1 s; ask for less, add an index, or raise timeout")
    assert time.monotonic() - began_s < 10


def test_a_table_that_is_locked_is_given_up(server: Postgres) -> None:
    with server.connected() as owner, owner.transaction():
        owner.execute("LOCK TABLE hour IN ACCESS EXCLUSIVE MODE")
        said = str(ledger_of(server, timeout="1 s").failure())
    assert "has not answered within 1 s" in said


def test_a_network_that_swallows_everything_is_given_up_in_time(
    server: Postgres, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sql_database, "LATER_S", 0.5)
    monkeypatch.setattr(sql_database, "CONNECT_S", 0.5)
    write(server, hour(1))
    with between(server.port) as valve:
        ledger = Ledger(server.url(port=valve.port), password=SECRET, timeout="1 s")
        assert len(ledger.look()) == 2
        slow = QUERY.replace("good", "good, pg_sleep(0.5)")
        ledger.spec = spec(server.url(port=valve.port), password=SECRET, timeout="1 s", query=slow)
        ledger.restart()
        shut = threading.Timer(0.3, lambda: setattr(valve, "is_open", False))
        shut.start()
        began_s = time.monotonic()
        said = str(ledger.failure())
        shut.join()
        assert time.monotonic() - began_s < 10
        assert "has not answered within 1 s" in said
        valve.is_open = True
        write(server, hour(1, 7, changed="2026-11-20 12:00:01"))
        assert found(ledger.look()) == [("1", "7")]


def test_without_the_watchdog_such_a_network_would_hold_us(server: Postgres, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sql_database, "LATER_S", 0.0)
    monkeypatch.setattr(sql_database, "CONNECT_S", 0.0)
    monkeypatch.setattr(sql_database, "cut", lambda _connection: None)
    with between(server.port) as valve:
        slow = QUERY.replace("good", "good, pg_sleep(0.5)")
        write(server, hour(1))
        ledger = Ledger(server.url(port=valve.port), password=SECRET, timeout="1 s", query=slow)
        shut = threading.Timer(0.3, lambda: setattr(valve, "is_open", False))
        shut.start()
        held = threading.Thread(target=lambda: ledger.source.check(NOW) or list(_quietly(ledger)))
        held.start()
        held.join(3.0)
        assert held.is_alive()
        valve.is_open = True
        held.join(20.0)
        assert not held.is_alive()
        shut.join()


def _quietly(ledger: Ledger) -> Iterator[str]:
    try:
        ledger.look()
    except Exception as error:  # whatever comes of a connection that hung
        yield str(error)


# who asks


def test_a_server_that_refuses_us_is_left_alone_longer_and_longer_and_no_secret_is_shown(server: Postgres) -> None:
    ledger = Ledger(server.url(), password={"env": "LEDGER_WRONG"})
    said = ledger.failure()
    assert "refuses us (" in str(said)
    assert "check user and password" in str(said)
    assert said.not_before == timedelta(minutes=1)
    assert ledger.failure().not_before == timedelta(minutes=2)
    assert TOKENS["LEDGER_WRONG"] not in str(said)
    assert "holds no usable secret" in str(Ledger(server.url(), password={"env": "LEDGER_SHORT"}).failure())


def test_an_address_may_be_a_secret_as_a_whole(server: Postgres, tmp_path: Path) -> None:
    write(server, hour(1))
    secret = tmp_path / "url"
    secret.write_text(f"postgresql://postgres:{PASSWORD}@127.0.0.1:{server.port}/postgres\n")
    secret.chmod(0o600)
    ledger = Ledger({"file": "url"}, tmp_path)
    assert len(ledger.look()) == 2
    secret.write_text(f"postgresql://postgres:other-sesame@127.0.0.1:{server.port}/postgres\n")
    said = str(ledger.failure())
    assert "refuses us" in said
    assert "other-sesame" not in said
    secret.chmod(0o644)
    assert "can be read by others (its mode is 644); set it to 600" in str(ledger.failure())


def test_a_login_that_may_not_read_is_told_what_it_lacks(server: Postgres) -> None:
    server.run(f"CREATE ROLE reader LOGIN PASSWORD '{PASSWORD}'", "GRANT USAGE ON SCHEMA public TO reader")
    write(server, hour(1))
    ledger = Ledger(server.url(user="reader"), password=SECRET)
    assert "does not let us read (permission denied" in str(ledger.failure())
    server.run("GRANT SELECT ON hour TO reader")
    assert len(ledger.look()) == 2


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("SELECT goods FROM hour", 'does not understand the query (column "goods" does not exist'),
        ("SELECT * FROM hours", 'does not understand the query (relation "hours" does not exist'),
        ("SELECT FROM WHERE", "does not understand the query (syntax error"),
        ("SELECT 1/0 AS id", "could not answer (division by zero"),
    ],
)
def test_a_query_that_is_wrong_is_a_sentence(server: Postgres, query: str, said: str) -> None:
    assert said in str(ledger_of(server, query=query, watermark=None).failure())


def test_whoever_looks_round_finds_tables_even_where_some_may_not_be_read(server: Postgres) -> None:
    write(server, hour(1))
    server.run("CREATE VIEW angry AS SELECT 1 / (id - id) AS x FROM hour")
    asked = SourceSpec(id="x", kind="sql", settings={"url": server.url(), "password": SECRET})
    columns = discover(asked, context(environment=TOKENS), NOW)
    assert [(each.rows, each.name, each.looks_like) for each in columns] == [
        ("hour", "id", "number"),
        ("hour", "line", "word"),
        ("hour", "at", "time"),
        ("hour", "good", "number"),
        ("hour", "scrap", "number"),
        ("hour", "changed", "time"),
    ]
