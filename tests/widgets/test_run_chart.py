"""The run chart: which day is what, which words stand at its lines, and what its axis says."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from board.views.letter import LetterPage, Natural, RunPoint
from tests.widgets.geometry import listening
from tests.widgets.wall import look_of
from widgets.run_chart import (
    MISS,
    NOISE,
    OPEN,
    PLAIN,
    SIGNAL,
    Dot,
    RunFace,
    paint_run_words,
    plot_rect,
    run_face,
)
from widgets.scene_letter import SCENES, letter, letter_empty, letter_february, letter_unrecorded
from widgets.scene_sqcdp import MARKS

VIEW = letter()
FACE = run_face(VIEW, stale=False)


def with_values(*values: str | None) -> LetterPage:
    points = tuple(
        RunPoint(day=date(2026, 11, number), value=None if value is None else Fraction(value), mark=MARKS["g"])
        for number, value in enumerate(values, 2)
    )
    return replace(VIEW, chart=replace(VIEW.chart, points=points, natural=None))


def test_a_day_outside_the_natural_limits_is_a_signal_and_a_miss_inside_them_is_noise() -> None:
    kinds = [dot.kind for dot in FACE.dots]
    assert kinds.count(SIGNAL) == 2
    assert kinds.count(NOISE) == 2
    assert kinds[-1] == OPEN
    assert [dot.kind for dot in FACE.dots if dot.told] == [SIGNAL]
    assert sorted(dot.note for dot in FACE.dots if dot.note) == ["noise", "signal"]


def test_without_natural_limits_nothing_is_called_noise() -> None:
    face = run_face(letter_february(), stale=False)
    assert {dot.kind for dot in face.dots} == {PLAIN, MISS}
    assert not any(dot.note for dot in face.dots)
    assert face.natural is None


def test_the_lines_are_named_with_their_values() -> None:
    words = [label.words for label in FACE.labels]
    assert words == ["target 2.0", "natural 2.5", "mean 1.7", "natural 1.0"]
    assert [label.words for label in FACE.labels if label.strong] == ["target 2.0"]
    assert [label.words for label in run_face(letter_february(), stale=False).labels] == ["target 95.0", "target 105.0"]


def test_a_target_that_changed_is_drawn_in_two_steps() -> None:
    points = tuple(
        replace(point, aim=Fraction(5, 2)) if point.day.month == 10 else point for point in VIEW.chart.points
    )
    aims = run_face(replace(VIEW, chart=replace(VIEW.chart, points=points)), stale=False).aims
    assert len(aims) == 2
    assert aims[0][1] == pytest.approx(aims[1][0])
    assert aims[0][2] > aims[1][2]


def test_months_follow_one_another() -> None:
    assert [name for _, _, name in FACE.months] == ["October", "November"]
    assert FACE.months[0][1] == FACE.months[1][0]


@pytest.mark.parametrize("name", SCENES)
def test_everything_drawn_lies_on_the_plot_and_the_axis_has_at_most_three_labels(name: str) -> None:
    face = run_face(SCENES[name](), stale=False)
    levels = [dot.level for dot in face.dots if dot.level is not None]
    levels += [level for _, _, level in face.aims] + [level for level, _ in face.ticks] + list(face.natural or ())
    assert all(-1e-6 <= level <= 1 + 1e-6 for level in levels)
    assert len(face.ticks) <= 3
    assert len({words for _, words in face.ticks}) == len(face.ticks)


@pytest.mark.parametrize(
    ("values", "ticks", "cut"),
    [
        (("0", "3"), ["0", "2"], False),
        (("1", "3"), ["1", "2", "3"], True),
        (("0", "0"), ["0.0", "0.5", "1.0"], False),
        (("0.01", "0.04"), ["0.02", "0.04"], True),
        (("96.2", "96.4"), ["96.2", "96.3", "96.4"], True),
        (("12000", "31000"), ["20\u2009000", "30\u2009000"], True),
        (("-2", "3"), ["\u22122", "0", "2"], False),
        (("1.6", "2.4"), ["2.0"], True),  # 0.25 would be finer than it is told, and 0.1 too many
    ],
)
def test_ticks_are_round_and_a_cut_axis_says_so(values: tuple[str, ...], ticks: list[str], cut: bool) -> None:
    face = run_face(with_values(*values), stale=False)
    assert ([words for _, words in face.ticks], face.cut) == (ticks, cut)


def test_a_day_without_a_value_is_a_hole() -> None:
    holes = [dot for dot in run_face(letter_unrecorded(), stale=False).dots if dot.level is None]
    assert len(holes) == 1


def test_one_value_is_drawn_too_and_none_is_said_in_words() -> None:
    assert [dot.x for dot in run_face(with_values("1"), stale=False).dots] == [0.5]
    assert run_face(with_values(None, None), stale=False).empty == "no values yet"
    assert run_face(letter_empty(), stale=False) == RunFace(title="Scrap per day", empty="no values yet")


def test_only_the_open_day_fades_when_the_data_are_old() -> None:
    stale = run_face(VIEW, stale=True)
    differ = [number for number, dot in enumerate(stale.dots) if dot != FACE.dots[number]]
    assert differ == [len(FACE.dots) - 1]


def noted(*others: Dot) -> dict[str, QRectF]:
    """Return where the words of dots stand on a chart that has one signal, and another dot."""
    flat = [Dot(x=number / 20, level=0.2) for number in range(21)]
    flat[15] = Dot(x=0.75, level=0.7, kind=SIGNAL, colour="missLine", note="signal")
    face = RunFace(title="Scrap per day", dots=tuple(sorted((*flat, *others), key=lambda dot: dot.x)))
    image = QImage(800, 300, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    try:
        with listening() as ear:
            paint_run_words(painter, look_of(), face, QRectF(0, 0, 800, 300))
    finally:
        painter.end()
    return {one.words: one.box for one in ear.written}


@pytest.mark.usefixtures("qapp")
def test_the_word_of_a_dot_stands_beside_it_and_never_beside_another() -> None:
    plot = plot_rect(look_of(), RunFace(title=""), QRectF(0, 0, 800, 300))
    middle = plot.left() + 0.75 * plot.width()
    alone = noted()["signal"]
    assert alone.right() < middle
    crowded = noted(Dot(x=0.68, level=0.68, kind=NOISE, colour="missLine"))["signal"]
    assert crowded.left() > middle, "to its left another would be taken for it"


@pytest.mark.usefixtures("qapp")
def test_a_dot_without_room_for_its_word_leaves_it_to_an_older_one() -> None:
    around = tuple(
        Dot(x=0.75 + aside, level=0.7 + above, kind=NOISE)
        for aside in (-0.08, 0.01, 0.08)
        for above in (-0.3, 0.05, 0.3)
    )
    assert "signal" not in noted(*around)
    plot = plot_rect(look_of(), RunFace(title=""), QRectF(0, 0, 800, 300))
    older = noted(*around, Dot(x=0.32, level=0.6, kind=SIGNAL))["signal"]
    assert abs(older.center().x() - (plot.left() + 0.32 * plot.width())) < plot.width() * 0.2


def test_limits_of_a_run_of_noughts_are_not_drawn_and_counts_have_whole_ticks() -> None:
    flat = replace(
        VIEW.chart, natural=Natural(mean=Fraction(0), low=Fraction(0), high=Fraction(0), points=30), decimals=0
    )
    points = tuple(replace(point, value=Fraction(0), aim=Fraction(0)) for point in flat.points)
    face = run_face(replace(VIEW, chart=replace(flat, points=points)), stale=False)
    assert face.natural is None
    assert [label.words for label in face.labels] == ["target 0"]
    assert [words for _, words in face.ticks] == ["0", "1"]
