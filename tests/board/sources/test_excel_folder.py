"""Workbooks as a source: which cells count, what they mean, when a file is whole, and what is said when it is not."""

import os
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from board.plant.plant import SourceSpec
from board.sources.contract import SettingsError, SourceError, describe, discover, open_source
from tests.board.sources.drop import context
from tests.board.sources.old_workbook import xls
from tests.board.sources.shelf import HEAD, HOURS, Shelf, at, spec, told
from tests.board.sources.workbook import Rows, ods, xlsx

Writer = Callable[[dict[str, Rows]], bytes]
WRITERS: list[tuple[str, Writer]] = [("a.xlsx", xlsx), ("a.xls", xls), ("a.ods", ods)]
TWO: Rows = [HEAD, [at(8), "Line 1", 120, 3], [at(9), "line-2", 1.5, 0]]


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path)


# what is read


@pytest.mark.parametrize(("name", "write"), WRITERS, ids=lambda each: each if isinstance(each, str) else "")
def test_rows_become_readings_whatever_program_wrote_them(shelf: Shelf, name: str, write: Writer) -> None:
    shelf.put(name, write({"Counts": TWO}))
    readings = shelf.look()
    assert told(readings) == [
        ("line-1", "20 08:00", "good", "120"),
        ("line-1", "20 08:00", "scrap", "3"),
        ("line-2", "20 09:00", "good", "3/2"),
        ("line-2", "20 09:00", "scrap", "0"),
    ]
    assert shelf.said == []
    assert shelf.batches[-1].complete_through == readings[-1].end
    assert {reading.final for reading in readings} == {True}


def test_the_same_key_comes_again_for_a_row_whose_value_was_changed(shelf: Shelf) -> None:
    shelf.put("a.xlsx", xlsx({"S": TWO}))
    first = shelf.look()
    shelf.put("a.xlsx", xlsx({"S": [HEAD, [at(8), "Line 1", 121, 3], TWO[2]]}), minutes_ago=5)
    again = shelf.look()
    assert [reading.key for reading in again] == [reading.key for reading in first]
    assert again[0].value == 121


def test_rows_that_did_not_change_are_not_sent_again(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, key=["Start", "Line"])
    rows = [[at(0) - timedelta(hours=hour), "Line 1", hour, 0] for hour in range(1000, 0, -1)]
    shelf.put("a.xlsx", xlsx({"S": [HEAD, *rows]}))
    assert len(shelf.look()) == 2000
    assert [len(batch.readings) for batch in shelf.batches] == [200] * 10
    rows += [[at(0), "Line 1", 7, 0]]
    shelf.put("a.xlsx", xlsx({"S": [HEAD, *rows]}), minutes_ago=5)
    shelf.restart()
    news = shelf.look()
    assert 2 <= len(news) <= 130
    assert told(news)[-2] == ("line-1", "20 00:00", "good", "7")
    assert shelf.look() == []


def test_like_rows_keep_their_keys_when_only_the_last_of_them_is_new(shelf: Shelf) -> None:
    rows = [[at(8), "Line 1", 1, 0]] * 100
    shelf.put("a.xlsx", xlsx({"S": [HEAD, *rows]}))
    keys = {reading.key for reading in shelf.look()}
    shelf.put("a.xlsx", xlsx({"S": [HEAD, *rows, rows[0]]}), minutes_ago=5)
    shelf.restart()
    added = {reading.key for reading in shelf.look()} - keys
    assert len(added) == 2, "the row and its two totals are new, not those before it"


def test_rows_laid_out_for_hours_to_come_wait_in_silence_and_are_read_when_their_time_is_over(shelf: Shelf) -> None:
    rows: Rows = [HEAD, [at(11), "Line 1", 5, 0], [at(12), "Line 1", 2, 0], [at(13), "Line 1", None, None]]
    shelf.put("a.xlsx", xlsx({"S": rows}))
    running = shelf.look(seconds_later=1800)  # 12:30
    assert [(told([each])[0][1], each.final) for each in running[::2]] == [("20 11:00", True), ("20 12:00", False)]
    assert shelf.said == []
    assert shelf.look(seconds_later=60) == []
    over = shelf.look(seconds_later=1800)  # 13:01
    assert {each.final for each in over if each.start.hour == 12} == {True}
    assert shelf.look(seconds_later=7200) == [], "what lay ahead without a value is read when somebody writes"
    shelf.put("a.xlsx", xlsx({"S": [*rows, [at(14), "Line 1", 3, 0]]}), minutes_ago=2)
    written = [(told([each])[0][1], each.value) for each in shelf.look() if each.measure == "good"]
    assert written[-2:] == [("20 13:00", None), ("20 14:00", 3)]


