"""The demo plant lives, and lives the same way on every board."""

from collections import Counter, defaultdict
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import repeat

import pytest

from board.plant.calendar import cut, latest_shift, production_day, shift_at
from board.plant.span import Span, total
from board.sources.contract import READINGS_A_BATCH, SettingsError
from board.sources.demo_mark import read_mark
from tests.board.sources.demo_stage import MACHINES, NOW, PLANT, Sums, by_key, demo, demo_of, good, lived, look, sums_of

MINUTE = timedelta(minutes=1)
COUNTED = ("good", "scrap", "downtime")
BY_OUTPUT = (*COUNTED, "planned_run_time", "planned_run_time_good", "material_issued", "material_packed")


def since(sums: Sums, day: date) -> Sums:
    """Return the sums from a day on but the output that people count: they are asked for it while a board runs."""
    return {
        key: value
        for key, value in sums.items()
        if key[1] >= day and value and not (key[2] in BY_OUTPUT and key[0] not in MACHINES)
    }


def test_a_new_board_hears_of_the_running_shift_before_all_else() -> None:
    first = next(iter(demo().read(None, NOW)))
    run = shift_at(PLANT, "line-3", NOW)
    assert run is not None
    batches = look(NOW)
    present = [batch for batch in batches if batch.complete_through == NOW.replace(second=0)]
    told = next(at for at, batch in enumerate(batches) if batch is present[0])
    assert all(reading.start >= run.span.start for batch in batches[: told + 1] for reading in batch.readings)
    assert first.readings[0].start == run.span.start
    readings = by_key(batches).values()
    assert {reading.node for reading in readings} == {line.id for line in PLANT.lines}
    earlier = latest_shift(PLANT, "line-3", NOW - timedelta(hours=16))
    assert earlier is not None
    minutes = [reading for reading in readings if (reading.node, reading.measure) == ("line-3", "good")]
    assert min(reading.start for reading in minutes) == earlier.span.start
    assert max(reading.end for reading in minutes) == NOW.replace(second=0)
    assert all(reading.end - reading.start == MINUTE for reading in minutes)


def test_batches_are_small_and_say_how_far_they_are() -> None:
    batches = look(NOW, history_months=2)
    assert max(len(batch.readings) for batch in batches) <= READINGS_A_BATCH
    progress = [batch.progress for batch in batches if batch.progress is not None]
    assert progress[-1] == 1
    assert all(share < 1 for share in progress[:-1])
    done = [batch.progress for batch in batches if batch.progress is not None and batch.complete_through is not None]
    assert done == sorted(done)


def test_minutes_shifts_and_days_come_to_the_same_however_they_are_told() -> None:
    """A board that lived for three days knows what one knows that is opened now: nothing twice, nothing other."""
    opened = NOW - timedelta(days=3, hours=4, minutes=11)
    jumps = [timedelta(minutes=1), timedelta(minutes=7), timedelta(minutes=53), timedelta(minutes=60)] * 60
    was_there = sums_of(by_key(lived(opened, NOW, jumps, history_months=1)).values())
    opened_now = sums_of(by_key(look(NOW, history_months=1)).values())
    first = production_day(PLANT, opened)
    assert since(was_there, first) == since(opened_now, first)
    assert len(since(was_there, first)) > 300
    before = {key: value for key, value in was_there.items() if key[1] < first}
    assert before == {key: value for key, value in opened_now.items() if key[1] < first}


def test_a_board_that_was_off_for_weeks_hears_of_the_time_between() -> None:
    fresh = since(sums_of(by_key(look(NOW, history_months=2)).values()), date(2026, 10, 1))
    for off in (timedelta(hours=5), timedelta(hours=30), timedelta(days=25, hours=7)):
        before = look(NOW - off, history_months=2)
        after = look(NOW, before[-1].watermark, history_months=2)
        assert after[-1].complete_through == NOW.replace(second=0)
        told = sums_of(by_key([*before, *after]).values())
        assert since(told, date(2026, 10, 1)) == fresh, off


def test_nothing_is_said_to_be_complete_while_time_is_missing() -> None:
    before = look(NOW - timedelta(days=25), history_months=1)
    after = look(NOW, before[-1].watermark, history_months=1)
    whole = [batch.complete_through for batch in after if batch.complete_through is not None]
    mark = read_mark(after[-1].watermark)
    assert whole == [NOW.replace(second=0)] * len(whole)
    assert after[0].complete_through is None
    assert len(whole) == 1
    assert mark is not None
    assert mark.holes == ()


