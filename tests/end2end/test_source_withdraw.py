"""A source was renamed: check says that it counts twice, and what it told is taken back."""

from datetime import UTC, datetime, timedelta
from fractions import Fraction
from pathlib import Path

from board.kpi.reading import Batch, Reading
from board.store.database import Store
from board.store.rescue import Lock
from tests.board.plant.written import text
from tests.end2end.command import run

NOW = datetime.now(UTC).replace(minute=0, second=0, microsecond=0)
SOURCE = """
[[source]]
id = "parts-new"
kind = "csv"
path = "*.csv"
node = "line-1"
time = "Time"
measure = [{ id = "good" }]
"""


def told(source: str) -> Batch:
    """Return four hours of parts."""
    starts = [NOW - timedelta(hours=hour) for hour in (1, 2, 3, 4)]
    readings = [
        Reading(node="line-1", measure="good", start=start, end=start, value=Fraction(1), source=source, key=str(start))
        for start in starts
    ]
    return Batch(source=source, readings=tuple(readings), watermark="far", seen_at=NOW)


def test_what_a_source_told_under_its_old_name_is_taken_back(tmp_path: Path) -> None:
    plant, database = tmp_path / "plant", tmp_path / "board.db"
    plant.mkdir()
    (plant / "plant.toml").write_text(text() + SOURCE, encoding="utf-8")
    (plant / "a.csv").write_text(f"Time\n{NOW:%Y-%m-%d %H:%M}\n", encoding="utf-8")
    store = Store.open(database, station="s", zone="Etc/UTC", now=NOW)
    store.take(told("parts"), NOW)
    store.take(told("parts-new"), NOW)
    store.close()
    where = ("--plant", str(plant), "--database", str(database))
    said = "what source parts told is still counted beside what parts-new tells"
    assert said in run("check", *where, home=tmp_path).stdout
    strange = run("source", "withdraw", "partz", *where, home=tmp_path)
    assert strange.returncode == 1
    assert "nothing of a source 'partz'; it has parts, parts-new" in strange.stderr
    lock = Lock(database)
    assert "Another board already writes to" in run("source", "withdraw", "parts", *where, home=tmp_path).stderr
    lock.release()
    assert run("source", "withdraw", "parts", *where, home=tmp_path).stdout.startswith(
        "took back 4 readings of parts\n"
    )
    assert said not in run("check", *where, home=tmp_path).stdout
    since = ("--since", f"{NOW - timedelta(days=2):%Y-%m-%d}")
    again = run("source", "withdraw", "parts-new", *since, *where, home=tmp_path)
    assert again.stdout.startswith("took back 4 readings of parts-new; it is read from the start again\n")
    assert run("verify", *where, home=tmp_path).returncode == 0
