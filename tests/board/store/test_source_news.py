"""What came last from a source, and how much today, is known after each batch, a restart and a correction."""

import sqlite3
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path

from board.store.verify import verify
from tests.board.store.shop import HISTORY, at, batch, reading, shop


def test_the_newest_value_and_the_readings_of_the_day(store_path: Path) -> None:
    with shop(store_path) as (store, reader):
        assert reader.source_news() == {}
        store.take(batch(reading("a", at(7), 3), reading("b", at(8), 5), reading("c", at(7, 30), 4)), at(8, 1))
        store.take(batch(reading("d", at(9), None)), at(9, 1))
        (news,) = reader.source_news().values()
        assert news.newest is not None
        assert (news.newest.key, news.newest.value) == ("b", Fraction(5)), "what is missing is no last value"
        assert (news.day, news.rows) == (date(2026, 3, 2), 4)


def test_a_new_production_day_counts_anew_from_its_start(store_path: Path) -> None:
    with shop(store_path) as (store, reader):
        store.take(batch(reading("a", at(7), 3)), at(8))
        store.take(batch(reading("b", at(29), 4)), at(29))
        (news,) = reader.source_news().values()
        assert (news.day, news.rows) == (date(2026, 3, 2), 2), "five in the morning is the day before"
        store.take(batch(reading("c", at(30), 5)), at(30))
        (news,) = reader.source_news().values()
        assert (news.day, news.rows) == (date(2026, 3, 3), 1)


def test_a_correction_is_the_last_value_too_and_survives_a_restart(store_path: Path) -> None:
    with shop(store_path) as (store, _):
        store.take(batch(reading("a", at(7), 3), reading("b", at(6, 30), 9)), at(8))
        store.take(batch(replace(reading("a", at(7), 3), value=None)), at(8, 30))
        store.take(batch(reading("a", at(7), 2)), at(9))
    with shop(store_path) as (_, reader):
        (news,) = reader.source_news().values()
        assert news.newest is not None
        assert (news.newest.value, news.rows) == (Fraction(2), 4)


def test_what_a_clock_ahead_has_observed_stays_the_newest_no_longer_than_now(store_path: Path) -> None:
    ahead = reading("ahead", at(8), 3, observed_at=at(8, day=2))
    with shop(store_path) as (store, reader):
        store.take(batch(ahead), at(8))
        store.take(batch(reading("next", at(8, 1), 4)), at(8, 1))
        (news,) = reader.source_news().values()
        assert news.newest is not None
        assert news.newest.key == "next"
        store.take(batch(reading("set-back", at(7), 5)), at(7, 30))
        store.take(batch(reading("later", at(7, 45), 6)), at(7, 45))
        (news,) = reader.source_news().values()
        assert news.newest is not None
        assert news.newest.key == "later", "a clock that was set back leaves nothing ahead"


def test_what_is_the_same_again_is_no_news(store_path: Path) -> None:
    with shop(store_path) as (store, reader):
        for _ in range(3):
            store.take(batch(reading("a", at(7), 3)), at(8))
        (news,) = reader.source_news().values()
        assert news.rows == 1


def test_what_was_changed_behind_the_boards_back_is_found(store_path: Path) -> None:
    with shop(store_path) as (store, _):
        store.take(batch(reading("a", at(7), 3)), at(8))
    assert verify(store_path, history=HISTORY) == ()
    connection = sqlite3.connect(store_path)
    connection.execute('UPDATE source_news SET "rows" = 7')
    connection.commit()
    connection.close()
    assert any("source" in said for said in verify(store_path, history=HISTORY))
