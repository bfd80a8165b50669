"""The installed command, run as a person runs it."""

import json
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from pathlib import Path

import pytest

from board.journal.intention import ChangePerson, PlanRun
from board.plant.span import Span
from board.store.database import Store
from board.store.rescue import Lock
from tests.end2end.command import run
from tests.kiosk.wiring.house import PLANT

ROOT = Path(__file__).parents[2]
WORKCELL = ROOT / "assets" / "plants" / "workcell"
GARMENT = ROOT / "assets" / "plants" / "garment"
KPI = """
[[kpi]]
id = "made"
name = "Made"
unit = "parts"
formula = "good"
better = "higher"
"""


def shown(realdata: Path, home: Path, *words: str) -> dict[str, object]:
    told = run(
        "show", "sicb", "--plant", str(WORKCELL), *words, "--json", home=home, GEMBABOARD_REAL_DATA=str(realdata)
    )
    assert told.returncode == 0, told.stderr
    found = json.loads(told.stdout)
    assert isinstance(found, dict)
    return found


@pytest.mark.realdata
@pytest.mark.parametrize("at", ["2025-09-05T15:59", "2025-09-05T16:30"])
def test_first_shift_of_the_part_log(realdata: Path, tmp_path: Path, at: str) -> None:
    board = shown(realdata, tmp_path, "--shift", "1st", "--at", at)
    rows = board["intervals"]
    assert isinstance(rows, list)
    assert [row["good"] for row in rows] == [488, 461, 375, 466]
    assert [row["rejected"] for row in rows] == [35, 19, 22, 17]
    assert [row["cumulative_good"] for row in rows] == [488, 949, 1324, 1790]
    assert [row["plan_exact"] for row in rows] == [583.7838, 535.1351, 437.8378, 535.1351]
    assert [row["plan"] for row in rows] == [584, 535, 438, 535]
    assert [row["cumulative_plan_exact"] for row in rows] == [583.7838, 1118.9189, 1556.7568, 2091.8919]
    figures = board["oee"]
    assert isinstance(figures, list)
    shift = next(figure for figure in figures if figure["plan"] == "shift")
    assert (shift["quality_ratio"], shift["oee"], shift["planned_minutes"]) == (0.950611, 0.855685, 2580)
    phases = [row["mark"]["phase"] for row in rows]
    assert phases[-1] == ("open" if at.endswith("15:59") else "closed")


@pytest.mark.realdata
def test_second_shift_says_which_plan_its_oee_stands_on(realdata: Path, tmp_path: Path) -> None:
    board = shown(realdata, tmp_path, "--shift", "2nd", "--at", "2025-09-05T16:30")
    figures = board["oee"]
    assert isinstance(figures, list)
    told = {figure["plan"]: figure for figure in figures}
    assert told["shift"]["oee"] == 0.150581
    assert (told["order"]["oee"], told["order"]["order"]) == (0.841091, "order-1")
    assert told["order"]["until"].startswith("2025-09-05T17:16:59")


@pytest.mark.realdata
def test_letters_of_a_department_of_the_garment_factory(realdata: Path, tmp_path: Path) -> None:
    words = ("show", "sqcdp", "--plant", str(GARMENT), "--node", "sewing", "--at", "2015-01-31")
    told = run(*words, "--json", home=tmp_path, GEMBABOARD_REAL_DATA=str(realdata))
    assert told.returncode == 0, told.stderr
    board = json.loads(told.stdout)
    letter = board["letters"][0]
    assert (letter["code"], letter["kpi"], len(letter["days"])) == ("P", "productivity", 31)
    assert letter["days"][0] == {
        "day": "2015-01-01",
        "mark": {"phase": "closed", "judgement": "miss"},
        "value": 0.752703,
        "parts": [],
        "met": 9,
        "due": 12,
        "flag": False,
        "verified": False,
        "near_miss": False,
        "incomplete": False,
    }
    assert letter["days"][1]["mark"] == {"phase": "off", "judgement": None}
    assert letter["aim"]["rolled"] is True


