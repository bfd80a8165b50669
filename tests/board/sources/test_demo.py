"""The demo plant lives, and lives the same way on every board."""

from collections import Counter, defaultdict
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from pathlib import Path

import pytest

from board.kpi.reading import Batch, Reading
from board.plant.calendar import cut, latest_shift, shift_at
from board.plant.load import load_plant
from board.plant.plant import Plant, SourceSpec
from board.plant.span import Span, total
from board.sources.contract import READINGS_A_BATCH, SettingsError, SourceContext
from board.sources.demo import Demo

PLANT = load_plant(Path(__file__).parents[3] / "assets" / "plants" / "demo")
(SPEC,) = PLANT.sources
NOW = datetime(2026, 11, 20, 11, 42, 36, tzinfo=UTC)


def demo(plant: Plant = PLANT, **settings: object) -> Demo:
    """Return the demo source of a plant."""
    return Demo(SourceSpec(id="demo", kind="demo", settings=settings or SPEC.settings), SourceContext.of(plant))


def look(now: datetime, watermark: str | None = None) -> tuple[list[Batch], dict[str, Reading]]:
    """Return what one look gives, and its readings by key."""
    batches = list(demo().read(watermark, now))
    readings = [reading for batch in batches for reading in batch.readings]
    assert len({reading.key for reading in readings}) == len(readings)
    return batches, {reading.key: reading for reading in readings}


def good(readings: dict[str, Reading], line: str, span: Span) -> Fraction:
    """Return the good parts of a line in a span."""
    return sum(
        (
            r.value or Fraction(0)
            for r in readings.values()
            if (r.node, r.measure) == (line, "good") and span.holds(r.start)
        ),
        Fraction(0),
    )


def test_a_new_board_has_this_shift_and_the_two_before_at_once() -> None:
    batches, readings = look(NOW)
    lines = {line.id for line in PLANT.lines if not line.counted_by_hand}
    assert {reading.node for reading in readings.values()} == lines
    run = latest_shift(PLANT, "line-3", NOW - timedelta(hours=16))
    assert run is not None
    assert min(reading.start for reading in readings.values()) == run.span.start
    assert max(reading.end for reading in readings.values()) == NOW.replace(second=0)
    assert batches[-1].complete_through == NOW.replace(second=0)
    assert max(len(batch.readings) for batch in batches) <= READINGS_A_BATCH
    assert batches[-1].progress == 1


def test_the_same_time_gives_the_same_figures_however_it_is_reached() -> None:
    _, whole = look(NOW)
    pieces: dict[str, Reading] = {}
    watermark = None
    for minutes in (700, 333, 60, 59, 7, 1, 0):
        batches, readings = look(NOW - timedelta(minutes=minutes), watermark)
        assert pieces.keys().isdisjoint(readings)
        pieces |= readings
        watermark = batches[-1].watermark
    assert {key: reading for key, reading in pieces.items() if key in whole} == whole


def test_nothing_new_within_a_minute_is_a_sign_of_life() -> None:
    batches, _ = look(NOW)
    later = list(demo().read(batches[-1].watermark, NOW + timedelta(seconds=20)))
    assert [(batch.readings, batch.seen_at) for batch in later] == [((), NOW + timedelta(seconds=20))]
    earlier = list(demo().read(batches[-1].watermark, NOW - timedelta(hours=1)))
    assert [batch.readings for batch in earlier] == [()]


def test_a_board_that_was_off_for_a_month_begins_anew() -> None:
    batches, _ = look(NOW)
    _, readings = look(NOW + timedelta(days=30), batches[-1].watermark)
    assert min(reading.start for reading in readings.values()) > NOW + timedelta(days=29)
    _, readings = look(NOW + timedelta(days=2), batches[-1].watermark)
    assert min(reading.start for reading in readings.values()) == NOW.replace(second=0)
    assert demo().read("rubbish", NOW).__next__().readings


