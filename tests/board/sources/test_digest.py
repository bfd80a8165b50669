"""What a watermark still holds for once settings or the plant have changed."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from board.plant.plant import SourceSpec
from board.sources.contract import SourceContext, open_source
from board.sources.http_mark import HttpMark
from board.sources.http_setting import read_settings
from board.sources.mqtt_mark import MqttMark
from board.sources.mqtt_setting import read_settings as read_mqtt
from board.sources.sql_mark import SqlMark
from board.sources.sql_setting import read_settings as read_sql
from tests.board.sources.drop import HEAD, PARTS, Drop, context
from tests.board.sources.server import as_json, serving
from tests.board.sources.test_http_total import NOW, shown

REASONS = {"E001": "Jam", "labeller-jam": "Labeller jam"}
RENAMED = {"nodes": {"line-1": "Line one", "line-2": "Line 2"}, "reasons": {**REASONS, "E001": "A jam"}}
HTTP: Mapping[str, object] = {
    "url": "http://mes/parts",
    "node": {"column": "line"},
    "time": "at",
    "key": "id",
    "since": {"parameter": "after", "column": "at"},
    "measure": [{"id": "good"}],
}
SQL: Mapping[str, object] = {
    "url": "sqlite:///x.db",
    "query": "SELECT * FROM part WHERE at > :watermark",
    "watermark": "at",
    "node": "line-1",
    "time": "at",
    "key": "id",
    "measure": [{"id": "good"}],
}


def after(settings: Mapping[str, object], plant: SourceContext) -> HttpMark:
    """Return what is left of a mark once these settings hold in this plant."""
    spec = SourceSpec(id="mes", kind="http", settings=HTTP)
    full = HttpMark(
        settings=read_settings(spec, context()).digest,
        since="5",
        top="6",
        page="7",
        etag="e",
        event="4711",
        memory={"counters": {}},
    )
    now = SourceSpec(id="mes", kind="http", settings=settings)
    return HttpMark.parse(full.text(), read_settings(now, plant).digest)


@pytest.mark.parametrize(
    ("changed", "plant"),
    [
        ({}, RENAMED),
        ({"lag": "2 min", "complete": "seen", "ahead": "10 min", "timeout": "20 s", "largest_mib": 9}, {}),
        ({"poll_s": 9, "proxy": "http://proxy:3128", "authority": "ca.pem"}, {}),
    ],
)
def test_what_changes_neither_question_nor_meaning_resets_nothing(
    changed: dict[str, object], plant: dict[str, object]
) -> None:
    found = after({**HTTP, **changed}, context(**plant))  # type: ignore[arg-type]
    assert (found.since, found.top, found.page, found.etag, found.event) == ("5", "6", "7", "e", "4711")
    assert found.memory is not None


@pytest.mark.parametrize(
    ("changed", "plant"),
    [
        ({"zone": "Europe/Berlin"}, {}),
        ({"measure": [{"id": "scrap"}]}, {}),
        ({}, {"reasons": {**REASONS, "new": "A new reason"}}),
        ({}, {"nodes": {"line-1": "Line 1", "line-2": "Line 2", "line-3": "Line 3"}}),
    ],
)
def test_another_meaning_reads_again_and_forgets_no_register_and_no_event(
    changed: dict[str, object], plant: dict[str, object]
) -> None:
    found = after({**HTTP, **changed}, context(**plant))  # type: ignore[arg-type]
    assert (found.since, found.top, found.page, found.etag) == ("", "", "", "")
    assert found.event == "4711"
    assert found.memory is not None


def test_another_question_begins_anew_and_another_place_remembers_nothing() -> None:
    query = after({**HTTP, "query": {"line": "7"}}, context())
    assert (query.since, query.page, query.event) == ("", "", "")
    assert query.memory is not None
    assert after({**HTTP, "node": "line-1"}, context()).memory is not None
    moved = after({**HTTP, "url": "http://other/parts"}, context())
    assert (moved.since, moved.event, moved.memory) == ("", "", None)


def test_a_register_counts_on_when_a_reason_is_added_to_the_plant() -> None:
    register = [(0, 100), (10, 120), (20, 150), (30, 160)]
    settings = {
        "node": "line-1",
        "time": "at",
        "measure": [{"id": "good", "value": {"column": "made"}, "counter": "total"}],
    }
    counted, watermark = 0, None
    with serving(lambda _asked: as_json(now_shown)) as server:
        spec = SourceSpec(id="plc", kind="http", settings={"url": server.url, **settings})
        for number, (minute, made) in enumerate(register):
            now_shown = shown(minute, made, "RUN")
            plant = context() if number < 2 else context(reasons={**REASONS, "new": "A new reason"})
            for batch in open_source(spec, plant).read(watermark, NOW):
                watermark = batch.watermark
                counted += sum(int(reading.value or 0) for reading in batch.readings)
    assert counted == 60


def test_a_table_is_read_again_only_when_a_row_means_something_else() -> None:
    def digest(plant: SourceContext, **changed: object) -> str:
        return read_sql(SourceSpec(id="x", kind="sql", settings={**SQL, **changed}), plant).digest

    text = SqlMark(settings=digest(context()), since="5").text()
    assert SqlMark.parse(text, digest(context(**RENAMED), lag="2 min", complete="seen")).since == "5"  # type: ignore[arg-type]
    assert SqlMark.parse(text, digest(context(), zone="Europe/Berlin")).since == ""
    assert SqlMark.parse(text, digest(context(), query="SELECT 1 WHERE :watermark")).since == ""


def test_files_are_not_read_again_for_a_name_or_a_delay(tmp_path: Path) -> None:
    drop = Drop(tmp_path, PARTS)
    drop.write("a.csv", HEAD + "2026-11-20 08:00:35,M1,Complete,N/A\n")
    assert len(drop.look()) == 1
    assert Drop(tmp_path, {**PARTS, "lag": "2 min", "look_mib": 9}, watermark=drop.watermark).look() == []
    assert len(Drop(tmp_path, {**PARTS, "zone": "UTC"}, watermark=drop.watermark).look()) == 1


def test_a_register_is_forgotten_where_another_takes_its_name_and_not_where_one_is_added() -> None:
    def counting(*columns: str) -> dict[str, object]:
        names = zip(("good", "scrap"), columns, strict=False)
        return {
            "url": "mqtt://broker",
            "topic": "plant/{line}",
            "node": {"column": "line"},
            "time": "at",
            "measure": [{"id": name, "value": {"column": column}, "counter": "total"} for name, column in names],
        }

    def digest(settings: dict[str, object], plant: SourceContext) -> str:
        return read_mqtt(SourceSpec(id="uns", kind="mqtt", settings=settings), plant).digest

    text = MqttMark(settings=digest(counting("n"), context()), client="x", more={"memory": {"counters": {}}}).text()
    for settings, plant, is_kept in (
        (counting("n"), context(**RENAMED), True),  # type: ignore[arg-type]
        (counting("n"), context(reasons={**REASONS, "new": "A new reason"}), True),
        (counting("n", "scrapped"), context(), True),
        (counting("other"), context(), False),
        ({**counting("n"), "topic": "other/{line}"}, context(), False),
    ):
        mark = MqttMark.parse(text, digest(settings, plant))
        assert mark.client == "x"
        assert bool(mark.more) == is_kept