def test_a_value_that_lies_ahead_is_said_once_and_read_when_its_time_has_come(shelf: Shelf) -> None:
    shelf.put("a.xlsx", xlsx({"S": [HEAD, [at(15), "Line 1", 7, 0], [at(16), "Line 1", 7, 0]]}))
    assert shelf.look() == []
    (said,) = shelf.said
    assert said == "a.xlsx sheet S row 2, column Start: Start lies in the future, and so may rows after it"
    running = shelf.look(seconds_later=3 * 3600 + 60)
    assert [(str(each.value), each.final) for each in running] == [("7", False), ("0", False)]
    assert shelf.said == []
    assert [each.final for each in shelf.look(seconds_later=3600)] == [True, True, False, False]


# where it stands


def test_the_row_that_names_the_columns_is_found_below_titles(shelf: Shelf) -> None:
    titles: Rows = [["Counts of the week"], [], [None, "Good to know: nothing"]]
    shelf.put(
        "a.xlsx",
        xlsx({"S": [*titles, ["No.", " start ", "LINE", "Good", "Note", "Scrap"], [1, at(8), "Line 1", 5, "x", 1]]}),
    )
    assert told(shelf.look()) == [("line-1", "20 08:00", "good", "5"), ("line-1", "20 08:00", "scrap", "1")]


@pytest.mark.parametrize(("name", "write"), WRITERS, ids=lambda each: each if isinstance(each, str) else "")
def test_a_table_may_stand_anywhere_in_its_sheet(shelf: Shelf, name: str, write: Writer) -> None:
    shelf.put(name, write({"S": [[], [], *([None, None, *row] for row in TWO), [None, None, "bad", "Line 1", 1, 1]]}))
    assert len(shelf.look()) == 4
    (said,) = shelf.said
    assert said == f"{name} sheet S row 6, column Start: Start 'bad' is not a date"


def test_a_head_of_two_rows_names_columns_by_both(tmp_path: Path) -> None:
    settings = {
        "header": [2, 3],
        "node": "line-1",
        "start": "Start",
        "measure": [
            {"id": "good", "value": {"column": "Line 1 Good"}},
            {"id": "scrap", "value": {"column": "Line 1 Scrap"}},
        ],
    }
    shelf = Shelf(tmp_path, **settings)
    rows: Rows = [
        ["Week 47"],
        [None, "Line 1", None, "Line 2", None],
        ["Start", "Good", "Scrap", "Good", "Scrap"],
        [at(8), 1, 2, 3, 4],
    ]
    shelf.put("a.xlsx", xlsx({"S": rows}, merged=["B2:C2", "D2:E2"]))
    assert [each.value for each in shelf.look()] == [1, 2]
    shelf.put("a.xlsx", xlsx({"S": [["Start", "Good"]]}), minutes_ago=5)
    assert shelf.look() == []
    assert "has no column 'Line 1 Good'" in shelf.said[0]


def test_columns_without_a_head_are_named_in_the_settings(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, columns=["Id", "Start", "Line", "Good", "Scrap"])
    shelf.put("a.xlsx", xlsx({"S": [[None, at(8), "Line 1", 5, 0], [2, at(9), "Line 1", 6, 0]]}))
    assert [str(each.value) for each in shelf.look()] == ["5", "0", "6", "0"]
    shelf = Shelf(tmp_path, columns=["Start", "Line", "Good", "Scrap"], header=1)
    shelf.put("a.xlsx", xlsx({"S": TWO}), minutes_ago=5)
    assert len(shelf.look()) == 4


@pytest.mark.parametrize(
    ("sheet", "lines"),
    [
        (None, ["First"]),
        ("second", ["Second"]),
        (3, ["Third"]),
        ("2", ["Second"]),
        ("*", ["First", "Second", "Third"]),
        ("*ir*", ["First", "Third"]),
        ("Secret", ["Secret"]),
    ],
)
def test_a_sheet_is_chosen_by_name_number_or_pattern(tmp_path: Path, sheet: object, lines: list[str]) -> None:
    names = ("First", "Second", "Third", "Secret")
    words = dict.fromkeys(names, "line-1")
    shelf = Shelf(tmp_path, sheet=sheet, node={"column": "$sheet", "map": words}, product={"column": "$sheet"})
    shelf.put("a.xlsx", xlsx({name: [HEAD, [at(8), "x", 1, 0]] for name in names}, hidden=["Secret"]))
    assert [each.product for each in shelf.look()[::2]] == [words and name for name in lines]


