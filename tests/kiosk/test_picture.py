"""A page painted without a display speaks the language of its site, or the one it is asked for."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from pytestqt.qtbot import QtBot

from kiosk.picture import paint_board
from tests.board.pages.desk import one_line
from tests.helpers.tongue import speaking
from tests.widgets.geometry import listening
from tests.widgets.shift import shift

PLANT = one_line()
NOW = datetime(2026, 11, 20, 11, 42, tzinfo=UTC)


@pytest.mark.parametrize(
    ("site", "asked", "said"), [("de", None, "Gründe"), ("de", "fr", "causes"), ("en", None, "reasons")]
)
def test_a_picture_speaks(qtbot: QtBot, site: str, asked: str | None, said: str) -> None:
    plant = replace(PLANT, site=replace(PLANT.site, language=site))
    with speaking("en"), listening() as ear:
        paint_board(shift(), plant, page="sicb", theme="dark", now=NOW, size=(1920, 1080), language=asked)
    assert said in {one.words for one in ear.written}
