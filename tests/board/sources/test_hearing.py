"""One look at a source that tells by itself lasts until nothing new comes, and has an end in any case."""

import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest

from board.kpi.reading import Batch, Complaint
from board.sources.contract import SourceError
from board.sources.ear import Ear
from board.sources.hearing import overhear

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
PATIENCE_S = 30.0


class Teller:
    """A source that does as the test says."""

    pushes = True

    def __init__(self, tells: Callable[[Ear], None]) -> None:
        self.listen_to = tells

    def check(self, now: datetime) -> tuple[Complaint, ...]:
        del now
        return ()

    def read(self, watermark: str | None, now: datetime) -> Iterator[Batch]:
        return overhear(self, "it", watermark, now)

    def listen(self, watermark: str | None, ear: Ear) -> None:
        del watermark
        self.listen_to(ear)


def news(name: str) -> Batch:
    return Batch(source="it", readings=(), watermark=name, seen_at=NOW)


def heard(tells: Callable[[Ear], None], **spell: float) -> list[str]:
    """Return what is heard of a source in one look."""
    return [batch.watermark for batch in overhear(Teller(tells), "it", None, NOW, **spell)][:-1]


def tells_late(ear: Ear) -> None:
    """Say at first only that it is there, and something after a while; then nothing, for as long as anybody listens."""
    for _ in range(3):
        ear.alive()
        ear.wait(0.3)
    ear.hear(news("late"))
    ear.wait(PATIENCE_S)


def test_the_first_is_waited_for_longer_than_what_follows() -> None:
    began_s = time.monotonic()
    assert heard(tells_late, silence_s=PATIENCE_S, quiet_s=0.2) == ["late"], "a sign of life is no news"
    assert time.monotonic() - began_s < PATIENCE_S / 2, "and then it was quiet"


def test_where_nothing_comes_at_all_it_ends() -> None:
    def silent(ear: Ear) -> None:
        while True:
            ear.alive()
            ear.wait(0.1)

    assert heard(silent, silence_s=0.5) == []


def test_a_source_that_never_falls_silent_is_left_after_a_while() -> None:
    def chatter(ear: Ear) -> None:
        while True:
            ear.hear(news("more"))
            ear.wait(0.05)

    began_s = time.monotonic()
    assert len(heard(chatter, silence_s=PATIENCE_S, quiet_s=PATIENCE_S, most_s=1.0)) > 1
    assert 1.0 <= time.monotonic() - began_s < PATIENCE_S / 2


def test_what_comes_every_second_or_so_is_heard_by_itself() -> None:
    def seldom(ear: Ear) -> None:
        ear.hear(news("one"))
        ear.wait(1.2)
        ear.hear(news("two"))
        ear.wait(PATIENCE_S)

    assert heard(seldom) == ["one", "two"]


def test_a_source_that_fails_is_told_after_what_it_said() -> None:
    def fails(ear: Ear) -> None:
        ear.hear(news("one"))
        raise SourceError("the broker has gone")

    found = overhear(Teller(fails), "it", None, NOW)
    assert next(found).watermark == "one"
    with pytest.raises(SourceError, match="has gone"):
        next(found)
