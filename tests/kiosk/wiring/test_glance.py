"""One look without a window: at the board's database where there is one, else at the sources."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from board.kpi.reading import Batch
from board.plant.problem import PlantError
from board.plant.span import Span
from kiosk.commands.common import demo_folder
from kiosk.wiring.glance import glance
from tests.kiosk.wiring.house import PLANT, House, house


def counted(folder: Path, database: Path, at: datetime | None = None) -> list[int]:
    """Return what a look finds of the line, today."""
    today = datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    with glance(folder, database, at=at) as found:
        readings = found.reader.readings("line", Span(today, today + timedelta(hours=1)))
        return [int(reading.value) for reading in readings if reading.value is not None]


def test_without_a_database_the_sources_are_read_into_one_that_passes(tmp_path: Path) -> None:
    found = House(tmp_path)
    found.drop(40)
    heard: list[Batch] = []
    with glance(found.plant, found.database, at=None, heard=heard.append) as look:
        assert look.complaints == ()
        passing = look.reader._path
        assert passing.exists()
    assert counted(found.plant, found.database) == [40]
    assert sum(len(batch.readings) for batch in heard) == 1
    assert not passing.exists()
    assert not found.database.exists()


def test_with_a_database_nothing_but_that_is_read(tmp_path: Path) -> None:
    with house(tmp_path) as found:
        found.drop(40)
        found.open()
        found.wait_for(lambda: found.made() == 40)
    found.drop(2, second=1)
    assert counted(found.plant, found.database) == [40]


def test_a_source_that_fails_is_told_and_the_look_goes_on(tmp_path: Path) -> None:
    found = House(tmp_path, plant=PLANT.replace("drop/*.csv", "gone/*.csv"))
    with glance(found.plant, found.database, at=None) as look:
        assert [complaint.source for complaint in look.complaints] == ["log"]


def test_a_plant_with_problems_is_no_plant(tmp_path: Path) -> None:
    found = House(tmp_path, plant="[site]")
    with pytest.raises(PlantError), glance(found.plant, found.database, at=None):
        pass


def test_a_changed_folder_judges_from_now_on_only(tmp_path: Path) -> None:
    with house(tmp_path) as found:
        found.open()
        found.wait_for(lambda: found.view is not None)
    found.write_plant(PLANT.replace("Small Works", "Large Works"))
    with glance(found.plant, found.database, at=None) as look:
        assert look.history.latest.site.name == "Large Works"
        assert look.history.at(datetime.now(UTC) - timedelta(seconds=60)).site.name == "Small Works"


def test_the_demo_lives_at_the_moment_asked_for_even_where_a_board_runs(tmp_path: Path) -> None:
    (tmp_path / "demo.db").touch()
    at = datetime(2026, 11, 20, 11, 42, tzinfo=UTC)
    with glance(demo_folder(), tmp_path / "demo.db", at=at, page="sicb", node="line-3") as look:
        readings = look.reader.readings("line-3", Span(at - timedelta(minutes=5), at))
        assert readings
        assert look.reader._path != tmp_path / "demo.db"


def test_a_page_that_shows_little_does_not_wait_for_all_that_a_demo_could_invent(tmp_path: Path) -> None:
    at = datetime(2026, 11, 20, 11, 42, tzinfo=UTC)
    earliest = {}
    for page in ("sicb", "sqcdp"):
        with glance(demo_folder(), tmp_path / "none.db", at=at, page=page, node="packing") as look:
            earliest[page] = look.reader.readings("multipack", Span(at - timedelta(days=400), at))[0].start
            assert look.reader.began("shrink-wrap") is not None
            assert look.reader.began("line-3") is None
    assert earliest["sicb"] == datetime(2026, 11, 19, 14, tzinfo=UTC)
    assert earliest["sqcdp"].date() < datetime(2026, 10, 3, tzinfo=UTC).date()
