"""What check says of each source: how long it took, its newest value, how old that is, and who counts twice."""

import json
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.board.plant.written import text
from tests.board.sources.server import Asked, Reply, Server, as_json
from tests.board.sources.workbook import xlsx
from tests.end2end.command import run

CANARY = "kanari-vogel-77"
NOW = datetime.now(UTC).replace(microsecond=0)


@pytest.fixture(autouse=True)
def _now(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let it be now when a test begins, not when its file was read."""
    monkeypatch.setattr(sys.modules[__name__], "NOW", datetime.now(UTC).replace(microsecond=0))


SECOND = '\n[[line]]\nid = "line-2"\narea = "hall"\nname = "Press"\nrate = 60\n'
CSV = """
[[source]]
id = "{id}"
kind = "csv"
path = "{id}.csv"
node = {node}
time = "Time"
measure = [{{ id = "good", value = {{ column = "OK" }} }}]
"""
HTTP = """
[[source]]
id = "mes"
kind = "http"
url = "{url}"
auth = {{ bearer = {{ env = "MES_TOKEN" }} }}
node = "line-2"
time = "at"
measure = [{{ id = "good", value = {{ column = "ok" }} }}]
"""


def plant(folder: Path, *sources: str, **files: str) -> Path:
    """Return a folder with a plant of two lines, its sources and the files that they read."""
    (folder / "plant.toml").write_text(text(SECOND, *sources), encoding="utf-8")
    for name, content in files.items():
        (folder / f"{name}.csv").write_text(content)
    return folder


def rows(*values: object, line: str = "line-1", minutes_ago: int = 10) -> str:
    """Return a file of counts, the newest so many minutes old."""
    lines = [
        f"{NOW - timedelta(minutes=minutes_ago + n):%Y-%m-%dT%H:%M:%SZ},{line},{value}"
        for n, value in enumerate(values)
    ]
    return "Time,Machine,OK\n" + "\n".join(lines) + "\n"


def test_each_source_has_a_line_with_its_newest_value_and_its_age(tmp_path: Path) -> None:
    counts = CSV.format(id="press", node='"line-1"')
    folder = plant(tmp_path, counts, CSV.format(id="none", node='"line-2"'), press=rows(7, 5))
    told = run("check", "--plant", str(folder), home=tmp_path)
    lines = {line.split()[0]: line.split() for line in told.stdout.splitlines()}
    assert lines["source"] == ["source", "kind", "took", "readings", "newest", "age", "value"]
    assert lines["press"][1:2] + lines["press"][4:5] == ["csv", "2"]
    assert lines["press"][-5:] == ["min", "good", "7", "on", "line-1"]
    assert lines["press"][-6] in {"10", "11"}
    assert lines["none"][4:6] == ["0", "none"]
    assert "none.csv cannot be read" in told.stdout
    assert told.returncode == 1


def test_why_a_source_that_answers_told_nothing_is_said_and_is_nothing_to_mend(tmp_path: Path) -> None:
    book = f'\n[[source]]\nid = "book"\nkind = "excel"\npath = "{tmp_path}/*.xlsx"\nnode = "line-2"\nday = "Day"\n'
    folder = plant(
        tmp_path,
        CSV.format(id="press", node='"line-1"'),
        book + 'measure = [{ id = "good", value = { column = "OK" } }]\n',
        press=rows(7),
    )
    (tmp_path / "now.xlsx").write_bytes(xlsx({"Counts": [("Day", "OK"), ("2026-03-02", 7)]}))
    told = run("check", "--plant", str(folder), home=tmp_path)
    assert "book: it answers. It told nothing at this look; a workbook is read a minute after" in told.stdout
    assert "press: it answers" not in told.stdout
    assert told.returncode == 0, told.stdout


def test_programs_read_the_same_as_json(tmp_path: Path) -> None:
    folder = plant(tmp_path, CSV.format(id="press", node='"line-1"'), press=rows(7, 5))
    told = run("check", "--plant", str(folder), "--json", home=tmp_path)
    found = json.loads(told.stdout)
    (source,) = found["sources"]
    assert (source["id"], source["readings"], source["complaints"]) == ("press", 2, [])
    assert source["newest"] == {"node": "line-1", "measure": "good", "value": "7", "unit": ""}
    assert 600 <= source["age_s"] < 700
    assert source["newest_at"] == (NOW - timedelta(minutes=10)).isoformat()
    assert (found["well"], found["complaints"], told.returncode) == (True, [], 0)


@pytest.mark.parametrize(
    "second", ['"line-1"', '{ column = "Machine", map = { M1 = "line-1" } }', '{ column = "Machine" }']
)
def test_a_second_counting_source_of_a_line_is_an_error(tmp_path: Path, second: str) -> None:
    sources = (CSV.format(id="press", node='"line-1"'), CSV.format(id="erp", node=second))
    told = run("check", "--plant", str(plant(tmp_path, *sources, press=rows(7), erp=rows(7))), home=tmp_path)
    assert told.returncode == 1
    assert "line-1: good is counted by press and by erp, so every part counts twice" in told.stdout


def test_two_sources_of_two_lines_are_none(tmp_path: Path) -> None:
    sources = (CSV.format(id="press", node='"line-1"'), CSV.format(id="erp", node='{ column = "Machine" }'))
    folder = plant(tmp_path, *sources, press=rows(7), erp=rows(7, line="line-2"))
    told = run("check", "--plant", str(folder), home=tmp_path)
    assert (told.returncode, "twice" in told.stdout) == (0, False)


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\0" + b"\xff" * 4080, b"no database at all" * 99])
def test_a_database_that_holds_no_board_is_said_and_nothing_else_is_the_worse_for_it(
    tmp_path: Path, content: bytes
) -> None:
    folder = plant(tmp_path, CSV.format(id="press", node='"line-1"'), press=rows(7))
    (tmp_path / "board.db").write_bytes(content)
    told = run("check", "--plant", str(folder), "--database", str(tmp_path / "board.db"), home=tmp_path)
    assert told.stderr == ""
    assert [line.split()[:2] for line in told.stdout.splitlines() if line.startswith("press")] == [["press", "csv"]]
    assert f"{tmp_path / 'board.db'} cannot be read" in told.stdout
    assert told.returncode == 1
    assert (tmp_path / "board.db").read_bytes() == content, "check changes nothing"


@pytest.fixture
def server() -> Iterator[Server]:
    """Return a server that repeats the token it was shown wherever it can."""

    def answer(asked: Asked) -> Reply:
        spilt = asked.headers.get("Authorization", "")
        return as_json([{"at": spilt, "ok": spilt}, {"at": NOW.isoformat(), "ok": spilt}, {spilt: spilt}])

    found = Server(answer)
    yield found
    found.stop()


@pytest.mark.parametrize("more", [(), ("--json",)])
def test_no_secret_is_printed_whoever_repeats_it(server: Server, tmp_path: Path, more: tuple[str, ...]) -> None:
    folder = plant(tmp_path, HTTP.format(url=server.url))
    told = run("check", "--plant", str(folder), *more, home=tmp_path, MES_TOKEN=CANARY)
    assert server.asked[0].headers["Authorization"] == f"Bearer {CANARY}"
    assert "(hidden)" in told.stdout
    assert CANARY not in told.stdout + told.stderr
