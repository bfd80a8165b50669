"""Everything behind the glass together: damaged and full disks, sources that fail and mend, plants that change."""

import threading
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import apsw
import pytest

from board.journal.adjustment import Adjusted
from board.journal.identity import new_id
from board.journal.intention import ChangePerson, ChangeReason, Undo
from board.kpi.reading import Batch
from board.plant.history import PlantHistory
from board.plant.problem import PlantError
from board.sources.wire import decode_batch
from board.store.database import Changed, Store
from board.store.reader import Reader
from board.store.refused import Cause, Refused
from board.store.room import Room
from board.views.frame import Notice
from board.views.sicb import Sicb
from kiosk.standing import Standing
from tests.helpers.logfail import ExpectLog
from tests.kiosk.wiring.house import PLANT, House, house


def a_day_of_work(found: House) -> None:
    """Let the board live once: a file read, a tap kept."""
    found.drop(40)
    found.open()
    found.wait_for(lambda: found.made() == 40)
    tapped = found.tap()
    found.wait_for(lambda: tapped in found.kept)


def page_of(database: Path, name: str) -> int:
    """Return where in a database's file the first page of a table or an index lies."""
    connection = apsw.Connection(str(database))
    page: Any = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (name,)).get
    connection.close()
    return (int(page) - 1) * 4096


@pytest.mark.parametrize("unread", ["", "run_place_of"], ids=["the head", "what no page reads"])
def test_a_damaged_database_is_kept_aside_and_the_board_is_up_with_what_sources_still_hold(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, unread: str
) -> None:
    with house(tmp_path) as found:
        a_day_of_work(found)
    first = page_of(found.database, unread) if unread else 0
    torn = bytearray(found.database.read_bytes())
    torn[first : first + 4096] = b"torn" * 1024
    found.database.write_bytes(torn)
    with house(tmp_path) as again:
        again.open(with_rest=False)
        if first:  # the view thread can read the damaged file, and does so before the writer has looked at it
            again.wait_for(lambda: again.view is not None)
        again.parts.start_rest()
        again.wait_for(lambda: again.made() == 40 and "database" in again.notices)
        assert again.notices["database"].notice is Notice.DATABASE_REPLACED
        aside = Path(again.notices["database"].detail)
        assert aside.read_bytes() == bytes(torn)
        tapped = again.tap()
        again.wait_for(lambda: tapped in again.kept)
        again.drop(2, second=1)
        again.wait_for(lambda: again.made() == 42)  # the view thread reads the new file, not the one moved aside
    reader = Reader.open(again.database)
    assert [entry.id for entry in reader.entries()] == [tapped]
    assert len(reader.plant_versions()) == 1
    reader.close()


def test_on_a_full_disk_taps_look_refused_and_it_goes_on_by_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    with house(tmp_path) as found:
        a_day_of_work(found)
        monkeypatch.setattr(Room, "free_bytes", lambda room: 0)
        found.drop(2, second=1)
        full = found.tap()
        found.wait_for(lambda: full in [tapped for tapped, _ in found.refused])
        found.wait_for(lambda: "disk" in found.notices)
        assert found.notices["disk"].notice is Notice.DISK_REFUSES
        assert full not in found.kept
        assert found.made() == 40
        monkeypatch.undo()
        found.wait_for(lambda: "disk" not in found.notices and found.made() == 42)
        after = found.tap()
        found.wait_for(lambda: after in found.kept)
    reader = Reader.open(found.database)
    assert full not in [entry.id for entry in reader.entries()]
    reader.close()


def test_a_board_that_starts_where_nothing_can_be_written_refuses_and_comes_up_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, expect_log: ExpectLog
) -> None:
    expect_log("the database cannot be opened")
    with house(tmp_path) as found:
        a_day_of_work(found)

    def read_only(*_: object, **__: object) -> Store:
        raise Refused(Cause.READ_ONLY, "The disk can only be read.")

    with house(tmp_path) as again:
        monkeypatch.setattr("board.store.database.Store.open", read_only)
        again.open()
        again.wait_for(lambda: again.made() == 40)  # what is on disk is shown
        tapped = again.tap()
        again.wait_for(lambda: (tapped, "The disk can only be read.") in again.refused and "disk" in again.notices)
        monkeypatch.undo()
        again.wait_for(lambda: "disk" not in again.notices)
        tapped = again.tap()
        again.wait_for(lambda: tapped in again.kept)


