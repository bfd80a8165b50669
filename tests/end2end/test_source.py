"""A source is connected in a minute: looked at, mapped, shown as the board understands it, written into the plant."""

import json
import os
import pty
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from board.plant.load import load_plant
from tests.board.plant.written import text
from tests.board.sources.server import Asked, Reply, Server, as_json
from tests.board.sources.workbook import xlsx
from tests.end2end.command import COMMAND, environment, run

DAY = datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=None) - timedelta(days=2)
CANARY = "kanari-vogel-77"
REMARK = "# ask Jo before you touch this\n"
SECOND = '\n[[line]]\nid = "line-2"\narea = "hall"\nname = "Press"\nrate = 60\n'


@pytest.fixture
def plant(tmp_path: Path) -> Path:
    """Return a folder with a plant of two lines in it."""
    folder = tmp_path / "plant"
    folder.mkdir()
    (folder / "plant.toml").write_text(REMARK + text(SECOND), encoding="utf-8")
    return folder


def hours(count: int = 3) -> list[tuple[str, str, str, int, int]]:
    """Return rows of a machine: from, to, machine, good, scrap."""
    spans = [(DAY + timedelta(hours=n), DAY + timedelta(hours=n + 1)) for n in range(6, 6 + count)]
    return [(f"{a:%Y-%m-%d %H:%M}", f"{b:%Y-%m-%d %H:%M}", "M1", 100 + a.hour, 3) for a, b in spans]


def add(plant: Path, *words: str, home: Path, **variables: str) -> "subprocess.CompletedProcess[str]":
    """Add a source without a person."""
    return run("source", "add", "--plant", str(plant), *words, "--yes", home=home, **variables)


def written(plant: Path) -> dict[str, object]:
    """Return the settings of the only source of a plant."""
    (source,) = load_plant(plant).sources
    return dict(source.settings)


MEASURES = [{"id": "good", "value": {"column": "OK"}}, {"id": "scrap", "value": {"column": "NG"}}]


def test_a_folder_of_csv_files(plant: Path, tmp_path: Path) -> None:
    (plant / "drop").mkdir()
    rows = "\n".join(";".join(map(str, row)) for row in hours())
    (plant / "drop" / "a.csv").write_text(f"From;To;Machine;OK;NG\n{rows}\n")
    told = add(
        plant, "--kind", "csv", "--set", "path=drop/*.csv", "--word", "node:M1=line-2", "--id", "p", home=tmp_path
    )
    assert told.returncode == 0, told.stderr
    shown = [line.split() for line in told.stdout.splitlines()]
    day = f"{DAY:%Y-%m-%d}"
    assert ["line-2", "good", day, "06:00:00", "07:00:00", "106"] in shown
    assert ["line-2", "scrap", day, "08:00:00", "09:00:00", "3"] in shown
    node = {"column": "Machine", "map": {"M1": "line-2"}}
    assert written(plant) == {"path": "drop/*.csv", "node": node, "start": "From", "end": "To", "measure": MEASURES}
    assert (plant / "plant.toml").read_text().startswith(REMARK + text(SECOND).rstrip())
    assert run("check", "--plant", str(plant), home=tmp_path).returncode == 0


def test_a_schedule_is_shown_as_it_is_planned_and_tried_by_check(plant: Path, tmp_path: Path) -> None:
    at = DAY + timedelta(days=10)
    (plant / "plan.csv").write_text(f"Line,From,Job,Pieces\nline-1,{at:%Y-%m-%d} 06:00,A1,500\n")
    words = ["--id", "plan", "--kind", "csv", "--set", "path=plan.csv", "--map", "time=From", "--map", "order=Job"]
    told = add(plant, *words, "--map", "key=Job", "--map", "run.quantity=Pieces", home=tmp_path)
    assert told.returncode == 0, told.stdout + told.stderr
    assert "What is planned" in told.stdout
    assert f"{at:%Y-%m-%d} 06:00:00  open" in told.stdout
    assert written(plant)["run"] == {"quantity": {"column": "Pieces"}}
    checked = run("check", "--plant", str(plant), home=tmp_path)
    assert "1 planned runs" in checked.stdout
    assert "plan:" not in checked.stdout


def test_a_workbook(plant: Path, tmp_path: Path) -> None:
    rows = [(DAY + timedelta(hours=n), 1, 50 + n) for n in range(6, 9)]
    book = xlsx({"Counts": [("Zeit", "Nr", "Gutteile"), *rows]})
    (plant / "counts.xlsx").write_bytes(book)
    os.utime(plant / "counts.xlsx", (0, 0))
    words = ("--kind", "excel", "--set", "path=counts.xlsx", "--map", "node=line-1", "--map", "start=Zeit")
    told = add(plant, *words, "--map", "length=1 h", "--map", "good=Gutteile", home=tmp_path)
    assert told.returncode == 0, told.stderr + told.stdout
    assert "56" in told.stdout
    assert written(plant)["length"] == "1 h"


