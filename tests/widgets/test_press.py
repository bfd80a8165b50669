"""Touch, mouse and keys on painted targets: what acts, and what must not."""

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QEventPoint, QMouseEvent, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.widgets.glass import Clock, counted, lift, put_down, slide, tap, touches, touchscreen
from widgets.finger import Finger, Screen, TouchRule
from widgets.press import Press, Target

ONE = QRectF(100, 100, 200, 100)
TWO = QRectF(340, 100, 200, 100)
SIGN = QRectF(100, 300, 200, 100)
AWAY = QPointF(700, 500)
DOWN, MOVED, UP = QEventPoint.State.Pressed, QEventPoint.State.Updated, QEventPoint.State.Released


class Glass(QWidget):
    """A bare widget of 800 x 600 with two targets to touch and one to hold; half a millimetre a pixel."""

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self.resize(QSize(800, 600))
        self.clock = clock
        self.finger = Finger(Screen(mm_per_px=0.5), clock=clock, parent=self)
        self.press = Press(self, self.finger)
        self.press.show_targets(
            (
                Target(name="one", rect=ONE, label="Labeller"),
                Target(name="two", rect=TWO),
                Target(name="sign", rect=SIGN, hold=True),
            )
        )


@pytest.fixture
def glass(qtbot: QtBot) -> Glass:
    """Return the widget, shown."""
    widget = Glass(Clock())
    qtbot.addWidget(widget)
    widget.show()
    qtbot.waitExposed(widget)
    widget.activateWindow()
    return widget


def test_a_touch_acts_on_release_and_looks_pressed_before(glass: Glass) -> None:
    with counted(glass.press.touched) as said:
        put_down(glass, ONE.center())
        assert glass.press.is_pressed("one")
        assert said == []
        lift(glass, ONE.center())
    assert said == [("one",)]


def test_the_pressed_look_outlasts_a_quick_touch_and_ends(glass: Glass, qtbot: QtBot) -> None:
    tap(glass, ONE)
    assert glass.press.is_pressed("one")
    qtbot.waitUntil(lambda: not glass.press.is_pressed("one"))


def test_dragging_off_cancels_and_coming_back_does_not(glass: Glass) -> None:
    with counted(glass.press.touched) as said:
        put_down(glass, ONE.center())
        slide(glass, AWAY)
        assert not glass.press.is_pressed("one")
        lift(glass, AWAY)
        assert said == []
        put_down(glass, ONE.center())
        slide(glass, AWAY)
        slide(glass, ONE.center())
        lift(glass, ONE.center())
    assert said == [("one",)]


@pytest.mark.parametrize(("off_px", "acts"), [(0, True), (11, True), (14, False)])
def test_a_release_counts_up_to_six_millimetres_outside(glass: Glass, off_px: int, acts: bool) -> None:
    with counted(glass.press.touched) as said:
        put_down(glass, ONE.center())
        lift(glass, QPointF(200, ONE.bottom() + off_px))
    assert bool(said) is acts


def test_a_double_tap_acts_once_and_a_later_one_again(glass: Glass) -> None:
    with counted(glass.press.touched) as said:
        tap(glass, ONE)
        glass.clock.wind(0.2)
        tap(glass, ONE)
        assert said == [("one",)]
        glass.clock.wind(0.3)
        tap(glass, ONE)
    assert said == [("one",), ("one",)]


def test_a_quick_touch_of_another_target_is_not_a_bounce(glass: Glass) -> None:
    with counted(glass.press.touched) as said:
        tap(glass, ONE)
        glass.clock.wind(0.1)
        tap(glass, TWO)
    assert said == [("one",), ("two",)]


def test_a_bounce_at_the_same_place_does_not_reach_what_has_just_come_up_there(glass: Glass, qtbot: QtBot) -> None:
    over = QWidget(glass)
    over.setGeometry(glass.rect())
    press = Press(over, glass.finger)
    press.show_targets((Target(name="tile", rect=ONE),))
    with counted(press.touched) as said:
        over.hide()
        tap(glass, ONE)
        over.show()
        glass.clock.wind(0.1)
        tap(over, ONE)
        assert said == []
        glass.clock.wind(0.2)
        tap(over, ONE)
    assert said == [("tile",)]


def test_two_fingers_are_one(glass: Glass) -> None:
    with counted(glass.press.touched) as said:
        sequence = touches(glass)
        sequence.press(0, ONE.center().toPoint(), glass).press(1, TWO.center().toPoint(), glass).commit()
        assert not glass.press.is_pressed("two")
        sequence = touches(glass)
        sequence.release(0, ONE.center().toPoint(), glass).release(1, TWO.center().toPoint(), glass).commit()
        QApplication.processEvents()
    assert said == [("one",)]