def test_a_board_from_before_there_was_a_history_gets_it_beside_its_own_minutes() -> None:
    told = by_key(look(NOW, "2026-11-20T10:30:00+00:00", history_months=1)).values()
    counted = sums_of(reading for reading in told if reading.measure in COUNTED)
    others = sums_of(reading for reading in told if reading.measure == "planned_cases")
    assert not any(date(2026, 11, 13) <= key[1] < date(2026, 11, 20) for key in counted if key[0] in MACHINES)
    assert {key[1] for key in counted if key[0] == "line-3"} >= {date(2026, 10, 1), date(2026, 11, 12)}
    assert ("shrink-wrap", date(2026, 11, 17), "good", None) in counted
    fresh = sums_of(r for r in by_key(look(NOW, history_months=1)).values() if r.measure == "planned_cases")
    assert others == fresh


def test_nothing_new_within_a_minute_is_a_sign_of_life() -> None:
    watermark = look(NOW)[-1].watermark
    later = list(demo().read(watermark, NOW + timedelta(seconds=20)))
    assert [(batch.readings, batch.seen_at) for batch in later] == [((), NOW + timedelta(seconds=20))]
    earlier = list(demo().read(watermark, NOW - timedelta(hours=1)))
    assert [batch.readings for batch in earlier] == [()]
    assert next(iter(demo().read("rubbish", NOW))).readings


def test_the_shift_of_the_pictures_is_played_as_written() -> None:
    readings = by_key(look(NOW)).values()
    run = shift_at(PLANT, "line-3", NOW)
    assert run is not None
    pieces = cut(run.span, PLANT.line("line-3").interval, PLANT.site.zone)
    assert [good(readings, "line-3", piece) for piece in pieces] == [2342, 2032, 1399, 0]
    mine = [r for r in readings if r.node == "line-3" and run.span.holds(r.start)]
    (stop,) = [r for r in mine if r.measure == "downtime"]
    assert (stop.reason, f"{stop.value} min from {stop.start:%H:%M}") == ("labeller-jam", "11 min from 08:36")
    sums = sums_of(mine)
    day = date(2026, 11, 20)
    assert sums["line-3", day, "planned_cases", None] == 5980
    assert sum(value for key, value in sums.items() if key[2] == "scrap") == 94
    assert round(float(100 * sums["line-3", day, "conversion_cost", None] / 5773), 1) == 41.6


def test_about_one_interval_in_three_misses_its_plan_and_the_rest_meet_it() -> None:
    missed: Counter[bool] = Counter()
    shares: list[float] = []
    line = PLANT.line("line-3")
    for day in range(1, 41):
        now = datetime(2026, 6, 1, 5, 0, tzinfo=UTC) + timedelta(days=day)
        readings = by_key(look(now, lines=["line-3"])).values()
        for back in (1, 9):
            run = shift_at(PLANT, "line-3", now - timedelta(hours=back))
            assert run is not None
            for piece in cut(run.span, line.interval, PLANT.site.zone):
                minutes = total(tuple(filter(None, (span.meets(piece) for span in run.working)))) / MINUTE
                share = float(good(readings, "line-3", piece)) / (float(line.rate or 0) * minutes / 60)
                missed[share < 1] += 1
                shares.append(share)
    assert 0.2 < missed[True] / missed.total() < 0.42
    assert min(shares) > 0.5
    assert max(shares) <= 1328 / 1150


def test_breaks_give_nothing_and_stops_give_zero_with_a_cause() -> None:
    readings = [reading for reading in by_key(look(NOW)).values() if reading.node in MACHINES]
    by_line: dict[str, set[datetime]] = defaultdict(set)
    for reading in readings:
        if reading.measure == "good":
            by_line[reading.node].add(reading.start)
    for line, minutes in by_line.items():
        assert not any(10 * 60 + 30 <= at.hour * 60 + at.minute < 11 * 60 for at in minutes if at.hour < 12), line
    stops = [reading for reading in readings if reading.measure == "downtime"]
    assert len(stops) > 10
    for stop in stops:
        assert stop.reason in {reason.code for reason in PLANT.reasons_of(stop.node)}
        assert stop.value == (stop.end - stop.start) / MINUTE
        assert good(readings, stop.node, Span(stop.start, stop.end)) == 0