@pytest.fixture
def server() -> Iterator[Server]:
    """Return a server that wants a token, and repeats it where it can."""

    def answer(asked: Asked) -> Reply:
        if asked.headers.get("Authorization") != f"Bearer {CANARY}":
            return Reply(status=401)
        rows = [
            {"id": n, "machine": {"id": "M1", "note": CANARY}, "from": f"{a}:00Z", "to": f"{b}:00Z", "ok": good}
            for n, (a, b, _, good, _) in enumerate(hours())
        ]
        return as_json({"meta": 1, "data": rows})

    found = Server(answer)
    yield found
    found.stop()


def test_a_server_whose_token_stands_in_the_environment(server: Server, plant: Path, tmp_path: Path) -> None:
    words = ("--kind", "http", "--set", f"url={server.url}", "--set", "auth=MES_TOKEN", "--map", "node=line-1")
    mapped = ("--map", "start=from", "--map", "end=to", "--map", "good=ok", "--map", "product=machine.note")
    more = ("--map", "key=id", "--stale-after", "10 min")
    told = add(plant, *words, *mapped, *more, home=tmp_path, MES_TOKEN=CANARY)
    assert told.returncode == 0, told.stderr
    assert CANARY not in told.stdout + told.stderr
    found = written(plant)
    assert found["auth"] == {"bearer": {"env": "MES_TOKEN"}}
    assert (found["rows"], found["key"]) == ("$.data[*]", "id")
    assert load_plant(plant).sources[0].stale_after == timedelta(minutes=10)
    assert CANARY not in (plant / "plant.toml").read_text()


def test_a_server_that_is_not_there_is_said_plainly(server: Server, plant: Path, tmp_path: Path) -> None:
    before = (plant / "plant.toml").read_bytes()
    url = server.url
    server.stop()
    words = ("--kind", "http", "--set", f"url={url}", "--map", "node=line-1", "--map", "time=at", "--map", "good=")
    told = add(plant, *words, home=tmp_path)
    assert told.returncode == 1
    assert "http cannot be reached: " in told.stderr
    assert "Traceback" not in told.stderr
    assert (plant / "plant.toml").read_bytes() == before
    untried = add(plant, *words, "--untried", home=tmp_path)
    assert untried.returncode == 0, untried.stderr
    assert written(plant)["measure"] == [{"id": "good"}]


def test_a_database(plant: Path, tmp_path: Path) -> None:
    connection = sqlite3.connect(plant / "ledger.db")
    connection.execute("CREATE TABLE hours (started TEXT, ended TEXT, machine TEXT, ok INTEGER, ng INTEGER)")
    connection.executemany("INSERT INTO hours VALUES (?, ?, ?, ?, ?)", hours())
    connection.commit()
    connection.close()
    query = "SELECT started, ended, machine, ok, ng FROM hours"
    words = ("--kind", "sql", "--set", "url=sqlite:///ledger.db", "--set", f"query={query}", "--map", "key=started")
    told = add(plant, *words, "--word", "node:M1=line-1", home=tmp_path)
    assert told.returncode == 0, told.stderr
    assert "106" in told.stdout
    assert written(plant)["query"] == query


def test_a_program_that_prints_readings_needs_no_mapping(plant: Path, tmp_path: Path) -> None:
    reading = {"node": "line-1", "measure": "good", "start": DAY.isoformat() + "Z", "value": 7}
    (plant / "scale.py").write_text(f"print('''{json.dumps(reading)}''', flush=True)\n")
    program = json.dumps([sys.executable, "scale.py"])
    told = add(plant, "--kind", "command", "--set", f"command={program}", home=tmp_path)
    assert told.returncode == 0, told.stderr
    assert written(plant) == {"command": [sys.executable, "scale.py"]}
    assert "7" in next(line for line in told.stdout.splitlines() if line.startswith("line-1")).split()


