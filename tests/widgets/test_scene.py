"""Example values: whole, different, and the same each time; every one can be painted in every theme."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from board.views.sicb import Sicb
from tests.helpers.tongue import speaking
from themes.theme import THEMES
from widgets.__main__ import main
from widgets.gallery import Gallery, picture_of
from widgets.scene import SCENES

SMALL = QSize(960, 540)


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


@pytest.mark.parametrize("theme", THEMES)
def test_every_scene_looks_different(qtbot: QtBot, theme: str) -> None:
    pictures = {name: picture_of(name, SMALL, theme) for name in SCENES}
    assert all(picture.size() == SMALL for picture in pictures.values())
    assert len({bytes(picture.constBits()) for picture in pictures.values()}) == len(SCENES)


def test_pictures_are_written_and_their_paths_printed(
    qtbot: QtBot, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--render", str(tmp_path / "out"), "--size", "640x360", "--theme", "light"]) == 0
    printed = capsys.readouterr().out.split()
    assert printed == [str(tmp_path / "out" / f"{name}.png") for name in SCENES]
    assert all(Path(path).stat().st_size > 1000 for path in printed)


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
    QTest.keyClick(gallery, Qt.Key.Key_R)
    assert gallery.height() > gallery.width()
    gallery.hide()
