"""A real HTTP server as a source: what is read, what comes back after an outage, what is found at first."""

from datetime import timedelta
from fractions import Fraction

import pytest

from board.kpi.reading import Quality
from board.plant.plant import SourceSpec
from board.sources import feeder
from board.sources.contract import SourceError, discover
from tests.board.sources.desk import NOW, Desk, always, row, spec
from tests.board.sources.drop import context
from tests.board.sources.kiosk import Kiosk, running
from tests.board.sources.server import Asked, Reply, as_json, serving


@pytest.fixture(autouse=True)
def short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feeder, "LONGEST_PAUSE_S", 1.0)


def test_rows_of_a_document_become_readings() -> None:
    with serving(always({"data": [row(1), row(2, "7.25", line="line-2")], "more": 1})) as server:
        desk = Desk(server)
        first, second = desk.look()
    assert (first.node, first.measure, first.value, first.key) == ("line-1", "good", Fraction(5), "1:good")
    assert first.end - first.start == timedelta(minutes=1)
    assert (second.node, second.value, second.source) == ("line-2", Fraction(29, 4), "mes")
    assert desk.complaints == []
    assert desk.batches[-1].complete_through == first.end


@pytest.mark.parametrize(
    ("ok", "quality", "complaints"),
    [
        (None, Quality.MISSING, 0),
        ("", Quality.MISSING, 0),
        ("broken", Quality.BAD, 1),
        (-1, Quality.BAD, 1),
        ([1], Quality.MISSING, 1),
        ({}, Quality.MISSING, 1),
        (True, Quality.BAD, 1),
        (float("inf"), Quality.BAD, 1),
        (float("nan"), Quality.MISSING, 0),
    ],
)
def test_a_value_that_is_none_is_missing_and_never_zero(ok: object, quality: Quality, complaints: int) -> None:
    with serving(always({"data": [row(1, ok)]})) as server:
        desk = Desk(server)
        (found,) = desk.look()
    assert (found.value, found.quality) == (None, quality)
    assert len(desk.complaints) == complaints


def test_a_row_that_does_not_have_a_field_owes_no_value() -> None:
    with serving(always({"data": [row(1), row(2) | {"made": {}}]})) as server:
        told, untold = Desk(server).look()
    assert (told.value, told.quality) == (Fraction(5), Quality.GOOD)
    assert (untold.value, untold.quality) == (None, Quality.WITHDRAWN)


@pytest.mark.parametrize(
    ("marks", "ok", "value"),
    [
        ({"thousands": "."}, 0.5, Fraction(1, 2)),
        ({"thousands": "."}, 1.234, Fraction(1234, 1000)),
        ({"thousands": "."}, -1.5e-3, Fraction(-3, 2000)),
        ({"thousands": "."}, 1234, Fraction(1234)),
        ({"decimal": ","}, 1.5, Fraction(3, 2)),
        ({"decimal": ",", "thousands": "."}, 1.234, Fraction(1234, 1000)),
        ({}, 1.234, Fraction(1234, 1000)),
        ({"thousands": "."}, "1.234", Fraction(1234)),
        ({"thousands": "."}, "0.5", None),
        ({"decimal": ","}, "1.5", None),
        ({}, "1.234", None),
    ],
)
def test_marks_are_those_of_texts_and_a_number_is_what_it_is(
    marks: dict[str, object], ok: object, value: Fraction | None
) -> None:
    measure = [{"id": "good", "value": {"column": "made.ok"}, "may_be_negative": True}]
    with serving(always({"data": [row(1, ok)]})) as server:
        desk = Desk(server, None, measure=measure, **marks)
        (found,) = desk.look()
    assert (found.value, len(desk.complaints)) == (value, value is None)


def test_the_same_answer_twice_is_sent_once_and_complained_of_once() -> None:
    document = {"data": [row(1), row(2, "broken"), row(3, line="Line 9")]}
    with serving(lambda _asked: as_json(document)) as server:
        desk = Desk(server)
        assert len(desk.look()) == 2
        assert len(desk.complaints) == 2
        assert desk.look() == []
        assert desk.complaints == []
        document["data"][0] = row(1, 6)
        document["data"].insert(0, row(4))
        assert [reading.key for reading in desk.look()] == ["4:good", "1:good"]
        assert desk.complaints == [], "the rows moved, what is wrong with them is the same"


