"""The top of a page: where, when, and whether it is live."""

from dataclasses import replace
from datetime import timedelta
from fractions import Fraction

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from board.views.frame import Frame
from board.views.freshness import Stage
from board.views.sicb import Path
from tests.widgets.glass import counted, tap
from tests.widgets.wall import SIZES, WIDE, finger_of, holds, look_of, picture
from widgets.header import Header
from widgets.scene import normal


def header(qtbot: QtBot, size: QSize = WIDE, frame: Frame | None = None) -> Header:
    made = Header(look_of(size), finger_of(size))
    qtbot.addWidget(made)
    made.resize(size.width(), round(made.look.px(Header.height_u(size.width() / made.look.u))))
    made.show_frame(frame or normal().frame)
    return made


def live() -> Frame:
    return normal().frame


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("stage", list(Stage))
def test_nothing_lies_over_anything_else(qtbot: QtBot, size: QSize, stage: Stage) -> None:
    made = header(qtbot, size, replace(live(), stage=stage, age_s=23 * 60))
    places = {name: made.place_of(name) for name in ("path", "day", "freshness", "clock")}
    for name, place in places.items():
        assert place is not None
        assert place.left() >= 0
        assert place.right() <= made.width() + 0.5
        for other, there in places.items():
            assert other == name or there is None or not place.intersects(there), (name, other)


def test_a_second_paints_the_clock_and_little_else(qtbot: QtBot) -> None:
    made = header(qtbot)
    before = picture(made)
    clock = made.place_of("clock")
    made.show_frame(replace(live(), clock=live().clock + timedelta(seconds=1)))
    after = picture(made)
    assert clock is not None
    assert before != after
    assert made.clock == "11:42:37"
    box = clock.toAlignedRect()
    outside = [(x, y) for x in range(0, before.width(), 3) for y in range(0, before.height(), 3)]
    assert all(before.pixel(x, y) == after.pixel(x, y) for x, y in outside if not box.contains(x, y))


@pytest.mark.parametrize(
    ("stage", "age_s", "said"),
    [
        (Stage.LIVE, 4, "live · 4 s"),
        (Stage.LATE, 45, "late · 45 s"),
        (Stage.STALE, 23 * 60, "data 23 min old"),
        (Stage.MISSING, None, "no data yet"),
    ],
)
def test_the_age_is_said(qtbot: QtBot, stage: Stage, age_s: int | None, said: str) -> None:
    made = header(qtbot, frame=replace(live(), stage=stage, age_s=age_s))
    assert made.face_of("freshness") == (stage, said)


def test_old_data_stand_inverted_and_live_ones_have_a_green_dot(qtbot: QtBot) -> None:
    made = header(qtbot)
    place = made.place_of("freshness")
    assert place is not None
    assert holds(picture(made), place, made.look, "goodLine")
    made.show_frame(replace(live(), stage=Stage.LATE, age_s=45))
    late = made.place_of("freshness")
    assert late is not None
    assert not holds(picture(made), late, made.look, "goodLine")
    made.show_frame(replace(live(), stage=Stage.STALE, age_s=23 * 60))
    old = made.place_of("freshness")
    assert old is not None
    assert old.width() > place.width()
    spots = [(round(old.left()) + 20 + n, round(old.top()) + 22) for n in range(12)]
    assert all(picture(made).pixelColor(x, y) == made.look.colour("text") for x, y in spots[:3])


def test_the_clock_keeps_running_while_the_data_are_old(qtbot: QtBot) -> None:
    made = header(qtbot, frame=replace(live(), stage=Stage.STALE, age_s=23 * 60))
    place = made.place_of("clock")
    assert place is not None
    assert holds(picture(made), place, made.look, "text")


def test_the_progress_of_the_shift_is_a_hairline(qtbot: QtBot) -> None:
    made = header(qtbot, frame=replace(live(), progress=Fraction(1, 2)))
    image, y = picture(made), made.height() - 2
    assert image.pixelColor(950, y) == made.look.colour("text3")
    assert image.pixelColor(970, y) == made.look.colour("line")


def test_without_a_shift_it_says_so(qtbot: QtBot) -> None:
    made = header(qtbot, frame=replace(live(), shift=None, starts=None, ends=None, progress=Fraction(0)))
    assert "no shift" in made.accessibleDescription()


def test_long_names_drop_the_page_the_site_and_the_area_before_the_line(qtbot: QtBot) -> None:
    path = Path(site="Vereinigte Mineralbrunnen Oberschwaben", area="Abfüllung und Verpackung", line="Linie 3")
    made = header(qtbot, QSize(1280, 720), replace(live(), path=path))
    assert made.fitting(replace(live(), path=path))[0][-1] == "Linie 3"
    whole = header(qtbot).fitting(live())
    assert whole == (["Northgate Works", "Filling", "Line 3"], "· intervals, cases")


def test_the_topic_of_a_page_stays_longer_than_the_site_it_is_of(qtbot: QtBot) -> None:
    narrow = header(qtbot, QSize(1080, 1920))
    assert narrow.fitting(replace(live(), topic="Quality")) == (["Northgate Works", "Filling", "Line 3"], "· Quality")


def test_the_way_back_is_touched(qtbot: QtBot) -> None:
    made = header(qtbot)
    made.show()
    qtbot.waitExposed(made)
    assert made.place_of("back") is None
    made.show_back(visible=True)
    with counted(made.back_touched) as said:
        tap(made, made.place_of("back"))
        QApplication.processEvents()
    assert said == [()]
    made.show_back(visible=False)
    assert made.place_of("back") is None
