"""An ear for everything that is written on a wall: which words stand where, how large, and what was cut off."""

from collections.abc import Callable, Hashable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QImage, QPainter, QPixmap, QRegion

from themes.qt import Look
from themes.token import FLOOR_U
from widgets import ink
from widgets.board import Board
from widgets.cell import CellSurface
from widgets.surface import Surface

TOUCH_PX = 1.0
"""Two texts may touch by so much: their boxes are rounded outwards."""
OUT_U = 5.0
"""The ink of a dash begins a little before its place."""
SHORTEST_NAME = 6
"""Data shorter than this are figures and units rather than names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """One text as it stands on a surface: `box` is its ink in the surface's pixels."""

    words: str
    box: QRectF
    size_u: float
    cell: str
    place: QRectF | None


@dataclass(slots=True)
class Ear:
    """What was written since it listens, and what was cut: whole text with what was left of it."""

    written: list[Written] = field(default_factory=list)
    cut: list[tuple[str, str]] = field(default_factory=list)
    cell: str = ""
    place: QRectF | None = None


TEXT = ("string", "size_u", "weight", "token", "align", "max_width", "tracking_u")
OUTLINED = ("string", "size_u", "weight", "token", "align", "ground")


@contextmanager
def listening() -> Iterator[Ear]:
    """Hear everything that is drawn by `ink` and every cell that is painted."""
    ear = Ear()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ink, "text", _heard_text(ear, ink.text, ink.elided))
        patch.setattr(ink, "outlined_text", _heard_outlined(ear, ink.outlined_text))
        patch.setattr(ink, "elided", _heard_elided(ear, ink.elided))
        patch.setattr(ink, "wrap", _heard_wrap(ear, ink.wrap))
        for kind in _kinds(CellSurface):
            if "paint_cell" in vars(kind):
                patch.setattr(kind, "paint_cell", _heard_cell(ear, vars(kind)["paint_cell"]))
        yield ear


def _heard_text(ear: Ear, text: Callable[..., float], elided: Callable[..., str]) -> Callable[..., float]:
    def heard(painter: QPainter, look: Look, x: float, base: float, *more: Any, **named: Any) -> float:
        given = _given(TEXT, more, named)
        line = _line(look, (x, base), given, 500)
        room = given.get("max_width"), given.get("tracking_u", 0.0)
        _hear(ear, painter, line, elided(look, given["string"], line.size_u, line.weight, *room))
        return text(painter, look, x, base, *more, **named)

    return heard


def _heard_outlined(ear: Ear, outlined: Callable[..., float]) -> Callable[..., float]:
    def heard(painter: QPainter, look: Look, x: float, base: float, *more: Any, **named: Any) -> float:
        given = _given(OUTLINED, more, named)
        _hear(ear, painter, _line(look, (x, base), given, 700), given["string"])
        return outlined(painter, look, x, base, *more, **named)

    return heard


def _heard_elided(ear: Ear, elided: Callable[..., str]) -> Callable[..., str]:
    def heard(*given: Any, **named: Any) -> str:
        shown = elided(*given, **named)
        _hear_cut(ear, given[1], (shown,))
        return shown

    return heard


def _heard_wrap(ear: Ear, wrap: Callable[..., tuple[str, ...]]) -> Callable[..., tuple[str, ...]]:
    def heard(string: str, font: QFont, width: float, lines: int = 2) -> tuple[str, ...]:
        shown = wrap(string, font, width, lines)
        _hear_cut(ear, string, shown)
        return shown

    return heard


def write(surface: Surface) -> Ear:
    """Paint the whole of a surface into nothing and return what it wrote."""
    nothing = QImage(1, 1, QImage.Format.Format_RGB32)
    with listening() as ear:
        surface._dirty = QRegion(surface.rect())
        painter = QPainter(nothing)
        try:
            surface.paint(painter, surface.rect())
        finally:
            painter.end()
    return ear


def surfaces(board: Board) -> list[Surface]:
    """Return every surface that stands on a board now."""
    return [surface for surface in board.findChildren(Surface) if surface.isVisibleTo(board)]


def faults(surface: Surface, data: frozenset[str]) -> list[str]:
    """Return in sentences what is cut, overlaps, is too small, leaves its cell, or is shortened though our own."""
    ear = write(surface)
    name = type(surface).__name__
    room = QRectF(surface.rect()).adjusted(-TOUCH_PX, -TOUCH_PX, TOUCH_PX, TOUCH_PX)
    said = [f"{name}: {one.words!r} is written in {one.size_u} u" for one in ear.written if one.size_u < FLOOR_U]
    said += [f"{name}: {one.words!r} is cut by the edge" for one in ear.written if not room.contains(one.box)]
    stands = {one.words for one in ear.written}
    said += [
        f"{name}: {whole!r} is shortened to {left!r}"
        for whole, left in ear.cut
        if left in stands and not is_data(whole, data)
    ]
    out = surface.look.px(OUT_U)
    said += [
        f"{name}: {one.words!r} stands out of {one.cell}"
        for one in ear.written
        if one.place is not None and not one.place.adjusted(-out, -out, out, out).contains(one.box)
    ]
    said += [f"{name}: {one.words!r} lies on {other.words!r}" for one, other in _overlapping(ear.written)]
    return list(dict.fromkeys(said))


