"""A node of which its source says that it tells no more is gone until it tells something newer, also over a restart."""

from dataclasses import replace
from pathlib import Path

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
        store.take(batch(reading("e", at(8, 0, 20), 1)), at(8, 0, 21))
        assert freshness_of(reader, plant, "line", at(8, 0, 30)).stage(at(8, 0, 30)) is Stage.LIVE
    assert verify(store_path, history=HISTORY) == ()