def test_letters_in_words(tmp_path: Path) -> None:
    told = run("show", "sqcdp", "--node", "line-3", "--at", "2026-11-20T11:42", home=tmp_path)
    assert told.returncode == 0, told.stderr
    assert "Q  Quality: Scrap" in told.stdout
    assert "Traceback" not in told.stderr


@pytest.mark.realdata
def test_two_machines_that_share_a_time_are_two_parts(realdata: Path, tmp_path: Path) -> None:
    told = run("check", "--plant", str(WORKCELL), home=tmp_path, GEMBABOARD_REAL_DATA=str(realdata))
    assert told.returncode == 0, told.stdout
    assert "2104" in told.stdout
    assert "all is well" in told.stdout


def test_without_the_data_check_says_so_in_a_sentence(tmp_path: Path) -> None:
    told = run("check", "--plant", str(WORKCELL), home=tmp_path)
    assert told.returncode == 1
    assert "the environment variable GEMBABOARD_REAL_DATA is not set" in told.stdout
    assert "Traceback" not in told.stdout + told.stderr


def test_the_demo_plant_lives_at_any_moment(tmp_path: Path) -> None:
    told = run("show", "sicb", "--node", "line-3", "--at", "2026-11-20T11:42:36", "--json", home=tmp_path)
    assert told.returncode == 0, told.stderr
    board = json.loads(told.stdout)
    assert [row["good"] for row in board["intervals"][:2]] == [2342, 2032]
    assert board["total_plan"] == 8625
    assert board["recovery"]["best_rate"] == 1328


def test_a_plant_to_start_from_is_a_plant_without_problems(tmp_path: Path) -> None:
    folder = tmp_path / "our plant"
    assert run("init", str(folder), home=tmp_path).returncode == 0
    told = run("check", "--plant", str(folder), home=tmp_path)
    assert told.returncode == 0, told.stdout + told.stderr
    again = run("init", str(folder), home=tmp_path)
    assert again.returncode == 1
    assert "holds something already" in again.stderr


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["show", "sicb", "--node", "line-9"], "no line 'line-9'; the plant has line-1"),
        (["show", "sqcdp", "--node", "line-9"], "no line 'line-9'; the plant has line-1"),
        (["show", "bowling", "--node", "line-9"], "no line 'line-9'; the plant has line-1"),
        (["show", "letter", "--node", "line-3", "--letter", "Z"], "'Z'"),
        (["show", "letter", "--node", "line-3", "--day", "Friday"], "'Friday' is not a day; write it like 2026-11-18"),
        (["show", "sicb", "--at", "noon"], "'noon' is not a time; write it like 2026-11-20T10:00"),
        (["show", "sicb", "--node", "line-3", "--shift", "Dawn"], "there is no shift 'Dawn'"),
        (["verify"], "does not exist; it is made when the board runs for the first time"),
        (["show", "sicb", "--plant", "/nowhere"], "/nowhere"),
        (["render", "--shift", "Dawn", "out.png"], "there is no shift 'Dawn'"),
        (["render", "--size", "big", "out.png"], "'big' is not a size; write it like 1920x1080"),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(tmp_path: Path, words: list[str], sentence: str) -> None:
    told = run(*words, home=tmp_path)
    assert told.returncode == 1
    assert sentence in told.stderr
    assert "Traceback" not in told.stderr


def test_a_plant_with_errors_names_every_one(tmp_path: Path) -> None:
    folder = tmp_path / "plant"
    assert run("init", str(folder), home=tmp_path).returncode == 0
    file = next(folder.glob("*.toml"))
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('timezone = "', 'timezone = "Mars/', 1) + '\n[[area]]\nid = "x"\n', encoding="utf-8")
    told = run("check", "--plant", str(folder), home=tmp_path)
    assert told.returncode == 1
    assert "Mars/" in told.stderr
    assert told.stderr.count("\n") >= 2


def test_a_misspelt_command_is_answered_with_those_there_are(tmp_path: Path) -> None:
    told = run("chekc", home=tmp_path)
    assert told.returncode == 2
    assert "there is no command 'chekc'; there are run, init, check" in told.stderr


