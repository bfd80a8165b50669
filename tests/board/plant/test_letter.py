"""How a plant file spells its letters and targets: shifts, the ladder of safety, a target of one node."""

from fractions import Fraction

import pytest

from board.plant.plant import Rung
from tests.board.plant.written import plant, sentences, text

NEAR = '[[measure]]\nid = "near_miss"\nname = "Near misses"\nkind = "count"'
LOST = '[[measure]]\nid = "lost_time"\nname = "Lost time"\nkind = "count"'
LETTER = '[[letter]]\ncode = "S"\nname = "Safety"\n'
KPI = '[[kpi]]\nid = "k"\nname = "K"\nbetter = "lower"\nformula = "scrap"\n'


def test_a_letter_may_have_a_ladder_a_shape_and_its_shifts() -> None:
    ladder = (
        'ladder = [{ measure = "near_miss", judged = "good" }, '
        '{ measure = "lost_time", judged = "miss", accident = true }]'
    )
    (letter,) = plant(NEAR, LOST, f'{LETTER}shape = "cross"\nby_shift = true\n{ladder}').letters
    assert letter.ladder == (
        Rung(measure="near_miss", judged="good"),
        Rung(measure="lost_time", judged="miss", accident=True),
    )
    assert (letter.shape, letter.by_shift) == ("cross", True)


def test_a_letter_needs_none_of_them() -> None:
    (letter,) = plant(LETTER).letters
    assert (letter.ladder, letter.shape, letter.by_shift) == ((), "letter", False)


def test_a_target_may_be_that_of_some_nodes_and_one_may_come_with_the_readings() -> None:
    targets = (
        'target = "good / 50"\ntargets = [{ from = 2026-01-01, value = 2.5, nodes = ["line-1", "hall"] }, '
        '{ from = 2026-01-01, value = 3, nodes = ["works"] }]'
    )
    (kpi,) = plant(KPI + targets).kpis
    assert kpi.target_formula == "good / 50"
    assert [target.value for target in kpi.targets] == [Fraction("2.5"), Fraction(3)]
    assert [sorted(target.nodes) for target in kpi.targets] == [["hall", "line-1"], ["works"]]


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        (
            LETTER + 'ladder = [{ measure = "near_mis", judged = "good" }]',
            'letter "S": ladder[1].measure: found "near_mis", expected the id of a [[measure]]: "near_miss".',
        ),
        (
            LETTER + 'ladder = [{ measure = "near_miss", judged = "green" }]',
            'letter "S": ladder[1].judged: found "green", expected "good", "watch" or "miss".',
        ),
        (
            LETTER + 'ladder = [{ measure = "near_miss", judge = "good", judged = "good" }]',
            'letter "S": ladder[1].judge: found a key that is not known here, expected "judged".',
        ),
        (
            LETTER + 'shape = "circle"',
            'letter "S": shape: found "circle", expected "letter" or "cross".',
        ),
        (
            KPI + 'targets = [{ from = 2026-01-01, value = 1, nodes = ["line-2"] }]',
            'kpi "k": targets[1].nodes: found "line-2", expected the id of a line, an area or the site: "line-1".',
        ),
        (
            KPI + 'target = "good"\ntargets = [{ from = 2026-01-01, value = 1 }]',
            (
                'kpi "k": target: found "good", expected nodes named in each of targets, or no target: '
                "the formula stands for all others."
            ),
        ),
        (
            KPI.replace("lower", "range") + 'target = "good"',
            'kpi "k": target: found "good", expected targets with low and high, because better = "range".',
        ),
        (
            KPI + 'targets = [{ from = 2026-01-02, value = 1, nodes = ["hall"] }, { from = 2026-01-03, value = 1 }, '
            '{ from = 2026-01-01, value = 1, nodes = ["hall"] }]',
            (
                'kpi "k": targets[3].from: found 2026-01-01, expected a day after 2026-01-02: '
                "targets stand in order of date."
            ),
        ),
    ],
)
def test_what_cannot_be_is_named(more: str, sentence: str) -> None:
    assert sentences(text(NEAR, more)) == [f"plant.toml: {sentence}"]
