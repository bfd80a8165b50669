"""The letters of a line, an area or the site: a month of days each, the headline beside it, and what is to be done."""

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date
from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Signal
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from board.views.freshness import Stage
from board.views.mark import Phase
from board.views.sqcdp import LetterView, Sqcdp
from themes.letter import letter as glyph
from themes.qt import Look
from widgets import ink
from widgets.cell import CellSurface
from widgets.day_press import DayPress
from widgets.finger import Finger
from widgets.letter_paint import FOCUS_U, day_rect, paint_day, paint_focus, paint_sign, sign_rect
from widgets.letter_shape import LetterShape, shape_of
from widgets.press import Target
from widgets.sqcdp_face import (
    CardFace,
    DayFace,
    Face,
    HeadFace,
    LabelFace,
    Sheet,
    SignFace,
    SparkFace,
    ValueFace,
    day_words,
    letter_faces,
    letter_words,
    sheet_of,
)
from widgets.sqcdp_paint import PartPainter, Score, head_score, headline_size
from widgets.sqcdp_place import Place, places_of
from widgets.stale_frame import paint_stale_frame
from widgets.words import translate

Key = tuple[LetterView, Place, Look, date, bool, str, bool]


@dataclass(frozen=True, slots=True)
class Laid:
    """A letter laid out, kept until something of it differs: faces and places by name, targets, and it in words."""

    key: Key
    faces: dict[str, Face]
    places: dict[str, QRectF]
    targets: tuple[Target, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Picture:
    """The days of a letter as pixels, so that a page that comes up again is quick."""

    rect: QRect
    look: Look
    faces: dict[str, Face]
    pixmap: QPixmap


SNAP_MM: Final = 6.0
"""How far beside a day a finger may come down; further off it means the letter."""


class SqcdpBoard(CellSurface):
    """Letters side by side, or one below the other on an upright screen; a touch asks for a letter or for a day."""

    letter_touched = Signal(str)
    """Code of the letter."""
    day_touched = Signal(str, object)
    """Code of the letter, date."""

    def __init__(self, look: Look, finger: Finger, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._view: Sqcdp | None = None
        self._stage = Stage.LIVE
        self._age_s: int | None = None
        self._finger: Final = finger
        self._columns: tuple[Place, ...] = ()
        self._shapes: tuple[LetterShape, ...] = ()
        self._laid: tuple[Laid, ...] = ()
        self._pictures: Final[dict[int, Picture]] = {}
        self._headline_u = 0.0
        self._score: Score = "worded"
        self._press = DayPress(self, finger, find=self._target_at, walk=self._step)
        self._press.touched.connect(self._touched)
        self.setAccessibleName(self.title())

    def show_sqcdp(self, view: Sqcdp) -> None:
        """Show a view; an equal one costs nothing, another one repaints the cells that differ."""
        if view != self._view:
            self._view = view
            self._lay_out()

    def show_age(self, stage: Stage, age_s: int | None) -> None:
        """Show how old the data are: past their limit, all that could have changed since looks so, letter by letter."""
        before = self._old()
        self._stage, self._age_s = stage, age_s
        if self._old() != before:
            self._lay_out()
            self.update()

    def _old(self) -> tuple[bool, ...]:
        """Return whether the data of the page are past their limit, and those of each letter."""
        if self._view is None:
            return (self._stage in {Stage.STALE, Stage.MISSING},)
        sheet = Sheet(view=self._view, stage=self._stage)
        return sheet.is_stale, *(sheet_of(one, sheet, self._age_s).is_stale for one in self._view.letters)

    @override
    def title(self) -> str:
        return translate("board", "Letters")

    @override
    def arrange(self) -> None:
        """Work out where everything is."""
        self._lay_out()

    @override
    def paint_ground(self, painter: QPainter) -> None:
        """Paint the rules between rows, and the letter that is pressed."""
        px = self.look.px
        for number, place in enumerate(self._columns):
            if number and place.row:
                right = self.width() - px(40)
                ink.hairline(painter, self.look, px(40), right, px(place.whole.top()), "line2")
            if self._press.is_pressed(_letter_name(number)):
                ink.panel(painter, self.look, self._scaled(place.whole), 12, "raised")

    @override
    def paint(self, painter: QPainter, dirty: QRect) -> None:
        """Paint the cells that have to be; a letter that has to be as a whole, from its picture."""
        self.paint_ground(painter)
        for number, laid in enumerate(self._laid):
            days: dict[str, Face] = {
                name: face for name, face in laid.faces.items() if isinstance(face, DayFace | SignFace)
            }
            picture = self._picture(number, days)
            if picture is not None:
                painter.drawPixmap(picture.rect.topLeft(), picture.pixmap)
            for name, face in laid.faces.items():
                rect = laid.places[name]
                if self.is_dirty(rect) and not (picture is not None and name in days):
                    self.paint_cell(painter, name, face, rect)
        self.paint_over(painter)

    def _picture(self, number: int, days: dict[str, Face]) -> Picture | None:
        """Return the picture of a letter's days, made anew where they differ; None unless all of it has to be."""
        rect = QRectF()
        for name in days:
            rect = rect.united(self._laid[number].places[name])
        whole = rect.toAlignedRect().adjusted(-1, -1, 1, 1)
        if not self.is_all_dirty(whole):
            return None
        kept = self._pictures.get(number)
        if kept is None or kept.rect != whole or kept.look is not self.look or kept.faces != days:
            kept = self._pictures[number] = self._new_picture(number, days, whole)
        return kept

    def _new_picture(self, number: int, days: dict[str, Face], whole: QRect) -> Picture:
        def draw(painter: QPainter) -> None:
            for name, face in days.items():
                self.paint_cell(painter, name, face, self._laid[number].places[name])

        pixmap = ink.picture(self.look, whole, draw, origin=-self.mapTo(self.window(), QPoint()))
        return Picture(rect=whole, look=self.look, faces=days, pixmap=pixmap)

    @override
    def words_of(self, name: str, face: Hashable) -> str:
        """Return in words what cannot be touched: days that are not worked, and what is to be done."""
        view = self._view
        if isinstance(face, CardFace):
            return ", ".join(part for part in (face.title, face.owner, face.when) if part)
        if view is None or not isinstance(face, DayFace) or face.mark is None or face.mark.phase is not Phase.OFF:
            return ""
        letter = view.letters[_number(name)]
        return day_words(letter, letter.days[face.day - 1])

    @override
    def paint_cell(self, painter: QPainter, name: str, face: Hashable, rect: QRectF) -> None:
        """Paint one cell."""
        number = _number(name)
        shape, place = self._shapes[number], self._columns[number]
        parts = PartPainter(painter, self.look, row=place.row, full=place.full, score=self._score)
        match face:
            case DayFace():
                paint_day(painter, self.look, shape, face)
            case SignFace():
                paint_sign(painter, self.look, face, rect)
            case HeadFace():
                parts.head(face, rect)
            case ValueFace():
                parts.value(face, rect, self._headline_u)
            case LabelFace():
                parts.label(face, rect)
            case SparkFace():
                parts.spark(face, rect)
            case CardFace():
                parts.card(face, rect)

    @override
    def paint_over(self, painter: QPainter) -> None:
        """Paint what is pressed or wears the ring of the keyboard, and the frame of stale data."""
        for target in self._press.targets:
            name = target.name
            if not (self._press.is_pressed(name) or self._press.is_focused(name)):
                continue
            number, day = _number(name), _day(name)
            if day is not None:
                paint_focus(painter, self.look, self._shapes[number], day)
            elif self._press.is_focused(name):
                ink.ring(painter, self.look, self._scaled(self._columns[number].whole), self.look.px(12), "focus", 5)
        if self._view is not None and not self._view.letters:
            said = translate("board", "No letters are set up")
            middle = QRectF(self.rect()).center()
            ink.text(painter, self.look, middle.x(), middle.y(), said, 46, 600, "text2", "centre")
        if self._stage in {Stage.STALE, Stage.MISSING}:
            paint_stale_frame(painter, self.look, QRectF(self.rect()))

    def _touched(self, name: str) -> None:
        view, day = self._view, _day(name)
        if view is None:
            return
        letter = view.letters[_number(name)]
        if day is None:
            self.letter_touched.emit(letter.code)
        else:
            self.day_touched.emit(letter.code, view.month.replace(day=day))

    def _target_at(self, place: QPointF) -> str | None:
        """Return what is meant by a touch: the nearest day, else the letter; nothing on a day not worked."""
        view = self._view
        for number, column in enumerate(self._columns):
            if view is None or not self._scaled(column.whole).contains(place):
                continue
            day, apart = self._shapes[number].nearest(place)
            if self._finger.screen.mm(apart) > SNAP_MM:
                return _letter_name(number)
            days = view.letters[number].days
            return _day_name(number, day) if day <= len(days) and _reacts(view.letters[number], day) else None
        return None

    def _step(self, name: str, right: int, down: int) -> str | None:
        """Return the target one step away: over the days of a letter, and from letter to letter at its edges."""
        view, number, day = self._view, _number(name), _day(name)
        if view is None:
            return None
        beside = number + (down if self._columns[number].row else right)
        aside = down if self._columns[number].row else right
        if day is None:
            if aside:
                return _letter_name(beside) if 0 <= beside < len(view.letters) else None
            return self._first_day(view, number)
        letter = self._shapes[number].letter
        found = letter.step(day, right, down)
        while found is not None and not _reacts(view.letters[number], found):
            found = letter.step(found, right, down)
        return _letter_name(number) if found is None else _day_name(number, found)

    def _first_day(self, view: Sqcdp, number: int) -> str | None:
        """Return the day where the keyboard enters a letter: today, else the first that reacts."""
        letter = view.letters[number]
        days = [cell.day.day for cell in letter.days if cell.day == view.today] + list(range(1, len(letter.days) + 1))
        return next((_day_name(number, day) for day in days if _reacts(letter, day)), None)

    def _lay_out(self) -> None:
        """Work out places, faces and targets anew; repaint what differs."""
        view, u = self._view, self.look.u
        if view is None or min(self.width(), self.height()) < 1:
            return
        width_u, height_u = self.width() / u, self.height() / u
        letters = [glyph(one.code, cross=one.cross) for one in view.letters]
        columns = places_of(width_u, height_u, [one.width for one in letters], upright=height_u > width_u)
        if columns != self._columns:
            self._columns = columns
            self.update()
        self._shapes = tuple(
            shape_of(one.code, (left * u, top * u, scale * u), cross=one.cross)
            for one, (left, top, scale) in zip(view.letters, (place.letter for place in columns), strict=True)
        )
        figures = all(one.has_figures(place.letter[2]) for one, place in zip(letters, columns, strict=True))
        sheet = Sheet(view=view, stage=self._stage, figures=figures)
        self._laid = tuple(
            self._lay_letter(number, letter, sheet_of(letter, sheet, self._age_s))
            for number, letter in enumerate(view.letters)
        )
        painted = [face for one in self._laid for face in one.faces.values()]
        self._fit_words(
            [face for face in painted if isinstance(face, ValueFace)],
            [face for face in painted if isinstance(face, HeadFace)],
        )
        self.put_places({name: place for one in self._laid for name, place in one.places.items()})
        self.put_faces({name: face for one in self._laid for name, face in one.faces.items()})
        self._press.show_targets(target for one in self._laid for target in one.targets)
        self.setAccessibleDescription(". ".join(one.words for one in self._laid))

    def _lay_letter(self, number: int, letter: LetterView, sheet: Sheet) -> Laid:
        """Return a letter laid out; the one kept from before where nothing of it differs."""
        place, today = self._columns[number], sheet.view.today
        key = (letter, place, self.look, today, sheet.is_stale, sheet.stamp, sheet.figures)
        if number < len(self._laid) and self._laid[number].key == key:
            return self._laid[number]
        faces = {
            f"{number}:{part}": face
            for part, face in letter_faces(letter, sheet).items()
            if isinstance(face, DayFace | SignFace) or part in place.parts
        }
        return Laid(
            key=key,
            faces=faces,
            places={name: self._place(name, face) for name, face in faces.items()},
            targets=tuple(self._targets(number, letter)),
            words=letter_words(letter),
        )

    def _fit_words(self, values: list[ValueFace], heads: list[HeadFace]) -> None:
        """Take the largest size at which every headline of the page fits, and the most words beside the names."""
        if not values:
            return
        first = self._columns[0]
        room = self.look.px(first.parts["value"].width())
        size = headline_size(self.look, values, room, first.value_u)
        score = head_score(self.look, heads, self.look.px(first.parts["head"].width()))
        if (size, score) != (self._headline_u, self._score):
            self._headline_u, self._score = size, score
            self.update()

    def _place(self, name: str, face: Face) -> QRectF:
        """Return the place of one cell in pixels."""
        number = _number(name)
        if isinstance(face, DayFace):
            return day_rect(self._shapes[number], face, self.look)
        if isinstance(face, SignFace):
            return sign_rect(self._shapes[number], face, self.look)
        return self._scaled(self._columns[number].parts[name.partition(":")[2]])

    def _targets(self, number: int, letter: LetterView) -> list[Target]:
        """Return what can be touched of a letter: itself, then its days that react."""
        out = self.look.px(FOCUS_U[0] / 2)
        whole = self._scaled(self._columns[number].whole)
        targets = [Target(name=_letter_name(number), rect=whole, label=letter_words(letter))]
        for cell in letter.days:
            day = cell.day.day
            if _reacts(letter, day):
                rect = self._shapes[number].bounds(day).adjusted(-out, -out, out, out)
                said = day_words(letter, cell)
                targets.append(Target(name=_day_name(number, day), rect=rect, label=said, small=True))
        return targets

    def _scaled(self, rect: QRectF) -> QRectF:
        px = self.look.px
        return QRectF(px(rect.left()), px(rect.top()), px(rect.width()), px(rect.height()))


def _reacts(letter: LetterView, day: int) -> bool:
    """Tell whether a day can be touched: one that is not worked cannot."""
    return day <= len(letter.days) and letter.days[day - 1].mark.phase is not Phase.OFF


def _letter_name(number: int) -> str:
    return f"{number}:letter"


def _day_name(number: int, day: int) -> str:
    return f"{number}:day:{day}"


def _number(name: str) -> int:
    return int(name.partition(":")[0])


def _day(name: str) -> int | None:
    """Return the day of a target, or None where it is a letter."""
    kind, _, day = name.partition(":")[2].partition(":")
    return int(day) if kind == "day" else None