def test_the_options_of_a_start_are_told_apart_from_the_commands(tmp_path: Path) -> None:
    assert "--windowed" in run("run", "--help", home=tmp_path).stdout
    assert "Check the plant and try every source" in run("--help", home=tmp_path).stdout


def test_nobody_collects_beside_a_running_board(tmp_path: Path) -> None:
    database = tmp_path / "board.db"
    lock = Lock(database)
    told = run("collect", "--database", str(database), home=tmp_path)
    lock.release()
    assert told.returncode == 1
    assert "Another board already writes to" in told.stderr


@pytest.mark.realdata
def test_the_letters_of_a_real_factory_become_a_picture(realdata: Path, tmp_path: Path) -> None:
    words = ("--plant", str(GARMENT), "--page", "sqcdp", "--node", "sewing", "--at", "2015-02-24T12:00")
    out = tmp_path / "letters.png"
    told = run("render", *words, str(out), home=tmp_path, GEMBABOARD_REAL_DATA=str(realdata))
    assert told.returncode == 0, told.stderr
    assert out.read_bytes().startswith(b"\x89PNG")


@pytest.mark.realdata
@pytest.mark.parametrize(
    ("area", "by_month"), [("sewing", [0.7355, 0.7074, 0.7205]), ("finishing", [0.7987, 0.7604, 0.7400])]
)
def test_the_bowling_chart_of_a_real_factory_is_weighted_by_workers(
    realdata: Path, tmp_path: Path, area: str, by_month: list[float]
) -> None:
    words = ("show", "bowling", "--plant", str(GARMENT), "--node", area, "--at", "2015-04-05")
    told = run(*words, "--json", home=tmp_path, GEMBABOARD_REAL_DATA=str(realdata))
    assert told.returncode == 0, told.stderr
    chart = json.loads(told.stdout)
    assert (chart["year"], len(chart["months"])) == ("2015-01-01", 12)
    row = chart["rows"][0]
    assert (row["letter"], row["kpi"], row["kind"]) == ("P", "productivity", "ratio")
    assert [round(cell["actual"], 4) for cell in row["cells"][:3]] == by_month
    assert [cell["actual"] for cell in row["cells"][3:]] == [None] * 9
    assert [cell["mark"]["phase"] for cell in row["cells"]] == ["closed"] * 3 + ["open"] + ["future"] * 8
    assert row["cells"][2]["partial"] is True  # the record ends on 11 March
    assert row["year"]["months"] == 3


@pytest.mark.realdata
def test_what_a_real_factory_did_not_enter_is_missing_in_its_bowling_chart(realdata: Path, tmp_path: Path) -> None:
    words = ("show", "bowling", "--plant", str(GARMENT), "--node", "finishing", "--at", "2015-04-05")
    told = run(*words, "--json", home=tmp_path, GEMBABOARD_REAL_DATA=str(realdata))
    wip = next(row for row in json.loads(told.stdout)["rows"] if row["kpi"] == "wip")
    assert [cell["mark"] for cell in wip["cells"][:3]] == [{"phase": "unrecorded", "judgement": None}] * 3
    assert [cell["actual"] for cell in wip["cells"]] == [None] * 12
    assert (wip["year"]["actual"], wip["year"]["mark"]["judgement"]) == (None, None)


@pytest.mark.realdata
def test_bowling_chart_and_letter_page_in_words(realdata: Path, tmp_path: Path) -> None:
    where = ("--plant", str(GARMENT), "--node", "sewing", "--at", "2015-03-20T12:00")
    chart = run("show", "bowling", *where, home=tmp_path, GEMBABOARD_REAL_DATA=str(realdata))
    assert chart.returncode == 0, chart.stderr
    assert "Garment factory › Sewing, FY2015, Fri 20 Mar 2015" in chart.stdout
    assert "Productivity: 1 missed in a row (longest 1)" in chart.stdout
    page = run(
        "show",
        "letter",
        *where,
        "--letter",
        "P",
        "--day",
        "2015-01-01",
        home=tmp_path,
        GEMBABOARD_REAL_DATA=str(realdata),
    )
    assert page.returncode == 0, page.stderr
    assert "Thu 01 Jan 2015: closed, miss" in page.stdout
    assert "Productivity 0.75, target 0.76, miss" in page.stdout


