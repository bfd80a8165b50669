"""Whoever walks through connecting a source may leave at any question, and is asked of what will be read."""

import argparse
import os
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from board.plant.load import load_plant
from kiosk.command import ToldError
from kiosk.commands import asking, source
from tests.board.plant.written import text
from tests.board.sources.workbook import xlsx

DAY = datetime(2024, 11, 18, tzinfo=UTC).replace(tzinfo=None)  # as a file has it
SECOND = '\n[[line]]\nid = "line-2"\narea = "hall"\nname = "Press"\nrate = 60\n'
HOURS = [(DAY + timedelta(hours=n), DAY + timedelta(hours=n + 1), "M1", 100 + n, 3) for n in range(6, 9)]
WALK = ("csv", "a.csv", "", "line-2", "span", "", "", "4", "", "", "press", "", "10 min")  # and then: write it

Walk = Callable[..., int]


@pytest.fixture
def plant(tmp_path: Path) -> Path:
    """Return a folder with a plant of two lines and the rows of a machine in it."""
    (tmp_path / "plant.toml").write_text(text(SECOND), encoding="utf-8")
    rows = "\n".join(f"{a:%Y-%m-%d %H:%M};{b:%Y-%m-%d %H:%M};{m};{ok};{ng}" for a, b, m, ok, ng in HOURS)
    (tmp_path / "a.csv").write_text(f"From;To;Machine;OK;NG\n{rows}\n")
    return tmp_path


@pytest.fixture
def walk(plant: Path, monkeypatch: pytest.MonkeyPatch) -> Walk:
    """Return what connects a source with answers as a person types them; questions beyond them raise."""
    parser = argparse.ArgumentParser()
    source.add_options(parser)

    def walked(answers: Sequence[str], *words: str, yes: bool = False) -> int:
        left = iter(answers)

        def typed(_question: str) -> str:
            for answer in left:
                return answer
            raise EOFError

        monkeypatch.setattr("builtins.input", typed)
        monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
        given = ["add", "--plant", str(plant), *words, *(["--yes"] if yes else [])]
        return source.run(parser.parse_args(given))

    return walked


def test_q_leaves_at_every_question_with_nothing_written(plant: Path, walk: Walk) -> None:
    before = (plant / "plant.toml").read_bytes()
    for asked in range(len(WALK) + 1):
        with pytest.raises(ToldError, match=r"^ended; nothing was written$"):
            walk([*WALK[:asked], "q"])
        assert (plant / "plant.toml").read_bytes() == before
    assert walk([*WALK, "yes"]) == 0, "the same walk without leaving"
    (found,) = load_plant(plant).sources
    assert (found.id, found.settings["start"]) == ("press", "From")


def test_a_question_of_yes_or_no_is_left_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("builtins.input", lambda _question: "q")
    with pytest.raises(ToldError, match="ended"):
        asking.Terminal().agree("go on all the same", default=False)


@pytest.fixture
def book(plant: Path) -> Path:
    """Return a workbook whose second sheet has columns with better names."""
    counts = [("Zeit", "Menge"), *((begins, good) for begins, _, _, good, _ in HOURS)]
    plan = [("Start", "Order", "Scrap", "Good"), *((begins, f"O-{good}", 1, 999) for begins, _, _, good, _ in HOURS)]
    path = plant / "counts.xlsx"
    path.write_bytes(xlsx({"Counts": counts, "Plan": plan}))
    os.utime(path, (0, 0))
    return path


EXCEL = ("--kind", "excel", "--set", "path=counts.xlsx", "--map", "node=line-1", "--id", "book")


@pytest.mark.usefixtures("book")
def test_the_columns_of_the_sheet_that_is_read_are_suggested(plant: Path, walk: Walk) -> None:
    assert walk([], *EXCEL, "--map", "time=Zeit", yes=True) == 0
    (found,) = load_plant(plant).sources
    assert found.settings["measure"] == [{"id": "good", "value": {"column": "Menge"}}]
    assert "sheet" not in found.settings


@pytest.mark.usefixtures("book")
def test_a_person_says_which_sheet_is_meant(plant: Path, walk: Walk, capsys: pytest.CaptureFixture[str]) -> None:
    assert walk(["Notes", "Plan", "", "time", "1", *[""] * 12], *EXCEL) == 0
    said = capsys.readouterr().out
    assert "there is no 'Notes' among them" in said
    (found,) = load_plant(plant).sources
    assert (found.settings["sheet"], found.settings["time"]) == ("Plan", "Start"), "numbered as it was shown last"
    good, scrap = ({"id": name, "value": {"column": name.title()}} for name in ("good", "scrap"))
    assert found.settings["measure"] == [good, scrap]


@pytest.mark.usefixtures("book")
def test_nobody_is_asked_for_a_sheet_that_is_set(plant: Path, walk: Walk) -> None:
    assert walk([], *EXCEL, "--set", "sheet=Plan", yes=True) == 0
    (found,) = load_plant(plant).sources
    assert (found.settings["sheet"], found.settings["time"]) == ("Plan", "Start")


def test_cells_that_are_empty_are_said_with_the_answer_that_makes_them_zero(
    plant: Path, walk: Walk, capsys: pytest.CaptureFixture[str]
) -> None:
    rows, before = (plant / "a.csv").read_text(), (plant / "plant.toml").read_bytes()
    (plant / "a.csv").write_text(rows.replace(";3\n", ";\n", 1))
    said = ("--kind", "csv", "--set", "path=a.csv", "--map", "node=line-2", "--map", "good=OK", "--map", "scrap=NG")
    assert walk([], *said, "--id", "press", yes=True) == 0
    told = capsys.readouterr().out
    assert "1 of 3 cells of scrap are empty" in told
    answer = told.partition("If empty means none: ")[2].partition("\n")[0]
    assert answer == 'scrap={ value = { column = "NG", empty = "zero" } }'
    (plant / "plant.toml").write_bytes(before)
    assert walk([], *said, "--map", answer, "--id", "press", yes=True) == 0
    assert "are empty" not in capsys.readouterr().out
    (found,) = load_plant(plant).sources
    good, scrap = {"column": "OK"}, {"column": "NG", "empty": "zero"}
    assert found.settings["measure"] == [{"id": "good", "value": good}, {"id": "scrap", "value": scrap}]