def test_a_finger_on_one_widget_keeps_others_out(glass: Glass) -> None:
    other = QWidget()
    press = Press(other, glass.finger)
    press.show_targets((Target(name="elsewhere", rect=ONE),))
    put_down(glass, ONE.center())
    with counted(press.touched) as said:
        press.contact(7, DOWN, ONE.center(), AWAY, 0.0)
        press.contact(7, UP, ONE.center(), AWAY, 0.0)
    lift(glass, ONE.center())
    assert said == []


def test_a_touch_whose_end_was_never_heard_does_not_block_the_board(glass: Glass) -> None:
    other = QWidget()
    press = Press(other, glass.finger)
    press.show_targets((Target(name="elsewhere", rect=ONE),))
    glass.press.contact(0, DOWN, ONE.center(), ONE.center(), 0.0)
    with counted(press.touched) as elsewhere, counted(glass.press.touched) as said:
        glass.clock.wind(5.0)
        press.contact(1, DOWN, ONE.center(), AWAY, 0.0)
        press.contact(1, UP, ONE.center(), AWAY, 0.0)
        assert elsewhere == []
        glass.clock.wind(6.0)
        press.contact(2, DOWN, ONE.center(), AWAY, 0.0)
        press.contact(2, UP, ONE.center(), AWAY, 0.0)
        assert elsewhere == [("elsewhere",)]
        press._end_fade()
        tap(glass, TWO)
        put_down(glass, ONE.center())
        glass.clock.wind(11.0)
        QTest.mouseClick(glass, Qt.MouseButton.LeftButton, pos=TWO.center().toPoint())
        assert said == [("two",), ("two",)]
        lift(glass, ONE.center())
    assert said == [("two",), ("two",)]


@pytest.mark.parametrize(("width_mm", "acts"), [(0.0, True), (9.0, True), (38.0, True), (46.0, False)])
def test_a_palm_is_ignored_and_a_glove_is_not(glass: Glass, width_mm: float, acts: bool) -> None:
    width_px = glass.finger.screen.px(width_mm)
    with counted(glass.press.touched) as said:
        glass.press.contact(0, DOWN, ONE.center(), ONE.center(), width_px)
        glass.press.contact(0, UP, ONE.center(), ONE.center(), width_px)
    assert bool(said) is acts


def test_a_finger_acts_beside_a_resting_palm(glass: Glass) -> None:
    palm, tip = glass.finger.screen.px(80), glass.finger.screen.px(9)
    with counted(glass.press.touched) as said:
        glass.press.contact(0, DOWN, TWO.center(), TWO.center(), palm)
        glass.press.contact(1, DOWN, ONE.center(), ONE.center(), tip)
        glass.press.contact(0, MOVED, TWO.center(), TWO.center(), palm)
        glass.press.contact(1, UP, ONE.center(), ONE.center(), tip)
        glass.press.contact(0, UP, TWO.center(), TWO.center(), tip)
    assert said == [("one",)]


def test_a_contact_that_grows_to_a_palm_lets_go(glass: Glass) -> None:
    with counted(glass.press.touched) as said:
        glass.press.contact(0, DOWN, ONE.center(), ONE.center(), 10.0)
        glass.press.contact(0, MOVED, ONE.center(), ONE.center(), glass.finger.screen.px(60))
        assert not glass.press.is_pressed("one")
        glass.press.contact(0, UP, ONE.center(), ONE.center(), 10.0)
    assert said == []


def test_the_width_of_a_palm_is_a_setting(glass: Glass) -> None:
    assert Finger(Screen(mm_per_px=1.0), rule=TouchRule(palm_mm=20.0)).rule.palm_mm == 20.0


def test_the_mouse_acts_as_a_finger_does(glass: Glass) -> None:
    with counted(glass.press.touched) as said:
        QTest.mouseClick(glass, Qt.MouseButton.LeftButton, pos=ONE.center().toPoint())
        QTest.mouseClick(glass, Qt.MouseButton.RightButton, pos=TWO.center().toPoint())
        QTest.mousePress(glass, Qt.MouseButton.LeftButton, pos=TWO.center().toPoint())
        QTest.mouseMove(glass, AWAY.toPoint())
        QTest.mouseRelease(glass, Qt.MouseButton.LeftButton, pos=AWAY.toPoint())
    assert said == [("one",)]


def test_a_double_click_acts_once(glass: Glass) -> None:
    with counted(glass.press.touched) as said:
        QTest.mouseClick(glass, Qt.MouseButton.LeftButton, pos=ONE.center().toPoint())
        QTest.mouseDClick(glass, Qt.MouseButton.LeftButton, pos=ONE.center().toPoint())
        QTest.mouseRelease(glass, Qt.MouseButton.LeftButton, pos=ONE.center().toPoint())
    assert said == [("one",)]


def test_a_mouse_event_made_of_a_touch_is_ignored(glass: Glass) -> None:
    with counted(glass.press.touched) as said:
        tap(glass, ONE)
        glass.clock.wind(0.4)
        QTest.mouseClick(glass, Qt.MouseButton.LeftButton, pos=TWO.center().toPoint())
        assert said == [("one",)]
        glass.clock.wind(0.4)
        QTest.mouseClick(glass, Qt.MouseButton.LeftButton, pos=TWO.center().toPoint())
    assert said == [("one",), ("two",)]


