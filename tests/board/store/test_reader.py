"""What a page asks of the store."""

import random
from datetime import timedelta
from fractions import Fraction
from pathlib import Path

import apsw
import pytest

from board.kpi.reading import Quality
from board.plant.span import Span
from board.store.reader import Reader
from tests.board.store.shop import DAY, at, batch, miss, reading, shop, span


def test_there_is_no_reader_without_a_database(store_path: Path) -> None:
    with pytest.raises(apsw.CantOpenError):
        Reader.open(store_path)


def test_a_reader_cannot_write(store_path: Path) -> None:
    with shop(store_path) as (_, reader), pytest.raises(apsw.ReadOnlyError):
        reader._connection.execute("DELETE FROM entry")


def test_sums_are_by_span_and_dimension_and_half_open(store_path: Path) -> None:
    with shop(store_path) as (store, reader):
        store.take(
            batch(
                reading("1", at(6), 1, order="O1"),
                reading("2", at(7, 59, 59), 2, order="O1"),
                reading("3", at(8), 4, order="O1"),
                reading("4", at(6, 30), 8, end=at(8), order="O2", product="P"),
                reading("5", at(7), 16, measure="scrap", reason="E001"),
                reading("6", at(7), Fraction(1, 3), measure="scrap", reason="E001"),
                reading("7", at(7), None, measure="scrap", reason="E001", final=False),
                reading("8", at(7), None, measure="energy"),
                reading("9", at(7), 32, node="other"),
            ),
            at(9),
        )
        found = reader.tallies("line", [span(6, 8), span(8, 10)])
        assert {
            (one.span.start.hour, one.measure, one.reason, one.product, one.order): (one.value, one.rows)
            for one in found
        } == {
            (6, "good", None, "P", "O2"): (8, 1),
            (6, "good", None, None, "O1"): (3, 2),
            (6, "scrap", "E001", None, None): (Fraction(49, 3), 2),
            (8, "good", None, None, "O1"): (4, 1),
        }
        scrap = next(one for one in found if one.measure == "scrap")
        assert (scrap.final, scrap.missing) == (False, 1)


def test_what_is_lacking_is_known_with_its_time_until_it_is_mended(store_path: Path) -> None:
    bad = {"quality": Quality.BAD}
    with shop(store_path) as (store, reader):
        store.take(
            batch(
                reading("1", at(6), 1),
                reading("2", at(7), None, **bad),
                reading("3", at(7, 30), None, end=at(9), measure="scrap", product="P", **bad),
                reading("4", at(7, 10), None),
                reading("5", at(7, 10), None, quality=Quality.WITHDRAWN),
                reading("6 by reason", at(7, 10), None, reason="E001"),
                reading("7 by reason", at(7, 20), None, reason="E001", **bad),
                reading("6", at(7), None, node="other", **bad),
                reading("7", at(8), None, **bad),
            ),
            at(9),
        )
        store.take(batch(reading("2", at(7), 5), reading("4", at(7, 10), 0)), at(10))

        def found(hour: int | None, *nodes: str) -> list[tuple[str, Span, Quality]]:
            known_at = None if hour is None else at(hour, 1)
            lacks = reader.lacks(nodes or ("line",), span(6, 8), known_at=known_at)
            return sorted((each.measure, each.span, each.quality) for each in lacks)

        stays = [
            ("good", Span(at(7, 20), at(7, 20)), Quality.BAD),
            ("scrap", Span(at(7, 30), at(9)), Quality.BAD),
        ]
        mended = [("good", span(7, 7), Quality.BAD), ("good", Span(at(7, 10), at(7, 10)), Quality.MISSING)]
        assert found(8) == []
        assert found(9) == [*mended, *stays]
        assert found(10) == found(None) == stays
        assert len(found(None, "line", "other", "nowhere")) == 3
        assert found(None, "nowhere") == []


def test_zero_is_a_sum_and_nothing_is_none(store_path: Path) -> None:
    with shop(store_path) as (store, reader):
        store.take(batch(reading("1", at(6), 0)), at(9))
        found = reader.tallies("line", [span(6, 8), span(8, 10)])
        assert [(one.span, one.value) for one in found] == [(span(6, 8), Fraction(0))]


def test_a_reading_over_a_border_crosses_and_is_in_no_sum(store_path: Path) -> None:
    with shop(store_path) as (store, reader):
        store.take(
            batch(
                reading("over", at(7), 10, end=at(9)),
                reading("touching", at(7), 10, end=at(8)),
                reading("long", at(0), 10, end=at(0) + timedelta(days=30), measure="energy"),
                reading("instant", at(8), 10),
            ),
            at(9),
        )
        crossing = reader.crossing("line", [span(6, 8), span(8, 10)])
        assert [one.key for one in crossing] == ["long", "over"]
        assert {one.measure for one in reader.tallies("line", [span(6, 8), span(8, 10)])} == {"good"}
        assert sum(one.value for one in reader.tallies("line", [span(6, 8), span(8, 10)])) == 20


