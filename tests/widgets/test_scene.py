"""Example values: whole, different, and the same each time; every one can be painted in every theme."""

import importlib
import pkgutil
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import widgets
from board.plant.plant import Role
from board.views.bowling import Bowling, Countermeasure
from board.views.changes import ChangeKind, Changes
from board.views.feeding import Fall
from board.views.frame import Notice
from board.views.freshness import Stage
from board.views.letter import LetterPage
from board.views.mark import Judgement, Mark, Phase
from board.views.sicb import ReviewState, Sicb, SicbLines
from board.views.sources import Sources
from board.views.sqcdp import Sqcdp
from tests.helpers.tongue import speaking
from tests.widgets.geometry import surfaces
from tests.widgets.walls import wall
from widgets import scene_script
from widgets.__main__ import main
from widgets.gallery import README, Gallery
from widgets.scene import SCENES
from widgets.surface import Surface

SMALL = QSize(960, 540)
STATES: dict[type[object], dict[str, str]] = {
    Sicb: {
        "usual": "normal", "between the taps": "miss", "all explained": "all_explained", "gaps in the tray": "tray",
        "late": "late", "stale": "stale", "offline": "offline", "first day": "first_day", "empty": "no_shift",
        "no plan": "no_plan", "too long names": "long_names", "more than planned": "ahead", "cannot be made": "lost",
        "over": "over", "hour by hour": "many_intervals", "more rows than room": "half_hours", "refused": "refused",
        "not saved": "not_saved", "saving": "saving", "undo": "undo", "second level": "second_level",
        "number pad": "number_pad", "reasons given": "given_reasons", "one of them": "one_reason", "who": "who",
        "comment": "comment", "several misses": "tray_list", "other boards": "places", "languages": "tongues",
        "pressed": "pressed_row", "a tile pressed": "pressed_reason", "a full disk": "disk_refuses",
        "everything wrong": "notices", "pages that turn": "turning",
    },
    SicbLines: {
        "usual": "lines", "more lines than room": "many_lines", "stale": "lines_stale", "first day": "lines_first_day",
        "empty": "lines_no_shift", "holes": "lines_holes", "too long names": "lines_long",
        "intervals of several lengths": "lines_mixed",
    },
    Sqcdp: {
        "usual": "letters", "stale": "letters_stale", "nothing recorded": "letters_empty",
        "first day": "letters_first_day", "short month": "letters_february", "too long names": "letters_long_names",
        "four": "letters_four", "seven": "letters_seven", "cross and calendar": "letters_other_shapes",
        "by shift": "letters_by_shift", "above line level": "letters_of_area", "pressed": "pressed_day",
        "on a day by keyboard": "ring_on_day",
    },
    LetterPage: {
        "usual": "letter", "stale": "letter_stale", "empty": "letter_empty", "too long names": "letter_long",
        "open day": "letter_open_day", "not recorded": "letter_unrecorded", "safety": "letter_safety",
        "above line level": "letter_area", "corrected": "letter_corrected", "short month": "letter_february",
        "entering": "letter_entering", "a deviation": "letter_deviation", "figures": "figure_pad", "ladder": "ladder",
        "saved": "page_saved",
    },
    Bowling: {
        "usual": "bowling", "stale": "bowling_stale", "empty": "bowling_empty", "first month": "bowling_first_month",
        "too long names": "bowling_long", "more rows than room": "bowling_many", "every state": "bowling_states",
        "above line level": "bowling_area", "pressed": "pressed_month",
    },
    Changes: {
        "usual": "changes", "empty": "changes_empty", "too long names": "changes_long", "many": "changes_many",
        "above line level": "changes_area", "a run": "changes_plan_form", "a shift": "changes_shift_form",
        "a target": "changes_target_form", "a reason": "changes_reason_form", "people": "changes_person_form",
        "a day off": "changes_day_off_form",
    },
    Sources: {
        "usual": "sources", "empty": "sources_empty", "first minute": "sources_new", "stale": "sources_stale",
        "failing": "sources_failing", "nobody reads": "sources_unread", "more than room": "sources_many",
        "too long names": "sources_long",
    },
}  # fmt: skip
"""What every page can look like, and the scene that shows it."""


@pytest.mark.parametrize("name", SCENES)
def test_a_scene_is_the_same_each_time(name: str) -> None:
    assert SCENES[name]() == SCENES[name]()


