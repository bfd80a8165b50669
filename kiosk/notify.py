"""Tell systemd how the board is: a datagram to the socket it names, and nothing where it names none."""

import os
import socket
from collections.abc import Mapping


def notify(state: str, environ: Mapping[str, str] = os.environ) -> bool:
    """Send "READY=1", "WATCHDOG=1", "STATUS=..." or "STOPPING=1"; tell whether somebody took it."""
    address = environ.get("NOTIFY_SOCKET", "")
    if not address.startswith(("/", "@")):
        return False
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC | socket.SOCK_NONBLOCK) as channel:
        try:
            return channel.sendto(state.encode(), address.replace("@", "\0", 1)) > 0
        except OSError:  # nobody listens, or not now: the board is no worse for it
            return False


def watchdog_s(environ: Mapping[str, str] = os.environ) -> float | None:
    """Return within how many seconds systemd wants to hear "WATCHDOG=1" from this process, or None."""
    limit_us, pid = environ.get("WATCHDOG_USEC", ""), environ.get("WATCHDOG_PID", "")
    if not limit_us.isdecimal() or (pid and pid != str(os.getpid())):
        return None
    return int(limit_us) / 1e6 or None
