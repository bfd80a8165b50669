"""What is known of a source: how far it was read, and how old and how final what it told truly is."""

from dataclasses import replace
from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path

import pytest

from board.pages.freshness import freshness_of
from board.plant.plant import SourceSpec
from board.store.verify import verify
from board.views.freshness import Stage
from tests.board.store.shop import HISTORY, PLANT, at, batch, reading, shop


def test_what_is_gone_is_stale_at_any_age_until_something_newer_comes(store_path: Path) -> None:
    told = batch(reading("a", at(8), 5), reading("b", at(8), 5, node="other"))
    plant = replace(PLANT, sources=(SourceSpec(id=told.source, kind="csv", settings={}),))
    with shop(store_path) as (store, reader):

        def stage(line: str = "line") -> Stage:
            return freshness_of(reader, plant, line, at(8, 0, 30)).stage(at(8, 0, 30))

        store.take(told, at(8))
        assert stage() is Stage.LIVE
        changed = store.take(replace(batch(), gone=("line", "nowhere")), at(8, 0, 10))
        assert [each.node for each in changed] == ["line", "nowhere"], "so that it is painted at once"
        assert (stage(), stage("other")) == (Stage.STALE, Stage.LIVE)
        store.take(batch(reading("c", at(7), 5), reading("d", at(8, 0, 5), None)), at(8, 0, 12))
        assert stage() is Stage.STALE, "neither the past nor what is missing brings it back"
    with shop(store_path) as (store, reader):
        assert freshness_of(reader, plant, "line", at(8, 0, 30)).stage(at(8, 0, 30)) is Stage.STALE
        (state,) = reader.sources()
        assert state.gone == {"line"}
        assert state.nodes["line"] == state.newest == at(8)
        again = replace(batch(), seen_at=at(8, 0, 20))
        store.take(replace(again, through=(("line", at(8)),)), at(8, 0, 20))
        assert freshness_of(reader, plant, "line", at(8, 0, 30)).stage(at(8, 0, 30)) is Stage.STALE
        store.take(replace(again, through=(("line", at(8, 0, 15)),)), at(8, 0, 20))
        assert freshness_of(reader, plant, "line", at(8, 0, 30)).stage(at(8, 0, 30)) is Stage.LIVE
        store.take(replace(again, through=(("line", at(8, 0, 16)),), gone=("line",)), at(8, 0, 20))
        assert freshness_of(reader, plant, "line", at(8, 0, 30)).stage(at(8, 0, 30)) is Stage.STALE
        store.take(batch(reading("e", at(8, 0, 20), 1)), at(8, 0, 21))
        assert freshness_of(reader, plant, "line", at(8, 0, 30)).stage(at(8, 0, 30)) is Stage.LIVE
    assert verify(store_path, history=HISTORY) == ()


def test_a_row_of_a_shift_is_as_old_as_when_its_source_answered(store_path: Path) -> None:
    shift = reading("shift", at(6), 120, end=at(14), final=False)
    with shop(store_path) as (store, reader):
        store.take(batch(shift, seen=at(8, 30)), at(8, 30))
        (state,) = reader.sources()
        assert state.nodes["line"] == state.newest == at(8, 30), "the end of its row lies ahead"
        store.take(batch(replace(shift, value=Fraction(130)), seen=at(9)), at(9))
        (state,) = reader.sources()
        assert state.nodes["line"] == at(9)


def test_nothing_that_lies_ahead_makes_anything_fresh_or_final(store_path: Path) -> None:
    ahead = reading("a", at(8), 1, observed_at=at(8, day=2))
    with shop(store_path) as (store, reader):
        store.take(batch(ahead, seen=at(8, 1), complete_through=at(8, day=30_000)), at(8, 1))
        (state,) = reader.sources()
        assert (state.nodes["line"], state.complete_through) == (at(8, 1), at(8, 1))
        store.take(batch(seen=at(8, 2), complete_through=at(7)), at(8, 2))
        (state,) = reader.sources()
        assert (state.nodes["line"], state.complete_through) == (at(8, 1), at(8, 1))


def test_an_answer_that_nobody_can_date_is_of_when_it_came(store_path: Path) -> None:
    with shop(store_path) as (store, reader):
        store.take(batch(reading("a", at(8), 1), seen=datetime(1, 1, 1, tzinfo=UTC)), at(8, 1))
        (state,) = reader.sources()
        assert (state.seen_at, state.nodes, state.gone) == (at(8, 1), {"line": at(8)}, frozenset())


def test_a_clock_that_is_set_back_leaves_nothing_ahead(store_path: Path) -> None:
    """What was observed by the clock before is as old as that clock's last moment, and what is gone comes back."""
    with shop(store_path) as (store, reader):
        store.take(batch(reading("a", at(10), 1), complete_through=at(10)), at(10))
        store.take(replace(batch(seen=at(10)), gone=("line",)), at(10))
        store.take(batch(seen=at(9)), at(9))
        (state,) = reader.sources()
        assert (state.nodes["line"], state.complete_through, set(state.gone)) == (at(9), at(9), {"line"})
        store.take(batch(reading("b", at(9, 1), 1)), at(9, 1))
        (state,) = reader.sources()
        assert (state.nodes["line"], state.gone) == (at(9, 1), frozenset())
    assert verify(store_path, history=HISTORY) == ()


@pytest.mark.parametrize("mark", ["a\x1fb", "offset\x07 7", "ok\n2", "ü\u2028", ""])
def test_a_watermark_comes_back_as_it_was_given(store_path: Path, mark: str) -> None:
    with shop(store_path) as (store, reader):
        store.take(batch(watermark=mark), at(8))
        assert reader.sources()[0].watermark == mark
    assert verify(store_path, history=HISTORY) == ()