@pytest.mark.parametrize("name", SCENES)
def test_the_sums_of_a_scene_are_right(name: str) -> None:
    view = SCENES[name]().view
    if not isinstance(view, Sicb):
        return
    for one in view.intervals:
        assert one.explained == sum(part.quantity for part in one.parts)
        assert one.unexplained == max(0, one.gap - one.explained)
        if one.delta is not None and one.actual is not None:
            assert one.delta == one.actual - (one.plan_so_far if one.plan_so_far is not None else one.plan or 0)
    assert sum(item.unexplained for item in view.tray) <= sum(one.unexplained for one in view.intervals)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What a scene looks like on a board, and the kinds of widget that stand on it."""

    picture: bytes
    kinds: frozenset[type[Surface]]


@pytest.fixture(scope="module")
def seen(qapp: QApplication) -> dict[str, Seen]:
    """Return every scene as it stands on a small board."""
    found = {}
    for name in SCENES:
        with wall(name, SMALL) as made:
            image = QImage(SMALL, QImage.Format.Format_RGB32)
            made.board.render(image)
            kinds = frozenset(type(surface) for surface in surfaces(made.board))
            found[name] = Seen(picture=bytes(image.constBits()), kinds=kinds)
    return found


def test_every_scene_looks_different(qtbot: QtBot, seen: dict[str, Seen]) -> None:
    assert len({one.picture for one in seen.values()}) == len(SCENES)


def test_every_widget_stands_in_a_scene(qtbot: QtBot, seen: dict[str, Seen]) -> None:
    for module in pkgutil.iter_modules(widgets.__path__, "widgets."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    leaves = {kind for kind in below(Surface) if kind.__module__.startswith("widgets.") and not kind.__subclasses__()}
    shown = frozenset().union(*(one.kinds for one in seen.values()))
    assert {kind.__name__ for kind in leaves - shown} == set()
    assert len(leaves) > 20


def below(kind: type[Any]) -> Iterator[type[Any]]:
    for one in kind.__subclasses__():
        yield one
        yield from below(one)


@pytest.mark.parametrize("page", STATES)
def test_every_page_has_its_states(page: type[object]) -> None:
    for state, name in STATES[page].items():
        assert isinstance(SCENES[name]().view, page), state
    assert all(f"{name}_{script}" in SCENES for name in scene_script.OVER for script in scene_script.NAMES)
    assert any(isinstance(SCENES[name]().view, page) for name in scene_script.OVER)


def test_the_states_of_every_page_are_listed_here() -> None:
    assert {type(SCENES[name]().view) for name in SCENES} == set(STATES)


@pytest.mark.parametrize("page", [Sicb, SicbLines, Sqcdp, LetterPage, Bowling])
def test_every_mark_of_the_vocabulary_stands_on_every_page_that_can_have_it(page: type[object]) -> None:
    marks = {one for name in SCENES if isinstance(view := SCENES[name]().view, page) for one in _within(view, Mark)}
    judged = {Judgement.GOOD, Judgement.MISS, *({Judgement.WATCH} if page in {Sqcdp, Bowling} else set())}
    wanted = {Mark(phase, judgement) for phase in (Phase.OPEN, Phase.CLOSED) for judgement in judged}
    wanted |= {Mark(phase) for phase in Phase if phase is not Phase.CLOSED}
    assert wanted - marks == set()


def test_every_other_state_that_a_view_can_name_stands_in_a_scene() -> None:
    found = {one for name in SCENES for one in _within(SCENES[name](), Enum)}
    kinds = {type(one) for one in found} - {Role, Fall}  # these are words alone, and look like one another
    assert {Notice, Stage, ReviewState, Countermeasure, ChangeKind} <= kinds
    assert {one for kind in kinds for one in kind} - found == set()


def _within(value: object, kind: type[Any]) -> Iterator[Any]:
    """Yield everything of a kind in a view."""
    if isinstance(value, kind):
        yield value
    elif isinstance(value, tuple | list | frozenset):
        for one in value:
            yield from _within(one, kind)
    elif is_dataclass(value) and not isinstance(value, type):
        for one in fields(value):
            yield from _within(getattr(value, one.name), kind)


def test_pictures_are_written_and_their_paths_printed(
    qtbot: QtBot, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--render", str(tmp_path / "out"), "--size", "320x180", "--theme", "light"]) == 0
    printed = capsys.readouterr().out.split()
    assert printed == [str(tmp_path / "out" / f"{name}.png") for name in SCENES]
    assert all(Path(path).stat().st_size > 1000 for path in printed)


def test_the_pictures_of_the_readme_are_written_alone(
    qtbot: QtBot, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--render", str(tmp_path), "--readme"]) == 0
    assert capsys.readouterr().out.split() == [str(tmp_path / name) for name in README]
    assert QImage(str(tmp_path / "sicb.png")).size() == QSize(1920, 1080)


def test_a_size_that_is_none_is_refused_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--size", "big"])
    assert '"big" is no size: write it as 1920x1080' in capsys.readouterr().err


def test_the_gallery_leafs_by_keys(qtbot: QtBot) -> None:
    gallery = Gallery()
    qtbot.addWidget(gallery)
    gallery.show()
    names = list(SCENES)
    assert gallery.scene == names[0]
    QTest.keyClick(gallery, Qt.Key.Key_PageDown)
    assert gallery.scene == names[1]
    QTest.keyClick(gallery, Qt.Key.Key_PageUp)
    QTest.keyClick(gallery, Qt.Key.Key_PageUp)
    assert gallery.scene == names[-1]
    QTest.keyClick(gallery, Qt.Key.Key_T)
    assert gallery.windowTitle() == f"{names[-1]} · light · en"
    with speaking("en"):
        QTest.keyClick(gallery, Qt.Key.Key_L)
        assert gallery.windowTitle() == f"{names[-1]} · light · de"
        QTest.keyClick(gallery, Qt.Key.Key_S)
        assert gallery.windowTitle() == f"{names[-1]} · light · de · latin"
    QTest.keyClick(gallery, Qt.Key.Key_R)
    assert gallery.height() > gallery.width()
    gallery.hide()
