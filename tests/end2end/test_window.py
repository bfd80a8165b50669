"""The board as a window: under systemd, on a full disk, over a damaged database, and while its plant changes."""

import json
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from board.store.verify import verify
from tests.end2end.command import environment, run, start
from tests.kiosk.wiring.house import House

ROOT = Path(__file__).parents[2]


def happened(folder: Path, what: str) -> dict[str, object]:
    """Open a board in a process of its own, let something happen to it, and return what stood on its wall."""
    told = subprocess.run(
        [sys.executable, "-m", "tests.end2end.window", str(folder), what],
        capture_output=True,
        text=True,
        env=environment(folder),
        cwd=ROOT,
        timeout=90,
        check=False,
    )
    assert told.returncode == 0, told.stderr
    found = json.loads(told.stdout)
    assert isinstance(found, dict)
    return found


def test_a_changed_plant_is_taken_by_the_running_board_and_a_bad_one_refused(tmp_path: Path) -> None:
    told = happened(tmp_path, "reload")
    assert told == {"before": "Small Works", "after": "Large Works", "notices": ["plant refused"]}


def test_on_a_full_disk_the_wall_says_so_and_goes_on_by_itself(tmp_path: Path) -> None:
    told = happened(tmp_path, "full")
    assert told == {"refused": {"notices": ["disk refuses"], "saved": False}, "notices": []}
    assert verify(tmp_path / "board.db") == ()


def test_over_a_damaged_database_the_board_comes_up_with_a_banner_and_the_old_file_is_kept(tmp_path: Path) -> None:
    torn = b"this was a database " * 1000
    (tmp_path / "board.db").write_bytes(torn)
    told = happened(tmp_path, "start")
    assert told == {"notices": ["database replaced"], "site": "Small Works"}
    (aside,) = tmp_path.glob("board.damaged-*.db")
    assert aside.read_bytes() == torn
    assert happened(tmp_path, "start")["notices"] == []


def test_systemd_hears_that_the_board_is_up_that_it_lives_and_that_it_ends(tmp_path: Path) -> None:
    found = House(tmp_path)
    address = str(tmp_path / "notify")
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd:
        systemd.bind(address)
        systemd.settimeout(30)
        options = ("--plant", str(found.plant), "--database", str(found.database), "--windowed")
        board = start(*options, home=tmp_path, NOTIFY_SOCKET=address)
        heard: list[bytes] = []
        try:
            while not {b"READY=1", b"WATCHDOG=1"} <= set(heard):
                heard.append(systemd.recv(100))
            assert b"STOPPING=1" not in heard
            board.send_signal(signal.SIGTERM)
            while heard[-1] != b"STOPPING=1":
                heard.append(systemd.recv(100))
            _, complaints = board.communicate(timeout=30)
        finally:
            board.kill()
            board.communicate()
    assert board.returncode == 0, complaints
    assert list(tmp_path.glob("**/fault*.txt")) == []


@pytest.mark.parametrize("lines", [1, 2])
def test_without_a_display_it_says_so_once_and_names_the_pictures(tmp_path: Path, lines: int) -> None:
    found = House(tmp_path)
    if lines == 2:
        text = (found.plant / "plant.toml").read_text(encoding="utf-8")
        found.write_plant(text + '\n[[line]]\nid = "other"\narea = "hall"\nname = "Other"\ninterval = "4h"\n')
    pictures = tmp_path / "tmp"
    pictures.mkdir()
    told = run(
        *("--plant", str(found.plant), "--database", str(found.database)),
        home=tmp_path,
        QT_QPA_PLATFORM="",
        DISPLAY="",
        WAYLAND_DISPLAY="",
        TMPDIR=str(pictures),
    )
    assert told.returncode == 0, told.stderr
    sentence, *paths = told.stdout.splitlines()
    assert sentence.startswith("There is no display here")
    assert "gembaboard render" in sentence
    assert [Path(path).name for path in paths] == (
        ["sicb-line.png"] if lines == 1 else ["lines-works.png", "sicb-line.png", "sicb-other.png"]
    )
    assert all(Path(path).read_bytes().startswith(b"\x89PNG") for path in paths)
    assert os.path.commonpath([*paths, str(pictures)]) == str(pictures)
    assert not found.database.exists()


def test_a_picture_needs_no_screen_whatever_drives_the_screens_here(tmp_path: Path) -> None:
    found = House(tmp_path)
    out = tmp_path / "out.png"
    told = run(
        *("render", "--plant", str(found.plant), "--database", str(found.database), str(out)),
        home=tmp_path,
        QT_QPA_PLATFORM="xcb",
        DISPLAY="",
    )
    assert (told.returncode, told.stdout) == (0, f"{out}\n"), told.stderr
    assert out.read_bytes().startswith(b"\x89PNG")
