"""Months that are over are kept added up, and say what their days say."""

import random
from dataclasses import replace
from datetime import date, time, timedelta
from fractions import Fraction
from pathlib import Path

import apsw
import pytest

from board.plant.plant import MeasureKind
from board.store.database import Store
from board.store.month import MonthTotal
from board.store.reader import Reader
from board.store.verify import verify
from tests.board.store.shop import HISTORY, PLANT, at, batch, count, reading, shop, span, undo
from tests.board.store.test_migrate import make

F = Fraction
MONTHS = tuple(date(2026, month, 1) for month in range(1, 7))
MARCH, APRIL, MAY = MONTHS[2:5]
LEVELS = ("stock",)


def settle(store: Store) -> None:
    """Do all that is left to do between other work."""
    while store.settle():
        pass


def kept(reader: Reader, node: str = "line") -> dict[date, dict[str, MonthTotal]]:
    """Return the months of a node that are kept, those with nothing in them left out."""
    return {month: totals for (_, month), totals in reader.kept_months([node], MONTHS, LEVELS).items() if totals}


def now_and_then(reader: Reader, node: str) -> dict[date, dict[str, MonthTotal]]:
    """Return the months of a node as they are added up now."""
    return {month: reader.month_totals(node, month, LEVELS) for month in MONTHS}


def test_a_month_is_kept_once_it_is_over_and_made_again_after_a_change(store_path: Path) -> None:
    with shop(store_path) as (store, reader):
        store.take(batch(reading("1", at(7), 5), reading("2", at(7, day=1), F(1, 3))), at(8, day=20))
        settle(store)
        assert kept(reader) == {}
        store.take(batch(reading("3", at(7, day=32), 7)), at(8, day=33))  # 4 April
        settle(store)
        assert kept(reader) == {MARCH: {"good": MonthTotal(0b110, F(16, 3), 2)}}
        store.take(batch(reading("1", at(7), 6)), at(9, day=33))
        assert (MARCH not in kept(reader), kept(reader, "other")) == (True, {})
        settle(store)
        assert kept(reader)[MARCH] == {"good": MonthTotal(0b110, F(19, 3), 2)}
        typed = count(span(6, 8), 9)
        store.keep(typed, at(9, day=33))
        store.keep(undo(typed.id), at(9, day=33))
        assert MARCH not in kept(reader)
        settle(store)
        assert kept(reader)[MARCH]["good"].value == F(19, 3)
        assert verify(store_path, history=HISTORY) == ()


def test_whoever_takes_a_measure_for_something_else_is_told_nothing(store_path: Path) -> None:
    with shop(store_path) as (store, reader):
        store.take(batch(reading("1", at(7), 5, measure="stock"), reading("2", at(7, day=1), 3)), at(8, day=60))
        settle(store)
        assert kept(reader)[MARCH] == {"stock": MonthTotal(0b10, 5, 1), "good": MonthTotal(0b100, 3, 1)}
        assert ("line", MARCH) not in reader.kept_months(["line"], MONTHS, ())
        assert ("line", MARCH) not in reader.kept_months(["line"], MONTHS, ("stock", "good"))
        assert reader.kept_months(["line"], [APRIL], ()) == {("line", APRIL): {}}


def test_another_calendar_or_kind_of_measure_makes_months_anew(store_path: Path) -> None:
    with shop(store_path) as (store, reader):
        store.take(
            batch(
                reading("1", at(5, day=30), 5),  # six in the morning of 1 April
                reading("2", at(6, day=10), 20, measure="stock"),
                reading("3", at(7, day=10), 30, measure="stock"),
            ),
            at(8, day=70),
        )
        settle(store)
        assert (kept(reader)[APRIL]["good"].value, kept(reader)[MARCH]["stock"].value) == (5, 30)
        later = replace(PLANT, site=replace(PLANT.site, day_starts=time(7)), shifts=())
        store.adopt(HISTORY.with_version(at(0), later), settle=False)
        settle(store)
        assert kept(reader)[MARCH]["good"].value == 5
        counted = replace(later, measures=(replace(PLANT.measures[1], kind=MeasureKind.COUNT),))
        store.adopt(HISTORY.with_version(at(0), counted))
        assert reader.kept_months(["line"], [MARCH], ())["line", MARCH]["stock"].value == 50
        assert verify(store_path, history=HISTORY.with_version(at(0), counted)) == ()


