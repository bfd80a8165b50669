"""The cells of a workbook: what a number, a text, a time, a length and a merged cell mean, whoever wrote them."""

from collections.abc import Callable
from datetime import date, time, timedelta
from fractions import Fraction
from pathlib import Path

import pytest

from board.kpi.reading import Quality
from tests.board.sources.old_workbook import xls
from tests.board.sources.shelf import HEAD, Shelf, at, told
from tests.board.sources.workbook import Formula, Rows, Shown, ods, xlsx

Writer = Callable[[dict[str, Rows]], bytes]


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path)


# numbers


@pytest.mark.parametrize(
    ("cell", "value", "quality"),
    [
        (None, None, Quality.MISSING),
        ("n/a", None, Quality.MISSING),
        (Formula("A1*2", None), None, Quality.MISSING),
        (Formula("A1*2", 12), Fraction(12), Quality.GOOD),
        (Formula("A1*2", "12,5"), Fraction(25, 2), Quality.GOOD),
        ("1.234,5", Fraction(12345, 10), Quality.GOOD),
        (0.1 + 0.2, Fraction(3, 10), Quality.GOOD),
        (-1, None, Quality.BAD),
        ("lots", None, Quality.BAD),
        (True, None, Quality.BAD),
        (at(8), None, Quality.BAD),
        (time(1, 30), None, Quality.BAD),
    ],
)
@pytest.mark.parametrize("write", [xlsx, xls])
def test_a_value_is_what_the_cell_shows_and_never_zero_by_mistake(
    shelf: Shelf, write: Writer, cell: object, value: Fraction | None, quality: Quality
) -> None:
    shelf.put("a.xlsx", write({"S": [HEAD, [at(8), "Line 1", cell, 0]]}))
    good = shelf.look()[0]
    assert (good.value, good.quality) == (value, quality)
    assert len(shelf.said) == (quality is Quality.BAD)


def test_a_cell_in_error_is_missing_or_bad_and_never_a_number(shelf: Shelf) -> None:
    shelf.put("a.xlsx", xlsx({"S": [HEAD, [at(8), "Line 1", "#DIV/0!", Formula("1/0", "#N/A")]]}))
    assert [reading.value for reading in shelf.look()] == [None, None]


@pytest.mark.parametrize(
    ("decimal", "thousands", "cell", "value"),
    [
        (",", ".", 1234.5, Fraction(12345, 10)),
        (",", ".", "1.234,5", Fraction(12345, 10)),
        (None, ".", 1234.5, Fraction(12345, 10)),
        (None, ".", 1.234, Fraction(1234, 1000)),
        (".", ",", 1.234, Fraction(1234, 1000)),
        (None, None, 1.234, Fraction(1234, 1000)),
        (",", None, 1e-7, Fraction(1, 10**7)),
        (None, None, 1e17, Fraction(10**17)),
    ],
)
def test_numbers_and_numbers_written_as_text_stand_side_by_side(
    tmp_path: Path, decimal: str | None, thousands: str | None, cell: object, value: Fraction
) -> None:
    shelf = Shelf(tmp_path, decimal=decimal, thousands=thousands)
    shelf.put("a.xlsx", xlsx({"S": [HEAD, [at(8), "Line 1", cell, 0]]}))
    assert shelf.look()[0].value == value


# times


@pytest.mark.parametrize(
    ("cell", "start"),
    [
        (at(8, 15), "20 08:15"),
        (date(2026, 11, 20), "20 00:00"),
        (at(8) - timedelta(milliseconds=1), "20 08:00"),
        (Shown(46346 + 8 / 24, 0), "20 08:00"),
        (46346.34375, "20 08:15"),
        ("20.11.2026 08:15", "20 08:15"),
        ("2026-11-19 24:00", "20 00:00"),
        (1795162500, "20 08:15"),
        (20261120, "20 00:00"),
    ],
)
def test_a_time_is_read_as_it_is_meant(shelf: Shelf, cell: object, start: str) -> None:
    shelf.put("a.xlsx", xlsx({"S": [HEAD, [cell, "Line 1", 1, 0]]}))
    assert f"{shelf.look()[0].start:%d %H:%M}" == start
    assert shelf.said == []


