"""Registers that only rise, kept in workbooks: what they add is counted once, whatever becomes of the workbooks."""

import json
from collections.abc import Iterable
from fractions import Fraction
from pathlib import Path

import pytest
from typing_extensions import override

from board.kpi.reading import Reading
from board.sources import excel_workbook
from board.sources.contract import READINGS_A_BATCH
from tests.board.sources.drop import NOW
from tests.board.sources.shelf import Shelf, at
from tests.board.sources.workbook import Rows, xlsx

GOOD = {"id": "good", "value": {"column": "Made"}, "counter": "total"}
HEAD = ["Time", "Made"]


class Ledger(Shelf):
    """A folder of workbooks with registers, and what their readings came to, each told apart by its key."""

    def __init__(self, folder: Path, **settings: object) -> None:
        register = {"node": "line-1", "start": None, "length": None, "time": "Time", "measure": [GOOD]}
        super().__init__(folder, **{**register, **settings})
        self.told: dict[str, Reading] = {}

    @override
    def look(self, *, seconds_later: float = 5) -> list[Reading]:
        """Take one look, and note what it tells."""
        found = super().look(seconds_later=seconds_later)
        self.told |= {reading.key: reading for reading in found}
        return found

    @property
    def made(self) -> Fraction:
        """Return how much was made in all."""
        return sum((reading.value or Fraction(0) for reading in self.told.values()), Fraction(0))


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return Ledger(tmp_path)


