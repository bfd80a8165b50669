"""The sources at the command line: in words, as JSON and as a picture, with what is wrong and without any secret."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from tests.board.plant.written import text
from tests.end2end.command import run

CANARY = "kanari-vogel-78"
SOURCES = """
[[source]]
id = "log"
kind = "csv"
path = "drop/*.csv"
node = "line-1"
start = "Start"
end = "Start"
measure = [{ id = "good", value = { column = "Good" } }]

[[source]]
id = "erp"
kind = "http"
url = "http://127.0.0.1:9/counts"
auth = { bearer = { env = "ERP_TOKEN" } }
rows = "$.rows[*]"
node = "line-1"
time = "at"
measure = [{ id = "scrap", value = { column = "scrap" } }]
"""


@pytest.fixture
def plant(tmp_path: Path) -> Path:
    """Return a plant with a source that gives two counts, and one that nobody answers."""
    folder = tmp_path / "plant"
    (folder / "drop").mkdir(parents=True)
    (folder / "plant.toml").write_text(text(SOURCES), encoding="utf-8")
    now = datetime.now(UTC)
    rows = (f"{now - timedelta(hours=hours):%Y-%m-%d %H:%M:%S},{good}\n" for hours, good in ((30, 41), (29, 43)))
    (folder / "drop" / "a.csv").write_text("Start,Good\n" + "".join(rows), encoding="utf-8")
    return folder


def test_it_is_told_in_words_and_for_programs(plant: Path, tmp_path: Path) -> None:
    words = run("show", "sources", "--plant", str(plant), home=tmp_path, ERP_TOKEN=CANARY)
    assert words.returncode == 0, words.stderr
    head, _, log, erp, said, _ = words.stdout.splitlines()
    assert head.endswith(": 2 of 2 need a look")
    assert erp.split()[:3] == ["!", "erp", "http"]
    assert log.split()[:5] == ["x", "log", "csv", "43", "parts"]
    assert said.startswith("erp: fails: ")

    told = run("show", "sources", "--json", "--plant", str(plant), home=tmp_path, ERP_TOKEN=CANARY)
    rows = {row["id"]: row for row in json.loads(told.stdout)["rows"]}
    assert (rows["log"]["last"]["value"], rows["log"]["rows_today"]) == (43, 2)
    assert rows["erp"]["last"] is None
    assert rows["erp"]["outage"]["sentence"]
    assert CANARY not in words.stdout + words.stderr + told.stdout + told.stderr


def test_it_is_rendered_too(plant: Path, tmp_path: Path) -> None:
    out = tmp_path / "sources.png"
    done = run("render", str(out), "--page", "sources", "--size", "640x360", "--plant", str(plant), home=tmp_path,
               ERP_TOKEN=CANARY)  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert QImage(str(out)).width() == 640
