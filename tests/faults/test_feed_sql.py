"""A hundred thousand hostile rows of a database, and damaged files of SQLite: each is readings or a sentence."""

import random
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta, timezone
from datetime import time as clock
from decimal import Decimal
from fractions import Fraction
from ipaddress import ip_address
from pathlib import Path
from uuid import UUID

import pytest
from typing_extensions import override

from board.kpi.reading import Batch
from board.sources import cell_value, sql_look
from board.sources.contract import SourceError
from board.sources.recent import Recent
from board.sources.sql_look import Names, Rows, SqlLook
from board.sources.sql_mark import SqlMark
from board.sources.sql_setting import SqlSettings, read_settings
from board.sources.typed_cell import CellError, CellWriter
from board.sources.wire import decode_batch, encode_batch
from tests.board.sources.drop import NOW, context
from tests.board.sources.ledger import Book, Ledger, hour, spec
from tests.faults.feed_json import ODD as ODD_TEXTS
from tests.helpers.scale import times

pytestmark = pytest.mark.faults

INPUTS = times(100_000, 1_000_000)
FILES = times(2_000, 100_000)
LONGEST_S = 0.1
URL = "postgresql://erp/x"
SINCE: Mapping[str, object] = {"query": "SELECT 1 WHERE :watermark = 1"}
SETTINGS: list[Mapping[str, object]] = [
    {},
    {"watermark": {"column": "id", "as": "number"}, **SINCE},
    {"watermark": {"column": "line", "as": "text"}, "decimal": ",", **SINCE},
    {"watermark": {"column": "changed", "as": "epoch ms"}, **SINCE},
    {"watermark": {"column": "changed", "as": "%Y%m%d%H%M%S"}, **SINCE},
    {"watermark": None, "query": "SELECT 1", "length": {"column": "ran", "unit": "h"}},
    {"watermark": None, "query": "SELECT 1", "length": None, "end": "changed", "complete": "seen", "lag": "1 h"},
    {"watermark": None, "query": "SELECT 1", "length": None, "start": None, "time": "at", "formats": ["epoch s"],
     "measure": [{"id": "downtime", "value": {"column": "ran"}, "unit": "s", "scale": "1/3", "sign": -1,
                  "reason": {"column": "line"}}]},
]  # fmt: skip


class Strange:
    """What a driver makes of a type of its own."""

    @override
    def __str__(self) -> str:
        raise RuntimeError("nobody may ask me")

    __repr__ = __str__


NAMES = ("id", "line", "at", "good", "scrap", "changed", "ran")
FAR = timezone(timedelta(hours=23, minutes=59, seconds=59))
ODD: list[object] = [
    *ODD_TEXTS,
    Decimal("NaN"), Decimal("sNaN"), Decimal("-Infinity"), Decimal("1E+999999"), Decimal("-1E-999999"), Decimal("0E9"),
    Decimal("9" * 400), Decimal("12.50"), float("nan"), float("inf"), 5e-324, 2**63, -(2**70), 10**5000,
    *(moment.replace(tzinfo=zone) for moment in (datetime.min, datetime.max, NOW) for zone in (FAR, None)),  # noqa: DTZ901
    NOW + timedelta(days=4000), date.min, date.max, NOW.date(), clock.min, clock.max, clock(24 - 1, tzinfo=UTC),
    timedelta.min, timedelta.max, timedelta(0), timedelta(minutes=90), timedelta(microseconds=-1),
    b"", b"\x00\xff", b"x" * 100_000, bytearray(b"5"), memoryview(b"5" * 99), UUID(int=0), ip_address("::1"),
    Strange(), Strange, object(), {1, 2}, (1, 2), range(10**9), 1 + 2j, Fraction(1, 3), "x" * 1_000_000,
]  # fmt: skip


def usual_row(rng: random.Random) -> list[object]:
    """Return a row as a well-behaved database has it."""
    at = NOW - timedelta(minutes=rng.randrange(60, 600_000))
    return [
        rng.randrange(10_000),
        rng.choice(["Line 1", "line-2"]),
        rng.choice([at, at.replace(tzinfo=None), at.isoformat()]),
        rng.choice([7, 7.5, Decimal("7.5"), "7"]),
        0,
        at + timedelta(hours=1),
        rng.choice([timedelta(minutes=30), 0.5, clock(1, 30)]),
    ]


def row(rng: random.Random) -> list[object]:
    """Return a row with some of its values spoilt."""
    found = usual_row(rng)
    for _ in range(rng.choice([0, 1, 1, 2, 5])):
        found[rng.randrange(len(found))] = rng.choice(ODD)
    return found


