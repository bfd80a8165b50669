"""What the processes say is kept for the page of sources, in the board's own time and never without end."""

from datetime import UTC, datetime, timedelta

from typing_extensions import override

from board.views.feeding import Fall, Feeding
from kiosk.clock import Clock
from kiosk.wiring.feed_book import MOST_OUTAGES, FeedBook

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


class Still(Clock):
    """Stands at noon, whatever the computer says."""

    @override
    def now(self) -> datetime:
        return NOON


class Told:
    """A book, and how often it said that something is new."""

    def __init__(self, shift: timedelta = timedelta()) -> None:
        self.news = 0
        self.book = FeedBook(Still(shift), self._changed)

    def _changed(self) -> None:
        self.news += 1


def test_an_outage_keeps_its_beginning_and_says_what_is_wrong_now() -> None:
    told = Told()
    told.book.fails("erp", "does not answer")
    told.book.tries("erp", "says 401", NOON + timedelta(seconds=30))
    outage = told.book.now().outages["erp"]
    assert (outage.since, outage.sentence, outage.next_try) == (NOON, "says 401", NOON + timedelta(seconds=30))
    told.book.well(["erp"])
    told.book.well(["erp"])
    assert told.book.now().outages == {}
    assert told.news == 3, "well again is news once"


def test_times_are_those_of_the_boards_clock() -> None:
    told = Told(timedelta(days=-2))
    told.book.tries("erp", "says 401", NOON)
    fell = Feeding(sources=("erp",), is_running=False, since=NOON, fall=Fall.ENDED, fell_at=NOON, next_try=NOON)
    told.book.feeding(fell)
    now = told.book.now()
    assert now.outages["erp"].next_try == NOON - timedelta(days=2)
    assert now.shift == timedelta(days=-2)
    (process,) = now.processes
    assert {process.since, process.fell_at, process.next_try} == {NOON - timedelta(days=2)}


def test_a_process_is_known_until_it_is_over_for_good() -> None:
    told = Told()
    runs = Feeding(sources=("erp", "log"), is_running=True, since=NOON)
    told.book.feeding(runs)
    assert told.book.now().of("log") == runs
    assert told.book.now().of("camera") is None
    told.book.feeding(Feeding(sources=("erp", "log"), is_running=False, since=NOON))
    assert told.book.now().processes == ()


def test_a_process_that_makes_up_names_fills_no_memory() -> None:
    told = Told()
    for number in range(MOST_OUTAGES + 50):
        told.book.fails(f"made-up-{number}", "fails")
    outages = told.book.now().outages
    assert len(outages) == MOST_OUTAGES
    assert f"made-up-{MOST_OUTAGES + 49}" in outages
