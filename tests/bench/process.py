"""What a program with all its processes takes: memory by its proportional share, processor time and wake-ups.

The figures are the scheduler's own: /proc/PID/task/TID/schedstat (nanoseconds on a processor) and the voluntary
context switches of each thread, which are its wake-ups.
"""

import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import psutil


@dataclass(frozen=True, slots=True, kw_only=True)
class Idle:
    """What a program took over a time in which nobody asked anything of it."""

    cpu_percent: float  # of one processor
    wakeups_per_s: float


def family(pid: int) -> list[int]:
    """Return a process and all its descendants."""
    with suppress(psutil.NoSuchProcess):
        return [pid, *(child.pid for child in psutil.Process(pid).children(recursive=True))]
    return []


def pss_mib(pid: int) -> float:
    """Return the memory of a process and its descendants in MiB, shared pages counted by their share."""
    kib = 0
    for each in family(pid):
        with suppress(OSError):
            rollup = Path(f"/proc/{each}/smaps_rollup").read_text(encoding="ascii")
            kib += int(next(line for line in rollup.splitlines() if line.startswith("Pss:")).split()[1])
    return kib / 1024


def idle(pid: int, seconds: float) -> Idle:
    """Watch a process and its descendants for so long."""
    before, began_s = _account(pid), time.monotonic()
    time.sleep(seconds)
    after, took_s = _account(pid), time.monotonic() - began_s
    spent = [
        (ns - before.get(task, (0, 0))[0], woke - before.get(task, (0, 0))[1]) for task, (ns, woke) in after.items()
    ]
    return Idle(
        cpu_percent=sum(ns for ns, _ in spent) / 1e9 / took_s * 100,
        wakeups_per_s=sum(woke for _, woke in spent) / took_s,
    )


def _account(pid: int) -> dict[tuple[int, int], tuple[int, int]]:
    """Return nanoseconds on a processor and wake-ups of every thread of the family."""
    account = {}
    for each in family(pid):
        with suppress(OSError):
            for task in Path(f"/proc/{each}/task").iterdir():
                ran_ns = int((task / "schedstat").read_text(encoding="ascii").split()[0])
                status = (task / "status").read_text(encoding="utf-8", errors="replace")
                woke = next(line for line in status.splitlines() if line.startswith("voluntary_ctxt_switches"))
                account[each, int(task.name)] = (ran_ns, int(woke.split()[1]))
    return account
