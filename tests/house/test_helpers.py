"""The helpers of the tests do notice what they are there to notice: each is shown a bad test and a good one."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
PLUGINS = ("logfail", "leftover", "seed", "realdata")


def run_inner(folder: Path, body: str, **environ: str) -> subprocess.CompletedProcess[str]:
    """Run one test file with the helpers in a pytest of its own."""
    (folder / "test_inner.py").write_text(body, encoding="utf-8")
    (folder / "pytest.ini").write_text("[pytest]\nmarkers =\n    realdata: x\n", encoding="utf-8")
    plugins = [part for name in PLUGINS for part in ("-p", f"tests.helpers.{name}")]
    inherited = {k: v for k, v in os.environ.items() if k not in ("CI", "GEMBABOARD_REAL_DATA")}
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "--no-xvfb", "-p", "no:cacheprovider", *plugins, str(folder)],
        cwd=folder,
        env=inherited | {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"} | environ,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


BAD = """
import logging, threading
from PySide6.QtCore import QTimer
end, keep = threading.Event(), []

def test_warns():
    logging.warning("pump is hot")

def test_misses_its_line(expect_log):
    expect_log("never")

def test_leaves_a_thread():
    threading.Thread(target=end.wait, name="left", daemon=True).start()

def test_leaves_a_timer(qtbot):
    keep.append(QTimer())
    keep[0].start(1000)
"""

GOOD = """
import logging, threading, pytest
from PySide6.QtCore import QTimer
end = threading.Event()

@pytest.fixture(scope="module")
def worker():
    thread = threading.Thread(target=end.wait)
    thread.start()
    yield
    end.set()
    thread.join()

def test_expects(expect_log):
    expect_log("pump .* hot")
    logging.warning("pump is hot")

def test_looks_itself(caplog):
    logging.warning("pump is hot")
    assert "hot" in caplog.text

def test_joins():
    thread = threading.Thread(target=print)
    thread.start()
    thread.join()

def test_stops_its_timer(qtbot):
    timer = QTimer()
    timer.start(1000)
    timer.stop()

def test_leans_on_a_fixture(worker): pass
def test_leans_on_it_again(worker): pass
"""


def test_bad_tests_are_found(tmp_path: Path) -> None:
    said = run_inner(tmp_path, BAD).stdout
    assert "WARNING root: pump is hot" in said
    assert "no line that meets 'never'" in said
    assert "thread 'left', started at" in said
    assert "test_inner.py:13" in said
    assert "the test left running: <PySide6.QtCore.QTimer" in said
    assert "2 failed, 2 passed, 2 errors" in said


def test_good_tests_are_left_alone(tmp_path: Path) -> None:
    run = run_inner(tmp_path, GOOD)
    assert run.returncode == 0, run.stdout


def test_real_data_may_be_missing_at_the_desk_but_not_in_ci(tmp_path: Path) -> None:
    body = "def test_it(realdata): assert realdata.is_dir()"
    assert "1 skipped" in run_inner(tmp_path, body).stdout
    assert run_inner(tmp_path, body, CI="true").returncode == 1
    assert run_inner(tmp_path, body, GEMBABOARD_REAL_DATA=str(tmp_path / "gone")).returncode == 1
    assert run_inner(tmp_path, body, GEMBABOARD_REAL_DATA=str(tmp_path)).returncode == 0


def test_a_seed_repeats_the_same_chance(tmp_path: Path) -> None:
    body = "def test_it(rng): print('drew', rng.random()); assert False"
    drawn = [run_inner(tmp_path, body, GEMBABOARD_TEST_SEED=seed).stdout for seed in ("1", "1", "2")]
    lines = [next(line for line in text.splitlines() if line.startswith("drew")) for text in drawn]
    assert lines[0] == lines[1] != lines[2]
