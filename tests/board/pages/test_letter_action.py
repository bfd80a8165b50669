"""Actions on the letters: flags and ticks on the days, the most pressing one, and those of a day."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from board.plant.plant import Action, Person, Plant
from tests.board.pages.letters_desk import PLANT, LettersDesk, letters_desk, of_november, utc

NOW = utc(20)


def action(name: str, day: int | None = None, **more: object) -> Action:
    settings: dict[str, object] = {
        "id": name,
        "node": "a",
        "letter": "Q",
        "what": name.title(),
        "raised": of_november(3),
        "owner": "p1",
        "day": None if day is None else of_november(day),
    }
    return Action(**(settings | more))  # type: ignore[arg-type]


def plant_with(*actions: Action) -> Plant:
    return replace(PLANT, actions=actions, people=(Person(id="p1", name="R. Patel"),))


def filled(desk: LettersDesk) -> None:
    for day in (4, 5, 6, 9):
        desk.enter("a", day, good=90, scrap=10)
    desk.enter("a", 10, good=99, scrap=1)


def test_a_miss_is_flagged_until_its_action_was_verified_and_stays_red(tmp_path: Path) -> None:
    actions = (
        action("open", 4),
        action("done", 5, done=of_november(12)),
        action("verified", 6, done=of_november(12), verified=of_november(13)),
        action("half", 9, done=of_november(12), verified=of_november(13)),
        action("other half", 9),
        action("no miss", 10),
    )
    with letters_desk(tmp_path / "board.db", plant_with(*actions)) as desk:
        filled(desk)
        cells = {cell.day.day: cell for cell in desk.page(NOW).letter.days}
        assert {day: (cells[day].flag, cells[day].verified) for day in (4, 5, 6, 9, 10)} == {
            4: (True, False),
            5: (True, False),
            6: (False, True),
            9: (True, False),
            10: (False, False),
        }
        assert len({cells[day].mark for day in (4, 5, 6, 9)}) == 1
        then = {cell.day.day: cell for cell in desk.page(utc(12)).letter.days}
        assert (then[6].flag, then[6].verified) == (True, False)  # nobody had verified it yet
        assert not any(cell.flag for cell in desk.page(utc(2)).letter.days)
        assert [cell.flag for cell in desk.page(NOW, node="hall").letter.days][3]


def test_the_most_pressing_action_is_overdue_then_due_first(tmp_path: Path) -> None:
    actions = (
        action("later", due=of_november(27)),
        action("overdue", due=of_november(17)),
        action("whenever"),
        action("finished", due=of_november(1), done=of_november(2)),
        action("of cost", letter="C", due=of_november(1)),
        action("to come", raised=date(2026, 12, 1), due=of_november(1)),
    )
    with letters_desk(tmp_path / "board.db", plant_with(*actions)) as desk:
        for node in ("a", "hall", "site"):
            card = desk.letter(NOW, "Q", node).action
            assert card is not None
            assert (card.title, card.owner, card.due, card.late_days) == ("Overdue", "R. Patel", of_november(17), 3)
        assert desk.letter(NOW, "Q", "b").action is None
        assert desk.letter(NOW, "S", "a").action is None


def test_a_page_tells_the_actions_of_its_day_first_then_the_other_open_ones(tmp_path: Path) -> None:
    actions = (
        action("elsewhere", 5, due=of_november(7)),
        action("done", 4, done=of_november(12), verified=of_november(12)),
        action("open", 4, due=of_november(23)),
        action("past", 5, done=of_november(12)),
    )
    with letters_desk(tmp_path / "board.db", plant_with(*actions)) as desk:
        filled(desk)
        cards = desk.page(NOW, day=of_november(4)).actions
    assert [(card.title, card.day, card.done, card.verified) for card in cards] == [
        ("Open", of_november(4), None, False),
        ("Done", of_november(4), of_november(12), True),
        ("Elsewhere", of_november(5), None, False),
    ]
    assert [card.late_days for card in cards] == [0, 0, 13]