@pytest.mark.parametrize("clock", [time(8, 15), 0.34375, "08:15", timedelta(hours=8, minutes=15)])
@pytest.mark.parametrize("day", [date(2026, 11, 20), 46346, at(0), "20.11.2026"])
def test_a_date_and_its_time_may_stand_in_two_columns(tmp_path: Path, day: object, clock: object) -> None:
    shelf = Shelf(tmp_path, start={"date": "Day", "time": "From"})
    shelf.put("a.xlsx", xlsx({"S": [["Day", "From", "Line", "Good", "Scrap"], [day, clock, "Line 1", 1, 0]]}))
    assert f"{shelf.look()[0].start:%d %H:%M}" == "20 08:15"
    assert shelf.said == []


@pytest.mark.parametrize(("from_1904", "write"), [(False, xlsx), (True, xlsx), (False, xls), (True, xls)])
def test_lengths_of_time_are_exact_in_both_calendars(
    tmp_path: Path, write: Callable[..., bytes], from_1904: bool
) -> None:
    settings = {
        "length": {"column": "Ran", "unit": "min"},
        "measure": [{"id": "downtime", "value": {"column": "Stop"}, "unit": "s"}],
    }
    shelf = Shelf(tmp_path, **settings)
    calendar = 1462 if from_1904 else 0
    start = Shown(46346 + 8 / 24 - calendar, 2)
    rows = [
        ["Start", "Line", "Ran", "Stop"],
        [start, "Line 1", time(1, 30), time(0, 10)],
        [start, "Line 1", timedelta(hours=2), timedelta(hours=26, minutes=30)],
        [start, "Line 1", 90, 90],
        [start, "Line 1", "1:30", "0:10:30"],
        [start, "Line 1", Shown(1 + 1 / 24, 3), Shown(1 + 1 / 24, 3)],  # 25 hours, which a time of day shows as 01:00
        [start, "Line 1", 90, Shown(-0.5, 4)],
    ]
    shelf.put("a.xlsx", write({"S": rows}, from_1904=from_1904))
    found = shelf.look()
    minutes = [(each.end - each.start) / timedelta(minutes=1) for each in found]
    assert minutes == [90, 120, 90, 90, 25 * 60, 90]
    assert [each.value for each in found] == [10, 1590, Fraction(3, 2), Fraction(21, 2), 1500, None]
    (said,) = shelf.said
    assert "row 7, column Stop: Stop '-12:00:00' is no duration" in said


# merged cells


@pytest.mark.parametrize("kind", ["xlsx", "xls", "ods"])
def test_a_merged_word_or_time_counts_for_each_of_its_rows_and_a_number_for_none(shelf: Shelf, kind: str) -> None:
    rows: Rows = [
        HEAD,
        [at(8), "Line 1", 30, 1],
        [None, "Line 2", None, 2],
        [at(9), "Line 1", 5, 0],
        [None, None, None, None],
    ]
    data = {
        "xlsx": lambda: xlsx({"S": rows}, merged=["A2:A3", "C2:C3", "A4:A5", "B4:B5"]),
        "xls": lambda: xls({"S": rows}, merged=[(1, 2, 0, 0), (1, 2, 2, 2), (3, 4, 0, 0), (3, 4, 1, 1)]),
        "ods": lambda: ods({"S": rows}, spans={(1, 0): (2, 1), (1, 2): (2, 1), (3, 0): (2, 1), (3, 1): (2, 1)}),
    }[kind]()
    shelf.put(f"a.{kind}", data)
    assert told(shelf.look()) == [
        ("line-1", "20 08:00", "good", "None"),
        ("line-1", "20 08:00", "scrap", "1"),
        ("line-2", "20 08:00", "good", "None"),
        ("line-2", "20 08:00", "scrap", "2"),
        ("line-1", "20 09:00", "good", "5"),
        ("line-1", "20 09:00", "scrap", "0"),
    ]
    merged = "Good holds one value for C2:C3, which belongs to no single row"
    assert shelf.said == [f"a.{kind} sheet S row 2, column Good: {merged}", f"a.{kind}: {merged} (once more)"]