def test_a_failing_source_is_told_of_until_a_mended_plant_reads_it(tmp_path: Path, expect_log: ExpectLog) -> None:
    expect_log("source log fails")
    with house(tmp_path, plant=PLANT.replace("drop/*.csv", "gone/*.csv")) as found:
        found.open()
        found.wait_for(lambda: "source log" in found.notices)
        found.drop(40)
        found.write_plant(PLANT)
        found.wait_for(lambda: found.made() == 40)
        assert found.notices == {}


def test_a_failing_source_is_told_of_until_the_plant_has_it_no_more(tmp_path: Path, expect_log: ExpectLog) -> None:
    expect_log("source log fails")
    with house(tmp_path, plant=PLANT.replace("drop/*.csv", "gone/*.csv")) as found:
        found.open()
        found.wait_for(lambda: "source log" in found.notices)
        found.drop(40)
        found.write_plant(PLANT.replace('id = "log"', 'id = "other"'))
        found.wait_for(lambda: found.made() == 40)
        assert found.notices == {}


def test_a_changed_plant_is_in_force_at_once_and_on_record(tmp_path: Path) -> None:
    with house(tmp_path) as found:
        a_day_of_work(found)
        found.write_plant(PLANT.replace("Small Works", "Large Works"))
        found.wait_for(lambda: found.view is not None and found.view.path.site == "Large Works")
        found.wait_for(lambda: [plant.site.name for plant in found.plants] == ["Large Works"])
    reader = Reader.open(found.database)
    assert len(reader.plant_versions()) == 2
    reader.close()


def test_a_bad_edit_is_told_of_and_the_last_good_plant_stays(tmp_path: Path, expect_log: ExpectLog) -> None:
    expect_log("the plant folder is not accepted")
    with house(tmp_path) as found:
        a_day_of_work(found)
        found.write_plant(PLANT.replace('interval = "4h"', 'interval = "soon"'))
        found.wait_for(lambda: "plant" in found.notices)
        assert "soon" in found.notices["plant"].detail
        assert found.made() == 40
    with house(tmp_path, plant=PLANT.replace('interval = "4h"', 'interval = "soon"')) as again:
        again.open()  # started over the bad folder: the stored plant is in force, and the wall says why
        again.wait_for(lambda: again.made() == 40 and "plant" in again.notices)
        again.write_plant(PLANT)
        again.wait_for(lambda: "plant" not in again.notices)


def test_touches_that_never_reached_the_disk_are_told_of_at_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    fell = threading.Event()

    def fall(*_: object) -> None:
        fell.set()
        raise RuntimeError("pulled the plug")

    with house(tmp_path) as found:
        a_day_of_work(found)
        assert "not on disk" not in caplog.text
        monkeypatch.setattr(Store, "keep", fall)
        found.tap()
        assert fell.wait(20)
    assert "1 touches were not on disk when the board ended" in caplog.text


def test_what_is_started_after_the_end_does_not_start(tmp_path: Path) -> None:
    found = House(tmp_path)
    found.parts.read_plant()
    found.parts._writer_first = False
    found.parts.end()
    found.parts.start_rest()
    assert found.parts.feeds_process_id is None
    assert not found.database.exists()


