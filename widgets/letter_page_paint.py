"""Paints what stands beside a letter on its page: titles, the verdict, bars, marks, what is on record, the actions."""
# ruff: noqa: PLR0917 - as in the drawing of text: place and words come first in every call

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from board.views.mark import Judgement, Phase
from themes.qt import Look
from themes.token import BAR_RADIUS_U, CARD_RADIUS_U, Token
from widgets import ink
from widgets.letter_page_face import (
    ActionsFace,
    BarRow,
    BarsFace,
    DayTitleFace,
    MarkRow,
    MarksFace,
    RecordFace,
    RecordRow,
    TitleFace,
    VerdictFace,
    rows_that_fit,
)
from widgets.letter_page_place import LINE_U
from widgets.letter_page_text import Line, fit_runs, paint_line
from widgets.sqcdp_face import DOT, CardFace
from widgets.words import translate

CHIP_U: Final = 102.0
UPRIGHT_CHIP_U: Final = 96.0
WIDE_SIZES: Final = ((54.0, 1), (50.0, 1), (46.0, 1), (40.0, 2), (36.0, 2), (30.0, 2))
UPRIGHT_SIZES: Final = ((54.0, 3), (48.0, 4), (40.0, 5), (34.0, 6))
STEP: Final = 1.2
"""From one line of the verdict to the next, of its size: capitals wear marks, and letters above them have tails."""
SMALL_CHIP_U: Final = 30.0
HEAD_U: Final = 54.0
"""From the top of a card to its first row."""
ROW_U: Final = 40.0
BAR_STEP_U: Final = 46.0
ACTION_U: Final = 90.0
NAMES_U: Final = (22.0, 20.0)
NAME_MOST_U: Final = 180.0
"""A name beside a mark that is longer may be cut."""


