"""A password that a server does its best to spill is in nothing that the board says, keeps or logs."""

import contextlib
import logging
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from board.sources import feeder, hide, secret
from board.sources.opcua_trust import make_own
from tests.board.sources.drop import context
from tests.board.sources.kiosk import Kiosk, running
from tests.board.sources.machine import BAD, Machine
from tests.board.sources.packer import spec
from tests.board.sources.test_canary import PLANT, Works, arguments_of, collecting
from tests.board.sources.test_opcua_trust import BOTH, OPEN, Doorman

CANARY = "kanari/vogel & 7=singt"
SPELLINGS = (CANARY, "kanari", "kanari%2Fvogel", "kanari/vogel", "a2FuYXJpL3ZvZ2VsICYgNz1zaW5nd", "vogel")
SETTINGS = {
    "user": "board",
    "password": {"env": "SECRET"},
    "product": {"column": "ns=2;s=recipe"},
    "order": {"column": "ns=2;s=long"},
    "state": {"column": "state", "packml": True, "reason": {"column": "ns=2;s=recipe"}},
}


TABLE = """
[[source]]
id = "packer"
kind = "opcua"
url = "{url}"
user = "board"
password = {{ env = "MES_SECRET" }}
every = "0.1 s"
poll_s = 1
node = "line-1"
product = {{ column = "ns=2;s=recipe" }}
order = {{ column = "ns=2;s=long" }}
measure = [{{ id = "good", value = {{ column = "ns=2;s=made" }}, counter = "total" }}]
"""


@pytest.fixture(autouse=True)
def short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feeder, "LONGEST_PAUSE_S", 1.0)


@pytest.fixture
def works(tmp_path: Path) -> Works:
    """Return a plant folder, whose sources are written by the test."""
    return Works(tmp_path, "")


@contextlib.contextmanager
def packing(folder: Path) -> Iterator[Machine]:
    """Run a machine whose every node holds the canary, and that asks for it."""
    cut = "x" * 190 + CANARY  # where a word is cut
    found = Machine({"made": 1000, "bad": 1, "state": 6, "recipe": CANARY, "long": cut, CANARY: CANARY})
    found.certificate = folder / "server.der", folder / "server.key"
    make_own(*found.certificate)
    found.policies = [OPEN, *BOTH]
    found.user_manager = Doorman(CANARY)
    try:
        found.start()
        yield found
    finally:
        found.close()


@pytest.fixture
def machine(tmp_path: Path) -> Iterator[Machine]:
    """Return a machine whose every node holds the password with which it is asked."""
    with packing(tmp_path) as found:
        yield found


def spills(text: str | bytes) -> list[str]:
    """Return the spellings of the secret that a text holds."""
    data = text.encode("utf-8", "replace") if isinstance(text, str) else text
    return [spelling for spelling in SPELLINGS if spelling.encode() in data]


def all_is_told(board: Kiosk) -> bool:
    return len(board.complaints) >= 4 and len(board.readings) >= 3


def heard(machine: Machine) -> tuple[str, Kiosk]:
    """Return everything a board prints while the machine spills."""
    known = context(environment={"SECRET": CANARY})
    board = Kiosk(spec(machine, SETTINGS), found=known)
    with running(board):
        board.wait_until(lambda: bool(board.batches))
        now = datetime.now(UTC)
        for number, (name, value) in enumerate(
            [("made", 1003), ("state", 11), ("state", CANARY), ("made", CANARY), ("bad", CANARY), ("made", 1007)]
        ):
            machine.write(name, value, now + timedelta(milliseconds=number))
        machine.write("bad", CANARY, now, status=BAD)
        board.wait_until(lambda: all_is_told(board))
        machine.user_manager = None
        machine.stop()
        board.wait_until(lambda: "failing" in board.states)
    return "\n".join([*map(str, board.said), *(line.decode() for line in board.lines)]), board


def test_a_password_that_is_spilt_is_hidden(machine: Machine, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        said, board = heard(machine)
    assert spills(said) == []
    assert spills(caplog.text) == []
    assert hide.HIDDEN in said
    assert board.readings[0].product == hide.HIDDEN
    assert spills(board.batches[-1].watermark) == []


def test_a_password_is_hidden_in_what_refuses_it(machine: Machine) -> None:
    machine.user_manager = Doorman("another")
    if machine.server is not None:
        machine.server.iserver.user_manager = machine.user_manager
    board = Kiosk(spec(machine, SETTINGS), found=context(environment={"SECRET": CANARY}))
    with running(board):
        board.wait_until(lambda: "failing" in board.states)
    assert "check user and password" in str(board.said)
    assert spills(str(board.said)) == []


def test_the_canary_would_be_heard(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(secret, "hide", lambda _: None)
    monkeypatch.setattr(hide, "_secrets", {})
    board, made, until_s = Kiosk(spec(machine, SETTINGS), found=context(environment={"SECRET": CANARY})), 1000, 60
    with running(board):
        began_s = time.monotonic()
        while not any(map(spills, list(board.lines))):
            made += 1
            machine.write("made", made)
            time.sleep(0.2)
            assert time.monotonic() - began_s < until_s


def test_what_the_command_says_keeps_and_exports_holds_no_password(machine: Machine, works: Works) -> None:
    table = TABLE.format(url=machine.url)
    (works.folder / "plant.toml").write_text(PLANT + table)
    checked = works.said("check")
    assert "packer" in checked
    assert spills(checked) == []
    with collecting(works) as board:
        until_s = time.monotonic() + 60
        seen = exported = ""
        made = 1000
        while "(hidden)" not in exported:
            made += 1
            machine.write("made", made)
            exported = works.said("export", "readings", "--format", "csv")
            assert time.monotonic() < until_s
            assert board.poll() is None
            seen += arguments_of(board)
    assert spills(seen) == []
    assert {name: found for name, data in works.kept().items() if (found := spills(data))} == {}
    assert spills(exported) == []
