"""What sources over files have to remember stays within what a watermark may hold, however many files there are."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from pathlib import Path

import pytest

from board.kpi.reading import Batch
from board.sources import csv_mark, excel_mark
from board.sources.counter import CounterRule
from board.sources.csv_mark import FileMark, RowAhead
from board.sources.excel_mark import BookMark
from board.sources.folder_file import FoundFile
from board.sources.memory import Memory
from board.sources.outlet import Outlet
from board.sources.short_mark import ROOM, Short, fitted, found_short
from board.sources.state import Meant
from board.sources.wire import LONGEST_WATERMARK, decode_batch
from tests.board.sources.drop import NOW, PARTS, Drop

MINUTE = timedelta(minutes=1)
FILES, REGISTERS = 2000, 250
HEAD = "Time,Line,Cause,Item,Bad,State\n"
MANY: Mapping[str, object] = {
    "node": {"column": "Line"},
    "time": "Time",
    "product": {"column": "Item"},
    "measure": [{"id": "scrap", "value": {"column": "Bad"}, "counter": "total", "reason": {"column": "Cause"}}],
    "state": {"column": "State", "map": {"RUN": "running", "STOP": "stopped"}},
}


def crowd(folder: Path, *, files: int = FILES) -> None:
    """Lay down files with long names, each of two rows, of hundreds of registers."""
    for number in range(files):
        at = NOW - timedelta(minutes=3 * files - number)
        rows = "".join(
            f"{at + timedelta(seconds=30 * part):%Y-%m-%d %H:%M:%S},line-{part + 1},"
            f"Grund für Ausschuß {number % REGISTERS:04},Stück {number % 7},{number + part},{('RUN', 'STOP')[part]}\n"
            for part in range(2)
        )
        path = folder / f"{'ü' * 80} {number:05}.csv"
        path.write_text(HEAD + rows, encoding="utf-8")
        stamp = (NOW - timedelta(days=1) + timedelta(seconds=number)).timestamp()
        os.utime(path, (stamp, stamp))


def looked(drop: Drop) -> list[Batch]:
    """Take looks until nothing more is waiting; each is sent as the feeds process sends it."""
    batches: list[Batch] = []
    for _ in range(20):
        drop.look(restart=True)
        for batch in drop.batches:
            lines: list[bytes] = []
            outlet = Outlet(lines.append)
            outlet.wait = lambda *_: True  # type: ignore[method-assign]  # nobody acknowledges here
            assert outlet.send(batch, "", check=False)
            batches += map(decode_batch, lines)
        if drop.last.progress is None or drop.last.progress == 1:
            break
    return batches


def test_thousands_of_files_and_hundreds_of_registers_are_read_once(tmp_path: Path) -> None:
    crowd(tmp_path)
    drop = Drop(tmp_path, MANY)
    batches = looked(drop)
    assert max(len(batch.watermark) for batch in batches) <= LONGEST_WATERMARK
    made = sum(reading.value or 0 for batch in batches for reading in batch.readings if reading.measure == "scrap")
    assert made > 0
    assert drop.last.complete_through is not None
    assert drop.look(restart=True) == []
    assert drop.last.complete_through is not None


def test_a_folder_full_of_faults_is_told_of_and_not_tried_for_ever(tmp_path: Path) -> None:
    for number in range(FILES):
        (tmp_path / f"{number}.csv").write_text(HEAD + "gestern,line-1,a,b,1,RUN\n" * 25)
        os.utime(tmp_path / f"{number}.csv", (1_000_000_000, 1_000_000_000))
    drop = Drop(tmp_path, MANY)
    batches = looked(drop)
    assert any("'gestern'" in complaint.said for batch in batches for complaint in batch.complaints)
    assert max(len(batch.complaints) for batch in batches) < 5000


def crammed() -> dict[str, object]:
    """Return as much as a source can have to remember of its lines, in words that take six signs a letter."""
    memory = Memory()
    for number in range(600):
        node, why = f"प्रेस {number:04} " + "ह" * 80, "कारण " * 30
        about = ("उत्पाद" * 10, "आदेश" * 10)
        for minute in range(9):
            at = NOW + timedelta(minutes=minute)
            memory.counters.take(f"{node} {number}", CounterRule(), at, Fraction(minute), str, about=about)
            memory.states.take(node, at, Meant(measure="downtime", reason=f"{why}{minute}"), about=about)
        memory.unknown.loses(node, "गिनती" * 20, NOW)
    return memory.body()


def files(names: Sequence[str]) -> list[FoundFile]:
    """Return files as a look finds them, each changed later than the one before."""
    return [
        FoundFile(name=name, path=Path(name), size=1000 + number, changed=10**18 + number)
        for number, name in enumerate(names)
    ]


NAMES = [f"{'Übergabe ' * 12}/{number:04}.csv" for number in range(FILES)]


def test_a_mark_of_csv_files_that_is_full_knows_of_each_how_it_stood() -> None:
    found = files(NAMES)
    marks = {
        each.name: FileMark(size=each.size, changed=each.changed, offset=900, covered=900, print="x" * 24, last=NOW)
        for each in found
    }
    marks[NAMES[0]] = replace(marks[NAMES[0]], ahead=tuple(RowAhead(n, n, NOW + n * MINUTE) for n in range(1, 400)))
    marks[NAMES[1]] = FileMark(size=1001, changed=10**18 + 1, faulty=True)
    marks[NAMES[2]] = replace(marks[NAMES[2]], size=-1)
    text = csv_mark.FolderMark(settings="s", newest=NOW, files=marks, memory=crammed()).text()
    assert len(text) <= LONGEST_WATERMARK
    mark = csv_mark.FolderMark.parse(text, "s")
    mark.keep(found)
    due = [each.name for each in found if mark.files[each.name].is_due((each.size, each.changed), NOW)]
    assert due in ([], [NAMES[2]])
    assert mark.files[NAMES[0]].is_due((1000, 10**18), NOW + 2 * MINUTE), "a row of it lay ahead"
    assert mark.lacks(any_file=True)
    assert not mark.lacks(any_file=False)
    again = csv_mark.FolderMark.parse(text, "s")
    again.keep([replace(each, size=each.size + 1) for each in found])
    assert all(again.files[each.name].is_due((each.size + 1, each.changed), NOW) for each in found)
    assert mark.text() == text


def test_a_mark_of_workbooks_that_is_full_knows_of_each_how_it_stood() -> None:
    found = files(NAMES)
    marks = {
        each.name: BookMark(size=each.size, changed=each.changed, blocks={"S": ("x" * 12,)}, was_read=True)
        for each in found
    }
    marks[NAMES[0]] = replace(marks[NAMES[0]], again=NOW + MINUTE)
    marks[NAMES[1]] = replace(marks[NAMES[1]], faulty=True)
    text = excel_mark.FolderMark(settings="s", newest=NOW, files=marks, memory=crammed()).text()
    assert len(text) <= LONGEST_WATERMARK
    mark = excel_mark.FolderMark.parse(text, "s")
    mark.keep(found)
    assert not any(mark.files[each.name].is_due(each.size, each.changed, NOW) for each in found)
    assert mark.files[NAMES[0]].is_due(1000, 10**18, NOW + 2 * MINUTE)
    assert all(mark.files[name].was_read for name in NAMES)
    assert mark.lacks(any_file=False)
    again = excel_mark.FolderMark.parse(text, "s")
    again.keep(files(NAMES[::-1]))
    assert all(again.files[each.name].is_due(each.size, each.changed, NOW) for each in files(NAMES[::-1]))


def test_marks_for_which_there_is_no_room_at_all_are_forgotten_oldest_first() -> None:
    shorts = {str(number): Short(size=1, changed=number) for number in range(100)}
    full = dict.fromkeys(shorts, "x" * 100)
    kept, told = fitted(full, shorts, ROOM - 1000)
    assert kept == {}
    assert 20 < len(told) < 40
    assert found_short(told, "99", 1, 99) == ("", None)
    assert found_short(told, "0", 1, 0) is None
    assert fitted(full, shorts, 0) == (full, {})


def test_a_file_told_of_in_short_is_read_from_its_start_once_it_has_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rows that lie ahead, and files without a header too, count once."""
    monkeypatch.setattr(csv_mark, "ROOM", 0)
    monkeypatch.setattr("board.sources.short_mark.ROOM", 200)
    columns = ["Time", "Machine", "Status", "Code"]
    drop = Drop(tmp_path, {**PARTS, "columns": columns})
    rows = [f"{NOW + n * 10 * MINUTE:%Y-%m-%d %H:%M:%S},M,Complete,{n}\n" for n in range(-5, 4)]
    drop.write("a.csv", "".join(rows))
    told = {each.key: each for each in drop.look(restart=True)}
    assert len(told) == 6
    assert '"files":{}' in (drop.watermark or "")
    assert drop.look(seconds_later=60, restart=True) == []
    told |= {each.key: each for each in drop.look(seconds_later=900, restart=True)}
    assert len(told) == 7 + 1, "also what is at most five minutes ahead"
    told |= {each.key: each for each in drop.look(seconds_later=900, restart=True)}
    assert len(told) == 9
    drop.append("a.csv", f"{NOW + MINUTE:%Y-%m-%d %H:%M:%S},M,Complete,x\n", minutes_ago=2)
    told |= {each.key: each for each in drop.look(restart=True)}
    assert len(told) == 10
