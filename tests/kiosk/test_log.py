"""Logs stay under their cap, hide secrets, keep one event to one line, and never stop the board."""

import logging
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.log import CappedFile, secrets_of, start_log, stop_log

LOG = logging.getLogger("tests.log")


@pytest.fixture(autouse=True)
def log_as_it_was() -> Iterator[None]:
    """Leave the root logger as it was."""
    level = logging.getLogger().level
    yield
    stop_log()
    logging.getLogger().setLevel(level)


def logged(path: Path | None) -> str:
    """Return what the file holds."""
    assert path is not None
    return path.read_text(encoding="utf-8")


def test_a_line_says_when_in_utc_how_grave_where_and_what(tmp_path: Path) -> None:
    path = start_log(tmp_path / "log", is_interactive=False)
    LOG.info("line %s runs", 3)
    assert logged(path).endswith("Z INFO tests.log: line 3 runs\n")


def test_all_files_together_stay_under_the_cap(tmp_path: Path) -> None:
    start_log(tmp_path, cap_bytes=50_000, files=5, is_interactive=False)
    for number in range(5000):
        LOG.info("number %s of very many lines", number)
    files = list(tmp_path.iterdir())
    assert len(files) == 5
    assert 30_000 < sum(file.stat().st_size for file in files) <= 50_000


def test_one_endless_line_is_cut(tmp_path: Path) -> None:
    path = start_log(tmp_path, is_interactive=False)
    LOG.info("x" * 10_000_000)
    assert len(logged(path)) < 20_000


def test_a_message_cannot_forge_a_second_line(tmp_path: Path) -> None:
    path = start_log(tmp_path, is_interactive=False)
    LOG.info("machine said: %s", "fine\n2026-01-01T00:00:00.000Z INFO boss: all good")
    assert len(logged(path).splitlines()) == 1


def test_text_that_is_no_text_is_written_all_the_same(tmp_path: Path) -> None:
    path = start_log(tmp_path, is_interactive=False)
    LOG.info("odd: %s", "\ud800 \0")
    assert "odd" in logged(path)


def test_secrets_never_reach_the_log_nor_a_traceback(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path = start_log(tmp_path, is_interactive=False, environ={"ERP_PASSWORD": "hunter2-hunter2", "HOME": "/home"})
    try:
        raise ValueError("refused: user=board password=hunter2-hunter2")
    except ValueError:
        LOG.exception("cannot read with %s", "hunter2-hunter2")
    assert "hunter2" not in logged(path)
    assert logged(path).count("(hidden)") >= 2


def test_secrets_are_known_by_the_names_of_their_variables() -> None:
    environ = {"A_PASSWORD": "one", "api_token": "two", "PGSECRET": "three", "API_KEY": "four", "PATH": "five"}
    assert secrets_of(environ) == {"one", "two", "three", "four"}


def test_a_folder_that_cannot_be_written_is_said_and_the_board_goes_on(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("in the way")
    assert start_log(tmp_path / "file/log", is_interactive=False) is None
    assert "No log is kept on disk" in capsys.readouterr().err


def test_a_full_disk_drops_lines_and_nothing_else(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "full.log").symlink_to("/dev/full")
    handler = CappedFile(tmp_path / "full.log")
    for _ in range(1000):
        handler.handle(logging.LogRecord("x", logging.INFO, "", 0, "y" * 1000, (), None))
    handler.close()
    assert capsys.readouterr().err == ""


def test_logging_goes_on_once_the_disk_has_room_again(tmp_path: Path) -> None:
    path = tmp_path / "board.log"
    path.symlink_to("/dev/full")
    handler = CappedFile(path)
    handler.handle(logging.LogRecord("x", logging.INFO, "", 0, "lost", (), None))
    path.unlink()
    handler.handle(logging.LogRecord("x", logging.INFO, "", 0, "kept", (), None))
    handler.close()
    assert path.read_text() == "kept\n"


def test_a_person_at_a_terminal_sees_the_lines_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    start_log(tmp_path, is_interactive=True)
    LOG.info("here")
    start_log(tmp_path, is_interactive=False)
    LOG.info("not here")
    assert capsys.readouterr().err.count("here") == 1


QT = """
import sys
from pathlib import Path
from kiosk.log import route_qt_messages, start_log
start_log(Path(sys.argv[1]), is_interactive=False)
route_qt_messages()
from PySide6.QtCore import QCoreApplication, qWarning
for _ in range(100): qWarning("painter is not active")
"""


def test_qt_warnings_come_into_the_log_without_flooding_it(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-c", QT, str(tmp_path)], env=os.environ, check=True, timeout=60)
    lines = logged(tmp_path / "gembaboard.log").splitlines()
    assert [line.split("painter is not active")[1] for line in lines] == [
        "",
        " (10 times by now)",
        " (100 times by now)",
    ]
    assert "WARNING qt:" in lines[0]
