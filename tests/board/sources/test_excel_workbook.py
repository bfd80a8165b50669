"""The child that reads a workbook: what it says, and what becomes of one that hangs, dies or talks rubbish."""

import sys
from datetime import timedelta
from pathlib import Path

import pytest

from board.sources import excel_workbook
from board.sources.excel_ask import Ask
from board.sources.excel_guard import BookError
from board.sources.excel_workbook import Sheet, StirredError, sheets, told_of
from tests.board.sources.shelf import HEAD, Shelf, at
from tests.board.sources.workbook import Rows, xlsx

TWO: Rows = [HEAD, [at(8), "Line 1", 5, 0], [at(9), "Line 1", 6, 0]]
MIB = 1024 * 1024


def lay(folder: Path, data: bytes) -> tuple[Path, tuple[int, int]]:
    """Lay down a workbook and return how it stands."""
    path = folder / "a.xlsx"
    path.write_bytes(data)
    state = path.stat()
    return path, (state.st_size, state.st_mtime_ns)


def read(
    path: Path, state: tuple[int, int], *, timeout_s: float = 20, **ask: object
) -> list[tuple[Sheet, list[bytes]]]:
    """Have a workbook read and return all that is said of it."""
    asked = Ask(**ask)  # type: ignore[arg-type]
    with told_of(path, state, asked, largest=5 * MIB, timeout=timedelta(seconds=timeout_s)) as paper:
        return [(sheet, list(lines)) for sheet, lines in sheets(paper)]


def child(monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    """Put another program in the place of the child."""
    before = "import os, sys, time, signal\nasked = sys.stdin.readline()\n"
    monkeypatch.setattr(excel_workbook, "CHILD", (sys.executable, "-c", before + code))


def test_it_tells_of_each_sheet_and_its_rows(tmp_path: Path) -> None:
    path, state = lay(tmp_path, xlsx({"A": TWO, "B": [["x"], [True]], "C": []}))
    (first, rows), (second, more), (third, none) = read(path, state, sheet="*")
    assert (first, second) == (
        Sheet(name="A", columns=tuple(HEAD), rows=3),
        Sheet(name="B", columns=("x",), rows=2),
    )
    assert rows[0] == b'[2,[["d","2026-11-20 08:00:00"],"Line 1",5,0]]\n'
    assert more == [b"[2,[true]]\n"]
    assert (third.name, none) == ("C", [])


def test_rows_that_nobody_takes_are_passed_over(tmp_path: Path) -> None:
    path, state = lay(tmp_path, xlsx({"A": TWO, "B": TWO}))
    with told_of(path, state, Ask(sheet="*"), largest=5 * MIB, timeout=timedelta(seconds=20)) as paper:
        assert [sheet.name for sheet, _ in sheets(paper)] == ["A", "B"]


def test_a_workbook_that_is_not_the_one_that_was_seen_is_left_alone(tmp_path: Path) -> None:
    path, (size, changed) = lay(tmp_path, xlsx({"A": TWO}))
    for state in ((size + 1, changed), (size, changed + 1)):
        with pytest.raises(StirredError):
            read(path, state)
    path.unlink()
    with pytest.raises(OSError, match="No such file"):
        read(path, (size, changed))


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("time.sleep(60)", "takes longer than 1 s to read; split it, or raise timeout"),
        ("signal.raise_signal(signal.SIGXCPU)", "takes longer than 1 s to read"),
        ("os.abort()", r"needs more than \d+ MiB of memory, or is damaged; perhaps a cell stands far below or right"),
        ("os.kill(os.getpid(), signal.SIGKILL)", "needs more than"),
        ("sys.exit(3)", "needs more than"),
        ("print('rubbish')", "is damaged in a way nobody foresaw"),
        ("pass", "is damaged in a way nobody foresaw"),
        ("print('[1, 2]')", "is damaged in a way nobody foresaw"),
        ("print('x' * 10_000_000)", "is damaged in a way nobody foresaw"),
    ],
)
def test_a_child_that_fails_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str, said: str
) -> None:
    path, state = lay(tmp_path, xlsx({"A": TWO}))
    child(monkeypatch, code)
    with pytest.raises(BookError, match=said):
        read(path, state, timeout_s=1 if "sleep" in code or "XCPU" in code else 20)


def test_a_child_knows_none_of_our_secrets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, state = lay(tmp_path, xlsx({"A": TWO}))
    monkeypatch.setenv("MES_TOKEN", "open-sesame-77")
    child(monkeypatch, 'print(\'{"end": "fault", "said": "%s"}\' % ("MES_TOKEN" in os.environ))')
    with pytest.raises(BookError, match="False"):
        read(path, state)


def test_a_child_keeps_to_its_bounds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    greedy = "from board.sources.excel_child import limit; import json; limit(json.loads(asked)['limits']); "
    path, state = lay(tmp_path, xlsx({"A": TWO}))
    child(monkeypatch, greedy + "bytearray(200_000_000)")
    with pytest.raises(BookError, match="needs more than 120 MiB"):
        read(path, state)
    child(monkeypatch, greedy + "\nwhile True: pass")
    with pytest.raises(BookError, match="takes longer than 1 s"):
        read(path, state, timeout_s=1)


def test_a_bad_child_leaves_the_other_workbooks_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shelf = Shelf(tmp_path)
    shelf.put("a.xlsx", xlsx({"S": TWO}))
    child(monkeypatch, "os.abort()")
    assert shelf.look() == []
    monkeypatch.undo()
    shelf.put("b.xlsx", xlsx({"S": TWO}))
    assert len(shelf.look()) == 4


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "holds nothing"),
        (bytes(5000), "holds nothing, as after a power cut"),
        (b"Start;Line;Good\r\n", 'is text with the name of a workbook; read it with kind = "csv"'),
        (b"\xef\xbb\xbf<html><table>", "is a web page with the name of a workbook"),
        (b"<?xml version='1.0'?><Workbook/>", "is XML with the name of a workbook"),
        (b"%PDF-1.7", "is a PDF document"),
        (b"\x1f\x8b\x08\0", "is a packed file"),
        (b"\x9c\x11\xf3\x07\xb8\x85\x1b" + b"\0" * 9, "is no workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), "is damaged or no workbook"),
        (b"PK\x03\x04" + bytes(2000), "is damaged or not whole"),
    ],
)
def test_what_is_no_workbook_is_named(tmp_path: Path, data: bytes, said: str) -> None:
    path, state = lay(tmp_path, data)
    with pytest.raises(BookError, match=said):
        read(path, state)


def test_a_workbook_larger_than_allowed_is_not_even_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shelf = Shelf(tmp_path, largest_mib=1)
    shelf.put("a.xlsx", bytes(MIB + 1))
    child(monkeypatch, "os.abort()")
    assert shelf.look() == []
    assert shelf.said == ["a.xlsx: a.xlsx is larger than 1 MiB; split it or raise largest_mib"]


def test_a_sheet_with_more_rows_than_allowed_is_refused_as_a_whole(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, most_rows=2)
    shelf.put("a.xlsx", xlsx({"S": TWO}))
    assert shelf.look() == []
    assert shelf.said == ["a.xlsx: a.xlsx has 3 rows in sheet 'S'; split it or raise most_rows"]
