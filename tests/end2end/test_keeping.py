"""What the command line keeps, copies, puts back, checks and hands to other programs."""

import csv
import io
import json
import signal
import time
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from pathlib import Path

import pytest

from board.journal.identity import new_id
from board.journal.intention import DetailMiss, LogMiss
from board.kpi.reading import Batch, Reading
from board.plant.span import Span
from board.store.database import Store
from board.store.reader import Reader
from tests.end2end.command import run, start
from tests.kiosk.wiring.house import PLANT, House

AT = datetime(2026, 11, 20, 8, tzinfo=UTC)


class Office:
    """A plant, and a database in which a board has worked."""

    def __init__(self, folder: Path) -> None:
        self.home = folder
        self.house = House(folder)
        self.database = folder / "board.db"
        self.options = ("--plant", str(self.house.plant), "--database", str(self.database))

    def work(self) -> None:
        """Keep a reading with hostile words, one that is no whole number, and a miss with a comment."""
        store = Store.open(self.database, station="office", zone="Etc/UTC", now=AT)
        common = {"node": "line", "start": AT, "end": AT, "source": "log"}
        hostile = Reading(measure="good", value=Fraction(5), key="=1+1", product="@SUM(A1)", **common)  # type: ignore[arg-type]
        third = Reading(measure="scrap", value=Fraction(1, 4), key="b", reason="-2+3", **common)  # type: ignore[arg-type]
        store.take(Batch(source="log", readings=(hostile, third), watermark="1", seen_at=AT), AT)
        miss = LogMiss(id=new_id(AT), node="line", interval=Span(AT, AT + timedelta(hours=4)), reason="jam", quantity=3)
        store.keep(miss, AT)
        store.keep(DetailMiss(id=new_id(AT), node="line", subject=miss.id, comment='=HYPERLINK("x")'), AT)
        store.close()

    def run(self, *words: str) -> str:
        """Run the command with this plant and database; return what it prints."""
        told = run(*words, *self.options, home=self.home)
        assert told.returncode == 0, told.stderr + told.stdout
        return told.stdout

    def entries(self, database: Path) -> int:
        reader = Reader.open(database)
        try:
            return len(list(reader.entries()))
        finally:
            reader.close()


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


def test_export_to_a_spreadsheet_neutralises_formulas(office: Office) -> None:
    office.work()
    rows = list(csv.DictReader(io.StringIO(office.run("export", "readings", "--from", "2026-11-19"))))
    assert [(row["measure"], row["value"]) for row in rows] == [("good", "5"), ("scrap", "0.25")]
    assert rows[0]["key"] == "'=1+1"
    assert rows[0]["product"] == "'@SUM(A1)"
    assert rows[1]["reason"] == "'-2+3"
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row.values())


def test_export_for_programs_leaves_words_as_they_are(office: Office) -> None:
    office.work()
    rows = json.loads(office.run("export", "readings", "--format", "json"))
    assert [(row["key"], row["value"]) for row in rows] == [("=1+1", 5), ("b", 0.25)]
    journal = json.loads(office.run("export", "journal", "--format", "json"))
    assert [row["kind"] for row in journal] == ["miss", "miss-detail"]
    assert json.loads(journal[1]["payload"])["comment"] == '=HYPERLINK("x")'


def test_an_export_of_nothing_still_names_its_columns(office: Office) -> None:
    office.work()
    head = office.run("export", "readings", "--to", "2026-11-19")
    assert head.startswith("node,measure,start,end,value")
    assert len(head.splitlines()) == 1


def test_export_to_a_file_that_cannot_be_written_says_so(office: Office) -> None:
    office.work()
    told = run("export", "journal", "--out", "/nowhere/at/all.csv", *office.options, home=office.home)
    assert told.returncode == 1
    assert "/nowhere/at/all.csv cannot be written" in told.stderr


def test_a_backup_is_restored_and_what_was_there_is_kept(office: Office) -> None:
    office.work()
    copy = office.home / "copy.db"
    assert "the copy opens and is sound" in office.run("backup", str(copy))
    office.work()
    assert office.entries(office.database) == 4
    assert "now holds what" in office.run("restore", str(copy))
    assert office.entries(office.database) == 2
    (aside,) = office.home.glob("board.replaced-*.db")
    assert office.entries(aside) == 4
    assert "sound" in office.run("verify")


def test_a_file_that_is_no_backup_is_not_restored(office: Office) -> None:
    office.work()
    wrong = office.home / "holiday.jpg"
    wrong.write_bytes(b"jpg " * 1000)
    told = run("restore", str(wrong), *office.options, home=office.home)
    assert told.returncode == 1
    assert "was not restored" in told.stderr
    assert "Traceback" not in told.stderr
    assert office.entries(office.database) == 2


def test_nothing_is_restored_under_a_board_that_runs(office: Office) -> None:
    office.work()
    copy = office.home / "copy.db"
    office.run("backup", str(copy))
    store = Store.open(office.database, station="office", zone="Etc/UTC", now=AT)
    try:
        told = run("restore", str(copy), *office.options, home=office.home)
    finally:
        store.close()
    assert told.returncode == 1
    assert "Another board already writes to" in told.stderr


def test_verify_finds_what_was_changed_behind_the_boards_back(office: Office) -> None:
    office.work()
    stored = office.database.read_bytes()
    assert stored.count(b"HYPERLINK") >= 1
    office.database.write_bytes(stored.replace(b"HYPERLINK", b"HYPERLUNK"))
    told = run("verify", *office.options, home=office.home)
    assert told.returncode == 1
    assert "Journal entry 2 is not as it was written." in told.stdout


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_collect_runs_until_it_is_asked_to_end_and_what_it_read_is_on_disk(
    office: Office, number: signal.Signals
) -> None:
    office.house.drop(40)
    collecting = start("collect", *office.options, home=office.home)
    assert collecting.stdout is not None
    try:
        assert collecting.stdout.readline().startswith("collecting into")
        until = time.monotonic() + 30
        while not (office.database.exists() and "40" in office.run("export", "readings")):
            assert time.monotonic() < until, "nothing was collected"
        collecting.send_signal(number)
        _, complaints = collecting.communicate(timeout=20)
    finally:
        collecting.kill()
    assert collecting.returncode == 0, complaints
    assert "sound" in office.run("verify")


def test_collect_prints_what_one_look_gives(office: Office) -> None:
    office.house.drop(40)
    lines = [json.loads(line) for line in office.run("collect", "--print").splitlines()]
    readings = [reading for line in lines for reading in line["readings"]]
    assert [(reading["node"], reading["measure"], reading["value"]) for reading in readings] == [("line", "good", 40)]
    office.house.write_plant(PLANT.replace("drop/*.csv", "gone/*.csv"))
    told = run("collect", "--print", *office.options, home=office.home)
    assert told.returncode == 1
    assert "log: the folder" in told.stderr
