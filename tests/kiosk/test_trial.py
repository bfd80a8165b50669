"""One look at a source, whatever that source is: it may raise, hang, spill secrets, or simply tell."""

import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from typing import ClassVar

import pytest

from board.kpi.reading import Batch, Complaint, Reading
from board.plant.plant import SourceSpec
from board.sources.contract import KINDS, SourceContext
from board.sources.hide import hide
from kiosk.commands.trial import MOST_COMPLAINTS, ROWS_KEPT, Trial, try_source

CANARY = "kanari-vogel-88"
NOW = datetime.now(UTC)


@pytest.fixture(autouse=True)
def _now(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let it be now when a test begins, not when its file was read."""
    monkeypatch.setattr(sys.modules[__name__], "NOW", datetime.now(UTC))


class Stub:
    """A source of another package that does as the test says."""

    said: ClassVar[tuple[Complaint, ...]] = ()
    batches: ClassVar[tuple[Batch, ...]] = ()
    error: ClassVar[Exception | None] = None
    hangs: ClassVar[threading.Event | None] = None

    def __init__(self, spec: SourceSpec, context: SourceContext) -> None:
        del spec, context

    def check(self, now: datetime) -> tuple[Complaint, ...]:
        del now
        return self.said

    def read(self, watermark: str | None, now: datetime) -> Iterator[Batch]:
        del watermark, now
        yield from self.batches
        if self.hangs is not None:
            self.hangs.wait(30)
        if self.error is not None:
            raise self.error


def reading(minutes_ago: float, value: int | None = 1, measure: str = "good") -> Reading:
    at = NOW - timedelta(minutes=minutes_ago)
    exact = None if value is None else Fraction(value)
    return Reading(
        node="line-1", measure=measure, start=at, end=at, value=exact, source="x", key=f"{at} {measure}", product=CANARY
    )


def batch(*readings: Reading, said: tuple[str, ...] = ()) -> Batch:
    complaints = tuple(Complaint(source="x", where=CANARY, said=each) for each in said)
    return Batch(source="x", readings=readings, watermark="", seen_at=NOW, complaints=complaints)


def look(monkeypatch: pytest.MonkeyPatch, *, longest_wait_s: float = 20.0, **does: object) -> Trial:
    """Return what one look at a source that does so gives."""
    hide(CANARY)
    monkeypatch.setattr("board.sources.contract.KINDS", {**KINDS, "stub": f"{__name__}:Stub"})
    for name, value in does.items():
        monkeypatch.setattr(Stub, name, value)
    spec = SourceSpec(id="x", kind="stub", settings={})
    return try_source(spec, SourceContext(timezone="UTC"), longest_wait_s=longest_wait_s)


def test_the_newest_value_its_age_and_the_first_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    newest = [reading(5, None), reading(5, 3, "scrap")]
    trial = look(monkeypatch, batches=(batch(reading(7), *newest), batch(reading(9))))
    assert trial.newest is not None
    assert (trial.newest.measure, trial.newest.value) == ("good", None), "of a row with several the first, if missing"
    assert trial.age is not None
    assert 299 < trial.age.total_seconds() < 400
    assert trial.cells == {("line-1", "good"), ("line-1", "scrap")}
    many = look(monkeypatch, batches=(batch(*(reading(n) for n in range(8))),) * 3)
    assert (many.readings, len(many.first)) == (24, ROWS_KEPT)


def test_nothing_that_it_says_or_raises_holds_a_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    said = (Complaint(source="x", where=CANARY, said=CANARY),)
    trial = look(monkeypatch, said=said, batches=(batch(reading(1), said=(CANARY,)),), error=ValueError(CANARY))
    assert "failed in a way nobody foresaw (ValueError" in trial.complaints[-1]
    assert CANARY not in str(trial.complaints) + str(trial.first) + str(trial.newest)


def test_many_complaints_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    trial = look(monkeypatch, batches=(batch(said=tuple(f"fault {n}" for n in range(20))),))
    assert len(trial.complaints) == MOST_COMPLAINTS + 1
    assert trial.complaints[-1] == "x: and 12 more"


def test_one_that_hangs_is_left_behind_and_said_so(monkeypatch: pytest.MonkeyPatch) -> None:
    let_go = threading.Event()
    try:
        trial = look(monkeypatch, longest_wait_s=0.2, hangs=let_go)
        assert trial.complaints == ("x: says nothing for 0 s",)
        assert not trial.answered
    finally:
        let_go.set()
