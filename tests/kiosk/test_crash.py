"""Failures are told once and counted, repetition ends the process, and a crash is reported at the next start."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.crash import EXIT_INTERRUPTED, EXIT_REPEATED, KEPT_FAULTS, ErrorHook
from tests.helpers.logfail import ExpectLog

WINDOW = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
from kiosk.crash import ErrorHook, FaultFile

class Wall(QWidget):
    painted = 0
    def paintEvent(self, event):
        Wall.painted += 1
        if Wall.painted == 50:
            QTimer.singleShot(0, lambda: application.exit(3))
        raise ValueError("half dead")

application = QApplication([])
if sys.argv[1] == "guarded":
    ErrorHook(repeats=5, note=FaultFile(Path(sys.argv[2])).note).install()
wall = Wall()
wall.show()
again = QTimer(interval=1)
again.timeout.connect(wall.update)
again.start()
sys.exit(application.exec())
"""

CRASH = """
import sys, faulthandler, time
from pathlib import Path
from kiosk.crash import FaultFile
faults = FaultFile(Path(sys.argv[1]))
print(faults.last_crash() or "", end="")
if sys.argv[2] == "segfault": faulthandler._sigsegv()
if sys.argv[2] == "hang":
    faults.beat(0.2)
    time.sleep(60)
if sys.argv[2] == "alive":
    for _ in range(20):
        faults.beat(0.5)
        time.sleep(0.05)
    faults.rest()
    time.sleep(0.6)
faults.close()
"""


def run(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a program that fails on purpose."""
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, env=os.environ, capture_output=True, text=True, timeout=60, check=False)


def fail(text: str = "no") -> ValueError:
    """Return an exception that was raised, always on the same line."""
    try:
        raise ValueError(text)
    except ValueError as error:
        return error


def must_not_leave(code: int) -> None:
    """Stand where nothing may end the process."""
    pytest.fail(f"left with {code}")


class Clock:
    """A monotonic clock that a test sets."""

    now_s = 0.0

    def __call__(self) -> float:
        return self.now_s


def test_a_paint_event_that_keeps_failing_ends_the_process(tmp_path: Path) -> None:
    ended = run(WINDOW, "guarded", str(tmp_path))
    assert ended.returncode == EXIT_REPEATED
    assert ended.stderr.count("Traceback") == 1
    assert "ValueError: half dead" in run(CRASH, str(tmp_path), "fine").stdout


def test_without_the_hook_the_window_stands_half_dead(tmp_path: Path) -> None:
    assert run(WINDOW, "unguarded", str(tmp_path)).returncode == 3


def test_an_error_is_logged_once_and_then_only_counted(caplog: pytest.LogCaptureFixture) -> None:
    left: list[int] = []
    hook = ErrorHook(repeats=1000, leave=left.append)
    for figure in range(10):
        hook.heard(fail(f"reading {figure}"), "the window")
    assert [record.getMessage() for record in caplog.records] == [
        "ValueError in the window: reading 0",
        "ValueError in the window, 10 times by now",
    ]
    assert left == []


@pytest.mark.parametrize(("apart_s", "ends"), [(1.0, True), (14.0, True), (16.0, False)])
def test_only_repetition_within_the_time_ends_the_process(
    caplog: pytest.LogCaptureFixture, apart_s: float, ends: bool
) -> None:
    left: list[int] = []
    clock = Clock()
    hook = ErrorHook(repeats=5, within_s=60, leave=left.append, monotonic_s=clock)
    for _ in range(5):
        hook.heard(fail(), "the window")
        clock.now_s += apart_s
    assert left == ([EXIT_REPEATED] if ends else [])


def test_different_errors_do_not_add_up(caplog: pytest.LogCaptureFixture) -> None:
    left: list[int] = []
    hook = ErrorHook(repeats=2, leave=left.append)
    raising: list[Callable[[], object]] = [lambda: 1 // 0, lambda: int("x"), lambda: os.environ["NO_SUCH_NAME"]]
    for each in raising:
        try:
            each()
        except (ArithmeticError, ValueError, KeyError) as error:
            hook.heard(error, "the window")
    assert left == []


def test_a_thread_that_raises_is_heard(expect_log: ExpectLog) -> None:
    expect_log("ZeroDivisionError in thread labeller")
    told: list[str] = []
    hook = ErrorHook(leave=must_not_leave, on_first=told.append)
    hook.install()
    try:
        thread = threading.Thread(target=lambda: 1 // 0, name="labeller")
        thread.start()
        thread.join()
    finally:
        hook.remove()
    assert told == ["ZeroDivisionError: integer division or modulo by zero"]


def test_a_finaliser_that_raises_is_heard(expect_log: ExpectLog) -> None:
    expect_log("ValueError in")

    class Falls:
        def __del__(self) -> None:
            raise ValueError("late")

    hook = ErrorHook(leave=must_not_leave)
    hook.install()
    try:
        falls: Falls | None = Falls()
        falls = None
        assert falls is None
    finally:
        hook.remove()


def test_an_interruption_is_a_wish_to_leave_and_no_error() -> None:
    left: list[int] = []
    hook = ErrorHook(leave=left.append)
    hook.install()
    try:
        sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    finally:
        hook.remove()
    assert left == [EXIT_INTERRUPTED]


def test_the_hooks_are_given_back() -> None:
    before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
    hook = ErrorHook()
    hook.install()
    assert sys.excepthook is not before[0]
    hook.remove()
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == before


def test_a_segfault_is_reported_at_the_next_start_and_only_then(tmp_path: Path) -> None:
    assert run(CRASH, str(tmp_path), "segfault").returncode == -signal.SIGSEGV
    second = run(CRASH, str(tmp_path), "fine")
    assert "Segmentation fault" in second.stdout
    assert "The last run crashed at" in second.stderr
    assert run(CRASH, str(tmp_path), "fine").stdout == ""
    assert len(list(tmp_path.glob("fault-*.txt"))) == 1


def test_a_hang_ends_the_process_and_leaves_the_stack(tmp_path: Path) -> None:
    assert run(CRASH, str(tmp_path), "hang").returncode == 1
    assert "Timeout" in run(CRASH, str(tmp_path), "fine").stdout


def test_a_beating_heart_is_left_alone(tmp_path: Path) -> None:
    assert run(CRASH, str(tmp_path), "alive").returncode == 0
    assert run(CRASH, str(tmp_path), "fine").stdout == ""


def test_only_the_newest_traces_are_kept(tmp_path: Path) -> None:
    for number in range(KEPT_FAULTS + 3):
        (tmp_path / f"fault-20260101T0000{number:02}.000000Z.txt").write_text("old")
    (tmp_path / "fault.txt").write_text("new")
    run(CRASH, str(tmp_path), "fine")
    kept = sorted(path.read_text() for path in tmp_path.glob("fault-*.txt"))
    assert kept == ["new"] + ["old"] * (KEPT_FAULTS - 1)


def test_a_folder_that_cannot_be_written_does_not_stop_the_board(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    ended = run(CRASH, str(tmp_path / "file/x"), "fine")
    assert ended.returncode == 0
    assert "A crash would leave no trace" in ended.stderr
