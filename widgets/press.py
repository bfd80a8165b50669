"""Where a finger meets the wall: touch, mouse and keyboard on painted targets, by one set of rules."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QEventPoint, QInputDevice, QKeyEvent, QMouseEvent, QTouchEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from widgets.finger import Finger
from widgets.press_event import ACT_KEYS, ARROWS, LEFT, MOUSE, TOUCH
from widgets.spoken import Spoken
from widgets.surface import Surface

BEAT_MS: Final = 40
"""How often a hold shows how far it has come."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """Something painted that can be touched; later ones lie above earlier ones. `label` is its accessible name."""

    name: str
    rect: QRectF
    label: str = ""
    hold: bool = False  # acts after being held, not on a touch
    guard_s: float | None = None  # None: the rule's
    chosen: bool = False
    dim: bool = False  # would do nothing now
    small: bool = False  # a cell among many: a finger beside it snaps to the nearest


@dataclass(slots=True)
class _Down:
    """A press that has not ended: on what, since when, and whether the finger is still over it."""

    name: str
    at: float
    reach_px: float
    over: bool = True
    held: bool = False


class Press(QObject):
    """The touches of one widget, told by the names of its targets.

    Acts on release inside the target; what is pressed looks so at once (`is_pressed`). One finger at a time; a mouse
    that merely echoes a touch, a resting palm and a bounce are ignored. Arrows, Tab and Enter do everything too.
    """

    touched = Signal(str)
    held = Signal(str)
    """Held long enough for signing off."""
    let_go = Signal(str)
    """A target that wants holding was let go too early."""

    def __init__(self, widget: QWidget, finger: Finger, *, snap_mm: float = 3.0) -> None:
        super().__init__(widget)
        self._widget: Final = widget
        self._finger: Final = finger
        self._snap_mm: Final = snap_mm
        self._targets: dict[str, Target] = {}
        self._down: _Down | None = None
        self._point: int | None = None
        self._fading: str | None = None
        self._focused: str | None = None
        self._by_keyboard = False
        self._closed_until = -math.inf
        self._beat = QTimer(self, interval=BEAT_MS)
        self._beat.timeout.connect(self._check_hold)
        self._fade = QTimer(self, singleShot=True, interval=finger.rule.press_out_ms)
        self._fade.timeout.connect(self._end_fade)
        widget.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        widget.installEventFilter(self)
        if isinstance(widget, Surface):
            widget.take_touch(self)

    def show_targets(self, targets: Iterable[Target]) -> None:
        """Take the places of everything that can be touched now; a press on one that stays goes on."""
        self._targets = {target.name: target for target in targets}
        if self._down is not None and self._down.name not in self._targets:
            self.cancel()
        if self._focused not in self._targets:
            self._focused = None
        if isinstance(self._widget, Surface):
            self._widget.tell_changed()

    def spoken(self) -> Iterator[Spoken]:
        """Yield every target as a screen reader finds it."""
        for one in self._targets.values():
            words = self._words(one.name)
            yield Spoken(name=one.name, rect=one.rect, words=words, press=True, chosen=one.chosen, dim=one.dim)

    def press_by_name(self, name: str) -> None:
        """Do what a touch on a target means, for somebody who finds it by its name; a hold counts as held."""
        target = self._targets.get(name)
        if target is None or self._down is not None:
            return
        self._finger.stir(by_touch=False)
        (self.held if target.hold else self.touched).emit(name)

    @property
    def surface(self) -> QWidget:
        """Return the widget whose touches these are."""
        return self._widget

    @property
    def targets(self) -> tuple[Target, ...]:
        """Return everything that can be touched now."""
        return tuple(self._targets.values())

    def rect_of(self, name: str) -> QRectF | None:
        """Return where a target is, or None where there is none of that name."""
        return QRectF(self._targets[name].rect) if name in self._targets else None

    def is_pressed(self, name: str) -> bool:
        """Tell whether a target looks pressed: a finger is on it, or has just left it."""
        return name == self._fading or (self._down is not None and self._down.over and self._down.name == name)

    def is_focused(self, name: str) -> bool:
        """Tell whether a target wears the ring of the keyboard."""
        return self._by_keyboard and name == self._focused

    def hold_share(self, name: str) -> float:
        """Return how far a hold has come, 0 to 1."""
        if self._down is None or self._down.name != name or not self._targets[name].hold:
            return 0.0
        return min(1.0, (self._finger.clock() - self._down.at) / self._finger.rule.hold_s)

    def rest(self, seconds: float) -> None:
        """Take no touch that begins within so many seconds: what has just come up under a finger was not meant."""
        self._closed_until = self._finger.clock() + seconds

    def focus(self, name: str) -> None:
        """Put the ring of the keyboard on a target; it shows once a key is used."""
        if name in self._targets:
            self._move_focus(name)

    def cancel(self) -> None:
        """Forget a press that has not ended; nothing acts."""
        down, self._down, self._point = self._down, None, None
        self._beat.stop()
        self._finger.give_back(self)
        if down is not None:
            self._repaint(down.name)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the widget's touches, clicks and keys; what Python let go of, Qt may still send an event to."""
        kind = event.type()
        if not self.__dict__:
            return False
        if kind in TOUCH and isinstance(event, QTouchEvent):
            self._touch(event)
            event.accept()
            return True
        if kind in MOUSE and isinstance(event, QMouseEvent):
            self._mouse(event)
            return True
        if kind in {QEvent.Type.KeyPress, QEvent.Type.KeyRelease} and isinstance(event, QKeyEvent):
            return self._key(event)
        if kind in LEFT:
            self.cancel()
            self._end_fade()
        return False

    def _touch(self, event: QTouchEvent) -> None:
        if event.type() == QEvent.Type.TouchCancel:
            self.cancel()
            return
        if event.type() == QEvent.Type.TouchBegin and self._point is not None:
            self.cancel()  # the end of the last touch was never heard
        for point in event.points():
            self.contact(
                point.id(),
                point.state(),
                point.position(),
                point.globalPosition(),
                max(point.ellipseDiameters().width(), point.ellipseDiameters().height()),
            )

    def contact(
        self, number: int, state: QEventPoint.State, place: QPointF, on_screen: QPointF, width_px: float
    ) -> None:
        """Take one point of contact: its number, place in the widget and on the screen, and width (0: not told)."""
        palm = self._finger.screen.mm(width_px) > self._finger.rule.palm_mm
        if state == QEventPoint.State.Pressed:
            if not palm and self._point is None and self._begin(place, on_screen):
                self._point = number
            if not palm:
                self._finger.stir(by_touch=True)
        elif number != self._point:
            return
        elif palm:
            self.cancel()
        elif state == QEventPoint.State.Released:
            self._finger.stir(by_touch=True)
            self._end(place, on_screen)
        else:
            self._move(place)

    def _forget_stuck(self) -> None:
        """Let go of a press whose end was never heard."""
        if self._down is not None and self._finger.clock() - self._down.at >= self._finger.rule.stuck_s:
            self.cancel()

    def _mouse(self, event: QMouseEvent) -> None:
        if event.type() == QEvent.Type.MouseButtonPress:
            self._forget_stuck()
        echo = (
            event.source() != Qt.MouseEventSource.MouseEventNotSynthesized
            or event.device().type() == QInputDevice.DeviceType.TouchScreen
            or (self._down is None and self._finger.mouse_is_echo())
            or self._point is not None
        )
        if echo:
            return
        if event.type() == QEvent.Type.MouseMove:
            self._move(event.position())
        elif event.button() != Qt.MouseButton.LeftButton:
            return
        elif event.type() == QEvent.Type.MouseButtonRelease:
            self._end(event.position(), event.globalPosition())
        else:
            self._finger.stir(by_touch=False)
            self._begin(event.position(), event.globalPosition())

    def _begin(self, place: QPointF, on_screen: QPointF) -> bool:
        """Press the target at a place; False where there is none, or where this is only an echo of the last touch."""
        target, apart = self._target_at(place)
        now = self._finger.clock()
        self._forget_stuck()
        if target is None or self._down is not None or now < self._closed_until:
            return False
        guard_s = self._finger.rule.guard_s if target.guard_s is None else target.guard_s
        if self._finger.bounces((self, target.name), on_screen, guard_s) or not self._finger.take(self):
            return False
        self._by_keyboard = False
        self._move_focus(target.name)
        self._press(target, self._finger.screen.px(self._finger.rule.slop_mm) + apart)
        return True

    def _press(self, target: Target, reach_px: float) -> None:
        self._end_fade()
        self._down = _Down(target.name, self._finger.clock(), reach_px)
        if target.hold:
            self._beat.start()
        self._repaint(target.name)

    def _move(self, place: QPointF) -> None:
        down = self._down
        if down is None:
            return
        target = self._targets[down.name]
        over = _distance(target.rect, place) <= down.reach_px
        if over == down.over:
            return
        if target.hold:
            self.cancel()
            return
        down.over = over
        self._repaint(down.name)

    def _end(self, place: QPointF, on_screen: QPointF) -> None:
        self._move(place)
        down = self._down
        if down is None:
            self.cancel()
            return
        if down.over:
            self._finger.act((self, down.name), on_screen)
        self._release()

    def _release(self) -> None:
        """End the press and say what it meant."""
        self._check_hold()
        down = self._down
        self.cancel()
        if down is None or not down.over or down.held:
            return
        self._fading = down.name
        self._fade.start()
        (self.let_go if self._targets[down.name].hold else self.touched).emit(down.name)

    def _check_hold(self) -> None:
        down = self._down
        if down is None or down.held or not self._targets[down.name].hold:
            return
        self._repaint(down.name)
        if self._finger.clock() - down.at >= self._finger.rule.hold_s:
            down.held = True
            self._beat.stop()
            self.held.emit(down.name)

    def _end_fade(self) -> None:
        name, self._fading = self._fading, None
        self._fade.stop()
        if name is not None:
            self._repaint(name)

    def _key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if event.type() == QEvent.Type.KeyPress and not event.isAutoRepeat():
            self._finger.stir(by_touch=False)
        if key in ACT_KEYS:
            return self._act_key(event)
        if event.type() != QEvent.Type.KeyPress or not self._targets:
            return False
        names = list(self._targets)
        if key in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
            step = 1 if key == Qt.Key.Key_Tab else -1
            place = names.index(self._focused) + step if self._focused else (0 if step > 0 else len(names) - 1)
            if self._by_keyboard and not 0 <= place < len(names):
                return False
            return self._focus_by_key(names[place % len(names)] if self._by_keyboard else self._focused or names[place])
        if key in ARROWS:
            return self._focus_by_key(self._towards(*ARROWS[key]))
        if event.text().isprintable() and event.text() and self._by_keyboard:
            self._hide_ring()
        return False

    def _hide_ring(self) -> None:
        """Let a space be a space while somebody types."""
        self._by_keyboard = False
        if self._focused is not None:
            self._repaint(self._focused)

    def _act_key(self, event: QKeyEvent) -> bool:
        if self._focused is None or not self._by_keyboard:
            return False
        if event.isAutoRepeat():
            return True
        if event.type() == QEvent.Type.KeyPress and self._down is None and self._finger.take(self):
            self._press(self._targets[self._focused], 0.0)
        elif event.type() == QEvent.Type.KeyRelease and self._down is not None and self._point is None:
            self._release()
        return True

    def _focus_by_key(self, name: str) -> bool:
        self._by_keyboard = True
        self._move_focus(name)
        self._repaint(name)
        return True

    def _move_focus(self, name: str) -> None:
        before, self._focused = self._focused, name
        if before is not None and before != name:
            self._repaint(before)
        if not (isinstance(self._widget, Surface) and self._widget.tell_focus(name)):
            self._widget.setAccessibleName(self._words(name))

    def _words(self, name: str) -> str:
        """Return a target in words."""
        label = self._targets[name].label or name
        return self._widget.words_of_target(name, label) if isinstance(self._widget, Surface) else label

    def _towards(self, right: int, down: int) -> str:
        """Return the target nearest in a direction from the focused one, or the focused one where none lies there."""
        here = self._targets.get(self._focused or "")
        if here is None or not self._by_keyboard:
            return self._focused or next(iter(self._targets))
        from_ = here.rect.center()

        def cost(target: Target) -> float:
            gap = target.rect.center() - from_
            along, across = gap.x() * right + gap.y() * down, gap.x() * down + gap.y() * right
            return math.inf if along <= 1 else along + 2 * abs(across)

        best = min(self._targets.values(), key=cost)
        return here.name if cost(best) == math.inf else best.name

    def _target_at(self, place: QPointF) -> tuple[Target | None, float]:
        """Return the target at a place, or the nearest within the snap, and how many pixels it is off."""
        for target in reversed(self._targets.values()):
            if target.rect.contains(place):
                return target, 0.0
        nearest = min(self._targets.values(), key=lambda target: _distance(target.rect, place), default=None)
        if nearest is None:
            return None, 0.0
        apart = _distance(nearest.rect, place)
        return (nearest, apart) if self._finger.screen.mm(apart) <= self._snap_mm else (None, 0.0)

    def _repaint(self, name: str) -> None:
        if name in self._targets:
            self._widget.update(self._targets[name].rect.toAlignedRect().adjusted(-4, -4, 4, 4))


def _distance(rect: QRectF, place: QPointF) -> float:
    """Return how many pixels a place is outside a rectangle, 0 inside."""
    across = max(rect.left() - place.x(), 0.0, place.x() - rect.right())
    down = max(rect.top() - place.y(), 0.0, place.y() - rect.bottom())
    return math.hypot(across, down)
