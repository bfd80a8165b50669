"""A server that shows totals and states: what it adds and for how long it stood, over looks, restarts and events."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from fractions import Fraction

import pytest

from board.kpi.reading import Reading
from board.plant.plant import SourceSpec
from board.sources import feeder, http_events
from board.sources.http_endpoint import HttpEndpoint
from tests.board.sources.drop import context
from tests.board.sources.kiosk import Kiosk, running
from tests.board.sources.server import STREAM, Asked, Events, Reply, Server, as_json, serving

NOW = datetime.now(UTC).replace(microsecond=0)
SETTINGS: Mapping[str, object] = {
    "node": "line-1",
    "time": "at",
    "measure": [{"id": "good", "value": {"column": "made"}, "counter": "total"}],
    "state": {"column": "state", "map": {"RUN": "running", "JAM": "labeller-jam"}},
}


def spec(server: Server, **settings: object) -> SourceSpec:
    return SourceSpec(id="plc", kind="http", settings={"url": server.url, "poll_s": 1, **SETTINGS, **settings})


def shown(minute: float, made: object, state: str) -> dict[str, object]:
    return {"at": (NOW - timedelta(minutes=60 - minute)).isoformat(), "made": made, "state": state}


def sums(readings: list[Reading]) -> dict[str, Fraction]:
    """Return the sum of each measure, of a reading that was told again only as it was told last."""
    found: dict[str, Fraction] = {}
    for reading in {reading.key: reading for reading in readings}.values():
        found[reading.measure] = found.get(reading.measure, Fraction(0)) + (reading.value or 0)
    return found


@pytest.mark.parametrize("restarts", [False, True])
def test_a_panel_that_is_asked_again_and_again_is_counted(restarts: bool) -> None:
    now_shown: list[dict[str, object]] = []
    readings: list[Reading] = []
    watermark: str | None = None
    with serving(lambda _asked: as_json(now_shown[-1])) as server:
        source = HttpEndpoint(spec(server), context())
        for panel in (
            shown(0, 100, "RUN"),
            shown(10, 130, "RUN"),
            shown(10, 130, "RUN"),
            shown(20, 140, "JAM"),
            shown(30, None, "JAM"),
            shown(40, 4, "RUN"),
            shown(41, "n/a", "?"),
            shown(50, 6, "RUN"),
        ):
            now_shown.append(panel)
            if restarts:
                source = HttpEndpoint(spec(server), context())
            for batch in source.read(watermark, NOW):
                readings += batch.readings
                watermark = batch.watermark
                is_known = panel["made"] not in (None, "n/a")
                assert (batch.complete_through is not None) == is_known, "a line that runs on is fresh without news"
    assert sums(readings) == {"good": 30 + 10 + 4 + 2, "downtime": 20}
    assert not any(reading.value is None for reading in readings)


def test_events_are_counted_on_behind_a_restart(monkeypatch: pytest.MonkeyPatch) -> None:
    for module, name in (
        (feeder, "LONGEST_PAUSE_S"),
        (http_events, "USUAL_PAUSE_S"),
        (http_events, "SHORTEST_PAUSE_S"),
    ):
        monkeypatch.setattr(module, name, 0.1)
    stream = Events()

    def answer(_asked: Asked) -> Reply:
        return Reply(pieces=stream, headers=STREAM)

    with serving(answer) as server:
        with running(Kiosk(spec(server, push="events"))) as board:
            for number, made in enumerate((5, 9, 9)):
                stream.send(shown(number * 10, made, "RUN"), number=number)
            stream.send(shown(30, 9, "JAM"), number=3)
            board.wait_until(lambda: any(reading.measure == "downtime" for reading in board.readings))
            found = board.readings
            stream.end()
        stream = Events()
        watermark = board.batches[-1].watermark
        with running(Kiosk(spec(server, push="events"), watermarks={"plc": watermark})) as board:
            stream.send(shown(30, 9, "JAM"), number=3)
            stream.send(shown(45, 11, "RUN"), number=4)
            board.wait_until(lambda: sums(found + board.readings) == {"good": 6, "downtime": 15})


@pytest.mark.parametrize("complete", ["newest", "seen"])
def test_a_panel_whose_counter_has_no_value_has_not_told_all(complete: str) -> None:
    panels: list[dict[str, object]] = []
    two = {"node": {"column": "line"}, "rows": "$[*]", "complete": complete}
    told: list[tuple[datetime | None, list[str]]] = []
    watermark: str | None = None
    with serving(lambda _asked: as_json(panels)) as server:
        source = HttpEndpoint(spec(server, **two), context())
        for minute, made in ((0, 100), (10, None), (20, None), (30, 110)):
            panels[:] = [
                {**shown(minute, made, "JAM"), "line": "line-1"},
                {**shown(minute, 7 + minute, "RUN"), "line": "line-2"},
            ]
            *_, last = source.read(watermark, NOW - timedelta(minutes=60 - minute))
            watermark = last.watermark
            told.append((last.complete_through, sorted(node for node, _ in last.through)))
    at = [NOW - timedelta(minutes=60 - minute) for minute in (0, 30)]
    both = ["line-1", "line-2"]
    assert told == [(at[0], both), (None, ["line-2"]), (None, ["line-2"]), (at[1], both)], (
        "it stands, and what it made?"
    )
