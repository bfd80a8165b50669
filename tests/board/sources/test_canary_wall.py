"""A password that a database does its best to spill is on no wall, in no picture, on no page and in no plant folder."""

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from tests.board.sources.spilling import Spilling, spilling
from tests.board.sources.test_canary import CANARY, PLANT, Works, arguments_of, spills

PATIENCE_S = 60.0
LEDGER = """
[[source]]
id = "ledger"
kind = "sql"
url = "postgresql://board@127.0.0.1:{port}/plant"
password = {{ env = "MES_SECRET" }}
query = "SELECT changed, ok FROM hours WHERE changed > :watermark ORDER BY changed"
watermark = "changed"
key = "changed"
poll_s = 1
node = "line-1"
time = "changed"
measure = [{{ id = "scrap", value = {{ column = "ok" }} }}]
"""
PAINTED = """
import sys
from widgets import ink
out = open(sys.argv.pop(1), "a", buffering=1)
def heard(paint):
    def painted(painter, look, x, baseline, string, *more, **named):
        out.write(string + "\\n")
        return paint(painter, look, x, baseline, string, *more, **named)
    return painted
ink.text, ink.outlined_text = heard(ink.text), heard(ink.outlined_text)
from kiosk.command import main
sys.exit(main())
"""
UNGUARDED = """
import board.sources.hide as it
it.hidden = lambda text: text
it.hidden_data = lambda text: text
it.hidden_batch = lambda batch: batch
"""


class Hall(Works):
    """A plant over a database that spills; what is painted is written down."""

    def __init__(self, folder: Path, port: int) -> None:
        super().__init__(folder, "")
        (folder / "plant.toml").write_text(PLANT + LEDGER.format(port=port))
        self.painted = folder / "painted.txt"

    def paint(self, *arguments: str) -> "subprocess.Popen[bytes]":
        """Run the board's command where a finger cannot reach it, and write down each text that it paints."""
        words = ("-c", PAINTED, str(self.painted), *arguments, "--plant", str(self.folder))
        environ = {**os.environ, **self.homes, "MES_SECRET": CANARY, "QT_QPA_PLATFORM": "offscreen"}
        return subprocess.Popen([sys.executable, *words], env=environ, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)

    def texts(self) -> str:
        """Return all texts that were painted."""
        return self.painted.read_text(encoding="utf-8") if self.painted.exists() else ""


@pytest.fixture
def database() -> Iterator[Spilling]:
    with spilling() as found:
        yield found


@pytest.fixture
def hall(tmp_path: Path, database: Spilling) -> Hall:
    """Return a plant over a database that spills."""
    return Hall(tmp_path, database.port)


@contextlib.contextmanager
def wall(hall: Hall) -> Iterator["subprocess.Popen[bytes]"]:
    """Run the board with its window; all it says at last is looked at too."""
    board = hall.paint("--windowed", "--node", "line-1")
    try:
        yield board
    finally:
        board.send_signal(signal.SIGTERM)
        out, _ = board.communicate(timeout=PATIENCE_S)
    assert spills(out) == []


def wait_for(board: "subprocess.Popen[bytes]", holds: Callable[[], bool]) -> None:
    """Wait until something holds while the board runs."""
    until_s = time.monotonic() + PATIENCE_S
    while not holds():
        assert time.monotonic() < until_s
        assert board.poll() is None
        time.sleep(0.1)


def test_no_wall_and_no_page_shows_a_secret(hall: Hall, database: Spilling) -> None:
    with wall(hall) as board:
        wait_for(board, lambda: "(hidden)" in hall.texts() and database.heard.count(CANARY) >= 2)
        arguments = arguments_of(board)
        feeds = [each for each in psutil.Process(board.pid).children() if "board.sources.feed" in each.cmdline()]
        feeds[0].send_signal(signal.SIGABRT)  # it writes where it was
        wait_for(board, lambda: "fell" in hall.texts())
    assert "board.sources.feed" in arguments
    assert spills(arguments) == []
    assert {name: found for name, data in hall.kept().items() if (found := spills(data))} == {}
    picture = hall.folder / "sources.png"
    out, _ = hall.paint("render", str(picture), "--page", "sources").communicate(timeout=PATIENCE_S)
    assert picture.exists(), out
    for shown in (hall.said("show", "sicb", "--json"), hall.said("show", "sources", "--json")):
        assert shown.startswith("{")
        assert spills(shown) == []
    assert spills(hall.texts()) == []


def test_what_is_said_and_written_while_a_database_is_connected_holds_no_secret(hall: Hall, database: Spilling) -> None:
    checked = hall.said("check")
    assert "ledger" in checked
    assert spills(checked) == []
    given = {"url": f"postgresql://board@127.0.0.1:{database.port}/plant", "password": '{ env = "MES_SECRET" }'}
    given |= {"query": "SELECT 1 WHERE 1 > :watermark", "watermark": "changed"}
    words = [part for key, value in given.items() for part in ("--set", f"{key}={value}")]
    told = hall.said("source", "add", "--id", "more", "--kind", "sql", "--yes", *words)
    assert "(hidden)" in told
    assert spills(told) == []
    assert spills((hall.folder / "plant.toml").read_text()) == []
    assert database.heard[-1] == CANARY


def test_the_canary_would_be_seen(hall: Hall, tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(UNGUARDED)
    hall.homes["PYTHONPATH"] = f"{tmp_path}{os.pathsep}{Path(__file__).parents[3]}"
    with contextlib.suppress(AssertionError), wall(hall) as board:
        wait_for(board, lambda: spills(hall.texts()) != [])
    assert spills(hall.texts()) != []
