"""The page of sources over everything behind the glass: an outage, the value after it, a process that falls."""

import os
import signal
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest

from board.views.sources import SourceRow, Sources
from kiosk.wish import SOURCES, Wish
from tests.helpers.logfail import ExpectLog
from tests.kiosk.wiring.house import House, house


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
