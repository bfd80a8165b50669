"""Fail a test on a log line of WARNING or above that nobody expected.

A test that means a line to appear says so: `expect_log("disk is nearly full")` (a regular expression, which must then
appear), or it asks for `caplog` and looks at the log itself.
"""

import logging
import re
from collections.abc import Callable, Generator

import pytest
from typing_extensions import override

ExpectLog = Callable[[str], None]

_EXPECTED = pytest.StashKey[list[str]]()


class _Ear(logging.Handler):
    """Remember every line of WARNING or above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    @override
    def emit(self, record: logging.LogRecord) -> None:
        text = f"{record.levelname} {record.name}: {record.getMessage()}"
        if record.exc_info:
            text += "\n" + (record.exc_text or logging.Formatter().formatException(record.exc_info))
        self.lines.append(text)


@pytest.fixture
def expect_log(request: pytest.FixtureRequest) -> ExpectLog:
    """Return a function that names a log line (a regular expression) which this test causes on purpose."""
    patterns: list[str] = request.node.stash.setdefault(_EXPECTED, [])
    return patterns.append


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    """Listen while the test runs, and judge what was heard once it has passed."""
    ear = _Ear()
    root = logging.getLogger()
    root.addHandler(ear)
    try:
        outcome = yield
    finally:
        root.removeHandler(ear)
    if "caplog" not in getattr(item, "fixturenames", ()):
        _judge(ear.lines, item.stash.get(_EXPECTED, []))
    return outcome


def _judge(lines: list[str], patterns: list[str]) -> None:
    """Fail on the first line that no pattern meets and on the first pattern that no line met."""
    unexpected = [line for line in lines if not any(re.search(pattern, line) for pattern in patterns)]
    if unexpected:
        pytest.fail("the log holds a line that nobody expected:\n" + "\n".join(unexpected[:3]), pytrace=False)
    unmet = [pattern for pattern in patterns if not any(re.search(pattern, line) for line in lines)]
    if unmet:
        pytest.fail(f"the log holds no line that meets {unmet[0]!r}", pytrace=False)
