"""A row of the bowling chart laid out, and its picture, so that a page that comes up again is quick."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPixmap

from board.views.bowling import BowlingRow
from board.views.mark import Phase
from themes.qt import Look
from widgets.bowling_face import Face, RunFace, Sheet, row_faces
from widgets.bowling_fit import fit_of
from widgets.bowling_place import RUN_U, Columns, row_places
from widgets.bowling_say import cell_words, row_words
from widgets.press import Target

Key = tuple[BowlingRow, float, Columns, Look, int | None, bool, bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """A row laid out, kept until something of it differs: faces and places by name, targets, and it in words."""

    key: Key
    row: BowlingRow
    rect: QRect
    faces: dict[str, Face]
    places: dict[str, QRectF]
    targets: tuple[Target, ...]
    months: tuple[str | None, ...]  # names of its months; None: it does not react
    words: str

    @property
    def prefix(self) -> str:
        """Return what the names of its cells begin with."""
        return prefix_of(self.row)


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A row as pixels."""

    laid: Laid
    look: Look
    pixmap: QPixmap


def prefix_of(row: BowlingRow) -> str:
    """Return what the names of a row's cells begin with."""
    return f"kpi:{row.kpi}"


def lay_row(key: Key, sheet: Sheet) -> Laid:
    """Return a row laid out."""
    row, top, columns, look, _, _, has_letter = key
    prefix = prefix_of(row)
    fit = fit_of(row, columns.cell, lambda string, size, weight: look.advance(string, size, weight) / look.u)
    faces = row_faces(row, sheet, fit, has_letter=has_letter, owner_apart=columns.owner is not None)
    places = row_places(columns, top)
    run = faces.get("run")
    if not (isinstance(run, RunFace) and run.alarm):
        left = columns.start[1] - (0 if run is None else RUN_U)
        places["run"].setLeft(left)
        places["unit"].setRight(left - (0 if run is None else 8))
    scaled = {part: scaled_rect(look, places[part]) for part in faces if part in places}
    tall = look.px(columns.row)
    edges = (round(look.px(top)), round(look.px(top) + tall))
    return Laid(
        key=key,
        row=row,
        rect=QRect(0, edges[0], round(look.px(columns.right)) + 1, edges[1] - edges[0]),
        faces={f"{prefix}:{part}": faces[part] for part in scaled},
        places={f"{prefix}:{part}": rect for part, rect in scaled.items()},
        targets=tuple(
            Target(name=f"{prefix}:{number}", rect=scaled[str(number)], label=cell_words(row, cell), small=True)
            for number, cell in enumerate(row.cells)
            if cell.mark.phase is not Phase.OFF
        ),
        months=tuple(None if cell.mark.phase is Phase.OFF else f"{prefix}:{n}" for n, cell in enumerate(row.cells)),
        words=row_words(row),
    )


def scaled_rect(look: Look, rect: QRectF) -> QRectF:
    """Return a rectangle in pixels."""
    px = look.px
    return QRectF(px(rect.left()), px(rect.top()), px(rect.width()), px(rect.height()))
