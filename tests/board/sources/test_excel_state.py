"""States of machines that are kept in workbooks: their stops are those of the same rows in a database."""

import random
from collections.abc import Sequence
from datetime import timedelta
from fractions import Fraction
from pathlib import Path

import pytest
from typing_extensions import override

from board.kpi.reading import Reading
from board.sources import excel_folder, excel_look, excel_workbook
from board.sources.excel_workbook import StirredError
from tests.board.sources.shelf import Shelf
from tests.board.sources.test_csv_state import DAY, STATES, STOPS, Row, at, days, in_database, shown, sums
from tests.board.sources.workbook import Rows, xlsx

HEAD = ["Time", "Line", "State", "Why"]


class Book(Shelf):
    """A folder of workbooks with states, and what its readings came to, each told apart by its key."""

    def __init__(self, folder: Path, **settings: object) -> None:
        super().__init__(folder, **{"start": None, "length": None, "measure": None, **STATES, **settings})
        self.told: dict[str, Reading] = {}

    @override
    def look(self, *, seconds_later: float = 5) -> list[Reading]:
        """Take one look, and note what it tells."""
        found = super().look(seconds_later=seconds_later)
        self.told |= {reading.key: reading for reading in found}
        return found

    @property
    def stops(self) -> dict[str, Fraction]:
        """Return how long each reason and measure took."""
        return sums(self.told)


def cells(rows: Sequence[Row], line: str = "line-1") -> Rows:
    """Return rows as a workbook has them: times without a zone, and nothing in empty cells."""
    return [[at(minute).replace(tzinfo=None), line, state or None, why or None] for minute, state, why in rows]


def book(rows: Sequence[Row], line: str = "line-1") -> bytes:
    return xlsx({"S": [HEAD, *cells(rows, line)]})


@pytest.fixture
def shelf(tmp_path: Path) -> Book:
    return Book(tmp_path)


@pytest.mark.parametrize("complete", ["newest", "seen"])
@pytest.mark.parametrize("restart", [False, True])
def test_stops_are_those_of_the_same_rows_in_a_database(tmp_path: Path, restart: bool, complete: str) -> None:
    shelf = Book(tmp_path, complete=complete)
    for count in (2, 3, 5, 8, 11, 12):
        shelf.put("a.xlsx", book(DAY[:count]), minutes_ago=30 - count)
        if restart:
            shelf.restart()
        shelf.look()
    assert shelf.said == []
    grown = (shelf.now - at(70)) // timedelta(minutes=1) if complete == "seen" else 0
    assert shelf.stops == {**STOPS, "E001": STOPS["E001"] + grown}
    assert shown(shelf.told) == in_database(tmp_path, DAY, shelf.now, complete=complete)


def test_without_what_it_remembers_a_stop_ends_at_the_border_of_a_workbook(shelf: Book) -> None:
    shelf.put("a.xlsx", book([(0, "RUN", ""), (5, "STOP", "Jam")]), minutes_ago=9)
    shelf.look()
    shelf.watermark = (shelf.watermark or "").replace('"states"', '"other"')
    shelf.restart()
    shelf.put("b.xlsx", book([(12, "RUN", "")]), minutes_ago=8)
    shelf.look()
    assert shelf.stops == {}


def test_a_stop_grows_while_nothing_is_written_and_ends_in_the_next_workbook(tmp_path: Path) -> None:
    shelf = Book(tmp_path, complete="seen")
    shelf.now = at(10)
    shelf.put("a.xlsx", book([(0, "RUN", ""), (5, "STOP", "Jam")]), minutes_ago=2)
    shelf.look()
    assert shelf.stops == {"E001": 5}
    shelf.restart()
    shelf.look(seconds_later=600)
    assert shelf.stops == {"E001": 15}
    shelf.restart()
    assert shelf.look(seconds_later=1) == [], "it has grown by no minute"
    shelf.put("b.xlsx", book([(17, "RUN", "")]), minutes_ago=2)
    shelf.restart()
    (over,) = shelf.look()
    assert over.value == 12
    assert over.final
    assert shelf.look(seconds_later=600) == []


def test_a_line_is_known_through_its_last_state_though_it_only_runs(shelf: Book) -> None:
    sheets = {"A": [HEAD, *cells([(0, "RUN", ""), (60, "RUN", "")])], "B": [HEAD, *cells([(30, "RUN", "")], "line-2")]}
    shelf = Book(shelf.folder, sheet="*")
    shelf.put("a.xlsx", xlsx(sheets))
    shelf.look()
    assert shelf.batches[-1].complete_through == at(60)
    assert dict(shelf.batches[-1].through) == {"line-1": at(60), "line-2": at(30)}


def test_workbooks_that_were_copied_in_the_wrong_order_are_read_in_that_of_their_rows(shelf: Book) -> None:
    rows = days(random.Random(7), 90)
    for number, part in enumerate((2, 0, 1)):
        shelf.put(f"{number}.xlsx", book(rows[part * 30 : part * 30 + 30]), minutes_ago=20 - number)
    shelf.look()
    assert shown(shelf.told) == in_database(shelf.folder, rows)


