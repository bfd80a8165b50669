"""What falls in the feeds process is said without its secrets, whoever says it."""

import io
import logging
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr

import pytest

from board.sources import hide
from board.sources.last_words import LONGEST, LastWords

SECRET = "correct horse battery"


@pytest.fixture(autouse=True)
def one_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hide, "_secrets", {})
    hide.hide(SECRET)


@contextmanager
def said() -> Iterator[io.StringIO]:
    """Give what is said on standard error meanwhile."""
    stream = io.StringIO()
    with redirect_stderr(LastWords(stream)):
        yield stream


def fall() -> None:
    raise ValueError(f"no login with {SECRET}")


def test_a_library_that_logs_and_a_thread_that_falls_spill_nothing() -> None:
    record = logging.LogRecord("paho", logging.WARNING, "x", 1, "refused: %s", (SECRET,), None)
    assert logging.lastResort is not None
    with said() as stream:
        try:
            fall()
        except ValueError as error:
            sys.__excepthook__(type(error), error, error.__traceback__)
        logging.lastResort.handle(record)
    assert "no login with (hidden)" in stream.getvalue()
    assert "refused: (hidden)" in stream.getvalue()
    assert SECRET not in stream.getvalue()


def test_parts_of_a_line_are_one_and_lines_of_threads_do_not_mix() -> None:
    with said() as stream:
        sys.stderr.write(SECRET[:7])
        beside = threading.Thread(target=lambda: print("a whole line", file=sys.stderr))
        beside.start()
        beside.join()
        print(SECRET[7:], "and more", file=sys.stderr)
    assert stream.getvalue() == "a whole line\n(hidden) and more\n"


def test_a_line_without_end_is_not_kept() -> None:
    with said() as stream:
        sys.stderr.write("x" * (LONGEST + 1))
    assert len(stream.getvalue()) == LONGEST + 1