def test_a_night_when_the_clocks_change_is_played_minute_by_minute() -> None:
    for day, hours in ((datetime(2026, 10, 25, 6, tzinfo=UTC), 9), (datetime(2027, 3, 28, 5, tzinfo=UTC), 7)):
        readings = by_key(look(day)).values()
        run = shift_at(PLANT, "line-3", day - MINUTE)
        assert run is not None
        assert run.span.length == timedelta(hours=hours)
        mine = [r for r in readings if r.node == "line-3" and run.span.holds(r.start)]
        starts = [reading.start for reading in mine if reading.measure == "good"]
        assert len(starts) == len(set(starts)) == (hours * 60 - 30)
        whole = sum(reading.value or 0 for reading in mine if reading.measure == "planned_busy_time")
        assert whole == hours * 60 - 30
        told_later = by_key(look(day + timedelta(days=3), history_months=1)).values()
        assert good(told_later, "line-3", run.span) == good(readings, "line-3", run.span)


def test_a_line_that_people_count_by_hand_is_told_of_the_past_and_not_of_the_present() -> None:
    batches = look(NOW, history_months=1)
    told = [r for r in by_key(batches).values() if (r.node, r.measure) == ("shrink-wrap", "good")]
    run = shift_at(PLANT, "shrink-wrap", NOW)
    assert run is not None
    assert max(reading.end for reading in told) == run.span.start
    live = lived(NOW, NOW + timedelta(hours=20), repeat(timedelta(minutes=30)))[len(look(NOW)) :]
    heard = {reading.measure for batch in live for reading in batch.readings if reading.node == "shrink-wrap"}
    assert not heard & set(COUNTED)
    assert heard >= {"planned_cases", "crew_present", "near_miss", "energy"}


def test_days_by_shift_are_told_by_shift_however_long_ago() -> None:
    letters = tuple(replace(letter, by_shift=True) for letter in PLANT.letters)
    source = demo_of(replace(PLANT, letters=letters), history_months=1, lines=["line-3"])
    batches = list(source.read(None, NOW))
    while batches[-1].progress not in (None, 1):
        batches += source.read(batches[-1].watermark, NOW)
    october = [
        r for r in by_key(batches).values() if r.measure == "good" and r.start < datetime(2026, 10, 30, tzinfo=UTC)
    ]
    assert len(october) == 3 * 29
    assert all(reading.end - reading.start >= timedelta(hours=7) for reading in october)


def test_settings_are_checked() -> None:
    with pytest.raises(SettingsError) as caught:
        demo(
            seed=-1,
            lines=["line-9"],
            scene={"line": "line-3", "day": "soon", "shift": "Early", "made": ["x"], "level": {"scrap": "much"}},
            days={"line": "line-3", "from": "2026-11-01", "scrap": 2, "made": [1]},
            months={"line": "line-3", "from": "2026-11-01", "scrap": ["a little"]},
            accidents={"line": "line-3", "days": ["once"]},
            unsaid={"line": "line-8", "day": "2026-11-13", "measures": ["scrap"]},
            x=1,
        )
    for said in (
        "key seed: found -1, expected a number from 0",
        "key lines: found 'line-9', expected some of northgate",
        "key lines: found 'line-8', expected some of northgate",
        "scene 1, key day: found 'soon', expected a date such as 2026-11-20",
        "scene 1, key made: found ['x'], expected a list of whole numbers",
        "scene 1, level, key scrap: found 'much', expected numbers",
        "days 1, key scrap: found 2, expected a list of numbers",
        "days 1, key made: is not known; expected",
        "months 1, key scrap: found ['a little'], expected numbers",
        "accidents 1, key days: found ['once'], expected dates such as 2026-11-20",
        "key x: is not known; expected accidents, days, history_months, lines, months, poll_s, scene, seed, unsaid",
    ):
        assert any(said in problem for problem in caught.value.problems), (said, caught.value.problems)
    assert demo().check(NOW) == ()
    (complaint,) = demo(lines=["northgate"]).check(NOW)
    assert "nothing to play" in complaint.said
