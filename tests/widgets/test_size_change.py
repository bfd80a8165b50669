"""A board whose size, way up or pixels change while it runs looks like one that was made for them."""

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any

import numpy
import numpy.typing
import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.widgets.geometry import faults, surfaces, write
from tests.widgets.walls import Wall, wall
from widgets.finger import Screen

WALLS = (
    "normal", "many_intervals", "lines", "letters", "letter", "bowling", "changes", "sources", "miss", "one_reason",
)  # fmt: skip
SIZES = (QSize(1080, 1920), QSize(1280, 720), QSize(720, 1280), QSize(1280, 1024), QSize(1920, 1080))
PAGES = ("normal", "letters", "letter", "bowling", "changes", "miss")
NEAR_PX = 30.0
"""Fonts have whole sizes in unscaled pixels, so that on a scaled screen text is up to a little longer or shorter."""
SOFT = 40
"""Of 255: how much a pixel at the edge of a letter may differ."""


@pytest.mark.parametrize("name", WALLS)
def test_a_board_that_is_resized_or_turned_looks_like_a_new_one(qtbot: QtBot, name: str) -> None:
    with wall(name, QSize(1920, 1080)) as turned:
        for size in SIZES:
            turned.board.resize(size)
            turned.board.show_screen(Screen.of(size.width(), size.height(), 55.0))
            with wall(name, size) as new:
                qtbot.waitUntil(partial(look_alike, turned, new))
            assert [fault for surface in surfaces(turned.board) for fault in faults(surface, turned.data)] == []


@pytest.mark.parametrize("name", WALLS)
def test_a_board_that_moves_to_a_smaller_screen_looks_like_a_new_one_there(qtbot: QtBot, name: str) -> None:
    size = QSize(1920, 1080)
    with wall(name, size, 55.0) as moved, wall(name, size, 21.5) as new:
        moved.board.show_screen(Screen.of(1920, 1080, 21.5))
        qtbot.waitUntil(partial(look_alike, moved, new))


@pytest.mark.parametrize("factor", ["1.25", "1.5", "2"])
def test_a_scaled_screen_shows_the_same_in_more_pixels(qtbot: QtBot, factor: str) -> None:
    for name, said in told_at(factor).items():
        assert said["faults"] == [], name
        assert said["ratio"] == float(factor)
        here, there = once(texts_of(name, QSize(1920, 1080))), once(said["texts"])
        both = here.keys() & there.keys()
        assert len(both) > 0.9 * len(here), name
        for words in both:
            assert there[words] == pytest.approx(here[words], abs=NEAR_PX), (name, words)


def once(texts: Iterable[Sequence[Any]]) -> dict[str, tuple[float, float]]:
    """Return the texts that stand on a board once, with their places."""
    places = [(str(words), tuple(place)) for words, place in texts]
    count = Counter(words for words, _ in places)
    return {words: place for words, place in places if count[words] == 1}


def look_alike(one: Wall, other: Wall) -> bool:
    """Tell whether two boards show the same, but for the soft edges of a few letters."""
    first, second = (pixels(made.board.grab().toImage()) for made in (one, other))
    return bool(abs(first - second).max() <= SOFT)


def pixels(picture: QImage) -> "numpy.typing.NDArray[numpy.int16]":
    return numpy.frombuffer(picture.constBits(), dtype=numpy.uint8).astype(numpy.int16)


def texts_of(name: str, size: QSize, scale: float = 1.0) -> list[tuple[str, tuple[float, float]]]:
    """Return every text of a wall with its place on the screen, times a scale."""
    with wall(name, size) as made:
        return [
            (one.words, ((one.box.left() + surface.x()) * scale, (one.box.top() + surface.y()) * scale))
            for surface in surfaces(made.board)
            for one in write(surface).written
        ]


def told_at(factor: str) -> dict[str, dict[str, Any]]:
    """Return what a process of its own sees on a screen of that scale factor."""
    ran = subprocess.run(
        [sys.executable, "-m", "tests.widgets.test_size_change", factor],
        env=os.environ | {"QT_SCALE_FACTOR": factor, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    told: dict[str, dict[str, Any]] = json.loads(ran.stdout)
    return told


def main(factor: float) -> None:
    """Print what stands where on boards of full HD on a screen of that scale factor."""
    app = QApplication(["test"])
    size = QSize(round(1920 / factor), round(1080 / factor))
    told = {}
    for name in PAGES:
        with wall(name, size) as made:
            said = [fault for surface in surfaces(made.board) for fault in faults(surface, made.data)]
            ratio = made.board.devicePixelRatioF()
        told[name] = {"faults": said, "ratio": ratio, "texts": texts_of(name, size, factor)}
    print(json.dumps(told))
    app.processEvents()


if __name__ == "__main__":
    main(float(sys.argv[1]))
