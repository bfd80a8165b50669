"""A server that tells by itself, by events or by a long poll: nothing lost, nothing unbounded, silence noticed."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from board.plant.plant import SourceSpec
from board.sources import feeder, http_events
from board.sources.contract import Listener, discover, open_source
from board.sources.ear import Ear
from board.sources.feed import collect
from board.sources.hearing import Hearing
from tests.board.sources.drop import context
from tests.board.sources.kiosk import Kiosk, running
from tests.board.sources.server import STREAM, Asked, Events, Reply, Server, as_json, serving

NOW = datetime.now(UTC).replace(microsecond=0)


@pytest.fixture(autouse=True)
def short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feeder, "LONGEST_PAUSE_S", 1.0)
    monkeypatch.setattr(feeder, "WELL_AFTER_S", 0.3)
    monkeypatch.setattr(http_events, "USUAL_PAUSE_S", 0.1)
    monkeypatch.setattr(http_events, "SHORTEST_PAUSE_S", 0.1)


def part(number: int, ok: object = 1) -> dict[str, object]:
    """Return one part as an event says it."""
    return {"id": number, "at": (NOW - timedelta(minutes=1)).isoformat(), "ok": ok}


def spec(server: Server, *, stale_after_s: float = 300, **settings: object) -> SourceSpec:
    """Return the specification of a source that is told by a server."""
    usual = {
        "url": server.url,
        "poll_s": 1,
        "push": "events",
        "node": "line-1",
        "time": "at",
        "key": "id",
        "measure": [{"id": "good", "value": {"column": "ok"}}],
    }
    return SourceSpec(
        id="mes", kind="http", settings={**usual, **settings}, stale_after=timedelta(seconds=stale_after_s)
    )


class Stage:
    """A server with one stream after the other."""

    def __init__(self) -> None:
        self.streams: list[Events] = [Events()]
        self.used = 0

    def __call__(self, asked: Asked) -> Reply:
        stream = self.streams[min(self.used, len(self.streams) - 1)]
        self.used += 1
        return Reply(pieces=stream, headers=STREAM)

    @property
    def now(self) -> Events:
        return self.streams[-1]

    def next(self) -> Events:
        """Lay another stream ready."""
        self.streams.append(Events())
        return self.now


def test_events_become_readings_as_they_come() -> None:
    stage = Stage()
    with serving(stage) as server, running(Kiosk(spec(server))) as board:
        stage.now.send(part(1), number=1)
        board.wait_for_readings(1)
        stage.now.send(part(2, "2.5"), number=2)
        stage.now.send(part(2, "2.5"), number=2)
        stage.now.send(part(3, "broken"))
        board.wait_for_readings(4)
        assert server.asked[0].headers["Accept"] == "text/event-stream"
    assert [(reading.key, reading.value) for reading in board.readings] == [
        ("1:good", 1),
        ("2:good", 2.5),
        ("2:good", 2.5),
        ("3:good", None),
    ]
    assert json.loads(board.batches[-1].watermark)["event"] == "2"
    assert board.complaints == ["an event, ok: ok 'broken' is not a number"]
    assert board.said == []


def test_it_goes_on_behind_the_last_event_when_the_server_comes_back() -> None:
    stage = Stage()
    with serving(stage) as server, running(Kiosk(spec(server))) as board:
        stage.now.send(part(1), number="a-1")
        board.wait_for_readings(1)
        server.stop()
        stage.next().send(part(2), number="a-2")
        server.start()
        board.wait_for_readings(2)
        last = server.asked[-1].headers
    assert "Last-Event-ID" not in server.asked[0].headers
    assert last["Last-Event-ID"] == "a-1"


def test_after_a_restart_it_goes_on_behind_what_was_stored() -> None:
    stage = Stage()
    with serving(stage) as server:
        with running(Kiosk(spec(server))) as board:
            stage.now.send(part(1), number=41)
            board.wait_for_readings(1)
        watermark = board.batches[-1].watermark
        with running(Kiosk(spec(server), watermarks={"mes": watermark})):
            found = server.wait_for_requests(2)
    assert found[-1].headers["Last-Event-ID"] == "41"


def test_a_server_that_ends_its_stream_now_and_then_is_no_failure() -> None:
    stage = Stage()
    with serving(stage) as server, running(Kiosk(spec(server))) as board:
        stage.now.write(b"retry: 100\n\n")
        stage.now.send(part(1))
        board.wait_for_readings(1)
        before = stage.now
        stage.next().send(part(2))
        before.end()
        board.wait_for_readings(2)
    assert board.said == []


def test_only_events_of_the_names_that_count_are_read() -> None:
    stage = Stage()
    with serving(stage) as server, running(Kiosk(spec(server, events=["part"]))) as board:
        stage.now.send(part(1), name="alarm")
        stage.now.send("not JSON", name="alarm")
        stage.now.send(part(2), name="part")
        assert [reading.key for reading in board.wait_for_readings(1)] == ["2:good"]
    assert board.complaints == []


def test_events_that_are_rubbish_cost_no_other() -> None:
    stage = Stage()
    with serving(stage) as server, running(Kiosk(spec(server))) as board:
        for piece in ("rubbish", "[" * 5000, "{", '"x"', "[1, null]"):
            stage.now.send(piece)
        stage.now.write(b"\xff\xfe\x00\n\ndata\nid\nretry: soon\n:\n\n")
        stage.now.write(b"id: x\x00y\ndata: null\n\n")
        stage.now.write(b"id: " + b"z" * 9000 + b"\n\n")
        stage.now.send(part(1), number=7)
        assert [reading.key for reading in board.wait_for_readings(1)] == ["1:good"]
    assert json.loads(board.batches[-1].watermark)["event"] == "7"
    assert any("is nested too deeply" in said for said in board.complaints)
    assert board.said == []


@pytest.mark.parametrize("piece", [b"x" * 65536, b"data: " + b"x" * 1000 + b"\n", b": " + b"x" * 65536 + b"\n"])
def test_an_event_without_end_is_cut(piece: bytes) -> None:
    endless = Reply(pieces=(piece for _ in range(100_000)), headers=STREAM)
    with serving(lambda _asked: endless) as server, running(Kiosk(spec(server))) as board:
        board.wait_until(lambda: bool(board.said))
    assert "sends an event of more than 1024 KiB" in board.said[0][2]


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        (Reply(b"{}", headers={"Content-Type": "application/json"}), "sends no events (200, application/json)"),
        (Reply(status=204), "sends no events (204, of no kind)"),
        (Reply(status=401), "refuses us (401 Unauthorized)"),
        (Reply(pieces=[], headers=STREAM), "closes the stream without an event"),
        (Reply(b"x", headers={**STREAM, "Content-Encoding": "gzip"}), "sends events packed"),
    ],
)
def test_a_server_that_sends_no_events_is_told(reply: Reply, said: str) -> None:
    with serving(lambda _asked: reply) as server, running(Kiosk(spec(server))) as board:
        board.wait_until(lambda: bool(board.said))
    assert said in board.said[0][2]


def test_a_silent_server_is_told_and_asked_again_but_not_one_that_shows_life() -> None:
    stage = Stage()
    with serving(stage) as server, running(Kiosk(spec(server, stale_after_s=1))) as board:
        stage.now.send(part(1))
        board.wait_for_readings(1)
        for _ in range(15):
            assert not board.feed.outlet.ended.wait(0.1)
            stage.now.write(b": still here\n\n")
        assert board.said == []
        assert len(server.asked) == 1
        board.wait_until(lambda: bool(board.said))
        server.wait_for_requests(2)
        stage.streams[0].end()  # of the connection that was given up
    assert board.states[0] == "failing"
    assert "has said nothing for 1 s" in board.said[0][2]


def test_the_fields_of_events_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("board.sources.http_endpoint.OVERHEARD_S", 0.5)
    stage = Stage()
    stage.now.send(part(1), number=1)
    stage.now.send("rubbish")
    stage.now.send(part(2))
    with serving(stage) as server:
        found = discover(spec(server), context(), NOW)
    assert [(each.name, each.looks_like) for each in found] == [("id", "number"), ("at", "time"), ("ok", "number")]
    assert {each.rows for each in found} == {""}


def test_one_look_at_events_is_short() -> None:
    stage = Stage()
    stage.now.send(part(1), number=1)
    with serving(stage) as server:
        batches = list(collect((spec(server),), context(), {}, NOW))
    assert [reading.key for batch in batches for reading in batch.readings] == ["1:good"]


def test_a_long_poll_is_asked_again_at_once() -> None:
    told: list[dict[str, object]] = []

    def answer(asked: Asked) -> Reply:
        """Hold the question until there is more than the asker knows."""
        known = int(asked.query.get("after", 0))
        with server.moved:
            server.moved.wait_for(lambda: len(told) > known or server.ending.is_set(), 30)
        return as_json(told[known:])

    since = {"parameter": "after", "column": "id", "as": "number"}
    with serving(answer) as server, running(Kiosk(spec(server, push="long poll", since=since))) as board:
        for number in range(1, 6):
            with server.moved:
                told.append(part(number))
                server.moved.notify_all()
            board.wait_for_readings(number)
        assert len(server.asked) <= 7
    assert [reading.key for reading in board.readings] == [f"{number}:good" for number in range(1, 6)]
    assert board.said == []


def test_a_long_poll_that_nobody_answers_is_no_sign_of_life() -> None:
    def answer(asked: Asked) -> Reply | None:
        server.ending.wait(30)
        return None

    settings = {"push": "long poll", "wait": "1 s", "timeout": "1 s"}
    with serving(answer) as server, running(Kiosk(spec(server, stale_after_s=3, **settings))) as board:
        board.wait_until(lambda: bool(board.said))
        assert len(server.asked) >= 1
    assert "has said nothing for 3 s" in board.said[0][2]
    assert board.batches == []


def test_what_a_server_has_held_is_judged_by_the_clock_of_its_answer() -> None:
    clock = [NOW]

    def answer(_asked: Asked) -> Reply:
        if len(server.asked) > 1:
            server.ending.wait(30)
        clock[0] = NOW + timedelta(minutes=8)
        return as_json([{**part(1), "at": (clock[0] - timedelta(seconds=1)).isoformat()}])

    with serving(answer) as server:
        source = open_source(spec(server, push="long poll", wait="10 min"), context())
        assert isinstance(source, Listener)
        ear = Ear(lambda: clock[0])
        hearing = Hearing(source, None, ear, name="mes")
        heard = hearing.take(20.0)
        hearing.end()
    assert heard is not None
    assert heard.batch is not None
    assert [(reading.key, reading.final) for reading in heard.batch.readings] == [("1:good", True)]
    assert heard.batch.seen_at == clock[0]


def test_a_server_that_holds_no_long_poll_is_not_hammered() -> None:
    with (
        serving(lambda _asked: as_json([])) as server,
        running(Kiosk(spec(server, push="long poll"))) as board,
    ):
        server.wait_for_requests(1)
        assert not board.feed.outlet.ended.wait(1.5)
        assert len(server.asked) <= 3