@dataclass
class Tally:
    """What became of the inputs."""

    inputs: int = 0
    past: int = 0  # rows whose every value could be written as a text
    refused: int = 0
    readings: int = 0
    complaints: int = 0
    slowest_s: float = 0.0

    @override
    def __str__(self) -> str:
        return (
            f"{self.inputs:,} inputs, {self.past:,} past the reader of values, {self.refused:,} refused, "
            f"{self.readings:,} readings, {self.complaints:,} complaints, slowest {self.slowest_s * 1000:.1f} ms"
        )

    def take(self, batches: Iterator[Batch], cost: Callable[[], float] = time.thread_time) -> None:
        """Count what a look gives, which must be batches that the board understands, or a sentence."""
        found, began_s = list[Batch](), cost()
        try:
            found += batches
        except SourceError:
            self.refused += 1
        self.slowest_s = max(self.slowest_s, cost() - began_s)
        for batch in found:
            self.readings += len(batch.readings)
            self.complaints += len(batch.complaints)
            assert decode_batch(encode_batch(batch)) == replace(batch, number=0)


class Hostile:
    """Answers with hostile rows."""

    def __init__(self, rng: random.Random, tally: Tally) -> None:
        self.rng, self.tally = rng, tally
        self.dialect = rng.choice(["postgresql", "sqlite", "oracle", ""])

    @contextmanager
    def rows(self, query: str, values: Mapping[str, object]) -> Iterator[tuple[Names, Rows]]:
        rows: list[Sequence[object]] = [row(self.rng) for _ in range(self.rng.randint(1, 5))]
        self.tally.inputs += len(rows)
        self.tally.past += sum(is_written(each) for each in rows)
        yield NAMES, iter(rows)


def is_written(values: Sequence[object]) -> bool:
    """Tell whether every value of a row can be written as a text."""
    writer = CellWriter(None)
    try:
        for value in values:
            writer.text("", value)
    except CellError:
        return False
    return True


def opened() -> list[SqlSettings]:
    """Return all settings, checked."""
    return [read_settings(spec(URL, **each), context()) for each in SETTINGS]


def flood(rng: random.Random, inputs: int) -> Tally:
    """Show hostile rows to looks, and count."""
    settings, tally = opened(), Tally()
    recent = [Recent() for _ in settings]
    while tally.inputs < inputs:
        number = rng.randrange(len(settings))
        one = settings[number]
        marks = [None, None, "\udc80", '{"settings":"%s","since":"5","bare":null,"exact":1,"newest":null}' % one.digest]  # noqa: UP031
        look = SqlLook("x", one, context(), SqlMark.parse(rng.choice(marks), one.digest))
        tally.take(look.run(Hostile(rng, tally), recent[number], NOW))
    return tally


def test_no_hostile_row_raises_or_takes_long(rng: random.Random, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sql_look, "MOST_ROWS", 3)
    tally = flood(rng, INPUTS)
    print(tally)
    assert tally.past * 2 >= tally.inputs
    assert tally.readings > tally.inputs / 4
    assert tally.slowest_s <= LONGEST_S


def test_the_flood_would_find_a_reader_without_its_guard(rng: random.Random, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(cell_value, "read_number", lambda text, **_: Fraction(text[:20]))
        with pytest.raises((ValueError, ZeroDivisionError)):
            flood(rng, 2_000)
    with monkeypatch.context() as patched:
        patched.setattr("board.sources.typed_cell._other", lambda value, _role: str(value))
        with pytest.raises((RuntimeError, AssertionError, ValueError)):
            flood(rng, 5_000)


def test_good_rows_beside_hostile_ones_are_all_read(rng: random.Random) -> None:
    (settings, *_) = opened()
    at = NOW - timedelta(hours=5)
    for _ in range(300):
        rows: list[Sequence[object]] = [
            [f"good {n}", "Line 1", at, n, 0, at + timedelta(hours=1), None] for n in range(9)
        ]
        rows += [[number, *row(rng)[1:5], at, None] for number in range(rng.randint(1, 9))]
        rng.shuffle(rows)
        server = Hostile(rng, Tally())
        server.rows = contextmanager(lambda *_, rows=rows: iter([(NAMES, iter(rows))]))  # type: ignore[method-assign]
        look = SqlLook("x", settings, context(), SqlMark(settings=settings.digest))
        read = {reading.key for batch in look.run(server, Recent(), NOW) for reading in batch.readings}
        assert {f"good {n}:good" for n in range(9)} <= read


def test_no_damaged_file_raises_or_takes_long(tmp_path: Path, rng: random.Random) -> None:
    book, tally = Book(tmp_path), Tally()
    book.write(*(hour(number) for number in range(1, 40)))
    whole = book.path.read_bytes()
    ledger = Ledger("sqlite:///ledger.db", tmp_path)
    assert len(ledger.look()) == 78, "what asks a database is loaded with the first question"
    for _ in range(FILES):
        data = bytearray(whole)
        for _ in range(rng.choice([0, 1, 1, 3, 10])):
            at = rng.randrange(len(data) if rng.random() < 0.5 else 200)
            data[at : at + 1] = bytes([rng.randrange(256)])
        if rng.random() < 0.05:
            del data[rng.randrange(len(data)) :]
        book.path.write_bytes(data)
        ledger.restart()
        tally.inputs += 1
        before = tally.refused
        tally.take(ledger.source.read(None, NOW))
        tally.past += tally.refused == before
    print(tally)
    assert tally.past * 2 >= tally.inputs
    assert tally.slowest_s <= LONGEST_S