def test_a_long_answer_goes_in_batches_and_only_the_last_moves_the_watermark() -> None:
    with serving(always({"data": [row(number) for number in range(950)]})) as server:
        desk = Desk(server)
        assert len(desk.look()) == 950
    assert [len(batch.readings) for batch in desk.batches] == [200, 200, 200, 200, 150]
    assert len({batch.watermark for batch in desk.batches[:-1]}) == 1
    assert [batch.complete_through is None for batch in desk.batches] == [True, True, True, True, False]


def test_rows_that_are_nowhere_and_columns_that_no_row_has_are_told() -> None:
    with serving(always({"items": [row(1)], "count": 1})) as server:
        desk = Desk(server)
        assert desk.look() == []
        assert desk.complaints == ["the answer, rows: rows leads nowhere in the answer, which has items, count"]
        desk = Desk(server, rows="$.items[*]", product={"column": "article"})
        assert len(desk.look()) == 1
        assert desk.complaints == ["all rows, article: article is in no row; look what the rows have"]
    with serving(always({"data": []})) as server:
        desk = Desk(server)
        assert (desk.look(), desk.complaints) == ([], [])


def test_it_starts_late_goes_away_comes_back_and_sends_rubbish_the_past_and_everything_twice() -> None:
    rows = [row(1)]
    replies: list[Reply] = []
    with serving(lambda _asked: replies[0] if replies else as_json({"data": rows})) as server:
        server.stop()
        with running(Kiosk(spec(server))) as board:
            board.wait_until(lambda: board.states == ["failing"])
            server.start()
            board.wait_for_readings(1)
            board.wait_until(lambda: board.states == ["failing", "well"])
            server.stop()
            board.wait_until(lambda: board.states == ["failing", "well", "failing"])
            rows[:] = [row(1), row(2, minutes_ago=3 * 24 * 60), row(1), row(2, minutes_ago=3 * 24 * 60)]
            server.start()
            board.wait_for_readings(2)
            board.wait_until(lambda: board.states == ["failing", "well"] * 2)
            replies.append(Reply(b"<html>"))
            board.wait_until(lambda: board.states == [*["failing", "well"] * 2, "failing"])
            replies.clear()
            rows.append(row(3))
            board.wait_for_readings(3)
            board.wait_until(lambda: board.states == ["failing", "well"] * 3)
    assert [reading.key for reading in board.readings] == ["1:good", "2:good", "3:good"]
    assert board.readings[1].end < NOW - timedelta(days=2)


def test_what_an_answer_has_is_found_before_anything_is_mapped() -> None:
    document = {"meta": {"page": 1}, "data": [row(1), row(2, "7")]}
    with serving(always(document)) as server:
        settings = {"url": server.url}
        found = discover(SourceSpec(id="mes", kind="http", settings=settings), context(), NOW)
        server.answer = always("x")
        assert [
            each.name for each in discover(SourceSpec(id="mes", kind="http", settings=settings), context(), NOW)
        ] == ["@"]
        server.answer = lambda _asked: Reply(b"<html>")
        with pytest.raises(SourceError, match="is not JSON"):
            discover(SourceSpec(id="mes", kind="http", settings=settings), context(), NOW)
    assert [(each.name, each.looks_like) for each in found] == [
        ("id", "number"),
        ("line", "word"),
        ("at", "time"),
        ("made.ok", "number"),
    ]
    assert {each.rows for each in found} == {"$.data[*]"}


def test_a_key_that_two_rows_have_is_named_and_only_the_last_of_them_is_sent() -> None:
    with serving(always({"data": [row(1, 5), row(2, 3), row(1, 6)]})) as server:
        desk = Desk(server)
        assert [f"{reading.key} {reading.value}" for reading in desk.look()] == ["2:good 3", "1:good 6"]
        said = "the row has the key '1:good' of a row before it and says something else; only the last of them counts"
        assert desk.complaints == [f"row 3: {said}"]
        assert [desk.look() for _ in range(3)] == [[], [], []], "what stands there twice is not sent for ever"


def test_a_key_that_is_on_two_pages_is_sent_once_from_the_second_look_on() -> None:
    def answer(asked: Asked) -> Reply:
        page = int(asked.query["page"])
        found = [row(number + 1000 * page) for number in range(300)] if page < 3 else []
        return as_json({"data": [row(1, page), *found] if found else []})

    with serving(answer) as server:
        desk = Desk(server, paging={"by": "page", "parameter": "page", "size": 301})
        assert len(desk.look()) in {601, 602}
        assert [desk.look() for _ in range(2)] == [[], []]