def test_what_the_wall_changed_since_is_not_known_to_a_look_as_known_before(tmp_path: Path) -> None:
    plant, database, now = tmp_path / "plant", tmp_path / "board.db", datetime.now(UTC)
    plant.mkdir()
    (plant / "plant.toml").write_text(PLANT, encoding="utf-8")
    day = Span(now - timedelta(hours=30), now + timedelta(hours=30))
    store = Store.open(database, station="s", zone="Etc/UTC", now=now)
    store.keep(PlanRun(id="r", node="line", span=day, product="P", rate=Fraction(50)), now)
    store.close()
    known = f"{now - timedelta(hours=1):%Y-%m-%dT%H:%M}"
    source: dict[tuple[str, ...], object] = {}
    for words in ((), ("--as-known", known)):
        where = ("--plant", str(plant), "--database", str(database))
        told = run("show", "sicb", *where, *words, "--json", home=tmp_path)
        assert told.returncode == 0, told.stderr
        source[words] = json.loads(told.stdout)["plan_source"]
    assert source == {(): "journal", ("--as-known", known): "plant"}


def test_a_picture_of_the_bowling_chart_may_be_of_another_fiscal_year(tmp_path: Path) -> None:
    pictures = []
    for day in ("2026-11-18", "2025-11-18"):
        out = tmp_path / f"{day}.png"
        words = ("--page", "bowling", "--node", "line", "--day", day, "--at", "2026-11-20T12:00")
        plant, database = tmp_path / "plant", tmp_path / "board.db"
        plant.mkdir(exist_ok=True)
        (plant / "plant.toml").write_text(f"{PLANT}{KPI}", encoding="utf-8")
        Store.open(database, station="s", zone="Etc/UTC", now=datetime.now(UTC)).close()
        told = run("render", "--plant", str(plant), "--database", str(database), *words, str(out), home=tmp_path)
        assert told.returncode == 0, told.stderr
        pictures.append(out.read_bytes())
    assert pictures[0] != pictures[1]


def test_a_rotation_of_a_page_that_the_plant_lacks_is_no_start(tmp_path: Path) -> None:
    (tmp_path / "plant.toml").write_text(PLANT, encoding="utf-8")
    (tmp_path / "drop").mkdir()
    told = run("run", "--plant", str(tmp_path), home=tmp_path, GEMBABOARD_ROTATION="sqcdp 60, sicb 60")
    assert told.returncode == 1
    assert "the rotation wants sqcdp of line, and the plant has no such page" in told.stderr
    assert "Traceback" not in told.stderr


def test_a_name_given_on_the_wall_is_erased_and_what_was_done_stays(tmp_path: Path) -> None:
    plant, database, now = tmp_path / "plant", tmp_path / "board.db", datetime.now(UTC)
    plant.mkdir()
    (plant / "plant.toml").write_text(PLANT, encoding="utf-8")
    store = Store.open(database, station="s", zone="Etc/UTC", now=now)
    store.keep(ChangePerson(id="p", node="works", person="p-7", name="Ada Lovelace"), now)
    store.close()
    where = ("--plant", str(plant), "--database", str(database))
    assert b"Ada Lovelace" in database.read_bytes()
    unknown = run("erase", "Nobody", *where, home=tmp_path)
    assert unknown.returncode == 1
    assert "nobody was given the name 'Nobody' on the wall" in unknown.stderr
    lock = Lock(database)
    assert "Another board already writes to" in run("erase", "Ada Lovelace", *where, home=tmp_path).stderr
    lock.release()
    told = run("erase", "Ada Lovelace", *where, home=tmp_path)
    assert told.returncode == 0, told.stderr
    assert "erased the name of p-7" in told.stdout
    assert b"Ada Lovelace" not in database.read_bytes()
    assert run("verify", *where, home=tmp_path).returncode == 0
