"""Fingers at random on a board whose store answers late, early, or not at all: nothing is logged or lost wrongly."""

import random
from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF, QSize
from pytestqt.qtbot import QtBot

from board.plant.span import Span
from board.views.mark import Phase
from board.views.sicb import ExplainedPart, Interval, Sicb
from tests.widgets.glass import LANDSCAPE, PORTRAIT, Room, tap
from tests.widgets.shift import JAM, MISSED, NODE, RUNNING, at, explained, interval, shift
from widgets.lower_third import LowerThird
from widgets.tap_book import Tap, TapKind

GAPS = {MISSED: 268, RUNNING: 40}


class Kiosk:
    """Keeps what the board says, answers in any order, and shows views that may be older than the answer."""

    def __init__(self, docks: LowerThird, rng: random.Random) -> None:
        self.docks, self.rng = docks, rng
        self.parts: dict[Span, list[ExplainedPart]] = {MISSED: [JAM], RUNNING: []}
        self.asked: list[Tap] = []
        self.said = self.kept = self.entries = 0
        docks.miss_chosen.connect(self.miss)
        docks.undo_chosen.connect(self.undo)
        docks.detail_given.connect(self.detail)

    def miss(self, node: str, span: Span, reason: str, quantity: int) -> None:
        assert quantity > 0
        self.ask(Tap(kind=TapKind.MISS, node=node, span=span, reason=reason, quantity=quantity))

    def undo(self, node: str, entry: str) -> None:
        self.ask(Tap(kind=TapKind.UNDO, node=node, subject=entry))

    def detail(self, node: str, entry: str, _fields: object) -> None:
        self.ask(Tap(kind=TapKind.DETAIL, node=node, subject=entry))

    def ask(self, tap: Tap) -> None:
        assert tap not in self.asked, "the same tap is asked for twice while it is pending"
        self.said += 1
        self.asked.append(tap)

    def answer(self) -> None:
        """Keep or refuse one of what is pending; taps reach the disk in their order."""
        if not self.asked:
            return
        asked = self.asked.pop(0)
        if self.rng.random() < 0.2:
            self.docks.show_refused("Not saved: the disk is full.", asked)
            return
        self.kept += 1
        self.entries += 1
        entry = f"entry-{self.entries}"
        if asked.kind is TapKind.MISS and asked.span is not None:
            part = ExplainedPart(
                entry=entry, reason=asked.reason, name=asked.reason, icon="other", quantity=asked.quantity
            )
            self.parts[asked.span].append(part)
        if asked.kind is TapKind.UNDO:
            for parts in self.parts.values():
                parts[:] = [part for part in parts if part.entry != asked.subject]
        self.docks.show_saved(entry, asked, at(11, 42))

    def look(self) -> None:
        self.docks.show_view(self.view())

    def view(self) -> Sicb:
        rows: list[Interval] = []
        for span, phase, start in ((MISSED, Phase.CLOSED, 8), (RUNNING, Phase.OPEN, 10)):
            row = interval(start, phase, None, 2300, 2300 - GAPS[span])
            rows.append(explained(row, *self.parts[span]))
        return replace(shift(*rows), tray=())


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT, QSize(1280, 720)])
def test_no_gap_is_explained_twice_and_no_tap_is_left_without_an_answer(
    qtbot: QtBot, rng: random.Random, size: QSize
) -> None:
    room = Room(qtbot, size)
    docks = LowerThird(room.look, room.finger, room.board, pace=room.pace)
    docks.show_look(room.look, QRectF(0, size.height() * 0.3, size.width(), size.height() * 0.7))
    kiosk = Kiosk(docks, rng)
    kiosk.look()
    for _ in range(600):
        step = rng.random()
        room.clock.wind(rng.choice((0.05, 0.3, 1.0, 4.0)))
        dock = docks.open_panel or (docks.bar if docks.bar.is_open else None)
        if step < 0.25 or dock is None:
            docks.touch_interval(rng.choice((MISSED, RUNNING)))
        elif step < 0.75 and dock.buttons:
            tap(dock, rng.choice(dock.buttons).rect)
        elif step < 0.9:
            kiosk.answer()
        else:
            kiosk.look()
        for span, gap in GAPS.items():
            assert sum(part.quantity for part in kiosk.parts[span]) <= gap
    while kiosk.asked:
        kiosk.answer()
    kiosk.look()
    assert kiosk.kept > 3
    assert not any(button.held for dock in docks.docks for button in dock.buttons if dock.is_open)
    assert not any(dock.waits for dock in docks.docks if dock.is_open)
    assert kiosk.docks._book.misses(NODE, MISSED) == ()
