"""What is too small for a finger is measured on the pages themselves."""

import pytest
from pytestqt.qtbot import QtBot

from kiosk.touchable import PAGES, too_small_to_touch
from widgets.scene import SCENES


@pytest.mark.parametrize(("size", "diagonal_in"), [((1920, 1080), 21.5), ((1920, 1080), 55), ((1080, 1920), 27)])
def test_on_the_usual_screens_a_finger_finds_everything(
    qtbot: QtBot, size: tuple[int, int], diagonal_in: float
) -> None:
    assert list(too_small_to_touch(size, diagonal_in)) == []


def test_on_a_small_panel_every_page_is_named_with_its_millimetres(qtbot: QtBot) -> None:
    said = list(too_small_to_touch((1920, 1080), 10.1))
    assert len(said) == len(PAGES)
    assert said[0].startswith(
        "on this 10.1-inch screen the smallest thing to touch on the intervals of a line measures"
    )
    assert said[0].endswith("mm; a finger takes 20 mm")


def test_the_pages_are_examples_that_exist() -> None:
    assert set(PAGES) <= set(SCENES)
