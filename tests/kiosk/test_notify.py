"""systemd hears of the board through a datagram; without systemd nothing happens."""

import os
import socket
from pathlib import Path

import pytest

from kiosk.notify import notify, watchdog_s


def test_a_datagram_reaches_the_socket_that_is_named(tmp_path: Path) -> None:
    address = str(tmp_path / "notify")
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd:
        systemd.bind(address)
        systemd.settimeout(5)
        assert notify("READY=1", {"NOTIFY_SOCKET": address})
        assert systemd.recv(100) == b"READY=1"


def test_an_abstract_address_is_reached_too() -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd:
        systemd.bind(f"\0gembaboard-test-{os.getpid()}")
        systemd.settimeout(5)
        assert notify("WATCHDOG=1", {"NOTIFY_SOCKET": f"@gembaboard-test-{os.getpid()}"})
        assert systemd.recv(100) == b"WATCHDOG=1"


@pytest.mark.parametrize("address", ["", "relative", "/nowhere/at/all"])
def test_without_a_listener_nothing_happens(address: str) -> None:
    assert notify("READY=1", {"NOTIFY_SOCKET": address} if address else {}) is False


def test_a_listener_that_does_not_read_never_blocks_the_board(tmp_path: Path) -> None:
    address = str(tmp_path / "notify")
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd:
        systemd.bind(address)
        told = [notify("WATCHDOG=1", {"NOTIFY_SOCKET": address}) for _ in range(5000)]
    assert told[0] is True
    assert told[-1] is False


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({}, None),
        ({"WATCHDOG_USEC": "30000000"}, 30.0),
        ({"WATCHDOG_USEC": "30000000", "WATCHDOG_PID": str(os.getpid())}, 30.0),
        ({"WATCHDOG_USEC": "30000000", "WATCHDOG_PID": "1"}, None),
        ({"WATCHDOG_USEC": "soon"}, None),
        ({"WATCHDOG_USEC": "0"}, None),
    ],
)
def test_the_watchdog_is_fed_only_where_it_is_meant_for_this_process(
    environ: dict[str, str], expected: float | None
) -> None:
    assert watchdog_s(environ) == expected
