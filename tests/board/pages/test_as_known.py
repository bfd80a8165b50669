"""The board as it was known then: no plan and no end of an order that was told only later."""

from fractions import Fraction
from pathlib import Path

from board.kpi.reading import Batch
from board.plant.plant import PlannedRun, RunKind, SourceSpec
from tests.board.pages.desk import Desk, desk, one_line, utc

SOURCES = (
    SourceSpec(id="machine", kind="csv", settings={}),
    SourceSpec(id="erp", kind="http", settings={"run": {}}),
)


def told_at_ten(found: Desk) -> None:
    """At ten the schedule says that the whole shift is an order of 150 at 50 an hour; at twelve the log is late."""
    run = PlannedRun(
        node="line",
        start=utc(6),
        end=utc(14),
        kind=RunKind.PRODUCTION,
        order="A",
        quantity=150,
        rate=Fraction(50),
        origin="erp",
    )
    found.store.take(Batch(source="erp", readings=(), runs=(run,), watermark="1", seen_at=utc(10)), utc(10))
    found.made(utc(6, 30), 100, order="A")
    found.made(utc(7, 30), 60, order="A", received=utc(12))


def test_a_plan_that_came_later_was_not_known_then(store_path: Path) -> None:
    with desk(store_path, one_line(sources=SOURCES)) as found:
        told_at_ten(found)
        then = found.board(utc(13), known_at=utc(9))
        assert (then.plan_source, then.intervals[0].plan) == ("plant", 200)
        today = found.board(utc(13))
        assert (today.plan_source, today.intervals[0].plan) == ("erp", 100)


def test_an_order_that_ended_by_a_late_row_had_not_ended_then(store_path: Path) -> None:
    with desk(store_path, one_line(sources=SOURCES)) as found:
        told_at_ten(found)
        orders = [
            [figure.until for figure in found.board(utc(13), known_at=known).oee if figure.plan == "order"]
            for known in (utc(11), None)
        ]
        assert orders == [[], [utc(7, 30)]]
