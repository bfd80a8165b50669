"""The bottom of a page: pages, marks, connections and notices."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF, QSize
from pytestqt.qtbot import QtBot

from board.views.frame import Frame, Notice, NoticeLine, PageTab
from board.views.freshness import Stage
from tests.widgets.glass import Clock, counted, tap
from tests.widgets.wall import SIZES, WIDE, finger_of, holds, look_of, picture
from widgets.footer import NEXT, SOURCES, WIRES, Footer
from widgets.scene import normal, stale
from widgets.wire import notice_words, wires_of


def footer(qtbot: QtBot, size: QSize = WIDE, frame: Frame | None = None, clock: Clock | None = None) -> Footer:
    made = Footer(look_of(size), finger_of(size, clock))
    qtbot.addWidget(made)
    made.resize(size.width(), round(made.look.px(Footer.height_u(size.width() / made.look.u))))
    made.show_frame(frame or normal().frame)
    return made


FRAMES = {
    "live": normal().frame,
    "stale": stale().frame,
    "noticed": replace(stale().frame, notices=tuple(NoticeLine(notice=one, detail="x" * 60) for one in Notice)),
}


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("state", FRAMES)
def test_nothing_lies_over_anything_else(qtbot: QtBot, size: QSize, state: str) -> None:
    made = footer(qtbot, size, FRAMES[state])
    places = [place for name in ("pages", "middle", "wires") if (place := made.place_of(name)) is not None]
    for number, place in enumerate(places):
        assert place.right() <= made.width() + 0.5
        assert not any(place.intersects(other) for other in places[number + 1 :])


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_a_notice_is_seen_on_every_screen(qtbot: QtBot, size: QSize) -> None:
    made = footer(qtbot, size, FRAMES["noticed"])
    place = made.place_of("middle")
    assert place is not None
    assert place.width() >= made.look.px(300)
    assert holds(picture(made), place, made.look, "watchLine")


def test_connections_are_said_in_words() -> None:
    assert [wire.words for wire in wires_of(normal().frame)] == ["line signal 4 s", "server", "0 waiting"]
    assert [wire.words for wire in wires_of(stale().frame)] == [
        "line signal 23 min old",
        "server offline since 11:19",
        "4 taps waiting, kept on this screen",
    ]
    embedded = replace(normal().frame, server="embedded", stage=Stage.MISSING, age_s=None, waiting=1)
    assert [wire.words for wire in wires_of(embedded)] == [
        "no line signal",
        "this screen",
        "1 tap waiting, kept on this screen",
    ]


def test_a_tap_the_disk_refuses_is_not_said_to_be_kept() -> None:
    refused = replace(normal().frame, waiting=2, notices=(NoticeLine(notice=Notice.DISK_REFUSES),))
    assert wires_of(refused)[-1].words == "2 waiting for the disk"


def test_what_fails_is_told_louder() -> None:
    assert [wire.loud for wire in wires_of(normal().frame)] == [False, False, False]
    assert [wire.loud for wire in wires_of(stale().frame)] == [True, True, True]


@pytest.mark.parametrize("notice", list(Notice))
def test_every_notice_is_a_sentence_with_its_particulars(notice: Notice) -> None:
    said = notice_words(NoticeLine(notice=notice, detail="northgate.toml"))
    assert said.endswith(": northgate.toml")
    assert len(said) > 30


def test_the_first_notice_stands_in_the_place_of_the_legend(qtbot: QtBot) -> None:
    legend = picture(footer(qtbot))
    noticed = footer(qtbot, frame=replace(normal().frame, notices=(NoticeLine(notice=Notice.CLOCK_SUSPECT),)))
    place = noticed.place_of("middle")
    assert place is not None
    assert holds(legend, place, noticed.look, "miss")
    assert not holds(picture(noticed), place, noticed.look, "miss")
    assert "clock" in noticed.accessibleDescription()


def test_a_page_is_chosen_by_its_dot_and_the_next_by_the_name(qtbot: QtBot) -> None:
    clock = Clock()
    tabs = (PageTab(key="sicb", name="Intervals"), PageTab(key="lines", name="Lines"))
    made = footer(qtbot, frame=replace(normal().frame, tabs=tabs), clock=clock)
    made.show()
    qtbot.waitExposed(made)
    with counted(made.page_chosen) as said:
        tap(made, QRectF(80, 10, 16, 40))
        clock.wind(1)
        tap(made, made.rect_of(NEXT))
        clock.wind(1)
        tap(made, QRectF(42, 10, 16, 40))
    assert said == [("lines",), ("lines",), ("sicb",)]


def test_the_connections_lead_to_the_page_of_sources_where_there_is_one(qtbot: QtBot) -> None:
    frame = normal().frame
    assert footer(qtbot).rect_of(WIRES) is None
    made = footer(qtbot, frame=replace(frame, tabs=(*frame.tabs, PageTab(key=SOURCES, name="Sources"))))
    made.show()
    qtbot.waitExposed(made)
    with counted(made.page_chosen) as chosen:
        tap(made, made.rect_of(WIRES))
    assert chosen == [(SOURCES,)]


def test_one_page_alone_has_nothing_to_choose(qtbot: QtBot) -> None:
    made = footer(qtbot, frame=replace(normal().frame, tabs=(PageTab(key="sicb", name="Intervals"),)))
    assert made.rect_of(NEXT) is None


def test_an_equal_frame_changes_nothing(qtbot: QtBot) -> None:
    made = footer(qtbot)
    faces = made.faces()
    made.show_frame(replace(normal().frame))
    assert made.faces() == faces
