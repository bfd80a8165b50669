"""What a source that tells by itself speaks into: order, joining, waiting, ending."""

import threading
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from fractions import Fraction

import pytest

from board.kpi.reading import Batch, Complaint, Reading
from board.sources.ear import MOST_MARKS, MOST_WAITING, READINGS_A_BATCH, Ear, EarClosed

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)


def said(watermark: str, readings: int = 1, **more: object) -> Batch:
    """Return a batch with so many readings."""
    each = tuple(
        Reading(
            node="line-1", measure="good", start=NOW, end=NOW, value=Fraction(1), source="x", key=f"{watermark}.{key}"
        )
        for key in range(readings)
    )
    return Batch(source="x", readings=each, watermark=watermark, seen_at=NOW, **more)  # type: ignore[arg-type]


def ear() -> Ear:
    return Ear(lambda: NOW)


def test_what_waits_is_joined_in_order_and_keeps_the_last_watermark() -> None:
    heard, told = ear(), []
    for number in range(3):
        heard.hear(said(str(number)), stored=lambda number=number: told.append(number))  # type: ignore[misc]
    complaint = Complaint(source="x", where="line 4", said="no")
    heard.hear(said("3", 0, complaints=(complaint,), complete_through=NOW))
    found = heard.take(0)
    assert found is not None
    assert found.batch is not None
    assert [reading.key for reading in found.batch.readings] == ["0.0", "1.0", "2.0"]
    assert (found.batch.watermark, found.batch.complaints) == ("3", (complaint,))
    assert found.batch.complete_through == NOW
    for tell in found.stored:
        tell()
    assert told == [0, 1, 2]
    assert heard.take(0) is None


def test_what_is_mended_behind_a_complaint_is_not_joined_to_it() -> None:
    heard, wrong = ear(), Complaint(source="x", where="line 4", said="no")
    heard.hear(said("0", mended=("line 3",)))
    heard.hear(said("1", complaints=(wrong,)))
    heard.hear(said("2"))
    heard.hear(said("3", mended=("line 4",)))
    heard.hear(said("4", complaints=(wrong,)))
    found = [taken.batch for _ in range(2) if (taken := heard.take(0)) is not None and taken.batch is not None]
    assert [(batch.watermark, batch.mended, batch.complaints) for batch in found] == [
        ("2", ("line 3",), (wrong,)),
        ("4", ("line 4",), (wrong,)),
    ], "within one batch what is wrong is heard behind what is mended"
    assert heard.take(0) is None


def test_a_node_is_gone_where_nothing_came_of_it_behind_that() -> None:
    for first, then, gone in ((0, 1, ()), (1, 0, ("line-1",)), (1, 1, ())):
        heard = ear()
        heard.hear(said("0", first, gone=() if first else ("line-1",)))
        heard.hear(said("1", then, gone=("line-1",) if not then else ()))
        found = heard.take(0)
        assert found is not None
        assert found.batch is not None
        assert found.batch.gone == gone


def test_a_joined_batch_is_never_larger_than_one_may_be() -> None:
    heard = ear()
    for number in range(5):
        heard.hear(said(str(number), 150))
    sizes = []
    while (found := heard.take(0)) is not None:
        assert found.batch is not None
        sizes.append(len(found.batch.readings))
    assert sizes == [150] * 5
    assert sizes[0] <= READINGS_A_BATCH


def test_a_source_waits_while_much_is_waiting_and_nothing_is_lost() -> None:
    heard, spoken = ear(), threading.Event()

    def speak() -> None:
        for number in range(MOST_WAITING + 500):
            heard.hear(said(str(number)))
        spoken.set()

    speaker = threading.Thread(target=speak)
    speaker.start()
    assert not spoken.wait(0.3)
    keys = []
    while (found := heard.take(1)) is not None:
        assert found.batch is not None
        keys += [reading.key for reading in found.batch.readings]
    speaker.join()
    assert keys == [f"{number}.0" for number in range(MOST_WAITING + 500)]


def test_watermarks_that_hold_much_do_not_pile_up() -> None:
    """Each may hold hundreds of counters: while the store is busy they would take all memory."""
    heard = ear()
    large = "m" * (MOST_MARKS // 8)

    def speak() -> None:
        with suppress(EarClosed):
            for _ in range(100):
                heard.hear(replace(said("0"), watermark=large))

    speaker = threading.Thread(target=speak)
    speaker.start()
    speaker.join(0.3)
    assert speaker.is_alive()
    kept = len(heard._waiting)
    heard.close()
    speaker.join()
    assert kept == 8


def test_a_sign_of_life_is_told_once_and_only_where_there_is_nothing_new() -> None:
    heard = ear()
    heard.alive()
    heard.alive()
    found = heard.take(0)
    assert found is not None
    assert found.batch is None
    assert heard.take(0) is None
    heard.alive()
    heard.hear(said("1"))
    found = heard.take(0)
    assert found is not None
    assert found.batch is not None
    assert heard.take(0) is None


def test_closing_frees_a_source_that_speaks_one_that_pauses_and_what_it_waits_for() -> None:
    heard, freed, closed = ear(), [], []
    heard.when_closed(lambda: closed.append("early"))
    heard.hear(said("0", MOST_WAITING))

    def speak() -> None:
        with pytest.raises(EarClosed):
            heard.hear(said("1"))
        freed.append("speaker")

    def pause() -> None:
        with pytest.raises(EarClosed):
            heard.wait(60)
        freed.append("sleeper")

    threads = [threading.Thread(target=work) for work in (speak, pause)]
    for thread in threads:
        thread.start()
    heard.close()
    heard.close()
    for thread in threads:
        thread.join()
    heard.when_closed(lambda: closed.append("late"))
    assert sorted(freed) == ["sleeper", "speaker"]
    assert closed == ["early", "late"]
    found = heard.take(0)
    assert found is not None, "what was said before is still there"
    assert heard.take(5) is None
