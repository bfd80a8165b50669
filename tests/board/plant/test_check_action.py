"""An action taken over from paper names its place, its letter and its owner, and its days stand in order."""

from datetime import date

import pytest

from board.plant.plant import Action
from tests.board.plant.written import plant, sentences, text

LETTER = '[[letter]]\ncode = "Q"\nname = "Quality"\n'
PERSON = '[[person]]\nid = "ito"\nname = "K. Ito"\n'
KPI = '[[kpi]]\nid = "scrap-rate"\nname = "Scrap"\nformula = "scrap"\nbetter = "lower"\n'
PLAIN = {"id": '"A-1"', "node": '"line-1"', "letter": '"Q"', "what": '"Check caps"', "raised": "2026-11-18"}


def action(**changed: str) -> str:
    """Return an `[[action]]` table; an empty text takes a key out."""
    return "[[action]]\n" + "".join(f"{key} = {found}\n" for key, found in (PLAIN | changed).items() if found)


def test_an_action_is_taken_over_as_it_is_written() -> None:
    written = action(
        kpi='"scrap-rate"',
        owner='"ito"',
        due="2026-11-23",
        day="2026-11-17",
        done="2026-11-20",
        verified="2026-11-24",
    )
    assert plant(LETTER, PERSON, KPI, written, action(id='"A-2"', node='"works"')).actions == (
        Action(
            id="A-1",
            node="line-1",
            letter="Q",
            kpi="scrap-rate",
            what="Check caps",
            owner="ito",
            raised=date(2026, 11, 18),
            due=date(2026, 11, 23),
            day=date(2026, 11, 17),
            done=date(2026, 11, 20),
            verified=date(2026, 11, 24),
        ),
        Action(id="A-2", node="works", letter="Q", what="Check caps", raised=date(2026, 11, 18)),
    )


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"node": '"line-9"'}, 'node: found "line-9", expected the id of a line, an area or the site: "line-1"'),
        ({"letter": '"X"'}, 'letter: found "X", expected the code of a [[letter]]: "Q"'),
        ({"owner": '"itto"'}, 'owner: found "itto", expected the id of a [[person]]: "ito"'),
        ({"kpi": '"scrap"'}, 'kpi: found "scrap", expected the id of a [[kpi]]: "scrap-rate"'),
        ({"raised": ""}, "raised: found nothing, expected this key, which every such table needs"),
        ({"day": "2026-11-19"}, "raised: found 2026-11-18, expected no day before day, which is 2026-11-19"),
        ({"due": "2026-11-17"}, "due: found 2026-11-17, expected no day before raised, which is 2026-11-18"),
        ({"done": "2026-11-17"}, "done: found 2026-11-17, expected no day before raised, which is 2026-11-18"),
        ({"verified": "2026-11-19"}, "verified: found 2026-11-19, expected the day it was done too, under done"),
        (
            {"done": "2026-11-20", "verified": "2026-11-19"},
            "verified: found 2026-11-19, expected no day before done, which is 2026-11-20",
        ),
        ({"owners": '"ito"'}, 'owners: found a key that is not known here, expected "owner"'),
    ],
)
def test_an_action_that_goes_nowhere_is_named(changed: dict[str, str], said: str) -> None:
    assert sentences(text(LETTER, PERSON, KPI, action(**changed))) == [f'plant.toml: action "A-1": {said}.']


def test_two_actions_do_not_share_an_id() -> None:
    (said,) = sentences(text(LETTER, action(), action(letter='"Q"')))
    assert said.startswith('plant.toml: action "A-1": id: found "A-1", expected a name of its own')
