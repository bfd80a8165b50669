"""A board without a screen: taps as fast as it can and says so on its standard output once each tap is on disk.

Run as `python -m tests.faults.tapper DATABASE ROUND FIRST [--ack-first]`. The first line says how the store was found;
every further line is the number of a tap. `--ack-first` is the control: it says so before the tap is on disk.
"""

import os
import sys
from datetime import timedelta
from fractions import Fraction
from pathlib import Path
from uuid import NAMESPACE_OID, uuid5

from board.journal.intention import ChangePerson, EnterCount, EnterDay, Intention, LogMiss, PlanRun
from board.plant.span import Span
from board.store.database import Store
from tests.board.store.shop import HISTORY, NO_LIMITS, at, batch, reading, span


def tap_id(number: int) -> str:
    """Return the id of the tap of that number, the same in every process."""
    return str(uuid5(NAMESPACE_OID, f"tap {number}"))


def tap(number: int) -> Intention:
    """Return the tap of that number."""
    if number % 11 == 0:
        return EnterDay(id=tap_id(number), node="line", day=at(6).date(), measure="good", value=Fraction(number))
    if number % 13 == 0:
        run = Span(at(10), at(11) + timedelta(seconds=number % 3000))
        return PlanRun(id=tap_id(number), node="line", span=run, product=f"P{number}")
    if number % 17 == 0:
        return ChangePerson(id=tap_id(number), node="works", person="p1", name=f"Name {number}")
    if number % 5 == 0:
        return EnterCount(id=tap_id(number), node="line", interval=span(6, 8), measure="good", quantity=1)
    return LogMiss(id=tap_id(number), node="line", interval=span(8, 10), reason="filler", quantity=number)


def say(text: str) -> None:
    """Write a line at once, unbuffered."""
    os.write(1, f"{text}\n".encode())


def main(path: Path, round_: int, first: int, *, ack_first: bool) -> None:
    """Tap until killed, with imports in between."""
    store = Store.open(path, station="s", zone="Europe/London", now=at(6), limits=NO_LIMITS)
    store.adopt(HISTORY)
    say(f"open {store.replaced} {' '.join(store.findings) or 'sound'}")
    number = first
    while True:
        if ack_first:
            say(str(number))
        store.keep(tap(number), at(8))
        if not ack_first:
            say(str(number))
        if number % 7 == 0:
            rows = [reading(f"{round_}-{number}-{row}", at(7, 0, row % 60), 1) for row in range(200)]
            store.take(batch(*rows, watermark=str(number)), at(8))
        if number % 50 == 0:
            store.checkpoint()
        number += 1


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), ack_first="--ack-first" in sys.argv)
