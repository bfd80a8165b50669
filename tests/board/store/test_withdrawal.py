"""What a source told under wrong settings is taken back, stays as what was known then, and is told anew."""

from dataclasses import replace
from datetime import datetime
from fractions import Fraction
from pathlib import Path

import pytest

from board.pages.left_behind import left_behind
from board.plant.plant import SourceSpec
from board.store import withdrawal
from board.store.reader import Reader
from board.store.verify import verify
from tests.board.store.shop import DAY, HISTORY, PLANT, at, batch, reading, shop, span


def made(reader: Reader, node: str, *, known_at: datetime | None = None) -> int:
    """Return what counts of a morning."""
    tallies = reader.tallies(node, [span(6, 14)], known_at=known_at)
    return int(sum(each.value for each in tallies if each.measure == "good"))


def day(reader: Reader, node: str) -> int:
    """Return what counts by the totals of the day."""
    totals = reader.day_totals([node], DAY.date(), DAY.date())
    return int(sum(Fraction(each.value) for each in totals if each.measure == "good"))


def test_a_wrong_mapping_is_taken_back_and_told_anew(store_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(withdrawal, "AT_ONCE", 3)
    monkeypatch.setattr(withdrawal, "_STANDING", withdrawal._STANDING.replace("2000", "3"))
    hours = [(f"{hour}", at(hour)) for hour in range(6, 13)]
    wrong = [reading(f"other {key}", start, 100, node="other") for key, start in hours]
    right = [reading(f"line {key}", start, 100) for key, start in hours]
    beside = reading("beside", at(8), 7, node="other", source="another")
    with shop(store_path) as (store, reader):
        store.take(batch(*wrong, complete_through=at(12)), at(12))
        store.take(batch(beside, source="another"), at(12))
        assert (made(reader, "line"), made(reader, "other"), day(reader, "other")) == (0, 707, 707)
        assert store.withdraw("machine", at(13)) == 7
        assert (made(reader, "other"), day(reader, "other")) == (7, 7), "another one's readings stay"
        assert made(reader, "other", known_at=at(12, 30)) == 707, "so it was known then"
        state = next(each for each in reader.sources() if each.id == "machine")
        assert (state.watermark, dict(state.nodes), state.complete_through) == ("", {}, None), "it is read anew"
        store.take(batch(*right), at(13, 5))
        assert (made(reader, "line"), made(reader, "other"), day(reader, "line")) == (700, 7, 700)
        store.take(batch(*wrong), at(13, 10))
        assert made(reader, "other") == 707, "the same again counts again"
        assert store.withdraw("nobody", at(14)) == 0
    assert verify(store_path, history=HISTORY) == ()


def test_only_what_begins_later_is_taken_back(store_path: Path) -> None:
    with shop(store_path) as (store, reader):
        store.take(batch(reading("a", at(8), 3), reading("b", at(10), 5)), at(12))
        assert store.withdraw("machine", at(13), since=at(9)) == 1
        assert made(reader, "line") == 3
        (state,) = reader.sources()
        assert (state.watermark, state.nodes) == ("", {"line": at(10)})
    assert verify(store_path, history=HISTORY) == ()


def test_a_source_that_is_gone_and_counts_beside_another_is_named(store_path: Path) -> None:
    plant = replace(PLANT, sources=(SourceSpec(id="renamed", kind="csv", settings={}),))
    hours = [(f"{hour}", at(hour)) for hour in range(6, 12)]
    with shop(store_path) as (store, reader):
        store.take(batch(*(reading(key, start, 9) for key, start in hours[:3])), at(12))
        store.take(batch(reading("zero", at(11), 0), reading("waste", at(11), 5, measure="downtime")), at(12))
        later = [reading(key, start, 9, source="renamed") for key, start in hours[2:]]
        store.take(batch(*later, source="renamed"), at(12))
        assert left_behind(reader, plant, at(13)) == (), "one took over from the other, in an hour of both"
        again = [reading(key, start, 9, source="renamed") for key, start in hours]
        store.take(batch(*again, source="renamed"), at(12))
        (said,) = left_behind(reader, plant, at(13))
        assert said.startswith("line: what source machine told is still counted beside what renamed tells")
        assert "gembaboard source withdraw machine" in said
        store.withdraw("machine", at(13))
        assert left_behind(reader, plant, at(13)) == ()