def test_the_shift_of_the_pictures_is_played_as_written() -> None:
    _, readings = look(NOW)
    run = shift_at(PLANT, "line-3", NOW)
    assert run is not None
    pieces = cut(run.span, PLANT.line("line-3").interval, PLANT.site.zone)
    assert [good(readings, "line-3", piece) for piece in pieces] == [2342, 2032, 1399, 0]
    (stop,) = [
        r for r in readings.values() if (r.node, r.measure) == ("line-3", "downtime") and run.span.holds(r.start)
    ]
    assert (stop.reason, f"{stop.value} min from {stop.start:%H:%M}") == ("labeller-jam", "11 min from 08:36")


def test_about_one_interval_in_three_misses_its_plan_and_the_rest_meet_it() -> None:
    missed: Counter[bool] = Counter()
    shares: list[float] = []
    for day in range(1, 41):
        now = datetime(2026, 6, 1, 5, 0, tzinfo=UTC) + timedelta(days=day)
        batches = demo(seed=26, lines=["line-3"]).read(None, now)
        readings = {reading.key: reading for batch in batches for reading in batch.readings}
        line = PLANT.line("line-3")
        for back in (1, 9):
            run = shift_at(PLANT, "line-3", now - timedelta(hours=back))
            assert run is not None
            for piece in cut(run.span, line.interval, PLANT.site.zone):
                minutes = total(tuple(filter(None, (span.meets(piece) for span in run.working)))) / timedelta(minutes=1)
                share = float(good(readings, "line-3", piece)) / (float(line.rate or 0) * minutes / 60)
                missed[share < 1] += 1
                shares.append(share)
    assert 0.25 < missed[True] / missed.total() < 0.42
    assert min(shares) > 0.7
    assert max(shares) <= 1328 / 1150


def test_breaks_give_nothing_and_stops_give_zero_with_a_cause() -> None:
    _, readings = look(NOW)
    by_line: dict[str, set[datetime]] = defaultdict(set)
    for reading in readings.values():
        if reading.measure == "good":
            by_line[reading.node].add(reading.start)
    for line, minutes in by_line.items():
        assert not any(10 * 60 + 30 <= at.hour * 60 + at.minute < 11 * 60 for at in minutes if at.hour < 12), line
    stops = [reading for reading in readings.values() if reading.measure == "downtime"]
    assert len(stops) > 10
    for stop in stops:
        assert stop.reason in {reason.code for reason in PLANT.reasons_of(stop.node)}
        assert stop.value == (stop.end - stop.start) / timedelta(minutes=1)
        assert good(readings, stop.node, Span(stop.start, stop.end)) == 0


def test_a_night_when_the_clocks_change_is_played_minute_by_minute() -> None:
    for day, hours in ((datetime(2026, 10, 25, 6, tzinfo=UTC), 9), (datetime(2027, 3, 28, 5, tzinfo=UTC), 7)):
        _, readings = look(day)
        run = shift_at(PLANT, "line-3", day - timedelta(minutes=1))
        assert run is not None
        assert run.span.length == timedelta(hours=hours)
        starts = [
            r.start for r in readings.values() if (r.node, r.measure) == ("line-3", "good") and run.span.holds(r.start)
        ]
        assert len(starts) == len(set(starts)) == (hours * 60 - 30)


def test_settings_are_checked() -> None:
    with pytest.raises(SettingsError) as caught:
        demo(seed=-1, lines=["line-9"], scene={"line": "line-3", "day": "soon", "shift": "Early", "made": ["x"]}, x=1)
    for said in (
        "key seed: found -1, expected a number from 0",
        "key lines: found 'line-9', expected some of northgate",
        "scene 1, key day: found 'soon', expected a date such as 2026-11-20",
        "scene 1, key made: found ['x'], expected a list of whole numbers",
        "key x: is not known; expected lines, poll_s, scene, seed",
    ):
        assert any(said in problem for problem in caught.value.problems), (said, caught.value.problems)
    assert demo().check(NOW) == ()
    (complaint,) = demo(lines=["northgate"]).check(NOW)
    assert "nothing to play" in complaint.said