class PagePainter:
    """Paints the parts of the page; `upright`: on an upright screen."""

    def __init__(self, painter: QPainter, look: Look, *, upright: bool) -> None:
        self._painter: Final = painter
        self._look: Final = look
        self._upright: Final = upright

    def title(self, face: TitleFace, rect: QRectF) -> None:
        """Paint the month and how it went."""
        look, base = self._look, rect.top() + self._look.px(44)
        taken = self._text(rect.left(), base, face.month, 40, 600, room=rect.width())
        left = rect.left() + taken + look.px(22)
        tries = (said for said in face.met if left + ink.text_width(look, said, 24, 500) <= rect.right())
        self._text(left, base, next(tries, ""), 24, 500, "text2")

    def day(self, face: DayTitleFace, rect: QRectF) -> None:
        """Paint the day, and who closed it."""
        base = rect.top() + self._look.px(44)
        taken = self._text(rect.left(), base, face.day, 40, 600, room=rect.width())
        room = rect.width() - taken - self._look.px(24)
        if ink.text_width(self._look, face.closed, 22) <= room:
            self._text(rect.right(), base, face.closed, 22, 500, "text3", align="right")

    def verdict(self, face: VerdictFace, rect: QRectF) -> None:
        """Paint the state of the day and why; grey, with its age, where an open day's data are old."""
        ink.panel(self._painter, self._look, rect, CARD_RADIUS_U, "panel")
        if self._upright:
            self._tall_verdict(face, rect)
        else:
            self._wide_verdict(face, rect)

    def _wide_verdict(self, face: VerdictFace, rect: QRectF) -> None:
        px = self._look.px
        extra = bool(face.others) + bool(face.orders)
        first = rect.height() - px(LINE_U) * extra
        self._chip(face, QRectF(rect.left() + px(24), rect.top() + (first - px(CHIP_U)) / 2, px(CHIP_U), px(CHIP_U)))
        left = rect.left() + px(24 + CHIP_U + 26)
        right = rect.right() - px(24) - self._stamp(face, rect)
        size, lines = fit_runs(self._look, face.runs, 500 if face.stale else 700, right - left, WIDE_SIZES)
        step = px(size * STEP)
        under = px(42) if face.behind else 0.0
        tall = step * (len(lines) - 1) + px(size * 0.73) + under
        base = rect.top() + (first - tall) / 2 + px(size * 0.73)
        base = self._lines(lines, left, base, step, size, stale=face.stale)
        if face.behind:
            base += px(42)
            room = rect.right() - px(24) - left
            self._text(left, base, self._behind(face.behind, room), 26, 500, "text2", room=room)
        base = rect.top() + first + px(22)
        if face.others:
            self._others(face, rect.left() + px(24), base, rect.right() - px(24))
            base += px(LINE_U)
        if face.orders:
            self._orders(face.orders, rect.left() + px(24), base, rect.right() - px(24))

    def _behind(self, said: str, room: float) -> str:
        """Return the figures behind the verdict and what is missing; what stands between goes where it has no room."""
        parts = said.split(DOT)
        while len(parts) > 2 and ink.text_width(self._look, DOT.join(parts), 26, 500) > room:
            del parts[-2]
        return DOT.join(parts)

    def _tall_verdict(self, face: VerdictFace, rect: QRectF) -> None:
        px = self._look.px
        side = px(UPRIGHT_CHIP_U)
        left, right = rect.left() + px(24), rect.right() - px(24)
        self._chip(face, QRectF(left, rect.top() + px(22), side, side))
        self._stamp(face, rect)
        size, lines = fit_runs(self._look, face.runs, 500 if face.stale else 700, right - left, UPRIGHT_SIZES)
        step = px(size * STEP)
        base = self._lines(lines, left, rect.top() + px(22 + 30) + side + px(size * 0.73), step, size, stale=face.stale)
        base += px(8)
        for line in ink.wrap(face.behind, self._look.font(26, 500), right - left, 3):
            base += px(40)
            self._text(left, base, line, 26, 500, "text2")
        base += px(18)
        for mark, said in face.others:
            base += px(ROW_U)
            if base > rect.bottom() - px(16):
                return
            chip = QRectF(left, base - px(24), px(SMALL_CHIP_U), px(SMALL_CHIP_U))
            ink.chip(self._painter, self._look, chip, mark)
            self._text(left + px(42), base, said, 22, 500, "text2", room=right - left - px(42))
        for said in face.orders:
            base += px(36)
            if base <= rect.bottom() - px(16):
                self._text(left, base, said, 22, 500, "text2", room=right - left)

    def _chip(self, face: VerdictFace, rect: QRectF) -> None:
        look = self._look.stale() if face.stale else self._look
        ink.chip(self._painter, look, rect, face.mark)

    def _lines(
        self, lines: Sequence[Line], left: float, base: float, step: float, size: float, *, stale: bool
    ) -> float:
        """Paint the sentence and return its last baseline."""
        for number, line in enumerate(lines):
            paint_line(self._painter, self._look, line, QPointF(left, base + number * step), size, stale=stale)
        return base + step * (len(lines) - 1)

    def _stamp(self, face: VerdictFace, rect: QRectF) -> float:
        """Paint the age of an open day's data in a box, and return the width it takes."""
        if not face.stamp:
            return 0.0
        look, px = self._look, self._look.px
        width = ink.text_width(look, face.stamp, 24, 600) + px(32)
        box = QRectF(rect.right() - px(24) - width, rect.top() + px(22), width, px(42))
        ink.panel(self._painter, look, box, 6, "bg")
        ink.ring(self._painter, look, box, px(6), "text", 2)
        self._text(box.center().x(), box.center().y() + px(8.6), face.stamp, 24, 600, align="centre")
        return width + px(20)

    def _others(self, face: VerdictFace, left: float, base: float, right: float) -> None:
        """Paint the letter's other KPIs side by side; those that do not fit are left out."""
        look, px = self._look, self._look.px
        for mark, said in face.others:
            width = px(SMALL_CHIP_U + 12) + ink.text_width(look, said, 24, 500)
            if left + width > right:
                return
            chip = QRectF(left, base - px(23), px(SMALL_CHIP_U), px(SMALL_CHIP_U))
            ink.chip(self._painter, look.stale() if face.stale else look, chip, mark)
            self._text(left + px(SMALL_CHIP_U + 12), base, said, 24, 500, "text2")
            left += width + px(36)

    def _orders(self, orders: Sequence[str], left: float, base: float, right: float) -> None:
        """Paint what came of each order, as many as fit."""
        said = next(
            (
                DOT.join(orders[:count]) + ("" if count == len(orders) else DOT + _more(len(orders) - count))
                for count in range(len(orders), 0, -1)
                if ink.text_width(self._look, DOT.join(orders[:count]) + _more(99), 24) <= right - left
            ),
            orders[0],
        )
        self._text(left, base, said, 24, 500, "text2", room=right - left)

    def bars(self, face: BarsFace, rect: QRectF) -> None:
        """Paint the losses by reason; only the largest is loud."""
        px = self._look.px
        self._card(face.title, rect, face.unit)
        if not face.bars:
            self._text(rect.left() + px(24), rect.top() + px(HEAD_U + 28), face.empty, 22, 500, "text3")
            return
        top = rect.top() + px(HEAD_U)
        step = min(px(BAR_STEP_U), (rect.bottom() - px(10) - top) / len(face.bars))
        fit = len(face.bars) if step >= px(32) else max(1, int((rect.bottom() - px(10) - top) / px(32)))
        step = max(step, px(32))
        shown = face.bars if fit == len(face.bars) else face.bars[: fit - 1]
        left, room = rect.left() + px(24), rect.width() - px(48)
        names = max(ink.text_width(self._look, bar.name, 22, 600) for bar in shown)
        name = min(names, room * 0.46)
        figure = max(ink.text_width(self._look, bar.figure, 22, 600) for bar in shown) + px(12)
        for number, bar in enumerate(shown):
            row = QRectF(left, top + number * step, room, step)
            self._bar(bar, row, name, room - name - px(16) - figure, first=number == 0)
        if len(shown) < len(face.bars):
            base = top + len(shown) * step + step / 2 + px(8)
            self._text(left, base, _more(len(face.bars) - len(shown)), 22, 500, "text3")

    def _bar(self, bar: BarRow, row: QRectF, name: float, room: float, *, first: bool) -> None:
        px, middle = self._look.px, row.center().y()
        weight = 600 if first else 500
        words: Token = "text" if first else "text2"
        base = middle + px(8)
        self._text(row.left(), base, bar.name, 22, weight, words, room=name)
        start = row.left() + name + px(16)
        box = QRectF(start, middle - px(14), max(px(4), room * bar.share), px(28))
        fill: Token = "missLine" if first else "neutral2"
        ink.panel(self._painter, self._look, box, BAR_RADIUS_U, fill)
        self._text(box.right() + px(12), base, bar.figure, 22, weight)

    def marks(self, face: MarksFace, rect: QRectF) -> None:
        """Paint marks with their names and figures, in columns where there are many."""
        px = self._look.px
        self._card(face.title, rect, face.unit)
        top = rect.top() + px(HEAD_U)
        tall = max(1, int((rect.bottom() - px(8) - top) / px(ROW_U)))
        gap, most = px(20), 1 if face.one_column else min(3, max(1, -(-len(face.rows) // tall)))
        room = rect.width() - px(48) + gap
        tries = [(columns, size_u) for columns in range(most, 1, -1) for size_u in NAMES_U]
        fits = (
            (columns, size_u)
            for columns, size_u in tries
            if self._mark_width(_most_urgent(face.rows, tall * columns), size_u) <= room / columns - gap
        )
        columns, size_u = next(fits, (1, NAMES_U[0]))
        wide, shown = room / columns - gap, _most_urgent(face.rows, tall * columns)
        for number, row in enumerate(shown):
            column, place = divmod(number, tall)
            left = rect.left() + px(24) + column * (wide + gap)
            self._mark(row, QRectF(left, top + place * px(ROW_U), wide, px(ROW_U)), size_u)
        if len(shown) < len(face.rows):
            column, place = divmod(len(shown), tall)
            left = rect.left() + px(24) + column * (wide + gap)
            base = top + place * px(ROW_U) + px(28)
            self._text(left, base, _more(len(face.rows) - len(shown)), 22, 500, "text3")

    def _mark_width(self, rows: Sequence[MarkRow], size_u: float) -> float:
        """Return how wide a column has to be for the names in it; a very long one may be cut."""
        look, px = self._look, self._look.px
        name = max((ink.text_width(look, row.name, size_u, 500) for row in rows), default=0.0)
        figure = max((ink.text_width(look, row.figure, 22, 600) for row in rows), default=0.0)
        return px(SMALL_CHIP_U + 12 + 10) + min(name, px(NAME_MOST_U)) + figure

    def _mark(self, row: MarkRow, rect: QRectF, size_u: float) -> None:
        px = self._look.px
        base = rect.center().y() + px(8)
        chip = QRectF(rect.left(), rect.center().y() - px(SMALL_CHIP_U / 2), px(SMALL_CHIP_U), px(SMALL_CHIP_U))
        ink.chip(self._painter, self._look, chip, row.mark)
        taken = self._text(rect.right(), base, row.figure, 22, 600, align="right")
        left = rect.left() + px(SMALL_CHIP_U + 12)
        self._text(left, base, row.name, size_u, 500, "text2", room=rect.right() - taken - px(10) - left)

    def record(self, face: RecordFace, rect: QRectF) -> None:
        """Paint what was entered and logged; an old figure is struck through beside the one that stands."""
        px = self._look.px
        self._card(face.title, rect)
        left, top = rect.left() + px(24), rect.top() + px(HEAD_U)
        if not face.rows:
            self._text(left, top + px(28), face.empty, 22, 500, "text3")
            return
        most = max(1, int((rect.bottom() - px(8) - top) / px(ROW_U)))
        shown, left_out = rows_that_fit(face.rows, most)
        room = rect.width() - px(48)
        for number, row in enumerate(shown):
            self._record_row(row, left, top + number * px(ROW_U) + px(28), room)
        if left_out:
            self._text(left, top + len(shown) * px(ROW_U) + px(28), _more(left_out), 22, 500, "text3")

    def _record_row(self, row: RecordRow, left: float, base: float, room: float) -> None:
        px, right = self._look.px, left + room
        if not row.logged:
            left += self._text(left, base, row.lead, 22, 500, "text2", room=room * 0.46) + px(14)
        else:
            left += self._text(left, base, row.lead, 22, 500, "text3") + px(14)
        weight = 500 if row.missing else 600
        token: Token = "text3" if row.missing else "text"
        left += self._text(left, base, row.figure, 22, weight, token, room=right - left) + px(14)
        note = ink.text_width(self._look, row.note, 22)
        for number, old in enumerate(row.struck):
            if number and left + ink.text_width(self._look, old, 22) + px(14) + note > right:
                break
            taken = self._text(left, base, old, 22, 500, "text3")
            self._painter.setPen(self._look.pen("text3", 2.0))
            self._painter.drawLine(QPointF(left - px(2), base - px(8)), QPointF(left + taken + px(2), base - px(8)))
            left += taken + px(14)
        if right - left > px(80):
            self._text(left, base, row.note, 22, 500, "text3", room=right - left)

    def actions(self, face: ActionsFace, rect: QRectF) -> None:
        """Paint the actions: what, who, by when."""
        px = self._look.px
        top = rect.top() + px(HEAD_U - 4)
        most = max(1, int((rect.bottom() - px(4) - top) / px(ACTION_U)))
        more = _more(len(face.cards) - most) if len(face.cards) > most else ""
        self._card(face.title, rect, more)
        if not face.cards:
            said = translate("board", "nothing waiting")
            self._text(rect.left() + px(24), top + px(26), said, 22, 500, "text3")
        for number, card in enumerate(face.cards[:most]):
            place = QRectF(rect.left() + px(24), top + number * px(ACTION_U), rect.width() - px(48), px(ACTION_U))
            self._action(card, place)

    def _action(self, card: CardFace, rect: QRectF) -> None:
        look, px = self._look, self._look.px
        left, room = rect.left() + px(42), rect.width() - px(42)
        ink.icon(self._painter, look, "flag", QRectF(rect.left() - px(5), rect.top() + px(2), px(30), px(30)), "text")
        lines = ink.wrap(card.title, look.font(24, 600), room)
        for number, line in enumerate(lines):
            self._text(left, rect.top() + px(25 + 28 * number), line, 24, 600)
        base = rect.top() + px(25 + 28 * len(lines) + 1)
        taken = self._when(card, rect.right(), base)
        self._text(left, base, card.owner, 22, 500, "text2", room=room - taken - px(20))

    def _when(self, card: CardFace, right: float, base: float) -> float:
        """Paint when an action is due: plain, outlined today, inverted once late; return the width it takes."""
        look, px = self._look, self._look.px
        if not (card.late or card.today):
            said = translate("board", "due {day}").format(day=card.when) if card.when else ""
            return self._text(right, base, said, 22, 500, "text2", align="right")
        width = ink.text_width(look, card.when, 20, 700) + px(20)
        box = QRectF(right - width, base - px(23), width, px(31))
        if card.late:
            ink.panel(self._painter, look, box, 6, "text")
        else:
            ink.ring(self._painter, look, box, px(6), "text", 2)
        token: Token = "bg" if card.late else "text"
        self._text(box.center().x(), base, card.when, 20, 700, token, align="centre")
        return width

    def _card(self, title: str, rect: QRectF, aside: str = "") -> None:
        """Paint a card with its title, and what stands at the right of it."""
        px = self._look.px
        ink.panel(self._painter, self._look, rect, CARD_RADIUS_U, "panel")
        base, room = rect.top() + px(40), rect.width() - px(60)
        taken = self._text(rect.left() + px(24), base, title, 26, 600, room=room)
        self._text(rect.right() - px(24), base, aside, 20, 500, "text3", align="right", room=max(0.0, room - taken))

    def _text(
        self, x: float, base: float, said: str, size: float, weight: int = 500, token: Token = "text",  # noqa: S107
        *, align: ink.Align = "left", room: float | None = None,
    ) -> float:  # fmt: skip
        if not said:
            return 0.0
        return ink.text(self._painter, self._look, x, base, said, size, weight, token, align, room)


def _most_urgent(rows: Sequence[MarkRow], cells: int) -> Sequence[MarkRow]:
    """Return all rows where there are cells for them, else the most urgent and a cell for how many more there are."""
    return rows if len(rows) <= cells else sorted(rows, key=_urgency)[: cells - 1]


def _urgency(row: MarkRow) -> int:
    """Return what stands first where not all has room: misses, then what nobody entered, then what is watched."""
    if row.mark.judgement is Judgement.MISS:
        return 0
    if row.mark.phase is Phase.UNRECORDED:
        return 1
    return 2 if row.mark.judgement is Judgement.WATCH else 3


def _more(count: int) -> str:
    return translate("board", "and {n} more").format(n=count)
