"""The page of sources over everything behind the glass: an outage, the value after it, a process that falls."""

import functools
import os
import signal
import sys
from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import Qt

from board.views.sources import SourceRow, Sources
from kiosk.wiring import back, feed_watch
from kiosk.wiring.feed_watch import Bounds
from kiosk.wish import SOURCES, Wish
from tests.helpers.logfail import ExpectLog
from tests.kiosk.wiring.house import House, house
from widgets.sources_say import process_words


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[House]:
    with house(tmp_path) as found:
        yield found


def row(house: House) -> SourceRow | None:
    return house.view.rows[0] if isinstance(house.view, Sources) else None


def test_an_outage_with_its_next_try_the_value_after_it_and_a_fall_are_told(
    opened: House, expect_log: ExpectLog
) -> None:
    expect_log("source log fails")
    (opened.plant / "drop").rmdir()
    opened.open()
    opened.parts.want(Wish(page=SOURCES, node="line"))

    def is_failing() -> bool:
        log = row(opened)
        return log is not None and log.outage is not None and log.outage.next_try is not None

    opened.wait_for(is_failing)
    log = row(opened)
    assert log is not None
    assert log.outage is not None
    assert "drop" in log.outage.sentence
    assert log.outage.next_try is not None
    assert log.outage.next_try > log.outage.since

    (opened.plant / "drop").mkdir()
    opened.drop(7)
    opened.wait_for(lambda: (log := row(opened)) is not None and log.last is not None and log.outage is None)
    log = row(opened)
    assert log is not None
    assert log.last is not None
    assert (log.last.value, log.last.measure, log.last.node, log.rows_today) == (Fraction(7), "Good parts", "Line", 1)

    expect_log("the feeds process ended with code -9")
    process = opened.parts.feeds_process_id
    assert process is not None
    os.kill(process, signal.SIGKILL)
    opened.wait_for(lambda: (log := row(opened)) is not None and log.process is not None and bool(log.process.falls))
    opened.wait_for(lambda: (log := row(opened)) is not None and log.process is not None and log.process.is_running)
    assert opened.parts.feeds_process_id != process


def stop(process: int) -> None:
    os.kill(process, signal.SIGSTOP)


def kill(process: int) -> None:
    os.kill(process, signal.SIGKILL)


def spare(_process: int) -> None:
    """Do nothing to a process, which takes too much memory by itself."""


class Harm(NamedTuple):
    """What is done to a process, what memory it takes then, and why it fell."""

    do: Callable[[int], None]
    takes_mib: int
    why: str


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux says what memory a process takes")
@pytest.mark.parametrize(
    "harm",
    [
        Harm(stop, 80, "it answered no more and was ended"),
        Harm(kill, 80, "it ended by itself"),
        Harm(spare, 999, "it took more than 256 MiB of memory and was ended"),
    ],
)
def test_the_page_says_why_a_process_fell_and_that_it_reads_again_while_the_wall_goes_on(
    opened: House, monkeypatch: pytest.MonkeyPatch, expect_log: ExpectLog, harm: Harm
) -> None:
    expect_log("the feeds process")
    takes = [80]
    monkeypatch.setattr(feed_watch, "memory_mib", lambda _process: takes[0])
    monkeypatch.setattr(back, "Bounds", functools.partial(Bounds, look_every_s=0.1, most_unanswered=20))
    said: list[str] = []

    def shown(_wish: Wish, view: object) -> None:
        if isinstance(view, Sources) and view.processes:
            said.append(process_words(view.processes[0], view.now, alone=True))

    opened.bridge.viewed.connect(shown, Qt.ConnectionType.DirectConnection)
    opened.open()
    opened.parts.want(Wish(page=SOURCES, node="line"))
    opened.drop(7)
    opened.wait_for(lambda: (log := row(opened)) is not None and log.last is not None)
    assert "has run since" in said[-1]
    process = opened.parts.feeds_process_id
    assert process is not None
    takes[0] = harm.takes_mib
    harm.do(process)
    opened.wait_for(lambda: any(harm.why in words for words in said))
    takes[0] = 80
    assert "is started again" in next(words for words in said if harm.why in words)
    opened.drop(8, second=1)
    opened.wait_for(lambda: (log := row(opened)) is not None and log.last is not None and log.last.value == 8)
    assert opened.parts.feeds_process_id not in {None, process}
    opened.wait_for(lambda: "it fell" in said[-1])
