"""References to None do not fall around Qt calls; PySide6 6.12.0 lost one with each and ended the process."""

import sys

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

CALLS = 4000


def test_calls_into_qt_keep_their_references_to_none(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    place = QRect(0, 0, 10, 10)
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        widget.setGeometry(place)
        widget.update()
        widget.setEnabled(True)
    assert abs(sys.getrefcount(None) - before) < CALLS // 100


def test_a_lost_reference_would_show() -> None:
    before = sys.getrefcount(None)
    held = [None] * CALLS
    assert sys.getrefcount(None) - before >= len(held)