def test_sums_crossings_and_readings_agree_for_any_log(store_path: Path, rng: random.Random) -> None:
    lengths_s = [0, 0, 1, 600, 900, 3600, 7200, 20_000, 100_000, 3_000_000]
    made = []
    for number in range(600):
        start = DAY + timedelta(seconds=rng.randrange(86_400))
        end = start + timedelta(seconds=rng.choice(lengths_s))
        value = rng.choice([Fraction(rng.randrange(100)), Fraction(rng.randrange(100), rng.choice([3, 7, 1000]))])
        made.append(reading(str(number), start, value, end=end, order=rng.choice(["O1", None])))
    spans = [span(hour, hour + 2) for hour in range(4, 20, 2)]
    with shop(store_path) as (store, reader):
        store.take(batch(*made), at(23))
        whole = Span(spans[0].start, spans[-1].end)
        meeting = {one.key for one in reader.readings("line", whole)}
        inside = reader.tallies("line", spans)
        crossing = {one.key for one in reader.crossing("line", spans)}
        assert reader.tallies("line", spans, known_at=at(23)) == inside
    borders = {edge for one in spans for edge in (one.start, one.end)}
    assert meeting == {m.key for m in made if m.start < whole.end and (m.end > whole.start or m.start == whole.start)}
    assert crossing == {m.key for m in made if any(m.start < border < m.end for border in borders)}
    assert sum(one.value for one in inside) == sum(
        (m.value or 0 for m in made for s in spans if s.start <= m.start < s.end and m.end <= s.end), Fraction(0)
    )


def test_readings_can_be_asked_by_measure(store_path: Path) -> None:
    with shop(store_path) as (store, reader):
        store.take(batch(reading("1", at(6), 1), reading("2", at(6), 1, measure="scrap")), at(9))
        assert [one.key for one in reader.readings("line", span(6, 8), measures=["scrap", "never heard of"])] == ["2"]


def test_an_order_ends_with_the_part_that_completes_it(store_path: Path) -> None:
    with shop(store_path) as (store, reader):
        parts = [reading(str(n), at(6) + timedelta(seconds=n), 1, order="O1") for n in range(100)]
        other = [reading(f"x{n}", at(6), 1, order="O2") for n in range(50)]
        store.take(batch(*parts, *other, reading("scrap", at(6), 1, measure="scrap", order="O1")), at(7))
        assert reader.order_end("line", "O1", 40) == at(6) + timedelta(seconds=39)
        assert reader.order_end("line", "O1", 101) is None
        assert reader.order_end("line", "O9", 1) is None
        assert reader.order_end("line", "O1", 40, known_at=at(6, 59)) is None


def test_sources_tell_how_far_they_are(store_path: Path) -> None:
    with shop(store_path) as (store, reader):
        store.take(batch(reading("1", at(6), 1), watermark="a", seen=at(6, 1), complete_through=at(6)), at(6, 1))
        store.take(batch(watermark="b", seen=at(7)), at(7))
        (state,) = reader.sources()
        assert (state.id, state.watermark, state.seen_at, state.newest) == ("machine", "b", at(7), at(6))
        assert (state.complete_through, state.rows, state.nodes) == (at(6), 1, {"line": at(6)})
        assert state.complaint is None


def test_entries_come_in_order_by_node_and_after_a_number(store_path: Path) -> None:
    with shop(store_path) as (store, reader):
        kept = [store.keep(miss(span(6, 8), node=node), at(8)) for node in ("line", "other", "line")]
        assert list(reader.entries()) == kept
        assert [one.number for one in reader.entries(node="line")] == [1, 3]
        assert [one.number for one in reader.entries(after=1, limit=1)] == [2]
        assert reader.entry(kept[1].id) == kept[1]
        anchor = reader.anchor()
        assert anchor is not None
        assert anchor == store.anchor
        assert (anchor.number, anchor.hash) == (3, kept[2].hash.hex())


def test_a_change_is_noticed_without_reading(store_path: Path) -> None:
    with shop(store_path) as (store, reader):
        before = reader.changes()
        assert reader.changes() == before
        store.keep(miss(span(6, 8)), at(8))
        assert reader.changes() != before


def test_plant_versions_are_kept_in_order_and_the_same_text_once(store_path: Path) -> None:
    with shop(store_path) as (store, reader):
        store.record_plant({"plant.toml": "a = 1", "people.toml": ""}, at(5), at(6))
        store.record_plant({"people.toml": "", "plant.toml": "a = 1"}, at(6), at(7))
        store.record_plant({"plant.toml": "a = 2"}, at(8), at(9))
        versions = reader.plant_versions()
    assert [dict(version.files) for version in versions] == [
        {"plant.toml": "a = 1", "people.toml": ""},
        {"plant.toml": "a = 2"},
    ]
    assert [(version.accepted_at, version.in_force_from) for version in versions] == [(at(5), at(6)), (at(8), at(9))]
