"""How old each cell is, by the sources that tell of it alone; late data, and when an interval is final."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from fractions import Fraction
from pathlib import Path

import pytest

from board.kpi.reading import Batch, Quality, Reading
from board.plant.plant import Line, Measure, MeasureKind, SourceSpec
from board.plant.span import Span
from board.views.freshness import Freshness, Stage
from tests.board.pages.desk import Desk, desk, one_line, utc

LINES = tuple(Line(id=name, name=name.title(), area="hall", rate=Fraction(100)) for name in ("line", "b", "c", "d"))
QUICK = SourceSpec(
    id="quick", kind="csv", settings={}, expected_every=timedelta(minutes=1), stale_after=timedelta(minutes=5)
)
SLOW = SourceSpec(
    id="slow", kind="csv", settings={}, expected_every=timedelta(minutes=20), stale_after=timedelta(hours=1)
)


@pytest.fixture
def found(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path / "board.db", one_line(lines=LINES, sources=(QUICK, SLOW)))
    yield made
    made.reader.close()
    made.store.close()


def told(
    found: Desk, source: str, line: str, at: datetime, good: int | None = 10, *, received: datetime | None = None,
    complete_through: datetime | None = None, key: str = "",
) -> None:  # fmt: skip
    """Let a source tell one count of a line."""
    value = None if good is None else Fraction(good)
    key = key or f"{source} {line} {at}"
    reading = Reading(node=line, measure="good", start=at, end=at, value=value, source=source, key=key)
    came = received or at
    batch = Batch(source=source, readings=(reading,), watermark=key, seen_at=came, complete_through=complete_through)
    found.pages.forget(found.store.take(batch, came))


def stages(found: Desk, now: datetime) -> dict[str, tuple[Stage, int | None]]:
    """Return how old each line looks, and its age in minutes."""

    def said(fresh: Freshness) -> tuple[Stage, int | None]:
        age_s = fresh.age_s(now)
        return fresh.stage(now), None if age_s is None else age_s // 60

    return {line.node: said(line.freshness) for line in found.lines(now).lines}


def test_the_limit_of_a_source_makes_its_own_cells_stale_and_no_others(found: Desk) -> None:
    told(found, "quick", "line", utc(7))
    told(found, "quick", "b", utc(7))
    told(found, "slow", "c", utc(7))
    live, missing = Stage.LIVE, Stage.MISSING
    assert stages(found, utc(7, 1)) == {"line": (live, 1), "b": (live, 1), "c": (live, 1), "d": (missing, None)}
    told(found, "quick", "line", utc(7, 5))
    assert stages(found, utc(7, 6)) == {
        "line": (live, 1),
        "b": (Stage.STALE, 6),
        "c": (live, 6),
        "d": (missing, None),
    }
    assert stages(found, utc(7, 41))["c"] == (Stage.LATE, 41)
    assert stages(found, utc(8))["c"] == (Stage.LATE, 60)
    assert stages(found, utc(8, 0, second=1))["c"] == (Stage.STALE, 60)


def test_the_site_is_as_old_as_its_oldest_line(found: Desk) -> None:
    for line in ("line", "b", "c", "d"):
        told(found, "quick", line, utc(7))
    told(found, "quick", "line", utc(7, 30))
    assert found.lines(utc(7, 31)).freshness.stage(utc(7, 31)) is Stage.STALE
    assert stages(found, utc(7, 31))["line"] == (Stage.LIVE, 1)


def test_a_line_of_two_sources_is_as_old_as_the_older(found: Desk) -> None:
    told(found, "slow", "line", utc(6, 30))
    told(found, "quick", "line", utc(7, 29))
    assert found.board(utc(7, 30)).freshness.stage(utc(7, 30)) is Stage.LATE
    assert found.board(utc(7, 31)).freshness.stage(utc(7, 31)) is Stage.STALE


def test_a_missing_value_makes_nothing_fresh(found: Desk) -> None:
    told(found, "quick", "line", utc(7))
    told(found, "quick", "line", utc(7, 20), None)
    assert stages(found, utc(7, 20))["line"] == (Stage.STALE, 20)


def test_the_past_told_late_fills_its_own_interval_and_makes_nothing_fresh(found: Desk) -> None:
    told(found, "quick", "line", utc(7), 190)
    told(found, "quick", "line", utc(10, 30), 40)
    before = found.board(utc(11))
    told(found, "quick", "line", utc(9), 150, received=utc(11))
    after = found.board(utc(11))
    made = [interval.actual for interval in after.intervals]
    assert made == [190, 150, 40, None]
    assert [interval.actual for interval in before.intervals] == [190, None, 40, None]
    assert after.freshness.seen_at == before.freshness.seen_at == utc(10, 30)
    assert after.intervals[0] == before.intervals[0]


def test_an_interval_is_provisional_until_its_source_has_told_everything_of_it(found: Desk) -> None:
    told(found, "quick", "line", utc(7), 190, complete_through=utc(7, 58))
    assert found.board(utc(8, 5)).intervals[0].provisional
    told(found, "quick", "line", utc(8, 3), 4, complete_through=utc(8))
    first = found.board(utc(8, 5)).intervals[0]
    assert not first.provisional
    told(found, "quick", "line", utc(7, 59), 7, received=utc(8, 6), complete_through=utc(8, 6))
    assert found.board(utc(8, 7)).intervals[0].actual == 197, "late data count after that too"


def test_how_far_another_kind_of_source_is_or_one_that_never_says_leaves_counts_final(tmp_path: Path) -> None:
    daily = replace(SLOW, settings={"measure": [{"id": "energy", "value": {"column": "kWh"}}]})
    with desk(tmp_path / "daily.db", one_line(sources=(QUICK, daily))) as found:
        told(found, "quick", "line", utc(7), 190)
        told(found, "slow", "line", utc(6, 30), 1, complete_through=utc(6))
        assert not found.board(utc(8, 5)).intervals[0].provisional
    with desk(tmp_path / "counts.db", one_line(sources=(QUICK, SLOW))) as found:
        told(found, "quick", "line", utc(7), 190)
        told(found, "slow", "line", utc(6, 30), 1, complete_through=utc(6))
        assert found.board(utc(8, 5)).intervals[0].provisional, "one that may count is waited for"


@pytest.mark.parametrize(
    ("first", "last", "measure", "touched"),
    [
        ((8, 10), (8, 10), "good", (False, True, False)),
        ((8, 10), (9, 50), "scrap", (False, True, False)),
        ((7, 30), (8, 30), "good", (True, True, False)),
        ((5, 30), (6, 30), "good", (True, False, False)),
        ((8, 10), (8, 10), "downtime", (False, False, False)),
    ],
)
def test_a_sum_of_which_a_part_could_not_be_used_or_was_not_told_is_not_final(
    found: Desk, first: tuple[int, int], last: tuple[int, int], measure: str, touched: tuple[bool, ...]
) -> None:
    for hour in (7, 9, 11):
        told(found, "quick", "line", utc(hour), 150, received=utc(12, 10), complete_through=utc(12, 10))

    def provisional() -> tuple[bool, ...]:
        return tuple(interval.provisional for interval in found.board(utc(12, 15)).intervals[:3])

    def say(value: Fraction | None, quality: Quality, received: datetime) -> None:
        bad = Reading(
            node="line", measure=measure, start=utc(*first), end=utc(*last), value=value, source="quick", key="x",
            quality=quality, product="bolt",
        )  # fmt: skip
        batch = Batch(source="quick", readings=(bad,), watermark="x", seen_at=received, complete_through=received)
        found.pages.forget(found.store.take(batch, received))

    assert provisional() == (False, False, False)
    say(None, Quality.BAD, utc(12, 11))
    assert provisional() == touched
    assert [each.actual for each in found.board(utc(12, 15)).intervals[:3]] == [150, 150, 150], "it adds nothing"
    say(None, Quality.WITHDRAWN, utc(12, 12))
    assert provisional() == (False, False, False), "nobody owes what was taken back"
    say(None, Quality.MISSING, utc(12, 13))
    assert provisional() == touched
    say(Fraction(6), Quality.GOOD, utc(12, 14))
    assert provisional() == (False, False, False)


@pytest.mark.parametrize(
    ("first", "last", "why"),
    [
        ((11, 0), (11, 30), "nobody works in the break"),
        ((5, 0), (6, 0), "the shift has not begun"),
    ],
)
def test_an_empty_cell_of_time_in_which_nobody_works_lacks_nothing(
    found: Desk, first: tuple[int, int], last: tuple[int, int], why: str
) -> None:
    for hour in (7, 9, 11):
        told(found, "quick", "line", utc(hour), 150, received=utc(12, 10), complete_through=utc(12, 10))
    empty = Reading(
        node="line", measure="scrap", start=utc(*first), end=utc(*last), value=None, source="quick", key="x"
    )
    for quality, provisional in ((Quality.MISSING, False), (Quality.BAD, first == (11, 0))):
        batch = Batch(
            source="quick", readings=(replace(empty, quality=quality),), watermark="x", seen_at=utc(12, 11),
            complete_through=utc(12, 11),
        )  # fmt: skip
        found.pages.forget(found.store.take(batch, utc(12, 11)))
        shown = [interval.provisional for interval in found.board(utc(12, 15)).intervals[:3]]
        assert shown == [False, False, provisional], why


def test_an_empty_cell_of_a_measure_that_is_not_entered_every_day_lacks_nothing(tmp_path: Path) -> None:
    scrap = Measure(id="scrap", name="Scrap", kind=MeasureKind.COUNT, unit="parts")
    for daily in (True, False):
        plant = one_line(sources=(QUICK,), measures=(replace(scrap, daily=daily),))
        with desk(tmp_path / f"{daily}.db", plant) as found:
            told(found, "quick", "line", utc(7), 150, complete_through=utc(8, 10), received=utc(8, 10))
            empty = Reading(node="line", measure="scrap", start=utc(7), end=utc(7), value=None, source="quick", key="x")
            batch = Batch(source="quick", readings=(empty,), watermark="x", seen_at=utc(8, 11))
            found.pages.forget(found.store.take(batch, utc(8, 11)))
            assert found.board(utc(8, 15)).intervals[0].provisional == daily


def test_the_last_minute_of_a_shift_need_not_have_a_part(found: Desk) -> None:
    told(found, "quick", "line", utc(13, 59, second=10), 50, complete_through=utc(13, 59, second=10))
    assert not found.board(utc(17), shift="Early").intervals[3].provisional


def test_a_correction_keeps_both_values_and_says_when_each_was_known(found: Desk) -> None:
    told(found, "quick", "line", utc(7), 150, received=utc(7, 1), key="part")
    told(found, "quick", "line", utc(7), 210, received=utc(9), key="part")
    span = Span(utc(6), utc(8))
    (now,) = found.reader.readings("line", span)
    (then,) = found.reader.readings("line", span, known_at=utc(8))
    assert (now.value, now.revision, now.received_at) == (Fraction(210), 2, utc(9))
    assert (then.value, then.revision, then.received_at) == (Fraction(150), 1, utc(7, 1))
    told(found, "quick", "line", utc(7), None, received=utc(9, 30), key="part")
    (gone,) = found.reader.readings("line", span)
    assert gone.value is None
    assert found.board(utc(9, 31), known_at=utc(9, 15)).intervals[0].actual == 210


def test_a_source_that_left_the_plant_makes_nothing_old(found: Desk) -> None:
    told(found, "slow", "line", utc(6))
    told(found, "quick", "line", utc(9))
    found.history = found.history.with_version(utc(8, 59), replace(found.plant, sources=(QUICK,), digest="newer"))
    assert found.board(utc(9, 1)).freshness.stage(utc(9, 1)) is Stage.LIVE
