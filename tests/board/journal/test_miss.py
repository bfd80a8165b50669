"""What stands after a sequence of entries."""

from datetime import UTC, datetime, timedelta

from board.journal.entry import Entry, drafted
from board.journal.identity import new_id
from board.journal.intention import DetailMiss, Intention, LogMiss, ReviewInterval, Undo
from board.journal.miss import replay
from board.plant.span import Span

NOW = datetime(2026, 3, 2, 8, tzinfo=UTC)
INTERVAL = Span(NOW - timedelta(hours=2), NOW)


def entries(*intentions: Intention) -> list[Entry]:
    made = []
    for number, intention in enumerate(intentions, start=1):
        draft = drafted(intention)
        made.append(
            Entry(
                id=draft.id,
                number=number,
                station="s",
                epoch="e",
                node=draft.node,
                kind=draft.kind,
                subject=draft.subject,
                actor=draft.actor,
                clock=number,
                wall=NOW + timedelta(seconds=number),
                zone="Europe/London",
                offset_s=0,
                payload=draft.payload,
                stored=draft.stored,
                previous=b"",
                hash=b"",
            )
        )
    return made


def a_miss(quantity: int = 10) -> LogMiss:
    return LogMiss(id=new_id(NOW), node="line", interval=INTERVAL, reason="filler", quantity=quantity)


def test_details_fill_what_they_name_and_leave_the_rest() -> None:
    logged = a_miss(10)
    more = DetailMiss(id=new_id(NOW), node="line", subject=logged.id, minutes=12, comment="cap stuck", actor="p1")
    less = DetailMiss(id=new_id(NOW), node="line", subject=logged.id, quantity=4, actor="p2")
    (found,), _ = replay(entries(logged, more, less))
    assert (found.quantity, found.minutes, found.comment, found.actor) == (4, 12, "cap stuck", "p1")
    assert found.at == NOW + timedelta(seconds=1)


def test_an_undone_miss_and_an_undone_stamp_are_gone() -> None:
    first, second = a_miss(), a_miss()
    stamp = ReviewInterval(id=new_id(NOW), node="line", interval=INTERVAL)
    undos = [Undo(id=new_id(NOW), node="line", subject=subject) for subject in (first.id, stamp.id)]
    misses, stamps = replay(entries(first, second, stamp, *undos))
    assert [miss.id for miss in misses] == [second.id]
    assert stamps == ()
