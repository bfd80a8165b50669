"""What a wall cannot say."""

from dataclasses import replace

from pytestqt.qtbot import QtBot

from board.plant.plant import Plant
from kiosk.settings import load_settings
from kiosk.speakable import unspeakable
from tests.board.pages.desk import one_line

PLANT = one_line()


def said_of(plant: Plant, language: str | None = None) -> list[str]:
    return list(unspeakable(load_settings({"language": language}), plant))


def named(name: str) -> Plant:
    return replace(PLANT, lines=tuple(replace(line, name=name) for line in PLANT.lines))


def test_a_plant_in_our_scripts_can_be_said(qtbot: QtBot) -> None:
    for name in ("Linie 3", "Розлив", "बोतल भरना", "تعبئة", "灌装线"):
        assert said_of(named(name)) == []


def test_a_sign_without_a_font_is_named(qtbot: QtBot) -> None:
    assert "𐘀" in said_of(named("Linear 𐘀"))[0]


def test_a_language_that_nobody_speaks_is_named(qtbot: QtBot) -> None:
    site = replace(PLANT.site, language="xx")
    assert said_of(replace(PLANT, site=site))[0].startswith(f'{PLANT.site.id}, key language: found "xx"')
    assert said_of(PLANT, "qq")[0].startswith('the settings, key language: found "qq"')
    assert said_of(PLANT, "it") == []
