"""Taps and their answers: each finds its own, none is asked twice, none is dropped."""

from dataclasses import replace

from tests.widgets.shift import MISSED, NODE, RUNNING, all_explained, rows
from widgets.tap_book import Tap, TapBook, TapKind

CAPS = Tap(kind=TapKind.MISS, node=NODE, span=MISSED, reason="caps", quantity=57)
FILLER = replace(CAPS, reason="filler")
COUNT = Tap(kind=TapKind.COUNT, node=NODE, span=RUNNING, quantity=5)


def test_a_tap_goes_down_once() -> None:
    book = TapBook()
    assert [book.add(CAPS), book.add(CAPS)] == [True, False]
    assert book.misses(NODE, MISSED) == (CAPS,)


def test_an_answer_finds_its_own_tap_whatever_the_order() -> None:
    book = TapBook()
    for tap in (CAPS, COUNT):
        book.add(tap)
    assert book.confirm("entry-2", replace(COUNT, quantity=0)) == COUNT
    assert book.confirm("entry-1", replace(CAPS, quantity=0, reason="")) == CAPS
    assert book.confirm("entry-3", CAPS) is None


def test_a_second_reason_for_the_same_gap_waits_for_the_answer_to_the_first() -> None:
    book = TapBook()
    book.add(CAPS)
    assert not book.add(FILLER)
    assert book.misses(NODE, MISSED) == (CAPS, FILLER)
    assert book.next_miss(NODE, RUNNING) is None
    book.confirm("entry-1", CAPS)
    waiting = book.next_miss(NODE, MISSED)
    assert waiting == FILLER
    assert book.add(waiting)
    assert book.next_miss(NODE, MISSED) is None


def test_what_waits_behind_a_refused_reason_is_not_kept_either() -> None:
    book = TapBook()
    book.add(CAPS)
    book.add(FILLER)
    assert book.refuse(CAPS) == (CAPS, FILLER)
    assert book.misses(NODE, MISSED) == ()


def test_several_wait_in_their_order_and_can_be_dropped_together() -> None:
    book = TapBook()
    book.add(CAPS)
    others = [replace(CAPS, reason=reason) for reason in ("filler", "crew", "hold")]
    for tap in others:
        book.add(tap)
    book.confirm("entry-1", CAPS)
    first = book.next_miss(NODE, MISSED)
    assert first == others[0]
    assert book.add(first)
    assert book.drop_queued(NODE, MISSED) == tuple(others[1:])


def test_a_refusal_without_a_name_is_about_all_that_wait() -> None:
    book = TapBook()
    for tap in (CAPS, FILLER, COUNT):
        book.add(tap)
    assert set(book.refuse(None)) == {CAPS, COUNT, FILLER}
    assert book.misses(NODE, MISSED) == ()
    assert book.add(CAPS)


def test_a_refusal_with_a_name_is_about_that_one() -> None:
    book = TapBook()
    for tap in (CAPS, COUNT):
        book.add(tap)
    assert book.refuse(CAPS) == (CAPS,)
    assert book.pending(TapKind.COUNT, NODE) == (COUNT,)


def test_what_is_saved_is_ahead_until_the_view_has_it_or_it_is_taken_back() -> None:
    book, missed = TapBook(), rows()[1]
    book.add(CAPS)
    book.confirm("entry-caps", CAPS)
    assert book.ahead(NODE, missed) == (("entry-caps", CAPS),)
    assert book.ahead("line-4", missed) == ()
    book.confirm("entry-undo", Tap(kind=TapKind.UNDO, node=NODE, subject="entry-caps"))
    assert book.ahead(NODE, missed) == ()
    book.confirm("entry-caps", CAPS)
    book.see([all_explained()])
    assert book.ahead(NODE, missed) == ()


def test_it_does_not_grow() -> None:
    book = TapBook()
    for number in range(100):
        book.confirm(f"entry-{number}", CAPS)
    assert len(book.ahead(NODE, rows()[1])) == 16


def test_an_entry_is_taken_back_once_from_wherever_it_is_asked() -> None:
    book = TapBook()
    assert book.add(Tap(kind=TapKind.UNDO, node="line", subject="entry-1", name="Labeller", quantity=5))
    assert not book.add(Tap(kind=TapKind.UNDO, node="line", subject="entry-1"))
    assert book.add(Tap(kind=TapKind.UNDO, node="line", subject="entry-2"))
