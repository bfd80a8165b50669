"""Every scene of the gallery looks as somebody who looked at it accepted it, lying and standing."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from tests.helpers.accept import FLAG
from tests.helpers.likeness import keep, number_of, side_by_side, unlike
from tests.house.tree import ROOT
from themes.theme import THEMES
from widgets import scene_script
from widgets.gallery import README, README_SIZE, picture_of
from widgets.scene import SCENES

ACCEPTED = ROOT / "tests" / "data" / "pictures"
OUT = ROOT / "out" / "pictures"
WAYS = {"lying": QSize(960, 540), "standing": QSize(540, 960)}
MOST_BYTES = 9_000_000


def ways_of(name: str) -> list[str]:
    """Return the ways up in which a scene is looked at: names in another script only in one, the same for ever."""
    ways = list(WAYS)
    return [ways[number_of(name, len(ways))]] if name.endswith(tuple(scene_script.NAMES)) else ways


EVERY = [(name, way) for name in SCENES for way in ways_of(name)]


@pytest.mark.parametrize(("name", "way"), EVERY)
def test_a_scene_looks_as_it_was_accepted(qtbot: QtBot, accepts: bool, name: str, way: str) -> None:
    now = picture_of(name, WAYS[way], theme_of(name, way))
    judge(now, ACCEPTED / f"{name}-{way}.png", accepts=accepts)


def theme_of(name: str, way: str) -> str:
    """Return what a scene wears: lying the usual theme, standing one of the others, the same for ever."""
    others = THEMES[1:]
    return THEMES[0] if way == "lying" else others[number_of(name, len(others))]


def judge(now: QImage, path: Path, *, accepts: bool, out: Path = OUT) -> None:
    """Fail where a picture is unlike the accepted one, and say where both can be seen; or accept it."""
    kept = QImage(str(path)) if path.exists() else None
    places = unlike(kept, now) if kept is not None else []
    if kept is not None and not places:
        return
    if accepts:
        keep(now, path)
        return
    out.mkdir(parents=True, exist_ok=True)
    seen = out / path.name
    side_by_side(kept, now, places).save(str(seen))
    said = "has not been accepted yet" if kept is None else f"looks different in {len(places)} places"
    pytest.fail(f"{path.stem} {said}; see {seen}. If it is meant, run the same with {FLAG}", pytrace=False)


@pytest.mark.parametrize("name", README)
def test_a_picture_of_the_readme_shows_what_its_scene_looks_like(qtbot: QtBot, name: str) -> None:
    shown = QImage(str(ROOT / "assets" / "pictures" / name))
    assert unlike(shown, picture_of(README[name], README_SIZE)) == [], "make pictures paints them anew"


def test_the_readme_shows_these_pictures_and_no_other() -> None:
    shown = re.findall(r"\(assets/pictures/([^)]+)\)", (ROOT / "README.md").read_text(encoding="utf-8"))
    assert sorted(shown) == sorted(README) == sorted(path.name for path in (ROOT / "assets" / "pictures").iterdir())


def test_no_accepted_picture_is_left_behind(accepts: bool) -> None:
    left = sorted({path.name for path in ACCEPTED.iterdir()} - {f"{name}-{way}.png" for name, way in EVERY})
    if accepts:
        for name in left:
            (ACCEPTED / name).unlink()
    else:
        assert left == [], f"scenes that are gone; {FLAG} takes their pictures away"


def test_the_accepted_pictures_stay_small() -> None:
    assert sum(path.stat().st_size for path in ACCEPTED.iterdir()) < MOST_BYTES