def test_a_change_made_on_the_wall_is_in_force_at_once_after_a_restart_and_until_it_is_taken_back(
    tmp_path: Path,
) -> None:
    def names(found: House) -> list[str]:
        return [person.name for person in found.plants[-1].people] if found.plants else []

    with house(tmp_path) as found:
        a_day_of_work(found)
        added = ChangePerson(id=new_id(datetime.now(UTC)), node="works", person="t-baker", name="T. Baker")
        found.parts.keep(added)
        found.wait_for(lambda: "T. Baker" in names(found))
    with house(tmp_path) as again:
        again.open()
        assert "T. Baker" in [person.name for person in again.parts.history.latest.people]
        again.write_plant(PLANT.replace("Small Works", "Large Works"))  # a new folder keeps what the wall changed
        again.wait_for(lambda: bool(again.plants) and again.plants[-1].site.name == "Large Works")
        assert "T. Baker" in names(again)
        again.parts.keep(Undo(id=new_id(datetime.now(UTC)), node="works", subject=added.id))
        again.wait_for(lambda: "T. Baker" not in names(again))
    reader = Reader.open(again.database)
    assert [each.entry for each in reader.adjustments()] == [added.id]
    reader.close()


def test_a_reason_added_on_the_wall_is_offered_until_it_is_taken_back(tmp_path: Path) -> None:
    def tiles(found: House) -> list[str]:
        return [tile.name for tile in found.view.tiles] if isinstance(found.view, Sicb) else []

    with house(tmp_path) as found:
        a_day_of_work(found)
        added = ChangeReason(id=new_id(datetime.now(UTC)), node="line", code="glue", name="Glue", group="Glue")
        found.parts.keep(added)
        found.wait_for(lambda: "Glue" in tiles(found))
        found.parts.keep(Undo(id=new_id(datetime.now(UTC)), node="line", subject=added.id))
        found.wait_for(lambda: "Glue" not in tiles(found))


def test_a_folder_accepted_while_a_change_of_the_wall_is_laid_on_is_not_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The writer's thread lays the change on; before it says so, the plant's thread has taken a new folder."""
    with house(tmp_path) as found:
        a_day_of_work(found)
        keeper = found.parts._keeper
        lay_on = keeper.change

        def slowly(changes: tuple[Adjusted, ...]) -> PlantHistory | None:
            history = lay_on(changes)
            if changes:
                found.write_plant(PLANT.replace("Small Works", "Large Works"))
                found.wait_for(lambda: any(plant.site.name == "Large Works" for plant in found.plants))
            return history

        monkeypatch.setattr(keeper, "change", slowly)
        added = ChangePerson(id=new_id(datetime.now(UTC)), node="works", person="t-baker", name="T. Baker")
        found.parts.keep(added)
        tapped = found.tap()
        found.wait_for(lambda: tapped in found.kept)  # so the writer has done with the change
        viewer = found.parts._viewer
        assert viewer is not None
        assert viewer._history is keeper.history
        assert found.plants[-1].site.name == "Large Works"


def test_a_change_that_could_not_be_laid_on_is_once_the_writer_stands_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, expect_log: ExpectLog
) -> None:
    expect_log("writer fell")
    with house(tmp_path) as found:
        a_day_of_work(found)
        opened = Reader.open
        falls = [apsw.BusyError("the disk is slow")]

        def open_once_badly(path: Path) -> Reader:
            if falls:
                raise falls.pop()
            return opened(path)

        monkeypatch.setattr(Reader, "open", open_once_badly)
        added = ChangePerson(id=new_id(datetime.now(UTC)), node="works", person="t-baker", name="T. Baker")
        found.parts.keep(added)
        found.wait_for(lambda: any("T. Baker" in {one.name for one in plant.people} for plant in found.plants))


def test_the_database_of_another_works_is_refused_in_a_sentence(tmp_path: Path) -> None:
    with house(tmp_path) as found:
        a_day_of_work(found)
    with house(tmp_path, plant=PLANT.replace('id = "works"', 'id = "other-works"')) as other:
        with pytest.raises(PlantError) as refused:
            other.open()
        (problem,) = refused.value.problems
        assert '"other-works", while the database holds the days of "works"' in problem.sentence
    with house(tmp_path) as again:  # the control: with its own plant it opens
        again.open()
        again.wait_for(lambda: again.made() == 40)


def test_the_next_process_is_told_how_far_the_one_before_was_read_and_not_less(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A batch that waits for the disk belongs to a watermark that is not there yet: a counter would count it twice."""
    gate, taking = threading.Event(), threading.Event()
    gate.set()
    take = Store.take

    def held(store: Store, batch: Batch, now: datetime) -> tuple[Changed, ...]:
        taking.set()
        gate.wait(20)
        return take(store, batch, now)

    monkeypatch.setattr(Store, "take", held)
    with house(tmp_path) as found:
        a_day_of_work(found)
        back = found.parts._back
        assert back is not None
        gate.clear()
        taking.clear()
        now = datetime.now(UTC)
        back.writer.take(Batch(source="log", readings=(), watermark="behind it", seen_at=now), lambda: None)
        assert taking.wait(20)
        told: list[object] = []
        asking = threading.Thread(target=lambda: told.append(back._assignment({"log"})["watermarks"]))
        asking.start()
        asking.join(0.3)
        assert told == []
        gate.set()
        asking.join(20)
        assert told == [{"log": "behind it"}]


