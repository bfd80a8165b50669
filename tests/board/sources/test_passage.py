"""The doubled hour of an autumn night: each of its two passings has its own rows, and no row changes sides."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from board.sources.passage import Passage, Who
from tests.board.sources.drop import TOTALS, Drop

LONDON = ZoneInfo("Europe/London")
LATER = datetime(2026, 10, 26, tzinfo=UTC)
NIGHT = datetime(2026, 10, 25, tzinfo=UTC)


def hours(drop: Drop) -> list[tuple[str, str, str, str]]:
    """Return node, start, end and value of each hour of good parts."""
    return [
        (reading.node[-1], f"{reading.start:%H:%M}", f"{reading.end:%H:%M}", str(reading.value))
        for reading in drop.look()
        if reading.measure == "good"
    ]


@pytest.mark.parametrize("changes", [{}, {"key": ["Id"]}])
def test_an_hourly_total_that_comes_again_is_of_the_second_passing(changes: dict[str, object], tmp_path: Path) -> None:
    drop = Drop(tmp_path, {**TOTALS, **changes})
    rows = [(1, "00", "line-1", 1), (2, "00", "line-2", 5), (3, "01", "line-1", 2), (4, "01", "line-2", 6)]
    rows += [(5, "01", "line-1", 3), (6, "01", "line-2", 7), (7, "02", "line-1", 4), (8, "02", "line-2", 8)]
    text = "".join(f"{number};2026-10-25 {hour}:00;{line};{good};0\n" for number, hour, line, good in rows)
    drop.write("a.csv", "Id;Start;Line;Good;Scrap\n" + text)
    found = hours(drop)
    assert [each[1:] for each in found if each[0] == "1"] == [
        ("23:00", "00:00", "1"),
        ("00:00", "01:00", "2"),
        ("01:00", "02:00", "3"),
        ("02:00", "03:00", "4"),
    ]
    assert [each[1] for each in found if each[0] == "2"] == ["23:00", "00:00", "01:00", "02:00"]


def test_several_rows_of_an_hour_are_no_second_passing(tmp_path: Path) -> None:
    drop = Drop(tmp_path, TOTALS)
    starts = ["00", "00", "01", "01", "01", "01", "02", "02"]  # two machines of one line
    drop.write("a.csv", "Start;Line;Good;Scrap\n" + "".join(f"2026-10-25 {h}:00;line-1;1;0\n" for h in starts))
    assert [start for _, start, _, _ in hours(drop)] == [*["23:00"] * 2, *["00:00"] * 2, *["01:00"] * 2, *["02:00"] * 2]


def test_an_end_in_the_doubled_hour_comes_after_its_start(tmp_path: Path) -> None:
    settings = {key: value for key, value in TOTALS.items() if key != "length"}
    drop = Drop(tmp_path, {**settings, "end": "End"})
    spans = ["00:00;2026-10-25 01:00", "01:00;2026-10-25 01:00", "01:00;2026-10-25 02:00", "02:00;2026-10-25 03:00"]
    drop.write("a.csv", "Start;End;Line;Good;Scrap\n" + "".join(f"2026-10-25 {span};line-1;1;0\n" for span in spans))
    assert [(start, end) for _, start, end, _ in hours(drop)] == [
        ("23:00", "00:00"),
        ("00:00", "01:00"),
        ("01:00", "02:00"),
        ("02:00", "03:00"),
    ]


def test_hours_that_are_appended_one_by_one_go_on(tmp_path: Path) -> None:
    drop = Drop(tmp_path, {**TOTALS, "key": "Id"})
    drop.write("a.csv", "Id;Start;Line;Good;Scrap\n")
    found = []
    for number, hour in enumerate(["00", "01", "01", "02"]):
        drop.append("a.csv", f"{number};2026-10-25 {hour}:00;line-1;1;0\n")
        drop.now += timedelta(seconds=60)
        found += [start for _, start, _, _ in hours(drop)]
    assert found == ["23:00", "00:00", "01:00", "02:00"]


def test_rows_that_come_again_in_any_order_stay_where_they_were() -> None:
    passage = Passage(in_order=False)

    def start(wall: str, number: int) -> str:
        local = datetime.fromisoformat(f"2026-10-25 {wall}")  # a wall time
        who = Who(node="line-1", sort="", key=f"{number}")
        return f"{passage.start(local, LONDON, who, LATER)[0]:%H:%M}"

    first = [start("00:58", 0), start("01:10", 1), start("01:40", 2)]
    second = [start("01:05", 3)]
    assert [*first, *second] == ["23:58", "00:10", "00:40", "01:05"]
    kept = passage.body(NIGHT, LONDON)
    assert kept is not None
    passage = Passage.parse(kept)
    assert [start("01:05", 3), start("01:40", 2), start("01:10", 1), start("00:58", 0)] == [
        "01:05",
        "00:40",
        "00:10",
        "23:58",
    ]
    assert start("01:20", 4) == "01:20"
    assert passage.body(NIGHT - timedelta(days=2), LONDON) is None, "on other days nothing has to be kept"


def test_a_second_passing_that_has_not_come_is_none() -> None:
    passage = Passage(last=NIGHT + timedelta(minutes=50))
    local = datetime(2026, 10, 25, 1, 10)  # noqa: DTZ001  # a wall time
    who = Who(node="line-1", sort="")
    assert passage.start(local, LONDON, who, NIGHT + timedelta(minutes=55))[0] == NIGHT + timedelta(minutes=10)


@pytest.mark.parametrize("body", [None, {}, 7, {"lasts": 5}, {"lasts": {"line-1": "x"}}, {"second": ["x"]}])
def test_what_nobody_has_kept_is_forgotten(body: object) -> None:
    passage = Passage.parse(body)  # type: ignore[arg-type]  # as JSON may have it
    local = datetime(2026, 10, 25, 1, 10)  # noqa: DTZ001  # a wall time
    assert passage.start(local, LONDON, Who(node="line-1", sort=""), LATER)[0] == NIGHT + timedelta(minutes=10)
