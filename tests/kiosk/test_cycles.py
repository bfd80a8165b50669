"""The search for dead cycles is held while a board starts, and then passes over what the start made."""

import gc
import subprocess
import sys
import weakref
from collections.abc import Iterator
from contextlib import suppress

import pytest

from kiosk.command import ToldError
from kiosk.cycles import resume_search, search_everything, search_held

STARTED = """
import gc
import sys
from importlib import import_module
from kiosk import command
import_module(sys.argv[1]).run = lambda options: gc.isenabled()
raise SystemExit(command.main(sys.argv[2:]))
"""


class Ring:
    """An object that holds itself."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def _put_back() -> Iterator[None]:
    """Leave the search as it was found."""
    yield
    gc.unfreeze()
    gc.enable()


@pytest.mark.usefixtures("_put_back")
def test_what_is_made_during_a_start_is_never_searched_again() -> None:
    gc.collect()
    with search_held():
        during = weakref.ref(Ring())
        resume_search()
        after = weakref.ref(Ring())
        gc.collect()
        assert during() is not None
        assert after() is None
        assert gc.isenabled()


def test_a_start_that_comes_to_nothing_leaves_the_search_as_it_was() -> None:
    with suppress(ToldError), search_held():
        assert not gc.isenabled()
        raise ToldError("there is no such plant")
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0


@pytest.mark.usefixtures("_put_back")
def test_a_search_that_was_not_held_goes_on_as_it_is() -> None:
    before = gc.get_freeze_count()
    resume_search()
    assert gc.get_freeze_count() == before


@pytest.mark.usefixtures("_put_back")
def test_what_many_searches_passed_over_is_found_by_one_of_everything() -> None:
    ring = Ring()
    gone = weakref.ref(ring)
    gc.collect()  # which leaves it to searches of everything
    del ring
    gc.collect(1)
    assert gone() is not None
    search_everything()
    assert gone() is None


@pytest.mark.usefixtures("_put_back")
def test_little_that_was_made_is_not_worth_a_search_and_a_start_is_not_disturbed() -> None:
    gc.collect()
    gone = weakref.ref(Ring())
    search_everything()
    assert gone() is not None
    with search_held():
        made = [Ring() for _ in range(2_000)]
        del made
        search_everything()
        assert gone() is not None


def test_the_command_that_opens_the_board_holds_it() -> None:
    assert _searches("kiosk.commands.run", []) == 0, "the search went on during the start"


def test_other_commands_go_on_searching() -> None:
    assert _searches("kiosk.commands.verify", ["verify"]) == 1


def _searches(module: str, words: list[str]) -> int:
    """Return 1 where a command searches as it begins, 0 where not."""
    return subprocess.run([sys.executable, "-c", STARTED, module, *words], check=False).returncode
