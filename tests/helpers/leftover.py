"""Fail a test that leaves a thread or a Qt timer running, and name the line that started it.

What a fixture of a wider scope than one test starts is its own to end.
"""

import gc
import sys
import threading
import time
import traceback
from collections.abc import Generator
from weakref import WeakKeyDictionary, WeakSet

import pytest

GRACE_S = 2.0

_started_at: "WeakKeyDictionary[threading.Thread, str]" = WeakKeyDictionary()
_kept_by_fixture: "WeakSet[object]" = WeakSet()
_BEFORE = pytest.StashKey[set[object]]()
_true_start = threading.Thread.start


def _start(thread: threading.Thread) -> None:
    """Start the thread as ever, but remember from where."""
    caller = traceback.extract_stack(limit=2)[0]
    _started_at[thread] = f"{caller.filename}:{caller.lineno}"
    _true_start(thread)


def pytest_configure() -> None:
    """Note from now on where each thread is started."""
    threading.Thread.start = _start  # type: ignore[method-assign, assignment]  # only to look


def pytest_collection_finish() -> None:
    """Lay aside what is there before the first test, so that no search for timers passes it: it takes 0.08 s a time."""
    gc.collect()
    gc.freeze()


def pytest_unconfigure() -> None:
    """Stop noting."""
    threading.Thread.start = _true_start  # type: ignore[method-assign]  # as it was


def _threads() -> set[threading.Thread]:
    """Return the threads that Python started and that are alive."""
    return {each for each in threading.enumerate() if not isinstance(each, threading._DummyThread)}


def _qt_running() -> set[object]:
    """Return the active timers and running threads of Qt that Python holds."""
    core, shiboken = sys.modules.get("PySide6.QtCore"), sys.modules.get("shiboken6")
    if core is None or shiboken is None:
        return set()
    known = (core.QTimer, core.QThread)
    held = [each for each in gc.get_objects() if issubclass(type(each), known) and shiboken.isValid(each)]
    return {each for each in held if (each.isActive() if isinstance(each, core.QTimer) else each.isRunning())}


def _running(item: pytest.Item) -> set[object]:
    """Return what runs now; timers only where the test has to do with Qt, because the search takes time."""
    return _threads() | (_qt_running() if "qapp" in getattr(item, "fixturenames", ()) else set())


@pytest.hookimpl(wrapper=True)
def pytest_fixture_setup(fixturedef: pytest.FixtureDef[object]) -> Generator[None, object, object]:
    """Know what a fixture of wider scope started: it outlives the test rightly."""
    if fixturedef.scope == "function":
        return (yield)
    before = _threads() | _qt_running()
    try:
        return (yield)
    finally:
        for each in (_threads() | _qt_running()) - before:
            _kept_by_fixture.add(each)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Remember what ran before the test."""
    item.stash[_BEFORE] = _running(item)
    return (yield)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item) -> Generator[None, object, object]:
    """Look what the test left running once its fixtures are gone."""
    outcome = yield
    known = item.stash[_BEFORE]
    _join_those_leaving(known)
    left = [each for each in _running(item) - known if each not in _kept_by_fixture]
    if left:
        pytest.fail("the test left running: " + "; ".join(map(_told, left)), pytrace=False)
    return outcome


def _join_those_leaving(known: set[object]) -> None:
    """Give threads that are on their way out the grace to leave."""
    until_s = time.monotonic() + GRACE_S
    for each in _threads() - known:
        if each not in _kept_by_fixture:
            each.join(max(0.0, until_s - time.monotonic()))


def _told(left: object) -> str:
    """Return a thread with the line that started it, or a timer as Qt calls it."""
    if isinstance(left, threading.Thread):
        return f"thread {left.name!r}, started at {_started_at.get(left, 'a place unknown')}"
    return repr(left)