def _overlapping(written: list[Written]) -> Iterator[tuple[Written, Written]]:
    """Yield each text with one that was written before it and on which it lies; the same text twice is one."""
    edges = [(one.box.top(), one.box.bottom(), one.box.left(), one.box.right()) for one in written]
    order = sorted(range(len(written)), key=lambda number: edges[number][0])
    for place, upper in enumerate(order):
        _, bottom, left, right = edges[upper]
        for lower in order[place + 1 :]:
            top, _, start, end = edges[lower]
            if top >= bottom:
                break
            if start < right and end > left:
                first, last = written[min(upper, lower)], written[max(upper, lower)]
                same = first.words == last.words and first.box == last.box
                if _overlap(first.box, last.box) and not same:
                    yield last, first


def unsaid(board: Board, said: set[Hashable]) -> list[Surface]:
    """Return the surfaces on a board that say anything that none has `said` before, and note it."""
    found = []
    for surface in surfaces(board):
        if isinstance(surface, CellSurface):
            faces = (type(surface), surface.width(), surface.height(), tuple(surface.faces()))
            if faces in said:
                continue
            said.add(faces)
        found.append(surface)
    return found


def is_data(words: str, data: frozenset[str]) -> bool:
    """Tell whether a text is, or holds, or is part of a name that people gave."""
    plain = words.strip().lower()
    return any(name in plain or (len(plain) >= SHORTEST_NAME and plain in name) for name in data)


def names_in(value: object) -> frozenset[str]:
    """Return every text of a view that is long enough to be a name."""
    return frozenset(text.lower() for text in _texts(value) if len(text) >= SHORTEST_NAME)


def _texts(value: object) -> Iterator[str]:
    """Yield every text of a view, each part of it once."""
    waiting, known = [value], set[int]()
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            yield one
            continue
        inner: Iterable[object] = ()
        if isinstance(one, tuple | list | frozenset):
            inner = one
        elif isinstance(one, dict):
            inner = one.values()
        elif (named := getattr(type(one), "__dataclass_fields__", None)) is not None and id(one) not in known:
            known.add(id(one))
            inner = [getattr(one, name) for name in named]
        waiting.extend(inner)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """How a line of text was drawn."""

    look: Look
    x: float
    base: float
    size_u: float
    weight: int
    align: str


def _line(look: Look, at: tuple[float, float], given: dict[str, Any], usual: int) -> _Line:
    weight, align = given.get("weight", usual), given.get("align", "left")
    return _Line(look=look, x=at[0], base=at[1], size_u=given["size_u"], weight=weight, align=align)


def _given(names: tuple[str, ...], more: tuple[Any, ...], named: dict[str, Any]) -> dict[str, Any]:
    """Return what a call was given, by name."""
    return dict(zip(names, more, strict=False)) | named


def _hear(ear: Ear, painter: QPainter, line: _Line, words: str) -> None:
    if not words.strip():
        return
    width = line.look.advance(words, line.size_u, line.weight)
    left = line.x - {"left": 0.0, "right": width, "centre": width / 2}[line.align]
    box = _ink(line.look, words, line.size_u, line.weight).translated(QPointF(left, line.base))
    if not isinstance(painter.device(), QPixmap):
        box = painter.worldTransform().mapRect(box)
    ear.written.append(Written(words=words, box=box, size_u=line.size_u, cell=ear.cell, place=ear.place))


_boxes: dict[tuple[str, float, float, int], QRectF] = {}


def _ink(look: Look, words: str, size_u: float, weight: int) -> QRectF:
    """Return the ink of a line of text, its baseline at 0."""
    key = (words, look.u, size_u, weight)
    if key not in _boxes:
        _boxes[key] = look.metrics(size_u, weight).tightBoundingRect(words)
    return _boxes[key]


def _hear_cut(ear: Ear, whole: str, shown: tuple[str, ...]) -> None:
    for line in shown:
        if line.endswith(ink.ELLIPSIS) and not whole.endswith(ink.ELLIPSIS):
            ear.cut.append((whole, line))


def _overlap(one: QRectF, other: QRectF) -> bool:
    shared = one.intersected(other)
    return shared.width() > TOUCH_PX and shared.height() > TOUCH_PX


def _heard_cell(ear: Ear, paint_cell: Any) -> Any:
    def heard(self: CellSurface, painter: QPainter, name: str, face: Hashable, rect: QRectF) -> None:
        ear.cell, ear.place = name, rect
        try:
            paint_cell(self, painter, name, face, rect)
        finally:
            ear.cell, ear.place = "", None

    return heard


def _kinds(kind: type[Any]) -> Iterator[type[Any]]:
    for below in kind.__subclasses__():
        yield below
        yield from _kinds(below)