def test_a_sheet_or_a_column_that_is_not_there_is_named_beside_those_that_are(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, sheet="Counts")
    shelf.put("a.xlsx", xlsx({"Count": TWO, "Plan": []}))
    shelf.put("b.xlsx", xlsx({"Counts": [["Start", "Line", "Goods"], [at(8), "Line 1", 1]]}))
    assert shelf.look() == []
    assert shelf.said == [
        "a.xlsx: a.xlsx has no sheet 'Counts'; it has 'Count', 'Plan'",
        "b.xlsx: b.xlsx has no column 'Good' and no column 'Scrap'; it has Start, Line, Goods (sheet 'Counts')",
    ]
    shelf.look()
    assert shelf.said == [], "it is said once"


# when it is whole


def test_a_workbook_that_is_being_written_is_left_alone_until_it_stands_still(shelf: Shelf) -> None:
    whole = xlsx({"S": TWO})
    path = shelf.put("a.xlsx", whole[: len(whole) // 2], minutes_ago=0)
    assert shelf.look() == []
    path.write_bytes(whole)
    os.utime(path, (shelf.now.timestamp() + 1,) * 2)
    assert shelf.look(seconds_later=5) == [], "it has changed since"
    assert shelf.said == []
    assert len(shelf.look(seconds_later=5)) == 4


def test_a_workbook_that_stays_half_written_is_said_once_and_read_once_it_is_whole(shelf: Shelf) -> None:
    whole = xlsx({"S": TWO})
    shelf.put("a.xlsx", whole[: len(whole) // 2])
    assert shelf.look() == []
    assert shelf.said == ["a.xlsx: a.xlsx is damaged or not whole; save it again"]
    assert shelf.look(seconds_later=60) == []
    assert shelf.said == []
    shelf.put("a.xlsx", whole, minutes_ago=5)
    assert len(shelf.look()) == 4


def test_lock_files_are_no_workbooks_and_do_not_keep_their_workbook_from_being_read(shelf: Shelf) -> None:
    shelf.put("a.xlsx", xlsx({"S": TWO}))
    shelf.put("~$a.xlsx", b"\x0dAnna".ljust(165))
    shelf.put(".~lock.a.xlsx#", b",anna,pc;")
    assert len(shelf.look()) == 4
    assert shelf.said == []


def test_one_bad_workbook_costs_no_other_anything(shelf: Shelf) -> None:
    shelf.put("a.xlsx", b"PK\x03\x04" + b"rubbish" * 100)
    shelf.put("b.xlsx", xlsx({"S": TWO}))
    shelf.put("c.xlsx", b"")
    (shelf.folder / "d.xlsx").mkdir()
    os.utime(shelf.folder / "d.xlsx", (shelf.now.timestamp() - 600,) * 2)
    assert len(shelf.look()) == 4
    assert {said.partition(": ")[2].partition(" ")[2] for said in shelf.said} == {
        "is damaged or not whole; save it again",
        "holds nothing, as after a power cut or a copy that broke off",
        "is a folder, not a file",
    }


def test_a_workbook_that_cannot_be_opened_is_tried_again(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    path = shelf.put("a.xlsx", xlsx({"S": TWO}))
    target = path.rename(shelf.folder / "elsewhere")
    path.symlink_to(shelf.folder / "loop")
    (shelf.folder / "loop").symlink_to(path)
    assert shelf.look() == []
    path.unlink()
    target.rename(path)
    assert len(shelf.look()) == 4


def test_only_the_newest_workbooks_are_read_and_that_is_said(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, most_files=2)
    for number, minutes in enumerate((30, 20, 10)):
        shelf.put(f"{number}.xlsx", xlsx({"S": [HEAD, [at(8 + number), "Line 1", 1, 0]]}), minutes_ago=minutes)
    assert [told([each])[0][1] for each in shelf.look()[::2]] == ["20 09:00", "20 10:00"]
    assert shelf.said == ["*.*: 1 older workbooks are not read; move them away, narrow the path or raise most_files"]


def test_a_watermark_of_other_settings_or_none_at_all_means_to_read_everything(shelf: Shelf) -> None:
    shelf.put("a.xlsx", xlsx({"S": TWO}))
    assert len(shelf.look()) == 4
    for watermark in ("", "rubbish", "{}", '{"settings": 1}', shelf.watermark and shelf.watermark.replace(":[", ":[[")):
        shelf.watermark = watermark
        assert len(shelf.look()) == 4
    shelf.spec = spec(zone="Europe/Berlin")
    shelf.restart()
    assert len(shelf.look()) == 4


@pytest.mark.parametrize(("complete", "through"), [("newest", "10:00"), ("seen", "12:00"), ("closed", "12:00")])
def test_how_far_intervals_are_final_is_set(tmp_path: Path, complete: str, through: str) -> None:
    shelf = Shelf(tmp_path, complete=complete)
    shelf.put("a.xlsx", xlsx({"S": [*TWO, [at(10), "Line 1", None, None]]}))
    shelf.look()
    assert f"{shelf.batches[-1].complete_through:%H:%M}" == through


# what is said of it


def test_no_folder_no_workbook_and_no_pattern_are_sentences(tmp_path: Path) -> None:
    assert (
        Shelf(tmp_path, path=".")
        .failure()
        .endswith('is a folder; end the path with "/*.xlsx" to read the workbooks in it')
    )
    assert "gone cannot be read" in Shelf(tmp_path, path="gone/*.xlsx").failure()
    assert "a.xlsx cannot be read (No such file or directory)" in Shelf(tmp_path, path="a.xlsx").failure()
    shelf = Shelf(tmp_path)
    assert shelf.look() == []
    (complaint,) = shelf.source.check(shelf.now)
    assert complaint.said.startswith("no workbook matches ")
    shelf.put("a.xlsx", xlsx({"S": [*TWO, ["x", "Line 1", 1, 1]]}))
    (complaint,) = shelf.source.check(shelf.now)
    assert complaint.said == "Start 'x' is not a date"


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"path": None}, "key path: found nothing, expected a text"),
        ({"sheet": 0}, "key sheet: found 0, expected a name, or a number from 1"),
        ({"sheet": True}, "key sheet: found True"),
        ({"header": "first"}, "key header: found 'first', expected a row such as 3"),
        ({"header": [4, 3]}, "key header: found [4, 3]"),
        ({"most_rows": 2_000_000}, "key most_rows"),
        ({"delimiter": ";"}, "key delimiter: is not known"),
        (
            {"measure": [{"id": "good"}]},
            "key key: found nothing, expected the columns that tell a part from every other",
        ),
    ],
)
def test_settings_that_cannot_be_used_are_named(settings: dict[str, object], said: str) -> None:
    with pytest.raises(SettingsError) as caught:
        open_source(spec(**settings), context())
    assert said in str(caught.value)


def test_it_says_what_it_asks_for_and_nothing_it_does_not_know() -> None:
    asked = {each.key for each in describe("excel").settings}
    values = {"path": "a.xlsx", "sheet": "S", "header": 1, "columns": list(HEAD), "complete": "seen", "lag": "1 h"}
    limits = {"timeout": "5 s", "largest_mib": 1, "most_rows": 10, "most_files": 1}
    open_source(spec(**values, **limits), context())
    assert asked == {*values, *limits}


def test_whoever_looks_round_finds_sheets_and_columns_with_what_stands_there(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    bare = SourceSpec(id="book", kind="excel", settings={"path": "*.xlsx"})
    with pytest.raises(SourceError, match="no workbook matches"):
        discover(bare, context(tmp_path), shelf.now)
    plan: Rows = [["Plan of the week"], ["Day", "Order", "Empty"], [date(2026, 11, 20), "O-1", None]]
    shelf.put("a.xlsx", xlsx({"Counts": TWO, "Plan": plan, "Blank": []}))
    shelf.put("b.xlsx", b"rubbish")
    found = discover(bare, context(tmp_path), shelf.now)
    assert [(each.rows, each.name, each.looks_like) for each in found] == [
        ("", "Start", "time"),
        ("", "Line", "word"),
        ("", "Good", "number"),
        ("", "Scrap", "number"),
        ("Plan", "Day", "time"),
        ("Plan", "Order", "word"),
        ("Plan", "Empty", "nothing"),
    ]
    assert found[0].samples == ("2026-11-20 08:00:00", "2026-11-20 09:00:00")
    named = SourceSpec(id="book", kind="excel", settings={"path": "a.xlsx", "sheet": "Plan", **HOURS})
    assert [each.name for each in discover(named, context(tmp_path), shelf.now)] == ["Day", "Order", "Empty"]
    stray: Rows = [["Note"], *([None] for _ in range(8)), [None] * 15_000 + ["x"]]
    shelf.put("c.xlsx", xlsx({"Counts": TWO, "Notes": stray}))
    alone = SourceSpec(id="book", kind="excel", settings={"path": "c.xlsx"})
    assert {each.rows for each in discover(alone, context(tmp_path), shelf.now)} == {""}, (
        "one cell far off costs nothing"
    )