def test_a_second_count_of_the_same_line_is_not_written(plant: Path, tmp_path: Path) -> None:
    (plant / "a.csv").write_text("Time,OK\n" + "".join(f"{row[0]},{row[3]}\n" for row in hours()))
    words = ("--kind", "csv", "--set", "path=a.csv", "--map", "node=line-1", "--map", "good=OK", "--map", "time=Time")
    assert add(plant, *words, "--id", "press", home=tmp_path).returncode == 0
    told = add(plant, *words, "--id", "erp", home=tmp_path)
    assert told.returncode == 1
    assert "good is counted by press and by erp, so every part counts twice" in told.stderr
    assert [source.id for source in load_plant(plant).sources] == ["press"]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--kind", "csv"), "path, the files, with wild cards, such as \"drop/*.csv\": give it with --set path=…"),
        (("--kind", "fax"), "found 'fax', expected one of command, csv"),
        (("--kind", "csv", "--set", "path=*.csv"), "csv cannot be reached: no file matches"),
        (("--kind", "http", "--set", "url=https://board:kanari-vogel-77@mes/api"), "an address holds a password"),
        (("--kind", "http", "--set", "url=http://x/", "--set", f"auth={CANARY}"), "no environment variable of that"),
        (("--kind", "sql", "--set", f"password={CANARY}"), "no environment variable of that name"),
        (("--kind", "csv", "--map", "goods=x"), "nothing can be mapped to 'goods'"),
        (("--kind", "csv", "--word", "node:M1=line-9"), "the plant has no node 'line-9'; it has works, hall, line-1"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_said_and_nothing_is_written(
    plant: Path, tmp_path: Path, words: tuple[str, ...], sentence: str
) -> None:
    before = (plant / "plant.toml").read_bytes()
    told = add(plant, *words, home=tmp_path)
    assert told.returncode == 1
    assert sentence in told.stderr
    assert CANARY not in told.stdout + told.stderr
    assert "Traceback" not in told.stderr
    assert (plant / "plant.toml").read_bytes() == before


def test_a_person_is_asked_question_by_question(plant: Path, tmp_path: Path) -> None:
    (plant / "drop").mkdir()
    rows = "\n".join(";".join(map(str, row)) for row in hours())
    (plant / "drop" / "a.csv").write_text(f"From;To;Machine;OK;NG\n{rows}\n")
    mapping = ["", "line-2", "span", "", ""]  # node, what M1 is, how rows lie in time, start, end
    measures = ["4", ""]  # by number; as suggested; then no column is left to ask for
    answers = ["", "nowhere/*.csv", "path=drop/*.csv", "", *mapping, *measures, "", "press", "", "10 min", ""]
    told = typed(plant, tmp_path, *answers)
    assert told.returncode == 0, told.stdout + told.stderr
    assert "csv cannot be reached: the folder" in told.stdout
    (source,) = load_plant(plant).sources
    assert (source.id, source.stale_after) == ("press", timedelta(minutes=10))
    assert source.settings["node"] == {"column": "Machine", "map": {"M1": "line-2"}}
    assert source.settings["measure"] == MEASURES


def test_a_word_that_was_passed_over_is_mended_where_it_is_complained_of(plant: Path, tmp_path: Path) -> None:
    rows = "\n".join(";".join(map(str, row)) for row in hours())
    (plant / "a.csv").write_text(f"From;To;Machine;OK;NG\n{rows}\n")
    mapping = ["", "line-9", "-", "span", "", "", "", ""]  # M1 is no line that there is; then it is passed over
    answers = ["csv", "a.csv", *mapping, "node:M1=line-2", "", "", "", "", "", ""]
    told = typed(plant, tmp_path, *answers)
    assert told.returncode == 0, told.stdout + told.stderr
    assert "there is no 'line-9' among them" in told.stdout
    assert "say which line a word is with node:M1=line-1" in told.stdout
    assert written(plant)["node"] == {"column": "Machine", "map": {"M1": "line-2"}}


def test_a_workbook_that_was_just_written_is_said_to_be_left_for_a_minute(plant: Path, tmp_path: Path) -> None:
    (plant / "now.xlsx").write_bytes(xlsx({"Counts": [("Zeit", "Gutteile"), (DAY, 1)]}))
    told = add(plant, "--kind", "excel", "--set", "path=now.xlsx", "--map", "node=line-1", home=tmp_path)
    assert told.returncode == 1
    assert "a workbook is read a minute after it was last written" in told.stderr


def test_a_person_who_leaves_has_changed_nothing(plant: Path, tmp_path: Path) -> None:
    before = (plant / "plant.toml").read_bytes()
    told = typed(plant, tmp_path, "csv", "nowhere/*.csv", "q")
    assert told.returncode == 1
    assert "ended; nothing was written" in told.stderr
    assert (plant / "plant.toml").read_bytes() == before


def typed(plant: Path, home: Path, *answers: str) -> "subprocess.CompletedProcess[str]":
    """Add a source as a person does who types these answers at a terminal."""
    ours, theirs = pty.openpty()
    try:
        os.write(ours, "".join(f"{answer}\n" for answer in answers).encode() + b"\x04")
        command = [str(COMMAND), "source", "add", "--plant", str(plant)]
        return subprocess.run(
            command, stdin=theirs, capture_output=True, text=True, env=environment(home), timeout=60, check=False
        )
    finally:
        os.close(ours)
        os.close(theirs)


def test_without_a_person_and_without_answers_it_does_not_wait(plant: Path, tmp_path: Path) -> None:
    told = run("source", "add", "--plant", str(plant), home=tmp_path)
    assert told.returncode == 1
    assert "nobody to ask" in told.stderr


def test_kinds_are_listed_and_told(tmp_path: Path) -> None:
    listed = run("source", "kinds", home=tmp_path)
    assert [line.split()[0] for line in listed.stdout.splitlines()][1:4] == ["command", "csv", "demo"]
    told = run("source", "kinds", "csv", home=tmp_path)
    assert "delimiter" in told.stdout