def test_a_workbook_that_is_saved_again_moved_or_copied_changes_nothing(shelf: Book) -> None:
    rows = days(random.Random(3), 200)
    path = shelf.put("a.xlsx", book(rows), minutes_ago=20)
    shelf.look()
    before = shown(shelf.told)
    shelf.put("a.xlsx", book(rows[:100] + rows), minutes_ago=15)
    shelf.restart()
    shelf.look()
    shelf.put("b.xlsx", book(rows), minutes_ago=12)
    shelf.look()
    path.rename(path.with_name("c.xlsx"))
    shelf.look()
    assert shown(shelf.told) == before
    assert shelf.said == []


def test_a_late_workbook_of_which_few_states_are_older_is_put_in_its_place(shelf: Book) -> None:
    for name, part in (("a", DAY[:4]), ("c", DAY[7:]), ("b", DAY[4:7])):
        shelf.put(f"{name}.xlsx", book(part), minutes_ago=20)
        shelf.look()
    assert shelf.stops == STOPS


def test_a_workbook_that_comes_too_late_between_two_others_is_named(shelf: Book) -> None:
    rows = days(random.Random(17), 90)
    for number in (0, 2, 1):
        shelf.put(f"{number}.xlsx", book(rows[number * 30 : number * 30 + 30]), minutes_ago=20)
        shelf.restart()
        shelf.look()
        assert len(shelf.said) == (number == 1)
    shelf.put("1.xlsx", book(rows[30:61]), minutes_ago=10)
    shelf.look()
    assert shelf.said == [], "it is said once"
    (shelf.folder / "0.xlsx").rename(shelf.folder / "archive-0.xlsx")
    shelf.restart()
    shelf.look()
    assert shelf.said == [], "it was read under another name"
    shelf.put("4.xlsx", book(rows), minutes_ago=9)
    shelf.look()
    assert shelf.said == [], "it ends where all that is known does"


def test_a_workbook_from_before_the_first_that_was_read_is_said_to_come_too_late(shelf: Book) -> None:
    shelf.put("b.xlsx", book([(60.0 + minute, "RUN", "") for minute in range(12)]))
    shelf.look()
    shelf.put("a.xlsx", book([(0, "STOP", "Jam"), (5, "RUN", "")]), minutes_ago=5)
    assert shelf.look() == []
    assert "a.xlsx sheet S row 2, column State: State 'STOP' is older than the first state of its" in shelf.said[0]


def test_rows_laid_out_for_times_to_come_wait_until_they_are_filled_in(tmp_path: Path) -> None:
    shelf = Book(tmp_path, complete="seen")
    shelf.now = at(10)
    shelf.put("a.xlsx", book([(0, "RUN", ""), (40, "", ""), (50, "", "")]))
    shelf.look()
    assert shelf.stops == {}
    assert shelf.said == []
    shelf.put("a.xlsx", book([(0, "RUN", ""), (40, "STOP", "Jam"), (50, "RUN", "")]), minutes_ago=5)
    shelf.look()
    assert "lies in the future" in shelf.said[0]
    shelf.look(seconds_later=34 * 60)
    assert shelf.stops == {"E001": 4}
    shelf.restart()
    shelf.look(seconds_later=34 * 60)
    assert shelf.stops == {"E001": 10}


def test_numbers_of_packml_may_be_numbers_in_a_workbook(tmp_path: Path) -> None:
    shelf = Book(tmp_path, state={"column": "State", "packml": True, "map": {"Held": "E001"}})
    rows = [[at(minute).replace(tzinfo=None), "line-1", state, None] for minute, state in ((0, 6), (5, 11.0), (9, "6"))]
    shelf.put("a.xlsx", xlsx({"S": [HEAD, *rows]}))
    shelf.look()
    assert shelf.stops == {"E001": 4}
    assert shelf.said == []


def test_what_grows_is_told_whole_though_it_is_more_than_a_batch_takes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (excel_folder, excel_look):
        monkeypatch.setattr(module, "READINGS_A_BATCH", 1)
    shelf = Book(tmp_path, complete="seen", sheet="*")
    stop: list[Row] = [(5, "STOP", "Jam")]
    shelf.put("a.xlsx", xlsx({"A": [HEAD, *cells(stop)], "B": [HEAD, *cells(stop, "line-2")]}))
    shelf.look()
    assert [len(batch.readings) for batch in shelf.batches] == [1, 1]
    assert shelf.stops == {"E001": 2 * ((shelf.now - at(5)) // timedelta(minutes=1))}


def test_nothing_of_a_workbook_that_was_stirred_while_it_was_read_is_remembered(
    shelf: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf.put("a.xlsx", book([(0, "RUN", "")]), minutes_ago=30)
    shelf.look()
    shelf.put("b.xlsx", book([(5, "STOP", "Jam")]), minutes_ago=20)
    sheets = excel_workbook.sheets

    def stirred(*args: object) -> object:
        yield from sheets(*args)  # type: ignore[arg-type]
        raise StirredError

    monkeypatch.setattr(excel_folder, "sheets", stirred)
    shelf.look()
    monkeypatch.undo()
    shelf.put("b.xlsx", book([(9, "RUN", "")]), minutes_ago=10)
    shelf.put("c.xlsx", book([(20, "STOP", "Jam"), (21, "RUN", "")]), minutes_ago=9)
    shelf.look()
    assert shelf.stops == {"E001": 1}
