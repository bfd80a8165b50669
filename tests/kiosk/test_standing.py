"""Threads that get up again."""

import logging
import threading

import pytest
from typing_extensions import override

from kiosk.standing import Standing


def test_work_that_falls_is_started_again_and_told_of(caplog: pytest.LogCaptureFixture) -> None:
    done = threading.Event()
    heard: list[str] = []
    rounds: list[int] = []

    def work(ending: threading.Event) -> None:
        rounds.append(len(rounds))
        if len(rounds) < 3:
            raise OSError("the disk went away")
        done.set()
        ending.wait()

    with caplog.at_level(logging.ERROR):
        standing = Standing(
            "writer", work, first_wait_s=0.0, on_fall=lambda name, error: heard.append(f"{name}: {error}")
        )
        standing.start()
        assert done.wait(5)
        assert standing.end()
    assert heard == ["writer: the disk went away"] * 2
    assert standing.falls == 2
    assert "writer fell" in caplog.text
    caplog.clear()


def test_waits_grow_up_to_the_longest() -> None:
    waits: list[float] = []

    class Ending(threading.Event):
        @override
        def wait(self, timeout: float | None = None) -> bool:
            waits.append(timeout or 0.0)
            if len(waits) == 5:
                self.set()
            return self.is_set()

    def work(ending: threading.Event) -> None:
        raise OSError("still away")

    standing = Standing("feeds", work, first_wait_s=1.0, longest_wait_s=5.0)
    standing._ending = Ending()
    logging.getLogger("kiosk.standing").disabled = True
    try:
        standing.start()
        standing._thread.join(5)
    finally:
        logging.getLogger("kiosk.standing").disabled = False
    assert waits == [1.0, 2.0, 4.0, 5.0, 5.0]


def test_ending_wakes_work_that_waits_for_something_else() -> None:
    something = threading.Condition()

    def work(ending: threading.Event) -> None:
        with something:
            something.wait_for(ending.is_set)

    def wake() -> None:
        with something:
            something.notify_all()

    standing = Standing("viewer", work, wake=wake)
    standing.start()
    assert standing.end(timeout_s=5.0)