def test_readings_that_cannot_be_kept_are_put_aside_in_a_file_that_the_wall_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, expect_log: ExpectLog
) -> None:
    expect_log("writer fell")
    expect_log("put aside after 3 tries")
    monkeypatch.setattr(Standing, "STOOD_S", 0.0)
    take = Store.take

    def falls(store: Store, batch: Batch, now: datetime) -> tuple[Changed, ...]:
        if batch.watermark == "poison":
            raise RuntimeError("poison")
        return take(store, batch, now)

    monkeypatch.setattr(Store, "take", falls)
    poison = Batch(source="log", readings=(), watermark="poison", seen_at=datetime.now(UTC).replace(microsecond=0))
    with house(tmp_path) as found:
        a_day_of_work(found)
        back = found.parts._back
        assert back is not None
        assert "quarantine" not in found.notices
        back.writer.take(poison, lambda: None)
        found.wait_for(lambda: "quarantine" in found.notices)
        aside = tmp_path / "board.put-aside.jsonl"
        assert str(aside) in found.notices["quarantine"].detail
        assert decode_batch(aside.read_bytes()) == poison
        found.drop(2, second=1)
        found.wait_for(lambda: found.made() == 42)
    with house(tmp_path) as again:
        again.open()
        again.wait_for(lambda: "quarantine" in again.notices)
    aside.unlink()
    with house(tmp_path) as seen_to:
        seen_to.open()
        seen_to.wait_for(lambda: seen_to.made() == 42)
        assert "quarantine" not in seen_to.notices


def test_a_second_source_that_counts_the_same_is_said_on_the_wall_until_the_plant_is_mended(tmp_path: Path) -> None:
    second = PLANT[PLANT.index("[[source]]") :].replace('id = "log"', 'id = "mes"').replace("drop/", "other/")
    by_row = second.replace('node = "line"', 'node = { column = "Machine" }')
    with house(tmp_path, plant=PLANT + by_row) as found:
        other = found.plant / "other"
        other.mkdir()
        found.drop(40)
        found.open()
        found.wait_for(lambda: found.made() == 40)
        assert "second source" not in found.notices, "it may tell of another line"
        (other / "1.csv").write_text(f"Start,Good,Machine\n{datetime.now(UTC):%Y-%m-%d} 00:00:01,2,line\n", "utf-8")
        found.wait_for(lambda: "second source" in found.notices)
        assert found.notices["second source"].detail.startswith("line: good is counted by log and by mes")
        found.write_plant(PLANT)
        found.wait_for(lambda: "second source" not in found.notices)
        found.write_plant(PLANT + second)
        found.wait_for(lambda: "second source" in found.notices)
        found.write_plant(PLANT.replace('interval = "4h"', 'interval = "4h"\ncounted_by_hand = true'))
        found.wait_for(lambda: "by_hand" in found.notices["second source"].detail)
