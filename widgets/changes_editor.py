"""How one field of a form is filled in on the glass: keys, steps and shortcuts, or things to choose."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF

from themes.qt import Look
from widgets.button import Button, Face, grid
from widgets.changes_form import MARK, SIGN, Editor, Entry, Option, Value, steps_of
from widgets.key_pad import KEY_GUARD_S
from widgets.words import MINUS, decimal_point, translate

KEY: Final = "key "
STEP: Final = "step "
SHORTCUT: Final = "shortcut "
OPTION: Final = "option "
CLEAR: Final = "clear"
TYPE: Final = "type"
NEXT: Final = "next"
ERASE: Final = "erase"
GAP_U: Final = 12.0
STEPS_SHARE: Final = 0.56
"""Of the editor's height that steps take; the rest is for shortcuts."""
DISPLAY_SHARE: Final = 0.28
"""Of the editor's width, between the steps backwards and forwards."""
UPRIGHT_DISPLAY_SHARE: Final = 0.26
ROWS: Final = (("1", "2", "3", ERASE), ("4", "5", "6", SIGN), ("7", "8", "9", CLEAR), (MARK, "0", "", ""))


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """Where a field is filled in: its place and look, the page of things to choose, and how far apart those are."""

    look: Look
    area: QRectF
    page: int = 0
    apart_px: float = 0.0

    def gap(self, u: float = GAP_U) -> float:
        """Return a gap between two buttons in pixels."""
        return max(self.look.px(u), self.apart_px)

    def display(self) -> QRectF:
        """Return where a value filled in by steps is shown."""
        width = self.area.width() * DISPLAY_SHARE
        left = self.area.center().x() - width / 2
        return QRectF(left, self.area.top(), width, self.area.height() * STEPS_SHARE)


def editor_buttons(entry: Entry, value: Value, bench: Bench) -> tuple[Button, ...]:
    """Return the buttons with which a field is filled in."""
    match entry.editor:
        case Editor.FIGURE:
            return _keys(entry, bench)
        case Editor.CHOICE:
            return _options(entry, value, bench)
        case Editor.TEXT:
            return _text(entry, bench)
        case _:
            return (*_steps(entry, bench), *_shortcuts(entry, value, bench))


def _keys(entry: Entry, bench: Bench) -> tuple[Button, ...]:
    cells = grid(bench.area, 4, 4, bench.look.px(GAP_U))
    names = [name for row in ROWS for name in row]
    keys = []
    for name, cell in zip(names, cells, strict=True):
        words, icon = name, ""
        if name == ERASE:
            words, icon = translate("board", "Erase"), "left"
        elif name == SIGN:
            words = f"+/{MINUS}" if entry.signed else ""
        elif name == MARK:
            words = decimal_point() if entry.decimals else ""
        elif name == CLEAR:
            words = entry.empty or ""
        if words:
            keys.append(Button(name=_key(name), rect=cell, words=words, icon=icon, face=Face.KEY, guard_s=KEY_GUARD_S))
    return tuple(keys)


def _key(name: str) -> str:
    return CLEAR if name == CLEAR else KEY + name


def _options(entry: Entry, value: Value, bench: Bench) -> tuple[Button, ...]:
    cells = grid(bench.area, 3, 3, bench.gap())
    options = [*entry.options]
    if isinstance(value, str) and value and not any(option.key == value for option in options):
        options.append(Option(key=value, words=value))
    extra: list[tuple[str, str, str, bool]] = []
    if entry.empty is not None:
        extra.append((CLEAR, entry.empty, "minus", value is None))
    if entry.free:
        extra.append((TYPE, translate("board", "Type another"), "pen", False))
    choices = [(OPTION + option.key, option.words, option.icon, option.key == value) for option in options]
    named = [*extra, *choices]
    if len(named) > len(cells):
        each = len(cells) - 1
        start = bench.page % -(-len(named) // each) * each
        named = [*named[start : start + each], (NEXT, translate("board", "More"), "other", False)]
    return tuple(
        Button(name=name, rect=cell, words=words, icon=icon, face=Face.ROW, chosen=chosen)
        for (name, words, icon, chosen), cell in zip(named, cells, strict=False)
    )


def _text(entry: Entry, bench: Bench) -> tuple[Button, ...]:
    area = bench.area
    height = area.height() * (1 - STEPS_SHARE)
    rect = QRectF(area.left(), area.center().y() - height / 2, area.width(), height)
    words = translate("board", "Type")
    kinds = [Button(name=TYPE, rect=rect, words=words, icon="pen")]
    if entry.empty is not None:
        half = (area.width() - bench.gap()) / 2
        kinds = [
            Button(name=TYPE, rect=QRectF(rect.left(), rect.top(), half, height), words=words, icon="pen"),
            Button(name=CLEAR, rect=QRectF(rect.right() - half, rect.top(), half, height), words=entry.empty),
        ]
    return tuple(kinds)


def _steps(entry: Entry, bench: Bench) -> tuple[Button, ...]:
    display, area, gap = bench.display(), bench.area, bench.gap()
    steps = steps_of(entry)
    half = len(steps) // 2
    left = QRectF(area.left(), area.top(), display.left() - gap - area.left(), display.height())
    right = QRectF(display.right() + gap, area.top(), area.right() - display.right() - gap, display.height())
    cells = (*grid(left, half, 1, gap), *grid(right, half, 1, gap))
    return tuple(
        Button(name=f"{STEP}{step.size}", rect=cell, words=step.words, face=Face.KEY, guard_s=KEY_GUARD_S)
        for step, cell in zip(steps, cells, strict=True)
    )


def _shortcuts(entry: Entry, value: Value, bench: Bench) -> tuple[Button, ...]:
    if not entry.shortcuts:
        return ()
    area = bench.area
    top = area.top() + area.height() * STEPS_SHARE + bench.gap(16)
    cells = grid(QRectF(area.left(), top, area.width(), area.bottom() - top), len(entry.shortcuts), 1, bench.gap())
    return tuple(
        Button(
            name=f"{SHORTCUT}{number}",
            rect=cell,
            words=shortcut.words,
            face=Face.ROW,
            chosen=shortcut.value == value,
        )
        for number, (shortcut, cell) in enumerate(zip(entry.shortcuts, cells, strict=True))
    )
