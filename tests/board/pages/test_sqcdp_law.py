"""Laws of the letters: no order of arrival changes a board, and every roll-up equals the roll-up of its parts."""

import random
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

import pytest

from board.kpi.judgement import Judgement
from board.pages.sqcdp import SqcdpPages
from board.views.mark import Phase
from board.views.sqcdp import Sqcdp
from tests.board.pages.letters_desk import LettersDesk, letters_desk, utc

NOW = utc(20, 15)
Entry = tuple[str, int, int, dict[str, int]]


def some_entries(rng: random.Random) -> list[Entry]:
    entries: list[Entry] = []
    for line in ("a", "b", "c"):
        for day in range(1, 21):
            for hour in (7, 11, 23):
                if rng.random() < 0.5:
                    values = {"good": rng.randrange(0, 300), "scrap": rng.randrange(0, 9)}
                    if rng.random() < 0.7:
                        values |= {"cost": rng.randrange(0, 9000), "lost_time": rng.randrange(0, 20) // 19}
                    entries.append((line, day, hour, values))
    return entries


def enter(desk: LettersDesk, entries: Sequence[Entry]) -> None:
    for line, day, hour, values in entries:
        desk.enter(line, day, hour=hour, key=f"{line} {day} {hour}", received=utc(20, 14), **values)


def board(desk: LettersDesk, node: str) -> Sqcdp:
    return SqcdpPages(desk.reader).board(node, desk.history, now=NOW)


@pytest.mark.parametrize("turn", range(3))
def test_no_order_of_arrival_changes_a_board(tmp_path: Path, rng: random.Random, turn: int) -> None:
    entries = some_entries(rng)
    shuffled = rng.sample(entries, len(entries))
    half = len(entries) // 2
    with letters_desk(tmp_path / "one.db") as one, letters_desk(tmp_path / "other.db") as other:
        enter(one, entries)
        enter(other, shuffled[:half])
        other.board(NOW, "site")  # what is kept in between changes nothing either
        enter(other, shuffled[half:])
        for node in ("a", "hall", "site"):
            assert other.board(NOW, node).letters == board(one, node).letters


def test_every_roll_up_is_that_of_its_lines(tmp_path: Path, rng: random.Random) -> None:
    with letters_desk(tmp_path / "board.db") as desk:
        entries = some_entries(rng)
        enter(desk, entries)
        lines = {node: board(desk, node).letters[0].days for node in ("a", "b", "c")}
        for place, cell in enumerate(board(desk, "site").letters[0].days):
            parts = [days[place] for days in lines.values()]
            day = cell.day.day
            due = [part for part in parts if part.mark.phase in (Phase.CLOSED, Phase.OPEN, Phase.UNRECORDED)]
            if cell.mark.phase is not Phase.FUTURE and cell.mark.phase is not Phase.OFF:
                assert cell.met == sum(part.mark.judgement is Judgement.GOOD for part in due)
            good, scrap = (_sum(entries, day, measure) for measure in ("good", "scrap"))
            expected = None if good + scrap == 0 else Fraction(100 * scrap, good + scrap)
            assert cell.value == expected


def test_green_never_comes_from_a_day_without_data(tmp_path: Path, rng: random.Random) -> None:
    with letters_desk(tmp_path / "board.db") as desk:
        entries = some_entries(rng)
        enter(desk, entries)
        entered = {(line, day) for line, day, _, _ in entries}
        for line in ("a", "b", "c"):
            for letter in board(desk, line).letters:
                for cell in letter.days:
                    if (line, cell.day.day) not in entered:
                        assert cell.mark.judgement is None


def _sum(entries: Sequence[Entry], day: int, measure: str) -> int:
    return sum(values[measure] for _, one, _, values in entries if one == day)