def test_a_mouse_event_from_a_touchscreen_is_ignored(glass: Glass) -> None:
    with counted(glass.press.touched) as said:
        for kind, device in (
            (QMouseEvent.Type.MouseButtonPress, touchscreen()),
            (QMouseEvent.Type.MouseButtonRelease, touchscreen()),
        ):
            QApplication.sendEvent(glass, _mouse(kind, ONE.center(), device))
    assert said == []


def test_a_hold_signs_off_and_a_short_press_does_not(glass: Glass, qtbot: QtBot) -> None:
    with counted(glass.press.held) as held, counted(glass.press.let_go) as let_go:
        put_down(glass, SIGN.center())
        glass.clock.wind(0.5)
        assert glass.press.hold_share("sign") == pytest.approx(0.625)
        lift(glass, SIGN.center())
        assert (held, let_go) == ([], [("sign",)])
        glass.clock.wind(1.0)
        put_down(glass, SIGN.center())
        glass.clock.wind(0.9)
        qtbot.waitUntil(lambda: held == [("sign",)])
        lift(glass, SIGN.center())
    assert (held, let_go) == ([("sign",)], [("sign",)])


def test_a_hold_that_slips_off_signs_nothing(glass: Glass) -> None:
    with counted(glass.press.held) as held:
        put_down(glass, SIGN.center())
        slide(glass, AWAY)
        glass.clock.wind(2.0)
        slide(glass, SIGN.center())
        lift(glass, SIGN.center())
    assert held == []


def test_a_touch_beside_a_target_snaps_to_it_and_one_far_off_does_nothing(glass: Glass) -> None:
    with counted(glass.press.touched) as said:
        tap(glass, QPointF(ONE.right() + 5, 150))
        tap(glass, QPointF(200, 250))
    assert said == [("one",)]


def test_arrows_tab_and_enter_do_everything(glass: Glass, qtbot: QtBot) -> None:
    glass.setFocus()
    with counted(glass.press.touched) as said, counted(glass.press.held) as held:
        QTest.keyClick(glass, Qt.Key.Key_Return)
        assert said == []
        QTest.keyClick(glass, Qt.Key.Key_Tab)
        assert glass.press.is_focused("one")
        assert glass.accessibleName() == "Labeller"
        QTest.keyClick(glass, Qt.Key.Key_Right)
        QTest.keyClick(glass, Qt.Key.Key_Return)
        QTest.keyClick(glass, Qt.Key.Key_Left)
        QTest.keyClick(glass, Qt.Key.Key_Down)
        assert glass.press.is_focused("sign")
        QTest.keyPress(glass, Qt.Key.Key_Space)
        glass.clock.wind(0.9)
        qtbot.waitUntil(lambda: held == [("sign",)])
        QTest.keyRelease(glass, Qt.Key.Key_Space)
    assert (said, held) == ([("two",)], [("sign",)])


def test_the_ring_of_the_keyboard_goes_when_a_finger_comes(glass: Glass) -> None:
    QTest.keyClick(glass, Qt.Key.Key_Tab)
    tap(glass, TWO)
    assert not glass.press.is_focused("one")
    assert not glass.press.is_focused("two")


def test_a_press_ends_with_its_target_and_survives_a_moved_one(glass: Glass) -> None:
    moved = Target(name="one", rect=ONE.translated(20, 0))
    with counted(glass.press.touched) as said:
        put_down(glass, ONE.center())
        glass.press.show_targets((moved,))
        lift(glass, ONE.center())
        assert said == [("one",)]
        glass.clock.wind(1.0)
        put_down(glass, ONE.center())
        glass.press.show_targets(())
        lift(glass, ONE.center())
    assert said == [("one",)]


def test_a_touch_stirs_the_board_and_a_palm_does_not(glass: Glass) -> None:
    with counted(glass.finger.stirred) as stirred:
        glass.press.contact(0, DOWN, AWAY, AWAY, 500.0)
        glass.press.contact(0, UP, AWAY, AWAY, 500.0)
        assert stirred == []
        tap(glass, AWAY)
    assert stirred


def test_millimetres_come_from_the_diagonal() -> None:
    wall = Screen.of(1920, 1080, 55)
    assert wall.mm_per_px == pytest.approx(0.634, abs=0.001)
    assert Screen.of(1080, 1920, 55).mm_per_px == pytest.approx(wall.mm_per_px)
    assert wall.dock_growth == 1.0
    assert Screen.of(1920, 1080, 21.5).dock_growth == pytest.approx(1.488, abs=0.001)


def _mouse(kind: QMouseEvent.Type, place: QPointF, device: QPointingDevice) -> QMouseEvent:
    left = Qt.MouseButton.LeftButton
    return QMouseEvent(kind, place, QPointF(QPoint()), place, left, left, Qt.KeyboardModifier.NoModifier, device)