def test_whatever_comes_kept_months_are_those_of_their_days(store_path: Path, rng: random.Random) -> None:
    with shop(store_path) as (store, reader):
        seen = 0
        for turn in range(60):
            now = at(12, day=rng.randrange(90, 130))
            some = []
            for _ in range(rng.randrange(1, 12)):
                start = at(rng.randrange(24), day=rng.randrange(-40, 90))
                lasting = timedelta(hours=rng.choice((0, 0, 1, 30)))
                measure = rng.choice(("good", "scrap", "temperature", "stock"))
                value = rng.choice((None, F(rng.randrange(-9, 99)), F(rng.randrange(99), 7)))
                some.append(
                    reading(
                        f"{rng.randrange(60)}",
                        start,
                        value,
                        end=start + (timedelta() if measure == "stock" else lasting),
                        measure=measure,
                        node=rng.choice(("line", "other", "works")),
                        product=rng.choice((None, "P")),
                        observations=rng.randrange(1, 4),
                    )
                )
            store.take(batch(*some), now)
            if rng.random() < 0.6:
                settle(store)
            for node in ("line", "other", "works"):
                wanted = now_and_then(reader, node)
                for month, totals in kept(reader, node).items():
                    assert totals == wanted[month], (turn, node, month)
                    seen += 1
        settle(store)
        assert {month for month in MONTHS[:4] if now_and_then(reader, "line")[month]} <= kept(reader).keys()
    assert seen > 100
    assert verify(store_path, history=HISTORY) == ()


@pytest.mark.parametrize(
    "forgery",
    [
        "UPDATE month_total SET value = value + 1",
        "UPDATE month_total SET days = days + 8",
        "DELETE FROM month_total",
        "INSERT INTO month_due SELECT node, month FROM month_total",
    ],
)
def test_a_month_that_is_not_that_of_its_days_is_found(store_path: Path, forgery: str) -> None:
    with shop(store_path) as (store, _):
        store.take(batch(reading("1", at(7), 5)), at(8, day=60))
        settle(store)
    assert verify(store_path, history=HISTORY) == ()
    forger = apsw.Connection(str(store_path))
    forger.execute(forgery)
    forger.close()
    assert verify(store_path, history=HISTORY) == (
        "The month totals of line in March 2026 differ from its day totals.",
    )


def test_the_days_of_an_earlier_form_are_added_up_in_steps(store_path: Path) -> None:
    days = [(day, 5 + day) for day in (0, 28, 30, 61)]
    with shop(store_path) as (store, reader):
        store.take(batch(*(reading(f"{day}", at(7, day=day), value) for day, value in days)), at(8, day=100))
        settle(store)
        wanted = kept(reader)
    assert {month: totals["good"].value for month, totals in wanted.items()} == {MARCH: 38, APRIL: 35, MAY: 66}
    older = apsw.Connection(str(store_path))
    older.execute(
        "DROP TABLE month_total; DROP TABLE month_due; DROP TABLE source_news; DROP TABLE run_place; "
        "DROP INDEX reading_lacking; "
        "PRAGMA user_version = 3"
    )
    older.execute("UPDATE meta SET value = '3' WHERE name = 'form'")
    older.close()
    reader = Reader.open(store_path)
    assert reader.kept_months(["line"], MONTHS, LEVELS) == {}
    reader.close()
    with shop(store_path) as (store, reader):
        store.take(batch(), at(8, day=100))
        settle(store)
        assert kept(reader) == wanted
    assert verify(store_path, history=HISTORY) == ()


def test_an_empty_database_of_any_form_keeps_no_months(store_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(store_path, 3, monkeypatch)
    with shop(store_path) as (store, reader):
        settle(store)
        assert kept(reader) == {}
