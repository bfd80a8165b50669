"""The ages of the page of sources on the wall: they tick by themselves, and setting the clock makes none young."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from typing_extensions import override

from board.views.sources import Sources
from kiosk.source_ages import SourceAges
from kiosk.wish import SOURCES, Wish
from tests.kiosk.test_wall import NOON, Room, Still
from tests.widgets.shift import shift
from widgets.scene_sources import NOW, sources
from widgets.sources_board import SOURCE
from widgets.sources_face import SourceFace


def at_noon() -> Sources:
    """Return the usual page, moved to noon."""
    moved = NOON - NOW
    view = sources()
    rows = tuple(
        replace(row, freshness=replace(row.freshness, seen_at=row.freshness.seen_at + moved))
        for row in view.rows
        if row.freshness.seen_at is not None
    )
    return replace(view, rows=rows, now=NOON, node="line-3")


@pytest.fixture
def room(qtbot: QtBot) -> Iterator[Room]:
    found = Room(qtbot)
    found.view()
    yield found
    found.wall._second.stop()
    found.board.hide()


def age(room: Room, source: str) -> str:
    face = room.board.pages.sources.face_of(SOURCE + source)
    assert isinstance(face, SourceFace)
    return face.age


def open_page(room: Room) -> None:
    room.board.page_chosen.emit(SOURCES)
    assert room.hands.wished[-1] == Wish(page=SOURCES, node="line-3")
    room.bridge.viewed.emit(room.hands.wished[-1], at_noon())
    QApplication.processEvents()


def test_the_ages_go_on_without_anything_new(room: Room) -> None:
    open_page(room)
    assert (age(room, "press-line"), age(room, "historian")) == ("0 s old", "1 min old"), "told in steps"
    room.pass_s(8)
    assert age(room, "press-line") == "10 s old"
    room.pass_s(292)
    assert (age(room, "press-line"), age(room, "historian")) == ("5 min old", "6 min old")


def test_nothing_is_told_of_sources_while_another_page_is_up(room: Room) -> None:
    room.pass_s(1)
    assert room.board.pages._sources is None
    assert SourceAges(Still()).of(shift()) == {}


class PutBack(Still):
    """A clock that somebody sets an hour back for people; for the machine it goes on."""

    is_back = False

    @override
    def now(self) -> datetime:
        return NOON - timedelta(hours=1) if self.is_back else super().now()


def test_a_clock_that_is_put_back_makes_no_source_young() -> None:
    clock, view = PutBack(), at_noon()
    ages = SourceAges(clock)
    assert ages.of(view)["press-line"][1] == 0
    clock.passed_s, clock.is_back = 240.0, True
    assert ages.of(view)["press-line"][1] == 240
    assert SourceAges(clock).of(view)["press-line"][1] == 0, "which is what the wall clock alone would say"