def rows(minutes: Iterable[int]) -> Rows:
    """Return a row for each minute after six, with a register that gains ten in each."""
    return [[at(6 + minute // 60, minute % 60), 1000 + minute * 10] for minute in minutes]


def book(minutes: Iterable[int]) -> bytes:
    return xlsx({"S": [HEAD, *rows(minutes)]})


@pytest.mark.parametrize("restart", [False, True])
def test_rows_that_are_added_are_counted_on(ledger: Ledger, restart: bool) -> None:
    for look, stop in enumerate((1, 2, 3, 90, 91, 200)):
        ledger.put("a.xlsx", book(range(stop)), minutes_ago=20 - look)
        if restart:
            ledger.restart()
        ledger.look()
    assert ledger.made == 1990
    assert ledger.said == []
    assert max(reading.value or 0 for reading in ledger.told.values()) == 10


def test_without_what_it_remembers_rows_behind_a_border_of_workbooks_would_be_lost(ledger: Ledger) -> None:
    for forgets, made in ((False, 790), (True, 1180)):
        ledger.put(f"{forgets}.xlsx", book(range(80) if not forgets else range(80, 120)), minutes_ago=9 - forgets)
        ledger.look()
        assert ledger.made == made
        mark = json.loads(ledger.watermark or "")
        del mark["memory"]
        ledger.watermark = json.dumps(mark)


def test_a_new_workbook_a_day_goes_on_from_the_last_of_the_one_before(ledger: Ledger) -> None:
    for day in range(3):
        path = ledger.put(f"{day}.xlsx", book(range(day * 60, day * 60 + 60)), minutes_ago=9 - day)
        ledger.restart()
        ledger.look()
        path.unlink()
    assert ledger.made == 1790


def test_workbooks_that_were_copied_in_the_wrong_order_are_read_in_that_of_their_rows(ledger: Ledger) -> None:
    for number, part in enumerate((2, 0, 1)):
        ledger.put(f"{number}.xlsx", book(range(part * 60, part * 60 + 60)), minutes_ago=9 - number)
    ledger.look()
    assert (ledger.made, ledger.said) == (Fraction(1790), list[str]())
    assert max(reading.value or 0 for reading in ledger.told.values()) == 10


def test_of_several_new_workbooks_none_is_read_while_one_is_being_copied(ledger: Ledger) -> None:
    ledger.put("b.xlsx", book(range(60, 120)))
    ledger.put("a.xlsx", book(range(60)), minutes_ago=0)
    assert ledger.look(seconds_later=0) == []
    assert ledger.batches[-1].complete_through is None
    ledger.look()
    assert ledger.made == 1190


def test_a_workbook_from_before_the_first_that_was_read_is_said_to_come_too_late(ledger: Ledger) -> None:
    ledger.put("b.xlsx", book(range(60, 120)))
    ledger.look()
    ledger.put("a.xlsx", book(range(60)), minutes_ago=5)
    assert ledger.look() == []
    assert (
        "a.xlsx sheet S row 2, column Made: Made '1000' is older than the first value of its counter" in ledger.said[0]
    )


def test_a_workbook_that_is_saved_again_moved_or_sorted_anew_counts_nothing_twice(ledger: Ledger) -> None:
    path = ledger.put("a.xlsx", book(range(200)))
    ledger.look()
    path.rename(path.with_name("b.xlsx"))
    assert ledger.look() == []
    ledger.put("b.xlsx", book([*range(100, 200), *range(100), 200]), minutes_ago=5)
    assert [reading.value for reading in ledger.look()] == [10]
    assert ledger.made == 2000


def test_a_late_correction_counts_only_among_the_last_eight(ledger: Ledger) -> None:
    lines = [*rows(range(60))]
    ledger.put("a.xlsx", xlsx({"S": [HEAD, *lines]}))
    ledger.look()
    lines[10], lines[57] = [lines[10][0], 1109], [lines[57][0], 1575]
    ledger.put("a.xlsx", xlsx({"S": [HEAD, *lines]}), minutes_ago=5)
    assert [reading.value for reading in ledger.look()] == [15, 5]
    assert ledger.made == 590


def test_rows_laid_out_for_hours_to_come_wait_until_they_are_filled_in(ledger: Ledger) -> None:
    ahead: list[list[object]] = [[at(hour), None] for hour in range(13, 20)]
    ledger.put("a.xlsx", xlsx({"S": [HEAD, *rows(range(60)), *ahead]}))
    ledger.look()
    assert (ledger.made, ledger.said) == (Fraction(590), list[str]())
    assert ledger.batches[-1].complete_through == NOW.replace(hour=6, minute=59)
    ahead[0], ahead[1] = [at(13), 1700], [at(14), 1800]
    ledger.put("a.xlsx", xlsx({"S": [HEAD, *rows(range(60)), *ahead]}), minutes_ago=5)
    ledger.look()
    assert "lies in the future" in ledger.said[0]
    ledger.look(seconds_later=70 * 60)
    assert ledger.made == 700
    ledger.restart()
    ledger.look(seconds_later=70 * 60)
    assert ledger.made == 800


def test_a_cell_that_should_hold_a_value_holds_its_line_open(ledger: Ledger) -> None:
    ledger.put("a.xlsx", xlsx({"S": [HEAD, *rows(range(70)), [at(8), None]]}))
    ledger.look()
    assert ledger.batches[-1].complete_through is None
    ledger.put("a.xlsx", xlsx({"S": [HEAD, *rows(range(70)), [at(8), None], [at(9), 1800]]}), minutes_ago=5)
    ledger.look()
    assert ledger.batches[-1].complete_through == NOW.replace(hour=9)
    assert ledger.made == 800


def test_other_settings_read_all_again_and_count_nothing_twice(ledger: Ledger) -> None:
    ledger.put("a.xlsx", book(range(60)))
    ledger.look()
    watermark, told = ledger.watermark, ledger.told
    ledger = Ledger(ledger.folder, measure=[{**GOOD, "scale": 2}])
    ledger.watermark, ledger.told = watermark, told
    ledger.look()
    assert ledger.made == 2 * 590


def test_a_kill_between_two_batches_loses_nothing_and_counts_nothing_twice(ledger: Ledger) -> None:
    ledger.put("a.xlsx", book(range(60)), minutes_ago=9)
    ledger.put("b.xlsx", book(range(60, 330)), minutes_ago=8)
    batches = ledger.source.read(None, ledger.now)
    first = next(iter(batches))
    assert len(first.readings) == READINGS_A_BATCH
    ledger.told |= {reading.key: reading for reading in first.readings}
    ledger.watermark = first.watermark
    ledger.restart()
    ledger.look()
    assert ledger.made == 3290


def test_while_a_workbook_cannot_be_opened_those_after_it_wait(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    ledger.put("a.xlsx", book(range(60)), minutes_ago=7 * 60)
    ledger.put("b.xlsx", book(range(60, 120)))
    opened = excel_workbook.told_of

    def locked(path: Path, *args: object, **settings: object) -> object:
        if path.name == "a.xlsx":
            raise PermissionError(13, "Permission denied")
        return opened(path, *args, **settings)  # type: ignore[arg-type]

    monkeypatch.setattr("board.sources.excel_folder.told_of", locked)
    assert ledger.look() == []
    assert ledger.batches[-1].complete_through is None
    assert "a.xlsx cannot be read" in ledger.said[0]
    monkeypatch.undo()
    ledger.look()
    assert ledger.made == 1190


def test_an_empty_cell_of_long_ago_holds_no_line_open_when_rows_are_added(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path, node={"column": "Line"}, key=["Time", "Line"])
    lines = [[*row, "line-1"] for row in rows(range(140))]
    lines[63], lines[64] = (
        [at(6, 30), None, "line-2"],
        [at(6, 31), 7, "line-2"],
    )  # the last row of a block, and the next
    for looks, stop in enumerate((139, 140)):
        ledger.put("a.xlsx", xlsx({"S": [[*HEAD, "Line"], *lines[:stop]]}), minutes_ago=9 - looks)
        ledger.restart()
        ledger.look()
        assert ledger.batches[-1].complete_through == NOW.replace(hour=8, minute=stop - 121)
    assert ledger.made == 1390
