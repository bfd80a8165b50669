"""What a schedule says is the plan on the wall, also when it changes its mind; and what cannot be planned is said."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from board.pages.sicb import SicbPages
from board.plant.history import PlantHistory
from board.sources.mapping import read_mapping
from board.sources.setting import Settings
from board.views.sicb import Sicb
from tests.board.sources.drop import context
from tests.board.sources.fresh import Wall, wall
from tests.board.sources.server import as_json, serving

NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
SETTINGS = """
url = "{url}"
key = "order"
node = "line-1"
start = "from"
end = "to"
order = {{ column = "order" }}
run = {{ rate = {{ column = "rate" }}, kind = {{ column = "status" }} }}
"""


def job(order: str, begins: int, ends: int, *, rate: int, status: str = "production") -> dict[str, object]:
    """Return an order as an ERP lists it, of today's hours."""
    day = NOW.replace(hour=0)
    return {
        "order": order,
        "from": (day + timedelta(hours=begins)).isoformat(),
        "to": (day + timedelta(hours=ends)).isoformat(),
        "rate": rate,
        "status": status,
    }


@contextmanager
def scheduled(folder: Path, jobs: list[dict[str, object]]) -> Iterator[Wall]:
    """Open a wall over an ERP; the standard of the line is 60 an hour, its shift lasts from 6 to 14."""
    with (
        serving(lambda _asked: as_json(jobs)) as server,
        wall(folder, "http", SETTINGS.format(url=server.url)) as board,
    ):
        board.now = NOW
        yield board


def board_of(found: Wall) -> Sicb:
    history = PlantHistory(((datetime(1970, 1, 1, tzinfo=UTC), found.plant),))
    return SicbPages(found.reader).line("line-1", history, now=found.now)


def plans(found: Wall) -> list[int | None]:
    """Return the plan of each interval as the wall has it: 6 to 8, 8 to 10, 10 to 12 and 12 to 14."""
    return [each.plan for each in board_of(found).intervals]


def test_the_plan_on_the_wall_follows_the_schedule_and_an_order_that_is_moved(tmp_path: Path) -> None:
    jobs = [job("A", 10, 12, rate=90)]
    with scheduled(tmp_path, jobs) as found:
        assert plans(found) == [120, 120, 120, 120], "the standard, as long as nobody has said more"
        found.look()
        assert plans(found) == [120, 120, 180, 120]
        assert board_of(found).plan_source == "it"
        jobs[0] = job("A", 12, 14, rate=90)
        found.look()
        assert plans(found) == [120, 120, 120, 180], "where it was it is planned no more"
        jobs.append(job("B", 10, 12, rate=30))
        found.look()
        assert plans(found) == [120, 120, 60, 180]
        jobs[0] = job("A", 12, 14, rate=90, status="cancelled")
        jobs[1] = job("B", 10, 11, rate=30, status="changeover")
        found.look()
        assert plans(found) == [120, 120, 60, 120], "an hour of changeover makes nothing, and A is off"
        assert found.look() == 0


def test_what_a_schedule_says_makes_no_count_fresh_and_no_zero(tmp_path: Path) -> None:
    with scheduled(tmp_path, [job("A", 6, 14, rate=90)]) as found:
        found.look()
        view = board_of(found)
        assert view.freshness.seen_at is None
        assert [each.actual for each in view.intervals[:2]] == [None, None]


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"run": 5}, "key run: found 5, expected a table such as"),
        ({"run": {"kind": "party"}}, "found 'party', expected one of production, changeover, cancelled"),
        ({"run": {"quantity": {"column": "q", "scale": 0}}}, "key scale: found 0, expected another number than 0"),
        ({"run": {"colour": "red"}}, "key colour: is not known"),
        ({"run": {}, "measure": {"id": "good"}}, "take a [[source]] of its own for each"),
        ({"run": {}, "state": {"column": "s", "packml": True}}, "take a [[source]] of its own for each"),
        ({}, "key measure: found nothing, expected at least one table"),
    ],
)
def test_settings_that_cannot_be_used_are_named(settings: dict[str, object], said: str) -> None:
    given = Settings({"node": "line-1", "time": "at", **settings}, where="source plan")
    read_mapping(given, context(), remembers=True)
    assert any(said in problem for problem in given.problems), given.problems


def test_what_a_source_planned_that_the_plant_has_no_more_is_off_from_then_on(tmp_path: Path) -> None:
    with scheduled(tmp_path, [job("A", 6, 14, rate=90)]) as found:
        found.look()
        other = replace(found.plant.sources[0], id="other")
        without = replace(found.plant, sources=(other,))
        long_ago = datetime(1970, 1, 1, tzinfo=UTC)
        history = PlantHistory(((long_ago, found.plant), (NOW.replace(hour=8, minute=30), without)))
        view = SicbPages(found.reader).line("line-1", history, now=NOW)
        assert [each.plan for each in view.intervals] == [180, 120, 120, 120], "the interval that was over keeps it"
