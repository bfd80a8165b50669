"""Sources that tell by themselves: nothing lost, nothing unbounded, outages told once, silence noticed."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from fractions import Fraction

import pytest
from typing_extensions import override

from board.kpi.reading import Batch
from board.plant.plant import SourceSpec
from board.sources import contract, feeder
from board.sources.contract import SourceError
from board.sources.ear import MOST_WAITING
from board.sources.feed import collect
from board.sources.outlet import UNDER_WAY
from tests.board.sources.drop import NOW, context
from tests.board.sources.kiosk import Kiosk, running
from tests.board.sources.stub import Steady

LIES = "it gave a batch of 'mes', which is another source; have its kind mended"


@pytest.fixture(autouse=True)
def telling(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the source that tells known, and let nobody pause for long."""
    monkeypatch.setattr(contract, "KINDS", {**contract.KINDS, "telling": "tests.board.sources.stub:Telling"})
    monkeypatch.setattr(feeder, "LONGEST_PAUSE_S", 1.0)
    monkeypatch.setattr(feeder, "WELL_AFTER_S", 0.3)


def spec(stale_after_s: float = 300, **settings: object) -> SourceSpec:
    """Return the specification of a source that tells."""
    stale_after = timedelta(seconds=stale_after_s)
    return SourceSpec(id="x", kind="telling", settings={"poll_s": 1, **settings}, stale_after=stale_after)


def test_what_is_told_arrives_in_order_and_the_thread_goes_home() -> None:
    with running(Kiosk(spec(tells=50))) as board:
        board.wait_for_readings(50)
    assert [reading.key for reading in board.readings] == [f"{number}.0" for number in range(1, 51)]
    assert board.batches[-1].watermark == "50"
    assert not [thread for thread in threading.enumerate() if "speaks" in thread.name]
    assert board.said == []


def test_a_source_is_held_back_until_the_store_has_what_came_before() -> None:
    much = MOST_WAITING * 3
    with running(Kiosk(spec(tells=much), acknowledges=False)) as board:
        board.wait_until(lambda: len(board.batches) >= UNDER_WAY)
        assert not board.feed.outlet.ended.wait(0.5)
        assert len(board.batches) == UNDER_WAY
        ear = board.feed._feeders[0]._ear
        assert ear is not None
        assert ear._weight <= MOST_WAITING
        board.acknowledges = True
        for batch in list(board.batches):
            board.acknowledge(batch)
        board.wait_for_readings(much)
    assert len({reading.key for reading in board.readings}) == much


def test_an_outage_is_told_once_and_its_end_once() -> None:
    board = Kiosk(spec(tells=1, then="breaks"))
    with running(board):
        board.wait_for_readings(3)
        feed = board.feed._feeders[0]
        source = feed._source
        assert source is not None
        source.spec.settings["then"] = "waits"  # type: ignore[attr-defined]
        board.wait_until(lambda: len(board.said) == 2)
    assert board.said == [("x", "failing", "the cable is out; put it in"), ("x", "well", "is read again")]
    assert [reading.key for reading in board.readings[:3]] == ["1.0", "2.0", "3.0"], "it goes on behind its watermark"


def test_a_source_that_falls_is_made_anew() -> None:
    with running(Kiosk(spec(tells=1, then="falls"))) as board:
        board.wait_for_readings(2)
    assert board.said == [("x", "failing", "failed in a way nobody foresaw (ZeroDivisionError: oh)")]


def test_silence_is_told_and_the_source_is_connected_again() -> None:
    with running(Kiosk(spec(stale_after_s=1, tells=1))) as board:
        board.wait_for_readings(2)
    assert board.said[0] == ("x", "failing", "has said nothing for 1 s; look whether it still runs and is connected")


def test_signs_of_life_are_no_silence() -> None:
    with running(Kiosk(spec(stale_after_s=0.6, tells=1, then="lives"))) as board:
        board.wait_until(lambda: sum(not batch.readings for batch in board.batches) >= 5)
    assert board.said == []
    assert len(board.readings) == 1
    assert {batch.watermark for batch in board.batches} == {"1"}


def test_a_source_that_ends_in_peace_is_asked_again_after_a_pause() -> None:
    with running(Kiosk(spec(tells=1, then="ends"))) as board:
        board.wait_for_readings(2)
    assert board.said == []


def test_one_look_at_a_source_that_tells_is_short() -> None:
    batches = list(collect((spec(tells=3),), context(), {}, NOW))
    assert [reading.key for batch in batches for reading in batch.readings] == ["1.0", "2.0", "3.0"]
    assert batches[-1].watermark == "3"
    assert all(reading.value == Fraction(1) for batch in batches for reading in batch.readings)


def test_one_look_at_a_source_that_breaks_tells_why() -> None:
    kept: list[Batch] = []
    with pytest.raises(SourceError, match="source x: the cable is out"):
        kept.extend(collect((spec(tells=0, then="breaks"),), context(), {}, NOW))


class Ahead(Steady):
    """Answers tomorrow, by its own clock."""

    @override
    def read(self, watermark: str | None, now: datetime) -> Iterator[Batch]:
        for batch in super().read(watermark, now):
            yield replace(batch, seen_at=now + timedelta(days=1))


class Liar(Steady):
    """Speaks as another source."""

    @override
    def read(self, watermark: str | None, now: datetime) -> Iterator[Batch]:
        for batch in super().read(watermark, now):
            yield replace(batch, source="mes", watermark="poison")


def misbehaving(monkeypatch: pytest.MonkeyPatch, kind: str) -> SourceSpec:
    monkeypatch.setattr(contract, "KINDS", {**contract.KINDS, kind: f"{__name__}:{kind.title()}"})
    return SourceSpec(id="x", kind=kind, settings={"poll_s": 1})


def test_nobody_answers_later_than_now(monkeypatch: pytest.MonkeyPatch) -> None:
    with running(Kiosk(misbehaving(monkeypatch, "ahead"), now=lambda: NOW)) as board:
        board.wait_for_readings(1)
    assert board.batches[0].seen_at == NOW


def test_a_source_that_speaks_as_another_one_fails_and_moves_no_watermark(monkeypatch: pytest.MonkeyPatch) -> None:
    found = misbehaving(monkeypatch, "liar")
    with running(Kiosk(found)) as board:
        board.wait_until(lambda: bool(board.said))
    assert board.batches == []
    assert board.said == [("x", "failing", LIES)]
    with pytest.raises(SourceError, match="another source"):
        list(collect((found,), context(), {}, NOW))
