"""The page of sources as an eye, a finger, a keyboard and a screen reader meet it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from board.views.freshness import Stage
from board.views.sources import Sources
from tests.helpers.tongue import speaking
from tests.widgets.glass import Clock, tap
from tests.widgets.painted import painted
from tests.widgets.wall import SIZES, WIDE, finger_of, look_of
from widgets.footer import Footer
from widgets.header import Header
from widgets.scene_sources import (
    NOW,
    SCENES,
    sources,
    sources_empty,
    sources_failing,
    sources_many,
    sources_new,
    sources_stale,
    sources_unread,
)
from widgets.sources_board import MORE, SOURCE, SourcesBoard
from widgets.sources_face import HeadFace, Sign, SourceFace
from widgets.sources_say import Age


def board(qtbot: QtBot, view: Sources, size: QSize = WIDE, clock: Clock | None = None) -> SourcesBoard:
    look = look_of(size)
    made = SourcesBoard(look, finger_of(size, clock))
    qtbot.addWidget(made)
    width_u = size.width() / look.u
    made.resize(size.width(), size.height() - round(look.px(Header.height_u(width_u) + Footer.height_u(width_u))))
    made.show_sources(view)
    return made


def face(page: SourcesBoard, source: str) -> SourceFace:
    found = page.face_of(SOURCE + source)
    assert isinstance(found, SourceFace)
    return found


def shown(page: SourcesBoard) -> list[str]:
    return [name.removeprefix(SOURCE) for name, _ in page.faces() if name.startswith(SOURCE)]


def ages(view: Sources, seconds: int) -> Mapping[str, Age]:
    """Return the ages of all sources so many seconds later."""
    later = view.now + timedelta(seconds=seconds)
    return {row.id: (row.freshness.stage(later), row.freshness.age_s(later)) for row in view.rows}


def test_a_source_says_what_it_gave_last_how_old_that_is_and_how_much_came_today(qtbot: QtBot) -> None:
    press = face(board(qtbot, sources()), "press-line")
    assert (press.sign, press.kind, press.value, press.unit) == (Sign.LIVE, "machine, OPC UA", "1\u2009240", "parts")
    assert (press.of, press.age, press.told) == ("Good parts, Line 3 · 11:42", "4 s old", "answered 11:42")
    assert (press.rows, press.today, press.troubles) == ("20\u2009418", "readings today", ())


def test_what_is_wrong_is_said_in_plain_words_with_what_comes_next(qtbot: QtBot) -> None:
    page = board(qtbot, sources_failing())
    assert face(page, "erp").sign is Sign.FAILS
    assert face(page, "erp").troubles == (
        "Failing since 11:19: the server says 401: renew the token; next try at 11:43:10",
    )
    assert face(page, "camera").troubles == (
        "Not read now: the program that reads it fell and is started again at 11:43:24",
    )
    assert face(board(qtbot, sources_unread()), "erp").sign is Sign.FAILS
    silent, gone, late = (face(board(qtbot, sources_stale()), name) for name in ("press-line", "erp", "counters"))
    assert silent.troubles == ("It answers, but has told nothing newer than 11:19",)
    assert gone.troubles == ("Nothing has come since 18 Nov",)
    assert late.troubles == ("Not usable: line-1.csv, row 17, column Scrap: “1,2,3” is no number",)
    assert [each.sign for each in (silent, gone, late)] == [Sign.STALE, Sign.STALE, Sign.LATE]


def test_an_answer_of_long_ago_is_none_of_now(qtbot: QtBot) -> None:
    view = sources_stale()
    row = view.rows[0]
    rows = (replace(row, answered_at=NOW - timedelta(seconds=max(row.freshness.stale_after_s, 60) + 1)), *view.rows[1:])
    silent = face(board(qtbot, replace(view, rows=rows)), "press-line")
    assert silent.troubles == ("Nothing has come since 11:19",), "a picture painted while no board runs knows no better"


def test_a_try_that_has_just_been_is_not_announced(qtbot: QtBot) -> None:
    view = sources_failing()
    passed = replace(view, now=NOW + timedelta(minutes=5))
    assert face(board(qtbot, passed), "erp").troubles == ("Failing since 11:19: the server says 401: renew the token",)


def test_ages_tick_and_a_source_looks_old_once_it_is(qtbot: QtBot) -> None:
    view = sources()
    page = board(qtbot, view)
    page.show_ages(ages(view, 60))
    assert (face(page, "press-line").age, face(page, "press-line").stale) == ("1 min old", False)
    assert face(page, "historian").sign is Sign.LATE
    page.show_ages(ages(view, 300))
    press = face(page, "press-line")
    assert (press.age, press.sign, press.stale) == ("5 min old", Sign.STALE, True)
    assert press.troubles == ("Nothing has come since 11:42",)


def test_only_the_card_that_differs_is_painted(qtbot: QtBot) -> None:
    view = sources()
    page = board(qtbot, view)
    page.show()
    qtbot.waitExposed(page)
    QApplication.processEvents()
    one = {**ages(view, 0), "erp": (Stage.LIVE, 50)}
    page.show_ages(ages(view, 0))
    QApplication.processEvents()
    with painted(page) as heard:
        page.show_ages(one)
        QApplication.processEvents()
    place = page.place_of(SOURCE + "erp")
    assert place is not None
    assert heard.area > 0
    assert place.toAlignedRect().contains(heard.region.boundingRect())


@pytest.mark.parametrize("size", [WIDE, QSize(1080, 1920)], ids=["wide", "upright"])
def test_every_source_can_be_reached_by_touch_and_by_keyboard_and_the_first_come_back(
    qtbot: QtBot, size: QSize
) -> None:
    view, clock = sources_many(), Clock()
    page = board(qtbot, view, size, clock)
    page.show()
    qtbot.waitExposed(page)
    first = shown(page)
    seen = list(first)
    while seen.count(first[0]) == 1:
        clock.wind(1.0)
        tap(page, page._press.rect_of(MORE))
        seen += shown(page)
    assert set(seen) == {row.id for row in view.rows}
    assert shown(page) == first, "after the last come the first again"
    clock.wind(1.0)
    page.setFocus()
    QTest.keyClick(page, Qt.Key.Key_Down)
    QTest.keyClick(page, Qt.Key.Key_Return)
    assert shown(page) != first
    page.hide()
    assert shown(page) == first


def test_all_sources_fit_where_they_do_and_nothing_can_be_touched(qtbot: QtBot) -> None:
    page = board(qtbot, sources())
    assert shown(page) == [row.id for row in sources().rows]
    assert page._press.targets == ()


def test_it_reads_itself_out(qtbot: QtBot) -> None:
    page = board(qtbot, sources_failing())
    said = {spoken.name: spoken.words for spoken in page.spoken()}
    assert said["cell head"].startswith("3 of 5 need a look. The program that reads camera fell (it took more than")
    assert said["cell source erp"] == (
        "erp, server, HTTP, Failing since 11:19: the server says 401: renew the token; next try at 11:43:10, "
        "8\u2009625 cases, Plan of the order, Line 3 · 11:19, 23 min old, complete up to 11:19, 36 readings today"
    )
    assert page.accessibleName() == "Sources"


def test_a_name_at_the_beginning_of_a_sentence_stays_as_it_is_written(qtbot: QtBot) -> None:
    with speaking("hi"):
        head = board(qtbot, sources_failing()).face_of("head")
    assert isinstance(head, HeadFace)
    assert head.processes[0][0].startswith("camera ")


def test_a_plant_without_sources_and_a_first_minute_say_so(qtbot: QtBot) -> None:
    assert shown(board(qtbot, sources_empty())) == []
    new = face(board(qtbot, sources_new()), "erp")
    assert (new.sign, new.value, new.age, new.of, new.rows) == (Sign.MISSING, "", "nothing yet", "no value yet", "0")


@pytest.mark.parametrize("name", SCENES)
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size.width()}x{size.height()}")
def test_no_card_lies_over_another_or_outside_the_page(qtbot: QtBot, name: str, size: QSize) -> None:
    page = board(qtbot, SCENES[name](), size)
    places = [place for part, _ in page.faces() if (place := page.place_of(part)) is not None]
    assert all(page.rect().contains(place.toAlignedRect()) for place in places)
    for number, place in enumerate(places):
        assert not any(place.intersects(other) for other in places[number + 1 :])


def test_a_schedule_says_what_it_tells_and_how_old_its_answer_is(qtbot: QtBot) -> None:
    view = sources()
    schedule = replace(view.rows[0], id="schedule", last=None, is_plan=True, complete_through=None)
    card = face(board(qtbot, replace(view, rows=(schedule,))), "schedule")
    assert (card.value, card.of, card.age, card.stale) == ("", "what is planned", "4 s old", False)
    assert "what is planned" in card.aloud
