"""Example values of the page of changes: the same each time, and each opens what it says."""

import pytest
from pytestqt.qtbot import QtBot

from tests.widgets.test_changes_board import board
from tests.widgets.wall import picture
from widgets.changes_forms import Section, form_of
from widgets.scene_changes import OPENED, SCENES


@pytest.mark.parametrize("name", SCENES)
def test_a_scene_is_the_same_each_time(name: str) -> None:
    assert SCENES[name]() == SCENES[name]()


@pytest.mark.parametrize(("name", "opened"), OPENED.items())
def test_what_a_scene_opens_is_there(name: str, opened: tuple[str, str]) -> None:
    section, form = opened
    assert section in {one.value for one in Section}
    assert not form or form_of(SCENES[name](), form) is not None


def test_every_scene_looks_different(qtbot: QtBot) -> None:
    seen = set[bytes]()
    for name, scene in SCENES.items():
        made = board(qtbot, scene())
        section, form = OPENED.get(name, ("", ""))
        if form:
            made.open_form(Section(section), form)
        elif section:
            made.open_section(Section(section))
        made.show()
        image = picture(made)
        seen.add(bytes(image.constBits()))
        made.hide()
    assert len(seen) == len(SCENES)
